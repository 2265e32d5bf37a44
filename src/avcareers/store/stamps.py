"""Whether a catalogue still holds what was compiled into it.

The stamp of a catalogue, written beside it, is the digest of its content. What the file system
said of the file when its digest was last taken is kept in the user's cache: as long as it says the
same, the file is trusted, at the cost of one `stat`; when it does not, the digest is taken again.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from time import time_ns

SETTLED_NS = 2_000_000_000
"""Age from which any later change shows in the times of a file, on the coarsest file system."""


def stamp_path(path: Path) -> Path:
    """Give where the digest of a catalogue is kept."""
    return path.with_suffix(".stamp")


def digest(path: Path) -> str:
    """Give the digest of a file. Raises OSError."""
    from hashlib import blake2b, file_digest

    with path.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


def intact(path: Path, seen: Path | None) -> bool:
    """Tell whether a catalogue is as it was compiled. `seen` keeps what the file system says."""
    try:
        state = _state(path)
        if seen and recalled(seen) == state:
            return True
        whole = _bytes(stamp_path(path)) == digest(path).encode("ascii")
    except OSError:
        return False
    if whole and seen and settled(state[1:3], time_ns()):
        remember(seen, state)
    return whole


def settled(times_ns: Iterable[int], now_ns: int) -> bool:
    """Tell whether a file of those times could no more change without their showing it."""
    return now_ns - max(times_ns) > SETTLED_NS


def _state(path: Path) -> list[int]:
    stat = path.stat()
    if not S_ISREG(stat.st_mode):
        # A pipe would be waited for.
        raise OSError(f"{path}: not a file")
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def _bytes(path: Path) -> bytes:
    _state(path)
    return path.read_bytes()


def recalled(seen: Path) -> object:
    """Give what was remembered in a file, or nothing."""
    try:
        return json.loads(_bytes(seen))
    except (OSError, ValueError, RecursionError):
        return None


def remember(seen: Path, state: object) -> None:
    """Keep in a file what the file system said, if it can be written."""
    from .writing import write_texts

    with suppress(OSError):
        write_texts(seen.parent, {seen.name: json.dumps(state)})
