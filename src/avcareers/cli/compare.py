"""`avcareers compare`."""

from typing import Annotated

import typer

from .command import command
from .completion import completing
from .handout import Html, Sheet, hand_over, handing_over
from .language import said
from .names import record_of
from .session import Session


def add_compare(app: typer.Typer) -> None:
    """Add the command that compares."""
    command(
        app,
        "compare",
        about=said(
            "Deux à quatre métiers, ou deux à quatre écoles, côte à côte.",
            "Two to four jobs, or two to four schools, side by side.",
        ),
        examples=(
            "compare monteur etalonneur",
            "compare scripte premier-assistant-realisateur regisseur-general",
            "compare la-femis cinefabrique",
            "compare la-femis cinefabrique --html > ecoles.html",
        ),
    )(compare_command)


def compare_command(
    session: Session,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar=said("A B [C D]", "A B [C D]"),
            autocompletion=completing("compare"),
            help=said(
                "Clés ou noms, entre guillemets s'ils ont des espaces.",
                "Keys or names, in quotes when they hold spaces.",
            ),
        ),
    ],
    sheet: Sheet = False,
    html: Html = False,
) -> None:
    """Compare."""
    handed = handing_over(session, sheet=sheet, html=html)
    from avcareers.present.compare import comparison_page
    from avcareers.query.compare import compare, kinds_compared

    catalogue, typed = session.catalogue(), tuple(names)
    kinds = kinds_compared(catalogue, typed)
    slugs = tuple(record_of(catalogue, kinds, name, session)[1] for name in typed)
    found = compare(catalogue, slugs, session.today, typed)
    if handed:
        from avcareers.present.handouts import comparison_handout_page

        today = session.today
        hand_over(
            session,
            catalogue,
            lambda words: comparison_handout_page(found, today, words),
            html=html,
        )
        return
    session.answer(found, comparison_page)
