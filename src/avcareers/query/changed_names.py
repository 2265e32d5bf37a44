"""What the records that changes speak of are called."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from avcareers.store.catalogue import Catalogue
from avcareers.text.gender import both_genders

Name = tuple[str, str]
"""In French, in English."""
Names = Mapping[tuple[str, str], Name]

REFERS = {
    "leads_to": "profession", "answers_to": "profession", "next_roles": "profession",
    "certification": "certification", "replaced_by": "certification", "campuses": "place",
    "department": "department", "departments": "department", "stages": "stage",
    "diploma": "diploma",
}  # fmt: skip
"""Kinds of record that the values of a fact name, by the last step of its path."""


def _said(text: Any) -> Name:
    return text.fr, text.en


def _certification(card: Any) -> Name:
    name = f"RNCP{card.number}" + (f", {card.title}" if card.title else "")
    return name, name


_NAMED: Mapping[str, Callable[[Any], Name]] = {
    "profession": lambda card: (both_genders(card.title.fr_m, card.title.fr_f), card.title.en),
    "school": lambda card: (card.name, card.name),
    "place": lambda card: (card.name, card.name),
    "topic": lambda card: _said(card.title),
    "stage": lambda card: _said(card.name),
    "department": lambda card: _said(card.name),
    "diploma": lambda card: _said(card.name),
    "agreement": lambda card: _said(card.name),
    "certification": _certification,
    "minimum-wage": lambda card: (f"SMIC, {card.valid_from}", f"SMIC, {card.valid_from}"),
    "rule": lambda card: _said(card.says),
    "earning": lambda card: _said(card.measure),
}


def names_of(catalogue: Catalogue, asked: Iterable[tuple[str, str]]) -> Names:
    """Return what records are called, by kind and key; a programme is `SCHOOL/PROGRAMME`.

    What is no longer there has no name. The grids of an agreement, and their series, are asked for by
    its key.
    """
    keys: dict[str, set[str]] = {}
    for kind, slug in asked:
        keys.setdefault(kind, set()).add(slug)
    names: dict[tuple[str, str], Name] = {}
    schools = {key.partition("/")[0] for key in keys.pop("programme", ())}
    for agreement in catalogue.cards("agreement", keys.pop("grid", ())).values():
        for grid in agreement.grids:
            names["grid", grid.slug] = names["grid", grid.series] = _said(grid.section)
    for kind, slugs in keys.items():
        for slug, card in catalogue.cards(kind, slugs).items():
            names[kind, slug] = _NAMED[kind](card)
    if schools:
        sql = """
            SELECT school || '/' || json_extract(card, '$.slug'),
                   coalesce(json_extract(card, '$.course_name'), json_extract(card, '$.title'))
            FROM programme WHERE school IN (SELECT value FROM json_each(?))
        """
        for key, name in catalogue.rows(sql, (json.dumps(sorted(schools)),)):
            names["programme", key] = name, name
    return names
