"""The comparison in the browser: what it says of each record, a script of its own, and the choice."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from avcareers.present.compare import rows_of
from avcareers.present.naming import job_title
from avcareers.present.pay import fixed_line
from avcareers.present.site import compare_said
from avcareers.query.compare import MOST
from avcareers.render.html import safe
from avcareers.text.folding import collation_key, fold

from .addresses import alone, page_of
from .edition import Edition
from .sheets import File, as_script, plain

OPTIONS: Mapping[str, str] = {"profession": "job", "school": "school"}
"""The kinds that are compared, and what they are in an address."""


def compared_file(kind: str, key: str, sheet: Any, editions: tuple[Edition, ...]) -> File:
    """Return the script that holds what a comparison says of a record, in every language."""
    said = {edition.language: _told(kind, sheet, edition) for edition in editions}
    return script_of(kind, key), f"avcareersTold({as_script([OPTIONS[kind], key, said])});\n"


def script_of(kind: str, key: str) -> str:
    """Return the address of that script, the same in every language."""
    return page_of(kind, key, "fr").removesuffix(".html") + ".js"


def offered(kind: str, key: str, edition: Edition) -> str:
    """Return the way from the page of a record to its comparison with another."""
    address = f"{alone('compare', edition.language)}?{OPTIONS[kind]}={key}"
    link = edition.writer(page_of(kind, key, edition.language)).link(
        address, compare_said(edition.words)[kind]
    )
    return f'<p class="note">{link}</p>'


def _told(kind: str, sheet: Any, edition: Edition) -> dict[str, Any]:
    words = edition.words
    rows = [(title, plain(said, edition)) for title, (said,) in rows_of(sheet, words)]
    confused = sheet.job.confused_with if kind == "profession" else ()
    deciding = {one.job: words.of(one.difference) for one in confused}
    minimums = kind == "profession" and sheet.pay.floors
    return {"rows": rows, "deciding": deciding, "warning": fixed_line(words) if minimums else ""}


def chooser(edition: Edition) -> Iterator[str]:
    """Yield the choice of what to compare, in sight where scripts run, and where it compares."""
    words, page = edition.words, alone("compare", edition.language)
    said = compare_said(words)
    groups = {
        option: {
            "pages": page_of(kind, "", edition.language).rpartition("/")[0].rpartition("/")[2]
            + "/",
            "scripts": edition.writer(page).to(script_of(kind, "")).removesuffix(".js"),
        }
        for kind, option in OPTIONS.items()
    }
    spoken = safe(json.dumps({**said, "groups": groups, "most": MOST}, ensure_ascii=False))
    yield f"<noscript><p>{safe(said['script'])}</p></noscript>"
    yield f'<form class="filters compare" autocomplete="off" data-said="{spoken}">'
    yield f'<p class="adding"><label for="f-add">{safe(said["add"])}</label>'
    yield f'<input id="f-add" list="f-names"><button>{safe(said["put"])}</button></p>'
    yield '<datalist id="f-names">'
    for option, names in (("job", _jobs(edition)), ("school", _schools(edition))):
        named = sorted(names.items(), key=lambda each: collation_key(each[1]))
        also = _also("profession" if option == "job" else option, edition)
        yield from (
            f'<option value="{safe(name)}" data-kind="{option}" data-key="{safe(slug)}"'
            f' data-also="{safe("|".join(also[slug]))}"></option>'
            for slug, name in named
        )
    yield '</datalist><p class="counted" role="status"></p></form><div class="compared"></div>'


def _jobs(edition: Edition) -> dict[str, str]:
    every = edition.catalogue.cards("profession").values()
    return {one.slug: job_title(one, edition.words) for one in every}


def _also(kind: str, edition: Edition) -> dict[str, list[str]]:
    """Return whatever each record of a kind is called, folded, as the search knows it."""
    also: dict[str, list[str]] = {slug: [] for slug in edition.catalogue.slugs(kind)}
    sql = "SELECT slug, folded FROM name WHERE kind = ? AND rank <= 2 ORDER BY slug, folded"
    for slug, folded in edition.catalogue.rows(sql, (kind,)):
        also[slug].append(folded)
    return also


def _schools(edition: Edition) -> dict[str, str]:
    """Return the name of each school, with its city where it has one that the name does not say."""
    places, names = edition.catalogue.cards("place"), {}
    for school in edition.catalogue.cards("school").values():
        cities = {places[campus.place].name for campus in school.campuses}
        told = [city for city in cities if len(cities) == 1 and fold(city) not in fold(school.name)]
        names[school.slug] = f"{school.name} ({told[0]})" if told else school.name
    return names
