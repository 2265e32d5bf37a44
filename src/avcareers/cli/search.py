"""`avcareers search`."""

from typing import TYPE_CHECKING, Annotated

import typer

from avcareers.model.vocabulary import SearchKind, values

from .command import choose_all, command
from .language import said
from .session import Session

if TYPE_CHECKING:
    from avcareers.model.errors import NothingFoundError
    from avcareers.store.catalogue import Catalogue

KINDS = values(SearchKind)
NEARLY = 0.75
"""Share of letters in common with a command from which a word is one mistyped."""


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
        "--limit", min=1, max=200, help=said("Combien en montrer.", "How many to show."))] = 10,
    known: Annotated[bool, typer.Option("--known", hidden=True)] = False,
) -> None:  # fmt: skip
    """Search everything."""
    from avcareers.present.search import search_page
    from avcareers.query.search.ranking import search

    kinds = choose_all("--kind", kind, KINDS, "search-kind")
    words = " ".join(text)
    if not words.strip():
        raise typer.BadParameter(said("Il manque ce qu'on cherche.", "Missing: what to look for."))
    catalogue = session.catalogue()
    found = search(catalogue, words, kinds=kinds, limit=limit)  # type: ignore[arg-type]
    if known:
        _refuse_typo(catalogue, text[0])
        if not found.hits:
            raise _nothing(catalogue, words)
    session.answer(found, search_page)


def _refuse_typo(catalogue: "Catalogue", word: str) -> None:
    """Raise UnknownCommandError for a word of no sheet that is nearly a command."""
    from difflib import SequenceMatcher

    from avcareers.model.errors import UnknownCommandError
    from avcareers.text.folding import fold

    from .line import commands_named

    asked, commands = fold(word), commands_named()
    likeness = max(SequenceMatcher(None, asked, name).ratio() for name in commands)
    if likeness < NEARLY:
        return
    sql = "SELECT 1 FROM search_word WHERE word = ?"
    if next(catalogue.rows(sql, (asked,)), None) is None:
        raise UnknownCommandError(word, commands)


def _nothing(catalogue: "Catalogue", words: str) -> "NothingFoundError":
    """Return the error for words that are neither a command nor anything in the catalogue."""
    from avcareers.model.errors import NothingFoundError
    from avcareers.text.nearest import nearest

    from .line import commands_named
    from .names import near_by_kind

    commands = nearest(words.split(maxsplit=1)[0], commands_named())
    near = (("command", commands),) if commands else ()
    return NothingFoundError(words, (*near, *near_by_kind(catalogue, words)))
