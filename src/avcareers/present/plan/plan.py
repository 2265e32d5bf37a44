"""The page of a plan: routes step by step, then the closed ones and what would open them."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from avcareers.query.plan.offers import Offer
from avcareers.query.plan.plan import Plan, PlanRoute
from avcareers.query.plan.routes import Amount
from avcareers.text.wording import Wording

from ..labels import entry_level_label, label
from ..naming import course_name, job_title
from ..page import Item, Line, Next, Page, Section, Span, line
from .closed import closed_section
from .offer import offer_facts, offer_name, unknown_name

SESSIONS = 9
"""Past sessions of a school given at most."""
_UNDER = ("   ", "     ")
"""Where the lines about a step stand, and what they are wrapped to."""


def plan_page(plan: Plan, words: Wording) -> Page:
    """Present the routes to a job or a school."""
    counted = words.count(len(plan.routes), ("voie", "voies"), ("route", "routes"))
    if plan.found > len(plan.routes):
        counted += words(f" sur {plan.found}", f" of {plan.found}")
    sections = [
        Section(f"route-{number}", words(f"Voie {number}", f"Route {number}"),
                tuple(_route(route, plan, words)))
        for number, route in enumerate(plan.routes, start=1)
    ]  # fmt: skip
    if plan.kind == "school":
        sections += list(_school_sections(plan, words))
    sections += list(closed_section(plan, words))
    return Page(
        title=line(Span(_target(plan, words), "strong"), f" – {counted} {_start(plan, words)}"),
        lead=() if plan.routes else (line(Span(_nothing(plan, words), "warn")),),
        sections=tuple(sections),
        footer=tuple(line(Span(text, "muted")) for text in _footer(plan, words)),
        next=tuple(_next(plan, words)),
    )


def _target(plan: Plan, words: Wording) -> str:
    if plan.kind == "school":
        return str(plan.school[plan.target].name)
    return job_title(plan.jobs[plan.target], words)


def _start(plan: Plan, words: Wording) -> str:
    if plan.request.job:
        return words("depuis : ", "from: ") + job_title(plan.jobs[plan.request.job], words)
    if not plan.request.level:
        return words("sans diplôme", "with no diploma")
    return words("depuis : ", "from: ") + entry_level_label(words, plan.request.level)


def _nothing(plan: Plan, words: Wording) -> str:
    if plan.request.no_school and plan.kind == "school":
        return words("Sans école, on vise un métier : avcareers plan MÉTIER --no-school.",
                     "Without a school, aim at a job: avcareers plan JOB --no-school.")  # fmt: skip
    return words(
        "Aucune voie du catalogue ne tient dans ces limites.",
        "No route of the catalogue holds within these limits.",
    )


def _route(route: PlanRoute, plan: Plan, words: Wording) -> Iterator[Item]:
    yield Item(_measures(route, plan, words))
    if not route.offers and not plan.request.job:
        yield Item(line(words.of(plan.without_school)))
    for number, offer in enumerate(route.offers, start=1):
        yield Item(offer_name(offer, words), branch=(f"{number}. ", "   "))
        facts = offer_facts(offer, plan.today, words, sessions=1)
        yield from (Item(fact, branch=_UNDER) for fact in facts)
    if route.alike:
        alike = words.count(
            route.alike,
            ("autre formation égale sur ces mesures", "autres formations égales sur ces mesures"),
            ("other programme equal on these measures", "other programmes equal on these measures"),
        )
        yield Item(line(Span(f"+ {alike}", "muted")), branch=_UNDER)
    if route.also:
        also = ", ".join(course_name(offer.programme, words) for offer in route.also)
        yield Item(line(Span(words("ou : ", "or: "), "muted"), also), branch=_UNDER)
    if plan.kind == "school" and not route.also:
        names = ", ".join(job_title(plan.jobs[slug], words) for slug in route.jobs[:4])
        if names:
            aim = words("prépare à : ", "prepares for: ")
            yield Item(line(Span(aim, "muted"), names), branch=("→  ", "   "))
    if plan.kind == "school":
        return
    for number, slug in enumerate(route.jobs):
        first = not number and not plan.request.job
        yield Item(_job(plan.jobs[slug], words, first=first), branch=("▼  ", "   "))


def _job(job: Any, words: Wording, *, first: bool) -> Line:
    level = label(words, "level", job.level)
    place = words(", premier métier", ", first job") if first else ""
    return line(Span(job_title(job, words), "strong"), Span(f" ({level}{place})", "muted"))


def _measures(route: PlanRoute, plan: Plan, words: Wording) -> Line:
    """Write what routes are compared on."""
    measured = route.measures
    if not route.offers:
        parts = [words("sans école, sans frais de scolarité", "no school, no fees")]
    else:
        parts = [
            _amount(measured.years, words.years, words("durée", "length"), words),
            _amount(measured.cost, words.euros, words("frais", "fees"), words),
        ]
        if plan.request.near:
            parts.append(_amount(measured.distance, lambda km: _away(km, words), "distance", words))
    counted = words.count(measured.unknowns, ("inconnue", "inconnues"), ("unknown", "unknowns"))
    missing = Counter(name for offer in route.offers for name in offer.missing)
    reasons = [unknown_name(name, times, words) for name, times in missing.items()]
    promotions = len(route.jobs) - 1 if plan.kind == "profession" else 0
    if promotions:
        reasons.append(words.count(promotions, ("promotion", "promotions"),
                                   ("promotion", "promotions")))  # fmt: skip
    why = f" ({', '.join(reasons)})" if reasons else ""
    return line(Span(" · ".join(parts), "strong"), Span(f" · {counted}{why}", "muted"))


def _away(kilometres: float, words: Wording) -> str:
    if kilometres < 1:
        return words("à moins d'un km", "under 1 km away")
    return words(f"à {words.kilometres(kilometres)}", f"{words.kilometres(kilometres)} away")


def _amount(amount: Amount, said: Any, name: str, words: Wording) -> str:
    if amount.whole:
        return str(said(amount.known))
    unknown = f"{name} {words('inconnus' if name == 'frais' else 'inconnue', 'unknown')}"
    if amount.known:
        return unknown + words(f" (au moins {said(amount.known)})",
                               f" (at least {said(amount.known)})")  # fmt: skip
    return unknown


def _school_sections(plan: Plan, words: Wording) -> Iterator[Section]:
    doors = list(_doors(plan, words))
    if doors:
        yield Section("doors", words("Ses portes", "Its doors"), tuple(doors))
    items = [item for route in plan.instead for item in _instead(route, plan, words)]
    without = words("Sans école : ", "Without a school: ")
    aimed = [job for offer in plan.offered for job in offer.programme.leads_to][:1]
    for job in aimed:
        command = Span(f"avcareers plan {job} --no-school", "accent")
        items.append(Item(line(Span(without, "muted"), command)))
    if items:
        yield Section("refused", words("Si elle refuse", "If refused"), tuple(items))


def _doors(plan: Plan, words: Wording) -> Iterator[Item]:
    """Write the conditions of the school's programmes, those that share them together."""
    alike: dict[tuple[Line, ...], list[Offer]] = {}
    for offer in plan.offered:
        facts = list(offer_facts(offer, plan.today, words, sessions=SESSIONS))
        if offer.programme.admission_note:
            facts.append(line(words.of(offer.programme.admission_note)))
        places = offer.programme.places
        if places:
            count = f"{places.count} – " if places.count else ""
            facts.append(line(words("places : ", "places: "), count, words.of(places.of)))
        alike.setdefault(tuple(facts), []).append(offer)
    for conditions, offers in alike.items():
        names = (course_name(offer.programme, words) for offer in offers)
        yield Item(line(Span(" ; ".join(names), "strong")))
        yield from (Item(fact, branch=("  ", "    ")) for fact in conditions)


def _instead(route: PlanRoute, plan: Plan, words: Wording) -> Iterator[Item]:
    yield Item(_measures(route, plan, words))
    for offer in route.offers:
        yield Item(offer_name(offer, words), branch=("  ", "    "))


def _footer(plan: Plan, words: Wording) -> Iterator[str]:
    if plan.found:
        yield words(
            "Voies gardées : aucune autre ne fait aussi bien ou mieux à la fois en années, en frais, "
            "en distance et en inconnues. Un montant inconnu ne se compare pas à un montant connu ; "
            "deux inconnus se valent.",
            "Routes kept: no other is as good or better on years, fees, distance and unknowns all at "
            "once. An unknown amount is not compared with a known one, and counts as equal to any "
            "other unknown one.",
        )
    if plan.kind == "school":
        yield words(
            "Tout diplôme du niveau demandé peut convenir, pas seulement ceux cités : c'est "
            "l'école qui décide.",
            "Any diploma of the level asked for may do, not only those named: the school decides.",
        )
    if plan.kind == "profession" and all(route.offers for route in plan.routes):
        yield words(
            "Sans école : aucune promotion usuelle ne mène là de ce point de départ.",
            "Without a school: no usual promotion leads there from this start.",
        )
    if plan.kind == "profession":
        yield words(
            "L'échelle n'ajoute pas d'années : aucune source ne dit combien dure chaque métier. "
            "Chaque promotion compte pour une inconnue.",
            "The ladder adds no years: no source says how long each job lasts. Each promotion "
            "counts as one unknown.",
        )
    if plan.request.alternance:
        yield words(
            "Des frais non renseignés ne sont pas des frais nuls ; ce que l'alternance coûte à "
            "l'élève : avcareers explain alternance.",
            "Unknown fees are not zero; what alternance costs the learner: avcareers explain "
            "alternance.",
        )


def _next(plan: Plan, words: Wording) -> Iterator[Next]:
    schools = [route.offers[0].school.slug for route in plan.routes if route.offers]
    if schools:
        yield Next(f"avcareers school check {schools[0]}",
                   words("quoi demander à l'école", "what to ask the school"))  # fmt: skip
    if plan.kind == "profession" and schools:
        yield Next(f"avcareers schools --programmes --job {plan.target}",
                   words("toutes les formations", "all the programmes"))  # fmt: skip
    if plan.kind == "profession":
        yield Next(f"avcareers path {plan.target}", words("toute l'échelle", "the whole ladder"))
        yield Next(f"avcareers job show {plan.target}", words("la fiche", "the sheet"))
    else:
        yield Next(f"avcareers school show {plan.target}", words("l'école", "the school"))
