"""What each filter answers of a school, of a programme, of a campus or of who answers for them."""

from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.query.alternance import IN_ALTERNANCE
from avcareers.query.nearby import Near
from avcareers.store.sites import located
from avcareers.text.geography import kilometres_between

from .declaration import Answer

if TYPE_CHECKING:
    from avcareers.model.school import Campus
    from avcareers.query.judged import CandidateProgramme
    from avcareers.query.recognition import WhoAnswers


class Surroundings(NamedTuple):
    """What filters look at beside the record they judge."""

    places: dict[str, Any]
    """Cities by slug."""
    department_of: dict[str, str]
    """Department of each job."""
    recognised_as: str | None
    """What a ministry must answer for: the school or the diploma; either when it is None."""
    unverified: bool
    """Whether what is only likely, or whose end is unknown, counts."""


def leads_to(jobs: tuple[str, ...], programme: "CandidateProgramme", _: Surroundings) -> Answer:
    """True if a programme prepares for one of some jobs."""
    return not set(jobs).isdisjoint(programme.record.leads_to)


def reaches(
    asked: tuple[str, ...], programme: "CandidateProgramme", around: Surroundings
) -> Answer:
    """True if a programme prepares for a job of one of some departments."""
    return any(around.department_of[job] in asked for job in programme.record.leads_to)


def prepares_for(
    diplomas: tuple[str, ...], programme: "CandidateProgramme", _: Surroundings
) -> Answer:
    """True if a programme leads to one of some national diplomas."""
    return programme.record.diploma in diplomas


def is_award(awards: tuple[str, ...], programme: "CandidateProgramme", _: Surroundings) -> Answer:
    """True if the diploma of a programme is of one of some natures."""
    return programme.record.award in awards


def has_level(levels: tuple[int, ...], programme: "CandidateProgramme", _: Surroundings) -> Answer:
    """True if the diploma of a programme is of one of some levels."""
    return "level-unknown" if programme.record.level is None else programme.record.level in levels


def opens_at(held: int, programme: "CandidateProgramme", _: Surroundings) -> Answer:
    """True if a programme takes who holds a level."""
    return (
        "entry-unknown"
        if programme.record.entry_level is None
        else programme.record.entry_level <= held
    )


def offered_as(routes: tuple[str, ...], programme: "CandidateProgramme", _: Surroundings) -> Answer:
    """True if a programme is offered under one of some statuses."""
    return not set(routes).isdisjoint(programme.record.routes)


def costs_at_most(euros: float, programme: "CandidateProgramme", _: Surroundings) -> Answer:
    """True if a year costs no more than so many euros, by one way at least."""
    lowest = programme.cost and programme.cost.every_year
    return "fees-unknown" if lowest is None else lowest <= euros


def lasts_at_most(years: float, programme: "CandidateProgramme", _: Surroundings) -> Answer:
    """True if a programme lasts no longer than so many years."""
    return "length-unknown" if programme.record.years is None else programme.record.years <= years


def stands_in(regions: tuple[str, ...], campus: "Campus", around: Surroundings) -> Answer:
    """True if a campus is in one of some regions."""
    return around.places[campus.place].region in regions


def stands_near(near: Near, campus: "Campus", around: Surroundings) -> Answer:
    """True if a campus is within reach of a city."""
    lat, lon = located(campus, around.places)
    return kilometres_between(near.place.lat, near.place.lon, lat, lon) <= near.within_km


def in_alternance(_: bool, programme: "CandidateProgramme", around: Surroundings) -> Answer:
    """True if a programme is known to be done in alternance."""
    mode = programme.alternance
    if mode in IN_ALTERNANCE or (mode == "likely" and around.unverified):
        return True
    return False if mode == "none" else f"alternance-{mode}"


def answered_for(authorities: tuple[str, ...], who: "WhoAnswers", around: Surroundings) -> Answer:
    """True if one of some authorities answers, today, for the school or the diploma."""
    about = around.recognised_as
    found = who.answer(about, authorities, unverified=around.unverified)
    if found == "in-force":
        return True
    if not who.programme_known and about != "school":
        return "programmes-unknown"
    return False if found == "informative" else f"recognition-{found}"


def is_recognised(_: bool | str, who: "WhoAnswers", around: Surroundings) -> Answer:
    """True if a ministry answers, today, for the school or the diploma."""
    return answered_for((), who, around)
