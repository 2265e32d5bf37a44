"""The ladder between jobs, as ways or as a tree."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from avcareers.query.ladder import Ladder, Meeting, Path, Tree
from avcareers.query.naming import Cards
from avcareers.text.wording import Wording

from .jobs import job_title
from .labels import label
from .page import Item, Line, Next, Page, Section, Span, line

NAMED = 6
"""Jobs, or schools, that connect two jobs, named at most."""


def path_page(path: Path, words: Wording) -> Page:
    """Present the ways from one job to another, or what connects them."""
    origin, target = (job_title(path.cards[slug], words) for slug in (path.origin, path.target))
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
    if path.origin == path.target:
        none = words("c'est le même métier", "one and the same job")
    return Page(
        title=line(Span(f"{origin} → {target}", "strong"), f" – {found if path.ways else none}"),
        sections=tuple(section for section in sections if section.items),
        footer=(line(Span(_indicative(words), "muted")),),
        next=(
            Next(f"avcareers path {path.target}", words("toute l'échelle", "the whole ladder")),
            Next(f"avcareers job show {path.target}", words("la fiche", "the sheet")),
        ),
    )


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


def _step(job: object, words: Wording) -> Line:
    title = job_title(job, words)  # type: ignore[arg-type]
    level = label(words, "level", job.level)  # type: ignore[attr-defined]
    return line(Span(title, "strong"), Span(f" ({level})", "muted"))


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
    tree = ladder.tree
    items = tuple(_drawn(tree, ladder.cards, words))
    title = job_title(ladder.cards[tree.slug], words)
    none = words(" – aucune promotion usuelle n'y mène", " – no usual promotion leads there")
    repeated = words("↑ : d'où l'on y vient est donné plus haut.",
                     "↑ : where one comes from is given above.")  # fmt: skip
    notes = [_indicative(words), *([repeated] if _repeats(tree) else [])]
    return Page(
        title=line(Span(title, "strong"),
                   words(" – d'où l'on vient", " – where one comes from") if items else none),
        sections=(Section("tree", words("On vient de", "From"), items),) if items else (),
        footer=tuple(line(Span(note, "muted")) for note in notes),
        next=(Next(f"avcareers job show {tree.slug}", words("la fiche", "the sheet")),),
    )  # fmt: skip


def _repeats(tree: Tree) -> bool:
    return tree.given_above or any(map(_repeats, tree.before))


def _drawn(tree: Tree, cards: Cards, words: Wording, margin: str = "") -> Iterator[Item]:
    for number, before in enumerate(tree.before, start=1):
        last = number == len(tree.before)
        branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        above = Span(" ↑" if before.given_above else "", "muted")
        yield Item(line(_step(cards[before.slug], words), above),
                   branch=(margin + branch, margin + below))  # fmt: skip
        yield from _drawn(before, cards, words, margin + below)
