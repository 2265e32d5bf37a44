"""Whether a programme is known to be offered still."""

from types import SimpleNamespace
from typing import Any

import pytest

from avcareers.query.offer import last_seen, to_check


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
        selectivity=[SimpleNamespace(session=session) for session in sessions],
        last_intake=None,
    )
    assert last_seen(programme, "2026-11-30") == seen
    assert last_seen(programme, "2019-01-01") is None


@pytest.mark.parametrize(
    ("award", "registration", "session", "doubtful"),
    [
        ("rncp", "expired", 2026, True),
        ("rncp", "expired", None, True),
        ("rncp", "end-unknown", None, False),
        ("rncp", "in-force", 2025, False),
        ("rncp", "in-force", 2023, True),
        # The registration of a national diploma is not what keeps it open.
        ("national", "expired", None, False),
    ],
)
def test_an_offer_is_to_be_checked_when_its_title_expired_or_its_last_session_is_old(
    award: str, registration: Any, session: int | None, doubtful: bool
) -> None:
    sessions = [] if session is None else [SimpleNamespace(session=session)]
    programme: Any = SimpleNamespace(
        award=award, selectivity=sessions, last_intake=None, reported_closed=None
    )
    assert to_check(programme, registration, "2026-11-30") == doubtful
