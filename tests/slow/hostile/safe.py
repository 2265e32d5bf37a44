"""What no output may hold, whatever the data say."""

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt

SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
WRITTEN_ELEMENTS = frozenset(
    ["html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "main", "section",
     "ul", "li", "strong", "em", "code", "footer", "a", "table", "thead", "tbody", "tr", "th", "td"]
)  # fmt: skip
"""Elements the handout is made of."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_FORMULA = re.compile("[=+@\t\r\n＝＋－＠-]")
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def assert_safe(output: str, text: str) -> None:
    """Assert that an answer, in a format, does nothing but say something."""
    if output != "csv":
        assert_quiet(text.replace("\t", " ") if output == "plain" else text)
    match output:
        case "json":
            json.loads(text)
        case "jsonl":
            for line in text.splitlines():
                json.loads(line)
        case "csv":
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            assert len({len(row) for row in rows}) <= 1
            for cell in (cell for row in rows for cell in row):
                assert_quiet(cell)
                assert _NUMBER.fullmatch(cell) or not _FORMULA.match(cell), cell
                assert not re.search(r";\s*[=+@＝＋－＠-]", cell), cell
        case "plain":
            assert len({line.count("\t") for line in text.splitlines()}) <= 1, text
        case "md":
            blocks_of(text)
        case "html":
            elements_of(text)


def assert_quiet(text: str) -> None:
    """Assert that nothing in a text moves the cursor, changes the colour or turns the reading."""
    for character in text:
        category = unicodedata.category(character)
        assert category not in {"Cc", "Cf", "Cs", "Zl", "Zp"} or character == "\n", ascii(text)


def blocks_of(markdown: str) -> list[str]:
    """Return the kinds of the blocks of a Markdown text, which must hold no HTML and no bad link."""
    tokens = _MARKDOWN.parse(markdown)
    inside = [child for token in tokens for child in token.children or ()]
    for token in (*tokens, *inside):
        assert token.type not in {"html_block", "html_inline", "image", "code_block", "fence"}, (
            token.content
        )
        if token.type == "link_open":
            assert re.match(r"https?://", str(token.attrs["href"])), token.attrs
    return [token.type for token in tokens]


class _Elements(HTMLParser):
    """Notes the elements of a page, with the attributes that could do something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag in WRITTEN_ELEMENTS, tag
        given = dict(attrs)
        assert given.keys() <= {
            "lang",
            "charset",
            "name",
            "content",
            "id",
            "href",
            "scope",
            "class",
        }, attrs
        # An address is followed only where it is one of the web.
        assert tag == "a" or "href" not in given, attrs
        assert re.match(r"https?://", given.get("href", "https://")), attrs
        self.found.append(tag)


def elements_of(html: str) -> list[str]:
    """Return the elements of a page of HTML, which must be those we write."""
    parser = _Elements()
    parser.feed(html)
    parser.close()
    return parser.found
