"""Words that are no command → the command they ask for: a sheet, an answer, or a filtered list."""

from typing import TYPE_CHECKING

from .commands import COMMANDS, HOME
from .names import department_of, is_called, sheet_of

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording


_OF_BOTH = frozenset(
    {"metier", "metiers", "cinema", "audiovisuel", "audiovisuelle", "film", "films"}
)
"""Words for schools and for the whole field alike."""
_OF_SCHOOLS = frozenset({"diplomas", "max_fees", "alternance", "entry_level", "recognised"})
"""Filters that only a school answers to."""


def command_of(
    catalogue: "Catalogue", words: list[str], spoken: "Wording"
) -> tuple[str, ...] | None:
    """Return the command that words which are none ask for, when they ask for one; say which."""
    from avcareers.query.questions import answering

    text = " ".join(words)
    sheet = sheet_of(catalogue, text)
    if sheet:
        return sheet
    answer = answering(catalogue, text)
    if answer:
        if answer[0] != HOME:
            from avcareers.render.emit import say_understood

            shown = spoken.command(*answer)
            say_understood(spoken(f"Compris : {shown}", f"Understood: {shown}"))
        return answer
    return _held(text, spoken) or _anyone(catalogue, text, spoken) or list_of(catalogue, words)


def _anyone(catalogue: "Catalogue", text: str, spoken: "Wording") -> tuple[str, ...] | None:
    """Return the list of the jobs that « technicien son » may mean, when words are no more; say it."""
    from avcareers.model.errors import AmbiguousNameError
    from avcareers.render.emit import say_understood

    try:
        named = catalogue.known("profession", text)
    except AmbiguousNameError:
        # Several jobs are called just so: a search finds them.
        return None
    department = None if named else department_of(catalogue, text)
    if department is None:
        return None
    answer = ("jobs", "--department", department)
    shown = spoken.command(*answer)
    say_understood(spoken(f"Compris : {shown}", f"Understood: {shown}"))
    return answer


def _held(text: str, spoken: "Wording") -> tuple[str, ...] | None:
    """Return what opens to who says no more than the bac they hold, or prepare; say it."""
    from avcareers.present.choices import held_alone
    from avcareers.render.emit import say_understood

    level = held_alone(text)
    if level is None:
        return None
    answer = ("schools", "--entry", level)
    shown, planned = spoken.command(*answer), spoken.command("plan", "monteur", "--from", level)
    say_understood(spoken(f"Compris : {shown}", f"Understood: {shown}"))
    say_understood(spoken(f"Vers un métier, par exemple : {planned}",
                          f"Towards a job, for example: {planned}"))  # fmt: skip
    return answer


def of_a_level(
    catalogue: "Catalogue", words: list[str], spoken: "Wording"
) -> tuple[str, ...] | None:
    """Return what opens to who asks to explain the bac they hold, unless a topic is called so."""
    text = " ".join(words)
    return None if is_called(catalogue, "topic", text) else _held(text, spoken)


def list_of(catalogue: "Catalogue", words: list[str]) -> tuple[str, ...] | None:
    """Return the list that a whole sentence filters: « formation montage gratuite à Lille ».

    It says that it is one: by a word for a school or a job, by a diploma, or by what is asked of it.
    """
    from avcareers.query.filters.jobs import JobFilters
    from avcareers.query.filters.schools import SchoolFilters
    from avcareers.text.folding import fold

    from .loose import SUBJECTS, reading

    words = " ".join(words).split()
    said = set(fold(" ".join(words)).split())
    if said.isdisjoint(SUBJECTS["schools"] - _OF_BOTH) and not said.isdisjoint(SUBJECTS["jobs"]):
        jobs = reading(JobFilters, words, catalogue, "jobs")
        return ("jobs", *words) if jobs.values and not jobs.others else None
    schools = reading(SchoolFilters, words, catalogue, "schools")
    named = {name for name, _ in schools.values}
    telling = not said.isdisjoint(SUBJECTS["schools"] - _OF_BOTH) or not named.isdisjoint(
        _OF_SCHOOLS
    )
    if not named or schools.others or not telling:
        return None
    return ("schools", *words)


def of_one_or_list(catalogue: "Catalogue", words: list[str], kind: str) -> tuple[str, ...] | None:
    """Return the list that `school` or `job` and words stand for, when they name no record of it."""
    name = " ".join(words[1:])
    if (
        words[1].startswith("-")
        or words[1] in COMMANDS[words[0]].names
        or is_called(catalogue, kind, name)
    ):
        return None
    found = list_of(catalogue, words)
    return (found[0], *found[2:]) if found else None
