"""The data files as they were read: once, so that what is checked is what is compiled."""

from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from .files import DATA_FILES, PAY_FOLDER

CATALOGUE_FORMAT = 1
"""Raised whenever the layout of the compiled catalogue changes."""


class SourceFiles(NamedTuple):
    """The bytes of a data folder's files."""

    folder: Path
    """Where they were read."""
    contents: dict[str, bytes | OSError]
    """What each file held: YAML by name without its ending, tables by path; none for a missing one."""

    def key(self, salt: str) -> str:
        """Give a text that changes whenever a file, or the salt, changes."""
        digest = blake2b(f"{CATALOGUE_FORMAT}/{salt}".encode(), digest_size=16)
        for name, content in self.contents.items():
            data = content if isinstance(content, bytes) else repr(content).encode()
            digest.update(f"\0{name}\0{len(data)}\0".encode())
            digest.update(data)
        return digest.hexdigest()


def read_sources(folder: Path) -> SourceFiles:
    """Read every data file of a folder. A file that can't be read is kept as its error."""
    contents: dict[str, bytes | OSError] = {}
    for file in DATA_FILES:
        try:
            contents[file.name] = (folder / f"{file.name}.yaml").read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            contents[file.name] = error
    for path in sorted((folder / PAY_FOLDER).glob("*.csv")):
        try:
            contents[f"{PAY_FOLDER}/{path.name}"] = path.read_bytes()
        except OSError as error:
            contents[f"{PAY_FOLDER}/{path.name}"] = error
    return SourceFiles(folder, contents)
