"""Who answers for a school, and who for a diploma, on a given day: docs/words.md, as code.

These are two questions, never one. A private school that prepares for a BTS is not answered for by a
ministry: the BTS is.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from avcareers.model.answer import Merged
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import View

if TYPE_CHECKING:
    from avcareers.model.diploma import Diploma
    from avcareers.model.school import (
        DiplomaRecognition,
        Programme,
        Recognition,
        School,
        SchoolRecognition,
    )

COUNTS_ALWAYS = frozenset({"tutelle", "contrat", "diplome-national"})
"""Kinds a ministry answers for as long as nothing says it ended."""
COUNTS_UNTIL = frozenset({"visa", "grade-licence", "grade-master"})
"""Kinds granted until a date: without the date they can't be counted."""
COUNTS = COUNTS_ALWAYS | COUNTS_UNTIL

Standing = Literal["in-force", "expired", "to-check", "end-unknown", "informative"]
"""`to-check`: an accreditation whose last known end is past, or a visa or degree that ended within a
year: it may have been renewed by a text not found.
`informative`: true, but not a ministry answering."""


class Weighed(NamedTuple):
    """What is recognised of a school, weighed on the day of the answer."""

    entry: Annotated["SchoolRecognition", Merged()]
    """The entry."""
    standing: Standing
    """In force; expired; to be checked; its end is unknown; or true without counting."""


class WeighedDiploma(NamedTuple):
    """What is recognised of a diploma, weighed on the day of the answer."""

    entry: Annotated["DiplomaRecognition", Merged()]
    """The entry; for a national diploma, what is true of it everywhere."""
    standing: Standing
    """In force; expired; its end is unknown; or true without counting."""


AnyWeighed = Weighed | WeighedDiploma


class Recognised(NamedTuple):
    """Whether a ministry answers, on the day of the answer: two questions, never one."""

    school: bool
    """For the school: it is under a ministry, or under contract with the State."""
    diploma: bool
    """For the diploma: it is national, or holds a visa or a degree in force."""


class Grounds(NamedTuple):
    """What judging needs beside schools and programmes."""

    today: str
    """ISO day of the question."""
    diplomas: "Mapping[str, Diploma]"
    """National diplomas, by slug."""
    ends: Mapping[str, str | None]
    """Last day of the registration of each certification; None when it is not known."""


def grounds(catalogue: Catalogue, today: str) -> Grounds:
    """Return what judging needs on a day (ISO)."""
    diplomas = catalogue.cards("diploma", catalogue.slugs("diploma"))
    sql = (
        "SELECT slug, json_extract(document, '$.expires') FROM record WHERE kind = 'certification'"
    )
    return Grounds(today, diplomas, dict(catalogue.rows(sql)))


def standing(entry: "Recognition", today: str) -> Standing:
    """Return what an entry is worth on a day (ISO).

    An end that is past ends any entry. A visa or degree whose end is unknown does not count.
    """
    if entry.until is not None and entry.until < today[: len(entry.until)]:
        return "to-check" if _may_be_renewed(entry, today) else "expired"
    if entry.kind in COUNTS_ALWAYS:
        return "in-force"
    if entry.kind in COUNTS_UNTIL:
        return "in-force" if entry.until else "end-unknown"
    return "informative"


def _may_be_renewed(entry: "Recognition", today: str) -> bool:
    """True if what ended is granted again by text after text, of which the last may not be found yet."""
    if entry.kind not in COUNTS_UNTIL:
        return entry.kind == "accreditation"
    a_year_ago = f"{int(today[:4]) - 1:04}{today[4:]}"
    return (entry.until or "") >= a_year_ago[: len(entry.until or "")]


def registered(until: str | None, today: str) -> Standing:
    """Return whether an RNCP registration is in force on a day (ISO): its end must be known."""
    if until is None:
        return "end-unknown"
    return "in-force" if until >= today[: len(until)] else "expired"


SOON_DAYS = 183
"""Days before its end from which a registration ends soon: those who enter then graduate after it."""


def ends_soon(until: str | None, today: str) -> bool:
    """True if a registration in force ends within half a year of a day (ISO)."""
    return (
        until is not None
        and (date.fromisoformat(until) - date.fromisoformat(today)).days <= SOON_DAYS
    )


def of_school(school: "School", today: str) -> tuple[Weighed, ...]:
    """Return what is recognised of a school, each with what it is worth on a day (ISO)."""
    return tuple(Weighed(entry, standing(entry, today)) for entry in school.recognition)


def of_diploma(programme: "Programme", on: Grounds) -> tuple[WeighedDiploma, ...]:
    """Return what is recognised of the diploma of a programme, each with what it is worth.

    A national diploma is one wherever it is prepared: no programme has to say it again.
    """
    found = [WeighedDiploma(entry, standing(entry, on.today)) for entry in programme.recognition]
    national = any(weighed.entry.kind == "diplome-national" for weighed in found)
    if programme.diploma and not national:
        found.insert(0, WeighedDiploma(_everywhere(on.diplomas[programme.diploma]), "in-force"))
    return tuple(found)


def _everywhere(diploma: "Diploma") -> Any:
    """Return the entry that holds wherever a national diploma is prepared."""
    return View(
        {
            "authority": diploma.authority,
            "kind": "diplome-national",
            "certification": None,
            "detail": diploma.text,
            "until": None,
            "source": diploma.sources[0],
        }
    )


def registration(programme: "Programme", on: Grounds) -> Standing:
    """Return whether a certification of a programme is registered; informative without any."""
    ends = [entry.until for entry in programme.recognition if entry.kind == "rncp"]
    if programme.certification:
        ends.append(on.ends[programme.certification])
    return best_of([registered(end, on.today) for end in ends])


class WhoAnswers(NamedTuple):
    """All that is known of who answers for a school and for one of its diplomas."""

    school: tuple[Weighed, ...]
    """What is recognised of the school."""
    diploma: tuple[WeighedDiploma, ...] = ()
    """What is recognised of the diploma."""
    registration: Standing = "informative"
    """Whether its certification is registered."""
    programme_known: bool = True
    """False of a school none of whose programmes is known."""

    @property
    def recognised(self) -> Recognised:
        """Return both answers."""
        return Recognised(
            best_standing(self.school) == "in-force", best_standing(self.diploma) == "in-force"
        )

    def answer(
        self,
        about: str | None = None,
        authorities: Collection[str] = (),
        *,
        unverified: bool = False,
    ) -> Standing:
        """Return how far a ministry answers: for the school, the diploma, or either by default.

        With `authorities`, only theirs count, and `rncp` means a registration of the diploma in
        force. With `unverified`, what has no known end counts as in force.
        """
        found: list[Standing] = []
        if about != "diploma":
            found.append(best_standing(self.school, authorities, unverified=unverified))
        if about != "school":
            found.append(best_standing(self.diploma, authorities, unverified=unverified))
            if "rncp" in authorities:
                unsure = unverified and self.registration == "end-unknown"
                found.append("in-force" if unsure else self.registration)
        return best_of(found)


_BEST_FIRST: tuple[Standing, ...] = (
    "in-force",
    "end-unknown",
    "to-check",
    "expired",
    "informative",
)
"""Standings of what counts, from the best."""


def best_of(standings: Iterable[Standing]) -> Standing:
    """Return the best of some standings; informative without any."""
    known = set(standings)
    for each in _BEST_FIRST:
        if each in known:
            return each
    return "informative"


def best_standing(
    entries: Iterable[AnyWeighed], authorities: Collection[str] = (), *, unverified: bool = False
) -> Standing:
    """Return the best standing of the entries by which a ministry answers; else informative.

    With `authorities`, only theirs count. With `unverified`, what has no known end is in force.
    """
    best = best_of(
        [
            weighed.standing
            for weighed in entries
            if weighed.entry.kind in COUNTS
            and (not authorities or weighed.entry.authority in authorities)
        ]
    )
    return "in-force" if unverified and best == "end-unknown" else best


def in_force(entries: Iterable[AnyWeighed]) -> tuple[str, ...]:
    """Return the ministries that answer, by entries in force, each once."""
    return tuple(dict.fromkeys(w.entry.authority for w in entries if w.standing == "in-force"))
