"""The parts of a page as HTML, everything in them escaped."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from avcareers.present.page import Column, Item, Line, Row, Section, Table

from .markdown import ADDRESS
from .safety import printable

_ELEMENTS = {"strong": "strong", "warn": "strong", "bad": "strong", "unknown": "em"}


class Writer:
    """Writes lines, tables and sections. Others may write their texts and headings another way."""

    group, part = "h3", "h2"
    """Elements of the heading of a group of sections, and of a section."""
    roles = False
    """Whether tables say what their parts are: a style that lays them out otherwise hides it."""

    def text(self, text: str) -> str:
        """Escape a text, and make its web addresses ones to follow."""
        parts, end = [], 0
        for found in ADDRESS.finditer(text):
            parts.append(safe(text[end : found.start()]))
            # An address is followed as it is: an apostrophe of print would be another.
            parts.append(f'<a href="{escape(found[0])}">{safe(found[0])}</a>')
            end = found.end()
        return "".join((*parts, safe(text[end:])))

    def line(self, spans: Line) -> str:
        """Write a line with its emphasis."""
        parts = []
        for text, role in spans:
            element = _ELEMENTS.get(role)
            written = self.text(text)
            parts.append(
                f"<{element}>{written}</{element}>" if element and text.strip() else written
            )
        return "".join(parts)

    def paragraph(self, spans: Line) -> str:
        """Write a line as a paragraph."""
        return f"<p>{self.line(spans)}</p>"

    def table(self, table: Table) -> Iterator[str]:
        """Yield a table, whole: what only a pipe is given aside."""
        drawn = [
            (place, column) for place, column in enumerate(table.columns) if not column.plain_only
        ]
        marks = {place: ' class="number"' if column.right else "" for place, column in drawn}
        titles = "".join(self.heading_cell(column, marks[place]) for place, column in drawn)
        yield f"<table{self._role('table')}><thead{self._role('rowgroup')}>"
        yield f"<tr{self._role('row')}>{titles}</tr></thead><tbody{self._role('rowgroup')}>"
        for group, rows in groupby(table.drawn, key=lambda row: row.group):
            if group:
                yield self.group_row(group, len(drawn))
            for row in rows:
                (first, column), *others = drawn
                named = self.row_heading(column, marks[first], row.cells[first])
                cells = (self.cell(column, marks[n], row.cells[n]) for n, column in others)
                mark = f"{self._role('row')}{self.row_mark(table, row)}"
                yield f"<tr{mark}>{named}{''.join(cells)}</tr>"
        yield "</tbody></table>"

    def heading_cell(self, column: Column, mark: str) -> str:
        """Write the heading of a column."""
        return f"<th{mark}>{safe(column.title)}</th>"

    def row_heading(self, column: Column, mark: str, spans: Line) -> str:
        """Write the first cell of a row."""
        return self.cell(column, mark, spans)

    def row_mark(self, table: Table, row: Row) -> str:  # noqa: ARG002 - others name it
        """Return what marks a row."""
        return ""

    def group_row(self, group: str, width: int) -> str:
        """Write the heading of the rows that belong together."""
        return f'<tr><th colspan="{width}">{safe(group)}</th></tr>'

    def cell(self, column: Column, mark: str, spans: Line) -> str:  # noqa: ARG002 - others name it
        """Write a cell."""
        return f"<td{mark}>{self.line(spans)}</td>"

    def _role(self, role: str) -> str:
        """Return the role of an element, where the style may take it from it."""
        return f' role="{role}"' if self.roles else ""

    def section(self, section: Section) -> Iterator[str]:
        """Yield a section: its heading, its table, its lines."""
        if section.heading:
            yield f"<{self.group}>{safe(section.heading)}</{self.group}>"
        wide = ' class="wide"' if section.table is not None else ""
        title = f"<{self.part}>{safe(section.label)}</{self.part}>"
        named = f' id="{safe(section.key)}"' if section.key else ""
        yield f"<section{named}{wide}>{title}"
        if section.table is not None:
            yield from self.table(section.table)
        for bullet, items in groupby(section.items, key=lambda item: item.bullet):
            if bullet:
                yield f"<ul>{''.join(f'<li>{self.line(item.line)}</li>' for item in items)}</ul>"
            else:
                yield from map(self._item, items)
        yield "</section>"

    def _item(self, item: Item) -> str:
        # What stands under another line is led by spaces on a terminal.
        under = ' class="under"' if item.branch[0].isspace() else ""
        return f"<p{under}>{self.line(item.line if under else item.whole)}</p>"


def safe(text: str) -> str:
    """Escape a text, in which nothing then acts on what shows it."""
    return escape(printable(text).replace("\n", " "))
