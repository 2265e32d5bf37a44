"""Catalogues gone wrong at random: their structure, or their very bytes."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from .command_line import small_files

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

NASTY: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 3, 7, 2**31, 2**63, 10**17, -(10**17), 0.5, -0.0, 1e-7, 89.99, 1e16,
    "", " ", "a", "monteur", "cadreur", "guide", "convention", "image", "tournage", "brest", "x" * 50,
    "é", "\u0301", "\ufb01", "日本", "🎬", "<b>", "[red]", "=1+1", "a;@b", "| a |", "# a", "' OR 1=1",
    "\x00", "\x1b[2J", "\x9b2J", "\n", "\t", "\r", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff",
    "\ud800", "\uffff", "\u3164", "../x", "a/b", "/", "--help", "-1", "1e400", "nan", ".inf", "0x1F",
    "2026-11-23", "2026-02-30", "0000-01-01", "9999-12-31", "1895-01-01", "2100-12-31", "2016", "1900-02",
    "2026-2027", "1999-2000", "https://example.org/", "javascript:alert(1)", "http://[", "https://a.b:0",
    "idcc-3097", "3097", "semaine-39h", "grille-2024", "rncp-99001", "0750001A", "29200", "L1507", "AR",
    "entry", "head", "public", "rncp", "national", "unknown", "full", "likely", "yes", "no", "low",
    [], {}, [[]], [None], ["a", "a"], ["monteur", "monteur"], ["cadreur"], ["guide", "guide"],
    {"fr": "a"}, {"fr": "a", "en": "b"}, {"fr": "a", "en": "b", "de": "c"}, {"a": {"b": {"c": []}}},
)  # fmt: skip
"""Values of each type, keys of the small catalogue, words of its closed lists, and what is unkind."""
NASTY_BYTES = (
    b"\x00", b"\x1b", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\t", b"'", b'"', b"&a ",
    b"*a", b"!!str ", b"<<: ", b"? ", b"- ", b": ", b"[", b"}", b"|\n", b">\n", b"%", b"@", b"`", b"#",
    b"---\n", b"...\n", b"\n", b"  ", b"\xc2\x85", b"\xe2\x80\xa8", b",", b";", b'""', b"=1", b"9" * 30,
)  # fmt: skip

Files = dict[str, bytes]


class Mutation(NamedTuple):
    """One thing that goes wrong: numbers choose where, among what there is."""

    file: int
    kind: int
    where: int
    other: int
    what: int


mutations = st.lists(
    st.builds(
        Mutation,
        st.integers(0, 63),
        st.integers(0, 63),
        st.integers(0, 4095),
        st.integers(0, 4095),
        st.integers(0, 4095),
    ),
    min_size=1,
    max_size=2,
)


def mutated(wrongs: list[Mutation]) -> Files:
    """Return the files of the small catalogue after so many things went wrong."""
    files = dict(small_files_once())
    # The largest files have most to go wrong.
    names = sorted(files, key=lambda name: -len(files[name]))
    names += names[:2] * 4
    for wrong in wrongs:
        name = names[wrong.file % len(names)]
        change = CHANGES[wrong.kind % len(CHANGES)]
        files[name] = change(files[name], wrong)
    return files


@cache
def small_files_once() -> Mapping[str, bytes]:
    """Return the files of the small catalogue, read once."""
    return small_files()


def _structural(change: Callable[[list[tuple[Any, Any]], Mutation], None]) -> Any:
    """Make a change of bytes of a change of structure: every place a value stands is offered."""

    def changed(raw: bytes, wrong: Mutation) -> bytes:
        try:
            value = yaml.load(raw, Loader=_Loader)
        except (yaml.YAMLError, UnicodeDecodeError, ValueError):
            return raw
        holder = [value]
        change(list(_places(holder)), wrong)
        try:
            text = yaml.dump(holder[0], Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        except UnicodeEncodeError:
            # Half a character: written by its escape, as someone would to get it in.
            text = yaml.dump(holder[0], Dumper=yaml.SafeDumper, sort_keys=False)
        return text.encode()

    return changed


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place of a value: what holds it, and the key or index it is held by."""
    keys = value if isinstance(value, dict) else range(len(value))
    for key in list(keys):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _replace(places: list[tuple[Any, Any]], wrong: Mutation) -> None:
    holder, key = places[wrong.where % len(places)]
    holder[key] = NASTY[wrong.what % len(NASTY)]


def _replace_alike(places: list[tuple[Any, Any]], wrong: Mutation) -> None:
    """Put a value of the same type: more often than not it is taken, and something is made of it."""
    leaves = [place for place in places if isinstance(place[0][place[1]], str | int | float)]
    if leaves:
        holder, key = leaves[wrong.where % len(leaves)]
        alike = [value for value in NASTY if type(value) is type(holder[key])]
        holder[key] = alike[wrong.what % len(alike)]


def _drop(places: list[tuple[Any, Any]], wrong: Mutation) -> None:
    if len(places) > 1:
        holder, key = places[1 + wrong.where % (len(places) - 1)]
        del holder[key]


def _copy(places: list[tuple[Any, Any]], wrong: Mutation) -> None:
    """Put what stands in one place into another: a whole record, or a word."""
    holder, key = places[wrong.where % len(places)]
    other, its = places[wrong.other % len(places)]
    # Through text, so that nothing holds itself.
    holder[key] = yaml.load(yaml.dump(other[its], Dumper=_Dumper), Loader=_Loader)


def _swap(places: list[tuple[Any, Any]], wrong: Mutation) -> None:
    leaves = [place for place in places if not isinstance(place[0][place[1]], dict | list)]
    if leaves:
        (one, its), (two, other) = (leaves[n % len(leaves)] for n in (wrong.where, wrong.other))
        one[its], two[other] = two[other], one[its]


def _repeat(places: list[tuple[Any, Any]], wrong: Mutation) -> None:
    lists = [holder[key] for holder, key in places if isinstance(holder[key], list) and holder[key]]
    if lists:
        chosen = lists[wrong.where % len(lists)]
        chosen.insert(wrong.what % (len(chosen) + 1), chosen[wrong.other % len(chosen)])


def _rename(places: list[tuple[Any, Any]], wrong: Mutation) -> None:
    keyed = [(holder, key) for holder, key in places if isinstance(holder, dict)]
    if keyed:
        holder, key = keyed[wrong.where % len(keyed)]
        name = NASTY[wrong.what % len(NASTY)]
        holder[name if isinstance(name, str | int | float | None) else "?"] = holder.pop(key)


def _add(places: list[tuple[Any, Any]], wrong: Mutation) -> None:
    maps = [holder for holder, key in places if isinstance(holder, dict)]
    if maps:
        names = sorted({str(key) for holder in maps for key in holder})
        chosen = maps[wrong.where % len(maps)]
        chosen[names[wrong.other % len(names)]] = NASTY[wrong.what % len(NASTY)]


def _flip(raw: bytes, wrong: Mutation) -> bytes:
    at = wrong.where % max(1, len(raw))
    return raw[:at] + bytes([wrong.what % 256]) + raw[at + 1 :]


def _insert(raw: bytes, wrong: Mutation) -> bytes:
    at = wrong.where % (len(raw) + 1)
    return raw[:at] + NASTY_BYTES[wrong.what % len(NASTY_BYTES)] + raw[at:]


def _cut(raw: bytes, wrong: Mutation) -> bytes:
    return raw[: wrong.where % (len(raw) + 1)]


def _lines(raw: bytes, wrong: Mutation) -> bytes:
    """Drop, indent, repeat or move a line."""
    lines = raw.splitlines(keepends=True)
    if not lines:
        return raw
    at = wrong.where % len(lines)
    line = lines.pop(at)
    put = ([], [b"  " + line], [line.lstrip()], [line, line], [b"\t" + line])[wrong.what % 5]
    if wrong.what % 7 == 0:
        at = wrong.other % (len(lines) + 1)
    lines[at:at] = put or ([line] if wrong.what % 7 == 0 else [])
    return b"".join(lines)


_ENCODINGS: tuple[Callable[[str], bytes], ...] = (
    lambda text: text.encode("utf-16"),
    lambda text: text.encode("latin-1", "replace"),
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: text.replace("\n", "\r").encode(),
    lambda text: f"\ufeff{text}".encode(),
    lambda text: text.replace(" ", "\N{NO-BREAK SPACE}", 3).encode(),
    lambda text: (text * 2).encode(),
)


def _encode(raw: bytes, wrong: Mutation) -> bytes:
    """Write the file otherwise: another encoding, other ends of lines."""
    return _ENCODINGS[wrong.what % len(_ENCODINGS)](raw.decode("utf-8", "replace"))


CHANGES: tuple[Callable[[bytes, Mutation], bytes], ...] = (
    *map(_structural, (_replace, _replace, _replace_alike, _replace_alike, _replace_alike, _drop)),
    *map(_structural, (_drop, _drop, _copy, _swap, _swap, _repeat, _rename, _add, _add)),
    _flip, _flip, _insert, _cut, _lines, _lines, _encode,
)  # fmt: skip
