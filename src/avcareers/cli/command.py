"""How a command is declared: its own options, then the ones every command has."""

import inspect
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import date
from functools import wraps
from math import isfinite
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from avcareers.model.vocabulary import EARLIEST_YEAR, LATEST_YEAR
from avcareers.render.formats import OUTPUTS

from .language import LANGUAGE, chosen_language, kept_options, language_named, said
from .session import Session, failing_clearly

_COMMON = said("Options communes", "Common options")


def _output(formats: tuple[str, ...] = ()) -> Any:
    """Return the option that names a format: one of those all commands write, or of a command's own."""
    every: tuple[str, ...] = (*OUTPUTS, *formats)
    *named, last = every
    return Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT",
            help=", ".join(named)
            + said(
                f" ou {last} (par défaut : table à l'écran, plain ailleurs).",
                f" or {last} (default: table on a screen, plain elsewhere).",
            ),
            rich_help_panel=_COMMON,
            autocompletion=lambda: list(every),
        ),
    ]


Output = _output()
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="fr|en",
        help=said("Langue des réponses.", "Language of the answers."),
        rich_help_panel=_COMMON,
        autocompletion=lambda: ["fr", "en"],
    ),
]
Data = Annotated[
    str | None,
    typer.Option(
        "--data",
        metavar=said("DOSSIER", "FOLDER"),
        help=said("Autre dossier de données.", "Another data folder."),
        rich_help_panel=_COMMON,
    ),
]
NoColor = Annotated[
    bool,
    typer.Option(
        "--no-color", help=said("Sans couleur.", "Without colour."), rich_help_panel=_COMMON
    ),
]
NoPager = Annotated[
    bool,
    typer.Option(
        "--no-pager",
        help=said("D'une traite, même si c'est plus long que l'écran.",
                  "All at once, even when longer than the screen."),
        rich_help_panel=_COMMON,
    ),
]  # fmt: skip
Today = Annotated[str | None, typer.Option("--today", hidden=True)]
Debug = Annotated[bool, typer.Option("--debug", hidden=True)]

_SHARED: tuple[tuple[str, Any, Any], ...] = (
    ("output", Output, None),
    ("lang", Lang, None),
    ("data", Data, None),
    ("no_color", NoColor, False),
    ("no_pager", NoPager, False),
    ("today", Today, None),
    ("debug", Debug, False),
)


class Helpful:
    """What prints its help as our pages are printed, in one language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - the parser gives it
        """Print the help, and leave: the parser would write a blank line below it."""
        from .help import print_help

        with failing_clearly(False, LANGUAGE):
            print_help(self, ctx)
        raise typer.Exit


class Group(Helpful, TyperGroup):
    """A group of commands that answers for itself a word that is none of them."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command named. Raise UnknownCommandError for another word."""
        if args and args[0] not in self.commands and not ctx.resilient_parsing:
            from avcareers.model.errors import UnknownCommandError

            raise UnknownCommandError(args[0], tuple(self.commands), self.name or "")
        return super().resolve_command(ctx, args)


class DefaultGroup(Group):
    """A group that takes its words for those of its default command when they name no other.

    `avcareers jobs --level entry` is `avcareers jobs list --level entry`.
    """

    default_command = ""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command in when it was left out. Help is about all commands there are."""
        about_all = args == ["--help"] and len(self.commands) > 1
        if not about_all and (not args or args[0] not in self.commands):
            args = [self.default_command, *args]
        return super().parse_args(ctx, args)


class StrictCommand(Helpful, TyperCommand):
    """A command whose options take one value once, unless they are made to be repeated.

    The common options aside: an alias of the shell may give one that who types it gives again.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; of `plan`, a person at a terminal is asked for what it aims at."""
        try:
            return self._read(ctx, args)
        except typer.BadParameter as error:
            if self.name != "plan" or type(error).__name__ != "MissingParameter":
                raise
            from .asking import can_ask
            from .interview import name_and_level_typed

            more = name_and_level_typed(args) if can_ask() else []
            if not more:
                raise
        return self._read(ctx, [*args, *more])

    def _read(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words.

        Raise BadParameter for an option given twice, an empty value, or a number that is none.
        """
        if not ctx.resilient_parsing:
            values, _, given = self.make_parser(ctx).parse_args(args=list(args))
            for parameter in self.params:
                _refuse_empty(parameter, values.get(parameter.name or ""), ctx)
            for option in filter(_takes_one_value, given):
                if given.count(option) > 1:
                    message = said("donnée plusieurs fois, une seule valeur est possible.",
                                   "given more than once, it takes one value.")  # fmt: skip
                    raise typer.BadParameter(message, ctx=ctx, param=option)
        from .numbers import numbers_read

        args, typed = numbers_read(self.params, args)
        try:
            rest = super().parse_args(ctx, args)
        except typer.BadParameter as error:
            # What is repeated is what was typed: 0, not 0.0.
            names = error.param.opts if error.param else ()
            number = next((typed[name] for name in names if name in typed), None)
            if number is not None and " is not " in error.message:
                error.message = f"'{number}' is not {error.message.partition(' is not ')[2]}"
            raise
        for option in self.params:
            value = ctx.params.get(option.name)
            for number in value if isinstance(value, list | tuple) else (value,):
                if isinstance(number, float) and not isfinite(number):
                    message = f"'{number}' is not a valid float."
                    raise typer.BadParameter(message, ctx=ctx, param=option)
        return rest


def _refuse_empty(parameter: Any, value: Any, context: Any) -> None:
    """Raise BadParameter for an empty option, file or folder: the last two would be read as « here »."""
    name = max(parameter.opts, key=len)
    if parameter.param_type_name == "argument":
        if parameter.type.name != "path" and name != "file":
            # What a name that is missing is for, each command says.
            return
        name = (parameter.metavar or name).strip("[]")
    if "" in (value if isinstance(value, list | tuple) else (value,)):
        message = said(f"{name} demande une valeur, pas un texte vide.",
                       f"{name} needs a value, not an empty text.")  # fmt: skip
        raise typer.BadParameter(message, ctx=context)


def _takes_one_value(parameter: Any) -> bool:
    """True if it is an option of the command's own, neither repeatable nor a flag."""
    if parameter.param_type_name != "option" or parameter.name in {key for key, _, _ in _SHARED}:
        return False
    return not (parameter.multiple or parameter.is_flag)


def group_with_default(command: str) -> type[DefaultGroup]:
    """Return a group whose default command is the one named."""
    return type("Group", (DefaultGroup,), {"default_command": command})


def command(
    app: typer.Typer,
    name: str,
    *,
    about: str,
    examples: tuple[str, ...] = (),
    filters: Iterable[inspect.Parameter] = (),
    formats: tuple[str, ...] = (),
    hidden: bool = False,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a command: the function gets a Session, then the values of its own options.

    The values of `filters`, as typed, come together between the two, by the name of their parameter.
    `formats` are those it writes beside the ones that all do.
    """

    def declare(function: Callable[..., None]) -> Callable[..., None]:
        asked = tuple(filters)

        @wraps(function)
        def run(**values: Any) -> None:
            shared = {key: values.pop(key) for key, _, _ in _SHARED}
            typed = [{each.name: values.pop(each.name) for each in asked}] if asked else []
            language = chosen_language(["--lang", shared["lang"]] if shared["lang"] else [])
            kept = kept_options(language, shared["data"])
            with failing_clearly(shared["debug"], language, kept), ExitStack() as ending:
                function(_session(shared, language, ending, formats), *typed, **values)

        own = list(inspect.signature(function, eval_str=True).parameters.values())
        own = [*asked, *own[2 if asked else 1 :]]
        extra = [
            inspect.Parameter(
                key,
                inspect.Parameter.KEYWORD_ONLY,
                default=default,
                annotation=_output(formats) if key == "output" and formats else kind,
            )
            for key, kind, default in _SHARED
        ]
        run.__signature__ = inspect.Signature([*own, *extra])  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in (*own, *extra)}
        app.command(name, cls=StrictCommand, help=about, epilog="\n".join(examples), hidden=hidden)(
            run
        )
        return run

    return declare


def _session(
    shared: dict[str, Any], language: Any, ending: ExitStack, formats: tuple[str, ...]
) -> Session:
    from avcareers.present.notices import pager_prompt
    from avcareers.render.emit import Screen
    from avcareers.text.wording import Wording

    if shared["lang"] is not None and not language_named(shared["lang"]):
        from avcareers.model.errors import BadValueError

        raise BadValueError("--lang", shared["lang"], ("fr", "en"))
    output = choose("--output", shared["output"], (*OUTPUTS, *formats))
    today = shared["today"]
    return Session(
        language=language,
        kept=kept_options(language, shared["data"]),
        today=date.today().isoformat() if today is None else chosen_day("--today", today),
        screen=Screen(
            output,  # type: ignore[arg-type]
            color=False if shared["no_color"] else None,
            pager=not shared["no_pager"],
            prompt=pager_prompt(Wording(language)),
        ),
        data=shared["data"],
        debug=shared["debug"],
        ending=ending,
        notes=[],
    )


def chosen_day(option: str, text: str) -> str:
    """Return a day of the years that data may speak of, written 2026-11-23.

    Raise BadDayError for anything else.
    """
    from avcareers.model.errors import BadDayError

    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadDayError(option, text) from None
    if day.isoformat() != text or not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise BadDayError(option, text)
    return text


def choose(
    option: str, value: str | None, valid: tuple[str, ...], vocabulary: str = ""
) -> str | None:
    """Return a value that the option takes, also when it is typed by one of its other names.

    The vocabulary says what its values are called. A person at a terminal is asked which is meant, when
    it is not clear. Raises BadValueError elsewhere.
    """
    if value is None or value in valid:
        return value
    from avcareers.model.errors import BadValueError
    from avcareers.present.choices import meant

    try:
        return meant(option, value, valid, vocabulary)
    except BadValueError as error:
        from avcareers.text.wording import Wording

        from .asking import value_chosen

        return value_chosen(error, Wording(LANGUAGE))


def choose_all(
    option: str, values: list[str] | None, valid: tuple[str, ...], vocabulary: str = ""
) -> tuple[str, ...]:
    """Return the values of a repeatable option, each once."""
    kept = (choose(option, value, valid, vocabulary) for value in values or ())
    return tuple(dict.fromkeys(value for value in kept if value))
