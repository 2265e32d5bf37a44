"""`avcareers hours`."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from .command import chosen_day, command
from .language import said
from .session import Session

_DAY = said("JOUR", "DAY")


def add_hours(app: typer.Typer) -> None:
    """Add the command that estimates the 507 hours."""
    command(
        app,
        "hours",
        about=said(
            "Estimer ses 507 heures (annexes 8 et 10), ligne par ligne, d'après un fichier CSV de "
            "ses contrats. Rien n'est gardé ; France Travail seul décide.",
            "Estimate one's 507 hours (annexes 8 and 10), line by line, from a CSV file of one's "
            "contracts. Nothing is kept; France Travail alone decides.",
        ),
        examples=(
            "hours --example > contrats.csv",
            "hours contrats.csv",
            "hours contrats.csv --last-opening 2025-10-20 --born 1974-05-02",
            "hours contrats.csv -o csv",
        ),
    )(hours_command)


def hours_command(
    session: Session,
    file: Annotated[str | None, typer.Argument(
        metavar=said("FICHIER", "FILE"),
        help=said("Fichier CSV des contrats ; « - » lit l'entrée standard.",
                  "CSV file of contracts; - reads standard input."))] = None,
    example: Annotated[bool, typer.Option(
        "--example", help=said("Écrire un fichier d'exemple.", "Write an example file."))] = False,
    asked: Annotated[str | None, typer.Option(
        "--asked", metavar=_DAY,
        help=said("Jour de l'inscription ou de la demande (aujourd'hui sinon).",
                  "Day of registration or request (else today)."))] = None,
    born: Annotated[str | None, typer.Option(
        "--born", metavar=_DAY, help=said("Jour de naissance, pour l'enseignement.",
                                          "Day of birth, for teaching."))] = None,
    last_opening: Annotated[str | None, typer.Option(
        "--last-opening", metavar=_DAY,
        help=said("Fin du contrat qui a ouvert le dernier droit.",
                  "End of the contract that opened the last right."))] = None,
    end: Annotated[str | None, typer.Option(
        "--end", metavar=_DAY, help=said("Compter depuis cette fin de contrat.",
                                         "Count back from this end of contract."))] = None,
    waiver: Annotated[bool, typer.Option(
        "--waiver", help=said("Avec la dérogation de la DREETS.",
                              "With the DREETS waiver."))] = False,
    clause: Annotated[bool, typer.Option(
        "--clause", help=said("Pendant la clause de rattrapage.",
                              "During the catch-up clause."))] = False,
) -> None:  # fmt: skip
    """Estimate the hours."""
    from avcareers.present.contracts import EXAMPLE
    from avcareers.present.hours import hours_page
    from avcareers.query.hours.estimate import estimate
    from avcareers.query.hours.period import Asker
    from avcareers.render.emit import print_text, say
    from avcareers.store.contracts import read_contracts

    if example:
        print_text(session.words(*EXAMPLE))
        say(_how_to_go_on(session))
        return
    if file is None:
        header, first, *_ = session.words(*EXAMPLE).splitlines()
        lead = said("Il faut un fichier CSV de vos contrats, une ligne par contrat :",
                    "A CSV file of your contracts is needed, a line for each contract:")  # fmt: skip
        raise typer.BadParameter(f"{lead}\n  {header}\n  {first}\n{_how_to_go_on(session)}")
    if clause and not last_opening:
        raise typer.BadParameter(said(
            "--clause demande --last-opening.", "--clause needs --last-opening."))  # fmt: skip
    asker = Asker(
        asked=_day("--asked", asked) or date.fromisoformat(session.today),
        born=_day("--born", born),
        last_opening=_day("--last-opening", last_opening),
        waiver=waiver,
        clause=clause,
        end=_day("--end", end),
    )
    content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    lines = read_contracts(file, content)
    found = estimate(session.catalogue(), lines, asker)
    by_line = session.screen.output == "csv"
    session.answer(found, hours_page, (lambda whole: whole.lines) if by_line else None)


def _how_to_go_on(session: Session) -> str:
    """Return how to write the example to a file, and what to do with it."""
    file = session.words("contrats.csv", "contracts.csv")
    written, read = (
        session.words.command("hours", "--example"),
        session.words.command("hours", file),
    )
    return session.words(
        f"Un exemple à remplir : {written} > {file}\nPuis y mettre ses contrats, et : {read}",
        f"An example to fill in: {written} > {file}\nThen put your contracts in it, and: {read}",
    )


def _day(option: str, text: str | None) -> date | None:
    return date.fromisoformat(chosen_day(option, text)) if text is not None else None
