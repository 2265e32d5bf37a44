"""A few of the faults, on the catalogue that is shipped."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from avcareers.store import opening
from avcareers.store.location import Location
from avcareers.store.opening import open_catalogue

COMMANDS = (
    ("jobs", "-o", "csv"),
    ("job", "show", "showrunner", "-o", "json"),
    ("schools", "--near", "Lyon", "--within", "50", "-o", "json"),
    ("search", "monteur", "-o", "json"),
)


@pytest.fixture
def real(harness: Any, real_catalogue: Any, cache_home: Path) -> Any:
    """Return a harness on the real data, compiled once for the whole run."""
    harness.data = Path(__file__).parents[3] / "data"
    harness.learn(*COMMANDS, cache=str(cache_home))
    folder = cache_home / harness.cache.relative_to(harness.home / "cache")
    compiled = max(folder.glob("catalogue-*.sqlite"), key=lambda path: path.stat().st_size)
    harness.cache.mkdir(parents=True)
    for part in (compiled, opening.stamp_path(compiled)):
        shutil.copy(part, harness.cache)
    return harness


@pytest.mark.usefixtures("remembered")
def test_the_real_catalogue_installed_and_damaged(
    real: Any,
    tmp_path: Path,
    hurt: Callable[..., str],
    let_the_clock_tick: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert real.settle().err == ""
    fault = hurt(real.catalogue(), real.random)
    real.ask_after(f"cached, {fault}")
    whole = real.catalogue().read_bytes()
    path = real.install(real.catalogue(), monkeypatch)
    for _ in real.times(20):
        path.write_bytes(whole)
        assert real.settle().err == ""
        let_the_clock_tick()
        real.ask_after(f"installed, {hurt(path, real.random)}")


@pytest.mark.skipif(os.name != "posix", reason="needs a signal that can't be caught")
def test_the_real_catalogue_killed_while_it_is_compiled(
    real: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in real.environment().items():
        monkeypatch.setenv(name, value)
    real.empty_cache()
    for _ in real.times(3):
        child = os.fork()
        if child == 0:
            try:
                open_catalogue(Location(real.data, None))
            finally:
                os._exit(0)
        time.sleep(real.random.uniform(0, 4))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    real.ask_after("killed while it compiled")
