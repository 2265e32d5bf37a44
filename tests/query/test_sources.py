"""Where facts come from, asked from either side."""

import pytest

from avcareers.model.errors import AmbiguousNameError, NotFoundError
from avcareers.query.pay import pay_of
from avcareers.query.sources import list_sources, sources_of
from avcareers.store.catalogue import Catalogue


def test_the_most_cited_source_comes_first_and_every_source_is_listed(
    catalogue: Catalogue,
) -> None:
    found = list_sources(catalogue)
    rows = found.sources
    assert len(rows) == found.known == 12
    assert [row.records for row in rows] == sorted((row.records for row in rows), reverse=True)
    counts = {row.source.slug: row.records for row in rows}
    assert counts["guide-des-etapes"] == 10  # seven jobs and three stages
    assert counts["releve-ancien"] == 1


def test_a_limit_keeps_the_most_cited_and_says_how_many_there_are(catalogue: Catalogue) -> None:
    short = list_sources(catalogue, limit=2)
    assert list(short.sources) == list(list_sources(catalogue).sources[:2])
    assert short.known == 12


@pytest.mark.parametrize(
    ("name", "kind", "slug"),
    [
        ("realisateur", "profession", "realisateur"),
        ("Réalisatrice", "profession", "realisateur"),
        ("film maker", "profession", "realisateur"),
        ("École du Phare", "school", "ecole-du-phare"),
        ("postproduction", "stage", "postproduction"),
        ("rncp-99003", "certification", "rncp-99003"),
        ("99003", "certification", "rncp-99003"),
    ],
)
def test_a_record_is_found_by_any_of_its_names(
    catalogue: Catalogue, name: str, kind: str, slug: str, today: str
) -> None:
    sheet = sources_of(catalogue, name, today)
    assert (sheet.kind, sheet.slug) == (kind, slug)
    assert sheet.sources
    assert sheet.records == ()


def test_the_sources_of_a_record_are_all_those_cited_anywhere_on_it(
    catalogue: Catalogue, today: str
) -> None:
    sheet = sources_of(catalogue, "realisateur", today)
    assert [s.slug for s in sheet.sources] == ["guide-des-etapes", "texte-de-branche"]


def test_the_texts_that_set_the_minimums_of_a_job_are_among_its_sources(
    catalogue: Catalogue, today: str
) -> None:
    paid = {
        floor.source.slug for floor in pay_of(catalogue, "scripte", today).floors if floor.current
    }
    assert paid
    assert paid <= {source.slug for source in sources_of(catalogue, "scripte", today).sources}


def test_a_source_tells_what_rests_on_it(catalogue: Catalogue, today: str) -> None:
    sheet = sources_of(catalogue, "texte-de-branche", today)
    assert sheet.kind == "source"
    assert sheet.records == (
        ("profession", "cadreur"), ("profession", "chef-monteur"), ("profession", "monteur"),
        ("profession", "realisateur"), ("profession", "scripte"),
    )  # fmt: skip


def test_a_misspelt_name_brings_near_ones(catalogue: Catalogue, today: str) -> None:
    with pytest.raises(NotFoundError) as failure:
        sources_of(catalogue, "texte-de-brnche", today)
    assert "texte-de-branche" in failure.value.near


def test_a_name_of_two_records_is_not_guessed(catalogue: Catalogue, today: str) -> None:
    with pytest.raises(AmbiguousNameError) as failure:
        sources_of(catalogue, "technicien image", today)
    assert failure.value.slugs == ("cadreur", "etalonneur")
