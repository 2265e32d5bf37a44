"""`data audit` from its command line: what it writes, says and refuses."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from avcareers.cli.app import add_commands, app, main
from avcareers.render.formats import OUTPUTS
from avcareers.render.schemas import answer_types

from .official_exports import ACCESS_RATE, SAME_SESSION, content_of, write_csv


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> Any:
    """Run the command line; give its status, standard output and standard error."""
    monkeypatch.setattr(sys, "argv", ["avcareers", "data", "audit", *words])
    app.registered_groups.clear()
    with pytest.raises(SystemExit) as left:
        main()
    app.registered_groups.clear()
    shown = capsys.readouterr()
    return left.value.code, shown.out, shown.err


@pytest.mark.parametrize("output", OUTPUTS)
def test_no_access_rate_anywhere(
    tmp_path: Path, data: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    path = write_csv(tmp_path / "p.csv", SAME_SESSION)
    status, out, err = run(capsys, monkeypatch, "--data", str(data), "--parcoursup", str(path),
                           "-o", output, "--write", "--yes")  # fmt: skip
    assert status == 0
    everything = out + err + "".join(p.read_text("utf-8") for p in data.iterdir())
    for word in (ACCESS_RATE, ACCESS_RATE.replace(".", ","), "taux_acces", "Taux d", "access rate"):
        assert word not in everything


def test_json(data: Path, rncp: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, _ = run(capsys, monkeypatch, "--data", str(data), "--rncp", str(rncp),
                         "-o", "json")  # fmt: skip
    assert status == 0
    TypeAdapter(answer_types()["data-audit"]).validate_json(out)
    whole = json.loads(out)
    assert whole["registers"] == [{
        "slug": "rncp-export-2026-11-22", "day": "2026-11-22", "session": None, "compared": 3, "of": 4,
        "latest": None}]  # fmt: skip
    found = whole["differences"]
    assert found[0] == {
        "kind": "certification", "slug": "rncp-99002", "field": "title", "ours": "Prises de vues",
        "theirs": "Opérateur de prises de vues", "patch": "Opérateur de prises de vues",
        "register": "rncp-export-2026-11-22", "newer": None}  # fmt: skip
    assert len(found) == 12
    lines = run(capsys, monkeypatch, "--data", str(data), "--rncp", str(rncp), "-o", "jsonl")[1]
    assert [json.loads(line) for line in lines.splitlines()] == found


@pytest.mark.parametrize("output", ["md", "plain"])
def test_patch_is_a_column(
    data: Path, rncp: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    options = ("--data", str(data), "--rncp", str(rncp), "-o")
    assert "expires: '2029-12-31'" in run(capsys, monkeypatch, *options, output)[1]
    assert "expires: '" not in run(capsys, monkeypatch, *options, "table")[1]


def test_command_writes_with_the_day_given(
    data: Path, rncp: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = (
        "--data",
        str(data),
        "--rncp",
        str(rncp),
        "--write",
        "--yes",
        "--read-on",
        "2026-11-25",
    )
    status, _, err = run(capsys, monkeypatch, *options)
    assert status == 0
    assert "réécrit : certifications.yaml" in err
    assert "data check" in err
    assert "\n-  expires: '2025-06-30'\n" in err
    assert "\n+  expires: '2029-12-31'\n" in err
    (source,) = (s for s in content_of(data).sources if s.slug == "rncp-export-2026-11-22")
    assert source.read_on == "2026-11-25"
    assert "Rien à écrire." in run(capsys, monkeypatch, *options)[2]


@pytest.mark.parametrize(("answer", "written"), [("o\n", True), ("Y\n", True), ("\n", False),
                                                 ("n\n", False), ("", False)])  # fmt: skip
def test_nothing_is_written_unless_a_person_agrees_to_what_was_shown(
    data: Path, rncp: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool
) -> None:
    monkeypatch.setattr("avcareers.cli.data.can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    before = (data / "certifications.yaml").read_bytes()
    status, _, err = run(
        capsys, monkeypatch, "--data", str(data), "--rncp", str(rncp), "--write", "--no-pager"
    )
    assert status == 0
    shown, _, after = err.partition("Écrire 2 fichiers ? [o/N] ")
    assert "+  expires: '2029-12-31'" in shown
    assert ("Rien n’est écrit." in after, "réécrit" in after) == (not written, written)
    assert ((data / "certifications.yaml").read_bytes() != before) is written


@pytest.mark.parametrize("options", [("--write",), ("--yes",)])
def test_without_a_terminal_writing_is_not_agreed_to(
    data: Path, rncp: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    given = ("--data", str(data), "--rncp", str(rncp), *options)
    status, out, err = run(capsys, monkeypatch, *given)
    assert (status, out) == (2, "")
    assert "--yes" in err
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_an_export_that_compared_nothing_never_says_the_same(
    tmp_path: Path, data: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(tmp_path / "p.csv", [row.replace("2025;", "2021;", 1) for row in SAME_SESSION])
    given = ("--data", str(data), "--parcoursup", str(path))
    status, out, err = run(capsys, monkeypatch, *given, "-o", "table")
    assert status == 0
    assert "rien n’a été comparé : session 2021, le catalogue a 2025." in " ".join(
        (out + err).split()
    )
    assert "la même chose" not in out + err
    (register,) = json.loads(run(capsys, monkeypatch, *given, "-o", "json")[1])["registers"]
    assert (register["session"], register["compared"], register["latest"]) == (2021, 0, 2025)


def test_command_refuses(
    tmp_path: Path, data: Path, rncp: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    given = ("--data", str(data))
    status, _, err = run(capsys, monkeypatch, *given)
    assert status == 2
    assert "--rncp FICHIER" in err
    assert "--parcoursup FICHIER" in err
    for day in ("demain", "20261123", "2026-02-30"):
        status, _, err = run(capsys, monkeypatch, *given, "--rncp", str(rncp), "--read-on", day)
        assert status == 2
        assert "--read-on" in err
    # A good register with a wrong file of figures: neither is written.
    wrong = write_csv(tmp_path / "p.csv", [*SAME_SESSION, "2025;coupé"])
    status, out, err = run(capsys, monkeypatch, *given, "--rncp", str(rncp), "--parcoursup",
                           str(wrong), "--write", "--yes")  # fmt: skip
    assert (status, out) == (3, "")
    assert "p.csv, ligne 8 : 12 cases sont attendues, comme dans les titres, il y en a 2" in err
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_help_is_declared() -> None:
    app.registered_groups.clear()
    add_commands(["data"])
    from avcareers.cli.data import data_app

    assert "audit" in {found.name for found in data_app.registered_commands}
