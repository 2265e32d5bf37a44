"""The list of answers, and one answer on a screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from avcareers.query.long_lists import each
from avcareers.query.topics import TopicSheet
from avcareers.text.wording import Wording

from .citations import source_line
from .page import Column, Item, Line, Next, Page, Row, Section, Span, line
from .tables import table_of

if TYPE_CHECKING:
    from avcareers.model.topic import Obsolete, Statement, Topic

BRIEF_LINES = 25
"""Lines a short answer may take on a screen of 80 columns."""


def topics_page(topics: "Sequence[Topic]", words: Wording) -> Page:
    """Present every topic, with a question it answers."""
    columns = (
        Column("slug", words("Sujet", "Topic"), 12, ratio=2),
        Column("title", words("Titre", "Title"), 22, ratio=3),
        Column("asked", words("Par exemple", "For instance"), 24, ratio=4, rank=1),
    )
    rows = each(
        lambda topic: Row((
            line(Span(topic.slug, "accent")),
            line(Span(words.of(topic.title), "strong")),
            line(words.of(topic.asked[0]) if topic.asked else ""),
        )),
        topics,
    )  # fmt: skip
    return Page(
        title=line(Span(words("Ce que les mots veulent dire", "What the words mean"), "strong"),
                   f" – {len(topics)}"),
        table=table_of(words, columns, rows),
        next=(Next("avcareers explain 507h", words("une réponse", "one answer")),),
    )  # fmt: skip


def topic_sheet_page(sheet: TopicSheet, words: Wording, *, full: bool = False) -> Page:
    """Present an answer: what holds, what it does not decide, what is still found and wrong."""
    topic = sheet.topic
    check = ", ".join(
        f"{place.name} {place.url}" if full else place.name for place in topic.check_at
    )
    sections = (
        Section("answer", words("Ce qui tient", "What holds"),
                tuple(Item(_statement(s, sheet, words, full=full), True) for s in topic.answer), least=3),
        Section("not-decided", words("Ne décide pas", "It does not settle"),
                tuple(Item(line(words.of(text)), True) for text in topic.not_decided)),
        Section("obsolete", words("Faux ou périmé", "Wrong or outdated"),
                tuple(Item(_obsolete(o, words), True) for o in topic.obsolete)),
        Section("doubts", words("Non vérifié", "Not verified"),
                tuple(Item(line(words.of(text)), True) for text in topic.doubts)),
        Section("check", words("Vérifier", "Check at"),
                (Item(line(Span(check, "accent"))),) if check else ()),
        Section("sources", words("Sources", "Sources"), _sources(sheet, words, full=full)),
    )  # fmt: skip
    return Page(
        title=line(Span(words.of(topic.title), "strong")),
        sections=tuple(section for section in sections if section.items),
        next=tuple(_next(sheet, words, full=full)),
        brief_lines=None if full else BRIEF_LINES,
        shortened=words(
            "Réponse abrégée : --full montre tout, avec les sources.",
            "Shortened: --full shows all, with the sources.",
        ),
    )


def _statement(statement: "Statement", sheet: TopicSheet, words: Wording, *, full: bool) -> Line:
    parts: list[str | Span] = [words.of(statement.text)]
    if statement.holds_from and statement.holds_from not in words.of(statement.text):
        parts.append(Span(f" ({words.since(statement.holds_from)})", "muted"))
    if statement.confidence == "low":
        parts.append(Span(words(" [source fragile]", " [weak source]"), "warn"))
    if full:
        card = sheet.sources[statement.source]
        dated = f", {words.part_day(statement.as_of)}" if statement.as_of else ""
        parts.append(Span(f" [{card.publisher}{dated}]", "muted"))
    return line(*parts)


def _obsolete(obsolete: "Obsolete", words: Wording) -> Line:
    parts: list[str | Span] = [Span(words.of(obsolete.claim), "bad"), " ", words.of(obsolete.why)]
    if obsolete.dead_since:
        parts.append(Span(f" ({words.since(obsolete.dead_since)})", "muted"))
    return line(*parts)


def _sources(sheet: TopicSheet, words: Wording, *, full: bool) -> tuple[Item, ...]:
    cards = sheet.sources.values()
    count = words.count(len(cards), ("source", "sources"), ("source", "sources"))
    day = words.day(sheet.topic.reviewed)
    head = words(f"{count}, relues le {day}", f"{count}, reviewed on {day}")
    items = [Item(line(Span(head, "muted")))]
    if full:
        items += [Item(source_line(card, words), True) for card in cards]
    return tuple(items)


def _next(sheet: TopicSheet, words: Wording, *, full: bool) -> list[Next]:
    slug = sheet.topic.slug
    steps = []
    if not full:
        steps.append(
            Next(f"avcareers explain {slug} --full", words("avec les sources", "with the sources"))
        )
    steps += (
        Next(f"avcareers explain {other}", words.of(card.title))
        for other, card in list(sheet.related.items())[:2]
    )
    steps += (Next(f"avcareers {command}", "") for command in sheet.topic.commands[:2])
    return steps
