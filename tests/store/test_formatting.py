"""There is one way to write a data file; `data fmt --check`, a test of the command, says that ours are."""

import json
from pathlib import Path
from types import ModuleType

import pytest

from avcareers.model.content import Content
from avcareers.model.errors import DataError
from avcareers.store.data_files import DATA_FILES, Snapshot
from avcareers.store.formatting import formatted, header, write_yaml
from avcareers.store.validation import load
from avcareers.store.yaml_reader import read_yaml

ROOT = Path(__file__).parent.parent.parent


def again(texts: dict[str, str]) -> Snapshot:
    """Return formatted texts as the files of a folder."""
    return Snapshot(Path("data"), {name: text.encode() for name, text in texts.items()})


def test_formatting_keeps_every_fact(small: ModuleType) -> None:
    content = small.content()
    texts = {**formatted(small.sources()), "pay/3097.csv": small.FLOORS}
    written = load(again(texts))
    assert written.professions == content.professions
    assert written.stages == content.stages
    for name in Content.model_fields:
        before, after = getattr(content, name), getattr(written, name)
        assert sorted(map(repr, after)) == sorted(map(repr, before))


def test_formatting_twice_changes_nothing_more(small: ModuleType) -> None:
    once = formatted(small.sources())
    assert formatted(again(once)) == once


def test_a_file_begins_with_the_schema_it_follows(small: ModuleType) -> None:
    for name, text in formatted(small.sources()).items():
        schema = name.replace(".yaml", ".schema.json")
        assert text.splitlines()[0] == f"# yaml-language-server: $schema=../schema/{schema}"
        assert (ROOT / "schema" / schema).is_file()


def test_keys_are_in_the_order_of_the_model(small: ModuleType) -> None:
    data = small.records()
    data["places"] = [dict(reversed(place.items())) for place in data["places"]]
    text = formatted(small.sources(data))["places.yaml"]
    (city, _) = read_yaml(text).value
    assert list(city) == ["slug", "name", "department", "region", "lat", "lon"]


def test_records_without_an_order_of_their_own_are_sorted(small: ModuleType) -> None:
    data = small.records()
    data["places"].reverse()
    data["professions"].reverse()
    texts = formatted(small.sources(data))
    assert [place["slug"] for place in read_yaml(texts["places.yaml"]).value] == ["lyon", "paris"]
    jobs = [job["slug"] for job in read_yaml(texts["professions.yaml"]).value]
    assert jobs == [job[0] for job in reversed(small.JOBS)]


def test_lists_without_an_order_are_sorted_and_others_are_not(small: ModuleType) -> None:
    data = small.records()
    data["sources"].append({**data["sources"][0], "slug": "autre"})
    small.put(data, ("professions", 0, "sources"), ["fiche", "autre"])
    small.put(data, ("professions", 0, "works_with"), ["scripte", "cadreur"])
    job = read_yaml(formatted(small.sources(data))["professions.yaml"]).value[0]
    assert job["sources"] == ["autre", "fiche"]
    assert job["works_with"] == ["scripte", "cadreur"]


def test_what_is_unknown_or_usual_is_not_written(small: ModuleType) -> None:
    data = small.changed("places", 0, "population", to=None)
    small.put(data, ("professions", 0, "formerly"), [])
    texts = formatted(small.sources(data))
    assert "population" not in texts["places.yaml"]
    assert "formerly" not in texts["professions.yaml"]


def test_numbers_are_written_as_people_write_them(small: ModuleType) -> None:
    data = small.changed("places", 0, "lat", to=45.0)
    small.put(data, ("places", 0, "lon"), 4.5)
    lines = formatted(small.sources(data))["places.yaml"].splitlines()
    assert "  lat: 45" in lines
    assert "  lon: 4.5" in lines


def test_each_text_is_on_one_line_without_escapes(small: ModuleType) -> None:
    long = "Un très long texte, à l’œuvre\u00a0: « " + "mot " * 200 + "fin »."
    data = small.changed("professions", 0, "summary", "fr", to=long)
    assert any(
        long in line for line in formatted(small.sources(data))["professions.yaml"].splitlines()
    )


@pytest.mark.parametrize("text", ["yes", "NO", "2026", "1.5", "null", "~", "true", "12:30", "0123"])
def test_text_that_looks_like_something_else_is_still_text(small: ModuleType, text: str) -> None:
    data = small.changed("places", 0, "name", to=text)
    assert load(again(formatted(small.sources(data)))).places[0].name == text


def test_a_place_on_the_meridian_stays_a_valid_place(small: ModuleType) -> None:
    data = small.changed("places", 0, "lon", to=0.00005)
    data["places"] = write_yaml(data["places"])
    assert load(again(formatted(small.sources(data)))).places[0].lon == 0.00005


def with_text(small: ModuleType, text: str) -> Snapshot:
    """Return the minimal folder with another text for its places."""
    return Snapshot(Path("data"), {**small.sources().contents, "places.yaml": text.encode()})


def test_a_comment_below_the_header_is_refused_and_located(small: ModuleType) -> None:
    places = json.dumps(small.records()["places"], indent=1).replace("},", "},\n  # à revoir\n")
    with pytest.raises(DataError) as caught:
        formatted(with_text(small, places))
    (problem,) = caught.value.problems
    number = places.splitlines().index("  # à revoir") + 1
    assert (problem.file, problem.line) == ("places.yaml", number)
    assert "comments would be lost" in problem.message


@pytest.mark.parametrize("comment", [" # à revoir", "  #à revoir"])
def test_a_comment_at_the_end_of_a_line_is_refused(small: ModuleType, comment: str) -> None:
    lines = formatted(small.sources())["places.yaml"].splitlines(keepends=True)
    lines[2] = lines[2].rstrip("\n") + comment + "\n"
    with pytest.raises(DataError) as caught:
        formatted(with_text(small, "".join(lines)))
    assert [problem.line for problem in caught.value.problems] == [3]


def test_a_comment_in_place_of_the_header_is_refused(small: ModuleType) -> None:
    text = formatted(small.sources())["places.yaml"].split("\n", 1)[1]
    with pytest.raises(DataError) as caught:
        formatted(with_text(small, f"# relu le 3 mars\n{text}"))
    assert [problem.line for problem in caught.value.problems] == [1]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_marks_of_an_editor_are_rewritten_and_are_no_comments(
    small: ModuleType, mark: str, end: str
) -> None:
    right = formatted(small.sources())["places.yaml"]
    assert formatted(with_text(small, mark + right.replace("\n", end)))["places.yaml"] == right
    with pytest.raises(DataError) as caught:
        formatted(with_text(small, mark + f"{right}# à revoir\n".replace("\n", end)))
    assert [problem.line for problem in caught.value.problems] == [right.count("\n") + 1]


def test_a_number_sign_inside_a_text_is_no_comment(small: ModuleType) -> None:
    data = small.changed("places", 0, "name", to="# 1 de Lyon #2")
    texts = formatted(small.sources(data))
    assert "# 1 de Lyon #2" in formatted(again(texts))["places.yaml"]


def test_wrong_data_are_not_formatted(small: ModuleType) -> None:
    with pytest.raises(DataError):
        formatted(small.sources(small.changed("places", 0, "lat", to="45")))


def test_nothing_is_shared_between_two_places_of_a_file() -> None:
    shared = {"fr": "a", "en": "b"}
    assert "*" not in write_yaml([shared, shared])


def test_every_file_has_a_header() -> None:
    headers = {header(file, file.path) for file in DATA_FILES}
    assert len(headers) == len(DATA_FILES)
    assert all(text.startswith("# ") and text.endswith("\n") for text in headers)


@pytest.mark.parametrize("years", ["0.0000000000001", "0.000000000000000001", "9.999999999999998"])
def test_formatting_keeps_a_number_however_small(small: ModuleType, years: str) -> None:
    """1e-13 became 0.0, which the model refuses."""
    usual = {**formatted(small.sources()), "pay/3097.csv": small.FLOORS}
    before, _, after = usual["schools.yaml"].partition("  years: ")
    schools = f"{before}  years: {years}\n{after.partition(chr(10))[2]}"
    given = {**usual, "schools.yaml": schools}
    assert formatted(again(given))["schools.yaml"] == schools
    assert load(again(given)).schools[0].programmes[0].years == float(years)
