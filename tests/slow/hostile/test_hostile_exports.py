"""What is given as an official export and is none, or means harm, is refused at once."""

import gzip
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from avcareers.render.safety import printable

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
    "no file": ("--rncp", lambda _: None, "introuvable"),
    "an empty folder": ("--rncp", lambda path: path.mkdir(), "il n'y a rien"),
    "a pipe nobody writes to": ("--rncp", os.mkfifo, "pas un fichier ordinaire"),
    "zeros without end": ("--rncp", lambda path: path.symlink_to("/dev/zero"), "pas un fichier ordinaire"),
    "an empty file": ("--rncp", written(""), "ce n'est pas un zip"),
    "entities of entities": ("--rncp", written(LAUGHS), "ce n'est pas un zip"),
    "a zip cut short": ("--rncp", lambda path: path.write_bytes(write_zip(path).read_bytes()[:900]), "incomplet ou abîmé"),
    "a zip bomb": ("--rncp", bomb, "il ne doit pas faire 89600000 octets"),
    "a zip with a password": ("--rncp", encrypted, "un zip ordinaire, sans mot de passe, est attendu"),
    "a zip of something else": ("--rncp", renamed("a.csv"), "les CSV du RNCP n'y sont pas, il y a : a.csv"),
    "a name that writes on the screen": ("--rncp", renamed("\x1b[31m\u202e\nforged.csv"), "les CSV du RNCP n'y sont pas"),
    "a path that goes up": ("--rncp", renamed("../../../etc/export_fiches_Standard_2026_11_22.csv"), "un fichier CSV Certificateurs est attendu"),
    "no columns": ("--rncp", zipped(Standard=["a;b;c"]), "il manque : Numero_Fiche"),
    "a quote never closed": ("--rncp", zipped(Standard=[*parts()["Standard"], '"9;']), "le CSV est mal formé"),
    "zero bytes": ("--rncp", zipped(Standard=["\0" * 10_000]), "il manque : "),
    "a level that is none": ("--rncp", zipped(Standard=[line.replace("NIV6", "\x1b[2J") for line in parts()["Standard"]]), "Nomenclature_Europe_Niveau doit être parmi"),
    "pipe for figures": ("--parcoursup", os.mkfifo, "pas un fichier ordinaire"),
    "zeros for figures": ("--parcoursup", lambda path: path.symlink_to("/dev/zero"), "pas un fichier ordinaire"),
    "figures that are a zip": ("--parcoursup", write_zip, "donnez-le à --rncp"),
    "figures of another table": ("--parcoursup", written("a;b\n1;2\n"), "il manque : session"),
    "figures in UTF-16": ("--parcoursup", written((HEADER + ROW).encode("utf-16")), "il y a l'octet 0xff"),
    "a line of 2 MB": ("--parcoursup", written(HEADER + "x" * 2_000_000), "une ligne n'a pas de fin"),
    "a cell of 200,000 characters": ("--parcoursup", written(HEADER + ROW.replace("BTS", "x" * 200_000)), "le CSV est mal formé"),
    "rows of several lengths": ("--parcoursup", written(HEADER + ROW + "2025;a\n"), "6 cases sont attendues"),
    "the year 9999": ("--parcoursup", written(HEADER + ROW.replace("2025", "9999")), "la session doit être une année"),
    "the header alone": ("--parcoursup", written(HEADER), "il n'y a que les titres"),
    "a packed file cut short": ("--parcoursup", written(gzip.compress((HEADER + ROW * 999).encode())[:-20]), "incomplet ou abîmé"),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    option, make, says = EXPORTS[name]
    path = tmp_path / "export"
    make(path)
    status, out, err = run("data", "audit", option, str(path), "--data", str(SMALL))
    assert (status, out) == (3, "")
    assert err.startswith("avcareers : /" if name == "no file" else "export")
    assert printable(says) in err
    assert_quiet(err)
    assert len(err.splitlines()) == 1
