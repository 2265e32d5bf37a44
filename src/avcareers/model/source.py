"""Where a fact was read."""

from typing import Annotated

from pydantic import Field

from .base import IsoDate, Line, Record, SourceId, Text, Url
from .vocabulary import OfficialPage, SourceAbout


class Source(Record):
    """A page, text or data set that was read, with the day it was read."""

    slug: Annotated[SourceId, Field(examples=["cnc-showrunner"])]
    """Key that records cite."""
    title: Line
    """Title of the page, text or data set, in its own language."""
    publisher: Line
    """Who answers for it."""
    url: Url | None = None
    """Address where it was read; absent for what has none."""
    official_url: Url | None = None
    """Address where it is officially published, when a copy or a compilation was read: as a page or a public
    list gives it, not opened for this catalogue."""
    official_page: OfficialPage | None = None
    """What stands at the official address."""
    licence: Line | None = None
    """Licence under which it may be reused, when it states one."""
    published: IsoDate | None = None
    """Day of the version read, when it bears one."""
    read_on: IsoDate
    """Day it was read for this catalogue."""
    about: tuple[SourceAbout, ...] = ()
    """What it was read for; `rule` when what it says is a general rule, and names no school."""
    omits_apprentices: bool = False
    """True if it lists no apprenticeship: it cannot say that a course has none."""
    note: Text | None = None
    """What a reader must know of it: a copy, an old state, a weak page."""
