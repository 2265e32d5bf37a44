"""Text that can't harm what it is written to."""

import json
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avcareers.render.safety import (
    EncodingStream,
    encodable,
    json_safe,
    printable,
    spreadsheet_safe,
)

FRENCH = (
    "Ça naît à l’école où l’œuvre, « Noël », coûte 1\N{NARROW NO-BREAK SPACE}250,50\N{NO-BREAK SPACE}€ "
    "– façon Æsope… ÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇŒ àâäéèêëîïôöùûüÿçœ → 3 × 2 ≤ 6 ≥ 5 “x” ‘y’ — z"
)
DRAWN = "●○ │ ▼ → █░"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("l'école d'été", "l’école d’été"),
        ("l'« Oscar »", "l’« Oscar »"),
        ("avcareers explain 'Qu\"est' --full", "avcareers explain 'Qu\"est' --full"),
    ],
)
def test_an_apostrophe_is_that_of_print_and_the_quotes_of_a_shell_are_kept(
    written: str, shown: str
) -> None:
    assert printable(written) == shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp850", "cp437", "utf-8"])
def test_french_is_never_written_with_question_marks(encoding: str) -> None:
    written = encodable(FRENCH, encoding)
    assert "?" not in written
    assert written.encode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_what_is_drawn_is_never_written_with_question_marks(encoding: str) -> None:
    assert "?" not in encodable(DRAWN, encoding)


def test_accents_are_kept_where_they_can_be_written() -> None:
    assert encodable("Étalonneur – École", "latin-1") == "Étalonneur - École"
    assert encodable("Étalonneur – École", "cp1252") == "Étalonneur – École"
    assert encodable("Étalonneur", "ascii") == "Etalonneur"


def test_an_encoding_nobody_knows_is_written_as_ascii() -> None:
    assert encodable("é €", "x-nothing") == "e EUR"


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "utf-8"]))
def test_any_text_can_be_written(text: str, encoding: str) -> None:
    valid = text.encode("utf-8", "ignore").decode()
    assert encodable(valid, encoding).encode(encoding) is not None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nothing_a_terminal_acts_on_is_left(text: str) -> None:
    for character in printable(text):
        category = unicodedata.category(character)
        assert character == "\n" or category not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def test_what_is_printable_is_left_alone() -> None:
    assert printable(FRENCH) == FRENCH


@pytest.mark.parametrize(
    "cell", ["=1+1", "+33", "-2", "@sum", "\t=1", "\r=1", "＝1", "'=1", "''@a"]
)
def test_a_formula_is_quoted(cell: str) -> None:
    assert spreadsheet_safe(cell) == f"'{cell}"


def test_a_formula_is_quoted_where_a_french_spreadsheet_begins_a_cell() -> None:
    assert spreadsheet_safe("a;=1+1; @b;'=c") == "a;'=1+1; '@b;''=c"


@given(st.text(st.sampled_from("'=+-@a; ")))
def test_an_apostrophe_taken_away_gives_the_text_back(text: str) -> None:
    assert re.sub("(^|; *)'('*[=+@-])", r"\1\2", spreadsheet_safe(text)) == text


@pytest.mark.parametrize("character", ["\x7f", "\x9b", "\u202e", "\u2028", "\ufeff", "\ud800"])
def test_what_terminals_act_on_is_escaped_in_json(character: str) -> None:
    written = json_safe(json.dumps([f"é{character}"], ensure_ascii=False))
    assert written == f'["é\\u{ord(character):04x}"]'
    assert json.loads(written) == [f"é{character}"]


@pytest.mark.parametrize("cell", ["", "1=1", "École", "a-b", "3 + 4", "'a'", "a; b"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert spreadsheet_safe(cell) == cell


def test_a_stream_writes_what_it_can(encoded: Callable[[str], Any]) -> None:
    stream = encoded("ascii")
    EncodingStream(stream).write("Chef monteur – 12 €")
    assert stream.written() == "Chef monteur - 12 EUR"
