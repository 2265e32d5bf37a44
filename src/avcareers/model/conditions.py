"""What is known of the working conditions of a job: said of it, or by the ROME of its code.

Only the standard library is imported here: stored records are judged as well as validated ones.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from .vocabulary import Answer

if TYPE_CHECKING:
    from .base import Text
    from .profession import Profession
    from .rome import RomeEntry

CONDITIONS = (
    "nights", "weekends", "holidays", "irregular_hours", "seasonality", "travel", "outdoors",
    "height", "physical_load", "telework", "working_alone", "own_equipment", "driving_licence",
)  # fmt: skip
"""The lines of the checklist, in the order of the model."""

_NOT_BY_DAY = {"nights", "irregular_hours"}
_NAMES_THE_JOB = {"exact", "generic"}


class KnownCondition(NamedTuple):
    """What is known of one working condition."""

    what: str
    """Line of the checklist."""
    answer: Answer
    """Yes, sometimes or no."""
    note: "Text | None"
    """When, or how much."""
    source: str
    """Where it was read."""
    of_code: bool
    """Whether a sheet of the ROME says so: it speaks of all the jobs of a code."""


def known_conditions(job: "Profession", main: "RomeEntry | None") -> tuple[KnownCondition, ...]:
    """Return what is known of a job, whose main ROME code is given; what is unknown is left out.

    What a source says of the job itself comes before what the ROME says of its code.
    """
    own = ((name, getattr(job.day_to_day, name)) for name in CONDITIONS)
    said = {
        name: KnownCondition(
            name, said.answer, said.note, said.source, said.source.startswith("rome-")
        )
        for name, said in own
        if said
    }
    if main:
        for name, answer in _attached(main.contexts, job.rome_match in _NAMES_THE_JOB).items():
            said.setdefault(name, KnownCondition(name, answer, None, main.source, of_code=True))
    return tuple(said[name] for name in CONDITIONS if name in said)


def _attached(contexts: Collection[str], names_the_job: bool) -> dict[str, Answer]:
    """Return what the contexts of a code answer: sometimes, since it holds several jobs.

    Work in daytime denies nights where no context speaks of other hours and the code names the job:
    it says nothing sure of one that is only near it.
    """
    answers: dict[str, Answer] = dict.fromkeys(contexts, "sometimes")
    daytime = answers.pop("daytime", None)
    if daytime and names_the_job and _NOT_BY_DAY.isdisjoint(answers):
        answers["nights"] = "no"
    return answers
