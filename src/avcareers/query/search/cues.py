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
    "ai", "are", "ca", "can", "cest", "combien", "comment", "do", "does", "est", "faut", "how", "is",
    "peut", "pourquoi", "puis", "quel", "quelle", "quelles", "quels", "qui", "quoi", "should", "what",
})  # fmt: skip
"""Words that begin a question, which topics answer."""
BONUS: dict[Kind, float] = {"programme": 12.0, "stage": 18.0, "topic": 4.0}
"""What is of the kind asked for scores so many points more."""


def bonuses(query: str) -> dict[str, float]:
    """Return the bonus of each kind that a query asks for; most ask for none."""
    words = fold(query).split()
    asked_for: set[Kind] = {kind for kind, cues in CUES.items() if not cues.isdisjoint(words)}
    if query.rstrip().endswith("?") or (words[0:1] and words[0] in ASKING):
        asked_for.add("topic")
    return {kind: BONUS[kind] for kind in asked_for}
