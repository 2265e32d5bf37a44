"""How long `data audit` takes on exports of the official size, and how much memory.

Writes in a temporary folder a register of 30,000 sheets and a Parcoursup file of 14,000 rows and
118 columns, both holding the numbers of the catalogue, then compares the catalogue with them, in
turn alone and together, without writing and with it. Nothing here passes or fails.

    python benchmarks/audit.py [--runs 3]
"""

import argparse
import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path

from avcareers.model.content import Content
from avcareers.store.data_files import read_snapshot
from avcareers.store.validation import load

ROOT = Path(__file__).resolve().parent.parent
SHEETS, COURSES, COLUMNS = 30_000, 14_000, 118
STAMP = "2026_11_22"
STANDARD = (
    "Id_Fiche", "Numero_Fiche", "Intitule", "Abrege_Libelle", "Abrege_Intitule",
    "Nomenclature_Europe_Niveau", "Nomenclature_Europe_Intitule", "Accessible_Nouvelle_Caledonie",
    "Accessible_Polynesie_Francaise", "Date_dernier_jo", "Date_Decision",
    "Date_Fin_Enregistrement", "Date_Effet", "Type_Enregistrement", "Validation_Partielle",
    "Actif",
)  # fmt: skip
READ = ("session", "cod_uai", "lib_for_voe_ins", "capa_fin", "voe_tot", "acc_tot")
WAYS = (
    "En contrat d’apprentissage",
    "Après un parcours de formation continue",
    "Par candidature individuelle",
    "Par expérience",
)

Rows = Iterable[Iterable[object]]


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    content = load(read_snapshot(ROOT / "data"))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        rncp, parcoursup = home / "export-fiches-csv-2026-11-23.zip", home / "parcoursup.csv"
        write_rncp(rncp, content)
        write_parcoursup(parcoursup, content)
        for path in (rncp, parcoursup):
            print(f"{path.name:36} {path.stat().st_size / 2**20:7.1f} MiB")
        both = ["--rncp", str(rncp), "--parcoursup", str(parcoursup)]
        cases = (("--rncp", both[:2]), ("--parcoursup", both[2:]), ("both", both),
                 ("both --write", [*both, "--write"]))  # fmt: skip
        for name, options in cases:
            results = [once(options, home) for _ in range(runs)]
            seconds = statistics.median(found[0] for found in results)
            memory = max(found[1] for found in results)
            print(f"data audit {name:25} {seconds:7.2f} s  {memory:6.1f} MiB")


def write_rncp(path: Path, content: Content) -> None:
    """Write a register that holds every certification of the catalogue, most with another end."""
    ours = [record.number for record in content.certifications]
    numbers = [*ours, *(n for n in range(1, SHEETS) if n not in set(ours))][:SHEETS]
    parts: dict[str, Rows] = {
        "Standard": sheets(numbers),
        "Certificateurs": ((f"RNCP{n}", f"\t1100{n:010}", f"ORGANISME {n}") for n in numbers),
        "Ancienne_Nouvelle_Certification": (
            (f"RNCP{n}", "", f"RNCP{n + 1}") for n in numbers[len(ours) : SHEETS // 2]
        ),
        "VoixdAccès": ((f"RNCP{n}", way) for n in numbers for way in WAYS),
    }
    headers = {
        "Standard": STANDARD,
        "Certificateurs": ("Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"),
        "Ancienne_Nouvelle_Certification": (
            "Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"),
        "VoixdAccès": ("Numero_Fiche", "Si_Jury"),
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, rows in parts.items():
            with (
                archive.open(f"export_fiches_CSV_{part}_{STAMP}.csv", "w") as member,
                TextIOWrapper(member, encoding="utf-8-sig", newline="") as stream,
            ):
                writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
                writer.writerow(headers[part])
                writer.writerows(rows)


def sheets(numbers: list[int]) -> Iterator[list[object]]:
    """Yield the rows of the register, titles as long as the real ones."""
    for n in numbers:
        row: dict[str, object] = dict.fromkeys(STANDARD, "")
        row |= {
            "Id_Fiche": n,
            "Numero_Fiche": f"RNCP{n}",
            "Intitule": f"Titre inventé, long comme le sont\nceux du registre, numéro {n}",
            "Nomenclature_Europe_Niveau": "NIV6",
            "Date_Fin_Enregistrement": "31/08/2029",
            "Type_Enregistrement": "Enregistrement sur demande",
            "Actif": "ACTIVE",
        }
        yield list(row.values())


def write_parcoursup(path: Path, content: Content) -> None:
    """Write a session newer than the catalogue's, with its courses among thousands of others."""
    others = [f"colonne_{number}" for number in range(COLUMNS - len(READ))]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
        writer.writerow([*READ, *others])
        filling = ["12.0"] * len(others)
        courses = [*ours(content)]
        numbers = range(COURSES - len(courses))
        courses += [(2026, f"{n:07}Z", f"Licence - Autre - {n}", 30, 400, 28) for n in numbers]
        writer.writerows([*course, *filling] for course in courses)


def ours(content: Content) -> Iterator[tuple[object, ...]]:
    """Yield a row for each programme of a school whose number is known."""
    for school in content.schools:
        uais = [campus.uai for campus in school.campuses if campus.uai]
        for programme in school.programmes if uais else ():
            yield 2026, uais[0], programme.title, 31, 401, 29


def once(options: list[str], home: Path) -> tuple[float, float]:
    """Run the command on a fresh copy of the data; give its wall seconds and peak MiB."""
    data = home / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(ROOT / "data", data)
    command = [sys.executable, "-m", "avcareers", "data", "audit", "--data", str(data), *options]
    start = time.perf_counter()
    child = subprocess.Popen(
        [*command, "-o", "md"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command} left with {child.returncode}")
    return seconds, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
