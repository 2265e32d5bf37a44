"""Pages to hand over: the options of the commands that make them, and how they are written."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from .language import said
from .session import Session

if TYPE_CHECKING:
    from avcareers.present.page import Page
    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording

Sheet = Annotated[
    bool,
    typer.Option(
        "--sheet",
        help=said(
            "À remettre sur papier : adresses et noms de pages, sans commande. En Markdown.",
            "To hand over on paper: addresses and names of pages, no command. In Markdown.",
        ),
    ),
]
Html = Annotated[
    bool,
    typer.Option(
        "--html",
        help=said(
            "À imprimer : la même en HTML, à mettre dans un fichier : --html > page.html.",
            "To print: the same as HTML, to put in a file: --html > page.html.",
        ),
    ),
]


def handing_over(session: Session, *, sheet: bool, html: bool, others: str = "") -> bool:
    """True if a page to hand over is asked for. Raise BadParameter for options that don't go with it.

    `others` are the options given that would change its form.
    """
    from avcareers.text.wording import Wording

    words = session.words
    if html and sys.stdout.isatty():
        # Its signs are for a browser: nobody reads them on a screen.
        file = words("fiche.html", "sheet.html")
        into = Wording(session.language).into(file, *sys.argv[1:])
        raise typer.BadParameter(words(f"--html s'écrit dans un fichier : {into}",
                                       f"--html is written to a file: {into}"))  # fmt: skip
    if (sheet or html) and others:
        one = "--sheet" if sheet else "--html"
        raise typer.BadParameter(
            words(f"{one} ne va pas avec {others}.", f"{one} does not go with {others}.")
        )
    if (sheet or html) and session.screen.output not in ({None} if html else {None, "md"}):
        raise typer.BadParameter(words(
            "--sheet écrit du Markdown (-o md), ou du HTML avec --html.",
            "--sheet writes Markdown (-o md), or HTML with --html."))  # fmt: skip
    return sheet or html


def hand_over(
    session: Session,
    catalogue: "Catalogue",
    page: "Callable[[Wording], Page]",
    *others: "Callable[[Wording], Page]",
    html: bool,
) -> None:
    """Write pages to hand over, a sheet for each, and beside them what was understood of the question."""
    from avcareers.present.paper import PaperWording
    from avcareers.render.handout import print_handout

    session.say_notes()
    words = PaperWording(session.language, catalogue)
    more = (other(words) for other in others)
    print_handout(page(words), session.language, session.screen, *more, html=html)
