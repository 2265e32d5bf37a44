"""Facts that changed, in words: what each is called, and what it said before and says now."""

from collections.abc import Callable, Iterator, Mapping

from avcareers.query.changed_names import REFERS, Names
from avcareers.query.changes import ChangedFact
from avcareers.text.wording import Wording

from .costs import amounts
from .facts import alternance_phrase
from .labels import entry_level_label, label

Value = str | float | bool | None

_FIELDS: Mapping[str, tuple[str, str]] = {
    "answer": ("texte le plus récent cité", "newest text cited"),
    "answers_to": ("répond à", "answers to"),
    "apprenticeship": ("ouverte à l'apprentissage", "open to apprenticeship"),
    "authority": ("ministère", "ministry"),
    "campuses": ("villes", "cities"),
    "cdd_usage": ("CDD d'usage", "CDD d'usage"),
    "certificates": ("certificats", "certificates"),
    "certification": ("certification", "certification"),
    "certifiers": ("certificateurs", "certifiers"),
    "day_to_day": ("au quotidien", "day to day"),
    "department": ("département", "department"),
    "departments": ("départements", "departments"),
    "diploma": ("diplôme national", "national diploma"),
    "employed_percent": ("en emploi, parmi les sortis d'études (%)", "in work, of those who left studies (%)"),
    "entry_level": ("niveau d'entrée", "level to enter"),
    "eur_per_year": ("euros par an", "euros a year"),
    "expires": ("fin d'enregistrement", "end of registration"),
    "fees": ("frais par an", "fees a year"),
    "floors": ("minimums", "minimums"),
    "grid": ("dernière grille lue", "last scale read"),
    "hiring": ("embauche", "hiring"),
    "hourly_eur": ("SMIC horaire", "hourly SMIC"),
    "increase_percent": ("majoration (%)", "increase (%)"),
    "insertion": ("devenir des apprentis", "what became of apprentices"),
    "kind": ("statut", "status"),
    "leads_to": ("métiers préparés", "jobs prepared for"),
    "level": ("niveau", "level"),
    "listed": ("active au registre", "active in the register"),
    "monthly_35h_eur": ("SMIC mensuel", "monthly SMIC"),
    "name": ("nom", "name"),
    "newest_text": ("texte le plus récent", "newest text"),
    "next_roles": ("suite", "next roles"),
    "overtime": ("heures supplémentaires", "overtime"),
    "pay_functions": ("fonctions des conventions", "functions in agreements"),
    "period": ("période", "period"),
    "phase": ("moment", "phase"),
    "places": ("places", "places"),
    "programmes": ("formation", "programme"),
    "recognition": ("reconnaissance", "recognition"),
    "regime": ("régime", "scheme"),
    "replaced_by": ("remplacée par", "replaced by"),
    "replaced_on": ("remplacée le", "replaced on"),
    "rome": ("code ROME", "ROME code"),
    "routes": ("statut des élèves", "students' status"),
    "selectivity": ("admissions", "admissions"),
    "series": ("série de grilles", "series of scales"),
    "since": ("depuis", "since"),
    "stages": ("étapes", "stages"),
    "studying_percent": ("poursuivent leurs études, parmi tous (%)", "go on studying, of all (%)"),
    "title": ("intitulé", "title"),
    "to_hour": ("jusqu'à l'heure", "up to hour"),
    "type": ("sorte d'établissement", "kind of establishment"),
    "unit": ("unité", "unit"),
    "until": ("jusqu'au", "until"),
    "value": ("valeur", "value"),
    "website": ("site", "website"),
    "works_on": ("genres d'œuvres", "kinds of work"),
    "year": ("année scolaire", "school year"),
    "years": ("durée", "length"),
    "admission": ("comment on entre", "how one gets in"),
    "alternance": ("alternance", "alternance"),
    "award": ("nature du diplôme", "nature of the award"),
}  # fmt: skip
"""What each step of a path is called; keys on the way are named by what they name."""
_CODED = {
    "admission": "admission", "authority": "authority", "award": "award", "regime": "regime",
    "routes": "route", "type": "school-type", "works_on": "work", "phase": "phase",
    "kind": "school-kind",
}  # fmt: skip
"""The closed list of values that a field takes, by the last step of its path."""
_EUROS = frozenset({"hourly_eur", "monthly_35h_eur", "eur_per_year"})
_YES_OR_NO = frozenset({"apprenticeship", "cdd_usage"})
_ANSWERS = frozenset({"yes", "sometimes", "no"})
_DAYS = frozenset({"until", "expires", "replaced_on", "since", "answer"})


def fact_name(record: str, slug: str, fact: ChangedFact, names: Names, words: Wording) -> str:
    """Return what a fact is called: of a programme, after its name."""
    steps = fact.fact.split(".")
    if fact.field == "pay":
        (one,) = fact.minimums
        return f"{one.function}, {words(one.fr, one.en)}"
    if steps[0] == "programmes":
        name = words(*names.get(("programme", f"{slug}/{steps[1]}"), (steps[1], steps[1])))
        rest = " : ".join(_steps(record, steps[2:], words))
        return f"{name} – {rest}" if rest else name
    if steps[0] in {"floors", "series"}:
        of_grid = names.get(("grid", steps[1])) or names.get(("grid", str(fact.after)))
        where = words(*of_grid) if of_grid else steps[1]
        if steps[0] == "floors" and not fact.minimums:
            return f"{where} – {words(*_FIELDS['floors'])}"
        if steps[0] == "series":
            return f"{where} – {words(*_FIELDS[steps[-1] if len(steps) > 2 else 'series'])}"
        count = len(fact.minimums)
        number = words.count(count, ("minimum", "minimums"), ("minimum", "minimums"))
        among = words("dont ", "among them ") if count > 1 else ""
        first = fact.minimums[0]
        return f"{where} – {number}, {among}{first.function} ({words(first.fr, first.en)})"
    return " : ".join(_steps(record, steps, words))


def _steps(record: str, steps: list[str], words: Wording) -> Iterator[str]:
    """Yield the names of the steps of a path, those of keys as far as they have any."""
    for index, step in enumerate(steps):
        before = steps[index - 1] if index else ""
        if before == "recognition":
            kind, _, authority = step.rpartition("-")
            yield f"{label(words, 'recognition', kind)} ({label(words, 'authority-short', authority)})"
        elif before == "day_to_day":
            yield label(words, "condition", step)
        elif before == "hiring":
            yield label(words, "sector", step)
        elif step in _FIELDS and not (step == "level" and record == "profession"):
            yield words(*_FIELDS[step])
        elif step == "level":
            yield words("rang", "rank")
        elif before not in {"insertion", "overtime"}:
            yield step


def before_and_after(
    record: str, fact: ChangedFact, names: Names, words: Wording
) -> tuple[str, str]:
    """Return what a fact said and says, in words; nothing for what was not, or is no longer, known."""
    last = "eur_per_year" if fact.field == "pay" else fact.fact.rpartition(".")[2]

    def said(value: Value, several: tuple[str, ...]) -> str:
        if several:
            return _several(last, several, names, words)
        return "" if value is None else _one(record, last, value, names, words)

    if fact.field == "floors" and fact.minimums:
        first = fact.minimums[0]
        before, after = (words.euros(each) if each else "" for each in (first.before, first.after))
        return before, after
    return said(fact.before, fact.lost), said(fact.after, fact.gained)


def _several(last: str, values: tuple[str, ...], names: Names, words: Wording) -> str:
    separator = " ; " if any("=" in value for value in values) else ", "
    return separator.join(_one("", last, value, names, words) for value in values)


def _one(record: str, last: str, value: Value, names: Names, words: Wording) -> str:
    """Return one value in words: a key as what it names, a coded value by its label."""
    if last in REFERS:
        return words(*names.get((REFERS[last], str(value)), (str(value), str(value))))
    if isinstance(value, bool):
        # That a part is there, or not, is what its change says.
        told = words("oui", "yes") if value else words("non", "no")
        return told if last in _YES_OR_NO else ""
    if isinstance(value, int | float):
        return _number(last, value, words)
    text = str(value)
    if last in _ENTRIES:
        return _ENTRIES[last](_parts(text), words)
    if (record, last) == ("profession", "level"):
        return label(words, "level", text)
    return _coded(last, text, words)


def _coded(last: str, text: str, words: Wording) -> str:
    """Return a text as what it stands for: a day, a value of a closed list, an answer; else itself."""
    if last in _DAYS:
        return words.part_day(text)
    if last == "grid":
        return words.day(text[-10:]) if text[-10:].count("-") == 2 else text
    if last in _CODED:
        return label(words, _CODED[last], text)
    return label(words, "answer", text) if text in _ANSWERS else text


def _number(last: str, value: float, words: Wording) -> str:
    if last == "years":
        return words.years(value)
    if last == "entry_level":
        return entry_level_label(words, int(value))
    return words.euros(value) if last in _EUROS else words.number(value)


def _parts(value: str) -> dict[str, str]:
    """Return the parts of a value written `low=9500 year=2026-2027`; a name may hold spaces."""
    parts: dict[str, str] = {}
    name = ""
    for word in value.split(" "):
        key, equals, rest = word.partition("=")
        if equals and key.isidentifier():
            name, parts[key] = key, rest
        elif name:
            parts[name] += f" {word}"
    return parts or {"": value}


def _fees(parts: Mapping[str, str], words: Wording) -> str:
    low, high = (float(parts[key]) if key in parts else None for key in ("low", "high"))
    amount = amounts(low or 0, high, words)
    return f"{amount} ({parts['year']})" if "year" in parts else amount


def _alternance(parts: Mapping[str, str], words: Wording) -> str:
    return alternance_phrase(parts.get("mode", "unknown"), words)


def _selectivity(parts: Mapping[str, str], words: Wording) -> str:
    wishes = parts.get("counted_as") == "confirmed-wishes"
    asked = (
        words("vœux confirmés", "confirmed wishes") if wishes else words("candidats", "applicants")
    )
    said = [
        f"{words.number(int(parts[key]))} {name}"
        for key, name in (
            ("candidates", asked),
            ("admitted", words("admis", "admitted")),
            ("places", words("places", "places")),
        )
        if key in parts
    ]
    return words(f"{parts['session']} : ", f"{parts['session']}: ") + ", ".join(said)


def _function(parts: Mapping[str, str], words: Wording) -> str:  # noqa: ARG001 - as the others
    return f"{parts['function']} (IDCC {parts['idcc']})"


_ENTRIES: Mapping[str, Callable[[Mapping[str, str], Wording], str]] = {
    "fees": _fees,
    "alternance": _alternance,
    "selectivity": _selectivity,
    "pay_functions": _function,
}
"""How a value made of parts is said, by the last step of its path."""
