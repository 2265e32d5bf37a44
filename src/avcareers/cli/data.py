"""`avcareers data`: for those who keep the data."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avcareers.model.errors import BAD_DATA

from .asking import can_ask, confirmed
from .command import Group, chosen_day, command
from .language import said
from .session import Session

if TYPE_CHECKING:
    from avcareers.model.content import Content
    from avcareers.registers.comparison import RegisterAudit
    from avcareers.store.data_files import Snapshot

data_app = typer.Typer(
    cls=Group, help=said("Pour qui tient les données.", "For those who keep the data.")
)


def add_data(app: typer.Typer) -> None:
    """Add the commands for those who keep the data."""
    from .release import add_release

    add_release(data_app)
    app.add_typer(data_app, name="data")


@command(
    data_app,
    "check",
    about=said(
        "Valider les données et appliquer les règles de fond : 0 quand tout tient, 3 sinon.",
        "Validate the data and apply the rules of substance: 0 when all hold, 3 otherwise.",
    ),
    examples=("data check", "data check --data mes-donnees -o json"),
)
def check_command(session: Session) -> None:
    """Check the data."""
    from avcareers.audit.check import check
    from avcareers.model.errors import DataError
    from avcareers.render.emit import emit_data, say
    from avcareers.render.formats import DATA_FORMATS
    from avcareers.store.location import locate

    from .ours import is_ours

    found = check(locate(session.data).folder, is_ours)
    if session.screen.output in DATA_FORMATS:
        emit_data(session.screen, found)
        raise typer.Exit(BAD_DATA if found.problems else 0)
    if found.problems:
        raise DataError(found.problems)
    say(session.words(f"{found.records} fiches, toutes les règles tiennent.",
                      f"{found.records} records, every rule holds."))  # fmt: skip
    if found.absent:
        listed = ", ".join(found.absent)
        say(session.words(f"Fichiers absents, sans lesquels on peut faire : {listed}.",
                          f"Files that are absent, and can be done without: {listed}."))  # fmt: skip


@command(
    data_app,
    "fmt",
    about=said(
        "Réécrire les fichiers de données sous leur forme unique.",
        "Rewrite the data files in their one form.",
    ),
    examples=("data fmt", "data fmt --check"),
)
def fmt_command(
    session: Session,
    check: Annotated[bool, typer.Option("--check", help=said(
        "Ne rien écrire ; 3 si un fichier changerait.",
        "Write nothing; 3 if a file would change."))] = False,
) -> None:  # fmt: skip
    """Format the data."""
    from avcareers.store.data_files import read_snapshot
    from avcareers.store.formatting import formatted
    from avcareers.store.location import locate

    folder = locate(session.data).folder
    _settle(session, folder, formatted(read_snapshot(folder)), check=check)


@command(
    data_app,
    "schema",
    about=said(
        "Écrire les schémas JSON des données et des réponses.",
        "Write the JSON Schemas of the data and of the answers.",
    ),
    examples=("data schema", "data schema --check"),
)
def schema_command(
    session: Session,
    folder: Annotated[Path, typer.Argument(
        metavar=said("[DOSSIER]", "[FOLDER]"),
        help=said("Où les écrire.", "Where to write them."))] = Path("schema"),
    check: Annotated[bool, typer.Option("--check", help=said(
        "Ne rien écrire ; 3 si un schéma changerait.",
        "Write nothing; 3 if a schema would change."))] = False,
) -> None:  # fmt: skip
    """Write schemas."""
    from avcareers.render.schemas import answer_schemas
    from avcareers.store.schemas import schemas

    _settle(session, folder, schemas() | answer_schemas(), check=check)


def _settle(session: Session, folder: Path, texts: dict[str, str], *, check: bool) -> None:
    """Write the files that differ, or say which would."""
    from avcareers.render.emit import say
    from avcareers.store.writing import differing, write_texts

    changed = differing(folder, texts)
    if check:
        for name in changed:
            say(session.words(f"à réécrire : {name}", f"to rewrite: {name}"))
        raise typer.Exit(BAD_DATA if changed else 0)
    write_texts(folder, {name: texts[name] for name in changed})
    for name in changed:
        say(session.words(f"réécrit : {name}", f"rewritten: {name}"))


@command(
    data_app,
    "stats",
    about=said("Ce que le catalogue contient, et ce qui lui manque.",
              "What the catalogue holds, and what it lacks."),
    examples=("data stats",),
)  # fmt: skip
def stats_command(session: Session) -> None:
    """Count the catalogue."""
    from avcareers.present.data import stats_page
    from avcareers.query.stats import stats

    session.answer(stats(session.catalogue(), session.today), stats_page)


@command(
    data_app,
    "stale",
    about=said("Ce qu'il faut relire, et pourquoi.", "What should be read again, and why."),
    examples=("data stale", "data stale --older-than 180"),
)
def stale_command(
    session: Session,
    older_than: Annotated[int, typer.Option(
        "--older-than", min=1, metavar=said("JOURS", "DAYS"),
        help=said("Âge à partir duquel relire.", "Age from which to read again."))] = 365,
) -> None:  # fmt: skip
    """List what is stale."""
    from avcareers.present.data import stale_page
    from avcareers.query.stale import stale

    found = stale(session.catalogue(), session.today, older_than_days=older_than)
    session.answer(found, stale_page)


@command(
    data_app,
    "audit",
    about=said(
        "Comparer le catalogue aux exports officiels, tels que publiés : le RNCP de France "
        "compétences, les chiffres de Parcoursup.",
        "Compare the catalogue with the official exports, as published: the RNCP of France "
        "compétences, the figures of Parcoursup.",
    ),
    examples=(
        "data audit --rncp export-fiches-csv-2026-11-23.zip",
        "data audit --parcoursup fr-esr-parcoursup.csv --write",
    ),
)
def audit_command(
    session: Session,
    rncp: Annotated[Path | None, typer.Option(
        "--rncp", metavar=said("FICHIER.zip", "FILE.zip"), help=said(
            "Export CSV du RNCP et du répertoire spécifique.",
            "CSV export of the RNCP and of the specific register."))] = None,
    parcoursup: Annotated[Path | None, typer.Option(
        "--parcoursup", metavar=said("FICHIER.csv", "FILE.csv"), help=said(
            "Chiffres d'admission d'une session.",
            "Figures of admission of a session."))] = None,
    write: Annotated[bool, typer.Option("--write", help=said(
        "Montrer ce qui changerait dans les données, puis l'écrire après confirmation, avec sa source.",
        "Show what would change in the data, then write it once confirmed, with its source."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=said(
        "Avec --write : écrire sans demander.", "With --write: write without asking."))] = False,
    read_on: Annotated[str | None, typer.Option(
        "--read-on", metavar=said("JOUR", "DAY"), help=said(
            "Jour du téléchargement, AAAA-MM-JJ (par défaut : aujourd'hui).",
            "Day of the download, YYYY-MM-DD (default: today)."))] = None,
) -> None:  # fmt: skip
    """Compare with the official registers."""
    from avcareers.present.registers import register_audit_page
    from avcareers.registers.comparison import audit_registers
    from avcareers.store.data_files import read_snapshot
    from avcareers.store.location import locate
    from avcareers.store.validation import load

    words = session.words
    if rncp is None and parcoursup is None:
        raise typer.BadParameter(words("donnez --rncp FICHIER ou --parcoursup FICHIER.",
                                       "give --rncp FILE or --parcoursup FILE."))  # fmt: skip
    if write and not (yes or can_ask()):
        raise typer.BadParameter(words(
            "il faut un terminal pour confirmer --write ; sinon, --write --yes écrit sans demander.",
            "confirming --write takes a terminal; else --write --yes writes without asking."))  # fmt: skip
    if yes and not write:
        raise typer.BadParameter(words("--yes va avec --write.", "--yes goes with --write."))
    day = chosen_day("--read-on", read_on or session.today)
    snapshot = read_snapshot(locate(session.data).folder)
    content = load(snapshot)
    found = audit_registers(content, rncp=rncp, parcoursup=parcoursup, read_on=day)
    output = session.screen.output
    patches = output in {"plain", "md"} or (output is None and not sys.stdout.isatty())
    rows = (lambda audit: audit.differences) if output in {"csv", "jsonl"} else None
    session.answer(found, partial(register_audit_page, patches=patches), rows)
    if write:
        _write_patches(session, snapshot, content, found, yes=yes)


def _write_patches(
    session: Session, snapshot: "Snapshot", content: "Content", found: "RegisterAudit", *, yes: bool
) -> None:
    """Show what the patches change in the data files, and write it once it is confirmed."""
    from avcareers.registers.patches import patched_texts, shown_changes, write_patched
    from avcareers.render.emit import say

    words = session.words
    texts = patched_texts(snapshot, content, found)
    if not texts:
        say(words("Rien à écrire.", "Nothing to write."))
        return
    for text in shown_changes(snapshot, texts):
        say(text)
    many = words.count(len(texts), ("fichier", "fichiers"), ("file", "files"))
    if not yes and not confirmed(words(f"Écrire {many} ?", f"Write {many}?"), words):
        say(words("Rien n'est écrit.", "Nothing is written."))
        return
    write_patched(snapshot, texts)
    for name in texts:
        say(words(f"réécrit : {name}", f"rewritten: {name}"))
    say(words("À vérifier : avcareers data check", "To verify: avcareers data check"))
