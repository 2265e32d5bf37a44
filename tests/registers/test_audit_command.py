"""`data audit` from its command line: what it writes, says and refuses."""

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
                           "-o", output, "--write")  # fmt: skip
    assert status == 0
    everything = out + err + "".join(p.read_text("utf-8") for p in data.iterdir())
    for word in (ACCESS_RATE, ACCESS_RATE.replace(".", ","), "taux_acces", "Taux d", "access rate"):
        assert word not in everything


def test_json(data: Path, rncp: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, _ = run(capsys, monkeypatch, "--data", str(data), "--rncp", str(rncp),
                         "-o", "json")  # fmt: skip
    assert status == 0
    TypeAdapter(answer_types()["data-audit"]).validate_json(out)
    found = json.loads(out)
    assert found[0] == {
        "kind": "certification", "slug": "rncp-99002", "field": "title", "ours": "Prises de vues",
        "theirs": "Opérateur de prises de vues", "patch": "Opérateur de prises de vues",
        "register": "rncp-export-2026-11-22"}  # fmt: skip
    assert len(found) == 12


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
    options = ("--data", str(data), "--rncp", str(rncp), "--write", "--read-on", "2026-11-25")
    status, _, err = run(capsys, monkeypatch, *options)
    assert status == 0
    assert "réécrit : certifications.yaml" in err
    assert "data check" in err
    assert "appliqués" in err
    (source,) = (s for s in content_of(data).sources if s.slug == "rncp-export-2026-11-22")
    assert source.read_on == "2026-11-25"
    assert "réécrit" not in run(capsys, monkeypatch, *options)[2]


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
                           str(wrong), "--write")  # fmt: skip
    assert (status, out) == (3, "")
    assert "p.csv:8:1  must have 12 fields as the header does, found 2" in err
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_help_is_declared() -> None:
    app.registered_groups.clear()
    add_commands(["data"])
    from avcareers.cli.data import data_app

    assert "audit" in {found.name for found in data_app.registered_commands}
