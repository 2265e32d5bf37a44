"""`avcareers browse`."""

import importlib.util
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from .command import command
from .completion import completing
from .language import said
from .session import Session

if TYPE_CHECKING:
    from avcareers.browse.choosing import Read
    from avcareers.browse.state import State
    from avcareers.query.filters.declaration import Filter
    from avcareers.store.catalogue import Catalogue

LISTINGS = {
    "jobs": "jobs", "metiers": "jobs", "métiers": "jobs",
    "schools": "schools", "ecoles": "schools", "écoles": "schools",
}  # fmt: skip
"""First words that say which list to begin with."""


def add_browse(app: typer.Typer) -> None:
    """Add the command that draws a full screen."""
    command(
        app,
        "browse",
        about=said(
            "Parcourir métiers et écoles en plein écran : filtres, liste, fiche. « ? » donne les "
            "touches ; en quittant, la commande équivalente s'écrit. Complément : avcareers[browse].",
            "Browse jobs and schools on a full screen: filters, list, sheet. “?” gives the keys; on "
            "leaving, the equivalent command is written. An extra: avcareers[browse].",
        ),
        examples=(
            "browse",
            said("browse écoles Lyon alternance", "browse schools Lyon alternance"),
            said("browse métiers tournage débutant", "browse jobs tournage entry"),
        ),
    )(browse_command)


def browse_command(
    session: Session,
    words: Annotated[list[str] | None, typer.Argument(
        metavar=said("[MÉTIERS|ÉCOLES MOTS…]", "[JOBS|SCHOOLS WORDS…]"),
        autocompletion=completing("browse"),
        help=said("Par quelle liste commencer, et ses filtres, en mots.",
                  "Which list to begin with, and its filters, in words."))] = None,
) -> None:  # fmt: skip
    """Browse."""
    from avcareers.present import browse as say

    if not _has_screen():
        raise typer.BadParameter(say.needs_screen(session.words))
    if importlib.util.find_spec("textual") is None:
        raise typer.BadParameter(say.needs_extra(session.words))
    from avcareers.browse.answers import Answers
    from avcareers.browse.app import browser
    from avcareers.render.emit import print_text

    catalogue = session.catalogue()
    reader = CommandLineReader(session, catalogue)
    begun = _begun(reader, list(words or ()))
    answers = Answers(catalogue, session.words, session.today)
    last = browser(answers, reader, begun, color=session.screen.color is not False).run()
    for each in last.commands() if last else ():
        print_text(session.words.command(*each))


def _has_screen() -> bool:
    """True if a person types and reads on a terminal that draws."""
    from .asking import can_ask

    return can_ask() and os.environ.get("TERM", "") not in {"", "dumb"}


def _begun(reader: "CommandLineReader", words: list[str]) -> "State":
    """Return the list to begin with. Raise NothingFoundError for a word that no filter takes."""
    from avcareers.browse.state import State

    listing = LISTINGS.get(words[0].casefold()) if words else None
    state = State(listing=listing or "jobs")  # type: ignore[arg-type]
    text = " ".join(words[1:] if listing else words)
    read = reader.words(state.filters, text, whole=True)
    if read.others:
        from avcareers.model.errors import NothingFoundError

        raise NothingFoundError(" ".join(read.others), (), (state.listing,))
    return state.filtered(read.filters)


class CommandLineReader(NamedTuple):
    """Reads what is typed among filters as the command line does."""

    session: Session
    catalogue: "Catalogue"

    def words(self, filters: Any, text: str, *, whole: bool) -> "Read":
        """Return filters, and what words ask beside them. Raises AvcareersError."""
        from avcareers.query.filters.jobs import JobFilters

        from .loose import filled, level_held, reading

        kind, listing = type(filters), "jobs" if isinstance(filters, JobFilters) else "schools"
        found = reading(kind, text.split(), self.catalogue, listing, communes=whole)
        asked = filled(kind, _nothing(kind), found)
        read = self._read(filters, asked, found.others)
        if not level_held(asked, found):
            return read
        from avcareers.present.browse import level_of_diploma

        return read._replace(notes=(*read.notes, level_of_diploma(self.session.words)))

    def value(self, filters: Any, name: str, values: Sequence[str], *, whole: bool) -> "Read":
        """Return filters, of which one has these values. Raises AvcareersError."""
        from avcareers.query.filters.declaration import entries

        kind, typed = type(filters), _nothing(type(filters))
        if values:
            typed |= self._typed(name, entries(kind)[name], filters, values, whole=whole)
        return self._read(filters._replace(**{name: kind._field_defaults[name]}), typed, ())

    def _typed(
        self, name: str, entry: "Filter", filters: Any, values: Sequence[str], *, whole: bool
    ) -> dict[str, Any]:
        """Return the values of a filter as its option would give them."""
        if entry.within:
            return self._city(name, values[0], whole=whole)
        if entry.between != (None, None):
            return {name: _number(entry, values[0])}
        kept = filters._field_defaults[name]
        if kept is False:
            return {name: True}
        return {name: list(values) if isinstance(kept, tuple) else values[0]}

    def _city(self, name: str, typed: str, *, whole: bool) -> dict[str, Any]:
        """Return a city and its reach: « Lyon, 30 km ». Raises BadValueError."""
        import re

        from .filters import WITHIN

        city, reach = typed, None
        if found := re.fullmatch(r"(.+?)[ ,]+(\d+) ?km", typed.strip()):
            city, reach = found[1], float(found[2])
        if not whole and self.catalogue.known("place", city) is None:
            # It may be a commune: who still types is not told that it is not.
            return {}
        return {name: city, WITHIN: reach}

    def _read(self, filters: Any, typed: Mapping[str, Any], others: tuple[str, ...]) -> "Read":
        from avcareers.browse.choosing import Read

        from .filters import filters_asked

        self.session.notes.clear()
        with _nobody_asked():
            asked = filters_asked(type(filters), typed, self.session, self.catalogue)
        notes = tuple(self.session.notes)
        self.session.notes.clear()
        return Read(_joined(filters, asked), others, notes)


def _nothing(filters: type[Any]) -> dict[str, Any]:
    """Return the values of a command line where nothing is asked of a list."""
    from .filters import WITHIN

    flags = {name: False for name, kept in filters._field_defaults.items() if kept is False}
    return {**dict.fromkeys(filters._fields), **flags, WITHIN: None}


def _number(entry: "Filter", typed: str) -> float:
    """Return a number as a person writes it. Raises BadValueError."""
    from avcareers.model.errors import BadValueError

    from .numbers import number_typed

    try:
        number = float(number_typed(entry.option, typed))
    except ValueError:
        raise BadValueError(entry.option, typed, ()) from None
    least, most = entry.between
    if number < (least or 0) or number == float("inf") or (most is not None and number > most):
        raise BadValueError(entry.option, typed, ())
    return number


def _joined(filters: Any, asked: Any) -> Any:
    """Return filters with what else is asked: another value of several, or instead of the one."""
    from avcareers.query.filters.declaration import is_asked

    for name, value in asked._asdict().items():
        if is_asked(value):
            held = getattr(filters, name)
            several = isinstance(filters._field_defaults[name], tuple)
            both = tuple(dict.fromkeys((*held, *value))) if several else value
            filters = filters._replace(**{name: both})
    return filters


@contextmanager
def _nobody_asked() -> Iterator[None]:
    """Leave no question to a person in a terminal: the screen is drawn there."""
    with redirect_stderr(StringIO()):
        yield
