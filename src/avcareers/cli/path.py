"""`avcareers path`."""

from typing import Annotated

import typer

from .command import command
from .completion import completing
from .language import said
from .names import slug_of
from .session import Session


def add_path(app: typer.Typer) -> None:
    """Add the command about ladders."""
    command(
        app,
        "path",
        about=said(
            "L'échelle d'un métier à un autre, ou tout ce qui mène à un métier.",
            "The ladder from one job to another, or all that leads to a job.",
        ),
        examples=("path auxiliaire-regie directeur-production", "path chef-monteur"),
    )(path_command)


def path_command(
    session: Session,
    first: Annotated[str, typer.Argument(
        metavar=said("MÉTIER", "JOB"), autocompletion=completing("path"),
        help=said("D'où l'on part ; seul, le métier visé.",
                  "Where one starts; alone, the job aimed at."))],
    second: Annotated[str | None, typer.Argument(
        metavar=said("[VISÉ]", "[TARGET]"), autocompletion=completing("path"),
        help=said("Métier visé.", "Job aimed at."))] = None,
) -> None:  # fmt: skip
    """Show a ladder."""
    from avcareers.present.ladder import ladder_page, path_page
    from avcareers.query.ladder import ladder_into, path_between

    catalogue = session.catalogue()
    slug = slug_of(catalogue, "profession", first, session)
    if second is None:
        session.answer(ladder_into(catalogue, slug), ladder_page)
        return
    target = slug_of(catalogue, "profession", second, session)
    session.answer(path_between(catalogue, slug, target), path_page)
