"""A catalogue is compiled once, and nothing that happens to the cache spoils an answer."""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from avcareers.model.errors import DamagedError, DataError
from avcareers.store import cache, data_files, opening
from avcareers.store.cache import Cache
from avcareers.store.location import Location
from avcareers.store.opening import open_catalogue

Run = Callable[[], list[str]]


def files(home: Path, pattern: str = "*") -> list[Path]:
    """Return the files of the cache, hidden ones too, its mark apart."""
    found = [path for path in home.rglob("*") if path.is_file() and path.name != cache.MARK]
    return sorted(path for path in found if path.match(pattern))


def only(home: Path, pattern: str) -> Path:
    """Return the one file of the cache that matches."""
    (path,) = files(home, pattern)
    return path


def test_the_first_run_compiles_and_the_next_ones_do_not(run: Run) -> None:
    assert run() == ["compiling"]
    assert run() == []
    assert run() == []


def test_a_change_of_content_compiles_again(run: Run, data: Path, home: Path) -> None:
    run()
    path = data / "sources.yaml"
    path.write_text(path.read_text().replace("CNC", "Audiens"))
    assert run() == ["compiling"]
    assert run() == []
    assert len(files(home, "*.sqlite")) == 2


def test_going_back_to_an_older_content_finds_it_compiled(run: Run, data: Path) -> None:
    run()
    path = data / "sources.yaml"
    before = path.read_text()
    path.write_text(before.replace("CNC", "Audiens"))
    run()
    path.write_text(before)
    assert run() == []


def test_a_file_that_comes_or_goes_compiles_again(run: Run, data: Path) -> None:
    run()
    (data / "synonyms.yaml").write_text("")
    assert run() == ["compiling"]
    (data / "synonyms.yaml").unlink()
    assert run() == []


def test_touching_a_data_file_does_not_compile_again(run: Run, data: Path) -> None:
    run()
    os.utime(data / "places.yaml", (1, 1))
    assert run() == []


def test_two_folders_with_one_content_share_a_catalogue(
    run: Run, home: Path, tmp_path: Path, small: ModuleType
) -> None:
    run()
    notices: list[str] = []
    open_catalogue(Location(small.write(tmp_path / "other"), None), notices.append).close()
    assert notices == []


def test_nothing_but_the_catalogue_and_its_stamp_is_left(run: Run, home: Path) -> None:
    run()
    assert [path.suffix for path in files(home)] == [".sqlite", ".stamp"]


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"Lyon")] ^= 0x20
    path.write_bytes(raw)


def flip_and_hide(path: Path) -> None:
    before = path.stat()
    flip(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_text(path: Path) -> None:
    path.write_text("ceci n'est pas un catalogue")


def replace_by_another_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [truncate, empty, zero, flip, flip_and_hide, replace_by_text, replace_by_another_database],
)
def test_a_damaged_catalogue_is_noticed_and_built_again(
    run: Run, home: Path, damage: Callable[[Path], None]
) -> None:
    run()
    damage(only(home, "*.sqlite"))
    assert run() == ["damaged", "compiling"]
    assert run() == []


@pytest.mark.parametrize(
    "garbage",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[1, 2]", b'["x", 1, 2, 3, 4]', b"[" * 5000, b"12"],
)
def test_a_stamp_that_makes_no_sense_is_not_trusted(run: Run, home: Path, garbage: bytes) -> None:
    run()
    only(home, "*.stamp").write_bytes(garbage)
    assert run() == ["damaged", "compiling"]
    assert run() == []


def test_a_missing_stamp_is_not_trusted(run: Run, home: Path) -> None:
    run()
    only(home, "*.stamp").unlink()
    assert run() == ["damaged", "compiling"]
    assert run() == []


def test_an_intact_catalogue_that_was_moved_is_only_checked_again(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SETTLED_NS", -1)
    run()
    run()
    path = only(home, "*.sqlite")
    copy = path.read_bytes()
    path.unlink()
    path.write_bytes(copy)
    seen = only(home, "catalogue-*.seen").read_bytes()
    assert run() == []
    assert only(home, "catalogue-*.seen").read_bytes() != seen
    assert run() == []


def test_a_catalogue_too_young_to_be_known_by_its_times_is_read_whole(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two changes within one tick of the file system's clock leave the same times."""
    taken: list[Path] = []
    digest = opening.digest
    monkeypatch.setattr(opening, "digest", lambda path: (taken.append(path), digest(path))[1])
    run()
    run()
    assert len(taken) == 2
    monkeypatch.setattr(opening, "SETTLED_NS", -1)
    run()
    run()
    assert len(taken) == 3


@pytest.mark.parametrize("garbage", [b"", b"{}", b"null", b"\xff\xfe", b"[1, 2]", b"[" * 9999])
def test_a_memory_that_makes_no_sense_is_not_trusted(
    run: Run, home: Path, garbage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SETTLED_NS", -1)
    run()
    run()
    flip(only(home, "*.sqlite"))
    only(home, "catalogue-*.seen").write_bytes(garbage)
    assert run() == ["damaged", "compiling"]


def test_data_that_stay_are_not_read_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SETTLED_NS", -1)
    run()
    monkeypatch.setattr(data_files, "read_snapshot", lambda _: pytest.fail("read again"))
    assert run() == []


def test_data_changed_just_now_are_read_again(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SETTLED_NS", 60_000_000_000)
    run()
    assert files(home, "data-*.seen") == []


@pytest.mark.parametrize(
    "garbage",
    [b"", b"[]", b"{}", b'{"key": 1}', b'{"compiler": 1, "files": 1, "key": "../../x"}'],
)
def test_a_memory_of_the_data_that_makes_no_sense_is_not_trusted(
    run: Run, home: Path, garbage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SETTLED_NS", -1)
    run()
    seen = only(home, "data-*.seen")
    whole = seen.read_bytes()
    seen.write_bytes(garbage)
    assert run() == []
    assert seen.read_bytes() == whole


def test_a_catalogue_under_the_name_of_another_is_not_read(
    run: Run, data: Path, home: Path
) -> None:
    run()
    path = data / "sources.yaml"
    path.write_text(path.read_text().replace("CNC", "Audiens"))
    old = {path.suffix: path.read_bytes() for path in files(home)}
    run()
    for file in files(home):
        file.write_bytes(old[file.suffix])
    assert run() == ["damaged", "compiling"]


def test_a_file_in_place_of_the_cache_folder_leaves_an_answer(run: Run, home: Path) -> None:
    (home / "cache").write_text("occupé")
    assert run() == ["uncached", "compiling"]
    assert (home / "cache").read_text() == "occupé"


def test_a_file_in_place_of_the_tool_s_own_folder_leaves_an_answer(run: Run, home: Path) -> None:
    run()
    folder = only(home, "*.sqlite").parent
    for path in files(home):
        path.unlink()
    (folder / cache.MARK).unlink()
    folder.rmdir()
    folder.write_text("occupé")
    assert run() == ["uncached", "compiling"]


def test_a_folder_that_can_not_be_written_leaves_an_answer(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert run() == ["uncached", "compiling"]
    assert files(home) == []


def test_a_full_disk_leaves_an_answer(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert run() == ["compiling", "uncached"]
    assert files(home) == []


def test_a_disk_that_fills_up_leaves_an_answer_and_no_remains(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    assert run() == ["compiling", "uncached"]
    assert files(home) == []


def test_a_folder_in_place_of_the_catalogue_leaves_an_answer(run: Run, home: Path) -> None:
    run()
    path = only(home, "*.sqlite")
    path.unlink()
    path.mkdir()
    assert run() == ["damaged", "compiling", "uncached"]


def test_a_stamp_that_can_not_be_written_leaves_an_answer(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tempfile.mkstemp

    def refuse_stamps(*args: object, **options: str) -> object:
        if ".stamp" in options["prefix"]:
            raise OSError(28, "No space left on device")
        return real(*args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(tempfile, "mkstemp", refuse_stamps)
    assert run() == ["compiling", "uncached"]
    assert files(home) == []


def test_wrong_data_leave_no_catalogue(run: Run, data: Path, home: Path) -> None:
    (data / "places.yaml").write_text("- slug: Lyon\n")
    with pytest.raises(DataError):
        run()
    assert files(home) == []


def test_a_good_catalogue_does_not_hide_data_that_went_wrong(run: Run, data: Path) -> None:
    run()
    (data / "places.yaml").write_text("- slug: Lyon\n")
    with pytest.raises(DataError):
        run()


def test_old_catalogues_are_removed_with_their_stamps(run: Run, data: Path, home: Path) -> None:
    path = data / "sources.yaml"
    text = path.read_text()
    for number in range(cache.KEPT + 3):
        path.write_text(text.replace("CNC", f"CNC {number}"))
        assert run() == ["compiling"]
        newest = max(files(home, "*.sqlite"), key=lambda file: file.stat().st_mtime_ns)
        for file in files(home, "*.sqlite"):
            if file != newest:
                seconds = file.stat().st_mtime - 10
                os.utime(file, (seconds, seconds))
    kept = files(home, "*.sqlite")
    assert len(kept) == cache.KEPT
    assert [file.stem for file in files(home, "*.stamp")] == [file.stem for file in kept]
    assert run() == []
    path.write_text(text.replace("CNC", f"CNC {cache.KEPT + 1}"))
    assert run() == []


def test_what_a_crash_left_long_ago_is_removed_and_what_is_being_written_is_not(
    run: Run, data: Path, home: Path
) -> None:
    run()
    folder = only(home, "*.sqlite").parent
    for name, age in (
        (".compiling-old.sqlite", 2 * cache.ABANDONED_SECONDS),
        (".compiling-new.sqlite", 0),
    ):
        (folder / name).write_bytes(b"half")
        seconds = (folder / name).stat().st_mtime - age
        os.utime(folder / name, (seconds, seconds))
    path = data / "sources.yaml"
    path.write_text(path.read_text().replace("CNC", "Audiens"))
    run()
    assert [path.name for path in files(home, ".compiling-*")] == [".compiling-new.sqlite"]


def test_a_first_run_beside_another_is_not_told_of_damage(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other process has renamed its catalogue into place, and not yet looked at it."""
    opened = opening._opened
    notices: list[str] = []

    def interrupted(*of: Any) -> object:
        monkeypatch.setattr(opening, "_opened", opened)
        notices.extend(run())
        return opened(*of)

    monkeypatch.setattr(opening, "_opened", interrupted)
    assert run() == ["compiling"]
    assert notices == []


def test_a_missing_shipped_catalogue_is_replaced(run: Run, home: Path, data: Path) -> None:
    notices: list[str] = []
    location = Location(data, home / "catalogue.sqlite")
    with closing(open_catalogue(location, notices.append)) as catalogue:
        assert catalogue.slugs("place") == ("lyon", "paris")
    assert notices == ["shipped-damaged", "compiling"]


@pytest.mark.parametrize("damage", [empty, zero, replace_by_text, truncate, flip])
def test_a_damaged_shipped_catalogue_is_replaced(
    run: Run, home: Path, data: Path, damage: Callable[[Path], None]
) -> None:
    run()
    shipped = home / "shipped.sqlite"
    for part in files(home):
        shipped.with_suffix(part.suffix).write_bytes(part.read_bytes())
    notices: list[str] = []
    open_catalogue(Location(data, shipped), notices.append).close()
    assert notices == []
    damage(shipped)
    with closing(open_catalogue(Location(data, shipped), notices.append)) as catalogue:
        assert [place.name for place in catalogue.documents("place")] == ["Lyon", "Paris"]
    assert notices == ["shipped-damaged"]


def test_an_installed_catalogue_is_read_whole_once(
    run: Run, home: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    monkeypatch.setattr(opening, "SETTLED_NS", -1)
    location = Location(data, only(home, "*.sqlite"))
    open_catalogue(location).close()
    monkeypatch.setattr(opening, "digest", lambda path: pytest.fail("read again"))
    with closing(open_catalogue(location)) as catalogue:
        assert catalogue.slugs("place") == ("lyon", "paris")


def test_what_a_crash_left_is_removed_even_where_nothing_more_claim(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / "cache" / "avcareers"
    assert Cache(folder).claim()
    Cache(folder).mark()
    left = folder / ".compiling-old.sqlite"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert run() == ["compiling", "uncached"]
    assert files(home) == []


def test_a_cache_that_can_only_be_read_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    monkeypatch.setattr(Cache, "claim", lambda _: False)
    assert run() == []


@pytest.mark.parametrize("base", ["relative", "./here", "~/cache"])
def test_a_relative_cache_is_none(
    run: Run, base: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It would follow the current folder, and fill it."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, base)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert run() == ["uncached", "compiling"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_catalogue_that_breaks_under_a_reader_is_said_and_then_mended(
    run: Run, home: Path, data: Path
) -> None:
    run()
    with closing(open_catalogue(Location(data, None))) as catalogue:
        zero(only(home, "*.sqlite"))
        with pytest.raises(DamagedError):
            catalogue.slugs("place")
    assert run() == ["damaged", "compiling"]
