"""Thousands of catalogues gone wrong: each is refused where it is wrong, or answers safely."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, event, given, seed, settings
from hypothesis import strategies as st

from avcareers.model.content import Content
from avcareers.model.errors import DataError, Problem
from avcareers.render.formats import DATA_FORMATS, OUTPUTS
from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.data_files import Snapshot
from avcareers.store.validation import load

from ...sampling import few_of
from .command_line import bounded, run
from .mutations import Files, Mutation, mutated, mutations
from .safe import assert_quiet, assert_safe

USUAL = few_of(5_000)
CATALOGUES = int(os.environ.get("MUTATED_CATALOGUES", USUAL))
"""How many are tried; another number than the usual one also tries others each time."""
PARTS = 4
"""How many tests share them, so that they can run side by side."""
TODAY = "2026-11-23"
COMMANDS: tuple[tuple[str, ...], ...] = (
    (), ("jobs",), ("jobs", "--near", "a"), ("job", "show", "monteur", "--full"),
    ("job", "show", "cadreur"), ("stages",), ("stage", "show", "tournage"), ("departments",),
    ("schools",), ("schools", "--programmes", "--sort", "fees"), ("schools", "--alternance"),
    ("schools", "--near", "brest", "--within", "5"), ("schools", "--recognised", "--max-fees", "600"),
    ("school", "show", "ecole-du-port"), ("school", "check", "ecole-du-port"), ("search", "montage"),
    ("search", "image"), ("compare", "monteur", "cadreur"), ("path", "cadreur", "monteur"),
    ("path", "monteur"), ("plan", "monteur", "--from", "bac"), ("plan", "cadreur", "--near", "lyon"),
    ("plan", "ecole-du-port", "--from", "bac"), ("pay", "monteur"), ("pay", "monteur", "--hours", "50"),
    ("pay", "monteur", "--weeks", "3"), ("pay", "monteur", "--history"), ("explain",), ("explain", "507h"),
    ("sources",), ("sources", "monteur"), ("data", "stats"), ("data", "stale"), ("data", "check"),
    ("job", "show", "monteur", "--sheet"),
)  # fmt: skip


def read(files: Files) -> tuple[Content | None, tuple[Problem, ...]]:
    """Return what a catalogue holds, or else all that is wrong with it."""
    try:
        with bounded():
            return load(Snapshot(Path("data"), files)), ()
    except DataError as error:
        return None, error.problems


def told_where(problem: Problem, files: Files) -> None:
    """Assert that a problem says something, and stands within a file."""
    assert problem.file in files, problem
    assert problem.message, problem
    assert_quiet(str(problem).replace("\n", "\N{REPLACEMENT CHARACTER}"))
    assert "\n" not in str(problem)
    lines = files[problem.file].count(b"\n") + files[problem.file].count(b"\r") + 1
    assert 1 <= problem.line <= lines, problem
    assert problem.column >= 1, problem


@contextmanager
def served(files: Files, content: Content) -> Iterator[None]:
    """Have the command line read these files, and open their catalogue, without a disk."""
    snapshot = Snapshot(Path("data"), files)
    connection = sqlite3.connect(":memory:")
    try:
        compile_into(connection, content, "mutated")
        with (
            # It holds the name from the day it is first imported, which must come before the next line.
            patch("avcareers.audit.check.read_snapshot", lambda _: snapshot),
            patch("avcareers.store.data_files.read_snapshot", lambda _: snapshot),
            patch("avcareers.store.opening.open_catalogue", lambda *_: Catalogue(connection)),
            # The next command asks it too.
            patch.object(Catalogue, "close"),
        ):
            yield
    finally:
        connection.close()


def answered(command: tuple[str, ...], output: str) -> None:
    """Assert that a command gives a safe answer, or says what is not found."""
    words = (*command, "--today", TODAY)
    if "--sheet" in command:
        output = "html" if output in DATA_FORMATS else "md"
    words = (*words, "--html") if output == "html" else (*words, "-o", output)
    status, out, err = run(*words, COLUMNS="100")
    assert status in {0, 1, 2} or (status == 3 and "check" in command), err
    assert_quiet(err)
    if status == 0 or (out and output in DATA_FORMATS):
        assert_safe(output, out)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_catalogue_gone_wrong_is_refused_where_it_is_wrong_or_answers_safely(part: int) -> None:
    seen: Counter[str] = Counter()

    @settings(
        max_examples=CATALOGUES // PARTS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        mutations,
        st.lists(
            st.tuples(st.sampled_from(COMMANDS), st.sampled_from(OUTPUTS)), min_size=2, max_size=2
        ),
    )
    def holds(wrongs: list[Mutation], asked: list[tuple[tuple[str, ...], str]]) -> None:
        files = mutated(wrongs)
        content, problems = read(files)
        seen["refused" if problems else "accepted"] += 1
        event("refused" if problems else "accepted")
        for problem in problems:
            told_where(problem, files)
        if content:
            with served(files, content):
                for command, output in asked:
                    answered(command, output)

    (seed(part)(holds) if CATALOGUES == USUAL else holds)()
    assert seen["refused"] + seen["accepted"] >= CATALOGUES // PARTS
    # Were nearly all refused, or accepted, half of this test would be no test.
    assert min(seen["refused"], seen["accepted"]) > CATALOGUES // PARTS // 10
