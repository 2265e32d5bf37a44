"""Words that are no command → the command they ask for: a sheet, an answer, or a filtered list."""

from typing import TYPE_CHECKING

from .commands import COMMANDS, HOME
from .names import department_of, is_called, sheet_of

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording

    from .loose import Reading


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

    from .phrases import answer_to, defined, explanation

    text = " ".join(words)
    sheet = sheet_of(catalogue, text) or sheet_of(catalogue, defined(text))
    if sheet:
        return sheet
    asked = of_a_kind(catalogue, words, spoken)
    if asked:
        return asked
    listed = list_of(catalogue, words, spoken) if _says_schools(text) else None
    if listed:
        return listed
    clear = answer_to(catalogue, text)
    if clear:
        _say(*explanation(clear, spoken))
        return clear.command
    answer = answering(catalogue, text)
    if answer:
        return answer if answer[0] == HOME else _understood(answer, spoken)
    return (
        _held(text, spoken) or _anyone(catalogue, text, spoken) or list_of(catalogue, words, spoken)
    )


def after_a_command(
    catalogue: "Catalogue", words: list[str], spoken: "Wording"
) -> tuple[str, ...] | None:
    """Return the command with the options that words after its names stand for, and say it."""
    from .phrases import explanation
    from .worded import worded

    found = worded(catalogue, words[0], " ".join(words[1:]))
    if found is None:
        return None
    _say(*explanation(found, spoken))
    return found.command


def of_a_kind(
    catalogue: "Catalogue", words: list[str], spoken: "Wording"
) -> tuple[str, ...] | None:
    """Return what answers a question about no one record, and say so; or the list of jobs asked about."""
    from .kinds import jobs_asked, kind_of
    from .phrases import explanation

    text = " ".join(words)
    jobs = jobs_asked(text)
    if listed := list_of(catalogue, ["jobs", *jobs], spoken) if jobs else None:
        return ("jobs", *listed[2:])
    found = kind_of(catalogue, text)
    if found is None:
        return None
    _say(*explanation(found, spoken))
    return found.command


def of_a_name_begun(catalogue: "Catalogue", words: list[str]) -> tuple[str, ...] | None:
    """Return the school that words which choose none among a list begin the name of: « ESRA »."""
    from avcareers.query.filters.schools import SchoolFilters

    from .loose import reading

    name = " ".join(words)
    if not catalogue.begun("school", name):
        return None
    read = reading(SchoolFilters, words, catalogue, "schools")
    return None if read.values or not read.others else ("school", "show", name)


def _say(*lines: str) -> None:
    from avcareers.render.emit import say_understood

    for said in lines:
        say_understood(said)


def _understood(answer: tuple[str, ...], spoken: "Wording") -> tuple[str, ...]:
    """Return a command, and say that it is the one understood."""
    shown = spoken.command(*answer)
    _say(spoken(f"Compris : {shown}", f"Understood: {shown}"))
    return answer


def _says_schools(text: str) -> bool:
    """True if a text speaks of schools or courses, rather than of doing without."""
    from avcareers.query.questions import NO_SCHOOL
    from avcareers.text.folding import fold

    from .loose import SUBJECTS

    spaced = f" {fold(text)} "
    for without in NO_SCHOOL:
        spaced = spaced.replace(f" {without} ", " ")
    return not (SUBJECTS["schools"] - _OF_BOTH).isdisjoint(spaced.split())


def _anyone(catalogue: "Catalogue", text: str, spoken: "Wording") -> tuple[str, ...] | None:
    """Return the list of the jobs that « technicien son » may mean, when words are no more; say it."""
    from avcareers.model.errors import AmbiguousNameError

    try:
        named = catalogue.known("profession", text)
    except AmbiguousNameError:
        # Several jobs are called just so: a search finds them.
        return None
    department = None if named else department_of(catalogue, text)
    return _understood(("jobs", "--department", department), spoken) if department else None


def _held(text: str, spoken: "Wording") -> tuple[str, ...] | None:
    """Return what opens to who says no more than the bac they hold, or prepare; say it."""
    from avcareers.present.choices import held_alone

    level = held_alone(text)
    if level is None:
        return None
    answer = _understood(("schools", "--entry", level), spoken)
    planned = spoken.command("plan", "monteur", "--from", level)
    _say(spoken(f"Vers un métier, par exemple : {planned}",
                f"Towards a job, for example: {planned}"))  # fmt: skip
    return answer


def of_a_level(
    catalogue: "Catalogue", words: list[str], spoken: "Wording"
) -> tuple[str, ...] | None:
    """Return what opens to who asks to explain the bac they hold, unless a topic is called so."""
    text = " ".join(words)
    return None if is_called(catalogue, "topic", text) else _held(text, spoken)


def list_of(catalogue: "Catalogue", words: list[str], spoken: "Wording") -> tuple[str, ...] | None:
    """Return the list that a whole sentence filters: « formation montage gratuite à Lille ».

    It says that it is one: by a word for a school or a job, by a diploma, or by what is asked of it.
    """
    from avcareers.query.filters.jobs import JobFilters
    from avcareers.query.filters.schools import SchoolFilters
    from avcareers.text.folding import fold

    from .loose import SUBJECTS, reading

    words = " ".join(words).split()
    said = set(fold(" ".join(words)).split())
    of_jobs = not said.isdisjoint(SUBJECTS["jobs"]) or _in_the_field(said)
    if said.isdisjoint(SUBJECTS["schools"] - _OF_BOTH) and of_jobs:
        jobs = reading(JobFilters, words, catalogue, "jobs")
        return ("jobs", *words) if jobs.values and not jobs.others else None
    schools = reading(SchoolFilters, words, catalogue, "schools")
    named = {name for name, _ in schools.values}
    telling = not said.isdisjoint(SUBJECTS["schools"] - _OF_BOTH) or not named.isdisjoint(
        _OF_SCHOOLS
    )
    if not named or not telling:
        return None
    return _with_others(catalogue, schools, spoken) if schools.others else ("schools", *words)


def _in_the_field(said: set[str]) -> bool:
    """True if words say that something is of the whole field: « le son au cinéma »."""
    from .loose import WHOLE_FIELD

    return not said.isdisjoint(WHOLE_FIELD) and not said.isdisjoint({"au", "dans", "in"})


def _with_others(
    catalogue: "Catalogue", read: "Reading", spoken: "Wording"
) -> tuple[str, ...] | None:
    """Return the list of schools whose last words begin the name of a job, or are explained; say it.

    « formation électricien Marseille CPF » is a list, and a topic of which the list knows nothing.
    """
    from avcareers.query.filters.schools import SchoolFilters
    from avcareers.query.names import named_in_part

    from .loose import Reading, filled, options_of

    jobs, topics = [], []
    for word in read.others:
        begun, _ = named_in_part(catalogue, "profession", word)
        topic = sheet_of(catalogue, word, "topic")
        if topic:
            topics.append((word, topic))
        elif begun:
            jobs.append(("jobs", begun[0]))
        else:
            return None
    nothing = dict.fromkeys(SchoolFilters.__annotations__)
    asked = filled(SchoolFilters, nothing, Reading((*read.values, *jobs), ()))
    answer = _understood(("schools", *options_of(SchoolFilters, asked)), spoken)
    for word, topic in topics:
        _say(spoken(f"{spoken.quoted(word)} ne choisit pas d’école, mais s’explique : {spoken.command(*topic)}",
                    f"{spoken.quoted(word)} chooses no school, but is explained: {spoken.command(*topic)}"))  # fmt: skip
    return answer


def of_one_or_list(
    catalogue: "Catalogue", words: list[str], kind: str, spoken: "Wording"
) -> tuple[str, ...] | None:
    """Return the list that `school` or `job` and words stand for, when they name no record of it."""
    name = " ".join(words[1:])
    if (
        words[1].startswith("-")
        or words[1] in COMMANDS[words[0]].names
        or is_called(catalogue, kind, name)
    ):
        return None
    if asked := of_a_kind(catalogue, words, spoken):
        return asked
    found = list_of(catalogue, words, spoken)
    # The word that named the command says nothing more after it.
    return (found[0], *found[1 + (found[1] == words[0]) :]) if found else None
