"""`avcareers export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .command import choose, command
from .language import said
from .session import Session

if TYPE_CHECKING:
    from avcareers.render.datapackage import Form

FORMATS = ("json", "csv", "jsonl", "sqlite", "parquet")


def add_export(app: typer.Typer) -> None:
    """Add the command that exports the catalogue."""
    command(
        app,
        "export",
        about=said(
            "Écrire tout le catalogue dans un dossier. En json, un fichier par sorte de fiche ; "
            "sinon des tables plates, avec datapackage.json qui décrit chaque colonne. NOTICE.txt dit la "
            "licence (Licence Ouverte 2.0), quoi écrire pour citer, et les tables où des faits sont sous "
            "une autre (ODbL, CC BY) ; la table sources, celle de chaque source.",
            "Write the whole catalogue into a folder. As json, a file for each kind of record; "
            "otherwise flat tables, with datapackage.json, which describes each column. NOTICE.txt says the "
            "licence (Licence Ouverte 2.0), what to write to cite, and the tables where facts are under "
            "another (ODbL, CC BY); the table sources, that of each source.",
        ),
        examples=(
            "export catalogue",
            "export tables --format csv",
            "export tables --format csv --excel --force",
            "export base --format sqlite",
        ),
    )(export_command)


def export_command(
    session: Session,
    folder: Annotated[Path, typer.Argument(
        metavar=said("DOSSIER", "FOLDER"), help=said("Où écrire.", "Where to write."))],
    form: Annotated[str | None, typer.Option(
        "--format", metavar="|".join(FORMATS), autocompletion=lambda: list(FORMATS),
        help=said("Format : json (par défaut), csv, jsonl, sqlite ou parquet.",
                  "Format: json (the default), csv, jsonl, sqlite or parquet."))] = None,
    excel: Annotated[bool, typer.Option(
        "--excel", help=said("Pour un tableur français : csv, points-virgules, virgule décimale.",
                             "For a French spreadsheet: csv, semicolons, decimal comma."))] = False,
    force: Annotated[bool, typer.Option(
        "--force", help=said("Remplacer les fichiers présents.", "Replace existing files."))] = False,
) -> None:  # fmt: skip
    """Export the catalogue."""
    from avcareers.render.emit import say
    from avcareers.render.exports import exported_files
    from avcareers.store.writing import written_together

    chosen = _form(session, form, excel=excel)
    files = exported_files(session.catalogue(), chosen)
    if folder.exists() and not folder.is_dir():
        raise typer.BadParameter(session.words(f"{folder} n'est pas un dossier.",
                                               f"{folder} is not a folder."))  # fmt: skip
    present = [name for name in files if (folder / name).exists()]
    if present and not force:
        raise typer.BadParameter(session.words(
            f"{folder}/{present[0]} existe déjà ; --force le remplace.",
            f"{folder}/{present[0]} exists already; --force replaces it."))  # fmt: skip
    with written_together() as beside:
        for name, write in files.items():
            write(beside(folder / name))
    many = len(files)
    say(session.words(f"écrit : {folder}, {many} fichiers", f"written: {folder}, {many} files"))


def _form(session: Session, form: str | None, *, excel: bool) -> "Form":
    """Return what to write: as `--format` says, or `-o`. Raise BadParameter when two disagree."""
    asked = {name for name in (form, session.screen.output, "csv" if excel else None) if name}
    if len(asked) > 1:
        raise typer.BadParameter(session.words(
            f"{' et '.join(sorted(asked))} : un seul format à la fois.",
            f"{' and '.join(sorted(asked))}: one format at a time."))  # fmt: skip
    chosen = choose("--format", next(iter(asked), "json"), FORMATS)
    if chosen == "parquet":
        from avcareers.render.parquet import can_write

        if not can_write():
            raise typer.BadParameter(session.words(
                "le format parquet demande un complément : pip install 'avcareers[parquet]'",
                "parquet needs an extra: pip install 'avcareers[parquet]'"))  # fmt: skip
    return "excel" if excel else chosen  # type: ignore[return-value]
