"""No dead end: every link inside the site leads to a page, and to a part that the page has."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

_LINK = re.compile(r'(?:href|src|action)="([^"]*)"')
_PART = re.compile(r'\bid="([^"]*)"')
_OUTSIDE = re.compile(r"[a-z]+:", re.IGNORECASE)


class Linked(NamedTuple):
    """What a file links to, and the parts that others may link to."""

    address: str
    links: frozenset[tuple[str, str]]
    """Addresses of files, from the root of the site, each with the part named."""
    parts: frozenset[str]


class DeadLink(NamedTuple):
    """A link that leads nowhere."""

    page: str
    target: str


def linked(address: str, text: str, base_url: str = "") -> Linked:
    """Return what a page links to inside the site, which is published at an address, if it is known."""
    links = set()
    for raw in set(_LINK.findall(text)):
        target = unescape(raw)
        whole = bool(base_url) and target.startswith(base_url)
        if target and (whole or not _OUTSIDE.match(target)):
            path, _, part = target.removeprefix(base_url if whole else "").partition("#")
            file = unquote(path.partition("?")[0])
            folder = "" if whole else dirname(address)
            links.add((normpath(join(folder, file)) if file else address, unescape(part)))
    return Linked(address, frozenset(links), frozenset(map(unescape, _PART.findall(text))))


def dead_links(pages: Iterable[Linked], files: Iterable[str]) -> Iterator[DeadLink]:
    """Yield the links that lead to no file of the site, or to no part of a page."""
    by_address = {page.address: page for page in pages}
    known = {*files, *by_address}
    for page in by_address.values():
        for target, part in sorted(page.links):
            there = by_address.get(target)
            if target not in known or (part and (there is None or part not in there.parts)):
                yield DeadLink(page.address, f"{target}#{part}" if part else target)
