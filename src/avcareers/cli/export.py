"""`avcareers export`."""

from pathlib import Path
from typing import Annotated

import typer

from avcareers.render.formats import DATA_FORMATS

from .command import choose, command
from .language import said
from .session import Session

FORMATS = (*DATA_FORMATS, "sqlite")


def add_export(app: typer.Typer) -> None:
    """Add the command that exports the catalogue."""
    command(
        app,
        "export",
        about=said(
            "Écrire tout le catalogue dans un dossier : un fichier par sorte de fiche.",
            "Write the whole catalogue into a folder: a file for each kind of record.",
        ),
        examples=("export catalogue", "export catalogue --format csv --force"),
    )(export_command)


def export_command(
    session: Session,
    folder: Annotated[Path, typer.Argument(
        metavar=said("DOSSIER", "FOLDER"), help=said("Où écrire.", "Where to write."))],
    form: Annotated[str, typer.Option(
        "--format", metavar="|".join(FORMATS), autocompletion=lambda: list(FORMATS),
        help=said("Format.", "Format."))] = "json",
    force: Annotated[bool, typer.Option(
        "--force", help=said("Remplacer les fichiers présents.", "Replace existing files."))] = False,
) -> None:  # fmt: skip
    """Export the catalogue."""
    from avcareers.render.emit import say
    from avcareers.render.exports import exported_files, write_sqlite
    from avcareers.store.writing import write_texts

    choose("--format", form, FORMATS)
    catalogue = session.catalogue()
    texts = {} if form == "sqlite" else exported_files(catalogue, form)
    names = tuple(texts) or ("avcareers.sqlite",)
    if folder.exists() and not folder.is_dir():
        raise typer.BadParameter(session.words(f"{folder} n'est pas un dossier.",
                                               f"{folder} is not a folder."))  # fmt: skip
    present = [name for name in names if (folder / name).exists()]
    if present and not force:
        raise typer.BadParameter(session.words(
            f"{folder}/{present[0]} existe déjà ; --force le remplace.",
            f"{folder}/{present[0]} exists already; --force replaces it."))  # fmt: skip
    if form == "sqlite":
        write_sqlite(catalogue, folder / names[0])
    else:
        write_texts(folder, texts)
    for name in names:
        say(session.words(f"écrit : {folder / name}", f"written: {folder / name}"))
