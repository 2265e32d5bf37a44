"""Lists too long to be held are written as they are read, and are the same lists."""

import pytest

from ..runner import Run

LISTS = (
    ("jobs", "list"),
    ("jobs", "--sort", "level", "--limit", "12"),
    ("schools",),
    ("schools", "--near", "Lyon", "--within", "300"),
    ("schools", "--sort", "fees", "--limit", "30"),
    ("schools", "--programmes", "--job", "monteur", "--sort", "selectivity"),
    ("sources",),
    ("sources", "--limit", "15"),
    ("explain",),
)


@pytest.mark.parametrize("output", ["table", "plain", "md", "json", "jsonl", "csv"])
@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_a_list_is_the_same_held_or_not(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], output: str
) -> None:
    asked = (*words, "-o", output, "--today", "2026-11-23")
    held = run(*asked, real=True, COLUMNS="100")
    monkeypatch.setattr("avcareers.query.long_lists.HELD", 10)
    monkeypatch.setattr("avcareers.render.emit.AT_ONCE", 3)
    monkeypatch.setattr("avcareers.render.terminal.AT_ONCE", 3)
    assert run(*asked, real=True, COLUMNS="100") == held
    assert held.status == 0
    assert len(held.out.splitlines()) > 10
