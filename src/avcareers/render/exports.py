"""The whole catalogue as files, written as it is read."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from avcareers.store.catalogue import Catalogue
from avcareers.store.data_files import DATA_FILES
from avcareers.store.writing import written_whole

from .data import WRITERS, published

Write = Callable[[TextIO], None]


def exported_files(catalogue: Catalogue, form: str) -> dict[str, Write]:
    """Return what writes one file for each kind of record, by name."""
    return {
        f"{file.name}.{form}": partial(WRITERS[form], _Records(catalogue, file.kind))
        for file in DATA_FILES
    }


class _Records:
    """The records of a kind, read again each time they are gone through."""

    def __init__(self, catalogue: Catalogue, kind: str) -> None:
        self._catalogue = catalogue
        self._kind = kind

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(published, self._catalogue.documents(self._kind))


def write_sqlite(catalogue: Catalogue, path: Path) -> None:
    """Copy the compiled catalogue, whole or not at all."""
    with written_whole(path) as beside:
        catalogue.copy_to(beside)
