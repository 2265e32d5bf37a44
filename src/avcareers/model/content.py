"""All the records of a catalogue, validated."""

from collections.abc import Iterator
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, Field

from .base import Record
from .certification import Certification
from .chain import Department, Stage
from .commune import Commune
from .diploma import Diploma
from .earning import Earning
from .pay import Agreement, MinimumWage, PayBasis, PayFloor
from .place import Place
from .profession import Profession
from .region import Region
from .release import Release
from .rome import RomeEntry
from .rule import Rule
from .school import Programme, School
from .source import Source
from .synonym import Synonym
from .topic import Topic

AnyRecord = (
    Profession
    | School
    | Stage
    | Department
    | Certification
    | Diploma
    | Agreement
    | PayBasis
    | MinimumWage
    | Topic
    | Synonym
    | Source
    | Place
    | Region
    | RomeEntry
    | Rule
    | Earning
    | Release
)


class Content(BaseModel):
    """The records of every data file, in the order they are written."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    professions: Annotated[tuple[Profession, ...], Field(title="profession")] = ()
    schools: Annotated[tuple[School, ...], Field(title="school")] = ()
    stages: Annotated[tuple[Stage, ...], Field(title="stage")] = ()
    departments: Annotated[tuple[Department, ...], Field(title="department")] = ()
    certifications: Annotated[tuple[Certification, ...], Field(title="certification")] = ()
    diplomas: Annotated[tuple[Diploma, ...], Field(title="diploma")] = ()
    agreements: Annotated[tuple[Agreement, ...], Field(title="agreement")] = ()
    pay_bases: Annotated[tuple[PayBasis, ...], Field(title="pay-basis")] = ()
    minimum_wages: Annotated[tuple[MinimumWage, ...], Field(title="minimum-wage")] = ()
    topics: Annotated[tuple[Topic, ...], Field(title="topic")] = ()
    synonyms: Annotated[tuple[Synonym, ...], Field(title="synonym")] = ()
    sources: Annotated[tuple[Source, ...], Field(title="source")] = ()
    places: Annotated[tuple[Place, ...], Field(title="place")] = ()
    regions: Annotated[tuple[Region, ...], Field(title="region")] = ()
    rome: Annotated[tuple[RomeEntry, ...], Field(title="rome")] = ()
    rules: Annotated[tuple[Rule, ...], Field(title="rule")] = ()
    earnings: Annotated[tuple[Earning, ...], Field(title="earning")] = ()
    changes: Annotated[tuple[Release, ...], Field(title="release")] = ()

    floors: tuple[PayFloor, ...] = ()
    """Minimum pay, from the CSV files: rows of a table rather than records with a key."""

    communes: tuple[Commune, ...] = ()
    """Where one may ask from, from a CSV file too."""

    def all_records(self) -> Iterator[tuple[str, AnyRecord]]:
        """Yield every record with its kind, file by file."""
        for name, field in type(self).model_fields.items():
            if field.title:
                for record in getattr(self, name):
                    yield field.title, record

    def inherited(self) -> "Content":
        """Return the same records, where programmes lead to the jobs of their certification too."""
        jobs = {each.slug: each.leads_to for each in self.certifications if each.leads_to}

        def led(programme: Programme) -> Programme:
            every = (*jobs.get(programme.certification or "", ()), *programme.leads_to)
            return programme.model_copy(update={"leads_to": tuple(dict.fromkeys(every))})

        schools = (
            each.model_copy(update={"programmes": tuple(map(led, each.programmes))})
            for each in self.schools
        )
        return self.model_copy(update={"schools": tuple(schools)}) if jobs else self


def type_of_records(name: str) -> Any:
    """Return the type of a data file: a tuple of one kind of records."""
    return Content.model_fields[name].annotation


def model_of(name: str) -> type[Record]:
    """Return the model of the records of a data file."""
    model: type[Record] = get_args(type_of_records(name))[0]
    return model
