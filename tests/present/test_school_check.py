"""What to ask a school, as it is said: facts and sources, no score, no verdict."""

import re
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from avcareers.model.content import Content
from avcareers.model.school import Programme
from avcareers.present.compare import rows_of
from avcareers.present.handouts import check_handout_page
from avcareers.present.page import Line, Page, text_of
from avcareers.present.paper import PaperWording
from avcareers.present.school import school_sheet_page
from avcareers.present.school_check import MISLEADING, UNSURE, school_check_page
from avcareers.present.school_questions import MOST
from avcareers.present.school_verdict import diplomas_phrase
from avcareers.query.school_check import (
    RULES,
    SchoolCheck,
    school_check,
)
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

from ..own_data import RAISED, compiled

Reading = Callable[[Page], list[str]]


ABSENCES = {"no-ministry", "no-registration", "fees-unknown", "alternance-unknown"}
"""Rules about what no source says: there is none to cite."""

VERDICTS = re.compile(
    r"\b(excellente?s?|meilleure?s?|mauvaise?s?|médiocres?|douteu(x|se)s?|arnaques?|fiables?"
    r"|sérieu(x|se)s?|recommand\w+|déconseill\w+"
    r"|éviter|méfi\w+|attention|alerte|score|étoiles?|réputé\w*"
    r"|excellent|best|worst|bad|poor|scam|reliable|trustworthy|recommend\w*|avoid|beware|warning"
    r"|rating|stars?)\b|\b[0-9]+ ?/ ?(5|10|20|100)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="session")
def catalogue(catalogue_to_check: Catalogue) -> Catalogue:
    """Return the catalogue of the schools to check."""
    return catalogue_to_check


def points(check: SchoolCheck) -> list[tuple[str, str]]:
    return [(point.rule, point.programme) for point in check.points]


def fact(check: SchoolCheck, rule: str, programme: str) -> dict[str, Any]:
    """Return the facts of one point."""
    (point,) = [p for p in check.points if (p.rule, p.programme) == (rule, programme)]
    return point.facts


def test_an_ended_registration_names_its_successor(
    catalogue: Catalogue, today: str, words: Wording, read: Reading
) -> None:
    check = school_check(catalogue, "studio-tramontane", today)
    facts = fact(check, "registration-expired", "prise-de-vues")
    assert (facts["number"], facts["expires"], facts["successors"]) == (
        99002, "2025-06-30", ("rncp-99003",),
    )  # fmt: skip
    told = " ".join(read(school_check_page(check, words)))
    assert "RNCP 99002" in told
    assert "RNCP 99003" in told
    assert words.day("2025-06-30") in told


def test_the_total_cost_is_written_with_its_length_and_year(
    catalogue: Catalogue, today: str, words: Wording, read: Reading
) -> None:
    told = " ".join(
        read(school_check_page(school_check(catalogue, "studio-tramontane", today), words))
    )
    low, high = words.euros(15000), words.euros(18001.5)
    assert words(f"de {low} à {high} pour 3", f"{low} to {high} for 3") in told
    assert f"{words.euros(14000)} {words('pour', 'for')} 2" in told
    assert words(f"{words.euros(1500)} pour 6", f"{words.euros(1500)} for 6") in told
    assert "2026-2027" in told


def test_what_is_only_likely_is_not_said_to_be(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    """`likely`: two registers agree on the school, and neither names the course."""
    page = school_check_page(school_check(catalogue, "studio-tramontane", today), words)
    (section,) = [section for section in page.sections if section.key == "employer"]
    facts = [text_of(item.line) for item in section.items if item.bullet]
    likely = words("probable", "likely")
    (of_likely,) = [text for text in facts if "Licence de montage" in text]
    assert likely in of_likely.lower()
    (of_known,) = [text for text in facts if "Assistant de postproduction" in text]
    assert likely not in of_known.lower()


def test_each_fact_has_its_source_and_day_and_each_absence_none(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    check = school_check(catalogue, "studio-tramontane", today)
    for point in check.points:
        absent = point.rule in ABSENCES
        assert (point.source is None) == absent
        assert absent or point.source in check.sheet.cited
    page = school_check_page(check, words)
    for section in page.sections:
        facts = [i for i in section.items if i.bullet and section.key in RULES]
        for item in facts:
            cited = words("lu le", "read on") in text_of(item.line)
            assert cited == (section.key not in ABSENCES)


def test_each_rule_that_is_raised_is_told_and_explained(
    real_catalogue: Catalogue, catalogue: Catalogue, today: str
) -> None:
    page = school_check_page(school_check(catalogue, "studio-tramontane", today), Wording("fr"))
    # What has these is in the real catalogue alone.
    elsewhere = {"registration-unlinked", "registration-ending", "offer-closed", "length-unsure"}
    misleading = [rule for rule in MISLEADING if rule not in elsewhere]
    assert [section.key for section in page.sections][:2] == ["recognised", misleading[0]]
    told = [section.key for section in page.sections if section.key in RULES]
    assert told == [rule for rule in (*MISLEADING, *UNSURE) if rule not in elsewhere]
    # That no ministry answers is the answer itself.
    assert {*told, "no-ministry", *elsewhere} == set(RULES)
    (explained,) = [section for section in page.sections if section.key == "explained"]
    commands = text_of(explained.items[0].line).split(" · ")
    assert len(commands) == len(set(commands)) > 4
    known = set(real_catalogue.slugs("topic"))
    assert {command.removeprefix("avcareers explain ") for command in commands} <= known


def answer(catalogue: Catalogue, school: str, today: str, words: Wording) -> list[str]:
    """Return what the page says first, then of each diploma."""
    first, *others = school_check_page(school_check(catalogue, school, today), words).sections
    assert first.key == "recognised"
    diplomas = [section for section in others if section.key == "diplomas"]
    return [text_of(item.line) for section in (first, *diplomas) for item in section.items]


def test_the_page_opens_with_whether_the_school_and_its_diplomas_are_recognised(
    catalogue: Catalogue, today: str, french: Wording
) -> None:
    school, diplomas, alternance, cost, *each = answer(
        catalogue, "studio-tramontane", today, french
    )
    assert school.startswith(
        "L'école : privée ; aucun ministère n'en répond, d'après les sources lues"
    )
    assert diplomas.startswith("Ses diplômes : ")
    assert alternance.startswith("En alternance : ")
    assert cost.startswith("Coût par an : ")
    told = "\n".join(each)
    # Each registration has its number and its end.
    assert re.search(r"RNCP 99002, niveau \d, échu depuis le 30 juin 2025", told)
    assert "échéance inconnue, à vérifier" in told
    assert "Un titre inscrit au RNCP n'est pas un diplôme national" in each[-1]


def test_both_halves_of_the_claim_are_answered_and_only_what_is_unknown_is_asked(
    real_catalogue: Catalogue, today: str, french: Wording
) -> None:
    """« Reconnue par l'État » and « en alternance »: what the sheet knows is no question."""
    school, diplomas, alternance, *_ = answer(real_catalogue, "esra-paris", today, french)
    assert "l'État ne vise que les diplômes d'écoles reconnues" in school
    assert "aucun ministère" not in school
    assert diplomas.startswith("Ses diplômes : diplôme visé par l'État (jusqu'au 31 août 2029)")
    # A list without apprentices says of no course that it has none: all is to be asked.
    assert alternance == "En alternance : non renseigné."
    _, _, alternance, *_ = answer(real_catalogue, "emile-cohl", today, french)
    assert alternance == "En alternance : non pour 2 formations ; non renseigné pour 1."
    page = school_check_page(school_check(real_catalogue, "emile-cohl", today), french)
    (section,) = [section for section in page.sections if section.key == "questions"]
    (asked,) = [t for item in section.items if "en alternance" in (t := text_of(item.line))]
    assert asked.startswith("Dessin narratif (dont animation) : la formation se fait-elle")


def test_a_diploma_not_seen_offered_lately_is_to_be_checked_where_it_is_named(
    real_catalogue: Catalogue, today: str, french: Wording
) -> None:
    _, diplomas, _, _, bts, *_ = answer(real_catalogue, "3is", today, french)
    to_check = "à vérifier (dernière session vue : 2023)"
    assert diplomas.startswith(
        f"Ses diplômes : diplôme national (BTS) pour 1 formation, {to_check}"
    )
    assert bts.endswith(f"À{to_check[1:]}.")


def test_a_national_diploma_is_told_apart_from_the_private_school_that_prepares_for_it(
    real_catalogue: Catalogue, today: str, french: Wording
) -> None:
    school, _, _, cost, *each = answer(real_catalogue, "eicar", today, french)
    assert cost.startswith(f"Coût par an : de {french.euros(8700)} à {french.euros(8900)}")
    assert "aucun ministère n'en répond" in school
    (bts,) = [text for text in each if "diplôme national (BTS)" in text]
    assert "le ministère de l'Enseignement supérieur en répond" in bts
    assert any("RNCP 39253, niveau 6, jusqu'au 27 juin 2027." in text for text in each)
    # The register writes it in capitals; who certifies all the titles is said once.
    assert sum("Paris EICAR Campus" in text for text in each) == 1


def test_a_school_is_neither_scored_nor_judged(
    catalogue: Catalogue, real_catalogue: Catalogue, today: str, words: Wording, read: Reading
) -> None:
    checks = [school_check(catalogue, school, today) for school in RAISED]
    checks.append(school_check(real_catalogue, "eicar", today))
    for check in checks:
        page = school_check_page(check, words)
        said = text_of(page.lead[0])
        assert words("Ni note, ni verdict", "No score, no verdict") in said
        for text in read(page._replace(lead=())):
            assert not VERDICTS.search(text), text


def test_questions_are_few_and_all_different(
    catalogue: Catalogue, real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    checks = [school_check(catalogue, school, today) for school in RAISED]
    checks += [school_check(real_catalogue, school, today)
               for school in real_catalogue.slugs("school")]  # fmt: skip
    counts = set()
    for check in checks:
        page = school_check_page(check, words)
        (section,) = [section for section in page.sections if section.key == "questions"]
        questions = [text_of(item.line) for item in section.items]
        counts.add(len(questions))
        assert 1 <= len(questions) <= MOST
        grants = [each for each in questions if "Crous" in each]
        lone = check.sheet.school.kind == "public" or check.sheet.only_as_apprentice
        assert len(grants) == (not lone), check.slug
        assert len(set(questions)) == len(questions)
        assert all(question.endswith("?") for question in questions)
    assert counts >= {1, 3, 5, 7}


def test_the_questions_are_those_that_the_page_itself_raises(
    real_catalogue: Catalogue, today: str, french: Wording
) -> None:
    """3iS: an order not found, ends unknown, no price, alternance likely or not known, an old session."""
    page = school_check_page(school_check(real_catalogue, "3is", today), french)
    (section,) = [section for section in page.sections if section.key == "questions"]
    order, visa, end, cost, likely, employer, alternance, offer, grants, rates = [
        text_of(item.line) for item in section.items
    ]
    assert order.startswith("Quel arrêté reconnaît l'école")
    assert visa.startswith("Cinéma & audiovisuel, ")
    assert "jusqu'à quand le visa" in visa
    # The end of a visa's registration is that of the visa: it is asked once.
    assert end.startswith("Régie technique du spectacle, Production")
    assert cost.startswith("Combien coûtent")
    assert likely.startswith("Montage, Prise de vues, Son, ")
    assert "probable" in likely
    assert "trouvé d'employeur" in employer
    assert "se fait-elle en alternance" in alternance
    assert "ouvre-t-elle encore" in offer
    assert "boursiers du Crous" in grants
    # What became of its apprentices says nothing of the others.
    assert rates.startswith("Taux d'emploi")


def test_the_check_on_paper_leaves_out_the_pages_of_the_rules(
    real_catalogue: Catalogue, today: str
) -> None:
    words = PaperWording("fr", real_catalogue)
    page = check_handout_page(school_check(real_catalogue, "travelling", today), words)
    assert "explained" not in [section.key for section in page.sections]
    said = words.command("explain", "reconnu-par-l-etat")
    assert said.count("«") == said.count("»") == 1


def test_a_school_with_nothing_to_ask_about_is_asked_for_its_figures(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    page = school_check_page(school_check(catalogue, "atelier-sirocco", today), words)
    keys = [section.key for section in page.sections]
    assert keys == ["recognised", "diplomas", "questions", "register"]
    _, item = page.sections[2].items
    assert words("de quelle promotion", "of which year group") in text_of(item.line)


def test_there_is_no_nearest_public_programme_without_a_job_in_common(
    catalogue: Catalogue, today: str, words: Wording
) -> None:
    # No public programme of these tests prepares for colour grading.
    check = school_check(catalogue, "atelier-sirocco", today)
    assert check.nearest_public == ()
    assert "public" not in [section.key for section in school_check_page(check, words).sections]


def _after_the_bac(programme: Programme) -> Programme:
    """Return a programme that asks for the level the public one asks for."""
    return programme.model_copy(update={"entry_level": 4})


def test_the_distance_is_to_where_the_programme_is_taught(
    content_to_check: Content, today: str, words: Wording
) -> None:
    # Directing is taught in Lyon only, though the school is also in Brest, next door.
    schools = tuple(
        school.model_copy(update={"programmes": tuple(map(_after_the_bac, school.programmes))})
        for school in content_to_check.schools
    )
    with closing(compiled(content_to_check.model_copy(update={"schools": schools}))) as catalogue:
        check = school_check(catalogue, "studio-tramontane", today)
    by_campus = {nearest.campus: nearest for nearest in check.nearest_public}
    assert by_campus
    nearest = by_campus["brest"]
    assert nearest.course.programme == "realisation"
    assert nearest.kilometres == pytest.approx(765, abs=15)
    page = school_check_page(check, words)
    (section,) = [section for section in page.sections if section.key == "public"]
    assert "avcareers school show ecole-du-ponant" in text_of(section.items[0].line)


@pytest.mark.parametrize(("school", "away"), [("esra-paris", ("à 3 km de l'école", "3 km from the school")),
                                              ("clcf", ("à 8 km de Paris", "8 km from Paris"))])  # fmt: skip
def test_a_public_programme_says_how_far_from_what_and_that_it_is_done_as_an_apprentice_too(
    real_catalogue: Catalogue, today: str, words: Wording, school: str, away: tuple[str, str]
) -> None:
    # The lycée has each option of the diploma twice: at school, and as an apprentice.
    page = school_check_page(school_check(real_catalogue, school, today), words)
    (section,) = [section for section in page.sections if section.key == "public"]
    (said,) = [text_of(each.line) for each in section.items if "Prévert" in text_of(each.line)]
    assert words(*away).replace("'", "’") in said.replace("\N{NO-BREAK SPACE}", " ").replace(
        "'", "’"
    )
    assert words(
        "entrée : bac ; aussi en apprentissage ;", "entry: bac; also as an apprentice;"
    ) in (said.replace("\N{NO-BREAK SPACE}", " "))


def test_a_diploma_that_may_be_a_title_is_told_alike_on_every_surface(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    """« Diplôme d'école » here, a number there, « inscription au RNCP non renseignée » elsewhere."""
    found = [slug for slug in real_catalogue.slugs("school")
             if any(p.award in {"unsettled", "rncp"} for p in real_catalogue.document("school", slug).programmes)]  # fmt: skip
    for slug in found:
        check = school_check(real_catalogue, slug, today)
        possible = [each.certification for one in check.diplomas for each in one.possible]
        named = {str(each.number) for each in possible}
        assert bool(possible) == any(one.award == "unsettled" for one in check.diplomas), slug
        said = diplomas_phrase(check.sheet, words)
        show = "\n".join(map(text_of, lines_of(school_sheet_page(check.sheet, words))))
        assert words("inscription au RNCP –", "RNCP registration –") not in show, slug
        if not possible:
            continue
        assert said == dict(rows_of(check.sheet, words))[words("Ses diplômes", "Its diplomas")][0]
        page = school_check_page(check, words)
        told = "\n".join(map(text_of, lines_of(page)))
        asked = next(section for section in page.sections if section.key == "questions")
        for text in (said, show, told, "".join(text_of(item.line) for item in asked.items)):
            assert all(number in text for number in named), slug
        assert said in told
        assert all(each.url in told for each in possible)


def lines_of(page: Page) -> list[Line]:
    """Return the lines of the sections of a page, its tables' cells too."""
    tables = (section.table for section in page.sections if section.table)
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    return [*cells, *(item.line for section in page.sections for item in section.items)]
