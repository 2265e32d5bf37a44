"""How a command is declared: its own options, then the ones every command has."""

import inspect
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import date
from functools import wraps
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from avcareers.render.formats import OUTPUTS

from .language import chosen_language, said
from .session import Session, failing_clearly

_COMMON = said("Options communes", "Common options")

Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT",
        help=", ".join(OUTPUTS[:-1])
        + said(
            f" ou {OUTPUTS[-1]} (par défaut : table à l'écran, plain ailleurs).",
            f" or {OUTPUTS[-1]} (default: table on a screen, plain elsewhere).",
        ),
        rich_help_panel=_COMMON,
        autocompletion=lambda: list(OUTPUTS),
    ),
]
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
Today = Annotated[str | None, typer.Option("--today", hidden=True)]
Debug = Annotated[bool, typer.Option("--debug", hidden=True)]

_SHARED: tuple[tuple[str, Any, Any], ...] = (
    ("output", Output, None),
    ("lang", Lang, None),
    ("data", Data, None),
    ("no_color", NoColor, False),
    ("today", Today, None),
    ("debug", Debug, False),
)


class DefaultGroup(TyperGroup):
    """A group that takes its words for those of its default command when they name no other.

    `avcareers jobs --level entry` is `avcareers jobs list --level entry`.
    """

    default_command = ""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command in when it was left out."""
        if not args or args[0] not in self.commands:
            args = [self.default_command, *args]
        return super().parse_args(ctx, args)


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
    hidden: bool = False,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a command: the function gets a Session, then the values of its own options.

    The values of `filters`, as typed, come together between the two, by the name of their parameter.
    """

    def declare(function: Callable[..., None]) -> Callable[..., None]:
        asked = tuple(filters)

        @wraps(function)
        def run(**values: Any) -> None:
            shared = {key: values.pop(key) for key, _, _ in _SHARED}
            typed = [{each.name: values.pop(each.name) for each in asked}] if asked else []
            language = chosen_language(["--lang", shared["lang"]] if shared["lang"] else [])
            with failing_clearly(shared["debug"], language), ExitStack() as ending:
                function(_session(shared, language, ending), *typed, **values)

        own = list(inspect.signature(function, eval_str=True).parameters.values())
        own = [*asked, *own[2 if asked else 1 :]]
        extra = [
            inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for key, kind, default in _SHARED
        ]
        run.__signature__ = inspect.Signature([*own, *extra])  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in (*own, *extra)}
        app.command(name, help=_with_examples(about, examples), hidden=hidden)(run)
        return run

    return declare


def _with_examples(help_text: str, examples: tuple[str, ...]) -> str:
    if not examples:
        return help_text
    title = said("Exemples :", "Examples:")
    listed = "\n\n".join(f"  avcareers {example}" for example in examples)
    return f"{help_text}\n\n{title}\n\n{listed}"


def _session(shared: dict[str, Any], language: Any, ending: ExitStack) -> Session:
    from avcareers.render.emit import Screen

    choose("--lang", shared["lang"], ("fr", "en"))
    output = choose("--output", shared["output"], OUTPUTS)
    today = shared["today"]
    return Session(
        language=language,
        today=date.today().isoformat() if today is None else chosen_day("--today", today),
        screen=Screen(output, False if shared["no_color"] else None),  # type: ignore[arg-type]
        data=shared["data"],
        debug=shared["debug"],
        ending=ending,
    )


def chosen_day(option: str, text: str) -> str:
    """Return a day of the calendar, written 2026-11-23. Raise BadValueError for anything else."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        from avcareers.model.errors import BadValueError

        raise BadValueError(option, text, (date.today().isoformat(),)) from None


def choose(option: str, value: str | None, valid: tuple[str, ...]) -> str | None:
    """Return a value that the option takes. Raise BadValueError for any other."""
    if value is None or value in valid:
        return value
    from avcareers.model.errors import BadValueError

    raise BadValueError(option, value, valid)


def choose_all(option: str, values: list[str] | None, valid: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values of a repeatable option, each once."""
    kept = (choose(option, value, valid) for value in values or ())
    return tuple(dict.fromkeys(value for value in kept if value))
