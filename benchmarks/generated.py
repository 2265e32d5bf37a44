"""Valid catalogues of any size, to see what grows with the data.

A catalogue of N times holds the shipped one, as it is, and N - 1 copies of its jobs, schools and
programmes, certifications, topics, sources, agreements, grids and pay floors. A copy has keys and
names of its own, and refers to what was copied with it; its schools stand in other real cities.
Departments, stages, places, ROME codes, minimum wages, pay bases and synonyms stay what they are:
the country and the trade do not grow with the offer. Agreements have numbers of four digits, which
run out after 900 copies or so: further copies go by the agreements of earlier ones. Every file passes
the validation; the rules of the audit, which judge meaning, need not hold.

The text of each shipped record is read once; a copy only fills its holes, so that memory does not
depend on the size. The same size always gives the same bytes.

    python benchmarks/generated.py FOLDER --times 100
"""

import argparse
import random
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"

STARTS = (
    "Aigue", "Aube", "Bel", "Beau", "Bran", "Cast", "Chante", "Char", "Clair", "Cour", "Dam",
    "Espi", "Font", "Fleur", "Garde", "Grand", "Gris", "Haute", "Join", "Lavau", "Longue", "Lor",
    "Maisonne", "Marche", "Mire", "Mont", "Neuve", "Orge", "Perre", "Plan", "Pont", "Puy", "Ravi",
    "Roque", "Saute", "Tour", "Val", "Verne", "Vieille", "Ville",
)  # fmt: skip
ENDS = (
    "bois", "bourg", "brune", "camp", "court", "fort", "garenne", "lac", "lande", "lieu", "loup",
    "lune", "mare", "mont", "ombre", "pierre", "plage", "pont", "rive", "roche", "roux", "sault",
    "serre", "source", "terre", "vent", "vigne", "ville", "voie", "val",
)  # fmt: skip
GENRES = (
    "western", "policier", "musical", "animalier", "historique", "fantastique", "burlesque",
    "muet", "expérimental", "jeunesse", "alpin", "maritime", "rural", "nocturne", "satirique",
)  # fmt: skip
MOST_TIMES = len(STARTS) * len(ENDS)
"""Each copy needs a word of its own for its keys."""

KEYS = frozenset({
    "formerly", "source", "sources", "increases", "certification", "replaced_by", "related",
    "leads_to", "answers_to", "works_with", "next_roles", "job", "to", "series",
})  # fmt: skip
"""Fields that hold keys of what is copied."""
NAMES = frozenset({"name", "other_names", "course_name", "title", "fr_m", "fr_f"})
"""Fields that hold names; in both languages when they have two."""
CODES = frozenset({"idcc", "lat", "lon", "number", "place", "postcode", "uai"})
"""Fields whose value is another in each copy; `place` is also what a programme lists."""
FILES = ("professions", "schools", "certifications", "agreements", "topics", "sources")


class Hole(NamedTuple):
    """What differs from copy to copy: what goes there, and what the shipped record has."""

    role: str
    was: str


Template = tuple[str | Hole, ...]


class Record(NamedTuple):
    """A record to copy."""

    slug: str
    entry: Template
    """Its text in the list."""
    sheet: Template
    """The text of its sheet; empty when it has none."""


class Shipped(NamedTuple):
    """What is copied, read once."""

    records: Mapping[str, tuple[Record, ...]]
    """The records of each file."""
    floors: Mapping[str, str]
    """The rows of pay floors, by number of agreement."""
    places: tuple[Mapping[str, Any], ...]
    towns: Mapping[str, int]
    """The number of each place."""
    agreements: tuple[str, ...]
    """The numbers of agreements that are named anywhere."""
    free: tuple[str, ...]
    """The numbers of agreements that a copy can take."""

    @property
    def numbered(self) -> int:
        """Return how many copies can have agreements of their own."""
        return len(self.free) // len(self.agreements)

    def idcc(self, was: str, copy: int) -> str:
        """Return the number of a copied agreement."""
        place = (copy - 1) % self.numbered
        return self.free[place * len(self.agreements) + self.agreements.index(was)]


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=10)
    arguments = parser.parse_args()
    write_catalogue(arguments.folder, arguments.times)


def write_catalogue(folder: Path, times: int) -> None:
    """Write a data folder of `times` the shipped one, which must not exist yet."""
    if not 1 <= times <= MOST_TIMES:
        raise ValueError(f"times must lie between 1 and {MOST_TIMES}")
    shutil.copytree(DATA, folder)
    shipped = _read()
    for name in FILES:
        with (folder / f"{name}.yaml").open("a", encoding="utf-8", newline="\n") as file:
            last = min(times - 1, shipped.numbered) if name == "agreements" else times - 1
            for copy in range(1, last + 1):
                for index, record in enumerate(shipped.records[name]):
                    filler = _Filler(shipped, copy, index)
                    file.write(filler.filled(record.entry))
                    if record.sheet:
                        path = folder / name / f"{record.slug}{_suffix(copy)}.yaml"
                        path.write_text(filler.filled(record.sheet), "utf-8", newline="\n")
    for copy in range(1, min(times - 1, shipped.numbered) + 1):
        for idcc, rows in shipped.floors.items():
            path = folder / "pay" / f"{shipped.idcc(idcc, copy)}.csv"
            path.write_text(rows.replace("\0", _suffix(copy)), encoding="utf-8", newline="\n")


def share_jobs(folder: Path) -> None:
    """Make every copied programme prepare for the shipped jobs: all the schools teach one trade."""
    keys = re.compile(r"^- slug: (.+)$", re.MULTILINE)
    shipped = set(keys.findall((DATA / "professions.yaml").read_text("utf-8")))

    def copied_from(job: re.Match[str]) -> str:
        slug = job[0]
        while slug not in shipped:
            slug = slug.rpartition("-")[0]
        return slug

    for sheet in (folder / "schools").glob("*.yaml"):
        text = re.sub(
            r"^  leads_to:\n(  - .+\n)+",
            lambda jobs: re.sub(r"(?<=^  - ).+", copied_from, jobs[0], flags=re.MULTILINE),
            sheet.read_text("utf-8"),
            flags=re.MULTILINE,
        )
        sheet.write_text(text, "utf-8", newline="\n")


def _read() -> Shipped:
    records = {}
    for name in FILES:
        text, root = _composed(DATA / f"{name}.yaml")
        starts = [text.rindex("\n", 0, node.start_mark.index) + 1 for node in root.value]
        records[name] = tuple(
            _record(name, text, node, (start, end))
            for node, start, end in zip(root.value, starts, [*starts[1:], len(text)], strict=True)
        )
    floors = {}
    for path in sorted((DATA / "pay").glob("*.csv")):
        head, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        floors[path.stem] = head + "".join(row.replace(",", "\0,", 1) for row in rows)
    places = yaml.safe_load((DATA / "places.yaml").read_text(encoding="utf-8"))
    towns = {town["slug"]: number for number, town in enumerate(places)}
    holes = [
        part for each in records.values() for record in each for part in record.entry + record.sheet
    ]
    taken = {hole.was for hole in holes if isinstance(hole, Hole) and hole.role == "idcc"}
    free = [f"{n}" for n in range(100, 10_000)] + [f"{n:04d}" for n in range(1000)]
    numbers = tuple(number for number in free if number not in taken)
    agreements = tuple(sorted(taken))
    return Shipped(records, floors, tuple(places), towns, agreements, numbers)


def _composed(path: Path) -> tuple[str, Any]:
    text = path.read_text(encoding="utf-8")
    return text, yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _record(name: str, text: str, node: yaml.MappingNode, span: tuple[int, int]) -> Record:
    """Return the record of a list that stands there, with its sheet if it has one."""
    slug = next(value.value for key, value in node.value if key.value == "slug")
    path = DATA / name / f"{slug}.yaml"
    sheet: Template = ()
    if path.exists():
        whole, root = _composed(path)
        sheet = tuple(_template(whole, root, 0, len(whole)))
    return Record(slug, tuple(_template(text, node, *span)), sheet)


def _template(text: str, record: yaml.Node, start: int, end: int) -> Iterator[str | Hole]:
    """Yield the text of a record, cut at its holes."""
    for role, node in _holes(record, ()):
        # What is added to a quoted text stands before its closing quote.
        quote = bool(node.style)
        last = node.end_mark.index - quote
        yield text[start : node.start_mark.index + quote if role in CODES else last]
        yield Hole(role, node.value)
        start = last
    yield text[start:end]


def _holes(node: yaml.Node, path: tuple[str, ...]) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield each leaf that differs from copy to copy, with what it is, in the order of the text."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _holes(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _holes(item, path)
    elif isinstance(node, yaml.ScalarNode) and (role := _role(path)):
        # What replaces an agreement is known by its number, what replaces a certification by a key.
        yield "idcc" if role == "key" and node.value.isdigit() else role, node


def _role(path: tuple[str, ...]) -> str:
    *above, field = path
    bilingual = field in {"fr", "en"} and len(path) == 2
    if path == ("programmes", "campuses"):
        role = "place"
    elif field == "slug":
        role = "key" if above in ([], ["grids"]) else ""
    elif field in KEYS:
        role = "key"
    elif field in NAMES or (bilingual and above[0] in NAMES) or path == ("title", "en"):
        # The title of a programme is its award's, which many schools give.
        role = "" if path == ("programmes", "title") else "name"
    else:
        role = field if field in CODES else ""
    return role


class _Filler:
    """What goes in the holes of one record of one copy."""

    def __init__(self, shipped: Shipped, copy: int, index: int) -> None:
        # The same at every run; no two neighbours alike.
        chance = random.Random(copy * 1_000_003 + index)  # noqa: S311
        word = f"{chance.choice(STARTS)}{chance.choice(ENDS)}"
        self._name = f" {chance.choice(GENRES)} {word}"
        self._shift = chance.randrange(1, len(shipped.places))
        self._shipped = shipped
        self._copy = copy
        self._town: Mapping[str, Any] = {}

    def filled(self, template: Template) -> str:
        """Return the text of the record."""
        return "".join(
            part if isinstance(part, str) else self._fill(part.role, part.was) for part in template
        )

    def _fill(self, role: str, was: str) -> str:
        copy, shipped = self._copy, self._shipped
        match role:
            case "key":
                put = _suffix(copy)
            case "name":
                put = self._name
            case "idcc":
                put = shipped.idcc(was, copy)
            case "number":
                # The register has five digits: past 700 times or so, numbers come back.
                put = str((int(was) + copy * 7919) % 99_999 + 1)
            case "uai":
                put = f"{(int(was[:-1]) + copy * 7919) % 10**7:07d}{was[-1]}"
            case "place":
                # One shift for a whole school: what named one city still does.
                number = (shipped.towns[was] + self._shift) % len(shipped.places)
                self._town = shipped.places[number]
                put = str(self._town["slug"])
            case "postcode":
                department = re.sub("[AB]", "0", str(self._town["department"]))
                put = (department + was[2:])[:5]
            case _:
                put = str(self._town[role])
        return put


def _suffix(copy: int) -> str:
    # Steps that share no factor with the number of words go through them all.
    start, end = divmod(copy * 389 % MOST_TIMES, len(ENDS))
    return f"-{STARTS[start]}{ENDS[end]}".lower()


if __name__ == "__main__":
    main()
