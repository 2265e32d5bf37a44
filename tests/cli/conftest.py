"""Every question one may ask, and a machine with no settings to ask it from."""

from functools import partial

import pytest

from ..runner import Run

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
    ("explain",),
    ("sources",),
    ("sources", "scripte"),
    ("data", "stats"),
    ("data", "stale"),
)
"""Every question one may ask, of the tests' own catalogue."""


@pytest.fixture
def ask(spawn: Run) -> Run:
    """Run a command in a process of its own, with neither home nor language given."""
    return partial(spawn, HOME=None, LOCALAPPDATA=None, AVCAREERS_LANG=None)
