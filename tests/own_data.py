"""The tests' own data: one small catalogue, and the variations that are made of it."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from avcareers.model.content import Content
from avcareers.store.catalogue import Catalogue
from avcareers.store.compiler import compile_into
from avcareers.store.data_files import read_snapshot
from avcareers.store.validation import load

TESTS = Path(__file__).parent
FOLDER = TESTS / "catalogue"
SCHOOLS_TO_CHECK = TESTS / "schools_to_check.yaml"
"""Five schools that between them raise every question one may ask a school."""
RAISED = {
    "atelier-sirocco": [],
    "cours-nomade": [
        ("no-registration", "montage"), ("no-ministry", "montage"), ("fees-unknown", "montage"),
        ("alternance-unknown", "montage"),
    ],
    "ecole-du-ponant": [
        ("grant-unsure", "scripte"),
        ("total-cost", "realisation"), ("total-cost", "scripte"),
        ("alternance-unknown", "realisation"), ("alternance-unknown", "scripte"),
    ],
    "lycee-des-remparts": [("employer", "bts-montage")],
    "studio-tramontane": [
        ("registration-expired", "prise-de-vues"),
        ("registration-end-unknown", "postproduction"),
        ("no-registration", "mise-en-scene"),
        ("no-ministry", "prise-de-vues"), ("no-ministry", "postproduction"),
        ("no-ministry", "mise-en-scene"),
        ("grant-unsure", "montage"), ("grant-unsure", "gratuit"),
        ("state-name", "montage"),
        ("commercial-name", "mise-en-scene"),
        ("total-cost", "prise-de-vues"), ("total-cost", "mise-en-scene"), ("total-cost", "montage"),
        ("fees-unknown", "postproduction"),
        ("employer", "prise-de-vues"), ("employer", "postproduction"), ("employer", "montage"),
        ("alternance-unknown", "gratuit"),
        ("offer-old", "postproduction"),
    ],
}  # fmt: skip
"""Every point of each of them, in order: what is not there is not raised."""


def read_files(folder: Path = FOLDER) -> dict[str, bytes]:
    """Return what each file of a data folder holds, by its path in it."""
    paths = sorted(path for path in folder.rglob("*.*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write_files(
    folder: Path, changed: Mapping[str, bytes | None] | None = None, *, own: Path = FOLDER
) -> Path:
    """Write the tests' own files, some changed, added, or left out (None); return the folder."""
    for name, raw in {**read_files(own), **(changed or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if raw is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(raw)
    return folder


def write_schools_to_check(folder: Path) -> Path:
    """Write the tests' own files with the schools to check instead of the others."""
    sheets = dict.fromkeys(path for path in read_files() if path.startswith("schools/"))
    return write_files(folder, {"schools.yaml": SCHOOLS_TO_CHECK.read_bytes(), **sheets})


def load_folder(folder: Path) -> Content:
    """Return the records of a data folder. Raises DataError when they are refused."""
    return load(read_snapshot(folder))


def compiled(content: Content) -> Catalogue:
    """Return the catalogue of some records, compiled in memory."""
    connection = sqlite3.connect(":memory:")
    compile_into(connection, content, "tests")
    return Catalogue(connection)
