"""Tables, with what to say of the columns a screen has no room for."""

from collections.abc import Collection, Iterable, Sequence

from avcareers.text.wording import Wording

from .page import Column, Row, Table


def kept_longest(columns: Iterable[Column], asked: Collection[str]) -> tuple[Column, ...]:
    """Return columns ranked so that those about what was asked are the last a narrow screen drops."""
    return tuple(
        column._replace(rank=1 if column.key in asked else column.rank + 1)
        if column.rank
        else column
        for column in columns
    )


def table_of(words: Wording, columns: Iterable[Column], rows: Sequence[Row]) -> Table:
    """Return a table that can say, in words, which columns a narrow screen leaves out."""
    narrowed = words(
        "Colonnes laissées de côté, faute de place (-o plain les donne) : {}.",
        "Columns left out for want of room (-o plain gives them): {}.",
    )
    return Table(tuple(columns), rows, narrowed)
