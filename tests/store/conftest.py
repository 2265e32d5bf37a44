"""The minimal data folder of these tests."""

import importlib.util
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into


@pytest.fixture(scope="session")
def small() -> ModuleType:
    """Give the module that builds a minimal data folder."""
    spec = importlib.util.spec_from_file_location("small_data", Path(__file__).parent / "small.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
