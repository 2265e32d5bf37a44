"""The page of a plan: routes step by step, then the closed ones and what would open them."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from avcareers.query.plan.plan import Plan, PlanRoute
from avcareers.query.plan.steps import PlanProgramme
from avcareers.text.wording import Wording

from ..labels import entry_level_label, label
from ..naming import course_name, job_title
from ..page import Item, Line, Next, Page, Section, Span, line
from ..training import untaught_lines
from .closed import closed_section
from .programme import programme_facts, programme_name, unknown_name

if TYPE_CHECKING:
    from avcareers.model.profession import Profession

SESSIONS = 9
"""Past sessions of a programme given at most."""
JOBS = 4
"""Jobs a programme prepares for named at most."""
_UNDER = ("   ", "     ")
"""Where the lines about a step stand, and what they are wrapped to."""


def plan_page(plan: Plan, words: Wording) -> Page:
    """Present the routes to a job or a school."""
    counted = words.count(len(plan.routes), ("voie", "voies"), ("route", "routes"))
    if plan.routes_in_all > len(plan.routes):
        counted += words(f" sur {plan.routes_in_all}", f" of {plan.routes_in_all}")
    sections = [
        Section(f"route-{number}", words(f"Voie {number}", f"Route {number}"),
                tuple(_route(route, plan, words)))
        for number, route in enumerate(plan.routes, start=1)
    ]  # fmt: skip
    if plan.school:
        sections += list(_school_sections(plan, words))
    sections += list(closed_section(plan, words))
    return Page(
        title=line(Span(_target(plan, words), "strong"), f" – {counted} {_start(plan, words)}"),
        lead=tuple(_lead(plan, words)),
        sections=tuple(sections),
        footer=tuple(_footer(plan, words)),
        next=tuple(_next(plan, words)),
    )


def _target(plan: Plan, words: Wording) -> str:
    if plan.school:
        return str(plan.school.name)
    return job_title(plan.jobs[plan.target.slug], words)


def _start(plan: Plan, words: Wording) -> str:
    if plan.request.job:
        return words("depuis : ", "from: ") + job_title(plan.jobs[plan.request.job], words)
    if not plan.request.level:
        return words("sans diplôme", "with no diploma")
    return words("depuis : ", "from: ") + entry_level_label(words, plan.request.level)


def _nothing(plan: Plan, words: Wording) -> str:
    if plan.request.no_school and plan.school:
        return words("Sans école, on vise un métier, pas une école : la même question, d'un métier.",
                     "Without a school, aim at a job, not a school: ask the same of a job.")  # fmt: skip
    return words(
        "Aucune voie du catalogue ne tient dans ces limites.",
        "No route of the catalogue holds within these limits.",
    )


def _lead(plan: Plan, words: Wording) -> Iterator[Line]:
    """Yield what is said above the routes: that none holds, that no programme leads straight there."""
    if not plan.routes:
        yield line(Span(_nothing(plan, words), "warn"))
    if plan.untaught and not plan.request.no_school:
        passed = [plan.jobs[route.through] for route in plan.routes if route.through]
        below = dict.fromkeys(job_title(job, words) for job in passed or plan.untaught.below)
        yield from map(line, untaught_lines(plan.untaught.job, below, words))


def _route(route: PlanRoute, plan: Plan, words: Wording) -> Iterator[Item]:
    yield Item(_measures(route, plan, words))
    if plan.without_school and not route.school and not plan.request.job:
        yield Item(line(words.of(plan.without_school)))
    for number, step in enumerate(route.programmes, start=1):
        yield Item(programme_name(step, words), branch=(f"{number}. ", "   "))
        facts = programme_facts(step, words, sessions=1)
        yield from (Item(fact, branch=_UNDER) for fact in facts)
    if route.alike:
        alike = words.count(
            route.alike,
            ("autre formation égale sur ces mesures", "autres formations égales sur ces mesures"),
            ("other programme equal on these measures", "other programmes equal on these measures"),
        )
        yield Item(line(Span(f"+ {alike}", "muted")), branch=_UNDER)
    if plan.school:
        yield from _after_school(route, plan, words)
    for number, (_, job) in enumerate(route.jobs):
        first = not number and not plan.request.job
        yield Item(_job(job, words, first=first), branch=("▼  ", "   "))


def _after_school(route: PlanRoute, plan: Plan, words: Wording) -> Iterator[Item]:
    """Yield the other programmes that the same steps lead into, else the jobs prepared for."""
    if route.or_:
        offered = {step.programme.record.slug: step.programme.record for step in plan.offered}
        also = ", ".join(course_name(offered[slug], words) for slug in route.or_)
        yield Item(line(Span(words("ou : ", "or: "), "muted"), also), branch=_UNDER)
        return
    jobs = route.programmes[-1].programme.record.leads_to[:JOBS]
    names = ", ".join(job_title(plan.jobs[slug], words) for slug in jobs)
    if names:
        aim = words("prépare à : ", "prepares for: ")
        yield Item(line(Span(aim, "muted"), names), branch=("→  ", "   "))


def _job(job: "Profession", words: Wording, *, first: bool) -> Line:
    level = label(words, "level", job.level)
    place = words(", premier métier", ", first job") if first else ""
    return line(Span(job_title(job, words), "strong"), Span(f" ({level}{place})", "muted"))


def _measures(route: PlanRoute, plan: Plan, words: Wording) -> Line:
    """Return what routes are compared on."""
    counted = words.count(route.unknowns, ("inconnue", "inconnues"), ("unknown", "unknowns"))
    missing = Counter(name for step in route.programmes for name in step.missing)
    reasons = [unknown_name(name, times, words) for name, times in missing.items()]
    promotions = len(route.jobs) - 1
    if promotions > 0:
        reasons.append(words.count(promotions, ("promotion", "promotions"),
                                   ("promotion", "promotions")))  # fmt: skip
    why = f" ({', '.join(reasons)})" if reasons else ""
    amounts = " · ".join(_amounts(route, plan, words))
    return line(Span(amounts, "strong"), Span(f" · {counted}{why}", "muted"))


def _amounts(route: PlanRoute, plan: Plan, words: Wording) -> Iterator[str]:
    """Yield the length, the fees and, near a city, the distance of a route."""
    if not route.school:
        yield words("sans école, sans frais de scolarité", "no school, no fees")
        return
    if route.years is None:
        unknown = words("durée inconnue", "length unknown")
        yield unknown + _at_least(route.years_at_least, words.years, words)
    else:
        yield words.years(route.years)
    if route.total_eur is None:
        unknown = words("frais inconnus", "fees unknown")
        yield unknown + _at_least(route.total_eur_at_least, words.euros, words)
    else:
        yield words.euros(route.total_eur)
    if not plan.request.near:
        return
    if route.kilometres is None:
        unknown = words("distance inconnue", "distance unknown")
        away = partial(_away, words=words)
        yield unknown + _at_least(route.kilometres_at_least, away, words)
    else:
        yield _away(route.kilometres, words)


def _away(kilometres: float, words: Wording) -> str:
    if kilometres < 1:
        return words("à moins d'un km", "under 1 km away")
    return words(f"à {words.kilometres(kilometres)}", f"{words.kilometres(kilometres)} away")


def _at_least(known: float, said: Callable[[float], str], words: Wording) -> str:
    """Return how much is known of an amount that is not known whole; nothing when it is 0."""
    return words(f" (au moins {said(known)})", f" (at least {said(known)})") if known else ""


def _school_sections(plan: Plan, words: Wording) -> Iterator[Section]:
    doors = list(_doors(plan, words))
    if doors:
        yield Section("doors", words("Ses portes", "Its doors"), tuple(doors))
    items = [item for route in plan.instead for item in _instead(route, plan, words)]
    without = words("Sans école : ", "Without a school: ")
    if plan.climbed:
        command = Span(words.command("plan", plan.climbed, "--no-school"), "command")
        items.append(Item(line(Span(without, "muted"), command)))
    if items:
        yield Section("refused", words("Si elle refuse", "If refused"), tuple(items))


def _doors(plan: Plan, words: Wording) -> Iterator[Item]:
    """Yield the conditions of the school's programmes, those that share them together."""
    alike: dict[tuple[Line, ...], list[PlanProgramme]] = {}
    for step in plan.offered:
        programme = step.programme.record
        facts = list(programme_facts(step, words, sessions=SESSIONS))
        if programme.admission_note:
            facts.append(line(words.of(programme.admission_note)))
        if programme.places:
            count = f"{programme.places.count} – " if programme.places.count else ""
            seats = words("places : ", "places: ")
            facts.append(line(seats, count, words.of(programme.places.of)))
        alike.setdefault(tuple(facts), []).append(step)
    for conditions, steps in alike.items():
        names = (course_name(step.programme.record, words) for step in steps)
        yield Item(line(Span(" ; ".join(names), "strong")))
        yield from (Item(fact, branch=("  ", "    ")) for fact in conditions)


def _instead(route: PlanRoute, plan: Plan, words: Wording) -> Iterator[Item]:
    yield Item(_measures(route, plan, words))
    for step in route.programmes:
        yield Item(programme_name(step, words), branch=("  ", "    "))


def _footer(plan: Plan, words: Wording) -> Iterator[Line]:
    if plan.routes_in_all:
        yield line(Span(words(
            "Voies gardées : aucune autre ne fait aussi bien ou mieux à la fois en années, en frais, "
            "en distance et en inconnues. Un montant inconnu ne se compare pas à un montant connu ; "
            "deux inconnus se valent.",
            "Routes kept: no other is as good or better on years, fees, distance and unknowns all at "
            "once. An unknown amount is not compared with a known one, and counts as equal to any "
            "other unknown one."), "muted"))  # fmt: skip
    if plan.school:
        yield line(Span(words(
            "Tout diplôme du niveau demandé peut convenir, pas seulement ceux cités : c'est "
            "l'école qui décide.",
            "Any diploma of the level asked for may do, not only those named: the school decides."), "muted"))  # fmt: skip
    if not plan.school and all(route.school for route in plan.routes):
        yield line(Span(words(
            "Sans école : aucune promotion usuelle ne mène là de ce point de départ.",
            "Without a school: no usual promotion leads there from this start."), "muted"))  # fmt: skip
    if not plan.school:
        yield line(Span(words(
            "L'échelle n'ajoute pas d'années : aucune source ne dit combien dure chaque métier. "
            "Chaque promotion compte pour une inconnue.",
            "The ladder adds no years: no source says how long each job lasts. Each promotion "
            "counts as one unknown."), "muted"))  # fmt: skip
    if plan.request.alternance:
        yield line(Span(words(
            "Des frais non renseignés ne sont pas des frais nuls ; ce que l'alternance coûte à "
            "l'élève : ",
            "Unknown fees are not zero; what alternance costs the learner: "), "muted"),
            Span(words.command("explain", "alternance"), "command"))  # fmt: skip


def _next(plan: Plan, words: Wording) -> Iterator[Next]:
    target = plan.target.slug
    schools = [route.programmes[0].school for route in plan.routes if route.school]
    if schools:
        yield Next(words.command("school", "check", schools[0]),
                   words("quoi demander à l'école", "what to ask the school"))  # fmt: skip
    if plan.school:
        yield Next(words.command("school", "show", target), words("l'école", "the school"))
        return
    if schools:
        yield Next(words.command("schools", "--programmes", "--job", target),
                   words("toutes les formations", "all the programmes"))  # fmt: skip
    if plan.climbed:
        yield Next(words.command("path", target), words("toute l'échelle", "the whole ladder"))
    yield Next(words.command("job", "show", target), words("la fiche", "the sheet"))
