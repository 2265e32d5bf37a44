"""Short sourced answers: how they are found."""

import re

import pytest

from avcareers.model.errors import AmbiguousNameError, NotFoundError
from avcareers.query.topics import list_topics, topic_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

TODAY = "2026-11-30"


def test_there_are_at_least_thirty_answers_each_sourced_and_in_both_languages(
    real_catalogue: Catalogue,
) -> None:
    topics = list_topics(real_catalogue).topics
    assert len(topics) >= 30
    for topic in topics:
        assert topic_sheet(real_catalogue, topic.slug, TODAY).sources
        pairs = [topic.title, *topic.asked, *topic.not_decided, *topic.doubts]
        pairs += [statement.text for statement in topic.answer]
        pairs += [text for found in topic.obsolete for text in (found.claim, found.why)]
        for pair in pairs:
            assert pair.fr.strip()
            assert pair.en.strip()
        assert any(statement.text.fr != statement.text.en for statement in topic.answer)


def test_every_real_answer_is_found_by_each_of_its_names_without_accents(
    real_catalogue: Catalogue,
) -> None:
    for topic in list_topics(real_catalogue).topics:
        names = [topic.slug, *topic.formerly, topic.title.fr, topic.title.en, *topic.other_names]
        for name in names:
            for written in (name, fold(name), name.upper()):
                try:
                    found = real_catalogue.find("topic", written)
                    bearers = {found.slug, *found.others}
                except AmbiguousNameError as error:
                    bearers = set(error.slugs)
                assert topic.slug in bearers, written


@pytest.mark.parametrize(
    "name",
    ["contrat-court", "contrat-bref", "Le contrat à durée brève", "le contrat a duree breve",
     "THE SHORT CONTRACT", "cdd d'été", "CDD d ete", "summer job contract"],
)  # fmt: skip
def test_an_answer_is_found_by_any_of_its_names(catalogue: Catalogue, name: str) -> None:
    assert catalogue.find("topic", name).slug == "contrat-court"


def test_a_misspelt_answer_brings_near_ones(catalogue: Catalogue) -> None:
    with pytest.raises(NotFoundError) as failure:
        catalogue.find("topic", "contrat-cour")
    assert failure.value.near[0] == "contrat-court"


def test_neighbours_and_sources_stand_as_written(catalogue: Catalogue) -> None:
    sheet = topic_sheet(catalogue, "contrat-court", TODAY)
    assert [topic.slug for topic in sheet.related] == ["mot-fragile", "grille-sans-date", "rumeur"]
    cited = ["accord-2024", "blog-du-cinephile", "fiche-publique"]
    assert [source.slug for source in sheet.sources] == cited


AGES = re.compile(r"\b(\d\d)(?: à (\d\d))? ans\b")


def test_a_topic_never_says_another_age_of_a_school_than_its_sheet(
    real_catalogue: Catalogue,
) -> None:
    told = 0
    for topic in real_catalogue.documents("topic"):
        for each in topic.answer:
            name, colon, rest = each.text.fr.partition(" : ")
            school = real_catalogue.known("school", name) if colon else None
            ages = set(AGES.findall(rest)) if school else set()
            if school and ages:
                sheet = real_catalogue.document("school", school.slug)
                notes = " ".join(
                    note.fr for taught in sheet.programmes if (note := taught.admission_note)
                )
                assert ages <= set(AGES.findall(notes)), (topic.slug, each.text.fr)
                told += 1
    assert told
