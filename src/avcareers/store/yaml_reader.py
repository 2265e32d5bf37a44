"""YAML without surprises: every value is what it looks like, and knows where it stands.

`NO` is text, `2026-11-23` is text, `01500` is text; duplicate keys, aliases, tags and excessive
nesting are problems. What is sound is read fast, straight from the events of the parser, and
anything else a second time, to find all that is wrong and where.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from avcareers.text.constraints import named

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 30
"""No record nests deeper than a dozen levels."""

_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,17})\.\d{1,18}")
_NUMERIC = frozenset("-0123456789")
"""What a number begins with."""
_CONSTANTS: dict[str, bool | None] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ["str", "int", "float", "bool", "null", "timestamp", "merge", "value", "map", "seq"]
)
"""Tags that plain values resolve to by themselves."""
_DASH = re.compile(r"^-(?=\s|$)", re.MULTILINE)
"""What begins a record of a list."""
_ODD_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""Ends of lines for YAML that are not counted as such here."""
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
"""Characters that YAML does not allow, looked for first because its reader gives no place."""

LONGEST_RECORD = 1 << 20
"""Characters of a record; the longest written so far has 20,000. A file may hold any number."""

Step = str | int


class Flaw(NamedTuple):
    """Something wrong at a place of the text."""

    line: int
    column: int
    path: tuple[Step, ...]
    message: str


class Document(NamedTuple):
    """A file that was read: its value, its flaws, and the nodes that say where things stand."""

    value: Any
    flaws: tuple[Flaw, ...]
    root: yaml.Node | None

    def place(self, path: Sequence[Step], *, key: bool = False) -> tuple[int, int]:
        """Return the line and column (from 1) of a path, or of the nearest thing that exists."""
        node = self.root
        found = node
        for index, step in enumerate(path):
            child = _child(node, step, key=key and index == len(path) - 1)
            if child is None:
                break
            node = found = child
        if found is None:
            return 1, 1
        return found.start_mark.line + 1, found.start_mark.column + 1


def _child(node: Any, step: Step, *, key: bool) -> Any:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == step:
                return key_node if key else value_node
    return None


class YamlFile:
    """A YAML file: what it says, what is wrong with it, where things stand in it."""

    def __init__(self, path: str, text: str) -> None:
        """Keep the text of a file, and its path in the data folder."""
        self.path = path
        self._text = text
        self._items = 0
        """Records it holds, when it is a list without flaw."""
        self._composed: tuple[int, int, Document] | None = None
        """The record composed last: its place in the list, the lines before it, and itself."""

    def read(self) -> tuple[Any, tuple[Flaw, ...]]:
        """Return what the file says, and its flaws."""
        try:
            value = read_sound(self._text)
        except DoubtError:
            return self._document.value, self._document.flaws
        self._items = len(value) if isinstance(value, list) else 0
        return value, ()

    def place(self, path: Sequence[Step], *, key: bool = False) -> tuple[int, int]:
        """Return the line and column (from 1) of a path, or of the nearest thing that exists."""
        rank = path[0] if path else None
        if not isinstance(rank, int) or rank >= self._items or len(self._starts) != self._items:
            return self._document.place(path, key=key)
        # Composing one record is enough: a large list would take seconds and a gigabyte.
        if self._composed is None or self._composed[0] != rank:
            start, end = (*self._starts[rank : rank + 2], len(self._text))[:2]
            before = self._text.count("\n", 0, start)
            self._composed = rank, before, read_yaml(self._text[start:end])
        _, before, record = self._composed
        line, column = record.place((0, *path[1:]), key=key)
        return line + before, column

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where the records of a list begin, if each begins a line with its dash."""
        if _ODD_BREAK.search(self._text):
            return ()
        return tuple(match.start() for match in _DASH.finditer(self._text))

    @cached_property
    def _document(self) -> Document:
        return read_yaml(self._text)


class DoubtError(Exception):
    """Something may be wrong: only reading the text whole can tell."""


def read_sound(text: str) -> Any:
    """Return what a YAML text says, read fast. Raises DoubtError when it may have a flaw."""
    if _too_long(text) is not None or _FORBIDDEN.search(text):
        raise DoubtError
    try:
        return _sound(_Loader(text).get_event)
    except yaml.YAMLError as error:
        raise DoubtError from error


_NO_KEY = object()


def _sound(event_of: Callable[[], Any]) -> Any:  # noqa: C901, PLR0912 (one loop, for speed)
    """Build the value of a stream of events. Raises DoubtError at the first that is not plain."""
    event_of()  # the start of the stream
    if type(event_of()) is yaml.StreamEndEvent:
        return None
    # The value at the root is the only item of a list that is not there.
    holder: Any = []
    root = holder
    key: Any = None
    above: list[Any] = []
    while True:
        event = event_of()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.tag:
                raise DoubtError
            if key is _NO_KEY:
                key = event.value
                if key in holder:
                    raise DoubtError
                continue
            value = event.value if event.style else _plain(event.value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.tag or key is _NO_KEY or len(above) > MAX_DEPTH:
                raise DoubtError
            value = {} if kind is yaml.MappingStartEvent else []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            holder = above.pop()
            key = _NO_KEY if type(holder) is dict else None
            continue
        elif kind is yaml.DocumentEndEvent:
            break
        else:
            raise DoubtError
        if type(holder) is dict:
            holder[key] = value
            key = _NO_KEY
        else:
            holder.append(value)
        if type(value) is dict or type(value) is list:
            above.append(holder)
            holder = value
            key = _NO_KEY if type(value) is dict else None
    if type(event_of()) is not yaml.StreamEndEvent:
        raise DoubtError
    return root[0]


def read_yaml(text: str) -> Document:
    """Read a YAML text. Flaws are reported in the document, never raised."""
    long = _too_long(text)
    if long is not None:
        message = f"must not be longer than {LONGEST_RECORD} characters for one record"
        return Document(None, (Flaw(text.count("\n", 0, long) + 1, 1, (), message),), None)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        line = text.count("\n", 0, forbidden.start()) + 1
        column = forbidden.start() - text.rfind("\n", 0, forbidden.start())
        code = f"U+{ord(forbidden[0]):04X}"
        return Document(
            None, (Flaw(line, column, (), f"must not hold the control character {code}"),), None
        )
    try:
        found, too_deep = _flaws_of_events(text)
        if too_deep:
            # Composing is not safe: such a file overflows the stack of the C composer.
            return Document(None, tuple(found), None)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line, column = _place(error.problem_mark or error.context_mark, text)
        message = error.problem or error.context or "unreadable"
        return Document(None, (Flaw(line, column, (), f"is not YAML: {message}"),), None)
    except yaml.YAMLError as error:
        message = str(error).splitlines()[0]
        return Document(None, (Flaw(1, 1, (), f"is not YAML: {message}"),), None)
    builder = _Builder()
    value = None if root is None else builder.build(root, ())
    return Document(value, tuple(sorted({*found, *builder.flaws})), root)


def _place(mark: Any, text: str) -> tuple[int, int]:
    """Return the line and column of a mark, or the end of the text when it stands past it."""
    last = text.count("\n")
    if mark and mark.line <= last:
        return mark.line + 1, mark.column + 1
    return last + 1, len(text) - text.rfind("\n")


def _too_long(text: str) -> int | None:
    """Find a record longer than any is: it would take the memory of all the others together."""
    start = 0
    while len(text) - start > LONGEST_RECORD:
        last = text.rfind("\n-", start, start + LONGEST_RECORD)
        if last < start:
            return start
        start = last + 1
    return None


def _flaws_of_events(text: str) -> tuple[list[Flaw], bool]:
    """Find what no data file may hold before anything is built, and whether it nests too deep."""
    flaws: list[Flaw] = []
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        message = ""
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            message = "must be written out: aliases (*name) are not allowed"
        elif tag:
            message = f"must not have a tag ({named(tag)})"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        # The root is at depth 1 here and has no step in its path.
        too_deep = depth > MAX_DEPTH + 1
        if too_deep:
            message = f"must not nest deeper than {MAX_DEPTH} levels"
        mark = event.start_mark
        if message and mark:
            flaws.append(Flaw(mark.line + 1, mark.column + 1, (), message))
        if too_deep:
            return flaws, True
    return flaws, False


class _Builder:
    """Turns composed nodes into values, noting flaws."""

    def __init__(self) -> None:
        self.flaws: list[Flaw] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, path: tuple[Step, ...]) -> Any:
        if id(node) in self._seen or node.tag not in _PLAIN_TAGS:
            # An alias or a tag: noted already, where it stands.
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: tuple[Step, ...]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._flaw(key_node, path, "must have a plain word as key")
                continue
            key = key_node.value
            value = self.build(value_node, (*path, key))
            if key in result:
                self._flaw(key_node, (*path, key), "must be given once: this key is a duplicate")
            else:
                result[key] = value
        return result

    def _flaw(self, node: yaml.Node, path: tuple[Step, ...], message: str) -> None:
        mark = node.start_mark
        self.flaws.append(Flaw(mark.line + 1, mark.column + 1, path, message))


def _scalar(node: yaml.Node) -> Any:
    return node.value if getattr(node, "style", None) else _plain(node.value)


def _plain(raw: str) -> Any:
    """Return what is written without quotes: a number, a constant, else text."""
    if raw in _CONSTANTS:
        return _CONSTANTS[raw]
    if raw[0] not in _NUMERIC:
        return raw
    if _INTEGER.fullmatch(raw):
        return int(raw)
    return float(raw) if _DECIMAL.fullmatch(raw) else raw
