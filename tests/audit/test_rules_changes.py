"""Releases follow one another, and what they say changed is there."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from avcareers.audit import changes
from avcareers.model.content import Content
from avcareers.model.release import RecordChange

from ..own_data import FOLDER
from ..runner import Run

RULES = (changes.releases_follow_one_another, changes.changes_are_of_records)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


def found(content: Content, **fields: Any) -> list[tuple[Any, ...]]:
    """Return what the rules find once fields of the last release are replaced."""
    *before, last = content.changes
    made = content.model_copy(update={"changes": (*before, last.model_copy(update=fields))})
    return [(finding.field, finding.must) for rule in RULES for finding in rule(made)]


def test_releases_that_follow_one_another_are_let_through(content: Content) -> None:
    assert found(content) == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"day": "2026-09-15", "slug": "2026-09-2"}, ("day",)),
        ({"slug": "2026-12-1"}, ("day",)),
        ({"records": (RecordChange(record="school", slug="nulle-part"),)}, ("records", 0, "slug")),
        (
            {"records": (RecordChange(record="school", slug="quai-neuf", kind="removed"),)},
            ("records", 0, "slug"),
        ),
        (
            {"records": (RecordChange(record="school", slug="quai-neuf"),) * 2},
            ("records", 1, "slug"),
        ),
    ],
)
def test_a_release_out_of_order_or_of_nothing_is_refused(
    content: Content, fields: dict[str, Any], field: tuple[Any, ...]
) -> None:
    assert [path for path, _ in found(content, **fields)] == [field]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("kind: corrected", "kind: corected", "did you mean corrected?"),
        ("after: 3", "after: 2.5", "lost or gained"),
        ("kind: newly-known\n    after: true", "kind: now-unknown\n    after: true", "after"),
        ("slug: monteur", "slug: Monteur", "slug"),
    ],
)
def test_a_broken_file_of_changes_is_told_with_its_line_and_column(
    run: Run, copy: Path, before: str, after: str, said: str
) -> None:
    path = copy / "changes" / "2026-11-1.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    status, _, err = run("data", "check", "--data", str(copy))
    assert status == 3
    assert "changes/2026-11-1.yaml:" in err
    assert said in err
