"""What the programmes of a school lead to: each diploma once, with what it is worth on a day."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Unpublished
from avcareers.model.vocabulary import Authority, Award, DiplomaRecognitionKind

from .recognition import Standing, WeighedDiploma

if TYPE_CHECKING:
    from avcareers.model.certification import Certification

    from .judged import JudgedProgramme


class Registration(NamedTuple):
    """A certification, and whether it is registered on the day of the answer."""

    certification: Annotated["Certification", Merged()]
    """The certification."""
    standing: Annotated[Standing, Unpublished]
    """In force, expired, or its end is unknown."""


Named = Callable[[str], Registration]
"""Returns a certification by its key."""


class Awarded(NamedTuple):
    """A diploma that some programmes of a school lead to, and what it is worth on the day."""

    award: Award
    """Legal nature."""
    diploma: str | None
    """National diploma, when it is one."""
    granted: DiplomaRecognitionKind | None
    """Visa or degree that the State grants it, when it claims one."""
    numbers: tuple[int, ...]
    """RNCP numbers under which it is registered."""
    possible: tuple[Registration, ...]
    """Titles of the register that it may be, though no page read says so."""
    title: str | None
    """Title in the register, of a title that the school or a branch awards."""
    authority: Authority | None
    """Ministry that answers for it, or did."""
    delivered_by: tuple[str, ...]
    """Who delivers it, as the register writes them."""
    until: str | None
    """Last day, month or year of the registration, visa or degree; null when it has none, or when
    it is not known."""
    standing: Standing
    """In force; expired; its end is unknown; `informative` for a school's own diploma."""
    level: int | None
    """Level of the French framework; null when not known, and for a school's own diploma."""
    programmes: tuple[str, ...]
    """Programmes that lead to it."""


_ORDER = ("national", "grade", "visa", "rncp", "cqp", "unsettled", "school", "preparatory")
_NAMELESS = frozenset({"national", "school", "preparatory"})
"""Awards that no title of the register tells apart."""
_WORTH = ("in-force", "end-unknown", "to-check", "expired", "informative")


def awarded(programmes: "Iterable[JudgedProgramme]", named: Named) -> tuple[Awarded, ...]:
    """Return the diplomas of some programmes: national ones first, then those that hold longest."""
    kept: dict[Any, list[Awarded]] = {}
    for programme in programmes:
        one = _of_programme(programme, named)
        key = (one.award, one.diploma, one.granted, one.until, one.standing, one.level)
        apart = (
            (one.numbers, one.title, *(each.certification.slug for each in one.possible))
            if one.award not in _NAMELESS
            else ()
        )
        kept.setdefault((key, apart), []).append(one)
    found = [_together(same) for same in kept.values()]
    return tuple(
        sorted(found, key=lambda one: (_ORDER.index(one.award), _WORTH.index(one.standing)))
    )


def _of_programme(programme: "JudgedProgramme", named: Named) -> Awarded:
    record = programme.record
    certification = named(record.certification).certification if record.certification else None
    best = _granted(programme)
    own = record.award in {"rncp", "cqp"}
    return Awarded(
        award=record.award,
        diploma=record.diploma,
        granted=best.entry.kind if best else None,
        numbers=(certification.number,) if certification else (),
        possible=tuple(map(named, record.possible_certifications)),
        title=(certification.title if certification else None) or record.title if own else None,
        authority=_authority(programme, best),
        delivered_by=certification.certifiers if certification else (),
        until=best.entry.until if best else programme.registered_until if own else None,
        standing=_standing(programme, best, own=own),
        level=None if record.award in {"school", "unsettled", "preparatory"} else record.level,
        programmes=(record.slug,),
    )


def _granted(programme: "JudgedProgramme") -> WeighedDiploma | None:
    """Return the visa or degree of a diploma that claims one: the one in force, else the last."""
    if programme.record.award not in {"visa", "grade"}:
        return None
    found = [w for w in programme.recognition if w.entry.kind not in {"rncp", "diplome-national"}]
    return min(found, key=lambda each: each.standing != "in-force", default=None)


def _authority(programme: "JudgedProgramme", best: WeighedDiploma | None) -> Any:
    if programme.national:
        return programme.national.authority
    return best.entry.authority if best else None


def _standing(programme: "JudgedProgramme", best: WeighedDiploma | None, *, own: bool) -> Standing:
    if programme.national:
        return "in-force"
    if programme.record.award in {"visa", "grade"}:
        return best.standing if best else "end-unknown"
    return programme.registered if own else "informative"


def _together(same: list[Awarded]) -> Awarded:
    """Return one diploma for the programmes that lead to it, with all its numbers."""
    return same[0]._replace(
        numbers=tuple(sorted({number for one in same for number in one.numbers})),
        delivered_by=tuple(dict.fromkeys(name for one in same for name in one.delivered_by)),
        programmes=tuple(slug for one in same for slug in one.programmes),
    )
