"""A question to a person at a terminal: which of several was meant."""

import io
import re
import sys
from typing import Any

import pytest

from avcareers.cli import asking
from avcareers.cli.names import record_of, slug_of, slugs_for, topic_of
from avcareers.model.errors import AmbiguousNameError, BadValueError, NotFoundError
from avcareers.store.catalogue import Catalogue

from ..runner import Run, a_session

SESSION = a_session()


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what makes a person type an answer."""

    def typed(answer: str) -> None:
        monkeypatch.setattr(asking, "can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))

    return typed


def test_a_number_chooses_and_anything_else_is_asked_again(
    catalogue: Catalogue, type_: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    type_("x\n0\n3\n2\n")
    assert slug_of(catalogue, "profession", "technicien image", SESSION) == "etalonneur"
    out, err = capsys.readouterr()
    assert out == ""
    assert "«\xa0technicien image\xa0» peut désigner :\n  1. Cadreur / Cadreuse (cadreur)\n" in err
    assert err.count("Numéro, de 1 à 2 (Entrée pour annuler) : ") == 4
    assert "«\xa03\xa0» n'est pas un choix : un numéro de 1 à 2, ou q pour annuler." in err


@pytest.mark.parametrize("answer", ["\n", " \n", "", "q\n", "Q\n"])
def test_no_answer_leaves_as_a_name_not_found_does(
    catalogue: Catalogue, type_: Any, answer: str
) -> None:
    type_(answer)
    with pytest.raises(SystemExit) as left:
        slug_of(catalogue, "profession", "technicien image", SESSION)
    assert left.value.code == 1


def test_one_near_name_is_offered(
    catalogue: Catalogue, type_: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    type_("1\n")
    assert slug_of(catalogue, "profession", "montuer", SESSION) == "monteur"
    assert "1 si c'est bien cela, Entrée pour annuler : " in capsys.readouterr().err
    type_("1\n")
    kinds = ("profession", "school")
    assert record_of(catalogue, kinds, "institut cornouailles", SESSION)[0] == "school"
    type_("1\n")
    assert slugs_for(catalogue, "profession", "--job", ["montuer"]) == ("monteur",)


def test_nobody_is_asked_in_a_pipe(catalogue: Catalogue, run: Run) -> None:
    with pytest.raises(AmbiguousNameError):
        slug_of(catalogue, "profession", "technicien image", SESSION)
    with pytest.raises(NotFoundError):
        record_of(catalogue, ("profession", "school"), "zzzzzz", SESSION)
    with pytest.raises(BadValueError):
        slugs_for(catalogue, "profession", "--job", ["montuer"])
    for command in (("job", "show"), ("pay",), ("plan",), ("path",), ("compare", "monteur")):
        status, out, err = run(*command, "technicien image")
        assert (status, out) == (1, "")
        typed = " ".join(("job", "show") if command in {("plan",), ("path",)} else command)
        assert f"avcareers {typed} cadreur\n" in err


@pytest.mark.parametrize("typed", ["contrat court", "contratc", "court"])
def test_a_topic_is_found_by_the_beginning_of_a_name(catalogue: Catalogue, typed: str) -> None:
    assert topic_of(catalogue, typed, SESSION) == "contrat-court"


def test_a_word_of_no_topic_is_searched_elsewhere(catalogue: Catalogue) -> None:
    with pytest.raises(NotFoundError) as missing:
        topic_of(catalogue, "monteuse", SESSION)
    assert missing.value.searched or missing.value.near


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
def test_a_terminal_asks_and_reads_the_answer(spawn: Run) -> None:
    code = (
        "import os, pty, sys\n"
        "def typed(descriptor):\n    return b'2\\n'\n"
        "def keep(descriptor):\n    return os.read(descriptor, 65536)\n"
        "status = pty.spawn([sys.executable, '-m', 'avcareers', *sys.argv[1:]], keep)\n"
        "sys.exit(os.waitstatus_to_exitcode(status))\n"
    )
    asked = {"TERM": "dumb", "COLUMNS": "60", "AVCAREERS_PAGER": "cat"}
    shell = 'printf "2\\n" | "$@"'
    status, out, _ = spawn("job", "show", "technicien image", code=code, shell=shell, **asked)
    assert status == 0
    assert re.search(r"2\. Étalonneur.*etalonneur", out)
    assert "Numéro, de 1 à 2" in out


def test_a_city_that_is_not_clear_is_asked_for(
    type_: Any, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    type_("2\n")
    asked = run("schools", "--near", "Saint-Denis", "-o", "json", real=True)
    assert "  2. Saint-Denis (93)" in asked.err
    given = run("schools", "--near", "Saint-Denis (93)", "-o", "json", real=True)
    assert asked.out == given.out
    type_("1\n")
    assert run("schools", "--near", "lyno", "-o", "plain").status == 0


def test_a_job_one_starts_from_is_asked_for(type_: Any, run: Run) -> None:
    type_("1\n")
    asked = run("plan", "monteur", "--from", "assistant-montuer")
    assert asked.out == run("plan", "monteur", "--from", "assistant-monteur").out
