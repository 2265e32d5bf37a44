"""`avcareers path`."""

from typing import Annotated

import typer

from .command import command
from .language import said
from .names import complete_job, slug_of
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
        metavar=said("MÉTIER", "JOB"), autocompletion=complete_job,
        help=said("D'où l'on part ; seul, le métier visé.",
                  "Where one starts; alone, the job aimed at."))],
    second: Annotated[str | None, typer.Argument(
        metavar=said("[VISÉ]", "[TARGET]"), autocompletion=complete_job,
        help=said("Métier visé.", "Job aimed at."))] = None,
) -> None:  # fmt: skip
    """Show a ladder."""
    from avcareers.present.ladder import ladder_page, path_page
    from avcareers.query.ladder import ladder_into, path_between
    from avcareers.render.emit import emit

    catalogue = session.catalogue()
    slug = slug_of(catalogue, "profession", first, session)
    if second is None:
        ladder = ladder_into(catalogue, slug)

        def tree_data() -> object:
            from avcareers.render.shapes import ladder as shaped

            return shaped(ladder.tree)

        emit(session.screen, lambda: ladder_page(ladder, session.words), tree_data)
        return
    path = path_between(catalogue, slug, slug_of(catalogue, "profession", second, session))

    def data() -> object:
        from avcareers.render.shapes import path as shaped

        return shaped(path)

    emit(session.screen, lambda: path_page(path, session.words), data)
