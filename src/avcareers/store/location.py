"""Where the data are: given, in the checkout, or in the installed package; where the cache is."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).parent.parent


class Location(NamedTuple):
    """A data folder, and the catalogue shipped with it, if one is."""

    folder: Path
    """Folder of the YAML files."""
    shipped: Path | None
    """Catalogue compiled when the package was built."""


def locate(given: str | None = None) -> Location:
    """Find the data: `given`, else AVCAREERS_DATA, else the checkout's, else the package's.

    The checkout comes before the package, because an editable install copies `data/` once and
    then goes stale.
    """
    chosen = given or os.environ.get("AVCAREERS_DATA")
    if chosen:
        return Location(Path(chosen), None)
    checkout = _PACKAGE.parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "data").is_dir():
        return Location(checkout / "data", None)
    return Location(_PACKAGE / "data", _PACKAGE / "catalogue.sqlite")


def data_version(folder: Path) -> str | None:
    """Return the version of the data of a folder, read where its releases are listed; nothing without it."""
    try:
        listed = (folder / "changes.yaml").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    keys = [
        line.split()[2].strip("'") for line in listed.splitlines() if line.startswith("- slug: ")
    ]
    return keys[-1].replace("-", ".") if keys else None


def cache_folder() -> Path | None:
    """Return the user's cache folder for this tool, or nothing when the system names none.

    By hand, because every command asks, and platformdirs takes a tenth of its time to load. A
    relative folder is none: it would follow the current one.
    """
    try:
        if sys.platform == "win32":
            folder = Path(os.environ.get("LOCALAPPDATA", ""), "avcareers", "Cache")
        elif sys.platform == "darwin":
            folder = Path.home() / "Library" / "Caches" / "avcareers"
        else:
            base = os.environ.get("XDG_CACHE_HOME")
            folder = (Path(base) if base else Path.home() / ".cache") / "avcareers"
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None
