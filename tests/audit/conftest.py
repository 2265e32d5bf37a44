"""The minimal data folder of the store's tests, and the real data, loaded once."""

import importlib.util
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from avcareers.model.content import Content
from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.data_files import read_snapshot
from avcareers.store.validation import load

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def small() -> ModuleType:
    """Give the module that builds a minimal data folder."""
    path = TESTS / "store" / "small.py"
    spec = importlib.util.spec_from_file_location("small_data", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def real() -> Content:
    """Give the real data, validated."""
    return load(read_snapshot(TESTS.parent / "data"))


@pytest.fixture(scope="session")
def real_catalogue(real: Content) -> Iterator[Catalogue]:
    """Give the real data, compiled in memory."""
    connection = sqlite3.connect(":memory:")
    compile_into(connection, real, "real")
    yield Catalogue(connection)
    connection.close()
