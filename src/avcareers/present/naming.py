"""How jobs, stages and courses are named everywhere."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from avcareers.query.offer import is_apprenticeship
from avcareers.text.degree_names import COMMERCIAL_NAMES
from avcareers.text.gender import both_genders
from avcareers.text.wording import Wording

if TYPE_CHECKING:
    from avcareers.model.profession import Profession
    from avcareers.model.school import Programme
    from avcareers.query.judged import JudgedProgramme

LIT, UNLIT = "●", "○"
"""Marks of a stage in which a job works, and of one in which it does not."""


def job_title(job: "Profession", words: Wording) -> str:
    """Name a job in the language: both genders in French, the screen credit in English."""
    return words(both_genders(job.title.fr_m, job.title.fr_f), job.title.en)


def other_title(job: "Profession", words: Wording) -> str:
    """Name a job in the other language."""
    return words(job.title.en, both_genders(job.title.fr_m, job.title.fr_f))


def short_stage(name: str) -> str:
    """Return the first words of a stage's name: « Distribution » for « Distribution et ventes »."""
    return (
        name.split(" et ", maxsplit=1)[0].split(" and ", maxsplit=1)[0].split(" (", maxsplit=1)[0]
    )


def course_name(programme: "Programme", words: Wording) -> str:
    """Name a course as the school does, a commercial name in quotes; else by its award.

    A national diploma done as an apprentice only is said to be: a school often has its twin, which
    is done at school.
    """
    name = programme.course_name or programme.title
    if programme.award not in {"national", "grade"} and COMMERCIAL_NAMES.search(name):
        return words.quoted(name)
    if is_apprenticeship(programme):
        return name + words(", en apprentissage", ", as an apprentice")
    return name


def course_and_track(name: str) -> tuple[str, str]:
    """Return a course and its track or option: « Cursus principal », « département Son ».

    The second is empty when a name has none, or stands in quotes: those are left whole.
    """
    if name.startswith(("«", "“")):
        return name, ""
    for mark in (", option ", " – "):
        course, found, track = name.partition(mark)
        if found:
            return course, track
    return name, ""


def length_phrase(programme: "Programme", words: Wording) -> str:
    """Return how long a programme lasts, at least where only its last cycle is known; else nothing."""
    if programme.years is None:
        return ""
    least = words(" au moins", " at least") if programme.last_cycle else ""
    return words.years(programme.years) + least


def counted(names: Iterable[str]) -> str:
    """Return what several things are, each once with its number: « diplôme national (2) »."""
    return ", ".join(f"{name} ({count})" for name, count in Counter(names).items())


def part_phrase(some: int, among: int, words: Wording) -> str:
    """Return of how many of the programmes of a row a cell holds: « (1 sur 3) »; nothing for all."""
    return words(f" ({some} sur {among})", f" ({some} of {among})") if 0 < some < among else ""


def in_a_line(what: str) -> str:
    """Return the name of what is handed over as it stands inside a line: initials keep theirs."""
    return what if what[:2].isupper() else what[0].lower() + what[1:]


def offer_mark(programme: "JudgedProgramme", words: Wording) -> str:
    """Return what follows the name of a programme that may no longer be offered."""
    if not programme.offer_to_check:
        return ""
    last = max((*(one.session for one in programme.sessions), programme.record.last_intake or 0))
    if last and programme.registered != "expired":
        return words(
            f" (offre à vérifier, vue en {last})", f" (offer to be checked, seen in {last})"
        )
    return words(" (offre à vérifier)", " (offer to be checked)")
