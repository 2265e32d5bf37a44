"""`pay`, on the data of the repository."""

import csv
import io
import json
from collections import defaultdict
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from avcareers.render.formats import PAGE_FORMATS

from ..cli.test_app import SHAPES
from ..own_data import FOLDER
from ..runner import Run
from ..runner import run as run_here


@pytest.fixture
def run() -> Run:
    """Run a command on the data of the repository."""
    return partial(run_here, real=True)


A_WEEK = ("pay", "machiniste", "--hours", "50", "--agreement", "3097")
A_HISTORY = ("pay", "chef-electricien", "--history")
SOME_WEEKS = ("pay", "scripte", "--weeks", "8")


FIXED = {
    "fr": "Minimum conventionnel brut, pas un revenu.",
    "en": "Gross minimum under the collective agreement, not an income.",
}


def answered(run: Run, *command: str, **options: Any) -> Any:
    """Return what a command answers, as JSON."""
    outcome = run(*command, "-o", "json", **options)
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


def test_weeks_in_json_have_a_published_shape_too(run: Run) -> None:
    out = run(*A_WEEK, "-o", "json").out
    fitting = []
    for name, shape in SHAPES.items():
        with suppress(ValidationError):
            TypeAdapter(shape).validate_json(out)
            fitting.append(name)
    assert fitting == ["pay-hours"]


@pytest.mark.parametrize("command", [("pay", "scripte"), A_HISTORY, A_WEEK, SOME_WEEKS])
@pytest.mark.parametrize("output", PAGE_FORMATS)
def test_every_text_about_pay_says_that_a_floor_is_not_an_income(
    run: Run, command: tuple[str, ...], output: str
) -> None:
    for language, said in FIXED.items():
        outcome = run(*command, "-o", output, "--lang", language)
        assert said in " ".join((outcome.out + outcome.err).split())


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


def test_a_history_is_drawn_with_bars_that_show_each_rise(run: Run) -> None:
    out = run("pay", "chef-electricien", "--history", "-o", "table").out
    assert "pas un revenu" in out
    first = out[out.index("prise de vues cinéma, 5 jours") :].split("\n\n")[0]
    bars = [line.count("█") for line in first.splitlines() if "█" in line]
    assert len(bars) > 4
    assert "les barres ne partent pas de zéro" in " ".join(first.split())
    assert bars == sorted(set(bars))
    assert "+1,9 %" in first


def test_a_history_begins_with_how_the_job_is_mostly_hired(run: Run) -> None:
    out = run("pay", "chef-electricien", "--history", "-o", "table").out
    assert out.index("prise de vues") < out.index("construction")


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


def test_csv_gives_one_line_a_floor(run: Run) -> None:
    out = run("pay", "scripte", "-o", "csv").out
    lines = list(csv.DictReader(io.StringIO(out)))
    assert len(lines) == len(answered(run, "pay", "scripte"))
    assert {"idcc", "function", "amount_eur", "unit", "valid_from"} <= set(lines[0])


def test_a_job_without_floor_answers_with_an_empty_list_and_says_so(
    run: Run, tmp_path: Path
) -> None:
    data = str(FOLDER)
    assert answered(run, "pay", "realisateur", AVCAREERS_DATA=data) == []
    assert (
        "Aucun minimum trouvé" in run("pay", "realisateur", "-o", "table", AVCAREERS_DATA=data).out
    )
    plain = run("pay", "realisateur", "-o", "plain", AVCAREERS_DATA=data)
    assert plain.status == 0
    assert "Aucun minimum trouvé" in plain.err


@pytest.mark.parametrize("form", [(), ("--history",), ("--hours", "40")], ids=str)
def test_before_the_first_minimum_one_is_told_since_when_there_are(
    run: Run, form: tuple[str, ...]
) -> None:
    err = run("pay", "scripte", "--as-of", "1950-01-01", *form).err
    assert "Aucun minimum connu n’était en vigueur ce jour-là : le plus ancien date du" in err
    assert "dans les conventions lues" not in err
    command = err.strip().splitlines()[-1].split()[1:]
    assert command[:3] == ["pay", "scripte", "--as-of"]
    assert answered(run, *command)


@pytest.mark.parametrize("form", [(), ("--history",), ("--hours", "40")], ids=str)
def test_of_a_day_to_come_it_is_said_that_nobody_knows(run: Run, form: tuple[str, ...]) -> None:
    done = run("pay", "scripte", "--as-of", "2099-01-01", *form)
    assert "personne ne sait quels minima s’appliqueront" in f"{done.out}{done.err}"
    done = run("pay", "scripte", *form)
    assert "personne ne sait" not in f"{done.out}{done.err}"


@pytest.mark.parametrize(
    "typed", ["3097", "IDCC3097", "idcc 3097", "production cinéma", "film production"]
)
def test_an_agreement_is_named_by_its_number_or_by_words_of_its_name(run: Run, typed: str) -> None:
    assert {row["idcc"] for row in answered(run, "pay", "scripte", "--agreement", typed)} == {
        "3097"
    }


def test_agreements_are_listed_with_their_names(run: Run) -> None:
    several = run("pay", "scripte", "--agreement", "cinéma")
    assert several.status == 2
    assert "3097 Production cinématographique" in several.err
    assert "1307 Exploitation cinématographique" in several.err
    none = run("pay", "scripte", "--agreement", "zzz", "--lang", "en")
    assert none.status == 2
    assert "2642 Television production" in none.err


def test_several_jobs_are_refused_with_a_command_for_each(run: Run) -> None:
    done = run("pay", "gaffer", "scripte", "--history")
    assert done.status == 2
    said = " ".join(done.err.split())
    for command in (
        "avcareers pay chef-electricien --history",
        "avcareers pay scripte --history",
        "avcareers compare chef-electricien scripte",
    ):
        assert command in said
