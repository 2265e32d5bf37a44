"""What a rule reports."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing a rule found: where, which rule, what must hold, what was found, how to mend."""

    kind: str
    """Kind of record."""
    slug: str
    """Record."""
    field: tuple[str | int, ...]
    """Path of the field inside the record."""
    rule: str
    """Identifier of the rule."""
    must: str
    """What must hold."""
    found: str
    """What was found."""
    mend: str
    """How to mend it."""
