"""What lies in a data folder and is never read: most often a data file under a wrong name."""

import os
from collections.abc import Iterator
from pathlib import Path

from avcareers.model.errors import Problem
from avcareers.text.constraints import named
from avcareers.text.nearest import nearest

from .data_files import COMMUNES, DATA_FILES, PAY_FOLDER, RELEASED, printable

_LISTS = frozenset(file.path for file in DATA_FILES) | {COMMUNES}
_FOLDERS = {file.name: ".yaml" for file in DATA_FILES if file.entry} | {PAY_FOLDER: ".csv"}
"""Folders that are read, and how the name of each file there ends."""


def strays(folder: Path) -> Iterator[Problem]:
    """Yield what a data folder holds beside data files; dot-files and READMEs are let be."""
    for entry in _entries(folder):
        if entry.name in _FOLDERS:
            yield from _strays_in(folder, entry.name)
        elif entry.name not in _LISTS:
            known = nearest(entry.name, _FOLDERS if entry.is_dir() else _LISTS)
            hint = f": did you mean {' or '.join(map(named, known))}?" if known else ""
            yield _problem(entry.name, f"must be one of the data files, nothing reads it{hint}")


def _strays_in(folder: Path, name: str) -> Iterator[Problem]:
    ending = _FOLDERS[name]
    try:
        entries = _entries(folder / name)
    except OSError as error:
        yield _problem(name, f"must be a folder that can be read ({error.strerror})")
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if not entry.name.endswith(ending) and path != RELEASED:
            right = f"{name}/{Path(entry.name).stem}{ending}"
            message = f"must end with {ending}, nothing reads it: did you mean {named(right)}?"
            # Files further down are not read either, whatever their names.
            down = entry.is_dir()
            yield _problem(
                path, f"must be a file, no folder is read in {name}" if down else message
            )


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        kept = [each for each in found if not each.name.startswith((".", "README"))]
    return sorted(kept, key=lambda each: each.name)


def _problem(path: str, message: str) -> Problem:
    return Problem(printable(path), 0, 0, "", message)
