"""Options take the words that are on the screen, and those people say, in both languages."""

import pytest

from avcareers.model.errors import AmbiguousValueError, BadValueError
from avcareers.present.choices import exactly_meant, listed, meant
from avcareers.present.failures import failure_message
from avcareers.present.labels import labels_of
from avcareers.query.filters.declaration import Filter, entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.text.wording import Wording

CLOSED = [
    entry
    for filters in (JobFilters, SchoolFilters)
    for entry in entries(filters).values()
    if entry.choices
]
OF = {entry.vocabulary: tuple(entry.choices) for entry in CLOSED}
OF |= {
    "order": ("name", "distance", "fees", "selectivity", "chain", "level"),
    "search-kind": ("job", "school", "programme", "topic", "stage"),
    "stage": ("developpement", "tournage", "postproduction", "exploitation-diffusion"),
}

SPELLINGS = {
    "level": {
        "débutant": "entry", "DEBUTANT": "entry", "débutante": "entry", "entry": "entry",
        "junior": "entry", "confirmé": "confirmed", "experienced": "confirmed",
        "chef de poste": "head", "Chef-de-poste": "head", "cheffe": "head", "chef": "head",
        "head of department": "head",
    },
    "status": {
        "CDD d'usage": "cdd-usage", "CDDU": "cdd-usage", "annexe 8": "annexe8",
        "droits d'auteur": "auteur", "Régime général": "general", "journalist": "journaliste",
    },
    "work": {
        "séries et téléfilms": "fiction-tv", "série": "fiction-tv", "feature films": "fiction-cinema",
        "publicité": "pub", "documentary": "documentaire", "émissions de plateau": "flux-plateau",
    },
    "condition-asked": {
        "nuits": "nights", "nuit": "nights", "déplacements": "travel", "horaires": "irregular-hours",
        "permis de conduire": "driving-licence", "télétravail": "telework", "travel": "travel",
    },
    "award": {
        "titre RNCP": "rncp", "titre inscrit au RNCP": "rncp", "diplôme d'école": "school",
        "diplôme national": "national", "visé": "visa", "CQP": "cqp", "certificat de branche": "cqp",
        "school diploma": "school",
    },
    "diploma-level": {"5": "5", "niveau 5": "5", "BTS": "5", "bac+2": "5", "master": "7", "CAP": "3"},
    "entry-level": {
        "bac": "bac", "bac pro": "bac", "Bac général": "bac", "baccalauréat": "bac",
        "terminale": "bac", "bac+1": "bac", "bts": "bac+2", "bac + 2": "bac+2", "Bac +2": "bac+2",
        "DUT": "bac+2", "licence": "bac+3", "BUT": "bac+3", "bac+4": "bac+3", "master": "bac+5",
        "sans diplôme": "none", "seconde": "none", "brevet": "none", "aucun": "none",
        "brevet des collèges": "none", "BP": "bac", "brevet pro": "bac", "BP électricien": "bac",
        "no diploma": "none", "CAP": "cap", "BEP": "cap", "niveau 5": "bac+2",
        "two validated years": "bac+2", "après le bac": "bac", "avec un bac+2": "bac+2",
        "after the bac": "bac", "après une licence": "bac+3",
    },
    "route": {
        "apprenti": "apprentissage", "apprentie": "apprentissage", "apprenticeship": "apprentissage",
        "étudiante": "scolaire", "voie scolaire": "scolaire", "student": "scolaire",
    },
    "school-kind": {
        "publique": "public", "privée": "private", "privé": "private", "associative": "association",
        "consulaire": "consular", "chamber of commerce": "consular",
    },
    "recognised-as": {"école": "school", "diplôme": "diploma", "le diplôme": "diploma"},
    "authority": {
        "culture": "culture", "ministère de la Culture": "culture", "ministry of culture": "culture",
        "Enseignement supérieur": "mesr", "éducation nationale": "education", "RNCP": "rncp",
    },
    "order": {
        "prix": "fees", "price": "fees", "frais": "fees", "nom": "name", "sélectivité": "selectivity",
        "niveau": "level", "chaîne": "chain",
    },
    "search-kind": {"métier": "job", "écoles": "school", "formation": "programme", "étape": "stage"},
    "stage": {"montage": "postproduction", "plateau": "tournage", "editing": "postproduction"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("vocabulary", "typed", "value"),
    [(name, typed, value) for name, words in SPELLINGS.items() for typed, value in words.items()],
)
def test_a_word_stands_for_its_value(vocabulary: str, typed: str, value: str) -> None:
    assert meant("--option", typed, OF[vocabulary], vocabulary) == value


@pytest.mark.parametrize("typed", ["brevet de technicien", "brevet des métiers d'art"])
def test_a_brevet_not_known_is_refused_and_never_read_as_no_diploma(typed: str) -> None:
    with pytest.raises(BadValueError):
        meant("--from", typed, OF["entry-level"], "entry-level")


@pytest.mark.parametrize("entry", CLOSED, ids=lambda entry: entry.option)
def test_every_closed_list_is_typed_as_it_is_shown_in_both_languages(entry: Filter) -> None:
    for value in entry.choices:
        labels = labels_of(entry.vocabulary, value)
        assert len(labels) == 2, value
        for label in labels:
            assert meant(entry.option, label.upper(), entry.choices, entry.vocabulary) == value


@pytest.mark.parametrize(
    ("vocabulary", "typed", "several"),
    [
        ("status", "intermittent", {"annexe8", "annexe10"}),
        ("award", "diplôme", {"national", "visa", "grade", "school", "unsettled", "preparatory"}),
        ("authority", "ministère", {"culture", "mesr", "education"}),
    ],
)
def test_a_word_of_several_values_is_answered_with_them(
    words: Wording, vocabulary: str, typed: str, several: set[str]
) -> None:
    with pytest.raises(AmbiguousValueError) as raised:
        meant("--option", typed, OF[vocabulary], vocabulary)
    assert set(raised.value.near) == several
    said = failure_message(raised.value, words)
    assert all(f"({value})" in said for value in several if value != typed)


@pytest.mark.parametrize("typed", ["", "…", "zzz", "chef électricien du monde"])
def test_a_word_of_no_value_is_refused(typed: str) -> None:
    with pytest.raises(BadValueError):
        meant("--level", typed, OF["level"], "level")


def test_a_refusal_names_the_near_words_first_in_the_language_chosen(words: Wording) -> None:
    with pytest.raises(BadValueError) as raised:
        meant("--level", "debutent", OF["level"], "level")
    near, every = failure_message(raised.value, words).splitlines()
    assert words("débutant (entry)", "entry") in near
    assert words("chef de poste (head)", "head of department (head)") in every


def test_a_key_that_is_the_word_shown_is_said_once(words: Wording) -> None:
    assert listed(("public",), "school-kind", words) == "public"


def test_half_a_word_may_be_a_name() -> None:
    assert exactly_meant("bac pro", OF["entry-level"], "entry-level") == "bac"
    assert exactly_meant("années validées", OF["entry-level"], "entry-level") is None
