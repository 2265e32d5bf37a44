"""A job of the production chain: everything its sheet says, except what other records say of it.

Who it leads, who hands it what, which jobs lead to it and which programmes train for it are
computed from the other side of the relation: a fact is written once.
"""

from typing import Annotated

from pydantic import Field

from .base import IsoDate, Line, Record, Refers, Slug, SourceId, Text
from .chain import DepartmentSlug, StageSlug
from .rome import RomeCode
from .vocabulary import Activity, Answer, Confidence, Level, Regime, RomeMatch, Sector, WorkKind

ProfessionSlug = Annotated[Slug, Refers("profession")]
DeliverableSlug = Annotated[Slug, Refers("deliverable")]
Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Title(Record):
    """The job's title, both genders in French and the screen credit in English."""

    fr_m: Line
    """Masculine French title."""
    fr_f: Line
    """Feminine French title; the same text when the title is epicene."""
    en: Line
    """English title, British usage."""


class OtherNames(Record):
    """Other names people use: set slang, credits, older titles."""

    fr: tuple[Line, ...] = ()
    """In French."""
    en: tuple[Line, ...] = ()
    """In English."""


class HandOver(Record):
    """What this job hands to others: a deliverable of the chain, or something described."""

    deliverable: DeliverableSlug | None = None
    """A deliverable of one of the stages, when it is one."""
    what: Text | None = None
    """Otherwise what is handed over, in a few words."""
    stage: StageSlug
    """During which stage."""
    to: Annotated[tuple[ProfessionSlug, ...], Field(min_length=1)]
    """Who receives it."""


class Neighbour(Record):
    """A job this one is confused with."""

    job: ProfessionSlug
    """The other job."""
    difference: Text
    """What decides between the two, in one sentence."""


class Condition(Record):
    """One line of the frank checklist."""

    answer: Answer
    """Yes, sometimes or no."""
    note: Text | None = None
    """When, or how much."""
    source: SourceId
    """Where it was read."""


class DayToDay(Record):
    """The frank checklist of working life, as far as a source says it of this very job.

    What the ROME attaches to its code is written once, with the code. What neither says is unknown.
    """

    nights: Condition | None = None
    """Does one work at night?"""
    weekends: Condition | None = None
    """Does one work at the weekend?"""
    holidays: Condition | None = None
    """Does one work on public holidays?"""
    irregular_hours: Condition | None = None
    """Are hours irregular, staggered, or on call?"""
    seasonality: Condition | None = None
    """Does work come in seasons or peaks?"""
    travel: Condition | None = None
    """Does one work far from home?"""
    outdoors: Condition | None = None
    """Does one work outdoors?"""
    height: Condition | None = None
    """Does one work at height?"""
    physical_load: Condition | None = None
    """Is it physically demanding?"""
    telework: Condition | None = None
    """Can one work from home?"""
    working_alone: Condition | None = None
    """Does one work alone?"""
    own_equipment: Condition | None = None
    """Is one expected to bring one's own equipment?"""
    driving_licence: Condition | None = None
    """Is a driving licence asked for?"""


class Hiring(Record):
    """How an employer sector hires for this job."""

    sector: Sector
    """Employer sector."""
    regime: Regime | None = None
    """Social regime, in principle; absent when not known."""
    cdd_usage: bool | None = None
    """Whether a text read opens the job to the CDD d'usage; absent when not known."""
    listed_as: tuple[Line, ...] = ()
    """Titles as printed in the text, when they are."""
    as_of: IsoDate | None = None
    """Day of the version of the text; absent when it bears none."""
    confidence: Confidence
    """How well it is supported."""
    sources: Sources
    """Texts read."""


class WorkMinimum(Record):
    """A minimum that authors are owed for a work: what an agreement of authors and producers sets."""

    text: Text
    """What it pays, and how much, or that the amounts are not known; one sentence."""
    since: IsoDate
    """Day from which it holds."""
    until: IsoDate | None = None
    """Last day it binds every producer; absent when no end is known."""
    looked_up: IsoDate
    """Day a newer text was last looked for."""
    sources: Sources
    """Where it was read."""


class Skill(Record):
    """A skill one can show, and how."""

    skill: Text
    """What one can do."""
    shown_by: Text
    """What to bring that proves it."""


class Tool(Record):
    """What one works with: software, a machine, a material."""

    name: Text
    """What people of the trade call it; a product keeps its name in both languages."""
    source: SourceId | None = None
    """Where it was read; absent when it is usage of the trade that no page read says."""


class Doing(Record):
    """Something one likes to do, and where the job has it."""

    activity: Activity
    """What one likes to do."""
    in_task: Line
    """Words of one of its tasks, in French, that say so."""


class WaysIn(Record):
    """How one gets in, by kind of way."""

    public: tuple[Text, ...] = ()
    """Public and free or nearly free."""
    private: tuple[Text, ...] = ()
    """Private and paid."""
    without_school: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Without a school, or the reason why there is no such way."""


class NoProgramme(Record):
    """Why no programme prepares for a job."""

    says: Text
    """That none exists, as far as the sources say, and where the job is learned instead."""
    sources: Sources
    """Where it was read."""


class Certificate(Record):
    """A certificate of the trade or of the State, which one gets without following a programme."""

    name: Line
    """Official French name."""
    says: Text
    """Who gives it, what for, and until when it is registered, when that is known."""
    source: SourceId
    """Where it was read."""


class Variant(Record):
    """How the job differs on one kind of work."""

    work: WorkKind
    """The kind of work."""
    how: Text
    """What differs."""


class Change(Record):
    """Something that is changing, dated and sourced."""

    as_of: IsoDate
    """Day of the source."""
    note: Text
    """What is changing."""
    source: SourceId
    """Where it was read."""


class PayFunction(Record):
    """A function of a collective agreement that this job is paid as."""

    idcc: Annotated[str, Field(pattern=r"^[0-9]{3,4}$")]
    """Number of the collective agreement."""
    function: Line
    """Function as the agreement prints it."""


class StepSupport(Record):
    """What supports a promotion to another department that the ROME does not give."""

    job: ProfessionSlug
    """The job it leads to, one of `next_roles`."""
    says: Text
    """What the source says of the step, in one sentence."""
    source: SourceId
    """Where it was read."""


class Profession(Record):
    """A job of French cinema and audiovisual."""

    slug: Slug
    """Key, from the masculine French title; stable for ever."""
    formerly: tuple[Slug, ...] = ()
    """Older slugs that still find it."""
    title: Title
    """Titles."""
    other_names: OtherNames = OtherNames()
    """Other names."""
    asked: tuple[Text, ...] = ()
    """How people ask for it who do not know its name: what one does, in everyday words."""
    department: DepartmentSlug
    """Department."""
    stages: Annotated[tuple[StageSlug, ...], Field(min_length=1)]
    """Stages it works in, the main one first."""
    level: Level
    """Place inside its department."""
    works_on: Annotated[tuple[WorkKind, ...], Field(min_length=1)]
    """Kinds of work."""
    rome: tuple[RomeCode, ...] = ()
    """ROME codes (France Travail), the main one first; empty when there is none."""
    rome_match: RomeMatch | None = None
    """How the main ROME code fits the job; absent when there is none."""
    rome_appellations: tuple[Line, ...] = ()
    """What that code calls the job, or one near it: its own title may be another job's."""
    riasec: Annotated[str, Field(pattern=r"^[RIASEC]{1,2}$")] | None = None
    """Holland letters of the main ROME code, major then minor."""
    pay_functions: tuple[PayFunction, ...] = ()
    """Functions of the collective agreements that match the job."""
    work_minimums: tuple[WorkMinimum, ...] = ()
    """Minimums per work, which are no wages, the nearest to the job first."""
    summary: Text
    """The job in one sentence of at most 25 words."""
    tasks: Annotated[tuple[Text, ...], Field(min_length=4, max_length=6)]
    """What one does, verb first, in the order of time; at most 14 words each."""
    answers_to: tuple[ProfessionSlug, ...] = ()
    """Usual superiors, the most usual first; empty at the top."""
    works_with: tuple[ProfessionSlug, ...] = ()
    """Close colleagues."""
    hands_over: tuple[HandOver, ...] = ()
    """What it hands over to whom."""
    confused_with: Annotated[tuple[Neighbour, ...], Field(min_length=1, max_length=3)]
    """Jobs it is confused with."""
    day_to_day: DayToDay = DayToDay()
    """The frank checklist."""
    hiring: tuple[Hiring, ...] = ()
    """Status and contracts, by employer sector."""
    skills: Annotated[tuple[Skill, ...], Field(min_length=2, max_length=5)]
    """Skills one can show."""
    tools: Annotated[tuple[Tool, ...], Field(max_length=10)] = ()
    """What one works with, the most telling first; empty when it is not known."""
    activities: Annotated[tuple[Doing, ...], Field(max_length=4)] = ()
    """What one must like to do, the main one first."""
    ways_in: WaysIn
    """Ways in."""
    no_programme: NoProgramme | None = None
    """Why no programme prepares for it; absent when one does, or when the reason is not known."""
    certificates: tuple[Certificate, ...] = ()
    """Certificates of the trade or of the State that it asks for, or that name it."""
    next_roles: tuple[ProfessionSlug, ...] = ()
    """Usual promotions; empty at the top or for a solo craft."""
    next_roles_support: tuple[StepSupport, ...] = ()
    """What supports those to another department that no move of the ROME gives."""
    variants: tuple[Variant, ...] = ()
    """How it differs between kinds of work."""
    changes: tuple[Change, ...] = ()
    """What is changing: dated notes only."""
    sources: Sources
    """What supports the job's existence and the sheet."""
    doubts: tuple[Text, ...] = ()
    """What could not be verified."""
    reviewed: IsoDate
    """Day the sheet was last read against its sources."""
