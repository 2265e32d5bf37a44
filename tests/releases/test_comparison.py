"""What a change of the data is proposed to mean, and that nothing published stops answering."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from avcareers.audit.changes import published_keys_stay
from avcareers.model.content import Content
from avcareers.model.errors import DataError
from avcareers.model.release import FactChange, RecordChange
from avcareers.model.school import Fees, Programme, School
from avcareers.releases.comparison import changes
from avcareers.releases.making import Draft, judged, lost_keys, next_version, release_of
from avcareers.releases.published import Edition, edition_of, read_edition, write_edition
from avcareers.store.data_files import RELEASED

from ..own_data import FOLDER
from ..runner import Run

SCHOOL = "ecole-du-phare"


def of(content: Content, version: str = "2026.11.2") -> Edition:
    return edition_of(content, version, "2026-11-30")


def other(content: Content, **fields: Any) -> Content:
    """Return the records with some fields of one school replaced."""
    schools = tuple(
        school.model_copy(update=fields) if school.slug == SCHOOL else school
        for school in content.schools
    )
    return content.model_copy(update={"schools": schools})


def taught(content: Content) -> Programme:
    return school_of(content).programmes[0]


def school_of(content: Content) -> School:
    return next(school for school in content.schools if school.slug == SCHOOL)


def with_programme(content: Content, **fields: Any) -> Content:
    first, *rest = school_of(content).programmes
    return other(content, programmes=(first.model_copy(update=fields), *rest))


def drafted(content: Content) -> Draft:
    """Return the release of data in which one fee is another."""
    now = with_programme(content, fees=fees(content, low=500.0))
    return release_of(of(now), "2026.11.1", changes(of(content), of(now)))


def told(before: Content, now: Content) -> list[tuple[str, str]]:
    """Return the facts that changed, each with the kind proposed."""
    found = changes(of(before), of(now))
    return [(fact.fact, fact.kind) for change in found for fact in change.facts]


def fees(content: Content, **fields: Any) -> tuple[Fees, ...]:
    return (taught(content).fees[0].model_copy(update=fields),)


def test_nothing_changes_between_the_same_data(content: Content) -> None:
    assert changes(of(content), of(content)) == ()


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"low": 500.0, "year": "2027-2028"}, "world-changed"),
        ({"low": 500.0}, "corrected"),
    ],
)
def test_a_day_after_the_release_before_says_that_the_world_changed_and_the_same_day_that_we_were_wrong(
    content: Content, fields: dict[str, Any], kind: str
) -> None:
    now = with_programme(content, fees=fees(content, **fields))
    assert told(content, now) == [("programmes.scripte.fees", kind)]


def test_what_the_release_before_could_have_said_is_caught_up_and_no_news(content: Content) -> None:
    """A price of a school year that had begun that day; one that had not is news."""
    before = with_programme(content, fees=fees(content, year="2025-2026"))
    now = with_programme(content, fees=fees(content, low=500.0, year="2026-2027"))
    for day, kind in (("2026-08-31", "world-changed"), ("2026-09-01", "caught-up")):
        (change,) = changes(of(before)._replace(day=day), of(now))
        assert [fact.kind for fact in change.facts] == [kind]


def test_what_was_unknown_is_newly_known_and_the_other_way_round(content: Content) -> None:
    unknown = with_programme(content, fees=())
    assert told(unknown, content) == [("programmes.scripte.fees", "newly-known")]
    assert told(content, unknown) == [("programmes.scripte.fees", "now-unknown")]


def test_the_world_did_not_change_when_an_amount_is_given_its_year(content: Content) -> None:
    undated = with_programme(content, fees=fees(content, year=None))
    assert told(undated, content) == [("programmes.scripte.fees", "corrected")]


def test_what_is_only_added_to_a_list_was_not_wrong_before(content: Content) -> None:
    now = with_programme(content, leads_to=("scripte", "monteur"))
    (change,) = changes(of(content), of(now))
    assert change.facts == (
        FactChange(fact="programmes.scripte.leads_to", kind="newly-known", gained=("monteur",)),
    )


def test_a_record_read_again_and_the_same_says_so_and_words_of_ours_are_no_facts(
    content: Content,
) -> None:
    again = other(content, reviewed="2027-01-01")
    assert changes(of(content), of(again)) == (
        RecordChange(record="school", slug=SCHOOL, kind="read-again"),
    )
    reworded = with_programme(content, doubts=(), admission_note=None)
    (change,) = changes(of(content), of(reworded))
    assert (change.facts, change.texts) == ((), ("programmes",))


def test_what_comes_goes_or_is_renamed_is_said_whole(content: Content) -> None:
    fewer = other(content, programmes=school_of(content).programmes[1:])
    assert told(fewer, content) == [("programmes.scripte", "added")]
    assert told(content, fewer) == [("programmes.scripte", "removed")]
    renamed = with_programme(content, slug="script", formerly=("scripte",), years=4.0)
    assert told(content, renamed) == [
        ("programmes.script", "renamed"),
        ("programmes.script.years", "corrected"),
    ]
    moved = other(content, slug="le-phare", formerly=(SCHOOL,))
    assert changes(of(content), of(moved)) == (
        RecordChange(record="school", slug="le-phare", kind="renamed", formerly=(SCHOOL,)),
    )


def test_a_published_key_must_go_on_answering(content: Content, tmp_path: Path) -> None:
    edition = of(content)
    assert list(lost_keys(edition, content)) == []
    without = content.model_copy(update={"schools": content.schools[:-1]})
    assert list(lost_keys(edition, without)) == [("school", content.schools[-1].slug)]
    assert list(lost_keys(edition, with_programme(content, slug="autre"))) == [
        ("school", f"{SCHOOL}/scripte")
    ]
    renamed = with_programme(content, slug="autre", formerly=("scripte",))
    assert list(lost_keys(edition, renamed)) == []
    assert list(lost_keys(of(renamed), content)) == [("school", f"{SCHOOL}/autre")]
    # A school under another key answers for all that it taught.
    olds = (SCHOOL, *school_of(content).formerly)
    moved = other(renamed, slug="le-phare", formerly=olds, programmes=())
    assert list(lost_keys(edition, moved)) == []

    (tmp_path / RELEASED).parent.mkdir()
    write_edition(tmp_path, edition)
    found = [str(problem) for problem in published_keys_stay(tmp_path, without)]
    assert "schools.yaml" in found[-1]
    assert "published in 2026.11.2" in found[-1]


def test_what_was_released_is_read_back_the_same_and_damage_is_said(
    content: Content, tmp_path: Path
) -> None:
    assert read_edition(tmp_path) is None
    (tmp_path / RELEASED).parent.mkdir()
    write_edition(tmp_path, of(content))
    written = (tmp_path / RELEASED).read_bytes()
    found = read_edition(tmp_path)
    assert found is not None
    assert changes(found, of(content)) == ()
    assert found.records == of(content).records
    write_edition(tmp_path, of(content))
    assert (tmp_path / RELEASED).read_bytes() == written
    (tmp_path / RELEASED).write_bytes(written[:-9])
    with pytest.raises(DataError, match="take it back from its commit"):
        read_edition(tmp_path)


@pytest.mark.parametrize(
    ("day", "version"), [("2026-11-30", "2026.11.3"), ("2026-12-01", "2026.12.1")]
)
def test_a_version_is_a_month_and_a_number_in_it(day: str, version: str) -> None:
    assert next_version(("2026-10-4", "2026-11-1", "2026-11-2"), day) == version


def test_a_person_may_say_otherwise_than_proposed(content: Content) -> None:
    made = drafted(content)
    (alike,) = made.alike
    assert (alike.record, alike.field, alike.kind, alike.number) == (
        "school", "programmes.fees", "corrected", 1,
    )  # fmt: skip
    told = judged(made, {("school", "programmes.fees", "corrected"): "world-changed"})
    assert [fact.kind for change in told.changes for fact in change.facts] == ["world-changed"]
    assert judged(made, {}).changes == made.changes


def test_a_release_is_written_with_the_data_and_the_next_has_nothing_to_say(
    run: Run, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(FOLDER, tmp_path / "data"))
    asked = ("data", "release", "--data", str(data), "--today", "2026-11-30")
    status, out, err = run(*asked)
    assert (status, out) == (2, "")
    assert "--dry-run" in err
    status, _, err = run(*asked, "--dry-run")
    assert status == 0
    assert not (data / RELEASED).exists()
    status, _, err = run(*asked, "--yes")
    assert status == 0
    assert [text.rpartition(" ")[2] for text in err.splitlines() if text.startswith("écrit")] == [
        "changes.yaml", "changes/2026-11-2.yaml", RELEASED,
    ]  # fmt: skip
    edition = read_edition(data)
    assert edition is not None
    assert edition.version == "2026.11.2"
    assert run("data", "check", "--data", str(data)).status == 0
    assert run("data", "fmt", "--check", "--data", str(data)).status == 0
    status, out, err = run(*asked, "--yes")
    assert (status, out) == (0, "")
    assert "2026.11.2" in err
