"""What is made of each record: its facts as JSON, its page in every language."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from avcareers.present.agreements import agreement_page
from avcareers.present.departments import department_page
from avcareers.present.job import job_sheet_page
from avcareers.present.page import Page, Section, text_of
from avcareers.present.pay import pay_page
from avcareers.present.pay_history import moves
from avcareers.present.school import school_sheet_page
from avcareers.present.school_check import school_check_page
from avcareers.present.stages import stage_sheet_page
from avcareers.present.topics import topic_sheet_page
from avcareers.query.agreements import agreement_sheet
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.job import job_sheet
from avcareers.query.jobs import in_full, list_jobs
from avcareers.query.ladder import ladder_into
from avcareers.query.pay import pay_history, pay_of
from avcareers.query.school_check import school_check
from avcareers.query.stages import stage_sheet
from avcareers.query.topics import topic_sheet

from .addresses import LISTED
from .comparing import compared_file, offered
from .drawings import ladder_drawing, pay_moves
from .edition import Edition
from .routes import plans_to, routes_html
from .sheets import File, Sheet, data_of, json_of, sheet_file
from .structured import job_data, school_data, topic_data

if TYPE_CHECKING:
    from avcareers.query.school_check import SchoolCheck
    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording

Editions = tuple[Edition, ...]


MOVES = 4
"""Minimums of a job whose moves are drawn."""


def record_files(kind: str, key: str, editions: Editions) -> Iterator[File]:
    """Yield the files of one record: its facts, then its page in each language."""
    yield from MAKERS[kind](key, editions)


def _job(key: str, editions: Editions) -> Iterator[File]:
    catalogue, today = editions[0].catalogue, editions[0].today
    sheet = job_sheet(catalogue, key, today)
    data = data_of("profession", key)
    yield data, json_of(sheet)
    yield compared_file("profession", key, sheet, editions)
    plans, ladder = plans_to(catalogue, key, today), ladder_into(catalogue, key)
    for edition in editions:
        page = job_sheet_page(sheet, edition.words, full=True)
        extra = (
            *ladder_drawing(ladder, edition),
            *routes_html(plans, key, edition),
            offered("profession", key, edition),
        )
        about = job_data(sheet, edition.words)
        yield sheet_file(Sheet("profession", key, page, extra, data, about), edition)


def _pay(key: str, editions: Editions) -> Iterator[File]:
    catalogue, today = editions[0].catalogue, editions[0].today
    pay, history = pay_of(catalogue, key, today), pay_history(catalogue, key, today)
    data = data_of("pay", key)
    yield data, json_of(pay)
    for edition in editions:
        extra = tuple(pay_moves(moves(history, edition.words, MOVES), edition))
        page = pay_page(pay, edition.words)
        yield sheet_file(Sheet("pay", key, page, extra, data), edition)


def _school(key: str, editions: Editions) -> Iterator[File]:
    check = school_check(editions[0].catalogue, key, editions[0].today)
    data = data_of("school", key)
    yield data, json_of(check.sheet)
    yield compared_file("school", key, check.sheet, editions)
    for edition in editions:
        page = _school_page(check, edition.words)
        about = school_data(check.sheet, edition.words)
        extra = (offered("school", key, edition),)
        yield sheet_file(Sheet("school", key, page, extra, data, about), edition)


LAST = ("doubts", "notes", "sources")
"""What ends the page of a school, after each programme in detail."""


def _school_page(check: "SchoolCheck", words: "Wording") -> Page:
    """Return the sheet of a school, what to ask it, then each of its programmes in detail."""
    short, full = (school_sheet_page(check.sheet, words, full=full) for full in (False, True))
    asked = school_check_page(check, words).sections
    details = [part for part in full.sections if part.key.startswith("programme-")]
    if len(details) < 2:
        details = []
    named = [part._replace(label=text_of(part.items[0].line), items=part.items[1:])
             for part in details]  # fmt: skip
    if named:
        title = words("Chaque formation en détail", "Each programme in detail")
        named[0] = named[0]._replace(heading=title)
    last = [part for part in full.sections if part.key in LAST]
    return short._replace(
        sections=(
            # Each programme stands in detail below: the table has no page to lead to.
            *(
                part._replace(items=()) if part.key == "programmes" and part.table else part
                for part in short.sections
                if part.key not in {*LAST, "ask"}
            ),
            *(part for part in asked if part.key not in {"recognised", "diplomas", *LAST}),
            *named,
            *(_opened(last, words) if named else last),
        )
    )


def _opened(last: list[Section], words: "Wording") -> Iterator[Section]:
    """Yield sections, the first under a heading: they are no part of the group before."""
    for place, part in enumerate(last):
        heading = words("Doutes et sources", "Doubts and sources")
        yield part if place else part._replace(heading=heading)


def _plainly(
    kind: str,
    find: Callable[[Any, str], Any],
    present: Callable[[Any, "Wording"], Page],
    key: str,
    editions: Editions,
    about: Callable[[Any, "Wording"], str] = lambda _found, _words: "",
) -> Iterator[File]:
    """Yield the facts and the pages of a record that one question answers."""
    found = find(editions[0].catalogue, key)
    data = data_of(kind, key)
    yield data, json_of(found)
    for edition in editions:
        page, structured = present(found, edition.words), about(found, edition.words)
        yield sheet_file(Sheet(kind, key, page, data=data, structured=structured), edition)


def _department(key: str, editions: Editions) -> Iterator[File]:
    catalogue = editions[0].catalogue
    found = list_jobs(catalogue, JobFilters(departments=(key,)))
    data = data_of("department", key)
    yield data, json_of(in_full(catalogue, found))
    for edition in editions:
        yield sheet_file(Sheet("department", key, department_page(found, key, edition.words),
                               data=data), edition)  # fmt: skip


def _topic(key: str, editions: Editions) -> Iterator[File]:
    page, day = partial(topic_sheet_page, full=True), editions[0].today
    yield from _plainly(
        "topic", lambda catalogue, slug: topic_sheet(catalogue, slug, day),
        page, key, editions, topic_data,
    )  # fmt: skip


def _agreement(key: str, editions: Editions) -> Iterator[File]:
    day = editions[0].today
    yield from _plainly(
        "agreement", lambda catalogue, slug: agreement_sheet(catalogue, slug, day),
        agreement_page, key, editions,
    )  # fmt: skip


MAKERS: Mapping[str, Callable[[str, Editions], Iterator[File]]] = {
    "profession": _job,
    "pay": _pay,
    "school": _school,
    "stage": partial(_plainly, "stage", stage_sheet, stage_sheet_page),
    "topic": _topic,
    "department": _department,
    "agreement": _agreement,
}
"""What makes the files of each kind of record."""


def every_record(catalogue: "Catalogue") -> tuple[tuple[str, str], ...]:
    """Return the kind and the key of everything that has a page."""
    records = [(kind, key) for kind in LISTED for key in catalogue.slugs(kind)]
    return (*records, *(("pay", key) for key in catalogue.slugs("profession")))


def formers(catalogue: "Catalogue") -> Iterator[tuple[str, str, str]]:
    """Yield the kind of each record that bore another key, that key, and the one of today."""
    for kind in ("profession", "school", "topic"):
        for record in catalogue.documents(kind):
            yield from ((kind, former, record.slug) for former in record.formerly)


def former_files(editions: Editions) -> Iterator[File]:
    """Yield a page at every address once published, which leads to where the record is now, and its facts."""
    from .moved import moved_page

    for kind, former, now in formers(editions[0].catalogue):
        for each in (kind, "pay") if kind == "profession" else (kind,):
            # Who reads the facts follows no page.
            _, facts = next(MAKERS[each](now, editions))
            yield data_of(each, former), facts
            yield from (moved_page(each, former, now, edition) for edition in editions)
