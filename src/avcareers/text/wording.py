"""Saying things in one language: words, counts, amounts, dates."""

from collections.abc import Iterable
from typing import Literal, Protocol

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_SPACE = "\N{NO-BREAK SPACE}"


class Bilingual(Protocol):
    """Anything said in both languages."""

    @property
    def fr(self) -> str:
        """In French."""

    @property
    def en(self) -> str:
        """In English."""


class Wording:
    """One language, and how numbers, amounts and dates are written in it."""

    def __init__(self, language: Language) -> None:
        """Choose the language."""
        self.language: Language = language

    def __call__(self, fr: str, en: str) -> str:
        """Give the words of the language."""
        return fr if self.language == "fr" else en

    def of(self, text: Bilingual) -> str:
        """Give a bilingual text in the language."""
        return self(text.fr, text.en)

    def number(self, value: float) -> str:
        """Write a number: 1 234,5 in French, 1,234.5 in English; no useless decimals."""
        decimals = 0 if float(value).is_integer() else 2 if abs(value) < 100 else 1
        text = f"{value:,.{decimals}f}"
        if decimals == 2 and text.endswith("0"):
            text = text[:-1]
        if self.language == "fr":
            text = text.replace(",", _NARROW_SPACE).replace(".", ",")
        return text

    def euros(self, amount: float) -> str:
        """Write an amount in euros."""
        return self(f"{self.number(amount)}{_SPACE}€", f"€{self.number(amount)}")

    def kilometres(self, distance: float) -> str:
        """Write a distance in kilometres, rounded to one."""
        return f"{self.number(round(distance))}{_SPACE}km"

    def years(self, years: float) -> str:
        """Write a length in years, or in months below one year."""
        if years < 1:
            return f"{round(years * 12)}{_SPACE}{self('mois', 'months')}"
        plural = years >= 2 if self.language == "fr" else years != 1
        word = self("ans" if plural else "an", "years" if plural else "year")
        return f"{self.number(years)}{_SPACE}{word}"

    def day(self, iso: str) -> str:
        """Write a day: 23 novembre 2026, 1er mars 2025, 23 November 2026."""
        year, month, day = iso.split("-")
        name = _MONTHS[self.language].split()[int(month) - 1]
        number = str(int(day))
        if self.language == "fr" and number == "1":
            number = "1er"
        return f"{number} {name} {year}"

    def count(self, number: int, fr: tuple[str, str], en: tuple[str, str]) -> str:
        """Write a count with its noun, singular or plural (French: 0 and 1 are singular)."""
        if self.language == "fr":
            return f"{self.number(number)} {fr[number >= 2]}"
        return f"{self.number(number)} {en[number != 1]}"

    def list(self, items: Iterable[str]) -> str:
        """Join items with commas and a final « et » or “and”."""
        *head, last = list(items) or [""]
        if not head:
            return last
        return f"{', '.join(head)} {self('et', 'and')} {last}"

    def quoted(self, name: str) -> str:
        """Quote a commercial name as the language does."""
        return self(f"«{_SPACE}{name}{_SPACE}»", f"“{name}”")

    @property
    def unknown(self) -> str:
        """The word for what is not known."""
        return self("non renseigné", "unknown")
