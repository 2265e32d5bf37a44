"""The data are those given, else the environment's, else the checkout's, else the package's."""

from pathlib import Path

import pytest

from avcareers.store import location
from avcareers.store.location import locate

ROOT = Path(__file__).parent.parent.parent


def test_a_given_folder_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AVCAREERS_DATA", "/environment")
    assert locate("/given") == (Path("/given"), None)


def test_the_environment_wins_over_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AVCAREERS_DATA", "/environment")
    assert locate() == (Path("/environment"), None)


@pytest.mark.parametrize("nothing", [None, ""])
def test_the_checkout_serves_when_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, nothing: str | None
) -> None:
    monkeypatch.setenv("AVCAREERS_DATA", "")
    found = locate(nothing)
    assert (found.folder.resolve(), found.shipped) == (ROOT / "data", None)


def test_an_installed_package_serves_its_own_copy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("AVCAREERS_DATA", raising=False)
    package = tmp_path / "lib" / "site-packages" / "avcareers"
    monkeypatch.setattr(location, "_PACKAGE", package)
    assert locate() == (package / "data", package / "catalogue.sqlite")


def test_a_data_folder_beside_an_installed_package_is_not_a_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("AVCAREERS_DATA", raising=False)
    package = tmp_path / "lib" / "site-packages" / "avcareers"
    (tmp_path / "lib" / "data").mkdir(parents=True)
    monkeypatch.setattr(location, "_PACKAGE", package)
    assert locate().folder == package / "data"
