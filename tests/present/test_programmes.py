"""Pages of programmes one by one: figures that are not compared are not shown as if they were."""

from collections.abc import Callable

import pytest

from avcareers.present.costs import amounts
from avcareers.present.page import text_of
from avcareers.present.programmes import programme_list_page
from avcareers.present.schools import school_list_page
from avcareers.query.programmes import ProgrammeList
from avcareers.text.wording import Wording

Programmes = Callable[..., ProgrammeList]


def names(listed: ProgrammeList) -> list[str]:
    return [f"{row.school}/{row.programme.record.slug}" for row in listed.programmes]


def test_the_page_says_wishes_are_wishes_and_shows_no_share_of_them(
    programmes: Programmes, words: Wording
) -> None:
    page = programme_list_page(programmes(), words)
    assert page.table
    keys = [column.key for column in page.table.columns]
    place = keys.index("selectivity")
    told = {
        f"{text_of(row.cells[keys.index('school')])}: {text_of(row.cells[keys.index('programme')])}": text_of(
            row.cells[place]
        )
        for row in page.table.rows
    }
    assert told["Cours Nomade: Cours de montage"] == words("500 vœux 2025", "500 wishes 2025")
    bts = told["Lycée des Remparts: BTS imaginaire, option montage"]
    assert bts == words("400 vœux 2025", "400 wishes 2025")
    assert told["École du Ponant: Licence de réalisation"] == "20 / 200 2025"
    assert told["Studio Tramontane: Licence de montage"] == "?"
    under = words("Les deux ne se comparent pas.", "The two do not compare.")
    assert text_of(page.footer[0]).endswith(under)


def test_unknown_fees_are_not_shown_as_none(programmes: Programmes, words: Wording) -> None:
    page = programme_list_page(programmes("fees"), words)
    assert page.table
    place = [column.key for column in page.table.columns].index("fees")
    shown = [text_of(row.cells[place]) for row in page.table.rows]
    assert shown == [
        *[words.euros(0)] * 3,
        *(words.euros(fees) for fees in (200, 250, 3000)),
        amounts(5000, 6000.5, words, "cell"), words.euros(7000), words("? (ancien)", "? (old)"), "?",
    ]  # fmt: skip


def test_without_a_city_there_is_no_distance(programmes: Programmes, words: Wording) -> None:
    listed = programmes()
    assert {row.kilometres for row in listed.programmes} == {None}
    page = programme_list_page(listed, words)
    assert page.table
    assert "distance" not in [column.key for column in page.table.columns]


def test_a_distance_stands_in_its_own_column(programmes: Programmes, words: Wording) -> None:
    page = programme_list_page(programmes(near=("rennes", 250)), words)
    assert page.table
    place = [column.key for column in page.table.columns].index("distance")
    assert [text_of(row.cells[place]) for row in page.table.rows][:2] == ["0", "210"]


@pytest.mark.parametrize("limit", [1, 3, 10, 50])
def test_a_limit_cuts_the_list_and_says_so(
    programmes: Programmes, words: Wording, limit: int
) -> None:
    whole = programmes("fees")
    listed = programmes("fees", limit=limit)
    assert listed.matching == whole.matching == 10
    assert names(listed) == names(whole)[:limit]
    title = text_of(programme_list_page(listed, words).title)
    assert words("10 formations sur 10", "10 programmes out of 10") in title
    said = "affichée" if limit == 1 else "affichées"
    shown = words(f", {limit} {said}", f", {limit} shown")
    assert (shown in title) == (limit < 10)


def test_one_shown_is_said_in_the_singular(programmes: Programmes, french: Wording) -> None:
    title = text_of(programme_list_page(programmes(limit=1), french).title)
    assert title.endswith("1 affichée")


def test_no_programme_is_said(programmes: Programmes, words: Wording) -> None:
    page = programme_list_page(programmes(jobs=("monteur",), levels=(8,)), words)
    assert page.table
    assert page.table.rows == ()
    assert page.empty == words("Aucune formation ne répond à tous ces critères.",
                               "No programme meets all these criteria.")  # fmt: skip
    assert page.next == ()


def test_what_was_left_out_is_counted_in_programmes(programmes: Programmes, words: Wording) -> None:
    page = programme_list_page(programmes(jobs=("monteur",), max_fees=1000), words)
    told = text_of(page.footer[-1])
    # The licence of Tramontane says no fees.
    assert told == words(
        "Écartées au 23 novembre 2026 : 1 formation (frais inconnus ou trop anciens : 1).",
        "Left out on 23 November 2026: 1 programme (fees unknown or too old: 1).",
    )


def test_schools_without_a_known_programme_are_said_apart(
    programmes: Programmes, words: Wording
) -> None:
    listed = programmes(jobs=("scripte",))
    silent = listed._replace(found=listed.found._replace(without_programmes=1))
    assert text_of(programme_list_page(silent, words).footer[-1]).endswith(
        words(" 1 école dont aucune formation n'est renseignée.",
              " 1 school with no known programme.")
    )  # fmt: skip


def test_an_offer_to_be_checked_is_marked_and_explained(
    programmes: Programmes, words: Wording
) -> None:
    listed = programmes(jobs=("scripte",))
    (row,) = listed.programmes
    doubtful = row.programme._replace(offer_to_check=True)
    (school,) = listed.found.schools
    found = listed.found._replace(schools=(school._replace(programmes=(doubtful,)),))
    marked = listed._replace(programmes=(row._replace(programme=doubtful),), found=found)
    mark = words("offre à vérifier", "offer to be checked")
    for page in (programme_list_page(marked, words), school_list_page(found, words)):
        assert page.table
        told = " ".join(map(text_of, page.table.rows[0].cells))
        assert f"({mark}" in told
        assert any(mark in text_of(said) for said in page.footer)
    sure = programme_list_page(listed, words)
    assert sure.table
    assert mark not in " ".join(map(text_of, (*sure.table.rows[0].cells, *sure.footer)))


def test_an_order_says_what_it_puts_last(programmes: Programmes, words: Wording) -> None:
    left = words("le nombre d'admis ou de candidats est inconnu", "applicants are not known")
    unknown = words("dont le prix est inconnu", "whose price is not known")
    for order, said in (("selectivity", left), ("fees", unknown)):
        assert said in text_of(programme_list_page(programmes(order), words).footer[0])
