"""Tables, with what to say of the columns that a screen does not draw."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from avcareers.query.filters.declaration import in_use
from avcareers.text.wording import Wording

from .page import Column, Remarks, Row, Table


def table_of(
    words: Wording, columns: Iterable[Column], rows: Sequence[Row], asked: Collection[str] = ()
) -> Table:
    """Return a table that can say, in words, which columns a screen leaves out, and why.

    Those that say what was `asked` are always drawn, however narrow the screen.
    """
    marked = (
        column._replace(asked=True, plain_only=False) if column.key in asked else column
        for column in columns
    )
    return Table(tuple(marked), rows, Remarks(
        narrowed=words(
            "Colonnes laissées de côté, faute de place (-o plain les donne) : {}.",
            "Columns left out for want of room (-o plain gives them): {}."),
        unknown=words("Non renseigné, sur toutes les lignes : {}.", "Unknown, on every row: {}."),
        same=words("Pareil sur toutes les lignes : {}.", "The same on every row: {}."),
    ))  # fmt: skip


def asked_about(filters: Any, order: str) -> set[str]:
    """Return the columns that say what was asked: those sorted by, and those filters are about."""
    return {order, *(column for entry, _ in in_use(filters) for column in entry.columns)}
