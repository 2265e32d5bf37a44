"""The page of a plan: routes step by step, then the closed ones and what would open them."""

from collections.abc import Iterator

from avcareers.query.plan.plan import Plan, PlanRoute
from avcareers.query.plan.steps import PlanProgramme
from avcareers.text.wording import Wording

from ..facts import apprentices_note
from ..labels import entry_level_label, entry_level_short, label
from ..naming import course_name, job_title
from ..page import Item, Line, Next, Page, Section, Span, joined, line
from ..training import untaught_lines
from .also import also_sections
from .closed import closed_section
from .measures import measures
from .programme import length_and_cost, programme_facts, programme_name
from .verdict import verdict_section

SESSIONS = 9
"""Past sessions of a programme given at most."""
JOBS = 4
"""Jobs a programme prepares for named at most."""
_UNDER = ("   ", "     ")
"""Where the lines about a step stand, and what they are wrapped to."""


def plan_page(plan: Plan, words: Wording) -> Page:
    """Present the routes to a job or a school."""
    sections = [
        verdict_section(plan, words),
        *(Section(f"route-{number}", words(f"Voie {number}", f"Route {number}"),
                  (*_route(route, plan, words), *_others(more, words)))
          for number, (route, more) in enumerate(_into(plan), start=1)),
    ]  # fmt: skip
    sections += also_sections(plan, words)
    if plan.school:
        sections += list(_school_sections(plan, words))
    sections += list(closed_section(plan, words))
    return Page(
        title=_title(plan, words),
        lead=tuple(_lead(plan, words)),
        sections=tuple(sections),
        footer=tuple(_footer(plan, words)),
        next=tuple(_next(plan, words)),
    )


def lowest_note(level: int, words: Wording) -> str:
    """Return that no route starts without a diploma, and from which level those shown do."""
    start = entry_level_short(words, level)
    return words(
        f"Aucune voie ne part sans diplôme ; voici celles depuis le niveau le plus bas qui en ouvre : {start}.",
        f"No route starts without a diploma; here are those from the lowest level that opens one: {start}.",
    )


def _title(plan: Plan, words: Wording) -> Line:
    start = _start(plan, words)
    if plan.school:
        aim = words("Entrer dans l'école : ", "Getting into: ")
        return line(Span(f"{aim}{plan.school.name}", "strong"), f" – {start}")
    counted = words.count(len(plan.routes), ("voie", "voies"), ("route", "routes"))
    if plan.routes_in_all > len(plan.routes):
        counted += words(f" sur {plan.routes_in_all}", f" of {plan.routes_in_all}")
    return line(
        Span(job_title(plan.jobs[plan.target.slug], words), "strong"), f" – {counted} {start}"
    )


def _into(plan: Plan) -> list[tuple[PlanRoute, int]]:
    """Return the routes to show, each with how many others lead into the same programme.

    Towards a school, what comes before its programme is an example: one is enough.
    """
    if not plan.school:
        return [(route, 0) for route in plan.routes]
    into: dict[str, list[PlanRoute]] = {}
    for route in plan.routes:
        into.setdefault(route.programmes[-1].key, []).append(route)
    return [(first, len(others)) for first, *others in into.values()]


def _others(more: int, words: Wording) -> Iterator[Item]:
    if more:
        said = words.count(more, ("autre voie vers la même formation",
                                  "autres voies vers la même formation"),
                           ("other route into the same programme",
                            "other routes into the same programme"))  # fmt: skip
        yield Item(line(Span(f"+ {said}", "muted")), branch=_UNDER)


def _start(plan: Plan, words: Wording) -> str:
    if plan.request.job:
        return words("depuis : ", "from: ") + job_title(plan.jobs[plan.request.job], words)
    if not plan.request.level:
        return words("pour qui part sans diplôme", "starting with no diploma")
    return words("depuis : ", "from: ") + entry_level_label(words, plan.request.level)


def _lead(plan: Plan, words: Wording) -> Iterator[Line]:
    """Yield what is said above all: that no programme leads straight there."""
    if plan.untaught and not plan.request.no_school:
        passed = [plan.jobs[route.through] for route in plan.routes if route.through]
        below = dict.fromkeys(job_title(job, words) for job in passed or plan.untaught.below)
        yield from map(line, untaught_lines(plan.untaught.job, below, words))


def _route(route: PlanRoute, plan: Plan, words: Wording) -> Iterator[Item]:
    yield Item(measures(route, plan, words))
    if not route.school and plan.without_school and not plan.request.job:
        yield Item(line(words.of(plan.without_school)), branch=_UNDER)
    for number, step in enumerate(route.programmes, start=1):
        example = plan.school and step is not route.programmes[-1]
        named = programme_name(step, words)
        if example:
            named = line(Span(words("par exemple : ", "for example: "), "muted"), named)
        yield Item(named, branch=(f"{number}. ", "   "))
        facts = [_brief(step, words)] if example else programme_facts(step, words, sessions=1)
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
    if route.jobs:
        yield Item(_climb(route, plan, words), branch=("▼  ", "   "))


def _brief(step: PlanProgramme, words: Wording) -> Line:
    """Return what a programme, which any other of its level may replace, costs in years and money."""
    return line(length_and_cost(step, words))


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


def _climb(route: PlanRoute, plan: Plan, words: Wording) -> Line:
    """Return the jobs of a route, from the first to the one aimed at."""
    named = [
        line(Span(job_title(job, words), "strong"),
             Span(f" ({label(words, 'level', job.level)})", "muted"))
        for _, job in route.jobs
    ]  # fmt: skip
    if not plan.request.job:
        named[0] = line(Span(words("premier métier : ", "first job: "), "muted"), named[0])
    return joined(named, " → ")


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
    yield Item(measures(route, plan, words))
    for step in route.programmes:
        yield Item(programme_name(step, words), branch=("  ", "    "))


def _footer(plan: Plan, words: Wording) -> Iterator[Line]:
    if len([route for route in plan.routes if route.school]) > 1:
        yield line(Span(words(
            "Voies gardées : aucune autre n'est à la fois aussi courte, aussi peu chère, aussi proche "
            "et aussi bien connue. Ce que l'on ignore ne compte jamais pour zéro.",
            "Routes kept: no other is at once as short, as cheap, as near and as well known. What is "
            "not known never counts for nothing."), "muted"))  # fmt: skip
    if any(len(route.jobs) > 1 for route in plan.routes):
        yield line(Span(words(
            "On ne sait pas combien de temps dure chaque poste : passer de l'un à l'autre n'ajoute "
            "ici ni années ni frais.",
            "How long each job lasts is not known: going from one to the next adds neither years nor "
            "fees here."), "muted"))  # fmt: skip
    ways = (step.programme for route in plan.routes for step in route.programmes)
    yield from apprentices_note(ways, words)
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
