"""Everything the sheet of one school says."""

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from avcareers.model.answer import Merged, Unpublished
from avcareers.store.catalogue import Catalogue

from .awarded import Awarded, Registration, awarded
from .cards import Cards, in_order
from .costs import SchoolCosts, costing, school_costs
from .judged import CandidateSchool, JudgedProgramme
from .nearby import PlacedCampus, placed
from .recognition import (
    Recognised,
    Standing,
    Weighed,
    WeighedDiploma,
    WhoAnswers,
    best_of,
    ends_soon,
    grounds,
    registered,
)

if TYPE_CHECKING:
    from avcareers.model.school import School
    from avcareers.model.source import Source


class SchoolSheet(NamedTuple):
    """A school, and what other records say of it."""

    school: Annotated["School", Merged()]
    """The school."""
    recognised: Recognised
    """Whether a ministry answers for it, and for one of its diplomas, on the day of the answer."""
    recognition: tuple[Weighed, ...]
    """What is recognised of the school itself."""
    campuses: tuple[PlacedCampus, ...]
    """Where it teaches."""
    certifications: tuple[Registration, ...]
    """Certifications named, with their successors."""
    sources: "tuple[Source, ...]"
    """Every source cited, in full."""
    programmes: tuple[JudgedProgramme, ...]
    """What it teaches."""
    diplomas: tuple[Awarded, ...]
    """What its programmes lead to, each diploma once."""
    costs: SchoolCosts
    """What its programmes cost together, status by status."""
    prepares_for: tuple[str, ...]
    """Jobs that its programmes lead to, each once."""
    directory: str | None
    """Where the official directory lists a lycée whose own address is not known."""
    own_sources: Annotated["tuple[Source, ...]", Unpublished]
    """Sources of the school itself."""
    cited: Annotated[Cards, Unpublished]
    """Sources cited, by slug."""
    jobs: Annotated[Cards, Unpublished]
    """Jobs its programmes lead to."""
    checked_at: Annotated[dict[str, tuple[Any, ...]], Unpublished]
    """Official places where to verify, by topic."""
    today: Annotated[str, Unpublished]

    @property
    def of_diplomas(self) -> tuple[WeighedDiploma, ...]:
        """Return what is recognised of each of its diplomas, what several share said once."""
        found: list[WeighedDiploma] = []
        for programme in self.programmes:
            found += (weighed for weighed in programme.recognition if weighed not in found)
        return tuple(found)

    @property
    def only_as_apprentice(self) -> bool:
        """True if its programmes are all known to be done as an apprentice only."""
        return bool(self.programmes) and all(
            each.record.routes == ("apprentissage",) for each in self.programmes
        )

    @property
    def answers(self) -> WhoAnswers:
        """Return who answers for the school, and for its diplomas."""
        return WhoAnswers(self.recognition, self.of_diplomas)

    @property
    def visa(self) -> Standing:
        """Return the best standing of the visas of its diplomas; informative without any."""
        return best_of([w.standing for w in self.of_diplomas if w.entry.kind == "visa"])

    def ending_soon(self, titles: Iterable[Awarded]) -> tuple[Awarded, ...]:
        """Return the titles in force whose registration ends within half a year."""
        return tuple(
            each
            for each in titles
            if each.standing == "in-force" and ends_soon(each.until, self.today)
        )

    def registration(self, slug: str) -> Registration:
        """Return one of the certifications named."""
        return next(each for each in self.certifications if each.certification.slug == slug)

    def city(self, slug: str) -> str:
        """Return the name of the city of one of its campuses."""
        return next(each.city.name for each in self.campuses if each.city.slug == slug)


_DIRECTORY = "https://data.education.gouv.fr/explore/dataset/fr-en-annuaire-education/table/?q="
"""The directory of the ministry, asked for a national number: lycées are in it, other schools may
not be."""

CHECKED_BY = ("ministere-culture", "visa-et-grade", "rncp", "qualiopi")
"""Topics that name where the lines of a sheet are verified."""


def school_sheet(catalogue: Catalogue, slug: str, today: str) -> SchoolSheet:
    """Return the sheet of a school on a day (ISO)."""
    school: Any = catalogue.document("school", slug)
    on = grounds(catalogue, today)
    around = costing(catalogue.documents("rule"), today)
    judged = CandidateSchool(school, school.programmes, around, on)
    programmes = tuple([programme.judged for programme in judged.programmes])
    of_diplomas = tuple(chain.from_iterable(p.recognition for p in programmes))
    places = catalogue.cards("place", (campus.place for campus in school.campuses))
    named = (each.certification for each in (*school.programmes, *(w.entry for w in of_diplomas)))
    possible = chain.from_iterable(each.possible_certifications for each in school.programmes)
    sql = "SELECT source FROM citation WHERE kind = 'school' AND slug = ?"
    of_costs = (source for p in programmes for cost in p.costs for source in cost.sources)
    own = (source for (source,) in catalogue.rows(sql, (slug,)))
    certifications = _certifications(catalogue, (*named, *possible), today)
    of_register = (
        source
        for each in certifications
        for source in (each.certification.sources[0], *(
            (each.certification.listed.source,) if each.certification.listed else ()))
    )  # fmt: skip
    of_recognition = (weighed.entry.source for weighed in of_diplomas)
    cited = catalogue.cards("source", {*own, *of_costs, *of_recognition, *of_register})
    checking = catalogue.cards("topic", CHECKED_BY)
    by_slug = {each.certification.slug: each for each in certifications}
    jobs = catalogue.cards("profession", (j for p in school.programmes for j in p.leads_to))
    return SchoolSheet(
        school=school,
        recognised=WhoAnswers(judged.recognition, of_diplomas).recognised,
        recognition=judged.recognition,
        campuses=placed(school.campuses, places),
        programmes=programmes,
        diplomas=awarded(programmes, by_slug.__getitem__),
        costs=school_costs(((each.record, each.costs) for each in programmes), today),
        certifications=certifications,
        sources=tuple(cited[source] for source in sorted(cited)),
        own_sources=in_order(cited, school.sources),
        cited=cited,
        prepares_for=tuple(jobs),
        directory=directory_of(school),
        jobs=jobs,
        checked_at={topic: card.check_at for topic, card in checking.items()},
        today=today,
    )


def directory_of(school: "School") -> str | None:
    """Return where the official directory lists a lycée whose own address is not known."""
    if school.website or school.type != "lycee":
        return None
    return next((_DIRECTORY + campus.uai for campus in school.campuses if campus.uai), None)


def _certifications(
    catalogue: Catalogue, named: Iterable[str | None], today: str
) -> tuple[Registration, ...]:
    """Return the certifications named and their successors, by slug."""
    found = catalogue.cards("certification", filter(None, named))
    successors = {slug for certification in found.values() for slug in certification.replaced_by}
    found |= catalogue.cards("certification", successors)
    return tuple(
        Registration(found[slug], registered(found[slug].expires, today)) for slug in sorted(found)
    )
