"""What of each record can be searched, and how much it weighs."""

from collections.abc import Iterable, Iterator

from avcareers.model.base import Text
from avcareers.model.content import Content
from avcareers.model.profession import Profession
from avcareers.model.school import School
from avcareers.text.gender import both_genders
from avcareers.text.stemming import stems

Row = tuple[str, str, str, str, str]
"""Kind, slug, and the stems of the names, of what matters most, of the rest."""


def searchable(content: Content) -> Iterator[Row]:
    """Yield what to search of jobs, stages, topics, schools and programmes."""
    departments = {d.slug: d.name for d in content.departments}
    jobs = {job.slug: job for job in content.professions}
    places = {place.slug: place.name for place in content.places}
    for job in content.professions:
        yield _job(job, departments[job.department])
    for stage in content.stages:
        deliverables = (d.name for d in stage.deliverables)
        yield _row("stage", stage.slug, _both(stage.name), [stage.slug, *_both(stage.summary)],
                   [*_all(stage.happens), *_all(deliverables), *_all(stage.places)])  # fmt: skip
    for topic in content.topics:
        yield _row("topic", topic.slug, [*_both(topic.title), *topic.other_names, topic.slug],
                   _all(topic.asked), _all(s.text for s in topic.answer))  # fmt: skip
    for school in content.schools:
        cities = [places[campus.place] for campus in school.campuses]
        names = [school.name, school.legal_name or "", *school.other_names]
        yield _row("school", school.slug, names, cities,
                   [p.course_name or p.title for p in school.programmes])  # fmt: skip
        yield from _programmes(school, cities, jobs)


def titles(content: Content) -> Iterator[tuple[str, str, str, str]]:
    """Yield what each thing that can be found is called: kind, slug, in French, in English."""
    for job in content.professions:
        title = both_genders(job.title.fr_m, job.title.fr_f)
        yield "profession", job.slug, title, job.title.en
    for stage in content.stages:
        yield "stage", stage.slug, stage.name.fr, stage.name.en
    for topic in content.topics:
        yield "topic", topic.slug, topic.title.fr, topic.title.en
    for school in content.schools:
        yield "school", school.slug, school.name, school.name
        for programme in school.programmes:
            name = f"{programme.course_name or programme.title} – {school.name}"
            yield "programme", f"{school.slug}/{programme.slug}", name, name


def _job(job: Profession, department: Text) -> Row:
    names = [job.title.fr_m, job.title.fr_f, job.title.en, *job.other_names.fr, *job.other_names.en]
    strong = [*_both(job.summary), *_all(job.tasks)]
    weak = [
        *_both(department),
        *_all(skill.skill for skill in job.skills),
        *_all(variant.how for variant in job.variants),
        *_all(over.what for over in job.hands_over if over.what),
    ]
    return _row("profession", job.slug, names, strong, weak)


def _programmes(school: School, cities: list[str], jobs: dict[str, Profession]) -> Iterator[Row]:
    for programme in school.programmes:
        names = [programme.title, programme.course_name or ""]
        titles = [jobs[slug].title.fr_m for slug in programme.leads_to]
        slug = f"{school.slug}/{programme.slug}"
        yield _row("programme", slug, names, [school.name, *cities], titles)


def _row(
    kind: str, slug: str, names: Iterable[str], strong: Iterable[str], weak: Iterable[str]
) -> Row:
    return kind, slug, stems(" ".join(names)), stems(" ".join(strong)), stems(" ".join(weak))


def _both(text: Text) -> list[str]:
    return [text.fr, text.en]


def _all(texts: Iterable[Text]) -> list[str]:
    return [words for text in texts for words in _both(text)]
