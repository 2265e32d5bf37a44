"""How a course is named: commercial names stay in quotes."""

from typing import TYPE_CHECKING

from avcareers.query.judged import COMMERCIAL_NAMES
from avcareers.text.wording import Wording

if TYPE_CHECKING:
    from avcareers.model.school import Programme


def course_name(programme: "Programme", words: Wording) -> str:
    """Name a course as the school does, a commercial name in quotes; else by its award."""
    name = programme.course_name or programme.title
    if programme.award not in {"national", "grade"} and COMMERCIAL_NAMES.search(name):
        return words.quoted(name)
    return name
