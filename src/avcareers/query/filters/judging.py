"""What filters answer of a school: yes, no, or why it is not known."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.query.judged import CandidateProgramme, CandidateSchool, JudgedProgramme
from avcareers.query.recognition import WhoAnswers
from avcareers.store.sites import campuses_of

from .declaration import Answer, Words, entries, in_use
from .school_answers import Surroundings
from .schools import SchoolFilters

if TYPE_CHECKING:
    from avcareers.model.school import Campus, School

REASONS: dict[str, Words] = {
    reason: words
    for entry in entries(SchoolFilters).values()
    for reason, words in entry.unknown.items()
}
"""Why it may not be known whether a school passes, in the order of the filters."""


class Verdict(NamedTuple):
    """What filters answer of a school."""

    passes: bool
    programmes: tuple[JudgedProgramme, ...] = ()
    """The programmes that pass all that is asked of programmes, when the school passes."""
    reason: str | None = None
    """Why it is not known whether it passes, first in the order of `REASONS`; None when it passes
    and when a known fact excludes it."""
    left_out: tuple[str, ...] = ()
    """The same of each of its programmes of which that is not known."""


EXCLUDED = Verdict(False)

Lacking = set[str] | None
"""What is not known of something that may pass; empty when it passes, None when it does not."""


class Judge:
    """Answers for one school after the other."""

    def __init__(self, asked: SchoolFilters, around: Surroundings) -> None:
        """Take what is asked, and what filters look at beside the schools."""
        self._around = around
        self._asked: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
        for entry, value in in_use(asked):
            if entry.judge:
                self._asked[entry.about].append((entry.judge, value))

    def verdict(self, candidate: CandidateSchool) -> Verdict:
        """Return what all filters answer of a school.

        A reason is given only where no known fact excludes the school: knowing more of it, or of one
        of its programmes, could make it pass.
        """
        own = self._lacking("record", candidate.school)
        if own is None:
            return EXCLUDED
        answers = self._of_programmes(candidate)
        if answers:
            lacking = _one_of(lacks for _, lacks in answers)
        else:
            lacking = self._without_programmes(candidate)
        if lacking is None:
            return EXCLUDED
        possible = (_first(lacks | own) for _, lacks in answers if lacks is not None)
        left_out = tuple(filter(None, possible))
        if reason := _first(lacking | own):
            return Verdict(False, reason=reason, left_out=left_out)
        # Of a school that does not pass, no more has to be judged.
        passing = tuple([programme.judged for programme, lacks in answers if lacks == set()])
        return Verdict(True, passing, left_out=left_out)

    def _of_programmes(
        self, candidate: CandidateSchool
    ) -> list[tuple[CandidateProgramme, Lacking]]:
        if not self._asks_of_programmes():
            return [(programme, set()) for programme in candidate.programmes]
        return [(p, self._of_programme(candidate.school, p)) for p in candidate.programmes]

    def _asks_of_programmes(self) -> bool:
        return any(self._asked[about] for about in ("programme", "answers", "campus"))

    def _without_programmes(self, candidate: CandidateSchool) -> Lacking:
        """Return what is lacking of a school none of whose programmes is known."""
        if not self._asks_of_programmes():
            return set()
        unknown = (
            {"programmes-unknown"} if self._asked["programme"] or self._asked["campus"] else set()
        )
        who = WhoAnswers(candidate.recognition, programme_known=False)
        answers = self._lacking("answers", who)
        where = None if answers is None else self._of_campuses(candidate.school.campuses)
        return None if answers is None or where is None else unknown or answers | where

    def _of_programme(self, school: "School", programme: CandidateProgramme) -> Lacking:
        lacking = self._lacking("programme", programme)
        answers = None if lacking is None else self._lacking("answers", programme.answers)
        if lacking is None or answers is None:
            return None
        where = self._of_campuses(campuses_of(school, programme.record))
        return None if where is None else lacking | answers | where

    def _of_campuses(self, campuses: "tuple[Campus, ...]") -> Lacking:
        if not self._asked["campus"]:
            return set()
        if not campuses:
            return {"place-unknown"}
        return _one_of(self._lacking("campus", campus) for campus in campuses)

    def _lacking(self, about: str, subject: Any) -> Lacking:
        lacking = set()
        for judge, value in self._asked[about]:
            answer: Answer = judge(value, subject, self._around)
            if answer is False:
                return None
            if answer is not True:
                lacking.add(answer)
        return lacking


def _first(lacking: set[str]) -> str | None:
    """Return the first of some reasons, in the order of `REASONS`."""
    return next((reason for reason in REASONS if reason in lacking), None)


def _one_of(some: Iterable[Lacking]) -> Lacking:
    """Return what is lacking for one of some to pass."""
    possible = [lacking for lacking in some if lacking is not None]
    if not possible:
        return None
    return set() if set() in possible else set().union(*possible)
