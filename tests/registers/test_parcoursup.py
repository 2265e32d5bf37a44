"""Parcoursup's figures are read as published, and refused when they are anything else."""

from pathlib import Path

import pytest

from avcareers.model.errors import ExportError
from avcareers.present.register_files import export_message
from avcareers.registers.parcoursup import read_parcoursup
from avcareers.text.wording import LANGUAGES, Wording

from .official_exports import BTS, IDENTIFIERS, LABELS, course, write_csv

OURS = frozenset({"0290001A"})


def refused(path: Path) -> str:
    with pytest.raises(ExportError) as caught:
        read_parcoursup(path, OURS)
    french, english = (export_message(caught.value, Wording(name)) for name in LANGUAGES)
    assert french != english
    return english


@pytest.mark.parametrize("header", [IDENTIFIERS, LABELS])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_every_way_it_is_published(
    tmp_path: Path, header: tuple[str, ...], bom: bytes, newline: str
) -> None:
    rows = [
        course(f"{BTS}métiers de l'image", 14, 310, 13),
        course("Licence - Chimie", 14, 310, 13, uai="0750001B"),
        course('"Licence - Arts ; parcours ""Cinéma"" \n et son"', "", "90.0", ""),
    ]
    path = write_csv(tmp_path / "p.csv", rows, header=header, bom=bom, newline=newline)
    found = read_parcoursup(path, OURS)
    assert found.session == 2026
    first, second = found.rows
    assert first == (2, "0290001A", f"{BTS}métiers de l'image", 14, 310, 13)
    assert second == (4, "0290001A", 'Licence - Arts ; parcours "Cinéma" et son', None, 90, None)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2026;Public;0290001A", "12 fields are expected, as in the titles, found 3"),
        (course("Licence", 1, 2, 3) + ";4", "12 fields are expected, as in the titles, found 13"),
        (course("Licence", "douze", 2, 3), 'capa_fin must be a whole number, found "douze"'),
        (course("Licence", 1, "2.5", 3), 'voe_tot must be a whole number, found "2.5"'),
        (course("Licence", 1, 2, -3), 'acc_tot must be a whole number, found "-3"'),
        (course("", 1, 2, 3), "lib_for_voe_ins must name the course"),
        (course("Licence", 1, 2, 3, session=2025), "the first row is of session 2026"),
        ('2026;"Public', "the CSV is malformed"),
    ],
)
def test_a_row_is_wrong(tmp_path: Path, row: str, message: str) -> None:
    path = write_csv(tmp_path / "p.csv", [course("Licence", 1, 2, 3), row])
    text = refused(path)
    assert text.startswith("p.csv, line 3: ")
    assert message in text


def test_session_is_not_a_year(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "p.csv", [course("Licence", 1, 2, 3, session="Session")])
    assert "p.csv, line 2: the session must be a year" in refused(path)


def test_columns_are_missing(tmp_path: Path) -> None:
    header = [name for name in IDENTIFIERS if name not in {"cod_uai", "acc_tot"}]
    text = refused(write_csv(tmp_path / "p.csv", ["2026"], header=header))
    assert "p.csv, line 1: missing: cod_uai (Code UAI de l'établissement), acc_tot" in text


def test_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    text = "\n".join([";".join(IDENTIFIERS), course("Métiers", 1, 2, 3)])
    path.write_bytes(text.encode("cp1252"))
    assert "p.csv, line 2: UTF-8 text is expected, found the byte 0xe9" in refused(path)


def test_cut_in_the_middle_of_a_letter(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "p.csv", [course("Métiers", 1, 2, 3)])
    raw = path.read_bytes()
    path.write_bytes(raw[: raw.index("é".encode()) + 1])
    assert "UTF-8 text is expected" in refused(path)


@pytest.mark.parametrize(("rows", "bom"), [([], b""), ([], b"\xef\xbb\xbf")])
def test_no_row_of_data(tmp_path: Path, rows: list[str], bom: bytes) -> None:
    path = write_csv(tmp_path / "p.csv", rows, bom=bom)
    assert "a row of data is expected" in refused(path)


def test_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(b"")
    assert "a first line of titles is expected: session" in refused(path)


def test_a_line_without_end(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(b"x" * (3 << 20))
    assert "a line has no end" in refused(path)
