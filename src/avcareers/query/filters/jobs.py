"""What can be asked of jobs. The facets answer it all: nothing is judged apart."""

from functools import partial
from typing import Annotated, Any, Literal, NamedTuple

from avcareers.model.conditions import CONDITIONS
from avcareers.model.vocabulary import Level, Regime, WorkKind, values
from avcareers.text.folding import fold

from .declaration import WITHOUT_DIPLOMA, Filter, Index, facet, facet_or_none, narrowed

_facet = partial(facet, "profession")
_FIRST = (
    *WITHOUT_DIPLOMA, "avec un cap", "avec le bac", "apres le bac", "sans experience", "sans ecole",
    "sans etudes", "pour debuter", "pour commencer", "premier", "premiers", "premier metier",
    "premiers metiers", "with no experience", "without experience", "no experience", "first",
    "without school",
)  # fmt: skip
"""What people say who look for a first job."""
CONDITIONS_ASKED = {name.replace("_", "-"): name for name in CONDITIONS}
"""Working conditions, by the words that options take."""
_CONDITIONS_UNKNOWN = {"conditions-unknown": ("conditions de travail", "working conditions")}


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
            columns=("stages",),
            means=(
                "Étape : tous les métiers qui y travaillent, même si l'essentiel de leur travail est ailleurs.",
                "Stage: all the jobs at work in it, even when most of their work is elsewhere.",
            ),
        ),
    ] = ()
    departments: Annotated[
        tuple[str, ...],
        Filter(
            "--department",
            ("Département (répétable).", "Department (repeatable)."),
            names="department",
            vocabulary="department",
            narrows=_facet("department"),
            columns=("department",),
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
            columns=("level",),
            means=(
                "Niveau : la place dans l'équipe, pas celui d'un diplôme.",
                "Level: the place in the crew, not that of a diploma.",
            ),
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
            unknown={"status-unknown": ("contrats", "contracts")},
            means=(
                "Contrat ou régime : celui qu'une source donne pour ce métier, dans un secteur au moins.",
                "Contract or scheme: one that a source gives for this job, in one sector at least.",
            ),
        ),
    ] = ()
    first: Annotated[
        bool,
        Filter(
            "--entry",
            ("Ceux par où l'on débute.", "Those one starts with."),
            said=dict.fromkeys(_FIRST, ""),
            narrows=_facet("level", "entry"),
            columns=("level",),
            means=(
                "Premiers métiers : ceux du niveau débutant, par où l'on peut commencer.",
                "First jobs: those of the entry level, which one can start with.",
            ),
        ),
    ] = False
    rome: Annotated[
        tuple[str, ...],
        Filter(
            "--rome",
            ("Code ROME (L1507).", "ROME code (L1507)."),
            read=lambda code: fold(code).upper(),
            narrows=_facet("rome"),
            unknown={"rome-unknown": ("code ROME", "ROME code")},
            columns=("rome",),
            means=(
                "Le code ROME est celui de France Travail ; un même code couvre souvent plusieurs métiers.",
                "The ROME code is that of the public employment service; one code often covers several jobs.",
            ),
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
            columns=("works_on",),
            means=(
                "Œuvres : toutes celles sur lesquelles le métier s'exerce ; une seule suffit.",
                "Works: all those the job is done on; one of those asked for is enough.",
            ),
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
            choices=CONDITIONS_ASKED,
            vocabulary="condition-asked",
            narrows=_all_of("with"),
            unknown=_CONDITIONS_UNKNOWN,
            means=(
                "Condition : une source dit qu'elle se présente, au moins par moments.",
                "Condition: a source says that it occurs, at times at least.",
            ),
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
            choices=CONDITIONS_ASKED,
            vocabulary="condition-asked",
            narrows=_all_of("without"),
            unknown=_CONDITIONS_UNKNOWN,
            means=(
                "Sans : une source dit non ; ne rien savoir ne suffit pas.",
                "Without: a source says no; knowing nothing is not enough.",
            ),
        ),
    ] = ()


def possible(asked: JobFilters) -> tuple[str, list[Any]]:
    """Return the condition in SQL of the jobs that pass, or may pass for all that is known of them.

    Of a job without contracts or ROME code, these are not known.
    """
    certain = asked._replace(statuses=(), rome=(), having=(), lacking=())
    sql, parameters = narrowed("profession", certain)
    clauses = [sql]
    for name, wanted in (("status", asked.statuses), ("rome", asked.rome)):
        if wanted:
            clause, given = facet_or_none("profession", name)(wanted)
            clauses.append(clause)
            parameters += given
    for name, conditions in (("without", asked.having), ("with", asked.lacking)):
        for each in conditions:
            clause, given = _facet(name)((each,))
            clauses.append(f"NOT {clause}")
            parameters += given
    return " AND ".join(clauses), parameters
