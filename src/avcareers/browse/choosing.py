"""The filters of a list and their values, as lines of a pane; and what reads what is typed of them."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from avcareers.present.browse import back_to_filters
from avcareers.present.page import Line, Span
from avcareers.present.site_filters import filter_name, values_named
from avcareers.query.filters.declaration import Filter, entries, is_asked, written
from avcareers.render.flow import harmless
from avcareers.render.grid import wrapped_lines
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold
from avcareers.text.wording import Wording

from .rows import Drawn, drawn

BACK = "back"
"""The line that goes back from the values of a filter, beside their words."""
ASKED, NOT_ASKED = "■ ", "□ "


class Read(NamedTuple):
    """What typed words ask of a list."""

    filters: Any
    """The filters, with what was understood."""
    others: tuple[str, ...] = ()
    """Words that no filter takes."""
    notes: tuple[str, ...] = ()
    """What was understood of those that are not the catalogue's own."""


class Reader(Protocol):
    """Reads what is typed, as the command line does. What it refuses is an AvcareersError.

    Not `whole`: as someone types, without what takes long, a commune that is not in the catalogue.
    """

    def words(self, filters: Any, text: str, *, whole: bool) -> Read:
        """Return filters, and what words ask beside them."""

    def value(self, filters: Any, name: str, values: Sequence[str], *, whole: bool) -> Read:
        """Return filters, of which one has these values: none clears it."""


def is_flag(entry: Filter) -> bool:
    """True if a filter is asked or not, without a value."""
    return not (entry.names or entry.choices or entry.read or is_number(entry))


def is_number(entry: Filter) -> bool:
    """True if the value of a filter is a number."""
    return entry.between != (None, None)


def is_several(filters: Any, name: str) -> bool:
    """True if a filter takes several values."""
    return isinstance(filters._field_defaults[name], tuple)


def values_of(filters: Any, name: str) -> tuple[str, ...]:
    """Return the values of a filter, as they are typed."""
    kept = type(filters)()._replace(**{name: getattr(filters, name)})
    values = written(kept)[1::2]
    # The reach is written after a city.
    return values[:1] if entries(filters)[name].within else values


class Choosing:
    """What one chooses among, in one language."""

    def __init__(self, catalogue: Catalogue, words: Wording) -> None:
        """Take what names the values."""
        self._catalogue, self._words = catalogue, words
        self._named: dict[str, dict[str, str]] = {}

    def named(self, entry: Filter) -> dict[str, str]:
        """Return the values of a filter, as they are typed, each with its name; read once."""
        if entry.option not in self._named:
            self._named[entry.option] = values_named(entry, self._catalogue, self._words)
        return self._named[entry.option]

    def filters_drawn(self, filters: Any, text: str, width: int) -> Drawn:
        """Return the filters of a list, those whose name has the words typed if any has."""
        every = entries(type(filters))
        names = {name: filter_name(entry, self._words) for name, entry in every.items()}
        found = {name: said for name, said in names.items() if _has(said, text)} or names
        lines: list[Line] = []
        keys: list[str] = []
        for name, said in found.items():
            asked = is_asked(getattr(filters, name))
            shown = said + self._shown_values(filters, name) if asked else said
            some = _wrapped(ASKED if asked else NOT_ASKED, shown, width, strong=asked)
            lines += some
            keys += [name] * len(some)
        return drawn(lines, keys)

    def _shown_values(self, filters: Any, name: str) -> str:
        entry, value = entries(type(filters))[name], getattr(filters, name)
        if is_flag(entry):
            return ""
        colon = self._words("\N{NO-BREAK SPACE}: ", ": ")
        if entry.within:
            return f"{colon}{value.place.name}, {self._words.kilometres(value.within_km)}"
        if is_number(entry):
            return colon + self._words.number(value)
        named = self.named(entry)
        return colon + ", ".join(named.get(each, each) for each in values_of(filters, name))

    def values_drawn(self, filters: Any, name: str, text: str, width: int) -> Drawn:
        """Return the values of a filter, those whose name has the words typed; first, the way back."""
        entry = entries(type(filters))[name]
        chosen = values_of(filters, name)
        title = f"← {back_to_filters(self._words)}"
        heading = _wrapped("", filter_name(entry, self._words), width, strong=True)
        lines: list[Line] = [(Span(title, "command"),), *heading]
        keys: list[str | None] = [BACK, *[None] * len(heading)]
        for word, said in self.named(entry).items() if entry.names or entry.choices else ():
            if _has(said, text) or _has(word, text):
                some = _wrapped(ASKED if word in chosen else NOT_ASKED, said, width,
                                strong=word in chosen)  # fmt: skip
                lines += some
                keys += [word] * len(some)
        return drawn(lines, keys)


def _has(said: str, text: str) -> bool:
    """True if a name has every word typed, or begins one of its own with it."""
    folded = fold(said)
    return all(word in folded for word in fold(text).split())


def _wrapped(sign: str, text: str, width: int, *, strong: bool) -> list[Line]:
    said = harmless((Span(text, "strong" if strong else "plain"),))
    parts = wrapped_lines(said, max(1, width - len(sign)))
    return [
        (Span(sign if number == 0 else " " * len(sign)), *part) for number, part in enumerate(parts)
    ]
