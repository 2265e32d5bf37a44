"""What changed is told as the data say it now."""

from avcareers.query.changes import list_changes
from avcareers.store.catalogue import Catalogue


def test_what_is_told_of_alternance_is_what_the_sheet_says(real_catalogue: Catalogue) -> None:
    """Data are mended between two releases: what the last one said of a fact may be so no more."""
    schools = {school.slug: school for school in real_catalogue.documents("school")}
    told = 0
    for record in list_changes(real_catalogue).records:
        for fact in record.facts:
            if fact.field != "programmes.alternance":
                continue
            told += 1
            slug = fact.fact.split(".")[1]
            taught = next(one for one in schools[record.slug].programmes if one.slug == slug)
            if fact.after is None:
                known = taught.alternance and taught.alternance.mode != "unknown"
                assert not known, (record.slug, slug)
                continue
            assert taught.alternance, (record.slug, slug)
            assert f"mode={taught.alternance.mode}" in str(fact.after).split(), (record.slug, slug)
    assert told
