"""Whoever waits for a large catalogue is told how far it is; who does not wait is told nothing."""

import pytest

from avcareers.cli import progress
from avcareers.present.notices import store_progress
from avcareers.text.wording import Wording


def told(
    monkeypatch: pytest.MonkeyPatch, heard: list[tuple[float, float]], patience: float = 5
) -> list[float]:
    """Return the parts told when (second, part) are heard."""
    clock = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: clock[0])
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", patience)
    parts: list[float] = []
    hear = progress.Progress(parts.append)
    for clock[0], part in heard:
        hear(part)
    return parts


def test_a_short_wait_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, [(0.5, 0.2), (2, 0.9), (3, 1.0)]) == []


def test_a_long_wait_is_told_every_few_seconds_and_of_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard = [(second, min(1.0, second / 20)) for second in range(1, 40)]
    assert told(monkeypatch, heard) == [0.25, 0.5, 0.75, 1.0]


@pytest.mark.parametrize(
    ("language", "says"), [("fr", "30 % des données lues"), ("en", "30% of the data read")]
)
def test_it_is_told_in_both_languages(language: str, says: str) -> None:
    assert says in store_progress(0.3, Wording(language))
    assert store_progress(1.0, Wording(language)) != store_progress(0.99, Wording(language))


def test_a_terminal_sees_that_work_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "BEAT_SECONDS", 0.001)
    with progress.beating():
        while "." not in capsys.readouterr().err:
            pass
    assert capsys.readouterr().err.endswith("\n")
