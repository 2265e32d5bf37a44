"""What one is given for an export: a file, a folder, a zip, a gzip; or something else, told apart."""

import gzip
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, NamedTuple, cast

from avcareers.text.constraints import visible

from .refusals import refusal

LARGEST, EXPANSION, HARMLESS = 1 << 30, 200, 1 << 24
"""Bytes a file of the zip may have; times it may be larger than when packed, past so many bytes.
The published ones have tens of millions of bytes, and are ten or twenty times larger."""
_BROKEN = (
    zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError,
    UnicodeDecodeError, struct.error,
)  # fmt: skip
NAMED = 12
"""Most files that are named, of those of a folder or an archive."""
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_OTHERWISE = ((b"{", "json"), (b"[", "json"), (b"<", "page"), (b"%PDF", "page"))
"""What the content of a file of another kind begins with."""


class Part(NamedTuple):
    """A file of a folder or of an archive."""

    name: str
    """Name, without the folder."""
    where: str
    """What problems call it."""
    open: Callable[[], IO[bytes]]
    """Opens it."""
    check: Callable[[], None] = lambda: None
    """Raises ExportError when it must not be opened."""


@contextmanager
def parts_of(path: Path) -> Iterator[tuple[Part, ...]]:
    """Give the files of a folder, a zip or a gzip; a plain file is its own part.

    Raise ExportError when an archive proves broken, now or as it is read; OSError for what can't be read.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        # A pipe or a device may never end.
        raise refusal(path.name, 0, "not-regular")
    if path.is_dir():
        yield tuple(
            Part(file.name, f"{path.name}/{file.name}", partial_open(file))
            for file in sorted((*path.glob("*"), *path.glob("*/*")))
            if file.is_file()
        )
        return
    with path.open("rb") as file:
        beginning = file.read(8)
    try:
        if beginning.startswith(_ZIP):
            with zipfile.ZipFile(path) as archive:
                yield tuple(_packed(path, archive, info) for info in archive.infolist())
        elif beginning.startswith(_GZIP):
            yield (Part(path.name.removesuffix(".gz"), path.name, lambda: _unpacked(path)),)
        else:
            yield (Part(path.name, path.name, partial_open(path)),)
    except _BROKEN as error:
        raise refusal(path.name, 0, "broken", error=error) from None


def partial_open(path: Path) -> Callable[[], IO[bytes]]:
    """Return what opens a file."""
    return lambda: path.open("rb")


def _unpacked(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb"))


def _packed(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Part:
    where = f"{path.name}/{info.filename}"

    def check() -> None:
        ordinary = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        if info.flag_bits & 1 or info.compress_type not in ordinary:
            raise refusal(path.name, 0, "not-ordinary")
        if info.file_size > min(LARGEST, max(HARMLESS, EXPANSION * info.compress_size)):
            raise refusal(where, 0, "swells", bytes=info.file_size)

    # A member is buffered for reading, though its type does not say so; lines come faster out of
    # a buffer written in C.
    return Part(
        info.filename.rsplit("/", 1)[-1],
        where,
        lambda: BufferedReader(cast("RawIOBase", archive.open(info)), 1 << 16),
        check,
    )


def tables_among(parts: tuple[Part, ...]) -> list[Part]:
    """Return the CSV files among parts. macOS puts a hidden twin beside each file it archives."""
    return [p for p in parts if p.name.casefold().endswith(".csv") and not p.name.startswith("._")]


def listed(parts: tuple[Part, ...]) -> str:
    """Return the names of the first parts, to be told."""
    return ", ".join(visible(part.where.partition("/")[2] or part.name) for part in parts[:NAMED])


def refuse_other_kinds(part: Part) -> None:
    """Raise ExportError for a page, JSON or a spreadsheet in the place of a CSV file."""
    with part.open() as stream:
        beginning = stream.read(256).removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, kind in _OTHERWISE:
        if beginning.startswith(mark):
            raise refusal(part.where, 0, kind)


def is_spreadsheet(parts: tuple[Part, ...]) -> bool:
    """True if the files are those a spreadsheet program packs a workbook in."""
    return bool({part.name for part in parts} & {"[Content_Types].xml", "content.xml"})
