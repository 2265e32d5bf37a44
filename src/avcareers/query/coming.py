"""What ends on a day that is known: recognitions, visas, grades and registrations."""

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

from avcareers.model.answer import Unpublished
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import read_document


class Ending(NamedTuple):
    """Something that ends, for one school; or a registration, for all that prepare for it."""

    until: str
    """Last day, month or year (ISO)."""
    kind: str
    """What ends: `rncp`, `visa`, `grade-master`… as a recognition is called."""
    certification: str | None
    """Key of the certification, when it is one."""
    title: str | None
    """Its title."""
    school: str | None
    """Key of the school; none for a registration."""
    name: str | None
    """Name of the school."""
    programme: str | None
    """Key of the programme; none when it is of the school itself."""
    course: str | None
    """What the programme is called."""
    schools: tuple[str, ...]
    """Keys of the schools that prepare for a registration."""

    @property
    def last_day(self) -> str:
        """Return the last day: of a month or a year, its own."""
        from calendar import monthrange

        year, _, rest = self.until.partition("-")
        if not rest:
            return f"{year}-12-31"
        if len(rest) == 2:
            return f"{year}-{rest}-{monthrange(int(year), int(rest))[1]:02d}"
        return self.until


class EndingList(NamedTuple):
    """What ends from a day on."""

    from_: str
    """The day (ISO)."""
    endings: tuple[Ending, ...]
    """What ends, the soonest first."""
    names: Annotated[dict[str, str], Unpublished]
    """What schools are called, by key."""


def list_endings(
    catalogue: Catalogue, today: str, *, record: tuple[str, str] | None = None
) -> EndingList:
    """Return what ends from a day on: all, or what is of a school or a certification."""
    schools = catalogue.cards("school")
    names = {slug: school.name for slug, school in schools.items()}
    found = (
        ending
        for ending in (
            *_of_programmes(catalogue, names),
            *_of_schools(schools),
            *_registered(catalogue),
        )
        if ending.last_day >= today and (record is None or _is_of(ending, *record))
    )
    return EndingList(
        today,
        tuple(
            sorted(
                found,
                key=lambda each: (
                    each.last_day,
                    each.kind,
                    each.certification or "",
                    each.school or "",
                    each.programme or "",
                ),
            )
        ),
        names,
    )


def _is_of(ending: Ending, kind: str, slug: str) -> bool:
    if kind == "school":
        return slug == ending.school or slug in ending.schools
    return (kind, slug) == ("certification", ending.certification)


def _of_programmes(catalogue: Catalogue, names: dict[str, str]) -> Iterator[Ending]:
    for school, card in catalogue.rows(
        "SELECT school, card FROM programme ORDER BY school, position"
    ):
        programme = read_document(card)
        for entry in programme.recognition:
            # That of a registration is the register's own: it is told once for all schools.
            if entry.until and entry.kind != "rncp":
                course = programme.course_name or programme.title
                yield Ending(
                    entry.until, entry.kind, entry.certification, None, school,
                    names[school], programme.slug, course, (),
                )  # fmt: skip


def _of_schools(schools: dict[str, Any]) -> Iterator[Ending]:
    for school in schools.values():
        for entry in school.recognition:
            if entry.until:
                yield Ending(
                    entry.until, entry.kind, None, None, school.slug, school.name, None, None, ()
                )


def _registered(catalogue: Catalogue) -> Iterator[Ending]:
    sql = """
        SELECT value, group_concat(DISTINCT school) FROM programme_facet
        WHERE facet = 'certification' GROUP BY value
    """
    preparing = dict(catalogue.rows(sql))
    cards: dict[str, Any] = catalogue.cards("certification", preparing)
    for slug, schools in preparing.items():
        card = cards[slug]
        if card.expires:
            among = tuple(sorted(schools.split(",")))
            yield Ending(card.expires, "rncp", slug, card.title, None, None, None, None, among)
