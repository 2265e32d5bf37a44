"""The help of a command, and of the program: what it is for, how it is typed, what it takes."""

from typing import NamedTuple

from avcareers.text.wording import Wording


class Part(NamedTuple):
    """Things of one kind that a command takes, or commands that answer one question."""

    title: str
    rows: tuple[tuple[str, str], ...]
    """Each as it is typed, and what it is."""


class Manual(NamedTuple):
    """The help of one command."""

    usage: str
    """How it is typed."""
    about: str
    examples: tuple[str, ...]
    parts: tuple[Part, ...]


def questions(words: Wording) -> tuple[Part, ...]:
    """Return every command under the question it answers."""
    job, school = words("MÉTIER", "JOB"), words("ÉCOLE", "SCHOOL")
    stage, topic = words("ÉTAPE", "STAGE"), words("SUJET", "TOPIC")
    return (
        Part(words("Chercher", "Search"), (
            (words("MOTS…", "WORDS…"), words("Un nom ouvre sa fiche ; tout autre mot se cherche.",
                                             "A name opens its sheet; other words are searched.")),
            (words("search MOTS…", "search WORDS…"),
             words("Chercher partout, sans ouvrir.", "Search everything, open nothing.")),
        )),
        Part(words("Comprendre un métier", "Understand a job"), (
            ("jobs", words("Tous les métiers, ou ceux d’une étape, d’un niveau…",
                           "All jobs, or those of a stage, a level…")),
            (f"job show {job}", words("Ce qu’on y fait, comment on y entre.",
                                      "What the work is, how to get in.")),
            (f"pay {job}", words("Le salaire minimum garanti par les conventions.",
                                 "The minimum wage that agreements guarantee.")),
            ("stages", words("De l’idée à l’écran, en sept étapes.",
                             "From idea to screen, in seven stages.")),
            (f"stage show {stage}", words("Qui travaille à cette étape.", "Who works at a stage.")),
            ("departments", words("Les équipes et leurs métiers.", "The teams and their jobs.")),
        )),
        Part(words("Trouver une école", "Find a school"), (
            ("schools", words("Par métier, ville, prix, diplôme, alternance…",
                              "By job, city, cost, diploma, alternance…")),
            (f"school show {school}", words("Ses diplômes, ses prix, ses admissions.",
                                            "Its diplomas, its fees, who gets in.")),
            (f"school check {school}", words("Est-elle reconnue ? Que lui demander ?",
                                             "Is it recognised? What should you ask it?")),
        )),
        Part(words("Choisir", "Choose"), (
            ("match", words("De ce que l’on aime et de ses limites, à des métiers.",
                            "From what you like and your limits, to jobs.")),
            (f"plan {job}", words("Les voies possibles, d’où l’on est.",
                                  "The routes open from where you are.")),
            (f"path {job}", words("Les postes par lesquels on y arrive.",
                                  "The posts that lead there.")),
            ("compare A B", words("Deux métiers, ou deux écoles, côte à côte.",
                                  "Two jobs, or two schools, side by side.")),
        )),
        Part(words("Parcourir", "Browse"), (
            ("browse", words("Filtres, liste et fiche, en plein écran.",
                             "Filters, list and sheet, on a full screen.")),
        )),
        Part(words("Compter ses heures", "Count one's hours"), (
            (words("hours FICHIER", "hours FILE"),
             words("Combien il manque pour les 507 heures.", "How many the 507 hours still lack.")),
        )),
        Part(words("Vérifier un fait", "Check a fact"), (
            (f"explain {topic}", words("Les 507 heures, l’alternance, un diplôme…",
                                       "The 507 hours, alternance, a diploma…")),
            (words("sources FICHE", "sources RECORD"),
             words("D’où vient ce qui est écrit.", "Where what is written comes from.")),
            ("changes", words("Ce qui a changé, ce qui prend fin.", "What changed, what ends.")),
        )),
        Part(words("Reprendre les données", "Use the data"), (
            (words("export DOSSIER", "export FOLDER"),
             words("Tout le catalogue, en fichiers.", "The whole catalogue, as files.")),
            (words("site build DOSSIER", "site build FOLDER"),
             words("Le même, en site web sans serveur.", "The same, as a web site without a server.")),
            ("data", words("Pour qui tient les données.", "For those who keep the data.")),
        )),
    )  # fmt: skip


def common_title(words: Wording) -> str:
    """Return the title of the options that every command has."""
    return words("Options communes", "Common options")
