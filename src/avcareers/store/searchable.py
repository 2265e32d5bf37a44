"""What of each record can be searched."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avcareers.model.base import Text
from avcareers.model.chain import Stage
from avcareers.model.conditions import known_conditions
from avcareers.model.content import AnyRecord
from avcareers.model.place import Place
from avcareers.model.profession import Profession
from avcareers.model.school import School
from avcareers.model.topic import Topic
from avcareers.text.gender import both_genders

from .known import Known
from .likings import BEGINNING, LIKINGS, PLACES

KEY, TITLE, OTHER_NAME = 0, 1, 2
"""Ranks of names, as in the table of names."""


class Words(NamedTuple):
    """The same words in both languages."""

    fr: str
    en: str


class Searchable(NamedTuple):
    """One thing that can be found."""

    kind: str
    slug: str
    title: Words
    """What it is called in a list."""
    names: tuple[tuple[int, str], ...]
    """All it is called: rank, name."""
    traits: str = ""
    """What sort of thing it is."""
    where: tuple[str, ...] = ()
    """Cities and regions it is in."""
    gist: tuple[str, ...] = ()
    """What it is, in a sentence or so."""
    asked: tuple[str, ...] = ()
    """How people ask for it."""
    likes: tuple[str, ...] = ()
    """What whoever it suits says of their tastes."""
    strong: tuple[str, ...] = ()
    """What it chiefly says."""
    weak: tuple[str, ...] = ()
    """The rest."""

    def said(self, field: str) -> str:
        """Return one of its texts, its phrases together."""
        phrases: tuple[str, ...] = getattr(self, field)
        return " ".join(phrases)


def searchable(record: AnyRecord, known: Known) -> Iterator[Searchable]:
    """Yield what to search of a job, a stage, a topic, a school or its programmes."""
    match record:
        case Profession():
            yield _job(record, known)
        case Stage():
            yield _stage(record)
        case Topic():
            yield _topic(record)
        case School():
            yield _school(record, known.places)
            yield from _programmes(record, known)
        case _:
            pass


def _job(job: Profession, known: Known) -> Searchable:
    title = Words(both_genders(job.title.fr_m, job.title.fr_f), job.title.en)
    titles = [job.title.fr_m, job.title.fr_f, job.title.en]
    # « Lighting gaffer / chief electrician » is also found by each half.
    halves = [half for name in titles for half in name.split(" / ") if half != name]
    heads = [part for name in titles for part in _short(name)[:1]]
    others = [*halves, *heads, *job.other_names.fr, *job.other_names.en]
    names = _ranked([job.slug, *job.formerly], titles, others)
    tools = _all(tool.name for tool in job.tools)
    others_liked = (LIKINGS[each.activity] for each in job.activities[1:])
    weak = [
        *_both(known.departments[job.department]),
        *tools,
        *(phrase for phrases in others_liked for phrase in phrases),
        *_all(skill.skill for skill in job.skills),
        *_all(variant.how for variant in job.variants),
        *_all(over.what for over in job.hands_over if over.what),
    ]
    return Searchable(
        "profession",
        job.slug,
        title,
        names,
        BEGINNING if job.level == "entry" else "",
        gist=_both(job.summary),
        asked=_all(job.asked),
        likes=tuple(_liked(job, known)),
        # What a bracket explains counts less than the tool it explains.
        strong=(*_all(job.tasks), *(tool.partition(" (")[0] for tool in tools)),
        weak=tuple(weak),
    )


def _liked(job: Profession, known: Known) -> Iterator[str]:
    """Yield what one says who likes what a job chiefly has one do, or where it may be done."""
    for doing in job.activities[:1]:
        yield from LIKINGS[doing.activity]
    main = known.rome.get(job.rome[0]) if job.rome else None
    for each in known_conditions(job, main):
        if each.answer != "no":
            yield from PLACES.get(each.what, ())


def _topic(topic: Topic) -> Searchable:
    names = _ranked([topic.slug, *topic.formerly], _both(topic.title), topic.other_names)
    title = Words(*_both(topic.title))
    answer = _all(statement.text for statement in topic.answer)
    return Searchable("topic", topic.slug, title, names, asked=_all(topic.asked), strong=answer)


_STAGE = "étape phase stage film"
_SCHOOL = "école school établissement"
_PROGRAMME = "formation cursus programme course école school"


def _stage(stage: Stage) -> Searchable:
    names = _ranked([stage.slug], _both(stage.name))
    deliverables = (d.name for d in stage.deliverables)
    gist, asked = _both(stage.summary), _all(stage.asked)
    strong = (*_all(stage.happens), *_all(deliverables), *_all(stage.places))
    title = Words(*_both(stage.name))
    return Searchable(
        "stage", stage.slug, title, names, _STAGE, gist=gist, asked=asked, strong=strong
    )


def _school(school: School, places: dict[str, Place]) -> Searchable:
    where = _where(school, places)
    # « La Martinière Diderot (Lyon) » is not called Lyon.
    short = [name for name in _short(school.name) if name not in where]
    others = [school.legal_name or "", *school.other_names, *short]
    names = _ranked([school.slug, *school.formerly], [school.name], others)
    courses = tuple(p.course_name or p.title for p in school.programmes)
    title = Words(school.name, school.name)
    return Searchable("school", school.slug, title, names, _SCHOOL, where, weak=courses)


def _programmes(school: School, known: Known) -> Iterator[Searchable]:
    for programme in school.programmes:
        name = f"{programme.course_name or programme.title} – {school.name}"
        number = (programme.certification or "").removeprefix("rncp-")
        names = _ranked((), [programme.title], [programme.course_name or "", number])
        where = _where(school, known.places)
        strong = (school.name, *school.other_names)
        weak = tuple(known.jobs[slug].title.fr_m for slug in programme.leads_to)
        slug, title = f"{school.slug}/{programme.slug}", Words(name, name)
        yield Searchable(
            "programme", slug, title, names, _PROGRAMME, where, strong=strong, weak=weak
        )


def _where(school: School, places: dict[str, Place]) -> tuple[str, ...]:
    """Return the cities and regions of a school."""
    here = [places[campus.place] for campus in school.campuses]
    return tuple(name for place in here for name in (place.name, place.region))


def _short(name: str) -> list[str]:
    """Return the name before and within its brackets or dash: 3iS (Institut…), INA – Institut…."""
    before, _, after = name.partition(" (")
    head = before.partition(" – ")[0]
    inner = after.partition(")")[0]
    return [part for part in (head, inner) if part not in {"", name}]


def _ranked(
    keys: Iterable[str], titles: Iterable[str], others: Iterable[str] = ()
) -> tuple[tuple[int, str], ...]:
    # Titles first: of names that fold alike the first is kept, and shown.
    ranks = ((TITLE, titles), (KEY, keys), (OTHER_NAME, others))
    return tuple((rank, name) for rank, names in ranks for name in names if name)


def _both(text: Text) -> tuple[str, str]:
    return text.fr, text.en


def _all(texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(words for text in texts for words in _both(text))
