"""Rows of cells side by side, wrapped to the widths of their columns.

Rich's own tables measure, pad and re-render each cell through a dozen objects: drawing 160 jobs
with them took about twice as long as laying the lines out here and letting rich style them
(figures in docs/performance.md).
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

GAP = 2
"""Blank columns between two columns."""


def grid_lines(
    cells: Sequence[Text], widths: Sequence[int], console: Console, right: Sequence[bool] = ()
) -> Iterator[Text]:
    """Yield the screen lines of one row: each cell wrapped to its width, without trailing space."""
    wrapped = [_wrapped(cell, width, console) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        line = Text(no_wrap=True, end="")
        pending = 0
        for index, parts in enumerate(wrapped):
            part = parts[number] if number < len(parts) else None
            width = widths[index]
            if part is not None and part.plain:
                used = cell_len(part.plain)
                before = width - used if index < len(right) and right[index] else 0
                line.append(" " * (pending + before))
                line.append_text(part)
                pending = width - used - before + GAP
            else:
                pending += width + GAP
        yield line


def _wrapped(cell: Text, width: int, console: Console) -> list[Text]:
    if cell_len(cell.plain) <= width and "\n" not in cell.plain:
        return [cell]
    lines = (
        cell.divide(_ends(cell.plain, width))
        if _has_hyphens_to_break(cell.plain, width)
        else (cell.wrap(console, width, overflow="fold"))
    )
    for line in lines:
        line.rstrip()
    return list(lines)


def _has_hyphens_to_break(text: str, width: int) -> bool:
    """Whether a word too long for its column holds hyphens, where rich would cut it anywhere."""
    too_long = any(len(word) > width and "-" in word for word in text.split())
    return too_long and "\n" not in text and cell_len(text) == len(text)


def _ends(text: str, width: int) -> list[int]:
    """Give where lines end when words may break after a hyphen."""
    ends, here = [], 0
    for piece in wrap(text, width, expand_tabs=False, replace_whitespace=False)[:-1]:
        here = text.index(piece, here) + len(piece)
        here += len(text[here:]) - len(text[here:].lstrip())
        ends.append(here)
    return ends
