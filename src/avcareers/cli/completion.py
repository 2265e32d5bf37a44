"""Names completed for a shell, before Typer is loaded: that takes longer than finding them."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from avcareers.render.emit import print_text
from avcareers.render.formats import OUTPUTS

from .commands import COMMANDS, JOB, NAMED_ALONE
from .language import LANGUAGE, Language, chosen_language
from .line import data_given
from .shell_line import ShellLine, shell_line
from .told import Told, told_to_bash, told_to_fish, told_to_zsh

if TYPE_CHECKING:
    from avcareers.query.filters.declaration import Filter
    from avcareers.store.catalogue import Catalogue

SHELL = "_AVCAREERS_COMPLETE"
"""Environment variable by which a shell asks what may come next."""
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
SHOWN = {f"source_{shell}" for shell in SHELLS}
"""What asks for the script of a shell, which Typer has."""
AGREEMENTS = "agreement"
"""What is completed by numbers, and has no names."""
_COMMON = {"--output": OUTPUTS, "-o": OUTPUTS, "--lang": ("fr", "en")}
"""The values of the common options that have few."""
_NAMED_BY = {"--agreement": (AGREEMENTS,), "--from": JOB}
"""The kinds of record that options which filter nothing name."""


def complete(
    kinds: tuple[str, ...], beginning: str, data: str | None = None, language: Language = "fr"
) -> list[Told]:
    """Return the keys that begin as typed, or of what has a name that does. Silent without data.

    Nobody waits for a catalogue to be compiled: the last one answers, if there is one.
    """
    from avcareers.model.errors import AvcareersError
    from avcareers.store.location import locate
    from avcareers.store.opening import open_compiled

    try:
        catalogue = open_compiled(locate(data))
        if catalogue is None:
            return []
        with closing(catalogue):
            found = [
                each for kind in kinds for each in _begun(catalogue, kind, beginning, language)
            ]
    except (AvcareersError, OSError):
        return []
    return [one for one in found if one.value.startswith(beginning)] or found


def _begun(catalogue: "Catalogue", kind: str, beginning: str, language: Language) -> Iterator[Told]:
    """Yield the keys of a kind that begin as typed, accents and capitals aside, else the names."""
    if kind == AGREEMENTS:
        from avcareers.query.agreements import agreement_numbers

        found: Iterable[str] = (n for n in agreement_numbers(catalogue) if n.startswith(beginning))
    else:
        found = catalogue.slugs(kind, beginning) or catalogue.begun(kind, beginning)
    names = catalogue.called(kind, language)
    yield from (Told(key, names.get(key, "").replace("'", "’")) for key in found)


def answer_shell() -> bool:
    """Answer the shell that asks for a name or a value. True if it was answered, or asks nothing.

    Typer answers the rest. Raise SystemExit with what fish, or an unknown shell, is told.
    """
    action, _, shell = os.environ[SHELL].partition("_")
    if os.environ[SHELL] in SHOWN:
        return False
    if action != "complete" or shell not in SHELLS:
        # Nobody reads what would be said.
        raise SystemExit(2)
    line = shell_line(shell)
    if line is None or shell not in ("bash", "zsh", "fish"):
        return line is None
    found = _found(line)
    if found is None:
        return False
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        # Fish asks first whether there is anything.
        raise SystemExit(not found)
    # Bash has what stands before « = » apart.
    whole = [one._replace(value=f"{line.kept}{one.value}") for one in found]
    match shell:
        case "bash":
            print_text(told_to_bash(found))
        case "fish":
            print_text(told_to_fish(whole))
        case _:
            print_text(told_to_zsh(whole, f"{line.kept}{line.typed}"))
    return True


def _found(line: ShellLine) -> list[Told] | None:
    """Return the names or values that may come next; nothing where it is for Typer to say."""
    if line.option:
        values: Iterable[str] = _COMMON.get(line.option, ())
        return [Told(value) for value in values if value.startswith(line.typed)]
    if line.typed.startswith("-"):
        return None
    if not line.words and len(line.typed) > 1 and "help".startswith(line.typed):
        # No command is declared for it.
        return [Told("help")]
    values, vocabulary = _values_after(line.words)
    kinds = kinds_after(line.words, line.typed)
    if not values and not kinds:
        return None
    language = chosen_language(line.common)
    if values:
        from avcareers.present.choices import begun, called

        found = begun(line.typed, values, vocabulary)
        if found or not kinds:
            return [
                Told(value, called(value, vocabulary, language).replace("'", "’"))
                for value in found
            ]
    return complete(kinds, line.typed, data_given(line.common), language)


def described(values: Iterable[str], vocabulary: str, language: Language) -> list[Told]:
    """Return the values of an option, with what each stands for."""
    from avcareers.present.choices import called

    return [Told(each, called(each, vocabulary, language).replace("'", "’")) for each in values]


def _values_after(words: list[str]) -> tuple[tuple[str, ...], str]:
    """Return the values of the option that was typed last, and what labels them, if it has any."""
    if words[-1:] == ["--from"]:
        from avcareers.model.vocabulary import ENTRY_LEVELS

        return tuple(ENTRY_LEVELS), "entry-level"
    listed = words[:1] in (["jobs"], ["schools"], ["match"])
    entry = next(_filters_of(words), None) if listed else None
    return (tuple(entry.choices), entry.vocabulary) if entry else ((), "")


def kinds_after(words: list[str], typed: str = "") -> tuple[str, ...]:
    """Return the kinds of record that the word after some may name, in a command or an option."""
    command, sub, *_ = *words, "", ""
    if not words:
        # The name of a command wins; with none typed, only they are told.
        return () if any(name.startswith(typed) for name in COMMANDS) else NAMED_ALONE
    if words[-1].startswith("-"):
        return _kinds_of_option(words)
    if command not in COMMANDS or any(word.startswith("-") for word in words):
        # After an option, the word may be its value.
        return ()
    names = COMMANDS[command].names
    return names.get(sub) or names.get("", ())


def _kinds_of_option(words: list[str]) -> tuple[str, ...]:
    """Return the kinds of record that the value of the option typed last names."""
    if words[-1] in _NAMED_BY:
        return _NAMED_BY[words[-1]]
    return next(((entry.names,) for entry in _filters_of(words) if entry.names), ())


def _filters_of(words: list[str]) -> "Iterator[Filter]":
    """Yield the filters that the option typed last is of: of its list, or of any elsewhere."""
    if not words[-1].startswith("-"):
        return
    from avcareers.query.filters.declaration import entries
    from avcareers.query.filters.jobs import JobFilters
    from avcareers.query.filters.schools import SchoolFilters
    from avcareers.query.match.wishes import Wishes

    lists: dict[str, tuple[Any, ...]] = {
        "jobs": (JobFilters,), "schools": (SchoolFilters,), "match": (Wishes,),
    }  # fmt: skip
    for filters in lists.get(words[0], (JobFilters, SchoolFilters)):
        for entry in entries(filters).values():
            if words[-1] in {entry.option, *entry.aliases}:
                yield entry


def completing(words: str) -> Callable[[str], list[Told]]:
    """Return what completes the name after some words of the command line, for Typer."""
    # Found when a shell asks: the tables of filters are of no use to a command.
    return lambda incomplete: complete(kinds_after(words.split()), incomplete, language=LANGUAGE)
