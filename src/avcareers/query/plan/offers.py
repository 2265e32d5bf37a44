"""Programmes as offers to one person: what each costs, how far it is, what closes it."""

import json
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of
from avcareers.store.traits import read_traits
from avcareers.store.view import read_document

from ..costs import current_fees
from ..nearby import Near, nearest_kilometres
from .request import FREE_FOR_APPRENTICES, Judge

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
    """Card of its school."""
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
    missing: tuple[str, ...]
    """What is not known of it."""


def offers_named(catalogue: Catalogue, keys: Collection[str], judge: Judge) -> dict[str, Offer]:
    """Give some programmes as offers, by `school/programme`: whole records, so name only a few."""
    sql = """
        SELECT key, facts, record.document, programme.document FROM record
        JOIN programme ON programme.school = record.slug JOIN traits ON traits.id = traits
        WHERE kind = 'school' AND slug IN (SELECT value FROM json_each(?))
        ORDER BY slug, programme.position
    """
    schools = sorted({key.partition("/")[0] for key in keys})
    rows = [row for row in catalogue.rows(sql, [json.dumps(schools)]) if row[0] in keys]
    read = [(key, read_document(card), read_document(text)) for key, _, card, text in rows]
    cities = {campus.place for _, school, _ in read for campus in school.campuses}
    places = catalogue.cards("place", cities)
    found = {}
    for traits, (key, school, programme) in zip(
        read_traits(facts for _, facts, _, _ in rows), read, strict=True
    ):
        away, names = _where(school, programme, judge.request.near, places)
        worth = judge.judged(traits, away)
        found[key] = Offer(
            key, school, programme, worth.fees, _origin(programme, worth.fees, judge.today),
            away, names, worth.recognised, worth.missing,
        )  # fmt: skip
    return found


def _origin(programme: "Programme", fees: float | None, today: str) -> FeesOrigin | None:
    if fees is None:
        return None
    published = [known for known in current_fees(programme, today) if known.low == fees]
    if not published:
        return FeesOrigin(None, FREE_FOR_APPRENTICES)
    last = max(published, key=lambda known: known.year or "")
    return FeesOrigin(last.year, last.source)


def _where(
    school: "School", programme: "Programme", near: Near | None, places: dict[str, Any]
) -> tuple[float | None, tuple[str, ...]]:
    campuses = campuses_of(school, programme)
    if not near or not campuses:
        names = (places[campus.place].name for campus in campuses)
        return None, tuple(dict.fromkeys(names))
    away, place = min(
        (nearest_kilometres(near, [campus], places) or 0.0, campus.place) for campus in campuses
    )
    return away, (places[place].name,)
