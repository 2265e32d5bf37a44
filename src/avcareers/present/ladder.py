"""The ladder between jobs, as ways or as a tree."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from avcareers.query.cards import Cards
from avcareers.query.ladder import Ladder, Meeting, Path
from avcareers.text.wording import Wording

from .labels import label
from .naming import job_title
from .page import Item, Line, Next, Page, Section, Span, line

if TYPE_CHECKING:
    from avcareers.model.profession import Profession

NAMED = 6
"""Jobs, or schools, that connect two jobs, named at most."""


def path_page(path: Path, words: Wording) -> Page:
    """Present the ways from one job to another, or what connects them."""
    origin, target = (job_title(path.cards[slug], words) for slug in (path.from_, path.to))
    sections = [
        Section(f"way-{number}", words(f"Voie {number}", f"Way {number}"),
                tuple(_steps(way, path.cards, words)))
        for number, way in enumerate(path.ways, start=1)
    ]  # fmt: skip
    if path.meeting:
        sections = [Section("meeting", words("Ce qui les relie", "What connects them"),
                            tuple(_meeting(path, path.meeting, words)))]  # fmt: skip
    found = words.count(len(path.ways), ("voie", "voies"), ("way", "ways"))
    none = words("aucune promotion usuelle n'y mène", "no usual promotion leads there")
    if path.from_ == path.to:
        none = words("c'est le même métier", "one and the same job")
    return Page(
        title=line(Span(f"{origin} → {target}", "strong"), f" – {found if path.ways else none}"),
        sections=tuple(section for section in sections if section.items),
        footer=(line(Span(_indicative(words), "muted")),),
        next=(
            *_whole_ladder(path, words),
            Next(words.command("job", "show", path.to), words("la fiche", "the sheet")),
        ),
    )


def _whole_ladder(path: Path, words: Wording) -> Iterator[Next]:
    if path.climbed:
        yield Next(words.command("path", path.to), words("toute l'échelle", "the whole ladder"))


def _indicative(words: Wording) -> str:
    return words(
        "Promotions usuelles : dans un département, d'après les définitions des conventions ; "
        "d'un département à l'autre, d'après le ROME ou une source citée dans la fiche.",
        "Usual promotions: within a department, from the agreements' definitions; from one "
        "department to another, from the ROME or a source cited in the sheet.",
    )


def _steps(way: tuple[str, ...], cards: Cards, words: Wording) -> Iterator[Item]:
    yield Item(_step(cards[way[0]], words))
    for _, slug in pairwise(way):
        yield Item(line(Span("▼ ", "accent"), _step(cards[slug], words)))


def _step(job: "Profession", words: Wording) -> Line:
    level = label(words, "level", job.level)
    return line(Span(job_title(job, words), "strong"), Span(f" ({level})", "muted"))


def _meeting(path: Path, meeting: Meeting, words: Wording) -> Iterator[Item]:
    def named(slugs: Iterable[str]) -> str:
        listed = list(slugs)
        names = ", ".join(job_title(path.cards[slug], words) for slug in listed[:NAMED])
        return names + words.and_others(len(listed) - NAMED)

    if meeting.backwards:
        yield Item(line(words("L'échelle va dans l'autre sens : ", "The ladder goes the other way: "),
                        " → ".join(job_title(path.cards[s], words)
                                   for s in meeting.backwards[0])))  # fmt: skip
    if meeting.leads_to_both:
        yield Item(line(Span(words("Y mènent tous deux : ", "Both are reached from: "), "muted"),
                        named(meeting.leads_to_both)))  # fmt: skip
    if meeting.reached_by_both:
        yield Item(line(Span(words("Mènent tous deux à : ", "Both lead to: "), "muted"),
                        named(meeting.reached_by_both)))  # fmt: skip
    if meeting.shared_stages:
        yield Item(line(Span(words("Étapes communes : ", "Stages in common: "), "muted"),
                        ", ".join(words.of(path.stages[s].name)
                                  for s in meeting.shared_stages)))  # fmt: skip
    for giver, receiver in meeting.hand_overs:
        who, whom = (job_title(path.cards[slug], words) for slug in (giver, receiver))
        yield Item(line(words(f"{who} remet son travail à {whom}",
                              f"{who} hands work over to {whom}")))  # fmt: skip
    if meeting.taught_by:
        schools = [path.schools[slug].name for slug in meeting.taught_by]
        yield Item(line(Span(words("Une même formation prépare aux deux : ",
                                   "One programme prepares for both: "), "muted"),
                        ", ".join(schools[:NAMED]), words.and_others(len(schools) - NAMED)))  # fmt: skip
    if not any(meeting):
        yield Item(line(words("Rien dans le catalogue : deux échelles séparées.",
                              "Nothing in the catalogue: two separate ladders.")))  # fmt: skip


def ladder_page(ladder: Ladder, words: Wording) -> Page:
    """Draw the whole ladder into a job as a tree."""
    rungs = tuple(_rungs(ladder))
    title = job_title(ladder.job, words)
    none = words(" – aucune promotion usuelle n'y mène", " – no usual promotion leads there")
    repeated = words("↑ : d'où l'on y vient est donné plus haut.",
                     "↑ : where one comes from is given above.")  # fmt: skip
    repeats = any(rung.ladder.given_above for rung in rungs)
    notes = [_indicative(words), *([repeated] if repeats else [])]
    items = tuple(_drawn(rung, words) for rung in rungs)
    return Page(
        title=line(Span(title, "strong"),
                   words(" – d'où l'on vient", " – where one comes from") if items else none),
        sections=(Section("tree", words("On vient de", "From"), items),) if items else (),
        footer=tuple(line(Span(note, "muted")) for note in notes),
        next=(
            *_upwards(ladder, words),
            Next(words.command("job", "show", ladder.slug), words("la fiche", "the sheet")),
        ),
    )  # fmt: skip


def _upwards(ladder: Ladder, words: Wording) -> Iterator[Next]:
    """Propose where a job leads, when nothing leads to it."""
    if ladder.above and not ladder.before:
        yield Next(words.command("path", ladder.slug, ladder.above),
                   words("où il mène", "where it leads"))  # fmt: skip


class _Rung(NamedTuple):
    """A job of a ladder, where it is drawn."""

    ladder: Ladder
    margin: str
    """What stands before its branch."""
    last: bool
    """Whether no other job leads to the same one after it."""


def _rungs(ladder: Ladder) -> Iterator[_Rung]:
    """Yield the jobs of a ladder from the top, each before those that lead to it."""
    # Walked, not recursed: a ladder may be deeper than Python lets calls nest.
    waiting = _just_below(ladder, "")
    while waiting:
        rung = waiting.pop()
        yield rung
        waiting += _just_below(rung.ladder, rung.margin + ("   " if rung.last else "│  "))


def _just_below(ladder: Ladder, margin: str) -> list[_Rung]:
    """Return the jobs just below one, the last first."""
    last_first = reversed(ladder.before)
    return [_Rung(lower, margin, last=place == 0) for place, lower in enumerate(last_first)]


def _drawn(rung: _Rung, words: Wording) -> Item:
    branch, below = ("└─ ", "   ") if rung.last else ("├─ ", "│  ")
    above = Span(" ↑" if rung.ladder.given_above else "", "muted")
    return Item(line(_step(rung.ladder.job, words), above),
                branch=(rung.margin + branch, rung.margin + below))  # fmt: skip
