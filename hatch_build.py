"""Compile the data into the wheel: wrong data, no wheel."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from avcareers.store.data_files import DataFile, Snapshot

ROOT = Path(__file__).parent


class CatalogueHook(BuildHookInterface[Any]):
    """Adds the data, `catalogue.sqlite` and its stamp to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile `data/`, unless the install is editable: a checkout compiles on first use."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT / "src"))
        from avcareers.store.data_files import COMMUNES, DATA_FILES, read_snapshot
        from avcareers.store.opening import catalogue_key, stamp_path, write_catalogue
        from avcareers.store.validation import load

        snapshot = read_snapshot(ROOT / "data")
        made = Path(tempfile.mkdtemp())
        path = write_catalogue(made, load(snapshot), catalogue_key(snapshot))
        shipped = {name: ROOT / "data" / name for name in snapshot.contents}
        # The catalogue has the communes, and they are a tenth of the wheel.
        shipped.pop(COMMUNES, None)
        # Records together in one list pack better than as hundreds of files, and read the same.
        for file in DATA_FILES:
            sheets = snapshot.sheets(file)
            if sheets:
                shipped = {name: at for name, at in shipped.items() if name not in sheets.values()}
                shipped[file.path] = made / file.path
                shipped[file.path].write_text("".join(_whole(snapshot, file)), encoding="utf-8")
        for name, at in shipped.items():
            build_data["force_include"][str(at)] = f"avcareers/data/{name}"
        for part in (path, stamp_path(path)):
            name = f"avcareers/catalogue{part.suffix}"
            build_data["force_include"][str(part)] = name


def _whole(snapshot: "Snapshot", file: "DataFile") -> Iterator[str]:
    """Yield the lines of a list whose records are whole: below each entry, its sheet."""
    sheets = snapshot.sheets(file)
    sheet: str | None = None
    for line in [*snapshot.text(file.path).splitlines(keepends=True), "- "]:
        if line.startswith("- "):
            if sheet:
                lines = snapshot.text(sheet).splitlines(keepends=True)
                yield from (f"  {each}" for each in lines if not each.startswith("#"))
            # The key comes first, as « data fmt » has it.
            sheet = sheets.get(line.removeprefix("- slug: ").strip().strip("'"))
        if line != "- ":
            yield line
