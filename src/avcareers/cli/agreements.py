"""The agreement that an option names: by its number, or by words of its name."""

import re
from typing import TYPE_CHECKING, Any

from .session import Session

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

_NUMBER = re.compile(r"(?:idcc|n) *0*(?=\d)|^0+(?=\d)")


def agreement_asked(session: Session, catalogue: "Catalogue", typed: str | None) -> str | None:
    """Return the number of the agreement that was typed, « 3097 », « IDCC3097 » or words of its name.

    Raise AmbiguousValueError for words of several names, BadValueError for those of none: each with
    numbers and names.
    """
    if typed is None:
        return None
    from avcareers.model.errors import AmbiguousValueError, BadValueError
    from avcareers.text.folding import fold

    names: dict[str, Any] = {each.idcc: each.name for each in catalogue.documents("agreement")}
    asked = fold(typed)
    if (number := _NUMBER.sub("", asked)) in names:
        return number
    spelled = {idcc: (fold(name.fr), fold(name.en)) for idcc, name in names.items()}
    begun = [idcc for idcc, spellings in spelled.items() if asked in spellings] or [
        idcc
        for idcc, spellings in spelled.items()
        if any(_begins_words(asked, f"{idcc} {spelling}") for spelling in spellings)
    ]
    if len(begun) == 1:
        return begun[0]
    listed = {idcc: f"{idcc} {session.words.of(name)}" for idcc, name in names.items()}
    if begun:
        raise AmbiguousValueError("--agreement", typed, (), tuple(listed[idcc] for idcc in begun))
    raise BadValueError("--agreement", typed, tuple(listed.values()))


def _begins_words(asked: str, name: str) -> bool:
    """True if each word asked begins a word of a name, both folded."""
    words = name.split()
    return bool(asked) and all(any(w.startswith(each) for w in words) for each in asked.split())
