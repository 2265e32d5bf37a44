"""What a page shows is in its JSON: numbers, dates, addresses, and the records it names.

What follows from the JSON by counting or rounding is in it too (`_numbers_in`), and so is what was
asked for. Four things are not facts of a record: what to try or verify, at what age the law lets one
be an apprentice (`NOT_FACTS`), how many rows of a list were left out (its JSON is the rows), and the bars and headings of a page.

A few answers say by key what their page spells out: the source of a question for a school, the jobs
and schools that are compared, the programmes of a school one plans to enter, the agreement whose
floors are listed. Their pages are held to their JSON and to what it names (`named_by`).
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest

from avcareers.present.naming import LIT, short_stage
from avcareers.present.page import Line, Page, line, text_of
from avcareers.render import emit as emitting
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Language

from ..runner import run
from ..sampling import ALL

TODAY = "2026-11-23"
Command = tuple[str, ...]
Names = dict[str, set[str]]
"""Keys of the records that bear a name."""

MONTHS = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "January February March April May June July August September October November December",
    )
    for number, name in enumerate(names.split(), 1)
}
ADDRESS = re.compile(r"https?://[^\s)>\];]+")
DAY = re.compile(rf"(?:(\d{{1,2}})(?:er)? )?({'|'.join(MONTHS)}) (\d{{4}})")
ISO_DAY = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
NUMBER = {
    "fr": re.compile(r"−?(?:\d{1,3}(?:\N{NARROW NO-BREAK SPACE}\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"),
    "en": re.compile(r"−?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"),
}
NOT_FACTS = re.compile(
    r"avcareers [^\n]*"  # a command to try
    r"|(?:vérifier :|check at:) https?://\S+"  # where to verify what is not known
    r"|(?:→|;) --[a-z-]+ \d+"  # an option to try
    r"|de 16 à 29 ans|aged 16 to 29"  # what the law says of every apprentice
    r"|(?:\+|et|and|Les|The) \d+ (?:autres?|others?|more)\b"  # what a list cut short leaves out
    r"|^(?:Voie|Way|Option) \d+|^\d (?=[A-Z])"  # the number of a line
)


class Said:
    """What the JSON of an answer says."""

    def __init__(self, data: Any, language: Language, *known: str) -> None:
        """Read the JSON; `known` is what was asked for."""
        self.language = language
        self.texts = {*known, *_texts_in(data)}
        self.text = "\n".join(self.texts)
        self.numbers = set(_numbers_in(data))
        for text in self.texts:
            self.numbers |= {_value(n, language) for n in NUMBER[language].findall(text)}
            # In data, a decimal point is one in French too: `low=6612.5`.
            self.numbers |= {float(n) for n in re.findall(r"\d+(?:\.\d+)?", text)}
            self.numbers |= {float(n) for n in re.findall(r"\d+", text)}
        self.asked = {float(n) for text in known for n in re.findall(r"\d+", text)}

    def not_in(self, shown: str) -> Iterator[str]:
        """Yield the facts of a line of a page that are not said."""
        rest = NOT_FACTS.sub(" ", shown)
        for address in ADDRESS.findall(rest):
            if address.rstrip(".,") not in self.text:
                yield address
        rest = ADDRESS.sub(" ", rest)
        for match in DAY.finditer(rest):
            day, month, year = match.groups()
            iso = f"{year}-{MONTHS[month]:02}" + (f"-{int(day):02}" if day else "")
            if iso not in self.text and match[0] not in self.text:
                yield match[0]
        rest = DAY.sub(" ", rest)
        yield from (iso for iso in ISO_DAY.findall(rest) if iso not in self.text)
        for number in NUMBER[self.language].findall(ISO_DAY.sub(" ", rest)):
            if not self.says(_value(number, self.language)):
                yield number

    def says(self, number: float) -> bool:
        """True if a number is said, or is by how much one that is said passes what was asked for."""
        return number in self.numbers or any(number + limit in self.numbers for limit in self.asked)


def _value(written: str, language: Language) -> float:
    written = written.replace("−", "-")
    if language == "fr":
        return float(written.replace("\N{NARROW NO-BREAK SPACE}", "").replace(",", "."))
    return float(written.replace(",", ""))


def _texts_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from data
        for value in data.values():
            yield from _texts_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts_in(value)


def _numbers_in(data: Any) -> Iterator[float]:
    """Yield numbers as they are and rounded, lengths in months, how many things there are."""
    if isinstance(data, int | float):
        # A page's numbers are read without their sign.
        for number in (float(data), abs(float(data))):
            yield from (number, float(round(number)), round(number, 1))
        yield float(round(data * 12))
    elif isinstance(data, dict):
        yield float(len(data))
        yield from _whole_costs(data)
        for value in data.values():
            yield from _numbers_in(value)
    elif isinstance(data, list):
        yield float(len(data))
        alike = Counter(item for row in data if isinstance(row, dict) for item in row.items()
                        if isinstance(item[1], str))  # fmt: skip
        yield from map(float, alike.values())
        for value in data:
            yield from _numbers_in(value)


def _whole_costs(programme: dict[str, Any]) -> Iterator[float]:
    """Yield what a programme costs in all: each of its costs times its years."""
    for cost in programme.get("costs") or () if programme.get("years") else ():
        yield from (
            cost[end] * programme["years"]
            for end in ("every_year", "eur_per_year", "eur_per_year_high")
            if cost[end]
        )


def _growths(data: Any) -> Iterator[float]:
    """Yield by how many percent each amount of a history rose: step by step, and from the first."""
    series: dict[str, list[float]] = {}
    for row in data if isinstance(data, list) else ():
        if row.get("amount_eur"):
            key = json.dumps([row["idcc"], row["section"], row["function"], row["basis"]])
            series.setdefault(key, []).append(row["amount_eur"])
    for amounts in series.values():
        for before, after in (*pairwise(amounts), (amounts[0], amounts[-1])):
            yield round((after / before - 1) * 100, 1)


def page_of(command: Command, language: Language, *, real: bool) -> Page:
    """Return the page of an answer, before it is drawn."""
    pages: list[Page] = []

    def keep(_screen: Any, page: Callable[[], Page], _found: Any) -> None:
        pages.append(page())

    with patch.object(emitting, "emit", keep):
        outcome = run(*command, "--lang", language, "--today", TODAY, real=real)
    assert outcome.status == 0, outcome.err
    (page,) = pages
    return page


@cache
def json_of(command: Command, *, real: bool) -> Any:
    """Return what `-o json` says of the same question, in whatever language."""
    outcome = run(*command, "-o", "json", "--today", TODAY, real=real)
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


def shown_on(page: Page) -> Iterator[Line]:
    """Yield the lines of a page that are about its records.

    The footer of a list, and its title, count what it leaves out.
    """
    if page.table is None:
        yield page.title
    yield from page.lead
    for row in page.table.rows if page.table else ():
        yield from row.cells
    for section in page.sections:
        for row in section.table.rows if section.table else ():
            yield from row.cells
        yield line(section.heading)
        if not section.label.isdigit():  # the number of a programme
            yield line(section.label)
        yield from (item.line for item in section.items)


def names_of(catalogue: Catalogue, language: Language) -> Names:
    """Return the keys of the records that a page may name, by what they are called."""
    keys: Names = defaultdict(set)
    for job in catalogue.documents("profession"):
        french = {job.title.fr_m, job.title.fr_f, f"{job.title.fr_m} / {job.title.fr_f}"}
        for name in french if language == "fr" else {job.title.en}:
            keys[name].add(job.slug)
    for kind in ("school", "place"):
        for record in catalogue.documents(kind):
            keys[record.name].add(record.slug)
    for kind, field in (("stage", "name"), ("department", "name"), ("topic", "title")):
        for record in catalogue.documents(kind):
            keys[getattr(getattr(record, field), language)].add(record.slug)
    for stage in catalogue.documents("stage"):
        keys[short_stage(getattr(stage.name, language))].add(stage.slug)  # as a sheet says it
    return keys


def not_named(names: Names, said: Said, shown: Line) -> Iterator[str]:
    """Yield the records that a line names and that are not said, by key or by name."""
    for span in shown:
        name = span.text.removeprefix(f"{LIT} ").strip()
        keys = names.get(name)
        if keys and not keys & said.texts and name not in said.text:
            yield name


Family = Callable[[Catalogue, int], list[Command]]
"""Commands on a catalogue, about one record in so many."""


def lost(
    family: Family, catalogue: Catalogue, language: Language, *, spread: int, real: bool
) -> dict[str, list[str]]:
    """Return what the pages of some commands say and their JSON does not, by command."""
    names = names_of(catalogue, language)
    found = {
        " ".join(command): missing(command, catalogue, names, language, real=real)
        for command in family(catalogue, spread)
    }
    return {command: facts for command, facts in found.items() if facts}


def missing(
    command: Command, catalogue: Catalogue, names: Names, language: Language, *, real: bool
) -> list[str]:
    """Return what the page of a command says and its JSON does not."""
    data = json_of(command, real=real)
    said = Said([data, *named_by(command, data, catalogue, real=real)], language, TODAY, *command)
    said.numbers |= {*_growths(data)}
    return [
        f"{fact!r}, of {text_of(shown)!r}"
        for shown in shown_on(page_of(command, language, real=real))
        for fact in (*said.not_in(text_of(shown)), *not_named(names, said, shown))
    ]


def named_by(command: Command, data: Any, catalogue: Catalogue, *, real: bool) -> Iterator[Any]:
    """Yield the JSON of the records that an answer says by key."""
    match command:
        case ("compare", *slugs) | ("plan", *slugs, "--from", "bac"):
            for slug in slugs:
                kind = "job" if slug in catalogue.slugs("profession") else "school"
                yield json_of((kind, "show", slug), real=real)
        case ("school", "check", _):
            for point in data["points"]:
                if point["source"]:
                    yield vars(catalogue.document("source", point["source"]))
        case ("pay", _, "--history"):
            for idcc in {row["idcc"] for row in data}:
                agreement = catalogue.document("agreement", f"idcc-{idcc}")
                yield [agreement.replaced_by, agreement.replaced_on]


def jobs(catalogue: Catalogue, spread: int) -> list[Command]:
    return [("jobs",), ("jobs", "--level", "entry", "--limit", "3"), ("departments",)]


def job_sheets(catalogue: Catalogue, spread: int) -> list[Command]:
    slugs = catalogue.slugs("profession")[::spread]
    return [("job", "show", slug, *more) for slug in slugs for more in ((), ("--full",))]


def stages(catalogue: Catalogue, spread: int) -> list[Command]:
    slugs = catalogue.slugs("stage")
    return [("stages",), *(("stage", "show", slug) for slug in slugs)]


def schools(catalogue: Catalogue, spread: int) -> list[Command]:
    filters = [(), ("--alternance", "--recognised"), ("--near", "lyon", "--within", "100"),
               ("--max-fees", "1000", "--sort", "fees")]  # fmt: skip
    return [("schools", *more, *each) for each in ((), ("--programmes",)) for more in filters]


def school_sheets(catalogue: Catalogue, spread: int) -> list[Command]:
    slugs = catalogue.slugs("school")[::spread]
    return [("school", "show", slug, *more) for slug in slugs for more in ((), ("--full",))]


def school_checks(catalogue: Catalogue, spread: int) -> list[Command]:
    return [("school", "check", slug) for slug in catalogue.slugs("school")[::spread]]


def comparisons(catalogue: Catalogue, spread: int) -> list[Command]:
    return [
        ("compare", *pair)
        for kind in ("profession", "school")
        for pair in pairwise(catalogue.slugs(kind)[::spread])
    ]


def paths(catalogue: Catalogue, spread: int) -> list[Command]:
    slugs = catalogue.slugs("profession")[::spread]
    return [("path", slug) for slug in slugs] + [("path", *pair) for pair in pairwise(slugs)]


def plans(catalogue: Catalogue, spread: int) -> list[Command]:
    given = [(), ("--near", "lyon", "--alternance", "--max-fees", "1000")]
    slugs = (*catalogue.slugs("profession")[::spread], *catalogue.slugs("school")[::spread])
    return [("plan", slug, "--from", "bac", *more) for slug in slugs for more in given]


def pay(catalogue: Catalogue, spread: int) -> list[Command]:
    given = [(), ("--history",), ("--weeks", "3"), ("--hours", "43"), ("--as-of", "2022-06-01")]
    slugs = catalogue.slugs("profession")[::spread]
    return [("pay", slug, *more) for slug in slugs for more in given]


def hours(catalogue: Catalogue, spread: int) -> list[Command]:
    file = "tests/hours/contracts.csv"
    given = [(), ("--last-opening", "2025-06-01"), ("--last-opening", "2024-10-20", "--clause"),
             ("--born", "1960-01-01", "--waiver"), ("--end", "2026-03-20")]  # fmt: skip
    return [("hours", file, *more) for more in given]


def matches(catalogue: Catalogue, spread: int) -> list[Command]:
    limits = ("--from", "bac", "--near", "lyon", "--max-fees", "0")
    asked = [("--like", "listen", "--like", "write"), ("--not", "nights", "--not", "weekends", *limits),
             ("--like", "draw", "--not", "travel", "--alternance", "--max-years", "2")]  # fmt: skip
    return [("match", *each) for each in asked]


def topics(catalogue: Catalogue, spread: int) -> list[Command]:
    slugs = catalogue.slugs("topic")[::spread]
    return [
        ("explain",),
        ("explain", catalogue.slugs("diploma")[0]),
        *(("explain", slug, *more) for slug in slugs for more in ((), ("--full",))),
    ]


def sources(catalogue: Catalogue, spread: int) -> list[Command]:
    kinds = ("profession", "school", "stage", "source")
    slugs = [slug for kind in kinds for slug in catalogue.slugs(kind)[::spread]]
    return [("sources",), ("sources", "--limit", "2"), *(("sources", slug) for slug in slugs)]


def searches(catalogue: Catalogue, spread: int) -> list[Command]:
    return [("search", *asked) for asked in (("montage",), ("son",), ("image", "--limit", "2"))]


def changes(catalogue: Catalogue, spread: int) -> list[Command]:
    asked = [(), ("--since", "2026-01-01", "--all"), ("--kind", "corrected"), ("--coming",)]
    slugs = [slug for kind in ("profession", "school") for slug in catalogue.slugs(kind)[::spread]]
    return [("changes", *each) for each in (*asked, *((slug,) for slug in slugs))]


def figures(catalogue: Catalogue, spread: int) -> list[Command]:
    return [(), ("data", "stats"), ("data", "stale")]


FAMILIES = (
    jobs, job_sheets, stages, schools, school_sheets, school_checks, comparisons, paths, plans, pay,
    matches, hours, topics, sources, searches, changes, figures,
)  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_what_a_page_shows_is_in_its_json(
    catalogue: Catalogue, family: Family, language: Language
) -> None:
    assert lost(family, catalogue, language, spread=1, real=False) == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_what_a_real_page_shows_is_in_its_json(
    real_catalogue: Catalogue, family: Family, language: Language
) -> None:
    assert lost(family, real_catalogue, language, spread=25 if ALL else 60, real=True) == {}


def test_what_is_not_in_the_json_is_noticed() -> None:
    said = Said({"amount_eur": 1603.0, "valid_from": "2024-04-01"}, "fr")
    known = "1\N{NARROW NO-BREAK SPACE}603 € depuis le 1er avril 2024"
    assert list(said.not_in(known)) == []
    assert list(said.not_in(f"{known}, puis 12,5 % le 2 mai 2025 (https://a.example/)")) == [
        "https://a.example/", "2 mai 2025", "12,5",
    ]  # fmt: skip
    assert list(not_named({"Scripte": {"scripte"}}, said, line("Scripte"))) == ["Scripte"]
