"""The flat table of what authorities answer for: said of a school, of a diploma, or by the register."""

from collections.abc import Iterator
from typing import Any, get_args

from avcareers.model.certification import Certification
from avcareers.model.school import DiplomaRecognition
from avcareers.model.vocabulary import RecognitionKind

from .declaration import Column, ForeignKey, Made, Rows, column
from .made import POSITION
from .records import Records


def _recognitions(records: Records) -> Rows:
    diplomas = {each.slug: each for each in records.of("diploma")}
    registered = {each.slug: each for each in records.of("certification")}
    for school in records.of("school"):
        rows = [(None, "school", *_stated(entry, {})) for entry in school.recognition]
        rows += [
            (programme.slug, "diploma", *row)
            for programme in school.programmes
            for row in _of_diploma(programme, diplomas, registered)
        ]
        yield from (
            (school.slug, programme, place, *row) for place, (programme, *row) in enumerate(rows, 1)
        )


def _of_diploma(
    programme: Any, diplomas: dict[str, Any], registered: dict[str, Any]
) -> Iterator[tuple[Any, ...]]:
    """Yield what is stated of a diploma, then what follows from being national, and registered."""
    stated = programme.recognition
    yield from (_stated(entry, registered) for entry in stated)
    if programme.diploma and all(entry.kind != "diplome-national" for entry in stated):
        national = diplomas[programme.diploma]
        yield ("diploma", national.authority, "diplome-national", None, None,
               national.text.fr, national.text.en, None, national.sources[0])  # fmt: skip
    named = {entry.certification for entry in stated if entry.kind == "rncp"}
    if programme.certification and programme.certification not in named:
        title = registered[programme.certification]
        yield ("register", "rncp", "rncp", title.slug, title.number,
               None, None, title.expires, title.sources[0])  # fmt: skip


def _stated(entry: Any, registered: dict[str, Any]) -> tuple[Any, ...]:
    """Return an entry; one of the register has the last day of its title when it says none."""
    title = registered.get(getattr(entry, "certification", None) or "")
    until = entry.until or (title.expires if title and entry.kind == "rncp" else None)
    return ("record", entry.authority, entry.kind, title and title.slug, title and title.number,
            entry.detail.fr, entry.detail.en, until, entry.source)  # fmt: skip


RECOGNITIONS = Made(
    "One thing an authority answers for, of a school or of a diploma it prepares for, whether it holds or has "
    "ended: `until` says which. Every certification that a programme names is here, and every national "
    "diploma. The row of a title that has ended may stand beside that of its successor, which holds.",
    (
        Column("school", "string", "Key of the school.", required=True, refers="school"),
        Column("programme", "string", "Key of the programme; none: it is said of the school."),
        POSITION,
        Column("recognised", "string", "Whether it is said of the school or of a diploma.", True,
               ("school", "diploma")),
        Column("origin", "string", "Where it is said: in the record of the school or of the programme; of the "
               "national diploma, wherever it is prepared (`diplomas`); of the certification that the programme "
               "names (`certifications`).", True, ("record", "diploma", "register")),
        column("authority", DiplomaRecognition, "authority"),
        column("kind", DiplomaRecognition, "kind")._replace(
            description="What exactly is recognised.",
            values=get_args(RecognitionKind),
        ),
        column("certification", DiplomaRecognition, "certification"),
        column("number", Certification, "number", required=False),
        column("detail_fr", DiplomaRecognition, "detail.fr", required=False),
        column("detail_en", DiplomaRecognition, "detail.en", required=False),
        column("until", DiplomaRecognition, "until")._replace(
            description="Last day, month or year. None: it has no end (supervision, contract, national diploma), or "
            "the end is not known (rncp, visa, degree): then it is not known to be in force."
        ),
        column("source", DiplomaRecognition, "source"),
    ),
    _recognitions,
    (ForeignKey(("school", "programme"), "programmes", ("school", "slug")),),
)  # fmt: skip
