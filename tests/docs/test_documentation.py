"""The documentation says what is so: examples run, links lead somewhere, generated files are new."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from avcareers.cli.app import main
from avcareers.model.content import type_of_records
from avcareers.store.data_files import DATA_FILES

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.fr.md")
WITH_EXAMPLES = (
    *READMES, "CONTRIBUTING.md", "docs/data/README.md", "docs/data/pay.md", "docs/data/synonym.md"
)  # fmt: skip
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
IMAGES = sorted((ROOT / "docs" / "images").glob("*.svg"))
TODAY = "2026-11-23"

ANNOTATED = {
    "agreements": "pay", "changes": "change", "certifications": "certification", "diplomas": "diploma",
    "earnings": "earning", "minimum_wages": "pay", "places": "place", "professions": "job", "regions": "place",
    "rules": "rule",
    "schools": "school", "sources": "source",
    "synonyms": "synonym", "topics": "topic",
}  # fmt: skip
"""Data files a record of which is explained line by line, with the page of docs/data/ that does."""
IN_THE_LIST = {file.name: frozenset(file.entry) for file in DATA_FILES if file.entry}
"""Data files whose records have a sheet, with the fields that stand in the list."""

FENCED = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHELL = frozenset({"sh", "console", "bash"})
ENDS_THE_COMMAND = frozenset({"|", ">", "&&", ";"})


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def examples(name: str) -> list[str]:
    """Commands of the tool in a page: lines of its shell blocks, and last cells of its tables."""
    text = read(name)
    lines = [
        line.removeprefix("$ ")
        for language, block in FENCED.findall(text)
        if language in SHELL
        for line in block.splitlines()
    ]
    lines += re.findall(r"^\|.*\| `(avcareers [^`]+)` \|$", text, re.MULTILINE)
    return [line for line in lines if line.startswith("avcareers ")]


def pictures(name: str) -> list[tuple[str, ...]]:
    return re.findall(r'(?:src|srcset)="docs/images/(\w+)\.(\w+)\.(\w+)\.svg"', read(name))


EXAMPLES = dict.fromkeys(example for name in WITH_EXAMPLES for example in examples(name))


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with copies of what commands write to: no example may touch the real ones."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("data", "schema"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests" / "catalogue", folder / "small")
    return folder


@pytest.fixture
def run(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], tuple[int, str, str]]:
    """Return what runs a command line and returns its status, its output and its messages."""
    monkeypatch.chdir(checkout)

    def run_command(typed: str) -> tuple[int, str, str]:
        words = shlex.split(typed, comments=True)
        end = next((i for i, word in enumerate(words) if word in ENDS_THE_COMMAND), len(words))
        # Reading all the YAML again takes ten seconds, and is a check of its own.
        data = "small" if words[1:3] in (["data", "fmt"], ["data", "check"]) else "data"
        monkeypatch.setenv("AVCAREERS_DATA", str(checkout / data))
        monkeypatch.setattr(sys, "argv", words[:end])
        if words[1] == "browse":
            # Nobody presses a key: what it begins with is what it leaves with.
            monkeypatch.setattr("avcareers.cli.browse._has_screen", lambda: True)
            monkeypatch.setattr("avcareers.browse.app.Browser.run", lambda screen: screen.state)
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return int(left.value.code or 0), printed.out, printed.err

    return run_command


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_runs(example: str, run: Callable[[str], tuple[int, str, str]]) -> None:
    status, printed, said = run(example)
    assert status == 0, said
    assert printed or said or "--check" in example or " fmt" in example or " schema" in example


def test_pages_hold_examples() -> None:
    assert len(EXAMPLES) > 20
    assert all(examples(name) for name in WITH_EXAMPLES)


def test_readmes_begin_with_two_commands() -> None:
    for name in READMES:
        language, block = FENCED.findall(read(name))[0]
        assert (language, len(block.splitlines())) == ("sh", 2)
        assert block.splitlines()[1] == "python3 check.py"


def test_readmes_say_the_same() -> None:
    english, french = READMES
    assert examples(english) == examples(french)
    assert [(name, theme) for name, _, theme in pictures(english)] == [
        (name, theme) for name, _, theme in pictures(french)
    ]
    assert {language for _, language, _ in pictures(english)} == {"en"}
    assert {language for _, language, _ in pictures(french)} == {"fr"}
    assert read(english).count("\n#") == read(french).count("\n#")


def test_every_picture_is_shown() -> None:
    shown = {".".join(picture) for name in READMES for picture in pictures(name)}
    assert {path.stem for path in IMAGES} == shown


@pytest.mark.parametrize("path", IMAGES, ids=lambda path: path.stem)
def test_picture_fetches_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for fetching in ("url(http", "@import", "@font-face", "href=", "<script", "<image"):
        assert fetching not in text


@pytest.mark.parametrize("program", ["fields.py", "licences.py", "screenshots.py", "tables.py"])
def test_generated_file_is_current(program: str) -> None:
    command = [sys.executable, str(ROOT / "docs" / program), "--check"]
    ran = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=60)
    assert ran.returncode == 0, f"run python docs/{program}\n{ran.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_relative_links_exist(page: Path) -> None:
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    found = re.findall(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"", text)
    for target in filter(None, (link for pair in found for link in pair)):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        linked = page.parent / name if name else page
        assert linked.exists(), f"{page.name}: {target}"
        if anchor and linked.suffix == ".md":
            assert anchor in anchors(linked), f"{page.name}: {target}"


def anchors(page: Path) -> set[str]:
    """Headings of a page, as the forge makes them addresses."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("file", ANNOTATED)
def test_annotated_record_is_valid(file: str) -> None:
    record = json.dumps([annotated(file)])
    (found,) = TypeAdapter(type_of_records(file)).validate_json(record, strict=True)
    assert found


def annotated(file: str) -> dict[str, Any]:
    """Return the record of a data file that is explained line by line: its entry, and its sheet."""
    page = read(f"docs/data/{ANNOTATED[file]}.md")
    blocks = [block for language, block in FENCED.findall(page) if language == "yaml"]
    ((record,),) = [yaml.safe_load(b) for b in blocks if b.startswith(f"# data/{file}.yaml\n")]
    if file in IN_THE_LIST:
        start = f"# data/{file}/{record['slug']}.yaml\n"
        (sheet,) = (yaml.safe_load(block) for block in blocks if block.startswith(start))
        assert record.keys() <= IN_THE_LIST[file]
        assert not sheet.keys() & IN_THE_LIST[file]
        record |= sheet
    return record


def test_every_annotated_block_is_read() -> None:
    blocks = [
        block.partition("\n")[0]
        for path in ROOT.glob("docs/data/*.md")
        for language, block in FENCED.findall(path.read_text(encoding="utf-8"))
        if language == "yaml"
    ]
    read_here = {f"# data/{file}.yaml" for file in ANNOTATED} | {
        f"# data/{file}/{annotated(file)['slug']}.yaml" for file in IN_THE_LIST
    }
    assert sorted(blocks) == sorted(read_here)


def test_annotated_amounts_are_in_the_data() -> None:
    grids = {grid["slug"] for grid in annotated("agreements")["grids"]}
    (table,) = (b for language, b in FENCED.findall(read("docs/data/pay.md")) if language == "csv")
    lines = table.splitlines()
    assert set(lines) <= set(read("data/pay/3097.csv").splitlines())
    assert {line.split(",")[0] for line in lines[1:]} <= grids


def test_contributing_holds_on_a_page() -> None:
    assert (ROOT / "CONTRIBUTING.md").stat().st_size <= 8192


def test_git_names_the_record_a_change_is_in() -> None:
    said = re.search(r"xfuncname '(.+)'", read("CONTRIBUTING.md"))
    assert said
    assert said[0] in read(".gitattributes")
    for path in ROOT.glob("data/*.yaml"):
        begins = re.findall(r"^- .*$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert all(re.fullmatch(said[1], line) for line in begins), path.name


def test_limits_are_counted(run: Callable[[str], tuple[int, str, str]]) -> None:
    _, printed, _ = run(f"avcareers data stats -o json --today {TODAY}")
    found = json.loads(printed)
    shares = [share for part in found.values() if isinstance(part, list) for share in part]
    true = {(s["having"], s["of"]) for s in shares if isinstance(s, dict)}
    for name in READMES:
        said = re.findall(r"\| (\d+) (?:of|sur) (\d+) \|", read(name))
        assert len(said) >= 10
        wrong = [pair for pair in said if tuple(map(int, pair)) not in true]
        assert not wrong, f"{name} no longer says what `avcareers data stats` does: {wrong}"


def test_nothing_local_is_named() -> None:
    for path in (*PAGES, *ROOT.glob("docs/*.py"), *ROOT.glob(".github/**/*.*"), *IMAGES):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/(?:work|root|home|tmp|Users)/", text), path.name
