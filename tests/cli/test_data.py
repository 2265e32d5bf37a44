"""`avcareers data`."""

import json
import shutil
from pathlib import Path

import pytest

from ..own_data import FOLDER
from ..runner import Run


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


def damage(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_data_that_hold_are_said_to_hold(run: Run) -> None:
    status, out, err = run("data", "check")
    assert (status, out) == (0, "")
    assert "toutes les règles tiennent" in err


def test_every_problem_of_a_damaged_folder_is_told_with_its_place(run: Run, copy: Path) -> None:
    damage(copy, "professions", "level: head", "level: boss")
    damage(copy, "schools", "kind: public", "kind: publc")
    damage(copy, "places", "lat: 48.39", "lat: nord")
    for command in (("data", "check"), ("jobs",), ("job", "show", "monteur"), ("schools",)):
        status, out, err = run(*command, "--data", str(copy))
        assert (status, out) == (3, "")
        assert "Traceback" not in err
        for expected in ("professions.yaml:", "schools.yaml:", "places.yaml:", "realisateur.level",
                         "did you mean public?", "3 problèmes"):  # fmt: skip
            assert expected in err, (command, expected)


def test_a_reference_to_nothing_is_told_with_the_near_one(run: Run, copy: Path) -> None:
    damage(copy, "professions", "department: montage", "department: montages")
    status, out, err = run("jobs", "--data", str(copy))
    assert (status, out) == (3, "")
    assert "did you mean montage" in err


def test_a_folder_without_data_says_what_must_be_there(run: Run, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        status, out, err = run("jobs", "--data", str(folder))
        assert (status, out) == (3, "")
        assert "professions.yaml" in err
        assert "schools.yaml" in err


def test_a_rule_that_does_not_hold_is_told_for_programs_too(run: Run, copy: Path) -> None:
    damage(copy, "professions", "fr: Découper le scénario en plans", "fr: Le découpage en plans")
    status, out, _ = run("data", "check", "--data", str(copy), "-o", "json")
    assert status == 3
    (finding,) = json.loads(out)
    assert finding["file"] == "professions.yaml"
    assert finding["line"] > 1
    assert "infinitive" in finding["message"]


def test_a_command_of_an_answer_that_is_none_of_ours_is_told(run: Run, copy: Path) -> None:
    topic = next((copy / "topics").iterdir())
    with topic.open("a", encoding="utf-8") as file:
        file.write(
            "commands: [jobs --entry, school show x, jobs --entree, métiers son, export \"']\n"
        )
    err = run("data", "check", "--data", str(copy)).err
    assert [line.split(" ")[2] for line in err.splitlines() if "[command]" in line] == [
        f"{topic.stem}.commands[{index}]:" for index in (2, 3, 4)
    ]


def test_findings_of_a_file_past_two_hundred_are_only_announced(run: Run, copy: Path) -> None:
    damage(copy, "professions", "fr: Découper le scénario en plans", "fr: Le découpage en plans")
    with (copy / "places.yaml").open("a", encoding="utf-8") as places:
        for number in range(250):
            places.write(f"- slug: ile-{number}\n  name: Île {number}\n  department: '29'\n"
                         "  region: Bretagne\n  lat: 10.0\n  lon: 0.0\n")  # fmt: skip
    status, _, err = run("data", "check", "--data", str(copy))
    assert status == 3
    assert len([line for line in err.splitlines() if line.startswith("places.yaml:")]) == 201
    assert "ile-199" in err
    assert "ile-200" not in err
    assert "more problems from here on, not listed" in err
    assert "infinitive" in err
    _, out, _ = run("data", "check", "--data", str(copy), "-o", "json")
    assert len(json.loads(out)) == 202


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("proffessions.yaml", "nothing reads it: did you mean professions.yaml?"),
        ("rules.yml", "did you mean rules.yaml?"),
        (
            "topics/507h.yml",
            "must end with .yaml, nothing reads it: did you mean topics/507h.yaml?",
        ),
        ("pay/3097.CSV", "must end with .csv, nothing reads it: did you mean pay/3097.csv?"),
        ("schools/sub/x.yaml", "schools/sub  must be a file, no folder is read in schools"),
        ("school/la-femis.yaml", "did you mean schools"),
    ],
)
def test_a_file_that_nothing_reads_is_named(run: Run, copy: Path, path: str, said: str) -> None:
    (copy / path).parent.mkdir(exist_ok=True)
    (copy / path).write_text("[]", encoding="utf-8")
    status, _, err = run("data", "check", "--data", str(copy))
    assert status == 3
    assert said in err
    assert "1 problème" in err
    # Whoever reads the catalogue isn't stopped by it.
    assert run("jobs", "--data", str(copy)).status == 0


def test_a_file_under_a_wrong_name_is_named_with_the_one_that_is_missing(
    run: Run, copy: Path
) -> None:
    (copy / "stages.yaml").rename(copy / "stage.yaml")
    err = run("data", "check", "--data", str(copy)).err
    assert "stages.yaml  must exist in" in err
    assert "stage.yaml  must be one of the data files, nothing reads it: did you mean stages" in err


def test_a_file_in_the_place_of_a_folder_is_named(run: Run, copy: Path) -> None:
    shutil.rmtree(copy / "topics")
    (copy / "topics").touch()
    assert "topics  must be a folder" in run("data", "check", "--data", str(copy)).err


def test_tables_of_minimums_that_are_missing_are_told_at_their_agreement(
    run: Run, copy: Path
) -> None:
    shutil.rmtree(copy / "pay")
    status, _, err = run("data", "check", "--data", str(copy))
    assert status == 3
    assert "agreements.yaml:" in err
    assert "must have lines in data/pay/3097.csv" in err


def test_files_that_may_be_absent_are_said_to_be(run: Run, copy: Path) -> None:
    (copy / "earnings.yaml").unlink()
    status, _, err = run("data", "check", "--data", str(copy))
    assert status == 0
    assert "Fichiers absents, sans lesquels on peut faire : synonyms.yaml, earnings.yaml." in err


def test_dot_files_and_readmes_are_let_be(run: Run, copy: Path) -> None:
    for path in (".gitattributes", "README.md", "pay/README.md", "schools/.x.yaml.swp"):
        (copy / path).touch()
    assert run("data", "check", "--data", str(copy)).status == 0


def test_fmt_rewrites_the_marks_of_an_editor(run: Run, copy: Path) -> None:
    text = (copy / "places.yaml").read_text(encoding="utf-8")
    (copy / "places.yaml").write_text("\ufeff" + text, encoding="utf-8", newline="\r\n")
    status, _, err = run("data", "fmt", "--data", str(copy))
    assert (status, err) == (0, "réécrit : places.yaml\n")
    assert (copy / "places.yaml").read_bytes() == (FOLDER / "places.yaml").read_bytes()


def test_fmt_writes_the_one_form_and_then_nothing(run: Run, copy: Path) -> None:
    damage(copy, "places", "  name: Brest\n  department: '29'", "  department: '29'\n  name: Brest")
    status, _, err = run("data", "fmt", "--check", "--data", str(copy))
    assert status == 3
    assert "places.yaml" in err
    assert run("data", "fmt", "--data", str(copy)).status == 0
    assert (copy / "places.yaml").read_bytes() == (FOLDER / "places.yaml").read_bytes()
    assert run("data", "fmt", "--check", "--data", str(copy)).status == 0


def test_schemas_are_written_where_asked(run: Run, tmp_path: Path) -> None:
    assert run("data", "schema", str(tmp_path), "--check").status == 3
    assert run("data", "schema", str(tmp_path)).status == 0
    assert json.loads((tmp_path / "output" / "jobs-list.schema.json").read_text(encoding="utf-8"))
    assert run("data", "schema", str(tmp_path), "--check").status == 0


def test_stale_lists_what_to_read_again(run: Run) -> None:
    status, out, _ = run("data", "stale", "-o", "json", "--today", "2026-11-23")
    assert status == 0
    assert [item["slug"] for item in json.loads(out)] == [
        "atelier-des-dunes", "releve-ancien", "atelier-des-dunes#prises-de-vues",
    ]  # fmt: skip
    _, out, _ = run("data", "stale", "--older-than", "3", "-o", "json", "--today", "2026-11-25")
    assert len(json.loads(out)) > 10


def test_stats_count_what_is_known(run: Run) -> None:
    _, out, _ = run("data", "stats", "-o", "json", "--today", "2026-11-23")
    found = json.loads(out)
    assert found["records"]["school"] == 9
    assert {"what": "alternance", "having": 8, "of": 12} in found["programmes"]


def test_data_alone_shows_its_help(spawn: Run) -> None:
    status, out, err = spawn("data")
    assert status in {0, 2}
    assert "check" in out + err
