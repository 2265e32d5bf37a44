"""The programmes a plan chooses from, as one person meets them on one day."""

import json
from typing import NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of
from avcareers.store.view import read_document

from ..cards import Cards
from ..costs import costing
from ..judged import CandidateProgramme, CandidateSchool
from ..nearby import nearest_kilometres
from ..offer import last_seen
from ..recognition import grounds
from .judging import Facts, Missing, Reason, closing_reasons, missing_facts
from .request import Request
from .routes import NONE, UNKNOWN, Amount, Measures


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
    public: bool = False
    """Whether its school is public."""


class _Surroundings(NamedTuple):
    """What there is to know beside a programme: who asks for what, and other records."""

    jobs: frozenset[str]
    asked: Request
    places: Cards
    """Cities of the campuses, when one is asked for."""


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
    around = _Surroundings(jobs, asked, catalogue.cards("place", cities if asked.near else ()))
    rules = costing(catalogue.documents("rule"), today, asked.routes_paid)
    on = grounds(catalogue, today)
    judged = {slug: CandidateSchool(card, (), rules, on) for slug, card in schools.items()}
    found = (_candidate(CandidateProgramme(each, judged[slug]), around) for slug, each in read)
    return {candidate.key: candidate for candidate in found}


def _candidate(judged: CandidateProgramme, around: _Surroundings) -> Candidate:
    programme = judged.record
    key = f"{judged.taught_by.school.slug}/{programme.slug}"
    facts = _facts(judged, around)
    missing = tuple(missing_facts(facts, around.asked))
    years = _amount(programme.years)
    measures = Measures(
        years,
        _total(facts.fees, years),
        _amount(facts.kilometres) if around.asked.near else NONE,
        len(missing),
        int("entry" in missing or "admission" in missing),
    )
    leads_to = tuple(job for job in programme.leads_to if job in around.jobs)
    reasons = tuple(closing_reasons(facts, around.asked))
    public = judged.taught_by.school.kind == "public"
    return Candidate(key, facts, missing, reasons, leads_to, measures, public)


def _facts(judged: CandidateProgramme, around: _Surroundings) -> Facts:
    programme, school = judged.record, judged.taught_by.school
    near = around.asked.near
    return Facts(
        programme,
        judged.cost,
        nearest_kilometres(near, campuses_of(school, programme), around.places) if near else None,
        judged.answers.answer() if around.asked.recognised else None,
        judged.registered,
        last_seen(programme, judged.taught_by.on.today),
    )


def _total(fees: float | None, years: Amount) -> Amount:
    if fees == 0:
        return NONE
    return Amount(fees * years.known) if fees is not None and years.whole else UNKNOWN


def _amount(value: float | None) -> Amount:
    return UNKNOWN if value is None else Amount(value)
