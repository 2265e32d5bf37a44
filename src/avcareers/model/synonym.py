"""Search words that spelling can't join."""

from typing import Annotated

from pydantic import Field

from .base import Line, Record, Slug


class Synonym(Record):
    """Words people type, and the words of the catalogue they mean."""

    slug: Slug
    """Key."""
    words: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What people type: a word, or a few in a row."""
    means: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What the catalogue says instead; any of them."""
