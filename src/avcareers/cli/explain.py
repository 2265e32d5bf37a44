"""`avcareers explain`."""

from functools import partial
from typing import Annotated

import typer

from .command import command
from .completion import completing
from .language import said
from .names import topic_of
from .session import Session


def add_explain(app: typer.Typer) -> None:
    """Add the command that explains words."""
    command(
        app,
        "explain",
        about=said(
            "Ce que veulent dire les mots du secteur : des réponses courtes et sourcées.",
            "What the field's words mean: short sourced answers.",
        ),
        examples=("explain", "explain 507h", "explain reconnu", "explain stage --full"),
    )(explain_command)


def explain_command(
    session: Session,
    name: Annotated[list[str] | None, typer.Argument(
        metavar=said("[SUJET]", "[TOPIC]"), autocompletion=completing("explain"),
        help=said("Clé ou nom d'un sujet ; sans rien, la liste.",
                  "Key or name of a topic; with none, the list."))] = None,
    full: Annotated[bool, typer.Option(
        "--full", help=said("Avec les sources.", "With the sources."))] = False,
) -> None:  # fmt: skip
    """Explain a word."""
    from avcareers.present.topics import topic_sheet_page, topics_page
    from avcareers.query.topics import list_topics, topic_sheet

    catalogue = session.catalogue()
    if not name:
        session.answer(list_topics(catalogue), topics_page)
        return
    sheet = topic_sheet(catalogue, topic_of(catalogue, " ".join(name), session))
    session.answer(sheet, partial(topic_sheet_page, full=full))
