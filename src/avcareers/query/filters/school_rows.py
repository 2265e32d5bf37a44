"""What filters of schools ask of the indexes: rows of the schools that pass, or may pass."""

from typing import Any

from avcareers.query.nearby import bounding_box

from .declaration import Index, marks


def taught(name: str) -> Index:
    """Return what the facets of programmes answer: nothing is known of a school that has none."""

    def condition(asked: Any) -> tuple[str, tuple[Any, ...]]:
        sql = (
            "(slug IN (SELECT school FROM programme_facet WHERE facet = ? "
            f"AND value IN {marks(asked)}) OR slug NOT IN (SELECT school FROM programme))"
        )
        return sql, (name, *asked)

    return condition


def in_region(regions: Any) -> tuple[str, tuple[Any, ...]]:
    """Return the condition of the schools that have a campus in a region, or none that is known."""
    sql = (
        f"(slug IN (SELECT school FROM campus WHERE region IN {marks(regions)}) "
        "OR slug NOT IN (SELECT school FROM campus))"
    )
    return sql, tuple(regions)


def in_reach(near: Any) -> tuple[str, tuple[Any, ...]]:
    """Return the condition of the schools that have a campus around a city, or none that is known."""
    sql = (
        "(slug IN (SELECT school FROM campus WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?) "
        "OR slug NOT IN (SELECT school FROM campus))"
    )
    return sql, bounding_box(near)
