"""A data folder as validated records, all in memory, and where each of them stands."""

from collections import defaultdict
from typing import Any

from avcareers.model.content import AnyRecord, Content
from avcareers.model.errors import Problem

from .files import DATA_FILES, DataFile
from .parts import Part
from .reading import Reading
from .references import Path
from .streams import Sources


class Places:
    """Where the records of a data folder stand."""

    def __init__(self) -> None:
        """Begin with none."""
        self._stands: dict[tuple[str, str], tuple[Part, int]] = {}

    def add(self, file: DataFile, part: Part) -> None:
        """Take a part of a file."""
        for rank, record in enumerate(part.items):
            if isinstance(record, dict):
                self._stands[file.kind, str(record.get("slug"))] = part, rank

    def located(self, kind: str, slug: str, path: Path, message: str) -> Problem:
        """Give a problem of a valid record its file, line and column."""
        part, rank = self._stands[kind, slug]
        file = next(file for file in DATA_FILES if file.kind == kind)
        where = slug + "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path)
        return Problem(f"{file.name}.yaml", *part.place((rank, *path)), where, message)


def load(sources: Sources) -> Content:
    """Validate the files of a data folder.

    Raises DataError with all problems, each at its file, line and column.
    """
    content, _ = load_with_places(sources)
    return content


def load_with_places(sources: Sources) -> tuple[Content, Places]:
    """Validate a data folder, and keep what says where things stand."""
    places = Places()
    reading = Reading(sources, places.add)
    records: dict[str, list[AnyRecord]] = defaultdict(list)
    for kind, record in reading.in_order():
        records[kind].append(record)
    floors = tuple(reading.all_floors())
    fields: dict[str, Any] = {file.name: tuple(records[file.kind]) for file in DATA_FILES}
    return Content.model_construct(**fields, floors=floors), places
