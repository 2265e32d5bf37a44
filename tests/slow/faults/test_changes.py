"""Data that change between two runs, or under one: each answer is wholly of one version."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

COMMAND = ("jobs", "--lang", "en", "-o", "plain")
"""Its answer holds facts of two files: the job's and its department's."""
OLD, NEW = ("Director of photography", "Camera"), ("Directir of photography", "Kamera")
"""A title and a department, as long in either version."""


class Versions:
    """Two versions of one data folder, alike in size, and their right answers."""

    def __init__(self, harness: Any, new: tuple[str, str] = NEW) -> None:
        self.harness = harness
        self.texts = [self._texts(OLD), self._texts(new)]
        self.answers: list[str] = []
        for version in (1, 0):
            self.write(version)
            harness.learn(COMMAND)
            self.answers.insert(0, harness.right(*COMMAND))
        for words, answer in zip((OLD, new), self.answers, strict=True):
            assert all(word in answer for word in words)

    def _texts(self, words: tuple[str, str]) -> dict[str, str]:
        texts = {path.name: path.read_text("utf-8") for path in self.harness.data.glob("*.yaml")}
        for name, old, new in zip(("professions", "departments"), OLD, words, strict=True):
            assert old in texts[f"{name}.yaml"]
            texts[f"{name}.yaml"] = texts[f"{name}.yaml"].replace(old, new)
        return texts

    def write(self, version: int, *, folder: Path | None = None, hidden: bool = False) -> None:
        """Write a version in place; hidden, its files keep the times they had."""
        for name, text in self.texts[version].items():
            path = (folder or self.harness.data) / name
            before = path.stat() if path.exists() else None
            if before and path.read_text("utf-8") == text:
                continue
            path.write_text(text, "utf-8")
            if hidden and before:
                os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def ask(self, version: int, fault: str) -> None:
        """Ask, and check that the answer is of that version."""
        outcome = self.harness.ask(*COMMAND)
        self.harness.check(fault, outcome, self.answers[version], refused=False)


@pytest.fixture
def versions(smallest: Any) -> Versions:
    return Versions(smallest)


@pytest.fixture
def versions_of_a_file(smallest: Any) -> Versions:
    """Return two versions that differ by one file: no third one stands between them."""
    return Versions(smallest, (NEW[0], OLD[1]))


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("pause", [0, 0.02])
def test_data_changed_between_two_runs(versions: Versions, hidden: bool, pause: float) -> None:
    for turn in versions.harness.times(20):
        versions.write(turn % 2, hidden=hidden)
        time.sleep(pause)
        versions.ask(turn % 2, f"changed, hidden {hidden}, after {pause} s")


def test_data_changed_between_two_runs_by_renaming(versions: Versions) -> None:
    """As an editor saves, with the times of the old file."""
    for turn in versions.harness.times(20):
        for name, text in versions.texts[turn % 2].items():
            path = versions.harness.data / name
            before = path.stat()
            beside = path.with_suffix(".new")
            beside.write_text(text, "utf-8")
            os.utime(beside, ns=(before.st_atime_ns, before.st_mtime_ns))
            beside.replace(path)
        versions.ask(turn % 2, "renamed")


def test_a_file_that_goes_and_comes_back(versions: Versions) -> None:
    path = versions.harness.data / "places.yaml"
    for _ in versions.harness.times(5):
        versions.ask(0, "file back")
        raw = path.read_bytes()
        path.unlink()
        outcome = versions.harness.ask(*COMMAND)
        versions.harness.check("file gone", outcome)
        assert "places.yaml" in outcome.err
        path.write_bytes(raw)


@pytest.mark.skipif(os.name != "posix", reason="forks, to change the data at any moment")
@pytest.mark.parametrize("empty", [True, False])
def test_data_changed_while_they_are_compiled(versions_of_a_file: Versions, empty: bool) -> None:
    """Whatever that run gave, what it cached is not taken for the other version's."""
    versions = versions_of_a_file
    harness = versions.harness
    harness.ask(*COMMAND)
    began = time.perf_counter()
    harness.empty_cache()
    harness.ask(*COMMAND)
    seconds = time.perf_counter() - began
    for turn in harness.times(20):
        if empty:
            harness.empty_cache()
        moment = harness.random.uniform(0, seconds)
        child = os.fork()
        if child == 0:
            try:
                time.sleep(moment)
                versions.write((turn + 1) % 2, hidden=True)
            finally:
                os._exit(0)
        outcome = harness.ask(*COMMAND)
        os.waitpid(child, 0)
        harness.check(f"changed {moment:.4f} s after the start", outcome, *versions.answers)
        versions.ask((turn + 1) % 2, "after the change")


@pytest.fixture
def flipping(versions: Versions, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Return what makes the data folder a link, and has another process point it here and there."""
    children = []

    def start() -> None:
        data = versions.harness.data
        for version in (0, 1):
            folder = tmp_path / f"version-{version}"
            folder.mkdir()
            for path in data.iterdir():
                if path.is_dir():
                    (folder / path.name).symlink_to(path)
            versions.write(version, folder=folder)
        data.rename(tmp_path / "aside")
        for path in tmp_path.glob("version-*/*"):
            if path.is_symlink():
                target = tmp_path / "aside" / path.name
                path.unlink()
                path.symlink_to(target)
        data.symlink_to(tmp_path / "version-0")
        child = os.fork()
        if child == 0:
            try:
                turn = 0
                while True:
                    turn += 1
                    link = tmp_path / "link"
                    link.symlink_to(tmp_path / f"version-{turn % 2}")
                    link.replace(data)
                    time.sleep(0.003 * (turn % 5))
            finally:
                os._exit(0)
        children.append(child)

    yield start
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@pytest.mark.skipif(os.name != "posix", reason="links and forks")
def test_a_folder_swapped_for_another_again_and_again(
    versions: Versions, flipping: Callable[[], None]
) -> None:
    flipping()
    for _ in versions.harness.times(60):
        outcome = versions.harness.ask(*COMMAND)
        versions.harness.check("swapped folders", outcome, *versions.answers)
