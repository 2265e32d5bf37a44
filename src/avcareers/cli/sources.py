"""`avcareers sources`."""

from typing import Annotated

import typer

from .command import command
from .language import said
from .names import complete_target
from .session import Session


def add_sources(app: typer.Typer) -> None:
    """Add the command about sources."""
    command(
        app,
        "sources",
        about=said(
            "D'où vient chaque fait : toutes les sources, celles d'une fiche, ou ce qu'appuie une "
            "source.",
            "Where each fact comes from: all sources, those of a record, or what rests on one.",
        ),
        examples=("sources", "sources showrunner", "sources la-femis", "sources cnc-showrunner"),
    )(sources_command)


def sources_command(
    session: Session,
    name: Annotated[list[str] | None, typer.Argument(
        metavar=said("[FICHE|SOURCE]", "[RECORD|SOURCE]"), autocompletion=complete_target,
        help=said("Métier, école, étape ou clé d'une source.",
                  "Job, school, stage, or key of a source."))] = None,
    limit: Annotated[int | None, typer.Option(
        "--limit", min=1, help=said("Nombre affiché, de toutes.", "Number shown, of all."))] = None,
) -> None:  # fmt: skip
    """Show sources."""
    from avcareers.present.sources import source_sheet_page, sources_page
    from avcareers.query.sources import list_sources, sources_of
    from avcareers.render.emit import emit

    catalogue = session.catalogue()
    if name:
        sheet = sources_of(catalogue, " ".join(name))

        def sheet_data() -> object:
            from avcareers.render.shapes import source_sheet

            return source_sheet(sheet)

        emit(session.screen, lambda: source_sheet_page(sheet, session.words), sheet_data)
    else:
        found = list_sources(catalogue, limit=limit)

        def list_data() -> object:
            from avcareers.render.shapes import sources

            return sources(found)

        emit(session.screen, lambda: sources_page(found, session.words), list_data)
