"""What a refused value must be, in words a person can act on.

Keys are the error types of the validator; the words are English, as the data files' keys are.
"""

from collections.abc import Mapping
from typing import Any

_MUST = {
    "missing": "must be given",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "model_type": "must be a group of named fields",
    "model_attributes_type": "must be a group of named fields",
    "dict_type": "must be a group of named fields",
    "finite_number": "must be a finite number",
    "greater_than_equal": "must be at least {ge}",
    "greater_than": "must be more than {gt}",
    "less_than_equal": "must be at most {le}",
    "less_than": "must be less than {lt}",
    "too_short": "must hold at least {min_length}",
    "too_long": "must hold at most {max_length}",
    "string_pattern_mismatch": "must look like {pattern}",
    "literal_error": "must be one of {expected}",
    "extra_forbidden": "is not a field of this record",
}

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
SHOWN = 60
"""A value is quoted up to this many characters."""


def must(kind: str, context: Mapping[str, Any], fallback: str) -> str:
    """Return what must hold for a type of error; the fallback serves for those not listed."""
    template = _MUST.get(kind)
    if not template:
        return fallback
    # « at most 1000000 », not 1000000.0.
    whole = {
        name: int(v) if isinstance(v, float) and v.is_integer() else v
        for name, v in context.items()
    }
    return template.format(**whole)


def shown(value: Any) -> str:
    """Quote a refused value, shortened and safe to print."""
    # Cut before it is looked at: it may be as long as a file.
    return named(f'"{value[:SHOWN]}"' if isinstance(value, str) else repr(value))


def named(text: str) -> str:
    """Return a name found in the data, shortened and safe to print."""
    return visible(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")


def visible(text: str) -> str:
    """Return a text as one line that can be printed."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in _SPACES else "\N{REPLACEMENT CHARACTER}" for c in text
    )
