"""The page of a search: each row says what was found, to one who does not know its name."""

import pytest

from avcareers.present.page import Page, text_of
from avcareers.present.search import search_page
from avcareers.query.search.ranking import search
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Language, Wording


def column(page: Page, key: str) -> list[str]:
    """Return the cells of a column."""
    assert page.table
    place = [column.key for column in page.table.columns].index(key)
    return [text_of(row.cells[place]) for row in page.table.rows]


def commands_above(page: Page) -> list[str]:
    """Return the commands that stand above the list."""
    return [text for spans in page.lead for text, role in spans if role == "command"]


def test_a_job_a_stage_and_a_topic_say_what_they_are(
    real_catalogue: Catalogue, words: Wording
) -> None:
    for kind, record, query in (
        ("profession", "scripte", "scripte"), ("stage", "tournage", "tournage"),
    ):  # fmt: skip
        page = search_page(search(real_catalogue, query), words)
        said = dict(zip(column(page, "slug"), column(page, "says"), strict=True))
        assert said[record].startswith(words.of(real_catalogue.document(kind, record).summary))
    page = search_page(search(real_catalogue, "507h"), words)
    first = real_catalogue.document("topic", column(page, "slug")[0]).answer[0].text
    assert column(page, "says")[0].startswith(words.of(first))


def test_a_school_says_whose_it_is_where_and_what_it_teaches(
    real_catalogue: Catalogue, words: Wording
) -> None:
    said = column(search_page(search(real_catalogue, "la femis"), words), "says")[0]
    assert said.startswith(words("école publique, Paris : ", "public school, Paris: "))
    assert "Cursus principal" in said
    assert words(" et ", " and ") in said


@pytest.mark.parametrize(
    ("query", "name", "shown"), [("perchman", "perchman", True), ("scripte", "Scripte", False)]
)
def test_why_a_record_is_there_is_said_when_its_row_does_not_show_it(
    real_catalogue: Catalogue, query: str, name: str, *, shown: bool
) -> None:
    page = search_page(search(real_catalogue, query), Wording("fr"))
    assert (f": {name})" in column(page, "says")[0]) == shown
    assert column(page, "why")[0].endswith(f": {name}")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("devenir gaffer avec CAP electricien", "plan chef-electricien --from cap"),
        ("devenir monteur avec un bac+2", "plan monteur --from bac+2"),
        ("become a gaffer", "plan chef-electricien"),
        ("salaire electricien cinema", "pay electricien-plateau"),
    ],
)
def test_who_wants_to_become_is_shown_all_the_ways_and_who_asks_what_it_pays_the_minimum(
    real_catalogue: Catalogue, query: str, first: str
) -> None:
    page = search_page(search(real_catalogue, query), Wording("fr"))
    assert commands_above(page)[0] == f"avcareers {first}"


def test_a_diploma_done_as_an_apprentice_is_told_from_its_twin(
    real_catalogue: Catalogue, words: Wording
) -> None:
    page = search_page(search(real_catalogue, "bts audiovisuel son roubaix"), words)
    says = dict(zip(column(page, "slug"), column(page, "says"), strict=True))
    school = "lycee-jean-rostand-roubaix/bts-son"
    assert words("en apprentissage", "as an apprentice") in says[f"{school}-apprentissage"]
    assert words("apprentissage", "apprentice") not in says[f"{school}-scolaire"]


def test_no_command_is_offered_twice(real_catalogue: Catalogue, words: Wording) -> None:
    steps = search_page(search(real_catalogue, "bts audiovisuel son roubaix sti2d"), words).next
    assert len({step.command for step in steps}) == len(steps)


def test_how_many_there_are_is_said_with_how_to_see_them(
    real_catalogue: Catalogue, words: Wording
) -> None:
    found = search(real_catalogue, "montage", limit=5)
    page = search_page(found, words)
    assert found.total > 5
    assert words(f"5 sur {found.total}", f"5 of {found.total}") in text_of(page.title)
    assert "avcareers search montage --limit 15" in page.next[-1].command
    whole = search_page(search(real_catalogue, "perchman"), words)
    assert "--limit" not in "".join(step.command for step in whole.next)


@pytest.mark.parametrize(
    ("query", "language", "said"),
    [
        ("femmis", "fr", "vouliez-vous dire"),
        ("femmis", "en", "did you mean"),
        ("monter zzqvrt", "fr", "Rien ici ne parle de"),
        ("monter zzqvrt", "en", "Nothing here speaks of"),
    ],
)
def test_what_was_not_understood_is_said(
    real_catalogue: Catalogue, query: str, language: Language, said: str
) -> None:
    page = search_page(search(real_catalogue, query), Wording(language))
    assert said in " ".join(map(text_of, page.lead))


@pytest.mark.parametrize(
    ("query", "command"),
    [
        ("salaire monteur", "avcareers pay monteur"),
        ("monteur vs scripte", "avcareers compare monteur scripte"),
        ("devenir scripte", "avcareers plan scripte"),
        ("école à Lyon", "avcareers schools --near Lyon"),
        ("507", "avcareers explain 507h"),
        ("sans diplôme", "avcareers jobs --entry"),
    ],
)
def test_what_was_asked_for_stands_above_the_list_and_not_below(
    real_catalogue: Catalogue, query: str, command: str
) -> None:
    page = search_page(search(real_catalogue, query), Wording("fr"))
    assert commands_above(page)[0] == command
    assert command not in {step.command for step in page.next}
