"""The list of communes: a CSV file, read line by line; its lines are too many to be records."""

import lzma
import re
from collections.abc import Iterable, Iterator

from avcareers.model.commune import Commune
from avcareers.model.errors import Problem
from avcareers.text.constraints import shown

from .data_files import COMMUNES, Snapshot, UnreadableError
from .pay_tables import rows

COLUMNS = ("code", "name", "post_codes", "population", "lat", "lon")
_SHAPES = {
    "code": (re.compile(r"([0-9]{2}|2[AB])[0-9]{3}"), "an official code, such as 01004"),
    "name": (re.compile(r"\S.*\S|\S"), "a name"),
    "post_codes": (re.compile(r"[0-9]{5}( [0-9]{5})*"), "post codes separated by a space"),
    "population": (re.compile(r"[0-9]{1,8}"), "a number of inhabitants"),
    "lat": (re.compile(r"-?[0-9]{1,2}\.[0-9]{1,6}"), "a latitude in degrees"),
    "lon": (re.compile(r"-?[0-9]{1,3}\.[0-9]{1,6}"), "a longitude in degrees"),
}


class CommuneList:
    """The communes of a data folder, and what is wrong with their list."""

    def __init__(self) -> None:
        """Begin with none."""
        self.communes: list[Commune] = []

    def read(self, snapshot: Snapshot) -> Iterator[Problem]:
        """Take the communes, where the folder has their list; yield the problems."""
        if COMMUNES not in snapshot.contents:
            return
        try:
            text = snapshot.text(COMMUNES)
        except UnreadableError as error:
            yield error.problem
            return
        seen: set[str] = set()
        for found in rows(COMMUNES, text, COLUMNS):
            if isinstance(found, Problem):
                yield found
                continue
            line, cells = found
            wrong = [
                name for name, (shape, _) in _SHAPES.items() if not shape.fullmatch(cells[name])
            ]
            for name in wrong:
                message = f"must be {_SHAPES[name][1]}, found {shown(cells[name])}"
                yield Problem(COMMUNES, line, COLUMNS.index(name) + 1, name, message)
            if cells["code"] in seen:
                message = f"must be given once, found {shown(cells['code'])} twice: remove one"
                yield Problem(COMMUNES, line, 1, "code", message)
            seen.add(cells["code"])
            if not wrong:
                self.communes.append(_commune(cells))


def packed(communes: Iterable[Commune]) -> bytes:
    """Return communes as the catalogue keeps them: a line a column, its cells apart, compressed."""
    columns = zip(*communes, strict=True)
    text = "\n".join("\t".join(map(str, cells)) for cells in columns)
    # Codes that rise by one pack to a sixth of what zlib makes of them.
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


def _commune(cells: dict[str, str]) -> Commune:
    return Commune(
        cells["code"],
        cells["name"],
        cells["post_codes"],
        int(cells["population"]),
        float(cells["lat"]),
        float(cells["lon"]),
    )
