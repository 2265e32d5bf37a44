"""Numbers, amounts, dates and lists are written as each language writes them."""

import re
import shlex
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avcareers.text.wording import LANGUAGES, Wording

FR, EN = Wording("fr"), Wording("en")
THIN, HARD = "\u202f", "\u00a0"


def test_each_language_says_its_own_words() -> None:
    text = SimpleNamespace(fr="métier", en="job")
    assert (FR.of(text), EN.of(text)) == ("métier", "job")
    assert (FR("oui", "yes"), EN("oui", "yes")) == ("oui", "yes")
    assert (FR.unknown, EN.unknown) == ("non renseigné", "unknown")


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (7.0, "7", "7"),
        (1.5, "1,5", "1.5"),
        (12.25, "12,25", "12.25"),
        (999, "999", "999"),
        (1234, f"1{THIN}234", "1,234"),
        (1234.5, f"1{THIN}234,5", "1,234.5"),
        (1234567, f"1{THIN}234{THIN}567", "1,234,567"),
        (-1500, f"-1{THIN}500", "-1,500"),
    ],
)
def test_numbers(value: float, fr: str, en: str) -> None:
    assert (FR.number(value), EN.number(value)) == (fr, en)


@pytest.mark.parametrize("value", [99.999, 1234.999])
def test_a_number_that_rounds_to_a_whole_one_has_no_decimals(value: float) -> None:
    assert EN.number(value) == f"{round(value):,}"


@pytest.mark.parametrize(
    ("amount", "fr", "en"),
    [
        (0, f"0{HARD}€", "€0"),
        (178, f"178{HARD}€", "€178"),
        (9500, f"9{THIN}500{HARD}€", "€9,500"),
        (12.25, f"12,25{HARD}€", "€12.25"),
    ],
)
def test_amounts(amount: float, fr: str, en: str) -> None:
    assert (FR.euros(amount), EN.euros(amount)) == (fr, en)


@pytest.mark.parametrize("amount", [123.45, 1234.56])
def test_an_amount_never_loses_its_cents(amount: float) -> None:
    assert EN.euros(amount) == f"€{amount:,.2f}"


@settings(deadline=None)
@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_reads_back(value: int) -> None:
    assert int(FR.number(value).replace(THIN, "")) == value
    assert int(EN.number(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("distance", "written"), [(0, "0"), (0.4, "0"), (391.6, "392"), (1200.2, f"1{THIN}200")]
)
def test_distances_are_whole_kilometres(distance: float, written: str) -> None:
    assert FR.kilometres(distance) == f"{written}{HARD}km"


@pytest.mark.parametrize(
    ("years", "fr", "en"),
    [
        (0.25, "3 mois", "3 months"),
        (0.5, "6 mois", "6 months"),
        (1, "1 an", "1 year"),
        (1.5, "1,5 an", "1.5 years"),
        (2, "2 ans", "2 years"),
        (2.5, "2,5 ans", "2.5 years"),
        (1 / 12, "1 mois", "1 month"),
    ],
)
def test_lengths_are_in_years_or_months(years: float, fr: str, en: str) -> None:
    assert FR.years(years).replace(HARD, " ") == fr
    assert EN.years(years).replace(HARD, " ") == en


@pytest.mark.parametrize(
    ("iso", "fr", "en"),
    [
        ("2026-11-23", "23 novembre 2026", "23 November 2026"),
        ("2025-03-01", "1er mars 2025", "1 March 2025"),
        ("2024-02-29", "29 février 2024", "29 February 2024"),
        ("2026-08-11", "11 août 2026", "11 August 2026"),
        ("1895-12-21", "21 décembre 1895", "21 December 1895"),
    ],
)
def test_days(iso: str, fr: str, en: str) -> None:
    assert (FR.day(iso), EN.day(iso)) == (fr, en)


@settings(deadline=None)
@given(st.dates(date(1895, 1, 1), date(2100, 12, 31)))
def test_two_days_are_never_written_alike(day: date) -> None:
    english = EN.day(day.isoformat())
    number, _, year = english.split()
    assert (int(number), int(year)) == (day.day, day.year)
    assert len({EN.day(day.replace(month=m, day=1).isoformat()) for m in range(1, 13)}) == 12
    assert re.match(r"1er |[2-9] |[1-3]\d ", FR.day(day.isoformat()))


@pytest.mark.parametrize(
    ("number", "fr", "en"),
    [
        (0, "0 école", "0 schools"),
        (1, "1 école", "1 school"),
        (1.5, "1,5 école", "1.5 schools"),
        (2, "2 écoles", "2 schools"),
        (1000, f"1{THIN}000 écoles", "1,000 schools"),
    ],
)
def test_counts_agree_with_their_noun(number: float, fr: str, en: str) -> None:
    nouns = (("école", "écoles"), ("school", "schools"))
    assert FR.count(number, *nouns) == fr  # type: ignore[arg-type]
    assert EN.count(number, *nouns) == en  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("items", "fr", "en"),
    [
        ([], "", ""),
        (["son"], "son", "son"),
        (["son", "image"], "son et image", "son and image"),
        (["son", "image", "régie"], "son, image et régie", "son, image and régie"),
    ],
)
def test_lists(items: list[str], fr: str, en: str) -> None:
    assert (FR.list(items), EN.list(iter(items))) == (fr, en)


def test_quotes_never_part_from_the_name() -> None:
    assert FR.quoted("Bachelor Son") == f"«{HARD}Bachelor Son{HARD}»"
    assert EN.quoted("Bachelor Son") == "“Bachelor Son”"


def test_a_city_is_said_of_as_its_first_letters_ask() -> None:
    said = [FR.of_place(city) for city in ("Lyon", "Aubagne", "Évry", "Le Mans", "Les Lilas")]
    assert said == ["de Lyon", "d'Aubagne", "d'Évry", "du Mans", "des Lilas"]
    assert EN.of_place("Aubagne") == "of Aubagne"


def test_both_languages_are_served() -> None:
    assert LANGUAGES == ("fr", "en")


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        (("job", "show", "scripte"), "avcareers job show scripte"),
        (("schools", "--region", "Île-de-France"), "avcareers schools --region Île-de-France"),
        (("job", "show", "chef monteur"), 'avcareers job show "chef monteur"'),
        (("search", "l'image", "et"), 'avcareers search "l\'image" et'),
        (("search", "$HOME"), "avcareers search '$HOME'"),
        (("search", ""), 'avcareers search ""'),
    ],
)
def test_a_command_to_try_is_written_as_a_shell_reads_it(said: tuple[str, ...], typed: str) -> None:
    assert Wording("fr").command(*said) == typed
    assert shlex.split(typed) == ["avcareers", *said]


def test_a_command_to_try_keeps_what_was_asked_by_an_option() -> None:
    words = Wording("en", ("--lang", "en", "--data", "my data"))
    assert words.command("stages") == 'avcareers stages --lang en --data "my data"'
