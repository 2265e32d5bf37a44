"""Rows of lists as a spreadsheet has them: one value, or a list of plain ones, in each column."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .school_check import SchoolCheck
    from .schools import SchoolRow


def school_columns(row: "SchoolRow") -> dict[str, Any]:
    """Return a school in a list; costs are in euros a year, by status; 0 is free, nothing unknown."""
    school, programmes = row.school, row.programmes
    records = [programme.record for programme in programmes]
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
        "alternance_programmes": row.held.alternance,
        "programmes": len(programmes),
        **_costs(row),
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


def check_columns(check: "SchoolCheck") -> dict[str, Any]:
    """Return the check of a school among others: the rules that raise a question, not what they say."""
    school, programmes = check.sheet.school, check.sheet.programmes
    return {
        "slug": check.slug,
        "name": school.name,
        "kind": school.kind,
        "recognised_school": check.recognised.school,
        "recognised_diploma": check.recognised.diploma,
        "awards": _each(one.award for one in check.diplomas),
        "levels": _each(one.level for one in check.diplomas),
        "certifications": _each(number for one in check.diplomas for number in one.numbers),
        "alternance": _each(programme.alternance for programme in programmes),
        "programmes": len(programmes),
        **_costs(check),
        "points": _each(point.rule for point in check.points),
        "nearest_public": _each(nearest.course.school for nearest in check.nearest_public),
        "website": check.website,
        "today": check.today,
    }


def _costs(row: "SchoolRow | SchoolCheck") -> dict[str, Any]:
    """Return what a year costs at school, and as an apprentice, each of how many programmes.

    An apprentice may pay for the years out of alternance: of how many programmes, the last says.
    """
    said: dict[str, Any] = {}
    for route, name in (("scolaire", "school"), ("apprentissage", "apprentice")):
        known = [each for each in row.costs.by_status if each.route == route]
        said[f"{name}_eur_per_year_low"] = min((each.low_eur for each in known), default=None)
        said[f"{name}_eur_per_year_high"] = max((each.high_eur for each in known), default=None)
        said[f"{name}_eur_programmes"] = sum(each.programmes for each in known)
    some = (each.programmes for each in row.costs.by_status if each.some_years)
    return said | {"apprentice_eur_some_years": sum(some)}


def _each(values: Iterable[Any]) -> list[Any]:
    """Return each value that is known, once, in order."""
    return [value for value in dict.fromkeys(values) if value is not None]
