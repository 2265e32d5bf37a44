"""Tables, with what to say of the columns a screen has no room for."""

from collections.abc import Iterable, Sequence

from avcareers.text.wording import Wording

from .page import Column, Row, Table


def table_of(words: Wording, columns: Iterable[Column], rows: Sequence[Row]) -> Table:
    """Return a table that can say, in words, which columns a narrow screen leaves out."""
    narrowed = words(
        "Colonnes laissées de côté, faute de place (-o plain les donne) : {}.",
        "Columns left out for want of room (-o plain gives them): {}.",
    )
    return Table(tuple(columns), rows, narrowed)
