"""The page of an estimate of the 507 hours. It never says that a right is open."""

from collections.abc import Iterator

from avcareers.query.hours.estimate import Between, Hours, HoursLine
from avcareers.text.wording import Wording

from .citations import source_lines
from .glosses import glossed
from .hours_words import SHORT, doubt_sentences, rule_sentence
from .labels import label
from .page import Column, Item, Line, Next, Page, Row, Section, Span, line
from .tables import table_of

_SPACE = "\N{NO-BREAK SPACE}"
_ROLE = {"yes": "good", "perhaps": "warn", "no": "strong"}
SCHEMES = {
    "annexe-8": ("annexe 8", "annexe 8"),
    "annexe-10": ("annexe 10", "annexe 10"),
    "general": ("régime général", "general scheme"),
}


def hours_page(found: Hours, words: Wording) -> Page:
    """Present what was found, counted and missing; each line; dates; rules; what is not known."""
    lines = words("Ligne par ligne", "Line by line")
    sections = (
        Section("summary", words("En bref", "In brief"), tuple(map(Item, _summary(found, words)))),
        Section("lines", lines, (), table=table_of(words, _columns(words), [
            _row(each, words) for each in found.lines])),
        Section("dates", words("Dates", "Dates"), tuple(map(Item, _dates(found, words)))),
        Section("catch-up", words("Rattrapage", "Catch-up"),
                tuple(map(Item, _catch_up(found, words)))),
        Section("rules", words("Règles", "Rules"), tuple(
            Item(line(rule_sentence(each.rule, found.rules, words),
                      Span(f" [{_where(found, each.source, each.page)}]", "muted")), True)
            for each in found.cited)),
        Section("unknown", words("Ce qu'on ne sait pas", "What is not known"), tuple(
            Item(line(doubt), True) for doubt in doubt_sentences(found, words))),
        Section("sources", words("Sources", "Sources"), tuple(
            Item(each, True) for each in source_lines(found.sources, words))),
    )  # fmt: skip
    checked, since = words.part_day(found.rules.checked), words.since(found.rules.holds_from)
    page = Page(
        title=line(Span(words("Les 507 heures – une estimation",
                              "The 507 hours – an estimate"), "strong")),
        lead=(line(Span(words(
            "Estimation, et non décision : France Travail seul compte.",
            "An estimate, not a decision: France Travail alone counts."), "warn")),),
        sections=tuple(each for each in sections if each.items or each.table),
        footer=(line(Span(words(
            f"Règles en vigueur {since}, relues dans l'édition de {checked}. Rien n'est gardé.",
            f"Rules in force {since}, read again in the edition of {checked}. Nothing is kept."),
            "muted")),),
        next=(
            Next(words.command("explain", "507h"), words("les règles", "the rules")),
            Next(words.command("explain", "clause-de-rattrapage"),
                 words("s'il manque des heures", "if hours are missing")),
        ),
    )  # fmt: skip
    return glossed(page, words)


def _hours(value: Between, words: Wording) -> str:
    """Return hours, or from how many to how many."""
    if value.low == value.high:
        return f"{words.number(value.low)}{_SPACE}h"
    low, high = words.number(value.low), words.number(value.high)
    return words(f"de {low} à {high}{_SPACE}h", f"{low} to {high}{_SPACE}h")


def _summary(found: Hours, words: Wording) -> Iterator[Line]:
    counted, needed = _hours(found.counted, words), _hours(found.needed, words)
    role = _ROLE[found.reached]
    yield line(words("Trouvées : ", "Found: "), _hours(Between(found.found, found.found), words), " · ",
               words("comptées : ", "counted: "), Span(counted, "strong"), " · ",
               words("nécessaires : ", "needed: "), needed)  # fmt: skip
    missing = _hours(found.missing, words)
    said = {
        "yes": ("Les heures y sont, d'après ce fichier.",
                "The hours are there, going by this file."),
        "perhaps": (f"On ne peut pas trancher : il manque {missing}, selon la lecture des règles.",
                    f"It can't be settled: {missing} missing, depending on how rules are read."),
        "no": (f"Il manque {missing}.", f"{missing} missing."),
    }[found.reached]  # fmt: skip
    yield line(Span(words(*said), role))  # type: ignore[arg-type]
    if found.end is None:
        yield line(words("Aucune fin de contrat des annexes 8 ou 10 ne peut servir : rien n'est compté.",
                         "No end of contract under annexes 8 or 10 can be used: nothing counts."))  # fmt: skip
    elif found.period_from:
        first, last = words.day(found.period_from), words.day(found.end)
        days = words.number(found.period_days.low)
        neutral = ""
        if found.neutral_days:
            more = words.number(found.neutral_days)
            neutral = words(f", dont {more} de maladie", f", {more} of them of illness")
        yield line(words(f"Période : du {first} au {last}, {days} jours{neutral}.",
                         f"Period: from {first} to {last}, {days} days{neutral}."))  # fmt: skip
    yield from _scheme(found, words)


def _scheme(found: Hours, words: Wording) -> Iterator[Line]:
    """Yield the schemes that the contracts point to."""
    if not found.schemes:
        return
    named = words(" ou ", " or ").join(words(*SCHEMES[each]) for each in found.schemes)
    said = words(f"Régime que ces contrats désignent : {named}",
                 f"Scheme these contracts point to: {named}")  # fmt: skip
    if found.reached == "perhaps":
        said = words(f"Si les heures y sont, régime que ces contrats désignent : {named}",
                     f"If the hours are there, scheme these contracts point to: {named}")  # fmt: skip
    if "general" in found.schemes:
        said += words(", car un contrat ordinaire pèse aussi",
                      ", since an ordinary contract also weighs")  # fmt: skip
    yield line(f"{said}.")


def _dates(found: Hours, words: Wording) -> Iterator[Line]:
    if found.review:
        day = words.day(found.review)
        yield line(words(f"Examen des droits : {day}.", f"Review of rights: {day}."))
    if found.starts:
        day = words.day(found.starts)
        yield line(words(f"Un droit partirait au plus tôt du {day}.",
                         f"A right would start on {day} at the earliest."))  # fmt: skip
    if found.anniversary:
        day = words.day(found.anniversary)
        yield line(words(f"Sa date anniversaire serait le {day}.",
                         f"Its anniversary date would be {day}."))  # fmt: skip


def _catch_up(found: Hours, words: Wording) -> Iterator[Line]:
    clause, r = found.catch_up, found.rules
    if clause is None:
        return
    counted = _hours(clause.counted, words)
    first, last = words.day(clause.from_), words.day(clause.to)
    within = {
        "yes": ("dans les limites de la clause", "within the limits of the clause"),
        "perhaps": ("peut-être dans les limites de la clause",
                    "perhaps within the limits of the clause"),
        "no": ("hors des limites de la clause", "outside the limits of the clause"),
    }[clause.within]  # fmt: skip
    yield line(words(
        f"Du {first} au {last} : {counted}, {within[0]} (à partir de {r.clause_least}{_SPACE}h, sous "
        f"{r.needed}{_SPACE}h).",
        f"From {first} to {last}: {counted}, {within[1]} (from {r.clause_least}{_SPACE}h to under "
        f"{r.needed}{_SPACE}h)."))  # fmt: skip
    hours = words.number(r.clause_hours)
    yield line(words(
        f"Il faut aussi {r.clause_openings} ouvertures de droits en dix ans, ou {hours} heures ; ce "
        "fichier ne le dit pas.",
        f"It also takes {r.clause_openings} openings of rights in ten years, or {hours} hours; this "
        "file does not say."))  # fmt: skip


def _columns(words: Wording) -> tuple[Column, ...]:
    return (
        Column("line", words("Ligne", "Line"), 5, ratio=0, rank=4, right=True),
        Column("from", words("Du", "From"), 10, ratio=0),
        Column("to", words("Au", "To"), 10, ratio=0, rank=2),
        Column("employer", words("Employeur", "Employer"), 10, ratio=2, rank=3),
        Column("kind", words("Nature", "Kind"), 14, ratio=1, rank=1),
        Column("found", words("Heures", "Hours"), 6, ratio=0, rank=5, right=True),
        Column("counted", words("Comptées", "Counted"), 8, ratio=0, right=True),
        Column("why", words("Pourquoi", "Why"), 14, ratio=4),
    )


def _row(each: HoursLine, words: Wording) -> Row:
    annexe = f" {each.annexe}" if each.annexe else ""
    low, high = (words.number(value) for value in each.counted)
    why = ", ".join(words(*SHORT[rule]) for rule in each.why)
    return Row((
        line(str(each.line)),
        line(each.from_),
        line(each.to),
        line(each.employer),
        line(label(words, "line-kind", each.kind), Span(annexe, "muted")),
        line(words.number(each.found)),
        line(Span(low if low == high else f"{low}–{high}", "strong")),
        line(why),
    ))  # fmt: skip


def _where(found: Hours, source: str, page: str) -> str:
    """Return who says a rule, and on which page."""
    known = {each.slug: each.publisher for each in found.sources}
    name = known.get(source, source)
    return f"{name}, p. {page}" if page else name
