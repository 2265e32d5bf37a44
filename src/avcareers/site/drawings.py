"""The chain of stages, the ladder of a job and the moves of its pay, drawn from what queries return."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from avcareers.present.labels import label
from avcareers.present.ladder import ladder_page
from avcareers.present.naming import job_title
from avcareers.present.pay_history import Moved
from avcareers.query.ladder import Ladder
from avcareers.query.stages import Chain
from avcareers.render.html import safe

from .addresses import HOME, alone, page_of
from .edition import Edition
from .svg import LINE, Box, box_height, drawing, drawn_box, lines_of, path, text_at

if TYPE_CHECKING:
    from .writer import SiteWriter

NARROW, WIDE = 320, 720
"""Widths of the chain: on a phone, and where there is room. The style shows one of the two."""
INDENT, GAP = 18, 8
FOLDED = 12
"""Posts of a ladder above which it is folded."""
CHART = (320, 110)


def chain_drawing(found: Chain, page: str, edition: Edition) -> Iterator[str]:
    """Yield the seven stages, one under the other, with what passes from each to others."""
    for name, width in (("on-phone", NARROW), ("on-screen", WIDE)):
        yield f'<div class="{name}">{_chain(found, width, edition, page)}</div>'


def _chain(found: Chain, width: int, edition: Edition, page: str) -> str:
    words, writer = edition.words, edition.writer(page)
    names = {stage.slug: words.of(stage.name) for stage, _ in found.stages}
    parts: list[str] = []
    y, phase = 0, ""
    for number, (stage, count) in enumerate(found.stages):
        if stage.phase != phase:
            phase = stage.phase
            y += LINE if number else 0
            parts.append(text_at(label(words, "phase", phase), 0, y + LINE - 3, "phase"))
            y += LINE + 6
        jobs = words.count(count, ("métier", "métiers"), ("job", "jobs"))
        address = writer.to(page_of("stage", stage.slug, edition.language))
        box = Box(f"{number + 1}. {names[stage.slug]}", address, jobs)
        parts.extend(drawn_box(box, 0, y, width))
        y += box_height(box, width)
        after = found.stages[number + 1][0].slug if number + 1 < len(found.stages) else ""
        said = [
            line
            for one in _passed(stage, names, after, edition)
            for line in lines_of(one, width - 40)
        ]
        parts += [
            text_at(line, 32, y + LINE * (place + 1), "soft") for place, line in enumerate(said)
        ]
        top, y = y, y + LINE * max(1, len(said)) + 12
        if after:
            parts.append(path([(14, top + 2), (14, y - 4)]))
            parts.append(path([(9, y - 10), (14, y - 3), (19, y - 10)]))
    title = words("De l'idée à l'écran, en sept étapes", "From idea to screen, in seven stages")
    about = words("Chaque étape mène à sa page ; entre deux étapes, ce que l'une remet à l'autre.",
                  "Each stage leads to its page; between two, what one hands to the other.")  # fmt: skip
    return drawing(f"chain-{width}", (width, y), (title, about), parts)


def _passed(stage: object, names: dict[str, str], after: str, edition: Edition) -> Iterator[str]:
    """Yield what a stage hands on: to the next one first, then to those further, named."""
    handed: dict[str, list[str]] = {}
    for deliverable in stage.deliverables:  # type: ignore[attr-defined]
        if deliverable.opens:
            handed.setdefault(deliverable.opens, []).append(edition.words.of(deliverable.name))
    if after in handed:
        yield ", ".join(handed.pop(after))
    for slug, some in handed.items():
        yield f"→ {names[slug]}{edition.words(' : ', ': ')}{', '.join(some)}"


def chain_list(found: Chain, edition: Edition) -> Iterator[str]:
    """Yield the seven stages in short: boxes that follow one another."""
    words = edition.words
    writer = edition.writer(alone(HOME, edition.language))
    title = words("De l'idée à l'écran, en sept étapes", "From idea to screen, in seven stages")
    yield f'<section id="chain"><h2>{safe(title)}</h2><ol class="chain">'
    for stage, count in found.stages:
        address = writer.to(page_of("stage", stage.slug, edition.language))
        jobs = words.count(count, ("métier", "métiers"), ("job", "jobs"))
        yield (
            f'<li><a href="{address}"><strong>{safe(words.of(stage.name))}</strong>'
            f"<span>{safe(jobs)}</span></a></li>"
        )
    yield "</ol></section>"


def ladder_drawing(ladder: Ladder, edition: Edition) -> Iterator[str]:
    """Yield the posts that lead to a job, as a tree that hangs from it."""
    words = edition.words
    page = page_of("profession", ladder.slug, edition.language)
    writer = edition.writer(page)
    title = words("Les postes qui y mènent", "The posts that lead there")
    yield f'<section id="ladder"><h2>{safe(title)}</h2>'
    said = ladder_page(ladder, words)
    if not ladder.before:
        none = words("Aucune promotion usuelle n'y mène : on y entre directement.",
                     "No usual promotion leads there: one enters directly.")  # fmt: skip
        yield f"<p>{safe(none)}</p></section>"
        return
    parts, posts, height = _tree(ladder, writer, edition)
    about = words("Du métier visé, en haut, aux postes par lesquels on y arrive.",
                  "From the job aimed at, at the top, to the posts that lead there.")  # fmt: skip
    drawn = drawing("ladder", (NARROW, height), (title, about), parts)
    if posts > FOLDED:
        counted = words.count(posts, ("poste", "postes"), ("post", "posts"))
        yield f"<details><summary>{safe(counted)}</summary>{drawn}</details>"
    else:
        yield drawn
    yield from (writer.paragraph(spans) for spans in said.footer[:1])
    yield "</section>"


def _tree(ladder: Ladder, writer: "SiteWriter", edition: Edition) -> tuple[list[str], int, int]:
    """Return the boxes and branches of a ladder, the number of posts, and the height."""
    words = edition.words
    parts: list[str] = []
    waiting: list[tuple[Ladder, int, int]] = [(ladder, 0, 0)]
    y = posts = 0
    # Walked, not recursed: a ladder may be deeper than Python lets calls nest.
    while waiting:
        rung, depth, above = waiting.pop()
        x = min(depth, 7) * INDENT
        again = words(" – déjà donné plus haut", " – given above") if rung.given_above else ""
        address = page_of("profession", rung.slug, edition.language)
        box = Box(job_title(rung.job, words), writer.to(address) if depth else "",
                  label(words, "level", rung.job.level) + again)  # fmt: skip
        if depth:
            middle = y + box_height(box, NARROW - x) // 2
            parts.append(path([(x - INDENT + 8, above), (x - INDENT + 8, middle), (x, middle)]))
            posts += 1
        parts.extend(drawn_box(box, x, y, NARROW - x))
        y += box_height(box, NARROW - x) + GAP
        waiting += ((lower, depth + 1, y - GAP) for lower in reversed(rung.before))
    return parts, posts, y


def pay_chart(move: Moved, key: str) -> str:
    """Return how an amount moved, as steps: it holds until the next."""
    width, height = CHART
    low, high = min(move.values), max(move.values)
    first, last = move.days[0], move.days[-1]

    def at(day: float, value: float) -> tuple[float, float]:
        across = 4 + (width - 8) * (day - first) / ((last - first) or 1)
        up = (value - low) / ((high - low) or 1)
        return round(across, 1), round(height - 26 - (height - 46) * up, 1)

    points: list[tuple[float, float]] = []
    for place, (day, value) in enumerate(zip(move.days, move.values, strict=True)):
        if place:
            points.append((at(day, value)[0], points[-1][1]))
        points.append(at(day, value))
    parts = [path(points, "moved"), text_at(move.rows[0][0], 4, height - 6, "soft")]
    parts.append(
        f'<text x="{width - 4}" y="{height - 6}" class="soft end">{safe(move.rows[-1][0])}</text>'
    )
    parts.append(f'<text x="{width - 4}" y="14" class="strong end">{safe(move.rows[-1][1])}</text>')
    return drawing(key, CHART, (move.title, move.said), parts)


def pay_moves(moves: tuple[Moved, ...], edition: Edition) -> Iterator[str]:
    """Yield how the minimums of a job moved: each a chart, and the same as a table."""
    words = edition.words
    if not moves:
        return
    title = words("Au fil des ans", "Through the years")
    cut = words("Les courbes ne partent pas de zéro.", "The curves do not start at zero.")
    yield f'<section id="history"><h2>{safe(title)}</h2><p class="muted">{safe(cut)}</p>'
    for number, move in enumerate(moves):
        yield f"<figure><figcaption>{safe(move.title)}</figcaption>{pay_chart(move, f'move-{number}')}"
        heads = (words("Depuis", "Since"), words("Montant", "Amount"), words("Écart", "Change"))
        titles = "".join(f'<th scope="col">{safe(head)}</th>' for head in heads)
        rows = "".join(
            f"<tr>{''.join(f'<td>{safe(cell)}</td>' for cell in row)}</tr>" for row in move.rows
        )
        yield f'<table class="small"><thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table></figure>'
    yield "</section>"
