"""`avcareers match`."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

import typer

from avcareers.query.match.wishes import Wishes

from .command import command
from .filters import filter_parameters, filters_asked
from .language import said
from .loose import given, with_words
from .session import Session

TOLD = 10
"""Jobs that a page tells in full, unless more or fewer are asked for."""


def add_match(app: typer.Typer) -> None:
    """Add the command that goes from a person to jobs."""
    command(
        app,
        "match",
        about=said(
            "De ce que l'on aime, de ce que l'on ne peut ou ne veut pas et d'où l'on en est, à des "
            "métiers, avec les raisons. Sans option, les questions sont posées. Rien n'est gardé.",
            "From what one likes, what one can't or won't do and where one stands, to jobs, with the "
            "reasons. Without an option, questions are asked. Nothing is kept.",
        ),
        examples=(
            "match",
            said("match --like dessiner --not nuits --from bac --near Lille --max-fees 0",
                 "match --like draw --not nights --from bac --near Lille --max-fees 0"),
            said("match --like organiser --like écrire --not déplacements",
                 "match --like organise --like write --not travel"),
            "match --like build --from none --alternance -o csv",
        ),
        filters=filter_parameters(Wishes),
    )(match_command)  # fmt: skip


def match_command(
    session: Session,
    typed: Mapping[str, Any],
    limit: Annotated[int | None, typer.Option(
        "--limit", min=1, help=said("Combien en détailler (10).", "How many to tell in full (10)."))] = None,
) -> None:  # fmt: skip
    """Match."""
    from avcareers.present.match import match_page, nothing_said
    from avcareers.query.match.match import Match, match, told

    catalogue = session.catalogue()
    asked = with_words(Wishes, typed, catalogue, session, ("match", *given({"--limit": limit})))
    wishes = filters_asked(Wishes, asked, session, catalogue)
    if wishes == Wishes():
        raise typer.BadParameter(nothing_said(session.words))
    found = match(catalogue, wishes, session.today)

    def whole(found: Match) -> object:
        every = told(catalogue, found, limit)
        return [job.columns() for job in every.jobs] if session.screen.output == "csv" else every

    page = partial(told, catalogue, most=limit or TOLD)
    session.answer(found, lambda found, words: match_page(page(found), words), whole)
