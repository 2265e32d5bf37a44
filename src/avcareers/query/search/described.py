"""What is said of each thing found: what it is, for one who does not know its name."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from avcareers.query.offer import is_apprenticeship
from avcareers.store.catalogue import Catalogue
from avcareers.store.sites import campuses_of

if TYPE_CHECKING:
    from .ranking import Hit

KIND_OF_RECORD = {"job": "profession", "stage": "stage", "topic": "topic"}


def described(catalogue: Catalogue, hits: "tuple[Hit, ...]") -> "tuple[Hit, ...]":
    """Return hits with what is said of them: a sentence, or where it is and what it teaches."""
    records = {kind: catalogue.cards(of, (hit.slug for hit in hits if hit.kind == kind))
               for kind, of in KIND_OF_RECORD.items()}  # fmt: skip
    taught_by = {hit.slug.split("/")[0] for hit in hits if hit.kind in {"school", "programme"}}
    schools = catalogue.cards("school", taught_by)
    places = catalogue.cards(
        "place", {campus.place for school in schools.values() for campus in school.campuses}
    )

    def said(hit: "Hit") -> "Hit":
        if hit.kind in records:
            record = records[hit.kind][hit.slug]
            if hit.kind != "topic":
                return hit._replace(says=record.summary)
            return hit._replace(says=record.answer[0].text, outside=record.outside)
        key, _, programme = hit.slug.partition("/")
        school = schools[key]
        taught = list(_programmes(catalogue, key))
        campuses = school.campuses
        if programme:
            taught = [each for each in taught if each.slug == programme]
            campuses = campuses_of(school, taught[0]) if taught else campuses
        cities = tuple(dict.fromkeys(str(places[campus.place].name) for campus in campuses))
        if programme:
            if not taught:
                return hit._replace(cities=cities)
            apprentice = is_apprenticeship(taught[0])
            return hit._replace(cities=cities, award=taught[0].award, apprenticeship=apprentice)
        teaches = tuple(dict.fromkeys(each.course_name or each.title for each in taught))
        return hit._replace(school_kind=school.kind, cities=cities, teaches=teaches)

    return tuple(map(said, hits))


def _programmes(catalogue: Catalogue, school: str) -> Iterator[Any]:
    sql = "SELECT card FROM programme WHERE school = ? ORDER BY position"
    found: Iterable[Any] = catalogue.read(sql, (school,))
    yield from found
