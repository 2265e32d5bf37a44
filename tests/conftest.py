"""What every test shares: a small catalogue of its own, one day, and a clean environment."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.sources import read_sources
from avcareers.store.validation import load

# Help texts take their language when the command line is first imported, before any fixture.
os.environ["AVCAREERS_LANG"] = "fr"

CATALOGUE_FOLDER = Path(__file__).parent / "catalogue"
LOCALE_VARIABLES = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE")
SCREEN_VARIABLES = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LINES",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "PYTHONIOENCODING",
)


@pytest.fixture(scope="session")
def catalogue() -> Iterator[Catalogue]:
    """Give the tests' own catalogue, compiled in memory."""
    connection = sqlite3.connect(":memory:")
    compile_into(connection, load(read_sources(CATALOGUE_FOLDER)), "tests")
    yield Catalogue(connection)
    connection.close()


@pytest.fixture(scope="session")
def today() -> str:
    """Give the day every answer is asked for."""
    return "2026-11-23"


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one cache for the whole run, so that each data folder is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, cache_home: Path) -> None:
    """Make every test ask in French, from a machine with no settings and no user cache."""
    for name in (*LOCALE_VARIABLES, *SCREEN_VARIABLES):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.upper().startswith(("AVCAREERS", "_AVCAR"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AVCAREERS_LANG", "fr")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))
    monkeypatch.setenv("LOCALAPPDATA", str(cache_home))
    monkeypatch.setenv("HOME", str(cache_home))


@pytest.fixture(scope="session")
def real_catalogue(cache_home: Path) -> Iterator[Catalogue]:
    """Give the catalogue of the repository's own data, compiled into the tests' cache."""
    from avcareers.store.location import locate
    from avcareers.store.opening import open_catalogue

    with pytest.MonkeyPatch.context() as environment:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
            environment.setenv(name, str(cache_home))
        environment.delenv("AVCAREERS_DATA", raising=False)
        catalogue = open_catalogue(locate())
    yield catalogue
    catalogue.close()
