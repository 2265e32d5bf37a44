"""The national register of certifications: the zip of CSV files France compétences publishes daily.

Only the sheets asked for are kept: the register holds thirty thousand, a catalogue a few hundred.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from avcareers.text.constraints import shown
from avcareers.text.folding import fold

from .csv_rows import Column, CsvRow, read_rows, tidy
from .files import Part, listed, parts_of, tables_among
from .refusals import refusal

# The accents of `VoixdAccès` depend on who made the archive: what stands before them does not.
_PARTS = {
    "Standard": "_standard_",
    "Certificateurs": "_certificateurs_",
    "Ancienne_Nouvelle_Certification": "_ancienne_nouvelle_certification_",
    "VoixdAccès": "_voixd",
}
_DAY = re.compile(r"_(\d{4})[_-](\d{2})[_-](\d{2})\.csv$", re.IGNORECASE)
_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_OF_PARCOURSUP = re.compile(r"\bcode? uai\b")
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


def is_rncp(parts: tuple[Part, ...]) -> bool:
    """True if one of the files is of this register."""
    return any(part.name.casefold().startswith("export_fiches_") for part in parts)


def read_rncp(path: Path, numbers: frozenset[int]) -> RncpExport:
    """Read the sheets of those numbers, of the zip or of the folder it was unpacked in.

    Raise ExportError when it is not the one expected.
    """
    with parts_of(path) as parts:
        members = _members(path, parts)
        return RncpExport(_day(path, members), _sheets(_Export(members), numbers))


def _members(path: Path, parts: tuple[Part, ...]) -> dict[str, Part]:
    if len(parts) == 1 and parts[0].where == path.name:
        with parts[0].open() as stream:
            beginning = stream.read(1 << 12).decode("utf-8", "replace")
        what = "is-parcoursup" if _OF_PARCOURSUP.search(fold(beginning)) else "not-zip"
        raise refusal(path.name, 0, what)
    if not is_rncp(parts):
        zips = tuple(part for part in parts if part.name.casefold().endswith(".zip"))
        raise refusal(path.name, 0, "no-rncp" if parts else "empty", held=listed(zips or parts))
    found: dict[str, list[Part]] = defaultdict(list)
    for part in tables_among(parts):
        for name, mark in _PARTS.items():
            if mark in part.name.casefold():
                found[name].append(part)
    for name in _PARTS:
        if len(found[name]) != 1:
            counted = {"part": name, "count": len(found[name])}
            raise refusal(path.name, 0, "one-part", **counted, held=listed(parts))
        found[name][0].check()
    return {name: those[0] for name, those in found.items()}


def _day(path: Path, members: dict[str, Part]) -> str:
    days = set()
    for part in members.values():
        match = _DAY.search(part.name)
        try:
            days.add(date(*map(int, match.groups())).isoformat() if match else "")
        except ValueError:
            days.add("")
    if len(days) != 1 or "" in days:
        raise refusal(path.name, 0, "days", held=", ".join(p.name for p in members.values()))
    return days.pop()


class _Export(NamedTuple):
    """The files of an export that are read."""

    members: dict[str, Part]

    def name(self, part: str) -> str:
        """Return the name that problems give to a part."""
        return self.members[part].where

    def rows(self, part: str, columns: tuple[Column, ...]) -> Iterator[CsvRow]:
        """Yield the rows of a part."""
        with self.members[part].open() as stream:
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
            raise refusal(export.name("Standard"), row.line, "twice", number=number)
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
        raise refusal(file, row.line, "level", known=known, found=shown(level))
    if active not in _ACTIVE:
        raise refusal(file, row.line, "active", found=shown(active))
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
    raise refusal(file, line, "day", found=shown(text))


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
