"""Reading a page as a person would."""

from collections.abc import Callable, Iterator

import pytest

from avcareers.present.page import Page, text_of
from avcareers.text.wording import Wording

Reading = Callable[[Page], list[str]]


def _read(page: Page) -> Iterator[str]:
    yield text_of(page.title)
    yield from map(text_of, page.lead)
    if page.table is not None:
        yield from (column.title for column in page.table.columns)
        for row in page.table.rows:
            yield row.group
            yield from map(text_of, row.cells)
        if not page.table.rows:
            yield page.empty
    for section in page.sections:
        yield section.heading
        yield section.label
        yield from (text_of(item.line) for item in section.items)
    yield from map(text_of, page.footer)
    for step in page.next:
        yield f"{step.command} {step.why}"


@pytest.fixture
def read() -> Reading:
    """Give a function that gives all the words of a page, one text after the other."""
    return lambda page: [text for text in _read(page) if text]


@pytest.fixture(params=["fr", "en"])
def words(request: pytest.FixtureRequest) -> Wording:
    """Give each language in turn."""
    return Wording(request.param)


@pytest.fixture
def french() -> Wording:
    return Wording("fr")


@pytest.fixture
def english() -> Wording:
    return Wording("en")
