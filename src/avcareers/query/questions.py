"""A question in people's own words → the command that answers it, when every word is understood."""

from typing import NamedTuple

from avcareers.model.errors import AmbiguousNameError
from avcareers.store.catalogue import Catalogue
from avcareers.text.folding import fold

START, PRINT = "start", "print"
"""Matters of which the first screen has a page: where to begin, and what can be printed."""


class Question(NamedTuple):
    """Words that ask about a record, and what answers them."""

    cues: frozenset[str]
    """Words, folded, one of which is said."""
    kind: str
    """Kind of the record asked about."""
    command: tuple[str, ...]
    """Command that answers, before the key of the record."""
    topic: str
    """Key of the topic that answers when no record is named; nothing when none does."""


EARNING = frozenset({
    "argent", "earn", "earned", "earnings", "earns", "gagne", "gagnent", "gagner", "paid", "paie",
    "payee", "payes", "remuneration", "salaire", "salaires", "salary", "salaries", "touche", "wage",
    "wages",
})  # fmt: skip
"""Words, folded, that ask what a job earns."""
_ABOUT_A_RECORD = (
    Question(
        frozenset({
            "accredited", "arnaque", "fiable", "legit", "legitimate", "recognised", "recognized",
            "reconnu", "reconnue", "reconnus", "reconnues", "scam", "serieuse", "serieux",
        }),
        "school", ("school", "check"), "reconnu",
    ),
    Question(
        EARNING, "profession", ("pay",), "combien-on-gagne",
    ),
    Question(
        frozenset({
            "cost", "costs", "cout", "coute", "coutent", "couts", "expensive", "fee", "fees", "frais",
            "prix", "price", "prices", "tarif", "tarifs", "tuition",
        }),
        "school", ("school", "show"), "frais-et-bourses",
    ),
    Question(
        frozenset({"free", "gratuit", "gratuite", "payant", "payante"}), "school", ("school", "show"), "",
    ),
)  # fmt: skip
COSTING = next(each.cues for each in _ABOUT_A_RECORD if each.topic == "frais-et-bourses")
"""Words, folded, that ask what a school costs."""
ASKING = frozenset().union(*(each.cues for each in _ABOUT_A_RECORD)) | {
    "acces", "alternance", "camera", "concours", "duree", "durees", "emploi", "image", "images", "insertion", "lumiere",
    "montage", "niveau", "selection", "selectivite", "son", "stage", "stages", "taux",
}  # fmt: skip
"""Words, folded, of what is asked here, which name a village only after « à » or « près de »."""
FILLING = frozenset({
    "a", "an", "at", "au", "aux", "by", "c", "ca", "ce", "combien", "comme", "d", "dans", "de", "des",
    "do", "does", "du", "elle", "elles", "en", "est", "et", "etat", "for", "how", "il", "ils", "is",
    "it", "l", "la", "le", "les", "me", "mois", "money", "much", "of", "on", "par", "pour", "qu", "que",
    "quel", "quelle", "quels", "quelles", "sont", "state", "t", "the", "un", "une", "was", "what", "y",
    "you", "one", "s", "year", "annee", "inscription", "scolarite", "school", "ecole", "make",
    "vaut", "vraiment", "really", "cette", "est ce",
})  # fmt: skip
"""Words of a question that say nothing of what it is about."""
_LOST = (
    "je ne sais pas quoi", "je sais pas quoi", "ne sais pas quel", "sais pas quel", "j hesite",
    "hesite", "par ou commencer", "ou commencer", "comment commencer", "comment debuter", "quel metier",
    "quels metiers", "aidez moi", "aide moi", "je suis perdu", "je suis perdue", "perdu", "perdue",
    "aucune idee", "m orienter", "orientation", "don t know what", "dont know what", "no idea",
    "where to start", "where do i start", "how to start", "how do i start", "which job", "what job",
    "which career", "help me choose", "not sure",
)  # fmt: skip
"""What people say who do not know what to look for."""
NO_SCHOOL = frozenset({
    "sans ecole", "sans faire d ecole", "sans passer par une ecole", "sans formation", "without a school",
    "without school", "without film school", "without going to school", "no school",
})  # fmt: skip
"""What people say who want to go in without a school."""
_GO_IN = frozenset({
    "acceder", "arriver", "to", "break", "commencer", "comment", "debuter", "devenir", "enter", "entrer", "get", "in",
    "into", "metier", "metiers", "on", "peut", "possible", "travailler", "bosser", "faire", "i", "can", "do",
    "cinema", "audiovisuel", "film", "films", "movies", "work", "start", "je", "milieu", "industry", "job", "jobs",
})  # fmt: skip
"""Words, folded, that add nothing to that."""
_AND_THEN = frozenset({
    "audiovisuel", "before", "career", "choisir", "choose", "cinema", "do", "est", "fait", "faire",
    "film", "films", "i", "industry", "j", "je", "life", "m", "me", "moi", "movies", "my",
    "plus", "quoi", "start", "suis", "tard", "to", "tu", "vie", "work",
})  # fmt: skip
_PRINTED = frozenset({"imprimable", "imprimer", "impression", "print", "printable", "printed",
                      "printing"})  # fmt: skip
_TO_PRINT = frozenset({"comment", "fiche", "fiches", "handout", "page", "pages", "sheet", "sheets",
                       "to", "i", "can"})  # fmt: skip
_UNKNOWN = frozenset({
    "ce qu on ignore", "ce qu on ne sait pas", "ce qui est inconnu", "ce qui manque", "inconnu",
    "inconnus", "que ne sait on pas", "qu ignore t on", "qu est ce qu on ne sait pas", "trous",
    "unknown", "unknowns", "what is missing", "what is not known", "what is unknown",
    "what isn t known", "what s missing", "what s unknown",
})  # fmt: skip


def answering(catalogue: Catalogue, text: str) -> tuple[str, ...] | None:
    """Return the command that answers a question, when nothing else is asked in it."""
    asked = fold(text)
    words = asked.split()
    if asked in _UNKNOWN:
        return "data", "stats"
    if any(word in _PRINTED for word in words) and {*words} <= _PRINTED | _TO_PRINT | FILLING:
        return "home", "--about", PRINT
    if _is_lost(asked):
        return "home", "--about", START
    if _goes_in_alone(asked):
        return "explain", "trouver-premier-contrat"
    for question in _ABOUT_A_RECORD:
        if not question.cues.isdisjoint(words):
            rest = _trimmed([word for word in words if word not in question.cues])
            found = _answer(catalogue, question, rest)
            if found:
                return found
    return None


def _is_lost(asked: str) -> bool:
    """True if people say no more than that they do not know what to look for."""
    said = next((lost for lost in _LOST if f" {lost} " in f" {asked} "), None)
    if said is None:
        return False
    rest = f" {asked} ".replace(f" {said} ", " ", 1).split()
    return {*rest} <= _AND_THEN | FILLING


def _goes_in_alone(asked: str) -> bool:
    """True if people ask no more than how to go in without a school."""
    said = next((said for said in NO_SCHOOL if f" {said} " in f" {asked} "), None)
    rest = f" {asked} ".replace(f" {said} ", " ", 1).split() if said else ()
    return bool(rest) and {*rest} <= _GO_IN | FILLING


def _trimmed(words: list[str]) -> list[str]:
    """Return words without those that say nothing at either end: names have some inside."""
    telling = [place for place, word in enumerate(words) if word not in FILLING]
    return words[telling[0] : telling[-1] + 1] if telling else []


def _answer(catalogue: Catalogue, question: Question, rest: list[str]) -> tuple[str, ...] | None:
    if not rest:
        topic = catalogue.known("topic", question.topic) if question.topic else None
        return ("explain", topic.slug) if topic else None
    name = " ".join(rest)
    try:
        found = catalogue.known(question.kind, name)
    except AmbiguousNameError:
        return (*question.command, name)
    if found:
        return (*question.command, found.slug)
    # « ESRA » begins the names of several schools: the command asks which.
    return (*question.command, name) if catalogue.begun(question.kind, name) else None
