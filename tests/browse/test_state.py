"""What is looked at, and the commands that answer the same: no screen is needed."""

import json
from typing import Any

import pytest

from avcareers.browse.answers import Answers
from avcareers.browse.choosing import is_flag, is_number
from avcareers.browse.state import State
from avcareers.cli.browse import CommandLineReader
from avcareers.query.filters.declaration import entries, is_asked
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

from ..runner import Run, a_session

JOB, OTHER = ("profession", "monteur"), ("profession", "scripte")
SCHOOL = ("school", "quai-neuf")
TYPED = {"near": "Brest, 900 km", "rome": "L1507", "max_fees": "5 000 €", "max_years": "3"}
"""What is typed for the filters whose values are not all listed."""


def value_of(catalogue: Catalogue, kind: Any, name: str) -> str:
    entry = entries(kind)[name]
    if is_flag(entry):
        return name
    if name in TYPED or is_number(entry):
        return TYPED[name]
    return next(iter(entry.choices or catalogue.slugs(entry.names)))


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind in (JobFilters, SchoolFilters) for name in entries(kind)],
    ids=lambda each: getattr(each, "__name__", each),
)
def test_every_filter_can_be_asked_and_its_command_lists_the_same(
    catalogue: Catalogue, french: Wording, today: str, run: Run, kind: Any, name: str
) -> None:
    reader = CommandLineReader(a_session(), catalogue)
    typed = value_of(catalogue, kind, name)
    state = State().filtered(reader.value(kind(), name, (typed,), whole=True).filters)
    assert is_asked(getattr(state.filters, name))
    said = run(*state.list_command(), "-o", "json", "--today", today)
    assert said.status == 0, said.err
    listed = Answers(catalogue, french, today).listed(state)
    assert [row["slug"] for row in json.loads(said.out)] == [slug for _, slug in listed.keys]
    assert reader.value(state.filters, name, (), whole=True).filters == kind()


def test_a_search_has_its_command_and_filters_wait_for_its_end() -> None:
    asked = State().filtered(JobFilters(first=True))
    searched = asked._replace(searched="chef op")
    assert searched.list_command() == ("search", "chef op", "--limit", "50")
    assert searched._replace(searched="").list_command() == ("jobs", "--entry")


def test_marks_are_of_one_kind_and_no_more_than_are_compared() -> None:
    state = State(selected=JOB).marking()
    assert state.marked == (JOB,)
    assert state.marking().marked == ()
    assert state.selecting(SCHOOL).marking().marked == (SCHOOL,)
    assert state.selecting(("topic", "507h")).marking() == state.selecting(("topic", "507h"))
    for number in range(5):
        state = state.selecting(("profession", str(number))).marking()
    assert [slug for _, slug in state.marked] == ["1", "2", "3", "4"]


def test_what_was_opened_has_its_command_too() -> None:
    state = State(selected=JOB)
    assert state.commands() == (("jobs",),)
    opened = state._replace(opened=True)
    assert opened.commands()[1] == ("job", "show", "monteur", "--full")
    assert state.compared == ()
    both = opened.marking().selecting(OTHER)._replace(view="compare")
    assert both.commands()[1] == ("compare", "monteur", "scripte")
    limits = SchoolFilters(entry_level=4, alternance=True, max_fees=1000.0)
    planned = opened._replace(view="plan", schools=limits)
    assert planned.commands()[1] == (
        "plan", "monteur", "--from", "bac", "--alternance", "--max-fees", "1000",
    )  # fmt: skip
