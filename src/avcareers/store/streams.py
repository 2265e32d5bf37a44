"""Data files as streams of text: what is read of them, and what is told when they can't be."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Protocol, TextIO

from avcareers.model.errors import Problem


class Sources(Protocol):
    """The files of a data folder, wherever they are."""

    @property
    def folder(self) -> Path:
        """Where they are."""

    def names(self) -> tuple[str, ...]:
        """Give those that exist: YAML by name without its ending, tables by path."""

    def open(self, name: str) -> BinaryIO:
        """Open one from its beginning. Raises OSError when it can't be read."""


class UnreadableError(Exception):
    """A file that is not text, or can't be read: what is wrong, and where."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(str(problem))
        self.problem = problem


@contextmanager
def text_of(sources: Sources, name: str, file: str) -> Iterator[TextIO]:
    """Open a file as text, its ends of lines as they are. Raises UnreadableError.

    `file` is what a problem calls it.
    """
    try:
        # « utf-8-sig » would count the byte order mark as nothing; the readers know what it is.
        with TextIOWrapper(sources.open(name), "utf-8", newline="") as text:
            yield text
    except UnicodeDecodeError:
        # It tells the place in what was read at once: look for the one in the whole file.
        with sources.open(name) as whole:
            raise UnreadableError(_not_text(file, whole.read())) from None
    except OSError as error:
        message = f"must be a file that can be read ({error})"
        raise UnreadableError(Problem(file, 0, 0, "", message)) from error


def _not_text(file: str, raw: bytes) -> Problem:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"must be UTF-8 text, found byte 0x{raw[error.start]:02x}"
        return Problem(file, line, len(before) + 1, "", message)
    return Problem(file, 0, 0, "", "must not change while it is read")
