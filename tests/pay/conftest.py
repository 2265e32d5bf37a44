"""A catalogue with pay, answers and schools to check, built over the tests' own."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from avcareers.model.content import Content
from avcareers.present.page import Page, text_of
from avcareers.query.nearby import Near
from avcareers.query.programmes import ProgrammeList, list_programmes
from avcareers.query.school_filters import SchoolFilters
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.sources import SourceFiles, read_sources
from avcareers.store.validation import load
from avcareers.text.wording import Wording

TESTS = Path(__file__).parent.parent
OWN = TESTS / "pay" / "data"


@cache
def own_files() -> dict[str, bytes]:
    """Give the tests' own files, with pay, answers and schools of these tests over them."""
    files = {k: v for k, v in read_sources(TESTS / "catalogue").contents.items() if _is_text(v)}
    files |= {k: v for k, v in read_sources(OWN).contents.items() if _is_text(v)}
    files["sources"] += (OWN / "extra_sources.yaml").read_bytes()
    functions = yaml.safe_load((OWN / "functions.yaml").read_text("utf-8"))
    jobs = yaml.safe_load(files["professions"].decode())
    for job in jobs:
        job["pay_functions"] = functions[job["slug"]]
    files["professions"] = yaml.safe_dump(jobs, allow_unicode=True, sort_keys=False).encode()
    return files


def _is_text(value: object) -> bool:
    return isinstance(value, bytes)


def compiled(content: Content) -> Catalogue:
    """Compile records in memory."""
    connection = sqlite3.connect(":memory:")
    compile_into(connection, content, "pay")
    return Catalogue(connection)


class Outcome(NamedTuple):
    """What a command left."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def content() -> Content:
    return load(SourceFiles(Path("data"), dict(own_files())))


@pytest.fixture(scope="session")
def catalogue(content: Content) -> Iterator[Catalogue]:
    """Give the catalogue of these tests."""
    built = compiled(content)
    yield built
    built.close()


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


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write the data folder, some files changed: `folder({"pay/3097.csv": b"..."})`."""

    def write(changes: dict[str, bytes] | None = None) -> Path:
        for name, raw in {**own_files(), **(changes or {})}.items():
            path = tmp_path / (name if name.endswith(".csv") else f"{name}.yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        return tmp_path

    return write


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    """Run a command in this process, on the data of the repository unless told otherwise."""
    from avcareers.cli import app as command_line

    def run_here(*arguments: str, data: Path | None = None) -> Outcome:
        with monkeypatch.context() as patch:
            if data:
                patch.setenv("AVCAREERS_DATA", str(data))
            patch.setattr(sys, "argv", ["avcareers", *arguments])
            # Each run of the program declares its own command in a new process.
            patch.setattr(command_line.app, "registered_commands", [])
            patch.setattr(command_line.app, "registered_groups", [])
            capsys.readouterr()
            with pytest.raises(SystemExit) as left:
                command_line.main()
        captured = capsys.readouterr()
        return Outcome(int(left.value.code or 0), captured.out, captured.err)

    return run_here


def _read(page: Page) -> Iterator[str]:
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


@pytest.fixture
def read() -> Callable[[Page], list[str]]:
    """Give a function that gives all the words of a page, one text after the other."""
    return lambda page: [text for text in _read(page) if text]


@pytest.fixture(params=["fr", "en"])
def words(request: pytest.FixtureRequest) -> Wording:
    """Give each language in turn."""
    return Wording(request.param)


@pytest.fixture
def french() -> Wording:
    return Wording("fr")


@pytest.fixture
def english() -> Wording:
    return Wording("en")


@pytest.fixture
def programmes(catalogue: Catalogue, today: str) -> Callable[..., ProgrammeList]:
    """List programmes: `programmes("fees", near=("lyon", 60))`."""

    def listed(
        order: Any = None,
        *,
        near: tuple[str, float] | None = None,
        limit: int | None = None,
        **filters: Any,
    ) -> ProgrammeList:
        centre = Near(catalogue.document("place", near[0]), near[1]) if near else None
        found = list_schools(catalogue, SchoolFilters(near=centre, **filters), today)
        return list_programmes(found, order=order, limit=limit)

    return listed


@pytest.fixture
def files() -> dict[str, bytes]:
    """Give the data files, to change."""
    return dict(own_files())
