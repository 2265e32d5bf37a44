"""An export is read however it was saved, packed or unpacked; anything else is told apart."""

import gzip
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from avcareers.model.errors import ExportError
from avcareers.present.register_files import _WHAT, export_message
from avcareers.registers.parcoursup import ParcoursupExport, read_parcoursup
from avcareers.registers.rncp import read_rncp
from avcareers.text.wording import LANGUAGES, Wording

from .official_exports import BTS, IDENTIFIERS, LABELS, LABELS_2021, course, write_csv, write_zip

OURS = frozenset({"0290001A"})
NUMBERS = frozenset({99001, 99002, 99003, 99004})
TITLE = f"{BTS}métiers de l'image"
LARGE = course(TITLE, 14, 1310, 13, session=2025)


def plain(path: Path) -> Path:
    return write_csv(path, [LARGE])


def packed(path: Path) -> Path:
    whole = plain(path)
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        archive.write(whole, "download/parcoursup.csv")
        archive.writestr("__MACOSX/._parcoursup.csv", b"\0")
        archive.writestr("LISEZMOI.txt", b"")
    return path.with_suffix(".zip")


def gzipped(path: Path) -> Path:
    path.with_suffix(".csv.gz").write_bytes(gzip.compress(plain(path).read_bytes()))
    return path.with_suffix(".csv.gz")


def folder(path: Path) -> Path:
    plain(path)
    (path.parent / ".DS_Store").write_bytes(b"\0")
    return path.parent


def changed(before: str, after: str) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        text = plain(path).read_text("utf-8-sig")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")
        return path

    return write


def with_header(*header: str) -> Callable[[Path], Path]:
    return lambda path: write_csv(path, [LARGE], header=header)


WAYS: dict[str, Callable[[Path], Path]] = {
    "a zip": packed,
    "a gzip": gzipped,
    "a folder": folder,
    "labels": with_header(*LABELS),
    "labels of 2021": with_header(*LABELS_2021),
    "a number in lower case": changed("0290001A", "0290001a"),
    "a session with a decimal": changed("2025;", "2025.0;"),
    "thousands set apart": changed("1310", "1 310"),
    "thousands set apart, unbroken": changed("1310", "1\N{NARROW NO-BREAK SPACE}310"),
    "a line for spreadsheets": changed("session;", "sep=;\nsession;"),
    "another separator": changed(";", "\t"),
    "one more column": lambda path: write_csv(path, [f"{LARGE};x"], header=(*IDENTIFIERS, "new")),
}


@pytest.mark.parametrize("way", WAYS)
def test_figures_are_read_however_the_file_was_saved(tmp_path: Path, way: str) -> None:
    (tmp_path / "given").mkdir()
    found = read_parcoursup(WAYS[way](tmp_path / "given" / "p.csv"), OURS)
    line = 3 if "spreadsheets" in way else 2
    assert found == ParcoursupExport(2025, ((line, "0290001A", TITLE, 14, 1310, 13),))  # type: ignore[arg-type]


@pytest.mark.parametrize("stamp", ["2026_11_22", "2026-11-22"])
@pytest.mark.parametrize("unpacked", [False, True])
def test_the_register_is_read_from_its_zip_or_from_a_folder(
    tmp_path: Path, stamp: str, unpacked: bool
) -> None:
    path = write_zip(tmp_path / "export.zip", stamp=stamp)
    expected = read_rncp(write_zip(tmp_path / "usual.zip"), NUMBERS)
    if unpacked:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path / "folder" / "export")
        path = tmp_path / "folder"
    assert read_rncp(path, NUMBERS) == expected


def made(path: Path, content: bytes = b"", **files: bytes) -> Path:
    """Write a file, or a zip of files."""
    if files:
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in files.items():
                archive.writestr(name.replace("__", "."), text)
    else:
        path.write_bytes(content)
    return path


APPRENTICES = b"session;cod_aff_form;cod_uai;nb_rech_con;nb_ref_classe\n2025;1;0290001A;1;2\n"
MAP = b"annee;etab_uai;etab_nom;gta\n2025;0290001A;x;1\n"
OTHERS: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "json": ("parcoursup", lambda p: made(p, b' [{"session": "2025"}]')),
    "page": ("parcoursup", lambda p: made(p, b"<!DOCTYPE html><html>")),
    "spreadsheet": ("parcoursup", lambda p: made(p, **{"[Content_Types]__xml": b"", "xl": b""})),
    "apprentices": ("parcoursup", lambda p: made(p, APPRENTICES)),
    "map": ("parcoursup", lambda p: made(p, MAP)),
    "is-rncp": ("parcoursup", write_zip),
    "several-tables": ("parcoursup", lambda p: made(p, a__csv=b"a", b__csv=b"b")),
    "no-table": ("parcoursup", lambda p: made(p, a__txt=b"a", b__txt=b"b")),
    "broken": ("parcoursup", lambda p: made(p, gzip.compress(b"session;" * 99)[:-9])),
    "columns": ("parcoursup", lambda p: made(p, "Métier;Nom\n".encode())),
    "is-parcoursup": ("rncp", plain),
    "not-zip": ("rncp", lambda p: made(p, b"Numero_Fiche;Intitule\n")),
    "no-rncp": ("rncp", lambda p: made(p, a__txt=b"a")),
    "empty": ("rncp", lambda p: p.parent),
}


@pytest.mark.parametrize("what", OTHERS)
def test_something_else_is_told_apart_with_what_to_give(tmp_path: Path, what: str) -> None:
    register, write = OTHERS[what]
    path = write(tmp_path / "given.csv")
    read = (
        partial(read_rncp, path, NUMBERS)
        if register == "rncp"
        else partial(read_parcoursup, path, OURS)
    )
    with pytest.raises(ExportError) as caught:
        read()
    assert caught.value.what == what
    french, english = (export_message(caught.value, Wording(name)) for name in LANGUAGES)
    assert french.startswith(path.name)
    assert french != english


def test_every_refusal_is_said_in_both_languages_with_the_same_values() -> None:
    from string import Formatter

    for french, english in _WHAT.values():
        named = [{name for _, name, _, _ in Formatter().parse(text)} for text in (french, english)]
        assert named[0] == named[1]
        assert french != english
