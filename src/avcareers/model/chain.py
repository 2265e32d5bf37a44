"""The production chain: departments, and the stages with what passes from one to the next."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Record, Refers, Slug, SourceId, Span, Text
from .vocabulary import Phase

StageSlug = Annotated[Slug, Refers("stage")]
DepartmentSlug = Annotated[Slug, Refers("department")]


class Department(Record):
    """A department of a production, a company or a cinema."""

    slug: Slug
    """Key."""
    name: Text
    """Name."""
    summary: Text
    """What it answers for, in one sentence."""


class Deliverable(Record):
    """What leaves a stage finished. Who hands it to whom stands on the job sheets."""

    slug: Slug
    """Key, unique in the chain."""
    name: Text
    """What it is called in the trade."""
    opens: StageSlug | None = None
    """The stage that cannot start without it; absent when it stays inside its own."""


class Duration(Record):
    """How long a stage usually takes, where a source says so."""

    span: Span
    """Length."""
    unit: Literal["hours", "days", "weeks", "months", "years"]
    """Unit of the length."""
    of: Text
    """What is meant: which kind of work, which part of the stage."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where the length was read."""


class Stage(Record):
    """One of the seven stages of the production chain."""

    slug: Slug
    """Key."""
    phase: Phase
    """The moment of the chain it belongs to."""
    name: Text
    """Name."""
    summary: Text
    """What happens, in one sentence."""
    asked: tuple[Text, ...] = ()
    """What people type who look for it without knowing its name."""
    happens: Annotated[tuple[Text, ...], Field(min_length=2)]
    """What happens, in order, a sentence each."""
    deliverables: Annotated[tuple[Deliverable, ...], Field(min_length=1)]
    """What leaves the stage, in the order it is finished."""
    places: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Where people work."""
    departments: Annotated[tuple[DepartmentSlug, ...], Field(min_length=1)]
    """Departments at work, the leading one first."""
    durations: tuple[Duration, ...] = ()
    """Typical lengths; empty when no source gives one."""
    variants: tuple[Text, ...] = ()
    """How it differs for series, animation, documentary, live television, news, radio."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where all this was read."""
    doubts: tuple[Text, ...] = ()
    """What could not be verified."""
