"""`avcareers match`."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avcareers.query.filters.declaration import is_asked
from avcareers.query.match.wishes import Wishes
from avcareers.text.folding import fold

from .command import command
from .filters import filter_parameters, filters_asked
from .language import said
from .loose import given, options_of, with_words
from .session import Session

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

_SCHOOL = frozenset(
    {"ecole", "ecoles", "etude", "etudes", "formation", "formations", "school", "studies"}
)
"""What people refuse, folded, who want no school."""
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
    from avcareers.present.match import match_page
    from avcareers.query.match.match import Match, match, told

    catalogue = session.catalogue()
    asked = with_words(Wishes, typed, catalogue, session, ("match", *given({"--limit": limit})))
    if not any(is_asked(value) for value in asked.values()):
        asked |= _told_by_a_person(session, catalogue)
    wishes = filters_asked(Wishes, _without_a_school(asked, session), session, catalogue)
    found = match(catalogue, wishes, session.today)

    def whole(found: Match) -> object:
        every = told(catalogue, found, limit)
        return [job.columns() for job in every.jobs] if session.screen.output == "csv" else every

    page = partial(told, catalogue, most=limit or TOLD)
    session.answer(found, lambda found, words: match_page(page(found), words), whole)


def _without_a_school(asked: Mapping[str, Any], session: Session) -> Mapping[str, Any]:
    """Return what was asked, where `--not école` is no time at school: it is no working condition."""
    refused = asked["refused"] or ()
    schools = [word for word in refused if fold(word) in _SCHOOL]
    if not schools:
        return asked
    said = session.words.quoted(schools[0])
    session.note(session.words(f"{said} : compris comme --max-years 0, sans formation.",
                               f"{said}: understood as --max-years 0, with no course."))  # fmt: skip
    others = [word for word in refused if word not in schools]
    return {**asked, "refused": others or None, "max_years": 0.0}


def _told_by_a_person(session: Session, catalogue: "Catalogue") -> dict[str, Any]:
    """Return what a person answers, and say how to ask it again. Raise BadParameter for nothing."""
    from avcareers.render.emit import say

    from .asking import can_ask
    from .interview import wishes_typed

    told = wishes_typed(session, catalogue) if can_ask() else {}
    if not any(is_asked(value) and value != [] for value in told.values()):
        from avcareers.present.match import nothing_said

        raise typer.BadParameter(nothing_said(session.words))
    shown = session.words.command("match", *options_of(Wishes, told))
    say(session.words(f"La même question : {shown}", f"The same question: {shown}"))
    return told
