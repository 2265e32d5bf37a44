"""The commands that answers and messages suggest, and whether each leads to something."""

import re
import shlex
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from avcareers.cli.session import Session
from avcareers.present.page import Line, Page, Table
from avcareers.store.catalogue import Catalogue

from . import runner
from .runner import Outcome

IN_PROSE = re.compile(r"avcareers [a-z][^\n:;()«»“”`]*")
"""A command inside a message: to the end of its line, or to a sign that no command holds."""

Words = tuple[str, ...]


class Answer(NamedTuple):
    """What a command answered."""

    outcome: Outcome
    found: Any = None
    """What was found; none for a message, or for what is only written."""
    page: Page | None = None

    @property
    def empty(self) -> bool:
        """True if there is nothing in it for who was told to ask."""
        if self.outcome.status != 0:
            return True
        if self.page is None:
            return not self.outcome.out.strip()
        return _nothing_in(self.found) or not (self.page.sections or _rows(self.page.table))

    def suggested(self) -> Iterator[Words]:
        """Yield the commands it suggests, as words."""
        if self.page is not None:
            yield from (_words(step.command) for step in self.page.next)
            for spans in _lines(self.page):
                yield from (_words(text) for text, role in spans if role == "command")
                rest = "".join(text for text, role in spans if role != "command")
                yield from map(_words, IN_PROSE.findall(rest))
        else:
            yield from map(_words, IN_PROSE.findall(f"{self.outcome.out}\n{self.outcome.err}"))


def _words(command: str) -> Words:
    words = shlex.split(command.strip().rstrip(".,"))[1:]
    # What follows « > » is the file it is written to.
    return tuple(words[: words.index(">")] if ">" in words else words)


def _rows(table: Table | None) -> int:
    return len(table.rows) if table else 0


def _nothing_in(found: Any) -> bool:
    """True if an answer that is not a list says that there is nothing: no route, no way, no rung."""
    for name in ("routes", "ways", "before"):
        if hasattr(found, name):
            return not getattr(found, name)
    return False


def _lines(page: Page) -> Iterator[Line]:
    yield page.title
    yield from page.lead
    if page.table:
        for row in page.table.rows:
            yield from row.cells
    for section in page.sections:
        yield from (item.line for item in section.items)
    yield from page.instead
    yield from page.footer


@contextmanager
def asking(catalogue: Catalogue) -> Iterator[Any]:
    """Yield a function that runs a command on a catalogue that stays open: `ask("stages")`."""
    met: list[tuple[Any, Page]] = []

    def answer(session: Session, found: Any, page: Any, _: Any = None) -> None:
        met.append((found, page(found, session.words)))

    def ask(*words: str) -> Answer:
        met.clear()
        outcome = runner.run(*words, real=True)
        return Answer(outcome, *met[0]) if met else Answer(outcome)

    with ExitStack() as patched:
        patched.enter_context(patch.object(Session, "catalogue", lambda _: catalogue))
        patched.enter_context(patch.object(Session, "answer", answer))
        yield ask


ALONE: tuple[Words, ...] = (
    (),
    ("stages",),
    ("departments",),
    ("jobs",),
    ("schools",),
    ("schools", "--programmes"),
    ("explain",),
    ("sources",),
    ("match", "--like", "draw", "--not", "nights", "--from", "none", "--near", "lyon", "--max-fees", "0"),
    ("match", "--like", "dress", "--not", "seasonality", "--not", "nights", "--max-years", "0"),
)  # fmt: skip
OF_EACH: dict[str, tuple[Words, ...]] = {
    "profession": (
        ("job", "show"),
        ("pay",),
        ("path",),
        ("plan", "--from", "bac"),
        ("plan", "--from", "bac", "--near", "lyon", "--max-fees", "0"),
        ("schools", "--job"),
        ("schools", "--programmes", "--job"),
        ("job", "show", "--full"),
        ("job", "show", "--sheet"),
        ("job", "show", "--sheet", "--near", "lyon"),
        ("sources",),
    ),
    "school": (
        ("school", "show"),
        ("school", "check"),
        ("plan", "--from", "bac"),
        ("sources",),
    ),
    "topic": (("explain",), ("explain", "--full")),
    "stage": (("stage", "show"), ("jobs", "--stage")),
}
"""What is asked of each record of a kind; its key follows the last word that is no option's value."""
MISTYPED: dict[str, tuple[Words, ...]] = {
    "profession": (("job", "show"), ("pay",), ("path",), ("plan",), ("compare", "scripte")),
    "school": (("school", "show"), ("school", "check"), ("plan",), ("compare", "la-femis")),
    "topic": (("explain",),),
    "stage": (("stage", "show"),),
    "source": (("sources",),),
}
"""What is asked of each record of a kind under a name that is no longer its own."""


def questions(catalogue: Catalogue, every: int = 1) -> Iterator[Words]:
    """Yield what may be asked of each record, or of one in so many, rightly named and mistyped."""
    yield from ALONE
    for kind, commands in OF_EACH.items():
        for slug in catalogue.slugs(kind)[::every]:
            yield from (_about(command, slug) for command in commands)
    for kind, commands in MISTYPED.items():
        for slug in catalogue.slugs(kind)[1::every]:
            yield from ((*command, mistyped(slug)) for command in commands)


def of_topics(catalogue: Catalogue) -> Iterator[Words]:
    """Yield the commands that topics name, shown or not."""
    for topic in catalogue.documents("topic"):
        yield from (tuple(shlex.split(command)) for command in topic.commands)


def mistyped(name: str) -> str:
    """Return a name with its middle letters swapped and its last one wrong."""
    middle = len(name) // 2
    return f"{name[: middle - 1]}{name[middle]}{name[middle - 1]}{name[middle + 1 : -1]}z"


def _about(command: Words, slug: str) -> Words:
    """Put a key where the name goes: after the subcommand, or after the option that takes it."""
    if command[-1] in {"--job", "--stage"}:
        return (*command, slug)
    named = next((i for i, word in enumerate(command) if word.startswith("-")), len(command))
    return (*command[:named], slug, *command[named:])


def leading_nowhere(catalogue: Catalogue, asked: Iterable[Words], *options: str) -> dict[str, str]:
    """Return the suggested commands that answer nothing, each with what suggests it."""
    with asking(catalogue) as ask:
        suggested: dict[Words, str] = {}
        for words in asked:
            for command in ask(*words, *options).suggested():
                suggested.setdefault(command, " ".join(words))
        for words in of_topics(catalogue):
            suggested.setdefault((*words, *options), "data/topics")
        return {shlex.join(command): by for command, by in suggested.items() if ask(*command).empty}
