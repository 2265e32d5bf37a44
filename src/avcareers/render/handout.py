"""A handout: Markdown without loose lines, or a page of HTML to print on one A4 sheet."""

import sys
from collections.abc import Iterator
from html import escape

from avcareers.present.page import Item, Line, Page, Section, text_of
from avcareers.text.wording import Language

from .emit import print_text
from .markdown import escaped, heading, inline, paragraph
from .safety import printable

_STYLE = """
@page { size: A4; margin: 11mm 13mm; }
* { box-sizing: border-box; }
body { font: 10pt/1.28 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000;
  background: #fff; max-width: 184mm; margin: 0 auto; }
h1 { font-size: 17pt; line-height: 1.15; margin: 0; }
header { border-bottom: 1.5pt solid #000; padding-bottom: 4pt; margin-bottom: 6pt; }
header p { margin: 2pt 0 0; }
main { columns: 2; column-gap: 7mm; }
section { margin: 0 0 6pt; }
h2 { font-size: 10.5pt; margin: 0 0 1pt; border-bottom: 0.5pt solid #000; break-after: avoid; }
p { margin: 1pt 0; }
ul { margin: 1pt 0; padding-left: 11pt; }
li, p { break-inside: avoid; orphans: 2; widows: 2; }
code { font: 8.5pt "Liberation Mono", "Courier New", monospace; overflow-wrap: anywhere; }
#sources, footer { font-size: 8pt; }
footer { border-top: 0.5pt solid #000; margin-top: 2pt; padding-top: 2pt; }
@media screen { body { padding: 8mm; } }
"""
_ELEMENTS = {
    "strong": "strong",
    "warn": "strong",
    "unknown": "em",
    "accent": "code",
    "command": "code",
}


def print_handout(page: Page, language: Language, *, html: bool) -> None:
    """Write a handout to standard output."""
    if not html:
        print_text("\n".join(handout_markdown(page)))
        return
    text = "\n".join(handout_html(page, language))
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
    for section in page.sections:
        yield ""
        first, *others = section.items
        if not others:
            yield f"**{escaped(section.label)}** – {inline(first.line)}"
            continue
        yield f"## {heading(section.label)}"
        yield from (f"- {paragraph(item.line)}" for item in section.items)
    for spans in page.footer:
        yield ""
        yield paragraph(spans)


def handout_html(page: Page, language: Language) -> Iterator[str]:
    """Yield a handout as a page of HTML that needs nothing beside itself."""
    title = _safe(text_of(page.title))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language}">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>{_STYLE}</style></head>"
    yield "<body>"
    yield f"<header><h1>{title}</h1>"
    yield from (f"<p>{_marked(spans)}</p>" for spans in page.lead)
    yield "</header>"
    yield "<main>"
    for section in page.sections:
        yield from _section(section)
    yield "</main>"
    yield from (f"<footer>{_marked(spans)}</footer>" for spans in page.footer)
    yield "</body>"
    yield "</html>"


def _section(section: Section) -> Iterator[str]:
    yield f'<section id="{_safe(section.key)}"><h2>{_safe(section.label)}</h2>'
    items: tuple[Item, ...] = section.items
    for index, item in enumerate(items):
        bulleted_before = index > 0 and items[index - 1].bullet
        bulleted_after = index + 1 < len(items) and items[index + 1].bullet
        if not item.bullet:
            yield f"<p>{_marked(item.line)}</p>"
            continue
        opening = "" if bulleted_before else "<ul>"
        closing = "" if bulleted_after else "</ul>"
        yield f"{opening}<li>{_marked(item.line)}</li>{closing}"
    yield "</section>"


def _marked(spans: Line) -> str:
    """Write a line with its emphasis, everything in it escaped."""
    parts = []
    for text, role in spans:
        element = _ELEMENTS.get(role)
        safe = _safe(text)
        parts.append(f"<{element}>{safe}</{element}>" if element and text.strip() else safe)
    return "".join(parts)


def _safe(text: str) -> str:
    return escape(printable(text).replace("\n", " "))
