"""The options by which a list is filtered, made from the table of its filters."""

from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

import typer

from avcareers.query.filters.declaration import OVERSEAS, Filter, entries

from .command import choose_all
from .completion import complete, described
from .language import LANGUAGE, said
from .loose import WORDS
from .names import is_called, slugs_for
from .places import near_asked, place_named, region_typed_as_a_city, regions_asked
from .session import Session
from .told import Told

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

Filters = TypeVar("Filters")

WITHIN = "within"
"""Parameter of the reach that goes with a city."""
AWARDS, DIPLOMAS = "awards", "diplomas"
"""Filters on the nature of a diploma, and on which national diploma it is."""
NEAR, REGIONS = "near", "regions"
"""Filter on a city, and the one that answers for a region typed where a city is asked for."""


def filter_parameters(filters: type[Any]) -> Iterator[Parameter]:
    """Yield the parameters of a command that takes the filters of a list, and loose words."""
    yield _parameter(WORDS, list[str] | None, typer.Argument(hidden=True))
    for name, entry in entries(filters).items():
        field = filters.__annotations__[name].__origin__
        yield _parameter(name, _typed(entry, field), _option(entry))
        if entry.within:
            yield _parameter(WITHIN, float | None, typer.Option(
                "--within", min=1, help=said(*entry.within)))  # fmt: skip


def _parameter(name: str, typed: Any, option: Any) -> Parameter:
    default = False if typed is bool else None
    annotation = Annotated[typed, option]
    return Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=annotation)


def _typed(entry: Filter, field: Any) -> Any:
    """Return the type of what is typed: words and numbers, or a list of them."""
    if field is bool:
        return bool
    value = get_args(field)[0]
    typed = value if value in {int, float} and not entry.choices else str
    return list[typed] | None if get_origin(field) is tuple else typed | None  # type: ignore[valid-type]


def _option(entry: Filter) -> Any:
    least, most = entry.between
    metavar = said("VILLE", "CITY") if entry.within else "|".join(entry.choices) or None
    return typer.Option(
        entry.option,
        *entry.aliases,
        help=said(*entry.help),
        metavar=metavar,
        min=least,
        max=most,
        autocompletion=_completion(entry),
    )


def _completion(entry: Filter) -> Callable[..., list[Told]] | None:
    if entry.names:
        return lambda incomplete: complete((entry.names,), incomplete, language=LANGUAGE)
    if not entry.choices:
        return None
    return lambda: described(entry.choices, entry.vocabulary, LANGUAGE)


def filters_asked(
    filters: type[Filters], typed: Mapping[str, Any], session: Session, catalogue: "Catalogue"
) -> Filters:
    """Return what the values typed ask. Raises BadValueError for one that its option refuses."""
    asked: dict[str, Any] = {}
    typed = _overseas_typed_as_a_city(_diplomas_typed_as_awards(typed, catalogue, session))
    for name, entry in entries(filters).items():
        value = typed[name]
        if entry.within:
            region = None
            if value is not None and asked.get(REGIONS) == ():
                value = place_named(session, catalogue, entry.option, value)
                if typed[WITHIN] is None:
                    region = region_typed_as_a_city(session, catalogue, value)
            if region:
                asked[REGIONS], value = (region,), None
            asked[name] = near_asked(session, catalogue, value, typed[WITHIN])
        elif entry.names == "region":
            asked[name] = regions_asked(session, catalogue, value or [])
        elif value is not None:
            asked[name] = _asked(entry, value, catalogue)
            if entry.vocabulary == "entry-level":
                _note_level(entry, value, session)
    return filters(**asked)


def _note_level(entry: Filter, typed: str, session: Session) -> None:
    """Keep which level was understood of a diploma typed with its subject."""
    from avcareers.present.choices import level_note, meant

    level = meant(entry.option, typed, entry.choices, entry.vocabulary)
    session.note(level_note(typed, level, session.words))


def _diplomas_typed_as_awards(
    typed: Mapping[str, Any], catalogue: "Catalogue", session: Session
) -> Mapping[str, Any]:
    """Return what was typed, where `--award bts` is `--diploma bts`: a BTS is one national diploma."""
    awards = typed.get(AWARDS)
    if not awards or not all(is_called(catalogue, "diploma", each, "diploma") for each in awards):
        return typed
    from avcareers.present.choices import diploma_instead_note

    session.note(diploma_instead_note(awards, session.words))
    return {**typed, AWARDS: None, DIPLOMAS: [*(typed[DIPLOMAS] or ()), *awards]}


def _overseas_typed_as_a_city(typed: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what was typed, where `--near DOM` is `--region DOM`: several regions, and no city."""
    from avcareers.text.folding import fold

    city = typed.get(NEAR)
    if not city or fold(city) not in OVERSEAS:
        return typed
    return {**typed, NEAR: None, WITHIN: None, REGIONS: [*(typed[REGIONS] or ()), city]}


def _asked(entry: Filter, value: Any, catalogue: "Catalogue") -> Any:
    if entry.names:
        return slugs_for(catalogue, entry.names, entry.option, value, entry.vocabulary)
    if isinstance(entry.choices, Mapping):
        words, several = tuple(entry.choices), isinstance(value, list)
        typed = value if several else [value]
        chosen = choose_all(entry.option, typed, words, entry.vocabulary)
        meant = tuple(entry.choices[word] for word in chosen)
        return meant if several else meant[0]
    if entry.choices:
        return choose_all(entry.option, value, entry.choices, entry.vocabulary)
    if entry.read:
        return tuple(map(entry.read, value))
    return tuple(value) if isinstance(value, list) else value
