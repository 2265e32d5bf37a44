"""What choosing between many programmes needs of each, without reading whole records."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from avcareers.store.catalogue import Catalogue
from avcareers.store.view import read_document

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


class ProgrammeSketch(NamedTuple):
    """The fields of a programme that decide: see the model for what they mean."""

    slug: str
    award: str
    level: int | None
    entry_level: int | None
    years: float | None
    certification: str | None
    admission: tuple[str, ...]
    fees: tuple[Any, ...]
    alternance: Any
    leads_to: tuple[str, ...]
    campuses: tuple[str, ...]
    recognition: tuple[Any, ...]


class SchoolSketch(NamedTuple):
    """The fields of a school that decide; those that are not asked about are left empty."""

    slug: str
    campuses: tuple[Any, ...] = ()
    recognition: tuple[Any, ...] = ()


_FIELDS = ", ".join(f"'$.{name}'" for name in ProgrammeSketch._fields)


def sketched(
    catalogue: Catalogue,
    jobs: Iterable[str],
    also: str,
    *,
    places: bool,
    recognition: bool,
) -> "Iterator[tuple[School, Programme]]":
    """Yield the programmes that lead to some jobs, and those of one more school, as sketches.

    Campuses and recognition of schools are read on demand: they cost as much as all the rest.
    """
    sql = f"""
        WITH wanted AS (
            SELECT school, position FROM programme_facet
            WHERE facet = 'job' AND value IN (SELECT value FROM json_each(?))
            UNION SELECT school, position FROM programme WHERE school = ?
        )
        SELECT school, json_extract(document, {_FIELDS})
        FROM wanted JOIN programme USING (school, position) ORDER BY school, position
    """
    rows = list(catalogue.rows(sql, (json.dumps(sorted(jobs)), also)))
    slugs = {school for school, _ in rows}
    if places or recognition:
        schools = _schools(catalogue, slugs)
    else:
        schools = {slug: SchoolSketch(slug) for slug in slugs}
    # One text for all: reading each apart costs twice as much.
    fields = read_document(f"[{','.join(text for _, text in rows)}]")
    for (school, _), values in zip(rows, fields, strict=True):
        sketch = ProgrammeSketch._make(
            tuple(value) if type(value) is list else value for value in values
        )
        yield cast("tuple[School, Programme]", (schools[school], sketch))


def _schools(catalogue: Catalogue, slugs: set[str]) -> dict[str, SchoolSketch]:
    sql = """
        SELECT slug, json_extract(card, '$.campuses', '$.recognition') FROM record
        WHERE kind = 'school' AND slug IN (SELECT value FROM json_each(?))
    """
    rows = list(catalogue.rows(sql, [json.dumps(sorted(slugs))]))
    fields = read_document(f"[{','.join(text for _, text in rows)}]")
    return {
        slug: SchoolSketch(slug, tuple(campuses), tuple(recognition))
        for (slug, _), (campuses, recognition) in zip(rows, fields, strict=True)
    }
