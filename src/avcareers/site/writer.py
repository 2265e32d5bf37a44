"""A page as HTML of the site: names of records are links, commands are the page that answers."""

import re
from collections.abc import Iterator, Mapping

from avcareers.present.page import Column, Line, Section
from avcareers.present.site import labels
from avcareers.render.html import Writer, safe
from avcareers.text.folding import fold

from .addresses import relative
from .wording import LINK, SiteWording

_ROLES = {
    "strong": ("<strong>", "</strong>"),
    "warn": ('<strong class="warn">', "</strong>"),
    "bad": ('<strong class="bad">', "</strong>"),
    "unknown": ('<em class="unknown">', "</em>"),
    "muted": ('<span class="muted">', "</span>"),
}
_FREELY = r"(?<![\w/’'-])(?:{})(?![\w/’'-])"
"""Where a name of several words and a bar may stand: anywhere, whole."""
_ALONE = r"(?:^|(?<=[:;,(→·–●○▼] ))(?:{})(?=$|[,;.)]|  | [(·–→○●+]| et \d| and \d)"
"""Where another may: as an element of a list, for it may be a word of a sentence elsewhere."""


class Names:
    """The names of records that lead to their page wherever they stand."""

    def __init__(self, pages: Mapping[str, str]) -> None:
        """Take the address of the page of each name."""
        self.pages = pages
        longest_first = sorted(pages, key=lambda name: (-len(name), name))
        free = [re.escape(safe(name)) for name in longest_first if " / " in name]
        bound = [re.escape(safe(name)) for name in longest_first if " / " not in name]
        patterns = [(_FREELY, free), (_ALONE, bound)]
        written = "|".join(form.format("|".join(some)) for form, some in patterns if some)
        self.pattern = re.compile(written or r"(?!)")
        self.by_text = {safe(name): address for name, address in pages.items()}


class SiteWriter(Writer):
    """Writes the parts of one page."""

    roles = True

    def __init__(self, words: SiteWording, names: Names, page: str) -> None:
        """Take the wording that marked the links, the names to link, and the address of the page."""
        self._words = words
        self._names = names
        self._page = page
        self._terminal = labels(words).terminal

    def to(self, address: str) -> str:
        """Return the way to another page, ready to stand in an attribute."""
        return safe(relative(address, self._page))

    def link(self, address: str, label: str) -> str:
        """Write a link to a page of the site."""
        return f'<a href="{self.to(address)}">{safe(label)}</a>'

    def text(self, text: str) -> str:
        """Escape a text; make links of the marks, of the names and of the addresses it holds."""
        parts, end = [], 0
        for found in LINK.finditer(text):
            parts.append(self._named(text[end : found.start()]))
            parts.append(self._marked(int(found[1])))
            end = found.end()
        return "".join((*parts, self._named(text[end:])))

    def _named(self, text: str) -> str:
        def linked(found: re.Match[str]) -> str:
            address = self._names.by_text[found[0]]
            if address == self._page:
                return found[0]
            return f'<a href="{self.to(address)}">{found[0]}</a>'

        written = super().text(text)
        return written if "<a " in written else self._names.pattern.sub(linked, written)

    def _marked(self, number: int) -> str:
        if number >= len(self._words.links):
            return ""
        label, address = self._words.links[number]
        if not address:
            return (
                f'<span class="terminal">{safe(self._terminal)} <code>{safe(label)}</code></span>'
            )
        return self.link(address, label)

    def line(self, spans: Line) -> str:
        """Write a line, each run of text with what it means."""
        parts = []
        for text, role in spans:
            opening, closing = _ROLES.get(role, ("", "")) if text.strip() else ("", "")
            if text == "?" and role == "unknown":
                opening = f'<abbr class="unknown" title="{safe(self._words.unknown)}">'
                closing = "</abbr>"
            parts.append(f"{opening}{self.text(text)}{closing}")
        return "".join(parts)

    def heading_cell(self, column: Column, mark: str) -> str:
        """Write the heading of a column, which says that it is one."""
        return f'<th scope="col" role="columnheader"{mark}>{safe(column.title)}</th>'

    def cell(self, column: Column, mark: str, spans: Line) -> str:
        """Write a cell; on a phone it is led by the name of its column."""
        named = f' data-column="{safe(column.title)}"' if column.title else ""
        return f'<td role="cell"{mark}{named}>{self.line(spans)}</td>'

    def group_row(self, group: str, width: int) -> str:
        """Write the heading of the rows that belong together, which may be linked to."""
        heading = f'<th id="{anchor(group)}" scope="rowgroup" role="rowheader" colspan="{width}">'
        return f'<tr role="row" class="group">{heading}{self.text(group)}</th></tr>'

    def sections(self, sections: tuple[Section, ...]) -> Iterator[str]:
        """Yield sections, those of a group under its heading."""
        grouped = False
        for section in sections:
            grouped = grouped or bool(section.heading)
            self.group, self.part = "h2", "h3" if grouped else "h2"
            yield from self.section(section)


def anchor(name: str) -> str:
    """Return what a part of a page goes by in an address."""
    return safe(fold(name).replace(" ", "-"))
