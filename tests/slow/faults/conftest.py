"""Faults: what is done to the cache, the data or the machine, and what the next command answers.

After each fault the next command gives the right answer, byte for byte, or leaves with 3 and says
why; nothing is written outside the cache. Faults are drawn at random: `FAULT_SEED=7 pytest
tests/slow/faults` draws others, `FAULT_TIMES=10` draws ten times as many.
"""

import ctypes
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from avcareers.store import location, opening
from avcareers.store.data_files import read_snapshot
from avcareers.store.validation import load

ROOT = Path(__file__).parents[3]
AS_SCRIPT = "import sys; sys.argv[0] = 'avcareers'; from avcareers.cli.app import main; main()"
SEED = int(os.environ.get("FAULT_SEED", "0"))
TIMES = float(os.environ.get("FAULT_TIMES", "1"))
DAC_OVERRIDE, DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


def truncate(path: Path, at: random.Random) -> None:
    os.truncate(path, at.randrange(path.stat().st_size))


def zero(path: Path, at: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    start = at.randrange(len(raw))
    end = min(len(raw), start + at.choice((1, 16, 512, 4096, len(raw))))
    raw[start:end] = bytes(end - start)
    path.write_bytes(raw)


def zero_all(path: Path, at: random.Random) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def flip(path: Path, at: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    for _ in range(at.choice((1, 1, 1, 8, 200))):
        raw[at.randrange(len(raw))] ^= 1 << at.randrange(8)
    path.write_bytes(raw)


def scramble(path: Path, at: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    start = at.randrange(len(raw))
    raw[start : start + 64] = at.randbytes(len(raw[start : start + 64]))
    path.write_bytes(raw)


def shuffle_pages(path: Path, at: random.Random) -> None:
    raw = path.read_bytes()
    pages = [raw[start : start + 4096] for start in range(0, len(raw), 4096)]
    at.shuffle(pages)
    path.write_bytes(b"".join(pages))


def change_a_letter(path: Path, at: random.Random) -> None:
    """Change what is shown and nothing that SQLite looks at."""
    path.write_bytes(path.read_bytes().replace(b"Directeur", b"Dorecteur").replace(b"e", b"a", 9))


def append(path: Path, at: random.Random) -> None:
    path.write_bytes(path.read_bytes() + at.randbytes(5000))


def empty(path: Path, at: random.Random) -> None:
    path.write_bytes(b"")


def remove(path: Path, at: random.Random) -> None:
    path.unlink()


def text(path: Path, at: random.Random) -> None:
    path.write_text("ceci n'est pas un catalogue", encoding="utf-8")


DAMAGES = (
    truncate, zero, zero_all, flip, flip, scramble, shuffle_pages, change_a_letter, append, empty,
    remove, text,
)  # fmt: skip


class Outcome(NamedTuple):
    """What a command left."""

    status: int
    out: str
    err: str


Ask = Callable[..., Outcome]
Hurt = Callable[[Path, random.Random], str]


class Harness:
    """One data folder, one home with its cache, and commands asked of them."""

    def __init__(self, root: Path, ask: Ask, kind: str) -> None:
        """Lay out empty folders; `kind` is what its faults are counted under."""
        self.data, self.home = root / "data", root / "home"
        self.cache = self.home / "cache" / "avcareers"
        self.elsewhere = root / "elsewhere"
        for folder in (self.home, self.elsewhere):
            folder.mkdir()
        self.kind = kind
        self.faults = 0
        """How many were done."""
        self.given: str | None = None
        """Value of AVCAREERS_DATA, when it is not the data folder."""
        self.random = random.Random(f"{SEED} {kind}")
        self._ask = ask
        self._right: dict[tuple[str, ...], str] = {}

    def times(self, number: int) -> range:
        """Return as many turns as asked for, or more in a longer run."""
        return range(max(1, round(number * TIMES)))

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of a command."""
        cache = str(self.home / "cache")
        return {
            "AVCAREERS_DATA": str(self.data) if self.given is None else self.given, "HOME": str(self.home), "XDG_CACHE_HOME": cache,
            "LOCALAPPDATA": cache, "TMPDIR": str(self.elsewhere), **more,
        }  # fmt: skip

    def ask(self, *command: str, **more: str) -> Outcome:
        """Run a command in this process."""
        return self._ask(command, self.environment(**more))

    def learn(self, *commands: tuple[str, ...], cache: str = os.devnull) -> None:
        """Take the answers of the whole data, without a cache or with one apart, for right."""
        for command in commands:
            status, out, _ = self.ask(*command, XDG_CACHE_HOME=cache, LOCALAPPDATA=cache)
            assert status == 0
            assert out
            self._right[command] = out

    def right(self, *command: str) -> str:
        """Return the right answer to a command."""
        return self._right[command]

    def any_command(self) -> tuple[str, ...]:
        """Return one of the commands whose right answer is known."""
        return self.random.choice(sorted(self._right))

    def check(self, fault: str, outcome: Outcome, *right: str, refused: bool = True) -> None:
        """Count a fault, and fail unless it was answered rightly, or refused if it may be."""
        self.faults += 1
        answered = outcome.status == 0 and outcome.out in right
        said = outcome.status == 3 and not outcome.out and outcome.err.strip()
        if "Traceback" in outcome.err or not (answered or (refused and said)):
            pytest.fail(f"FAULT_SEED={SEED}, {self.kind}, {fault}: {outcome}")

    def ask_after(self, fault: str, *command: str, refused: bool = False) -> Outcome:
        """Ask after a fault, and check the answer."""
        command = command or self.any_command()
        outcome = self.ask(*command)
        self.check(fault, outcome, self.right(*command), refused=refused)
        return outcome

    def settle(self) -> Outcome:
        """Ask with nothing wrong, so that the cache is whole before a fault."""
        command = self.any_command()
        outcome = self.ask(*command)
        assert (outcome.status, outcome.out) == (0, self.right(*command))
        return outcome

    def start(self, *command: str, **options: Any) -> subprocess.Popen[str]:
        """Start a command in a process of its own, where permissions bind even a superuser."""
        more = options.pop("environment", {})
        return subprocess.Popen(
            [sys.executable, "-c", options.pop("code", AS_SCRIPT), *command],
            env={**os.environ, **self.environment(**more)},
            cwd=options.pop("cwd", self.elsewhere),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            encoding="utf-8", **options,
        )  # fmt: skip

    def spawn(self, *command: str, **options: Any) -> Outcome:
        """Run a command in a process of its own."""
        return finished(self.start(*command, **options))

    def catalogue(self, suffix: str = ".sqlite") -> Path:
        """Return the one cached catalogue, or a file that goes with it."""
        (path,) = self.cache.glob(f"catalogue-*{suffix}")
        return path

    def install(self, catalogue: Path, patch: pytest.MonkeyPatch) -> Path:
        """Ask from now on an installed package, no checkout around; give its catalogue."""
        package = self.elsewhere.parent / "lib" / "site" / "avcareers"
        package.mkdir(parents=True)
        (package / "data").symlink_to(self.data)
        for part in (catalogue, opening.stamp_path(catalogue)):
            shutil.copy(part, package / f"catalogue{part.suffix}")
        patch.setattr(location, "_PACKAGE", package)
        self.given = ""
        return package / "catalogue.sqlite"

    def empty_cache(self) -> None:
        """Start again from nothing."""
        shutil.rmtree(self.cache, ignore_errors=True)


def finished(process: subprocess.Popen[str]) -> Outcome:
    """Return what a started command left."""
    out, err = process.communicate(timeout=120)
    return Outcome(process.returncode, out, err)


@pytest.fixture
def wait() -> Callable[[subprocess.Popen[str]], Outcome]:
    """Return what waits for a started command."""
    return finished


def obey_permissions() -> None:
    """Make the bits of files hold for a superuser too, in the process about to start."""
    if sys.platform == "linux" and os.geteuid() == 0:
        library = ctypes.CDLL(None)
        for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
            library.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


@pytest.fixture
def bound() -> Callable[[], None]:
    """Return what a process runs first, for permissions to hold."""
    return obey_permissions


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command in this process, in the environment given."""
    from avcareers.cli import app as command_line

    def ask_here(command: tuple[str, ...], environment: dict[str, str]) -> Outcome:
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.setattr(tempfile, "tempdir", None)
            patch.setattr(sys, "argv", ["avcareers", *command])
            patch.setattr(command_line.app, "registered_commands", [])
            patch.setattr(command_line.app, "registered_groups", [])
            capsys.readouterr()
            with pytest.raises(SystemExit) as left:
                command_line.main()
        return Outcome(int(left.value.code or 0), *capsys.readouterr())

    return ask_here


def state_of(folder: Path, apart: Path) -> dict[str, object]:
    """Return all that a folder holds, but for one folder in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else path.is_dir()
        for path in sorted(folder.rglob("*"))
        if not path.is_relative_to(apart)
    }


@pytest.fixture
def harness(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    ask: Ask,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> Iterator[Harness]:
    """Return a harness without data; whatever was written beside its cache fails the test."""
    found = Harness(tmp_path, ask, request.node.path.stem.removeprefix("test_"))
    monkeypatch.chdir(found.elsewhere)
    yield found
    record_property("faults", (found.kind, found.faults))
    assert state_of(found.home, found.home / "cache") == {}
    assert state_of(found.elsewhere, tmp_path / "nothing") == {}


COMMANDS = (
    ("jobs", "-o", "json"),
    ("job", "show", "chef-operateur", "-o", "json"),
    ("schools", "-o", "json"),
    ("search", "image", "-o", "json"),
)
"""What is asked of the smallest data."""


@pytest.fixture
def smallest(harness: Harness, small: ModuleType) -> Harness:
    """Return a harness on the smallest data: its catalogue is compiled in a tenth of a second."""
    small.write(harness.data)
    harness.learn(*COMMANDS)
    return harness


@pytest.fixture
def sample(harness: Harness) -> Harness:
    """Return a harness on the tests' own catalogue."""
    shutil.copytree(ROOT / "tests" / "catalogue", harness.data)
    harness.learn(("jobs", "-o", "json"), ("schools",), ("search", "image", "-o", "md"))
    return harness


@pytest.fixture
def installed(smallest: Harness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the catalogue of an installed package."""
    snapshot = read_snapshot(smallest.data)
    path = opening.write_catalogue(tmp_path, load(snapshot), opening.catalogue_key(snapshot))
    return smallest.install(path, monkeypatch)


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have catalogues known by their times at once, the hardest case."""
    monkeypatch.setattr(opening, "SETTLED_NS", -1)


@pytest.fixture
def let_the_clock_tick() -> Callable[[], None]:
    """Return what waits for the file system to tell a change from the one before it."""
    return lambda: time.sleep(0.02)


@pytest.fixture
def hurt() -> Hurt:
    """Return what damages a file at random, half of the time with its times put back."""

    def hurt_file(path: Path, at: random.Random) -> str:
        damage = at.choice(DAMAGES)
        before = path.stat()
        damage(path, at)
        hidden = at.random() < 0.5 and path.exists()
        if hidden:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        return f"{damage.__name__} {path.suffix}{', times put back' if hidden else ''}"

    return hurt_file
