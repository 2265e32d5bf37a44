"""What changed is told as the data say it now."""

from avcareers.query.changes import list_changes
from avcareers.query.histories import BEGINNING
from avcareers.store.catalogue import Catalogue


def test_what_was_told_last_of_alternance_is_what_the_sheet_says(real_catalogue: Catalogue) -> None:
    """Data are mended between two releases: what the last one said of a fact may be so no more."""
    schools = {school.slug: school for school in real_catalogue.documents("school")}
    records = sorted(
        list_changes(real_catalogue, since=BEGINNING).records,
        key=lambda each: [*map(int, each.version.split("."))],
    )
    told = {
        (record.slug, fact.fact): fact.after
        for record in records
        for fact in record.facts
        if fact.field == "programmes.alternance"
    }
    assert told
    for (school, fact), after in told.items():
        slug = fact.split(".")[1]
        taught = next(one for one in schools[school].programmes if one.slug == slug)
        if after is None:
            known = taught.alternance and taught.alternance.mode != "unknown"
            assert not known, (school, slug)
            continue
        assert taught.alternance, (school, slug)
        assert f"mode={taught.alternance.mode}" in str(after).split(), (school, slug)
