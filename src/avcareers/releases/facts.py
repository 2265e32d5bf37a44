"""What a record says that a release keeps: facts with their source and day, and digests of texts.

A fact is a coded value: a number, a day, a name of a closed list, the key of another record. Whatever
else a record holds is words of ours: a release keeps whether they are the same, not what they were.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from avcareers.model.release import Value

Document = Mapping[str, Any]
"""A record as JSON has it."""
PROVENANCE = frozenset({"slug", "formerly", "sources", "source", "reviewed", "doubts", "read_on"})
"""Fields that say where facts come from: they decide the kind of a change, and are none."""
DIGITS = 4
"""Digits of the digest of a text: two texts in 65,536 look the same."""
_DAYS = ("as_of", "holds_from", "year", "session", "valid_from", "since", "on")
"""Fields that say of which day a fact is, the first that is there."""


class Fact(NamedTuple):
    """What a record says of one thing."""

    value: "Value | tuple[str, ...]"
    """The value; never nothing: what is unknown is no fact."""
    sources: tuple[str, ...] = ()
    """Keys of the sources that say so."""
    day: str = ""
    """Day, month, year or school year it is of, as far as it bears one."""


class Followed(NamedTuple):
    """What of a record, or of a part of it, is a fact."""

    values: tuple[str, ...] = ()
    """Fields whose value is one."""
    parts: "Mapping[str, Part]" = MappingProxyType({})
    """Fields that hold parts."""


class Part(NamedTuple):
    """How the parts that a field holds are told apart, and what of each is a fact."""

    key: tuple[str, ...] = ()
    """Fields that tell one part from another; none when the field holds one part."""
    followed: Followed = Followed()
    """What of a part is a fact. Nothing: each part is one value, and all together are one fact."""
    entry: tuple[str, ...] = ()
    """Then, the fields that make the value of a part, as `low=9500 year=2026-2027`."""


_RECOGNITION = Part(("kind", "authority"), Followed(("until", "certification")))
_PROGRAMME = Followed(
    ("award", "diploma", "level", "certification", "entry_level", "admission", "years", "routes",
     "campuses", "leads_to"),
    {
        "recognition": _RECOGNITION,
        "fees": Part(entry=("low", "high", "year")),
        "places": Part(entry=("count",)),
        "alternance": Part(entry=("mode", "years", "contract_before_entry")),
        "selectivity": Part(
            entry=("session", "counted_as", "candidates", "admitted", "places")
        ),
    },
)  # fmt: skip
FOLLOWED: Mapping[str, Followed] = {
    "profession": Followed(
        ("department", "stages", "level", "works_on", "rome", "answers_to", "next_roles"),
        {
            "day_to_day": Part(followed=Followed(parts={"*": Part(entry=("answer",))})),
            "hiring": Part(("sector",), Followed(("regime", "cdd_usage"))),
            "pay_functions": Part(entry=("idcc", "function")),
            "certificates": Part(entry=("name",)),
        },
    ),
    "school": Followed(
        ("name", "kind", "type", "website"),
        {
            "campuses": Part(entry=("place",)),
            "recognition": _RECOGNITION,
            "programmes": Part(("slug",), _PROGRAMME),
            "insertion": Part(
                ("uai", "cohort"), Followed(("employed_percent", "studying_percent"))
            ),
        },
    ),
    "stage": Followed(("phase", "departments")),
    "department": Followed(),
    "certification": Followed(
        ("title", "level", "certifiers", "expires", "replaced_by", "apprenticeship"),
        {"listed": Part(entry=("active",))},
    ),
    "diploma": Followed(("authority", "level")),
    "agreement": Followed(
        ("replaced_by", "replaced_on"),
        {
            "overtime": Part(("from_hour",), Followed(("to_hour", "increase_percent"))),
            "series": Part(("slug",), Followed(("newest_text",))),
        },
    ),
    "minimum-wage": Followed(("hourly_eur", "monthly_35h_eur")),
    "topic": Followed(),
    "rule": Followed(("eur_per_year", "year", "since", "until")),
    "earning": Followed(("value", "unit", "period")),
}
"""The kinds of record a release follows. The others serve to find and to cite these."""


def facts_of(kind: str, document: Document) -> dict[str, Fact]:
    """Return the facts of a record, by their path in it."""
    sources = tuple(document.get("sources", ()))
    facts = dict(_facts(FOLLOWED[kind], document, (), sources))
    if kind == "topic" and (day := max(map(_day, document["answer"]))):
        # Its sentences are words; that they follow a newer text is a fact.
        facts["answer"] = Fact(day, sources, day)
    if kind == "agreement":
        for grid in newest_grids(document):
            path = f"series.{grid['series']}.grid"
            facts[path] = Fact(grid["slug"], (grid["source"],), grid["valid_from"])
    return facts


def newest_grids(agreement: Document) -> list[Any]:
    """Return the last grid of each series of an agreement, by the day it takes effect."""
    grids = sorted(agreement.get("grids", ()), key=lambda grid: (grid["valid_from"], grid["slug"]))
    return list({grid["series"]: grid for grid in grids}.values())


def texts_of(kind: str, document: Document) -> dict[str, str]:
    """Return a digest of the texts that each field of a record holds, by field."""
    followed = FOLLOWED[kind]
    words = {
        name: tuple(_words(value)) if name in followed.parts else value
        for name, value in document.items()
        if name not in PROVENANCE and name not in followed.values
    }
    return {name: _digest(said) for name, said in words.items() if said}


def _facts(
    followed: Followed, document: Document, path: tuple[str, ...], sources: tuple[str, ...]
) -> Iterator[tuple[str, Fact]]:
    for name in followed.values:
        if (value := _known(document.get(name))) is not None:
            yield ".".join((*path, name)), Fact(value, sources, _day(document))
    for name, part in followed.parts.items():
        for at, held in _held(document, name):
            yield from _facts_of_parts(part, held, (*path, at), sources)


def _facts_of_parts(
    part: Part, held: Any, path: tuple[str, ...], sources: tuple[str, ...]
) -> Iterator[tuple[str, Fact]]:
    parts = held if isinstance(held, list) else [held]
    if part.entry:
        written = tuple(filter(None, (_entry(each, part.entry) for each in parts)))
        if written:
            yield (
                ".".join(path),
                Fact(
                    written if isinstance(held, list) else written[0],
                    tuple(dict.fromkeys(s for each in parts for s in _sources(each, sources))),
                    max(_day(each) for each in parts),
                ),
            )
        return
    for each in parts:
        key = "-".join(str(each[field]) for field in part.key)
        below = (*path, key) if key else path
        own = _sources(each, sources)
        # That it is there is a fact, even if no more is known of it.
        if key:
            yield ".".join(below), Fact(True, own, _day(each))
        yield from _facts(part.followed, each, below, own)


def _held(document: Document, name: str) -> Iterator[tuple[str, Any]]:
    """Yield what a field holds under its name; `*` is every field of a part."""
    for field in document if name == "*" else (name,):
        if document.get(field):
            yield field, document[field]


def _words(value: Any) -> Iterator[str]:
    """Yield the texts in both languages below a value."""
    if isinstance(value, Mapping):
        if "fr" in value and "en" in value:
            yield f"{value['fr']}\0{value['en']}"
        else:
            yield from (words for each in value.values() for words in _words(each))
    elif isinstance(value, list):
        yield from (words for each in value for words in _words(each))


def _digest(value: Any) -> str:
    raw = json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
    return blake2b(raw, digest_size=DIGITS // 2).hexdigest()


def _known(value: Any) -> "Value | tuple[str, ...] | None":
    if isinstance(value, list):
        return tuple(value) or None
    known: Value | None = value
    return known


def _entry(part: Document, fields: Iterable[str]) -> str:
    """Return the value of a part: its only field as it is, several as `low=9500 year=2026-2027`."""
    fields = tuple(fields)
    given = {
        field: _plain(part[field])
        for field in fields
        if part.get(field) not in (None, [], "unknown")
    }
    if len(fields) == 1:
        return next(iter(given.values()), "")
    return " ".join(f"{field}={value}" for field, value in given.items())


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(map(_plain, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _sources(part: Document, sources: tuple[str, ...]) -> tuple[str, ...]:
    if "source" in part:
        return (part["source"],)
    return tuple(part.get("sources", ())) or sources


def _day(part: Document) -> str:
    return next((str(part[name]) for name in _DAYS if part.get(name)), "")
