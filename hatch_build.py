"""Compile the data into the wheel: wrong data, no wheel."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CatalogueHook(BuildHookInterface[Any]):
    """Adds the data, `catalogue.sqlite` and its stamp to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile `data/`, unless the install is editable: a checkout compiles on first use."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT / "src"))
        from avcareers.store.data_files import COMMUNES, read_snapshot
        from avcareers.store.opening import catalogue_key, stamp_path, write_catalogue
        from avcareers.store.validation import load

        snapshot = read_snapshot(ROOT / "data")
        made = Path(tempfile.mkdtemp())
        path = write_catalogue(made, load(snapshot), catalogue_key(snapshot))
        for name in snapshot.contents:
            # The catalogue has the communes, and they are a tenth of the wheel.
            if name != COMMUNES:
                build_data["force_include"][str(ROOT / "data" / name)] = f"avcareers/data/{name}"
        for part in (path, stamp_path(path)):
            name = f"avcareers/catalogue{part.suffix}"
            build_data["force_include"][str(part)] = name
