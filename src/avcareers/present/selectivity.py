"""How hard it is to enter, as it is said: who asked, who was admitted, and how many places."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.query.offer import has_places_left
from avcareers.text.wording import Wording

from .labels import label
from .naming import course_and_track, course_name
from .page import Line, Span, line

if TYPE_CHECKING:
    from avcareers.model.school import Places, Selectivity
    from avcareers.query.judged import JudgedProgramme

PROGRAMMES = 2
"""Programmes a phrase names before it counts them."""


def selectivity_cell(last: "Selectivity | None", words: Wording) -> Line:
    """Return admitted over applicants of the last session; wishes are said to be wishes.

    The places are there when they were not all taken.
    """
    if last is None:
        return line(Span("?", "unknown"))
    asked = "?" if last.candidates is None else words.number(last.candidates)
    if last.counted_as == "confirmed-wishes":
        return line(words(f"{asked} vœux", f"{asked} wishes"), Span(f" {last.session}", "muted"))
    admitted = "?" if last.admitted is None else words.number(last.admitted)
    session = f" {last.session}"
    if has_places_left(last):
        session += f", {_places_offered(last, words)[0]}"
    return line(f"{admitted} / {asked}", Span(session, "muted"))


def counts_notes(
    programmes: "Iterable[JudgedProgramme]", words: Wording, *, all_places: bool = False
) -> Iterator[Line]:
    """Yield what is counted, under numbers of wishes or of places: given when some are left, or always."""
    sessions = [each.last_session for each in programmes]
    if any(map(has_places_left, sessions)):
        yield line(Span(words(
            "Moins d'admis que de places : peu d'admis ne veut pas dire, alors, que l'on manque de places.",
            "Fewer admitted than places: few admitted does not mean, then, that places are short.")
            if all_places else words(
            "« places » : leur nombre est donné quand il y a eu moins d'admis que de places ; peu d'admis ne "
            "veut pas dire, alors, que l'on manque de places.",
            "“places”: their number is given when fewer were admitted than there were places; few "
            "admitted does not mean, then, that places are short."), "muted"))  # fmt: skip
    if any(last and last.counted_as == "confirmed-wishes" for last in sessions):
        yield line(Span(words(
            "« vœux » : des demandes confirmées, comptées avant l'admission ; « admis / candidats » : "
            "des personnes. Les deux ne se comparent pas.",
            "“wishes”: confirmed requests, counted before admission; “admitted / asked”: people. The "
            "two do not compare."), "muted"))  # fmt: skip
    if any(last and last.admitted is not None for last in sessions):
        yield line(Span(words(
            "« admis » : ils ont accepté la proposition de l'école ; ce n'est pas la chance d'en recevoir une.",
            "“admitted”: they accepted the school's offer; this is not the chance of being made one."),
            "muted"))  # fmt: skip


def selectivity_phrase(programmes: "Iterable[JudgedProgramme]", words: Wording) -> str:
    """Return who asked and was admitted in the last session of each programme, for how many places."""
    last = ((programme, programme.last_session) for programme in programmes)
    return _by_programme(
        (
            (programme, f"{', '.join(said)} ({session.session})")
            for programme, session in last
            if session
            and (said := [*_asked_and_admitted(session, words), *_places_offered(session, words)])
        ),
        words,
    )


def selectivity_range(programmes: "Iterable[JudgedProgramme]", words: Wording) -> str:
    """Return how many were admitted of those who asked: where it is hardest, and where least so.

    Of programmes that only count wishes or places, it is said how many do; without any, nothing.
    """
    last = [(each, each.last_session) for each in programmes if each.last_session]
    rates = [
        (session.admitted / session.candidates, programme, session)
        for programme, session in last
        if session and session.admitted is not None and session.candidates
        and session.counted_as == "applicants"
    ]  # fmt: skip
    if not rates:
        return _wishes(tuple(session for _, session in last if session), words)
    rates.sort(key=lambda found: found[0])
    ends = rates if len(rates) == 1 else [rates[0], rates[-1]]
    said = [_admitted_of(session, words) for _, _, session in ends]
    if len(ends) == 1:
        return said[0]
    every = [course_and_track(course_name(each.record, words)) for each, _ in last]
    alone = len({course for course, _ in every}) == 1
    names = [course_name(programme.record, words) for _, programme, _ in ends]
    if alone:
        names = [course_and_track(name)[1] or name for name in names]
    return words(
        f"de {said[0]}, {names[0]}, à {said[1]}, {names[1]}",
        f"from {said[0]}, {names[0]}, to {said[1]}, {names[1]}",
    )


def _wishes(sessions: "tuple[Selectivity, ...]", words: Wording) -> str:
    """Return what sessions say that do not give a rate; of several, how many there are."""
    if len(sessions) < 2:
        return "".join(session_phrase(session, words) for session in sessions)
    known = words.count(len(sessions), ("formation", "formations"), ("programme", "programmes"))
    return words(f"vœux ou candidatures connus pour {known}, sans les admis",
                 f"wishes or applicants known for {known}, not those admitted")  # fmt: skip


def _admitted_of(session: "Selectivity", words: Wording) -> str:
    admitted, asked = words.number(session.admitted or 0), words.number(session.candidates or 0)
    offered = _places_offered(session, words)[0] if has_places_left(session) else ""
    places = words(f", pour {offered}", f", for {offered}") if offered else ""
    return words(f"{admitted} admis sur {asked} candidats en {session.session}{places}",
                 f"{admitted} admitted of {asked} applicants in {session.session}{places}")  # fmt: skip


def selectivity_lines(sessions: "Iterable[Selectivity]", words: Wording) -> Iterator[Line]:
    """Yield how many asked and were admitted, by session."""
    for found in sessions:
        parts = [*_asked_and_admitted(found, words), *_places_offered(found, words)]
        title = words(f"Parcoursup {found.session} : ", f"Parcoursup {found.session}: ")
        yield line(Span(title, "muted"), ", ".join(parts) + _bacs_admitted(found, words))


def _asked_and_admitted(found: "Selectivity", words: Wording) -> list[str]:
    parts = []
    if found.candidates is not None:
        what = label(words, "counted-as", found.counted_as)
        parts.append(f"{words.number(found.candidates)} {what}")
    if found.admitted is not None:
        admitted = words.number(found.admitted)
        parts.append(words(f"{admitted} admis", f"{admitted} admitted"))
    return parts


def _places_offered(found: "Selectivity", words: Wording) -> list[str]:
    if found.places is None:
        return []
    return [words.count(found.places, ("place", "places"), ("place", "places"))]


def _bacs_admitted(found: "Selectivity", words: Wording) -> str:
    """Return which bac the school leavers admitted have, where it is published."""
    technological, vocational = found.technological_percent, found.vocational_percent
    if technological is None or vocational is None:
        return ""
    first, second = words.number(technological), words.number(vocational)
    return words(
        f" ; parmi les nouveaux bacheliers, {first} % de bacs technologiques et {second} % de "
        "professionnels",
        f"; of the school leavers, {first}% have a technological bac and {second}% a vocational one",
    )


def places_phrase(places: "Places", words: Wording) -> str:
    """Return how many are taken, and what is counted."""
    count = f"{words.number(places.count)} – " if places.count else ""
    return f"{count}{words.of(places.of)}"


def all_places_phrase(programmes: "Iterable[JudgedProgramme]", words: Wording) -> str:
    """Return the places that each programme has, by name."""
    return _by_programme(
        ((each, places_phrase(each.record.places, words).removesuffix("."))
         for each in programmes if each.record.places),
        words,
    )  # fmt: skip


def _by_programme(facts: "Iterable[tuple[JudgedProgramme, str]]", words: Wording) -> str:
    """Return facts of programmes, each after the names of those that share it, or their number.

    A course that was just named is not named again: its tracks are enough.
    """
    shared: dict[str, list[str]] = {}
    for programme, fact in facts:
        shared.setdefault(fact, []).append(course_name(programme.record, words))
    said, before = [], ""
    for fact, names in shared.items():
        parts = [course_and_track(name) for name in names]
        told = [track for course, track in parts if track and course == before]
        named = _named(told if len(told) == len(names) else names, words)
        before = parts[-1][0]
        said.append(f"{named}{words(' : ', ': ')}{fact}")
    return words(" ; ", "; ").join(said) or words.unknown


def _named(programmes: list[str], words: Wording) -> str:
    if len(programmes) <= PROGRAMMES:
        return words.list(programmes)
    return words.count(len(programmes), ("formation", "formations"), ("programme", "programmes"))


def session_phrase(found: "Selectivity", words: Wording) -> str:
    """Return how hard it was to enter in one session; wishes and people are not compared."""
    asked = words.unknown if found.candidates is None else words.number(found.candidates)
    if found.counted_as == "confirmed-wishes":
        said = words(f"{asked} vœux confirmés", f"{asked} confirmed wishes")
    else:
        said = words(f"candidatures : {asked}", f"applicants: {asked}")
    if found.admitted is not None:
        admitted = words.number(found.admitted)
        said += words(f", admis : {admitted}", f", admitted: {admitted}")
    if found.places is not None:
        places = words.number(found.places)
        said += words(f", places : {places}", f", places: {places}")
    return words(f"session {found.session} – {said}", f"{found.session} session – {said}")
