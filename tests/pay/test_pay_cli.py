"""`pay`, `explain`, `school check`, `schools --programmes`, on the data of the repository."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from avcareers.model.outputs import LISTS, SHEETS

Run = Callable[..., Any]

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


def array_of(shape: Any) -> Any:
    """Give the type of an array of a shape."""
    return list[shape]


SHAPES: dict[str, Any] = {
    "pay": array_of(LISTS["pay"]),
    "pay on a day": array_of(LISTS["pay"]),
    "pay over years": array_of(LISTS["pay"]),
    "pay of weeks": array_of(LISTS["pay"]),
    "answers": array_of(LISTS["explain-list"]),
    "answer": SHEETS["explain"],
    "full answer": SHEETS["explain"],
    "check": SHEETS["school-check"],
    "programmes": array_of(LISTS["schools-programmes"]),
}

FIXED = {
    "fr": "Minimum conventionnel brut, pas un revenu.",
    "en": "Gross minimum under the collective agreement, not an income.",
}


def answered(run: Run, *command: str, **options: Any) -> Any:
    """Give what a command answers, as JSON."""
    outcome = run(*command, "-o", "json", **options)
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("output", ["table", "plain", "jsonl", "csv", "md"])
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


def test_weeks_in_json_have_a_published_shape_too(run: Run) -> None:
    out = run(*COMMANDS["pay of a week"], "-o", "json").out
    fitting = []
    for name, shape in LISTS.items():
        with suppress(ValidationError):
            TypeAdapter(array_of(shape)).validate_json(out)
            fitting.append(name)
    assert len(fitting) == 1


@pytest.mark.parametrize("name", ["pay", "pay over years", "pay of a week", "pay of weeks"])
@pytest.mark.parametrize("output", ["table", "md", "plain"])
def test_every_text_about_pay_says_that_a_floor_is_not_an_income(
    run: Run, name: str, output: str
) -> None:
    for language, said in FIXED.items():
        outcome = run(*COMMANDS[name], "-o", output, "--lang", language)
        assert said in " ".join((outcome.out + outcome.err).split())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_answers_the_same_twice(run: Run, name: str) -> None:
    once, twice = (run(*COMMANDS[name], "-o", "json").out for _ in range(2))
    assert once == twice
    assert once


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_the_two_languages_say_it_differently(run: Run, command: tuple[str, ...]) -> None:
    told = {run(*command, "-o", "table", "--lang", language).out for language in ("fr", "en")}
    assert len(told) == 2


def test_pay_gives_each_agreement_in_its_own_unit(run: Run) -> None:
    rows = answered(run, "pay", "scripte")
    assert {row["idcc"] for row in rows} >= {"3097", "2642", "2412"}
    assert {row["unit"] for row in rows} >= {"day", "week"}
    for row in rows:
        assert (row["amount_eur"] is not None) == row["current"]
        assert (row["outdated_why"] is not None) == (not row["current"])
        assert row["source"]["slug"]
        assert row["source"]["read_on"]
        assert row["method"] == "published" or row["rule"]
    assert any(not row["current"] for row in rows)


def test_pay_of_a_day_gives_nothing_that_came_after(run: Run) -> None:
    rows = answered(run, "pay", "chef-monteur", "--as-of", "2018-01-01")
    assert rows
    assert max(row["valid_from"] for row in rows) <= "2018-01-01"
    now = answered(run, "pay", "chef-monteur")
    assert max(row["valid_from"] for row in now) > "2018-01-01"


def test_a_history_rises_in_time(run: Run) -> None:
    series = defaultdict(list)
    for row in answered(run, "pay", "chef-electricien", "--history"):
        key = (row["idcc"], row["section"]["fr"], row["function"], row["basis"]["fr"])
        series[key].append(row["valid_from"])
    assert max(map(len, series.values())) >= 3
    for days in series.values():
        assert days == sorted(days)


def test_in_a_history_only_the_last_of_a_series_is_current(run: Run) -> None:
    rows = answered(run, "pay", "chef-electricien", "--history", "--agreement", "3097")
    for one, two in pairwise(rows):
        same = all(one[key] == two[key] for key in ("idcc", "section", "function", "basis"))
        assert not (same and one["current"]), (one["function"], one["valid_from"])


def test_a_history_is_drawn_with_bars(run: Run) -> None:
    out = run("pay", "chef-electricien", "--history", "-o", "table").out
    assert "█" in out
    assert "pas un revenu" in out


def test_the_hours_of_a_week_add_up(run: Run) -> None:
    weeks = answered(run, "pay", "machiniste", "--hours", "50", "--agreement", "3097")
    assert weeks
    for week in weeks:
        assert week["idcc"] == "3097"
        assert sum(step["hours"] for step in week["steps"]) == week["hours"] == 50
        total = sum(step["total_eur"] for step in week["steps"])
        assert total == pytest.approx(week["total_eur"], abs=0.01)
        assert [step["increase_percent"] for step in week["steps"]] == [0, 25, 50, 75]
        assert [step["source"] is None for step in week["steps"]] == [True, False, False, False]


def test_an_agreement_whose_steps_are_not_known_gives_no_week(run: Run) -> None:
    command = ("pay", "scripte", "--hours", "50", "--agreement", "2412")
    assert answered(run, *command) == []
    out = run(*command, "-o", "table").out
    assert "3097" in out
    assert "€" not in out


def test_a_history_of_hours_says_the_same_in_every_format(run: Run) -> None:
    command = ("pay", "machiniste", "--hours", "50", "--history")
    table, data = run(*command, "-o", "table"), run(*command, "-o", "json")
    if table.status == data.status == 0:
        # Either bars of floors, or steps of weeks, in both.
        assert ("█" in table.out) == ("valid_from" in data.out and "steps" not in data.out)
    else:
        assert (table.status, data.status) == (2, 2)


def test_weeks_and_days_at_once_are_not_half_answered(run: Run) -> None:
    outcome = run("pay", "scripte", "--weeks", "2", "--days", "3", "-o", "table")
    if outcome.status == 0:
        assert "2 semaines" in outcome.out
        assert "3 jours" in outcome.out
    else:
        assert outcome.status == 2


def test_so_many_weeks_are_totalled_under_an_assumption(run: Run) -> None:
    out = run("pay", "regisseur-general", "--weeks", "8", "-o", "table").out
    assert "8 semaines" in out
    assert "autant de fois le minimum" in " ".join(out.split())
    single = run("pay", "regisseur-general", "--weeks", "1", "-o", "table").out
    assert "1 semaine" in single
    assert "1 semaines" not in single


def test_a_job_is_found_by_any_of_its_names(run: Run) -> None:
    by_key = run("pay", "chef-electricien", "-o", "json")
    assert run("pay", "gaffer", "-o", "json").out == by_key.out
    assert run("pay", "Cheffe", "électricienne", "-o", "json").out == by_key.out


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
    assert set(told) == {"slug", "today", "points", "nearest_public"}
    assert {point["rule"] for point in told["points"]} >= {"fees-unknown", "employer"}
    assert run("school", "check", "eicar", "-o", "table").out.count("?\n") >= 3


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


def test_csv_gives_one_line_a_floor(run: Run) -> None:
    out = run("pay", "scripte", "-o", "csv").out
    lines = list(csv.DictReader(io.StringIO(out)))
    assert len(lines) == len(answered(run, "pay", "scripte"))
    assert {"idcc", "function", "amount_eur", "unit", "valid_from"} <= set(lines[0])


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        (("pay", "scripte", "--as-of", "hier"), 2, ("--as-of", "hier", "20")),
        (("pay", "scripte", "--as-of", "2018-13-01"), 2, ("--as-of", "2018-13-01")),
        (("pay", "scripte", "--as-of", "2018-02-30"), 2, ("--as-of", "2018-02-30")),
        (("pay", "scripte", "--as-of", "2018"), 2, ("--as-of", "2018")),
        (("pay", "scripte", "--as-of", ""), 2, ("--as-of",)),
        (("pay", "scripte", "--agreement", "3079"), 2, ("--agreement", "3079", "3097")),
        (("pay", "scripte", "--agreement", "9999"), 2, ("9999", "3097", "2642")),
        (("pay", "scripte", "--agreement", "idcc-3097"), 2, ("3097",)),
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
        (("schools", "--programmes", "--near", "Lyonn"), 2, ("--near", "lyon")),
        (("schools", "--programmes", "--within", "60"), 2, ("--within", "--near")),
        (("schools", "--programmes", "--sort", "distance"), 2, ("--sort", "fees")),
        (("schools", "--sort", "selectivity"), 2, ("--sort", "fees")),
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


def test_the_tests_own_data_answer_too(run: Run, folder: Callable[..., Path]) -> None:
    data = folder()
    rows = answered(run, "pay", "etalonneur", data=data)
    assert [(row["amount_eur"], row["current"]) for row in rows] == [(None, False)] * 2
    (wage,) = [row for row in answered(run, "pay", "cadreur", "--as-of", "2024-01-01", data=data)
               if row["function"] == "Aide de location"]  # fmt: skip
    assert (wage["amount_eur"], wage["below_minimum_wage"]) == (11.7, False)
    assert answered(run, "explain", "cdd d ete", data=data)["slug"] == "contrat-court"
    assert answered(run, "school", "check", "atelier-sirocco", data=data)["points"] == []


def test_a_job_without_floor_answers_with_an_empty_list_and_says_so(
    run: Run, folder: Callable[..., Path]
) -> None:
    data = folder()
    assert answered(run, "pay", "realisateur", data=data) == []
    assert "Aucun minimum trouvé" in run("pay", "realisateur", "-o", "table", data=data).out
    plain = run("pay", "realisateur", "-o", "plain", data=data)
    assert plain.status == 0
    assert "Aucun minimum trouvé" in plain.err
