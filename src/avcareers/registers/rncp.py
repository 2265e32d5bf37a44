"""The national register of certifications: the zip of CSV files France compétences publishes daily.

Only the sheets asked for are kept: the register holds thirty thousand, a catalogue a few hundred.
"""

import re
import struct
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import NamedTuple, cast

from avcareers.text.constraints import shown
from avcareers.text.folding import fold

from .csv_rows import Column, CsvRow, read_rows, refusal, refuse_endless, tidy

EXPECTED = "expected the zip of CSV files export-fiches-csv-YYYY-MM-DD.zip"

# The accents of `VoixdAccès` depend on who made the archive: what stands before them does not.
_PARTS = {
    "Standard": "_standard_",
    "Certificateurs": "_certificateurs_",
    "Ancienne_Nouvelle_Certification": "_ancienne_nouvelle_certification_",
    "VoixdAccès": "_voixd",
}
LARGEST, EXPANSION, HARMLESS = 1 << 30, 200, 1 << 24
"""Bytes a file of the zip may have; times it may be larger than when packed, past so many bytes.
The published ones have tens of millions of bytes, and are ten or twenty times larger."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, struct.error,
)  # fmt: skip
_DAY = re.compile(r"_(\d{4})_(\d{2})_(\d{2})\.csv$", re.IGNORECASE)
_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_NUMBER = re.compile(r"RNCP0*([1-9]\d*)")
_LEVELS = {"": None, "REPRISE": None, **{f"NIV{level}": level for level in range(3, 9)}}
_ACTIVE = {"ACTIVE": True, "INACTIVE": False}
_APPRENTICESHIP = fold("En contrat d’apprentissage")

_STANDARD = (
    Column("Numero_Fiche"),
    Column("Intitule"),
    Column("Nomenclature_Europe_Niveau"),
    Column("Date_Fin_Enregistrement"),
    Column("Actif"),
    Column("Abrege_Libelle", required=False),
    Column("Abrege_Intitule", required=False),
)
_CERTIFIERS = (Column("Numero_Fiche"), Column("Nom_Certificateur"))
_SUCCESSIONS = (
    Column("Numero_Fiche"),
    Column("Ancienne_Certification"),
    Column("Nouvelle_Certification"),
)
_WAYS = (Column("Numero_Fiche"), Column("Si_Jury"))


class RncpSheet(NamedTuple):
    """What the register says of one certification."""

    number: int
    title: str | None
    full_titles: tuple[str, ...]
    """The title after the kind of diploma, as the register's pages show it."""
    level: int | None
    expires: str | None
    """Last day of the registration, ISO; absent when the register gives none."""
    active: bool
    certifiers: tuple[str, ...]
    replaced_by: tuple[int, ...]
    """Numbers of its successors."""
    apprenticeship: bool | None
    """Whether it is open to apprenticeship; absent when no way of access is given."""


class RncpExport(NamedTuple):
    """The sheets asked for, on the day of the export."""

    day: str
    """ISO day in the names of the files."""
    sheets: dict[int, RncpSheet]
    """By RNCP number; those the register does not hold are absent."""


def read_rncp(path: Path, numbers: frozenset[int]) -> RncpExport:
    """Read the sheets of those numbers. Raise DataError when the zip is not the expected one."""
    try:
        refuse_endless(path)
        with zipfile.ZipFile(path) as archive:
            members = _members(path, archive)
            day = _day(path, members)
            return RncpExport(day, _sheets(_Export(path, archive, members), numbers))
    except _BROKEN as error:
        message = f"must be a whole zip file ({error}): {EXPECTED}"
        raise refusal(path.name, 0, message) from None
    except OSError as error:
        raise refusal(path.name, 0, f"must be a file that can be read ({error})") from None


def _members(path: Path, archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, list[zipfile.ZipInfo]] = defaultdict(list)
    for info in archive.infolist():
        base = info.filename.rsplit("/", 1)[-1].casefold()
        # macOS puts a hidden twin beside each file it archives.
        if not base.endswith(".csv") or base.startswith("._"):
            continue
        for part, mark in _PARTS.items():
            if mark in base:
                found[part].append(info)
    for part in _PARTS:
        if len(found[part]) != 1:
            held = ", ".join(info.filename for info in archive.infolist()[:12])
            counted = "none" if not found[part] else str(len(found[part]))
            message = f"must hold one CSV file {part}, found {counted}: {EXPECTED}; it holds"
            raise refusal(path.name, 0, f"{message} {held or 'nothing'}")
        (info,) = found[part]
        if info.flag_bits & 1 or info.compress_type not in {
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        }:
            raise refusal(path.name, 0, f"must be an ordinary zip, without password: {EXPECTED}")
        if info.file_size > min(LARGEST, max(HARMLESS, EXPANSION * info.compress_size)):
            message = f"must not swell to {info.file_size} bytes when it is opened: {EXPECTED}"
            raise refusal(f"{path.name}/{info.filename}", 0, message)
    return {part: infos[0] for part, infos in found.items()}


def _day(path: Path, members: dict[str, zipfile.ZipInfo]) -> str:
    days = set()
    for info in members.values():
        match = _DAY.search(info.filename)
        try:
            days.add(date(*map(int, match.groups())).isoformat() if match else "")
        except ValueError:
            days.add("")
    if len(days) != 1 or "" in days:
        names = ", ".join(info.filename for info in members.values())
        message = "must hold files of one day, whose names end with _YYYY_MM_DD.csv"
        raise refusal(path.name, 0, f"{message}, found {names}")
    return days.pop()


class _Export(NamedTuple):
    """An open archive, and where its parts are."""

    path: Path
    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]

    def name(self, part: str) -> str:
        """Return the name that problems give to a part."""
        return f"{self.path.name}/{self.members[part].filename}"

    def rows(self, part: str, columns: tuple[Column, ...]) -> Iterator[CsvRow]:
        """Yield the rows of a part."""
        with self.archive.open(self.members[part]) as member:
            # A member is buffered for reading, though its type does not say so; lines come
            # faster out of a buffer written in C.
            stream = BufferedReader(cast("RawIOBase", member), 1 << 16)
            yield from read_rows(self.name(part), stream, columns)

    def rows_of(
        self, numbers: frozenset[int], part: str, columns: tuple[Column, ...]
    ) -> Iterator[tuple[int, CsvRow]]:
        """Yield the rows whose first column is the number of a sheet asked for."""
        keys = {f"RNCP{number}": number for number in numbers}
        for row in self.rows(part, columns):
            number = keys.get(row.cells[0].strip())
            if number is not None:
                yield number, row


def _sheets(export: _Export, numbers: frozenset[int]) -> dict[int, RncpSheet]:
    sheets: dict[int, RncpSheet] = {}
    for number, row in export.rows_of(numbers, "Standard", _STANDARD):
        if number in sheets:
            message = f"must give RNCP{number} once, found a second row of it"
            raise refusal(export.name("Standard"), row.line, message)
        sheets[number] = _sheet(export.name("Standard"), number, row)
    certifiers = _certifiers(export, numbers)
    successors = _successors(export, numbers)
    ways: dict[int, list[str]] = defaultdict(list)
    for number, row in export.rows_of(numbers, "VoixdAccès", _WAYS):
        ways[number].append(fold(row.cells[1]))
    return {
        number: sheet._replace(
            certifiers=certifiers.get(number, ()),
            replaced_by=tuple(sorted(successors.get(number, ()))),
            apprenticeship=any(_APPRENTICESHIP in way for way in ways[number])
            if number in ways
            else None,
        )
        for number, sheet in sheets.items()
    }


def _sheet(file: str, number: int, row: CsvRow) -> RncpSheet:
    _, title, level, expires, active, *kinds = map(tidy, row.cells)
    if level not in _LEVELS:
        known = ", ".join(filter(None, _LEVELS))
        message = f"Nomenclature_Europe_Niveau must be one of {known}, found {shown(level)}"
        raise refusal(file, row.line, message)
    if active not in _ACTIVE:
        message = f"Actif must be ACTIVE or INACTIVE, found {shown(active)}"
        raise refusal(file, row.line, message)
    return RncpSheet(
        number=number,
        title=title or None,
        full_titles=tuple(f"{kind} - {title}" for kind in kinds if kind),
        level=_LEVELS[level],
        expires=_iso_day(file, row.line, expires) if expires else None,
        active=_ACTIVE[active],
        certifiers=(),
        replaced_by=(),
        apprenticeship=None,
    )


def _iso_day(file: str, line: int, text: str) -> str:
    match = _DATE.fullmatch(text)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    except ValueError:
        pass
    message = f"Date_Fin_Enregistrement must be a day written DD/MM/YYYY, found {shown(text)}"
    raise refusal(file, line, message)


def _certifiers(export: _Export, numbers: frozenset[int]) -> dict[int, tuple[str, ...]]:
    """Return the certifiers of each sheet, each once, as the register orders them."""
    names: dict[int, dict[str, str]] = defaultdict(dict)
    for number, row in export.rows_of(numbers, "Certificateurs", _CERTIFIERS):
        name = tidy(row.cells[1])
        if name:
            names[number].setdefault(fold(name), name)
    return {number: tuple(found.values()) for number, found in names.items()}


def _successors(export: _Export, numbers: frozenset[int]) -> dict[int, set[int]]:
    """Return the successors of each sheet: said by itself, or by the one that follows it."""
    found: dict[int, set[int]] = defaultdict(set)
    for row in export.rows("Ancienne_Nouvelle_Certification", _SUCCESSIONS):
        own, old, new = (_number(cell) for cell in row.cells)
        for earlier, later in ((own, new), (old, own)):
            if earlier in numbers and earlier is not None and later not in {None, earlier}:
                found[earlier].add(later)
    return found


def _number(cell: str) -> int | None:
    match = _NUMBER.fullmatch(cell.strip())
    return int(match[1]) if match else None
