"""The wording of the site: a command is the page that shows the same, as a link."""

import re
from typing import NamedTuple

from avcareers.model.errors import AmbiguousNameError
from avcareers.present.paper import PaperWording
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Language, Wording

from .addresses import list_of, shown_by

OPENING, CLOSING = "\ue000", "\ue001"
"""Private characters around the number of a link. Data that hold some only name a page of ours."""
LINK = re.compile(f"{OPENING}([0-9]+){CLOSING}")


class Link(NamedTuple):
    """A page of the site, as a text names it."""

    label: str
    address: str
    """From the root of the site; empty for a command that only a terminal answers."""


class SiteWording(PaperWording):
    """The wording of pages that link to one another."""

    names_pages = True

    def __init__(self, language: Language, catalogue: Catalogue) -> None:
        """Choose the language, and where the names of records are read."""
        super().__init__(language, catalogue)
        self._numbers: dict[Link, int] = {}
        self.links: list[Link] = []
        self._read: dict[tuple[str, str], tuple[str, str]] = {}
        self._keys: dict[tuple[str, str], str | None] = {}

    def command(self, *said: str) -> str:
        """Return the mark of a link to the page that shows what a command does."""
        address = shown_by(said, self.language, self._known)
        if address is None:
            return self._mark(Link(Wording(self.language).command(*said), ""))
        return self._mark(Link(self.page_name(*said), address))

    def into(self, file: str, *said: str) -> str:  # noqa: ARG002 - a page is printed as it is
        """Return nothing: a page of the site is printed from where it is read."""
        return ""

    def source(self, key: str, title: str) -> str:
        """Return the mark of a link to where a source is listed."""
        return self._mark(Link(title, f"{list_of('source', self.language)}#{key}"))

    def whom(self) -> str:
        """Return whom an error is told to: who reads this has it from somebody."""
        return self(" à qui vous a remis ce site,", " to whoever gave you this site,")

    def page_name(self, *said: str) -> str:
        """Name the page that a command shows: a school or a word by its name alone."""
        kind, name, _ = self._about(said)
        return name if name and kind in {"school", "topic"} else super().page_name(*said)

    def _of(self, kind: str, key: str) -> tuple[str, str]:
        if (kind, key) not in self._read:
            self._read[kind, key] = super()._of(kind, self._known(kind, key) or key)
        return self._read[kind, key]

    def _known(self, kind: str, name: str) -> str | None:
        # Every page names the same few records.
        if (kind, name) not in self._keys:
            self._keys[kind, name] = self._found(kind, name)
        return self._keys[kind, name]

    def _found(self, kind: str, name: str) -> str | None:
        try:
            found = self._catalogue.known(kind, name) if name else None
        except AmbiguousNameError:
            return None
        if found is None and kind == "department":
            return name if self._catalogue.cards(kind, (name,)) else None
        return found.slug if found else None

    def _mark(self, link: Link) -> str:
        if link not in self._numbers:
            self._numbers[link] = len(self.links)
            self.links.append(link)
        return f"{OPENING}{self._numbers[link]}{CLOSING}"
