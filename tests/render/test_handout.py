"""Handouts in HTML: whole, escaped, with a table and sections."""

from collections.abc import Callable
from html.parser import HTMLParser

from avcareers.present.page import Item, Page, Section, Span, line
from avcareers.render.handout import SHEET, handout_html, handout_markdown

from ..runner import run, spawn_on_terminal
from .test_pager import on_terminals

VOID = {"meta"}


class Reader(HTMLParser):
    """Keeps the elements and texts a browser would find, and checks that all are closed."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.addresses: list[str] = []
        self.texts: list[str] = []
        self.feed("\n".join(handout_html(page, "fr")))
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.texts.append(data)


def saying_in_a_section(*spans: Span) -> Page:
    return Page(line("t"), sections=(Section("s", "S", (Item(line(*spans)),)),))


def test_a_table_and_sections_are_on_one_page_whatever_they_say(
    saying: Callable[[str], Page], hostile: str
) -> None:
    for text in (
        hostile,
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "&lt;b&gt;",
    ):
        read = Reader(saying(text))
        assert read.seen.count("td") == 4
        assert read.seen.count("section") == 1
        assert not {"script", "img", "iframe", "link"} & set(read.seen)
        assert all(part.isprintable() or part.isspace() for part in read.texts)
        assert "".join(read.texts).count(text) >= 8 or text == hostile


def test_an_address_is_whole_and_can_be_followed() -> None:
    said = "Voir (https://example.org/a_b?c=1&d=2), puis https://example.net."
    read = Reader(saying_in_a_section(Span(said)))
    assert read.addresses == ["https://example.org/a_b?c=1&d=2", "https://example.net"]
    assert said in "".join(read.texts)


def test_no_other_address_can_be_followed() -> None:
    for text in ("javascript:alert(1)", "data:text/html,x", "https://a\"onclick='x"):
        addresses = Reader(saying_in_a_section(Span(text, "accent"))).addresses
        assert not any(address.startswith(("javascript", "data")) for address in addresses)
        read = Reader(saying_in_a_section(Span(text)))
        assert "".join(read.texts).endswith(text + "\n" * 4) or text in "".join(read.texts)


def test_a_long_page_is_in_smaller_type() -> None:
    def body(length: int) -> str:
        return "".join(handout_html(saying_in_a_section(Span("x" * length)), "fr"))

    assert '<body class="long">' in body(SHEET + 1)
    assert '<body class="long">' not in body(SHEET)


def test_in_markdown_a_table_stands_before_the_sections(saying: Callable[[str], Page]) -> None:
    lines = list(handout_markdown(saying("x")))
    assert lines.index("| x | x | x |") < lines.index("## x")


@on_terminals
def test_a_person_sees_what_markdown_means_and_a_program_its_signs() -> None:
    for asked in (("job", "show", "monteur", "-o", "md"), ("job", "show", "monteur", "--sheet")):
        piped = run(*asked).out
        shown = spawn_on_terminal(*asked).out
        assert piped.startswith("# ")
        assert "\n## " in piped
        assert "# " not in shown
        assert "**" not in shown
        assert "\x1b[1m" in shown


@on_terminals
def test_markdown_on_a_terminal_is_not_shortened() -> None:
    whole = spawn_on_terminal("explain", "507h", "-o", "md", real=True).out
    short = spawn_on_terminal("explain", "507h", real=True).out
    assert "--full" in short
    assert len(whole) > len(short)
