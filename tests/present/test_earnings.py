"""What people really earn, as it is shown: in sentences, and never as a minimum."""

from avcareers.present.earnings import brief_line, earnings_section, leading_line, outlook_items
from avcareers.present.handout import handout_page
from avcareers.present.job import job_sheet_page
from avcareers.present.page import text_of
from avcareers.query.handout import handout
from avcareers.query.job import job_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"


def lines(catalogue: Catalogue, words: Wording) -> list[str]:
    sheet = job_sheet(catalogue, "realisateur", TODAY)
    return [text_of(item.line) for item in earnings_section(sheet.earnings, words).items]


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_figure_says_its_group_its_year_and_who_says_so(
    catalogue: Catalogue, words: Wording
) -> None:
    first, *_ = lines(catalogue, words)
    expected = words(
        "Dans ce métier, salaire brut : 2 000 € par mois en valeur médiane en 2019, pour les personnes qui "
        "ont répondu (la Guilde imaginaire, syndicat)",
        "In this job, gross pay: €2,000 a month at the median in 2019, for those who answered (the "
        "Imaginary Guild, a union)")  # fmt: skip
    assert first.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ") == (
        expected
    )


def test_figures_of_one_group_and_year_make_one_line(catalogue: Catalogue, words: Wording) -> None:
    whole = lines(catalogue, words)
    (both,) = (text for text in whole if "420" in text)
    assert words("temps de travail : environ", "working time: about") in both
    assert words("notre division : deux totaux", "our division: two totals") in both
    assert both.count("2022") == 1
    (old,) = (text for text in whole if "2021" in text)
    assert words("environ", "about") not in old


def test_a_short_sheet_says_what_people_earn_in_a_line_beside_the_pay(
    catalogue: Catalogue, words: Wording
) -> None:
    sheet = job_sheet(catalogue, "realisateur", TODAY)
    page = job_sheet_page(sheet, words)
    parts = {section.key: section for section in page.sections}
    assert "earnings" not in parts
    (said,) = (one_line(text_of(item.line)) for item in parts["pay"].items)
    assert said == words(
        "Dans ce métier, salaire brut : 2 000 € par mois en valeur médiane (2019 ; les personnes qui "
        "ont répondu).",
        "In this job, gross pay: €2,000 a month at the median (2019; those who answered).")  # fmt: skip
    assert parts["pay"].least == 1


def test_hours_of_the_same_group_go_with_what_it_earned_and_its_remark_stays_out(
    real_catalogue: Catalogue, words: Wording
) -> None:
    said = brief_line(job_sheet(real_catalogue, "scripte", TODAY).earnings, words)
    assert said
    assert one_line(text_of(said)) == words(
        "Tous métiers du secteur confondus, salaires bruts : environ 9 500 € pour environ 420 heures dans "
        "l'année, en moyenne (2022 ; les contrats courts du spectacle).",
        "All jobs of the sector together, gross wages: about €9,500 for about 420 hours over the year, on "
        "average (2022; short contracts in entertainment).")  # fmt: skip
    assert brief_line((), words) is None


def test_what_is_said_of_the_whole_sector_is_not_on_every_short_sheet(
    real_catalogue: Catalogue, words: Wording
) -> None:
    sheet = job_sheet(real_catalogue, "scripte", TODAY)
    assert outlook_items(sheet.earnings, words, full=False) == ()
    assert outlook_items(sheet.earnings, words, full=True)


def test_employment_stands_with_what_is_changing(catalogue: Catalogue, words: Wording) -> None:
    rows = job_sheet(catalogue, "realisateur", TODAY).earnings
    (moved,) = outlook_items(rows, words, full=True)
    said = words("jusqu'à −8\N{NO-BREAK SPACE}% de 2023 à 2024", "up to −8% from 2023 to 2024")
    assert said in text_of(moved.line)
    page = job_sheet_page(job_sheet(catalogue, "realisateur", TODAY), words, full=True)
    keys = [section.key for section in page.sections]
    assert abs(keys.index("earnings") - keys.index("contracts")) > 1
    assert "changes" in keys


def test_a_handout_has_the_line_when_its_page_has_room(
    real_catalogue: Catalogue, words: Wording
) -> None:
    shown = 0
    for job in real_catalogue.slugs("profession")[::12]:
        page = handout_page(handout(real_catalogue, job, TODAY), words)
        keys = [section.key for section in page.sections]
        assert "earnings" not in keys or keys.index("earnings") > keys.index("pay") + 1
        shown += "earnings" in keys
    assert shown
    assert leading_line((), words) is None
