"""What every test shares: a small catalogue of its own, one day, and a clean environment."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from avcareers.model.content import Content
from avcareers.present.page import Page, text_of
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.nearby import Near
from avcareers.query.programmes import ProgrammeList, list_programmes
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

from . import runner
from .own_data import FOLDER, compiled, load_folder, write_schools_to_check
from .store import small as smallest

# Help texts take their language when the command line is first imported, before any fixture.
os.environ["AVCAREERS_LANG"] = "fr"

LOCALE_VARIABLES = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE")
SCREEN_VARIABLES = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LINES",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "PYTHONIOENCODING",
)


@pytest.fixture(scope="session")
def small() -> ModuleType:
    """Return the module that builds the smallest data folder, to change one thing of it."""
    return smallest


@pytest.fixture(scope="session")
def content() -> Content:
    """Return the records of the tests' own catalogue."""
    return load_folder(FOLDER)


@pytest.fixture(scope="session")
def catalogue(content: Content) -> Iterator[Catalogue]:
    """Return the tests' own catalogue, compiled in memory."""
    built = compiled(content)
    yield built
    built.close()


@pytest.fixture(scope="session")
def content_to_check(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Return the records of the tests' own catalogue, its schools replaced by those to check."""
    return load_folder(write_schools_to_check(tmp_path_factory.mktemp("schools")))


@pytest.fixture(scope="session")
def catalogue_to_check(content_to_check: Content) -> Iterator[Catalogue]:
    """Return the catalogue of the schools to check, compiled in memory."""
    built = compiled(content_to_check)
    yield built
    built.close()


@pytest.fixture
def programmes(catalogue_to_check: Catalogue, today: str) -> Callable[..., ProgrammeList]:
    """List the programmes of the schools to check: `programmes("fees", near=("lyon", 60))`."""

    def listed(
        order: Any = None,
        *,
        near: tuple[str, float] | None = None,
        limit: int | None = None,
        **filters: Any,
    ) -> ProgrammeList:
        centre = Near(catalogue_to_check.document("place", near[0]), near[1]) if near else None
        found = list_schools(catalogue_to_check, SchoolFilters(near=centre, **filters), today)
        return list_programmes(found, order=order, limit=limit)

    return listed


@pytest.fixture
def changed(content: Content) -> Iterator[Callable[..., Catalogue]]:
    """Compile the records with some replaced: `changed(schools=...)`."""
    built: list[Catalogue] = []

    def compile_changed(**fields: Any) -> Catalogue:
        built.append(compiled(content.model_copy(update=fields)))
        return built[-1]

    yield compile_changed
    for catalogue in built:
        catalogue.close()


@pytest.fixture(scope="session")
def today() -> str:
    """Return the day every answer is asked for."""
    return "2026-11-23"


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return one cache for the whole run and all its workers, so that data are compiled once."""
    whole_run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        whole_run = whole_run.parent
    folder = whole_run / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def run() -> runner.Run:
    """Run a command in this process: `run("jobs", "list", COLUMNS="60", real=True)`."""
    return runner.run


@pytest.fixture
def spawn() -> runner.Run:
    """Run a command in a process of its own."""
    return runner.spawn


@pytest.fixture(params=["fr", "en"])
def words(request: pytest.FixtureRequest) -> Wording:
    """Return each language in turn."""
    return Wording(request.param)


@pytest.fixture
def french() -> Wording:
    return Wording("fr")


@pytest.fixture
def english() -> Wording:
    return Wording("en")


@pytest.fixture
def read() -> Callable[[Page], list[str]]:
    """Return a function that returns all the words of a page, one text after the other."""
    return lambda page: [text for text in _texts_of(page) if text]


def _texts_of(page: Page) -> Iterator[str]:
    yield text_of(page.title)
    yield from map(text_of, page.lead)
    if page.table is not None:
        yield from (column.title for column in page.table.columns)
        for row in page.table.rows:
            yield row.group
            yield from map(text_of, row.cells)
        if not page.table.rows:
            yield page.empty
    for section in page.sections:
        yield section.heading
        yield section.label
        yield from (text_of(item.line) for item in section.items)
    yield from map(text_of, page.footer)
    for step in page.next:
        yield f"{step.command} {step.why}"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, cache_home: Path) -> None:
    """Make every test ask in French, from a machine with no settings and no user cache."""
    for name in (*LOCALE_VARIABLES, *SCREEN_VARIABLES):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.upper().startswith(("AVCAREERS", "_AVCAR"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AVCAREERS_LANG", "fr")
    # No test waits for a key.
    monkeypatch.setenv("AVCAREERS_PAGER", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))
    monkeypatch.setenv("LOCALAPPDATA", str(cache_home))
    monkeypatch.setenv("HOME", str(cache_home))


@pytest.fixture(scope="session")
def real_content() -> Content:
    """Return the records of the repository's own data, validated, as they are read."""
    return load_folder(runner.ROOT / "data").inherited()


@pytest.fixture(scope="session")
def real_catalogue(cache_home: Path) -> Iterator[Catalogue]:
    """Return the catalogue of the repository's own data, compiled once for all workers."""
    from avcareers.store.location import locate
    from avcareers.store.opening import open_catalogue

    with pytest.MonkeyPatch.context() as environment, one_at_a_time(cache_home / "real"):
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
            environment.setenv(name, str(cache_home))
        environment.delenv("AVCAREERS_DATA", raising=False)
        catalogue = open_catalogue(locate())
    yield catalogue
    catalogue.close()


@contextmanager
def one_at_a_time(taken: Path) -> Iterator[None]:
    """Hold others back, of any worker, until the block has ended: a file says that it runs."""
    while True:
        try:
            taken.touch(exist_ok=False)
            break
        except FileExistsError:
            time.sleep(0.1)
    try:
        yield
    finally:
        taken.unlink()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print how many faults of each kind were done, whichever worker did them."""
    faults: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", ()):
                if name == "faults" and report.when == "teardown":
                    faults[value[0]] += value[1]
    if faults:
        each = ", ".join(f"{kind} {number}" for kind, number in sorted(faults.items()))
        terminalreporter.write_line(f"faults: {faults.total()} ({each})")
