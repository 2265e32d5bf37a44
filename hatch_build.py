"""Compile the data into the wheel: wrong data, no wheel."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CatalogueHook(BuildHookInterface[Any]):
    """Adds `catalogue.sqlite` and its stamp to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile `data/`, unless the install is editable: a checkout compiles on first use."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT / "src"))
        from avcareers.store.cache import write_catalogue
        from avcareers.store.sources import at_once
        from avcareers.store.stamps import stamp_path

        made = Path(tempfile.mkdtemp())
        path = at_once(ROOT / "data", lambda sources: write_catalogue(made, sources))
        for part in (path, stamp_path(path)):
            name = f"avcareers/catalogue{part.suffix}"
            build_data["force_include"][str(part)] = name
