"""Rows of cells side by side, wrapped to the widths of their columns.

Rich's own tables measure, pad and re-render each cell through a dozen objects: drawing 160 jobs
with them took about twice as long as laying the lines out here and letting rich style them
(figures in docs/performance.md).
"""

from collections.abc import Iterator, Sequence

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
    lines = list(cell.wrap(console, width, overflow="fold"))
    for line in lines:
        line.rstrip()
    return lines
