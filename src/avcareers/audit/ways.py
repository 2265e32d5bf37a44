"""Rules on how one learns a job: by a programme, or by what a source says instead."""

from collections.abc import Iterator

from avcareers.model.content import Content

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


def _taught(content: Content) -> dict[str, str]:
    """Return a programme for each job that one leads to, as `school/programme`."""
    return {
        job: f"{school.slug}/{programme.slug}"
        for school in content.schools
        for programme in school.programmes
        for job in programme.leads_to
    }
