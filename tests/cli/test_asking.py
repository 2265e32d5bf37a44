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
    assert "«\xa03\xa0» n’est pas un choix : un numéro de 1 à 2, ou q pour annuler." in err


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
    asked = capsys.readouterr().err
    assert asked == "Vouliez-vous dire «\xa0Monteur / Monteuse\xa0» ? [O/n] "
    type_("1\n")
    kinds = ("profession", "school")
    assert record_of(catalogue, kinds, "institut cornouailles", SESSION)[0] == "school"
    type_("1\n")
    assert slugs_for(catalogue, "profession", "--job", ["montuer"]) == ("monteur",)


@pytest.mark.parametrize(
    ("answer", "status"), [("\n", 0), ("oui\n", 0), ("non\n", 1), ("jobs\n", 1)]
)
def test_one_mistyped_topic_is_a_yes_or_no_question(
    run: Run, type_: Any, answer: str, status: int
) -> None:
    type_(answer)
    asked = run("explain", "interimttence", real=True)
    assert asked.status == status
    assert "Vouliez-vous dire «\xa0L’intermittence (annexes 8 et 10)\xa0» ? [O/n]" in asked.err
    assert "1. " not in asked.err


@pytest.mark.parametrize("answer", ["avcareers jobs\n", "jobs\n"])
def test_a_command_typed_as_an_answer_chooses_nothing(
    catalogue: Catalogue, type_: Any, capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    type_(f"{answer}1\n")
    with pytest.raises(SystemExit) as left:
        slug_of(catalogue, "profession", "technicien image", SESSION)
    assert left.value.code == 1
    said = f"«\xa0{answer.strip()}\xa0» n’est pas un numéro : rien n’est choisi"
    assert said in capsys.readouterr().err


def test_match_understands_words_and_loses_no_answer(run: Run, type_: Any) -> None:
    type_("2\n\nterminale\nlyno\n0\n\npres de brest\n\n\n\n")
    status, out, err = run("match", "-o", "json", real=True)
    again = "match --like picture --from bac --near brest"
    assert status == 0
    assert f"La même question : avcareers {again}\n" in err
    assert run(*again.split(), "-o", "json", real=True).out == out


def test_a_city_is_understood_after_the_words_before_it(run: Run) -> None:
    plain = run("schools", "--near", "Brest", "-o", "json").out
    for typed in ("près de Brest", "à Brest", "vers Brest"):
        assert run("schools", "--near", typed, "-o", "json").out == plain


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


def test_a_word_of_a_longer_name_opens_no_topic_silently(real_catalogue: Catalogue) -> None:
    # Of « artiste-auteur », « CAP opérateur projectionniste », « autorisation de travail »…
    for typed in ("artiste", "cap", "autorisation", "employment"):
        with pytest.raises(AmbiguousNameError):
            topic_of(real_catalogue, typed, SESSION)
    opened = {
        "démission": "quitter-un-cdi",
        "bac techno": "bac-techno-ou-pro",
        "annexe8": "intermittence",
        "bourse": "frais-et-bourses",
        "interm": "intermittence",
        "cve": "frais-et-bourses",
    }
    for typed, topic in opened.items():
        assert topic_of(real_catalogue, typed, SESSION) == topic


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


def test_match_takes_words_where_it_asks_for_numbers(run: Run, type_: Any) -> None:
    type_("le son, et dessiner\nla nuit\nbac\n\n\n\n\n")
    _, out, err = run("match", "-o", "json")
    again = "match --like listen --like draw --not nights --from bac"
    assert f"La même question : avcareers {again}\n" in err
    assert run(*again.split(), "-o", "json").out == out


def test_match_alone_is_asked_step_by_step(run: Run, type_: Any) -> None:
    type_("9 x\n3, 4 et 3\n\n99\n3\nzzzz\nbrest\n-2\n1 000 €\n\noui\n")
    status, out, err = run("match", "-o", "json")
    assert status == 0
    assert "  15. jouer, parler devant un public\n" in err
    assert "«\xa09 x\xa0» : il faut des numéros de 1 à 15, ou q pour quitter." in err
    assert "«\xa099\xa0» : il faut un numéro de 1 à 6, ou q pour quitter." in err
    assert "--near ne prend pas «\xa0zzzz\xa0»." in err
    assert "«\xa0-2\xa0» : il faut un nombre, 0 ou plus." in err
    again = "match --like listen --like write --from bac --near brest --max-fees 1000 --alternance"
    assert f"La même question : avcareers {again}\n" in err
    assert run(*again.split(), "-o", "json").out == out


@pytest.mark.parametrize("answer", ["", "1\n", "q\n", "1\nQ\n"])
def test_who_leaves_a_question_leaves_the_command(run: Run, type_: Any, answer: str) -> None:
    type_(answer)
    status, out, err = run("match")
    assert (status, out) == (1, "")
    assert "La même question" not in err


def test_who_interrupts_a_question_is_given_a_line_of_their_own(
    run: Run, type_: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_("")

    class Interrupted(io.StringIO):
        def readline(self, *_: Any) -> str:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted())
    status, out, err = run("match")
    assert (status, out) == (130, "")
    assert err.endswith(": \n")


def test_who_skips_every_question_is_told_what_can_be_said(run: Run, type_: Any) -> None:
    type_("\n" * 7)
    skipped = run("match")
    assert (skipped.status, skipped.out) == (2, "")
    assert "dessiner, imaginer des formes (draw)" in skipped.err
    assert "nuits (nights)" in skipped.err


def test_plan_alone_asks_for_the_aim_then_the_level(run: Run, type_: Any) -> None:
    type_("monteur\n3\n")
    asked = run("plan", "-o", "json", "--max-fees", "9000")
    typed = run("plan", "monteur", "--from", "bac", "--max-fees", "9000", "-o", "json")
    assert (asked.status, asked.out) == (0, typed.out)
    assert "Quel niveau avez-vous ?\n   1. sans diplôme\n" in asked.err
    type_("monteur\n")
    assert run("plan", "--from", "bac", "-o", "json", "--max-fees", "9000").out == typed.out
    type_("\n")
    cancelled = run("plan")
    assert cancelled.status == 2
    assert "il manque le nom d’un métier ou d’une école" in cancelled.err


def test_a_value_that_may_be_several_is_a_question(run: Run, type_: Any) -> None:
    type_("2\n")
    status, _, err = run("match", "--like", "travailler", "-o", "json")
    assert status == 0
    assert "  2. écouter, travailler le son (listen)\n" in err
    type_("1\n")
    assert run("jobs", "--level", "debutent").status == 0
    type_("1\n")
    assert run("schools", "--region", "bretagn").status == 0
