"""How a filter is declared: one entry says everything that depends on it.

The filters of a list are the fields of a named tuple, each with its entry:
`jobs: Annotated[tuple[str, ...], Filter("--job", …)] = ()`. The option of the command, its help and
completion, the question put to the indexes, what is answered for each record, and the words that the
footer says for what is not known, in both languages, are all read from the entry. A filter is added
by adding its field.

Only the standard library is needed to read these tables, so that the command line can.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

Words = tuple[str, str]
"""The same thing in French and in English."""
Answer = bool | str
"""Whether a record passes; or, when that is not known, the reason: a key of `Filter.unknown`."""
Index = Callable[[Any], tuple[str, tuple[Any, ...]]]
"""What is asked → a condition in SQL on a row of `record`, and its parameters."""

WITHOUT_DIPLOMA = (
    "sans bac", "sans le bac", "sans mon bac", "sans diplome", "sans diplomes", "sans aucun diplome",
    "sans le brevet", "apres la 3e", "apres la 3eme", "apres la troisieme", "apres le college",
    "no diploma", "no degree", "without a diploma", "without a degree", "without diploma",
    "without degree", "without the bac", "without bac",
)  # fmt: skip
"""What people say when they hold no diploma, folded."""
OVERSEAS = ("outre mer", "outremer", "l outre mer", "dom", "drom", "dom tom", "domtom", "drom com",
            "overseas", "overseas france")  # fmt: skip
"""What people say for the regions overseas together, folded."""


class Filter(NamedTuple):
    """One thing that can be asked of a list."""

    option: str
    """Option of the command."""
    help: Words
    aliases: tuple[str, ...] = ()
    """Other names of the option."""
    choices: Mapping[str, Any] | tuple[str, ...] = ()
    """The words it takes; a mapping says what each stands for."""
    names: str = ""
    """Kind of the records its values name."""
    between: tuple[float | None, float | None] = (None, None)
    """The lowest and the highest number it takes."""
    read: Callable[[str], str] | None = None
    """Returns a typed word as the catalogue writes it."""
    within: Words | None = None
    """Help of `--within`, the reach in km that goes with a city."""
    narrows: Index | None = None
    """The condition that every record that passes, or may pass, meets: none when no index knows."""
    about: Literal["record", "programme", "answers", "campus"] = "record"
    """What is judged: all filters about programmes, and about who answers for its diploma and its
    school, hold for one and the same programme; all filters about campuses for one and the same
    campus where it is taught."""
    judge: Callable[[Any, Any, Any], Answer] | None = None
    """Takes what is asked, what is judged and what surrounds it; none when the index knows all."""
    unknown: Mapping[str, Words] = {}
    """Why it may not be known whether a record passes, as a footer says it."""
    wider: "Callable[[Any, Any, Catalogue], Any] | None" = None
    """Takes what is asked, the list without this filter, and the catalogue; returns what to ask for
    instead to let in the nearest record of that list, or None."""
    lets_in: bool = False
    """Whether it lets more in, rather than less."""
    means: Words | None = None
    """What the word means, for the footer; `{}` stands for the values asked for."""
    columns: tuple[str, ...] = ()
    """The columns of a list that say what it asks about, by their keys."""
    said: Mapping[str, str] = {}
    """What people say for it without its option, folded: the value it stands for, none of a flag."""
    after: tuple[str, ...] = ()
    """Words, folded, that people say before a value of it: « après le bac », « avec un CAP »."""
    vocabulary: str = ""
    """What labels its values: its labels may be typed, and stand in `means`."""


def entries(filters: Any) -> dict[str, Filter]:
    """Return the filters of a list, by the name of their field."""
    return {name: field.__metadata__[0] for name, field in filters.__annotations__.items()}


def in_use(asked: Any) -> Iterator[tuple[Filter, Any]]:
    """Yield the filters of which something is asked, each with what is asked."""
    for entry, value in zip(entries(type(asked)).values(), asked, strict=True):
        if is_asked(value):
            yield entry, value


def is_asked(value: Any) -> bool:
    """True if a filter of that value asks for something. Zero is something to ask."""
    return value is not None and value is not False and value != ()


def written(asked: Any) -> tuple[str, ...]:
    """Return the options by which a list is asked for so, as they are typed."""
    return tuple(word for entry, value in in_use(asked) for word in _typed(entry, value))


def _typed(entry: Filter, asked: Any) -> Iterator[str]:
    if asked is True:
        yield entry.option
    elif entry.within:
        yield from (entry.option, asked.place.slug, "--within", f"{asked.within_km:g}")
    else:
        meant = entry.choices if isinstance(entry.choices, Mapping) else {}
        words = {value: word for word, value in meant.items()}
        for value in asked if isinstance(asked, tuple) else (asked,):
            said = words.get(value, value)
            yield from (entry.option, said if isinstance(said, str) else f"{said:g}")


def narrowed(kind: str, asked: Any) -> tuple[str, list[Any]]:
    """Return the condition in SQL that records of a kind meet when they pass, or may pass."""
    clauses, parameters = ["kind = ?"], [kind]
    for entry, value in in_use(asked):
        if entry.narrows:
            clause, values = entry.narrows(value)
            clauses.append(clause)
            parameters += values
    return " AND ".join(clauses), parameters


def facet(kind: str, name: str, *fixed: str) -> Index:
    """Return what the facets of a kind answer: whether one has a value asked for, or fixed."""

    def condition(asked: Any) -> tuple[str, tuple[Any, ...]]:
        values = fixed or asked
        listed = marks(values)
        sql = f"slug IN (SELECT slug FROM facet WHERE kind = ? AND facet = ? AND value IN {listed})"
        return sql, (kind, name, *values)

    return condition


def facet_or_none(kind: str, name: str) -> Index:
    """Return what the facets of a kind answer: whether one has a value asked for, or none at all."""
    having = facet(kind, name)

    def condition(asked: Any) -> tuple[str, tuple[Any, ...]]:
        sql, values = having(asked)
        silent = "slug NOT IN (SELECT slug FROM facet WHERE kind = ? AND facet = ?)"
        return f"({sql} OR {silent})", (*values, kind, name)

    return condition


def one_of(field: str, unknown: str) -> Callable[[Any, Any, Any], Answer]:
    """Return what judges whether a field of a record has a value asked for, or why it is unknown."""

    def judge(asked: Any, record: Any, _: Any) -> Answer:
        value = getattr(record, field)
        return unknown if value is None else value in asked

    return judge


def marks(values: tuple[Any, ...]) -> str:
    """Return a list of as many parameters of SQL as there are values."""
    return f"({','.join('?' * len(values))})"
