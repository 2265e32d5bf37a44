"""A data folder and a register to compare it with."""

from pathlib import Path

import pytest

from .official_exports import write_data, write_zip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder of its own to each test."""
    return write_data(tmp_path / "data")


@pytest.fixture
def rncp(tmp_path: Path) -> Path:
    """Return the register of the day before."""
    return write_zip(tmp_path / "export-fiches-csv-2026-11-23.zip")
