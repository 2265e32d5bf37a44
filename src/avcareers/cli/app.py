"""The command line as a whole."""

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from avcareers import __version__
from avcareers.model.errors import BAD_USAGE

from .commands import COMMANDS
from .language import LANGUAGE, said
from .session import failing_clearly

# Typer carries its own copy of Click and does not name this class; BadParameter derives from it.
UsageError: type[typer.BadParameter] = typer.BadParameter.__mro__[1]


WITH_VALUE = frozenset({"--lang", "--data", "--output", "-o", "--today"})
WITHOUT_VALUE = frozenset({"--no-color", "--no-pager", "--debug"})


def leading_common(args: list[str]) -> tuple[list[str], list[str]]:
    """Split the common options that stand before the command from the rest."""
    position = 0
    while position < len(args):
        if args[position] in WITH_VALUE and position + 1 < len(args):
            position += 2
        elif args[position] in WITHOUT_VALUE or args[position].startswith(("--lang=", "--data=")):
            position += 1
        else:
            break
    return args[:position], args[position:]


class _Root(TyperGroup):
    """The commands, with near names for one that does not exist, and a first screen for none."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if ctx.resilient_parsing:
            # A shell asks what may come next: nothing is to be put in.
            return super().parse_args(ctx, args)
        before, args = leading_common(args)
        if "--help" in args and (not args[0:1] or args[0].startswith("-")):
            return super().parse_args(ctx, ["--help"])
        own = {"--version", "--install-completion", "--show-completion"}
        if not args or (args[0].startswith("-") and not own & set(args)):
            # Nothing but common options: what can be asked is the answer.
            args = ["home", *args]
        return super().parse_args(ctx, [*args, *before])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            from avcareers.model.errors import BadValueError

            valid = tuple(name for name, c in self.commands.items() if not c.hidden)
            raise BadValueError("avcareers", args[0], valid)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_Root,
    name="avcareers",
    help=said(
        "Les métiers et les écoles du cinéma et de l'audiovisuel en France : ce qu'on y fait, "
        "comment on y entre, qui répond de quoi. Hors ligne, chaque fait avec sa source.",
        "Jobs and schools of French cinema and audiovisual: what one does, how one gets in, who "
        "answers for what. Offline, each fact with its source.",
    ),
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        from avcareers.render.emit import print_text

        print_text(f"avcareers {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option(
        "--version", callback=_version, is_eager=True,
        help=said("Version.", "Version."))] = False,
) -> None:  # fmt: skip
    """Read the options that stand before any command."""


def add_commands(arguments: list[str]) -> None:
    """Declare the command that the arguments name, or all of them when they name none.

    Declaring a command costs its import and its options; only one is run.
    """
    _, rest = leading_common(arguments)
    named = rest[0] if rest else "home"
    helping = named in {"--help", "--install-completion", "--show-completion"}
    completing = "_AVCAREERS_COMPLETE" in os.environ
    if named.startswith("-") and not helping:
        named = "home"
    if "--help" in arguments and LANGUAGE == "fr":
        _name_panels_in_french()
    wanted = [named] if named in COMMANDS and not (helping or completing) else list(COMMANDS)
    for module in dict.fromkeys(COMMANDS[name].module for name in wanted):
        getattr(import_module(f".{module}", __package__), f"add_{module}")(app)


def _name_panels_in_french() -> None:
    """Translate what Typer writes around our help texts; Options and Arguments are French too."""
    from typer import rich_utils

    rich_utils.COMMANDS_PANEL_TITLE = "Commandes"
    rich_utils.REQUIRED_LONG_STRING = "[obligatoire]"
    rich_utils.DEFAULT_STRING = "[par défaut : {}]"


def main() -> None:
    """Run the command line, and leave with its status."""
    from avcareers.render.safety import use_plain_letters

    for stream in (sys.stdout, sys.stderr):
        # The parser writes its help past our renderers.
        use_plain_letters(stream)
    with failing_clearly("--debug" in sys.argv, LANGUAGE):
        add_commands(sys.argv[1:])
        try:
            status = app(standalone_mode=False)
            # What can't be written is told while it can be.
            sys.stdout.flush()
        except UsageError as error:
            _say_usage(error)
            raise SystemExit(BAD_USAGE) from None
        except typer.Abort:
            raise SystemExit(130) from None
    raise SystemExit(status or 0)


def _say_usage(error: typer.BadParameter) -> None:
    if not str(error):
        # A group without a command has already shown its help.
        return
    from avcareers.present.usage import usage_message
    from avcareers.render.emit import say
    from avcareers.text.wording import Wording

    context = error.ctx
    path = context.command_path if context else "avcareers"
    options = tuple(name for p in context.command.params for name in p.opts) if context else ()
    say(usage_message(error, path, options, Wording(LANGUAGE)))
