"""Anything that can be asked of a list, drawn from the table of its filters."""

from collections.abc import Iterable, Mapping
from typing import Any, get_origin

from hypothesis import strategies as st

from avcareers.query.filters.declaration import Filter, entries
from avcareers.query.nearby import Near
from avcareers.store.catalogue import Catalogue

CITIES = (("brest", 250.0), ("lyon", 40.0))
CODES = ("L1304", "L1507")
AMOUNTS = (0, 1, 2.5, 500, 8000)


def values_of(entry: Filter, catalogue: Catalogue) -> list[Any]:
    """Return values that may be asked of a filter, one at a time."""
    values: Iterable[Any] = [True]
    if entry.within:
        values = (Near(catalogue.document("place", city), km) for city, km in CITIES)
    elif entry.names == "region":
        # Asked for by name, as cities say in which they stand.
        values = (region.name for region in catalogue.documents("region"))
    elif entry.names:
        values = catalogue.slugs(entry.names)
    elif entry.choices:
        values = entry.choices.values() if isinstance(entry.choices, Mapping) else entry.choices
    elif entry.read:
        values = CODES
    elif entry.between != (None, None):
        values = AMOUNTS if entry.between[1] is None else range(3, 9)
    return list(values)


def anything(
    filters: type[Any], catalogue: Catalogue, *, but: Iterable[str] = ()
) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for what may be asked: some filters, some values of each."""
    optional = {}
    for name, entry in entries(filters).items():
        if name not in but:
            one = st.sampled_from(values_of(entry, catalogue))
            several = get_origin(filters.__annotations__[name].__origin__) is tuple
            optional[name] = st.lists(one, min_size=1, max_size=2).map(tuple) if several else one
    return st.fixed_dictionaries({}, optional=optional)
