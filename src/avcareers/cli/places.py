"""Places as people type them → what the questions take; what was understood is noted."""

from contextlib import suppress
from itertools import dropwhile
from typing import TYPE_CHECKING, Any

import typer

from .session import Session

if TYPE_CHECKING:
    from avcareers.query.nearby import Near
    from avcareers.query.whereabouts import RegionMeant
    from avcareers.store.catalogue import Catalogue

DEFAULT_REACH_KM = 50.0


def place_asked(session: Session, catalogue: "Catalogue", option: str, typed: str) -> Any:
    """Return the city that an option names. Raises BadValueError."""
    from avcareers.present.places import place_note

    typed, found = _meant(session, catalogue, option, typed)
    session.note(place_note(found, typed, session.words))
    return found.place


def place_named(session: Session, catalogue: "Catalogue", option: str, typed: str) -> str:
    """Return the words that name one place: those typed, or what a person chooses among the near.

    Raises BadValueError where nobody can be asked.
    """
    return _meant(session, catalogue, option, typed)[0]


def _meant(session: Session, catalogue: "Catalogue", option: str, typed: str) -> tuple[str, Any]:
    """Return the words that name one place, and the place found."""
    from avcareers.model.errors import BadValueError
    from avcareers.query.whereabouts import find_place

    try:
        return typed, find_place(catalogue, option, typed)
    except BadValueError as error:
        if bare := _without_lead(typed):
            with suppress(BadValueError):
                return bare, find_place(catalogue, option, bare)
        from .asking import value_chosen

        return _meant(session, catalogue, option, value_chosen(error, session.words))


def _without_lead(typed: str) -> str:
    """Return the words of a place less those before it: « près de Brest »; none if there are none."""
    from avcareers.text.folding import fold

    from .loose import ARTICLES, SMALL

    words = typed.replace("’", "'").replace("d'", "d' ").split()
    kept = list(dropwhile(lambda word: fold(word) in SMALL - ARTICLES, words))
    return " ".join(kept) if len(kept) < len(words) else ""


def near_asked(
    session: Session, catalogue: "Catalogue", typed: str | None, within: float | None
) -> "Near | None":
    """Return the city of `--near` and the reach of `--within`, in km.

    Raises BadValueError; BadParameter for a reach without a city.
    """
    from avcareers.query.nearby import Near

    if typed is None:
        if within is not None:
            raise typer.BadParameter(session.words("--within va avec --near.",
                                                   "--within goes with --near."))  # fmt: skip
        return None
    place = place_asked(session, catalogue, "--near", typed)
    return Near(place, within or DEFAULT_REACH_KM)


def regions_asked(session: Session, catalogue: "Catalogue", typed: list[str]) -> tuple[str, ...]:
    """Return the names of the regions that `--region` names, or parts of. Raises BadValueError."""
    from avcareers.present.places import overseas_note, region_note
    from avcareers.query.whereabouts import regions_overseas

    regions: list[str] = []
    for each in typed:
        if together := regions_overseas(catalogue, each):
            session.note(overseas_note(together, each, session.words))
            regions += together
            continue
        found = region_meant(session, catalogue, each)
        session.note(region_note(found, each, session.words))
        regions.append(found.region)
    return tuple(dict.fromkeys(regions))


def region_meant(session: Session, catalogue: "Catalogue", typed: str) -> "RegionMeant":
    """Return the region that words name; a person is asked which of the near ones is meant."""
    from avcareers.model.errors import BadValueError
    from avcareers.query.whereabouts import find_region

    try:
        return find_region(catalogue, "--region", typed)
    except BadValueError as error:
        from .asking import value_chosen

        return find_region(catalogue, "--region", value_chosen(error, session.words))


def region_typed_as_a_city(session: Session, catalogue: "Catalogue", typed: str) -> str | None:
    """Return the region that was typed where a city is asked for; None for anything else.

    Raises BadValueError.
    """
    from avcareers.present.places import region_instead_note, region_note
    from avcareers.query.whereabouts import RegionMeant, find_place

    found = find_place(catalogue, "--near", typed)
    region: str = found.place.region
    match found.by:
        case "region":
            session.note(region_instead_note(region, typed, session.words))
        case "former":
            meant = RegionMeant(region, "former", found.named)
            session.note(region_note(meant, typed, session.words))
        case _:
            return None
    return region
