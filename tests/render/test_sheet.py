"""The labelled sections of a sheet, shortened to a screen."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.present.page import Gloss, Item, Page, Section, line
from avcareers.render.sheet import STACKED_BELOW
from avcareers.render.terminal import print_page


def section(key: str, items: int, least: int = 1) -> Section:
    lines = tuple(Item(line(f"{key}{number}")) for number in range(items))
    return Section(key, key.upper(), lines, least=least)


def drawn(page: Page, width: int = 80) -> list[str]:
    stream = io.StringIO()
    print_page(page, stream, color=None, width=width)
    return stream.getvalue().splitlines()


def sheet(*sections: Section, brief: int | None = None) -> Page:
    return Page(line("Titre"), sections=sections, brief_lines=brief, shortened="Abrégé : {}.")


def test_what_fits_is_not_shortened() -> None:
    lines = drawn(sheet(section("a", 3), section("b", 3), brief=10))
    assert len(lines) == 7
    assert not [text for text in lines if "Abrégé" in text]


def test_the_highest_section_is_shortened_first_and_the_last_of_equals() -> None:
    lines = drawn(sheet(section("a", 6), section("b", 2), section("c", 6), brief=13))
    shown = " ".join(lines)
    assert len(lines) <= 13
    assert lines[-1] == "Abrégé : A, C."
    assert "a4" in shown
    assert "b1" in shown
    assert "c4" not in shown


def test_only_a_list_cut_short_says_so_where_it_is_cut() -> None:
    prose = section("a", 6)
    assert "[…]" not in " ".join(drawn(sheet(prose, section("b", 2), brief=7)))
    listed = prose._replace(items=tuple(item._replace(bullet=True) for item in prose.items))
    lines = drawn(sheet(listed, section("b", 2), brief=7))
    (cut,) = (text for text in lines if "[…]" in text)
    assert cut.split() == ["–", "a2", "[…]"]
    assert lines[lines.index(cut) + 1].split() == ["B", "b0"]


def test_what_words_mean_is_counted_among_the_lines_and_said_of_what_is_shown_only() -> None:
    def glosses(*names: str) -> tuple[Gloss, ...]:
        return tuple(Gloss(rf"\b{name}\b", line(f"{name} – sens")) for name in names)

    page = sheet(section("a", 6), section("b", 2), brief=10)
    lines = drawn(page._replace(glosses=glosses("a0", "a5", "zz")))
    assert len(lines) <= 10
    assert lines[-2:] == ["", "a0 – sens"]
    assert "a5" not in " ".join(lines)
    whole = drawn(page._replace(glosses=glosses("a0", "a5"), brief_lines=None))
    assert whole[-2:] == ["a0 – sens", "a5 – sens"]


def test_a_section_keeps_its_least_even_when_it_does_not_fit() -> None:
    lines = drawn(sheet(section("a", 6, least=6), section("b", 6, least=2), brief=5))
    shown = " ".join(lines)
    assert all(f"a{number}" in shown for number in range(6))
    assert "b1" in shown
    assert "b2" not in shown


def test_a_section_that_may_vanish_leaves_no_label_alone() -> None:
    lines = drawn(sheet(section("a", 6, least=6), section("b", 1, least=0), brief=8))
    assert "B" not in [text.strip() for text in lines]


@settings(deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=8), st.integers(10, 45))
def test_a_shortened_sheet_holds_in_its_lines(sizes: list[int], brief: int) -> None:
    sections = [section(chr(97 + i), size) for i, size in enumerate(sizes)]
    lines = drawn(sheet(*sections, brief=brief))
    # Each section keeps one line at least: with eight of them, ten lines always suffice.
    assert len(lines) <= brief
    assert any(text.startswith("Abrégé") for text in lines) == (sum(sizes) + 1 > brief - 1)


@pytest.mark.parametrize("width", [STACKED_BELOW - 1, STACKED_BELOW])
def test_labels_stand_above_on_a_narrow_screen_and_beside_on_a_wide_one(width: int) -> None:
    lines = drawn(sheet(section("a", 1)), width)
    assert ("A" in lines) is (width < STACKED_BELOW)
    assert any(text.strip().endswith("a0") for text in lines)
