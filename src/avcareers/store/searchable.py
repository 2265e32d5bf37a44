"""What of each record can be searched."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avcareers.model.chain import Stage
from avcareers.model.conditions import known_conditions
from avcareers.model.content import AnyRecord
from avcareers.model.place import Place
from avcareers.model.profession import Profession
from avcareers.model.school import School
from avcareers.model.topic import Topic
from avcareers.text.gender import both_genders
from avcareers.text.wording import Bilingual, Language

from .known import Known
from .likings import BEGINNING, DEPARTMENTS, PLACES, TASTES

KEY, TITLE, OTHER_NAME = 0, 1, 2
"""Ranks of names, as in the table of names."""


class Words(NamedTuple):
    """The same words in both languages; in French only, of what has no English ones."""

    fr: str
    en: str = ""


class Called(NamedTuple):
    """A name, as one of its rank, and the languages it may be in."""

    rank: int
    name: str
    languages: tuple[Language, ...] = ("fr",)


class Searchable(NamedTuple):
    """One thing that can be found."""

    kind: str
    slug: str
    title: Words
    """What it is called in a list."""
    names: tuple[Called, ...]
    """All it is called."""
    traits: str = ""
    """What sort of thing it is."""
    where: tuple[str, ...] = ()
    """Cities and regions it is in."""
    gist: tuple[Bilingual, ...] = ()
    """What it is, in a sentence or so."""
    asked: tuple[Bilingual, ...] = ()
    """How people ask for it."""
    likes: tuple[str, ...] = ()
    """Tastes of whoever it suits, of the catalogue's list of them."""
    likes_too: tuple[str, ...] = ()
    """Others that it suits too."""
    tastes: tuple[Bilingual, ...] = ()
    """What is said of those it chiefly suits."""
    strong: tuple[Bilingual, ...] = ()
    """What it chiefly says."""
    weak: tuple[Bilingual, ...] = ()
    """The rest."""

    def said(self, field: str, language: Language) -> str:
        """Return one of its texts in a language, its phrases together."""
        return " ".join(getattr(words, language) for words in getattr(self, field))


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
    french = _with_parts([job.title.fr_m, job.title.fr_f], job.other_names.fr, "fr")
    english = _with_parts([job.title.en], job.other_names.en, "en")
    likes = tuple(_tastes(job, known))
    likes_too = tuple(doing.activity for doing in job.activities[1:])
    return Searchable(
        "profession",
        job.slug,
        Words(both_genders(job.title.fr_m, job.title.fr_f), job.title.en),
        _ranked(_keys(job), french, english),
        BEGINNING if job.level == "entry" else "",
        gist=(job.summary,),
        asked=job.asked,
        likes=likes,
        likes_too=likes_too,
        tastes=tuple(words for taste in likes for words in _said_of(taste)),
        # What a bracket explains counts less than the tool it explains.
        strong=(*job.tasks, *(_before_bracket(tool.name) for tool in job.tools)),
        weak=(
            known.departments[job.department],
            *(tool.name for tool in job.tools),
            *(skill.skill for skill in job.skills),
            *(variant.how for variant in job.variants),
            *(over.what for over in job.hands_over if over.what),
        ),
    )


def _with_parts(titles: list[str], others: Iterable[str], language: Language) -> Iterator[Called]:
    """Yield the titles of a job, their parts, and its other names, in a language."""
    # « Lighting gaffer / chief electrician » is also found by each half.
    halves = (half for name in titles for half in name.split(" / ") if half != name)
    heads = (part for name in titles for part in _short(name)[:1])
    yield from (Called(TITLE, name, (language,)) for name in titles)
    yield from (Called(OTHER_NAME, name, (language,)) for name in (*halves, *heads, *others))


def _tastes(job: Profession, known: Known) -> Iterator[str]:
    """Yield what whoever the job suits likes: what it chiefly has one do, where, among whom."""
    yield from (doing.activity for doing in job.activities[:1])
    main = known.rome.get(job.rome[0]) if job.rome else None
    for each in known_conditions(job, main):
        if each.what in PLACES and each.answer != "no":
            yield each.what
    if job.department in DEPARTMENTS:
        yield job.department


def _said_of(taste: str) -> Iterator[Words]:
    """Yield what those say who have a taste, in both languages."""
    likings = TASTES[taste]
    half = len(likings) // 2
    return map(Words, likings[:half], likings[half:])


def _before_bracket(name: Bilingual) -> Words:
    return Words(name.fr.partition(" (")[0], name.en.partition(" (")[0])


def _topic(topic: Topic) -> Searchable:
    others = (Called(OTHER_NAME, name) for name in topic.other_names)
    return Searchable(
        "topic",
        topic.slug,
        Words(topic.title.fr, topic.title.en),
        _ranked(_keys(topic), _titles(topic.title), others),
        asked=topic.asked,
        # What is said of one region is for who asks about it: its names are other names.
        strong=tuple(each.text for each in topic.answer if each.region is None),
    )


_STAGE = "étape phase stage film"
_SCHOOL = "école school établissement"
_PROGRAMME = "formation cursus programme course école school"


def _stage(stage: Stage) -> Searchable:
    return Searchable(
        "stage",
        stage.slug,
        Words(stage.name.fr, stage.name.en),
        _ranked([Called(KEY, stage.slug)], _titles(stage.name)),
        _STAGE,
        gist=(stage.summary,),
        asked=stage.asked,
        strong=(*stage.happens, *(made.name for made in stage.deliverables), *stage.places),
    )


def _school(school: School, places: dict[str, Place]) -> Searchable:
    where = _where(school, places)
    # « La Martinière Diderot (Lyon) » is not called Lyon.
    short = [name for name in _short(school.name) if name not in where]
    others = [school.legal_name or "", *school.other_names, *short]
    names = _ranked(
        _keys(school),
        [Called(TITLE, school.name)],
        (Called(OTHER_NAME, name) for name in others),
    )
    courses = tuple(Words(p.course_name or p.title) for p in school.programmes)
    title = Words(school.name, school.name)
    return Searchable("school", school.slug, title, names, _SCHOOL, where, weak=courses)


def _programmes(school: School, known: Known) -> Iterator[Searchable]:
    for programme in school.programmes:
        name = f"{programme.course_name or programme.title} – {school.name}"
        number = (programme.certification or "").removeprefix("rncp-")
        others = (Called(OTHER_NAME, each) for each in (programme.course_name or "", number))
        yield Searchable(
            "programme",
            f"{school.slug}/{programme.slug}",
            Words(name, name),
            _ranked([Called(TITLE, programme.title)], others),
            _PROGRAMME,
            _where(school, known.places),
            strong=tuple(map(Words, (school.name, *school.other_names))),
            weak=tuple(Words(known.jobs[slug].title.fr_m) for slug in programme.leads_to),
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


def _keys(record: Profession | School | Topic) -> list[Called]:
    return [Called(KEY, key) for key in (record.slug, *record.formerly)]


def _titles(title: Bilingual) -> list[Called]:
    return [Called(TITLE, title.fr), Called(TITLE, title.en, ("en",))]


def _ranked(*called: Iterable[Called]) -> tuple[Called, ...]:
    # Titles first: of names that fold alike the first is kept, and shown.
    names = (each for some in called for each in some if each.name)
    return tuple(sorted(names, key=lambda each: (each.rank != TITLE, each.rank)))
