"""Rules on costs: a rule is stated once, and what it says is not written again beside it."""

import re
from collections.abc import Iterator
from itertools import combinations

from avcareers.model.content import Content
from avcareers.model.covering import is_covered, routes_of
from avcareers.model.rule import Covers, Rule
from avcareers.model.school import Fees, Programme, School

from .finding import Finding


def cost_rules_do_not_overlap(content: Content) -> Iterator[Finding]:
    """Of two cost rules that may cover the same programme, one ends before the other begins."""
    for first, second in combinations(content.rules, 2):
        if _meet(first.covers, second.covers) and _at_once(first, second):
            begins, ends = second.period
            yield Finding(
                "rule",
                second.slug,
                ("year",) if second.year else ("covers",),
                "cost-overlap",
                f"must not hold on the same day as {first.slug}, which covers the same programmes",
                second.year or f"{begins} to {ends}",
                "correct the period of one, or what it covers",
            )


def _meet(one: Covers, other: Covers) -> bool:
    """True if something may meet the conditions of both."""
    return all(
        not here or not there or not set(here).isdisjoint(there)
        for here, there in (
            (getattr(one, name), getattr(other, name)) for name in Covers.model_fields
        )
    )


def _at_once(one: Rule, other: Rule) -> bool:
    (begins, ends), (other_begins, other_ends) = one.period, other.period
    return begins <= other_ends and other_begins <= ends


def public_schools_have_cost_rules(content: Content) -> Iterator[Finding]:
    """Where there are public lycées or universities, there are rules: the law says what they cost."""
    if content.rules:
        return
    for school in content.schools:
        if school.kind == "public" and school.type in {"lycee", "universite"}:
            yield Finding("school", school.slug, ("type",), "cost-rules",
                          "must have a rule on what it costs", "none in rules.yaml",
                          "write the rules, or put their file back")  # fmt: skip


def figures_add_to_the_rules(content: Content) -> Iterator[Finding]:
    """An amount that a cost rule gives, read on the page of that rule, is not written again."""
    for school in content.schools:
        for place, programme in enumerate(school.programmes):
            for index, fees in enumerate(programme.fees):
                rule = next(_saying(fees, programme, school, content.rules), None)
                if rule:
                    yield Finding(
                        "school",
                        school.slug,
                        ("programmes", place, "fees", index, "low"),
                        "cost-repeated",
                        f"must not repeat what the rule {rule.slug} says",
                        f"{fees.low:g}",
                        "remove the amount: the rule decides",
                    )


_PARTS = {
    "registration": re.compile(
        r"couvre (?:que )?(?:les frais d')?(?:l')?inscription|(?:inscription|dossier|caution|acompte) seule?s?\b"
        r"|^(?:frais de dossier|caution|acompte)\b", re.IGNORECASE),
    "some-years": re.compile(r"vaut pour la \S+ année|la \S+ année seule", re.IGNORECASE),
    "some-students": re.compile(r"gratuite? pour les lauréats", re.IGNORECASE),
    "session": re.compile(
        r"toute la session|session de \d+ heures|(?:stages?|sessions?) (?:de|d')[^.]*\bsemaines", re.IGNORECASE),
}  # fmt: skip
"""Words of what an amount covers that make it a part of a price, by scope."""
_NOTHING_MORE = re.compile(r"enseignement (?:lui-même )?est gratuit", re.IGNORECASE)
"""Where teaching is free, the registration is the whole price."""


def a_part_is_no_price(content: Content) -> Iterator[Finding]:
    """An amount that pays for a part (registration, one year, some students) is not said to be a year's."""
    for school in content.schools:
        for place, programme in enumerate(school.programmes):
            for index, fees in enumerate(programme.fees):
                said = fees.covers.fr
                part = next((scope for scope, words in _PARTS.items() if words.search(said)), None)
                if part and fees.scope == "year" and not _NOTHING_MORE.search(said):
                    yield Finding("school", school.slug,
                                  ("programmes", place, "fees", index, "scope"), "cost-part",
                                  f"must be `{part}`: what it covers is a part of a price",
                                  "year", f"write `scope: {part}`, or say what else it covers")  # fmt: skip


WEEKS = 0.25
"""Years below which a course is one of weeks, priced by the session."""


def a_course_of_weeks_has_no_price_a_year(content: Content) -> Iterator[Finding]:
    """Of a course that lasts less than three months, an amount is what the session costs in all."""
    for school in content.schools:
        for place, programme in enumerate(school.programmes):
            for index, fees in enumerate(programme.fees):
                if programme.years and programme.years < WEEKS and fees.scope == "year":
                    yield Finding("school", school.slug,
                                  ("programmes", place, "fees", index, "scope"), "cost-of-weeks",
                                  f"must be `session`: the course lasts {programme.years:g} year",
                                  "year", "write `scope: session`, or correct the length")  # fmt: skip


SUMMER = "08"
"""Month from which a page may tell the price of the school year about to begin."""


def fees_are_of_a_year_their_page_knew(content: Content) -> Iterator[Finding]:
    """An amount read on a dated page is of the school year then running, or names the year it is of."""
    days = {source.slug: source.published or "" for source in content.sources}
    for school in content.schools:
        for place, programme in enumerate(school.programmes):
            for index, fees in enumerate(programme.fees):
                year, _, month = days[fees.source][:7].partition("-")
                if not fees.year or not year or fees.year in fees.covers.fr:
                    continue
                running = int(year) - (month < SUMMER)
                if int(fees.year[:4]) > running:
                    yield Finding("school", school.slug,
                                  ("programmes", place, "fees", index, "year"), "fees-year",
                                  f"must be {running}-{running + 1}, then running, as the page is of "
                                  f"{days[fees.source]}", fees.year,
                                  "correct the year; if the page names it, name it in `covers`")  # fmt: skip


def _saying(
    fees: Fees, programme: Programme, school: School, rules: tuple[Rule, ...]
) -> Iterator[Rule]:
    """Yield the rules that say the same amount of the same programme, on the same page."""
    for rule in rules:
        same = (rule.eur_per_year, rule.year) == (fees.low, fees.year) and fees.high is None
        if same and fees.source in rule.sources:
            routes = routes_of(programme)
            if any(is_covered(rule, school, programme, route) for route in routes):
                yield rule
