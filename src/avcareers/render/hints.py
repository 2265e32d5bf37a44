"""Commands to try next, fitted to a screen."""

from collections.abc import Iterator, Sequence

from avcareers.present.page import Line, Next, Span

from .copying import command_lines
from .flow import flowing, harmless

ARROW, BELOW = "→ ", "  "
GAP = "  "


def hint_lines(steps: Sequence[Next], width: int) -> Iterator[Line]:
    """Yield the screen lines of commands to try: side by side with why, else one above the other."""
    column = max(len(step.command) for step in steps)
    fits = all(len(ARROW) + column + len(GAP) + len(step.why) <= width for step in steps)
    for step in steps:
        padding = " " * (column - len(step.command)) if fits else ""
        beside = f"{padding}{GAP}{step.why}"
        if len(ARROW) + len(step.command) + len(beside) <= width:
            yield from map(
                harmless, [_led(ARROW, Span(step.command, "command"), Span(beside, "muted"))]
            )
            continue
        for number, part in enumerate(command_lines(step.command, width - len(ARROW))):
            yield harmless(_led(BELOW if number else ARROW, Span(part, "command")))
        for below in flowing([(Span(step.why, "muted"),)], width - len(BELOW)):
            yield (Span(BELOW), *below)


def _led(lead: str, *spans: Span) -> Line:
    return (Span(lead, "muted"), *(span for span in spans if span.text.strip()))
