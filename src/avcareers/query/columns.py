"""Rows of lists as a spreadsheet has them: one value, or a list of plain ones, in each column."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .schools import SchoolRow


def school_columns(row: "SchoolRow") -> dict[str, Any]:
    """Return a school in a list; costs are in euros a year, and 0 is free, nothing unknown."""
    school, programmes = row.school, row.programmes
    records = [programme.record for programme in programmes]
    low, high = row.fees or (None, None)
    return {
        "slug": school.slug,
        "name": school.name,
        "kind": school.kind,
        "cities": list(row.cities),
        "regions": _each(campus.city.region for campus in row.campuses),
        "kilometres": None if row.kilometres is None else round(row.kilometres, 1),
        "recognised_school": row.recognised.school,
        "recognised_diploma": row.recognised.diploma,
        "authorities_school": list(row.answers_school),
        "authorities_diploma": list(row.answers_diploma),
        "alternance": row.alternance,
        "eur_per_year_low": low,
        "eur_per_year_high": high,
        "programmes": len(programmes),
        "titles": _each(record.course_name or record.title for record in records),
        "awards": _each(record.award for record in records),
        "diplomas": _each(record.diploma for record in records),
        "levels": _each(record.level for record in records),
        "certifications": _each(record.certification for record in records),
        "leads_to": _each(job for record in records for job in record.leads_to),
        "through": list(row.through),
        "website": school.website,
        "sources": [source.slug for source in row.sources],
    }


def _each(values: Iterable[Any]) -> list[Any]:
    """Return each value that is known, once, in order."""
    return [value for value in dict.fromkeys(values) if value is not None]
