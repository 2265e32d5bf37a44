"""The codes of the French job directory (ROME) that the catalogue may cite."""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from .base import Line, Record, Refers, Slug, SourceId
from .vocabulary import Context

_Code = Annotated[str, Field(pattern=r"^[A-N][0-9]{4}$")]
RomeCode = Annotated[_Code, Refers("rome-code")]
"""A code that an entry of this file has."""


class RomeEntry(Record):
    """A code of the ROME directory, carried as data so that a wrong code is noticed offline."""

    slug: Slug
    """Key: the code in lower case."""
    code: _Code
    """Code."""
    title: Line
    """Official French title."""
    riasec: Annotated[str, Field(pattern=r"^[RIASEC]{1,2}$")] | None = None
    """Holland letters, major then minor."""
    moves: tuple[RomeCode, ...] = ()
    """Codes of this file one may go on to, in the order of the directory, which no longer tells near
    jobs from later ones."""
    contexts: tuple[Context, ...] = ()
    """Working conditions the directory attaches to the code: what it may be like for one of its jobs.
    One that is absent is not denied."""
    source: SourceId
    """Edition of the directory that was read."""

    @field_validator("code")
    @classmethod
    def _is_the_key(cls, code: str, info: ValidationInfo) -> str:
        """Refuse a code that the key is not made of: an entry is looked up by its code."""
        slug = info.data.get("slug", code.lower())
        if slug != code.lower():
            message = "must be the key in capitals ({expected})"
            raise PydanticCustomError("code", message, {"expected": slug.upper()})
        return code
