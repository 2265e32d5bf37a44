"""Results as the JSON values of model/outputs.py."""

from collections.abc import Iterable
from typing import Any

from avcareers.query.compare import JobComparison, SchoolComparison
from avcareers.query.job import JobSheet
from avcareers.query.naming import Cards
from avcareers.query.recognition import standing
from avcareers.query.school import SchoolSheet
from avcareers.query.school_check import SchoolCheck
from avcareers.query.training import Training
from avcareers.store.view import plain

Json = dict[str, Any]


def job(sheet: JobSheet) -> Json:
    """Give a job's sheet."""
    return {
        **plain(sheet.job),
        "sources": plain(sheet.sources),
        "leads": plain(sheet.leads),
        "comes_from": plain(sheet.comes_from),
        "gives": plain(sheet.gives),
        "receives": plain(sheet.receives),
        "training": _training(sheet.training),
    }


def _training(training: Training) -> Json:
    return {
        "programmes": training.programmes,
        "schools": training.schools,
        "by_kind": dict(training.by_kind),
        "alternance": training.alternance,
        "examples": [
            {"school": course.school.slug, "programme": course.programme.slug}
            for course in training.examples
        ],
        "through": dict(training.through),
    }


def school(sheet: SchoolSheet) -> Json:
    """Give a school's sheet."""
    return {
        **plain(sheet.school),
        "recognised": sheet.standing == "in-force",
        "recognition": _recognition(sheet.school.recognition, sheet.today),
        "campuses": _campuses(sheet.school.campuses, sheet.places),
        "certifications": [
            plain(sheet.certifications[slug]) for slug in sorted(sheet.certifications)
        ],
        "sources": [plain(sheet.cited[slug]) for slug in sorted(sheet.cited)],
    }


def school_check(check: SchoolCheck) -> Json:
    """Give what to ask a school about."""
    nearest = check.nearest_public
    return {
        "slug": check.sheet.school.slug,
        "today": check.sheet.today,
        "points": [
            {
                "rule": point.rule,
                "programme": point.programme.slug,
                "facts": plain(point.facts),
                "source": point.source,
            }
            for point in check.points
        ],
        "nearest_public": nearest
        and {
            "school": nearest.course.school.slug,
            "programme": nearest.course.programme.slug,
            "kilometres": None if nearest.kilometres is None else round(nearest.kilometres, 1),
            "jobs": plain(nearest.jobs),
        },
    }


def _recognition(entries: Iterable[Any], today: str) -> list[Json]:
    return [{**plain(entry), "standing": standing(entry, today)} for entry in entries]


def _campuses(campuses: Iterable[Any], places: Cards) -> list[Json]:
    return [{**plain(campus), "city": plain(places[campus.place])} for campus in campuses]


def comparison(found: JobComparison | SchoolComparison) -> list[Json]:
    """Give the sheets that are compared."""
    if isinstance(found, JobComparison):
        return [job(sheet) for sheet in found.sheets]
    return [school(sheet) for sheet in found.sheets]
