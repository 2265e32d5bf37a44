"""Boxes and lines of a drawing: text that is read aloud, links that are followed."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import NamedTuple

from avcareers.render.html import safe

LINE = 18
"""Height of a line of text."""
CHARACTER = 7.6
"""Width that a letter takes at most, on the average of a line."""
PAD = 10


class Box(NamedTuple):
    """A box that leads to a page."""

    name: str
    address: str
    """Ready to stand in an attribute; empty for the box of the page itself."""
    below: str = ""
    """A smaller line under the name."""


def drawing(key: str, size: tuple[int, int], said: tuple[str, str], parts: Iterable[str]) -> str:
    """Return a drawing of a width and a height, with its title and what it shows in words."""
    title, about = map(safe, said)
    width, height = size
    return (
        f'<svg class="drawing" viewBox="0 0 {width} {height}" width="{width}" role="group" '
        f'aria-labelledby="{key}-title {key}-about"><title id="{key}-title">{title}</title>'
        f'<desc id="{key}-about">{about}</desc>{"".join(parts)}</svg>'
    )


def lines_of(text: str, width: float) -> list[str]:
    """Return the lines a text takes within a width."""
    return wrap(text, max(8, int(width / CHARACTER)))


def box_height(box: Box, width: int) -> int:
    """Return how high a box of a width is."""
    lines = len(lines_of(box.name, width - 2 * PAD)) + bool(box.below)
    return lines * LINE + 2 * PAD - 4


def drawn_box(box: Box, x: int, y: int, width: int) -> Iterator[str]:
    """Yield a box, its name in bold, wrapped."""
    named = lines_of(box.name, width - 2 * PAD)
    height = box_height(box, width)
    texts = [
        text_at(line, x + PAD, y + PAD + LINE * (place + 1) - 7, "strong")
        for place, line in enumerate(named)
    ]
    if box.below:
        texts.append(text_at(box.below, x + PAD, y + PAD + LINE * (len(named) + 1) - 7, "soft"))
    inside = f'<rect x="{x + 1}" y="{y + 1}" width="{width - 2}" height="{height - 2}" rx="5"/>'
    inside += "".join(texts)
    yield f'<a href="{box.address}">{inside}</a>' if box.address else f'<g class="own">{inside}</g>'


def text_at(text: str, x: int, y: int, role: str = "") -> str:
    """Return a line of text."""
    marked = f' class="{role}"' if role else ""
    return f'<text x="{x}" y="{y}"{marked}>{safe(text)}</text>'


def path(points: Iterable[tuple[float, float]], role: str = "") -> str:
    """Return a broken line."""
    marked = f' class="{role}"' if role else ""
    places = " ".join(f"{x:g},{y:g}" for x, y in points)
    return f'<polyline points="{places}"{marked}/>'
