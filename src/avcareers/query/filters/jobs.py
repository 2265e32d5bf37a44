"""What can be asked of jobs. The facets answer it all: nothing is judged apart."""

from functools import partial
from typing import Annotated, Any, Literal, NamedTuple

from avcareers.model.conditions import CONDITIONS
from avcareers.model.vocabulary import Level, Regime, WorkKind, values
from avcareers.text.folding import fold

from .declaration import Filter, Index, facet

_facet = partial(facet, "profession")
_WORDS = {name.replace("_", "-"): name for name in CONDITIONS}


def _all_of(name: str) -> Index:
    """Return what the facets answer: whether a job meets every condition asked for."""

    def condition(asked: Any) -> tuple[str, tuple[Any, ...]]:
        clauses, parameters = zip(*(_facet(name)((each,)) for each in asked), strict=True)
        return " AND ".join(clauses), tuple(value for each in parameters for value in each)

    return condition


JobOrder = Literal["chain", "name", "level"]


class JobFilters(NamedTuple):
    """What jobs to keep. Filters add up.

    Values of one filter are alternatives, save conditions: a job must meet every one.
    """

    stages: Annotated[
        tuple[str, ...],
        Filter(
            "--stage",
            ("Étape de la chaîne (répétable).", "Stage of the chain (repeatable)."),
            names="stage",
            vocabulary="stage",
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
            vocabulary="level",
            narrows=_facet("level"),
        ),
    ] = ()
    statuses: Annotated[
        tuple[str, ...],
        Filter(
            "--status",
            ("Contrat ou régime possible.", "Possible contract or scheme."),
            choices=("cdd-usage", *values(Regime)),
            vocabulary="status",
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
            vocabulary="work",
            narrows=_facet("work"),
        ),
    ] = ()
    having: Annotated[
        tuple[str, ...],
        Filter(
            "--with",
            (
                "Condition de travail connue, au moins par moments (répétable : toutes).",
                "Working condition known to occur, at times at least (repeatable: all of them).",
            ),
            choices=_WORDS,
            vocabulary="condition-asked",
            narrows=_all_of("with"),
        ),
    ] = ()
    lacking: Annotated[
        tuple[str, ...],
        Filter(
            "--without",
            (
                "Condition de travail dont une source dit non (répétable : toutes).",
                "Working condition a source denies (repeatable: all of them).",
            ),
            choices=_WORDS,
            vocabulary="condition-asked",
            narrows=_all_of("without"),
        ),
    ] = ()


def undecided(asked: JobFilters) -> tuple[str, tuple[Any, ...]]:
    """Return the condition in SQL of the jobs for which nothing known denies the conditions asked for.

    Those that pass the other filters and not these may pass: what is asked of them is not known.
    """
    clauses = ["kind = 'profession'"]
    parameters: list[Any] = []
    for name, conditions in (("without", asked.having), ("with", asked.lacking)):
        for each in conditions:
            clause, values = _facet(name)((each,))
            clauses.append(f"NOT {clause}")
            parameters += values
    return " AND ".join(clauses), tuple(parameters)
