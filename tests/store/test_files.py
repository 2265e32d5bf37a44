"""Every kind of record has one file."""

from avcareers.model.content import Content
from avcareers.store.files import DATA_FILES, FILE_OF


def test_every_kind_of_record_has_a_file_and_no_other() -> None:
    assert {file.name: file.kind for file in DATA_FILES} == {
        name: field.title for name, field in Content.model_fields.items() if field.title
    }


def test_a_kind_leads_to_its_file() -> None:
    assert FILE_OF["school"] == "schools.yaml"
    assert len(FILE_OF) == len(DATA_FILES)
