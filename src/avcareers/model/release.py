"""A release of the data, and what changed since the one before: meanings, not lines."""

from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from .base import IsoDate, Line, Record, Slug, Text
from .vocabulary import ChangeKind, FollowedKind

MOST = 100_000_000
"""No fact of the catalogue is a number past it."""
_Whole = Annotated[int, Field(ge=-MOST, le=MOST)]
_Decimal = Annotated[float, Field(ge=-MOST, le=MOST)]
Value = Line | _Whole | _Decimal | bool
"""Something coded: a number, a day, a name of a closed list, a key, or true for what is there."""


class FactChange(Record):
    """How one fact of a record differs from what the release before said.

    A fact that is one value has it before and after. One that is several, the jobs a programme prepares
    for, has what was lost and what was gained. A value made of parts is written `low=9500 year=2026-2027`.
    """

    fact: Line
    """Path of the fact in the record: `programmes.montage.fees`."""
    kind: ChangeKind
    """What happened."""
    before: Value | None = None
    """What the release before said; absent when it said nothing."""
    after: Value | None = None
    """What this one says; absent when it says nothing."""
    lost: tuple[Line, ...] = ()
    """What is no longer among the values of a fact that has several."""
    gained: tuple[Line, ...] = ()
    """What is newly among them."""

    def model_post_init(self, _context: object, /) -> None:
        """Refuse a change that changes nothing, and one from or to nothing that its kind does not mean."""
        if self.before == self.after and not self.lost and not self.gained:
            raise PydanticCustomError("same", "must say what is lost or gained, or what was before")
        if self.kind in {"added", "newly-known"} and (self.before is not None or self.lost):
            message = "must have neither `before` nor `lost`: nothing was known"
            raise PydanticCustomError("before", message)
        if self.kind in {"removed", "now-unknown"} and (self.after is not None or self.gained):
            message = "must have neither `after` nor `gained`: nothing is known any more"
            raise PydanticCustomError("after", message)


class RecordChange(Record):
    """What changed in one record."""

    record: FollowedKind
    """Kind of record."""
    slug: Slug
    """Its key; of a record that is no longer there, the key it had."""
    kind: ChangeKind | None = None
    """What happened to it as a whole: added, removed, renamed, read again; absent otherwise."""
    formerly: tuple[Slug, ...] = ()
    """Keys it had in the release before, when it was renamed or took others in."""
    facts: tuple[FactChange, ...] = ()
    """Facts that changed."""
    texts: tuple[Line, ...] = ()
    """Fields whose texts, which are ours, were written again."""


class Release(Record):
    """A state of the data that was published."""

    slug: Annotated[Slug, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])-[1-9][0-9]*$")]
    """Key: its version with hyphens, `2026-11-2` for 2026.11.2."""
    day: IsoDate
    """Day it was made."""
    note: Text | None = None
    """What there is to know of it, in a sentence."""
    records: tuple[RecordChange, ...] = ()
    """What changed since the release before; empty for the first."""
