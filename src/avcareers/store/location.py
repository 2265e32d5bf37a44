"""Where the data are: given, in the checkout, or in the installed package."""

import os
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
