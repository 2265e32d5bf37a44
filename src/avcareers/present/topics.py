"""The list of answers, and one answer on a screen."""

from collections.abc import Iterator
from itertools import groupby
from shlex import split
from typing import TYPE_CHECKING

from avcareers.query.topics import DiplomaSheet, TopicList, TopicSheet
from avcareers.text.wording import Wording

from .citations import error_item, source_lines
from .glosses import glossed
from .page import Column, Item, Line, Next, Page, Row, Section, Span, line
from .tables import table_of

if TYPE_CHECKING:
    from avcareers.model.source import Source
    from avcareers.model.topic import Obsolete, Statement

BRIEF_LINES = 25
"""Lines a short answer may take on a screen of 80 columns."""


def topics_page(found: TopicList, words: Wording) -> Page:
    """Present every topic, with a question it answers."""
    columns = (
        Column("slug", words("Sujet", "Topic"), 12, ratio=2),
        Column("title", words("Titre", "Title"), 22, ratio=3),
        Column("asked", words("Par exemple", "For instance"), 24, ratio=4, rank=1),
    )
    rows = tuple(
        Row((
            line(Span(topic.slug, "accent")),
            line(Span(words.of(topic.title), "strong")),
            line(words.of(topic.asked[0]) if topic.asked else ""),
        ))
        for topic in found.topics
    )  # fmt: skip
    return Page(
        title=line(Span(words("Ce que les mots veulent dire", "What the words mean"), "strong"),
                   f" – {len(rows)}"),
        table=table_of(words, columns, rows),
        next=(Next(words.command("explain", "507h"), words("une réponse", "one answer")),),
    )  # fmt: skip


def topic_sheet_page(sheet: TopicSheet, words: Wording, *, full: bool = False) -> Page:
    """Present an answer: what holds, what it does not decide, what is still found and wrong."""
    topic = sheet.topic
    cited = {source.slug: source for source in sheet.sources} if full or sheet.region else {}
    of_region, others = _by_region(sheet)
    check = ", ".join(
        f"{place.name} {place.url}" if full else place.name for place in topic.check_at
    )
    sections = (
        Section("region", sheet.region.name if sheet.region else "",
                tuple(Item(_statement(each, cited, words), True) for each in of_region)
                or _nothing_there(sheet, words), least=max(1, len(of_region))),
        Section("answer", words("La réponse", "The answer"),
                tuple(Item(_statement(each, cited if full else {}, words), True)
                      for each in others), least=3),
        Section("euros", words("En euros", "In euros"), tuple(_in_euros(sheet, words)), least=2),
        Section("not-decided", words("Qui décide", "Who decides"),
                tuple(Item(line(words.of(text)), True) for text in topic.not_decided)),
        Section("obsolete", words("Faux ou périmé", "Wrong or outdated"),
                tuple(Item(_obsolete(o, words), True) for o in topic.obsolete)),
        Section("doubts", words("Non vérifié", "Not verified"),
                tuple(Item(line(words.of(text)), True) for text in topic.doubts)),
        Section("check", words("Vérifier", "Check at"),
                (Item(line(Span(check, "accent"))),) if check else ()),
        Section("sources", words("Sources", "Sources"), _sources(sheet, words, full=full), least=2),
    )  # fmt: skip
    outside = (line(Span(words.of(topic.outside), "warn")),) if topic.outside else ()
    page = Page(
        title=line(Span(words.of(topic.title), "strong")),
        lead=outside,
        sections=tuple(section for section in sections if section.items),
        next=tuple(_next(sheet, words, full=full)),
        brief_lines=None if full else BRIEF_LINES,
        shortened=words(
            "Réponse abrégée ; à lire en entier avec --full : {}.",
            "Shortened; to be read whole with --full: {}.",
        ),
    )
    return glossed(page, words, about=(topic.slug, *topic.other_names))


def diploma_page(sheet: DiplomaSheet, words: Wording) -> Page:
    """Present what a national diploma is: who answers for it, its level, where it is prepared."""
    diploma = sheet.diploma
    level = words(f"niveau {diploma.level}", f"level {diploma.level}")
    count = words.count(sheet.schools, ("école", "écoles"), ("school", "schools"))
    items = (
        Item(line(words.of(diploma.text)), True),
        Item(line(words(f"{count} du catalogue y préparent.",
                        f"{count} of the catalogue prepare for it.")), True),
    )  # fmt: skip
    sources = (*(Item(cited, True) for cited in source_lines(sheet.cited, words)),
               error_item(diploma.slug, words))  # fmt: skip
    name = words.of(diploma.name)
    return Page(
        title=line(Span(name[:1].upper() + name[1:], "strong"), words.aside(level)),
        sections=(
            Section("answer", words("La réponse", "The answer"), items, least=2),
            Section("sources", "Sources", sources),
        ),
        next=(
            Next(words.command("schools", "--diploma", diploma.slug),
                 words("où le préparer", "where to prepare for it")),
            Next(words.command("explain", "niveau"), words("ce que vaut un niveau", "what a level is")),
        ),
    )  # fmt: skip


def _by_region(sheet: TopicSheet) -> tuple[tuple["Statement", ...], tuple["Statement", ...]]:
    """Return what an answer says of the region asked about, and what it says of none; all, if none is."""
    answer = sheet.topic.answer
    if sheet.region is None:
        return (), answer
    there = tuple(each for each in answer if each.region == sheet.region.slug)
    return there, tuple(each for each in answer if each.region is None)


def _nothing_there(sheet: TopicSheet, words: Wording) -> tuple[Item, ...]:
    """Return that nothing was read of the region asked about, if one is."""
    if sheet.region is None:
        return ()
    return (
        Item(
            line(words("Rien de lu sur cette région.", "Nothing was read about this region.")), True
        ),
    )


def _in_euros(sheet: TopicSheet, words: Wording) -> Iterator[Item]:
    """Yield the shares of the minimum wage in euros, those of one person year after year."""
    wage = sheet.minimum_wage
    if wage is None:
        return
    day = words.day(wage.valid_from)
    yield Item(line(Span(words(f"Brut, mois de 35 h, SMIC du {day} ; années 1, 2, 3.",
                               f"Gross, 35-hour month, SMIC of {day}; years 1, 2, 3."),
                         "muted")))  # fmt: skip
    for contract, shares in groupby(sheet.in_euros, key=lambda share: words.of(share.contract)):
        ages = groupby(shares, key=lambda share: words.of(share.who))
        said = (f"{', '.join(words.euros(round(each.eur_per_month)) for each in paid)} {who}"
                for who, paid in ages)  # fmt: skip
        yield Item(line(f"{contract}{words(' : ', ': ')}{words(' ; ', '; ').join(said)}."), True)


def _statement(statement: "Statement", cited: "dict[str, Source]", words: Wording) -> Line:
    """Return a statement, with its source if it is among those to cite."""
    text = words.of(statement.text)
    parts: list[str | Span] = [text, *_since(statement.holds_from, text, words)]
    if statement.confidence == "low":
        parts.append(Span(words(" [source fragile]", " [weak source]"), "warn"))
    if source := cited.get(statement.source):
        dated = f", {words.part_day(statement.as_of)}" if statement.as_of else ""
        parts.append(Span(f" [{source.publisher}{dated}]", "muted"))
    return line(*parts)


def _obsolete(obsolete: "Obsolete", words: Wording) -> Line:
    why = words.of(obsolete.why)
    claim = Span(words.of(obsolete.claim), "bad")
    return line(claim, " ", why, *_since(obsolete.dead_since, why, words))


def _since(day: str | None, text: str, words: Wording) -> tuple[Span, ...]:
    """Return since when something holds, unless the text has just given that day."""
    if day is None or words.part_day(day) in text:
        return ()
    return (Span(f" ({words.since(day)})", "muted"),)


def _sources(sheet: TopicSheet, words: Wording, *, full: bool) -> tuple[Item, ...]:
    count = words.count(len(sheet.sources), ("source", "sources"), ("source", "sources"))
    day = words.day(sheet.topic.reviewed)
    read = "relue" if len(sheet.sources) == 1 else "relues"
    head = words(f"{count}, {read} le {day}", f"{count}, reviewed on {day}")
    items = [Item(line(Span(head, "muted")))]
    if full:
        items += [Item(cited, True) for cited in source_lines(sheet.sources, words)]
    items.append(error_item(sheet.topic.slug, words))
    return tuple(items)


def _next(sheet: TopicSheet, words: Wording, *, full: bool) -> list[Next]:
    slug = sheet.topic.slug
    steps = []
    if sheet.region:
        steps.append(
            Next(
                words.command("explain", slug, "--full"),
                words("les autres régions", "the other regions"),
            )
        )
    elif not full:
        steps.append(
            Next(
                words.command("explain", slug, "--full"),
                words("avec les sources", "with the sources"),
            )
        )
    steps += (
        Next(words.command("explain", topic.slug), words.of(topic.title))
        for topic in sheet.related[:2]
    )
    # Topics to read next are offered once, with their title.
    named = {f"explain {topic.slug}" for topic in sheet.related}
    others = [command for command in sheet.topic.commands if command not in named]
    steps += (Next(words.command(*split(command)), "") for command in others[:2])
    return steps
