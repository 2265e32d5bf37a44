"""What to say when things that were given do not go together."""

from avcareers.model.errors import (
    AvcareersError,
    MixedKindsError,
    OneValueError,
    SameRecordError,
    UnquotedError,
    WrongCountError,
)
from avcareers.text.wording import Wording

from .labels import label


def mismatch_message(error: AvcareersError, words: Wording) -> str:
    """Return what does not go together, and what to type instead."""
    tried: list[str] = []
    match error:
        case MixedKindsError():
            each = words.list(f"{words.quoted(slug)} ({label(words, 'kind', kind)})"
                              for kind, slug in error.found)  # fmt: skip
            said = words(f"On compare des métiers entre eux, ou des écoles entre elles, pas {each}.",
                         f"Jobs are compared with jobs, and schools with schools, not {each}.")  # fmt: skip
            tried.append(words.command("compare", *error.instead))
            tried += (words.command("school", "show", slug)
                      for kind, slug in error.found if kind == "school")  # fmt: skip
        case SameRecordError():
            names = words.list(map(words.typed, error.names))
            what = _one(error.kind, words)
            said = words(f"{names} nomment {what} : il n'y a rien à comparer.",
                         f"{names} name {what}: there is nothing to compare.")  # fmt: skip
            show = "job" if error.kind == "profession" else "school"
            tried.append(words.command(show, "show", error.slug))
        case UnquotedError():
            said = words("Un nom de plusieurs mots se met entre guillemets.",
                         "A name of several words goes in quotes.")  # fmt: skip
            tried.append(words.command("compare", *error.names))
        case WrongCountError():
            given = words.number(error.given)
            said = words(f"On en compare de {error.fewest} à {error.most}, pas {given}.",
                         f"From {error.fewest} to {error.most} are compared, not {given}.")  # fmt: skip
            tried.append(words.command("compare", "monteur", "etalonneur"))
        case OneValueError():
            one, other = map(words.typed, error.values)
            said = words(f"{error.option} prend une seule valeur : {one} ou {other}.",
                         f"{error.option} takes one value: {one} or {other}.")  # fmt: skip
        case _:
            said = str(error)
    first = words("Essayer : ", "Try: ")
    return "\n".join((said, *(f"{first}{command}" for command in tried)))


def _one(kind: str, words: Wording) -> str:
    if kind == "profession":
        return words("le même métier", "the same job")
    return words("la même école", "the same school")
