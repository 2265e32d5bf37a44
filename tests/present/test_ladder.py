"""The page of a ladder, and of the ways from one job to another."""

from avcareers.present.ladder import ladder_page, path_page
from avcareers.present.page import text_of
from avcareers.query.ladder import ladder_into, path_between
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording


def test_each_step_of_a_way_is_shown_with_its_level(catalogue: Catalogue, words: Wording) -> None:
    path = path_between(catalogue, "assistant-monteur", "chef-monteur")
    page = path_page(path, words)
    assert len(page.sections) == len(path.ways)
    assert [len(section.items) for section in page.sections] == [len(way) for way in path.ways]


def test_a_job_nothing_leads_to_says_so(catalogue: Catalogue, words: Wording) -> None:
    page = ladder_page(ladder_into(catalogue, "assistant-monteur"), words)
    assert page.sections == ()
    assert words("aucune promotion", "no usual promotion") in text_of(page.title)


def test_what_connects_two_jobs_is_said(real_catalogue: Catalogue, words: Wording) -> None:
    page = path_page(path_between(real_catalogue, "scripte", "chef-monteur"), words)
    said = "\n".join(text_of(item.line) for section in page.sections for item in section.items)
    assert words("Scripte remet son travail à", "Script supervisor hands work over to") in said


def test_a_job_is_not_above_itself(catalogue: Catalogue, words: Wording) -> None:
    page = path_page(path_between(catalogue, "monteur", "monteur"), words)
    assert words("c'est le même métier", "one and the same job") in text_of(page.title)
    assert page.sections == ()
