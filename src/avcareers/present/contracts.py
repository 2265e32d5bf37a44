"""A file of contracts: an example of one, and what to say of one that can't be counted."""

from avcareers.model.contract import KINDS
from avcareers.model.errors import ContractsError, Wrong
from avcareers.text.nearest import nearest
from avcareers.text.wording import Wording

from .labels import label, labels_of

EXAMPLE = (
    """\
du;au;employeur;heures;cachets;annexe;nature
05/01/2026;30/01/2026;Films du Canal;152;;8;travail
02/02/2026;13/02/2026;Films du Canal;78,5;;8;travail
16/02/2026;20/02/2026;Studio des Quais;40;;8;travail
09/03/2026;20/03/2026;Studio des Quais;70;;8;travail
14/04/2026;14/04/2026;Théâtre du Port;;2;10;travail
20/04/2026;24/04/2026;;;;;maladie
04/05/2026;07/05/2026;Lycée des Arts;24;;8;enseignement
01/06/2026;12/06/2026;Afdas;70;;;formation
15/06/2026;19/06/2026;Agence Vidéo;35;;;ordinaire
22/06/2026;26/06/2026;Films du Canal;40;;8;travail""",
    """\
from,to,employer,hours,cachets,annexe,kind
2026-01-05,2026-01-30,Films du Canal,152,,8,work
2026-02-02,2026-02-13,Films du Canal,78.5,,8,work
2026-02-16,2026-02-20,Studio des Quais,40,,8,work
2026-03-09,2026-03-20,Studio des Quais,70,,8,work
2026-04-14,2026-04-14,Théâtre du Port,,2,10,work
2026-04-20,2026-04-24,,,,,sick
2026-05-04,2026-05-07,Lycée des Arts,24,,8,teaching
2026-06-01,2026-06-12,Afdas,70,,,training
2026-06-15,2026-06-19,Agence Vidéo,35,,,ordinary
2026-06-22,2026-06-26,Films du Canal,40,,8,work""",
)
"""What `--example` writes, in French and in English."""

_WHAT = {
    "empty": ("aucun contrat dans ce fichier", "no contract in this file"),
    "csv": ("ce n'est pas du CSV : un guillemet n'est pas fermé, ou est mal placé",
            "this is not CSV: a quote is not closed, or is out of place"),
    "column": ("colonne inconnue", "unknown column"),
    "column-twice": ("colonne donnée deux fois", "column given twice"),
    "no-column": ("il manque une colonne", "a column is missing"),
    "cells": ("pas autant de cases que de colonnes", "not as many cells as columns"),
    "date": ("il faut un jour qui existe, écrit AAAA-MM-JJ ou JJ/MM/AAAA",
             "a day that exists is needed, written YYYY-MM-DD or DD/MM/YYYY"),
    "order": ("la fin est avant le début", "the end is before the start"),
    "number": ("il faut un nombre plus grand que zéro, avec deux décimales au plus",
               "a number above zero is needed, with two decimals at most"),
    "annexe": ("il faut 8, 10 ou rien", "8, 10 or nothing is needed"),
    "no-annexe": ("il faut dire l'annexe, 8 ou 10", "the annexe is needed, 8 or 10"),
    "no-employer": ("il faut dire l'employeur", "the employer is needed"),
    "kind": ("nature inconnue", "unknown kind"),
    "no-cachet": ("un cachet ne va qu'avec un travail d'artiste, à l'annexe 10",
                  "a cachet goes with performers' work only, under annexe 10"),
    "both": ("des heures ou des cachets, pas les deux : une ligne pour chacun",
             "hours or cachets, not both: a line for each"),
    "days-only": ("cette nature se compte en jours : ni heures ni cachets",
                  "this kind is counted in days: no hours, no cachets"),
    "no-amount": ("il faut des heures ou des cachets", "hours or cachets are needed"),
    "day": ("plus de 24 heures dans une journée", "more than 24 hours in a day"),
    "twice": ("le même contrat est déjà à la ligne", "the same contract is already on line"),
}  # fmt: skip
"""What is wrong, by key: French, English."""


def contracts_message(error: ContractsError, words: Wording) -> str:
    """Return all that is wrong in a file of contracts, line after line."""
    count = words.count(len(error.wrong), ("erreur", "erreurs"), ("error", "errors"))
    example = words.command("hours", "--example")
    return "\n".join([
        *(_said(error.file, each, words) for each in error.wrong),
        words(f"Rien n'a été compté : {count}.", f"Nothing was counted: {count}."),
        words(f"Un fichier d'exemple : {example}", f"An example file: {example}"),
    ])  # fmt: skip


def _said(file: str, wrong: Wrong, words: Wording) -> str:
    """Return `file:line:column  name: what is wrong`."""
    place = ":".join(str(part) for part in (file, wrong.line, wrong.column) if part)
    colon = words(" : ", ": ")
    named = f"{wrong.field}{colon}" if wrong.field and wrong.what != "column" else ""
    what = words(*_WHAT[wrong.what])
    if wrong.what in {"twice", "no-column"}:
        what = f"{what} {wrong.found}" if wrong.what == "twice" else f"{what}{colon}{wrong.found}"
    elif wrong.found:
        what += words(f" (lu : {wrong.found})", f" (read: {wrong.found})")
    if wrong.what == "kind":
        what += words(" ; ", "; ") + _kinds(wrong.found, words)
    return f"{place}  {named}{what}"


def _kinds(found: str, words: Wording) -> str:
    """Return the kinds near what was typed, else all."""
    every = [name for kind in KINDS for name in (kind, *labels_of("line-kind", kind))]
    if near := ", ".join(nearest(found, every)):
        return words(f"proche : {near}", f"near: {near}")
    names = ", ".join(label(words, "line-kind", kind) for kind in KINDS)
    return words(f"possibles : {names}", f"valid: {names}")
