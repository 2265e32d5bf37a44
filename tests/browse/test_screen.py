"""The full screen, its keys pressed by Textual's own pilot."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot

from avcareers.browse.answers import Answers
from avcareers.browse.app import SETTLED, Browser, browser
from avcareers.browse.state import State
from avcareers.cli.browse import CommandLineReader
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

from ..runner import Run, a_session

SMALL, LARGE = (80, 24), (140, 45)


class Screen(SingleFileSnapshotExtension):
    """One readable text file a screen."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


class Seen(NamedTuple):
    """What is on the screen after some keys, and what is looked at."""

    text: str
    """The whole screen."""
    said: str
    """The same on one line, its spaces alike."""
    state: State


Step = str | Callable[[Seen], object]
Look = Callable[..., Seen]
NAMED = {"enter", "escape", "tab", "shift+tab", "space", "down", "slash", "question_mark", "f1"}


@pytest.fixture
def look(catalogue: Catalogue, today: str) -> Look:
    """Press keys, each a name or a text to type, and look in between: `look("s", "f", "Brest", check)`."""

    def looked(*steps: Step, size: tuple[int, int] = SMALL, language: str = "fr") -> Seen:
        words = Wording(language)  # type: ignore[arg-type]
        reader = CommandLineReader(a_session(), catalogue)
        app = browser(Answers(catalogue, words, today), reader, State())

        def seen() -> Seen:
            strips = app.screen._compositor.render_strips()
            text = "\n".join(strip.text.rstrip() for strip in strips)
            return Seen(text, " ".join(text.split()), app.return_value or app.state)

        async def press() -> Seen:
            async with app.run_test(size=size, notifications=True) as pilot:
                await settle(pilot)
                for step in steps:
                    if callable(step):
                        step(seen())
                        continue
                    keys = (step,) if step in NAMED else step.replace(" ", "\0")
                    await pilot.press(*("space" if key == "\0" else key for key in keys))
                    await settle(pilot)
                return seen()

        return asyncio.run(press())

    return looked


async def settle(pilot: Pilot[State]) -> None:
    await pilot.pause(SETTLED * 1.5)
    await pilot.pause()


def lists(*command: str) -> Callable[[Seen], None]:
    """Return what checks the command that lists the same."""

    def check(seen: Seen) -> None:
        assert seen.state.list_command() == command

    return check


def says(text: str) -> Callable[[Seen], None]:
    """Return what checks that the screen says something."""

    def check(seen: Seen) -> None:
        assert text in seen.said

    return check


SHEET_AT = 78
"""Columns left of the sheet on a large screen: what it says is for the tests of sheets."""


@pytest.mark.parametrize(
    ("size", "keys"),
    [(SMALL, ()), (LARGE, ("f", "montage"))],
    ids=["jobs-80x24", "filtered-140x45"],
)
def test_screens(
    look: Look, snapshot: SnapshotAssertion, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    text = look(*keys, size=size).text
    if size == LARGE:
        assert "En bref" in text
        text = "\n".join(line[:SHEET_AT].rstrip() for line in text.splitlines())
    assert text == snapshot(extension_class=Screen)


def test_forty_columns_are_enough_in_english_too(look: Look) -> None:
    looked = look(says("Jobs – 7 jobs"), "enter", says("In brief"), "escape", "f", "editing", "enter",
                  lists("jobs", "--department", "montage"), "tab", says("In brief"), "shift+tab",
                  says("━List━"), size=(40, 24), language="en")  # fmt: skip
    assert max(map(len, looked.text.splitlines())) <= 40


def test_what_is_typed_filters_at_once_until_it_is_given_up(look: Look) -> None:
    found = ("schools", "--near", "brest", "--within", "50", "--alternance")
    look("s", "f", "Brest alternance", lists(*found), "enter", lists(*found), says("Liste"),
         "f", "bac", lists(*found[:1], "--diploma-level", "4", *found[1:]),
         says("Le vôtre s’écrit « après le bac »."), "escape", lists(*found),
         "escape", "x", lists("schools"), "f", "zzz", says("Aucun filtre ne prend « zzz »."), "enter",
         lists("schools"), "escape", "de", "enter", says("← Tous les filtres"), lists("schools"))  # fmt: skip


def test_a_value_is_chosen_among_those_there_are_or_typed(look: Look) -> None:
    look("f", "département", "enter", "monta", "enter", says("■ Montage"),
         lists("jobs", "--department", "montage"), "escape", says("■ Département : Montage"))  # fmt: skip
    look("s", "f", "euros", "enter", "1500", lists("schools", "--max-fees", "1500"), "escape",
         "cher", says("--max-fees ne prend pas « cher »."))  # fmt: skip


def test_jobs_and_schools_each_keep_their_filters(look: Look) -> None:
    asked = ("jobs", "--department", "montage")
    look("f", "montage", "enter", lists(*asked), "s", lists("schools"), says("Les écoles"),
         "s", lists(*asked), says("Les métiers – 3 métiers"))  # fmt: skip


def test_two_are_marked_and_compared_and_their_commands_are_left(look: Look) -> None:
    left = look("c", says("Marquez-en d’abord un autre"), "space", "space", "c",
                says("Côte à côte"), "q", size=LARGE)  # fmt: skip
    assert [command[0] for command in left.state.commands()] == ["jobs", "compare"]
    assert len(left.state.commands()[1]) == 3


def test_everything_is_searched_at_each_letter(look: Look) -> None:
    look("slash", "monta", "ge", lists("search", "montage", "--limit", "50"),
         says("Recherche – montage"), "enter", "slash", "son",
         lists("search", "son", "--limit", "50"), "escape", lists("jobs"), says("Les métiers"))  # fmt: skip


def test_keys_are_told_and_leave_what_stands_below_alone(look: Look) -> None:
    look("question_mark", says("Les touches"), "s", lists("jobs"), "escape", "f", "f1",
         says("Les touches"))  # fmt: skip


def test_a_source_is_opened_in_the_browser_or_its_address_is_said(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    class Beside:
        def open(self, address: str) -> bool:
            opened.append(address)
            return len(opened) == 1

    monkeypatch.setattr("webbrowser.get", Beside)
    look("o", "enter", says("Ouvert dans le"), "o", "enter",
         says("Aucun navigateur"), size=LARGE)  # fmt: skip
    assert opened[0].startswith("https://")


def answers_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avcareers.cli.asking.can_ask", lambda: True)


def test_a_pipe_or_a_dumb_terminal_is_told_before_what_is_installed_is_looked_at(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    for terminal in ("xterm", "dumb"):
        if terminal == "dumb":
            answers_on_a_terminal(monkeypatch)
        status, out, err = run("browse", TERM=terminal)
        assert (status, out) == (2, "")
        assert "terminal" in err
        assert "pip install" not in err
    status, out, err = run("browse", TERM="xterm", AVCAREERS_LANG="fr")
    assert (status, out) == (2, "")
    assert "pip install 'avcareers[browse]'" in err.splitlines()[0]


def test_it_begins_as_the_words_say_and_leaves_the_command(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers_on_a_terminal(monkeypatch)
    monkeypatch.setattr(Browser, "run", lambda self: self.state)
    status, out, err = run("browse", "écoles", "Brest", "alternance", TERM="xterm")
    assert (status, out) == (0, "avcareers schools --near brest --within 50 --alternance\n"), err
    assert run("browse", "zzz", TERM="xterm").status == 1


def test_names_are_cut_inside_and_keys_are_whole(look: Look) -> None:
    lines = look(size=(80, 24)).text.splitlines()
    assert any("Assistant monteur…Assistante monteuse" in line for line in lines)
    chief = next(line for line in lines if "Chef monteur / Cheffe monteuse" in line)
    assert chief.rstrip().endswith("chef de poste")
    assert not lines[-1].rstrip().endswith("…")
