"""What all published shapes share."""

from .base import Record


class Words(Record):
    """The same words in both languages."""

    fr: str
    """In French."""
    en: str
    """In English."""
