"""Programmes named in a plan, whole: what each costs, how far it is, what is not known of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of

from ..costs import current_fees
from ..nearby import Near, nearest_kilometres
from ..recognition import answered_for
from .candidates import FREE_FOR_APPRENTICES, Candidate
from .judging import Missing
from .request import Request

if TYPE_CHECKING:
    from avcareers.model.school import Programme, School


class FeesOrigin(NamedTuple):
    """Where the fees of a programme were read."""

    year: str | None
    """School year; nothing for what the law says."""
    source: str


class Offer(NamedTuple):
    """A programme, as one person meets it."""

    key: str
    """`school/programme`."""
    school: "School"
    programme: "Programme"
    fees: float | None
    """Lowest current fee, in euros a year."""
    fees_origin: FeesOrigin | None
    """Where it was read; nothing when it is not known."""
    kilometres: float | None
    """Distance to its nearest campus; nothing when not known or no city was given."""
    cities: tuple[str, ...]
    """Names of the cities it is taught in; the nearest alone when a city was given."""
    recognised: bool
    """Whether a ministry answers for it or its school, this day."""
    missing: tuple[Missing, ...]
    """What is not known of it."""


def offers_named(
    catalogue: Catalogue, named: Mapping[str, Candidate], request: Request, today: str
) -> dict[str, Offer]:
    """Return some candidates as offers, by key. It reads their whole schools: name only a few."""
    slugs = sorted({key.partition("/")[0] for key in named})
    schools: list[School] = [catalogue.document("school", slug) for slug in slugs]
    cities = {campus.place for school in schools for campus in school.campuses}
    places = catalogue.cards("place", cities)
    found = {}
    for school in schools:
        for programme in school.programmes:
            key = f"{school.slug}/{programme.slug}"
            if key in named:
                facts = named[key].facts
                found[key] = Offer(
                    key, school, programme, facts.fees, _origin(programme, facts.fees, today),
                    facts.kilometres, _cities(school, programme, request.near, places),
                    _recognised(school, programme, today), named[key].missing,
                )  # fmt: skip
    return found


def _recognised(school: "School", programme: "Programme", today: str) -> bool:
    return answered_for((*school.recognition, *programme.recognition), today) == "in-force"


def _origin(programme: "Programme", fees: float | None, today: str) -> FeesOrigin | None:
    if fees is None:
        return None
    published = [known for known in current_fees(programme, today) if known.low == fees]
    if not published:
        return FeesOrigin(None, FREE_FOR_APPRENTICES)
    last = max(published, key=lambda known: known.year or "")
    return FeesOrigin(last.year, last.source)


def _cities(
    school: "School", programme: "Programme", near: Near | None, places: dict[str, Any]
) -> tuple[str, ...]:
    """Return the names of the cities a programme is taught in, or of the nearest to one."""
    campuses = campuses_of(school, programme)
    if near and campuses:
        campuses = (min(campuses, key=lambda campus: (
            nearest_kilometres(near, [campus], places), campus.place)),)  # fmt: skip
    return tuple(dict.fromkeys(places[campus.place].name for campus in campuses))
