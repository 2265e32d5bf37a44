"""The pages of one record: a job, a school, a stage, a department, a word, an agreement."""

import json
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any, NamedTuple

from avcareers.present.page import Page, Span, text_of
from avcareers.present.site import labels
from avcareers.render.data import published, write_data
from avcareers.render.html import safe
from avcareers.render.safety import printable

from .addresses import feed_of_page, page_of
from .edition import Edition, other
from .frame import SitePage, framed
from .wording import LINK

File = tuple[str, str]
"""A file of the site: its address and its text."""
DESCRIPTION = 300
"""Characters of the first words of a page that say what it is about."""


CLOSING_SECTIONS = ("changes", "sources")
"""What comes after all that is drawn: the first of them."""
PRINTED = ("profession", "school", "topic")
"""Kinds of page that are handed over on paper."""


class Sheet(NamedTuple):
    """What is made of one record."""

    kind: str
    key: str
    page: Page
    extra: tuple[str, ...] = ()
    """HTML after its sections."""
    data: str = ""
    structured: str = ""


def json_of(answer: Any) -> str:
    """Return an answer as `-o json` writes it."""
    text = StringIO()
    write_data(published(answer), "json", text)
    return text.getvalue()


def data_of(kind: str, key: str) -> str:
    """Return the address of the facts of a record, the same in both languages."""
    return page_of(kind, key, "fr").removesuffix(".html") + ".json"


def as_script(value: object) -> str:
    """Return what a script shows as it reads it, written as people are shown it."""
    return printable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def sheet_file(sheet: Sheet, edition: Edition) -> File:
    """Return the page of a record."""
    address = page_of(sheet.kind, sheet.key, edition.language)
    page = SitePage(
        address=address,
        twin=page_of(sheet.kind, sheet.key, other(edition.language)),
        title=plain(text_of(sheet.page.title), edition),
        body=tuple(body_of(sheet.page, edition, address, sheet.extra)),
        description=described(sheet.page, edition),
        kind="profession" if sheet.kind == "pay" else sheet.kind,
        key="" if _says_how_to_report(sheet.page) else sheet.key,
        data=sheet.data,
        structured=sheet.structured,
        feed=feed_of_page(address) if (sheet.kind, sheet.key) in edition.followed else "",
        printed=sheet.kind in PRINTED,
    )
    return address, framed(page, edition)


def _says_how_to_report(page: Page) -> bool:
    """True if a page ends with how to report an error already."""
    return any(section.key == "sources" and section.items for section in page.sections)


def body_of(
    page: Page, edition: Edition, address: str, extra: tuple[str, ...] = ()
) -> Iterator[str]:
    """Yield a page between its heading and what one may see also."""
    writer = edition.writer(address)
    yield f"<h1{writer.spoken(address)}>{writer.text(text_of(page.title))}</h1>"
    yield from (f'<p class="lead">{writer.lead(spans)}</p>' for spans in page.lead)
    if page.table is not None:
        said = ((Span(page.empty),), *page.instead)
        yield from writer.table(page.table) if page.table.drawn else map(writer.paragraph, said)
    last = [place for place, part in enumerate(page.sections) if part.key in CLOSING_SECTIONS]
    end = last[0] if last and extra else len(page.sections)
    yield from writer.sections(page.sections[:end])
    yield from extra
    yield from writer.sections(page.sections[end:])
    yield from (f'<p class="note">{writer.line(spans)}</p>' for spans in page.closing)
    steps = [step for step in page.next if step.command and _leads_elsewhere(step.command, edition)]
    if steps:
        yield f'<aside class="more"><h2>{safe(labels(edition.words).more)}</h2><ul>'
        yield from (f"<li>{writer.text(step.command)}</li>" for step in steps)
        yield "</ul></aside>"


def _leads_elsewhere(command: str, edition: Edition) -> bool:
    """True if what is to be tried next is a page of the site."""
    found = LINK.fullmatch(command)
    return bool(found and edition.words.links[int(found[1])].address)


def described(page: Page, edition: Edition) -> str:
    """Return the first words of a page, for who lists it elsewhere."""
    said = [text_of(spans) for spans in page.lead]
    said += [text_of(item.line) for section in page.sections[:1] for item in section.items[:2]]
    return plain(" ".join(said), edition)[:DESCRIPTION]


def plain(text: str, edition: Edition) -> str:
    """Return a text with the names of the pages it links to."""
    links, text = edition.words.links, edition.names.spaced(text)
    return LINK.sub(
        lambda found: links[int(found[1])].label if int(found[1]) < len(links) else "", text
    )


Maker = Callable[[str, tuple[Edition, ...]], Iterator[File]]
"""Takes the key of a record; yields its files in every language."""
