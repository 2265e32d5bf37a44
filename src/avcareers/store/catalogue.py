"""The compiled catalogue, read-only: records by key, by name, by filter."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from avcareers.model.errors import AmbiguousNameError, DamagedError, NotFoundError
from avcareers.text.folding import fold

from .view import read_document

READ_TOGETHER = 500
"""Records held in memory when all of a kind are gone through."""


class NamedRecord(NamedTuple):
    """A record found by a name."""

    slug: str
    """Key of the record."""
    others: tuple[str, ...]
    """Keys of other records that bear the same name, less directly."""


class Catalogue:
    """Questions a store can answer without knowing what they are for.

    All of them raise DamagedError when the file went wrong since it was opened.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read from an open catalogue."""
        self._connection = connection

    def close(self) -> None:
        """Close the file: nothing can be asked any more."""
        self._connection.close()

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a query, in the order it asks for.

        All are read before the first is handed out: nobody is left in the middle of a query when
        the catalogue is closed.
        """
        try:
            return iter(self._connection.execute(sql, tuple(parameters)).fetchall())
        except sqlite3.DatabaseError as error:
            raise DamagedError from error

    def read(self, sql: str, parameters: Iterable[Any] = ()) -> Iterator[Any]:
        """Yield the records of a query whose rows are one stored document each."""
        for (document,) in self.rows(sql, parameters):
            yield read_document(document)

    def read_pairs(self, sql: str, parameters: Iterable[Any] = ()) -> Iterator[tuple[Any, Any]]:
        """Yield the records of a query whose rows are two stored documents each."""
        for first, second in self.rows(sql, parameters):
            yield read_document(first), read_document(second)

    def document(self, kind: str, slug: str) -> Any:
        """Return the record of that key. Raises KeyError when there is none."""
        sql = "SELECT document FROM record WHERE kind = ? AND slug = ?"
        for record in self.read(sql, (kind, slug)):
            return record
        raise KeyError(f"{kind} {slug}")

    def documents(self, kind: str, *, order: str = "position") -> Iterator[Any]:
        """Yield every record of a kind, as written or in French alphabetical order.

        As written, some at a time: an export of a large catalogue never holds it whole.
        """
        if order != "position":
            sql = f"SELECT document FROM record WHERE kind = ? ORDER BY {_order(order)}"
            yield from self.read(sql, (kind,))
            return
        sql = """
            SELECT position, document FROM record WHERE kind = ? AND position > ?
            ORDER BY position LIMIT ?
        """
        position = -1
        while found := list(self.rows(sql, (kind, position, READ_TOGETHER))):
            for position, document in found:  # noqa: B007 (where the next ones begin)
                yield read_document(document)
            if len(found) < READ_TOGETHER:
                return

    def cards(self, kind: str, slugs: Iterable[str] | None = None) -> dict[str, Any]:
        """Return what lists show of the records asked for, by key; of all of a kind by default."""
        if slugs is None:
            sql = "SELECT slug, card FROM record WHERE kind = ? ORDER BY position"
            found = self.rows(sql, (kind,))
        else:
            # One parameter however many are asked for: SQLite limits the number of parameters.
            wanted = json.dumps(sorted(set(slugs)))
            sql = (
                "SELECT slug, card FROM record "
                "WHERE kind = ? AND slug IN (SELECT value FROM json_each(?))"
            )
            found = self.rows(sql, (kind, wanted))
        return {slug: read_document(card) for slug, card in found}

    def slugs(self, kind: str, beginning: str = "") -> tuple[str, ...]:
        """Return the keys of the records of a kind, as written: all, or those that begin so."""
        sql = "SELECT slug FROM record WHERE kind = ? AND slug BETWEEN ? AND ? ORDER BY position"
        asked = (kind, beginning, f"{beginning}\N{REPLACEMENT CHARACTER}")
        return tuple(slug for (slug,) in self.rows(sql, asked))

    def begun(self, kind: str, beginning: str) -> tuple[str, ...]:
        """Return the keys of what has a name that begins as typed, accents and capitals aside.

        What begins so itself is all, when there is any.
        """
        sql = "SELECT slug, min(rank) FROM name WHERE kind = ? AND folded BETWEEN ? AND ? GROUP BY slug"
        typed = fold(beginning)
        if not typed:
            return ()
        found = list(self.rows(sql, (kind, typed, f"{typed}\N{REPLACEMENT CHARACTER}")))
        keys = tuple(slug for slug, rank in found if rank == 0)
        return keys or tuple(slug for slug, _ in found)

    def called(self, kind: str, language: Literal["fr", "en"]) -> dict[str, str]:
        """Return what the records of a kind are called in a list, by key; agreements by number."""
        if kind == "agreement":
            sql = f"SELECT document ->> '$.idcc', document ->> '$.name.{language}' FROM record WHERE kind = ?"
        elif kind in {"profession", "school", "topic", "stage"}:
            sql = f"SELECT slug, {language} FROM search_title WHERE kind = ?"
        else:
            path = f"coalesce(card ->> '$.name.{language}', card ->> '$.name')"
            sql = f"SELECT slug, {path} FROM record WHERE kind = ?"
        return {key: name for key, name in self.rows(sql, (kind,)) if name}

    def find(self, kind: str, name: str) -> NamedRecord:
        """Return the record that bears a name, whatever its accents, case, hyphens and small words.

        A key wins over a title and a title over another name. Raises AmbiguousNameError when
        several records bear it equally, NotFoundError, with near names, when none does.
        """
        found = self.known(kind, name)
        if found is None:
            raise NotFoundError(kind, name, self.near(kind, name), self._explained(name))
        return found

    def known(self, kind: str, name: str) -> NamedRecord | None:
        """Return the record that bears a name as `find` does, or nothing when none does.

        Near names cost more than a whole answer: this looks for none, for names that may be of
        another kind. Raises AmbiguousNameError.
        """
        sql = "SELECT slug, rank FROM name WHERE kind = ? AND folded = ? ORDER BY rank, slug"
        found = list(self.rows(sql, (kind, fold(name))))
        if not found:
            return self._teaching(kind, name) or self._same_words(kind, name)
        best = tuple(slug for slug, rank in found if rank == found[0][1])
        if len(best) > 1:
            raise AmbiguousNameError(kind, name, best)
        return NamedRecord(best[0], tuple(slug for slug, _ in found[1:]))

    def _teaching(self, kind: str, name: str) -> NamedRecord | None:
        """Return the school that a key of one of its programmes names, today's or an older one.

        `3is/montage` is 3iS. Under an older key of the school any programme is, for it may be gone.
        """
        head, _, programme = name.partition("/")
        if kind != "school" or not programme:
            return None
        school = self.known(kind, head)
        if school is None or fold(head) != fold(school.slug):
            return school
        sql = "SELECT 1 FROM name WHERE kind = 'programme' AND folded = ? AND rank = 0"
        return next((school for _ in self.rows(sql, (fold(name),))), None)

    def _explained(self, name: str) -> str | None:
        """Return the key of the topic that bears a name, the one to read first if several do."""
        try:
            found = self.known("topic", name)
        except AmbiguousNameError as error:
            return error.slugs[0]
        return found.slug if found else None

    def _same_words(self, kind: str, name: str) -> NamedRecord | None:
        """Return the only record that has a name of the same words, whatever their order or gender.

        « femis » is La Fémis. Several records, or none, give nothing.
        """
        from avcareers.text.stemming import name_key

        sql = """
            SELECT DISTINCT slug FROM search_name JOIN search_title USING (number)
            WHERE key = ? AND kind = ? LIMIT 2
        """
        found = [slug for (slug,) in self.rows(sql, (name_key(name), kind))]
        return NamedRecord(found[0], ()) if len(found) == 1 else None

    def near(self, kind: str, name: str) -> tuple[str, ...]:
        """Return the keys of a few records whose names look like one, the closest first."""
        from avcareers.text.nearest import nearest_folded

        by_label: dict[str, str] = {}
        folded: dict[str, str] = {}
        sql = "SELECT slug, label, folded FROM name WHERE kind = ?"
        for slug, label, folded[label] in self.rows(sql, (kind,)):
            by_label.setdefault(label, slug)
        close = nearest_folded(name, folded, limit=9)
        return tuple(dict.fromkeys(by_label[label] for label in close))[:3]


def _order(order: str) -> str:
    return {"position": "position", "collation": "collation, slug"}[order]
