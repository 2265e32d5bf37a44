"""The page of a list of schools: what is shown, what was left out, what words mean."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from avcareers.present.page import Page, text_of
from avcareers.present.schools import school_list_page
from avcareers.query.filters.judging import REASONS
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.nearby import Near
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

Read = Callable[[Page], list[str]]


def page_of(catalogue: Catalogue, today: str, words: Wording, **filters: Any) -> Page:
    return school_list_page(list_schools(catalogue, SchoolFilters(**filters), today), words)


def cells(page: Page, column: str) -> dict[str, str]:
    assert page.table is not None
    index = [c.key for c in page.table.columns].index(column)
    name = [c.key for c in page.table.columns].index("name")
    return {text_of(row.cells[name]): text_of(row.cells[index]) for row in page.table.rows}


@pytest.mark.parametrize(
    ("school", "fr", "en"),
    [
        ("École du Phare", "école", "school"),
        ("Lycée des Goélands", "diplôme", "diploma"),
        (
            "Institut Cornouaille",
            "1 diplôme sur 2",
            "1 of 2 diplomas",
        ),
        ("Ateliers du Levant", "à vérifier", "to be checked"),
        ("Studio-école Belle Aurore", "échéance inconnue", "end unknown"),
        ("Centre Mirabelle", "–", "–"),
        ("Formations du Quai Neuf", "–", "–"),
        ("Cours Vermeil", "–", "–"),
    ],
)
def test_a_row_tells_who_answers_and_for_what(
    catalogue: Catalogue, today: str, words: Wording, school: str, fr: str, en: str
) -> None:
    assert cells(page_of(catalogue, today, words), "recognised")[school] == words(fr, en)


def test_what_was_brought_in_unverified_is_marked(
    catalogue: Catalogue, today: str, words: Wording, read: Read
) -> None:
    page = page_of(catalogue, today, words, recognised=True, unverified=True)
    told = cells(page, "recognised")
    assert told["Studio-école Belle Aurore"] == words("à vérifier", "to be checked")
    assert told["École du Phare"] == words("école", "school")
    assert words("à vérifier", "check it") in "\n".join(text_of(text) for text in page.footer)
    page = page_of(catalogue, today, words, alternance=True, unverified=True)
    assert cells(page, "alternance")["Ateliers du Levant"] == words("probable", "likely")


@pytest.mark.parametrize(
    ("school", "fr", "en"),
    [
        ("Lycée des Goélands", "0\N{NO-BREAK SPACE}€", "€0"),
        ("École du Phare", "400\N{NO-BREAK SPACE}€", "€400"),
        ("Ateliers du Levant", "? (ancien)", "? (old)"),
        ("Studio-école Belle Aurore", "? (non daté)", "? (undated)"),
        ("Cours Vermeil", "?", "?"),
        ("Atelier des Dunes", "?", "?"),
    ],
)
def test_fees_are_an_amount_that_still_holds_or_a_question_mark(
    catalogue: Catalogue, today: str, words: Wording, school: str, fr: str, en: str
) -> None:
    assert cells(page_of(catalogue, today, words), "fees")[school] == words(fr, en)


@pytest.mark.parametrize(
    ("school", "fr", "en"),
    [
        ("Institut Cornouaille", "en entier (1 sur 2)", "throughout (1 of 2)"),
        ("Lycée des Goélands", "en partie", "in part"),
        ("Ateliers du Levant", "probable", "likely"),
        ("Studio-école Belle Aurore", "non renseigné", "unknown"),
        ("Cours Vermeil", "non renseigné", "unknown"),
    ],
)
def test_the_best_known_alternance_of_the_row_is_told(
    catalogue: Catalogue, today: str, words: Wording, school: str, fr: str, en: str
) -> None:
    assert cells(page_of(catalogue, today, words), "alternance")[school] == words(fr, en)


def test_unknown_alternance_does_not_read_as_none(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    # The Phare: one programme is not in alternance, nothing is known of the other.
    told = cells(page_of(catalogue, today, words), "alternance")["École du Phare"]
    assert told == words("non renseigné (1 sur 2)", "unknown (1 of 2)")
    narrowed = page_of(catalogue, today, words, jobs=("scripte",))
    assert cells(narrowed, "alternance")["École du Phare"] == words("non", "no")


def test_a_city_that_is_not_known_is_said_to_be_unknown(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    places = cells(page_of(catalogue, today, words), "place")
    assert places["Atelier des Dunes"] == words.unknown
    assert places["École du Phare"] == "Brest, Lyon"


def test_the_footer_says_what_recognised_means_and_who_was_left_out(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = page_of(catalogue, today, words, recognised=True)
    footer = "\n".join(map(text_of, page.footer))
    assert words("un ministère répond de l'école", "a ministry stands behind the school") in footer
    assert words("Écartées au 23 novembre 2026", "Left out on 23 November 2026") in footer
    total = re.search(words(r": (\d+) écoles", r": (\d+) schools"), footer)
    parts = re.findall(r": (\d+)(?: ;|;|\))", footer.split(words("Écartées", "Left out"))[1])
    assert total is not None
    assert int(total[1]) == sum(map(int, parts)) == 2


def test_a_row_never_reads_as_if_it_told_of_one_programme_when_it_does_not(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = page_of(catalogue, today, words)
    whole = re.compile(words(r"\(\d+ sur \d+\)|\d+ diplômes? sur \d+",
                             r"\(\d+ of \d+\)|\d+ of \d+ diplomas"))  # fmt: skip
    found = list_schools(catalogue, SchoolFilters(), today)
    assert page.table
    for row, shown in zip(found.schools, page.table.rows, strict=True):
        told = " ".join(map(text_of, shown.cells))
        doubtful = row.answers_diploma or row.standing in {"end-unknown", "expired"}
        row = row if doubtful else row._replace(held=row.held._replace(answered=0))  # noqa: PLW2901
        assert bool(whole.search(told)) == row.joined, row.school.slug
    footer = " ".join(map(text_of, page.closing))
    assert words("ne vaut que d'une des trois", "holds of one of the three") in footer
    one = page_of(catalogue, today, words, jobs=("scripte",))
    assert "--programmes" not in " ".join(map(text_of, one.closing))


def test_one_school_left_out_is_counted_in_the_singular(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = page_of(catalogue, today, words, alternance=True, awards=("visa",), jobs=("cadreur",))
    footer = "\n".join(map(text_of, page.footer))
    assert words("1 école (alternance probable", "1 school (alternance likely") in footer


def test_nothing_is_left_out_when_nothing_was_asked(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    # Beside the lines that say what its marks mean.
    doubt, age, some = map(text_of, page_of(catalogue, today, words).closing)
    assert age.endswith("avcareers explain apprentissage-ou-contrat-pro")
    assert some.startswith(words("« 1 sur 3 »", "“1 of 3”"))
    assert doubt.startswith(words("« offre à vérifier »", "“offer to be checked”"))


def test_unverified_facts_are_suggested_only_when_they_would_bring_something(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    def suggests(**filters: Any) -> bool:
        steps = page_of(catalogue, today, words, **filters).next
        return any("--include-unverified" in step.command for step in steps)

    assert suggests(alternance=True)
    assert suggests(recognised=True)
    assert not suggests(recognised=True, jobs=("scripte",))
    assert not suggests(alternance=True, unverified=True)


def test_an_empty_list_says_so(
    catalogue: Catalogue, today: str, words: Wording, read: Read
) -> None:
    page = page_of(catalogue, today, words, jobs=("scripte",), kinds=("private",))
    assert words("Aucune école", "No school") in "\n".join(read(page))
    none = words("0 école sur 4 de statut privé", "0 schools out of 4 of this kind (private)")
    assert none in text_of(page.title)


def test_near_a_city_each_row_has_a_distance(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    near = Near(catalogue.document("place", "brest"), 300)
    told = cells(page_of(catalogue, today, words, near=near), "distance")
    assert told["Studio-école Belle Aurore"] == "0"
    assert told["Lycée des Goélands"] == "210"


def test_no_row_shows_a_hole(catalogue: Catalogue, today: str, words: Wording, read: Read) -> None:
    for filters in ({}, {"recognised": True}, {"alternance": True, "unverified": True}):
        for text in read(page_of(catalogue, today, words, **filters)):
            assert not re.search(r"\bNone\b|View\(|\[\]", text)


def test_every_reason_the_query_gives_has_words(catalogue: Catalogue, today: str) -> None:
    near = Near(catalogue.document("place", "brest"), 300)
    for filters in (
        {"recognised": True},
        {"alternance": True},
        {"alternance": True, "jobs": ("cadreur",)},
        {"max_fees": 10},
        {"levels": (6,)},
        {"entry_level": 4},
        {"near": near},
    ):
        found = list_schools(catalogue, SchoolFilters(**filters), today)  # type: ignore[arg-type]
        assert found.left_out
        assert {left.reason for left in found.left_out} <= set(REASONS)


def test_a_national_rate_of_last_year_says_so(real_catalogue: Catalogue, words: Wording) -> None:
    def footer(filters: SchoolFilters, day: str) -> str:
        page = school_list_page(list_schools(real_catalogue, filters, day), words)
        return " ".join(map(text_of, page.footer)).replace("\xa0", " ").replace("\u202f", " ")

    national = SchoolFilters(kinds=("public",), awards=("national",))
    said = words("178 € et 254 € par an : tarif national de 2025-2026, l'an dernier.",
                 "€178 and €254 a year: national rate of 2025-2026, last year.")  # fmt: skip
    assert said in footer(national, "2026-11-30")
    assert "2025-2026" not in footer(national, "2026-06-30")


def test_a_registration_in_the_rncp_is_no_recognition_by_a_ministry(
    real_catalogue: Catalogue, words: Wording
) -> None:
    page = page_of(real_catalogue, "2026-11-30", words, kinds=("private",), recognised_by=("rncp",))
    told = cells(page, "recognised")
    assert told["3 Axes Institut"] == words("– (titre RNCP)", "– (RNCP title)")
    assert words("à vérifier", "to be checked") not in told.values()
    said = "\n".join(map(text_of, page.footer))
    assert words("ce n'est pas la reconnaissance d'un ministère",
                 "that is no recognition by a ministry") in said  # fmt: skip


def test_a_list_of_registered_titles_counts_those_in_force_and_the_schools_of_its_kind(
    real_catalogue: Catalogue, words: Wording
) -> None:
    filters = SchoolFilters(kinds=("private",), awards=("rncp",))
    found = list_schools(real_catalogue, filters, "2026-11-30")
    private = [s for s in real_catalogue.documents("school") if s.kind == "private"]
    assert found.of_kind == len(private) < found.known
    assert found.of_kind_programmes == sum(len(school.programmes) for school in private)
    page = school_list_page(found, words)
    assert words(f"sur {len(private)} de statut privé", f"out of {len(private)} of this kind") in (
        text_of(page.title)
    )
    said = "\n".join(map(text_of, page.footer))
    numbers = re.search(r"(\d+) (?:en vigueur|in force), (\d+) (?:échus?|ended), (\d+) ", said)
    assert numbers
    programmes = sum(len(row.programmes) for row in found.schools)
    assert sum(map(int, numbers.groups())) == programmes


def test_one_in_three_is_said_to_be_of_the_programmes_in_alternance(
    real_catalogue: Catalogue, words: Wording
) -> None:
    page = page_of(real_catalogue, "2026-11-30", words, kinds=("private",), alternance=True)
    (gloss,) = page.glosses
    among = words("ici celles en alternance", "here those in alternance")
    assert among in text_of(gloss.line)


def test_a_limit_on_fees_says_how_many_of_those_left_out_have_an_amount_all_the_same(
    real_catalogue: Catalogue, words: Wording
) -> None:
    asked = SchoolFilters(kinds=("private",), max_fees=9000.0)
    found = list_schools(real_catalogue, asked, "2026-11-30")
    (left,) = [each.schools for each in found.left_out if each.reason == "fees-unknown"]
    assert 5 < found.priced < left
    told = "\n".join(map(text_of, school_list_page(found, words).footer))
    assert words(f"dont {found.priced} avec un montant ancien, non daté ou partiel",
                 f"{found.priced} of them with an amount, old, undated or a part") in told  # fmt: skip


def test_a_limit_on_fees_counts_the_dearer_and_names_the_nearest_public_school(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    """The free list of a city is not to hide its university, at the national rate."""
    near = Near(real_catalogue.document("place", "brest"), 50.0)
    asked = SchoolFilters(departments=("son",), max_fees=0.0, near=near)
    page = school_list_page(list_schools(real_catalogue, asked, "2026-11-30"), words)
    told = "\n".join(map(text_of, page.footer))
    named, euros = "Image & Son Brest (UBO)", words.euros(178)
    assert words(f"Plus chères : 1 école, publique – {named}, {euros} par an : --max-fees 180",
                 f"Dearer: 1 school, public – {named}, {euros} a year: --max-fees 180") in told  # fmt: skip
    assert "explain frais-et-bourses" in told
    assert page.table
    assert words("en apprentissage", "as an apprentice") in " ".join(
        text_of(cell) for row in page.table.rows for cell in row.cells
    )
    assert words("trouver un employeur", "find an employer") in told
