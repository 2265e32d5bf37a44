"""A handout: Markdown without loose lines, or a page of HTML to print on A4."""

import sys
from collections.abc import Iterator

from avcareers.present.page import Page, Span, text_of
from avcareers.text.wording import Language

from .emit import Screen, draw, print_text
from .html import Writer, safe
from .markdown import empty_lines, escaped, heading, inline, paragraph, table_lines

_STYLE = """
@page { size: A4; margin: 11mm 13mm; }
* { box-sizing: border-box; }
body { font: 10pt/1.28 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000;
  background: #fff; max-width: 184mm; margin: 0 auto; }
h1 { font-size: 17pt; line-height: 1.15; margin: 0; }
header { border-bottom: 1.5pt solid #000; padding-bottom: 4pt; margin-bottom: 6pt; }
header p { margin: 2pt 0 0; }
header p:last-child { font-size: 8.5pt; }
main { columns: 2; column-gap: 7mm; }
section { margin: 0 0 6pt; }
h2 { font-size: 10.5pt; margin: 0 0 1pt; border-bottom: 0.5pt solid #000; break-after: avoid; }
h3 { font-size: 12pt; margin: 4pt 0 2pt; break-after: avoid; }
p { margin: 1pt 0; }
ul { margin: 1pt 0; padding-left: 11pt; }
li, p, tr { break-inside: avoid; orphans: 2; widows: 2; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; margin-bottom: 6pt; }
th, td { text-align: left; vertical-align: top; padding: 1.5pt 4pt 1.5pt 0;
  border-bottom: 0.5pt solid #999; }
th { border-bottom: 1pt solid #000; }
.number { text-align: right; }
.under { margin-left: 11pt; }
a { color: inherit; text-decoration: none; font-size: 0.9em; }
a, code { display: inline-block; max-width: 100%; overflow-wrap: anywhere; }
code { font: 8.5pt "Liberation Mono", "Courier New", monospace; }
#sources, footer { font-size: 8pt; }
#sources, .wide { column-span: all; }
footer { border-top: 0.5pt solid #000; margin-top: 2pt; padding-top: 2pt; }
footer + footer { border-top: 0; }
article + article { break-before: page; }
.long { font-size: 9pt; line-height: 1.22; }
.long table, .long #sources, .long footer { font-size: 7.5pt; }
@media screen { body { padding: 8mm; } }
"""
"""An address or a command keeps to one line: it moves to the next whole, unless none can hold it."""
SHEET = 3200
"""Characters that hold on one sheet in the larger type; a longer page is in the smaller."""


def print_handout(
    page: Page, language: Language, screen: Screen, *others: Page, html: bool
) -> None:
    """Write a handout to standard output, a sheet for each page: drawn on a terminal, unless in HTML."""
    if not html and sys.stdout.isatty():
        for each in (page, *others):
            draw(screen, each)
        return
    if not html:
        between = "\n\n---\n\n"
        print_text(between.join("\n".join(handout_markdown(each)) for each in (page, *others)))
        return
    text = "\n".join(handout_html(page, language, *others))
    if (sys.stdout.encoding or "").replace("-", "").lower() != "utf8":
        # The page says it is UTF-8: elsewhere, character references say the same in ASCII.
        text = text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    print_text(text)


def handout_markdown(page: Page) -> Iterator[str]:
    """Yield a handout as Markdown, its headings close to what they head."""
    yield f"# {heading(text_of(page.title))}"
    for spans in page.lead:
        yield ""
        yield paragraph(spans)
    if page.table is not None:
        yield ""
        yield from table_lines(page.table) if page.table.drawn else empty_lines(page)
    for section in page.sections:
        yield ""
        if section.heading:
            yield f"## {heading(section.heading)}"
            yield ""
        first, *others = (*section.items, None)
        if first and others == [None] and section.table is None:
            yield f"**{escaped(section.label)}** – {inline(first.whole)}"
            continue
        yield f"{'###' if section.heading else '##'} {heading(section.label)}"
        if section.table is not None:
            yield ""
            yield from table_lines(section.table)
            yield ""
        yield from (f"- {paragraph(item.whole)}" for item in section.items)
    for spans in page.footer:
        yield ""
        yield paragraph(spans)


def handout_html(page: Page, language: Language, *others: Page) -> Iterator[str]:
    """Yield a handout as HTML that needs nothing beside itself: each page on a sheet of its own."""
    titles = " – ".join(safe(text_of(each.title)) for each in (page, *others))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language}">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{titles}</title>"
    yield f"<style>{_STYLE}</style></head>"
    if others:
        yield "<body>"
        for each in (page, *others):
            yield from _sheet(each, "article")
        yield "</body>"
    else:
        yield from _sheet(page, "body")
    yield "</html>"


def _sheet(page: Page, element: str) -> Iterator[str]:
    writer = Writer()
    yield f'<{element} class="long">' if _length(page) > SHEET else f"<{element}>"
    yield f"<header><h1>{safe(text_of(page.title))}</h1>"
    yield from map(writer.paragraph, page.lead)
    yield "</header>"
    if page.table is not None:
        said = ((Span(page.empty),), *page.instead)
        yield from writer.table(page.table) if page.table.drawn else map(writer.paragraph, said)
    yield "<main>"
    for section in page.sections:
        yield from writer.section(section)
    yield "</main>"
    yield from (f"<footer>{writer.line(spans)}</footer>" for spans in page.footer)
    yield f"</{element}>"


def _length(page: Page) -> int:
    """Count the characters of the body of a page."""
    tables = (page.table, *(section.table for section in page.sections))
    cells = (cell for table in tables if table for row in table.rows for cell in row.cells)
    said = (item.line for section in page.sections for item in section.items)
    return sum(len(text_of(spans)) for spans in (*cells, *said))
