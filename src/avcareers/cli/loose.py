"""Words typed after a list, without an option: what each stands for among its filters."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.query.filters.declaration import Filter, entries

from .names import is_called
from .session import Session

if TYPE_CHECKING:
    from avcareers.model.errors import NothingFoundError
    from avcareers.store.catalogue import Catalogue

WORDS = "words"
"""Parameter of the words that no option introduces."""
WITHIN = "within"
"""Parameter of the reach that goes with a city."""
LEVELS, ENTRY = "levels", "entry_level"
"""Filters of schools on the level of a diploma, and on the one that its pupils have."""
NEARBY_KINDS = ("place", "profession", "department", "stage")
LONGEST = 6
"""Words in a row that may be one value."""
SMALL = frozenset({
    "a", "au", "aux", "autour", "become", "becoming", "cherche", "devenir", "faire", "i", "je", "looking", "quel", "quelle",
    "quelles", "quels", "veux", "voudrais", "want", "what", "which", "is", "are", "est",
    "sont", "suis", "am", "quoi", "y", "il", "t", "there", "do", "can", "avec", "chez", "cote", "d", "dans", "de", "des", "du", "en", "et",
    "l", "la", "le", "les", "mon", "ou", "par", "pour", "pres", "proche", "qui", "sur", "un", "une",
    "vers", "an", "and", "around", "at", "close", "for", "in", "near", "of", "on", "or", "that", "the",
    "to", "with", "a t il", "habite", "j",
})  # fmt: skip
"""Words, folded, that say nothing where no value has them."""
NEARNESS = ("pas trop loin", "pas loin", "non loin", "not too far", "not far")
"""What people say, folded, for no more than that a place is near."""
ARTICLES = frozenset({"l", "la", "le", "les", "the"})
"""Small words that a name may begin with: « Le Havre »."""
SUBJECTS = {
    "schools": frozenset({
        "ecole", "ecoles", "etude", "etudes", "etudier", "formation", "formations", "former", "lycee",
        "lycees", "metier", "metiers", "cinema", "audiovisuel", "audiovisuelle", "film", "films",
        "class", "classes", "course", "courses", "school", "schools", "study", "training",
    }),
    "jobs": frozenset({
        "metier", "metiers", "emploi", "emplois", "job", "jobs", "poste", "postes", "travail",
        "travailler", "work",
    }),
    "match": frozenset({
        "metier", "metiers", "job", "jobs", "aime", "aimer", "like", "liking", "love",
    }),
}  # fmt: skip
"""Words that say what is listed, which the list says already."""

WHOLE_FIELD = frozenset({
    "audiovisual", "audiovisuel", "audiovisuelle", "cine", "cinema", "film", "films", "industry", "movie",
    "movies", "tele", "television", "tv",
})  # fmt: skip
"""Words for the whole field, which narrow nothing beside what else is asked."""

Takes = Callable[[Filter, str, "Catalogue"], str | None]
"""One way a filter takes a whole text: the value it stands for, or None."""


class Reading(NamedTuple):
    """What words stand for among the filters of a list."""

    values: tuple[tuple[str, str], ...]
    """Filters, by the name of their field, each with the value that words stand for."""
    others: tuple[str, ...]
    """Words that stand for none."""


def with_words(
    filters: type[Any],
    typed: Mapping[str, Any],
    catalogue: "Catalogue",
    session: Session,
    command: tuple[str, ...],
) -> dict[str, Any]:
    """Return what was typed, with each loose word under the filter it stands for; say which.

    `avcareers schools Lyon monteur` is `avcareers schools --near Lyon --job monteur`. `command` is
    the list, then those of its options that are no filters. Raise NothingFoundError for a word that
    no filter takes.
    """
    asked = dict(typed)
    words = asked.pop(WORDS)
    if not words:
        return asked
    read = reading(filters, words, catalogue, command[0])
    read, shared = _of_the_same_word(read, catalogue) if command[0] == "jobs" else (read, "")
    asked = filled(filters, asked, read)
    meant = (command[0], *options_of(filters, asked), *command[1:])
    if read.others:
        raise _not_taken(catalogue, meant, read.others)
    if read.values:
        from avcareers.render.emit import say_understood

        shown = session.words.command(*meant)
        say_understood(session.words(f"Compris : {shown}", f"Understood: {shown}"))
        if shared:
            only = session.words.command("jobs", "--department", shared)
            say_understood(session.words(f"Deux départements pour « {shared} » ; un seul : {only}",
                                         f"Two departments for “{shared}”; only one: {only}"))  # fmt: skip
        if held := level_held(asked, read):
            other = session.words.command(command[0], *options_of(filters, held), *command[1:])
            say_understood(session.words(f"Si c'est le niveau que l'on a déjà : {other}",
                              f"If that is the level one already has: {other}"))  # fmt: skip
    return asked


def _of_the_same_word(read: Reading, catalogue: "Catalogue") -> tuple[Reading, str]:
    """Return a reading whose department is joined by those next to it of the same word, and the word.

    « Métiers du son » are those of the set, and those of post-production.
    """
    from avcareers.query.jobs import departments_beside

    from .names import slugs_for

    typed = [text for name, text in read.values if name == "departments"]
    if len(typed) != 1:
        return read, ""
    keys = slugs_for(catalogue, "department", "--department", typed, "department")
    beside = departments_beside(catalogue, keys, typed[0])
    joined = Reading((*read.values, *(("departments", slug) for slug in beside)), read.others)
    return joined, typed[0] if beside else ""


def level_held(asked: Mapping[str, Any], read: Reading) -> Mapping[str, Any] | None:
    """Return what else was asked, where a word for the level of a diploma may be for one's own."""
    from avcareers.model.vocabulary import ENTRY_LEVELS
    from avcareers.present.choices import exactly_meant

    text = next((text for name, text in read.values if name == LEVELS), "")
    if (
        not text
        or asked.get(ENTRY, True)
        or exactly_meant(text, ENTRY_LEVELS, "entry-level") is None
    ):
        return None
    return {**asked, LEVELS: None, ENTRY: text}


def filled(filters: type[Any], asked: Mapping[str, Any], read: Reading) -> dict[str, Any]:
    """Return what was asked, with what words stand for. Raise OneValueError for a second value."""
    whole = dict(asked)
    for name, text in read.values:
        several = _is_list(filters, name)
        whole[name] = _with(whole[name], text, entries(filters)[name], several=several)
    return whole


def _with(held: Any, text: str, entry: Filter, *, several: bool) -> Any:
    """Return the value of a filter, one more word taken for it. Raise OneValueError for a second."""
    if isinstance(held, bool):
        return True
    if several:
        return [*(held or ()), *(() if text in (held or ()) else (text,))]
    value = text if entry.between == (None, None) else float(text)
    if held is not None:
        from avcareers.model.errors import OneValueError
        from avcareers.text.folding import fold

        before = f"{held:g}" if isinstance(held, float) else str(held)
        if fold(before) != fold(text) and not _same_choice(entry, before, text):
            raise OneValueError(entry.option, (before, text))
    return value


def _same_choice(entry: Filter, one: str, other: str) -> bool:
    """True if two words stand for one value: who says « terminale STI2D » says one level twice."""
    from avcareers.present.choices import exactly_meant

    if not entry.choices or not entry.vocabulary:
        return False
    meant = {exactly_meant(text, tuple(entry.choices), entry.vocabulary) for text in (one, other)}
    return len(meant) == 1 and None not in meant


def given(options: Mapping[str, Any]) -> tuple[str, ...]:
    """Return options that are no filters as they are typed, those that were given."""
    typed = ((option, value) for option, value in options.items() if value not in (None, False))
    return tuple(w for option, value in typed
                 for w in ((option,) if value is True else (option, str(value))))  # fmt: skip


def reading(
    filters: type[Any],
    words: Sequence[str],
    catalogue: "Catalogue",
    command: str,
    *,
    communes: bool = True,
) -> Reading:
    """Return what words stand for among the filters of a list.

    Looking through all `communes` takes a tenth of a second.
    """
    rest, values, others = _without_nearness(words), [], []
    while rest:
        size, name, text = _longest(filters, rest, catalogue, SUBJECTS[command])
        if name:
            values.append((name, text))
        elif not _says_nothing(rest[0], SUBJECTS[command]):
            others.append(rest[0])
        rest = rest[size:]
    # All jobs are « métiers du cinéma »; of television alone, a list of all would say too much.
    idle = WHOLE_FIELD if values else SUBJECTS["schools"] & WHOLE_FIELD
    others = [word for word in others if not _says_nothing(word, idle)]
    if (
        communes
        and others
        and "near" in entries(filters)
        and not any(name == "near" for name, _ in values)
    ):
        from avcareers.query.whereabouts import named_in_full

        if not _is_ours(others, words) and (commune := named_in_full(catalogue, " ".join(others))):
            return Reading((*values, ("near", commune)), ())
    return Reading(tuple(values), tuple(others))


def _is_ours(others: list[str], words: Sequence[str]) -> bool:
    """True if words hold one of ours, and no word before says that it is a place: « prix » is no village."""
    from avcareers.query.questions import ASKING
    from avcareers.text.folding import fold

    typed = " ".join(fold(word) for word in words)
    ours = [word for word in map(fold, others) if word in ASKING]
    return any(not re.search(rf"\b(?:a|near|(?:pres|loin|autour) de) {word}\b", typed)
               for word in ours)  # fmt: skip


def _without_nearness(words: Sequence[str]) -> list[str]:
    """Return bare words, less those that only say that a place is near: « pas loin de Montluçon »."""
    from avcareers.text.folding import fold

    bare = [each for word in words for each in _bare(word)]
    folded = [fold(word) for word in bare]
    for said in map(str.split, NEARNESS):
        for place in range(len(folded) - len(said) + 1):
            if folded[place : place + len(said)] == said:
                del bare[place : place + len(said)], folded[place : place + len(said)]
                return bare
    return bare


def _bare(word: str) -> Iterator[str]:
    """Yield a word less its punctuation, and an elided one before it: « l'État ? »."""
    from avcareers.text.folding import fold

    word = word.strip(" ,;.!?«»“”\"'’")
    head, _, tail = word.replace("’", "'").partition("'")
    yield from filter(None, (head, tail) if tail and fold(head) in SMALL else (word,))


def _says_nothing(word: str, subjects: frozenset[str]) -> bool:
    from avcareers.text.folding import fold

    return fold(word) in SMALL | subjects


def options_of(filters: type[Any], asked: Mapping[str, Any]) -> Iterator[str]:
    """Yield the options by which all that is asked is typed."""
    for name, entry in entries(filters).items():
        value = asked[name]
        if value is True:
            yield entry.option
        elif value is not None and value is not False:
            for each in value if isinstance(value, list) else (value,):
                yield from (entry.option, each if isinstance(each, str) else f"{each:g}")
        if entry.within and asked.get(WITHIN):
            yield from ("--within", f"{asked[WITHIN]:g}")


def _is_list(filters: type[Any], name: str) -> bool:
    return str(filters.__annotations__[name].__origin__).startswith("tuple")


def _longest(
    filters: type[Any], words: Sequence[str], catalogue: "Catalogue", subjects: frozenset[str]
) -> tuple[int, str, str]:
    """Return how many of the first words one filter takes together, which filter, and its value.

    A word that says what is listed is no value: an « école » is not a school certificate.
    """
    ways: tuple[Takes, ...] = (_as_said, _by_name, _by_what_people_say)
    if _says_nothing(words[0], frozenset()) and words[0].lower() not in ARTICLES:
        # « d'animation » is animation; « en apprentissage » and « avec un CAP » are said so.
        ways = ways[:1]
    fewest = 1 if not _says_nothing(words[0], subjects) else 2
    for size in range(min(len(words), LONGEST), fewest - 1, -1):
        if size > 1 and _says_nothing(words[size - 1], frozenset()):
            continue
        text = " ".join(words[:size])
        for takes in ways:
            for name in _by_likelihood(filters):
                value = takes(entries(filters)[name], text, catalogue)
                if value is not None:
                    return size, name, value
    return 1, "", ""


def _by_likelihood(filters: type[Any]) -> list[str]:
    """Return the filters: flags, which are called by their name, then a city, a region, a name.

    A department comes before its jobs.
    """

    def place(name: str) -> tuple[bool, ...]:
        entry = entries(filters)[name]
        return (not _is_flag(entry), not entry.within, entry.names != "region",
                entry.names != "department", not entry.names)  # fmt: skip

    return sorted(entries(filters), key=place)


def _is_flag(entry: Filter) -> bool:
    valued = entry.names or entry.choices or entry.read
    return not valued and entry.between == (None, None)


def _as_said(entry: Filter, text: str, _: "Catalogue") -> str | None:
    """Return the value that a whole text is said for, or that is said after a word of its own."""
    from avcareers.text.folding import fold

    words = fold(text).split()
    said = entry.said.get(" ".join(words))
    if said is not None or not words or words[0] not in entry.after:
        return said
    from avcareers.present.choices import exactly_meant

    held = " ".join(words[1:])
    for article in ("un ", "le ", "mon ", "de ", "d ", "a ", "the ", "my "):
        held = held.removeprefix(article)
    return held if exactly_meant(held, tuple(entry.choices), entry.vocabulary) else None


def _by_name(entry: Filter, text: str, catalogue: "Catalogue") -> str | None:
    """Return a whole text, if it names one of the values of a filter; nothing to say for a flag."""
    from avcareers.text.folding import fold

    if _is_flag(entry):
        return "" if fold(text) == fold(entry.option) else None
    taken = False
    if entry.names:
        taken = is_called(catalogue, entry.names, text)
        if entry.within and not taken:
            from avcareers.query.whereabouts import is_coded_place

            taken = is_coded_place(catalogue, text)
    return text if taken else None


def _by_what_people_say(entry: Filter, text: str, catalogue: "Catalogue") -> str | None:
    """Return a whole text, if people say it for one of the values of a filter."""
    from avcareers.present.choices import exactly_meant

    if not entry.vocabulary or entry.within:
        return None
    values = catalogue.slugs(entry.names) if entry.names else tuple(entry.choices)
    return None if exactly_meant(text, values, entry.vocabulary) is None else text


def _not_taken(
    catalogue: "Catalogue", meant: tuple[str, ...], words: tuple[str, ...]
) -> "NothingFoundError":
    from avcareers.model.errors import NothingFoundError
    from avcareers.query.search.ranking import search

    text = " ".join(words)
    near = ((kind, catalogue.near(kind, text)) for kind in NEARBY_KINDS)
    error = NothingFoundError(text, tuple((kind, keys) for kind, keys in near if keys), meant)
    error.searched = bool(search(catalogue, text, limit=1).hits)
    return error
