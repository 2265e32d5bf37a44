"""The command line as a whole."""

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from avcareers import __version__
from avcareers.model.errors import BAD_USAGE

from .command import Group
from .commands import COMMANDS
from .language import LANGUAGE, kept_options, said
from .line import HELP, SHELL_OPTIONS, data_given, split, understood
from .session import failing_clearly

if TYPE_CHECKING:
    from avcareers.text.wording import Wording

# Typer carries its own copy of Click and does not name this class; BadParameter derives from it.
UsageError: type[typer.BadParameter] = typer.BadParameter.__mro__[1]

app = typer.Typer(
    cls=Group,
    name="avcareers",
    help=said(
        "Les métiers et les écoles du cinéma et de l'audiovisuel en France : ce qu'on y fait, "
        "comment on y entre, qui répond de quoi. Hors ligne, chaque fait avec sa source.",
        "Jobs and schools in French cinema and audiovisual: what the work is, how to get in, who "
        "stands behind each diploma. Offline, each fact with its source.",
    ),
    context_settings={"help_option_names": list(HELP)},
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _version(asked: bool) -> None:
    if asked:
        from avcareers.render.emit import print_text
        from avcareers.store.location import data_version, locate

        data = data_version(locate(data_given(split(sys.argv[1:]).common)).folder)
        print_text(f"avcareers {__version__}" + (f" (data {data})" if data else ""))
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option(
        "--version", callback=_version, is_eager=True,
        help=said("Version.", "Version."))] = False,
) -> None:  # fmt: skip
    """Read the options that stand before any command."""


def add_commands(words: list[str]) -> None:
    """Declare the command that the words name, or all of them when they name none.

    Declaring a command costs its import and its options; only one is run.
    """
    named = words[0] if words else ""
    wanted = [named] if named in COMMANDS else list(COMMANDS)
    if named in {*HELP, "--version"}:
        # The program's own help and version name no command that is declared.
        wanted = []
    for module in dict.fromkeys(COMMANDS[name].module for name in wanted):
        getattr(import_module(f".{module}", __package__), f"add_{module}")(app)


def main() -> None:
    """Run the command line, and leave with its status."""
    from avcareers.render.safety import use_plain_letters

    for stream in (sys.stdout, sys.stderr):
        # The parser writes past our renderers.
        use_plain_letters(stream)
    kept = kept_options(LANGUAGE, data_given(split(sys.argv[1:]).common))
    with failing_clearly("--debug" in sys.argv, LANGUAGE, kept):
        if os.environ.get("_AVCAREERS_COMPLETE"):
            # A shell asks what may come next: nothing is to be put in.
            from .shells import ready_for_shells

            ready_for_shells()
            add_commands([])
            words = []
        else:
            words = understood(sys.argv[1:])
            typed = split(sys.argv[1:]).words
            if typed and typed[0] not in COMMANDS and words[0] != "search":
                # A phrase was understood as a command: messages speak of that one.
                sys.argv[1:] = words
            add_commands(words)
        try:
            _serve_shell(words)
            status = app(words, prog_name="avcareers", standalone_mode=False)
            # What can't be written is told while it can be.
            sys.stdout.flush()
        except UsageError as error:
            from avcareers.text.wording import Wording

            _say_usage(error, words, Wording(LANGUAGE, kept))
            raise SystemExit(BAD_USAGE) from None
        except typer.Abort:
            raise SystemExit(130) from None
    raise SystemExit(status or 0)


def _serve_shell(words: list[str]) -> None:
    """Install the completion of a shell, or show it, when that is what is asked."""
    option, _, shell = words[0].partition("=") if words else ("", "", "")
    if option in SHELL_OPTIONS:
        from .shells import serve_shell

        serve_shell(option, *filter(None, (shell, *words[1:])))
        raise SystemExit(0)


def _say_usage(error: typer.BadParameter, typed: list[str], words: "Wording") -> None:
    from avcareers.present.usage import usage_message
    from avcareers.render.emit import say

    context = error.ctx
    # The parser does not say in which command an option lacks its value.
    path = context.command_path if context else " ".join(["avcareers", *typed[:1]])
    options = tuple(name for p in context.command.params for name in p.opts) if context else ()
    say(usage_message(error, path, options, words))
