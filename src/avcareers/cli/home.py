"""`avcareers` alone."""

from typing import Annotated

import typer

from .command import command
from .language import said
from .session import Session


def add_home(app: typer.Typer) -> None:
    """Add the first screen."""
    command(app, "home", about=said("Ce qu'on peut demander.", "What can be asked."), hidden=True)(
        home_command
    )


def home_command(
    session: Session, about: Annotated[str, typer.Option("--about", hidden=True)] = ""
) -> None:
    """Show what can be asked: all, or where one begins, or what can be printed."""
    from functools import partial

    from avcareers.present.home import home_page
    from avcareers.query.home import home

    page = partial(home_page, about=about)
    session.answer(home(session.catalogue(), session.today), page)
