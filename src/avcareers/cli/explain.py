"""`avcareers explain`."""

from functools import partial
from typing import Annotated

import typer

from .command import command
from .completion import completing
from .handout import Html, Sheet, hand_over, handing_over
from .language import said
from .names import diploma_of, is_called, topic_of
from .places import region_meant
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
        examples=(
            "explain",
            "explain 507h",
            "explain reconnu",
            "explain commissions-du-film --region Occitanie",
            "explain stage --full",
            "explain 507h --html > 507h.html",
        ),
    )(explain_command)


def explain_command(
    session: Session,
    name: Annotated[list[str] | None, typer.Argument(
        metavar=said("[SUJET]", "[TOPIC]"), autocompletion=completing("explain"),
        help=said("Clé ou nom d'un sujet ; sans rien, la liste.",
                  "Key or name of a topic; with none, the list."))] = None,
    region: Annotated[str | None, typer.Option("--region", metavar=said("RÉGION", "REGION"), help=said(
        "Ce que le sujet dit de cette région, d'abord.",
        "What the topic says of this region, first."))] = None,
    full: Annotated[bool, typer.Option(
        "--full", help=said("Avec les sources.", "With the sources."))] = False,
    sheet: Sheet = False,
    html: Html = False,
) -> None:  # fmt: skip
    """Explain a word."""
    handed = handing_over(
        session, sheet=sheet, html=html, others="--full" if full else "--region" if region else ""
    )
    if handed and not name:
        raise typer.BadParameter(session.words("Quel sujet remettre ? Donnez son nom.",
                                               "Which topic to hand over? Give its name."))  # fmt: skip
    from avcareers.present.topics import diploma_page, topic_sheet_page, topics_page
    from avcareers.query.topics import diploma_sheet, list_topics, topic_sheet

    from .kinds import explained_by

    catalogue = session.catalogue()
    if not name:
        session.answer(list_topics(catalogue), topics_page)
        return
    asked = " ".join(name)
    if not handed and (diploma := diploma_of(catalogue, asked)):
        session.answer(diploma_sheet(catalogue, diploma), diploma_page)
        return
    where = region_meant(session, catalogue, region).region if region else None
    called = handed or is_called(catalogue, "topic", asked)
    said_more = None if called else explained_by(catalogue, asked)
    if said_more and said_more[0] == "diploma":
        session.answer(diploma_sheet(catalogue, said_more[1]), diploma_page)
        return
    topic = said_more[1] if said_more else topic_of(catalogue, asked, session)
    found = topic_sheet(catalogue, topic, session.today, where)
    if handed:
        from avcareers.present.handouts import topic_handout_page

        today = session.today
        hand_over(
            session, catalogue, lambda words: topic_handout_page(found, today, words), html=html
        )
        return
    session.answer(found, partial(topic_sheet_page, full=full))
