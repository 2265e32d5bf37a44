"""Whether a command written in the data is one of ours."""

from importlib import import_module
from shlex import split
from typing import Any

import typer
from typer.main import get_command

from .app import UsageError
from .commands import COMMANDS


def is_ours(text: str) -> bool:
    """True if a text, without the program's name, is a command that there is, with its options."""
    try:
        name, *words = split(text)
    except ValueError:
        return False
    command = _declared(name) if name in COMMANDS else None
    while command and hasattr(command, "commands"):
        chosen = words[0] if words else ""
        if chosen in command.commands:
            words = words[1:]
        else:
            chosen = getattr(command, "default_command", "")
        command = command.commands.get(chosen)
    if not command:
        return False
    try:
        command.make_parser(command.context_class(command)).parse_args(args=words)
    except UsageError:
        return False
    return True


def _declared(name: str) -> Any:
    """Return a command, declared where no other is."""
    app = typer.Typer()
    module = COMMANDS[name].module
    getattr(import_module(f".{module}", __package__), f"add_{module}")(app)
    # Alone, it would be the program.
    app.command("-")(lambda: None)
    return get_command(app).commands.get(name)  # type: ignore[attr-defined]
