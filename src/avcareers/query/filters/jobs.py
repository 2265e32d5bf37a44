"""What can be asked of jobs. The facets answer it all: nothing is judged apart."""

from functools import partial
from typing import Annotated, Literal, NamedTuple

from avcareers.model.vocabulary import Level, Regime, WorkKind, values
from avcareers.text.folding import fold

from .declaration import Filter, facet

_facet = partial(facet, "profession")

JobOrder = Literal["chain", "name", "level"]


class JobFilters(NamedTuple):
    """What jobs to keep. Values of one filter are alternatives; filters add up."""

    stages: Annotated[
        tuple[str, ...],
        Filter(
            "--stage",
            ("Étape de la chaîne (répétable).", "Stage of the chain (repeatable)."),
            names="stage",
            narrows=_facet("stage"),
        ),
    ] = ()
    departments: Annotated[
        tuple[str, ...],
        Filter(
            "--department",
            ("Département (répétable).", "Department (repeatable)."),
            names="department",
            narrows=_facet("department"),
        ),
    ] = ()
    levels: Annotated[
        tuple[str, ...],
        Filter(
            "--level",
            ("Place dans le département.", "Place in the department."),
            choices=values(Level),
            narrows=_facet("level"),
        ),
    ] = ()
    statuses: Annotated[
        tuple[str, ...],
        Filter(
            "--status",
            ("Contrat ou régime possible.", "Possible contract or scheme."),
            choices=("cdd-usage", *values(Regime)),
            narrows=_facet("status"),
        ),
    ] = ()
    first: Annotated[
        bool,
        Filter(
            "--entry",
            ("Ceux par où l'on débute.", "Those one starts with."),
            narrows=_facet("level", "entry"),
        ),
    ] = False
    rome: Annotated[
        tuple[str, ...],
        Filter(
            "--rome",
            ("Code ROME (L1507).", "ROME code (L1507)."),
            read=lambda code: fold(code).upper(),
            narrows=_facet("rome"),
        ),
    ] = ()
    works_on: Annotated[
        tuple[str, ...],
        Filter(
            "--works-on",
            ("Genre d'œuvre ou d'émission (répétable).", "Kind of work (repeatable)."),
            choices=values(WorkKind),
            narrows=_facet("work"),
        ),
    ] = ()
