"""The register of certifications is read as published, and refused when it is anything else."""

import zipfile
from pathlib import Path

import pytest

from avcareers.model.errors import ExportError
from avcareers.present.register_files import export_message
from avcareers.registers.rncp import read_rncp
from avcareers.text.wording import LANGUAGES, Wording

from .official_exports import (
    STANDARD_COLUMNS,
    parts,
    quoted,
    standard,
    write_zip,
)

NUMBERS = frozenset({99001, 99002, 99003, 99004})


def refused(path: Path) -> str:
    with pytest.raises(ExportError) as caught:
        read_rncp(path, NUMBERS)
    french, english = (export_message(caught.value, Wording(name)) for name in LANGUAGES)
    assert french != english
    return english


@pytest.mark.parametrize("names", ["NFC", "NFD", "cp437", "utf-8"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_every_way_it_is_published(tmp_path: Path, names: str, bom: bytes, newline: str) -> None:
    path = write_zip(tmp_path / "export.zip", names=names, bom=bom, newline=newline)
    found = read_rncp(path, NUMBERS)
    assert found.day == "2026-11-22"
    assert set(found.sheets) == {99001, 99002, 99004}
    first, second, last = (found.sheets[number] for number in (99001, 99002, 99004))
    assert first.title == "Monteur de films"
    assert (first.level, first.expires, first.active) == (6, "2028-06-30", True)
    assert (first.certifiers, first.replaced_by) == (("CENTRE MIRABELLE",), (99002,))
    assert first.apprenticeship is True
    assert second.title == "Opérateur de prises de vues"  # the title runs over two lines
    assert second.certifiers == ("ATELIER DE L' OUEST", "RÉSEAU DES DUNES")
    assert second.replaced_by == (99004,)  # said by the sheet that follows it
    assert second.apprenticeship is False
    assert last.title == "Assistant d'étalonnage"
    assert last.apprenticeship is None  # no way of access is given


def test_empty_fields_are_not_known(tmp_path: Path) -> None:
    rows = [quoted(STANDARD_COLUMNS.split(";")), standard(99001, "", level="", end="")]
    sheet = read_rncp(write_zip(tmp_path / "a.zip", parts(Standard=rows)), NUMBERS).sheets[99001]
    assert (sheet.title, sheet.level, sheet.expires) == (None, None, None)


def test_columns_in_another_order_and_new_ones(tmp_path: Path) -> None:
    rows = ['"Nouvelle";"Actif";"Date_Fin_Enregistrement";"Intitule";"Numero_Fiche";'
            '"Nomenclature_Europe_Niveau"',
            '"x";"INACTIVE";"01/02/2024";"Titre";"RNCP99001";"NIV7"']  # fmt: skip
    sheet = read_rncp(write_zip(tmp_path / "a.zip", parts(Standard=rows)), NUMBERS).sheets[99001]
    assert (sheet.title, sheet.level, sheet.expires, sheet.active) == (
        "Titre", 7, "2024-02-01", False)  # fmt: skip


def test_hidden_twins_of_macos_are_passed_over(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/._export_fiches_CSV_Standard_2026_11_22.csv", b"\0\1")
    assert len(read_rncp(path, NUMBERS).sheets) == 3


def test_not_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_text("Numero_Fiche;Intitule\n", encoding="utf-8")
    message = refused(path)
    assert message.startswith("export.zip: this is no zip: ")
    assert "export-fiches-csv-YYYY-MM-DD.zip" in message


def test_truncated_zip(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "export.zip")
    path.write_bytes(path.read_bytes()[:-300])
    assert "cut short or damaged" in refused(path)


def test_damaged_zip(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "export.zip")
    raw = bytearray(path.read_bytes())
    raw[120:140] = bytes(20)
    path.write_bytes(raw)
    assert "cut short or damaged" in refused(path)


@pytest.mark.parametrize(
    "part", ["Standard", "Certificateurs", "Ancienne_Nouvelle_Certification", "VoixdAccès"]
)
def test_a_part_is_missing(tmp_path: Path, part: str) -> None:
    message = refused(write_zip(tmp_path / "export.zip", parts(**{part: None})))
    assert f"one CSV file {part} is expected, found 0 among: " in message


def test_the_other_zip_of_the_register(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "xml.zip", "w") as archive:
        archive.writestr("export_fiches_RNCP_V4_1_2026-11-22.xml", "<FICHES/>")
    message = refused(tmp_path / "xml.zip")
    assert "found 0 among: export_fiches_RNCP_V4_1_2026-11-22.xml" in message


@pytest.mark.parametrize("stamp", ["2026_13_40", "novembre"])
def test_names_without_a_day(tmp_path: Path, stamp: str) -> None:
    message = refused(write_zip(tmp_path / "export.zip", stamp=stamp))
    assert "whose names end with _YYYY_MM_DD.csv" in message


def test_a_column_is_missing(tmp_path: Path) -> None:
    rows = ['"Numero_Fiche";"Intitule";"Actif"', '"RNCP99001";"Titre";"ACTIVE"']
    message = refused(write_zip(tmp_path / "export.zip", parts(Standard=rows)))
    assert message.startswith("export.zip/export_fiches_CSV_Standard_2026_11_22.csv, line 1: ")
    assert "missing: Nomenclature_Europe_Niveau, Date_Fin_Enregistrement" in message


@pytest.mark.parametrize(
    ("part", "row", "message"),
    [
        ("Standard", '"1";"RNCP1";"Coupée"', "16 fields are expected, as in the titles, found 3"),
        ("Standard", '"1";"RNCP1";"Jamais fermé', "the CSV is malformed"),
        ("Standard", standard(99001, "Encore"), "RNCP99001 is in it twice"),
        ("Standard", standard(99003, "T", level="NIV12"), "must be one of REPRISE, NIV3, NIV4"),
        ("Standard", standard(99003, "T", end="2028-06-30"), 'DD/MM/YYYY, found "2028-06-30"'),
        ("Standard", standard(99003, "T", end="31/02/2028"), 'DD/MM/YYYY, found "31/02/2028"'),
        ("Standard", standard(99003, "T", active="OUI"), "must be ACTIVE or INACTIVE"),
        ("VoixdAccès", '"RNCP99001"', "2 fields are expected, as in the titles, found 1"),
    ],
)
def test_a_row_is_wrong(tmp_path: Path, part: str, row: str, message: str) -> None:
    lines = [*parts()[part], row]
    text = refused(write_zip(tmp_path / "export.zip", parts(**{part: lines})))
    assert message in text
    # A title of the sample runs over two lines: rows are named by the line they begin on.
    line = len(lines) + (1 if part == "Standard" else 0)
    assert f"_2026_11_22.csv, line {line}: " in text


def test_not_utf_8(tmp_path: Path) -> None:
    rows = parts()
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for part, lines in rows.items():
            archive.writestr(f"export_fiches_CSV_{part}_2026_11_22.csv",
                             "\r\n".join(lines).encode("cp1252"))  # fmt: skip
    text = refused(path)
    assert "csv, line 3: UTF-8 text is expected, found the byte 0xe9" in text


@pytest.mark.parametrize("part", ["Standard", "VoixdAccès"])
def test_no_row_of_data(tmp_path: Path, part: str) -> None:
    path = write_zip(tmp_path / "export.zip", parts(**{part: parts()[part][:1]}))
    assert "a row of data is expected" in refused(path)


def test_empty_part(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "export.zip", parts(Certificateurs=[]))
    assert "a first line of titles is expected: Numero_Fiche, Nom_Certificateur" in refused(path)
