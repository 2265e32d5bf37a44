"""YAML is read without surprises, and every flaw has its line and column."""

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from avcareers.store import yaml_reader
from avcareers.store.formatting import write_yaml
from avcareers.store.yaml_reader import MAX_DEPTH, YamlFile, read_yaml

from ..sampling import few_of


def flaws(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and message of every flaw."""
    return [(flaw.line, flaw.column, flaw.message) for flaw in read_yaml(text).flaws]


def places(text: str) -> list[tuple[int, int]]:
    """Return line and column of every flaw."""
    return [(line, column) for line, column, _ in flaws(text)]


@pytest.mark.parametrize(
    "looks",
    [
        "NO", "no", "No", "yes", "Yes", "on", "off", "y", "n", "True", "TRUE", "Null", "NULL",
        "2026-11-23", "2026-11", "2026-11-23 12:00:00", "0123", "00", "08", "0x1F", "0o17", "0b1",
        "1_000", "12:30", "12:30:45", "1e3", "1.5e3", ".5", "5.", "+5", ".inf", "-.inf", ".nan",
        "1,5", "1 000", "--1", "1.2.3", "=", "<<", "1-2", "75001 Paris", "9" * 25, "٣",
    ],
)  # fmt: skip
def test_text_stays_text(looks: str) -> None:
    document = read_yaml(f"- {looks}\n- {{a: {looks}}}\n" if "," not in looks else f"- {looks}\n")
    assert document.flaws == ()
    assert document.value[0] == looks
    assert type(document.value[0]) is str


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("7", 7),
        ("-7", -7),
        ("2026", 2026),
        ("999999999999999999", 999999999999999999),
        ("0.5", 0.5),
        ("-48.8566", -48.8566),
        ("1.50", 1.5),
    ],
)
def test_numbers_and_constants_are_what_they_look_like(written: str, value: object) -> None:
    document = read_yaml(f"a: {written}\n")
    assert document.flaws == ()
    assert document.value == {"a": value}
    assert type(document.value["a"]) is type(value)


@pytest.mark.parametrize("quoted", ["'3'", '"3"', "|-\n  3", ">-\n  3"])
def test_what_is_quoted_is_text(quoted: str) -> None:
    assert read_yaml(f"a: {quoted}\n").value == {"a": "3"}


@pytest.mark.parametrize("quoted", ["'true'", '"null"', "'~'", "''"])
def test_quoted_constants_are_text(quoted: str) -> None:
    assert read_yaml(f"a: {quoted}\n").value == {"a": quoted[1:-1]}


@pytest.mark.parametrize("key", ["no", "2026", "1.5", "true", "null", "~", "2026-11-23", "<<"])
def test_a_key_is_text(key: str) -> None:
    assert read_yaml(f"{key}: 1\n").value == {key: 1}


@pytest.mark.parametrize("text", ["", "\n", "# rien\n", "---\n"])
def test_an_empty_text_is_nothing(text: str) -> None:
    document = read_yaml(text)
    assert (document.value, document.flaws) == (None, ())


def test_a_key_given_twice_is_a_flaw_where_it_comes_back() -> None:
    text = "- slug: a\n  title: b\n  slug: c\n"
    assert flaws(text) == [(3, 3, "must be given once: this key is a duplicate")]


def test_a_key_given_three_times_is_two_flaws() -> None:
    assert places("a: 1\na: 2\n'a': 3\n") == [(2, 1), (3, 1)]


def test_the_same_key_in_two_records_is_no_flaw() -> None:
    assert read_yaml("- a: 1\n- a: 1\n").flaws == ()


def test_an_alias_is_a_flaw() -> None:
    ((_, _, message),) = flaws("- &nom Lyon\n- autre\n- *nom\n")
    assert "alias" in message


def test_an_alias_is_a_flaw_where_it_stands() -> None:
    assert places("- &nom Lyon\n- autre\n- *nom\n") == [(3, 3)]


@pytest.mark.parametrize("text", ["- &nom a\n- *nom : 1\n", "&nom slug: *nom\n"])
def test_an_alias_is_a_flaw_beside_or_as_a_key(text: str) -> None:
    assert len(flaws(text)) == 1


def test_a_bomb_of_aliases_does_not_explode() -> None:
    levels = ["- &a0 [lol, lol]"]
    levels += [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert all("alias" in message for _, _, message in flaws("\n".join(levels)))


def test_a_list_that_holds_itself_is_a_flaw() -> None:
    assert len(flaws("&a [*a]\n")) == 1


def test_an_unknown_anchor_is_a_flaw_where_it_stands() -> None:
    assert places("a: 1\nb: *nom\n") == [(2, 4)]


@pytest.mark.parametrize(
    "tag", ["!lieu", "!!set", "!!binary", "!!python/object:os.system", "!<x:y>", "!!omap"]
)
def test_a_tag_is_a_flaw_and_makes_nothing(tag: str) -> None:
    document = read_yaml(f"- a\n- {tag} b\n")
    assert document.value == ["a", None]
    assert [(flaw.line, flaw.column) for flaw in document.flaws] == [(2, 3)]


def test_a_tag_on_a_key_is_a_flaw() -> None:
    assert places("- !lieu a: 1\n") == [(1, 3)]


@pytest.mark.parametrize("tag", ["!!int '3'", "!!str 3"])
def test_even_a_tag_of_yaml_itself_is_a_flaw(tag: str) -> None:
    assert len(flaws(f"a: {tag}\n")) == 1


@pytest.mark.parametrize("key", ["[a]", "{a: b}", "[]"])
def test_a_key_that_is_not_a_word_is_a_flaw(key: str) -> None:
    assert flaws(f"x: 1\n? {key}\n: 2\n") == [(2, 3, "must have a plain word as key")]


def test_nesting_is_bounded() -> None:
    inside = "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
    assert read_yaml(inside).flaws == ()
    ((line, column, message),) = flaws(f"[{inside}]")
    assert (line, column) == (1, MAX_DEPTH + 2)
    assert "nest" in message


@pytest.mark.parametrize("levels", [2_000, 100_000])
def test_absurd_nesting_is_a_flaw_and_not_a_crash(levels: int) -> None:
    code = (
        "from avcareers.store.yaml_reader import read_yaml;"
        f"print(len(read_yaml('[' * {levels} + ']' * {levels}).flaws))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "1")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\t- b\n", (2, 1)),
        ("a: b: c\n", (1, 5)),
        ("a: 1\nb: @x\n", (2, 4)),
        ("a: 1\n- b\n", (2, 1)),
        ("- a\n- [b\n", (3, 1)),
        ("- a\n- 'b\n", (3, 1)),
        ("- a\n- {b: c\n", (3, 1)),
        ("a: 1\n---\nb: 2\n", (2, 1)),
        ("a: 1\n}\n", (2, 1)),
    ],
)
def test_what_is_not_yaml_says_where(text: str, place: tuple[int, int]) -> None:
    ((line, column, message),) = flaws(text)
    assert (line, column) == place
    assert message.startswith("is not YAML: ")


@pytest.mark.parametrize("control", ["\0", "\x07", "\x1b"])
def test_a_control_character_is_a_flaw_and_makes_nothing(control: str) -> None:
    document = read_yaml(f"- a\n- b{control}c\n")
    assert document.value is None
    ((_, _, message),) = flaws(f"- a\n- b{control}c\n")
    assert "control character" in message
    assert control not in message


@pytest.mark.parametrize("control", ["\0", "\x1b"])
def test_a_control_character_says_where_it_is(control: str) -> None:
    assert places(f"- é\n- b{control}c\n") == [(2, 4)]


def test_a_byte_order_mark_is_not_content() -> None:
    document = read_yaml("\ufeff- slug: a\n  slug: b\n")
    assert document.value == [{"slug": "a"}]
    assert [(flaw.line, flaw.column) for flaw in document.flaws] == [(2, 3)]


def test_windows_line_ends_change_nothing() -> None:
    assert read_yaml("- a: 1\r\n  b: x\r\n").value == [{"a": 1, "b": "x"}]


def test_all_flaws_of_a_file_are_found_in_one_reading() -> None:
    text = "- a: 1\n  a: 2\n- !x b\n- ? [c]\n  : d\n- {e: 1, e: 2}\n"
    assert places(text) == [(2, 3), (3, 3), (4, 5), (6, 10)]


TEXT = "- slug: a\n  list:\n    - x\n    - y\n- slug: b\n"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        ((0,), (1, 3)),
        ((1,), (5, 3)),
        ((1, "slug"), (5, 9)),
        ((0, "list", 1), (4, 7)),
        ((0, "missing"), (1, 3)),
        ((0, "list", 9), (3, 5)),
        ((7,), (1, 1)),
        ((0, "slug", "deeper"), (1, 9)),
    ],
)
def test_a_path_has_a_place(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert read_yaml(TEXT).place(path) == place


def test_a_key_has_a_place_of_its_own() -> None:
    assert read_yaml(TEXT).place((0, "list"), key=True) == (2, 3)


def test_the_place_of_an_empty_file_is_its_beginning() -> None:
    assert read_yaml("").place((0, "slug")) == (1, 1)


# What people write: letters, marks, numbers, punctuation, symbols and spaces of any script.
_printable = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]))
_scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.integers(-(10**9), 10**9).map(lambda number: number / 100)
    | _printable
)
_values = st.recursive(
    _scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(_printable.filter(bool), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.mark.slow
@settings(deadline=None, max_examples=few_of(300))
@given(_values)
@example(["NO", "2026-11-23", "0123", "1_000", "12:30", "~", "null", "yes", "", " ", "- a", "#"])
@example({"no": 1, "1": 2, "null": 3, "a: b": 4, "- c": 5, "? d": 6, "k" * 300: 7, "&a": "*a"})
@example(
    ["a\u2028b", "\u00a0", "👩‍🎤", "'", '"', "\\", "%", "@", "`", "!x", "|", ">", "1e3", "=", "<<"]
)
def test_what_is_written_reads_back_the_same(value: object) -> None:
    document = read_yaml(write_yaml(value))
    assert document.flaws == ()
    assert document.value == value


@settings(deadline=None)
@given(st.from_regex(r"-?(0|[1-9][0-9]{0,16})\.[0-9]{1,18}", fullmatch=True))
@example("0.00005")
@example("0.0000000000001")
@example("12345678901234567.25")
def test_a_number_that_was_read_reads_back_the_same(text: str) -> None:
    (number,) = read_yaml(f"- {text}").value
    assert read_yaml(write_yaml([number])).value == [number]


@settings(deadline=None)
@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    document = read_yaml(text)
    assert all(flaw.line >= 1 and flaw.column >= 1 for flaw in document.flaws)


WORDS = st.text(st.sampled_from("a-: \n#'\"é\u2028\x85"), max_size=8)
RECORDS = st.lists(
    st.dictionaries(
        st.sampled_from(["slug", "name", "list"]), st.one_of(WORDS, st.lists(WORDS)), min_size=1
    ),
    max_size=4,
)


def paths_in(records: list[dict[str, object]]) -> list[tuple[str | int, ...]]:
    fields = [(rank, key) for rank, record in enumerate(records) for key in record]
    return [
        (),
        (0,),
        (9,),
        *fields,
        *((*path, 0) for path in fields),
        *((r, "x") for r, _ in fields),
    ]


@settings(deadline=None)
@given(RECORDS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "# - a\n", "\ufeff"]))
def test_a_place_is_that_of_the_whole_file_however_little_of_it_is_composed(
    records: list[dict[str, object]], end: str, beginning: str
) -> None:
    text = (beginning + write_yaml(records)).replace("\n", end)
    whole, file = read_yaml(text), YamlFile("a.yaml", text)
    file.read()
    for path in paths_in(records):
        assert file.place(path) == whole.place(path)
        assert file.place(path, key=True) == whole.place(path, key=True)


def test_the_place_of_a_record_among_a_thousand_is_found_without_composing_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = YamlFile("a.yaml", "- a: 1\n  b: 2\n" * 1000)
    file.read()
    composed: list[str] = []

    def reading(text: str) -> object:
        composed.append(text)
        return read_yaml(text)

    monkeypatch.setattr(yaml_reader, "read_yaml", reading)
    assert file.place((999, "b")) == (2000, 6)
    assert composed == ["- a: 1\n  b: 2\n"]
