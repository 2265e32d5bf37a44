"""Names completed for a shell, before Typer is loaded: that takes longer than finding them."""

import os
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from avcareers.render.emit import print_text

from .commands import COMMANDS, NAMED_ALONE

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

SHELL = "_AVCAREERS_COMPLETE"
"""Environment variable by which a shell asks what may come next."""
AGREEMENTS = "agreement"
"""What is completed by numbers, and has no names."""


def complete(kinds: tuple[str, ...], beginning: str) -> list[str]:
    """Return the keys that begin as typed, or of what has a name that does. Silent without data."""
    from avcareers.model.errors import AvcareersError
    from avcareers.store.location import locate
    from avcareers.store.opening import open_catalogue

    try:
        with closing(open_catalogue(locate())) as catalogue:
            found = [slug for kind in kinds for slug in _begun(catalogue, kind, beginning)]
    except (AvcareersError, OSError):
        return []
    return [slug for slug in found if slug.startswith(beginning)] or found


def _begun(catalogue: "Catalogue", kind: str, beginning: str) -> Iterable[str]:
    """Return the keys of a kind that begin as typed, accents and capitals aside, else the names."""
    if kind == AGREEMENTS:
        from avcareers.query.agreements import agreement_numbers

        return [number for number in agreement_numbers(catalogue) if number.startswith(beginning)]
    return catalogue.slugs(kind, beginning) or catalogue.begun(kind, beginning)


def answer_shell() -> bool:
    """Answer the shell that asks for a name. True if it was answered: Typer answers the rest."""
    action, _, shell = os.environ[SHELL].partition("_")
    if action != "complete":
        return False
    if shell == "bash" and not (
        "COMP_WORDS" in os.environ and os.environ.get("COMP_CWORD", "").isdecimal()
    ):
        # Not as a shell asks: there is nothing to answer, and nobody to tell.
        return True
    words, typed = _words(shell)
    kinds = kinds_after(words, typed)
    if not kinds or typed.startswith("-"):
        return False
    found = complete(kinds, typed)
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        # Fish asks first whether there is anything.
        raise SystemExit(not found)
    print_text(_written(found, typed, shell))
    return True


def _written(found: list[str], typed: str, shell: str) -> str:
    """Return what was found, as the shell reads it."""
    if shell != "zsh":
        return "\n".join(found)
    if found and not found[0].startswith(typed):
        # Of its own, zsh would leave out what does not begin as typed.
        return f"compadd -U -- {' '.join(found)}"
    listed = "\n".join(f'"{slug}"' for slug in found)
    return f"_arguments '*: :(({listed}))'" if found else "_files"


def _words(shell: str) -> tuple[list[str], str]:
    """Return the words after the program's name, and the one being typed, as Typer has them sent."""
    asked = os.environ.get("COMP_WORDS" if shell == "bash" else "_TYPER_COMPLETE_ARGS", "")
    if shell not in {"bash", "zsh", "fish"} or not {"'", '"', "\\"}.isdisjoint(asked):
        # Quoted words are for a real parser.
        return [], ""
    words = asked.split()
    if shell == "bash":
        place = int(os.environ["COMP_CWORD"])
    else:
        place = len(words) - (not asked.endswith(" "))
    return words[1:place], "".join(words[place : place + 1])


def kinds_after(words: list[str], typed: str = "") -> tuple[str, ...]:
    """Return the kinds of record that the word after some may name, in a command or an option."""
    command, sub, *_ = *words, "", ""
    if not words:
        # The name of a command wins; with none typed, only they are told.
        return () if any(name.startswith(typed) for name in COMMANDS) else NAMED_ALONE
    if words[-1].startswith("-"):
        return _kinds_of_option(words[-1])
    if command not in COMMANDS or any(word.startswith("-") for word in words):
        # After an option, the word may be its value.
        return ()
    names = COMMANDS[command].names
    return names.get(sub) or names.get("", ())


def _kinds_of_option(option: str) -> tuple[str, ...]:
    """Return the kinds of record that the value of an option names, whatever the command."""
    from avcareers.query.filters.declaration import entries
    from avcareers.query.filters.jobs import JobFilters
    from avcareers.query.filters.schools import SchoolFilters

    if option == "--agreement":
        return (AGREEMENTS,)
    for filters in (JobFilters, SchoolFilters):
        for entry in entries(filters).values():
            if entry.option == option and entry.names:
                return (entry.names,)
    return ()


def completing(words: str) -> Callable[[str], list[str]]:
    """Return what completes the name after some words of the command line, for Typer."""
    # Found when a shell asks: the tables of filters are of no use to a command.
    return lambda incomplete: complete(kinds_after(words.split()), incomplete)
