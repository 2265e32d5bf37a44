"""Published shapes of what `pay` answers."""

from typing import Literal

from .base import Record
from .output_words import Words
from .pay import Unit
from .source import Source


class PayRow(Record):
    """A gross minimum that an agreement sets for a job."""

    idcc: str
    """Number of the agreement."""
    agreement: Words
    """Name of the agreement."""
    section: Words
    """Part of the agreement."""
    function: str
    """Function as the agreement prints it."""
    amount_eur: float | None
    """Gross euros, in the unit; nothing for an outdated floor, except in a history."""
    total_eur: float | None
    """Gross euros for the weeks or days asked for; nothing when the unit is another."""
    unit: Unit
    """Unit of the amount."""
    basis: Words
    """What the amount pays."""
    valid_from: str
    """Day it took effect."""
    method: Literal["published", "computed"]
    """Read, or computed from a published increase."""
    rule: Words | None
    """How it was computed."""
    status: Literal["extended", "not-extended", "unknown"]
    """Whether the text binds the whole branch."""
    current: bool
    """Whether nothing known says the amount is outdated on the day asked for."""
    outdated_why: Words | None
    """Why it is outdated."""
    below_minimum_wage: bool
    """Whether it is under the SMIC of that day, which then applies instead."""
    article: str | None
    """Number of the article in the KALI base."""
    source: Source
    """Text it was read in or computed from."""
    increases: tuple[Source, ...]
    """Where the increases of a computed amount were read."""


class WeekStep(Record):
    """Hours of a week at one rate."""

    hours: float
    """Hours."""
    increase_percent: float
    """Increase over the base rate, in percent."""
    hourly_eur: float
    """Gross euros an hour."""
    total_eur: float
    """Gross euros for these hours."""
    source: str | None
    """Source of the increase; nothing at the base rate."""


class PayWeek(Record):
    """What a shooting week of some hours pays at the least."""

    idcc: str
    """Number of the agreement."""
    function: str
    """Function as the agreement prints it."""
    valid_from: str
    """Day the grid took effect."""
    method: Literal["published", "computed"]
    """How the floor is known: read, or computed from a published increase."""
    hours: float
    """Hours of the week."""
    steps: tuple[WeekStep, ...]
    """At the base rate, then each increase."""
    total_eur: float
    """Gross euros for the week."""
