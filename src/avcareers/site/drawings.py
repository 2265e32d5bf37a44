"""Drawings that are text: each box a link, read aloud as a list, one under the other on a phone."""

from collections.abc import Iterator

from avcareers.present.labels import label
from avcareers.query.stages import Chain
from avcareers.render.html import safe

from .addresses import alone, page_of
from .edition import Edition


def chain_drawing(found: Chain, page: str, edition: Edition) -> Iterator[str]:
    """Yield the seven stages, and what passes from one to the next."""
    words = edition.words
    writer = edition.writer(alone(page, edition.language))
    title = words("De l'idée à l'écran, en sept étapes", "From idea to screen, in seven stages")
    yield f'<section id="chain"><h2>{safe(title)}</h2><ol class="chain">'
    for stage, count in found.stages:
        address = writer.to(page_of("stage", stage.slug, edition.language))
        jobs = words.count(count, ("métier", "métiers"), ("job", "jobs"))
        phase = label(words, "phase", stage.phase)
        yield (
            f'<li><a href="{address}"><strong>{safe(words.of(stage.name))}</strong>'
            f"<span>{safe(phase)} · {safe(jobs)}</span></a></li>"
        )
    yield "</ol></section>"
