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

PAY_FOLDER = "pay"
"""Folder of the tables of minimum pay: one CSV file for each agreement."""

FILE_OF = {file.kind: f"{file.name}.yaml" for file in DATA_FILES}
