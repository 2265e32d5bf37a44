"""What decides in a plan, in a few sentences: the best route, the way without a school, what is closed."""

from collections import Counter
from collections.abc import Iterator

from avcareers.query.plan.beside import PlanBeside
from avcareers.query.plan.plan import Plan, PlanRoute
from avcareers.query.plan.steps import PlanProgramme
from avcareers.text.wording import Wording

from ..facts import cities_phrase
from ..labels import entry_level_label
from ..naming import course_name, in_a_line, job_title
from ..page import Item, Line, Section, Span, line
from .also import also_lines
from .measures import amounts
from .programme import length_and_cost, unknown_name

DOORS = ("entry", "admission")
"""What may not be known of who enters a programme, and how."""


def verdict_section(plan: Plan, words: Wording) -> Section:
    """Return the section that opens the page: never shortened."""
    sentences = (*_routes(plan, words), *_closed(plan, words))
    items = tuple(Item(sentence) for sentence in sentences)
    return Section("verdict", words("En bref", "In brief"), items, least=len(items))


def _routes(plan: Plan, words: Wording) -> Iterator[Line]:
    taught = [route for route in plan.routes if route.school]
    alone = next((route for route in plan.routes if not route.school), None)
    if plan.request.no_school and plan.school:
        yield line(Span(words("Sans école, on vise un métier, pas une école.",
                              "Without a school, one aims at a job, not at a school."), "warn"))  # fmt: skip
        return
    if plan.school:
        yield from _doors(plan, words)
    # Who names no level and needs none is told so before any school; so is who may not be let in.
    doubtful = bool(taught) and not (plan.request.level and not taught[0].unknown_doors)
    first = bool(alone and doubtful and not plan.request.job)
    if alone and first:
        yield _without_school(alone, plan, words, also=False)
    if taught:
        if not plan.school:
            yield _best(taught, plan, words)
            yield from also_lines(plan, words)
    elif not plan.request.no_school:
        yield line(Span(_none(plan, words), "warn"))
        if plan.beside:
            yield _beside(plan.beside, plan, words)
    if alone and not first:
        yield _without_school(alone, plan, words, also=bool(taught))
    elif not alone and not plan.school:
        yield line(words("Sans école : aucune promotion usuelle ne mène là de ce point de départ.",
                         "Without a school: no usual promotion leads there from this start."))  # fmt: skip


def _none(plan: Plan, words: Wording) -> str:
    """Return why no route goes through a school: the limits, or because there is none at all."""
    if plan.closed_in_all or plan.school:
        return words("Aucune voie par une école ne tient dans ces limites.",
                     "No route through a school holds within these limits.")  # fmt: skip
    if plan.request.job:
        return words("Aucune formation du catalogue ne mène plus haut que le métier de départ.",
                     "No programme of the catalogue leads higher than the job one starts from.")  # fmt: skip
    return words("Aucune formation du catalogue n'y mène.",
                 "No programme of the catalogue leads there.")  # fmt: skip


def _beside(beside: PlanBeside, plan: Plan, words: Wording) -> Line:
    """Name what is worth asking about: it does not name the job, but prepares for one near it."""
    step, job = beside.programme, job_title(plan.jobs[beside.job], words)
    away = words.kilometres(step.kilometres or 0)
    told = f"{length_and_cost(step, words)} · {words(f'à {away}', away)}"
    return line(Span(words("À demander : ", "Worth asking: "), "strong"), named(step, words),
                words(f" ({told}) ; elle ne nomme pas ce métier, mais un métier proche : « {job} ».",
                      f" ({told}); it does not name this job, but one near it: “{job}”."))  # fmt: skip


def _best(taught: list[PlanRoute], plan: Plan, words: Wording) -> Line:
    """Name the first route, by what it is the best at."""
    best = taught[0]
    head = words.list(_praise(best, taught, words))
    steps = words(", puis ", ", then ").join(named(step, words) for step in best.programmes)
    said = [each for each in amounts(best, plan.request, words) if each != words.euros(0)]
    said += to_ask(best, words)
    told = f"{steps}{words(' ; ', '; ')}{', '.join(said)}."
    return line(Span(f"{head[0].upper()}{head[1:]}{words(' : ', ': ')}", "strong"),
                told, _as_good(best, plan, words))  # fmt: skip


def _as_good(best: PlanRoute, plan: Plan, words: Wording) -> str:
    """Return that one of many equal programmes was named, and how to have the nearest."""
    if not best.alike or plan.request.near:
        return ""
    count = words.count(best.alike, ("autre l'égale", "autres l'égalent"),
                        ("other is as good", "others are as good"))  # fmt: skip
    nearest = words.option(
        words(" ; --near VILLE dit la plus proche", "; --near CITY names the nearest"), ""
    )
    return f" {count}{nearest}."


def _praise(best: PlanRoute, taught: list[PlanRoute], words: Wording) -> Iterator[str]:
    """Yield what a route is the best at, of those that are shown: they hold the best of each."""
    if len(taught) == 1:
        yield words("par une école", "through a school")
        return
    found = []
    for measure, said, so_far in (
        (
            "years",
            words("la plus courte", "shortest"),
            words("la plus courte connue", "shortest known"),
        ),
        (
            "kilometres",
            words("la plus proche", "nearest"),
            words("la plus proche connue", "nearest known"),
        ),
    ):
        known = [getattr(r, measure) for r in taught if getattr(r, measure) is not None]
        if getattr(best, measure) is not None and getattr(best, measure) == min(known):
            found.append(said if len(known) == len(taught) else so_far)
    if best.total_eur == 0:
        found.append(words("sans frais", "free"))
    yield from found or [words("par une école", "through a school")]


def to_ask(best: PlanRoute, words: Wording) -> Iterator[str]:
    """Yield what the school alone can tell: who may enter, and how."""
    missing = {name: None for step in best.programmes for name in step.missing if name in DOORS}
    if missing:
        names = words.list(unknown_name(name, 1, words) for name in missing)
        yield words(f"à demander à l'école : {names}", f"to be asked of the school: {names}")


def named(step: PlanProgramme, words: Wording) -> str:
    """Name a programme and its school, with the city when the name of the school does not say it."""
    where = cities_phrase(step.cities)
    city = f", {where}" if where and where not in step.school_name else ""
    return f"{course_name(step.programme.record, words)} – {step.school_name}{city}"


def _without_school(alone: PlanRoute, plan: Plan, words: Wording, *, also: bool) -> Line:
    """Return how one starts without a school, in the words of the first job's own sheet."""
    first, *_, last = (job_title(step.job, words) for step in (*alone.jobs, alone.jobs[-1]))
    head = words("Sans école aussi : " if also else "Sans école : ",
                 "Without a school too: " if also else "Without a school: ")  # fmt: skip
    if plan.without_school and not plan.request.job:
        said = in_a_line(words.of(plan.without_school)).rstrip(".")
        if first != last:
            said += words(f" ; premier métier : « {first} »", f"; first job: “{first}”")
        said += "."
    elif plan.request.job:
        count = len(alone.jobs) - 1
        steps = words.count(count, ("promotion", "promotions"), ("promotion", "promotions"))
        said = words(f"on y vient en {steps} depuis « {first} ».",
                     f"{steps} away from “{first}”.")  # fmt: skip
    else:
        said = words(f"premier métier : « {first} ».", f"first job: “{first}”.")
    return line(Span(head, "strong"), said)


def _doors(plan: Plan, words: Wording) -> Iterator[Line]:
    """Yield what a school asks of who enters, and what one has to gain first."""
    levels = Counter(step.programme.record.entry_level for step in plan.offered)
    held = plan.request.level
    open_now = sum(count for level, count in levels.items() if level is not None and level <= held)
    if open_now:
        told = _programmes(open_now, words)
        yield line(words(f"Le niveau que l'on a suffit pour {told} de l'école.",
                         f"The level one holds is enough for {told} of the school."))  # fmt: skip
    higher = sorted(level for level in levels if level is not None and level > held)
    if higher:
        doors = words.list(
            words(f"{entry_level_label(words, level)} pour {_programmes(levels[level], words)}",
                  f"{entry_level_label(words, level)} for {_programmes(levels[level], words)}")
            for level in higher
        )  # fmt: skip
        yield line(Span(words("Il faut d'abord : ", "Needed first: "), "strong"), f"{doors}.")
    examples = [route.programmes[:-1] for route in plan.routes if len(route.programmes) > 1]
    if examples:
        steps = words(", puis ", ", then ").join(named(step, words) for step in examples[0])
        yield line(words("C'est l'école qui décide ; tout diplôme de ce niveau peut convenir, par exemple : ",
                         "The school decides; any diploma of that level may do, for example: "), f"{steps}.")  # fmt: skip
    if asked := levels[None]:
        told = _programmes(asked, words)
        yield line(words(f"Le niveau d'entrée n'est pas connu pour {told} : à demander à l'école.",
                         f"The entry level of {told} is not known: ask the school."))  # fmt: skip


def _programmes(count: int, words: Wording) -> str:
    return words.count(count, ("formation", "formations"), ("programme", "programmes"))


def _closed(plan: Plan, words: Wording) -> Iterator[Line]:
    """Yield how many are closed, and what closes the most of them alone."""
    if not plan.closed_in_all:
        return
    count = plan.closed_in_all
    said = words.count(count, ("formation est fermée", "formations sont fermées"),
                       ("programme is closed", "programmes are closed"))  # fmt: skip
    if most := plan.opens_most:
        option = (*most.opens.without, *most.opens.given)[0]
        fr, en = _CLOSES[option]
        alone = most.programmes + most.farther
        some = words.number(alone)
        among = words(f"dont {some} seulement", f"{some} of them only")
        said += ", " + (among if alone < count else words("seulement", "only"))
        said += words(f" parce {fr}", f" because {en}")
        within = most.asked.near.within_km if most.farther and most.asked.near else 0
        if within:
            reach, some = words.kilometres(within), words.number(most.programmes)
            said += words(f" ; {some} à {reach} ou moins", f"; {some} within {reach}")
        if most.public:
            public = words.count(most.public, ("publique", "publiques"), ("public", "public"))
            said += words(f", dont {public}", f", {public}") if within else words(
                f" : {public} parmi elles", f": {public} among them")  # fmt: skip
    yield line(f"{said}.")


_CLOSES = {
    "--within": ("qu'elles sont trop loin", "they are too far"),
    "--include-unknown": (
        "qu'un fait n'est pas connu, ou que leur titre est échu",
        "a fact is not known, or their title has ended",
    ),
    "--alternance": (
        "qu'on ne les sait pas en alternance",
        "they are not known to be in alternance",
    ),
    "--recognised": (
        "qu'aucun ministère n'en répond à coup sûr",
        "no ministry surely answers for them",
    ),
    "--max-fees": (
        "que l'année est trop chère ou d'un prix inconnu",
        "a year costs too much, or nobody says what",
    ),
    "--max-total": (
        "que le tout est trop cher ou d'un prix inconnu",
        "the whole costs too much, or nobody says what",
    ),
    "--max-years": (
        "qu'elles sont trop longues ou d'une durée inconnue",
        "they are too long, or nobody says how long",
    ),
    "--from": ("qu'elles demandent un niveau plus élevé", "they ask for a higher level"),
}
"""What an option that is the only one in the way says of what it closes, after « parce »."""
