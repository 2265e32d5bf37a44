"""What a counsellor hands over about a school, a comparison or a plan: their page, on paper."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from avcareers.query.compare import JobComparison, SchoolComparison
from avcareers.query.plan.plan import Plan
from avcareers.query.school_check import SchoolCheck
from avcareers.query.topics import TopicSheet
from avcareers.text.wording import Wording

from .compare import comparison_page, public_phrase
from .handout import questions_section
from .page import Item, Page, Section, Span, line
from .paper import on_paper
from .plan.plan import plan_page
from .school import school_sheet_page
from .school_check import school_check_page
from .topics import topic_sheet_page

if TYPE_CHECKING:
    from avcareers.query.job import JobSheet
    from avcareers.query.school import SchoolSheet

ASKED = ("public", "questions")
"""Sections of a check that a school's page has too: the nearest public programme, what to ask."""


SAID_BY_QUESTIONS = (
    "explained",
    "grant-unsure",
    "registration-end-unknown",
    "length-unsure",
    "fees-unknown",
    "alternance-unknown",
    "offer-old",
)
"""Sections of a check that paper leaves out: the pages of the rules, and what is only not known."""


def school_handout_page(check: SchoolCheck, words: Wording) -> Page:
    """Present a school, what to ask it, and the nearest public programme for the same jobs."""
    page = school_sheet_page(check.sheet, words)
    asked = (part for part in school_check_page(check, words).sections if part.key in ASKED)
    return on_paper(page, words, check.today, check.sheet.sources, asked)


def check_handout_page(check: SchoolCheck, words: Wording) -> Page:
    """Present what to check of a school, and what to ask it: what a question says is not said again."""
    page = school_check_page(check, words)
    kept = tuple(section for section in page.sections if section.key not in SAID_BY_QUESTIONS)
    return on_paper(page._replace(sections=kept), words, check.today, check.sheet.sources)


def topic_handout_page(sheet: TopicSheet, today: str, words: Wording) -> Page:
    """Present the whole answer of a topic."""
    return on_paper(topic_sheet_page(sheet, words, full=True), words, today, sheet.sources)


def comparison_handout_page(
    found: JobComparison | SchoolComparison, today: str, words: Wording
) -> Page:
    """Present a comparison, and the sources of all that is compared."""
    sheets: Iterable[JobSheet | SchoolSheet] = found.sheets
    sources = {source.slug: source for sheet in sheets for source in sheet.sources}
    page = comparison_page(found, words)
    if page.table:
        # On paper, what is compared is the title.
        names = [column.title for column in page.table.columns[1:]]
        page = page._replace(title=line(Span(words.list(names), "strong")))
    if isinstance(found, SchoolComparison) and found.public:
        said = public_phrase(found, found.public, words)
        page = page._replace(
            footer=(
                *page.footer,
                line(
                    said[0].upper(),
                    said[1:],
                    " – ",
                    Span(
                        words.command("school", "show", found.public.course.taught_by.slug),
                        "command",
                    ),
                ),
            )
        )
    return on_paper(page, words, today, sources.values())


def plan_handout_page(plan: Plan, words: Wording) -> Page:
    """Present a plan: its routes, the addresses of their schools, what to ask. No school but its own."""
    more = [_addresses(plan, words), questions_section(words)]
    more = [section for section in more if section.items]
    return on_paper(plan_page(plan, words), words, plan.today, plan.sources, more)


def _addresses(plan: Plan, words: Wording) -> Section:
    routes = (*plan.routes, *plan.instead)
    schools = {step.school: step.school_name for route in routes for step in route.programmes}
    items = tuple(
        Item(line(f"{name}{words(' : ', ': ')}", Span(words.command("school", "show", slug))), True)
        for slug, name in schools.items()
    )
    return Section("addresses", words("Écoles de ces voies", "Schools of these routes"), items)
