"""What people type in their own words → the command it asks for, on the real data."""

import shlex
from typing import Any

import pytest

from avcareers.cli.line import understood
from avcareers.cli.loose import reading
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.store.catalogue import Catalogue

from ..runner import Run

LISTS: dict[str, Any] = {"jobs": JobFilters, "schools": SchoolFilters}
START, PRINT = "home --about start", "home --about print"

PHRASES = [
    # A diploma is that diploma.
    ("schools BTS Rennes", "schools --diploma BTS --near Rennes"),
    (
        "bts son alternance Lille",
        "schools --alternance --department son --diploma bts --near Lille",
    ),
    ("BUT à Bordeaux", "schools --diploma BUT --near Bordeaux"),
    ("licence pro son", "schools --department son --diploma 'licence pro'"),
    ("master cinéma Paris", "schools --diploma master --near Paris"),
    ("dn made animation", "schools --department animation --diploma 'dn made'"),
    ("DNSPC", "schools --diploma DNSPC"),
    ("bts audiovisuel gratuit", "schools --diploma bts --max-fees 0"),
    ("schools CAP", "schools --diploma CAP"),
    # What is free.
    ("école gratuite", "schools --max-fees 0"),
    ("écoles gratuites", "schools --max-fees 0"),
    ("schools gratuit", "schools --max-fees 0"),
    ("étudier le cinéma sans payer", "schools --max-fees 0"),
    ("école pas chère à Lyon", "schools --max-fees 0 --near Lyon"),
    ("formation montage gratuite", "schools --department montage --max-fees 0"),
    ("free schools", "schools --max-fees 0"),
    ("free film school in Paris", "schools --max-fees 0 --near Paris"),
    # A school, with small words.
    ("école publique son", "schools --department son --kind publique"),
    ("écoles de son près de Lens", "schools --department son --near Lens"),
    ("école de cinéma à Lyon", "schools --near Lyon"),
    ("écoles d'animation en Bretagne", "schools --department animation --region Bretagne"),
    ("quelle école pour le son ?", "schools --department son"),
    ("formation en alternance à Toulouse", "schools --alternance --near Toulouse"),
    ("école reconnue par l'État à Nantes", "schools --near Nantes --recognised"),
    ("formation monteuse", "schools --job monteuse"),
    ("sound schools near Lille", "schools --department sound --near Lille"),
    (
        "y a-t-il des écoles de montage gratuites à Lyon",
        "schools --department montage --max-fees 0 --near Lyon",
    ),
    (
        "je veux faire du son au cinema sans payer d'ecole, j'habite Limoges",
        "schools --department son --max-fees 0 --near Limoges",
    ),
    ("schools sarlat", "schools --near 'Sarlat-la-Canéda'"),
    ("apprenticeship sound", "schools --alternance --department sound"),
    ("les écoles publiques à Paris", "schools --kind publiques --near Paris"),
    # What one holds.
    ("sans bac", "schools --entry none"),
    ("sans diplôme", "schools --entry none"),
    ("école sans le bac", "schools --entry none"),
    ("après la 3e", "schools --entry none"),
    ("avec un CAP", "schools --entry cap"),
    ("écoles après le bac", "schools --entry bac"),
    ("film school without a degree", "schools --entry none"),
    ("métiers sans diplôme", "jobs --entry"),
    ("travailler sans expérience", "jobs --entry"),
    ("jobs avec un CAP", "jobs --entry"),
    ("métier du son", "jobs --department son"),
    ("job image", "jobs --department image"),
    # One who does not know.
    ("je ne sais pas quoi faire", START),
    ("quel métier pour moi ?", START),
    ("j'hésite", START),
    ("par où commencer", START),
    ("I don't know what to do", START),
    ("where do I start?", START),
    ("which job for me", START),
    # A question about one record.
    ("combien ça gagne ?", "explain combien-on-gagne"),
    ("salaire", "explain combien-on-gagne"),
    ("combien gagne un gaffer ?", "pay chef-electricien"),
    ("gaffer salary", "pay chef-electricien"),
    ("how much does a script supervisor earn?", "pay scripte"),
    ("combien coûte EICAR", "school show eicar"),
    ("how much does EICAR cost?", "school show eicar"),
    ("prix ESRA", "school show esra"),
    ("EICAR est-elle reconnue ?", "school check eicar"),
    ("EICAR reconnue par l'État", "school check eicar"),
    ("is EICAR recognised?", "school check eicar"),
    ("is la femis free?", "school show la-femis"),
    ("what is unknown", "data stats"),
    ("imprimer", PRINT),
    ("print a sheet", PRINT),
    # How to become one, from where one stands.
    ("devenir gaffer avec CAP electricien", "plan chef-electricien --from cap electricien"),
    # A whole title is a job of the field; a trade of every field may be another's.
    ("je suis scripte je veux devenir monteuse", "plan monteur --from scripte"),
    ("je suis electricien en CDI je veux etre gaffer", "plan chef-electricien"),
    ("je suis comptable et je veux devenir scripte", "plan scripte"),
    ("combien de temps pour devenir chef electro", "plan chef-electricien"),
    ("devenir monteur avec un CAP en alternance", "plan monteur --from cap --alternance"),
    (
        "devenir scripte après un BTS à Lyon gratuit",
        "plan scripte --from bts --near lyon --max-fees 0",
    ),
    ("become a script supervisor with a bachelor", "plan scripte --from bachelor"),
    ("je veux être réalisatrice sans école", "plan realisateur --no-school"),
    ("formation pour devenir scripte", "schools --job scripte"),
    ("devenir intermittent du spectacle", "search --known devenir intermittent du spectacle"),
    # A command, then words: read as the phrase would be; explicit options after them win.
    ("plan monteur depuis le bac près de Rennes", "plan monteur --from bac --near rennes"),
    ("plan monteur bac Rennes --within 90", "plan monteur --from bac --near rennes --within 90"),
    ("plan animateur 3D à partir du bac", "plan animateur-3d --from bac"),
    ("plan la femis après le bac", "plan la-femis --from bac"),
    ("plan gaffer avec un BP près de Lille", "plan chef-electricien --from bp --near lille"),
    (
        "plan gaffer avec un brevet professionnel",
        "plan chef-electricien --from brevet professionnel",
    ),
    ("plan chef monteur", "plan chef monteur"),
    ("plan monteur xyz", "plan monteur xyz"),
    ("pay scripte en 2020", "pay scripte --as-of 2020-01-01"),
    ("pay monteur xyz", "pay monteur xyz"),
    ("compare ESRA Bretagne et Université Rennes 2", "compare esra-bretagne rennes-2"),
    ("compare la-femis cinefabrique", "compare la-femis cinefabrique"),
    ("salaire chef monteur 2019", "pay chef-monteur --as-of 2019-01-01"),
    ("évolution du salaire scripte depuis 2015", "pay scripte --history"),
    # What it pays, whatever else is said; and which of two.
    ("salaire electricien cinema", "pay electricien-plateau"),
    ("salaire ingenieur son debutant", "pay ingenieur-son-plateau"),
    ("perchman ou mixeur", "compare premier-assistant-son mixeur"),
    ("différence entre monteur et étalonneur", "compare monteur etalonneur"),
    ("la femis ou louis lumiere", "compare la-femis ens-louis-lumiere"),
    # In French, a « stage » is also what a pupil does in a company.
    ("stage pendant les vacances sur un tournage à 17 ans", "explain stage"),
    ("stages d ete son", "explain stage"),
    ("stage son lycée", "explain stage"),
    ("stages tournage", "stage show tournage"),
    ("stage tourage", "stage show tourage"),
    # A list keeps what it understands, of a job in part too.
    ("bts son pas loin de Lille", "schools --department son --diploma bts --near Lille"),
    (
        "formation electricien cinema marseille cpf",
        "schools --job electricien-plateau --near marseille",
    ),
    (
        "bts son roubaix sti2d",
        "schools --department son --diploma bts --entry sti2d --near roubaix",
    ),
    # Names and other words are what they were.
    ("scripte", "job show scripte"),
    ("école la Fémis", "school la Fémis"),
    ("job scripte", "job scripte"),
    ("son Lille", "search --known son Lille"),
    ("quel métier si j'aime dessiner", "match --like dessiner"),
    ("faire la paie d'une équipe", "search --known faire la paie 'd'une' équipe"),
]


@pytest.mark.parametrize(("typed", "meant"), PHRASES)
def test_a_sentence_is_the_command_it_asks_for(
    real_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, typed: str, meant: str
) -> None:
    monkeypatch.delenv("AVCAREERS_DATA", raising=False)
    line = understood(typed.split())
    wanted = meant.replace("'j'aime'", "j'aime").replace("'d'une'", "d'une")
    if line[0] not in LISTS:
        assert " ".join(line) == wanted
        return
    if line[1].startswith("--"):
        assert shlex.join(line) == meant
        return
    filters = LISTS[line[0]]
    read = reading(filters, line[1:], real_catalogue, line[0])
    assert read.others == ()
    options = [(entries(filters)[name].option, text) for name, text in read.values]
    command = shlex.join([line[0], *(word for pair in sorted(options) for word in pair if word)])
    assert command == meant


def test_what_was_understood_is_the_whole_command(run: Run) -> None:
    typed = ("schools", "bts", "Rennes", "--alternance", "--sort", "fees", "--limit", "2")
    meant = "schools --diploma bts --near Rennes --alternance --sort fees --limit 2"
    assert f"Compris : avcareers {meant}\n" in run(*typed).err


def test_a_question_says_what_was_understood(run: Run) -> None:
    status, out, err = run("combien", "gagne", "une", "scripte", "?")
    assert (status, "Compris : avcareers pay scripte\n" in err) == (0, True)
    assert out == run("pay", "scripte").out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "combien gagne un ingé son",
            "Ou bien : avcareers pay ingenieur-son-plateau ; avcareers pay mixeur",
        ),
        ("salaire ingenieur son debutant", "Pour débuter : avcareers pay second-assistant-son"),
        ("salaire gaffer breton", "Laissé de côté, faute de l’avoir compris : « breton »"),
        ("devenir gaffer", "Point de départ non dit, donc sans diplôme"),
        ("formation gaffer marseille cpf", "avcareers explain reconversion-financement"),
        ("devenir gaffer avec un bac sti2d", "« bac sti2d » : compris comme baccalauréat"),
        (
            "je suis electricien je veux devenir gaffer",
            "plan chef-electricien --from electricien-plateau",
        ),
        (
            "devenir gaffer en CDI à 34 ans",
            "explain quitter-un-cdi ; avcareers explain limites-d-age",
        ),
        # Who says « terminale STI2D » says one level twice.
        (
            "je suis en terminale STI2D à Roubaix, quoi faire dans le son",
            "schools --department son --entry STI2D --near Roubaix",
        ),
    ],
)
def test_what_else_it_may_be_and_what_was_left_aside_is_said_above_the_answer(
    run: Run, typed: str, said: str
) -> None:
    status, out, err = run(*typed.split(), real=True)
    assert status == 0
    assert said in f"{err}\n{out}".replace("\xa0", " ")


@pytest.mark.parametrize("words", ["j'hésite", "imprimer"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_does_not_know_gets_commands_that_answer(run: Run, words: str, language: str) -> None:
    status, out, _ = run(words, "-o", "table", "--lang", language, real=True, COLUMNS="120")
    assert status == 0
    shown = [line.split("avcareers ", 1)[1] for line in out.splitlines() if " avcareers " in line]
    assert len(shown) > 5
    assert len(out.splitlines()) <= 20
    for line in shown:
        command = line.split("  ")[0].split(" --lang")[0]
        assert run(*shlex.split(command), real=True).status == 0, command


def test_a_command_without_its_name_says_so_with_an_example(run: Run) -> None:
    status, _, err = run("école")
    assert status == 2
    assert "Après « avcareers school », il manque le nom d’une école." in err.replace("\xa0", " ")
    assert "avcareers school show la-femis" in err


def test_a_name_that_several_bear_is_asked_of_with_the_command_that_a_phrase_meant(
    run: Run,
) -> None:
    answer = run("est-ce que l'ESRA est reconnue par l'état", real=True)
    assert answer.status != 0
    assert "avcareers school check esra-paris" in answer.err
    assert "school show" not in answer.err
