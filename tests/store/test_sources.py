"""The key of a data folder changes with its files, and costs no reading while they stay."""

import os
import time
from pathlib import Path
from types import ModuleType

import pytest

from avcareers.store import sources, stamps
from avcareers.store.sources import ChangedError, SourceFolder


@pytest.fixture(autouse=True)
def _remembered_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have files known by their times at once, the hardest case."""
    monkeypatch.setattr(stamps, "SETTLED_NS", -1)


@pytest.fixture
def seen(tmp_path: Path) -> Path:
    """Give where digests are kept."""
    return tmp_path / "cache" / "folder.digests"


def key(data: Path, seen: Path | None) -> str:
    return SourceFolder(data).key("salt", seen)


def test_files_that_stay_are_not_read_again(
    data: Path, seen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = key(data, seen)
    monkeypatch.setattr(SourceFolder, "open", lambda *_: pytest.fail("read again"))
    assert key(data, seen) == before


def test_what_is_remembered_changes_no_key(data: Path, seen: Path) -> None:
    assert key(data, seen) == key(data, seen) == key(data, None)


@pytest.mark.parametrize("hidden", [False, True])
def test_a_change_of_one_letter_is_seen_even_when_its_times_are_put_back(
    data: Path, seen: Path, hidden: bool
) -> None:
    before = key(data, seen)
    path = data / "places.yaml"
    stat = path.stat()
    time.sleep(0.02)
    path.write_bytes(path.read_bytes().replace(b"Lyon", b"Lion"))
    if hidden:
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    after = key(data, seen)
    assert after != before
    assert after == key(data, None)


def test_a_file_changed_just_now_is_read_again(
    data: Path, seen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "SETTLED_NS", 60_000_000_000)
    key(data, seen)
    assert not seen.exists()


def test_a_file_that_comes_or_goes_is_seen(data: Path, seen: Path) -> None:
    keys = [key(data, seen)]
    (data / "pay" / "9999.csv").write_text("grid,function,basis,amount_eur\n")
    keys.append(key(data, seen))
    (data / "rome.yaml").unlink()
    keys.append(key(data, seen))
    assert len(set(keys)) == 3


@pytest.mark.parametrize("garbage", [b"", b"[]", b"{}", b'{"places": 1}', b'{"places": [[1], 2]}'])
def test_a_memory_that_makes_no_sense_is_not_trusted(
    data: Path, seen: Path, garbage: bytes
) -> None:
    before = key(data, seen)
    seen.write_bytes(garbage)
    assert key(data, seen) == before


def test_files_put_in_the_place_of_others_are_not_read(
    data: Path, tmp_path: Path, small: ModuleType
) -> None:
    folder = SourceFolder(data)
    data.rename(tmp_path / "before")
    small.write(data)
    with pytest.raises(ChangedError):
        folder.open("places")
    assert not folder.unchanged()


def test_a_folder_that_never_stays_the_same_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SourceFolder, "unchanged", lambda _: False)
    with pytest.raises(sources.DataError, match="changed each time"):
        sources.read_sources(data)
