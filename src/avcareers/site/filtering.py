"""The filters of a list in the browser: the form, and what the data hold for each filter.

Both are read from the table of filters of the command. The script judges as the command does: a value
that is known passes or excludes; one that is not known leaves out, and is counted.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from avcareers.present.site_filters import OVERSEAS, filter_name, filters_said, values_named
from avcareers.query.communes import communes_chosen
from avcareers.query.filters import school_answers as answers
from avcareers.query.filters.declaration import Filter, entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.judged import JudgedProgramme
from avcareers.query.recognition import COUNTS, AnyWeighed, best_standing
from avcareers.query.schools import SchoolList, SchoolRow
from avcareers.query.untaught import untaught_among
from avcareers.query.whereabouts import regions_overseas
from avcareers.render.html import safe
from avcareers.store.catalogue import Catalogue

from .addresses import alone, list_of
from .edition import Edition
from .frame import ELEMENTS


class Filtered(NamedTuple):
    """A list that has filters."""

    filters: Any
    script: str
    """Address of what the data hold."""
    shown: tuple[str, ...]
    """Fields whose choice is in sight; the others are folded."""
    orders: tuple[str, ...]


FILTERED: Mapping[str, Filtered] = {
    "school": Filtered(
        SchoolFilters,
        "assets/list-schools.js",
        ("jobs", "regions", "near", "entry_level", "max_fees", "kinds", "recognised", "alternance"),
        ("name", "fees", "distance"),
    ),
    "profession": Filtered(
        JobFilters,
        "assets/list-jobs.js",
        ("stages", "departments", "levels", "statuses", "having", "lacking", "first"),
        ("name",),
    ),
}
SCRIPTS = ("assets/judging.js", ELEMENTS, "assets/list.js")
COMMUNES, LARGE = "assets/communes.js", 2000
"""Where communes are, and how many people make one large enough to be known by its name."""
WITHIN_KM = 50
_WAYS: Mapping[Any, str] = {
    **dict.fromkeys(
        (answers.leads_to, answers.reaches, answers.is_award, answers.prepares_for, answers.has_level,
         answers.offered_as, answers.stands_in), "among"),
    **dict.fromkeys((answers.opens_at, answers.lasts_at_most), "most"),
    answers.costs_at_most: "cost",
    answers.in_alternance: "alternance",
    answers.stands_near: "near",
    answers.is_recognised: "recognised",
    answers.answered_for: "answered",
}  # fmt: skip
"""How the script judges what each of these judges. A filter that is new here fails the build."""
_DENIED = {"with": "without", "without": "with"}
"""Filters of which every value must hold, and what excludes."""
_FACETS = {"stage": "stage", "department": "department", "level": "level", "status": "status",
           "rome": "rome", "works-on": "work", "with": "with", "without": "without"}  # fmt: skip
"""Facets that answer for the filters of jobs."""


def data_file(kind: str, found: Any, catalogue: Catalogue) -> tuple[str, str]:
    """Return the script that holds what is known of each record of a list, filter by filter."""
    listed = FILTERED[kind]
    every = [_declared(name, entry, listed.filters, catalogue)
             for name, entry in entries(listed.filters).items()]  # fmt: skip
    reasons = [reason for entry in entries(listed.filters).values() for reason in entry.unknown]
    data = {
        "filters": every,
        "reasons": list(dict.fromkeys(reasons)),
        "orders": listed.orders,
        **(_of_schools(found, catalogue) if kind == "school" else _of_jobs(catalogue)),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return listed.script, f"var avcareersListed = {text};\n"


def _declared(name: str, entry: Filter, filters: Any, catalogue: Catalogue) -> dict[str, Any]:
    option, field = entry.option.lstrip("-"), filters.__annotations__[name].__origin__
    said: dict[str, Any] = {
        "name": option,
        "aliases": [alias.lstrip("-") for alias in entry.aliases],
        "about": entry.about,
    }
    if not entry.lets_in:
        said["way"] = "every" if option in _DENIED else _way(entry)
    # Of a programme that is known, what it leads to is.
    reason = next((one for one in entry.unknown if one != "programmes-unknown"), None)
    if reason:
        said["reason"] = reason
    if option in _DENIED:
        said["denied"] = _DENIED[option]
    if takes_several(filters, name):
        said["several"] = True
    if field is bool:
        said["flag"] = True
    elif float in get_args(field) and not entry.choices:
        said["number"] = True
    elif not entry.within:
        said["values"] = _values(option, entry, catalogue)
    return said


def takes_several(filters: Any, name: str) -> bool:
    """True if a filter takes several values."""
    return get_origin(filters.__annotations__[name].__origin__) is tuple


def _way(entry: Filter) -> str:
    return "among" if entry.about == "record" else _WAYS[entry.judge]


def _values(option: str, entry: Filter, catalogue: Catalogue) -> dict[str, Any]:
    """Return the words a filter takes, each with what it stands for."""
    if isinstance(entry.choices, Mapping):
        return dict(entry.choices)
    if entry.names == "region":
        names = {region.name: region.name for region in catalogue.documents("region")}
        return names | {OVERSEAS: regions_overseas(catalogue, OVERSEAS)}
    if entry.names:
        return {slug: slug for slug in catalogue.slugs(entry.names)}
    if entry.choices:
        return {word: word for word in entry.choices}
    sql = "SELECT DISTINCT value FROM facet WHERE kind = 'profession' AND facet = ? ORDER BY value"
    return {value: value for (value,) in catalogue.rows(sql, (_FACETS[option],))}


def _of_jobs(catalogue: Catalogue) -> dict[str, Any]:
    known: dict[str, dict[str, list[str]]] = {slug: {} for slug in catalogue.slugs("profession")}
    asked = {facet: option for option, facet in _FACETS.items()}
    sql = (
        "SELECT slug, facet, value FROM facet WHERE kind = 'profession' ORDER BY slug, facet, value"
    )
    for slug, facet, value in catalogue.rows(sql):
        if facet in asked:
            known[slug].setdefault(asked[facet], []).append(value)
    for facts in known.values():
        facts["entry"] = ["entry"] if "entry" in facts["level"] else []
    return {"programmes": False, "records": known}


def _of_schools(found: SchoolList, catalogue: Catalogue) -> dict[str, Any]:
    sql = "SELECT slug, value FROM facet WHERE kind = 'profession' AND facet = 'department'"
    department_of = dict(catalogue.rows(sql))
    untaught = untaught_among(catalogue, sorted(catalogue.slugs("profession")))
    places = sorted(catalogue.documents("place"), key=lambda place: place.slug)
    return {
        "programmes": True,
        "within": WITHIN_KM,
        "untaught": {one.job.slug: [job.slug for job in one.below] for one in untaught},
        "places": {one.slug: [one.name, one.region, one.lat, one.lon] for one in places},
        "records": {row.school.slug: _school(row, department_of) for row in found.schools},
    }


def communes_file(catalogue: Catalogue) -> tuple[str, str]:
    """Return the script that holds where else one may ask from: asked for when a city is none of ours."""
    lines = (
        f"{one.name}\t{' '.join(post_codes)}\t{one.lat:.2f}\t{one.lon:.2f}"
        for one, post_codes in communes_chosen(catalogue, LARGE)
    )
    return (
        COMMUNES,
        f"var avcareersCommunes = {json.dumps(chr(10).join(lines), ensure_ascii=False)};\n",
    )


def _school(row: SchoolRow, department_of: Mapping[str, str]) -> dict[str, Any]:
    campuses = [
        {"place": one.campus.place, "region": one.city.region, "lat": one.site[0], "lon": one.site[1]}
        for one in row.campuses
    ]  # fmt: skip
    programmes = [_programme(one, department_of) for one in row.programmes]
    return _known({"kind": row.school.kind, "answers": _answering(row.recognition),
                   "campuses": campuses, "programmes": programmes})  # fmt: skip


def _programme(programme: JudgedProgramme, department_of: Mapping[str, str]) -> dict[str, Any]:
    record = programme.record
    fees: dict[str, float] = {}
    for cost in programme.costs:
        if cost.every_year is not None:
            fees[cost.route] = min(cost.every_year, fees.get(cost.route, cost.every_year))
    return _known({
        "job": list(record.leads_to),
        "department": sorted({department_of[job] for job in record.leads_to}),
        "award": record.award,
        "diploma": record.diploma,
        "diploma-level": record.level,
        "entry": record.entry_level,
        "open-to": list(record.routes),
        "max-fees": fees or None,
        "max-years": record.years,
        "alternance": programme.alternance,
        "answers": _answering(programme.answers.diploma),
        "registration": programme.answers.registration,
        "campuses": list(record.campuses) or None,
    })  # fmt: skip


def _known(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None}


def _answering(entries: Iterable[AnyWeighed]) -> dict[str, str]:
    """Return how far each ministry answers, by the entries that count."""
    counted = [one for one in entries if one.entry.kind in COUNTS]
    return {
        authority: best_standing(counted, (authority,))
        for authority in sorted({one.entry.authority for one in counted})
    }


def form(kind: str, edition: Edition) -> Iterator[str]:
    """Yield the choice of each filter, in sight where scripts run, and how many there are."""
    listed, words = FILTERED[kind], edition.words
    said = filters_said(listed.filters, kind, words)
    spoken = safe(json.dumps(said, ensure_ascii=False, separators=(",", ":")))
    writer = edition.writer(list_of(kind, words.language))
    told = f'data-records="{writer.to(listed.script)}" data-said="{spoken}"'
    if kind == "school":
        told += f' data-communes="{writer.to(COMMUNES)}"'
    yield f'<form class="filters" autocomplete="off" {told} aria-label="{safe(said["filters"])}">'
    yield '<div class="choices">'
    for name in listed.shown:
        yield from _choice(name, listed.filters, edition, said)
    yield f'</div><details><summary>{safe(said["more"])}</summary><div class="choices">'
    for name in entries(listed.filters):
        if name not in listed.shown:
            yield from _choice(name, listed.filters, edition, said)
    orders = {order: said[f"sort-{order}"] for order in ("", *listed.orders)}
    yield _select("sort", said["sort"], orders)
    compared = writer.link(alone("compare", words.language), said["compare"])
    yield f"</div></details><p>{compared}</p></form>"
    number = len(edition.catalogue.slugs(kind))
    counted = said["counted"][-1].format(number, number)
    yield f'<p class="counted" role="status">{safe(counted)}</p><div class="about-list" role="status"></div>'


def _choice(field: str, filters: Any, edition: Edition, said: Mapping[str, Any]) -> Iterator[str]:
    words, entry = edition.words, entries(filters)[field]
    name, label = entry.option.lstrip("-"), filter_name(entry, words)
    # What joins the values of a filter that takes several.
    joined = said["and"] if name in _DENIED else said["or"]
    several = f' data-several="{safe(joined)}"' if takes_several(filters, field) else ""
    if entry.within:
        yield (f'<p><label for="f-{name}">{safe(label)}</label>'
               f'<input id="f-{name}" name="{name}" list="f-places" autocomplete="off">'
               '<datalist id="f-places"></datalist></p>')  # fmt: skip
        yield _number("within", said["within"], f' min="1" placeholder="{WITHIN_KM}"')
    elif entry.between != (None, None):
        yield _number(name, label, f' min="{entry.between[0]}"')
    elif entry.names or entry.choices:
        named = values_named(entry, edition.catalogue, words)
        yield _select(name, label, {"": said["any"], **named}, several)
    elif entry.read:
        yield (f'<p{several}><label for="f-{name}">{safe(label)}</label>'
               f'<input id="f-{name}" name="{name}" autocomplete="off"></p>')  # fmt: skip
    else:
        yield (f'<p class="flag"><input type="checkbox" id="f-{name}" name="{name}" value="1">'
               f'<label for="f-{name}">{safe(label)}</label></p>')  # fmt: skip


def _number(name: str, label: str, bounds: str) -> str:
    typed = f'<input id="f-{name}" name="{name}" type="number" inputmode="numeric"{bounds}>'
    return f'<p><label for="f-{name}">{safe(label)}</label>{typed}</p>'


def _select(name: str, label: str, options: Mapping[str, str], several: str = "") -> str:
    listed = "".join(
        f'<option value="{safe(value)}">{safe(text)}</option>' for value, text in options.items()
    )
    return (f'<p{several}><label for="f-{name}">{safe(label)}</label>'
            f'<select id="f-{name}" name="{name}">{listed}</select></p>')  # fmt: skip
