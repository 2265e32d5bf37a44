"""A record is its entry in a list plus its sheet, if it has one: never twice, never apart."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from avcareers.model.errors import DataError
from avcareers.store.data_files import DATA_FILES, Snapshot
from avcareers.store.formatting import formatted, write_yaml
from avcareers.store.validation import load, load_with_places
from avcareers.store.yaml_reader import read_yaml

SPLIT = {
    "professions": "scripte",
    "schools": "ecole-de-lyon",
    "topics": "stages",
}
"""The record of the small data that has a sheet, in each list that may hold some."""
FILES = {file.name: file for file in DATA_FILES}


def split(small: ModuleType, data: Any = None, names: Any = tuple(SPLIT)) -> dict[str, bytes]:
    """Return the small data with one record of each kind in two files."""
    data = data or small.records()
    texts: dict[str, bytes] = {}
    for name in names:
        (record,) = (each for each in data[name] if each["slug"] == SPLIT[name])
        entry = {key: record.pop(key) for key in list(record) if key in FILES[name].entry}
        texts[f"{name}/{SPLIT[name]}.yaml"] = write_yaml(record).encode()
        record.clear()
        record.update(entry)
        # One field a line, so that places mean something.
        texts[f"{name}.yaml"] = write_yaml(data.pop(name)).encode()
    return {**small.sources(data).contents, **texts}


def snapshot(contents: dict[str, Any]) -> Snapshot:
    return Snapshot(Path("data"), contents)


def problems(contents: dict[str, Any]) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(snapshot(contents))
    return [str(problem) for problem in caught.value.problems]


def line_of(contents: dict[str, bytes], path: str, text: str) -> int:
    """Return the number of the line that begins so."""
    lines = contents[path].decode().splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(text))


def test_a_record_in_two_files_is_the_record_written_whole(small: ModuleType) -> None:
    assert load(snapshot(split(small))) == small.content()


@pytest.mark.parametrize("name", SPLIT)
def test_a_field_may_stand_on_either_side(small: ModuleType, name: str) -> None:
    contents = split(small)
    path = f"{name}/{SPLIT[name]}.yaml"
    entries, sheet = (read_yaml(contents[p].decode()).value for p in (f"{name}.yaml", path))
    (entry,) = (each for each in entries if each["slug"] == SPLIT[name])
    title = "title" if "title" in entry else "name"
    sheet[title] = entry.pop(title)
    entry["reviewed"] = sheet.pop("reviewed")
    contents |= {f"{name}.yaml": write_yaml(entries).encode(), path: write_yaml(sheet).encode()}
    assert load(snapshot(contents)) == small.content()


@pytest.mark.parametrize("name", SPLIT)
def test_a_field_given_on_both_sides_is_refused_where_the_sheet_gives_it(
    small: ModuleType, name: str
) -> None:
    contents = split(small)
    path = f"{name}/{SPLIT[name]}.yaml"
    contents[path] += b"slug: autre\n"
    line = contents[path].count(b"\n")
    assert problems(contents) == [
        f"{path}:{line}:1  {SPLIT[name]}.slug: must be given once: {name}.yaml gives it too, "
        "remove one"
    ]


@pytest.mark.parametrize("name", SPLIT)
def test_a_sheet_named_after_no_entry_is_refused_with_the_entry_it_may_be_meant_for(
    small: ModuleType, name: str
) -> None:
    contents = split(small)
    contents[f"{name}/{SPLIT[name]}x.yaml"] = contents[f"{name}/{SPLIT[name]}.yaml"]
    assert problems(contents) == [
        f"{name}/{SPLIT[name]}x.yaml:1:1  must be named after the slug of an entry of "
        f"{name}.yaml: did you mean {SPLIT[name]}?"
    ]


def test_a_sheet_without_any_list_is_refused(small: ModuleType) -> None:
    contents = split(small)
    del contents["topics.yaml"]
    assert problems(contents) == [
        "topics/stages.yaml:1:1  must be named after the slug of an entry of topics.yaml"
    ]


def test_an_entry_without_its_sheet_lacks_what_stood_there(small: ModuleType) -> None:
    contents = split(small)
    del contents["topics/stages.yaml"]
    assert problems(contents) == [
        "topics.yaml:1:3  stages.answer: must be given",
        "topics.yaml:1:3  stages.reviewed: must be given",
        "topics.yaml:1:3  stages.sources: must be given",
    ]


@pytest.mark.parametrize("name", SPLIT)
def test_a_field_missing_from_a_sheet_is_wanted_there(small: ModuleType, name: str) -> None:
    contents = split(small)
    path = f"{name}/{SPLIT[name]}.yaml"
    sheet = read_yaml(contents[path].decode()).value
    del sheet["reviewed"]
    contents[path] = write_yaml(sheet).encode()
    assert problems(contents) == [f"{path}:1:1  {SPLIT[name]}.reviewed: must be given"]


def test_a_field_missing_from_an_entry_is_wanted_there(small: ModuleType) -> None:
    data = small.records()
    del data["professions"][4]["level"]
    contents = split(small, data)
    line = line_of(contents, "professions.yaml", "- slug: scripte")
    assert problems(contents) == [f"professions.yaml:{line}:3  scripte.level: must be given"]


def test_a_wrong_value_is_found_in_the_file_it_stands_in(small: ModuleType) -> None:
    data = small.changed("professions", 4, "reviewed", to="2026-02-30")
    small.put(data, ("professions", 4, "level"), "boss")
    contents = split(small, data)
    entry = line_of(contents, "professions.yaml", "- slug: scripte")
    there = contents["professions.yaml"].decode().splitlines()
    level = next(n for n, line in enumerate(there, 1) if n > entry and "level:" in line)
    sheet = line_of(contents, "professions/scripte.yaml", "reviewed")
    assert [each.partition("  ")[0] for each in problems(contents)] == [
        f"professions.yaml:{level}:10",
        f"professions/scripte.yaml:{sheet}:11",
    ]


def test_a_field_unknown_in_a_sheet_is_found_there_with_the_one_it_may_be(
    small: ModuleType,
) -> None:
    contents = split(small)
    contents["schools/ecole-de-lyon.yaml"] += b"note: []\n"
    line = contents["schools/ecole-de-lyon.yaml"].count(b"\n")
    (told,) = problems(contents)
    assert told.startswith(
        f"schools/ecole-de-lyon.yaml:{line}:1  ecole-de-lyon.note: is not a field"
    )
    assert told.endswith("did you mean kind_note or notes?")


def test_a_reference_to_nothing_is_found_in_the_sheet(small: ModuleType) -> None:
    path = ("schools", 0, "programmes", 0, "leads_to")
    contents = split(small, small.changed(*path, to=["cadreu"]))
    (told,) = problems(contents)
    assert told.startswith("schools/ecole-de-lyon.yaml:")
    assert 'must be the slug of a profession, found "cadreu": did you mean cadreur?' in told


def test_a_rule_broken_in_a_sheet_is_located_there(small: ModuleType) -> None:
    contents = split(small)
    _, places = load_with_places(snapshot(contents))
    line = line_of(contents, "topics/stages.yaml", "reviewed")
    told = places.located("topic", "stages", ("reviewed",), "must be right")
    assert str(told) == f"topics/stages.yaml:{line}:11  stages.reviewed: must be right"
    told = places.located("topic", "stages", ("title", "fr"), "must be right")
    assert told.file == "topics.yaml"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"- a\n", "schools/ecole-de-lyon.yaml:1:1  ecole-de-lyon: must be a group of named fields, "
                   "found ['a']"),
        (b"", "schools/ecole-de-lyon.yaml:1:1  ecole-de-lyon: must be a group of named fields, "
              "found None"),
        (b"notes: [\n", "schools/ecole-de-lyon.yaml:2:1  ecole-de-lyon: is not YAML"),
        (b"notes: []\nnotes: []\n", "schools/ecole-de-lyon.yaml:2:1  ecole-de-lyon.notes: must be "
                                    "given once: this key is a duplicate"),
        (b"notes: &a []\ndoubts: *a\n", "schools/ecole-de-lyon.yaml:2:9  ecole-de-lyon: must be written out: aliases"),
        (b"notes: \xff\n", "schools/ecole-de-lyon.yaml:1:8  must be UTF-8 text, found byte 0xff"),
        (OSError("denied"), "schools/ecole-de-lyon.yaml  must be a file that can be read (denied)"),
    ],
)  # fmt: skip
def test_a_sheet_that_can_not_be_read_is_refused_at_its_place_and_nothing_else_is(
    small: ModuleType, raw: bytes | OSError, told: str
) -> None:
    contents = {**split(small), "schools/ecole-de-lyon.yaml": raw}
    (found,) = problems(contents)
    assert found.startswith(told)


def test_formatting_a_record_in_two_files_keeps_it_there_and_every_fact(small: ModuleType) -> None:
    contents = split(small)
    texts = formatted(snapshot(contents))
    assert set(texts) == {path for path in contents if path.endswith(".yaml")}
    again = snapshot({**contents, **{path: text.encode() for path, text in texts.items()}})
    assert load(again) == small.content()
    assert formatted(again) == texts


def test_formatting_moves_each_field_to_its_side(small: ModuleType) -> None:
    contents = split(small)
    in_order = formatted(snapshot(contents))
    sheet = read_yaml(contents["topics/stages.yaml"].decode()).value
    (entry,) = read_yaml(contents["topics.yaml"].decode()).value
    contents["topics.yaml"] = write_yaml([{"slug": "stages", **sheet}]).encode()
    del entry["slug"]
    contents["topics/stages.yaml"] = write_yaml(entry).encode()
    assert formatted(snapshot(contents)) == in_order


def test_a_sheet_names_its_schema_and_a_list_its_own(small: ModuleType) -> None:
    texts = formatted(snapshot(split(small)))
    line = "# yaml-language-server: $schema=../../schema/professions-sheet.schema.json\n"
    assert texts["professions/scripte.yaml"].startswith(line)
    assert texts["professions.yaml"].startswith(
        "# yaml-language-server: $schema=../schema/professions.schema.json\n"
    )


def test_a_comment_in_a_sheet_is_refused_rather_than_lost(small: ModuleType) -> None:
    contents = split(small)
    contents["topics/stages.yaml"] += b"# a revoir\n"
    line = contents["topics/stages.yaml"].count(b"\n")
    with pytest.raises(DataError) as caught:
        formatted(snapshot(contents))
    assert str(caught.value).startswith(f"topics/stages.yaml:{line}:1  comments would be lost")


def test_only_sheets_of_the_folders_that_may_hold_some_are_read(data: Path) -> None:
    from avcareers.store.data_files import read_snapshot

    for path in ("stages/tournage.yaml", "topics/.stages.yaml", "topics/notes.txt"):
        (data / path).parent.mkdir(exist_ok=True)
        (data / path).write_text("- [", encoding="utf-8")
    load(read_snapshot(data))
