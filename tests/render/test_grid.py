"""Rows of cells side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from avcareers.present.page import Span, line, text_of
from avcareers.render.grid import GAP, grid_lines, wrapped_lines


def drawn(cells: list[str], widths: list[int], right: tuple[bool, ...] = ()) -> list[str]:
    lines = [line(cell) for cell in cells]
    return [text_of(drawn) for drawn in grid_lines(lines, widths, right)]


def test_cells_stand_under_one_another() -> None:
    assert drawn(["un", "deux"], [5, 6]) == ["un     deux"]


def test_a_long_cell_takes_more_lines_and_the_others_stay_empty() -> None:
    assert drawn(["un deux trois", "x"], [7, 4]) == ["un deux  x", "trois"]
    assert drawn(["x", "un deux trois"], [4, 7]) == ["x     un deux", "      trois"]


def test_a_word_too_long_is_broken_after_its_joint() -> None:
    assert drawn(["dans l'administration"], [15]) == ["dans l'", "administration"]
    assert drawn(["rendez-vous-là"], [9]) == ["rendez-", "vous-là"]
    assert drawn(["monteur/monteuse"], [10]) == ["monteur/", "monteuse"]
    assert drawn(["dans l'image"], [7]) == ["dans", "l'image"]


def test_a_sign_never_stands_apart_from_its_word() -> None:
    assert drawn(["des conventions ; puis"], [15]) == ["des", "conventions ;", "puis"]
    assert drawn(["il dit « oui »"], [10]) == ["il dit", "« oui »"]
    assert drawn(["payé 13 600 € net"], [10]) == ["payé", "13 600 €", "net"]
    assert drawn(["en 13 1234"], [6]) == ["en 13", "1234"]


def test_a_number_is_aligned_to_the_right() -> None:
    assert drawn(["a", "7"], [3, 4], (False, True)) == ["a       7"]


def test_a_word_longer_than_its_column_is_broken_between_syllables_and_not_lost() -> None:
    lines = drawn(["anticonstitutionnellement"], [10])
    assert lines == ["anticons-", "titution-", "nellement"]
    assert drawn(["(apprentissage, 1 an)"], [14]) == ["(apprentis-", "sage, 1 an)"]
    assert drawn(["Administratrice"], [14]) == ["Administra-", "trice"]
    # What has no syllable is folded; an address has no hyphen that is not its own.
    assert drawn(["xxxxxxxxxxxx"], [10]) == ["xxxxxxxxxx", "xx"]
    assert (
        "".join(drawn(["https://administration.example"], [10])) == "https://administration.example"
    )


@pytest.mark.parametrize(
    "text",
    [
        "日本語の映画学校",
        "e\u0301cole e\u0301cole",
        "👩‍🎬 métier 🎬🎬🎬",
        "映画映画e\u0301\u0301\u0301\u0301",
    ],
)
def test_wide_and_combined_characters_stay_in_their_column(text: str) -> None:
    for shown in drawn([text, "fin"], [6, 3]):
        assert cell_len(shown) <= 6 + GAP + 3


@given(
    st.lists(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=60), min_size=2,
             max_size=3),
    st.integers(2, 30),
)  # fmt: skip
def test_no_line_is_wider_than_the_columns(cells: list[str], width: int) -> None:
    widths = [width] * len(cells)
    for shown in drawn(cells, widths):
        assert cell_len(shown) <= width * len(cells) + GAP * (len(cells) - 1)
        assert shown.strip() == "" or cells[-1] != cells[-1].strip() or shown == shown.rstrip()


@pytest.mark.parametrize("width", range(33, 60))
def test_a_command_to_copy_is_never_broken_where_a_line_can_hold_it(width: int) -> None:
    command = "avcareers job show chef-monteur"
    prose = line("Toute la fiche, avec ses sources : ", Span(command, "command"), ". Et la suite.")
    shown = [text_of(one) for one in wrapped_lines(prose, width)]
    assert sum(command in one for one in shown) == 1
    assert all(len(one) <= width for one in shown)
