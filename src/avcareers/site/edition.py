"""The site in one language: its words, the names that are links, what stands around each page."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from avcareers.present.naming import job_title, short_stage
from avcareers.query.home import home
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import LANGUAGES, Language

from .addresses import MISSING, alone, page_of
from .wording import SiteWording
from .writer import Names, SiteWriter


class Edition(NamedTuple):
    """What every page of one language is made with."""

    catalogue: Catalogue
    today: str
    words: SiteWording
    names: Names
    read_until: str | None
    """ISO date of the last source read."""
    base_url: str
    """Address at which the site is published, with its last slash; empty when it is not known."""
    followed: frozenset[tuple[str, str]]
    """Kinds and keys of the records that have a feed of what changed in them."""

    @property
    def language(self) -> Language:
        """Return its language."""
        return self.words.language

    def writer(self, page: str) -> SiteWriter:
        """Return what writes the parts of a page."""
        # A server shows the page of what is missing at any address.
        root = self.base_url if page == alone(MISSING, self.language) else ""
        return SiteWriter(self.words, self.names, page, root)


def editions(
    catalogue: Catalogue,
    today: str,
    base_url: str,
    followed: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[Edition, ...]:
    """Return the site in each language."""
    read_until = home(catalogue, today).read_until
    return tuple(
        Edition(catalogue, today, words := SiteWording(language, catalogue),
                _names(catalogue, words), read_until, base_url, followed)
        for language in LANGUAGES
    )  # fmt: skip


def other(language: Language) -> Language:
    """Return the other language."""
    return "en" if language == "fr" else "fr"


def _names(catalogue: Catalogue, words: SiteWording) -> Names:
    """Return the names that lead to the page of their record: only those that one record bears."""
    pages: dict[str, list[str]] = {}
    stages: dict[str, str] = {}
    for kind, slug, name in _named(catalogue, words):
        address = page_of(kind, slug, words.language)
        if kind == "stage":
            stages[name] = address
        else:
            pages.setdefault(name, []).append(address)
    own = {name: found[0] for name, found in pages.items() if len(found) == 1}
    return Names(own, stages, words)


def _named(catalogue: Catalogue, words: SiteWording) -> Iterator[tuple[str, str, str]]:
    for job in _cards(catalogue, "profession"):
        yield "profession", job.slug, job_title(job, words)
    for school in _cards(catalogue, "school"):
        yield "school", school.slug, school.name
    for stage in _cards(catalogue, "stage"):
        name = words.of(stage.name)
        yield from (("stage", stage.slug, each) for each in {name, short_stage(name)})
    for department in _cards(catalogue, "department"):
        yield "department", department.slug, words.of(department.name)
    for topic in _cards(catalogue, "topic"):
        yield "topic", topic.slug, words.of(topic.title)
    for agreement in _cards(catalogue, "agreement"):
        yield "agreement", agreement.slug, f"IDCC {agreement.idcc}"


def _cards(catalogue: Catalogue, kind: str) -> Iterable[Any]:
    return catalogue.cards(kind).values()
