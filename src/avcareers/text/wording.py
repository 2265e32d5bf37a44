"""Saying things in one language: words, counts, amounts, dates."""

import re
from collections.abc import Iterable
from typing import Literal, Protocol

from .folding import fold

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
LONGEST_REPEATED = 80
"""Characters of what was typed that a message repeats."""
_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_SPACE = "\N{NO-BREAK SPACE}"
_VOWELS = frozenset("aeiouy")
"""Letters before which « de » is elided: a city in h may keep it (de Houilles, d'Hyères)."""


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

    def __init__(self, language: Language, kept: tuple[str, ...] = ()) -> None:
        """Choose the language, and the options that every command to try keeps."""
        self.language: Language = language
        self.kept = kept

    def __call__(self, fr: str, en: str) -> str:
        """Return the words of the language."""
        return fr if self.language == "fr" else en

    def of(self, text: Bilingual) -> str:
        """Return a bilingual text in the language."""
        return self(text.fr, text.en)

    def number(self, value: float) -> str:
        """Write a number: 1 234,5 in French, 1,234.5 in English; no useless decimals."""
        text = f"{value:,.2f}".removesuffix("0").removesuffix("0").removesuffix(".")
        return self._separated(text)

    def euros(self, amount: float) -> str:
        """Write an amount in euros, with its cents unless there are none."""
        number = self._separated(f"{amount:,.2f}".removesuffix(".00"))
        return self(f"{number}{_SPACE}€", f"€{number}")

    def _separated(self, english: str) -> str:
        if self.language == "en":
            return english
        return english.replace(",", _NARROW_SPACE).replace(".", ",")

    def kilometres(self, distance: float) -> str:
        """Write a distance in kilometres, rounded to one."""
        # JSON gives a tenth: what is written must follow from it.
        return f"{self.number(round(round(distance, 1)))}{_SPACE}km"

    def years(self, years: float) -> str:
        """Write a length in years; in months below one, or where no half year tells it."""
        if years < 1 or years * 2 % 1:
            months = round(years * 12)
            return f"{months}{_SPACE}{self('mois', 'month' if months == 1 else 'months')}"
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

    def part_day(self, iso: str) -> str:
        """Write a date known to the day, the month or the year: 1er août 2016, août 2016, 2016."""
        if len(iso) == len("2016"):
            return iso
        if len(iso) == len("2016-08"):
            return self.day(f"{iso}-02").split(" ", 1)[1]
        return self.day(iso)

    def since(self, iso: str) -> str:
        """Write since when: « depuis le 1er août 2016 », « depuis août 2016 »."""
        article = "le " if len(iso) == len("2016-08-01") else ""
        return self(f"depuis {article}{self.part_day(iso)}", f"since {self.part_day(iso)}")

    def count(self, number: int, fr: tuple[str, str], en: tuple[str, str]) -> str:
        """Write a count with its noun, singular or plural (French: 0 and 1 are singular)."""
        if self.language == "fr":
            return f"{self.number(number)} {fr[number >= 2]}"
        return f"{self.number(number)} {en[number != 1]}"

    def and_others(self, more: int) -> str:
        """Close a list cut short: « et 3 autres » or “and 3 others”; nothing when none is left."""
        if more <= 0:
            return ""
        others = self.count(more, ("autre", "autres"), ("other", "others"))
        return self(f" et {others}", f" and {others}")

    def list(self, items: Iterable[str]) -> str:
        """Join items with commas and a final « et » or “and”."""
        *head, last = list(items) or [""]
        if not head:
            return last
        return f"{', '.join(head)} {self('et', 'and')} {last}"

    def quoted(self, name: str) -> str:
        """Quote a commercial name as the language does."""
        return self(f"«{_SPACE}{name}{_SPACE}»", f"“{name}”")

    def of_place(self, name: str) -> str:
        """Write « de » or “of” before the name of a city: de Lyon, d'Aubagne, du Mans."""
        if self.language == "en":
            return f"of {name}"
        for article, joined in (("Le ", "du "), ("Les ", "des ")):
            if name.startswith(article):
                return joined + name.removeprefix(article)
        return f"d'{name}" if fold(name)[:1] in _VOWELS else f"de {name}"

    def typed(self, text: str) -> str:
        """Quote what was typed; of a long text, its beginning."""
        return self.quoted(beginning(text))

    names_pages = False
    """Whether a command is a link, which bears the name of what it opens."""

    def command(self, *said: str) -> str:
        """Write a command to try, as it is to be typed: `words.command("job", "show", "scripte")`.

        What a shell would split or read is quoted. The language and the data that were asked for by
        an option are asked for again.
        """
        return " ".join(("avcareers", *map(_typed, (*said, *self.kept))))

    def into(self, file: str, *said: str) -> str:
        """Write a command to try whose answer is put in a file."""
        return f"{self.command(*said)} > {_typed(file)}"

    def source(self, key: str, title: str) -> str:  # noqa: ARG002 - what a site links
        """Name a source by its title."""
        return title

    def whom(self) -> str:
        """Return whom an error is told to; nothing where that is not known."""
        return ""

    def aside(self, option: str) -> str:
        """Write an option beside what it is for. On paper, it is nothing."""
        return f" ({option})"

    def option(self, said: str, meaning: str) -> str:  # noqa: ARG002 - what paper says
        """Write an option to try, `--max-fees 9000`. On paper, it is its meaning that is written."""
        return said

    @property
    def unknown(self) -> str:
        """The word for what is not known."""
        return self("non renseigné", "unknown")


def beginning(text: str) -> str:
    """Return a text as a message repeats it: its first words, when it is long."""
    return text if len(text) <= LONGEST_REPEATED else f"{text[:LONGEST_REPEATED].rstrip()}…"


_PLAIN = re.compile(r"[\w@%+=:,./-]+")
_READ_IN_QUOTES = frozenset('"$`\\!')
"""What a shell still reads between double quotes."""


def _typed(word: str) -> str:
    """Return a word as it is typed in a shell."""
    if _PLAIN.fullmatch(word):
        return word
    if _READ_IN_QUOTES.isdisjoint(word):
        return f'"{word}"'
    from shlex import quote

    return quote(word)
