"""The real data: valid, without a finding, and each record found by each of its names."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from avcareers.audit.check import RULES, Rule
from avcareers.model.content import Content
from avcareers.model.errors import AmbiguousNameError, NotFoundError
from avcareers.render.data import published
from avcareers.store.catalogue import Catalogue


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_holds(real_content: Content, rule: Rule) -> None:
    found = [
        f"{finding.kind} {finding.slug}.{'.'.join(map(str, finding.field))}: "
        f"{finding.must}, found {finding.found}"
        for finding in rule(real_content)
    ]
    assert found == []


def names_of(kind: str, record: Any) -> Iterator[str]:
    """Return what people may call a record."""
    yield record.slug
    yield from getattr(record, "formerly", ())
    match kind:
        case "profession":
            yield from (record.title.fr_m, record.title.fr_f, record.title.en)
            yield from (*record.other_names.fr, *record.other_names.en)
        case "school":
            yield from (name for name in (record.name, record.legal_name) if name)
            yield from record.other_names
        case "stage" | "department":
            yield from (record.name.fr, record.name.en)
        case "place":
            yield record.name
        case "certification":
            yield str(record.number)


def without_accents(name: str) -> str:
    """Return a name as one types it on a keyboard without accents."""
    typed = name.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("’", "'")
    marks = unicodedata.normalize("NFD", typed)
    return "".join(mark for mark in marks if unicodedata.category(mark) != "Mn")


@pytest.mark.parametrize(
    "kind", ["profession", "school", "stage", "department", "place", "certification"]
)
@pytest.mark.parametrize(
    "typed", [without_accents, str.upper, str], ids=["plain", "upper", "as-is"]
)
def test_each_record_is_found_by_each_of_its_names(
    real_content: Content, real_catalogue: Catalogue, kind: str, typed: Any
) -> None:
    records = [record for of, record in real_content.all_records() if of == kind]
    assert records
    lost = []
    for record in records:
        for name in names_of(kind, record):
            try:
                found = real_catalogue.find(kind, typed(name))
                bearers: tuple[str, ...] = (found.slug, *found.others)
            except AmbiguousNameError as error:
                bearers = error.slugs
            except NotFoundError:
                bearers = ()
            if record.slug not in bearers:
                lost.append(f"{record.slug}: {name!r} gives {bearers}")
    assert lost == []


def test_the_key_of_a_record_always_leads_to_it(
    real_content: Content, real_catalogue: Catalogue
) -> None:
    for kind, record in real_content.all_records():
        if kind in {"profession", "school", "stage", "department", "place", "certification"}:
            assert real_catalogue.find(kind, record.slug).slug == record.slug, (
                f"{kind} {record.slug}"
            )


def test_a_title_of_a_job_is_of_no_other_job(
    real_content: Content, real_catalogue: Catalogue
) -> None:
    for job in real_content.professions:
        for title in (job.title.fr_m, job.title.fr_f):
            assert real_catalogue.find("profession", title).slug == job.slug, f"{job.slug}: {title}"


def test_every_record_comes_back_as_its_model_wrote_it(
    real_content: Content, real_catalogue: Catalogue
) -> None:
    for kind, record in real_content.all_records():
        document = published(real_catalogue.document(kind, record.slug))
        assert document == record.model_dump(mode="json"), f"{kind} {record.slug}"
