"""Every test of this folder is slow: `pytest -m "not slow"` runs the others."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder before any is chosen by its mark."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("slow")
