"""What one asks of a plan."""

from collections.abc import Iterator
from typing import NamedTuple

from avcareers.model.vocabulary import ENTRY_LEVELS

from ..nearby import Near
from .routes import Limits


class Request(NamedTuple):
    """Where one starts from, and what one accepts."""

    level: int = 0
    """Level held: 0 none, 3 CAP, 4 bac, 5 bac+2, 6 bac+3, 7 bac+5."""
    job: str | None = None
    """Job one starts from, when it is one."""
    near: Near | None = None
    alternance: bool = False
    recognised: bool = False
    max_fees: float | None = None
    """Euros a year."""
    max_total: float | None = None
    """Euros, all years together."""
    max_years: float | None = None
    no_school: bool = False
    unknown_too: bool = False
    """Let in what a limit cannot judge because it is not known."""

    @property
    def routes_paid(self) -> tuple[str, ...]:
        """Return the statuses whose cost counts; none means that any does."""
        return ("apprentissage",) if self.alternance else ()

    @property
    def limits(self) -> Limits:
        """Return the limits on a whole route."""
        reach = self.near.within_km if self.near else None
        return Limits(self.max_years, self.max_total, reach, self.unknown_too)


def typed(asked: Request) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the options by which a plan is asked for so, each with its value, as they are typed."""
    levels = {level: word for word, level in ENTRY_LEVELS.items()}
    if asked.job or asked.level:
        yield "--from", (asked.job or levels[asked.level],)
    if asked.near:
        yield "--near", (asked.near.place.slug,)
        yield "--within", (f"{asked.near.within_km:g}",)
    for option in ("alternance", "recognised", "no_school"):
        if getattr(asked, option):
            yield f"--{option.replace('_', '-')}", ()
    for option in ("max_fees", "max_total", "max_years"):
        if getattr(asked, option) is not None:
            yield f"--{option.replace('_', '-')}", (f"{getattr(asked, option):.12g}",)
    if asked.unknown_too:
        yield "--include-unknown", ()
