"""Schools left out are those that may match for all that is known of them: counted by hand here."""

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from avcareers.query.filters.declaration import entries
from avcareers.query.filters.judging import REASONS
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.nearby import Near
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue
from avcareers.text.geography import kilometres_between

from ...sampling import one_in
from .asking import values_of

TODAY = "2026-11-30"
A_YEAR_AGO = f"{int(TODAY[:4]) - 1}{TODAY[4:]}"
WHO_ANSWERS = {"recognised", "recognised_as", "recognised_by"}
NOT_OF_ONE_PROGRAMME = {"regions", "near", "kinds", "unverified", *WHO_ANSWERS}
UNTIL_A_DATE = {"visa", "grade-licence", "grade-master"}
Fact = bool | str
"""Yes, no, or why it is not known."""


NATIONAL_RATES = {"licence": 178.0, "licence-pro": 178.0, "but": 178.0, "master": 254.0}


def yearly_costs(school: Any, programme: Any, asked: tuple[str, ...]) -> list[float]:
    """Return what a year costs under the statuses asked for, by an amount read, else by law."""
    whole = (f for f in programme.fees if f.scope == "year")
    read = [f.low for f in whole if (f.year or "0000-0000")[5:] >= "2024"]
    mode = programme.alternance.mode if programme.alternance else "unknown"
    routes = set(programme.routes)
    if mode == "partial" or (not routes and programme.award == "national" and mode != "full"):
        routes.add("scolaire")
    at_school = read if "scolaire" in routes or not routes else []
    if "scolaire" in routes and not read and school.kind == "public":
        rate = NATIONAL_RATES.get(programme.diploma)
        if school.type == "lycee":
            at_school = [0.0]
        elif school.type == "universite" and rate:
            at_school = [rate]
    as_apprentice = []
    if "apprentissage" in routes:
        # The years out of alternance are paid as at school.
        as_apprentice = at_school if mode == "partial" else [0.0]
        if read and "scolaire" not in routes:
            as_apprentice = read
    return [
        *(at_school if not asked or "scolaire" in asked else []),
        *(as_apprentice if not asked or "apprentissage" in asked else []),
    ]


class ByHand:
    """What each school answers, from whole records, one question at a time."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.schools = list(catalogue.documents("school"))
        self.places = catalogue.cards("place")
        self.jobs = {job.slug: job for job in catalogue.documents("profession")}
        self.diplomas = catalogue.cards("diploma")
        self.certifications = catalogue.cards("certification")
        self.next_roles = {j.slug: set(j.next_roles) for j in catalogue.documents("profession")}
        self.fees: dict[tuple[str, str, tuple[str, ...]], float | None] = {}
        self.taught = {j for s in self.schools for p in s.programmes for j in p.leads_to}

    def instead(self, job: str) -> set[str]:
        """Return the job, or the nearest below it that programmes prepare for when none does."""
        rung, met = {job}, {job}
        while rung and not rung & self.taught:
            rung = {lower for lower, uppers in self.next_roles.items() if uppers & rung} - met
            met |= rung
        return rung & self.taught or {job}

    def answers(self, asked: dict[str, Any]) -> tuple[set[str], Counter[str]]:
        """Return the schools that match, and how many are left out for each reason."""
        matching, left_out = set(), Counter[str]()
        if "jobs" in asked:
            asked = asked | {
                "jobs": {other for job in asked["jobs"] for other in self.instead(job)}
            }
        for school in self.schools:
            of_school = self.of_school(school, asked)
            ways = self.ways(school, asked)
            if passes(of_school, ways, unknown=False):
                matching.add(school.slug)
            elif passes(of_school, ways, unknown=True):
                known = [way for way in ways if all(fact is True for fact in way)]
                likely = known or [way for way in ways if False not in way]
                said = {fact for way in (of_school, *likely) for fact in way if fact is not True}
                left_out[next(reason for reason in REASONS if reason in said)] += 1
        return matching, left_out

    def programmes_left_out(self, asked: dict[str, Any]) -> Counter[str]:
        """Return how many programmes may match for all that is known, by the first reason."""
        left_out = Counter[str]()
        if "jobs" in asked:
            asked = asked | {
                "jobs": {other for job in asked["jobs"] for other in self.instead(job)}
            }
        for school in self.schools:
            of_school = self.of_school(school, asked)
            for programme in school.programmes:
                facts = [*of_school, *self.of_programme(school, programme, asked)]
                said = {fact for fact in facts if fact is not True}
                if said and False not in said:
                    left_out[next(reason for reason in REASONS if reason in said)] += 1
        return left_out

    def of_school(self, school: Any, asked: dict[str, Any]) -> list[Fact]:
        facts: list[Fact] = []
        if "kinds" in asked:
            facts.append("kind-unknown" if school.kind is None else school.kind in asked["kinds"])
        return facts

    def who_answers(self, school: Any, programme: Any, asked: dict[str, Any]) -> Iterator[Fact]:
        """Yield what is known of who answers for a school and a diploma, a fact for each filter."""
        about, unverified = asked.get("recognised_as"), asked.get("unverified", False)
        for name in WHO_ANSWERS & set(asked):
            if not asked[name]:
                continue
            wanted = asked[name] if name == "recognised_by" else ()
            facts: list[Fact] = []
            if about != "diploma":
                facts += (ministry(e, unverified) for e in among(school.recognition, wanted))
            if about != "school" and programme:
                facts += self.diploma(programme, wanted, unverified)
            found = best(facts)
            silent = programme is None and about != "school" and found is not True
            yield "programmes-unknown" if silent else found

    def diploma(self, programme: Any, wanted: Any, unverified: bool) -> Iterator[Fact]:
        if programme.diploma:
            authority = self.diplomas[programme.diploma].authority
            yield not wanted or authority in wanted
        yield from (ministry(e, unverified) for e in among(programme.recognition, wanted))
        if "rncp" in wanted:
            ends = [e.until for e in programme.recognition if e.kind == "rncp"]
            if programme.certification:
                ends.append(self.certifications[programme.certification].expires)
            yield from (registration(end, unverified) for end in ends)

    def ways(self, school: Any, asked: dict[str, Any]) -> list[list[Fact]]:
        """Return the facts of each programme: the school matches if all of one are true."""
        about_programmes = set(asked) - {"kinds", "unverified", *WHO_ANSWERS}
        if not about_programmes and not WHO_ANSWERS & set(asked):
            return [[]]
        if not school.programmes:
            where = self.somewhere(school.campuses, asked)
            silent: list[Fact] = ["programmes-unknown"] if about_programmes else []
            who = self.who_answers(school, None, asked)
            return [[*silent, *who] if where is not False else [False]]
        return [self.of_programme(school, programme, asked) for programme in school.programmes]

    def of_programme(self, school: Any, programme: Any, asked: dict[str, Any]) -> list[Fact]:
        own = [c for c in school.campuses if c.place in (programme.campuses or (c.place,))]
        return [
            self.somewhere(own, asked),
            *self.who_answers(school, programme, asked),
            *(
                self.fact(name, value, (school, programme), asked)
                for name, value in asked.items()
                if name not in NOT_OF_ONE_PROGRAMME
            ),
        ]

    def fact(self, name: str, asked: Any, taught: Any, every: dict[str, Any]) -> Fact:
        """Return what a programme answers to one filter, by the name of its field."""
        school, programme = taught
        if name == "alternance":
            mode = programme.alternance.mode if programme.alternance else "unknown"
            likely = mode == "likely" and every.get("unverified", False)
            return (
                mode in {"partial", "full"} or likely or (mode != "none" and f"alternance-{mode}")
            )
        wanted = {
            "jobs": lambda: programme.leads_to,
            "departments": lambda: [self.jobs[job].department for job in programme.leads_to],
            "awards": lambda: [programme.award],
            "diplomas": lambda: [programme.diploma],
            "routes": lambda: programme.routes,
        }
        if name in wanted:
            return not set(asked).isdisjoint(wanted[name]())
        routes = ("apprentissage",) if every.get("alternance") else every.get("routes", ())
        value, reason = {
            "levels": lambda: (programme.level, "level-unknown"),
            "entry_level": lambda: (programme.entry_level, "entry-unknown"),
            "max_years": lambda: (programme.years, "length-unknown"),
            "max_fees": lambda: (self.least_fees(school, programme, routes), "fees-unknown"),
        }[name]()
        if value is None:
            return reason
        return value in asked if name == "levels" else value <= asked

    def least_fees(self, school: Any, programme: Any, routes: tuple[str, ...]) -> float | None:
        asked = (school.slug, programme.slug, routes)
        if asked not in self.fees:
            self.fees[asked] = min(yearly_costs(school, programme, routes), default=None)
        return self.fees[asked]

    def somewhere(self, campuses: Any, asked: dict[str, Any]) -> Fact:
        """Return whether one of some campuses is in the region and near the city asked for."""
        if "regions" not in asked and "near" not in asked:
            return True
        if not campuses:
            return "place-unknown"
        return any(
            self.places[campus.place].region in asked.get("regions", (self.places[campus.place].region,))
            and self.is_near(campus, asked.get("near"))
            for campus in campuses
        )  # fmt: skip

    def is_near(self, campus: Any, near: Near | None) -> bool:
        city = self.places[campus.place]
        lat = city.lat if campus.lat is None or campus.lon is None else campus.lat
        lon = city.lon if campus.lat is None or campus.lon is None else campus.lon
        return near is None or (
            kilometres_between(near.place.lat, near.place.lon, lat, lon) <= near.within_km
        )


def passes(of_school: list[Fact], ways: list[list[Fact]], *, unknown: bool) -> bool:
    """True if the school matches, what is not known being taken for yes or for no."""

    def holds(fact: Fact) -> bool:
        return unknown if isinstance(fact, str) else fact

    return all(map(holds, of_school)) and any(all(map(holds, way)) for way in ways)


def ministry(entry: Any, unverified: bool) -> Fact:
    counts = entry.kind in {"tutelle", "contrat", "diplome-national"} | UNTIL_A_DATE
    if entry.until is not None and entry.until < TODAY:
        renewable = entry.kind in UNTIL_A_DATE and entry.until >= A_YEAR_AGO
        return ("recognition-to-check" if renewable else "recognition-expired") if counts else False
    if entry.kind in UNTIL_A_DATE and entry.until is None:
        return unverified or "recognition-end-unknown"
    return counts


def registration(end: str | None, unverified: bool) -> Fact:
    if end is None:
        return unverified or "recognition-end-unknown"
    return True if end >= TODAY else "recognition-expired"


def among(entries: Any, wanted: Any) -> list[Any]:
    return [entry for entry in entries if not wanted or entry.authority in wanted]


def best(facts: list[Fact]) -> Fact:
    for fact in (True, "recognition-end-unknown", "recognition-to-check", "recognition-expired"):
        if fact in facts:
            return fact
    return False


def asked_at_random(random: Random, catalogue: Catalogue) -> dict[str, Any]:
    table = entries(SchoolFilters)
    asked = {}
    for name in random.sample(sorted(table), random.randint(1, 5)):
        values = values_of(table[name], catalogue)
        several = isinstance(getattr(SchoolFilters(), name), tuple)
        chosen = random.sample(values, min(len(values), random.randint(1, 3)))
        asked[name] = tuple(chosen) if several else chosen[0]
    return asked


@pytest.fixture(scope="module")
def by_hand(real_catalogue: Catalogue) -> ByHand:
    return ByHand(real_catalogue)


@pytest.mark.parametrize(
    "turn",
    [*range(40), *(pytest.param(n, marks=pytest.mark.slow) for n in one_in(4, range(40, 200)))],
)
def test_what_matches_and_what_is_left_out_is_what_one_counts_by_hand(
    real_catalogue: Catalogue, by_hand: ByHand, turn: int
) -> None:
    asked = asked_at_random(Random(turn), real_catalogue)
    found = list_schools(real_catalogue, SchoolFilters(**asked), TODAY)
    matching, left_out = by_hand.answers(asked)
    assert {row.school.slug for row in found.schools} == matching, asked
    assert {left.reason: left.schools for left in found.left_out} == left_out, asked
    assert found.programmes_left_out == by_hand.programmes_left_out(asked), asked


def test_a_school_is_not_left_out_for_its_city_when_nobody_asked_for_answers_for_it(
    real_catalogue: Catalogue,
) -> None:
    filters = SchoolFilters(regions=("Centre-Val de Loire",), recognised_by=("culture",))
    left_out = {each.reason for each in list_schools(real_catalogue, filters, TODAY).left_out}
    assert "place-unknown" not in left_out


@pytest.mark.parametrize("about", [None, "school", "diploma"])
def test_alternance_and_recognition_are_of_one_and_the_same_programme(
    real_catalogue: Catalogue, about: str | None
) -> None:
    filters = SchoolFilters(alternance=True, recognised=True, recognised_as=about)
    found = list_schools(real_catalogue, filters, TODAY)
    assert found.schools
    for row in found.schools:
        assert row.programmes, row.school.slug
        for programme in row.programmes:
            assert programme.alternance in {"partial", "full"}
            assert programme.answers.answer(about) == "in-force"
