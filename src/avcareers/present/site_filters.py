"""What filters and their values are called where they are chosen: on the web site, on a full screen."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from avcareers.query.filters.declaration import Filter, entries
from avcareers.text.folding import collation_key
from avcareers.text.wording import Wording

from .labels import labels_of
from .naming import job_title

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

OVERSEAS = "outre-mer"
"""The word for the regions overseas together."""

_OPTION = re.compile(r"--[a-z-]+")
_ASIDE = re.compile(r" \([^)]*\)|\s*;.*")
"""What a help adds for who types: « (répétable) », what is done when nothing matches."""


def filter_name(entry: Filter, words: Wording) -> str:
    """Return what a filter is called where its value is chosen: its help, without what is aside."""
    return _ASIDE.sub("", words(*entry.help)).removesuffix(".")


def value_name(entry: Filter, value: str, words: Wording) -> str:
    """Return what a value of a closed list is called."""
    named = labels_of(entry.vocabulary, value)
    said = words(*named) if named else value
    return said[:1].upper() + said[1:]


def values_named(entry: Filter, catalogue: "Catalogue", words: Wording) -> dict[str, str]:
    """Return the values one chooses among, as they are typed, each with its name."""
    if not entry.names:
        return {word: value_name(entry, word, words) for word in entry.choices}
    if entry.names == "region":
        named = {one.name: one.name for one in catalogue.documents("region")}
        named[OVERSEAS] = words("Outre-mer (toutes)", "Overseas (all)")
    elif entry.names == "place":
        named = {one.slug: one.name for one in catalogue.cards("place").values()}
    elif entry.names == "profession":
        named = {one.slug: job_title(one, words) for one in catalogue.cards("profession").values()}
    else:
        named = {one.slug: words.of(one.name) for one in catalogue.cards(entry.names).values()}
        if entry.names in {"stage", "department"}:
            return named
    return dict(sorted(named.items(), key=lambda each: collation_key(each[1])))


def filters_said(filters: Any, kind: str, words: Wording) -> dict[str, Any]:
    """Return what the script of a list says; `{}` stands for what it counts or names."""
    every = entries(filters)
    names = {one.option: filter_name(one, words) for one in every.values()}
    # What is looked for in a job is named; of schools, the reason says that it is not known.
    ending = words(f" : {words.unknown}", f": {words.unknown}") if kind == "profession" else ""
    reasons = {
        reason: words(*said) + ending
        for one in every.values()
        for reason, said in one.unknown.items()
    }
    return {
        **{key: words(*said) for key, said in {**_SAID, **_SAID_OF[kind]}.items()},
        "counted": [words(*said) for said in _COUNTED[kind]],
        "colon": words("\N{NO-BREAK SPACE}: ", ": "),
        "reasons": reasons,
        "means": dict(_means(every, names, words)),
        "names": {option.lstrip("-"): name for option, name in names.items()},
    }


def _means(
    every: Mapping[str, Filter], names: Mapping[str, str], words: Wording
) -> Iterator[tuple[str, str]]:
    """Yield what each filter means, other filters by their names."""
    for one in every.values():
        if one.means:
            said = _OPTION.sub(
                lambda found: words.quoted(names[found[0]]) if found[0] in names else found[0],
                words(*one.means),
            )
            yield one.option.lstrip("-"), said


_SAID = {
    "filters": ("Choisir", "Choose"),
    "more": ("Plus de filtres", "More filters"),
    "any": ("peu importe", "any"),
    "or": ("ou", "or"),
    "and": ("et", "and"),
    "clear": ("Tout effacer", "Clear all"),
    "ignored": ("Inconnu ici, ignoré : {}.", "Not known here, ignored: {}."),
    "lost": ("Ville inconnue ici : « {} ».", "No city known here is called “{}”."),
    "meant": ("Vouliez-vous dire :", "Did you mean:"),
    "without": ("Sans le filtre « {} »", "Without the filter “{}”"),
    "sort": ("Ranger par", "Sort by"),
    "sort-": ("groupe", "group"),
    "sort-name": ("nom", "name"),
    "sort-fees": ("coût par an", "cost a year"),
    "sort-distance": ("distance", "distance"),
    "within": ("à moins de (km)", "within (km)"),
}  # fmt: skip
_SAID_OF: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "school": {
        "compare": ("Comparer des écoles", "Compare schools"),
        "none": ("Aucune école ne répond à tous ces critères.", "No school meets all these criteria."),
        "left": ("Écartées faute de savoir{}. Elles répondent peut-être : à leur demander.",
                 "Left out for want of knowing{}. They may match: ask them."),
        "kept": ("formations qui répondent : {} sur {}", "programmes that match: {} of {}"),
        "whole": ("Chaque ligne décrit toute l'école ; sous son nom, combien de ses formations répondent.",
                  "Each row describes the whole school; under its name, how many of its programmes match."),
        "untaught": ("Pas de formation directe pour {} ; on se forme au poste d'avant : {}.",
                     "No programme leads straight to {}; people train for the job before it: {}."),
        "kilometres": ("à {} km", "{} km away"),
    },
    "profession": {
        "compare": ("Comparer des métiers", "Compare jobs"),
        "none": ("Aucun métier ne répond à tous ces critères.", "No job meets all these criteria."),
        "left": ("Écartés faute de savoir{}.", "Left out for want of knowing{}."),
    },
}  # fmt: skip
_COUNTED = {
    "school": (("{} école sur {}", "{} school out of {}"), ("{} écoles sur {}", "{} schools out of {}")),
    "profession": (("{} métier sur {}", "{} job out of {}"), ("{} métiers sur {}", "{} jobs out of {}")),
}  # fmt: skip
