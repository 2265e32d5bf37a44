"""Words after a command's names, typed without options → the command with its options: « plan monteur après le bac »."""

from typing import TYPE_CHECKING

from .phrases import Answer, called, compared, level_out_of, limits, paid, planned

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue


def worded(catalogue: "Catalogue", command: str, text: str) -> Answer | None:
    """Return what a command and words ask for, when these are more than the names it takes.

    A word that is not understood leaves all to the command, which says what it may be.
    """
    from avcareers.text.folding import fold

    words = fold(text).split()
    kinds = ("profession",) if command == "pay" else ("profession", "school")
    if len(words) < 2 or any(_bears(catalogue, kind, text) for kind in kinds):
        return None
    if command == "compare":
        return compared(catalogue, [command, *words])
    found = paid(catalogue, words) if command == "pay" else planned(catalogue, words)
    if command == "plan" and found is None:
        found = _planned_to_a_school(catalogue, words)
    if found is None or (len(found.command) < 3 and not found.first_jobs):
        return None
    return None if found.left else found


def _bears(catalogue: "Catalogue", kind: str, name: str) -> bool:
    from avcareers.model.errors import AmbiguousNameError

    try:
        return catalogue.known(kind, name) is not None
    except AmbiguousNameError:
        return True


def _planned_to_a_school(catalogue: "Catalogue", words: list[str]) -> Answer | None:
    """Return the plan to the school that the first words name, from where the others say one stands."""
    for last in range(len(words) - 1, 0, -1):
        if school := called(catalogue, "school", " ".join(words[:last])):
            held, rest = level_out_of(catalogue, words[last:])
            options, left = limits(catalogue, rest)
            start = ("--from", held) if held else ()
            return Answer(("plan", school, *start, *options), left=left, start_unsaid=not held)
    return None
