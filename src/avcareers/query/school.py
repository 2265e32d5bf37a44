"""Everything the sheet of one school says."""

from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.store.catalogue import Catalogue

from .naming import Cards, in_order
from .recognition import Standing
from .schools import standing_of

if TYPE_CHECKING:
    from avcareers.model.certification import Certification
    from avcareers.model.school import School
    from avcareers.model.source import Source


class SchoolSheet(NamedTuple):
    """A school, and what other records say of it."""

    school: "School"
    standing: Standing
    """How far a ministry answers for it, on the day."""
    places: Cards
    """Cities of its campuses."""
    certifications: "dict[str, Certification]"
    """Certifications its programmes prepare and its recognition names, with their successors."""
    jobs: Cards
    """Jobs its programmes lead to."""
    sources: "tuple[Source, ...]"
    cited: Cards
    """Every source the sheet cites."""
    checks: dict[str, tuple[Any, ...]]
    """Official places where to verify, by topic."""
    today: str


CHECKED_BY = ("ministere-culture", "visa-et-grade", "rncp", "qualiopi")
"""Topics that name where the lines of a sheet are verified."""


def school_sheet(catalogue: Catalogue, slug: str, today: str) -> SchoolSheet:
    """Give the sheet of a school on a day (ISO)."""
    school: Any = catalogue.document("school", slug)
    named = {p.certification for p in school.programmes if p.certification}
    named |= {entry.certification for entry in _entries(school) if entry.certification}
    certifications = catalogue.cards("certification", named)
    successors = {s for c in certifications.values() for s in c.replaced_by}
    certifications |= catalogue.cards("certification", successors)
    sql = "SELECT source FROM citation WHERE kind = 'school' AND slug = ?"
    cited = catalogue.cards("source", (source for (source,) in catalogue.rows(sql, (slug,))))
    return SchoolSheet(
        school=school,
        standing=standing_of(school, school.programmes, today),
        places=catalogue.cards("place", (campus.place for campus in school.campuses)),
        certifications=certifications,
        jobs=catalogue.cards("profession", (j for p in school.programmes for j in p.leads_to)),
        sources=in_order(cited, school.sources),
        cited=cited,
        checks={
            slug: topic.check_at for slug, topic in catalogue.cards("topic", CHECKED_BY).items()
        },
        today=today,
    )


def _entries(school: "School") -> tuple[Any, ...]:
    return (*school.recognition, *(e for p in school.programmes for e in p.recognition))
