"""`avcareers departments`."""

import typer

from .command import command
from .language import said
from .session import Session


def add_departments(app: typer.Typer) -> None:
    """Add the command about departments."""
    command(
        app,
        "departments",
        about=said("Les départements et leurs métiers.", "Departments and their jobs."),
        examples=("departments",),
    )(departments_command)


def departments_command(session: Session) -> None:
    """List departments."""
    from avcareers.present.departments import departments_page
    from avcareers.query.departments import list_departments

    session.answer(list_departments(session.catalogue()), departments_page)
