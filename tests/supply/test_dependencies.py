"""What is installed: bounded, locked, and no more than is declared."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK, BROWSER_LOCK = (
    (ROOT / "requirements" / name).read_text(encoding="utf-8")
    for name in ("dev.txt", "browser.txt")
)
BUILD = [Requirement(text) for text in PROJECT["build-system"]["requires"]]
RUN = [Requirement(text) for text in PROJECT["project"]["dependencies"]]


def test_every_dependency_has_an_oldest_and_a_newest_version() -> None:
    for required in (*BUILD, *RUN):
        bounds = {clause.operator for clause in required.specifier}
        assert bounds == {">=", "<"}, required.name


def test_building_and_running_agree_on_versions() -> None:
    run = {required.name: required.specifier for required in RUN}
    for required in BUILD:
        assert run.get(required.name, required.specifier) == required.specifier


def locked(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))


def test_the_locks_hold_every_dependency_within_its_bounds_and_by_its_hashes() -> None:
    develop = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["dev"]]
    browser = [Requirement(text) for text in PROJECT["dependency-groups"]["browser"]]
    for lock, wanted in ((LOCK, (*RUN, *develop)), (BROWSER_LOCK, browser)):
        for required in wanted:
            assert required.specifier.contains(locked(lock)[required.name.lower()]), required.name
    # They are installed in one environment.
    both = locked(LOCK).items() & locked(BROWSER_LOCK).items()
    assert dict(both).keys() == locked(LOCK).keys() & locked(BROWSER_LOCK).keys()
    for entry in re.split(r"^(?=[a-z0-9-]+==)", LOCK + BROWSER_LOCK, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in entry, f"{entry.split()[0]}: lock again as its header says"
