"""Opening the catalogue of a location, wherever it is."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from .catalogue import Catalogue
from .database import Notify, opened
from .location import Location, cache_folder


def open_catalogue(
    location: Location,
    notify: Notify = lambda _: None,
    advance: Callable[[float], None] = lambda _: None,
) -> Catalogue:
    """Open the catalogue of a location, compiling it when it is not there, stale or damaged.

    `advance` is told which part of the data was read, from 0 to 1. Raises DataError when the
    sources are wrong.
    """
    if location.shipped:
        catalogue = opened(location.shipped, _seen(location.shipped))
        if catalogue:
            return catalogue
        notify("shipped-damaged")
    # What follows needs hashing, and perhaps the validator: the wheel needs none.
    from .cache import cached_catalogue

    return cached_catalogue(location.folder, notify, advance)


def distrust_catalogues() -> None:
    """Have every catalogue checked whole at the next run, since one proved damaged."""
    folder = cache_folder()
    with suppress(OSError):
        for seen in folder.glob("*.seen") if folder else ():
            seen.unlink()


def _seen(shipped: Path) -> Path | None:
    """Give where what is known of an installed catalogue is kept: one file an installation."""
    folder = cache_folder()
    return folder / f"shipped-{crc32(bytes(shipped)):08x}.seen" if folder else None
