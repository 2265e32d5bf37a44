"""`avcareers schools` and `avcareers school`."""

from typing import TYPE_CHECKING, Annotated

import typer

from avcareers.model.vocabulary import Award, Route, SchoolKind, values

from .command import choose, choose_all, command, group_with_default
from .language import said
from .names import (
    complete_department,
    complete_job,
    complete_place,
    complete_school,
    near_city,
    slug_of,
)
from .names import slugs_for as slugs
from .session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from avcareers.query.programmes import ProgrammeList
    from avcareers.query.schools import SchoolList
    from avcareers.store.catalogue import Catalogue

KINDS = values(SchoolKind)
AWARDS = values(Award)
ROUTES = values(Route)
AUTHORITIES = ("culture", "mesr", "education", "rncp")
ORDERS = ("name", "distance", "fees", "selectivity")
ENTRY_LEVELS = {"none": 0, "cap": 3, "bac": 4, "bac+2": 5, "bac+3": 6, "bac+5": 7}

school_app = typer.Typer(
    cls=group_with_default("show"), help=said("Une école.", "One school."), no_args_is_help=False
)


def add_schools(app: typer.Typer) -> None:
    """Add the commands about schools."""
    app.add_typer(school_app, name="school")
    command(
        app,
        "schools",
        about=said(
            "Trouver une école : qui en répond, en alternance ou non, où, à quel prix.",
            "Find a school: who answers for it, in alternance or not, where, at what price.",
        ),
        examples=(
            "schools --alternance --recognised",
            "schools --job monteur --near Lyon --within 60",
            "schools --recognised-by culture -o csv",
            "schools --entry bac --max-fees 500 --region Bretagne",
            "schools --programmes --job monteur --sort selectivity",
        ),
    )(schools_command)


def schools_command(
    session: Session,
    alternance: Annotated[bool, typer.Option("--alternance", help=said(
        "Au moins une formation connue pour se faire en alternance.",
        "At least one programme known to be in alternance."))] = False,
    recognised: Annotated[bool, typer.Option("--recognised", help=said(
        "Un ministère en répond, ce jour.", "A ministry answers for it, today."))] = False,
    recognised_by: Annotated[list[str] | None, typer.Option(
        "--recognised-by", metavar="|".join(AUTHORITIES), autocompletion=lambda: list(AUTHORITIES),
        help=said("L'une de ces autorités (répétable).", "One of these (repeatable)."))] = None,
    job: Annotated[list[str] | None, typer.Option(
        "--job", autocompletion=complete_job,
        help=said("Prépare à ce métier.", "Prepares for this job."))] = None,
    department: Annotated[list[str] | None, typer.Option(
        "--department", autocompletion=complete_department,
        help=said("Prépare à un métier de ce département.",
                  "Prepares for a job of this department."))] = None,
    award: Annotated[list[str] | None, typer.Option(
        "--award", metavar="|".join(AWARDS), autocompletion=lambda: list(AWARDS),
        help=said("Nature du diplôme.", "Nature of the award."))] = None,
    level: Annotated[list[int] | None, typer.Option(
        "--level", min=3, max=8,
        help=said("Niveau du diplôme, de 3 à 8.", "Level of the award, 3 to 8."))] = None,
    entry: Annotated[str | None, typer.Option(
        "--entry", metavar="|".join(ENTRY_LEVELS), autocompletion=lambda: list(ENTRY_LEVELS),
        help=said("Accessible avec ce niveau.", "Open to someone at this level."))] = None,
    open_to: Annotated[list[str] | None, typer.Option(
        "--open-to", metavar="|".join(ROUTES), autocompletion=lambda: list(ROUTES),
        help=said("Offerte sous ce statut.", "Offered under this status."))] = None,
    max_fees: Annotated[float | None, typer.Option(
        "--max-fees", min=0, help=said("Euros par an, au plus.", "Euros a year, at most."))] = None,
    region: Annotated[list[str] | None, typer.Option(
        "--region", help=said("Région.", "Region."))] = None,
    near: Annotated[str | None, typer.Option(
        "--near", metavar=said("VILLE", "CITY"), autocompletion=complete_place,
        help=said("Près de cette ville.", "Near this city."))] = None,
    within: Annotated[float | None, typer.Option(
        "--within", min=1, help=said("Rayon en km (50).", "Radius in km (50)."))] = None,
    kind: Annotated[list[str] | None, typer.Option(
        "--kind", metavar="|".join(KINDS), autocompletion=lambda: list(KINDS),
        help=said("Qui la possède.", "Who owns it."))] = None,
    include_unverified: Annotated[bool, typer.Option("--include-unverified", help=said(
        "Avec ce qui est probable ou sans échéance connue.",
        "With what is likely or has no known end."))] = False,
    programmes: Annotated[bool, typer.Option("--programmes", help=said(
        "Lister les formations plutôt que les écoles.",
        "List programmes rather than schools."))] = False,
    sort: Annotated[str | None, typer.Option(
        "--sort", metavar="|".join(ORDERS), autocompletion=lambda: list(ORDERS),
        help=said("Ordre.", "Order."))] = None,
    limit: Annotated[int | None, typer.Option(
        "--limit", min=1, help=said("Nombre affiché.", "Number shown."))] = None,
) -> None:  # fmt: skip
    """List schools."""
    from avcareers.present.schools import school_list_page
    from avcareers.query.school_filters import SchoolFilters
    from avcareers.query.schools import list_schools
    from avcareers.render.emit import emit

    order = choose("--sort", sort, ORDERS)
    if order == "distance" and near is None:
        choose("--sort", order, ("name", "fees"))
    if order == "selectivity" and not programmes:
        choose("--sort", order, ("name", "distance", "fees"))
    asked = choose("--entry", entry, tuple(ENTRY_LEVELS))
    chosen = {
        "recognised_by": choose_all("--recognised-by", recognised_by, AUTHORITIES),
        "awards": choose_all("--award", award, AWARDS),
        "routes": choose_all("--open-to", open_to, ROUTES),
        "kinds": choose_all("--kind", kind, KINDS),
    }
    catalogue = session.catalogue()
    filters = SchoolFilters(
        alternance=alternance,
        recognised=recognised,
        jobs=slugs(catalogue, "profession", "--job", job),
        departments=slugs(catalogue, "department", "--department", department),
        levels=tuple(level or ()),
        entry_level=ENTRY_LEVELS[asked] if asked else None,
        max_fees=max_fees,
        regions=tuple(_region(catalogue, name) for name in region or ()),
        near=near_city(catalogue, near, within),
        unverified=include_unverified,
        **chosen,
    )
    if programmes:
        _show_programmes(
            session,
            lambda whole: list_schools(catalogue, filters, session.today, whole=whole),
            order,
            limit,
        )
        return

    def found(*, whole: bool) -> "SchoolList":
        return list_schools(
            catalogue,
            filters,
            session.today,
            order=order,  # type: ignore[arg-type]
            limit=limit,
            whole=whole,
        )

    def data() -> object:
        from avcareers.query.sources import source_reader
        from avcareers.render.shapes import schools

        return schools(found(whole=True), source_reader(catalogue))

    emit(session.screen, lambda: school_list_page(found(whole=False), session.words), data)


def _show_programmes(
    session: Session, found: "Callable[[bool], SchoolList]", order: str | None, limit: int | None
) -> None:
    from avcareers.present.programmes import programme_list_page
    from avcareers.query.programmes import list_programmes
    from avcareers.render.emit import emit

    def listed(*, whole: bool) -> "ProgrammeList":
        return list_programmes(found(whole), order=order, limit=limit)  # type: ignore[arg-type]

    def data() -> object:
        from avcareers.render.shapes import programmes

        return programmes(listed(whole=True))

    emit(session.screen, lambda: programme_list_page(listed(whole=False), session.words), data)


def _region(catalogue: "Catalogue", name: str) -> str:
    from avcareers.text.folding import fold

    sql = "SELECT DISTINCT region FROM campus ORDER BY region"
    regions = tuple(str(region) for (region,) in catalogue.rows(sql))
    for region in regions:
        if fold(region) == fold(name):
            return region
    choose("--region", name, regions)
    return name


@command(
    school_app,
    "show",
    about=said(
        "Une école : qui en répond, jusqu'à quand, ce qu'elle enseigne, à quel prix.",
        "A school: who answers for it, until when, what it teaches, at what price.",
    ),
    examples=("school show la-femis", "school show 'ESRA Paris' -o json"),
)
def school_command(
    session: Session,
    name: Annotated[list[str], typer.Argument(
        metavar=said("ÉCOLE", "SCHOOL"), autocompletion=complete_school,
        help=said("Clé ou nom.", "Key or name."))],
) -> None:  # fmt: skip
    """Show a school."""
    from avcareers.present.school_sheet import school_sheet_page
    from avcareers.query.school import school_sheet
    from avcareers.render.emit import emit

    catalogue = session.catalogue()
    slug = slug_of(catalogue, "school", " ".join(name), session)
    sheet = school_sheet(catalogue, slug, session.today)

    def data() -> object:
        from avcareers.render.shapes import school

        return school(sheet)

    emit(session.screen, lambda: school_sheet_page(sheet, session.words), data)


@command(
    school_app,
    "check",
    about=said(
        "Ce qu'il faut demander à une école : des faits, leur règle, leur source. Pas de note.",
        "What to ask a school: facts, their rule, their source. No score.",
    ),
    examples=("school check eicar",),
)
def check_command(
    session: Session,
    name: Annotated[list[str], typer.Argument(
        metavar=said("ÉCOLE", "SCHOOL"), autocompletion=complete_school,
        help=said("Clé ou nom.", "Key or name."))],
) -> None:  # fmt: skip
    """Say what to ask a school."""
    from avcareers.present.school_check import school_check_page
    from avcareers.query.school_check import school_check
    from avcareers.render.emit import emit

    catalogue = session.catalogue()
    slug = slug_of(catalogue, "school", " ".join(name), session)
    check = school_check(catalogue, slug, session.today)

    def data() -> object:
        from avcareers.render.shapes import school_check as shaped

        return shaped(check)

    emit(session.screen, lambda: school_check_page(check, session.words), data)
