"""What a page becomes on paper: no command in it, its day above, its sources below."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from avcareers.query.cards import in_order
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.text.folding import fold
from avcareers.text.wording import Language, Wording

from .naming import job_title
from .page import Item, Line, Page, Section, Span, joined, line
from .site_filters import filter_name, values_named

if TYPE_CHECKING:
    from avcareers.model.source import Source
    from avcareers.store.catalogue import Catalogue


class PaperWording(Wording):
    """The wording of a page to print, where a command is the name of a page to ask for."""

    def __init__(self, language: Language, catalogue: "Catalogue") -> None:
        """Choose the language, and where the names of records are read."""
        super().__init__(language)
        self._catalogue = catalogue

    def command(self, *said: str) -> str:
        """Name the page that a command shows; where its record has a web address, give that."""
        kind, name, address = self._about(said)
        if kind == "school":
            return address or self(f"adresse {self.unknown}e", f"address {self.unknown}")
        if address and kind == "topic":
            # A title that quotes someone keeps its own marks.
            title = name if {"«", "“"}.intersection(name) else self.quoted(name)
            return f"{title}, {address}"
        return self.page_name(*said)

    def page_name(self, *said: str) -> str:
        """Name the page that a command shows."""
        if "--full" in said:
            return self("la fiche entière", "the whole sheet")
        if "--coming" in said:
            return self("ce qui prend fin", "what ends")
        _, name, _ = self._about(said)
        if not name and said[0] in _FILTERED:
            return self._filtered(said)
        title, _ = _PAGES.get(said[0], _ANY)
        options = dict(pairwise(said))
        near = self._of("place", options["--near"])[0] if "--near" in options else ""
        place = self(f" près {self.of_place(near)}", f" near {near}") if near else ""
        return " ".join((self(*title), *((self.quoted(name),) if name else ()))) + place

    def _filtered(self, said: Sequence[str]) -> str:
        """Name a list by what is asked of it."""
        title, filters = _FILTERED[said[0]]
        every = {entry.option: entry for entry in entries(filters).values()}
        asked = []
        for option, value in zip(said, (*said[1:], ""), strict=True):
            if entry := every.get(option):
                known = values_named(entry, self._catalogue, self)
                name = filter_name(entry, self)
                asked.append(
                    f"{name}{self(' ', ' ')}{self.quoted(known[value])}" if value in known else name
                )
        return self(*title) + (self(" : ", ": ") + " ; ".join(asked) if asked else "")

    def _about(self, said: Sequence[str]) -> tuple[str, str, str]:
        """Return the kind of record that a command is about, its name and its web address, if any."""
        verb, *rest = [word for word in said if word not in {"show", "list", "check"}]
        kind = _PAGES.get(verb, _ANY)[1]
        options = dict(pairwise(rest))
        named = options.get(_NAMING.get(verb, ""), rest[0] if rest else "")
        if named.startswith("-") or not named or not kind or "--full" in rest:
            return "", "", ""
        return kind, *self._of(kind, named)

    def aside(self, option: str) -> str:  # noqa: ARG002 - what a terminal says
        """Return nothing: no option is typed."""
        return ""

    def option(self, said: str, meaning: str) -> str:  # noqa: ARG002 - what a terminal says
        """Write what an option means."""
        return meaning

    def _of(self, kind: str, key: str) -> tuple[str, str]:
        for each in (kind, "school") if kind == "profession" else (kind,):
            if record := self._catalogue.cards(each, (key,)).get(key):
                name, address = _name_and_address(each, record, self)
                return name, self._page_on(record) if each == "topic" else address
        return key, ""

    def _page_on(self, topic: Any) -> str:
        """Return the address of an official page about a topic, else of one that says its answer."""
        official = [check.url for check in topic.check_at]
        read = [each.source for each in topic.answer if each.confidence == "high"]
        sources = in_order(self._catalogue.cards("source", read), read)
        pages = [url for url in official if not _GENERAL.search(url)]
        pages += [each.url for each in sources if each.url and not _DATA.search(each.url)]
        other = self("/en/", "/fr/")
        return next((url for url in pages if other not in url), next(iter(pages), ""))


def _name_and_address(kind: str, record: Any, words: Wording) -> tuple[str, str]:
    """Return what a record is called, and its web address when it has one."""
    match kind:
        case "profession":
            return job_title(record, words), ""
        case "school":
            return record.name, record.website or _in_directory(record, words)
        case "topic":
            return words.of(record.title), ""
        case "place":
            return record.name, ""
        case _:
            return words.of(record.name), ""


def _in_directory(school: Any, words: Wording) -> str:
    """Return where the official directory has a lycée whose own address is not known."""
    number = next((campus.uai for campus in school.campuses if campus.uai), "")
    if not number or school.type != "lycee":
        return ""
    return words(f"annuaire officiel, n° {number}", f"official directory, no. {number}")


_GENERAL = re.compile(
    r"//(www\.)?(legifrance|service-public|enseignementsup-recherche|travail-emploi|francecompetences"
    r"|culture|economie|cnc|data)\.(gouv\.)?fr/[^/]*/?$"
)
"""The first page of a site about everything, or its form: nothing of a topic is on it."""
_DATA = re.compile(r"//(www\.)?(github\.com|pypi\.org)/")
"""Where data are read, not pages."""
_ANY = (("liste", "list"), "")
_PAGES = {
    "job": (("fiche", "sheet of"), "profession"),
    "jobs": (("la liste des métiers,", "the list of jobs,"), "department"),
    "school": (("", ""), "school"),
    "schools": (("la liste des écoles pour", "the list of schools for"), "profession"),
    "stages": (("la chaîne de production", "the production chain"), ""),
    "stage": (("étape", "stage"), "stage"),
    "departments": (("les départements", "the departments"), ""),
    "compare": (("comparaison des deux", "comparison of the two"), ""),
    "match": (("des métiers pour vous", "jobs for you"), ""),
    "path": (("échelle des métiers,", "ladder of jobs,"), "profession"),
    "plan": (("voies vers", "routes to"), "profession"),
    "pay": (("tous les minimums du métier", "all the minimums of the job"), "profession"),
    "explain": (("réponse", "answer"), "topic"),
    "sources": (("sources,", "sources,"), "profession"),
    "changes": (("ce qui a changé", "what changed"), ""),
}
"""What the page of each command is called, and the kind of record that it is about, if it is named."""
_FILTERED = {
    "jobs": (("la liste des métiers", "the list of jobs"), JobFilters),
    "schools": (("la liste des écoles", "the list of schools"), SchoolFilters),
}
"""The lists that are named by what is asked of them, where they are about no record."""
_NAMING = {"jobs": "--department", "schools": "--job"}
"""The options that name it."""


def without_commands(page: Page) -> Page:
    """Return a page in which names of pages stand as other words do, not as what is typed."""
    return page._replace(
        lead=tuple(map(_unmarked, page.lead)),
        sections=tuple(
            part._replace(items=tuple(i._replace(line=_unmarked(i.line)) for i in part.items))
            for part in page.sections
        ),
        footer=tuple(map(_unmarked, page.footer)),
    )


def _unmarked(spans: Line) -> Line:
    return tuple(Span(text, "plain" if role == "command" else role) for text, role in spans)


REPLACED = ("ask", "sources")
"""Sections of which paper has others: what to ask in full, sources without commands."""
PUBLISHERS = 12
"""Publishers a page names among its sources."""


def on_paper(
    page: Page,
    words: Wording,
    today: str,
    sources: "Iterable[Source]",
    more: Iterable[Section] = (),
) -> Page:
    """Return a page as it is handed over: whole, its day under the title, its sources at the end."""
    read = tuple(sources)
    kept = [section for section in page.sections if section.key not in REPLACED]
    whole = page._replace(
        lead=(*page.lead, day_line(read, today, words)),
        sections=(*kept, *more, sources_section(read, words, PUBLISHERS)),
        footer=(*page.closing, line(Span(asking(words), "muted"))),
        glosses=(),
        next=(),
        brief_lines=None,
    )
    return without_commands(whole)


def day_line(sources: "Iterable[Source]", today: str, words: Wording) -> Line:
    """Return of what days the facts are, and when the page was made."""
    days = sorted({source.read_on for source in sources}) or [today]
    first, last = words.day(days[0]), words.day(days[-1])
    read = words(f"Sources lues du {first} au {last}", f"Sources read from {first} to {last}")
    if first == last:
        read = words(f"Sources lues le {last}", f"Sources read on {last}")
    made = words(f"page faite le {words.day(today)}", f"page made on {words.day(today)}")
    return line(Span(f"{read}{words(' ; ', '; ')}{made}", "muted"))


def asking(words: Wording) -> str:
    """Return whom to ask for the pages named and for the sources one by one, and to tell of an error."""
    return words(
        "Une page à demander, une erreur à signaler ? Voyez la personne qui vous a remis cette feuille.",
        "A page to ask for, an error to report? See the person who gave you this sheet.",
    )


def sources_section(
    sources: "Iterable[Source]", words: Wording, limit: int | None = None
) -> Section:
    """Name each publisher with what was read of it and when; the titles are in the sheet.

    Within a limit, those most was read of are named, and the others counted.
    """
    read = [
        (publisher, [card.read_on for card in group])
        for publisher, group in groupby(
            sorted(sources, key=_by_publisher), key=lambda card: card.publisher
        )
    ]
    most_read = sorted(read, key=lambda found: -len(found[1]))[:limit]
    cited = list(_by_day((each for each in read if each in most_read), words))
    rest = len(read) - len(most_read)
    if rest:
        others = words.count(rest, ("autre éditeur", "autres éditeurs"),
                             ("other publisher", "other publishers"))  # fmt: skip
        cited.append(line(words(f"et {others}", f"and {others}")))
    name = words("Sources, et quand elles ont été lues", "Sources, and when they were read")
    items = (Item(joined(cited, words(" ; ", "; "))),) if cited else ()
    return Section("sources", name, items)


def _by_publisher(source: "Source") -> tuple[str, str, str]:
    return fold(source.publisher), source.publisher, source.slug


def _by_day(read: Iterable[tuple[str, list[str]]], words: Wording) -> Iterator[Line]:
    by_day: dict[str, list[str]] = {}
    for publisher, days in read:
        for day, number in Counter(days).items():
            count = f" ({number})" if number > 1 else ""
            by_day.setdefault(day, []).append(f"{publisher}{count}")
    for day in sorted(by_day, reverse=True):
        said = Span(f"{words.day(day)}{words(' : ', ': ')}", "muted")
        yield line(said, words(" ; ", "; ").join(by_day[day]))
