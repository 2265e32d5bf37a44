"""Several schools checked at once: what decides about each, and how to see it in full."""

from avcareers.query.school_check import SchoolCheck, SchoolChecks
from avcareers.text.wording import Wording

from .glosses import glossed
from .page import Next, Page, Section, Span, labelled, line
from .school_check import DISCLAIMER
from .school_questions import questions
from .school_recognised import recognised_items

COMPARED = 4
"""Schools that are compared at most."""
ASKED = 3
"""Questions of each school, the first of those that its own check has."""


def school_checks_page(found: SchoolChecks, words: Wording) -> Page:
    """Present a block for each school: the school, its diplomas, its price, what to ask."""
    checks = found.checks
    day, slugs = words.day(checks[0].today), [check.slug for check in checks]
    steps = [Next(words.command("school", "check", slug), words("en entier", "in full"))
             for slug in slugs]  # fmt: skip
    if len(slugs) <= COMPARED:
        steps.append(Next(words.command("compare", *slugs), words("côte à côte", "side by side")))
    page = Page(
        title=line(Span(words(f"{len(checks)} écoles – sont-elles reconnues ? (au {day})",
                              f"{len(checks)} schools – are they recognised? (on {day})"), "strong")),
        lead=(line(Span(words(*DISCLAIMER), "muted")),),
        sections=tuple(_school(check, words) for check in checks),
        next=tuple(steps),
    )  # fmt: skip
    return glossed(page, words)


def _school(check: SchoolCheck, words: Wording) -> Section:
    items = [*recognised_items(check, words)]
    if asked := questions(check, words):
        first = " ".join(asked[:ASKED])
        items.append(labelled(words("À demander :", "To ask:"), line(first)))
    schools = {near.course.school: near.course.taught_by.name for near in check.nearest_public}
    if schools:
        public = words("En public :", "State schools:")
        items.append(labelled(public, line(f"{words.list(schools.values())}.")))
    return Section(check.slug, words("En bref", "In brief"), tuple(items),
                   heading=check.sheet.school.name, least=len(items))  # fmt: skip
