"""`avcareers schools` and `avcareers school`."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avcareers.model.vocabulary import values
from avcareers.query.filters.schools import ProgrammeOrder, SchoolFilters

from .command import choose, command, group_with_default
from .completion import completing
from .filters import filter_parameters, filters_asked
from .handout import Html, Sheet, hand_over, handing_over
from .language import said
from .loose import given, with_words
from .names import several, slug_of
from .session import Session

if TYPE_CHECKING:
    from avcareers.query.schools import SchoolList
    from avcareers.store.catalogue import Catalogue

ORDERS = values(ProgrammeOrder)

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
            "Find a school: who stands behind it, in alternance or not, where, at what price.",
        ),
        examples=(
            "schools --alternance --recognised",
            "schools --job monteur --near Lyon --within 60",
            "schools --recognised-by culture -o csv",
            "schools --entry bac --max-fees 500 --region Bretagne",
            "schools --programmes --job monteur --sort selectivity",
        ),
        filters=filter_parameters(SchoolFilters),
    )(schools_command)


def schools_command(
    session: Session,
    typed: Mapping[str, Any],
    programmes: Annotated[bool, typer.Option("--programmes", help=said(
        "Lister les formations plutôt que les écoles.",
        "List programmes rather than schools."))] = False,
    sort: Annotated[str | None, typer.Option(
        "--sort", metavar="|".join(ORDERS), autocompletion=lambda: list(ORDERS),
        help=said("Ordre.", "Order."))] = None,
    limit: Annotated[int | None, typer.Option(
        "--limit", min=1, help=said("Combien en montrer.", "How many to show."))] = None,
) -> None:  # fmt: skip
    """List schools."""
    from avcareers.present.schools import school_list_page
    from avcareers.query.schools import in_full, list_schools

    order = choose("--sort", sort, ORDERS, "order")
    if order == "distance" and typed["near"] is None:
        raise typer.BadParameter(
            session.words(
                "--sort distance va avec --near VILLE.", "--sort distance goes with --near CITY."
            )
        )
    if order == "selectivity" and not programmes:
        raise typer.BadParameter(
            session.words(
                "--sort selectivity va avec --programmes : elle se compte formation par formation.",
                "--sort selectivity goes with --programmes: it is counted programme by programme.",
            )
        )
    catalogue = session.catalogue()
    others = given({"--programmes": programmes, "--sort": sort, "--limit": limit})
    typed = with_words(SchoolFilters, typed, catalogue, session, ("schools", *others))
    filters = filters_asked(SchoolFilters, typed, session, catalogue)
    if programmes:
        found = list_schools(catalogue, filters, session.today)
        _answer_with_programmes(session, catalogue, found, order, limit)
        return
    found = list_schools(catalogue, filters, session.today, order=order, limit=limit)  # type: ignore[arg-type]
    session.answer(found, school_list_page, partial(in_full, catalogue))


def _answer_with_programmes(
    session: Session,
    catalogue: "Catalogue",
    found: "SchoolList",
    order: str | None,
    limit: int | None,
) -> None:
    from avcareers.present.programmes import programme_list_page
    from avcareers.query.programmes import in_full, list_programmes

    listed = list_programmes(found, order=order, limit=limit)  # type: ignore[arg-type]
    session.answer(listed, programme_list_page, partial(in_full, catalogue))


@command(
    school_app,
    "show",
    about=said(
        "Une école : qui en répond, jusqu'à quand, ce qu'elle enseigne, à quel prix.",
        "A school: who stands behind it, until when, what it teaches, at what price.",
    ),
    examples=(
        "school show la-femis",
        "school show eicar --full",
        "school show 'ESRA Paris' -o json",
        "school show la-femis --html > la-femis.html",
    ),
)
def school_command(
    session: Session,
    name: Annotated[list[str], typer.Argument(
        metavar=said("ÉCOLE", "SCHOOL"), autocompletion=completing("school show"),
        help=said("Clé ou nom.", "Key or name."))],
    full: Annotated[bool, typer.Option("--full", help=said(
        "La fiche entière.", "The whole sheet."))] = False,
    sheet: Sheet = False,
    html: Html = False,
) -> None:  # fmt: skip
    """Show a school."""
    if handing_over(session, sheet=sheet, html=html, others="--full" if full else ""):
        _hand_over(session, " ".join(name), html=html)
        return
    from avcareers.present.school import school_sheet_page
    from avcareers.query.school import school_sheet

    catalogue = session.catalogue()
    slug = slug_of(catalogue, "school", " ".join(name), session)
    session.answer(
        school_sheet(catalogue, slug, session.today),
        lambda sheet, words: school_sheet_page(sheet, words, full=full),
    )


def _hand_over(session: Session, name: str, *, html: bool) -> None:
    from avcareers.present.handouts import school_handout_page
    from avcareers.query.school_check import school_check

    catalogue = session.catalogue()
    found = school_check(catalogue, slug_of(catalogue, "school", name, session), session.today)
    hand_over(session, catalogue, lambda words: school_handout_page(found, words), html=html)


@command(
    school_app,
    "check",
    about=said(
        "Une école est-elle reconnue, et que lui demander ? Des faits et leur source. Pas de note.",
        "Is a school recognised, and what to ask it? Facts and their source. No score.",
    ),
    examples=(
        "school check eicar",
        "school check eicar 3is clcf",
        "school check eicar --html > eicar.html",
    ),
)
def check_command(
    session: Session,
    names: Annotated[list[str], typer.Argument(
        metavar=said("ÉCOLE [ÉCOLE…]", "SCHOOL [SCHOOL…]"), autocompletion=completing("school check"),
        help=said("Clés ou noms ; plusieurs écoles : entre guillemets s'ils ont des espaces.",
                  "Keys or names; of several schools, in quotes when they hold spaces."))],
    sheet: Sheet = False,
    html: Html = False,
) -> None:  # fmt: skip
    """Show what to ask one school, or several."""
    handed = handing_over(session, sheet=sheet, html=html)
    from avcareers.query.school_check import SchoolChecks, school_check

    catalogue = session.catalogue()
    slugs = dict.fromkeys(
        slug_of(catalogue, "school", name, session) for name in several(catalogue, "school", names)
    )
    first, *others = [school_check(catalogue, slug, session.today) for slug in slugs]
    if handed:
        from avcareers.present.handouts import check_handout_page

        pages = [partial(check_handout_page, each) for each in (first, *others)]
        hand_over(session, catalogue, *pages, html=html)
    elif others:
        from avcareers.present.school_checks import school_checks_page

        session.answer(SchoolChecks((first, *others)), school_checks_page)
    else:
        from avcareers.present.school_check import school_check_page

        session.answer(first, school_check_page)
