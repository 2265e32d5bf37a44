"""Files are written whole or not at all, all of them or none."""

import os
import signal
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from avcareers.store.writing import differing, write_texts, written_whole

TEXTS = {"a.yaml": "é\n", "output/b.json": "{}\n"}
NOT_ON_WINDOWS = pytest.mark.skipif(
    sys.platform == "win32", reason="permissions, links and signals"
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_missing_and_changed_files_differ_and_others_do_not(tmp_path: Path) -> None:
    assert differing(tmp_path, TEXTS) == ("a.yaml", "output/b.json")
    write_texts(tmp_path, TEXTS)
    assert differing(tmp_path, TEXTS) == ()
    (tmp_path / "a.yaml").write_bytes("é\r\n".encode())
    assert differing(tmp_path, TEXTS) == ("a.yaml",)


def test_what_is_written_is_what_was_given(tmp_path: Path) -> None:
    write_texts(tmp_path, TEXTS)
    assert (tmp_path / "a.yaml").read_bytes() == "é\n".encode()
    assert (tmp_path / "output" / "b.json").read_bytes() == b"{}\n"
    assert names(tmp_path) == ["a.yaml", "b.json", "output"]


@pytest.mark.parametrize("failing", ["full disk", "folder in its place", "told to stop"])
def test_when_one_can_not_be_written_none_is_and_nothing_is_left(
    tmp_path: Path, failing: str
) -> None:
    write_texts(tmp_path, {"a.yaml": "avant"})

    def fails(_: object) -> None:
        if failing == "told to stop":
            signal.raise_signal(signal.SIGTERM)
        raise OSError(28, "No space left on device")

    (tmp_path / "folder").mkdir()
    last = {"folder": ""} if "folder" in failing else {"z/y/b.json": fails}
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises((OSError, SystemExit)) as stopped:
        write_texts(tmp_path, {"a.yaml": "après", "new/c.json": "", **last})
    if failing == "told to stop":
        assert stopped.value.code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is before
    assert names(tmp_path) == ["a.yaml", "folder"]
    assert (tmp_path / "a.yaml").read_text() == "avant"


@pytest.fixture
def masked() -> Iterator[None]:
    """Let nobody else write new files, and only the group read them."""
    before = os.umask(0o027)
    yield
    os.umask(before)


@NOT_ON_WINDOWS
@pytest.mark.usefixtures("masked")
def test_a_file_keeps_its_permissions_and_a_new_one_has_the_users(tmp_path: Path) -> None:
    (tmp_path / "old").touch()
    (tmp_path / "old").chmod(0o604)
    write_texts(tmp_path, {"old": "é", "new": "é"})
    write_texts(tmp_path, {"cached": "é"}, ours=True)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"old": 0o604, "new": 0o640, "cached": 0o644}


@NOT_ON_WINDOWS
def test_a_link_is_kept_unless_the_file_is_ours(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("avant")
    for name in ("link", "cached"):
        (tmp_path / name).symlink_to(kept)
    write_texts(tmp_path, {"link": "après"})
    assert (tmp_path / "link").is_symlink()
    assert kept.read_text() == "après"
    write_texts(tmp_path, {"cached": "à nous"}, ours=True)
    assert not (tmp_path / "cached").is_symlink()
    assert kept.read_text() == "après"


def test_the_name_of_an_unfinished_file_can_not_be_foreseen(tmp_path: Path) -> None:
    beside = set()
    for _ in range(5):
        with written_whole(tmp_path / "a") as path:
            beside.add(path.name)
            if sys.platform != "win32":
                assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(beside) == 5
