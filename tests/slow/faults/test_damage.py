"""Bytes of the cached catalogue, or of what goes with it, that are not what they were."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from avcareers.store import opening
from avcareers.store.cache import Cache

Damage = Callable[[Path, random.Random], None]
Hurt = Callable[[Path, random.Random], str]


PARTS = (".sqlite", ".sqlite", ".sqlite", ".stamp", ".seen")


@pytest.mark.usefixtures("remembered")
def test_a_cached_catalogue_damaged_at_random(
    smallest: Any, hurt: Hurt, let_the_clock_tick: Callable[[], None]
) -> None:
    smallest.settle()
    whole = smallest.catalogue().read_bytes()
    for _ in smallest.times(300):
        smallest.settle()
        let_the_clock_tick()
        parts = [path for suffix in PARTS for path in smallest.cache.glob(f"*{suffix}")]
        parts = [path for path in parts if path.stat().st_size]
        smallest.ask_after(hurt(smallest.random.choice(parts), smallest.random))
        assert smallest.catalogue().read_bytes() == whole


def test_leftovers_of_sqlite_beside_the_catalogue(smallest: Any) -> None:
    smallest.settle()
    for suffix in ("-journal", "-wal", "-shm"):
        for size in (0, 8, 512, 70_000):
            path = smallest.catalogue()
            path.with_name(path.name + suffix).write_bytes(
                # The first bytes of a journal to be rolled back.
                b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + smallest.random.randbytes(size)
            )
            assert smallest.ask_after(f"a {suffix} of {size} bytes").err == ""


@pytest.mark.usefixtures("remembered")
def test_an_installed_catalogue_damaged_at_random(
    smallest: Any, installed: Path, hurt: Hurt, let_the_clock_tick: Callable[[], None]
) -> None:
    whole = {path: path.read_bytes() for path in (installed, opening.stamp_path(installed))}
    for _ in smallest.times(100):
        for path, raw in whole.items():
            path.write_bytes(raw)
        assert smallest.settle().err == ""
        let_the_clock_tick()
        path = smallest.random.choice((installed, installed, opening.stamp_path(installed)))
        fault = hurt(path, smallest.random)
        said = smallest.ask_after(fault).err
        changed = not installed.exists() or installed.read_bytes() != whole[installed]
        assert ("catalogue installé est abîmé" in said) == changed, fault
    assert sorted(path.name for path in installed.parent.iterdir()) == sorted(
        ["data", *(path.name for path in whole if path.exists())]
    )


def truncate_pages(path: Path, at: random.Random) -> None:
    os.truncate(path, 4096 * at.randrange(2, path.stat().st_size // 4096))


def zero_pages(path: Path, at: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    for _ in range(at.choice((1, 5, 20))):
        start = 4096 * at.randrange(1, len(raw) // 4096)
        raw[start : start + 4096] = bytes(4096)
    path.write_bytes(raw)


@pytest.mark.parametrize("damage", [truncate_pages, zero_pages])
@pytest.mark.usefixtures("remembered")
def test_pages_lost_by_a_disk_that_says_nothing_of_it(
    smallest: Any, damage: Damage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file system shows no change, so only what SQLite notices can be told."""
    smallest.settle()
    whole = smallest.catalogue().read_bytes()
    for _ in smallest.times(30):
        smallest.settle()
        damage(smallest.catalogue(), smallest.random)
        with monkeypatch.context() as patch:
            seen = smallest.catalogue(".seen")
            state = Cache(seen.parent).recall(seen.name)
            patch.setattr(opening, "_state", lambda _, state=state: state)
            told = smallest.ask_after(f"silent {damage.__name__}", refused=True)
            if told.status == 3:
                smallest.ask_after("after it was told")
                assert smallest.catalogue().read_bytes() == whole
        smallest.catalogue().write_bytes(whole)
