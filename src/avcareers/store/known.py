"""The little that other records need of a record, kept while a catalogue is compiled."""

from typing import NamedTuple

from avcareers.model.base import Text
from avcareers.model.certification import Certification
from avcareers.model.chain import Department, Stage
from avcareers.model.content import AnyRecord
from avcareers.model.pay import Agreement
from avcareers.model.place import Place
from avcareers.model.profession import Profession


class KnownJob(NamedTuple):
    """What a programme says of a job it leads to."""

    title: str
    """In French, masculine."""
    department: str


class KnownGrid(NamedTuple):
    """What a pay floor takes from its grid."""

    idcc: str
    series: str
    valid_from: str


class Known:
    """What was read so far, by key."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.departments: dict[str, Text] = {}
        self.deliverables: dict[str, Text] = {}
        self.places: dict[str, Place] = {}
        self.jobs: dict[str, KnownJob] = {}
        self.grids: dict[str, KnownGrid] = {}
        self.registration_ends: dict[str, str | None] = {}
        """Last day of each certification; nothing when it is not known."""

    def add(self, record: AnyRecord) -> None:
        """Keep what others will need of a record."""
        match record:
            case Department():
                self.departments[record.slug] = record.name
            case Stage():
                self.deliverables.update((each.slug, each.name) for each in record.deliverables)
            case Place():
                self.places[record.slug] = record
            case Profession():
                self.jobs[record.slug] = KnownJob(record.title.fr_m, record.department)
            case Certification():
                self.registration_ends[record.slug] = record.expires
            case Agreement():
                for grid in record.grids:
                    known = KnownGrid(record.idcc, grid.series, grid.valid_from)
                    self.grids[grid.slug] = known
            case _:
                pass
