"""Published shapes of what is said of schools."""

from typing import Literal

from .base import Record
from .certification import Certification
from .place import Place
from .school import Campus, Programme, Recognition, School
from .source import Source

Standing = Literal["in-force", "expired", "end-unknown", "informative"]


class RecognitionItem(Recognition):
    """A recognition entry, weighed on the day of the answer."""

    standing: Standing
    """In force; expired; its end is unknown; or true without counting."""


class CampusItem(Campus):
    """A campus, with its city."""

    city: Place
    """City."""


class ProgrammeItem(Programme):
    """A programme in a list, with its school."""

    school: str
    """School slug."""
    school_name: str
    """School name."""
    kilometres: float | None
    """Distance to where it is taught, when a city was given."""


class PointItem(Record):
    """A fact to ask a school about."""

    rule: str
    """Rule that raises it."""
    programme: str
    """Programme slug."""
    facts: dict[str, str | int | float | bool | tuple[str, ...] | None]
    """Figures of the fact."""
    source: str | None
    """Source slug; null for the absence of a fact."""


class NearestItem(Record):
    """The nearest public programme that prepares for some of the same jobs."""

    school: str
    """School slug."""
    programme: str
    """Programme slug."""
    kilometres: float | None
    """Distance; null when one of the two is not located."""
    jobs: tuple[str, ...]
    """Jobs both prepare for."""


class SchoolCheckDetail(Record):
    """What to ask a school about."""

    slug: str
    """School slug."""
    today: str
    """Day of the answer."""
    points: tuple[PointItem, ...]
    """Facts to ask about."""
    nearest_public: NearestItem | None
    """The nearest public programme, for a school that is not public."""


class SchoolDetail(School):
    """A school's sheet."""

    recognised: bool
    """Whether a ministry answers for it, on the day of the answer."""
    recognition: tuple[RecognitionItem, ...]
    """Who answers for what."""
    campuses: tuple[CampusItem, ...]
    """Where it teaches."""
    certifications: tuple[Certification, ...]
    """Certifications named, with their successors."""
    sources: tuple[Source, ...]  # type: ignore[assignment]
    """Every source cited, in full."""
