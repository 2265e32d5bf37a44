"""Rules on what one works with, and on what one must like to do."""

from collections.abc import Iterator

from avcareers.model.content import Content
from avcareers.text.folding import fold

from .finding import Finding


def tools_are_named_once(content: Content) -> Iterator[Finding]:
    """A sheet names a tool once, in each language."""
    for job in content.professions:
        for language in ("fr", "en"):
            said: set[str] = set()
            for index, tool in enumerate(job.tools):
                name = fold(getattr(tool.name, language))
                if name in said:
                    yield Finding(
                        "profession",
                        job.slug,
                        ("tools", index, "name", language),
                        "tool-twice",
                        "must not name a tool twice",
                        getattr(tool.name, language),
                        "keep one of them",
                    )
                said.add(name)


def activities_are_in_a_task(content: Content) -> Iterator[Finding]:
    """What one must like to do is said by one of the tasks, and said once."""
    for job in content.professions:
        tasks = [fold(task.fr) for task in job.tasks]
        said: set[str] = set()
        for index, doing in enumerate(job.activities):
            quoted = fold(doing.in_task)
            if not any(quoted in task for task in tasks):
                yield Finding(
                    "profession",
                    job.slug,
                    ("activities", index, "in_task"),
                    "activity-task",
                    "must be words of one of its tasks",
                    doing.in_task,
                    "copy them from `tasks`, in French, or remove the activity",
                )
            if doing.activity in said:
                yield Finding(
                    "profession",
                    job.slug,
                    ("activities", index, "activity"),
                    "activity-twice",
                    "must not be said twice",
                    doing.activity,
                    "keep the task that says it best",
                )
            said.add(doing.activity)
