"""The jobs that suit someone, each with its reasons, and what was set aside."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, starmap
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Unpublished
from avcareers.model.conditions import known_conditions
from avcareers.model.vocabulary import Activity, Answer
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

from ..cards import Cards, in_order
from ..filters.declaration import is_asked, written
from ..plan.nearest import nearest_routes
from ..plan.plan import PlanRoute
from .dearer import MatchDearer, set_aside_by_fees
from .judging import LIKE, WAY, Group, JobFacts, Judged, Way, given_back, judge, seldom_known
from .ways import Ways, higher_levels
from .wishes import STANDING, Wishes

if TYPE_CHECKING:
    from avcareers.model.base import Text
    from avcareers.model.profession import Profession
    from avcareers.model.source import Source


class MatchLike(NamedTuple):
    """Something one likes, and where the job has it."""

    activity: Activity
    """What one likes to do."""
    task: "Text"
    """The task of the job that asks for it."""


class MatchCondition(NamedTuple):
    """What is known of something one can't or won't do."""

    what: str
    """Line of the checklist of a job."""
    answer: Answer | None
    """Yes, sometimes or no; null when it is not known."""
    note: "Text | None"
    """When, or how much."""
    source: str | None
    """Where it was read; null when it is not known."""
    of_code: bool
    """Whether a sheet of the ROME says so, which speaks of all the jobs of a code."""


class MatchJob(NamedTuple):
    """A job that suits, or may suit."""

    job: Annotated[
        "Profession", Merged("slug", "title", "department", "stages", "level", "summary")
    ]
    """Card of the job."""
    group: Group
    """Whether it fits, fits on a condition, or asks a question first."""
    likes: tuple[MatchLike, ...]
    """What one likes of it; empty when nothing was said to be liked."""
    conditions: tuple[MatchCondition, ...]
    """What is known of all that one can't or won't do."""
    way: Way
    """Whether a way into it holds within the limits; `unknown`: something that decides is not known, of
    a school or of one's own level; `none`: no way is known, whatever the limits."""
    routes: tuple[PlanRoute, ...]
    """The first route through a school that `plan` gives, and the one from an entry job; of each, none
    when there is none."""
    taught: bool
    """Whether a programme prepares for it or for a job below it, whatever the limits."""
    dearer: MatchDearer | None
    """What the limit on fees alone sets aside; null when none was given, or when nothing is."""
    without_school: "Text"
    """How one is hired without a school, or why one is not."""

    def columns(self) -> dict[str, Any]:
        """Return it as a row of a spreadsheet: one value, or a list of plain ones, in a column."""
        taught = next((route for route in self.routes if route.school), None)
        return {
            "slug": self.job.slug,
            "title_fr": self.job.title.fr_m,
            "title_en": self.job.title.en,
            "level": self.job.level,
            "group": self.group,
            "likes": [like.activity for like in self.likes],
            "tasks": [like.task.fr for like in self.likes],
            "conditions": [f"{one.what}: {one.answer or 'unknown'}" for one in self.conditions],
            "way": self.way,
            "programmes": [step.key for step in taught.programmes] if taught else [],
            "years": taught and taught.years,
            "total_eur": taught and taught.total_eur,
            "kilometres": taught and taught.kilometres,
        }


class MatchCounts(NamedTuple):
    """Jobs of each group, those that are not listed too."""

    fits: int
    """Nothing stands against them."""
    fits_if: int
    """Something one can't or won't do happens at times."""
    ask_first: int
    """Something that matters is not known."""


class MatchAside(NamedTuple):
    """What sets jobs aside."""

    by: str
    """`like`: they have nothing of what one likes; a condition: they have it; `way`: no way into them
    holds within the limits."""
    jobs: int
    """How many it sets aside, whatever else does."""


class MatchSeldom(NamedTuple):
    """Something refused of which few jobs say anything: of the others it is to be asked."""

    what: str
    """Line of the checklist of a job."""
    jobs: int
    """How many jobs say something of it."""


class MatchOpening(NamedTuple):
    """What to ask instead to have jobs back that were set aside."""

    without: tuple[str, ...]
    """Options to leave out, each with its value."""
    given: tuple[str, ...]
    """Options to give instead."""
    jobs: int
    """How many jobs it gives back."""
    asked: Annotated[Wishes, Unpublished]


class MatchAsked(NamedTuple):
    """What someone likes, refuses, and where they stand."""

    likes: tuple[Activity, ...]
    """What one likes to do; one of them is enough."""
    refused: tuple[str, ...]
    """What one can't or won't do."""
    level: int | None
    """Level held: 0 none, 3 CAP, 4 bac, 5 bac+2, 6 bac+3, 7 bac+5; null when not said."""
    near: str | None
    """Key of the city to train near."""
    within_km: float | None
    """How far around it, in km."""
    max_fees_eur: float | None
    """Euros a year for a school, at most."""
    max_years: float | None
    """Years of courses, at most."""
    alternance: bool
    """Whether programmes must be in alternance."""


class Match(NamedTuple):
    """The jobs that suit someone."""

    asked: MatchAsked
    """What was asked."""
    today: str
    """Day that decides what is in force."""
    known: int
    """How many jobs the catalogue holds."""
    counts: MatchCounts
    """How many jobs each group holds."""
    jobs: tuple[MatchJob, ...]
    """The jobs that fit, those that fit on a condition, then those with a question to ask first. In a
    group, those with most of what one likes, with the fewest refused things that may happen, those one begins
    with, then along the chain."""
    aside: tuple[MatchAside, ...]
    """What sets the others aside, and how many."""
    seldom_known: tuple[MatchSeldom, ...]
    """What is refused and known of few jobs: it puts none in doubt by being unknown."""
    opens: tuple[MatchOpening, ...]
    """What would give some back, the most first."""
    sources: "tuple[Source, ...]"
    """Where what is said of working conditions was read."""
    wishes: Annotated[Wishes, Unpublished]
    judged: Annotated[tuple[Judged, ...], Unpublished]
    not_open: Annotated[dict[str, Way], Unpublished]
    """Ways that are not open, by job."""
    others: Annotated[Cards, Unpublished]
    """Cards of the jobs that suit too and are not told in full."""


def match(catalogue: Catalogue, wishes: Wishes, today: str) -> Match:
    """Return which jobs suit someone on a day (ISO): counts, keys, and no reasons yet."""
    read = Ways(catalogue, wishes, today)
    ways = read.not_open()
    facts = tuple(job_facts(catalogue, ways))
    judged = judge(facts, wishes.likes, wishes.refused)
    groups = Counter(one.group for one in judged)
    against = Counter(name for one in judged for name in one.against)
    order = (LIKE, *wishes.refused, WAY)
    return Match(
        asked=_asked(wishes),
        today=today,
        known=len(judged),
        counts=MatchCounts(groups["fits"], groups["fits-if"], groups["ask-first"]),
        jobs=(),
        aside=tuple(MatchAside(name, against[name]) for name in order if against[name]),
        seldom_known=tuple(starmap(MatchSeldom, seldom_known(facts, wishes.refused).items())),
        opens=_openings(wishes, judged, read),
        sources=(),
        wishes=wishes,
        judged=judged,
        not_open=ways,
        others={},
    )


def told(catalogue: Catalogue, found: Match, most: int | None = None) -> Match:
    """Return a match with the reasons of its first jobs, or of all."""
    suiting = [one for one in found.judged if one.group]
    kept = suiting[:most]
    slugs = [one.slug for one in kept]
    nearest = nearest_routes(catalogue, slugs, found.wishes.request, found.today)
    towards = {job: one.candidates for job, one in nearest.items()}
    dearer = set_aside_by_fees(catalogue, towards, found.wishes)
    jobs = tuple(
        MatchJob(
            job=(job := catalogue.document("profession", one.slug)),
            group=one.group or "fits",
            likes=tuple(liked(job, activity) for activity in one.likes),
            conditions=tuple(known_of(catalogue, job, found.wishes.refused)),
            way=found.not_open.get(one.slug, "open"),
            routes=nearest[one.slug].routes,
            taught=bool(nearest[one.slug].candidates),
            dearer=dearer.get(one.slug),
            without_school=job.ways_in.without_school[0],
        )
        for one in kept
    )
    cited = sorted({c.source for job in jobs for c in job.conditions if c.source})
    others = [one.slug for one in suiting[len(kept) :]]
    return found._replace(
        jobs=jobs,
        sources=in_order(catalogue.cards("source", cited), cited),
        others=catalogue.cards("profession", others),
    )


def _asked(wishes: Wishes) -> MatchAsked:
    near = wishes.near
    return MatchAsked(
        wishes.likes,  # type: ignore[arg-type]
        wishes.refused,
        wishes.level,
        near.place.slug if near else None,
        near.within_km if near else None,
        wishes.max_fees,
        wishes.max_years,
        wishes.alternance,
    )


_ANSWERS = {"without": "no", "with": "sometimes", "always": "yes"}


def job_facts(catalogue: Catalogue, ways: dict[str, Way]) -> Iterator[JobFacts]:
    """Yield what decides of every job, along the chain."""
    known: dict[str, list[tuple[str, str]]] = {slug: [] for slug in catalogue.slugs("profession")}
    # By the name of the facet descending: `always` comes before `with`, which says less.
    sql = """
        SELECT slug, facet, value FROM facet WHERE kind = 'profession'
        AND facet IN ('activity', 'level', 'always', 'with', 'without') ORDER BY facet DESC
    """
    for slug, facet, value in catalogue.rows(sql):
        known[slug].append((facet, value))
    for slug, said in known.items():
        yield JobFacts(
            slug,
            ("level", "entry") in said,
            frozenset(value for facet, value in said if facet == "activity"),
            {value: _ANSWERS[facet] for facet, value in said if facet in _ANSWERS},
            ways.get(slug, "open"),
        )


def liked(job: "Profession", activity: str) -> MatchLike:
    """Return something liked of a job, with the task that asks for it."""
    doing = next(one for one in job.activities if one.activity == activity)
    # Words of a task, accents and capitals aside: the audit holds them to it.
    words = fold(doing.in_task)
    return MatchLike(doing.activity, next(task for task in job.tasks if words in fold(task.fr)))


def known_of(
    catalogue: Catalogue, job: "Profession", refused: tuple[str, ...]
) -> Iterator[MatchCondition]:
    """Yield what is known of each thing refused in a job."""
    main = catalogue.document("rome", job.rome[0].lower()) if job.rome else None
    known = {one.what: one for one in known_conditions(job, main)}
    for what in refused:
        if said := known.get(what):
            yield MatchCondition(what, said.answer, said.note, said.source, said.of_code)
        else:
            yield MatchCondition(what, None, None, None, of_code=False)


def _openings(wishes: Wishes, judged: tuple[Judged, ...], ways: Ways) -> tuple[MatchOpening, ...]:
    """Return what gives jobs back, the most first: one word of the request less; else two, else all."""
    alone = [one.slug for one in judged if one.against == (WAY,)]
    standing = _first_of_each(
        (option, instead, _reopened(ways.not_open(instead, alone), alone))
        for option, instead in _standing_less(wishes)
        if alone
    )
    changes = [
        (instead, given_back(judged, lifted))
        for lifted, instead in _fewer(wishes, 1)
        if not (standing and WAY in lifted)
    ] + standing
    if not any(one.group for one in judged):
        for several in (2, len(wishes.refused) + 2):
            if not any(jobs for _, jobs in changes):
                fewer = _fewer(wishes, several)
                changes = [(instead, given_back(judged, lifted)) for lifted, instead in fewer]
    opened = (_opening(wishes, instead, jobs) for instead, jobs in changes if jobs)
    return tuple(sorted(opened, key=lambda one: -one.jobs))


def _reopened(still: dict[str, Way], jobs: list[str]) -> int:
    return sum(still.get(job) != "closed" for job in jobs)


def _first_of_each(changes: Iterable[tuple[str, Wishes, int]]) -> list[tuple[Wishes, int]]:
    """Return, of the changes of one option, the first that gives something back."""
    found: dict[str, tuple[Wishes, int]] = {}
    for option, instead, jobs in changes:
        if jobs:
            found.setdefault(option, (instead, jobs))
    return list(found.values())


def _fewer(wishes: Wishes, several: int) -> Iterator[tuple[frozenset[str], Wishes]]:
    """Yield what one may ask with so many words less, or with none, and what it lifts."""
    words = [*([LIKE] if wishes.likes else []), *wishes.refused, *([WAY] if wishes.stands else [])]
    for lifted in combinations(words, min(several, len(words))):
        likes = () if LIKE in lifted else wishes.likes
        refused = tuple(name for name in wishes.refused if name not in lifted)
        stood = Wishes() if WAY in lifted else wishes
        yield frozenset(lifted), stood._replace(likes=likes, refused=refused)


def _standing_less(wishes: Wishes) -> Iterator[tuple[str, Wishes]]:
    """Yield what one may ask with one limit less on the way into a job, or with a higher level."""
    for name in STANDING:
        if is_asked(getattr(wishes, name)):
            yield name, wishes._replace(**{name: Wishes._field_defaults[name]})
    if wishes.level is not None:
        yield from (("level", wishes._replace(level=one)) for one in higher_levels(wishes.level))


def _opening(wishes: Wishes, instead: Wishes, jobs: int) -> MatchOpening:
    """Return a change as the options to leave out, and those to give."""
    gone: dict[str, Any] = {
        name: getattr(wishes, name)
        for name in STANDING
        if getattr(wishes, name) != getattr(instead, name)
    }
    for name in ("likes", "refused"):
        kept = getattr(instead, name)
        gone[name] = tuple(word for word in getattr(wishes, name) if word not in kept)
    raised = instead.level if instead.level != wishes.level else None
    if instead.level is None:
        gone["level"] = wishes.level
    left_out = written(Wishes(**gone))
    if "--within" in left_out:
        # A reach goes with its city.
        place = left_out.index("--within")
        left_out = (*left_out[:place], *left_out[place + 2 :])
    return MatchOpening(left_out, written(Wishes(level=raised)), jobs, instead)
