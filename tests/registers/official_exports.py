"""Small exports in the layout the registers publish, and a data folder to compare with them."""

import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from avcareers.model.content import Content
from avcareers.store.data_files import read_snapshot
from avcareers.store.formatting import formatted
from avcareers.store.validation import load

STAMP = "2026_11_22"
BOM = b"\xef\xbb\xbf"
STANDARD_COLUMNS = (
    "Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;"
    "Nomenclature_Europe_Intitule;Accessible_Nouvelle_Caledonie;Accessible_Polynesie_Francaise;"
    "Date_dernier_jo;Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;"
    "Validation_Partielle;Actif"
)


def standard(
    number: int, title: str, *, level: str = "NIV6", end: str = "30/06/2028", **other: str
) -> str:
    """Return a row of `Standard` with every field quoted, empty ones bare."""
    fields = {
        "Id_Fiche": str(number),
        "Numero_Fiche": f"RNCP{number}",
        "Intitule": title,
        "Abrege_Libelle": other.get("kind", ""),
        "Nomenclature_Europe_Niveau": level,
        "Nomenclature_Europe_Intitule": "Niveau",
        "Date_Fin_Enregistrement": end,
        "Type_Enregistrement": "Enregistrement sur demande",
        "Actif": other.get("active", "ACTIVE"),
    }
    return quoted(fields.get(name, "") for name in STANDARD_COLUMNS.split(";"))


def quoted(cells: Iterable[str]) -> str:
    return ";".join(f'"{cell}"' if cell else "" for cell in cells)


def parts(**changed: list[str] | None) -> dict[str, list[str]]:
    """Return the lines of each file of the zip; a part changed to nothing is left out."""
    whole: dict[str, list[str] | None] = {
        "Standard": [
            quoted(STANDARD_COLUMNS.split(";")),
            standard(99001, "Monteur de films"),
            standard(99002, "Opérateur de\nprises de vues", level="NIV5", end="31/12/2029"),
            standard(99004, "Assistant d''étalonnage", level="NIV5"),
            standard(11, "Autre métier", level="REPRISE", end="", active="INACTIVE"),
            '"7";"RS5000";"Autre répertoire";;;;;"Non";"Non";;;;;"Enregistrement";;"ACTIVE"',
        ],
        "Certificateurs": [
            '"Numero_Fiche";"Siret_Certificateur";"Nom_Certificateur"',
            '"RNCP99001";"\t11000007200014";"CENTRE MIRABELLE"',
            '"RNCP99002";"\t11000007200022";"ATELIER DE L\'\' OUEST"',
            '"RNCP99002";"\t11000007200030";"RÉSEAU DES DUNES"',
            '"RS5000";"\t11000007200030";"RÉSEAU DES DUNES"',
        ],
        "Ancienne_Nouvelle_Certification": [
            '"Numero_Fiche";"Ancienne_Certification";"Nouvelle_Certification"',
            '"RNCP99001";;"RNCP99002"',
            '"RNCP99004";"RNCP99002";',
            '"RNCP99004";;"RNCP12345"',
        ],
        "VoixdAccès": [
            '"Numero_Fiche";"Si_Jury"',
            '"RNCP99001";"Par expérience"',
            '"RNCP99001";"En contrat d’apprentissage"',
            '"RNCP99002";"Par candidature individuelle"',
        ],
        "Partenaires": [
            '"Numero_Fiche";"Nom_Partenaire";"Siret_Partenaire";"Habilitation_Partenaire"',
            '"RNCP99001";"ALYRA";"\t82815245400033";"HABILITATION_FORMER"',
        ],
    }
    whole |= changed
    return {part: lines for part, lines in whole.items() if lines is not None}


class _RawName(zipfile.ZipInfo):
    """An entry whose name is stored in that encoding, without the mark of UTF-8."""

    encoding = "cp437"

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 (zipfile's own name)
        return self.filename.encode(self.encoding), self.flag_bits


def write_zip(
    path: Path,
    lines: Mapping[str, list[str]] | None = None,
    *,
    names: str = "NFC",
    bom: bytes = BOM,
    newline: str = "\r\n",
    stamp: str = STAMP,
) -> Path:
    """Write the register; `names` is how its accents are stored."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, rows in (parts() if lines is None else lines).items():
            form = "NFD" if names == "NFD" else "NFC"
            name = unicodedata.normalize(form, f"export_fiches_CSV_{part}_{stamp}.csv")
            info: Any = name
            if names not in {"NFC", "NFD"}:
                info = _RawName(name)
                info.encoding = names
                info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, bom + "".join(row + newline for row in rows).encode())
    return path


IDENTIFIERS = (
    "session", "contrat_etab", "cod_uai", "g_ea_lib_vx", "lib_for_voe_ins", "form_lib_voe_acc",
    "capa_fin", "voe_tot", "voe_tot_f", "acc_tot", "taux_acces_ens", "colonne_nouvelle",
)  # fmt: skip
LABELS = (
    "Session", "Statut de l’établissement de la filière de formation (public, privé…)",
    "Code UAI de l’établissement", "Établissement", "Filière de formation",
    "Filière de formation", "Capacité de l'établissement par formation",
    "Effectif total des candidats pour une formation",
    "Dont effectif des candidates pour une formation",
    "Effectif total des candidats ayant accepté la proposition de l’établissement (admis)",
    "Taux d’accès", "Colonne nouvelle",
)  # fmt: skip
LABELS_2021 = tuple(
    "LIB_FOR_VOE_INS" if place == IDENTIFIERS.index("lib_for_voe_ins") else label
    for place, label in enumerate(LABELS)
)
"""That of the session of 2021: one column bore its identifier for a label.
https://fortierq.github.io/nb/parcoursup/, read on 2026-11-30."""
ACCESS_RATE = "87.65"
BTS = "BTS - Services - Métiers de l'audio-visuel opt : "


def course(
    title: str,
    places: object,
    candidates: object,
    admitted: object,
    *,
    uai: str = "0290001A",
    session: object = 2026,
) -> str:
    cells = (session, "Public", uai, "Lycée du Phare", title, "BTS - Services", places, candidates,
             12, admitted, ACCESS_RATE, "")  # fmt: skip
    return ";".join(map(str, cells))


def write_csv(
    path: Path,
    courses: list[str],
    *,
    header: Iterable[str] = IDENTIFIERS,
    bom: bytes = BOM,
    newline: str = "\r\n",
) -> Path:
    lines = [";".join(header), *courses]
    path.write_bytes(bom + "".join(line + newline for line in lines).encode())
    return path


SAME_SESSION = [
    course(f"{BTS}métiers de l'image", 14, 305, 11, session=2025),
    course(f"{BTS}techn. d'ingeniérie et exploit. équipements", 12, 99, 9, session=2025),
    course("Formation - Aux métiers du son", 20, 90, 8, session=2025),
    course("Formation - Aux métiers du son", 7, 40, 5, session=2025),
    course("Licence - Arts du spectacle - Parcours Cinéma", 80, 500, 80, session=2025),
    course("Licence - Arts du spectacle - Parcours Danse", 1, 2, 1, session=2025),
]


CERTIFICATIONS = """\
- slug: rncp-99001
  number: 99001
  title: Monteur de films
  level: 6
  certifiers:
  - Centre Mirabelle
  expires: '2028-06-30'
  apprenticeship: true
  replaced_by: [rncp-99002]
  url: https://registre.example.org/rncp/99001
  sources: [registre-fictif]
- slug: rncp-99002
  number: 99002
  title: Prises de vues
  title_inferred: true
  level: 6
  certifiers: [Atelier des Dunes]
  expires: '2025-06-30'
  apprenticeship: true
  url: https://registre.example.org/rncp/99002
  sources: [registre-fictif]
- slug: rncp-99003
  number: 99003
  title: Titre que le registre ne connaît pas
  url: https://registre.example.org/rncp/99003
  sources: [registre-fictif]
- slug: rncp-99004
  number: 99004
  url: https://registre.example.org/rncp/99004
  sources: [registre-fictif]
"""
SCHOOLS = """\
- slug: ecole-du-phare
  name: École du Phare
  kind: public
  campuses:
  - place: brest
    uai: 0290001A
  programmes:
  - slug: image
    title: BTS métiers de l'audiovisuel, option métiers de l'image
    award: national
    diploma: bts
    routes: [scolaire]
    selectivity:
    - session: 2025
      counted_as: applicants
      candidates: 300
      admitted: 12
      places: 14
      source: releve
    - session: 2024
      counted_as: confirmed-wishes
      candidates: 410
      places: 14
      source: releve
    sources: [releve]
  - slug: image-apprentissage
    title: BTS métiers de l'audiovisuel, option métiers de l'image
    award: national
    diploma: bts
    routes: [apprentissage]
    sources: [releve]
  - slug: ingenierie
    title: BTS métiers de l'audiovisuel, option techniques d'ingénierie et exploitation
    award: national
    diploma: bts
    sources: [releve]
  - slug: son-a
    title: Formation aux métiers du son
    award: school
    selectivity:
    - session: 2025
      counted_as: applicants
      candidates: 90
      admitted: 10
      places: 20
      source: releve
    sources: [releve]
  - slug: son-b
    title: Formation aux métiers du son
    award: school
    sources: [releve]
  - slug: licence
    title: Licence Arts du spectacle, parcours Cinéma
    award: national
    diploma: licence
    selectivity:
    - session: 2025
      counted_as: applicants
      candidates: 500
      admitted: 80
      places: 80
      source: releve
    sources: [releve]
  sources: [releve]
  reviewed: '2026-11-01'
"""
SOURCES = """\
- slug: registre-fictif
  title: Registre
  publisher: Registre imaginaire
  read_on: '2026-11-01'
- slug: releve
  title: Relevé
  publisher: Observatoire imaginaire
  read_on: '2026-11-01'
"""
DIPLOMAS = "".join(
    f"""\
- slug: {slug}
  name: {{fr: {slug}, en: {slug}}}
  authority: mesr
  level: {level}
  text: {{fr: Un diplôme national., en: A national diploma.}}
  sources: [registre-fictif]
"""
    for slug, level in (("bts", 5), ("licence", 6))
)
PLACES = """\
- slug: brest
  name: Brest
  department: '29'
  region: Bretagne
  lat: 48.39
  lon: -4.49
"""
REGIONS = """\
- slug: bretagne
  name: Bretagne
  seat: brest
  departments:
  - code: '29'
    name: Finistère
    seat: brest
"""


def write_data(folder: Path) -> Path:
    """Write a data folder of four certifications and one school, in the one form of the files."""
    folder.mkdir()
    texts = {"certifications": CERTIFICATIONS, "diplomas": DIPLOMAS, "schools": SCHOOLS, "sources": SOURCES,
             "places": PLACES, "regions": REGIONS, "professions": "", "stages": "", "departments": ""}  # fmt: skip
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    for path, text in formatted(read_snapshot(folder)).items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def content_of(folder: Path) -> Content:
    return load(read_snapshot(folder))
