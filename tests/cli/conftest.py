"""Every question one may ask, and a machine with no settings to ask it from."""

from functools import cache, partial
from pathlib import Path

import pytest

from ..runner import Run, run, spawn

COMMANDS: tuple[tuple[str, ...], ...] = (
    (),
    ("search", "son"),
    ("stages",),
    ("stage", "show", "tournage"),
    ("departments",),
    ("jobs", "list"),
    ("job", "show", "realisateur", "--full"),
    ("schools", "--include-unverified"),
    ("schools", "--near", "Brest", "--within", "900"),
    ("schools", "--programmes", "--job", "monteur"),
    ("school", "show", "atelier-des-dunes"),
    ("school", "check", "atelier-des-dunes"),
    ("compare", "monteur", "scripte"),
    ("path", "assistant-monteur", "chef-monteur"),
    ("path", "chef-monteur"),
    ("plan", "monteur", "--from", "bac"),
    ("pay", "scripte"),
    ("match", "--like", "listen", "--not", "nights"),
    ("hours", "tests/hours/contracts.csv"),
    ("explain",),
    ("sources",),
    ("sources", "scripte"),
    ("data", "stats"),
    ("data", "stale"),
)
"""Every question one may ask, of the tests' own catalogue."""


NO_SETTINGS = {"HOME": None, "LOCALAPPDATA": None, "AVCAREERS_LANG": None}
"""The environment of a machine where nothing was chosen."""


@pytest.fixture
def ask() -> Run:
    """Run a command in a process of its own, on a machine where nothing was chosen."""
    return partial(spawn, **NO_SETTINGS)


@cache
def answer_to(*arguments: str) -> str:
    """Return what a command answers there when nothing is wrong, asked once."""
    return spawn(*arguments, **NO_SETTINGS).out


@pytest.fixture(scope="session")
def compiled(cache_home: Path) -> None:
    """Compile the tests' own data: who presses Tab is not made to wait for it."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
            environment.setenv(name, str(cache_home))
        run("stages")
