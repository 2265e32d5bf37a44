"""What a record needs of others to be written in the catalogue."""

from typing import NamedTuple

from avcareers.model.base import Text
from avcareers.model.content import Content
from avcareers.model.place import Place
from avcareers.model.profession import Profession
from avcareers.model.rome import RomeEntry


class KnownGrid(NamedTuple):
    """What a pay floor takes from its grid."""

    idcc: str
    series: str
    valid_from: str


class Known:
    """Records by key, and what they hold by key."""

    def __init__(self, content: Content) -> None:
        """Look through all records."""
        self.departments: dict[str, Text] = {each.slug: each.name for each in content.departments}
        self.deliverables: dict[str, Text] = {
            each.slug: each.name for stage in content.stages for each in stage.deliverables
        }
        self.places: dict[str, Place] = {each.slug: each for each in content.places}
        self.jobs: dict[str, Profession] = {each.slug: each for each in content.professions}
        self.rome: dict[str, RomeEntry] = {each.code: each for each in content.rome}
        self.grids: dict[str, KnownGrid] = {
            grid.slug: KnownGrid(agreement.idcc, grid.series, grid.valid_from)
            for agreement in content.agreements
            for grid in agreement.grids
        }
