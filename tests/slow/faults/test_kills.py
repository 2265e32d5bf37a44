"""A compile killed at any moment, and many first runs at once, spoil no later answer."""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest

from avcareers.store.cache import MARK
from avcareers.store.location import Location
from avcareers.store.opening import open_catalogue

only_posix = pytest.mark.skipif(os.name != "posix", reason="needs a signal that can't be caught")


def prepare(harness: Any) -> None:
    """Return a compile something to do: from nothing, over a damaged catalogue, over old ones."""
    match harness.random.randrange(3):
        case 0:
            harness.empty_cache()
        case 1:
            for path in harness.cache.glob("catalogue-*.sqlite"):
                path.write_bytes(b"damaged")
        case 2:
            for path in harness.cache.glob("catalogue-*.sqlite"):
                path.unlink()


@only_posix
def test_a_compile_killed_at_random_moments(smallest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in smallest.environment().items():
        monkeypatch.setenv(name, value)
    location = Location(smallest.data, None)
    open_catalogue(location).close()
    smallest.empty_cache()
    began = time.perf_counter()
    open_catalogue(location).close()
    seconds = time.perf_counter() - began
    for _ in smallest.times(80):
        prepare(smallest)
        moment = smallest.random.uniform(0, 1.1 * seconds)
        child = os.fork()
        if child == 0:
            try:
                open_catalogue(location)
            finally:
                os._exit(0)
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        smallest.ask_after(f"killed after {moment:.4f} s of a compile")
    everything = [*smallest.cache.iterdir()]
    for path in everything:
        if path.name.startswith("."):
            os.utime(path, (1, 1))
    smallest.catalogue().unlink()
    smallest.ask_after("what the kills left, a while later")
    left = [
        path.name
        for path in smallest.cache.iterdir()
        if path.name != MARK and not path.match("data-*.seen")
    ]
    assert sorted(name.partition(".")[2] for name in left) == ["sqlite", "stamp"]


@only_posix
def test_a_whole_command_killed_at_random_moments(sample: Any) -> None:
    command = ("jobs", "-o", "json")
    began = time.perf_counter()
    sample.check("nothing yet", sample.spawn(*command), sample.right(*command), refused=False)
    seconds = time.perf_counter() - began
    for _ in sample.times(20):
        sample.empty_cache()
        moment = sample.random.uniform(0.2, 1.0) * seconds
        process = sample.start(*command)
        time.sleep(moment)
        process.kill()
        process.communicate()
        sample.ask_after(f"killed {moment:.4f} s after its start")


@only_posix
def test_a_rewriting_of_the_data_killed_at_random_moments(sample: Any) -> None:
    """Each file is as it was or as it is to be, never between."""
    paths = sorted(sample.data.rglob("*.yaml"))
    new = {path: path.read_bytes() for path in paths}
    old = {path: raw.replace(b"\n- slug: ", b"\n\n\n- slug:  ") for path, raw in new.items()}
    for _ in sample.times(20):
        for path, raw in old.items():
            path.write_bytes(raw)
        child = os.fork()
        if child == 0:
            try:
                sample.ask("data", "fmt")
            finally:
                os._exit(0)
        time.sleep(sample.random.uniform(0, 0.4))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert all(path.read_bytes() in {old[path], new[path]} for path in paths)
        sample.ask_after("killed while it rewrote the data")


def test_twenty_first_runs_at_once(sample: Any, wait: Callable[[Any], Any]) -> None:
    commands = [sample.any_command() for _ in range(20)]
    processes = [sample.start(*command) for command in commands]
    for command, process in zip(commands, processes, strict=True):
        outcome = wait(process)
        sample.check("one of twenty", outcome, sample.right(*command), refused=False)
        assert "damaged" not in outcome.err
        assert "abîmé" not in outcome.err
    left = sorted(
        p.suffix for p in sample.cache.iterdir() if p.name != MARK and not p.match("data-*.seen")
    )
    assert left in (["", "", ""], [".sqlite", ".stamp"], [".seen", ".sqlite", ".stamp"])
    sample.ask_after("twenty first runs")
