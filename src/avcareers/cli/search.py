"""`avcareers search`."""

from typing import Annotated

import typer

from avcareers.model.vocabulary import SearchKind, values

from .command import choose_all, command
from .language import said
from .session import Session

KINDS = values(SearchKind)


def add_search(app: typer.Typer) -> None:
    """Add the command that searches everything."""
    command(
        app,
        "search",
        about=said(
            "Chercher un métier, une école, une formation, une réponse : par son nom, un mot du "
            "plateau, l'anglais, ou ce qu'on y fait.",
            "Search for a job, a school, a programme, an answer: by name, set slang, French or what "
            "one does.",
        ),
        examples=(
            "search perchman",
            "search focus puller",
            "search écrire des séries",
            "search montage --kind school",
        ),
    )(search_command)


def search_command(
    session: Session,
    text: Annotated[list[str], typer.Argument(
        metavar=said("MOTS…", "WORDS…"), help=said("Ce qu'on cherche.", "What is looked for."))],
    kind: Annotated[list[str] | None, typer.Option(
        "--kind", metavar="|".join(KINDS), autocompletion=lambda: list(KINDS),
        help=said("Seulement cette sorte (répétable).", "Only this kind (repeatable)."))] = None,
    limit: Annotated[int, typer.Option(
        "--limit", min=1, max=200, help=said("Nombre affiché.", "Number shown."))] = 10,
) -> None:  # fmt: skip
    """Search everything."""
    from avcareers.present.search import search_page
    from avcareers.query.search.ranking import search

    kinds = choose_all("--kind", kind, KINDS, "search-kind")
    found = search(session.catalogue(), " ".join(text), kinds=kinds, limit=limit)  # type: ignore[arg-type]
    session.answer(found, search_page)
