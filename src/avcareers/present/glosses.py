"""Words of the trade and of the administration, explained in a few words where a page uses them."""

from collections.abc import Collection
from typing import NamedTuple

from avcareers.text.wording import Wording

from .page import Gloss, Line, Page, Span


class Word(NamedTuple):
    """A word that is not everybody's: what it means, in at most six words, and where more is said."""

    found: str
    """Pattern of the word on a page, in either language."""
    name: tuple[str, str]
    """The word, in French and in English."""
    means: tuple[str, str]
    """What it means; nothing in a language whose readers know it."""
    topic: str = ""
    """What `explain` is asked for: any name of a topic."""


WORDS = (
    Word(r"[Aa]nnexes? 8\b", ("Annexe 8", "Annexe 8"),
          ("chômage des techniciens intermittents", "jobless pay for intermittent technicians"),
          "annexe-8"),
    Word(r"[Aa]nnexe 10\b|[Aa]nnexes 8 (?:et|and) 10\b", ("Annexe 10", "Annexe 10"),
          ("chômage des artistes et réalisateurs", "jobless pay for performers, directors"),
          "annexe-10"),
    Word(r"CDDU\b|CDD d['’]usage", ("CDD d'usage", "CDD d'usage"),
          ("contrat court, permis dans le spectacle", "short contract allowed in show business"),
          "cddu"),
    Word(r"\bIDCC\b", ("IDCC", "IDCC"),
          ("numéro d'une convention collective", "number of a collective agreement"), "idcc"),
    Word(r"\bCCN\b", ("CCN", "CCN"),
          ("convention collective nationale", "national collective agreement"), "ccn"),
    Word(r"\bRNCP\b", ("RNCP", "RNCP"),
          ("répertoire national des certifications", "national directory of certifications"),
          "rncp"),
    Word(r"\b[Dd]iplômes? visés?\b|State['’]s visa", ("Diplôme visé", "State's visa"),
          ("évalué par un ministère", "granted by a minister"),
          "visa-et-grade"),
    Word(r"\bCQP\b", ("CQP", "CQP"),
          ("certificat créé par une branche", "certificate made by an industry")),
    Word(r"habilitations? électriques?\b|[Ee]lectrical authorisations?\b",
          ("Habilitation électrique", "Electrical authorisation"),
          ("l'employeur la donne", "from the employer"), "habilitation"),
    Word(r"\bCACES\b|[Aa]utorisation de conduite", ("CACES", "CACES"),
          ("test des conducteurs d'engins", "test for drivers of machines"), "caces"),
    Word(r"\b[Qq]ualiopi\b", ("Qualiopi", "Qualiopi"),
          ("juge l'organisme, pas le diplôme", "about the school, not its diplomas"),
          "qualiopi"),
    Word(r"\bVAE\b", ("VAE", "VAE"),
          ("diplôme obtenu par l'expérience", "diploma earned through experience"), "vae"),
    Word(r"\bCFA\b", ("CFA", "CFA"),
          ("centre de formation d'apprentis", "apprentice training centre"), "cfa-et-employeur"),
    Word(r"\b[Aa]lternance\b", ("Alternance", "Alternance"),
          ("", "training by turns with paid work"), "alternance"),
    Word(r"\bROME\b", ("ROME", "ROME"),
          ("répertoire des métiers de France Travail", "France Travail's directory of jobs")),
)  # fmt: skip
"""In the order in which they are given."""


def glossed(page: Page, words: Wording, *, about: Collection[str] = ()) -> Page:
    """Return a page that explains, below it, those of these words that it uses.

    `about` holds names of what the page itself explains, which are left out.
    """
    explained = {name.lower() for name in about}
    return page._replace(
        glosses=tuple(
            Gloss(word.found, _line(word, words))
            for word in WORDS
            if words(*word.means) and explained.isdisjoint((words(*word.name).lower(), word.topic))
        )
    )


def _line(word: Word, words: Wording) -> Line:
    said = Span(words(*word.name) + words(" : ", ": ") + words(*word.means), "muted")
    if not word.topic:
        return (said,)
    return (said, Span(" – ", "muted"), Span(words.command("explain", word.topic), "command"))
