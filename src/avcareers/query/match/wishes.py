"""What one may say of oneself to be answered with jobs."""

from typing import Annotated, NamedTuple

from avcareers.model.vocabulary import ENTRY_LEVELS, Activity, values

from ..filters.declaration import WITHOUT_DIPLOMA, Filter
from ..filters.jobs import CONDITIONS_ASKED
from ..nearby import Near
from ..plan.request import Request


class Wishes(NamedTuple):
    """What one likes, what one can't or won't do, and where one stands; nothing of it is kept.

    One of the things liked is enough; every other word is a limit, and limits add up.
    """

    likes: Annotated[
        tuple[str, ...],
        Filter(
            "--like",
            (
                "Ce que l'on aime faire (répétable : un seul suffit).",
                "What one likes to do (repeatable: one of them is enough).",
            ),
            choices=values(Activity),
            vocabulary="activity",
        ),
    ] = ()
    refused: Annotated[
        tuple[str, ...],
        Filter(
            "--not",
            (
                "Ce que l'on ne peut ou ne veut pas (répétable : toutes).",
                "What one can't or won't do (repeatable: all of them).",
            ),
            choices=CONDITIONS_ASKED,
            after=("pas", "sans", "not", "no", "without"),
            vocabulary="condition-asked",
        ),
    ] = ()
    level: Annotated[
        int | None,
        Filter(
            "--from",
            ("Le niveau que l'on a.", "The level one holds."),
            choices=ENTRY_LEVELS,
            after=("apres", "avec", "niveau", "after", "with"),
            said=dict.fromkeys(WITHOUT_DIPLOMA, "none"),
            vocabulary="entry-level",
        ),
    ] = None
    near: Annotated[
        Near | None,
        Filter(
            "--near",
            (
                "Des formations près de cette ville.",
                "Programmes near this city.",
            ),
            names="place",
            within=("Rayon en km (50).", "Radius in km (50)."),
        ),
    ] = None
    max_fees: Annotated[
        float | None,
        Filter(
            "--max-fees",
            ("Euros par an pour une école, au plus.", "Euros a year for a school, at most."),
            between=(0, None),
        ),
    ] = None
    max_years: Annotated[
        float | None,
        Filter(
            "--max-years",
            ("Années de formation, au plus.", "Years of courses, at most."),
            between=(0, None),
        ),
    ] = None
    alternance: Annotated[
        bool,
        Filter(
            "--alternance",
            (
                "Des formations connues pour se faire en alternance.",
                "Programmes known to be in alternance.",
            ),
        ),
    ] = False

    @property
    def request(self) -> Request:
        """Return what is asked of a plan; without a level, one holds no diploma, as far as is known."""
        return Request(
            level=self.level or 0,
            near=self.near,
            alternance=self.alternance,
            max_fees=self.max_fees,
            max_years=self.max_years,
        )

    @property
    def stands(self) -> bool:
        """True if anything is said of where one stands."""
        return self._replace(likes=(), refused=()) != Wishes()


STANDING = ("near", "max_fees", "max_years", "alternance")
"""The limits on the way into a job, which one may leave out; a level is raised instead."""
