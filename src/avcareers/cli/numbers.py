"""Numbers as people write them: 35,5, 1 000, 1000 €, 20 km, 2 ans."""

import re
from typing import Any

from .language import LANGUAGE

_UNITS = {
    "--within": "km|kms|kilomètres?|kilometres?|kilometers?",
    "--max-fees": "€|eur|euros?",
    "--max-total": "€|eur|euros?",
    "--max-years": "ans?|années?|years?",
    "--hours": "h|heures?|hours?",
    "--days": "j|jours?|days?",
    "--weeks": "semaines?|weeks?",
}
"""What may follow the number of an option."""

_SPACED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(\d+),(\d{1,2})")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")


def number_typed(option: str, typed: str) -> str:
    """Return a number as programs write it, without its unit; anything else as it was typed.

    « 1,000 » is a thousand in English, and is left to be refused in French.
    """
    text = _SPACED.sub("", typed.strip())
    if units := _UNITS.get(option):
        text = re.sub(
            rf"\s*(?:{units})(?: ?(?:/|par|a|per) ?(?:an|year))?$", "", text, flags=re.IGNORECASE
        )
        text = text.removeprefix("€")
    if found := _DECIMAL.fullmatch(text):
        return f"{found[1]}.{found[2]}"
    if LANGUAGE == "en" and _THOUSANDS.fullmatch(text):
        return text.replace(",", "")
    return text if re.fullmatch(r"-?\d+(\.\d+)?", text) else typed


def numbers_read(options: list[Any], args: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return the words of a line with the numbers of its options read, and how each was typed."""
    numeric = {name for option in options for name in option.opts if is_number(option)}
    read, typed = list(args), {}
    for place, word in enumerate(args):
        if word == "--":
            break
        option, equals, value = word.partition("=")
        if option in numeric and equals:
            read[place] = f"{option}={number_typed(option, value)}"
            typed[option] = value
        elif word in numeric and place + 1 < len(args):
            read[place + 1] = number_typed(word, args[place + 1])
            typed[word] = args[place + 1]
    return read, typed


def is_number(option: Any) -> bool:
    """True if an option takes numbers."""
    kind = getattr(getattr(option, "type", None), "name", "")
    return "int" in kind or "float" in kind
