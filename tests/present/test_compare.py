"""The page of a comparison."""

from avcareers.present.compare import comparison_page
from avcareers.present.page import text_of
from avcareers.query.compare import compare
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording


def test_equal_rows_are_hidden_and_counted_when_asked(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    found = compare(catalogue, ("monteur", "chef-monteur"), today)
    every, differing = (
        comparison_page(found, words, only_differences=only) for only in (False, True)
    )
    assert every.table
    assert differing.table
    hidden = len(every.table.rows) - len(differing.table.rows)
    assert hidden > 0
    assert str(hidden) in text_of(differing.footer[0])
    for row in differing.table.rows:
        assert len({text_of(cell) for cell in row.cells[1:]}) > 1


def test_what_is_not_known_is_said_to_be(catalogue: Catalogue, today: str, words: Wording) -> None:
    found = compare(catalogue, ("lycee-des-goelands", "institut-cornouaille"), today)
    page = comparison_page(found, words)
    assert page.table
    cells = [text_of(cell) for row in page.table.rows for cell in row.cells[1:]]
    assert all(cells)
    assert words.unknown in cells


def test_each_line_of_the_checklist_is_compared_by_itself(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = comparison_page(compare(catalogue, ("monteur", "chef-monteur"), today), words)
    assert page.table
    titles = {text_of(row.cells[0]) for row in page.table.rows}
    assert {words("Nuits", "Nights"), words("Travail seul", "Working alone"),
            words("École publique", "State school")} <= titles  # fmt: skip


def test_a_school_is_answered_for_by_name(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    found = compare(real_catalogue, ("la-femis", "ens-louis-lumiere"), today)
    page = comparison_page(found, words)
    assert page.table
    answered = next(row for row in page.table.rows if "répond" in text_of(row.cells[0])
                    or "Who" in text_of(row.cells[0]))  # fmt: skip
    assert [text_of(cell) for cell in answered.cells[1:]] == [
        words(
            "école publique sous tutelle du ministère de la Culture",
            "public school under the Ministry of Culture",
        ),
        words(
            "école publique sous tutelle du ministère de l'Enseignement supérieur",
            "public school under the Ministry of Higher Education",
        ),
    ]
    assert all(any(c.isdigit() for c in text_of(cell)) for row in page.table.rows
               if text_of(row.cells[0]) == "Places" for cell in row.cells[1:])  # fmt: skip
