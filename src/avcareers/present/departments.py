"""The page of the departments."""

from avcareers.model.vocabulary import Level, values
from avcareers.query.departments import DepartmentList
from avcareers.query.jobs import JobList
from avcareers.text.wording import Wording

from .jobs import job_list_page
from .labels import label
from .page import Column, Next, Page, Row, Span, line
from .tables import table_of


def departments_page(found: DepartmentList, words: Wording) -> Page:
    """Present the departments with their jobs, counted by level."""
    columns = (
        Column("slug", words("Clé", "Key"), 14, plain_only=True),
        Column("name", words("Département", "Department"), 24, ratio=3),
        Column("summary", words("Ce dont il répond", "What it answers for"), 24, ratio=4, rank=1),
        *(
            Column(level, title, max(6, len(title)), ratio=0, rank=2, right=True)
            for level in values(Level)
            for title in label(words, "level", level).split()[:1]
        ),
    )
    return Page(
        title=line(Span(words("Les départements", "Departments"), "strong")),
        table=table_of(words, columns, tuple(
            Row((
                line(row.department.slug),
                line(Span(words.of(row.department.name), "strong")),
                line(words.of(row.department.summary)),
                *(line(words.number(count)) for count in row.jobs.values()),
            ))
            for row in found.departments
        )),
        footer=(line(Span(words("Nombre de métiers par niveau.", "Number of jobs by level."),
                          "muted")),),
        next=(
            Next(words.command("jobs", "--department", "son"), words("les métiers du son", "sound jobs")),
        ),
    )  # fmt: skip


def department_page(found: JobList, department: str, words: Wording) -> Page:
    """Present a department: what it answers for, and its jobs."""
    record = found.departments[department]
    page = job_list_page(found, words)
    counted = words.count(found.matching, ("métier", "métiers"), ("job", "jobs"))
    return page._replace(
        title=line(Span(words.of(record.name), "strong"), f" – {counted}"),
        lead=(line(words.of(record.summary)),),
    )
