"""Only a cache folder that is the user's alone is read, and only files of ours are removed from it."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from avcareers.store import cache, opening
from avcareers.store.cache import MARK, Cache

Run = Callable[[], list[str]]

posix = pytest.mark.skipif(os.name != "posix", reason="owners and bits of POSIX")


@pytest.fixture
def folder(home: Path) -> Path:
    """Return the cache folder, which is not there yet."""
    return home / "cache" / "avcareers"


def old(path: Path) -> Path:
    """Make a file of long ago."""
    path.write_text("à garder", encoding="utf-8")
    os.utime(path, (1, 1))
    return path


@posix
def test_the_folder_is_made_for_the_user_alone_and_marked(run: Run, folder: Path) -> None:
    previous = os.umask(0)
    try:
        run()
    finally:
        os.umask(previous)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / MARK).read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


def test_nothing_of_a_checkout_in_the_place_of_the_folder_is_removed(
    run: Run, folder: Path
) -> None:
    """XDG_CACHE_HOME names the folder the checkout lies in."""
    folder.mkdir(parents=True)
    kept = [
        old(folder / name) for name in (".gitignore", ".env", "README.md", "catalogue-x.sqlite")
    ]
    assert run() == ["uncached", "compiling"]
    assert sorted(folder.iterdir()) == sorted(kept)
    assert all(path.read_text("utf-8") == "à garder" for path in kept)


def test_what_others_put_in_our_folder_stays(run: Run, folder: Path) -> None:
    run()
    kept = [
        old(folder / name)
        for name in (".gitignore", ".keep", "notes.txt", "catalogue-x.sqlite", "catalogue-2.stamp")
    ]
    (folder / "catalogue-0123456789abcdef0123456789abcdef.sqlite").mkdir()
    Cache(folder).prune()
    assert all(path.exists() for path in kept)
    assert run() == []


@posix
def test_nothing_is_removed_through_a_link(run: Run, folder: Path, tmp_path: Path) -> None:
    run()
    aside = tmp_path / "aside"
    folder.rename(aside)
    folder.symlink_to(aside)
    abandoned = old(aside / ".compiling-abcdefgh.sqlite")
    Cache(folder).prune()
    assert abandoned.exists()
    folder.unlink()
    aside.rename(folder)
    link = folder / ".compiling-ijklmnop.sqlite"
    link.symlink_to(old(tmp_path / "target"))
    os.utime(link, (1, 1), follow_symlinks=False)
    Cache(folder).prune()
    assert not (folder / abandoned.name).exists()
    assert link.is_symlink()
    assert (tmp_path / "target").exists()


def test_a_folder_of_an_earlier_version_is_taken_over(run: Run, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o700)
    digests = old(folder / "sources-01234567.digests")
    assert run() == ["compiling"]
    assert (folder / MARK).exists()
    assert digests.exists()
    assert run() == []


@posix
def test_a_folder_others_may_write_is_closed_and_what_it_held_forgotten(
    run: Run, folder: Path
) -> None:
    run()
    folder.chmod(0o777)
    assert run() == ["compiling"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert run() == []


@posix
@pytest.mark.parametrize("bits", [0o770, 0o707, 0o777])
def test_a_foreign_folder_others_may_write_is_left_as_it_is(
    run: Run, folder: Path, bits: int
) -> None:
    folder.mkdir(parents=True)
    kept = old(folder / "README.md")
    folder.chmod(bits)
    assert run() == ["uncached", "compiling"]
    assert stat.S_IMODE(folder.stat().st_mode) == bits
    assert list(folder.iterdir()) == [kept]


@posix
def test_a_folder_of_another_user_is_neither_read_nor_written(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    before = sorted(folder.iterdir())
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert run() == ["uncached", "compiling"]
    assert sorted(folder.iterdir()) == before


@posix
@pytest.mark.parametrize("suffix", [".sqlite", ".stamp", ".seen"])
def test_a_file_others_may_write_is_not_trusted(
    run: Run, folder: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SETTLED_NS", -1)
    run()
    run()
    (path,) = folder.glob(f"catalogue-*{suffix}")
    path.chmod(0o666)
    assert run() == ([] if suffix == ".seen" else ["damaged", "compiling"])
    run()
    assert stat.S_IMODE(path.stat().st_mode) != 0o666


def test_a_folder_outside_the_profile_is_not_trusted_on_windows(
    folder: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache.sys, "platform", "win32")
    monkeypatch.setattr(Path, "home", lambda: home)
    folder.mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert Cache(folder).is_trusted()
    assert not Cache(elsewhere).is_trusted()
