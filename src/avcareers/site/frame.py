"""What stands around every page: its head, the menu, the days, the address."""

from collections.abc import Iterator
from typing import NamedTuple

from avcareers.present.citations import error_item
from avcareers.present.site import days_line, labels, menu_name
from avcareers.render.html import safe

from .addresses import HOME, STYLE, alone, doors
from .codes import code_of
from .edition import Edition, other

POLICY = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file: data:; "
    "form-action 'self' file:; base-uri 'none'"
)
"""What a page may load: our files. `file:` is for who opens a folder: a file has no origin."""
SCRIPT, ELEMENTS = "assets/site.js", "assets/elements.js"
"""The script of every page, and the one that the scripts of some share."""


class SitePage(NamedTuple):
    """A page of the site, before what stands around it."""

    address: str
    """From the root of the site."""
    twin: str
    """Address of the same page in the other language."""
    title: str
    body: tuple[str, ...]
    """Its HTML, from its heading to what one sees also."""
    description: str = ""
    kind: str = ""
    """What it is in the menu."""
    key: str = ""
    """What one reports an error with; nothing where there is no record."""
    data: str = ""
    """Address of the same facts as JSON."""
    scripts: tuple[str, ...] = ()
    """Scripts it needs beside the one of every page, by their address."""
    structured: str = ""
    """What it is about, in JSON-LD."""
    feed: str = ""
    """Address of the feed of what changes in it."""
    calendar: str = ""
    """Address of the days it names, as a calendar."""
    printed: bool = False
    """Whether paper has its address as a code to photograph."""


def framed(page: SitePage, edition: Edition) -> str:
    """Return the whole page."""
    parts = (*_head(page, edition), *_top(page, edition))
    return "\n".join((
        *parts,
        f'<main id="main"><article>{chr(10).join(page.body)}</article></main>',
        *_foot(page, edition),
        "</body>",
        "</html>\n",
    ))  # fmt: skip


def _head(page: SitePage, edition: Edition) -> Iterator[str]:
    to = edition.writer(page.address).to
    name = labels(edition.words).name
    title = page.title if page.title == name else f"{page.title} – {name}"
    said = labels(edition.words)
    marks = f'data-made="{edition.today}" data-old="{safe(said.old)}" data-over="{safe(said.over)}"'
    yield f'<!DOCTYPE html>\n<html lang="{edition.language}" {marks}>'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{safe(POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{safe(title)}</title>"
    if page.description:
        yield f'<meta name="description" content="{safe(page.description)}">'
    yield f'<link rel="stylesheet" href="{to(STYLE)}">'
    yield f'<link rel="icon" href="{to("assets/icon.svg")}" type="image/svg+xml">'
    if edition.base_url:
        yield from _published(page, edition)
    yield from (f'<script src="{to(script)}" defer></script>' for script in (SCRIPT, *page.scripts))
    if page.structured:
        yield f'<script type="application/ld+json">{page.structured}</script>'
    yield "</head>"


def _published(page: SitePage, edition: Edition) -> Iterator[str]:
    """Yield what only a page with an address on the web says: it, its twin, how it is shown elsewhere."""
    own, twin = (safe(edition.base_url + address) for address in (page.address, page.twin))
    yield f'<link rel="canonical" href="{own}">'
    for language, address in ((edition.language, own), (other(edition.language), twin)):
        yield f'<link rel="alternate" hreflang="{language}" href="{address}">'
    if page.feed:
        feed = safe(edition.base_url + page.feed)
        yield f'<link rel="alternate" type="application/atom+xml" href="{feed}">'
    shown = {
        "og:type": "article",
        "og:title": page.title,
        "og:description": page.description,
        "og:url": edition.base_url + page.address,
        "og:site_name": labels(edition.words).name,
        "og:locale": edition.words("fr_FR", "en_GB"),
    }
    for name, content in shown.items():
        yield f'<meta property="{name}" content="{safe(content)}">'


def _top(page: SitePage, edition: Edition) -> Iterator[str]:
    said, words = labels(edition.words), edition.words
    to = edition.writer(page.address).to
    language = other(edition.language)
    yield f'<body class="{page.kind or "page"}"><a class="skip" href="#main">{safe(said.skip)}</a>'
    yield f'<header class="top"><a class="name" href="{to(alone(HOME, words.language))}">{safe(said.name)}</a>'
    twin = f'lang="{language}" hreflang="{language}" href="{to(page.twin)}"'
    yield f'<a class="twin" {twin}>{safe(said.other_language)}</a>'
    yield f'<form role="search" action="{to(alone("search", words.language))}">'
    yield f'<label for="q">{safe(said.find)}</label>'
    hint = safe(said.find)
    yield f'<input id="q" name="q" type="search" autocomplete="off" placeholder="{hint}">'
    yield f"<button>{safe(said.search)}</button></form>"
    yield f'<nav aria-label="{safe(said.menu)}"><ul>'
    for kind, address in doors(words.language).items():
        here = ' aria-current="true"' if kind == page.kind else ""
        yield f'<li><a href="{to(address)}"{here}>{safe(menu_name(kind, words))}</a></li>'
    yield "</ul></nav></header>"


def _foot(page: SitePage, edition: Edition) -> Iterator[str]:
    said, words = labels(edition.words), edition.words
    to = edition.writer(page.address).to
    yield '<footer class="foot">'
    yield f"<p>{safe(days_line(edition.read_until, edition.today, words))}</p>"
    if page.key:
        yield edition.writer(page.address).paragraph(error_item(page.key, words).line)
    if page.data:
        yield f'<p class="elsewhere"><a href="{to(page.data)}">{safe(said.data)}</a></p>'
    if page.feed:
        yield f'<p class="elsewhere"><a href="{to(page.feed)}">{safe(said.feed)}</a></p>'
    if page.calendar:
        yield f'<p class="elsewhere"><a href="{to(page.calendar)}">{safe(said.calendar)}</a></p>'
    own = safe(edition.base_url + page.address) if edition.base_url else ""
    address = f"<span>{safe(said.address)} : <code>{own}</code></span>" if own else ""
    labels_of = f'data-send="{safe(said.send)}" data-print="{safe(said.print_it)}"'
    if page.printed:
        labels_of += f' data-whole="{safe(said.print_whole)}"'
        yield f'<p class="on-paper">{safe(said.on_paper)}</p>'
    yield f'<p class="send" {labels_of}>{address}</p>'
    if page.printed and edition.base_url:
        yield code_of(edition.base_url + page.address, said.address)
    others = (("changes", said.changes), ("coming", said.coming), ("about", said.about))
    links = (f'<a href="{to(alone(name, words.language))}">{safe(title)}</a>'
             for name, title in others)  # fmt: skip
    yield f'<p class="elsewhere">{" · ".join(links)}</p>'
    yield "</footer>"
