"""The user's cache folder: what in it is trusted, what is remembered there, what is removed.

Whoever can write there can have any answer given: a folder or a file that belongs to somebody else,
or that others may write, is not read. Only files of our own names are ever removed, and only in a
folder that bears our mark.
"""

import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from time import time
from typing import Any

from .writing import write_texts

KEPT = 4
"""Catalogues kept, the most recent ones; data folders remembered."""
ABANDONED_SECONDS = 3600
"""Age past which an unfinished file is what a crash left."""
MARK = "CACHEDIR.TAG"
MARK_TEXT = """\
Signature: 8a477f597d28d172789f06886806bc55
# This folder is the cache of avcareers, which removes files from it.
# For what this file is, see https://bford.info/cachedir/
"""
_OTHERS_WRITE = 0 if sys.platform == "win32" else 0o022
_WHOLE = r"catalogue-[0-9a-f]{32}\.(sqlite|stamp|seen)|(data|shipped)-[0-9a-f]{8}\.seen"
_UNFINISHED = rf"\.({_WHOLE}|CACHEDIR\.TAG)-\w+|\.compiling-\w+\.sqlite(-journal)?"
_OF_OLD = r"sources-[0-9a-f]{8}\.digests"
_OURS = rf"{_WHOLE}|{_UNFINISHED}|{_OF_OLD}"
"""Names of our files."""


class Cache:
    """A folder of what can be made again."""

    def __init__(self, folder: Path) -> None:
        """Keep where the folder is, or would be."""
        self.folder = folder

    def is_trusted(self) -> bool:
        """True if the folder is the user's, and nobody else may write in it."""
        try:
            return is_own(self.folder)
        except (OSError, RuntimeError):
            # No folder, or a user without a home.
            return False

    def claim(self) -> bool:
        """Make the folder ours, and return whether it is and can be written.

        One that holds nothing but our files is taken over; if others could write in it, they no
        longer can, and what it held is removed.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _belongs_to_user(self.folder):
                return False
            if not self._is_marked() and not all(map(_is_our_name, self._names())):
                return False
            if not self.is_trusted():
                self.folder.chmod(0o700)
                self.mark()
                self._remove(self._names())
            return self.is_trusted() and os.access(self.folder, os.W_OK | os.X_OK)
        except (OSError, RuntimeError):
            return False

    def mark(self) -> None:
        """Write in the folder that it is ours. Raises OSError."""
        if not self._is_marked():
            write_texts(self.folder, {MARK: MARK_TEXT}, ours=True)

    def recall(self, name: str) -> Any:
        """Return what was remembered under a name; none if it makes no sense, or is not ours."""
        try:
            return json.loads(read_own(self.folder / name)) if self.is_trusted() else None
        except (OSError, ValueError, RecursionError):
            return None

    def remember(self, name: str, value: object) -> None:
        """Keep a value under a name, if the folder can be written."""
        with suppress(OSError):
            if self.claim():
                self.mark()
                write_texts(self.folder, {name: json.dumps(value)}, ours=True)

    def forget(self) -> None:
        """Remove all that is remembered."""
        with suppress(OSError):
            self._remove(name for name in self._names() if name.endswith(".seen"))

    def prune(self) -> None:
        """Leave room for one more catalogue, and remove what a crash left."""
        with suppress(OSError):
            ages = {name: self._age(name) for name in self._names()}
            young_first = sorted(ages, key=ages.__getitem__)
            catalogues = [name for name in young_first if re.match(r"catalogue-.*\.sqlite$", name)]
            folders = [name for name in young_first if name.startswith(("data-", "sources-"))]
            old = {Path(name).stem for name in (*catalogues[KEPT - 1 :], *folders[KEPT:])}
            self._remove(
                name
                for name in young_first
                if Path(name).stem in old or (name[0] == "." and ages[name] > ABANDONED_SECONDS)
            )

    def _names(self) -> list[str]:
        return [path.name for path in self.folder.iterdir()]

    def _is_marked(self) -> bool:
        try:
            return read_own(self.folder / MARK) == MARK_TEXT.encode()
        except OSError:
            return False

    def _remove(self, names: Iterable[str]) -> None:
        """Remove files of ours, from a folder that is ours: never through a link."""
        if not self._is_marked() or self.folder.is_symlink():
            return
        for name in filter(_is_our_name, names):
            with suppress(OSError):
                if S_ISREG((self.folder / name).lstat().st_mode):
                    (self.folder / name).unlink()

    def _age(self, name: str) -> float:
        try:
            return time() - (self.folder / name).lstat().st_mtime
        except OSError:
            return 0


def read_own(path: Path) -> bytes:
    """Return the bytes of a file of the user's. Raises OSError when it is not one."""
    # A pipe would be waited for.
    if not path.is_file() or not is_own(path):
        raise OSError(f"{path}: not a file of the user's")
    return path.read_bytes()


def is_own(path: Path) -> bool:
    """True if a file or folder is the user's, and nobody else may write it. Raises OSError."""
    return _belongs_to_user(path) and not path.stat().st_mode & _OTHERS_WRITE


def _belongs_to_user(path: Path) -> bool:
    if sys.platform == "win32":
        # Nobody else writes in the folder of a user's profile.
        return path.is_relative_to(Path.home())
    # The link too, if it is one: whoever made it chose where it leads.
    return {path.stat().st_uid, path.lstat().st_uid} == {os.geteuid()}


def _is_our_name(name: str) -> bool:
    return bool(re.fullmatch(_OURS, name))
