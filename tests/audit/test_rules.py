"""Each rule lets good data pass, finds what breaks it, and says where."""

from types import ModuleType
from typing import Any, NamedTuple

import pytest

from avcareers.audit import costs, professions, regions, schools, tools, wording
from avcareers.audit.check import RULES, Rule, findings
from avcareers.store.data_files import FILE_OF
from avcareers.store.validation import load_with_places

Path = tuple[str | int, ...]


class Case(NamedTuple):
    """One change of the minimal data, and what it must bring."""

    id: str
    rule: str
    path: Path
    value: Any
    found: tuple[str, str, Path, str]
    """Kind, slug, field and rule of the finding."""


def both(fr: str, en: str) -> dict[str, str]:
    return {"fr": fr, "en": en}


def words(count: int, language: str) -> str:
    return " ".join([f"mot-{language}"] * (count - 1) + ["fin"])


CADREUR: Path = ("professions", 2)
"""A confirmed job that leads to `chef-operateur`."""
SCHOOL: Path = ("schools", 0)
PROGRAMME: Path = (*SCHOOL, "programmes", 0)
PREPARATORY = {
    "slug": "cma", "title": "Classe de mise à niveau", "award": "preparatory",
    "leads_to": ["cadreur"], "sources": ["fiche"],
}  # fmt: skip
RNCP = {
    "authority": "rncp", "kind": "rncp", "certification": "rncp-38123", "until": "2029-01-01",
    "detail": both("La certification.", "The certification."), "source": "fiche",
}  # fmt: skip


def of_job(
    rule: str, id_: str, *field: str | int, to: Any, at: Path | None = None, as_: str
) -> Case:
    found = ("profession", "cadreur", field if at is None else at, as_)
    return Case(id_, rule, (*CADREUR, *field), to, found)


def of_school(rule: str, id_: str, *field: str | int, to: Any, at: Path, as_: str) -> Case:
    return Case(id_, rule, (*SCHOOL, *field), to, ("school", "ecole-de-lyon", at, as_))


def said(id_: str, language: str, text: str) -> Case:
    text = text if text.endswith(".") else f"{text}."
    return of_job("forbidden_wording", id_, "summary", language, to=text, as_="wording")


REJECTED = [
    of_job("summary_is_short", "a summary of 26 words", "summary", "fr",
           to=words(26, "fr") + ".", as_="length"),
    of_job("summary_is_short", "an English summary of 26 words", "summary", "en",
           to=words(26, "en") + ".", as_="length"),
    of_job("tasks_are_short", "a task of 15 words", "tasks", 1, "fr",
           to="Préparer " + words(14, "fr"), as_="length"),
    of_job("asked_tells_jobs_apart", "everyday words of another job", "asked", 0, "fr",
           to="Faire le travail stagiaire régie", as_="asked-twice"),
    of_job("tasks_begin_with_a_verb", "a task that begins with a noun", "tasks", 0, "fr",
           to="Le cadre est choisi", as_="verb-first"),
    of_job("tasks_begin_with_a_verb", "a task that begins with a verbal noun", "tasks", 0, "fr",
           to="Lecture du scénario", as_="verb-first"),
    of_job("tasks_begin_with_a_verb", "a task in the present", "tasks", 0, "fr",
           to="Choisit le cadre", as_="verb-first"),
    of_job("tasks_begin_with_a_verb", "an English task in the third person", "tasks", 0, "en",
           to="Chooses the frame", as_="verb-first"),
    of_job("tasks_begin_with_a_verb", "an English task that begins with -ing", "tasks", 0, "en",
           to="Choosing the frame", as_="verb-first"),
    of_job("tasks_begin_with_a_verb", "an English task that begins with an article", "tasks", 0,
           "en", to="The frame", as_="verb-first"),
    of_job("sentences_end", "a summary without full stop", "summary", "fr",
           to="Cadre les plans", as_="full-stop"),
    of_job("sentences_end", "a task with a full stop", "tasks", 2, "en",
           to="Check the frame.", as_="full-stop"),
    of_job("tools_are_named_once", "a tool named twice", "tools",
           to=[{"name": both("Pied", "Tripod")}, {"name": both("pied", "legs")}],
           at=("tools", 1, "name", "fr"), as_="tool-twice"),
    of_job("activities_are_in_a_task", "an activity that no task says", "activities",
           to=[{"activity": "dress", "in_task": "Coudre la doublure"}],
           at=("activities", 0, "in_task"), as_="activity-task"),
    of_job("activities_are_in_a_task", "an activity said twice", "activities",
           to=[{"activity": "picture", "in_task": "la part de"}, {"activity": "picture", "in_task": "la part de"}],
           at=("activities", 1, "activity"), as_="activity-twice"),
    of_job("relations_leave_the_job", "a colleague of itself", "works_with",
           to=["cadreur"], as_="self"),
    of_job("relations_leave_the_job", "a superior of itself", "answers_to",
           to=["cadreur"], as_="self"),
    of_job("relations_leave_the_job", "a successor of itself", "next_roles",
           to=["cadreur"], as_="self"),
    of_job("relations_leave_the_job", "a colleague named twice", "works_with",
           to=["scripte", "scripte"], as_="twice"),
    of_job("relations_leave_the_job", "a receiver that is the giver", "hands_over",
           to=[{"deliverable": "rushes", "stage": "tournage", "to": ["cadreur"]}], as_="self"),
    of_job("relations_leave_the_job", "a job confused with itself", "confused_with", 0, "job",
           to="cadreur", at=("confused_with",), as_="self"),
    of_job("hand_overs_belong_to_their_stage", "neither a deliverable nor something said",
           "hands_over", to=[{"stage": "tournage", "to": ["scripte"]}], at=("hands_over", 0),
           as_="hand-over"),
    of_job("hand_overs_belong_to_their_stage", "a deliverable and something said", "hands_over",
           to=[{"deliverable": "rushes", "what": both("Le point", "Focus"), "stage": "tournage",
                "to": ["scripte"]}],
           at=("hands_over", 0), as_="hand-over"),
    Case("an entry job that leads nowhere", "ladder_goes_up", ("professions", 0, "next_roles"), [],
         ("profession", "stagiaire-regie", ("next_roles",), "ladder")),
    of_job("ladder_goes_up", "a step down", "next_roles", to=["stagiaire-regie"], as_="ladder"),
    Case("two jobs that lead to each other", "ladder_goes_up", ("professions", 3, "answers_to"),
         ["cadreur"], ("profession", "cadreur", ("answers_to",), "cycle")),
    of_job("codes_fit", "other letters than the main code's", "riasec", to="RA",
           as_="riasec"),
    of_job("codes_fit", "a code of which nothing says how it fits", "rome_match", to=None,
           as_="rome"),
    of_job("codes_fit", "a code that names the job, nobody knows how", "rome_appellations",
           to=[], as_="rome"),
    of_job("codes_fit", "letters without a code", "rome", to=[], at=("riasec",),
           as_="riasec"),
    Case("a city outside France", "campuses_stand_in_france", ("places", 1, "lat"), 38.9,
         ("place", "paris", ("lat",), "in-france")),
    Case("a city in another region than its département's", "places_stand_in_their_region",
         ("places", 1, "region"), "Bretagne", ("place", "paris", ("region",), "in-its-region")),
    Case("a département of two regions", "counties_are_of_one_region",
         ("regions", 1, "departments"),
         [{"code": code, "name": "Paris", "seat": "paris"} for code in ("75", "69")],
         ("region", "ile-de-france", ("departments", 1, "code"), "one-region")),
    of_school("addresses_are_written_out", "an address in capitals", "campuses", 0, "address",
              to="12 AV DE FIGUIERES", at=("campuses", 0, "address"), as_="address-capitals"),
    of_school("campuses_stand_in_france", "a latitude alone", "campuses", 0, "lon", to=None,
              at=("campuses", 0), as_="coordinates"),
    of_school("campuses_stand_in_france", "a campus far from its city", "campuses", 0, "lat",
              to=46.5, at=("campuses", 0, "lat"), as_="near-its-city"),
    of_school("programmes_lead_somewhere", "a programme for no job", "programmes", 0, "leads_to",
              to=[], at=("programmes", 0, "leads_to"), as_="leads-somewhere"),
    of_school("preparatory_classes_lead_to_studies", "a preparatory class named a school's diploma",
              "programmes", 0,
              to={**PREPARATORY, "award": "school"}, at=("programmes", 0, "award"), as_="preparatory"),
    of_school("preparatory_classes_lead_to_studies", "a preparatory class for a job",
              "programmes", 0, to=PREPARATORY, at=("programmes", 0, "leads_to"), as_="preparatory"),
    of_school("programmes_lead_somewhere", "a programme in a city without campus", "programmes", 0,
              "campuses", to=["paris"], at=("programmes", 0, "campuses"), as_="own-campus"),
    of_school("programmes_lead_somewhere", "alternance without evidence", "programmes", 0,
              "alternance", "detail", to=None, at=("programmes", 0, "alternance"), as_="evidence"),
    of_school("programmes_lead_somewhere", "an entry level above the level", "programmes", 0,
              "entry_level", to=7, at=("programmes", 0, "entry_level"), as_="award-level"),
    of_school("registrations_name_their_certification", "another end than the register's",
              "programmes", 0, "recognition", 0, "until", to="2027-08-31",
              at=("programmes", 0, "recognition", 0, "until"), as_="same-end"),
    of_school("registrations_name_their_certification", "another end, on a programme",
              "programmes", 0, "recognition", to=[RNCP],
              at=("programmes", 0, "recognition", 0, "until"), as_="same-end"),
    Case("a certification replaced by itself", "successions_are_acyclic",
         ("certifications", 0, "replaced_by"), ["rncp-38123"],
         ("certification", "rncp-38123", ("replaced_by",), "cycle")),
    Case("a certification whose key is not its number", "successions_are_acyclic",
         ("certifications", 0, "number"), 38124,
         ("certification", "rncp-38123", ("slug",), "slug")),
    Case("a cost rule that covers what another does", "cost_rules_do_not_overlap",
         ("rules", 1, "covers"), {"routes": ["scolaire"]},
         ("rule", "universite-2025-2026", ("year",), "cost-overlap")),
    of_school("figures_add_to_the_rules", "an amount that a rule says", "programmes", 0, "fees",
              to=[{"low": 178, "year": "2025-2026", "covers": both("Le droit.", "The fee."),
                   "source": "fiche"}],
              at=("programmes", 0, "fees", 0, "low"), as_="cost-repeated"),
    of_school("a_part_is_no_price", "a registration said to be what a year costs", "programmes", 0, "fees",
              to=[{"low": 430, "year": "2025-2026", "source": "fiche", "covers": both(
                  "Le montant ne couvre que les frais d'inscription.", "Registration alone.")}],
              at=("programmes", 0, "fees", 0, "scope"), as_="cost-part"),
    of_school("a_part_is_no_price", "a session of weeks said to be what a year costs", "programmes", 0, "fees",
              to=[{"low": 0, "source": "fiche", "covers": both(
                  "Stages de quatre à huit semaines, payés par la Région.", "Some weeks.")}],
              at=("programmes", 0, "fees", 0, "scope"), as_="cost-part"),
    of_school("a_course_of_weeks_has_no_price_a_year", "a price a year of a course of weeks", "programmes", 0,
              to={"slug": "x", "title": "Stage", "award": "school", "years": 0.15, "leads_to": ["cadreur"],
                  "sources": ["fiche"],
                  "fees": [{"low": 900, "year": "2025-2026", "source": "fiche",
                            "covers": both("Le stage.", "The course.")}]},
              at=("programmes", 0, "fees", 0, "scope"), as_="cost-of-weeks"),
    said("a diploma said recognised", "fr", "Mène à un diplôme reconnu"),
    said("diplomas said recognised", "fr", "Mène à des diplômes reconnus"),
    said("recognised by the State", "fr", "Formation reconnue par l'État"),
    said("recognised by the State, with a curly apostrophe", "fr",
            "Écoles reconnues par l’état"),
    said("state-recognised", "en", "A state-recognised course"),
    said("another name of a national diploma", "fr", "Mène à un diplôme d'État"),
    said("another name of a national diploma in English", "en", "Leads to a State diploma"),
    said("the status of an intermittent", "fr", "Ouvre le statut d'intermittent"),
    said("to become intermittent", "fr", "Pour devenir intermittente"),
    said("passion", "fr", "Un métier de passion"),
    said("praise", "fr", "Une école prestigieuse"),
    said("praise in English", "en", "A world-class team"),
    said("a median dot", "fr", "Les technicien·nes"),
    said("an abridged feminine with dots", "fr", "Les étudiant.e.s"),
    said("an abridged feminine in brackets", "fr", "Un(e) stagiaire"),
    said("a level of studies as a title", "fr", "Un titre RNCP de niveau bac+3"),
    of_job("forbidden_wording", "a median dot in a title", "title", "fr_m", to="Cadreur·se",
           as_="wording"),
    of_job("languages_differ", "French in place of English", "skills", 0, "shown_by",
           to=both("Deux plans du film", "Deux plans du film"), at=("skills", 0, "shown_by", "en"),
           as_="languages-differ"),
    of_job("sentence_of_its_own", "the sentence of another job", "summary", "fr",
           to="Le poste stagiaire regie tient sa part du plateau chaque jour.",
           as_="own-sentence"),
]  # fmt: skip
LOCATED = [
    next(case for case in REJECTED if case.found[0] == kind)
    for kind in ("profession", "school", "place", "rule")
]

ACCEPTED = [
    ("a registration that is all there is to pay", (*PROGRAMME, "fees"),
     [{"low": 300, "year": "2025-2026", "source": "fiche", "covers": both(
         "Le montant couvre l'inscription seule ; l'enseignement est gratuit.", "Teaching is free.")}]),
    ("a registration said to be one", (*PROGRAMME, "fees"),
     [{"low": 430, "year": "2025-2026", "scope": "registration", "source": "fiche", "covers": both(
         "Le montant ne couvre que les frais d'inscription.", "Registration alone.")}]),
    ("an amount that differs from the rule's", (*PROGRAMME, "fees"),
     [{"low": 628, "year": "2025-2026", "covers": both("Le droit.", "The fee."),
       "source": "fiche"}]),
    ("a cost rule that ended before another begins", ("rules", 0),
     {"slug": "universite-autrefois", "covers": {"routes": ["scolaire"]}, "eur_per_year": 170,
      "until": "2025-08-31", "says": both("barème national", "national rate"),
      "sources": ["fiche"]}),
    ("a summary of 25 words", (*CADREUR, "summary", "fr"), words(25, "fr") + "."),
    ("a summary of 25 words and a dash", (*CADREUR, "summary", "fr"), "— " + words(25, "fr") + "."),
    ("a task of 14 words", (*CADREUR, "tasks", 1, "fr"), "Préparer " + words(13, "fr")),
    *(
        (f"a task that begins with {verb}", (*CADREUR, "tasks", 0, "fr"), f"{verb} le plan du jour")
        for verb in ("Choisir", "Vendre", "Prévoir", "Éclairer", "Se répartir", "S'accorder sur",
                     "S’assurer de", "Lire, annoter", "Coécrire")
    ),
    *(
        (f"a task that begins with {verb}", (*CADREUR, "tasks", 0, "en"), f"{verb} the plan")
        for verb in ("Choose", "Focus", "Dress", "Bring", "Feed", "Pre-light", "Assess", "Re-edit")
    ),
    ("a receiver named in two hand-overs", (*CADREUR, "hands_over"),
     [{"deliverable": "rushes", "stage": "tournage", "to": ["scripte"]},
      {"what": both("Le point", "Focus"), "stage": "tournage", "to": ["scripte"]}]),
    ("a step between jobs of one level", (*CADREUR, "next_roles"), ["regisseur-general"]),
    ("a head that leads to a head", ("professions", 4, "next_roles"), ["chef-operateur"]),
    ("a second code whose letters differ", (*CADREUR, "rome"), ["L1505", "L1505"]),
    ("the name of a diplôme d'État", (*CADREUR, "summary"),
     both("Mène au diplôme d'État de professeur de théâtre.",
          "Leads to the State diploma in teaching drama.")),
    ("a campus without coordinates", (*SCHOOL, "campuses", 0), {"place": "lyon"}),
    ("an address with a name in capitals", (*SCHOOL, "campuses", 0, "address"),
     "4 rue de la ZAC, BP 29"),
    ("a city in Réunion", ("places", 1),
     {"slug": "paris", "name": "Saint-Denis", "department": "75", "region": "Île-de-France",
      "lat": -20.88, "lon": 55.45}),
    ("a city in Corsica", ("places", 1),
     {"slug": "paris", "name": "Bastia", "department": "75", "region": "Île-de-France",
      "lat": 42.7, "lon": 9.45}),
    ("a programme on every campus", (*PROGRAMME, "campuses"), []),
    ("alternance not known", (*PROGRAMME, "alternance"), {"mode": "unknown", "source": "fiche"}),
    ("no alternance", (*PROGRAMME, "alternance"), {"mode": "none", "source": "fiche"}),
    ("a level not known", (*PROGRAMME, "level"), None),
    ("an entry without a diploma", (*PROGRAMME, "entry_level"), 0),
    ("an end not known", (*PROGRAMME, "recognition", 0, "until"), None),
    ("a register that does not say the end", ("certifications", 0, "expires"), None),
    ("the regime of unemployment insurance", (*CADREUR, "summary", "fr"),
     "Relève souvent du régime d'indemnisation des intermittents."),
    ("a level of the framework", (*CADREUR, "summary", "fr"), "Se prépare par un titre de niveau 6."),
    ("an English abbreviation", (*CADREUR, "summary", "en"), "Holds the camera, i.e. the frame."),
    ("three words alike in both languages", (*CADREUR, "skills", 0, "shown_by"),
     both("Final Cut Pro", "Final Cut Pro")),
    ("six words shared by two jobs", (*CADREUR, "ways_in", "without_school", 0),
     both("Par des courts métrages entre amis", "Through shorts")),
]  # fmt: skip


def test_good_data_have_no_finding(small: ModuleType) -> None:
    assert list(findings(small.content())) == []


@pytest.mark.parametrize("case", REJECTED, ids=lambda case: case.id)
def test_what_breaks_a_rule_is_found_once_and_nothing_else_is(
    small: ModuleType, case: Case
) -> None:
    content = small.content(small.changed(*case.path, to=case.value))
    (rule,) = [rule for rule in RULES if rule.__name__ == case.rule]
    found = list(findings(content))
    assert list(rule(content)) == found
    assert [finding[:4] for finding in found] == [case.found]
    assert found[0].must.startswith("must ")
    assert found[0].found
    assert found[0].mend


@pytest.mark.parametrize(("path", "value"), [item[1:] for item in ACCEPTED],
                         ids=[item[0] for item in ACCEPTED])  # fmt: skip
def test_what_keeps_the_rules_is_let_through(small: ModuleType, path: Path, value: object) -> None:
    assert list(findings(small.content(small.changed(*path, to=value)))) == []


@pytest.mark.parametrize("case", LOCATED, ids=lambda case: case.id)
def test_a_finding_has_its_place_in_a_file(small: ModuleType, case: Case) -> None:
    sources = small.sources(small.changed(*case.path, to=case.value))
    content, places = load_with_places(sources)
    (finding,) = findings(content)
    problem = places.located(finding.kind, finding.slug, finding.field, finding.must)
    assert problem.file == FILE_OF[finding.kind]
    assert problem.where.startswith(finding.slug)
    text = sources.contents[problem.file].decode().splitlines()
    slug_line = next(
        number for number, line in enumerate(text, 1) if f'"slug": "{finding.slug}"' in line
    )
    assert problem.line >= slug_line - 1
    assert problem.column >= 1


# What takes more than one change.


def only(small: ModuleType, data: Any) -> tuple[str, str, Path, str]:
    """Return the one finding of records."""
    (finding,) = findings(small.content(data))
    return finding[:4]


def with_a_second_school(small: ModuleType, **changes: Any) -> Any:
    """Return records with a school that differs from the first."""
    data = small.records()
    other = {
        **small.records()["schools"][0], "slug": "autre", "name": "Autre école",
        "campuses": [{"place": "lyon", "uai": "0690002B"}],
    }  # fmt: skip
    data["schools"].append({**other, **changes})
    return data


def test_two_schools_of_one_city_are_let_through(small: ModuleType) -> None:
    assert list(findings(small.content(with_a_second_school(small)))) == []


def test_two_schools_do_not_share_a_number(small: ModuleType) -> None:
    data = with_a_second_school(small, campuses=[{"place": "lyon", "uai": "0690001A"}])
    assert only(small, data) == ("school", "autre", ("campuses", 0), "listed-once")


def test_two_schools_do_not_share_a_name_in_one_city(small: ModuleType) -> None:
    data = with_a_second_school(small, name="Ecole de l’oeil")
    assert only(small, data) == ("school", "autre", ("campuses", 0), "listed-once")
    (finding,) = findings(small.content(data))
    assert "('" not in finding.found, "what was found is for people to read"


def test_two_schools_share_a_name_in_two_cities(small: ModuleType) -> None:
    data = with_a_second_school(small, name="École de l'Œil", campuses=[{"place": "paris"}])
    for programme in data["schools"][1]["programmes"]:
        programme["campuses"] = []
    assert list(findings(small.content(data))) == []


def test_a_programme_is_not_listed_twice(small: ModuleType) -> None:
    data = small.records()
    programmes = data["schools"][0]["programmes"]
    programmes.append({**programmes[0], "slug": "encore"})
    expected = ("school", "ecole-de-lyon", ("programmes", len(programmes) - 1), "listed-once")
    assert only(small, data) == expected


def test_two_tracks_or_two_routes_are_two_programmes(small: ModuleType) -> None:
    for change in ({"course_name": "Option son"}, {"routes": ["scolaire"]}):
        data = small.records()
        programmes = data["schools"][0]["programmes"]
        programmes.append({**programmes[0], "slug": "encore", **change})
        assert list(findings(small.content(data))) == []


@pytest.mark.parametrize(
    ("award", "level", "fine"),
    [("national", 3, True), ("national", 8, True), ("visa", 5, True), ("visa", 4, False),
     ("visa", 8, False), ("grade", 6, True), ("grade", 7, True), ("grade", 5, False),
     ("grade", 8, False), ("school", 3, True), ("cqp", 8, True)],
)  # fmt: skip
def test_an_award_has_the_levels_its_nature_allows(
    small: ModuleType, award: str, level: int, fine: bool
) -> None:
    data = small.changed(*PROGRAMME, "award", to=award)
    small.put(data, (*PROGRAMME, "diploma"), "bts" if award == "national" else None)
    granted = {"visa": [granted_by("visa")], "grade": [granted_by("grade-licence")]}
    small.put(data, (*PROGRAMME, "recognition"), granted.get(award, []))
    small.put(data, (*PROGRAMME, "level"), level)
    small.put(data, (*PROGRAMME, "entry_level"), None)
    found = [finding[1:4] for finding in findings(small.content(data))]
    expected = ("ecole-de-lyon", ("programmes", 0, "level"), "award-level")
    assert found == ([] if fine else [expected])


def granted_by(kind: str, authority: str = "mesr") -> dict[str, Any]:
    """Return what a ministry says of a diploma."""
    return {"authority": authority, "kind": kind, "detail": both("Oui.", "Yes."), "source": "fiche"}


@pytest.mark.parametrize(
    ("award", "kinds", "rules"),
    [
        ("visa", ("visa",), set()),
        ("visa", ("visa", "grade-master"), set()),
        ("grade", ("grade-master",), set()),
        ("visa", (), {"granted"}),
        ("grade", ("visa",), {"granted", "of-the-award"}),
        ("rncp", ("grade-licence",), {"of-the-award"}),
        ("school", ("diplome-national",), {"of-the-award"}),
        ("national", ("diplome-national",), set()),
    ],
)
def test_an_award_and_what_is_recognised_of_it_agree(
    small: ModuleType, award: str, kinds: tuple[str, ...], rules: set[str]
) -> None:
    data = small.changed(*PROGRAMME, "award", to=award)
    small.put(data, (*PROGRAMME, "diploma"), "bts" if award == "national" else None)
    small.put(data, (*PROGRAMME, "recognition"), [granted_by(kind) for kind in kinds])
    assert {finding.rule for finding in findings(small.content(data))} == rules


@pytest.mark.parametrize("award", ["visa", "grade"])
@pytest.mark.parametrize(
    ("certifiers", "fine"),
    [([], True), (["MINISTERE DE LA CULTURE", "ECOLE"], True), (["ECOLE DE SON"], False)],
)
def test_a_diploma_called_grade_or_visa_is_certified_with_a_ministry(
    small: ModuleType, award: str, certifiers: list[str], fine: bool
) -> None:
    data = small.changed("certifications", 0, "certifiers", to=certifiers)
    small.put(data, (*PROGRAMME, "award"), award)
    kind = "visa" if award == "visa" else "grade-licence"
    small.put(data, (*PROGRAMME, "recognition"), [granted_by(kind)])
    found = [finding[1:4] for finding in findings(small.content(data))]
    at = ("programmes", 0, "certification")
    assert found == ([] if fine else [("ecole-de-lyon", at, "certified-by-a-ministry")])


@pytest.mark.parametrize(
    ("owner", "kind", "rule"),
    [
        ("public", "tutelle", None),
        ("private", "contrat", None),
        ("private", "tutelle", "supervision"),
        ("association", "tutelle", "supervision"),
        ("public", "contrat", "contract"),
    ],
)
def test_supervision_is_of_public_schools_and_a_contract_of_others(
    small: ModuleType, owner: str, kind: str, rule: str | None
) -> None:
    data = small.changed(*SCHOOL, "kind", to=owner)
    small.put(data, (*SCHOOL, "recognition", 0, "kind"), kind)
    assert [finding.rule for finding in findings(small.content(data))] == ([rule] if rule else [])


def test_a_national_diploma_is_answered_for_by_its_own_ministry(small: ModuleType) -> None:
    data = small.changed(*PROGRAMME, "award", to="national")
    small.put(data, (*PROGRAMME, "diploma"), "bts")
    small.put(data, (*PROGRAMME, "recognition"), [granted_by("diplome-national", "culture")])
    (finding,) = findings(small.content(data))
    assert (finding.rule, finding.found) == ("same-authority", "culture")


def test_a_registration_names_its_certification(small: ModuleType) -> None:
    data = small.changed(*PROGRAMME, "recognition", 0, "certification", to=None)
    assert only(small, data)[:2] == ("school", "ecole-de-lyon")


def with_a_second_stage(small: ModuleType, of_jobs: int) -> Any:
    """Return records with a stage in which only so many jobs work."""
    data = small.records()
    data["stages"].append(
        {**data["stages"][0], "slug": "montage", "deliverables": [
            {"slug": "copie", "name": both("Copie", "Print")}]}
    )  # fmt: skip
    for job in data["professions"][:of_jobs]:
        job["stages"] = [*job["stages"], "montage"]
    return data


@pytest.mark.parametrize(("jobs", "found"), [(4, [("stage", "montage", "peopled")]), (5, [])])
def test_a_stage_has_five_jobs(
    small: ModuleType, jobs: int, found: list[tuple[str, str, str]]
) -> None:
    data = with_a_second_stage(small, jobs)
    assert [(f.kind, f.slug, f.rule) for f in findings(small.content(data))] == found


def test_a_department_has_a_job(small: ModuleType) -> None:
    data = small.records()
    data["departments"].append({**data["departments"][0], "slug": "son"})
    assert only(small, data) == ("department", "son", ("slug",), "peopled")


def test_a_deliverable_leaves_its_own_stage(small: ModuleType) -> None:
    data = with_a_second_stage(small, 5)
    over = {"deliverable": "copie", "stage": "tournage", "to": ["scripte"]}
    small.put(data, (*CADREUR, "hands_over"), [over])
    assert only(small, data) == ("profession", "cadreur", ("hands_over", 0, "stage"), "hand-over")
    over["stage"] = "montage"
    assert list(findings(small.content(data))) == []


def test_a_hand_over_happens_in_a_stage_of_the_job(small: ModuleType) -> None:
    data = with_a_second_stage(small, 5)
    small.put(data, ("professions", 0, "stages"), ["tournage", "montage"])
    data["professions"].append(
        {**small.records()["professions"][4], "slug": "autre", "stages": ["montage"]}
    )
    job = data["professions"][5]
    job["asked"] = []
    job["summary"] = both("Le poste autre tient une part bien à lui.", "The other job is another.")
    job["tasks"] = [both(f"Faire le point {n}", f"Hold point {n}") for n in range(4)]
    job["title"] = {"fr_m": "Autre", "fr_f": "Autre", "en": "Other"}
    over = {"deliverable": "rushes", "stage": "tournage", "to": ["cadreur"]}
    job["hands_over"] = [over]
    assert only(small, data) == ("profession", "autre", ("hands_over", 0, "stage"), "hand-over")


def test_a_cycle_of_certifications_is_told_step_by_step(small: ModuleType) -> None:
    data = small.records()
    first = data["certifications"][0]
    second = {**first, "slug": "rncp-40000", "number": 40000, "replaced_by": ["rncp-38123"]}
    first["replaced_by"] = ["rncp-40000"]
    data["certifications"].append(second)
    (finding,) = findings(small.content(data))
    assert finding.rule == "cycle"
    assert finding.found == "rncp-38123 → rncp-40000 → rncp-38123"


@pytest.mark.parametrize(
    ("kind", "type_", "found"),
    [("public", "lycee", ["cost-rules"]), ("public", "universite", ["cost-rules"]),
     ("private", "lycee", [])],
)  # fmt: skip
def test_public_schools_without_any_cost_rule_are_found(
    small: ModuleType, kind: str, type_: str, found: list[str]
) -> None:
    data = small.changed(*SCHOOL, "kind", to=kind)
    small.put(data, (*SCHOOL, "type"), type_)
    content = small.content({**data, "rules": []})
    assert [each.rule for each in costs.public_schools_have_cost_rules(content)] == found
    assert list(costs.public_schools_have_cost_rules(small.content(data))) == []


def test_findings_come_in_the_same_order_each_time(small: ModuleType) -> None:
    data = small.changed(*PROGRAMME, "campuses", to=["paris"])
    small.put(data, (*CADREUR, "summary", "fr"), "Une école prestigieuse")
    assert list(findings(small.content(data))) == list(findings(small.content(data)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_says_what_must_hold(rule: Rule) -> None:
    assert (rule.__doc__ or "").strip().endswith(".")


def test_every_rule_has_a_case_that_breaks_it() -> None:
    broken = {case.rule for case in REJECTED} | {
        "public_schools_have_cost_rules", "fees_are_of_a_year_their_page_knew", "ages_are_dated",
        "no_alternance_is_read_where_it_would_stand",
        "schools_are_listed_once", "programmes_are_listed_once", "stages_are_peopled",
    }  # fmt: skip
    modules = {module.__name__ for module in (costs, professions, regions, schools, tools, wording)}
    assert broken == {rule.__name__ for rule in RULES if rule.__module__ in modules}
