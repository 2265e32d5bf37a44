"""What is recognised of a school, and what to ask it about. Facts and rules; no score, no verdict."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Rows, Unpublished
from avcareers.store.catalogue import Catalogue
from avcareers.text.degree_names import COMMERCIAL_NAMES, STATE_NAMES

from .awarded import Awarded
from .cards import Cards
from .costs import CostSummary, Uncounted
from .judged import JudgedProgramme
from .offer import last_seen
from .public_nearby import Contest, Nearest, cities_unserved, national_contests, nearest_public
from .recognition import Recognised, Weighed, ends_soon
from .school import SchoolSheet, school_sheet

if TYPE_CHECKING:
    from avcareers.model.base import Text
    from avcareers.model.school import Programme


class Point(NamedTuple):
    """A fact to ask a school about."""

    rule: str
    """Rule that raises it."""
    programme: str
    """Programme slug."""
    facts: dict[str, str | int | float | bool | tuple[str, ...] | tuple[Uncounted, ...] | None]
    """Figures of the fact."""
    source: str | None
    """Source slug; null for the absence of a fact."""
    about: Annotated["Programme", Unpublished]
    """The programme."""


class SchoolCheck(NamedTuple):
    """Whether a school and its diplomas are recognised, and what to ask about."""

    slug: str
    """School slug."""
    today: str
    """Day of the answer."""
    recognised: Recognised
    """Whether a ministry answers for it, and for one of its diplomas, on the day of the answer."""
    recognition: tuple[Weighed, ...]
    """What is recognised of the school itself."""
    diplomas: tuple[Awarded, ...]
    """What its programmes lead to, each diploma once."""
    costs: CostSummary
    """What a year costs."""
    points: tuple[Point, ...]
    """Facts to ask about."""
    nearest_public: tuple[Nearest, ...]
    """Public programmes, of a school that is not public: one for each of its main trades, and near
    each of its cities, of six schools at most."""
    unserved: tuple[str, ...]
    """Its cities, by key, near which none of these is, where it is in several."""
    national_contests: tuple[Contest, ...]
    """National schools entered by a competition after some studies, for some of its jobs."""
    register_pages: tuple[str, ...]
    """Web address of the register's sheet of each number of its diplomas."""
    doubts: "tuple[Text, ...]"
    """What could not be verified of the school and of its programmes, each once."""
    website: str | None
    """Its own address."""
    directory: str | None
    """Where the official directory lists a lycée whose own address is not known."""
    sheet: Annotated[SchoolSheet, Unpublished]
    """The sheet of the school."""
    departments: Annotated[Cards, Unpublished]
    """Departments of the public programmes."""

    def columns(self) -> dict[str, Any]:
        """Return it as a row of a spreadsheet: one value, or a list of plain ones, in a column."""
        from .columns import check_columns

        return check_columns(self)


class SchoolChecks(NamedTuple):
    """Several schools checked at once, in the order asked for."""

    checks: Annotated[tuple[SchoolCheck, ...], Rows]
    """The check of each."""


def school_check(catalogue: Catalogue, slug: str, today: str) -> SchoolCheck:
    """Return what is recognised of a school on a day (ISO), and points to ask, in the order of rules."""
    sheet = school_sheet(catalogue, slug, today)
    points = [point for programme in sheet.programmes for point in _points(programme, sheet)]
    every = (sheet.school.doubts, *(programme.record.doubts for programme in sheet.programmes))
    points.sort(key=lambda point: RULES.index(point.rule))
    public = nearest_public(catalogue, sheet)
    return SchoolCheck(
        slug,
        today,
        sheet.recognised,
        sheet.recognition,
        sheet.diplomas,
        sheet.costs.per_year,
        tuple(points),
        public,
        cities_unserved(sheet, public),
        national_contests(catalogue, sheet, public),
        tuple(_register(sheet)),
        tuple({doubt.fr: doubt for doubt in chain.from_iterable(every)}.values()),
        sheet.school.website,
        sheet.directory,
        sheet,
        catalogue.cards("department", (each for one in public for each in one.departments)),
    )


RULES = (
    "offer-closed",
    "registration-expired",
    "registration-ending",
    "registration-end-unknown",
    "registration-unlinked",
    "no-registration",
    "no-ministry",
    "grant-unsure",
    "state-name",
    "commercial-name",
    "length-unsure",
    "total-cost",
    "fees-unknown",
    "employer",
    "alternance-unknown",
    "offer-old",
)


class _Said(NamedTuple):
    """A point that a rule raises of a programme, before it is told of which."""

    rule: str
    facts: dict[str, Any]
    source: str | None


def _register(sheet: SchoolSheet) -> Iterator[str]:
    urls = {each.certification.number: each.certification.url for each in sheet.certifications}
    possible = [each for one in sheet.diplomas for each in one.possible]
    numbers = [number for one in sheet.diplomas for number in one.numbers]
    for number in dict.fromkeys((*numbers, *(each.certification.number for each in possible))):
        yield urls[number]


def _points(programme: JudgedProgramme, sheet: SchoolSheet) -> Iterator[Point]:
    rules = (_registration(programme, sheet), _recognition(programme), _names(programme),
             _length(programme), _costs(programme), _alternance(programme), _offer(programme, sheet))  # fmt: skip
    record = programme.record
    for rule, facts, source in chain.from_iterable(rules):
        yield Point(rule, record.slug, facts, source, record)


def _registration(programme: JudgedProgramme, sheet: SchoolSheet) -> Iterator[_Said]:
    """Yield what is wrong or unknown of a registration: no page is cited for one that is not found."""
    record = programme.record
    if record.certification is None:
        possible = [sheet.registration(slug) for slug in record.possible_certifications]
        if possible:
            numbers = tuple(str(each.certification.number) for each in possible)
            source = possible[0].certification.sources[-1]
            yield _Said("registration-unlinked", {"numbers": numbers}, source)
        elif record.award == "school":
            yield _Said("no-registration", {}, None)
        return
    certification, standing = sheet.registration(record.certification)
    facts = {
        "number": certification.number,
        "expires": certification.expires,
        "successors": certification.replaced_by,
    }
    if standing != "in-force":
        yield _Said(f"registration-{standing}", facts, certification.sources[0])
    elif ends_soon(certification.expires, sheet.today):
        yield _Said("registration-ending", facts, certification.sources[0])


def _recognition(programme: JudgedProgramme) -> Iterator[_Said]:
    """Yield that no ministry answers, or that a visa or degree is not known to be in force."""
    record = programme.record
    award = record.award
    if award in {"visa", "grade"}:
        granted = [w for w in programme.recognition if w.entry.kind.startswith(award)]
        if not any(weighed.standing == "in-force" for weighed in granted):
            # The latest known end; without one, any entry says as much.
            last = max(granted, key=lambda weighed: weighed.entry.until or "", default=None)
            facts = {"award": award, "until": last and last.entry.until}
            yield _Said("grant-unsure", facts, last.entry.source if last else record.sources[0])
    elif not any(programme.recognised):
        yield _Said("no-ministry", {}, None)


def _names(programme: JudgedProgramme) -> Iterator[_Said]:
    record = programme.record
    if record.award in {"national", "grade"}:
        return
    name = f"{record.course_name or ''} {record.title}"
    for rule, pattern in (("state-name", STATE_NAMES), ("commercial-name", COMMERCIAL_NAMES)):
        match = pattern.search(name)
        if match:
            yield _Said(rule, {"name": match[0]}, record.sources[0])


def _length(programme: JudgedProgramme) -> Iterator[_Said]:
    if programme.record.last_cycle:
        yield _Said("length-unsure", {"years": programme.record.years}, programme.record.sources[0])


def _costs(programme: JudgedProgramme) -> Iterator[_Said]:
    """Yield what all the years cost without an employer, or that it is not known."""
    at_school = [cost for cost in programme.costs if cost.route == "scolaire"]
    cost, years = min(at_school, key=lambda c: c.eur_per_year, default=None), programme.record.years
    if programme.lacks_school_cost or not programme.costs:
        known = {"apprentice": bool(programme.costs), "read": programme.uncounted}
        yield _Said("fees-unknown", known, None)
    elif cost and years and not programme.record.last_cycle and cost.eur_per_year > 0:
        high = max(cost.eur_per_year_high or 0.0, cost.eur_per_year)
        facts = {
            "low": cost.eur_per_year * years,
            "high": high * years,
            "years": years,
            "year": cost.school_year,
        }
        yield _Said("total-cost", facts, cost.sources[0])


def _alternance(programme: JudgedProgramme) -> Iterator[_Said]:
    known = programme.record.alternance
    if programme.alternance == "unknown":
        yield _Said("alternance-unknown", {}, None)
    elif known and programme.alternance != "none":
        facts = {"before": known.contract_before_entry, "mode": programme.alternance}
        yield _Said("employer", facts, known.source)


def _offer(programme: JudgedProgramme, sheet: SchoolSheet) -> Iterator[_Said]:
    if closed := programme.record.reported_closed:
        yield _Said("offer-closed", {"closed": closed}, None)
    session = last_seen(programme.record, sheet.today)
    if session is not None:
        source = next((one.source for one in programme.sessions), programme.record.sources[0])
        yield _Said("offer-old", {"session": session}, source)
