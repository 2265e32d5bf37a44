"""The codes of the French job directory (ROME) that the catalogue may cite."""

from typing import Annotated

from pydantic import Field

from .base import IsoDate, Line, Record, Slug

RomeCode = Annotated[str, Field(pattern=r"^[A-N][0-9]{4}$")]


class RomeEntry(Record):
    """A code of the ROME directory, carried as data so that a wrong code is noticed offline."""

    slug: Slug
    """Key: the code in lower case."""
    code: RomeCode
    """Code."""
    title: Line
    """Official French title."""
    riasec: Annotated[str, Field(pattern=r"^[RIASEC]{1,2}$")] | None = None
    """Holland letters, major then minor."""
    near: tuple[RomeCode, ...] = ()
    """Codes of this file that the directory calls near: a move for all its jobs."""
    next: tuple[RomeCode, ...] = ()
    """Codes of this file one may go on to, with training or experience: a move for all its jobs."""
    read_on: IsoDate
    """Day the directory was read."""
