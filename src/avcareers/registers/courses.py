"""Which row of Parcoursup is which programme of a school."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from avcareers.model.school import Programme, School, Selectivity
from avcareers.text.folding import fold

from .parcoursup import ParcoursupExport, ParcoursupRow

_OPTION_MARKS = frozenset({"opt", "option"})
_OPTION_WORDS = frozenset({"gestion", "montage", "image", "son", "ingenierie"})
"""The word that tells apart the five options of the audiovisual BTS, however it is abridged."""

_Links = dict[int, list[int]]
"""Programmes, by their place in the school, that each row may be."""


class Courses(NamedTuple):
    """The rows of a school, beside its programmes."""

    matched: dict[int, ParcoursupRow]
    """The row of a programme, by the programme's place in the school."""
    ambiguous: tuple[tuple[ParcoursupRow, tuple[int, ...]], ...]
    """Rows that may be several programmes, or one that other rows may be too."""
    missing: frozenset[int]
    """Programmes that the catalogue has figures for, and that no row is."""


def applicants(programme: Programme) -> list[Selectivity]:
    """Return the sessions whose candidates are counted as this register counts them."""
    return [entry for entry in programme.selectivity if entry.counted_as == "applicants"]


def matched_courses(school: School, export: ParcoursupExport) -> Courses:
    """Find the programme of each row of a school: by its figures, else by its title.

    Figures come first: several courses of one establishment may bear the same title, and the
    places and candidates of a session tell them apart.
    """
    own = {campus.uai for campus in school.campuses if campus.uai}
    rows = dict(enumerate(row for row in export.rows if row.uai in own))
    reachable = {
        number: [i for i, p in enumerate(school.programmes) if _taught_at(school, p, row.uai)]
        for number, row in rows.items()
    }
    programmes = school.programmes
    found = _settled(
        _linked(reachable, lambda row, i: _same_figures(programmes[i], rows[row], export.session))
    )
    left = {
        row: [index for index in indexes if index not in found.values()]
        for row, indexes in reachable.items()
        if row not in found
    }
    by_title = _linked(left, lambda row, i: _key(programmes[i].title) == _key(rows[row].title))
    found |= _settled(by_title)
    doubtful = {row: indexes for row, indexes in by_title.items() if indexes and row not in found}
    named = {*found.values(), *(index for indexes in doubtful.values() for index in indexes)}
    return Courses(
        {index: rows[row] for row, index in found.items()},
        tuple((rows[row], tuple(indexes)) for row, indexes in doubtful.items()),
        frozenset(
            index
            for index, programme in enumerate(programmes)
            if index not in named and _expected(school, programme, export.session)
        ),
    )


def _linked(links: _Links, same: Callable[[int, int], bool]) -> _Links:
    return {row: [index for index in indexes if same(row, index)] for row, indexes in links.items()}


def _settled(links: _Links) -> dict[int, int]:
    """Return the rows that may be one programme only, when no other row may be it."""
    claims = Counter(index for indexes in links.values() for index in indexes)
    return {
        row: indexes[0]
        for row, indexes in links.items()
        if len(indexes) == 1 and claims[indexes[0]] == 1
    }


def _uais(school: School, programme: Programme) -> list[str | None]:
    """Return the numbers of the campuses a programme is taught at: of all, when it names none."""
    return [
        campus.uai
        for campus in school.campuses
        if not programme.campuses or campus.place in programme.campuses
    ]


def _taught_at(school: School, programme: Programme, uai: str) -> bool:
    # The file leaves apprenticeship out: it is published apart, counted otherwise.
    return programme.routes != ("apprentissage",) and uai in _uais(school, programme)


def _expected(school: School, programme: Programme, session: int) -> bool:
    """True if the file should hold a programme: it did once, and all its campuses are known."""
    uais = _uais(school, programme)
    return (
        bool(uais)
        and None not in uais
        and programme.routes != ("apprentissage",)
        and any(entry.session <= session for entry in applicants(programme))
    )


def _same_figures(programme: Programme, row: ParcoursupRow, session: int) -> bool:
    return any(
        (entry.session, entry.places, entry.candidates) == (session, row.places, row.candidates)
        for entry in applicants(programme)
        if entry.places is not None and entry.candidates is not None
    )


def _key(title: str) -> str:
    """Return what two titles of one course share: the option of the audiovisual BTS, or all words."""
    words = fold(title).split()
    if words[:1] == ["bts"] and "audiovisuel" in "".join(words) and "apprentissage" not in words:
        marks = [place for place, word in enumerate(words) if word in _OPTION_MARKS]
        options = _OPTION_WORDS.intersection(words[marks[0] :]) if marks else ()
        if len(options) == 1:
            return f"bts audiovisuel {next(iter(options))}"
    return " ".join(words)
