"""Names typed by people → keys of records."""

from typing import TYPE_CHECKING

import typer

from .language import said
from .session import Session

if TYPE_CHECKING:
    from avcareers.query.nearby import Near
    from avcareers.store.catalogue import Catalogue

DEFAULT_REACH_KM = 50.0


def slug_of(catalogue: "Catalogue", kind: str, name: str, session: Session) -> str:
    """Return the key of the record that bears a name, and say which others bear it too.

    Raises NotFoundError or AmbiguousNameError.
    """
    found = catalogue.find(kind, name)
    if found.others:
        from avcareers.render.emit import say

        others = ", ".join(found.others)
        said = session.words(f"Ce nom désigne aussi : {others}.", f"Also the name of: {others}.")
        say(said)
    return found.slug


def slugs_for(
    catalogue: "Catalogue",
    kind: str,
    option: str,
    names: list[str] | None,
    vocabulary: str = "",
) -> tuple[str, ...]:
    """Return the keys that the values of an option name, or what people say for them.

    Raises BadValueError for a name nothing bears; one that several records bear names them all.
    """
    from avcareers.model.errors import AmbiguousNameError, NotFoundError

    slugs: list[str] = []
    for name in names or ():
        try:
            slugs.append(catalogue.find(kind, name).slug)
        except AmbiguousNameError as error:
            slugs.extend(error.slugs)
        except NotFoundError as error:
            from avcareers.present.choices import meant

            keys = catalogue.slugs(kind)
            slugs.append(meant(option, name, keys, vocabulary, also=error.near))
    return tuple(dict.fromkeys(slugs))


def place_slug(catalogue: "Catalogue", option: str, city: str) -> str:
    """Return the key of the one city an option names.

    Raises BadValueError when none bears the name, or several: their keys tell them apart.
    """
    found = slugs_for(catalogue, "place", option, [city])
    if len(found) > 1:
        from avcareers.model.errors import BadValueError

        raise BadValueError(option, city, found, found)
    return found[0]


def near_city(catalogue: "Catalogue", city: str | None, within: float | None) -> "Near | None":
    """Return the city of `--near` and the reach of `--within`, in km.

    Raises BadValueError; BadParameter for a reach without a city.
    """
    from avcareers.query.nearby import Near

    if city is None:
        if within is not None:
            raise typer.BadParameter(said("--within va avec --near.", "--within goes with --near."))
        return None
    place = catalogue.document("place", place_slug(catalogue, "--near", city))
    return Near(place, within or DEFAULT_REACH_KM)
