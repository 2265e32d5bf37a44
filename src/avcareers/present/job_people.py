"""The part of a job's sheet about the people one works with, and what passes between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from avcareers.query.job import JobSheet, Passing
from avcareers.text.wording import Wording

from .naming import in_a_line, job_title
from .page import Item, Line, Section, Span, joined, labelled, line

NAMED_BRIEF = 2
"""Jobs a short sheet names in a relation before it counts the others."""


def people_section(sheet: JobSheet, words: Wording, full: bool) -> Section:
    """Return whom one answers to, leads and works with; in full, what is handed over too."""
    job = sheet.job
    around = [
        (words("Répond à", "Answers to"), job.answers_to),
        (words("Encadre", "Leads"), sheet.leads),
    ]
    if not full:
        receivers = dict.fromkeys(passing.receiver for passing in sheet.gives)
        around += [(words("Remet son travail à", "Hands work over to"), tuple(receivers))]
    beside = [(words("Travaille avec", "Works with"), job.works_with)]
    limit = None if full else NAMED_BRIEF
    items = (
        *_relations(sheet, words, around, limit),
        *(_passed(sheet, words) if full else ()),
        *_relations(sheet, words, beside, limit),
    )
    return Section("people", words("Avec qui", "With whom"), items)


def _relations(
    sheet: JobSheet,
    words: Wording,
    relations: Iterable[tuple[str, tuple[str, ...]]],
    limit: int | None,
) -> Iterator[Item]:
    for name, slugs in relations:
        # Leaving out one name only would save nothing.
        shown = slugs[:limit] if limit and len(slugs) > limit + 1 else slugs
        others = words.and_others(len(slugs) - len(shown))
        if slugs:
            content = line(named(sheet, shown, words), others)
            yield labelled(f"{name}{words(' :', ':')}", content)


def named(sheet: JobSheet, slugs: Iterable[str], words: Wording) -> Line:
    """Return the titles of some jobs that the sheet names."""
    return joined(line(job_title(sheet.cards[slug], words)) for slug in slugs)


def _passed(sheet: JobSheet, words: Wording) -> Iterator[Item]:
    for name, passings, side in (
        (words("Remet", "Hands over"), sheet.gives, "receiver"),
        (words("Reçoit", "Receives"), sheet.receives, "giver"),
    ):
        for what, slugs in _by_what(passings, side, words):
            link = words(", de : ", ", from: ") if side == "giver" else words(", à : ", ", to: ")
            content = line(Span(what), Span(link, "muted"), named(sheet, slugs, words))
            yield labelled(name + words(" :", ":"), content)


def _by_what(
    passings: tuple[Passing, ...], side: str, words: Wording
) -> Iterable[tuple[str, list[str]]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for passing in passings:
        grouped[in_a_line(words.of(passing))].append(getattr(passing, side))
    return grouped.items()
