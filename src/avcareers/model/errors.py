"""What can go wrong, for whoever calls: one base class."""

from collections.abc import Mapping
from typing import NamedTuple

NOT_FOUND, BAD_USAGE, BAD_DATA = 1, 2, 3
"""Exit statuses, beside 0."""


class AvcareersError(Exception):
    """Anything the tool refuses to do, with what to say about it."""


class NotFoundError(AvcareersError):
    """Nothing bears the name asked for."""

    def __init__(
        self, kind: str, asked: str, near: tuple[str, ...] = (), topic: str | None = None
    ) -> None:
        """Keep what was asked, the names that look like it, and the topic that explains it."""
        super().__init__(f"{kind}: {asked}")
        self.kind = kind
        self.asked = asked
        self.near = near
        self.topic = topic
        self.searched = False
        """Whether a search finds something for what was asked."""
        self.said_by: tuple[str, ...] = ()
        """The command that shows the sheet which says the most of it, if one does."""
        self.sheet_only = False
        """Whether of the nearest name only the sheet says something, not the command typed."""


class AmbiguousNameError(AvcareersError):
    """Several records bear the name asked for."""

    def __init__(self, kind: str, asked: str, slugs: tuple[str, ...]) -> None:
        """Keep what was asked, and every record that bears it."""
        super().__init__(f"{kind}: {asked}")
        self.kind = kind
        self.asked = asked
        self.slugs = slugs
        self.called: dict[str, str] = {}
        """What each is called in a list, by key, when that was looked up."""


class BadValueError(AvcareersError):
    """An option was given a value it does not take."""

    def __init__(
        self,
        option: str,
        value: str,
        valid: tuple[str, ...],
        near: tuple[str, ...] = (),
        vocabulary: str = "",
    ) -> None:
        """Keep the option, the value, the values it takes, those near, and what labels them."""
        super().__init__(f"{option}: {value}")
        self.option = option
        self.value = value
        self.valid = valid
        self.near = near
        self.vocabulary = vocabulary
        self.kind = ""
        """The kind of record that the option names, if it names any."""


class AmbiguousValueError(BadValueError):
    """An option was given words that several of its values, the near ones, are called by."""

    more = False
    """Whether there are others, further."""


class UnknownCommandError(AvcareersError):
    """A word that stands where a command is due is none."""

    def __init__(self, asked: str, valid: tuple[str, ...], group: str = "") -> None:
        """Keep the word, the commands there are, and the command whose own they are."""
        super().__init__(asked)
        self.asked = asked
        self.valid = valid
        self.group = group


class NothingFoundError(AvcareersError):
    """Words that nothing in the catalogue answers to, or that a list does not take."""

    def __init__(
        self,
        asked: str,
        near: tuple[tuple[str, tuple[str, ...]], ...] = (),
        understood: tuple[str, ...] = (),
    ) -> None:
        """Keep the words, the keys that look like them, by kind, and the command understood."""
        super().__init__(asked)
        self.asked = asked
        self.near = near
        self.understood = understood
        self.searched = False
        """Whether a search finds something for them."""


class BadDayError(AvcareersError):
    """An option was given something else than a day that data may speak of."""

    def __init__(self, option: str, value: str) -> None:
        """Keep the option and the value."""
        super().__init__(f"{option}: {value}")
        self.option = option
        self.value = value


class OneValueError(AvcareersError):
    """Two values were given for an option that takes one."""

    def __init__(self, option: str, values: tuple[str, str]) -> None:
        """Keep the option and the values."""
        super().__init__(f"{option}: {', '.join(values)}")
        self.option = option
        self.values = values


class MixedKindsError(AvcareersError):
    """Things of different kinds were asked to stand side by side."""

    def __init__(self, found: tuple[tuple[str, str], ...], instead: tuple[str, str]) -> None:
        """Keep the kind and the key of each, and two jobs that can be compared instead."""
        super().__init__(", ".join(f"{slug} ({kind})" for kind, slug in found))
        self.found = found
        self.instead = instead


class SameRecordError(AvcareersError):
    """Several names were given, and all are those of one record."""

    def __init__(self, kind: str, slug: str, names: tuple[str, ...]) -> None:
        """Keep the kind and the key of the record, and the names."""
        super().__init__(f"{kind} {slug}: {', '.join(names)}")
        self.kind = kind
        self.slug = slug
        self.names = names


class WrongCountError(AvcareersError):
    """Too few or too many things were asked to stand side by side."""

    def __init__(self, given: int, fewest: int, most: int) -> None:
        """Keep how many were given, and how many can be."""
        super().__init__(f"{given}, not {fewest} to {most}")
        self.given = given
        self.fewest = fewest
        self.most = most


class UnquotedError(AvcareersError):
    """Words that no name is, but that make names together, were given without quotes."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Keep the names that they make."""
        super().__init__(", ".join(names))
        self.names = names


class Problem(NamedTuple):
    """One thing wrong in a data file."""

    file: str
    """Name of the file."""
    line: int
    """Line, from 1; 0 when the whole file is meant."""
    column: int
    """Column, from 1."""
    where: str
    """Record and field: `la-femis.programmes[2].fees[0].low`."""
    message: str
    """What must hold, what was found, how to mend it."""

    def __str__(self) -> str:
        """Return `file:line:column  where: message`."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return (
            f"{place}  {self.where}: {self.message}" if self.where else f"{place}  {self.message}"
        )


class DataError(AvcareersError):
    """The data files cannot be used: every problem is listed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems, in the order of files and lines."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class DamagedError(AvcareersError):
    """The compiled catalogue, whole when it was opened, proved damaged while it was read."""


class Wrong(NamedTuple):
    """One thing wrong in a file of contracts."""

    line: int
    """Line, from 1; 0 when the whole file is meant."""
    column: int
    """Number of the column, from 1; 0 when the whole line is meant."""
    field: str
    """Name of the column, as the file writes it."""
    what: str
    """Which rule it breaks: a key of `present/contracts.py`."""
    found: str = ""
    """What was found, or what it disagrees with."""


class ContractsError(AvcareersError):
    """A file of contracts can't be counted: everything wrong is listed."""

    def __init__(self, file: str, wrong: tuple[Wrong, ...]) -> None:
        """Keep the name of the file, and what is wrong, line after line."""
        super().__init__(f"{file}: {len(wrong)}")
        self.file = file
        self.wrong = wrong


class OccupiedError(AvcareersError):
    """A folder to write a site in holds something else."""


class DeadLinksError(AvcareersError):
    """Links of a site lead nowhere: it is not published."""

    def __init__(self, links: list[str]) -> None:
        """Keep the links, each with its page."""
        super().__init__("\n".join(links))
        self.links = links


class ExportError(AvcareersError):
    """An export of a register can't be read: it is broken, or something else."""

    def __init__(self, file: str, line: int, what: str, found: Mapping[str, str]) -> None:
        """Keep the name of the file, the line (0 for all of it), what it breaks, what was found."""
        super().__init__(f"{file}:{line} {what}")
        self.file = file
        self.line = line
        self.what = what
        """A key of `present/register_files.py`."""
        self.found = found
