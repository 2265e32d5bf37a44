"""What kind of thing a query asks for, when its words tell: a BTS is a programme, a phase a stage."""

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
BONUS: dict[Kind, float] = {"programme": 12.0, "stage": 18.0, "topic": 12.0}
"""What is of the kind asked for scores so many points more."""


def bonuses(query: str) -> dict[str, float]:
    """Return the bonus of each kind that a query asks for; most ask for none."""
    words = fold(query).split()
    asked_for: set[Kind] = {kind for kind, cues in CUES.items() if not cues.isdisjoint(words)}
    spaced = f" {' '.join(words)} "
    begins = words[:1] and words[0] in ASKING
    if query.rstrip().endswith("?") or begins or any(f" {each} " in spaced for each in ASKED):
        asked_for.add("topic")
    return {kind: BONUS[kind] for kind in asked_for}
