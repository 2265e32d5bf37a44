"""Which data file holds which kind of record."""

from typing import NamedTuple


class DataFile(NamedTuple):
    """A file of the data folder."""

    name: str
    """Name without `.yaml`, and field of `Content`."""
    kind: str
    """Kind of the records it holds."""
    required: bool
    """Whether a catalogue without it is refused."""


DATA_FILES = (
    DataFile("professions", "profession", True),
    DataFile("schools", "school", True),
    DataFile("stages", "stage", True),
    DataFile("departments", "department", True),
    DataFile("certifications", "certification", True),
    DataFile("agreements", "agreement", False),
    DataFile("pay_bases", "pay-basis", False),
    DataFile("minimum_wages", "minimum-wage", False),
    DataFile("topics", "topic", False),
    DataFile("synonyms", "synonym", False),
    DataFile("sources", "source", True),
    DataFile("places", "place", True),
    DataFile("rome", "rome", False),
)

READING_ORDER = tuple(
    next(file for file in DATA_FILES if file.name == name)
    for name in (
        "sources", "places", "departments", "stages", "rome", "pay_bases", "minimum_wages",
        "certifications", "agreements", "professions", "topics", "synonyms", "schools",
    )
)  # fmt: skip
"""The files so that what others name comes first: a school names jobs, a job names stages."""

PAY_FOLDER = "pay"
"""Folder of the tables of minimum pay: one CSV file for each agreement."""

FILE_OF = {file.kind: f"{file.name}.yaml" for file in DATA_FILES}
