"""`avcareers changes`: what changed, what it means, what ends; as a page, data, a feed and a calendar."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from ..runner import Run

ATOM = "{http://www.w3.org/2005/Atom}"
SINCE = ("--since", "2026-09-01")


def asked(run: Run, *arguments: str) -> Any:
    status, out, err = run("changes", *arguments, "-o", "json", "--today", "2026-11-23")
    assert status == 0, err
    return json.loads(out)


def slugs(found: Any) -> list[str]:
    return [record["slug"] for record in found["records"]]


def test_the_last_release_is_told_pay_first_and_words_of_ours_only_when_all_is_asked(
    run: Run,
) -> None:
    found = asked(run)
    assert (found["since"]["version"], found["until"]["version"]) == ("2026.10.1", "2026.11.1")
    assert slugs(found) == ["idcc-3097", "ecole-du-phare", "etalonneur"]
    assert [fact["theme"] for fact in found["records"][1]["facts"]] == [
        "recognition", "cost", "ways-in", "ways-in", "ways-in", "ways-in",
    ]  # fmt: skip
    assert asked(run, "--all")["records"][-1]["texts"] == ["summary"]


@pytest.mark.parametrize(
    ("since", "versions"),
    [
        ("2026.09.1", {"2026.10.1", "2026.11.1"}),
        ("v2026.9.1", {"2026.10.1", "2026.11.1"}),
        ("2026-10-1", {"2026.11.1"}),
        ("2026-10-01", {"2026.11.1"}),
        ("2026-09", {"2026.10.1", "2026.11.1"}),
        ("1999", {"2026.10.1", "2026.11.1"}),
        ("2026-12-25", set()),
    ],
)
def test_since_takes_a_day_or_a_version(run: Run, since: str, versions: set[str]) -> None:
    assert {each["version"] for each in asked(run, "--since", since)["records"]} == versions


@pytest.mark.parametrize("typed", ["2026.11.9", "hier", "2026-02-31", ""])
def test_what_is_no_release_is_refused_with_those_there_are(run: Run, typed: str) -> None:
    status, out, err = run("changes", "--since", typed)
    assert (status, out) == (2, "")
    assert typed.strip() == "" or "2026.09.1, 2026.10.1, 2026.11.1, AAAA-MM-JJ" in err


def test_a_kind_is_asked_by_its_key_or_its_words(run: Run) -> None:
    found = asked(run, *SINCE, "--kind", "world-changed")
    assert found == asked(run, *SINCE, "--kind", "le monde a changé")
    assert {fact["kind"] for record in found["records"] for fact in record["facts"]} == {
        "world-changed"
    }
    status, _, err = run("changes", "--kind", "corigé")
    assert status == 2
    assert "corrected" in err


def test_a_record_is_found_by_any_name_even_the_one_it_had(run: Run) -> None:
    found = asked(run, "conservatoire-du-phare")
    assert found == asked(run, "École", "du", "Phare")
    assert [record["kind"] for record in found["records"]] == [None, "renamed"]
    assert slugs(asked(run, "idcc-3097")) == ["idcc-3097"]
    status, _, err = run("changes", "monteurr")
    assert status == 1
    assert "monteur" in err


def test_a_job_is_told_the_minimums_that_its_agreements_changed(run: Run) -> None:
    (record,) = asked(run, "chef-monteur")["records"]
    (fact,) = record["facts"]
    assert fact["fact"] == "pay.3097.semaine-39h.Chef monteur de films"
    assert (fact["before"], fact["after"], fact["kind"]) == (1560.0, 1603.0, "world-changed")


def test_the_page_opens_with_what_decides_and_says_each_fact_in_words(run: Run) -> None:
    _, out, err = run("changes", *SINCE)
    told = out + err
    assert "Depuis le 1er septembre 2026 : 3 minimums changés, 1 minimum corrigé" in told
    told = told.replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        "380 € (2025-2026)", "400 € (2026-2027)", "le monde a changé", "2,5 ans", "3 ans",
        "1er juillet 2019", "1er avril 2024 (3 minimums)", "entretien", "conservatoire-du-phare",
    ):  # fmt: skip
        assert words in told
    _, out, err = run("changes", *SINCE, "--lang", "en")
    assert "Since 1 September 2026: 3 minimums changed, 1 minimum corrected" in out + err


def test_nothing_changed_says_since_when_and_what_to_ask(run: Run) -> None:
    status, _, err = run("changes", "--since", "2026-11-20")
    assert status == 0
    assert "2026.11.1" in err
    assert "avcareers changes" in err


def test_csv_is_a_change_a_row_and_an_end_a_row(run: Run) -> None:
    told = asked(run, *SINCE)["records"]
    day = ("--today", "2026-11-23")
    rows = list(csv.DictReader(io.StringIO(run("changes", *SINCE, "-o", "csv", *day).out)))
    assert [(row["slug"], row["fact"]) for row in rows] == [
        (each["slug"], fact)
        for each in told
        for fact in ([""] if each["kind"] else []) + [one["fact"] for one in each["facts"]]
    ]
    ends = list(csv.DictReader(io.StringIO(run("changes", "--coming", "-o", "csv", *day).out)))
    assert len(ends) == len(asked(run, "--coming")["endings"])


def test_the_feed_is_atom_with_identifiers_that_stay(run: Run) -> None:
    _, out, _ = run("changes", "-o", "atom")
    feed = ET.fromstring(out)
    assert feed.tag == f"{ATOM}feed"
    for node in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert node.findtext(ATOM + name), name
        assert node.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
    entries = [node.findtext(f"{ATOM}id") for node in feed.findall(f"{ATOM}entry")]
    assert len(entries) == len(set(entries)) == len(asked(run, *SINCE)["records"])
    assert run("changes", "-o", "atom").out == out
    one = ET.fromstring(run("changes", "etalonneur", "-o", "atom").out)
    assert next(node.findtext(f"{ATOM}id") for node in one.findall(f"{ATOM}entry")) in entries


def test_the_calendar_is_folded_and_says_each_end_once(run: Run) -> None:
    _, out, _ = run("changes", "-o", "ics", "--today", "2026-11-23")
    assert out.endswith("END:VCALENDAR\r\n")
    lines = out.split("\r\n")
    assert all(len(text.encode()) <= 75 for text in lines)
    assert "\n" not in out.replace("\r\n", "")
    unfolded = out.replace("\r\n ", "").split("\r\n")
    endings = asked(run, "--coming")["endings"]
    assert endings
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == len(endings)
    identities = [text for text in unfolded if text.startswith("UID:")]
    assert len(set(identities)) == len(endings)
    days = [text[-8:] for text in unfolded if text.startswith("DTSTART;VALUE=DATE:")]
    assert days == sorted(days)
    assert days[0] >= "20261123"


def test_formats_of_its_own_are_refused_elsewhere_and_offered_here(run: Run) -> None:
    status, _, err = run("jobs", "-o", "atom")
    assert status == 2
    status, _, err = run("changes", "-o", "atomm")
    assert status == 2
    assert "atom" in err
    assert run("changes", "--coming", "--all").status == 2
