"""Every command is declared once, and wherever a reader or a program looks for it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from avcareers.cli.commands import COMMANDS
from avcareers.render.schemas import ANSWERS

from ..runner import ROOT

WITHOUT_ANSWER = {
    ("export",): "writes files; its lines are those of the other answers",
    ("site", "build"): "writes files; the facts among them are those of the other answers",
    ("data", "fmt"): "names the files it rewrites",
    ("data", "schema"): "names the files it writes",
    ("browse",): "is for a person at a terminal; what it leaves is commands",
}
"""Commands that return nothing a program could read, and why."""
UNNAMED = {"home": "avcareers", "jobs list": "jobs"}
"""Commands that stand in the READMEs as one types them: without their own word."""


def declared() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command, by its words, as Typer knows it."""
    from typer.main import get_command

    from avcareers.cli.app import add_commands, app

    add_commands([])
    for name, entry in get_command(app).commands.items():  # type: ignore[attr-defined]
        if hasattr(entry, "commands"):
            yield from (((name, inner), command) for inner, command in entry.commands.items())
        else:
            yield (name,), entry


def test_the_table_of_commands_names_those_that_are_declared() -> None:
    assert {words[0] for words, _ in declared()} == COMMANDS.keys()


def test_every_command_has_the_schema_of_its_answer_and_every_schema_a_command() -> None:
    answers = {tuple(name.split("-")) for name in ANSWERS}
    commands = {words for words, _ in declared()}
    # `pay-hours` is another answer of `pay`.
    unanswered = {c for c in commands if not any(a[: len(c)] == c for a in answers)}
    assert unanswered == WITHOUT_ANSWER.keys(), "add its answer to ANSWERS, in render/schemas.py"
    assert not {a for a in answers if not any(a[: len(c)] == c for c in commands)}


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_every_command_has_a_line_in_the_readme_and_every_line_a_command(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    first_cells = re.findall(r"^\| `([^`]+)` \|.*\| `avcareers [^`]+` \|$", text, re.MULTILINE)
    # `job show --sheet` is another line of `job show`.
    named = {cell.partition(" --")[0] for cell in first_cells}
    commands = {" ".join(words) for words, _ in declared()}
    assert named == {UNNAMED.get(command, command) for command in commands}
