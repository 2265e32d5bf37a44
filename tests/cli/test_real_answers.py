"""`pay`, `explain`, `school check`, `schools --programmes`, on the data of the repository."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from avcareers.render.formats import OUTPUTS

from ..own_data import write_schools_to_check
from ..runner import Run
from ..runner import run as run_here
from .test_app import SHAPES as PUBLISHED


@pytest.fixture
def run() -> Run:
    """Run a command on the data of the repository."""
    return partial(run_here, real=True)


COMMANDS = {
    "pay": ("pay", "scripte"),
    "pay on a day": ("pay", "chef-monteur", "--as-of", "2018-01-01"),
    "pay over years": ("pay", "chef-electricien", "--history"),
    "pay of a week": ("pay", "machiniste", "--hours", "50", "--agreement", "3097"),
    "pay of weeks": ("pay", "scripte", "--weeks", "8"),
    "answers": ("explain",),
    "answer": ("explain", "reconnu"),
    "full answer": ("explain", "507h", "--full"),
    "check": ("school", "check", "eicar"),
    "programmes": (
        "schools", "--near", "Lyon", "--within", "60", "--programmes", "--job", "monteur",
    ),
}  # fmt: skip


SHAPES: dict[str, Any] = {
    "pay": PUBLISHED["pay"],
    "pay on a day": PUBLISHED["pay"],
    "pay over years": PUBLISHED["pay"],
    "pay of weeks": PUBLISHED["pay"],
    "answers": PUBLISHED["explain-list"],
    "answer": PUBLISHED["explain"],
    "full answer": PUBLISHED["explain"],
    "check": PUBLISHED["school-check"],
    "programmes": PUBLISHED["schools-programmes"],
}


def answered(run: Run, *command: str, **options: Any) -> Any:
    """Return what a command answers, as JSON."""
    outcome = run(*command, "-o", "json", **options)
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("output", OUTPUTS)
def test_every_command_answers_in_every_format(
    run: Run, command: tuple[str, ...], output: str
) -> None:
    outcome = run(*command, "-o", output)
    assert outcome.status == 0
    assert outcome.out.strip()
    assert "Traceback" not in outcome.err
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize("name", SHAPES)
def test_json_has_the_published_shape(run: Run, name: str) -> None:
    outcome = run(*COMMANDS[name], "-o", "json")
    assert outcome.status == 0
    shaped = TypeAdapter(SHAPES[name]).validate_json(outcome.out)
    assert shaped
    told = json.loads(outcome.out)
    # Nothing is lost or added on the way.
    assert json.loads(TypeAdapter(SHAPES[name]).dump_json(shaped)) == told


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_answers_the_same_twice(run: Run, name: str) -> None:
    once, twice = (run(*COMMANDS[name], "-o", "json").out for _ in range(2))
    assert once == twice
    assert once


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_the_two_languages_say_it_differently(run: Run, command: tuple[str, ...]) -> None:
    told = {run(*command, "-o", "table", "--lang", language).out for language in ("fr", "en")}
    assert len(told) == 2


def test_the_list_of_answers_is_long_enough(run: Run) -> None:
    topics = answered(run, "explain")
    assert len(topics) >= 30
    assert "507h" in run("explain", "-o", "plain").out


def test_an_answer_holds_on_a_screen_and_its_full_form_cites(run: Run) -> None:
    short = run("explain", "reconnu", "-o", "table").out
    assert len(short.rstrip("\n").split("\n")) <= 25
    full = run("explain", "reconnu", "--full", "-o", "table").out
    topic = answered(run, "explain", "reconnu")
    for source in topic["sources"]:
        assert source["publisher"] in " ".join(full.split())


def test_an_answer_is_found_without_its_accents(run: Run) -> None:
    assert answered(run, "explain", "prime de precarite")["slug"] == "cddu"
    assert answered(run, "explain", "CDD D'USAGE")["slug"] == "cddu"


def test_a_check_gives_rules_and_sources_without_score(run: Run) -> None:
    told = answered(run, "school", "check", "eicar")
    assert told["slug"] == "eicar"
    assert set(told) == {
        "slug", "today", "recognised", "recognition", "diplomas", "points", "nearest_public",
        "unserved", "national_contests", "register_pages", "doubts", "website",
            "directory", "costs",
    }  # fmt: skip
    assert told["recognised"] == {"school": False, "diploma": True}
    assert {point["rule"] for point in told["points"]} >= {"fees-unknown", "employer"}
    assert run("school", "check", "eicar", "-o", "table").out.count("?\n") >= 3


def test_several_schools_are_checked_at_once_whatever_their_names_take(run: Run) -> None:
    told = answered(run, "school", "check", "3is", "la", "fémis", "eicar")
    assert [check["slug"] for check in told] == ["3is", "la-femis", "eicar"]
    # A name of several words alone is one school.
    assert answered(run, "school", "check", "la", "fémis")["slug"] == "la-femis"
    page = run("school", "check", "3is", "eicar", "-o", "table").out
    for said in (
        "L’école :",
        "Ses diplômes :",
        "En alternance :",
        "Coût par an :",
        "À demander :",
        "En public :",
    ):
        assert page.count(said) == 2
    rows = run("school", "check", "3is", "eicar", "-o", "csv").out.splitlines()
    assert [row.split(",")[0] for row in rows] == ["slug", "3is", "eicar"]
    assert "school check 3is eicar" in run("school", "check", "3is", "eicarr").err
    sheets = run("school", "check", "3is", "eicar", "--html").out
    assert sheets.count("<article") == sheets.count("<h1>") == 2


def test_programmes_near_a_city_are_all_for_the_job_and_within_reach(run: Run) -> None:
    rows = answered(run, *COMMANDS["programmes"])
    assert rows
    for row in rows:
        assert "monteur" in row["leads_to"]
        assert row["kilometres"] <= 60
        assert row["school_name"]
    assert [row["kilometres"] for row in rows] == sorted(row["kilometres"] for row in rows)


@pytest.mark.parametrize("order", ["fees", "selectivity", "name"])
def test_programmes_may_be_ordered_and_cut(run: Run, order: str) -> None:
    command = ("schools", "--programmes", "--job", "monteur", "--sort", order)
    whole = answered(run, *command)
    assert len(whole) > 5
    assert answered(run, *command, "--limit", "5") == whole[:5]


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        (("pay", "scripte", "--as-of", "hier"), 2, ("--as-of", "hier", "AAAA-MM-JJ")),
        (("pay", "scripte", "--as-of", "2018-13-01"), 2, ("--as-of", "2018-13-01")),
        (("pay", "scripte", "--as-of", "2018-02-30"), 2, ("--as-of", "2018-02-30")),
        (("pay", "scripte", "--as-of", "2018"), 2, ("--as-of", "2018")),
        (("pay", "scripte", "--as-of", ""), 2, ("--as-of",)),
        (("pay", "scripte", "--agreement", "3079"), 2, ("--agreement", "3079", "3097")),
        (("pay", "scripte", "--agreement", "9999"), 2, ("9999", "3097", "2642")),
        (("pay", "scripte", "--hours", "0"), 2, ("--hours",)),
        (("pay", "scripte", "--hours", "81"), 2, ("--hours",)),
        (("pay", "scripte", "--hours", "cinquante"), 2, ("--hours",)),
        (("pay", "scripte", "--hours", "nan"), 2, ("--hours",)),
        (("pay", "scripte", "--weeks", "0"), 2, ("--weeks",)),
        (("pay", "scripte", "--days", "-1"), 2, ("--days",)),
        (("pay", "scrite"), 1, ("scrite", "scripte")),
        (("pay", "zzzzzz"), 1, ("zzzzzz", "avcareers jobs")),
        (("pay",), 2, ("pay",)),
        (("pay", "scripte", "-o", "xml"), 2, ("xml", "json")),
        (("explain", "507g"), 1, ("507g", "507h")),
        (("explain", "zzzzzz"), 1, ("zzzzzz", "avcareers explain")),
        (("school", "check", "eicra"), 1, ("eicra", "eicar")),
        (("school", "check"), 2, ("check",)),
        (("schools", "--programmes", "--near", "Lyonn"), 2, ("--near", "Lyon")),
        (("schools", "--programmes", "--within", "60"), 2, ("--within", "--near")),
        (("schools", "--programmes", "--sort", "distance"), 2, ("--sort", "--near")),
        (("schools", "--sort", "selectivity"), 2, ("--sort", "--programmes")),
        (("schools", "--programmes", "--job", "monteurr"), 2, ("--job", "monteur")),
        (("schools", "--programmes", "--limit", "0"), 2, ("--limit",)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_is_not_understood_is_told_with_what_is_near_and_nothing_is_answered(
    run: Run, command: tuple[str, ...], status: int, told: tuple[str, ...]
) -> None:
    outcome = run(*command)
    assert outcome.status == status
    assert outcome.out == ""
    for part in told:
        assert part in outcome.err
    assert "Traceback" not in outcome.err


def test_a_failure_is_told_in_the_language_asked_for(run: Run) -> None:
    french, english = (run("explain", "507g", "--lang", lang).err for lang in ("fr", "en"))
    assert "Noms proches : 507h" in french
    assert "Near names: 507h" in english


def test_the_tests_own_data_answer_too(run: Run, tmp_path: Path) -> None:
    data = str(write_schools_to_check(tmp_path))
    rows = answered(run, "pay", "etalonneur", AVCAREERS_DATA=data)
    assert [(row["amount_eur"], row["current"]) for row in rows] == [(None, False)] * 2
    (wage,) = [row for row in answered(run, "pay", "cadreur", "--as-of", "2024-01-01", AVCAREERS_DATA=data)
               if row["function"] == "Aide de location"]  # fmt: skip
    assert (wage["amount_eur"], wage["below_minimum_wage"]) == (11.7, False)
    assert answered(run, "explain", "cdd d ete", AVCAREERS_DATA=data)["slug"] == "contrat-court"
    assert answered(run, "school", "check", "atelier-sirocco", AVCAREERS_DATA=data)["points"] == []
