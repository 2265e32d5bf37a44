"""What changed between two releases, and what each change probably means."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from avcareers.model.release import FactChange, RecordChange, Value
from avcareers.model.vocabulary import ChangeKind

from .facts import Fact
from .published import Edition, Published

Key = tuple[str, str]
FLOORS = "floors."
"""What the paths of amounts begin with."""
_SCHOOL_YEAR = re.compile(r"\d{4}-\d{4}")
PROGRAMME = "programmes"
"""Part of a school that has a key of its own, and may be renamed."""


def changes(before: Edition, now: Edition) -> tuple[RecordChange, ...]:
    """Return what changed from one release to the next, record by record, with the kind proposed."""
    taken = dict(_former(before, now))
    found = (
        *(_of_record(key, said, taken.get(key, ()), before, now) for key, said in now.records.items()),
        *_removed(before, now, {old for olds in taken.values() for old in olds}),
    )  # fmt: skip
    return tuple(change for change in found if change)


def _former(before: Edition, now: Edition) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Yield the records that have taken over others that are gone, with those."""
    for (kind, slug), said in now.records.items():
        olds = tuple(
            (kind, old)
            for old in said.formerly
            if (kind, old) in before.records and (kind, old) not in now.records
        )
        if olds:
            yield (kind, slug), olds


def _removed(before: Edition, now: Edition, taken: set[Key]) -> Iterator[RecordChange]:
    for key in before.records:
        if key not in now.records and key not in taken:
            yield RecordChange.model_validate({"record": key[0], "slug": key[1], "kind": "removed"})


def _of_record(
    key: Key, said: Published, taken: tuple[Key, ...], before: Edition, now: Edition
) -> RecordChange | None:
    """Return what changed in a record that is there now, or nothing."""
    kind, slug = key
    olds = tuple(before.records[each] for each in (*taken, key) if each in before.records)
    whole: ChangeKind | None = "renamed" if taken else None if olds else "added"
    facts: tuple[FactChange, ...] = ()
    texts: tuple[str, ...] = ()
    if olds:
        known = {at: fact for old in olds for at, fact in old.facts.items()}
        facts = tuple(_facts(known, said, before, now))
        words = {at: text for old in olds for at, text in old.texts.items()}
        texts = tuple(at for at, text in said.texts.items() if at in words and words[at] != text)
        if not whole and not facts and said.read > max(old.read for old in olds):
            whole = "read-again"
    if not whole and not facts and not texts:
        return None
    return RecordChange.model_validate(
        {
            "record": kind,
            "slug": slug,
            "kind": whole,
            "formerly": tuple(old for _, old in taken),
            "facts": facts,
            "texts": texts,
        }
    )


def _facts(
    known: Mapping[str, Fact], said: Published, before: Edition, now: Edition
) -> Iterator[FactChange]:
    """Yield the facts that changed: of a part that came or went, that alone and not what it holds."""
    moved = _moved(known, said)
    for at, olds in moved.items():
        yield FactChange(fact=at, kind="renamed", lost=olds, gained=(at.rpartition(".")[2],))
    known = _under_new_names(known, moved)
    came = {at for at, fact in said.facts.items() if fact.value is True and at not in known}
    went = {at for at, fact in known.items() if fact.value is True and at not in said.facts}
    for at in sorted({*known, *said.facts}):
        old, new = known.get(at), said.facts.get(at)
        if (old and new and old.value == new.value) or _below(at, came | went):
            continue
        if at.startswith(FLOORS) and not (old and new):
            # That another grid is in force is said once; its amounts stand in the tables.
            continue
        if change := _change(at, old, new, (before, now)):
            yield change


def _change(
    at: str, old: Fact | None, new: Fact | None, editions: tuple[Edition, Edition]
) -> FactChange | None:
    """Return the change of a fact, or nothing when only the order of its values is another."""
    if not isinstance((new or old or Fact(0)).value, tuple):
        kind = _kind(at, old, new, editions)
        return FactChange(fact=at, kind=kind, before=old and _one(old), after=new and _one(new))
    was, values = _several(old), _several(new)
    lost = tuple(value for value in was if value not in values)
    gained = tuple(value for value in values if value not in was)
    if not lost and not gained:
        return None
    if lost and all(any(said.startswith(f"{value} ") for said in gained) for value in lost):
        # An amount that is given its year is the same amount: the world did not change.
        return FactChange(fact=at, kind="corrected", lost=lost, gained=gained)
    # Only added to: nothing said before was wrong.
    kind = _kind(at, old if lost else None, new, editions)
    return FactChange(fact=at, kind=kind, lost=lost, gained=gained)


def _one(fact: Fact) -> Value | None:
    return None if isinstance(fact.value, tuple) else fact.value


def _several(fact: Fact | None) -> tuple[str, ...]:
    return fact.value if fact and isinstance(fact.value, tuple) else ()


def _moved(known: Mapping[str, Fact], said: Published) -> dict[str, tuple[str, ...]]:
    """Return the older keys, in the release before, of the programmes that bear another now."""
    found: dict[str, list[str]] = {}
    for pair in said.formerly:
        old, _, new = pair.partition("/")
        if new and f"{PROGRAMME}.{old}" in known and f"{PROGRAMME}.{old}" not in said.facts:
            found.setdefault(f"{PROGRAMME}.{new}", []).append(old)
    return {at: tuple(olds) for at, olds in found.items()}


def _under_new_names(
    known: Mapping[str, Fact], moved: Mapping[str, tuple[str, ...]]
) -> dict[str, Fact]:
    """Return facts with each programme under the key it bears now; its own say more than others'."""
    now_at = {f"{PROGRAMME}.{old}": at for at, olds in moved.items() for old in olds}
    placed: dict[str, Fact] = {}
    for at, fact in known.items():
        head = ".".join(at.split(".")[:2])
        if head in now_at:
            placed.setdefault(now_at[head] + at.removeprefix(head), fact)
    return {
        **placed,
        **{at: fact for at, fact in known.items() if ".".join(at.split(".")[:2]) not in now_at},
    }


def _kind(
    at: str, old: Fact | None, new: Fact | None, editions: tuple[Edition, Edition]
) -> ChangeKind:
    """Return what a change probably means: a later day says that the world changed, not we.

    When the release before could have had that day, we caught up with it.
    """
    if old is None or new is None:
        whole = at.startswith(f"{PROGRAMME}.") and at.count(".") == 1
        if old is None:
            return "added" if whole else "newly-known"
        return "removed" if whole else "now-unknown"
    was, now = (
        fact.day or max((edition.sources.get(source, "") for source in fact.sources), default="")
        for fact, edition in zip((old, new), editions, strict=True)
    )
    if not was or now <= was:
        return "corrected"
    began = f"{now[:4]}-09-01" if _SCHOOL_YEAR.fullmatch(now) else now
    return "world-changed" if began > editions[0].day else "caught-up"


def _below(at: str, heads: Iterable[str]) -> bool:
    """True if a path leads into one of some parts."""
    return any(at.startswith(f"{head}.") for head in heads)


def by_meaning(
    found: Iterable[RecordChange],
) -> dict[tuple[str, str, str], list[tuple[RecordChange, FactChange]]]:
    """Return the changes of facts that a person can judge together: of one field, of one kind."""
    every = [(record, fact) for record in found for fact in record.facts]

    def alike(each: tuple[RecordChange, FactChange]) -> tuple[str, str, str]:
        return each[0].record, field_of(each[1].fact), each[1].kind

    return {key: list(group) for key, group in groupby(sorted(every, key=alike), key=alike)}


def field_of(fact: str) -> str:
    """Return the field that a path leads to, without the keys on the way: `programmes.fees`."""
    head, *rest = fact.split(".")
    if head == PROGRAMME:
        return ".".join((head, *rest[1:2]))
    return head
