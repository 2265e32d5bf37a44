"""A file read part by part says what it says read whole, wherever it is cut."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avcareers.store import parts as reader
from avcareers.store.formatting import write_yaml
from avcareers.store.yaml_reader import read_yaml

WHOLE = 1 << 30


def read(text: str, characters: int) -> tuple[list[object], list[tuple[int, int, str]]]:
    """Give the records of a text read that many characters at a time, and its flaws."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "CHARACTERS", characters)
        found = list(reader.parts(io.StringIO(text, newline="")))
    values = [record for part in found if isinstance(part.value, list) for record in part.value]
    return values, [(f.line, f.column, f.message) for part in found for f in part.flaws]


SOUND = [
    "",
    "# rien\n",
    "---\n- a: 1\n- b\n",
    "%YAML 1.1\n---\n- a\n- b\n",
    "# titre\n\n- a: 1\n  b:\n  - c\n  - d\n\n# entre deux\n- e\n",
    "- a: |\n    un\n\n    deux\n\n- b: >-\n    trois\n- c: |+\n    quatre\n\n\n- d\n",
    "- 'un\n\n- deux'\n- trois\n",
    "[a,\n b]\n",
    "- a\r\n- b: 1\r\n  c: 2\r\n- d\r\n",
    "-\n  a: 1\n-   - b\n    - c\n- - d\n- ''\n-\n",
    "- a \n  - b\n  c\n- d\n",
    "- é\n- ü: 'œ'\n- ☃\n",
    "- a\n- b",
    "\ufeff- a\n- b\n",
]
WRONG = [
    "a: 1\nb: 2\n",
    "a:\n- b\n- c\n",
    "|\n- a\n- b\n",
    "- a\n...\n- b\n",
    "- a\n---\n- b\n",
    "- a\n- b\n...\n---\n",
    "--- a\n- b\n",
    "- a\nb: c\n- d\n",
    "- a\n- b: 1\n  b: 2\n- {c: 1, c: 2}\n- d\n- e: 1\n  e: 2\n",
    "- a\n- !x b\n- c\n- !y d\n",
    "- a\n- 'b\n- c\n",
    "- a\n- [b\n- c\n",
    "- a: [1,\n- 2]\n",
    "- a\n- \x07\n- b\n- \x07\n",
    "- a\n" + "- " + "[" * 40 + "]" * 40 + "\n- b\n",
    "- é\n- ? [a]\n  : b\n- c: 1\n  c: 2\n",
]


@pytest.mark.parametrize("characters", [1, 2, 3, 7, 20])
@pytest.mark.parametrize("text", [*SOUND, *WRONG])
def test_where_a_file_is_cut_changes_nothing(text: str, characters: int) -> None:
    assert read(text, characters)[1] == read(text, WHOLE)[1]
    if text in SOUND:
        assert read(text, characters) == (read_yaml(text).value or [], [])


def test_a_file_of_many_records_is_read_in_several_parts() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "CHARACTERS", 100)
        found = list(reader.parts(io.StringIO("- a: 1\n  b: 2\n" * 100)))
    assert len(found) > 10
    assert [part.first for part in found[:2]] == [0, len(found[0].value)]
    assert found[3].place((0, "b")) == (2 * found[3].first + 2, 6)


_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text("ab-: \n#'\"é[{|", max_size=9),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inside, max_size=3),
    max_leaves=12,
)  # fmt: skip


@given(st.lists(_values, max_size=6), st.integers(1, 30))
def test_what_is_written_is_read_back_wherever_it_is_cut(value: list[object], cut: int) -> None:
    assert read(write_yaml(value), cut) == (value, [])


@given(st.text("-ab: \n'\"[]{}|>#.%!&*,?", max_size=40), st.integers(1, 12))
def test_any_text_cut_is_refused_if_it_is_whole(text: str, cut: int) -> None:
    whole, refused = read(text, WHOLE)
    found, flaws = read(text, cut)
    assert bool(flaws) == bool(refused)
    if not refused:
        assert found == whole
