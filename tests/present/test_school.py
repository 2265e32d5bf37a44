"""The page of a school: what answers for it, what it teaches, at what price."""

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from avcareers.model.base import Text
from avcareers.model.content import Content
from avcareers.present.facts import contact_line
from avcareers.present.labels import label
from avcareers.present.naming import course_name
from avcareers.present.page import Page, text_of
from avcareers.present.school import school_sheet_page
from avcareers.query.school import directory_of, school_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

Read = Callable[[Page], list[str]]
SCHOOLS = [
    "ecole-du-phare", "lycee-des-goelands", "institut-cornouaille", "ateliers-du-levant",
    "belle-aurore", "centre-mirabelle", "quai-neuf", "cours-vermeil", "atelier-des-dunes",
]  # fmt: skip


def page_of(
    catalogue: Catalogue,
    slug: str,
    words: Wording,
    today: str = "2026-11-23",
    *,
    full: bool = True,
) -> Page:
    return school_sheet_page(school_sheet(catalogue, slug, today), words, full=full)


def part(page: Page, key: str) -> list[str]:
    return [text_of(item.line) for s in page.sections if s.key == key for item in s.items]


@pytest.mark.parametrize(
    ("slug", "school", "diplomas"),
    [
        ("ecole-du-phare", "publique, sous tutelle du ministère de la Culture",
         "diplôme d'école"),
        ("lycee-des-goelands", "publique", "diplôme national (BTS)"),
        ("institut-cornouaille",
         "privée ; l'arrêté qui la reconnaît n'a pas été trouvé, mais il doit exister, car l'État ne vise "
         "que les diplômes d'écoles reconnues : le demander à l'école",
         "diplôme visé par l'État (jusqu'au 31 août 2027) pour 1 formation ; diplôme d'école pour 1"),
        ("ateliers-du-levant",
         "privée ; l'arrêté qui la reconnaît n'a pas été trouvé, mais il a dû exister, car un diplôme, "
         "visé il y a moins d'un an encore, le supposait : le demander à l'école",
         "diplôme visé par l'État (le dernier texte lu s'arrêtait au 22 novembre 2026 ; "
         "renouvellement non trouvé, à vérifier)"),
        ("belle-aurore",
         "associative ; l'arrêté qui la reconnaît n'a pas été trouvé, mais il doit exister, car l'État ne "
         "vise que les diplômes d'écoles reconnues : le demander à l'école",
         "diplôme visé par l'État (échéance inconnue, à vérifier)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("full", [False, True])
def test_the_verdict_comes_first_with_its_day(
    catalogue: Catalogue, french: Wording, slug: str, school: str, diplomas: str, *, full: bool
) -> None:
    page = page_of(catalogue, slug, french, full=full)
    assert page.sections[0].key == "summary"
    assert part(page, "summary")[:2] == [
        f"L'école : {school} (au 23 novembre 2026)", f"Ses diplômes : {diplomas}"
    ]  # fmt: skip


@pytest.mark.parametrize("slug", SCHOOLS)
def test_the_verdict_has_five_lines_that_no_screen_cuts(
    catalogue: Catalogue, french: Wording, slug: str
) -> None:
    (verdict, *_) = page_of(catalogue, slug, french, full=False).sections
    titles = [text_of(item.line).split(" : ")[0] for item in verdict.items]
    assert titles == ["L'école", "Ses diplômes", "Coût par an", "Alternance", "Sélection"]
    assert verdict.least == len(titles)


@pytest.mark.parametrize("slug", ["centre-mirabelle", "quai-neuf", "cours-vermeil"])
def test_what_only_informs_is_no_ministry_answering(
    catalogue: Catalogue, french: Wording, slug: str
) -> None:
    assert "aucun ministère n'en répond" in part(page_of(catalogue, slug, french), "summary")[0]


def test_a_past_registration_is_not_something_a_ministry_answered_for(
    catalogue: Catalogue, words: Wording
) -> None:
    # The Dunes only ever had registrations in the RNCP.
    verdict = part(page_of(catalogue, "atelier-des-dunes", words), "summary")[0]
    assert words("un ministère répondait", "a ministry stood behind") not in verdict


def test_the_day_changes_the_verdict(catalogue: Catalogue, french: Wording) -> None:
    before = page_of(catalogue, "ateliers-du-levant", french, "2026-11-22")
    assert part(before, "summary")[1] == (
        "Ses diplômes : diplôme visé par l'État (jusqu'au 22 novembre 2026)"
    )


@pytest.mark.parametrize("slug", SCHOOLS)
def test_the_eight_things_recognised_mixes_up_are_all_told(
    catalogue: Catalogue, french: Wording, slug: str
) -> None:
    told = part(page_of(catalogue, slug, french), "recognition")
    for title in (
        "1 Tutelle ou contrat", "2 En cours", "3 Nature des diplômes", "4 Qui délivre", "5 Niveau",
        "6 Certification", "7 Visa ou grade", "8 Qualiopi",
    ):  # fmt: skip
        assert any(text.startswith(f"{title} : ") for text in told), title


def test_what_is_not_known_is_said_to_be_unknown(catalogue: Catalogue, words: Wording) -> None:
    page = page_of(catalogue, "cours-vermeil", words)
    told = part(page, "recognition")
    assert sum(words.unknown in text for text in told) >= 6
    programme = "\n".join(part(page, "programme-realisation"))
    assert words("Alternance : non renseigné", "Alternance: unknown") in programme
    assert words("Frais : non renseigné", "Fees: unknown") in programme
    assert words("niveau non renseigné", "level unknown") in programme
    assert part(page_of(catalogue, "atelier-des-dunes", words), "where") == [
        words("Ville : non renseigné", "City: unknown")
    ]


def test_a_school_can_be_reached_or_its_site_is_unknown(words: Wording) -> None:
    campus = SimpleNamespace(uai="0590184E")
    known = SimpleNamespace(website="https://ecole.example.fr", type="lycee", campuses=[campus])
    lycee = SimpleNamespace(website=None, type="lycee", campuses=[campus])
    other = SimpleNamespace(website=None, type=None, campuses=[campus])
    told = [
        text_of(contact_line(SimpleNamespace(school=one, directory=directory_of(one)), words))  # type: ignore[arg-type]
        for one in (known, lycee, other)
    ]
    assert told[0].endswith("https://ecole.example.fr")
    assert words.unknown in told[1]
    assert told[1].endswith("?q=0590184E")
    assert told[2].endswith(words.unknown)


def test_one_diploma_done_two_ways_has_two_names(words: Wording) -> None:
    full, likely = SimpleNamespace(mode="full"), SimpleNamespace(mode="likely")
    asked = {"title": "BTS Photographie", "course_name": None, "award": "national"}
    ways = [("scolaire",), ("apprentissage",), ("scolaire", "apprentissage"), ("apprentissage",)]
    names = [
        course_name(SimpleNamespace(**asked, routes=way, alternance=mode), words)  # type: ignore[arg-type]
        for way, mode in zip(ways, (None, full, full, likely), strict=True)
    ]
    as_apprentice = words(
        "BTS Photographie, en apprentissage", "BTS Photographie, as an apprentice"
    )
    assert names == ["BTS Photographie", as_apprentice, "BTS Photographie", "BTS Photographie"]


def test_unknown_fees_are_never_free(catalogue: Catalogue, words: Wording, read: Read) -> None:
    for slug in SCHOOLS:
        if slug == "lycee-des-goelands":  # the one that is known to be free
            continue
        shown = "\n".join(read(page_of(catalogue, slug, words)))
        assert not re.search(r"(?<!\d)0\s€|€0\b", shown)


def test_known_to_be_free_is_said_with_its_year(
    catalogue: Catalogue, french: Wording, english: Wording
) -> None:
    told = "\n".join(
        part(page_of(catalogue, "lycee-des-goelands", french), "programme-bts-montage")
    )
    assert "gratuit, 2025-2026. scolarité gratuite" in told
    told = "\n".join(
        part(page_of(catalogue, "lycee-des-goelands", english), "programme-bts-montage")
    )
    assert "free, 2025-2026. free tuition" in told


@pytest.mark.parametrize(
    ("slug", "programme", "fr", "old"),
    [
        ("institut-cornouaille", "montage", "2026-2027", False),
        ("centre-mirabelle", "monteur", "2025-2026", False),
        ("ateliers-du-levant", "image", "2018-2019", True),
        ("belle-aurore", "montage", "année non précisée", True),
    ],
)
def test_an_amount_has_its_year_and_a_warning_when_old(
    catalogue: Catalogue, french: Wording, slug: str, programme: str, fr: str, old: bool
) -> None:
    told = part(page_of(catalogue, slug, french), f"programme-{programme}")
    (fees,) = [text for text in told if text.startswith("Frais : ")]
    assert fr in fees
    assert ("à vérifier" in fees) is old


def test_a_range_of_fees_gives_both_ends(catalogue: Catalogue, french: Wording) -> None:
    told = "\n".join(part(page_of(catalogue, "institut-cornouaille", french), "programme-montage"))
    narrow, space = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
    assert f"de 7{narrow}900 à 8{narrow}500{space}€ par an" in told


def test_an_expired_certification_names_its_successor(catalogue: Catalogue, words: Wording) -> None:
    told = "\n".join(part(page_of(catalogue, "atelier-des-dunes", words), "recognition"))
    assert words("échue depuis le 30 juin 2025", "expired on 30 June 2025") in told
    assert (
        words("active au registre le 15 janvier 2025", "active in the register on 15 January 2025")
        in told
    )
    assert words("remplacée par RNCP 99003", "replaced by RNCP 99003") in told
    assert words("jusqu'au 31 janvier 2029", "until 31 January 2029") in told


def test_a_certification_without_an_end_says_so(catalogue: Catalogue, words: Wording) -> None:
    told = "\n".join(part(page_of(catalogue, "quai-neuf", words), "programme-assistanat"))
    assert words("échéance inconnue", "end unknown") in told
    assert words("intitulé reconstitué", "title inferred") in told
    assert words("absente des certifications actives le 23 avril 2026",
                 "not among the active certifications on 23 April 2026") in told  # fmt: skip


def test_a_certification_in_force_needs_no_other_day(catalogue: Catalogue, words: Wording) -> None:
    told = "\n".join(part(page_of(catalogue, "centre-mirabelle", words), "programme-monteur"))
    assert "RNCP 99001" in told
    assert words("au registre", "in the register") not in told


def test_what_became_of_apprentices_is_of_the_whole_centre_and_has_its_cohort(
    catalogue: Catalogue, words: Wording
) -> None:
    page = page_of(catalogue, "centre-mirabelle", words)
    warned, told = part(page, "insertion")
    assert words("ce n'est le taux d'aucune", "the rate of none") in warned
    assert told.startswith(words(
        "CFA Mirabelle (9740001A) : 30,5 % des apprentis en fin de cursus poursuivent leurs études ; parmi "
        "ceux qui n'en poursuivent pas, 58 % en emploi 6 mois après la sortie ; années 2023-2024 réunies. [",
        "CFA Mirabelle (9740001A): 30.5% of apprentices at the end of their course go on studying; of those "
        "who do not, 58% in a job 6 months after leaving; years 2023-2024 together. ["))  # fmt: skip
    for section in page.sections:
        assert section.key == "insertion" or not any("58" in text_of(i.line) for i in section.items)
    assert part(page_of(catalogue, "cours-vermeil", words), "insertion") == []


def test_a_visa_has_its_end_or_an_unknown_one(catalogue: Catalogue, french: Wording) -> None:
    told = "\n".join(part(page_of(catalogue, "belle-aurore", french), "recognition"))
    assert "dont la fin n'a pas été vue. Échéance inconnue." in told
    assert "Grade de licence accordé en 2019. Échu depuis le 31 août 2024." in told
    told = "\n".join(part(page_of(catalogue, "institut-cornouaille", french), "recognition"))
    assert "Jusqu'au 31 août 2027." in told


def test_a_private_name_stands_beside_the_official_title(
    catalogue: Catalogue, words: Wording
) -> None:
    told = part(page_of(catalogue, "centre-mirabelle", words), "programme-monteur")
    assert "Mastère Montage" in told[0]
    assert told[1] == words("Diplôme : Monteur de films", "Diploma: Monteur de films")


def test_a_private_name_is_quoted(catalogue: Catalogue, french: Wording, english: Wording) -> None:
    # docs: private "Mastère/Bachelor" names stay in quotes as commercial names.
    told = part(page_of(catalogue, "centre-mirabelle", french), "programme-monteur")
    assert told[0] == french.quoted("Mastère Montage")
    told = part(page_of(catalogue, "centre-mirabelle", english), "programme-monteur")
    assert told[0] == english.quoted("Mastère Montage")


def test_the_alternance_of_a_programme_has_its_evidence(
    catalogue: Catalogue, words: Wording
) -> None:
    told = "\n".join(part(page_of(catalogue, "ateliers-du-levant", words), "programme-image"))
    assert words("Alternance : probable", "Alternance: likely") in told
    assert words("Déduit de deux registres", "Inferred from two registers") in told
    assert "(2025)" in told


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        (r"2e année|(deuxième|seconde) année|années? ?:? 2", r"(2nd|second) year|years?:? 2"),
        (r"contrat[^.]*avant", r"contract[^.]*before"),
    ],
)
def test_the_years_in_alternance_and_the_contract_are_told(
    catalogue: Catalogue, words: Wording, fr: str, en: str
) -> None:
    # The model holds which years, and whether the contract must be signed before entry.
    told = part(page_of(catalogue, "lycee-des-goelands", words), "programme-bts-montage")
    assert re.search(words(fr, en), "\n".join(told), re.IGNORECASE)


def test_the_status_under_which_it_is_followed_is_told(
    catalogue: Catalogue, words: Wording
) -> None:
    told = part(page_of(catalogue, "lycee-des-goelands", words), "programme-bts-montage")
    assert label(words, "route", "scolaire") in "\n".join(told)


def test_selectivity_counts_what_it_counts(catalogue: Catalogue, words: Wording) -> None:
    told = "\n".join(part(page_of(catalogue, "lycee-des-goelands", words), "programme-bts-montage"))
    assert words("310 vœux confirmés, 15 places", "310 confirmed wishes, 15 places") in told
    assert words("240 candidats, 14 admis", "240 applicants, 14 admitted") in told


def test_each_entry_cites_its_source_and_the_day_it_was_read(
    catalogue: Catalogue, french: Wording
) -> None:
    told = "\n".join(part(page_of(catalogue, "ecole-du-phare", french), "recognition"))
    assert "[École du Phare, lu le 23 novembre 2026]" in told


def test_the_jobs_it_prepares_for_come_in_both_genders(
    catalogue: Catalogue, french: Wording
) -> None:
    told = "\n".join(part(page_of(catalogue, "institut-cornouaille", french), "programme-montage"))
    assert "Prépare à : Monteur / Monteuse" in told


def test_a_programme_taught_on_one_campus_only_says_where(
    catalogue: Catalogue, words: Wording
) -> None:
    page = page_of(catalogue, "institut-cornouaille", words)
    assert "Saint-Denis" in "\n".join(part(page, "programme-montage"))
    assert "Rennes" in "\n".join(part(page, "programme-realisation"))


@pytest.mark.parametrize("slug", SCHOOLS)
def test_no_page_shows_a_hole(catalogue: Catalogue, words: Wording, read: Read, slug: str) -> None:
    page = page_of(catalogue, slug, words)
    for text in read(page):
        assert not re.search(r"\bNone\b|View\(|\[\]|\(\)", text)
        assert not re.search(r": *$|, *$|^ *[,;]", text)
    assert all(section.items or section.table for section in page.sections)


def test_a_membership_is_not_a_recognition(catalogue: Catalogue, words: Wording) -> None:
    told = "\n".join(part(page_of(catalogue, "ecole-du-phare", words), "where"))
    assert "Réseau des écoles fictives" in told
    assert words("une adhésion, pas une reconnaissance", "a membership, not a recognition") in told


def table_of(page: Page) -> list[list[str]]:
    """Return the cells of the table of programmes."""
    (table,) = [section.table for section in page.sections if section.table]
    return [[text_of(cell) for cell in row.cells] for row in table.rows]


def test_several_programmes_are_a_table_right_after_the_verdict(
    catalogue: Catalogue, french: Wording
) -> None:
    page = page_of(catalogue, "institut-cornouaille", french, full=False)
    assert [section.key for section in page.sections][:2] == ["summary", "programmes"]
    (montage,) = [row for row in table_of(page) if "Saint-Denis" in row[0]]
    assert "diplôme visé, jusqu'au 31 août 2027" in montage[1]
    assert not [s for s in page.sections if s.key.startswith("programme-")]
    assert "school show institut-cornouaille --full" in part(page, "programmes")[0]


def test_one_programme_is_told_whole_and_none_is_said_to_be_unknown(
    catalogue: Catalogue, words: Wording, changed: Callable[..., Catalogue], content: Content
) -> None:
    short = page_of(catalogue, "lycee-des-goelands", words, full=False)
    whole = page_of(catalogue, "lycee-des-goelands", words)
    assert part(short, "programme-bts-montage") == part(whole, "programme-bts-montage") != []
    bare = changed(schools=tuple(
        school.model_copy(update={"programmes": ()}) if school.slug == "cours-vermeil" else school
        for school in content.schools
    ))  # fmt: skip
    (told,) = part(page_of(bare, "cours-vermeil", words, full=False), "programmes")
    assert words("Aucune formation renseignée", "No programme known") in told


@pytest.mark.parametrize("full", [False, True])
def test_a_remark_that_programmes_share_is_said_once_with_their_names(
    catalogue: Catalogue,
    french: Wording,
    changed: Callable[..., Catalogue],
    content: Content,
    *,
    full: bool,
) -> None:
    note = Text(fr="Avoir moins de 27 ans.", en="Be under 27.")
    doubt = Text(fr="Le montant n'a pas été lu.", en="The amount was not read.")
    schools = []
    for school in content.schools:
        first, *rest = school.programmes or (None,)
        if school.slug == "institut-cornouaille" and first:
            programmes = [each.model_copy(update={"doubts": (doubt,)}) for each in (first, *rest)]
            programmes[0] = programmes[0].model_copy(update={"admission_note": note})
            school = school.model_copy(update={"programmes": tuple(programmes)})  # noqa: PLW2901
        schools.append(school)
    page = page_of(changed(schools=tuple(schools)), "institut-cornouaille", french, full=full)
    told = [text_of(item.line) for section in page.sections for item in section.items]
    assert [text for text in told if "montant" in text] == [
        "Toutes les formations : Le montant n'a pas été lu."
    ]
    (admission,) = [text for text in told if "27 ans" in text]
    assert not admission.startswith("Toutes")
    assert admission == part(page, "admission")[0]


@pytest.mark.parametrize("slug", SCHOOLS)
def test_a_short_sheet_cites_what_it_says_and_leads_to_its_sources(
    catalogue: Catalogue, words: Wording, slug: str
) -> None:
    page = page_of(catalogue, slug, words, full=False)
    assert page.sections[-1].key == "sources"
    assert f"avcareers sources {slug}" in part(page, "sources")[-2]
    assert f"avcareers school check {slug}" in part(page, "ask")[0]


def test_what_is_not_known_of_who_answers_is_one_line_in_short(
    catalogue: Catalogue, french: Wording
) -> None:
    told = part(page_of(catalogue, "cours-vermeil", french, full=False), "recognition")
    (unknown,) = [text for text in told if text.startswith("Non renseigné : ")]
    for what in ("tutelle ou contrat", "inscription au RNCP", "visa ou grade", "Qualiopi"):
        assert what in unknown
