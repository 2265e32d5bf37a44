"""A minimal valid data folder of plain values, of which a test changes one thing.

Loaded by the `small` fixture of the folders that use it, whatever pytest's import mode.
"""

import copy
import json
from pathlib import Path
from typing import Any

from avcareers.model.content import Content
from avcareers.model.vocabulary import SourceAbout, values
from avcareers.store.data_files import Snapshot
from avcareers.store.validation import load

GONE = object()
"""Put at a path, it removes what was there."""

Records = dict[str, Any]
"""Records by file; the text of a table of minimum pay, by its path."""

JOBS = (
    # slug, masculine, feminine, English, level, next roles, superiors
    ("stagiaire-regie", "Stagiaire à la régie", "Stagiaire à la régie", "Production runner",
     "entry", ["regisseur-general"], ["regisseur-general"]),
    ("regisseur-general", "Régisseur général", "Régisseuse générale", "Unit manager",
     "confirmed", [], ["chef-operateur"]),
    ("cadreur", "Cadreur", "Cadreuse", "Camera operator", "confirmed", ["chef-operateur"],
     ["chef-operateur"]),
    ("chef-operateur", "Chef opérateur", "Cheffe opératrice", "Director of photography", "head",
     [], []),
    ("scripte", "Scripte", "Scripte", "Script supervisor", "head", [], []),
)  # fmt: skip

REGION_OF = {"69": "Auvergne-Rhône-Alpes", "75": "Île-de-France"}


def records() -> Records:
    """Return valid records, by file, fresh for each caller."""
    return copy.deepcopy(
        {
            "professions": [_job(job) for job in JOBS],
            "schools": [SCHOOL],
            "stages": [STAGE],
            "departments": [
                {
                    "slug": "image",
                    "name": both("Image", "Camera"),
                    "summary": both("Filme.", "Films."),
                }
            ],
            "certifications": [
                {
                    "slug": "rncp-38123",
                    "number": 38123,
                    "level": 6,
                    "expires": "2028-08-31",
                    "url": "https://www.francecompetences.fr/recherche/rncp/38123/",
                    "sources": ["fiche"],
                }
            ],
            "agreements": [AGREEMENT],
            "diplomas": [
                {
                    "slug": "bts",
                    "name": both("BTS", "BTS"),
                    "authority": "mesr",
                    "level": 5,
                    "text": both("Diplôme national.", "National diploma."),
                    "sources": ["fiche"],
                }
            ],
            "pay_bases": [
                {"slug": "heure-cddu", "name": both("heure", "hour"), "unit": "hour"},
                {"slug": "jour-8h-cddu", "name": both("jour", "day"), "unit": "day"},
            ],
            "rules": [
                {
                    "slug": "lycee-public",
                    "covers": {"kinds": ["public"], "types": ["lycee"], "routes": ["scolaire"]},
                    "eur_per_year": 0,
                    "says": both("gratuit : lycée public", "free: State lycée"),
                    "sources": ["fiche"],
                },
                {
                    "slug": "universite-2025-2026",
                    "covers": {"types": ["universite"], "routes": ["scolaire"]},
                    "eur_per_year": 178,
                    "year": "2025-2026",
                    "says": both("barème national", "national rate"),
                    "sources": ["fiche"],
                },
            ],
            "minimum_wages": [
                {
                    "slug": "smic-2026-01-01",
                    "valid_from": "2026-01-01",
                    "hourly_eur": 12.02,
                    "monthly_35h_eur": 1823.03,
                    "text": "Décret du 17/12/2025",
                    "sources": ["fiche"],
                }
            ],
            "topics": [TOPIC],
            "sources": [
                {
                    "slug": "fiche",
                    "title": "Fiche métier",
                    "publisher": "CNC",
                    "url": "https://www.cnc.fr/fiche",
                    "read_on": "2026-11-01",
                    "about": sorted(values(SourceAbout)),
                }
            ],
            "places": [
                place("lyon", "Lyon", "69", 45.7578, 4.832),
                place("paris", "Paris", "75", 48.8566, 2.3522),
            ],
            "regions": [
                region("auvergne-rhone-alpes", "Auvergne-Rhône-Alpes", "lyon", "69", "Rhône"),
                region("ile-de-france", "Île-de-France", "paris", "75", "Paris"),
            ],
            "rome": [
                {
                    "slug": "l1505",
                    "code": "L1505",
                    "title": "Image cinématographique",
                    "riasec": "AR",
                    "source": "fiche",
                }
            ],
            "pay/3097.csv": FLOORS,
        }
    )


def both(fr: str, en: str) -> dict[str, str]:
    """Return a bilingual text."""
    return {"fr": fr, "en": en}


def region(slug: str, name: str, seat: str, code: str, county: str) -> dict[str, Any]:
    return {
        "slug": slug,
        "name": name,
        "seat": seat,
        "departments": [{"code": code, "name": county, "seat": seat}],
    }


def place(slug: str, name: str, department: str, lat: float, lon: float) -> dict[str, Any]:
    """Return a city."""
    return {
        "slug": slug,
        "name": name,
        "department": department,
        "region": REGION_OF.get(department, "Région"),
        "lat": lat,
        "lon": lon,
    }


def _job(job: tuple[Any, ...]) -> dict[str, Any]:
    slug, fr_m, fr_f, en, level, after, above = job
    said = slug.replace("-", " ")
    verbs = (
        ("Lire", "Read"),
        ("Préparer", "Prepare"),
        ("S'assurer de", "Check"),
        ("Se rendre à", "Go to"),
    )
    return {
        "slug": slug,
        "title": {"fr_m": fr_m, "fr_f": fr_f, "en": en},
        "asked": [both(f"faire le travail {said}", f"do the {said} work")],
        "department": "image",
        "stages": ["tournage"],
        "level": level,
        "works_on": ["fiction-cinema"],
        "rome": ["L1505"],
        "rome_match": "exact",
        "rome_appellations": [said],
        "riasec": "AR",
        "summary": both(
            f"Le poste {said} tient sa part du plateau chaque jour.",
            f"The {said} job holds its own part of the set.",
        ),
        "tasks": [both(f"{fr} la part de {said}", f"{en} the part of {said}") for fr, en in verbs],
        "answers_to": above,
        "confused_with": [
            {
                "job": "scripte" if slug != "scripte" else "cadreur",
                "difference": both(f"Seul {said} filme.", f"Only {said} films."),
            }
        ],
        "skills": [
            {"skill": both("Cadrer", "Frame"), "shown_by": both("Un film", "A film")},
            {"skill": both("Éclairer", "Light"), "shown_by": both("Des photos", "Photos")},
        ],
        "ways_in": {"without_school": [both("Par des courts métrages", "Through short films")]},
        "no_programme": {
            "says": both(f"Le poste {said} s'apprend ici.", f"The {said} job is learned here."),
            "sources": ["fiche"],
        }
        if level == "entry"
        else None,
        "next_roles": after,
        "sources": ["fiche"],
        "reviewed": "2026-11-01",
    }


STAGE: dict[str, Any] = {
    "slug": "tournage",
    "phase": "realisation",
    "name": both("Tournage", "Shoot"),
    "summary": both("Le film se tourne.", "The film is shot."),
    "happens": [both("On prépare.", "Preparing."), both("On tourne.", "Shooting.")],
    "deliverables": [{"slug": "rushes", "name": both("Rushes", "Rushes")}],
    "places": [both("Plateau", "Set")],
    "departments": ["image"],
    "durations": [
        {
            "span": {"low": 6, "high": 8},
            "unit": "weeks",
            "of": both("Long métrage", "Feature"),
            "sources": ["fiche"],
        }
    ],
    "sources": ["fiche"],
}

SCHOOL: dict[str, Any] = {
    "slug": "ecole-de-lyon",
    "name": "École de l'Œil",
    "legal_name": "École supérieure de l'Œil",
    "other_names": ["ESO"],
    "kind": "public",
    "type": "universite",
    "website": "https://ecole.example.fr",
    "campuses": [{"place": "lyon", "uai": "0690001A", "lat": 45.76, "lon": 4.84}],
    "recognition": [
        {
            "authority": "culture",
            "kind": "tutelle",
            "detail": both("Sous la tutelle.", "Under supervision."),
            "source": "fiche",
        }
    ],
    "programmes": [
        {
            "slug": "image",
            "title": "Diplôme image",
            "award": "rncp",
            "level": 6,
            "certification": "rncp-38123",
            "recognition": [
                {
                    "authority": "rncp",
                    "kind": "rncp",
                    "certification": "rncp-38123",
                    "detail": both("La certification.", "The certification."),
                    "until": "2028-08-31",
                    "source": "fiche",
                }
            ],
            "entry_level": 4,
            "years": 3,
            "fees": [{"low": 300, "high": 900, "covers": both("Tout.", "All."), "source": "fiche"}],
            "alternance": {
                "mode": "partial",
                "detail": both("La troisième année.", "The third year."),
                "source": "fiche",
            },
            "campuses": ["lyon"],
            "leads_to": ["cadreur"],
            "sources": ["fiche"],
        }
    ],
    "sources": ["fiche"],
    "reviewed": "2026-11-01",
}


GRID: dict[str, Any] = {
    "slug": "3097-tournage-2025",
    "series": "3097-tournage",
    "section": both("Tournage", "Shoot"),
    "valid_from": "2025-07-01",
    "status": "extended",
    "method": "published",
    "source": "fiche",
}

SERIES: dict[str, Any] = {
    "slug": "3097-tournage",
    "newest_text": "Avenant du 1er juin 2025",
    "text_from": "2025-07-01",
    "looked_up": "2026-11-01",
}

AGREEMENT: dict[str, Any] = {
    "slug": "idcc-3097",
    "idcc": "3097",
    "name": both("Production cinématographique", "Film production"),
    "scope": both("Les films.", "Films."),
    "series": [SERIES],
    "grids": [GRID],
    "sources": ["fiche"],
}

FLOORS = """\
grid,function,basis,amount_eur
3097-tournage-2025,Cadreur,heure-cddu,40
3097-tournage-2025,Cadreur,jour-8h-cddu,320.00
3097-tournage-2025,"Scripte, cinéma",heure-cddu,35.5
"""

TOPIC: dict[str, Any] = {
    "slug": "stages",
    "title": both("Stages", "Internships"),
    "other_names": ["Convention de stage"],
    "answer": [
        {"text": both("Le stage se signe.", "It is signed."), "as_of": "2026", "confidence": "high",
         "source": "fiche"},
        {"text": both("Il finit.", "It ends."), "confidence": "low", "source": "fiche"},
    ],
    "sources": ["fiche"],
    "reviewed": "2026-11-01",
}  # fmt: skip


def put(data: Records, path: tuple[str | int, ...], value: Any) -> Records:
    """Change one thing of the records, and give them back."""
    *above, last = path
    holder: Any = data
    for step in above:
        holder = holder[step]
    if value is GONE:
        del holder[last]
    else:
        holder[last] = value
    return data


def changed(*path: str | int, to: Any) -> Records:
    """Return valid records with one thing changed."""
    return put(records(), path, to)


def sources(data: Records | None = None) -> Snapshot:
    """Return records as the files of a folder would hold them (JSON is YAML)."""
    chosen = records() if data is None else data
    texts = {
        name if "/" in name else f"{name}.yaml": items
        if isinstance(items, str)
        else json.dumps(items, indent=1)
        for name, items in chosen.items()
    }
    return Snapshot(Path("data"), {name: text.encode() for name, text in texts.items()})


def content(data: Records | None = None) -> Content:
    """Return records validated."""
    return load(sources(data))


def write(folder: Path, data: Records | None = None) -> Path:
    """Write records into a data folder."""
    for name, raw in sources(data).contents.items():
        assert isinstance(raw, bytes)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder
