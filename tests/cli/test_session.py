"""What every command shares: how it fails."""

import sys
from typing import Any

import pytest

from avcareers.cli.session import failing_clearly
from avcareers.model.errors import (
    AvcareersError,
    BadValueError,
    DamagedError,
    DataError,
    NotFoundError,
)
from avcareers.store import opening
from avcareers.store.catalogue import Catalogue

from ..runner import Run


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("profession", "x"), 1),
        (BadValueError("--x", "y", ("z",)), 2),
        (DataError(()), 3),
        (PermissionError(13, "Permission denied", "/x"), 3),
        (KeyboardInterrupt(), 130),
    ],
)
def test_what_goes_wrong_leaves_a_status_and_no_traceback(
    capsys: pytest.CaptureFixture[str], error: BaseException, status: int
) -> None:
    with pytest.raises(SystemExit) as left, failing_clearly(False, "fr"):
        raise error
    assert left.value.code == status
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert bool(err) is (status != 130)


@pytest.mark.parametrize("error", [NotFoundError("profession", "x"), OSError("x")])
def test_debug_lets_errors_through(error: Exception) -> None:
    with pytest.raises(type(error)), failing_clearly(True, "fr"):
        raise error


def test_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), failing_clearly(False, "fr"):
        raise ZeroDivisionError


def test_debug_shows_where_it_failed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from avcareers.cli import app

    monkeypatch.setattr(sys, "argv", ["avcareers", "job", "show", "zzz", "--debug"])
    with pytest.raises(AvcareersError):
        app.main()


@pytest.mark.parametrize(("job", "status"), [("monteur", 0), ("zzz", 1)])
def test_a_command_closes_its_catalogue_however_it_ends(
    run: Run, monkeypatch: pytest.MonkeyPatch, job: str, status: int
) -> None:
    catalogues: list[Catalogue] = []
    open_catalogue = opening.open_catalogue

    def remembered(*arguments: Any) -> Catalogue:
        catalogues.append(open_catalogue(*arguments))
        return catalogues[-1]

    monkeypatch.setattr(opening, "open_catalogue", remembered)
    assert run("job", "show", job).status == status
    (catalogue,) = catalogues
    with pytest.raises(DamagedError) as refused:
        catalogue.slugs("place")
    assert "closed database" in str(refused.value.__cause__)


def test_the_first_compilation_is_silent_in_a_pipe(run: Run, tmp_path: Any) -> None:
    status, out, err = run("jobs", "-o", "json", XDG_CACHE_HOME=str(tmp_path))
    assert (status, err) == (0, "")
    assert out


def test_without_a_cache_the_answer_still_comes(run: Run, tmp_path: Any) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    status, out, err = run("jobs", "-o", "json", XDG_CACHE_HOME=str(blocked))
    assert status == 0
    assert out
    assert "cache" in err
