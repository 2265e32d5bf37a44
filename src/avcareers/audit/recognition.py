"""Rules on who answers for a school, and for a diploma."""

from collections.abc import Iterator

from avcareers.model.certification import Certification
from avcareers.model.content import Content
from avcareers.model.school import Programme, School

from .finding import Finding

Path = tuple[str | int, ...]

MINISTRY = "MINIST"
"""How the register writes a ministry among certifiers: MINISTERE DE LA CULTURE."""
GRANTED = {
    "visa": frozenset({"visa"}),
    "grade": frozenset({"grade-licence", "grade-master"}),
}
"""What the State grants to a diploma whose award is of that nature."""
AWARDS_OF = {
    "diplome-national": frozenset({"national"}),
    "visa": frozenset({"visa"}),
    "grade-licence": frozenset({"grade", "visa"}),
    "grade-master": frozenset({"grade", "visa"}),
}
"""Awards of which a kind of recognition can be said: a diploma may hold a visa and a degree."""


def _finding(school: School, path: Path, *rest: str) -> Finding:
    return Finding("school", school.slug, path, *rest)


def supervision_is_public(content: Content) -> Iterator[Finding]:
    """Only a public school is under a ministry, and only another is under contract with the State."""
    for school in content.schools:
        for index, entry in enumerate(school.recognition):
            path = ("recognition", index, "kind")
            if entry.kind == "tutelle" and school.kind != "public":
                yield _finding(school, path, "supervision", "must be said of a public school",
                               school.kind or "unknown",
                               "write `contrat` if it is under contract with the State, or correct "
                               "the kind of the school")  # fmt: skip
            if entry.kind == "contrat" and school.kind == "public":
                yield _finding(school, path, "contract", "must be said of a school that is not public",
                               school.kind, "write `tutelle`")  # fmt: skip


def awards_have_their_recognition(content: Content) -> Iterator[Finding]:
    """A visa or degree says who grants it, of a diploma that a ministry certifies."""
    certifications = {each.slug: each for each in content.certifications}
    for school in content.schools:
        for index, programme in enumerate(school.programmes):
            path = ("programmes", index)
            certification = certifications.get(programme.certification or "")
            yield from _granted(school, path, programme)
            yield from _certified(school, path, programme, certification)


def _granted(school: School, path: Path, programme: Programme) -> Iterator[Finding]:
    kinds = {entry.kind for entry in programme.recognition}
    granted = GRANTED.get(programme.award)
    if granted and not kinds & granted:
        yield _finding(school, (*path, "award"), "granted",
                       f"must say who grants it, in `recognition` ({', '.join(sorted(granted))})",
                       programme.award, "add the entry, or correct the award")  # fmt: skip
    for index, entry in enumerate(programme.recognition):
        awards = AWARDS_OF.get(entry.kind)
        if awards and programme.award not in awards:
            yield _finding(school, (*path, "recognition", index, "kind"), "of-the-award",
                           f"must be said of an award that is {' or '.join(sorted(awards))}",
                           programme.award, "correct the award, or remove the entry")  # fmt: skip


def _certified(
    school: School, path: Path, programme: Programme, certification: Certification | None
) -> Iterator[Finding]:
    who = certification.certifiers if certification else ()
    if programme.award in GRANTED and who and not any(MINISTRY in each.upper() for each in who):
        yield _finding(school, (*path, "certification"), "certified-by-a-ministry",
                       f"must name a ministry among its certifiers for a {programme.award}",
                       "; ".join(who), "correct the award or the certification")  # fmt: skip


def national_entries_agree(content: Content) -> Iterator[Finding]:
    """What is said of a national diploma comes from the ministry that answers for it."""
    authorities = {diploma.slug: diploma.authority for diploma in content.diplomas}
    for school in content.schools:
        for number, programme in enumerate(school.programmes):
            expected = authorities.get(programme.diploma or "")
            for index, entry in enumerate(programme.recognition):
                if entry.kind == "diplome-national" and expected not in {None, entry.authority}:
                    yield _finding(school,
                                   ("programmes", number, "recognition", index, "authority"),
                                   "same-authority",
                                   f"must be the one of {programme.diploma} ({expected})",
                                   entry.authority, "correct one of the two")  # fmt: skip
