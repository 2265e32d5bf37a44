"""What is given as an official export and is none, or means harm, is refused at once."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ...registers.official_exports import parts, write_zip
from .command_line import SMALL, run
from .safe import assert_quiet

LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE l [<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<l>&c;</l>
"""
HEADER = "session;cod_uai;lib_for_voe_ins;capa_fin;voe_tot;acc_tot\n"
ROW = "2025;0290001A;BTS;12;120;12\n"

Make = Callable[[Path], object]


def written(content: str | bytes) -> Make:
    """Write a file."""
    raw = content.encode() if isinstance(content, str) else content
    return lambda path: path.write_bytes(raw)


def zipped(**files: list[str] | None) -> Make:
    """Write the register with some of its files changed."""
    return lambda path: write_zip(path, parts(**files))


def bomb(path: Path) -> None:
    """Write the register with a file of two thousand million bytes, packed in two million."""
    write_zip(path, parts(Certificateurs=None))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        name = "export_fiches_CSV_Certificateurs_2026_11_22.csv"
        with archive.open(name, "w", force_zip64=True) as member:
            for _ in range(64):
                member.write(b"RNCP99001;x;y\n" * 100_000)


def renamed(name: str) -> Make:
    """Write an archive of one file."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, "a;b\n")

    return make


def encrypted(path: Path) -> None:
    """Write the register, and say that its files need a password."""
    write_zip(path)
    raw = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + flags] |= 1
            at = raw.find(mark, at + 4)
    path.write_bytes(raw)


EXPORTS: dict[str, tuple[str, Make, str]] = {
    "no file": ("--rncp", lambda _: None, "must be a file that can be read"),
    "a folder": ("--rncp", lambda path: path.mkdir(), "not a regular file"),
    "a pipe nobody writes to": ("--rncp", os.mkfifo, "not a regular file"),
    "zeros without end": ("--rncp", lambda path: path.symlink_to("/dev/zero"), "not a regular file"),
    "an empty file": ("--rncp", written(""), "must be a whole zip file"),
    "entities of entities": ("--rncp", written(LAUGHS), "must be a whole zip file"),
    "a zip cut short": ("--rncp", lambda path: path.write_bytes(write_zip(path).read_bytes()[:900]), "must be a whole zip file"),
    "a zip bomb": ("--rncp", bomb, "must not swell to 89600000 bytes"),
    "a zip with a password": ("--rncp", encrypted, "must be an ordinary zip"),
    "a zip of something else": ("--rncp", renamed("a.csv"), "must hold one CSV file Standard, found none"),
    "a name that writes on the screen": ("--rncp", renamed("\x1b[31m\u202e\nforged.csv"), "must hold one CSV file Standard"),
    "a path that goes up": ("--rncp", renamed("../../../etc/x_Standard_2026_11_22.csv"), "must hold one CSV file Certificateurs"),
    "no columns": ("--rncp", zipped(Standard=["a;b;c"]), "must have the columns Numero_Fiche"),
    "a quote never closed": ("--rncp", zipped(Standard=[*parts()["Standard"], '"9;'] ), "must be CSV whose quotes are closed"),
    "zero bytes": ("--rncp", zipped(Standard=["\0" * 10_000]), "must have the columns"),
    "a level that is none": ("--rncp", zipped(Standard=[line.replace("NIV6", "\x1b[2J") for line in parts()["Standard"]]), "Nomenclature_Europe_Niveau must be one of"),
    "pipe for figures": ("--parcoursup", os.mkfifo, "not a regular file"),
    "zeros for figures": ("--parcoursup", lambda path: path.symlink_to("/dev/zero"), "not a regular file"),
    "figures that are a zip": ("--parcoursup", write_zip, "must be"),
    "figures of another table": ("--parcoursup", written("a;b\n1;2\n"), "must have the columns session"),
    "figures with commas": ("--parcoursup", written((HEADER + ROW).replace(";", ",")), "must have the columns session"),
    "figures in UTF-16": ("--parcoursup", written((HEADER + ROW).encode("utf-16")), "must be UTF-8 text, found byte 0xff"),
    "a line of 2 MB": ("--parcoursup", written(HEADER + "x" * 2_000_000), "found a line without end"),
    "a cell of 200,000 characters": ("--parcoursup", written(HEADER + ROW.replace("BTS", "x" * 200_000)), "must be CSV"),
    "rows of several lengths": ("--parcoursup", written(HEADER + ROW + "2025;a\n"), "must have 6 fields"),
    "the year 9999": ("--parcoursup", written(HEADER + ROW.replace("2025", "9999")), "session must be a year"),
    "the header alone": ("--parcoursup", written(HEADER), "must hold a row of data"),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    option, make, says = EXPORTS[name]
    path = tmp_path / "export"
    make(path)
    status, out, err = run("data", "audit", option, str(path), "--data", str(SMALL))
    assert (status, out) == (3, "")
    assert err.startswith("export")
    assert says in err
    assert_quiet(err)
    assert len(err.splitlines()) == 2
