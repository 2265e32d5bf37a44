"""What kind of thing a query asks for, when its words tell: a BTS is a programme, a phase a stage."""

import re
from typing import Literal

from avcareers.text.folding import fold

Kind = Literal["programme", "stage", "topic"]

CUES: dict[Kind, frozenset[str]] = {
    "programme": frozenset({
        "bachelor", "bts", "cap", "course", "courses", "cqp", "cursus", "degree", "diploma",
        "diplome", "etude", "etudes", "formation", "formations", "licence", "made", "master",
        "mastere", "prepa", "studies", "study",
    }),
    "stage": frozenset({"etape", "etapes", "moment", "phase", "phases", "step", "steps"}),
}  # fmt: skip
"""Words that name a kind. « Stage » names none: in French it is an internship."""
ASKING = frozenset({
    "ai", "are", "ca", "can", "cest", "do", "does", "est", "faut", "is", "peut", "puis", "quel",
    "quelle", "quelles", "quels", "qui", "quoi", "should", "what",
})  # fmt: skip
"""Words that begin a question, which topics answer."""
ASKED = frozenset({
    "a quoi", "ai je", "c est quoi", "can i", "ca veut dire", "combien", "comment", "do i", "dois je", "est ce",
    "faut il", "how", "is it", "j ai le droit", "je fais quoi", "peut on", "pourquoi", "puis je", "quand", "que faire",
    "should i", "what happens", "what if", "what is", "why", "y a t il",
})  # fmt: skip
"""Words that ask, wherever they stand."""
OF_A_JOB = frozenset({
    "called", "celle qui", "celui qui", "ceux qui", "gens qui", "job of", "metier", "people who", "person who",
    "personne qui", "quelqu un qui", "s appelle", "someone who", "the one who",
})  # fmt: skip
"""Words of who asks who does something: a job, even in a question."""
ONESELF = frozenset({"i", "j", "je", "ma", "me", "mes", "moi", "mon", "my"})
"""Words of who says their own situation, which topics answer."""
LIKING = frozenset({
    "adore", "aime", "aimerais", "bon", "bonne", "deteste", "doue", "douee", "enjoy", "fan", "fort", "forte", "good",
    "hate", "keen", "like", "love", "nul", "nulle", "passion", "passionne", "passionnee", "prefer", "prefere", "reve",
    "timide", "veux", "voudrais", "want",
})  # fmt: skip
"""Words of who says what they like, which jobs answer."""
BONUS: dict[Kind, float] = {"programme": 12.0, "stage": 18.0, "topic": 12.0}
"""What is of the kind asked for scores so many points more."""
NOT_ASKED = -8.0
"""Points of a topic when nothing is asked, nor said of oneself: a few bare words rather name something."""
_DOING = re.compile(r"\w{2,}(er|ir|re)")
"""What a French verb of action is like, at the beginning of what one does: « calculer combien… »."""


def bonuses(query: str) -> dict[str, float]:
    """Return the points of each kind that a query asks for, and what a topic loses when it does not."""
    words = fold(query).split()
    points: dict[str, float] = {
        kind: BONUS[kind] for kind, cues in CUES.items() if not cues.isdisjoint(words)
    }
    if asks(query):
        points["topic"] = BONUS["topic"]
    elif ONESELF.isdisjoint(words) or not LIKING.isdisjoint(words):
        points["topic"] = NOT_ASKED
    return points


def asks(query: str) -> bool:
    """True if a query asks something, other than who does something."""
    words = fold(query).split()
    spaced = f" {' '.join(words)} "
    if any(f" {each} " in spaced for each in OF_A_JOB):
        return False
    if query.rstrip().endswith("?"):
        return True
    if not words or _DOING.fullmatch(words[0]):
        return False
    return words[0] in ASKING or any(f" {each} " in spaced for each in ASKED)
