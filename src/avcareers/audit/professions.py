"""Rules on job sheets."""

import re
from collections.abc import Iterator

from avcareers.model.base import Text
from avcareers.model.content import Content
from avcareers.model.profession import Profession
from avcareers.text.folding import fold

from .finding import Finding
from .ladder import cycles

SUMMARY_WORDS = 25
TASK_WORDS = 14
STAGE_JOBS = 5
LEVELS = ("entry", "confirmed", "head")

_WORD = re.compile(r"[^\s’']+['’]?")
_INFINITIVE = re.compile(r"^(se |s['’])?\w+(er|ir|re|oir)$", re.IGNORECASE)
_NOT_AN_ENGLISH_VERB = re.compile(
    r"^(the|a|an|this|these|his|her|their|its|in|on|at|with|for|from|during|before|after|"
    r"he|she|they|it|you|we|and|or|to|is|are|has|have|\w+ing|\w+(?<!ss)(?<!cus)s|\w+ed)$",
    re.IGNORECASE,
)
_ENGLISH_VERBS_LIKE_NOUNS = frozenset(
    {
        "bring",
        "feed",
        "need",
        "embed",
        "shed",
        "focus",
        "process",
        "dress",
        "assess",
        "discuss",
        "address",
        "pass",
        "press",
        "string",
        "ring",
        "sing",
        "swing",
        "cross",
        "miss",
        "bus",
    }
)


def words(text: str) -> int:
    """Count the words of a sentence as a reader does: punctuation alone is none."""
    return sum(any(c.isalnum() for c in token) for token in text.split())


def _finding(job: Profession, path: tuple[str | int, ...], *rest: str) -> Finding:
    return Finding("profession", job.slug, path, *rest)


def summary_is_short(content: Content) -> Iterator[Finding]:
    """The sentence that says the job has at most 25 words."""
    for job in content.professions:
        yield from _too_long(job, ("summary",), job.summary, SUMMARY_WORDS)


def tasks_are_short(content: Content) -> Iterator[Finding]:
    """A task has at most 14 words."""
    for job in content.professions:
        for index, task in enumerate(job.tasks):
            yield from _too_long(job, ("tasks", index), task, TASK_WORDS)


def asked_tells_jobs_apart(content: Content) -> Iterator[Finding]:
    """Everyday words for a job are not those for another."""
    said: dict[str, str] = {}
    for job in content.professions:
        for index, asked in enumerate(job.asked):
            for language, text in (("fr", asked.fr), ("en", asked.en)):
                other = said.setdefault(fold(text), job.slug)
                if other != job.slug:
                    yield _finding(
                        job,
                        ("asked", index, language),
                        "asked-twice",
                        "must tell this job from others",
                        f"said of {other} too",
                        "say what only this job does",
                    )


def _too_long(
    job: Profession, path: tuple[str | int, ...], text: Text, limit: int
) -> Iterator[Finding]:
    for language, sentence in (("fr", text.fr), ("en", text.en)):
        count = words(sentence)
        if count > limit:
            yield _finding(
                job,
                (*path, language),
                "length",
                f"must have at most {limit} words",
                f"{count} words",
                "cut what the reader can do without",
            )


def tasks_begin_with_a_verb(content: Content) -> Iterator[Finding]:
    """A task begins with an infinitive in French and a bare verb in English."""
    for job in content.professions:
        for index, task in enumerate(job.tasks):
            if not _begins_with_infinitive(task.fr):
                yield _finding(
                    job,
                    ("tasks", index, "fr"),
                    "verb-first",
                    "must begin with an infinitive",
                    task.fr.split()[0],
                    "Lire…, Préparer…, Se rendre…",
                )
            first = re.split(r"[\s,-]", task.en)[0]
            if _NOT_AN_ENGLISH_VERB.match(first) and (
                first.lower() not in _ENGLISH_VERBS_LIKE_NOUNS
            ):
                yield _finding(
                    job,
                    ("tasks", index, "en"),
                    "verb-first",
                    "must begin with a bare verb",
                    first,
                    "Read…, Prepare…, Go…",
                )


def _begins_with_infinitive(sentence: str) -> bool:
    tokens = sentence.replace("’", "'").split()
    first = tokens[0].rstrip(",")
    if first.lower() == "se" and len(tokens) > 1:
        first = tokens[1].rstrip(",")
    elif first.lower().startswith("s'"):
        first = first[2:]
    return bool(_INFINITIVE.match(first)) and not first.lower().endswith("ture")


def sentences_end(content: Content) -> Iterator[Finding]:
    """The sentence that says the job ends with a full stop; a task does not."""
    for job in content.professions:
        for language, sentence in (("fr", job.summary.fr), ("en", job.summary.en)):
            if not sentence.endswith("."):
                yield _finding(
                    job,
                    ("summary", language),
                    "full-stop",
                    "must end with a full stop",
                    sentence[-12:],
                    "add it",
                )
        for index, task in enumerate(job.tasks):
            for language, sentence in (("fr", task.fr), ("en", task.en)):
                if sentence.endswith("."):
                    yield _finding(
                        job,
                        ("tasks", index, language),
                        "full-stop",
                        "must not end with a full stop",
                        sentence[-12:],
                        "remove it",
                    )


def relations_leave_the_job(content: Content) -> Iterator[Finding]:
    """A job is not its own superior, colleague, neighbour, successor or receiver."""
    for job in content.professions:
        relations = {
            "answers_to": job.answers_to,
            "works_with": job.works_with,
            "next_roles": job.next_roles,
            "confused_with": tuple(neighbour.job for neighbour in job.confused_with),
            "hands_over": tuple(slug for over in job.hands_over for slug in over.to),
        }
        for name, slugs in relations.items():
            if job.slug in slugs:
                yield _finding(job, (name,), "self", "must name another job", job.slug, "remove it")
            if name != "hands_over" and len(set(slugs)) != len(slugs):
                yield _finding(
                    job, (name,), "twice", "must name each job once", ", ".join(slugs), "keep one"
                )


def hand_overs_belong_to_their_stage(content: Content) -> Iterator[Finding]:
    """A hand-over happens in a stage of the job, and its deliverable belongs to that stage."""
    stage_of = {d.slug: stage.slug for stage in content.stages for d in stage.deliverables}
    for job in content.professions:
        for index, over in enumerate(job.hands_over):
            path = ("hands_over", index)
            if (over.deliverable is None) == (over.what is None):
                yield _finding(
                    job,
                    path,
                    "hand-over",
                    "must name a deliverable or say what, not both",
                    str(over.deliverable),
                    "keep one of the two",
                )
            elif over.deliverable and stage_of.get(over.deliverable) != over.stage:
                yield _finding(
                    job,
                    (*path, "stage"),
                    "hand-over",
                    "must be the stage of its deliverable",
                    over.stage,
                    str(stage_of.get(over.deliverable)),
                )
            if over.stage not in job.stages:
                yield _finding(
                    job,
                    (*path, "stage"),
                    "hand-over",
                    "must be one of the job's stages",
                    over.stage,
                    ", ".join(job.stages),
                )


def ladder_goes_up(content: Content) -> Iterator[Finding]:
    """The ladder has no cycle, never goes down, and every entry job leads on."""
    by_slug = {job.slug: job for job in content.professions}
    for job in content.professions:
        if job.level == "entry" and not job.next_roles:
            yield _finding(
                job,
                ("next_roles",),
                "ladder",
                "must lead on: it is an entry job",
                "nothing",
                "name the usual next job",
            )
        for slug in job.next_roles:
            upper = by_slug.get(slug)
            if upper and LEVELS.index(upper.level) < LEVELS.index(job.level):
                yield _finding(
                    job,
                    ("next_roles",),
                    "ladder",
                    "must not lead to a lower level",
                    f"{slug} ({upper.level})",
                    f"{job.slug} is {job.level}",
                )
    for name, relation in (
        ("next_roles", {job.slug: job.next_roles for job in content.professions}),
        ("answers_to", {job.slug: job.answers_to for job in content.professions}),
    ):
        for loop in cycles(relation):
            yield _finding(
                by_slug[loop[0]],
                (name,),
                "cycle",
                "must not come back to itself",
                " → ".join((*loop, loop[0])),
                "remove one of these steps",
            )


def codes_fit(content: Content) -> Iterator[Finding]:
    """A job has the Holland letters of its main ROME code, and says how that code fits."""
    directory = {entry.code: entry for entry in content.rome}
    for job in content.professions:
        main = directory.get(job.rome[0]) if job.rome else None
        if main and job.riasec != main.riasec:
            yield _finding(
                job,
                ("riasec",),
                "riasec",
                f"must be the letters of {main.code}",
                str(job.riasec),
                str(main.riasec),
            )
        yield from _match_is_said(job)
        if not job.rome and job.riasec:
            yield _finding(
                job,
                ("riasec",),
                "riasec",
                "must be absent without a ROME code",
                job.riasec,
                "remove it",
            )


def _match_is_said(job: Profession) -> Iterator[Finding]:
    """Yield what is wrong in how a job says that its main ROME code fits it."""
    if job.rome and not job.rome_match:
        yield _finding(
            job,
            ("rome_match",),
            "rome",
            "must say how the main ROME code fits",
            "nothing",
            "write exact, near, family or generic",
        )
    if job.rome_match == "exact" and not job.rome_appellations:
        yield _finding(
            job,
            ("rome_appellations",),
            "rome",
            "must give what the code calls the job, since it names it",
            "nothing",
            "add the appellation, or say that the match is of the family",
        )


def stages_are_peopled(content: Content) -> Iterator[Finding]:
    """Every stage has at least five jobs, every department at least one."""
    for stage in content.stages:
        count = sum(stage.slug in job.stages for job in content.professions)
        if count < STAGE_JOBS:
            yield Finding(
                "stage",
                stage.slug,
                ("slug",),
                "peopled",
                f"must have {STAGE_JOBS} jobs or more",
                str(count),
                "add the jobs of this stage",
            )
    for department in content.departments:
        if not any(job.department == department.slug for job in content.professions):
            yield Finding(
                "department",
                department.slug,
                ("slug",),
                "peopled",
                "must have a job",
                "none",
                "add one, or remove the department",
            )
