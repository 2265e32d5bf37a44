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
from avcareers.text.folding import collation_key

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
    """Yield the choice of what to compare, which the script shows, and where it compares."""
    words, catalogue = edition.words, edition.catalogue
    said = compare_said(words)
    known = {
        "job": {one.slug: job_title(one, words) for one in catalogue.cards("profession").values()},
        "school": {one.slug: one.name for one in catalogue.cards("school").values()},
    }
    spoken = safe(json.dumps({**said, "most": MOST}, ensure_ascii=False))
    yield f'<form class="filters compare" autocomplete="off" data-said="{spoken}"><div class="choices"><p>'
    yield f'<label for="f-add">{safe(said["add"])}</label><select id="f-add">'
    yield f'<option value="">{safe(said["choose"])}</option>'
    for kind, option in OPTIONS.items():
        folder = page_of(kind, "-", edition.language).rpartition("/")[0].rpartition("/")[2]
        scripts = edition.writer(alone("compare", edition.language)).to(script_of(kind, "-"))
        yield (
            f'<optgroup label="{safe(said[f"{option}s"])}" data-kind="{option}" '
            f'data-pages="{folder}/" data-scripts="{scripts.removesuffix("-.js")}">'
        )
        named = sorted(known[option].items(), key=lambda each: collation_key(each[1]))
        yield from (f'<option value="{safe(slug)}">{safe(name)}</option>' for slug, name in named)
        yield "</optgroup>"
    yield '</select></p></div></form><div class="compared" role="status"></div>'
