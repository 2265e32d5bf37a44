"""What every record shares: how strict it is, and the small types its facts are made of.

Leaf values are those JSON knows (text, numbers, true/false, nothing): a date is ISO text that
was checked, so a stored document reads back the same without the validator being loaded.
"""

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from .vocabulary import EARLIEST_YEAR, LATEST_YEAR

MOST_EUROS = 1_000_000
"""Past it, a slip of the keyboard: no year of study and no minimum comes near."""
LONGEST_SPAN = 10_000
"""Hours, days, weeks: nothing of the chain lasts so many of any unit."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_UAI = re.compile(r"[0-9]{7}[A-Z]")
_SCHOOL_YEAR = re.compile(r"([0-9]{4})-([0-9]{4})")

LONGEST_LINE, LONGEST_SLUG = 2_000, 100
"""Characters of a text and of a key; the longest written so far have 280 and 77."""

_UNPRINTABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Controls, invisible marks that reorder what a reader sees, what no font draws, ends of lines."""
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks drawn as nothing: two names that differ by one look the same."""
_SEEN: set[str] = set()
"""Characters that were looked at and are drawn: a text has few that were not."""


class Refers(NamedTuple):
    """Marks a text that must be the slug of a record of that kind."""

    kind: str

    @property
    def what(self) -> str:
        """Return what the text must be, in words."""
        if self.kind == "rome-code":
            return "a code of rome.yaml"
        return f"the slug of {'an' if self.kind[0] in 'aeio' else 'a'} {self.kind}"


def _refuse(kind: str, message: str, /, **context: Any) -> PydanticCustomError:
    return PydanticCustomError(kind, message, context)


def _refuse_longer(value: str, most: int) -> None:
    if len(value) > most:
        raise _refuse("too_many_characters", "must hold at most {most} characters", most=most)


def _printable(value: str) -> str:
    _refuse_longer(value, LONGEST_LINE)
    if not value.strip():
        raise _refuse("empty_text", "must not be empty: leave the field out when it is unknown")
    if value != value.strip():
        raise _refuse("outer_space", "must not begin or end with a space")
    if not value.isascii() or not value.isprintable():
        _refuse_unseen(value)
    if not unicodedata.is_normalized("NFC", value):
        raise _refuse("not_nfc", "must be written with composed accents (Unicode NFC)")
    return value


def _refuse_unseen(value: str) -> None:
    if _SEEN.issuperset(value):
        return
    for character in value:
        code = f"U+{ord(character):04X}"
        if unicodedata.category(character) in _UNPRINTABLE:
            raise _refuse("control", "must not hold the control character {code}", code=code)
        if _INVISIBLE.match(character):
            raise _refuse("invisible", "must not hold the invisible character {code}", code=code)
    _SEEN.update(value)


def _slug(value: str) -> str:
    _refuse_longer(value, LONGEST_SLUG)
    if not _SLUG.fullmatch(value):
        raise _refuse("slug", "must be lower-case ascii words joined by hyphens (chef-monteur)")
    return value


def _iso_date(value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise _refuse("iso_date", "must be a day of the calendar written 2026-11-23")
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise _refuse(
            "date_range",
            "must lie between {low} and {high}",
            low=EARLIEST_YEAR,
            high=LATEST_YEAR,
        )
    return value


def _part_date(value: str) -> str:
    missing = {4: "-01-01", 7: "-01"}.get(len(value), "")
    try:
        _iso_date(value + missing)
    except PydanticCustomError:
        message = "must be a day, a month or a year written 2026-11-23, 2026-11 or 2026"
        raise _refuse("part_date", message) from None
    return value


def _url(value: str) -> str:
    if any(character.isspace() for character in value):
        raise _refuse("url_space", "must be an address without spaces")
    if "\\" in value:
        # Browsers read it as a slash: what looks like a path may be the site.
        raise _refuse("url_backslash", "must be an address without backslashes")
    try:
        parts = urlsplit(value)
        labels = (parts.hostname or "").removesuffix(".").split(".")
        sound = len(labels) > 1 and all(labels) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or parts.scheme not in {"http", "https"}:
        raise _refuse("url", "must be a web address that begins with https:// or http://")
    if "@" in parts.netloc:
        # What stands before it looks like the site, and is not.
        raise _refuse("url_user", "must be an address without a user name")
    return value


def _uai(value: str) -> str:
    if not _UAI.fullmatch(value):
        raise _refuse("uai", "must be seven digits and a capital letter (0750001A)")
    return value


def _school_year(value: str) -> str:
    match = _SCHOOL_YEAR.fullmatch(value)
    first = int(match[1]) if match else 0
    if not match or int(match[2]) != first + 1 or not EARLIEST_YEAR <= first < LATEST_YEAR:
        raise _refuse("school_year", "must be two consecutive years (2025-2026)")
    return value


Line = Annotated[str, AfterValidator(_printable)]
"""One line of text: no control or invisible character, no outer space, composed accents."""
Slug = Annotated[str, AfterValidator(_slug)]
IsoDate = Annotated[str, AfterValidator(_iso_date)]
PartDate = Annotated[str, AfterValidator(_part_date)]
"""A date known to the day, the month or the year."""
Url = Annotated[Line, AfterValidator(_url)]
Uai = Annotated[str, AfterValidator(_uai)]
SchoolYear = Annotated[str, AfterValidator(_school_year)]
SourceId = Annotated[Slug, Refers("source")]


class Record(BaseModel):
    """A frozen record: unknown fields and loose types are refused, every field is described."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        use_attribute_docstrings=True,
        allow_inf_nan=False,
    )


class Text(Record):
    """The same words in French and in English."""

    fr: Line
    """In French."""
    en: Line
    """In English (British film-industry terms)."""


def refuse_crossed(low: float, high: float | None) -> None:
    """Refuse, for the validator, a lower bound above the upper one."""
    if high is not None and high < low:
        raise _refuse("crossed", "low ({low}) must not exceed high ({high})", low=low, high=high)


def refuse_unnamed_diploma(national: bool, diploma: str | None) -> None:
    """Refuse, for the validator, a national award that names no diploma, or a diploma of another."""
    if national and diploma is None:
        raise _refuse("diploma", "a national award must name its diploma (diploma: bts)")
    if diploma and not national:
        raise _refuse("diploma", "only a national award has a diploma: remove it")


class Span(Record):
    """A number, or the interval two numbers bound."""

    low: Annotated[float, Field(ge=0, le=LONGEST_SPAN)]
    """The number, or the lower bound."""
    high: Annotated[float, Field(ge=0, le=LONGEST_SPAN)] | None = None
    """The upper bound; absent when there is one number only."""

    def model_post_init(self, _context: Any, /) -> None:
        """Refuse an interval whose bounds are crossed."""
        refuse_crossed(self.low, self.high)
