"""A data file read a few records at a time, so that memory does not follow its size.

A data file is a list whose items begin at the first column. It is cut where a line begins with
`- `: each part is a list too. The cut never changes what is read: inside quotes or brackets it
leaves a part that cannot be read by itself, and what is not laid out like this is read whole.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, TextIO

from .yaml_reader import Document, Flaw, Sound, Step, read_sound, read_yaml

CHARACTERS = 1 << 18
"""Length from which a part is cut: the fewer, the less memory; the more, the fewer to handle."""

_MARKER = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
"""What begins or ends a document: it changes the meaning of what follows."""
_ITEM = re.compile(r"^- ", re.MULTILINE)


class Part:
    """Some records of a file that follow one another."""

    def __init__(self, text: str, line: int, first: int, sound: Sound | None) -> None:
        """Take a text, the number of lines and of records before it, and what it says."""
        self.text = text
        self.first = first
        """Rank in the file of its first record."""
        self._line = line
        self._sound = sound

    @property
    def value(self) -> Any:
        """What it says: a list of records, else the whole file is something else."""
        return (self._sound or self._document).value

    @property
    def items(self) -> Sequence[Any]:
        """What should be its records: none when it is not a list."""
        return self.value if isinstance(self.value, list) else ()

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """What is wrong with it as YAML, at its place in the file."""
        if self._sound:
            return ()
        return tuple(flaw._replace(line=flaw.line + self._line) for flaw in self._document.flaws)

    @property
    def readable(self) -> bool:
        """Whether it makes a value at all, flawed or not."""
        return bool(self._sound) or self._document.root is not None

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return self._sound.lines if self._sound else self.text.count("\n")

    def place(self, path: Sequence[Step], *, key: bool = False) -> tuple[int, int]:
        """Give the line and column in the file of a path that begins with a rank in the part."""
        line, column = self._document.place(path, key=key)
        return line + self._line, column

    @cached_property
    def _document(self) -> Document:
        return read_yaml(self.text)


def parts(stream: TextIO) -> Iterator[Part]:
    """Yield the parts of a file, one after the other."""
    texts = _cut(stream)
    line = first = 0
    for text in texts:
        part = Part(text, line, first, read_sound(text))
        if _marked(text) or not part.readable or not isinstance(part.value, list | None):
            # Not a list of records, or not cut where one begins: only the whole of it can tell.
            whole = text + "".join(texts)
            part = Part(whole, line, first, read_sound(whole))
        yield part
        line += part.lines
        first += len(part.items)


def _marked(text: str) -> bool:
    """Tell whether a document begins or ends past the first record."""
    marker = _MARKER.search(text)
    item = _ITEM.search(text)
    return bool(marker and item and _MARKER.search(text, item.start()))


def _cut(stream: TextIO) -> Iterator[str]:
    """Yield a text cut before lines that begin with a dash and a space."""
    held: list[str] = []
    while read := stream.read(CHARACTERS):
        # The end of a line and the dash may have been read apart.
        tail = held[-1][-2:] if held else ""
        cut = (tail + read).rfind("\n- ") + 1
        held.append(read)
        if cut and len(read) == CHARACTERS:
            text = "".join(held)
            cut += len(text) - len(tail + read)
            yield text[:cut]
            held = [text[cut:]]
    if held:
        yield "".join(held)
