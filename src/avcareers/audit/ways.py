"""Rules on how one learns a job: by a programme, or by what a source says instead."""

import re
from collections.abc import Iterator

from avcareers.model.content import Content
from avcareers.text.folding import fold

from .finding import Finding


def entry_jobs_have_a_way(content: Content) -> Iterator[Finding]:
    """A programme prepares for every entry job, or the job says why none does."""
    taught = _taught(content)
    for job in content.professions:
        if job.level == "entry" and job.slug not in taught and not job.no_programme:
            yield Finding(
                "profession",
                job.slug,
                ("no_programme",),
                "entry-job-without-way",
                "must be in the leads_to of a programme, or say why none prepares for it",
                "nothing",
                "link a programme whose source names the job, or cite what says that none exists",
            )


def reasons_are_needed(content: Content) -> Iterator[Finding]:
    """A job that says why no programme prepares for it has none."""
    taught = _taught(content)
    for job in content.professions:
        if job.no_programme and job.slug in taught:
            yield Finding(
                "profession",
                job.slug,
                ("no_programme",),
                "programme-all-the-same",
                "must be absent when a programme leads to the job",
                taught[job.slug],
                "remove it, or remove the job from the leads_to of the programme",
            )


_ALIKE = frozenset({"bac-pro", "bts", "cap"})
"""Diplomas whose certification is taught alike everywhere: the others have parcours."""


def diplomas_lead_to_the_same_jobs(content: Content) -> Iterator[Finding]:
    """A certification taught alike everywhere leads to the same jobs at every school."""
    jobs = {each.slug: each.leads_to for each in content.certifications if each.leads_to}
    for school in content.schools:
        for index, programme in enumerate(school.programmes):
            held = programme.certification
            if not held or not (held in jobs or programme.diploma in _ALIKE):
                continue
            same = jobs.setdefault(held, programme.leads_to)
            if set(programme.leads_to) != set(same):
                yield Finding(
                    "school", school.slug, ("programmes", index, "leads_to"), "same-jobs",
                    f"must be the jobs that {held} leads to everywhere ({', '.join(same)})",
                    ", ".join(programme.leads_to),
                    "write them once, in the leads_to of the certification, with a source",
                )  # fmt: skip


_BTS = re.compile(r"BTS métiers de l'audiovisuel,? \(?option ([^,;()]+)")


def named_diplomas_lead_there(content: Content) -> Iterator[Finding]:
    """The option of the audiovisual BTS that the sheet of an entry job names leads to the job."""
    options = [each for each in content.certifications if each.leads_to and each.title]
    for job in content.professions:
        ways = job.ways_in.public if job.level == "entry" and not job.no_programme else ()
        named = _words(" ".join(words for way in ways for words in _BTS.findall(way.fr)))
        for option in options:
            own = _words((option.title or "").partition(" option ")[2])
            if job.slug not in option.leads_to and not named.isdisjoint(own):
                yield Finding(
                    "profession", job.slug, ("ways_in", "public"), "named-diploma",
                    "must name a diploma that leads to the job", option.slug,
                    "add the job to the leads_to of the certification, or mend the sheet",
                )  # fmt: skip


def _words(option: str) -> set[str]:
    """Return the words that tell an option from the others: « métiers du son » is `son`."""
    return {*fold(option).split()} - {"d", "de", "des", "du", "et", "l", "la", "metiers", "ou"}


def _taught(content: Content) -> dict[str, str]:
    """Return a programme for each job that one leads to, as `school/programme`."""
    return {
        job: f"{school.slug}/{programme.slug}"
        for school in content.schools
        for programme in school.programmes
        for job in programme.leads_to
    }
