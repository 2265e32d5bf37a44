"""`avcareers stages` and `avcareers stage`."""

from typing import Annotated

import typer

from .command import command, group_with_default
from .completion import completing
from .language import said
from .names import stage_of
from .session import Session

stage_app = typer.Typer(
    cls=group_with_default("show"), help=said("Une étape de la chaîne.", "One stage of the chain.")
)


def add_stages(app: typer.Typer) -> None:
    """Add the commands about the production chain."""
    app.add_typer(stage_app, name="stage")
    command(
        app,
        "stages",
        about=said(
            "La chaîne de production : trois moments, sept étapes, ce qui passe de l'une à l'autre.",
            "The production chain: three moments, seven stages, what passes from one to the next.",
        ),
        examples=("stages",),
    )(stages_command)


def stages_command(session: Session) -> None:
    """Draw the chain."""
    from avcareers.present.stages import chain_page
    from avcareers.query.stages import chain

    session.answer(chain(session.catalogue()), chain_page)


@command(
    stage_app,
    "show",
    about=said(
        "Une étape : ce qui s'y passe, ce qui y entre, ce qui en sort, qui y travaille.",
        "A stage: what happens, what comes in, what goes out, who works there.",
    ),
    examples=("stage show tournage", "stage show post-production"),
)
def stage_command(
    session: Session,
    name: Annotated[list[str], typer.Argument(
        metavar=said("ÉTAPE", "STAGE"), autocompletion=completing("stage show"),
        help=said("Clé ou nom, en français ou en anglais.", "Key or name, in French or English."))],
) -> None:  # fmt: skip
    """Show a stage."""
    from avcareers.present.stages import stage_sheet_page
    from avcareers.query.stages import stage_sheet

    catalogue = session.catalogue()
    slug = stage_of(catalogue, " ".join(name), session)
    session.answer(stage_sheet(catalogue, slug), stage_sheet_page)
