"""What `-o json` gives: the published shapes, from which `schema/output/` is generated.

A list gives an array of the `…Item` shapes, a sheet one `…Detail`. Values are raw: slugs, ISO
dates, numbers with their unit in the name; null means not known.
"""

from .base import Record
from .output_plan import PlanDetail
from .output_schools import SchoolCheckDetail, SchoolDetail
from .profession import Profession, Title
from .source import Source
from .vocabulary import SchoolKind


class Named(Record):
    """A job, by its key and titles."""

    slug: str
    """Key."""
    title: Title
    """Titles."""


class Passed(Record):
    """Something handed from one job to another."""

    giver: str
    """Job that hands it over."""
    receiver: str
    """Job that receives it."""
    stage: str
    """Stage during which it happens."""
    deliverable: str | None
    """Deliverable of the chain, when it is one."""
    fr: str
    """What it is, in French."""
    en: str
    """What it is, in English."""


class CourseExample(Record):
    """A programme that prepares for the job."""

    school: str
    """School slug."""
    programme: str
    """Programme slug."""


class TrainingCount(Record):
    """Programmes that prepare for the job, counted."""

    programmes: int
    """Programmes."""
    schools: int
    """Schools that teach them."""
    by_kind: dict[SchoolKind, int]
    """Schools by kind."""
    alternance: int
    """Schools where one is known to be in alternance."""
    examples: tuple[CourseExample, ...]
    """The first of each kind of school by name."""
    through: dict[str, int]
    """Schools that prepare for the jobs leading to this one, when none prepares for it."""


class JobDetail(Profession):
    """A job's sheet: the record, with what other records say of it."""

    sources: tuple[Source, ...]  # type: ignore[assignment]
    """Sources, in full."""
    leads: tuple[str, ...]
    """Jobs that answer to it."""
    comes_from: tuple[str, ...]
    """Jobs that usually lead to it."""
    gives: tuple[Passed, ...]
    """What it hands over."""
    receives: tuple[Passed, ...]
    """What it receives."""
    training: TrainingCount
    """Programmes that prepare for it."""


LISTS: dict[str, type[Record]] = {
    "compare-jobs": JobDetail,
    "compare-schools": SchoolDetail,
}
"""Commands that give an array, by the name of their schema."""
SHEETS: dict[str, type[Record]] = {
    "job-show": JobDetail,
    "school-show": SchoolDetail,
    "school-check": SchoolCheckDetail,
    "plan": PlanDetail,
}
"""Commands that give one object, by the name of their schema."""
