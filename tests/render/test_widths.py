"""How wide the columns of a table are."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from avcareers.present.page import Column, Row, Span, Table, line
from avcareers.render.grid import GAP
from avcareers.render.table import table_lines
from avcareers.render.widths import Fit, column_widths, columns_that_fit

COLUMNS = (
    Column("name", "Nom", 20, ratio=4),
    Column("place", "Ville", 10, ratio=2),
    Column("who", "Qui", 14, ratio=0, rank=1),
    Column("what", "Quoi", 24, ratio=5, rank=3),
    Column("fees", "Par an", 9, ratio=0, rank=2, right=True),
)


def table(*rows: str) -> Table:
    """Return a table with a word for each cell of each row."""
    return Table(COLUMNS, tuple(Row(tuple(map(line, row.split(",")))) for row in rows))


TOLD_APART_BY_NAME = table("A,x,x,x,x", "B,y,y,y,y")


def keys(fit: Fit) -> list[str]:
    return [COLUMNS[place].key for place in fit.drawn]


def test_the_least_important_columns_go_first() -> None:
    def drawn(width: int) -> list[str]:
        return keys(columns_that_fit(TOLD_APART_BY_NAME, width))

    assert drawn(120) == ["name", "place", "who", "what", "fees"]
    assert drawn(80) == ["name", "place", "who", "fees"]
    assert drawn(50) == ["name", "place", "who"]
    assert drawn(40) == ["name", "place"]


def test_the_columns_that_name_the_row_never_go() -> None:
    assert keys(columns_that_fit(TOLD_APART_BY_NAME, 5)) == ["name", "place"]


def test_a_column_that_alone_tells_two_rows_apart_never_goes() -> None:
    fit = columns_that_fit(table("A,x,x,one,x", "A,x,x,two,x"), 60)
    assert "what" in keys(fit)
    assert {COLUMNS[place].key for place in fit.same} == {"who", "fees"}


def test_a_column_asked_for_never_goes_but_for_a_sentence() -> None:
    def asked(rows: Table) -> Fit:
        columns = tuple(c._replace(asked=c.key == "what") for c in COLUMNS)
        return columns_that_fit(rows._replace(columns=columns), 60)

    assert "what" in keys(asked(TOLD_APART_BY_NAME))
    assert [COLUMNS[place].key for place in asked(table("A,x,x,x,x", "B,y,y,x,y")).same] == ["what"]


def test_a_column_of_which_nothing_is_known_is_said_once() -> None:
    unknown = line(Span("?", "unknown"))
    rows = tuple(Row((*(line(c) for c in name * 4), unknown)) for name in "AB")
    fit = columns_that_fit(Table(COLUMNS, rows), 200)
    assert [COLUMNS[place].key for place in fit.unknown] == ["fees"]
    assert "fees" not in keys(fit)


@given(
    st.integers(20, 250), st.text(st.characters(exclude_characters=","), min_size=1, max_size=90)
)
def test_a_table_never_takes_more_than_the_screen(width: int, text: str) -> None:
    rows = table(",".join([text] * 5), ",".join(f"{text}{n}" for n in range(5)))
    for drawn in table_lines(rows, width):
        assert sum(cell_len(span.text) for span in drawn) <= width


def widths_of(text: str) -> list[int]:
    rows = table(",".join([text] * 5))
    return list(column_widths(rows, range(5), 200).values())


def test_no_column_takes_more_than_its_longest_cell() -> None:
    widths = widths_of("x" * 30)
    assert widths[0] == widths[1] == widths[3] == 30


def test_fixed_columns_keep_their_width() -> None:
    widths = widths_of("x" * 200)
    assert (widths[2], widths[4]) == (14, 9)
    assert sum(widths) + GAP * 4 == 200


def test_where_not_even_the_columns_that_stay_fit_all_are_put_under_one_another() -> None:
    shown = ["".join(span.text for span in drawn) for drawn in table_lines(TOLD_APART_BY_NAME, 25)]
    assert shown == [
        "Nom",
        "A", *(f"  {c.title} – x" for c in COLUMNS[1:]),
        "B", *(f"  {c.title} – y" for c in COLUMNS[1:]),
    ]  # fmt: skip
