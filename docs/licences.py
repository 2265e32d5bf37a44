"""The licences of docs/licences.md, read from what is installed.

python docs/licences.py            write docs/licences.md
python docs/licences.py --check    write nothing; leave with 3 if it would change
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

PAGE = Path(__file__).resolve().parent / "licences.md"
WOULD_CHANGE = 3
CLASSIFIED = {"MIT License": "MIT", "BSD License": "BSD-3-Clause"}
"""Names of licences for those that give only a classifier."""
INTRODUCTION = """\
# Licences of what is installed

avcareers is under the MIT licence ([LICENSE](../LICENSE)), its data as said in
[LICENSE-DATA.md](../LICENSE-DATA.md) and [NOTICE](../NOTICE). Installing it installs these packages
too, each under its own licence, which asks to be kept with copies of it and nothing more. The page
is made from their metadata by `python docs/licences.py`; a test says when it is out of date.

| package | licence | needed by |
|---|---|---|
"""
ELSEWHERE = "\nOn Windows, colorama (BSD-3-Clause) as well, for Typer.\n"


def main() -> None:
    """Write the page, or say that it would change."""
    page = INTRODUCTION + "".join(rows()) + ELSEWHERE
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
        raise SystemExit(WOULD_CHANGE)


def rows() -> Iterator[str]:
    """Yield a row for each package that a user's installation brings."""
    needed_by: dict[str, set[str]] = {}
    waiting = ["avcareers"]
    while waiting:
        name = waiting.pop()
        for required in requirements(distribution(name)):
            if required not in needed_by:
                waiting.append(required)
            needed_by.setdefault(required, set()).add(name)
    for name in sorted(needed_by):
        yield f"| {name} | {licence(distribution(name))} | {', '.join(sorted(needed_by[name]))} |\n"


def requirements(package: Distribution) -> Iterator[str]:
    """Yield the names of what a package needs here, extras left out."""
    for text in package.requires or ():
        required = Requirement(text)
        if required.marker is None or required.marker.evaluate({"extra": ""}):
            yield re.sub(r"[-_.]+", "-", required.name).lower()


def licence(package: Distribution) -> str:
    """Return the licence of a package, as its metadata state it."""
    metadata = package.metadata
    if stated := metadata.get("License-Expression") or metadata.get("License"):
        return str(stated).partition("\n")[0]
    for classifier in metadata.get_all("Classifier") or ():
        if classifier.startswith("License :: OSI Approved :: "):
            name = classifier.rpartition(" :: ")[2]
            return CLASSIFIED.get(name, name)
    raise SystemExit(f"{metadata['Name']} states no licence")


if __name__ == "__main__":
    main()
