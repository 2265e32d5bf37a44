"""`avcareers` alone."""

import typer

from .command import command
from .language import said
from .session import Session


def add_home(app: typer.Typer) -> None:
    """Add the first screen."""
    command(app, "home", about=said("Ce qu'on peut demander.", "What can be asked."), hidden=True)(
        home_command
    )


def home_command(session: Session) -> None:
    """Show what can be asked."""
    from avcareers.present.home import home_page
    from avcareers.query.home import home

    session.answer(home(session.catalogue(), session.today), home_page)
