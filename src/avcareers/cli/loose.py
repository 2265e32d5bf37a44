"""Words typed after a list, without an option: what each stands for among its filters."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from avcareers.query.filters.declaration import Filter, entries

from .names import is_called
from .session import Session

if TYPE_CHECKING:
    from avcareers.model.errors import NothingFoundError
    from avcareers.store.catalogue import Catalogue

WORDS = "words"
"""Parameter of the words that no option introduces."""
NEARBY_KINDS = ("place", "profession", "department", "stage")


def with_words(
    filters: type[Any],
    typed: Mapping[str, Any],
    catalogue: "Catalogue",
    session: Session,
    command: str,
) -> dict[str, Any]:
    """Return what was typed, with each loose word under the filter it stands for; say which.

    `avcareers schools Lyon monteur` is `avcareers schools --near Lyon --job monteur`. Raise
    NothingFoundError for a word that no filter takes.
    """
    asked = dict(typed)
    rest = list(asked.pop(WORDS) or ())
    options: list[str] = []
    others: list[str] = []
    while rest:
        size, name = _longest(filters, rest, catalogue)
        if not name:
            others.append(rest.pop(0))
            continue
        text, entry = " ".join(rest[:size]), entries(filters)[name]
        rest = rest[size:]
        if asked[name] is False:
            asked[name] = True
            options.append(entry.option)
        else:
            asked[name] = [*(asked[name] or ()), text] if _is_list(filters, name) else text
            options += [entry.option, text]
    if others:
        raise _not_taken(catalogue, command, others, options)
    if options:
        from avcareers.render.emit import say

        meant = session.words.command(command, *options)
        say(session.words(f"Compris : {meant}", f"Understood: {meant}"))
    return asked


def _is_list(filters: type[Any], name: str) -> bool:
    return str(filters.__annotations__[name].__origin__).startswith("tuple")


def _longest(filters: type[Any], words: list[str], catalogue: "Catalogue") -> tuple[int, str]:
    """Return how many of the first words one filter takes together, and which filter."""
    for size in range(len(words), 0, -1):
        text = " ".join(words[:size])
        for name in _by_likelihood(filters):
            if _takes(entries(filters)[name], text, catalogue):
                return size, name
    return 0, ""


def _by_likelihood(filters: type[Any]) -> list[str]:
    """Return the filters: flags, which are called by their name, then a city, a region, a name."""

    def place(name: str) -> tuple[bool, ...]:
        entry = entries(filters)[name]
        return (not _is_flag(entry), not entry.within, entry.names != "region", not entry.names)

    return sorted(entries(filters), key=place)


def _is_flag(entry: Filter) -> bool:
    valued = entry.names or entry.choices or entry.read
    return not valued and entry.between == (None, None)


def _takes(entry: Filter, text: str, catalogue: "Catalogue") -> bool:
    """True if a filter takes a whole text for one of its values, or is called so."""
    from avcareers.text.folding import fold

    if entry.names:
        if is_called(catalogue, entry.names, text):
            return True
        if entry.within:
            from avcareers.query.whereabouts import is_coded_place

            return is_coded_place(catalogue, text)
        return False
    if entry.choices:
        from avcareers.present.choices import exactly_meant

        return exactly_meant(text, tuple(entry.choices), entry.vocabulary) is not None
    return _is_flag(entry) and fold(text) == fold(entry.option)


def _not_taken(
    catalogue: "Catalogue", command: str, words: list[str], options: list[str]
) -> "NothingFoundError":
    from avcareers.model.errors import NothingFoundError
    from avcareers.query.search.ranking import search

    text = " ".join(words)
    near = ((kind, catalogue.near(kind, text)) for kind in NEARBY_KINDS)
    error = NothingFoundError(
        text, tuple((kind, keys) for kind, keys in near if keys), (command, *options)
    )
    error.searched = bool(search(catalogue, text, limit=1).hits)
    return error
