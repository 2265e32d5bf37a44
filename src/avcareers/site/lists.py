"""The lists, whole: each is a page that needs no script."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from avcareers.present.agreements import agreements_page
from avcareers.present.departments import departments_page
from avcareers.present.jobs import job_list_page
from avcareers.present.page import Page, text_of
from avcareers.present.schools import school_list_page
from avcareers.present.site import every_source, facets_title, regional, unkeyed
from avcareers.present.stages import chain_page
from avcareers.present.topics import topics_page
from avcareers.query.departments import list_departments
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.jobs import list_jobs
from avcareers.query.schools import list_schools
from avcareers.query.stages import chain
from avcareers.query.topics import list_topics
from avcareers.render.html import safe

from .addresses import list_of
from .drawings import chain_drawing
from .edition import Edition, other
from .filtering import FILTERED, SCRIPTS, communes_file, data_file, form
from .frame import SitePage, framed
from .map import map_of
from .sheets import File, body_of, described
from .writer import anchor

_TITLE_AND_ADDRESS = re.compile(
    r'<span (id="[^"]*"[^>]*)>([^<]*)</span>(<span class="muted">[^<]*</span>) '
    r'(<a href="[^"]*")[^>]*>[^<]*</a>'
)


def list_files(editions: tuple[Edition, ...]) -> Iterator[File]:
    """Yield every list in each language."""
    catalogue, today = editions[0].catalogue, editions[0].today
    for kind, (find, present) in LISTS.items():
        found = find(catalogue, today)
        if kind in FILTERED:
            yield data_file(kind, found, catalogue)
        if kind == "school":
            yield communes_file(catalogue)
        for edition in editions:
            drawn: tuple[str, ...] = ()
            if kind == "stage":
                drawn = tuple(chain_drawing(found, list_of(kind, edition.language), edition))
            elif kind in FILTERED:
                drawn = (
                    *form(kind, edition),
                    *(map_of(found, edition) if kind == "school" else ()),
                )
            yield _list_file(kind, present(found, edition.words), edition, drawn)


def _jobs(catalogue: Any, today: str) -> Any:  # noqa: ARG001 - jobs are the same every day
    return list_jobs(catalogue)


LISTS: Mapping[str, tuple[Callable[[Any, str], Any], Callable[[Any, Any], Page]]] = {
    "profession": (_jobs, job_list_page),
    "school": (
        lambda catalogue, today: list_schools(catalogue, SchoolFilters(), today),
        lambda found, words: regional(school_list_page(found, words), found, words),
    ),
    "stage": (lambda catalogue, _: chain(catalogue), chain_page),
    "department": (lambda catalogue, _: list_departments(catalogue), departments_page),
    "topic": (
        lambda catalogue, _: list_topics(catalogue),
        lambda found, words: unkeyed(topics_page(found, words)),
    ),
    "agreement": (lambda catalogue, _: tuple(catalogue.documents("agreement")), agreements_page),
    "source": (lambda catalogue, _: tuple(catalogue.documents("source")), every_source),
}
"""What asks for each list, and what presents it."""


def _list_file(kind: str, page: Page, edition: Edition, drawn: tuple[str, ...]) -> File:
    address = list_of(kind, edition.language)
    heading, *rest = body_of(page._replace(next=()), edition, address)
    if kind == "source":
        # A thousand addresses written twice would make the page heavy: each title is the link.
        rest = [_TITLE_AND_ADDRESS.sub(r"\4 \1>\2</a>\3", part) for part in rest]
    return address, framed(
        SitePage(
            address=address,
            twin=list_of(kind, other(edition.language)),
            title=text_of(page.title),
            body=(heading, *drawn, *_facets(page, edition), *rest),
            description=described(page, edition),
            kind=kind,
            scripts=SCRIPTS if kind in FILTERED else (),
        ),
        edition,
    )


def _facets(page: Page, edition: Edition) -> Iterator[str]:
    """Yield links to the groups of a list: its filters, for who has no script."""
    rows = page.table.rows if page.table else ()
    groups = dict.fromkeys(row.group for row in rows if row.group)
    if len(groups) < 2:
        return
    links = (f'<li><a href="#{anchor(name)}">{safe(name)}</a></li>' for name in groups)
    title = safe(facets_title(edition.words))
    yield f'<nav class="facets" aria-label="{title}"><ul>{"".join(links)}</ul></nav>'
