"""`avcareers sources`."""

from typing import Annotated

import typer

from .command import command
from .completion import completing
from .language import said
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
        metavar=said("[FICHE|SOURCE]", "[RECORD|SOURCE]"), autocompletion=completing("sources"),
        help=said("Métier, école, étape ou clé d'une source.",
                  "Job, school, stage, or key of a source."))] = None,
    limit: Annotated[int | None, typer.Option(
        "--limit", min=1, help=said("Combien en montrer, quand on les demande toutes.", "How many to show, of all."))] = None,
) -> None:  # fmt: skip
    """Show sources."""
    from avcareers.present.sources import source_sheet_page, sources_page
    from avcareers.query.sources import list_sources, sources_of

    catalogue = session.catalogue()
    if name:
        session.answer(sources_of(catalogue, " ".join(name), session.today), source_sheet_page)
    else:
        session.answer(list_sources(catalogue, limit=limit), sources_page)
