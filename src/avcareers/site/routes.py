"""On the page of a job: the routes to it, from each level held."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from avcareers.present.labels import entry_level_label
from avcareers.present.page import text_of
from avcareers.present.plan.plan import plan_page
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.query.plan.request import Request
from avcareers.render.html import safe
from avcareers.store.catalogue import Catalogue

from .addresses import PLANNED, page_of
from .edition import Edition
from .sheets import plain

if TYPE_CHECKING:
    from avcareers.query.plan.plan import Plan


def plans_to(catalogue: Catalogue, job: str, today: str) -> "tuple[Plan, ...]":
    """Return the routes to a job from each level, wherever one lives."""
    return tuple(plan_to_job(catalogue, job, Request(level=level), today) for level in PLANNED)


def routes_html(plans: "tuple[Plan, ...]", job: str, edition: Edition) -> Iterator[str]:
    """Yield the routes, folded under what decides: the level and the best route."""
    words = edition.words
    address = page_of("profession", job, edition.language)
    title = words("Les voies, d'où vous êtes", "The routes, from where you are")
    yield f'<section id="routes"><h2>{safe(title)}</h2>'
    for plan in plans:
        yield from _route_html(plan, address, edition)
    yield "</section>"


def _route_html(plan: "Plan", address: str, edition: Edition) -> Iterator[str]:
    words, writer = edition.words, edition.writer(address)
    page = plan_page(plan, words)
    level = plan.request.level
    start = entry_level_label(words, level) if level else words("sans diplôme", "with no diploma")
    verdict, *rest = page.sections
    # What is folded is opened by its summary: a link in it would be another button.
    best = safe(plain(text_of(verdict.items[0].line if verdict.items else page.title), edition))
    yield f"<details><summary><strong>{safe(start[0].upper() + start[1:])}</strong> <span>{best}</span>"
    yield "</summary>"
    yield from (writer.paragraph(spans) for spans in page.lead)
    yield from (writer.paragraph(item.line) for item in verdict.items[1:])
    for section in rest:
        key = f"{section.key}-{level}"
        writer.group, writer.part = "h3", "h3"
        yield from writer.section(section._replace(key=key))
    yield from (f'<p class="note">{writer.line(spans)}</p>' for spans in page.footer)
    yield "</details>"
