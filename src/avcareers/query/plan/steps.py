"""What a route is made of: programmes, as one person meets them on one day, then jobs."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from avcareers.model.answer import Merged, Rounded
from avcareers.model.vocabulary import Route, SchoolKind
from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of

from ..cards import Cards
from ..costs import Cost, costing
from ..judged import CandidateSchool, JudgedProgramme
from ..nearby import Near, nearest_kilometres
from ..recognition import Weighed, grounds
from .candidates import Candidate
from .judging import Missing
from .request import Request

if TYPE_CHECKING:
    from avcareers.model.profession import Profession
    from avcareers.model.school import Programme, School


class FeesOrigin(NamedTuple):
    """Where what a programme costs comes from."""

    route: Route
    """Status under which it costs that."""
    rule: str | None
    """Key of the rule it follows from; null for an amount read for this programme."""
    school_year: str | None
    """School year it holds for; null for a rule that holds from one year to the next."""
    source: str
    """Where it was read."""


class PlanProgramme(NamedTuple):
    """A programme of a route."""

    kind: Literal["programme"]
    """What the step is."""
    school: str
    """School slug."""
    school_name: str
    """School name."""
    kilometres: Annotated[float | None, Rounded(1)]
    """Distance to where it is taught, when a city was given."""
    fees_eur_per_year: float | None
    """The cost that counts, in euros a year: the lowest, or that of apprentices with `--alternance`;
    null when not known."""
    fees_origin: FeesOrigin | None
    """Where that cost comes from; null when it is not known."""
    cities: tuple[str, ...]
    """Names of the cities it is taught in; the nearest alone when a city was given."""
    school_kind: SchoolKind | None
    """Who owns its school; null when not known."""
    school_recognition: tuple[Weighed, ...]
    """What is recognised of its school."""
    missing: tuple[Missing, ...]
    """What is not known of it; `employer`: who will sign the contract of alternance."""
    programme: Annotated[JudgedProgramme, Merged()]
    """The programme."""

    @property
    def key(self) -> str:
        """Return `school/programme`."""
        return f"{self.school}/{self.programme.record.slug}"

    @property
    def cited(self) -> frozenset[str]:
        """Return the sources of all that is said of it."""
        record: Any = self.programme.record
        of_school = (weighed.entry for weighed in self.school_recognition)
        of_diploma = (weighed.entry for weighed in self.programme.recognition)
        facts = (*record.fees, *record.selectivity, *of_school, *of_diploma)
        some = filter(None, (record.alternance, record.places))
        costs = (source for cost in self.programme.costs for source in cost.sources)
        return frozenset(record.sources).union(costs, (f.source for f in (*facts, *some)))


class PlanJob(NamedTuple):
    """A job of a route: the first, then those one is promoted to."""

    kind: Literal["job"]
    """What the step is."""
    job: Annotated["Profession", Merged("slug", "title", "level", "sources")]
    """Card of the job."""


Programmes = Mapping[str, PlanProgramme]
"""Programmes by `school/programme`."""


def programmes_named(
    catalogue: Catalogue, candidates: Iterable[Candidate], request: Request, today: str
) -> Programmes:
    """Return some candidates as steps, by key. It reads their whole schools: name only a few."""
    named = {one.key: one for one in candidates}
    slugs = sorted({key.partition("/")[0] for key in named})
    schools: list[School] = [catalogue.document("school", slug) for slug in slugs]
    cities = {campus.place for school in schools for campus in school.campuses}
    places = catalogue.cards("place", cities)
    around = costing(catalogue.documents("rule"), today, request.routes_paid)
    on = grounds(catalogue, today)
    found = {}
    for school in schools:
        judged = CandidateSchool(school, school.programmes, around, on)
        for each in judged.programmes:
            programme = each.record
            candidate = named.get(f"{school.slug}/{programme.slug}")
            if candidate:
                step = PlanProgramme(
                    kind="programme",
                    school=school.slug,
                    school_name=school.name,
                    kilometres=candidate.facts.kilometres,
                    fees_eur_per_year=candidate.facts.fees,
                    fees_origin=_origin(candidate.facts.cost),
                    cities=_cities(school, programme, request.near, places),
                    school_kind=school.kind,
                    school_recognition=judged.recognition,
                    missing=candidate.missing,
                    programme=each.judged,
                )
                found[step.key] = step
    return found


def _origin(cost: Cost | None) -> FeesOrigin | None:
    return cost and FeesOrigin(cost.route, cost.rule, cost.school_year, cost.sources[0])


def _cities(
    school: "School", programme: "Programme", near: Near | None, places: Cards
) -> tuple[str, ...]:
    """Return the names of the cities a programme is taught in, or of the nearest to one."""
    campuses = campuses_of(school, programme)
    if near and campuses:
        campuses = (min(campuses, key=lambda campus: (
            nearest_kilometres(near, [campus], places), campus.place)),)  # fmt: skip
    return tuple(dict.fromkeys(places[campus.place].name for campus in campuses))
