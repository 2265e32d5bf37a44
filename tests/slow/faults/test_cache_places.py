"""A cache that is not a folder, or that can't be read, written or filled."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Spoil = Callable[[Path], None]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="bits, links and limits of POSIX")


def file_instead(path: Path) -> None:
    path.write_text("occupé", encoding="utf-8")


def empty_link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def device_instead(path: Path) -> None:
    path.symlink_to(os.devnull)


def pipe_instead(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    "spoil", [file_instead, empty_link, link_to_itself, device_instead, pipe_instead]
)
@pytest.mark.parametrize("part", ["base", "folder", "sqlite", "stamp", "seen"])
def test_something_else_in_the_place_of_the_cache(smallest: Any, spoil: Spoil, part: str) -> None:
    smallest.settle()
    catalogue = smallest.catalogue()
    path = {
        "base": smallest.cache.parent, "folder": smallest.cache, "sqlite": catalogue,
        "stamp": catalogue.with_suffix(".stamp"), "seen": catalogue.with_suffix(".seen"),
    }[part]  # fmt: skip
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    spoil(path)
    for turn in ("first", "second"):
        smallest.ask_after(f"{spoil.__name__} for {part}, {turn} run")


@pytest.mark.parametrize("part", ["sqlite", "stamp", "seen"])
def test_a_folder_in_the_place_of_a_file(smallest: Any, part: str) -> None:
    smallest.settle()
    path = smallest.catalogue().with_suffix(f".{part}")
    path.unlink(missing_ok=True)
    (path / "inside").mkdir(parents=True)
    for turn in ("first", "second"):
        smallest.ask_after(f"a folder for {part}, {turn} run")


def test_a_cache_folder_that_is_missing_again_and_again(smallest: Any) -> None:
    for _ in range(5):
        shutil.rmtree(smallest.home / "cache", ignore_errors=True)
        smallest.ask_after("missing folder")


@pytest.mark.parametrize("bits", [0o000, 0o100, 0o400, 0o500, 0o200, 0o300, 0o600])
@pytest.mark.parametrize("part", ["home", "base", "folder"])
def test_a_folder_without_the_bits(
    smallest: Any, bound: Callable[[], None], bits: int, part: str
) -> None:
    smallest.settle()
    folder = {"home": smallest.home, "base": smallest.cache.parent, "folder": smallest.cache}[part]
    if bits & 0o100 == 0:
        smallest.empty_cache()
        smallest.cache.mkdir()
    folder.chmod(bits)
    command = smallest.any_command()
    try:
        outcome = smallest.spawn(*command, preexec_fn=bound)
    finally:
        folder.chmod(0o700)
    smallest.check(f"{part} {bits:o}", outcome, smallest.right(*command), refused=False)


@pytest.mark.parametrize("bits", [0o000, 0o200, 0o400])
def test_files_of_the_cache_without_the_bits(
    smallest: Any, bound: Callable[[], None], bits: int
) -> None:
    smallest.settle()
    for path in smallest.cache.iterdir():
        path.chmod(bits)
    command = smallest.any_command()
    outcome = smallest.spawn(*command, preexec_fn=bound)
    smallest.check(f"files {bits:o}", outcome, smallest.right(*command), refused=False)


def test_a_cache_made_once_is_read_where_nothing_can_be_written(
    smallest: Any, bound: Callable[[], None]
) -> None:
    smallest.settle()
    smallest.cache.chmod(0o500)
    command = smallest.any_command()
    outcome = smallest.spawn(*command, preexec_fn=bound)
    smallest.cache.chmod(0o700)
    smallest.check("read-only", outcome, smallest.right(*command), refused=False)
    assert outcome.err == ""


@pytest.mark.parametrize("size", [0, 1, 4096, 65_536, 150_000])
def test_files_that_may_not_grow(smallest: Any, size: int) -> None:
    command = smallest.any_command()

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    outcome = smallest.spawn(*command, preexec_fn=limit)
    smallest.check(f"files of {size} bytes", outcome, smallest.right(*command), refused=False)
    assert [
        path.name for path in smallest.cache.iterdir() if path.suffix not in {".stamp", ".TAG"}
    ] == []
    smallest.ask_after("room again")


@pytest.fixture
def small_disk(smallest: Any) -> Iterator[Callable[[int], bool]]:
    """Return what puts the cache on a disk of so many bytes, and tells whether the machine lets it.

    Where it does not, the limit on the size of files above stands for it.
    """
    mounted = []

    def mount(size: int) -> bool:
        smallest.cache.mkdir(parents=True, exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(smallest.cache)]
        done = (
            os.geteuid() == 0
            and not subprocess.run(  # noqa: PLW1510 - a refusal is an answer
                command, capture_output=True
            ).returncode
        )
        mounted.extend([smallest.cache] * done)
        return done

    yield mount
    for folder in mounted:
        # Lazily: an answer of this process may still hold its catalogue open.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("pages", [1, 2, 8, 16, 24])
def test_a_disk_too_small(smallest: Any, small_disk: Callable[[int], bool], pages: int) -> None:
    if small_disk(4096 * pages):
        for turn in ("first", "second"):
            said = smallest.ask_after(f"a disk of {pages} pages, {turn} run").err
            assert "Le cache ne peut pas être écrit" in said
        assert list(smallest.cache.glob(".*")) == []


def test_a_disk_filled_after_the_compile(smallest: Any, small_disk: Callable[[int], bool]) -> None:
    room = small_disk(400_000)
    smallest.settle()
    with (smallest.cache / "other").open("wb", buffering=0) as other:
        try:
            while room and other.write(bytes(4096)):
                pass
        except OSError:
            pass
    for _ in range(3):
        smallest.ask_after("full disk")
    smallest.catalogue().write_bytes(b"damaged")
    smallest.ask_after("full disk, and damage")


@pytest.mark.parametrize("base", ["relative", ".", "", "~", "//", "/dev/null/x", "/proc/self/x"])
def test_a_cache_named_oddly(smallest: Any, base: str) -> None:
    """A relative folder is none; an empty name is the home's; a device or /proc holds no file."""
    command = smallest.any_command()
    environment = {"XDG_CACHE_HOME": base, "HOME": "/dev/null"}
    if base == "//":
        environment = {"XDG_CACHE_HOME": f"//{smallest.home}/cache//"}
    outcome = smallest.ask(*command, **environment)
    smallest.check(f"cache {base!r}", outcome, smallest.right(*command), refused=False)


@pytest.mark.parametrize("form", ["json", "sqlite"])
@pytest.mark.parametrize("size", [0, 1000, 65_536])
def test_an_export_that_may_not_grow(smallest: Any, tmp_path: Path, form: str, size: int) -> None:
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    smallest.settle()
    folder = tmp_path / "export"
    outcome = smallest.spawn("export", str(folder), "--format", form, preexec_fn=limit)
    smallest.check(f"{form} of {size} bytes", outcome, *[""] * (form == "json" and size > 1000))
    assert list(folder.glob(".*")) == []
    assert folder.exists() is (outcome.status == 0)
