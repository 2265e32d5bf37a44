"""The catalogue is compared with the registers, and patched: exactly where asked, whole or not."""

from pathlib import Path
from typing import Any

import pytest

from avcareers.model.errors import DataError
from avcareers.present.page import text_of
from avcareers.present.registers import register_audit_page
from avcareers.registers.comparison import RegisterAudit, audit_registers
from avcareers.registers.patches import patch_yaml, patched_texts, write_patched
from avcareers.store.data_files import read_snapshot
from avcareers.store.formatting import formatted
from avcareers.store.validation import load
from avcareers.text.wording import LANGUAGES, Wording

from .official_exports import (
    BTS,
    SAME_SESSION,
    content_of,
    course,
    parts,
    quoted,
    standard,
    write_csv,
    write_data,
    write_zip,
)

DAY = "2026-11-23"


def audited(folder: Path, rncp: Path | None, parcoursup: Path | None = None) -> RegisterAudit:
    return audit_registers(content_of(folder), rncp=rncp, parcoursup=parcoursup, read_on=DAY)


def told(audit: RegisterAudit) -> dict[tuple[str, str], tuple[Any, Any, Any]]:
    return {(d.slug, d.field): (d.ours, d.theirs, d.patch) for d in audit.differences}


def written(folder: Path, audit: RegisterAudit) -> None:
    sources = read_snapshot(folder)
    write_patched(sources, patched_texts(sources, load(sources), audit))


def test_certifications(data: Path, rncp: Path) -> None:
    assert told(audited(data, rncp)) == {
        ("rncp-99002", "title"): (
            "Prises de vues", "Opérateur de prises de vues", "Opérateur de prises de vues"),
        ("rncp-99002", "title_inferred"): (True, False, False),
        ("rncp-99002", "level"): (6, 5, 5),
        ("rncp-99002", "certifiers"): (
            ["Atelier des Dunes"], ["ATELIER DE L' OUEST", "RÉSEAU DES DUNES"],
            ["ATELIER DE L' OUEST", "RÉSEAU DES DUNES"]),
        ("rncp-99002", "expires"): ("2025-06-30", "2029-12-31", "2029-12-31"),
        ("rncp-99002", "replaced_by"): (None, ["rncp-99004"], ["rncp-99004"]),
        ("rncp-99002", "apprenticeship"): (True, False, False),
        ("rncp-99003", "number"): (99003, None, None),
        ("rncp-99004", "title"): (None, "Assistant d'étalonnage", "Assistant d'étalonnage"),
        ("rncp-99004", "level"): (None, 5, 5),
        ("rncp-99004", "expires"): (None, "2028-06-30", "2028-06-30"),
        # A successor the catalogue does not hold can't be named in it.
        ("rncp-99004", "replaced_by"): (None, ["rncp-12345"], None),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "differences"),
    [
        (standard(99001, "MONTEUR DE FILMS"), {}),
        (standard(99001, "de films", kind="Monteur"), {}),
        (standard(99001, "Autre titre"), {"title": ("Monteur de films", "Autre titre", None)}),
        (standard(99001, "Monteur de films", level="REPRISE", end=""), {}),
        (
            standard(99001, "Monteur de films", end="", active="INACTIVE"),
            {"expires": ("2028-06-30", "INACTIVE", None)},
        ),
        (
            standard(99001, "Monteur de films", end="21/11/2026", active="INACTIVE"),
            {"expires": ("2028-06-30", "2026-11-21", "2026-11-21")},
        ),
    ],
)
def test_what_is_a_difference(
    tmp_path: Path, data: Path, row: str, differences: dict[str, Any]
) -> None:
    lines = [parts()["Standard"][0], row]
    audit = audited(data, write_zip(tmp_path / "a.zip", parts(Standard=lines)))
    found = {d.field: (d.ours, d.theirs, d.patch) for d in audit.differences
             if d.slug == "rncp-99001"}  # fmt: skip
    assert found == differences


@pytest.mark.parametrize(
    ("cites", "newer"),
    [
        ("  published: '2026-11-22'\n  read_on: '2026-11-23'\n", False),
        ("  read_on: '2026-11-22'\n", False),
        ("  read_on: '2026-11-23'\n", True),
        ("  published: '2026-11-23'\n  read_on: '2026-11-23'\n", True),
    ],
)
def test_an_export_older_than_what_a_record_cites_overwrites_nothing(
    data: Path, rncp: Path, cites: str, newer: bool
) -> None:
    """One of 2021 moved 23 correct facts back."""
    sources = data / "sources.yaml"
    text = sources.read_text("utf-8")
    sources.write_text(text.replace("  read_on: '2026-11-01'\n", cites, 1), "utf-8")
    audit = audited(data, rncp)
    fields = {(d.slug, d.field) for d in audit.differences}
    assert ("rncp-99002", "expires") in fields
    # What was registered since can't be in it.
    assert (("rncp-99003", "number") in fields) is not newer
    for difference in audit.differences:
        assert difference.newer == ("registre-fictif" if newer else None)
        assert difference.patch is None or not newer
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    written(data, audit)
    assert ({path.name: path.read_bytes() for path in data.iterdir()} == before) is newer
    footer = "\n".join(map(text_of, register_audit_page(audit, Wording("fr")).footer))
    assert ("L'export est plus ancien que ce que cite la fiche pour 11 écarts" in footer) is newer


def test_a_copy_of_an_export_is_as_old_as_the_export(data: Path, rncp: Path) -> None:
    path = data / "certifications.yaml"
    listed = "  listed:\n    active: true\n    on: '2026-04-22'\n    source: registre-fictif\n"
    path.write_text(path.read_text("utf-8").replace("  url:", f"{listed}  url:"), "utf-8")
    sources = data / "sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("2026-11-01", "2026-11-29"), "utf-8")
    assert {d.newer for d in audited(data, rncp).differences} == {None}


def test_a_figure_read_since_is_not_overwritten(tmp_path: Path, data: Path) -> None:
    path = write_csv(tmp_path / "p.csv", SAME_SESSION)
    audit = audit_registers(content_of(data), rncp=None, parcoursup=path, read_on="2026-10-31")
    held = {d.field: d.patch for d in audit.differences if d.newer}
    assert held == {
        "programmes[0].selectivity[0].candidates": None,
        "programmes[0].selectivity[0].admitted": None,
        "programmes[3].selectivity[0].admitted": None,
    }


@pytest.mark.parametrize(("session", "compared"), [(2025, 5), (2026, 3), (2021, 0)])
def test_what_an_export_was_compared_with_is_counted(
    tmp_path: Path, data: Path, session: int, compared: int
) -> None:
    rows = [row.replace("2025;", f"{session};", 1) for row in SAME_SESSION]
    (found,) = audited(data, None, write_csv(tmp_path / "p.csv", rows)).registers
    assert (found.session, found.compared, found.of, found.latest) == (session, compared, 3, 2025)


def test_figures_of_the_same_session(tmp_path: Path, data: Path) -> None:
    audit = audited(data, None, write_csv(tmp_path / "p.csv", SAME_SESSION))
    found = told(audit)
    entry = {"session": 2025, "counted_as": "applicants", "candidates": 99, "admitted": 9,
             "places": 12}  # fmt: skip
    son = {"session": 2025, "counted_as": "applicants", "candidates": 40, "admitted": 5,
           "places": 7}  # fmt: skip
    assert found == {
        ("ecole-du-phare", "programmes[0].selectivity[0].candidates"): (300, 305, 305),
        ("ecole-du-phare", "programmes[0].selectivity[0].admitted"): (12, 11, 11),
        ("ecole-du-phare", "programmes[2].selectivity"): (
            None, entry, [{**entry, "source": "parcoursup-2025"}]),
        # Two rows bear one title: places and candidates tell which is which.
        ("ecole-du-phare", "programmes[3].selectivity[0].admitted"): (10, 8, 8),
        ("ecole-du-phare", "programmes[4].selectivity"): (
            None, son, [{**son, "source": "parcoursup-2025"}]),
    }  # fmt: skip


def test_a_newer_session_is_added_and_the_ambiguous_told(tmp_path: Path, data: Path) -> None:
    rows = [row.replace("2025;", "2026;", 1) for row in SAME_SESSION[:4]]
    audit = audited(data, None, write_csv(tmp_path / "p.csv", rows))
    ambiguous = [d for d in audit.differences if d.path == ("programmes",)]
    assert [(d.ours, d.theirs["places"], d.patch) for d in ambiguous] == [
        (["son-a", "son-b"], 20, None),
        (["son-a", "son-b"], 7, None),
    ]
    found = told(audit)
    assert found["ecole-du-phare", "programmes[5].selectivity"] == ({"session": 2025}, None, None)
    _, theirs, patch = found["ecole-du-phare", "programmes[0].selectivity"]
    assert theirs == {"session": 2026, "counted_as": "applicants", "candidates": 305,
                      "admitted": 11, "places": 14}  # fmt: skip
    assert [entry["session"] for entry in patch] == [2026, 2025, 2024]
    assert patch[0] == {**theirs, "source": "parcoursup-2026"}


def test_an_older_session_says_nothing_new(tmp_path: Path, data: Path) -> None:
    rows = [row.replace("2025;", "2019;", 1) for row in SAME_SESSION[:1]]
    audit = audited(data, None, write_csv(tmp_path / "p.csv", rows))
    assert told(audit) == {}
    assert register_audit_page(audit, Wording("en")).empty == "Nothing was compared."


def test_apprenticeship_is_not_in_this_file(tmp_path: Path, data: Path) -> None:
    rows = [course(f"{BTS}métiers de l'image - en apprentissage", 5, 6, 7)]
    found = told(audited(data, None, write_csv(tmp_path / "p.csv", rows)))
    assert all(patch is None for _, _, patch in found.values())


def test_write_changes_the_named_fields_and_cites(tmp_path: Path, data: Path, rncp: Path) -> None:
    before = content_of(data).model_dump()
    parcoursup = write_csv(tmp_path / "p.csv", SAME_SESSION)
    audit = audited(data, rncp, parcoursup)
    written(data, audit)
    after = content_of(data).model_dump()
    changed = {
        (kind, old["slug"], name)
        for kind in ("certifications", "schools")
        for old, new in zip(before[kind], after[kind], strict=True)
        for name in old
        if old[name] != new[name]
    }
    fields = {
        "rncp-99002": ["title", "title_inferred", "level", "certifiers", "expires", "replaced_by",
                       "apprenticeship"],
        "rncp-99004": ["title", "level", "expires"],
    }  # fmt: skip
    assert changed == {
        *(("certifications", slug, name) for slug in fields for name in [*fields[slug], "sources"]),
        ("schools", "ecole-du-phare", "programmes"),
        ("schools", "ecole-du-phare", "sources"),
    }
    assert {
        k: v for k, v in after.items() if k not in {"certifications", "schools", "sources"}
    } == {k: v for k, v in before.items() if k not in {"certifications", "schools", "sources"}}
    certification = after["certifications"][1]
    assert certification["sources"] == ("registre-fictif", "rncp-export-2026-11-22")
    image, _, _, son_a, _, licence = after["schools"][0]["programmes"]
    assert image["sources"] == ("parcoursup-2025", "releve")
    assert image["selectivity"][0] == {
        "session": 2025, "counted_as": "applicants", "candidates": 305, "admitted": 11,
        "places": 14, "technological_percent": None, "vocational_percent": None,
        "source": "parcoursup-2025"}  # fmt: skip
    assert image["selectivity"][1] == before["schools"][0]["programmes"][0]["selectivity"][1]
    assert son_a["selectivity"][0]["admitted"] == 8
    assert licence == before["schools"][0]["programmes"][5]


def test_write_changes_the_file_a_field_stands_in(tmp_path: Path, data: Path) -> None:
    whole = data / "schools.yaml"
    written(data, audited(data, None, write_csv(tmp_path / "p.csv", SAME_SESSION)))
    patched = content_of(data).schools
    write_data(tmp_path / "split")
    folder = split_schools(tmp_path / "split")
    other = (folder / "sources.yaml").read_bytes(), (folder / "certifications.yaml").read_bytes()
    audit = audited(folder, None, tmp_path / "p.csv")
    texts = patched_texts(read_snapshot(folder), content_of(folder), audit)
    assert set(texts) == {"sources.yaml", "schools.yaml", "schools/ecole-du-phare.yaml"}
    assert "candidates: 305" in texts["schools/ecole-du-phare.yaml"]
    assert "programmes" not in texts["schools.yaml"]
    written(folder, audit)
    assert content_of(folder).schools == patched
    assert (folder / "sources.yaml").read_bytes() != other[0]
    assert (folder / "certifications.yaml").read_bytes() == other[1]
    assert "candidates: 305" in whole.read_text("utf-8")


def split_schools(folder: Path) -> Path:
    """Return the school of a data folder a sheet."""
    sheet = folder / "schools" / "ecole-du-phare.yaml"
    sheet.parent.mkdir()
    entry, field, rest = (folder / "schools.yaml").read_text("utf-8").partition("  programmes:\n")
    (folder / "schools.yaml").write_text(entry + "  sources: [releve]\n", "utf-8")
    lines = (field + rest).replace("\n  ", "\n").removeprefix("  ")
    sheet.write_text(lines.replace("\nsources:\n- releve\n", "\n"), "utf-8")
    for path, text in formatted(read_snapshot(folder)).items():
        (folder / path).write_text(text, "utf-8")
    return folder


def test_exports_become_sources(tmp_path: Path, data: Path, rncp: Path) -> None:
    written(data, audited(data, rncp, write_csv(tmp_path / "p.csv", SAME_SESSION)))
    sources = {source.slug: source.model_dump() for source in content_of(data).sources}
    export = sources["rncp-export-2026-11-22"]
    assert (export["published"], export["read_on"]) == ("2026-11-22", DAY)
    assert (export["publisher"], export["licence"]) == ("France compétences", "Licence Ouverte 2.0")
    assert export["url"] == "https://www.data.gouv.fr/datasets/5eebbc067a14b6fecc9c9976"
    assert export["title"].endswith("export du 22 novembre 2026")
    assert sources["parcoursup-2025"]["read_on"] == DAY


def test_write_is_idempotent_and_canonical(tmp_path: Path, data: Path, rncp: Path) -> None:
    parcoursup = write_csv(tmp_path / "p.csv", SAME_SESSION)
    written(data, audited(data, rncp, parcoursup))
    texts = {path.name: path.read_bytes() for path in data.iterdir()}
    for path, text in formatted(read_snapshot(data)).items():
        assert texts[path] == text.encode()
    again = audited(data, rncp, parcoursup)
    assert {key for key, (_, _, patch) in told(again).items() if patch is not None} == set()
    assert set(told(again)) == {("rncp-99003", "number"), ("rncp-99004", "replaced_by")}
    written(data, again)
    assert {path.name: path.read_bytes() for path in data.iterdir()} == texts


def test_a_source_read_again_moves_its_day_on(tmp_path: Path, data: Path, rncp: Path) -> None:
    written(data, audited(data, rncp))
    text = (data / "certifications.yaml").read_text(encoding="utf-8")
    (data / "certifications.yaml").write_text(text.replace("level: 5", "level: 7"), "utf-8")
    later = audit_registers(content_of(data), rncp=rncp, parcoursup=None, read_on="2026-12-01")
    written(data, later)
    (source,) = (s for s in content_of(data).sources if s.slug == "rncp-export-2026-11-22")
    assert source.read_on == "2026-12-01"


def test_nothing_is_written_when_the_result_is_refused(data: Path, rncp: Path) -> None:
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    audit = audited(data, rncp)
    wrong = [d._replace(patch=["rncp-404"]) if d.field == "replaced_by" else d
             for d in audit.differences]  # fmt: skip
    with pytest.raises(DataError, match="must be the slug of a certification"):
        written(data, audit._replace(differences=tuple(wrong)))
    wrong = [d._replace(patch=12) if d.field == "level" else d for d in audit.differences]
    with pytest.raises(DataError, match=r"rncp-99002\.level: must be at most 8"):
        written(data, audit._replace(differences=tuple(wrong)))
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_nothing_is_written_over_comments(data: Path, rncp: Path) -> None:
    path = data / "certifications.yaml"
    path.write_text(path.read_text("utf-8") + "# à revoir\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    with pytest.raises(DataError, match="comments would be lost"):
        written(data, audited(data, rncp))
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_what_was_replaced_is_put_back(
    data: Path, rncp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    audit = audited(data, rncp)
    replace = Path.replace

    def full_disk(self: Path, target: Path) -> Path:
        if target.name == "certifications.yaml":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="No space left"):
        written(data, audit)
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_patches_are_yaml_ready_to_paste(tmp_path: Path, data: Path, rncp: Path) -> None:
    import yaml

    audit = audited(data, rncp, write_csv(tmp_path / "p.csv", SAME_SESSION))
    for difference in audit.differences:
        text = patch_yaml(difference)
        assert "\n" not in text
        if difference.patch is None:
            assert text == ""
        else:
            ((name, value),) = yaml.safe_load(text).items()
            assert name in difference.field
            assert value == difference.patch
    assert "expires: '2029-12-31'" in {patch_yaml(d) for d in audit.differences}


@pytest.mark.parametrize("language", LANGUAGES)
def test_page(tmp_path: Path, data: Path, rncp: Path, language: Any) -> None:
    rows = [row.replace("2025;", "2026;", 1) for row in SAME_SESSION[:4]]
    audit = audited(data, rncp, write_csv(tmp_path / "p.csv", rows))
    page = register_audit_page(audit, Wording(language), patches=True)
    assert page.table
    assert len(page.table.rows) == len(audit.differences)
    assert [column.key for column in page.table.columns] == [
        "record", "field", "ours", "theirs", "patch"]  # fmt: skip
    text = "\n".join(text_of(cell) for row in page.table.rows for cell in row.cells)
    words = {
        "fr": ("non renseigné", "absente de l'export", "plusieurs formations possibles",
               "aucune ligne à ce titre", "305 candidats, 11 admis, 14 places", "oui"),
        "en": ("unknown", "not in the export", "may be several programmes",
               "no row of that title", "305 applicants, 11 admitted, 14 places", "yes"),
    }  # fmt: skip
    for expected in words[language]:
        assert expected in text
    footer = "\n".join(map(text_of, page.footer))
    assert "rncp-export-2026-11-22 12, parcoursup-2026 5" in footer
    assert ("12 correctifs prêts ; 5 écarts" if language == "fr" else "12 patches ready") in footer
    assert register_audit_page(audit, Wording(language)).table.columns[-1].key == "theirs"  # type: ignore[union-attr]


def test_rows_that_hold_other_registers_are_passed_over(tmp_path: Path, data: Path) -> None:
    lines = [parts()["Standard"][0], quoted(["1", "RS99001", "Autre", *[""] * 12, "ACTIVE"])]
    audit = audited(data, write_zip(tmp_path / "a.zip", parts(Standard=lines)))
    assert {d.field for d in audit.differences} == {"number"}
