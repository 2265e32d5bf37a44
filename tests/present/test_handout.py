"""The page a counsellor hands over: what it says, and that it holds on one sheet."""

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from textwrap import wrap

import pytest

from avcareers.present.handout import CHARACTERS, LINES, WIDTH, handout_page, printed_lines
from avcareers.present.naming import job_title
from avcareers.present.page import Item, Page, Section, Span, line, text_of
from avcareers.present.paper import PaperWording
from avcareers.present.school_questions import general_questions
from avcareers.query.handout import PROGRAMMES, Handout, handout
from avcareers.render.handout import handout_html, handout_markdown
from avcareers.render.safety import printable
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import LANGUAGES, Wording

from ..sampling import one_in

TODAY = "2026-11-23"
PARTS = [
    "summary", "stages", "tasks", "people", "conditions", "pay", "ways-in", "training", "questions", "steps",
    "sources",
]  # fmt: skip
CITIES = (None, "brest")
SHEET_CHARACTERS = CHARACTERS + 100
"""Characters of a sheet, with the signs of a document."""


@pytest.fixture
def real(real_catalogue: Catalogue) -> Catalogue:
    return real_catalogue


@cache
def handout_of(catalogue: Catalogue, job: str, city: str | None = None) -> Handout:
    near = catalogue.document("place", city) if city else None
    return handout(catalogue, job, TODAY, near)


def page_of(catalogue: Catalogue, job: str, words: Wording, city: str | None = None) -> Page:
    return handout_page(handout_of(catalogue, job, city), PaperWording(words.language, catalogue))


def part(page: Page, key: str) -> list[str]:
    (section,) = (section for section in page.sections if section.key == key)
    return [text_of(item.line) for item in section.items]


@pytest.mark.slow
@pytest.mark.parametrize("city", CITIES)
def test_every_job_holds_on_one_sheet_in_both_languages(real: Catalogue, city: str | None) -> None:
    jobs = real.slugs("profession")
    assert len(jobs) >= 160
    for job in one_in(6, jobs, start=2 * CITIES.index(city)):
        found = handout_of(real, job, city)
        for language in LANGUAGES:
            page = handout_page(found, PaperWording(language, real))
            keys = [section.key for section in page.sections]
            assert [key for key in keys if key != "earnings"] == PARTS
            assert all(section.items for section in page.sections), job
            assert printed_lines(page) <= LINES, (job, language)
            written = [text for text in handout_markdown(page) if text]
            # Emphasis takes characters that paper does not show.
            shown = [re.sub(r"\*+|<(?=http)|(?<=\w)>", "", text) for text in written]
            assert sum(len(wrap(text, WIDTH)) for text in shown) <= LINES, (job, language)
            assert sum(map(len, written)) <= SHEET_CHARACTERS, (job, language)
            assert len(part(page, "steps")) == len(part(page, "questions")) == PROGRAMMES


def test_the_nearest_come_by_distance_one_for_each_school(real: Catalogue) -> None:
    found = handout_of(real, "monteur", "lyon")
    distances = [row.kilometres for row in found.programmes]
    assert len(distances) == PROGRAMMES
    assert distances == sorted(distances, key=lambda away: away or 0.0)
    assert len({row.school.slug for row in found.programmes}) == PROGRAMMES
    page = page_of(real, "monteur", Wording("en"), "lyon")
    assert (
        "the nearest to Lyon, one public at least, as the crow flies" in part(page, "training")[0]
    )
    assert any(step.endswith("near Lyon") for step in part(page, "steps"))


def test_without_a_city_the_public_ones_come_first_and_the_rule_is_said(real: Catalogue) -> None:
    found = handout_of(real, "monteur")
    assert [row.school.kind for row in found.programmes] == ["public"] * PROGRAMMES
    rule = part(page_of(real, "monteur", Wording("fr")), "training")[0]
    assert "le public d'abord, puis ce dont un ministère répond, par nom d'école" in rule
    assert "Ni choix, ni classement" in rule


def test_a_job_no_programme_leads_to_says_by_which_way(real: Catalogue) -> None:
    found = next(
        found
        for found in (handout_of(real, job) for job in real.slugs("profession"))
        if found.sheet.training.through and found.programmes
    )
    below = found.sheet.training.through
    assert all(not below.keys().isdisjoint(row.programme.record.leads_to)
               for row in found.programmes)  # fmt: skip
    words = Wording("en")
    said = part(handout_page(found, words), "training")[0]
    assert said.startswith(f"No programme leads straight to “{job_title(found.sheet.job, words)}”")
    assert job_title(found.sheet.cards[next(iter(below))], words) in said


def test_the_pay_goes_with_its_unit_and_the_fixed_line(real: Catalogue) -> None:
    pay = part(page_of(real, "chef-electricien", Wording("fr")), "pay")
    assert "€ la semaine" in pay[0]
    assert any("Minimum conventionnel brut, pas un revenu." in text for text in pay)
    assert any("Production cinématographique (IDCC 3097)" in text for text in pay)


def test_it_opens_with_what_decides(real: Catalogue, words: Wording) -> None:
    page = page_of(real, "scripte", words)
    assert page.sections[0].key == "summary"
    said = " ".join(part(page, "summary"))
    for decides in (words("Sans école :", "Without a school:"), words("Paie :", "Pay:"),
                    words("pas un revenu", "not an income"), words("déplacement", "away from home")):  # fmt: skip
        assert decides in said
    assert words("une erreur à signaler", "an error to report") in text_of(page.footer[-1])


def test_the_unknown_is_said(real: Catalogue) -> None:
    assert "Unknown: weekends" in " ".join(part(page_of(real, "scripte", Wording("en")), "summary"))
    assert "unknown" in part(page_of(real, "monteur", Wording("en")), "conditions")[0]
    unpaid = next(
        job
        for job in real.slugs("profession")
        for pay in [handout_of(real, job).sheet.pay]
        if not pay.floors and not pay.job.work_minimums
    )
    assert "No minimum found" in part(page_of(real, unpaid, Wording("en")), "pay")[0]


def test_a_page_on_paper_has_no_command_and_no_key(real: Catalogue) -> None:
    keys = {slug for kind in ("profession", "school") for slug in real.slugs(kind) if "-" in slug}
    for job in real.slugs("profession")[::6]:
        for language in LANGUAGES:
            page = page_of(real, job, Wording(language), "brest")
            said = "\n".join(handout_markdown(page))
            assert "avcareers " not in said
            assert " --" not in said
            assert not keys.intersection(said.split()), job


def test_one_of_the_nearest_schools_is_public_wherever_one_is(real: Catalogue) -> None:
    for job in ("monteur", "ingenieur-son-plateau", "scripte"):
        found = handout_of(real, job, "lyon")
        assert any(row.school.kind == "public" for row in found.programmes), job


def test_the_questions_are_those_of_a_school_check(words: Wording) -> None:
    questions = general_questions(words)
    assert len(set(questions)) == PROGRAMMES
    assert all(question.endswith("?") for question in questions)


class Reader(HTMLParser):
    """Keeps what a browser would: elements, addresses it would fetch, whether all is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_html_stands_alone(real: Catalogue, words: Wording) -> None:
    page = page_of(real, "monteur", words)
    text = "\n".join(handout_html(page, words.language))
    reader = Reader()
    reader.feed(text)
    assert not reader.open
    assert ("html", {"lang": words.language}) in reader.seen
    assert f"<title>{text_of(page.title)}</title>" in text
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in reader.seen}
    assert not any({"src", "style"} & set(attributes) for _, attributes in reader.seen)
    addresses = [attributes["href"] or "" for _, attributes in reader.seen if "href" in attributes]
    assert addresses
    assert all(address.startswith("http") for address in addresses)
    assert "@page { size: A4" in text
    assert "url(" not in text
    assert "@import" not in text
    shown = unescape(re.sub(r"<[^>]*>", "", text))
    for section in page.sections:
        assert all(printable(text_of(item.line)) in shown for item in section.items)


def test_the_html_escapes_everything() -> None:
    evil = "<script>alert('&')</script>\"\x1b"
    page = Page(
        title=line(evil),
        lead=(line(evil),),
        sections=(Section(evil, evil, (Item(line(Span(evil, "strong")), True), Item(line(evil)))),),
        footer=(line(Span(evil, "accent")),),
    )
    text = "\n".join(handout_html(page, "fr"))
    assert "<script" not in text
    assert "\x1b" not in text
    assert text.count("&lt;script&gt;") == 8
    reader = Reader()
    reader.feed(text)
    assert not reader.open


def test_two_runs_give_the_same_page(real: Catalogue, words: Wording) -> None:
    once, again = (page_of(real, "chef-monteur", words, "brest") for _ in range(2))
    assert once == again
