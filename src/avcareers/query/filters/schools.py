"""What can be asked of schools and of their programmes.

An absent city, level, entry level, length, fee or alternance is not known. A recognition that no
source states is none: it excludes. Of a school without programmes, no programme is known, nor what
diplomas it leads to.
"""

from typing import Annotated, Literal, NamedTuple

from avcareers.model.vocabulary import ENTRY_LEVELS, Award, RecognisedAs, Route, SchoolKind, values
from avcareers.query.nearby import Near

from .declaration import OVERSEAS, WITHOUT_DIPLOMA, Filter, Words, facet_or_none, one_of
from .school_answers import (
    answered_for,
    costs_at_most,
    has_level,
    in_alternance,
    is_award,
    is_recognised,
    lasts_at_most,
    leads_to,
    offered_as,
    opens_at,
    prepares_for,
    reaches,
    stands_in,
    stands_near,
)
from .school_rows import in_reach, in_region, taught
from .widening import as_dear, as_far, as_high, as_long, next_door

SchoolOrder = Literal["name", "distance", "fees"]
ProgrammeOrder = Literal["name", "distance", "fees", "selectivity"]


_RECOGNITION_UNKNOWN: dict[str, Words] = {
    "recognition-end-unknown": ("échéance inconnue", "end date unknown"),
    "recognition-to-check": ("visa ou grade à vérifier", "visa or degree to be checked"),
    "recognition-expired": ("visa, grade ou inscription échus",
                            "visa, degree or registration expired"),
}  # fmt: skip
_PROGRAMMES_UNKNOWN: dict[str, Words] = {
    "programmes-unknown": ("formations non renseignées", "programmes unknown")
}
_FREE = (
    "gratuit", "gratuite", "gratuits", "gratuites", "gratuitement", "sans payer", "sans frais",
    "pas cher", "pas chere", "pas chers", "pas cheres", "sans argent", "0 euro", "zero euro",
    "free", "no fees", "for free", "cheap",
)  # fmt: skip
_RECOGNISED = (
    "reconnu", "reconnue", "reconnus", "reconnues", "reconnue par l etat", "reconnues par l etat",
    "reconnu par l etat", "recognized", "accredited",
)  # fmt: skip
_ALTERNANCE = ("apprentissage", "en apprentissage", "apprenti", "apprentie", "apprenticeship",
               "apprenticeships", "work study")  # fmt: skip
_DIPLOMA_LEVELS = {str(level): level for level in range(3, 9)}
_PLACE_UNKNOWN: dict[str, Words] = {"place-unknown": ("ville non renseignée", "city unknown")}


class SchoolFilters(NamedTuple):
    """What schools to keep. Values of one filter are alternatives; filters add up.

    Filters on programmes must all hold for one and the same programme.
    """

    jobs: Annotated[
        tuple[str, ...],
        Filter(
            "--job",
            (
                "Prépare à ce métier ; si aucune n'y prépare, au poste d'avant.",
                "Prepares for this job; when none does, for the job before it.",
            ),
            names="profession",
            about="programme",
            narrows=taught("job"),
            judge=leads_to,
            unknown=_PROGRAMMES_UNKNOWN,
            columns=("programme",),
        ),
    ] = ()
    departments: Annotated[
        tuple[str, ...],
        Filter(
            "--department",
            ("Prépare à un métier de ce département.", "Prepares for a job of this department."),
            names="department",
            vocabulary="department",
            about="programme",
            narrows=taught("department"),
            judge=reaches,
            unknown=_PROGRAMMES_UNKNOWN,
            columns=("programme",),
        ),
    ] = ()
    awards: Annotated[
        tuple[str, ...],
        Filter(
            "--award",
            ("Nature du diplôme.", "Nature of the award."),
            choices=values(Award),
            vocabulary="award",
            about="programme",
            narrows=taught("award"),
            judge=is_award,
            unknown=_PROGRAMMES_UNKNOWN,
            columns=("programmes", "award"),
        ),
    ] = ()
    diplomas: Annotated[
        tuple[str, ...],
        Filter(
            "--diploma",
            ("Prépare à ce diplôme national.", "Prepares for this national diploma."),
            names="diploma",
            vocabulary="diploma",
            about="programme",
            narrows=taught("diploma"),
            judge=prepares_for,
            unknown=_PROGRAMMES_UNKNOWN,
            columns=("award",),
        ),
    ] = ()
    levels: Annotated[
        tuple[int, ...],
        Filter(
            "--diploma-level",
            ("Niveau du diplôme, de 3 à 8.", "Level of the award, 3 to 8."),
            aliases=("--level",),
            choices=_DIPLOMA_LEVELS,
            vocabulary="diploma-level",
            about="programme",
            judge=has_level,
            unknown={"level-unknown": ("niveau non renseigné", "level unknown")},
            columns=("award",),
        ),
    ] = ()
    entry_level: Annotated[
        int | None,
        Filter(
            "--entry",
            ("Accessible avec ce niveau.", "Open to someone at this level."),
            choices=ENTRY_LEVELS,
            after=("apres", "avec", "niveau", "after", "with"),
            said=dict.fromkeys(WITHOUT_DIPLOMA, "none"),
            vocabulary="entry-level",
            about="programme",
            judge=opens_at,
            wider=as_high,
            unknown={"entry-unknown": ("niveau d'entrée non renseigné", "entry level unknown")},
            columns=("entry",),
        ),
    ] = None
    """Level one holds: programmes that ask for no more are kept."""
    routes: Annotated[
        tuple[str, ...],
        Filter(
            "--open-to",
            ("Offerte sous ce statut.", "Offered under this status."),
            choices=values(Route),
            vocabulary="route",
            about="programme",
            narrows=taught("route"),
            judge=offered_as,
            unknown=_PROGRAMMES_UNKNOWN,
            columns=("alternance",),
        ),
    ] = ()
    max_fees: Annotated[
        float | None,
        Filter(
            "--max-fees",
            ("Euros par an, au plus.", "Euros a year, at most."),
            between=(0, None),
            said=dict.fromkeys(_FREE, "0"),
            about="programme",
            judge=costs_at_most,
            wider=as_dear,
            unknown={"fees-unknown": ("frais inconnus ou trop anciens", "fees unknown or too old")},
            means=(
                "Frais : ceux d'une voie suffisent, à l'école ou en apprentissage ; avec "
                "--alternance ou --open-to, ceux de cette voie. La CVEC n'est jamais comptée.",
                "Fees: one way of following the programme will do, at school or as an apprentice; "
                "with --alternance or --open-to, that way alone. The CVEC is never counted.",
            ),
            columns=("fees",),
        ),
    ] = None
    max_years: Annotated[
        float | None,
        Filter(
            "--max-years",
            ("Années de formation, au plus.", "Years of the course, at most."),
            between=(0, None),
            about="programme",
            judge=lasts_at_most,
            wider=as_long,
            unknown={"length-unknown": ("durée non renseignée", "length unknown")},
            columns=("years",),
        ),
    ] = None
    regions: Annotated[
        tuple[str, ...],
        Filter(
            "--region",
            ("Région.", "Region."),
            names="region",
            about="campus",
            narrows=in_region,
            judge=stands_in,
            said=dict.fromkeys(OVERSEAS, "outre-mer"),
            wider=next_door,
            unknown=_PLACE_UNKNOWN,
            columns=("place",),
        ),
    ] = ()
    near: Annotated[
        Near | None,
        Filter(
            "--near",
            ("Près de cette ville.", "Near this city."),
            names="place",
            within=("Rayon en km (50).", "Radius in km (50)."),
            about="campus",
            narrows=in_reach,
            judge=stands_near,
            wider=as_far,
            unknown=_PLACE_UNKNOWN,
            columns=("place", "distance"),
        ),
    ] = None
    kinds: Annotated[
        tuple[str, ...],
        Filter(
            "--kind",
            ("Qui la possède.", "Who owns it."),
            choices=values(SchoolKind),
            vocabulary="school-kind",
            narrows=facet_or_none("school", "kind"),
            judge=one_of("kind", "kind-unknown"),
            unknown={"kind-unknown": ("statut non renseigné", "ownership unknown")},
            columns=("kind",),
        ),
    ] = ()
    recognised: Annotated[
        bool,
        Filter(
            "--recognised",
            (
                "Un ministère répond, ce jour, de l'école ou du diplôme.",
                "A ministry answers, today, for the school or for the diploma.",
            ),
            said=dict.fromkeys(_RECOGNISED, ""),
            about="answers",
            judge=is_recognised,
            unknown=_RECOGNITION_UNKNOWN,
            means=(
                "« Reconnue » veut dire ici : un ministère répond de l'école (tutelle, contrat avec "
                "l'État) ou du diplôme (diplôme national, visa ou grade en cours) ; le tableau dit "
                "duquel des deux. Qualiopi et le RNCP ne comptent pas.",
                "“Recognised” here means: a ministry stands behind the school (supervision, contract "
                "with the State) or the diploma (national diploma, visa or degree in force); "
                "the table says which. Qualiopi and the RNCP do not count.",
            ),
            columns=("recognised",),
        ),
    ] = False
    recognised_as: Annotated[
        str | None,
        Filter(
            "--recognised-as",
            (
                "Ce dont un ministère répond : l'école, ou le diplôme.",
                "What a ministry stands behind: the school, or the diploma.",
            ),
            choices={each: each for each in values(RecognisedAs)},
            about="answers",
            judge=is_recognised,
            unknown=_RECOGNITION_UNKNOWN,
            means=("Un ministère répond ici de : {}.", "A ministry answers here for: {}."),
            vocabulary="recognised-as",
            columns=("recognised",),
        ),
    ] = None
    recognised_by: Annotated[
        tuple[str, ...],
        Filter(
            "--recognised-by",
            (
                "Un de ces ministères répond de l'école ou du diplôme ; rncp, qui n'est pas une "
                "reconnaissance : un titre inscrit au RNCP (répétable).",
                "One of these ministries stands behind the school or the diploma; rncp, which is no "
                "recognition: a title registered in the RNCP (repeatable).",
            ),
            choices=("culture", "mesr", "education", "rncp"),
            about="answers",
            judge=answered_for,
            unknown=_RECOGNITION_UNKNOWN,
            means=(
                "Demandé, à ce jour : {}. Un ministère répond de l'école ou du diplôme ; le RNCP "
                "inscrit un titre : ce n'est pas la reconnaissance d'un ministère.",
                "Asked, on that day: {}. A ministry stands behind the school or the diploma; the RNCP "
                "registers a title: that is no recognition by a ministry.",
            ),
            vocabulary="authority",
            columns=("recognised",),
        ),
    ] = ()
    alternance: Annotated[
        bool,
        Filter(
            "--alternance",
            (
                "Au moins une formation connue pour se faire en alternance.",
                "At least one programme known to be in alternance.",
            ),
            said=dict.fromkeys(_ALTERNANCE, ""),
            about="programme",
            judge=in_alternance,
            unknown={
                "alternance-likely": (
                    "alternance probable (deux registres concordent, aucun ne nomme la formation)",
                    "alternance likely (two registers agree, neither names the course)",
                ),
                "alternance-unknown": ("alternance non renseignée", "alternance unknown"),
            },
            means=(
                "En alternance : au moins une formation connue pour se faire en apprentissage ou "
                "en contrat de professionnalisation, en partie ou en entier.",
                "In alternance: at least one programme known to be done in apprenticeship or on a "
                "professionalisation contract, in part or throughout.",
            ),
            columns=("alternance",),
        ),
    ] = False
    unverified: Annotated[
        bool,
        Filter(
            "--include-unverified",
            (
                "Avec ce qui est probable ou sans échéance connue.",
                "With what is likely or has no known end.",
            ),
            lets_in=True,
        ),
    ] = False
    """Count what is only likely, or whose end is unknown; it narrows nothing."""

    @property
    def routes_paid(self) -> tuple[str, ...]:
        """Return the statuses whose cost counts; none means that any does."""
        return ("apprentissage",) if self.alternance else self.routes


UNVERIFIED = frozenset({"alternance-likely", "recognition-end-unknown"})
"""Reasons that `--include-unverified` sets aside."""
