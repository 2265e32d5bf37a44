"""A page as HTML of the site: names of records are links, commands are the page that answers."""

import re
from collections.abc import Iterable, Iterator, Mapping

from avcareers.present.page import Column, Line, Row, Section, Span, Table, text_of
from avcareers.present.site import labels
from avcareers.render.html import Writer, safe
from avcareers.text.folding import fold
from avcareers.text.wording import Wording

from .addresses import list_of, relative
from .wording import LINK, SiteWording

_ROLES = {
    "strong": ("<strong>", "</strong>"),
    "warn": ('<strong class="warn">', "</strong>"),
    "bad": ('<strong class="bad">', "</strong>"),
    "unknown": ('<em class="unknown">', "</em>"),
    "muted": ('<span class="muted">', "</span>"),
}
_FREELY = r"(?<![\w/’'-])(?:{})(?![\w/’'-])"
"""Where a name with a bar or a number may stand: anywhere, whole."""
_ALONE = (
    r"(?:^|(?<=[:;,(→·–●○▼] )|(?<=\b(?:et|de|to) )|(?<=\band )|(?<=\bfrom )|(?<=\bà ))"
    r"(?:{})(?=$|[,;.)]|  | [(·–→○●+]| (?:et|and|à|to)\b)"
)
"""Where another may: as an element of a list, for it may be a word of a sentence elsewhere."""
_MARKED = r"(?:(?<=[●○→] )|(?<=\())(?P<stage>{})(?=$|  | [○●]|\))"
"""Where a word that means many things may: after a mark, where it is a stage."""
EVERYDAY = re.compile("^(?:en/)?(?:departements|departments|mots|words)/")
"""Pages of what may bear a word of every day: « Production », « Alternance »."""
FRENCH_NAMES = re.compile("^en/(?:jobs|schools)/(?!index)")
"""Pages in English of what has its name in French."""
_ENGLISH = re.compile(r"\b(?:the|of|and|for|your|how)\b", re.IGNORECASE)
"""Words that the title of a French document does not hold."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNTIL = re.compile(
    r"(?P<before>(?:\bjusqu(?:&#x27;|’)au|\buntil) )"
    r"(?P<said>(?P<day>[0-9]{1,2})(?:er)? (?P<month>[^\W\d]+) (?P<year>[0-9]{4}))\b"
)
_FRENCH_SPACE = re.compile(r" (?=[;:?!»])|(?<=«) ")


class Names:
    """The names of records that lead to their page wherever they stand."""

    def __init__(self, pages: Mapping[str, str], stages: Mapping[str, str], words: Wording) -> None:
        """Take the address of the page of each name.

        Names of stages are words of every day too: they are links after a mark only. Other names of
        one word that are, in `EVERYDAY`, are links under a title only.
        """
        self.french = words.language == "fr"
        self.days = {words.day(f"2000-{month:02}-02").split()[1]: month for month in range(1, 13)}
        self.by_text = {safe(self.spaced(name)): address for name, address in pages.items()}
        self.stages = {safe(self.spaced(name)): address for name, address in stages.items()}
        free = [name for name in self.by_text if " / " in name or name[-1].isdigit()]
        alone = [
            name for name, address in self.by_text.items()
            if name not in free and (" " in name or not EVERYDAY.search(address))
        ]  # fmt: skip
        forms = ((_MARKED, self.stages), (_FREELY, free), (_ALONE, alone))
        self.pattern = re.compile("|".join(form.format(_any(some)) for form, some in forms if some))

    def spaced(self, text: str) -> str:
        """Return a text whose marks never begin a line: French puts a space before some."""
        return _FRENCH_SPACE.sub("\N{NO-BREAK SPACE}", text) if self.french else text


def _any(names: Iterable[str]) -> str:
    """Return a pattern of any of some names, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


class SiteWriter(Writer):
    """Writes the parts of one page."""

    roles = True

    def __init__(self, words: SiteWording, names: Names, page: str, root: str = "") -> None:
        """Take the wording that marked the links, the names to link, and the address of the page.

        Links lead from there, or from the `root` of the site where the page may be shown elsewhere.
        """
        self._words = words
        self._names = names
        self._page = page
        self._root = root
        said = labels(words)
        self._terminal = said.terminal
        self._marks = {
            mark: f'<span role="img" aria-label="{safe(word)}">{mark}</span>'
            for mark, word in (("●", said.here), ("○", said.away))
        }
        self._parts: set[str] = set()

    def to(self, address: str) -> str:
        """Return the way to another page, ready to stand in an attribute."""
        return safe(self._root + address if self._root else relative(address, self._page))

    def link(self, address: str, label: str) -> str:
        """Write a link to a page of the site."""
        return f'<a href="{self.to(address)}">{safe(self._names.spaced(label))}</a>'

    def text(self, text: str) -> str:
        """Escape a text; make links of the marks, of the names and of the addresses it holds."""
        text = self._names.spaced(text)
        parts, end = [], 0
        for found in LINK.finditer(text):
            parts.append(self._named(text[end : found.start()]))
            parts.append(self._marked(int(found[1])))
            end = found.end()
        return "".join((*parts, self._named(text[end:])))

    def _named(self, text: str) -> str:
        def linked(found: re.Match[str]) -> str:
            pages = self._names.stages if found["stage"] else self._names.by_text
            address = pages[found[0]]
            if address == self._page:
                return found[0]
            return f'<a{self.spoken(address)} href="{self.to(address)}">{found[0]}</a>'

        written = super().text(text)
        if "<a " not in written:
            written = self._names.pattern.sub(linked, written)
        for mark, said in self._marks.items():
            written = written.replace(mark, said)
        return _UNTIL.sub(self._until, written)

    def spoken(self, address: str) -> str:
        """Return the mark of a name that is French on a page that is not: a voice reads it so."""
        return ' lang="fr"' if FRENCH_NAMES.match(address) else ""

    def _until(self, found: re.Match[str]) -> str:
        """Write the day something lasts until as one that the script compares with the day it is read."""
        month = self._names.days.get(found["month"])
        if month is None:
            return found[0]
        iso = f"{found['year']}-{month:02}-{int(found['day']):02}"
        return f'{found["before"]}<time class="until" datetime="{iso}">{found["said"]}</time>'

    def _marked(self, number: int) -> str:
        if number >= len(self._words.links):
            return ""
        label, address = self._words.links[number]
        if not address:
            return (
                f'<span class="terminal">{safe(self._terminal)} <code>{safe(label)}</code></span>'
            )
        page, _, part = address.partition("#")
        if page != list_of("source", self._words.language):
            return self.link(address, label)
        title = safe(self._names.spaced(label))
        if page == self._page:
            # What is listed here is found here.
            return f'<span id="{safe(part)}"{self.french(label)}>{title}</span>'
        return f'<a href="{self.to(address)}"{self.french(label)}>{title}</a>'

    def french(self, title: str) -> str:
        """Return the mark of a title that is French on a page that is not: nearly all are."""
        return "" if self._names.french or _ENGLISH.search(title) else ' lang="fr"'

    def lead(self, spans: Line) -> str:
        """Write what stands under the title, where a name is one, whatever else it means."""
        return "".join(
            self._called(safe(text))
            if safe(text) in self._names.by_text else self.line((Span(text, role),))
            for text, role in spans
        )  # fmt: skip

    def _called(self, name: str) -> str:
        address = self._names.by_text[name]
        return f'<a{self.spoken(address)} href="{self.to(address)}">{name}</a>'

    def line(self, spans: Line) -> str:
        """Write a line, each run of text with what it means."""
        parts = []
        for said, role in spans:
            text = said
            opening, closing = _ROLES.get(role, ("", "")) if text.strip() else ("", "")
            if text.startswith("?") and role == "unknown":
                unknown = safe(self._words.unknown)
                parts.append(f'<span class="unknown" title="{unknown}"><span class="mark" aria-hidden="true">?'
                             f'</span><span class="word">{unknown}</span></span>')  # fmt: skip
                text = text[1:]
                if not text:
                    continue
            parts.append(f"{opening}{self.text(text)}{closing}")
        return "".join(parts)

    def heading_cell(self, column: Column, mark: str) -> str:
        """Write the heading of a column; one that says nothing is read as no heading."""
        if not column.title:
            return f'<td role="cell"{mark}></td>'
        return f'<th scope="col" role="columnheader"{mark}>{safe(column.title)}</th>'

    def cell(self, column: Column, mark: str, spans: Line) -> str:
        """Write a cell; on a phone it is led by the name of its column."""
        named = f' data-column="{safe(column.title)}"' if column.title else ""
        if column.key == "programmes" and self._page == list_of("school", "en"):
            # Programmes have their names in French.
            named += ' lang="fr"'
        if not mark and _DAY.fullmatch(text_of(spans)):
            mark = ' class="day"'
        return f'<td role="cell"{mark}{named}>{self.line(spans)}</td>'

    def row_heading(self, column: Column, mark: str, spans: Line) -> str:
        """Write what a row is about, where a name is one, whatever else it means."""
        if not text_of(spans):
            return self.cell(column, mark, spans)
        return f'<th scope="row" role="rowheader"{mark}>{self.lead(spans)}</th>'

    def row_mark(self, table: Table, row: Row) -> str:
        """Return the key of a row, by which the script of a list knows it."""
        keyed = table.columns[0].key == "slug"
        return f' data-key="{safe(text_of(row.cells[0]))}"' if keyed else ""

    def group_row(self, group: str, width: int) -> str:
        """Write the heading of the rows that belong together, which may be linked to."""
        name = anchor(group)
        # A group may come back further down: its address leads to the first.
        part = "" if name in self._parts else f' id="{name}"'
        self._parts.add(name)
        # A heading may stand in no <th>.
        heading = f'<td{part} role="rowheader" colspan="{width}">'
        return f'<tr role="row" class="group">{heading}<h2>{self.text(group)}</h2></td></tr>'

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
