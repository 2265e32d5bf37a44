"""Terminals of any width: nothing wider than they are, nothing lost without a word."""

import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from ..runner import Run
from .conftest import COMMANDS

WIDTHS = (20, 21, 27, 33, 40, 55, 56, 60, 79, 80, 100, 132, 200, 250)
HELPED = (*sorted({words[:1] for words in COMMANDS if words}), ("job", "show"), ("data", "check"))
NOT_A_WIDTH = ("0", "-3", "x", "", "1", "7")

Screen = Callable[..., str]


@pytest.fixture
def screen(run: Run) -> Screen:
    """Return what a command draws on a screen so many columns wide."""

    def draw(*arguments: str, columns: int | str) -> str:
        status, out, err = run(*arguments, COLUMNS=str(columns))
        assert (status, err) == (0, "")
        return out

    return draw


def words_of(drawn: str) -> set[str]:
    """Return the letters drawn, whatever lines they were broken into."""
    return set(re.findall(r"\w+", drawn))


@pytest.mark.parametrize("asked", COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(screen: Screen, asked: tuple[str, ...]) -> None:
    for width in WIDTHS:
        drawn = screen(*asked, "-o", "table", columns=width)
        assert drawn.strip()
        assert max(map(cell_len, drawn.splitlines())) <= width


@pytest.mark.parametrize("words", HELPED, ids=" ".join)
def test_no_line_of_a_help_is_wider_than_the_terminal(
    screen: Screen, words: tuple[str, ...]
) -> None:
    for width in (20, 40, 80, 250):
        for line in screen(*words, "--help", columns=width).splitlines():
            # A word of a command is never broken: the terminal folds one that is wider than it.
            assert cell_len(line) <= width or re.fullmatch(r" *('[^']*'|\S+)( \\)?", line)


@pytest.mark.parametrize("asked", COMMANDS, ids=" ".join)
def test_a_narrow_terminal_says_all_that_a_wide_one_does_or_what_it_left_out(
    screen: Screen, asked: tuple[str, ...]
) -> None:
    wide = screen(*asked, "-o", "table", columns=250)
    for width in (27, 40, 60):
        narrow = screen(*asked, "-o", "table", columns=width)
        squeezed = re.sub(r"\s", "", narrow)
        if "faute de place" in " ".join(narrow.split()) or "Fiche abrégée" in narrow:
            continue
        # A longer word may be broken in its column, between the parts of its neighbours.
        assert not {w for w in words_of(wide) if len(w) <= 6 and w not in squeezed}


@pytest.mark.parametrize("columns", NOT_A_WIDTH)
@pytest.mark.parametrize("asked", [("jobs",), ("job", "show", "scripte"), ("stages",)])
def test_a_terminal_without_a_width_still_gets_an_answer(
    screen: Screen, asked: tuple[str, ...], columns: str
) -> None:
    assert len(screen(*asked, "-o", "table", columns=columns)) > 100
