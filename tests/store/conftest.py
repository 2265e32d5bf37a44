"""The minimal data folder of these tests."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.location import Location
from avcareers.store.opening import open_catalogue

Run = Callable[[], list[str]]


@pytest.fixture
def compiled(small: ModuleType) -> Iterator[Callable[[Any], Catalogue]]:
    """Compile plain records into a catalogue in memory."""
    connections: list[sqlite3.Connection] = []

    def compile_records(data: Any = None) -> Catalogue:
        connection = sqlite3.connect(":memory:")
        connections.append(connection)
        compile_into(connection, small.content(data), "key")
        return Catalogue(connection)

    yield compile_records
    for connection in connections:
        connection.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home, with the cache the test will fill."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / "cache"))
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture
def data(tmp_path: Path, small: ModuleType) -> Path:
    """Return a data folder."""
    return small.write(tmp_path / "data")


@pytest.fixture
def run(home: Path, data: Path) -> Run:
    """Return one run: open, check that the answer is right, give the notices."""

    def once() -> list[str]:
        notices: list[str] = []
        with closing(open_catalogue(Location(data, None), notices.append)) as catalogue:
            assert catalogue.find("profession", "cheffe operatrice").slug == "chef-operateur"
            assert [place.name for place in catalogue.documents("place")] == ["Lyon", "Paris"]
            (programme,) = catalogue.document("school", "ecole-de-lyon").programmes[:1]
            assert programme.leads_to == ("cadreur",)
        return notices

    return once
