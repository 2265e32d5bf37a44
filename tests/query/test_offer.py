"""Whether a programme is known to be offered still."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.query.offer import last_seen


@pytest.mark.parametrize(
    ("sessions", "seen"),
    [
        ([], None),
        ([2024], None),
        ([2022, 2024], None),
        ([2023], 2023),
        ([2023, 2022], 2023),
    ],
)
def test_an_old_last_session_makes_an_offer_doubtful(sessions: list[int], seen: int | None) -> None:
    programme: Any = SimpleNamespace(
        selectivity=[SimpleNamespace(session=session) for session in sessions]
    )
    assert last_seen(programme, "2026-11-30") == seen
    assert last_seen(programme, "2019-01-01") is None
