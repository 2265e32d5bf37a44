"""Where each page of the site is, and which page a command shows."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote, urlencode

from avcareers.text.wording import Language

HOME, MISSING, STYLE = "index", "404", "assets/site.css"
LISTED = ("profession", "school", "stage", "department", "topic", "agreement")
"""The kinds of record that have a page each, as the site names them in its menu."""
MENU = (*LISTED, "source")
"""The kinds of page that have a list."""
FOLDERS: Mapping[str, tuple[str, str]] = {
    "profession": ("metiers", "jobs"),
    "school": ("ecoles", "schools"),
    "stage": ("etapes", "stages"),
    "department": ("departements", "departments"),
    "topic": ("mots", "words"),
    "agreement": ("conventions", "agreements"),
    "pay": ("salaires", "pay"),
    "source": ("sources", "sources"),
}
"""The folder of each kind of page, in French and in English."""
ALONE: Mapping[str, tuple[str, str]] = {
    HOME: ("index", "index"),
    MISSING: ("404", "404"),
    "search": ("recherche", "search"),
    "match": ("pour-vous", "for-you"),
    "compare": ("comparer", "compare"),
    "about": ("a-propos", "about"),
    "changes": ("changements", "changes"),
    "coming": ("echeances", "ends"),
}
"""The pages that stand in no folder."""
PLANNED = (0, 4, 5, 6)
"""Levels held from which the page of a job plans: nothing, bac, bac+2, bac+3."""
Known = Callable[[str, str], str | None]
"""Takes a kind and a name; returns the key of the record that bears it."""


def page_of(kind: str, key: str, language: Language) -> str:
    """Return the address of the page of a record, from the root of the site."""
    return f"{_root(language)}{FOLDERS[kind][language == 'en']}/{quote(key)}.html"


def list_of(kind: str, language: Language) -> str:
    """Return the address of the list of a kind of page."""
    return page_of(kind, "index", language)


def doors(language: Language) -> dict[str, str]:
    """Return where one starts from, in the order of the menu: by kind of page, its address."""
    lists = {kind: list_of(kind, language) for kind in MENU}
    jobs, schools, *others = lists.items()
    compare = ("compare", alone("compare", language))
    return dict((("match", alone("match", language)), jobs, schools, compare, *others))


def alone(name: str, language: Language) -> str:
    """Return the address of a page that stands in no folder."""
    return f"{_root(language)}{ALONE[name][language == 'en']}.html"


def feed_of_page(address: str) -> str:
    """Return the address of the feed of a page."""
    return address.removesuffix(".html") + ".atom"


def calendar_of(language: Language) -> str:
    """Return the address of the calendar of what ends."""
    return alone("coming", language).removesuffix(".html") + ".ics"


def _root(language: Language) -> str:
    return "en/" if language == "en" else ""


def relative(target: str, origin: str) -> str:
    """Return the way from a page to another, which needs neither a server nor the root."""
    return "../" * origin.count("/") + target


def shown_by(said: Sequence[str], language: Language, known: Known) -> str | None:
    """Return the address of the page that shows what a command does; None when none does."""
    verb, *rest = said
    words = [word for word in rest if word not in {"show", "list", "check"}]
    options = _options(words)
    named = words[0] if words and not words[0].startswith("-") else ""
    if verb in {"jobs", "schools"}:
        return _listed(verb, options, language, known)
    if verb == "match":
        return _matched(options, language)
    if not named or (verb == "compare" and not options):
        return _compared(words, language, known) if named else _unnamed(said, language)
    if verb == "search":
        return f"{alone('search', language)}?{urlencode({'q': named})}"
    for kind, part in _SHEETS.get(verb, ()):
        key = known(kind, words[1] if verb == "path" and len(words) > 1 else named)
        if key and not (verb == "plan" and options):
            page = page_of("pay" if verb == "pay" else kind, key, language)
            return page + ("#questions" if "check" in rest else part)
    return None


def _unnamed(said: Sequence[str], language: Language) -> str | None:
    """Return the page of a command that names no record."""
    if tuple(said) in _SINGLE:
        return alone(_SINGLE[tuple(said)], language)
    return list_of(_LISTS[said[0]], language) if said[0] in _LISTS else None


_SINGLE = {("changes",): "changes", ("changes", "--coming"): "coming", ("search",): "search"}
"""The pages that stand in no folder, by the command that says the same."""
_LISTS = {"stages": "stage", "departments": "department", "explain": "topic", "sources": "source"}
_SHEETS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "job": (("profession", ""),),
    "school": (("school", ""),),
    "stage": (("stage", ""),),
    "explain": (("topic", ""),),
    "pay": (("profession", ""),),
    "path": (("profession", "#ladder"),),
    "plan": (("profession", "#routes"), ("school", "")),
    "sources": (("profession", "#sources"), ("school", "#sources"), ("topic", "#sources")),
}
"""The kinds whose page a command about one record is, and the part of it, tried in this order."""
_OWN_PAGE = {"--stage": "stage", "--department": "department"}
"""Filters of jobs that are a page of their own when they stand alone."""


def _listed(
    verb: str, options: list[tuple[str, str]], language: Language, known: Known
) -> str | None:
    """Return the list that filters leave: the page of the one asked for, else the list with them."""
    if verb == "jobs" and len(options) == 1 and options[0][0] in _OWN_PAGE:
        kind = _OWN_PAGE[options[0][0]]
        key = known(kind, options[0][1])
        return page_of(kind, key, language) if key else None
    asked = urlencode([(name.lstrip("-"), value) for name, value in options])
    base = list_of("profession" if verb == "jobs" else "school", language)
    return f"{base}?{asked}" if asked else base


def _matched(options: list[tuple[str, str]], language: Language) -> str | None:
    """Return the page that answers with jobs; None for what it cannot take into account."""
    if not {name for name, _ in options} <= {"--like", "--not", "--from"}:
        return None
    asked = urlencode([(name.lstrip("-"), value) for name, value in options])
    return f"{alone('match', language)}?{asked}" if asked else alone("match", language)


def _compared(words: Sequence[str], language: Language, known: Known) -> str | None:
    """Return the comparison of some jobs, or of some schools; None for names of anything else."""
    for kind, option in (("profession", "job"), ("school", "school")):
        keys = [known(kind, word) for word in words]
        if all(keys):
            return f"{alone('compare', language)}?{urlencode([(option, key) for key in keys])}"
    return None


def _options(words: list[str]) -> list[tuple[str, str]]:
    """Return the options of a command with their values; those that take none have "1"."""
    found: list[tuple[str, str]] = []
    for place, word in enumerate(words):
        if word.startswith("--"):
            after = words[place + 1 : place + 2]
            found.append((word, after[0] if after and not after[0].startswith("--") else "1"))
    return found
