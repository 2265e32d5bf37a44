"""Rules on schools, their programmes and the certifications these prepare."""

import re
from collections.abc import Iterator

from avcareers.model.content import Content
from avcareers.model.school import Programme, School
from avcareers.text.folding import fold
from avcareers.text.geography import kilometres_between

from .finding import Finding
from .ladder import cycles

CAMPUS_REACH_KM = 30
"""A campus stands within this distance of the city it names."""

LEVELS_OF_AWARD = {"national": range(3, 9), "visa": range(5, 8), "grade": range(6, 8)}
"""Levels an award of that legal nature can have."""

_PREPARATORY = re.compile(
    r"\b(mise a niveau|preparatoires?|prepa|preparation (aux?|des?|d )?\s*(concours|ecoles?))\b"
)
"""What the name of a preparatory class says, folded."""

_ON_FRENCH_SOIL = (
    # (south, north, west, east) in degrees: metropolitan France, then overseas.
    (41.2, 51.2, -5.3, 9.7),  # Corsica included
    (14.3, 18.2, -63.2, -60.7),  # Guadeloupe, Martinique, northern islands
    (2.0, 6.0, -54.7, -51.5),  # Guyane
    (-21.5, -20.8, 55.1, 55.9),  # La Réunion
    (-13.1, -12.6, 44.9, 45.4),  # Mayotte
    (46.7, 47.2, -56.5, -56.1),  # Saint-Pierre-et-Miquelon
    (-22.9, -19.5, 163.5, 168.2),  # Nouvelle-Calédonie
    (-28.0, -7.8, -155.0, -134.0),  # Polynésie française
)


def _finding(school: School, path: tuple[str | int, ...], *rest: str) -> Finding:
    return Finding("school", school.slug, path, *rest)


def addresses_are_written_out(content: Content) -> Iterator[Finding]:
    """An address is written as in a letter, not in the capitals of a register."""
    for school in content.schools:
        for place, campus in enumerate(school.campuses):
            words = [word for word in (campus.address or "").split() if len(word) > 1]
            words = [word for word in words if word.isalpha()]
            if words and sum(word.isupper() for word in words) * 2 > len(words):
                yield _finding(
                    school, ("campuses", place, "address"), "address-capitals",
                    "must be written out in small letters", campus.address or "",
                    "write it as on a letter: « 12 avenue de Figuières »",
                )  # fmt: skip


def campuses_stand_in_france(content: Content) -> Iterator[Finding]:
    """A campus and a city are on French soil, the campus near the city it names."""
    places = {place.slug: place for place in content.places}
    for place in content.places:
        if not _on_french_soil(place.lat, place.lon):
            yield Finding("place", place.slug, ("lat",), "in-france", "must be on French soil",
                          f"{place.lat}, {place.lon}", "correct the coordinates")  # fmt: skip
    for school in content.schools:
        for index, campus in enumerate(school.campuses):
            if (campus.lat is None) != (campus.lon is None):
                yield _finding(
                    school,
                    ("campuses", index),
                    "coordinates",
                    "must give both lat and lon, or neither",
                    "one",
                    "add the other",
                )
            if campus.lat is None or campus.lon is None:
                continue
            place = places[campus.place]
            away = kilometres_between(campus.lat, campus.lon, place.lat, place.lon)
            if away > CAMPUS_REACH_KM:
                yield _finding(school, ("campuses", index, "lat"), "near-its-city",
                               f"must be within {CAMPUS_REACH_KM} km of {place.name}",
                               f"{away:.0f} km", "correct the coordinates or the city")  # fmt: skip


def _on_french_soil(lat: float, lon: float) -> bool:
    return any(s <= lat <= n and w <= lon <= e for s, n, w, e in _ON_FRENCH_SOIL)


def schools_are_listed_once(content: Content) -> Iterator[Finding]:
    """No two schools share a UAI, nor a name in one city."""
    owners: dict[object, str] = {}
    for school in content.schools:
        for index, campus in enumerate(school.campuses):
            for key in (campus.uai, (fold(school.name), campus.place)):
                if key is not None and owners.setdefault(key, school.slug) != school.slug:
                    yield _finding(
                        school,
                        ("campuses", index),
                        "listed-once",
                        f"must not be listed twice: {owners[key]} has the same",
                        key if isinstance(key, str) else " in ".join(key),
                        "make one record of the two",
                    )


def programmes_are_listed_once(content: Content) -> Iterator[Finding]:
    """No school lists twice what has one name, one award, the same routes and the same cities."""
    for school in content.schools:
        first: dict[object, str] = {}
        for index, programme in enumerate(school.programmes):
            name = fold(programme.course_name or programme.title)
            same = (name, programme.award, programme.routes, programme.campuses)
            if first.setdefault(same, programme.slug) != programme.slug:
                yield _finding(
                    school,
                    ("programmes", index),
                    "listed-once",
                    f"must not be listed twice: `{first[same]}` is the same",
                    programme.slug,
                    "make one programme of the two, with the older slug under `formerly`",
                )


def preparatory_classes_lead_to_studies(content: Content) -> Iterator[Finding]:
    """A preparatory class is said to be one, and prepares for no job by itself."""
    for school in content.schools:
        for index, programme in enumerate(school.programmes):
            name = f"{programme.title} {programme.course_name or ''}"
            if programme.award == "school" and _PREPARATORY.search(fold(name)):
                yield _finding(school, ("programmes", index, "award"), "preparatory",
                               "must be said to be a preparatory class", programme.title,
                               "write `preparatory`, and remove `leads_to`")  # fmt: skip
            if programme.award == "preparatory" and programme.leads_to:
                yield _finding(school, ("programmes", index, "leads_to"), "preparatory",
                               "must be absent: a preparatory class leads to other studies",
                               ", ".join(programme.leads_to), "remove it")  # fmt: skip


def programmes_lead_somewhere(content: Content) -> Iterator[Finding]:
    """Every programme leads to a job, is taught on a campus of its school, and has its level.

    A preparatory class leads to other studies.
    """
    for school in content.schools:
        cities = {campus.place for campus in school.campuses}
        for index, programme in enumerate(school.programmes):
            path = ("programmes", index)
            if not programme.leads_to and programme.award != "preparatory":
                yield _finding(
                    school,
                    (*path, "leads_to"),
                    "leads-somewhere",
                    "must prepare for a job at least",
                    "nothing",
                    "name the jobs",
                )
            for city in sorted(set(programme.campuses) - cities):
                yield _finding(
                    school,
                    (*path, "campuses"),
                    "own-campus",
                    "must be a city of the school's campuses",
                    city,
                    "add the campus",
                )
            yield from _level(school, path, programme)
            mode = programme.alternance.mode if programme.alternance else None
            if mode in {"partial", "full", "likely"} and not (
                programme.alternance and programme.alternance.detail
            ):
                yield _finding(
                    school,
                    (*path, "alternance"),
                    "evidence",
                    "must say what its evidence is",
                    str(mode),
                    "fill in `detail`",
                )


def no_alternance_is_read_where_it_would_stand(content: Content) -> Iterator[Finding]:
    """That a course has no alternance is read in a source that lists alternance, or is so by its key.

    A key that ends in -scolaire is of the school route alone: its apprenticeship is another record.
    """
    omitting = {source.slug for source in content.sources if source.omits_apprentices}
    for school in content.schools:
        for index, programme in enumerate(school.programmes):
            known = programme.alternance
            if known and known.mode == "none" and known.source in omitting:
                if programme.slug.endswith("-scolaire"):
                    continue
                yield _finding(
                    school, ("programmes", index, "alternance", "mode"), "alternance-none",
                    f"must be unknown when only {known.source} is read, which omits apprentices",
                    "none", "say unknown, or cite a source that would list it",
                )  # fmt: skip


_AGE = re.compile(r"\b[1-9]\d ans\b")
_DATED = re.compile(r"\b(19|20)\d\d\b|sans date")


def ages_are_dated(content: Content) -> Iterator[Finding]:
    """An age limit says of which year it is, or that its page bears no date."""
    for school in content.schools:
        for index, programme in enumerate(school.programmes):
            note = programme.admission_note
            age = _AGE.search(note.fr) if note else None
            if note and age and not _DATED.search(note.fr):
                yield _finding(
                    school, ("programmes", index, "admission_note", "fr"), "age-undated",
                    "must say of which year the age is", age[0],
                    "add the year of the page, or that it bears none",
                )  # fmt: skip


def _level(school: School, path: tuple[str | int, ...], programme: Programme) -> Iterator[Finding]:
    allowed = LEVELS_OF_AWARD.get(programme.award)
    if programme.level and allowed and programme.level not in allowed:
        yield _finding(school, (*path, "level"), "award-level",
                       f"must be {allowed.start} to {allowed.stop - 1} for this award",
                       str(programme.level), "correct the level or the award")  # fmt: skip
    entry = programme.entry_level
    if programme.level and entry is not None and entry > programme.level:
        yield _finding(school, (*path, "entry_level"), "award-level",
                       f"must not exceed the level it leads to ({programme.level})",
                       str(entry), "correct one of the two")  # fmt: skip


def registrations_name_their_certification(content: Content) -> Iterator[Finding]:
    """A registration names its certification, and ends on the day the register gives it."""
    expires = {c.slug: c.expires for c in content.certifications}
    for school in content.schools:
        entries = (
            (("programmes", number, "recognition", index), entry)
            for number, programme in enumerate(school.programmes)
            for index, entry in enumerate(programme.recognition)
        )
        for path, entry in entries:
            if entry.kind == "rncp" and entry.certification is None:
                yield _finding(
                    school,
                    (*path, "certification"),
                    "named",
                    "must name the certification that is registered",
                    "nothing",
                    "add its key, or say it in `notes` if no number was read",
                )
            known = expires.get(entry.certification or "")
            if entry.until and known and entry.until != known:
                yield _finding(
                    school,
                    (*path, "until"),
                    "same-end",
                    f"must end as {entry.certification} does ({known})",
                    entry.until,
                    "correct the one that is wrong, or say the doubt in both",
                )


def successions_are_acyclic(content: Content) -> Iterator[Finding]:
    """No certification is its own successor, directly or not."""
    relation = {c.slug: c.replaced_by for c in content.certifications}
    loops = [(slug,) for slug, after in relation.items() if slug in after]
    for loop in (*loops, *cycles(relation)):
        yield Finding("certification", loop[0], ("replaced_by",), "cycle",
                      "must not come back to itself", " → ".join((*loop, loop[0])),
                      "remove one of these steps")  # fmt: skip
    for certification in content.certifications:
        if certification.slug != f"rncp-{certification.number}":
            yield Finding("certification", certification.slug, ("slug",), "slug",
                          "must be rncp- and the number", certification.slug,
                          f"rncp-{certification.number}")  # fmt: skip
