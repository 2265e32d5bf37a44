"""All the records of a catalogue, validated."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from .certification import Certification
from .chain import Department, Stage
from .place import Place
from .profession import Profession
from .rome import RomeEntry
from .school import School
from .source import Source

AnyRecord = Profession | School | Stage | Department | Certification | Source | Place | RomeEntry


class Content(BaseModel):
    """The records of every data file, in the order they are written."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    professions: Annotated[tuple[Profession, ...], Field(title="profession")] = ()
    schools: Annotated[tuple[School, ...], Field(title="school")] = ()
    stages: Annotated[tuple[Stage, ...], Field(title="stage")] = ()
    departments: Annotated[tuple[Department, ...], Field(title="department")] = ()
    certifications: Annotated[tuple[Certification, ...], Field(title="certification")] = ()
    sources: Annotated[tuple[Source, ...], Field(title="source")] = ()
    places: Annotated[tuple[Place, ...], Field(title="place")] = ()
    rome: Annotated[tuple[RomeEntry, ...], Field(title="rome")] = ()

    def all_records(self) -> Iterator[tuple[str, AnyRecord]]:
        """Yield every record with its kind, file by file."""
        for name, field in type(self).model_fields.items():
            for record in getattr(self, name):
                yield str(field.title), record


def type_of_records(name: str) -> Any:
    """Give the type of a data file: a tuple of one kind of records."""
    return Content.model_fields[name].annotation
