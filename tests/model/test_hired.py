"""How a job is hired in a sector."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.model.hired import on_usage


def job(*lines: tuple[str, str, bool | None]) -> Any:
    return SimpleNamespace(
        hiring=[
            SimpleNamespace(sector=sector, regime=regime, cdd_usage=usage)
            for sector, regime, usage in lines
        ]
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([("tele", "annexe8", True)], True),
        ([("tele", "general", False)], False),
        ([("tele", "general", None), ("audiovisuel", "annexe8", True)], False),
        ([("tele", "journaliste", False), ("tele", "annexe8", True)], False),
        ([("prestation", "annexe8", True)], True),
        ([("prestation", "annexe8", True), ("audiovisuel", "auteur", False)], True),
        ([], False),
    ],
    ids=["so", "not-so", "unknown", "both", "elsewhere", "author", "nothing"],
)
def test_a_sector_hires_on_cdd_d_usage_when_it_is_read_so_and_nothing_says_otherwise(
    lines: list[tuple[str, str, bool | None]], expected: bool
) -> None:
    assert on_usage(job(*lines), "tele") is expected
