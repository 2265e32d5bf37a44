"""What people really earn, as it is shown: in sentences, and never as a minimum."""

from avcareers.present.earnings import earnings_section, leading_line, outlook_items
from avcareers.present.handout import handout_page
from avcareers.present.job import job_sheet_page
from avcareers.present.page import text_of
from avcareers.query.handout import handout
from avcareers.query.job import job_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"


def lines(catalogue: Catalogue, words: Wording, *, full: bool) -> list[str]:
    sheet = job_sheet(catalogue, "realisateur", TODAY)
    return [text_of(item.line) for item in earnings_section(sheet.earnings, words, full=full).items]


def test_a_figure_says_its_group_its_year_and_who_says_so(
    catalogue: Catalogue, words: Wording
) -> None:
    first, *_ = lines(catalogue, words, full=True)
    expected = words(
        "Ce métier – Salaire brut : 2 000 € par mois en valeur médiane en 2019, pour les personnes qui "
        "ont répondu (la Guilde imaginaire, syndicat)",
        "This job – Gross pay: €2,000 a month at the median in 2019, for those who answered (the "
        "Imaginary Guild, a union)")  # fmt: skip
    assert first.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ") == (
        expected
    )


def test_figures_of_one_group_and_year_make_one_line(catalogue: Catalogue, words: Wording) -> None:
    whole = lines(catalogue, words, full=True)
    (both,) = (text for text in whole if "420" in text)
    assert words("temps de travail : environ", "working time: about") in both
    assert words("notre division : deux totaux", "our division: two totals") in both
    assert both.count("2022") == 1
    (old,) = (text for text in whole if "2021" in text)
    assert words("environ", "about") not in old


def test_a_short_sheet_keeps_the_first_of_earnings_and_of_hours(
    catalogue: Catalogue, words: Wording
) -> None:
    short = lines(catalogue, words, full=False)
    assert len(short) == 3  # the job's earnings, the sector's hours, what they are not
    assert words("ni un minimum", "neither a minimum") in short[-1]


def test_employment_stands_with_what_is_changing(catalogue: Catalogue, words: Wording) -> None:
    rows = job_sheet(catalogue, "realisateur", TODAY).earnings
    (moved,) = outlook_items(rows, words, full=False)
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
