"""The programmes a plan chooses from, as one person meets them on one day."""

import json
from typing import TYPE_CHECKING, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of
from avcareers.store.view import read_document

from ..cards import Cards
from ..costs import Costing, costing, costs_of
from ..nearby import nearest_kilometres
from ..offer import last_seen
from ..recognition import Grounds, WhoAnswers, grounds, of_diploma, of_school, registered
from .judging import Facts, Missing, Reason, closing_reasons, missing_facts
from .request import Request
from .routes import NONE, UNKNOWN, Amount, Measures

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


class Candidate(NamedTuple):
    """A programme that may be chosen, as one person meets it on one day."""

    key: str
    """`school/programme`."""
    facts: Facts
    missing: tuple[Missing, ...]
    """What is not known of it."""
    reasons: tuple[Reason, ...]
    """What closes it whatever the route; empty when it is open."""
    leads_to: tuple[str, ...]
    """Jobs it leads to, among those that matter for the question."""
    measures: Measures
    """What it adds to a route."""


class _Surroundings(NamedTuple):
    """What there is to know beside a programme: who asks for what, when, and other records."""

    jobs: frozenset[str]
    asked: Request
    on: Grounds
    """What judging who answers needs."""
    places: Cards
    """Cities of the campuses, when one is asked for."""
    costing: Costing


def candidates_for(
    catalogue: Catalogue, jobs: frozenset[str], asked: Request, today: str, *, school: str = ""
) -> dict[str, Candidate]:
    """Return the programmes that lead to some jobs, and those of one more school, by key."""
    sql = """
        WITH wanted AS (
            SELECT school, position FROM programme_facet
            WHERE facet = 'job' AND value IN (SELECT value FROM json_each(?))
            UNION SELECT school, position FROM programme WHERE school = ?
        )
        SELECT school, card FROM wanted JOIN programme USING (school, position)
    """
    rows = catalogue.rows(sql, (json.dumps(sorted(jobs)), school))
    read = [(slug, read_document(card)) for slug, card in rows]
    schools = catalogue.cards("school", {slug for slug, _ in read})
    cities = {campus.place for slug in schools for campus in schools[slug].campuses}
    around = _Surroundings(
        jobs,
        asked,
        grounds(catalogue, today),
        catalogue.cards("place", cities if asked.near else ()),
        costing(catalogue.documents("rule"), today, asked.routes_paid),
    )
    found = (_candidate(schools[slug], programme, around) for slug, programme in read)
    return {candidate.key: candidate for candidate in found}


def _candidate(school: "School", programme: "Programme", around: _Surroundings) -> Candidate:
    key = f"{school.slug}/{programme.slug}"
    facts = _facts(school, programme, around)
    missing = tuple(missing_facts(facts, around.asked))
    years = _amount(programme.years)
    measures = Measures(
        years,
        _total(facts.fees, years),
        _amount(facts.kilometres) if around.asked.near else NONE,
        len(missing),
    )
    leads_to = tuple(job for job in programme.leads_to if job in around.jobs)
    reasons = tuple(closing_reasons(facts, around.asked))
    return Candidate(key, facts, missing, reasons, leads_to, measures)


def _facts(school: "School", programme: "Programme", around: _Surroundings) -> Facts:
    near = around.asked.near
    cost = around.costing.counted(costs_of(school, programme, around.costing))
    registration = registered(around.on.ends.get(programme.certification or ""), around.on.today)
    return Facts(
        programme,
        cost,
        nearest_kilometres(near, campuses_of(school, programme), around.places) if near else None,
        _who_answers(school, programme, around.on).answer() if around.asked.recognised else None,
        registration == "in-force",
        last_seen(programme, around.on.today),
    )


def _who_answers(school: "School", programme: "Programme", on: Grounds) -> WhoAnswers:
    return WhoAnswers(of_school(school, on.today), of_diploma(programme, on))


def _total(fees: float | None, years: Amount) -> Amount:
    if fees == 0:
        return NONE
    return Amount(fees * years.known) if fees is not None and years.whole else UNKNOWN


def _amount(value: float | None) -> Amount:
    return UNKNOWN if value is None else Amount(value)
