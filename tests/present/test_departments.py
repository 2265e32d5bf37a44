"""The page of the departments."""

from avcareers.present.departments import departments_page
from avcareers.present.page import text_of
from avcareers.query.departments import list_departments
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording


def test_every_department_has_its_summary_and_counts(catalogue: Catalogue, words: Wording) -> None:
    table = departments_page(list_departments(catalogue), words).table
    assert table is not None
    rows = [[text_of(cell) for cell in row.cells] for row in table.rows]
    assert rows[1] == [
        "image",
        words("Image", "Camera and colour"),
        words("Cadre les plans et tient leurs couleurs.",
              "Frames the shots and keeps their colours."),
        "0", "2", "0",
    ]  # fmt: skip
    assert len(rows) == 3
