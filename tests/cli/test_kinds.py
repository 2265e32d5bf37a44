"""Questions of a known kind, in people's own words: what is opened, and what must be left to others."""

import pytest

from avcareers.cli.kinds import jobs_asked, kind_of
from avcareers.store.catalogue import Catalogue

PAY, FIND, WOMEN = "explain combien-on-gagne", "explain trouver-premier-contrat", "explain mixite"
LODGING, AGES, REGIONS = (
    "explain logement-etudiant",
    "explain limites-d-age",
    "explain emploi-par-region",
)
OFFICES, HARD = "explain commissions-du-film", "--programmes --sort selectivity"

OPENED = {
    # Superlatives over lists.
    "ecoles les plus selectives": f"schools {HARD}",
    "les écoles de son les plus difficiles": f"schools --department son {HARD}",
    "la fac de cinéma la plus dure": f"schools {HARD}",
    "le BTS le plus demandé": f"schools --diploma bts {HARD}",
    "école d'animation la moins sélective": f"schools --department animation {HARD}",
    "most selective film school": f"schools {HARD}",
    "hardest film schools to get into": f"schools {HARD}",
    "the toughest animation school": f"schools --department animation {HARD}",
    "cheapest film schools": "schools --sort fees",
    "ecole de cinema la moins chere": "schools --sort fees",
    "les écoles les moins chères à Lyon": "schools --near lyon --sort fees",
    "école de montage la plus chère": "schools --department montage --sort fees",
    "the most expensive film school": "schools --sort fees",
    "least expensive sound course": "schools --department sound --sort fees",
    "meilleure école de cinéma": "schools",
    "best sound school in Paris": "schools --department sound --near paris",
    # What they cost: a word of ours is no village.
    "prix ecole de cinema": "schools --sort fees",
    "prix des écoles privées": "schools --kind privees --sort fees",
    "coût d'une école de son à Lyon": "schools --department son --near lyon --sort fees",
    "film school fees": "schools --sort fees",
    # What ends, what moved, and the data themselves.
    "quels titres rncp finissent bientot": "changes --coming",
    "ce qui prend fin": "changes --coming",
    "échéances": "changes --coming",
    "RNCP expire en 2027": "changes --coming",
    "which titles end soon": "changes --coming",
    "quoi de neuf": "changes",
    "qu'est-ce qui a changé": "changes",
    "what's new": "changes",
    "csv": "export --help",
    "sqlite": "export --help",
    "comment les chiffres ont été vérifiés": "sources",
    "taux d'emploi après alternance": "explain insertion",
    "taux d'insertion des apprentis 3is": "school show 3is",
    "employment rates": "explain insertion",
    "qui appeler près de Lille pour les tournages": f"{OFFICES} --region lille",
    # How hard it is.
    "sélectivité": f"schools {HARD}",
    "taux d'accès": f"schools {HARD}",
    "selectivite la femis": "school show la-femis",
    "taux d'admission de Louis-Lumière": "school show ens-louis-lumiere",
    "c'est dur d'entrer à la Fémis ?": "school show la-femis",
    "how hard is it to get into la femis": "school show la-femis",
    "acceptance rate la femis": "school show la-femis",
    "c est dur d etre pris en bts audiovisuel son": f"schools --department son --diploma bts {HARD}",
    "est-ce difficile d'entrer en BTS audiovisuel": f"schools --diploma bts {HARD}",
    "mes chances d'être pris en BTS image": f"schools --department image --diploma bts {HARD}",
    "is it hard to get into film school": f"schools {HARD}",
    # Of work and pay.
    "combien on gagne dans le son": PAY,
    "sound salary": PAY,
    "quel métier paie le mieux": PAY,
    "best paid jobs in film": PAY,
    "les métiers les mieux payés du cinéma": PAY,
    "il y a du travail dans le son": PAY,
    "y a-t-il des débouchés dans l'animation": PAY,
    "est-ce qu'on en vit du son": PAY,
    "is there work in sound": PAY,
    "can you make a living in editing": PAY,
    "il y a du travail à Lyon dans le cinéma": REGIONS,
    "are there jobs in Brittany": REGIONS,
    "comment trouver du travail dans le son": FIND,
    "how to find a job in film": FIND,
    "décrocher un premier contrat": FIND,
    # Of place.
    "y a t il des tournages a Nantes": f"{OFFICES} --region nantes",
    "qui tourne en Occitanie": f"{OFFICES} --region occitanie",
    "commission du film Occitanie": f"{OFFICES} --region occitanie",
    "loueur de lumiere Toulouse": f"{OFFICES} --region toulouse",
    "boîtes de prod en Bretagne": f"{OFFICES} --region bretagne",
    "qui embauche à Aurillac": f"{OFFICES} --region aurillac",
    "film shoots in Marseille": f"{OFFICES} --region marseille",
    "who is filming in Lyon": f"{OFFICES} --region lyon",
    "rental house near Lille": f"{OFFICES} --region lille",
    "commission du film": OFFICES,
    # Of oneself, and of what is not a fact of a record.
    "fille dans le son": WOMEN,
    "femmes": WOMEN,
    "combien de femmes dans la machinerie": WOMEN,
    "are there women in sound": WOMEN,
    "logement etudiant": LODGING,
    "où loger à Lyon": LODGING,
    "student housing in Paris": LODGING,
    "y a t il une limite d age pour devenir electro": AGES,
    "je suis trop vieux pour le cinéma ?": AGES,
    "am I too old to become an editor": AGES,
    "limite d'âge la fémis": "school show la-femis",
    "j ai 17 ans j aime le son": "match --like son",
    "je suis au lycee et jaime la musique": "match --like musique",
    "I love drawing": "match --like drawing",
    "j'adore écrire des histoires": "match --like ecrire --like histoires",
    "métiers du cinéma sans voyager": "match --not voyager",
    "métiers du cinéma où on dessine": "match --like dessiner",
    "licence des donnees": "sources",
    "data licence": "sources",
}  # fmt: skip

LEFT = (
    "perchman", "monteur son", "son", "licence cinéma", "licence pro son", "école de son à Lyon", "bts son",
    "combien gagne un perchman", "gaffer salary", "salaire", "formation tournage", "stage tournage Lyon", "tournage",
    "stage sur un tournage à 17 ans", "studio", "chef de production", "directeur de casting", "femme de ménage",
    "maquilleuse", "agent de cascade", "musique de film", "j'aime conduire, pas les bureaux", "je veux être scripte",
    "the hardest working person on set", "plus belle la vie", "un film plus cher", "moins de bruit", "meilleur ami",
    "difficile à dire", "entrer au cnc", "travail de nuit", "chercher des décors", "trouver des costumes",
    "logement des équipes de tournage en hôtel", "limite d'âge concours", "age", "I love", "what does a gaffer do",
    "schools Lyon monteur", "best boy", "métiers où on voyage", "prix ESRA", "prix d'un film", "quoi de neuf chez 3is",
    "métiers sans diplôme", "travail de fin d'études", "database manager", "le film finit tard",
)  # fmt: skip


def test_a_question_of_a_kind_opens_what_answers_it(real_catalogue: Catalogue) -> None:
    found = {asked: kind_of(real_catalogue, asked) for asked in OPENED}
    assert {asked: " ".join(a.command) if a else "" for asked, a in found.items()} == OPENED


def test_what_is_no_such_question_is_left_to_names_lists_and_the_search(
    real_catalogue: Catalogue,
) -> None:
    found = {asked: kind_of(real_catalogue, asked) for asked in LEFT}
    assert {asked: a.command for asked, a in found.items() if a} == {}


@pytest.mark.parametrize(
    ("asked", "jobs"),
    [
        ("j'aime le son c'est quoi les métiers du son", "son"),
        ("quels sont les métiers de la lumière", "la lumiere"),
        ("what jobs are there in sound", "sound"),
        ("c'est quoi le métier", ""),
        ("les métiers du son", ""),
    ],
)
def test_who_asks_which_jobs_there_are_gets_their_list(asked: str, jobs: str) -> None:
    assert " ".join(jobs_asked(asked)) == jobs
