"""One answer, in the format asked for: data on one stream, words for people on the other."""

import json
import os
import sys
from typing import Any

import pytest

from avcareers.present.page import Column, Page, Row, Span, Table, line
from avcareers.render.emit import Screen, emit, emit_data, print_text, say
from avcareers.render.formats import DATA_FORMATS, OUTPUTS

PAGE = Page(
    title=line(Span("Titre", "strong")),
    table=Table((Column("a", "A", 3),), (Row((line("valeur"),)),)),
    footer=(line("Pied."),),
    empty="Rien.",
)
DATA = [{"a": "valeur"}]


def emitted(capsys: pytest.CaptureFixture[str], output: Any, page: Page = PAGE) -> tuple[str, str]:
    emit(Screen(output, None), lambda: page, lambda: DATA)
    captured = capsys.readouterr()
    return captured.out, captured.err


@pytest.mark.parametrize("output", OUTPUTS)
def test_every_format_writes_the_answer(capsys: pytest.CaptureFixture[str], output: str) -> None:
    out, _ = emitted(capsys, output)
    assert "valeur" in out
    assert out.endswith("\n")


def test_a_pipe_gets_plain_text_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert emitted(capsys, None) == ("a\nvaleur\n", "Pied.\n")


def test_what_surrounds_plain_data_goes_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    empty = PAGE._replace(table=Table(PAGE.table.columns, ()))  # type: ignore[union-attr]
    assert emitted(capsys, "plain", empty) == ("a\n", "Rien.\nPied.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
@pytest.mark.parametrize(("rows", "said"), [(1, ""), (0, "Rien.\nPied.\n")])
def test_nothing_is_said_on_a_screen_where_another_program_draws_the_rows(
    monkeypatch: pytest.MonkeyPatch, rows: int, said: str
) -> None:
    page = PAGE._replace(table=PAGE.table._replace(rows=PAGE.table.rows[:rows]))  # type: ignore[union-attr]
    taken, given = os.pipe()
    seen, screen = os.openpty()
    with os.fdopen(given, "w") as stdout, os.fdopen(screen, "w") as stderr:
        monkeypatch.setattr(sys, "stdout", stdout)
        monkeypatch.setattr(sys, "stderr", stderr)
        emit(Screen(None, None), lambda: page, lambda: DATA)
        stderr.write("Fin.")
        stderr.flush()
        shown = ""
        while not shown.endswith("Fin."):
            shown += os.read(seen, 100).decode().replace("\r\n", "\n")
        assert shown == f"{said}Fin."
        assert os.read(taken, 100) == b"a\nvaleur\n"[: 2 + 7 * rows]
    os.close(taken)
    os.close(seen)


@pytest.mark.parametrize("output", DATA_FORMATS)
def test_programs_get_data_and_nothing_else(
    capsys: pytest.CaptureFixture[str], output: str
) -> None:
    out, err = emitted(capsys, output)
    assert err == ""
    if output != "csv":
        assert json.loads(out) in (DATA, DATA[0])


def test_a_page_is_not_built_for_a_program_nor_data_for_a_person() -> None:
    def never() -> Any:
        raise AssertionError("built for nobody")

    emit(Screen("json", None), never, lambda: DATA)
    emit(Screen("md", None), lambda: PAGE, never)
    emit(Screen("table", None), lambda: PAGE, never)


def test_what_to_try_next_is_not_said_to_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    from avcareers.present.page import Next

    _, err = emitted(capsys, "table", PAGE._replace(next=(Next("avcareers jobs", "tous"),)))
    assert "avcareers jobs" not in err


def test_messages_go_to_people_and_data_without_a_page_to_programs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("Message.")
    print_text("texte")
    emit_data(Screen(None, None), DATA)
    out, err = capsys.readouterr()
    assert err == "Message.\n"
    assert out.startswith("texte\n[")
