"""How wide the columns of a table are."""

from hypothesis import given
from hypothesis import strategies as st

from avcareers.present.page import Column, Row, Table, line
from avcareers.render.grid import GAP
from avcareers.render.widths import column_widths, columns_that_fit

COLUMNS = (
    Column("name", "Nom", 20, ratio=4),
    Column("place", "Ville", 10, ratio=2),
    Column("who", "Qui", 14, ratio=0, rank=1),
    Column("what", "Quoi", 24, ratio=5, rank=3),
    Column("fees", "Par an", 9, ratio=0, rank=2, right=True),
)


def table(text: str) -> Table:
    return Table(COLUMNS, (Row(tuple(line(text) for _ in COLUMNS)),))


def test_the_least_important_columns_go_first() -> None:
    def keys(width: int) -> list[str]:
        return [COLUMNS[i].key for i in columns_that_fit(COLUMNS, width)]

    assert keys(120) == ["name", "place", "who", "what", "fees"]
    assert keys(80) == ["name", "place", "who", "fees"]
    assert keys(50) == ["name", "place", "who"]
    assert keys(40) == ["name", "place"]


def test_the_columns_that_name_the_row_never_go() -> None:
    assert [COLUMNS[i].key for i in columns_that_fit(COLUMNS, 5)] == ["name", "place"]


@given(st.integers(34, 250), st.text(min_size=1, max_size=90))
def test_a_table_never_takes_more_than_the_screen(width: int, text: str) -> None:
    widths = list(column_widths(table(text), width).values())
    assert sum(widths) + GAP * (len(widths) - 1) <= width


def test_no_column_takes_more_than_its_longest_cell() -> None:
    widths = column_widths(table("x" * 30), 200)
    assert widths[0] == widths[1] == widths[3] == 30


def test_fixed_columns_keep_their_width() -> None:
    widths = column_widths(table("x" * 200), 200)
    assert (widths[2], widths[4]) == (14, 9)
    assert sum(widths.values()) + GAP * 4 == 200


@given(st.integers(12, 33))
def test_columns_that_never_go_are_narrowed_when_they_must(width: int) -> None:
    widths = list(column_widths(table("mot"), width).values())
    assert sum(widths) + GAP * (len(widths) - 1) <= width
    assert min(widths) >= 1
