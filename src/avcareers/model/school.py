"""A school: who answers for it, where it is, and what it teaches."""

from typing import Annotated

from pydantic import Field

from .base import (
    MOST_EUROS,
    IsoDate,
    Line,
    PartDate,
    Record,
    SchoolYear,
    Slug,
    SourceId,
    Text,
    Uai,
    Url,
    refuse_crossed,
    refuse_unnamed_diploma,
)
from .certification import CertificationSlug, Level
from .diploma import DiplomaSlug
from .place import MOST_PEOPLE, Latitude, Longitude, PlaceSlug
from .profession import ProfessionSlug
from .vocabulary import (
    Admission,
    AlternanceMode,
    Authority,
    Award,
    CountedAs,
    DiplomaRecognitionKind,
    EntryLevel,
    FeesScope,
    Route,
    SchoolKind,
    SchoolRecognitionKind,
    SchoolType,
)

Count = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]
Percent = Annotated[float, Field(ge=0, le=100)]
Euros = Annotated[float, Field(ge=0, le=MOST_EUROS)]


class Campus(Record):
    """A place where a school teaches."""

    place: PlaceSlug
    """City."""
    address: Line | None = None
    """Street address, when a source gives it."""
    postcode: Annotated[str, Field(pattern=r"^[0-9]{5}$")] | None = None
    """Postcode."""
    uai: Uai | None = None
    """National number of the establishment, when known."""
    lat: Latitude | None = None
    """Latitude in degrees, when the site itself is located; else the city's."""
    lon: Longitude | None = None
    """Longitude in degrees, when the site itself is located; else the city's."""


class SchoolRecognition(Record):
    """One thing an authority answers for of a school. It never means more than its kind says."""

    authority: Authority
    """Who issues it."""
    kind: SchoolRecognitionKind
    """What exactly is recognised of the school."""
    detail: Text
    """What it covers, in one sentence."""
    until: PartDate | None = None
    """Last day, month or year; absent when it has none, or when it is unknown."""
    source: SourceId
    """Where it was read."""


class DiplomaRecognition(Record):
    """One thing an authority answers for of a diploma, whoever prepares for it."""

    authority: Authority
    """Who issues it."""
    kind: DiplomaRecognitionKind
    """What exactly is recognised of the diploma."""
    certification: CertificationSlug | None = None
    """The certification meant, for `rncp`, `visa` and `grade`."""
    detail: Text
    """What it covers, in one sentence."""
    until: PartDate | None = None
    """Last day, month or year; absent when it has none, or when it is unknown (visa, grade, rncp)."""
    source: SourceId
    """Where it was read."""


Recognition = SchoolRecognition | DiplomaRecognition
"""One thing an authority answers for, of a school or of a diploma."""


class Fees(Record):
    """An amount that a programme asks for: what a year costs, unless its scope says otherwise."""

    low: Euros
    """Euros per year; the lowest amount of a range."""
    high: Euros | None = None
    """Euros per year; the highest amount of a range."""
    year: SchoolYear | None = None
    """School year the amount holds for; that of the day a dated page was published, when it names no other, which
    `covers` says; absent when the page bears no date either."""
    scope: FeesScope = "year"
    """What it is: only `year` is a price, that counts, is added up and compared. The others are a
    part: `registration` without the teaching, `some-years` of several, `some-students` only; or what a
    `session` of some weeks costs in all."""
    covers: Text
    """What it pays for, and what it leaves out."""
    source: SourceId
    """Where it was read."""

    def model_post_init(self, _context: object, /) -> None:
        """Refuse an interval whose bounds are crossed."""
        refuse_crossed(self.low, self.high)


class Alternance(Record):
    """Whether and how a programme is done in alternance."""

    mode: AlternanceMode
    """How much of it."""
    years: tuple[Annotated[int, Field(ge=1, le=8)], ...] = ()
    """Which years of the programme; empty when not known."""
    contract_before_entry: bool | None = None
    """Whether the contract must be signed before entry; absent when not known."""
    detail: Text | None = None
    """What the evidence says."""
    as_of: PartDate | None = None
    """Day, month or year of the evidence; absent when it bears none."""
    source: SourceId
    """The evidence."""


class Selectivity(Record):
    """How many asked, how many were admitted, in one session."""

    session: Annotated[int, Field(ge=2018, le=2100)]
    """Year of the session."""
    counted_as: CountedAs
    """What `candidates` counts."""
    candidates: Count | None = None
    """How many asked."""
    admitted: Count | None = None
    """How many accepted the offer of the school; absent when not published. Not how many were offered a place."""
    places: Count | None = None
    """Places offered."""
    technological_percent: Percent | None = None
    """Of the admitted who had just passed the bac, share with a technological one, in percent."""
    vocational_percent: Percent | None = None
    """Of the same, share with a vocational one, in percent; the others have a general bac."""
    source: SourceId
    """Where it was read."""


class Places(Record):
    """How many are taken a year, outside the national platforms."""

    count: Count | None = None
    """Places; absent when the source gives no single number."""
    of: Text
    """What is counted: a year group, a whole degree, which year."""
    source: SourceId
    """Where it was read."""


class Programme(Record):
    """A course of a school that leads to one award.

    What names no source of its own, as levels and years, was read in its sources (table `programme_sources`).
    """

    slug: Slug
    """Key, unique within the school."""
    formerly: tuple[Slug, ...] = ()
    """Older slugs that still find it."""
    title: Line
    """Exact French title of the award, or what the sources call the course."""
    course_name: Line | None = None
    """Name the school gives the course, when it is not the award's (a commercial name, a track)."""
    award: Award
    """Legal nature of the award."""
    diploma: DiplomaSlug | None = None
    """National diploma it leads to, when the award is one; none otherwise."""
    level: Level | None = None
    """Level of the French framework; absent when not known."""
    certification: CertificationSlug | None = None
    """RNCP certification it prepares, when known."""
    possible_certifications: tuple[CertificationSlug, ...] = ()
    """Titles of the register that may be its award, though no page read says so: of an unsettled one."""
    recognition: tuple[DiplomaRecognition, ...] = ()
    """What is recognised of its award, beyond what a national diploma is everywhere."""
    entry_level: EntryLevel | None = None
    """Level one must hold to enter (0 none, 4 bac, 5 bac+2, 6 bac+3); absent when not known."""
    admission: tuple[Admission, ...] = ()
    """How one gets in; empty when not known."""
    admission_note: Text | None = None
    """Conditions of entry, dated."""
    years: Annotated[float, Field(gt=0, le=10)] | None = None
    """Length in years."""
    last_cycle: bool = False
    """Whether that is the length of the title, its last cycle: the whole course may be longer."""
    places: Places | None = None
    """Places a year."""
    fees: tuple[Fees, ...] = ()
    """What a year costs; empty when not known."""
    alternance: Alternance | None = None
    """In alternance or not; absent, or of unknown mode, when not known."""
    routes: tuple[Route, ...] = ()
    """Status under which it is offered; empty when not known."""
    selectivity: tuple[Selectivity, ...] = ()
    """How hard it is to enter, by session."""
    last_intake: Annotated[int, Field(ge=2000, le=2100)] | None = None
    """Year of the last intake that a source announces, when none read is of a later one."""
    reported_closed: PartDate | None = None
    """When it stopped, as a source says; absent when none does."""
    campuses: tuple[PlaceSlug, ...] = ()
    """Cities it is taught in; empty means every campus of the school, or not known."""
    leads_to: tuple[ProfessionSlug, ...] = ()
    """Jobs it prepares for; none for a preparatory class, and none written where its certification
    says them."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was read."""
    doubts: tuple[Text, ...] = ()
    """What could not be verified."""

    def model_post_init(self, _context: object, /) -> None:
        """Refuse a national award that names no diploma, and a diploma that is not the award."""
        refuse_unnamed_diploma(self.award == "national", self.diploma)


class Insertion(Record):
    """What became of all the apprentices who left a training centre. Never of one of its courses."""

    uai: Uai
    """National number of the centre."""
    centre: Line
    """Name of the centre in the register."""
    cohort: SchoolYear
    """Years of leaving, counted together."""
    months: Annotated[int, Field(ge=1, le=60)]
    """How long after leaving, in months."""
    employed_percent: Percent | None = None
    """Of those who did not go on studying, share in a job then, in percent; absent when not published."""
    studying_percent: Percent | None = None
    """Of all apprentices at the end of their course, share who went on studying, in percent.

    Absent when not published.
    """
    source: SourceId
    """Where it was read."""


class School(Record):
    """An establishment that trains for the jobs of the catalogue."""

    slug: Slug
    """Key."""
    formerly: tuple[Slug, ...] = ()
    """Older slugs that still find it."""
    name: Line
    """Name as the establishment writes it."""
    legal_name: Line | None = None
    """Full or legal name."""
    other_names: tuple[Line, ...] = ()
    """Acronyms and older names."""
    kind: SchoolKind | None = None
    """Who owns it; absent when the registers read do not say."""
    kind_note: Text | None = None
    """What the kind does not tell."""
    type: SchoolType | None = None
    """What it is in the official registers; absent when it is none of these, or not known."""
    website: Url | None = None
    """Its own address."""
    networks: tuple[Line, ...] = ()
    """Associations of schools it belongs to. Membership is not a recognition."""
    campuses: tuple[Campus, ...] = ()
    """Where it teaches; empty when not known."""
    recognition: tuple[SchoolRecognition, ...] = ()
    """What is recognised of the school itself. What is of a diploma stands with its programme."""
    programmes: tuple[Programme, ...] = ()
    """What it teaches."""
    insertion: tuple[Insertion, ...] = ()
    """What became of those who left its training centres, all courses together."""
    notes: tuple[Text, ...] = ()
    """What a visitor should know."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was read."""
    doubts: tuple[Text, ...] = ()
    """What could not be verified."""
    reviewed: IsoDate
    """Day it was last read against its sources."""
