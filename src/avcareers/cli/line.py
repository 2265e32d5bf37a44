"""What is typed → the command line that is run.

The options that every command has may stand anywhere. Words that are no command are a search, or
the name of a sheet.
"""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .commands import ALSO_TYPED, COMMANDS, COMMON_FLAGS, COMMON_VALUES, HOME
from .language import LANGUAGE, kept_options, said

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

HELP = ("--help", "-h")
SHELL_OPTIONS = ("--install-completion", "--show-completion")
ALONE = ("--version", *SHELL_OPTIONS)
"""Options of the program itself."""


LISTED = {"jobs": "profession", "schools": "school", "stages": "stage", "stage": "stage"}
"""The kind of record that a list lists."""
ONE_OF = {"job": "profession", "school": "school"}
"""The kind of record that a command shows one of."""
WORDED = ("plan", "pay", "compare")
"""Commands after whose names the rest of a phrase may be typed: « plan monteur après le bac à Rennes »."""
SHOWN_BY = ("show", "check")
"""What follows such a command: anything else is a name, which takes the catalogue to know."""


class Line(NamedTuple):
    """The words of a command line, its common options apart."""

    words: list[str]
    common: list[str]

    @property
    def whole(self) -> list[str]:
        """Return the line with its common options last, yet before words that are no options."""
        if "--" not in self.words:
            return [*self.words, *self.common]
        place = self.words.index("--")
        return [*self.words[:place], *self.common, *self.words[place:]]


def split(arguments: Sequence[str]) -> Line:
    """Set apart the common options, wherever they stand, each with its value."""
    words: list[str] = []
    common: list[str] = []
    coming = iter(arguments)
    for word in coming:
        name, equals, _ = word.partition("=")
        if word == "--":
            words += [word, *coming]
        elif word in COMMON_VALUES:
            common += [word, *islice(coming, 1)]
        elif word in COMMON_FLAGS or (equals and name in COMMON_VALUES) or _holds_value(word):
            common.append(word)
        else:
            words.append(word)
    return Line(words, common)


def _holds_value(word: str) -> bool:
    """True if it is a short common option with its value: `-ojson`."""
    return word[:2] in COMMON_VALUES and not word.startswith("--")


def understood(arguments: Sequence[str]) -> list[str]:
    """Return the command line that is meant. Raise DataError when names can't be looked up."""
    line = split(arguments)
    words = as_commands(line.words)
    ahead = words[: words.index("--")] if "--" in words else words
    if words[:1] == ["help"] or any(word in HELP for word in ahead):
        return _help_asked([word for word in words if word not in HELP])
    if words == ["data"]:
        return ["data", "--help"]
    if words[:1] == ["--"]:
        words = ["search", *words]
    first = words[0] if words else HOME
    if first.split("=")[0] in ALONE:
        return words
    if first.startswith("-") or not words:
        words = [HOME, *words]
    elif first not in COMMANDS:
        words = _asked(words, line.common) or ["search", "--known", *words]
    elif kind := _said_after(words):
        words = _asked(words, line.common, kind) or words
    elif first == "explain" and words[1:] and _is_level(words[1:]):
        words = _asked(words[1:], line.common, "topic") or words
    elif first in LISTED and words[1:] and not words[1].startswith("-"):
        words = _after_a_list(words, line.common)
    return Line(words, line.common).whole


def _said_after(words: list[str]) -> str:
    """Return as what the words after a command are read: those of itself, or of one of a kind."""
    first, *rest = words
    if not rest or rest[0] in SHOWN_BY:
        return ""
    return first if first in WORDED else ONE_OF.get(first, "")


def _is_level(words: list[str]) -> bool:
    from avcareers.present.choices import held_alone

    return held_alone(" ".join(words)) is not None


def as_commands(words: list[str]) -> list[str]:
    """Return the words with the command's own, where another was typed for it."""
    if not words or words[0].startswith("-"):
        return words
    from avcareers.text.folding import fold

    if words[0] not in COMMANDS:
        meant = ALSO_TYPED.get((fold(words[0]),))
        words = [*meant, *words[1:]] if meant else words
    meant = ALSO_TYPED.get(tuple(words[:2]))
    words = [*meant, *words[2:]] if meant else words
    if words[0] == "departments" and words[1:] and not words[1].startswith("-"):
        return ["jobs", "--department", *words[1:]]
    return words


def _help_asked(words: list[str]) -> list[str]:
    """Return the line that asks for help about a command, or about the program."""
    while words[:1] == ["help"]:
        words = as_commands(words[1:])
    if words and words[0] not in COMMANDS and not words[0].startswith("-"):
        from avcareers.model.errors import UnknownCommandError

        raise UnknownCommandError(words[0], commands_named())
    command = [word for word in words[:2] if not word.startswith("-")]
    return [*command, "--help"]


def commands_named() -> tuple[str, ...]:
    """Return the commands that one may type."""
    return tuple(name for name in COMMANDS if name != HOME)


def _after_a_list(words: list[str], common: list[str]) -> list[str]:
    """Return what a list and words after it ask for: the sheet of what they name, if they do."""
    if words[1] in ("list", "show"):
        return words
    if LISTED[words[0]] == "stage":
        return _of_stages(words, common)
    return _named(words[1:], common, words[0]) or words


def _named(words: list[str], common: list[str], after: str) -> list[str] | None:
    """Return the sheet of the only record that a list lists, and that bears a name."""
    from avcareers.text.wording import Wording

    from .names import sheet_of
    from .sentences import of_a_kind, of_a_name_begun
    from .session import opened

    count = next((i for i, word in enumerate(words) if word.startswith("-")), len(words))
    data = data_given(common)
    spoken = Wording(LANGUAGE, kept_options(LANGUAGE, data))
    with opened(data, spoken) as catalogue:
        name = " ".join(words[:count])
        sheet = sheet_of(catalogue, name, LISTED[after])
        if sheet and after == "schools":
            _say_if_a_place(catalogue, name)
        sheet = sheet or of_a_kind(catalogue, [after, *words[:count]], spoken)
        if after == "schools":
            sheet = sheet or of_a_name_begun(catalogue, words[:count])
    return [*sheet, *words[count:]] if sheet else None


def _of_stages(words: list[str], common: list[str]) -> list[str]:
    """Return the sheet of the stage that words name, or what answers who asks about a placement.

    In French, a « stage » is also what a pupil does in a company.
    """
    from avcareers.text.wording import Wording

    from .names import is_called, sheet_of
    from .session import opened

    count = next((i for i, word in enumerate(words) if word.startswith("-")), len(words))
    name = " ".join(words[1:count])
    with opened(data_given(common), Wording(LANGUAGE)) as catalogue:
        sheet = sheet_of(catalogue, name, "stage")
        known = sheet or is_called(catalogue, "department", name) or catalogue.near("stage", name)
        if not known:
            placement = sheet_of(catalogue, "stage", "topic") if LANGUAGE == "fr" else None
            return [*placement, *words[count:]] if placement else ["search", "--known", *words]
    return [*(sheet or ("stage", "show", *words[1:count])), *words[count:]]


def _say_if_a_place(catalogue: "Catalogue", name: str) -> None:
    """Say how to list the schools of a place that has the name of a school: « Paris 8 »."""
    from avcareers.query.whereabouts import is_coded_place

    if is_coded_place(catalogue, name):
        from avcareers.render.emit import say
        from avcareers.text.wording import Wording

        near = Wording(LANGUAGE).command("schools", "--near", name)
        say(said(f"Si c'est l'arrondissement : {near}", f"If the arrondissement is meant: {near}"))


def _asked(words: list[str], common: list[str], kind: str = "") -> list[str] | None:
    """Return the command that words ask for, if they do: of all words, or of one record's command."""
    from avcareers.text.wording import Wording

    from .sentences import after_a_command, command_of, of_a_level, of_one_or_list
    from .session import opened

    count = next((i for i, word in enumerate(words) if word.startswith("-")), len(words))
    data = data_given(common)
    spoken = Wording(LANGUAGE, kept_options(LANGUAGE, data))
    with opened(data, spoken) as catalogue:
        said = words[:count]
        if kind in WORDED:
            found = after_a_command(catalogue, said, spoken)
        elif kind == "topic":
            found = of_a_level(catalogue, said, spoken)
        elif kind:
            found = of_one_or_list(catalogue, said, kind, spoken) if count > 1 else None
        else:
            found = command_of(catalogue, said, spoken)
    return [*found, *words[count:]] if found else None


def data_given(common: list[str]) -> str | None:
    """Return the data folder given, if one is."""
    folder = None
    for index, word in enumerate(common):
        if word.startswith("--data="):
            folder = word.partition("=")[2]
        elif word == "--data" and index + 1 < len(common):
            folder = common[index + 1]
    return folder
