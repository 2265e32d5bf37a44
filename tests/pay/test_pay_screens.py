"""The pages about pay: what stands by every figure, and what is never printed as due."""

import io
import re
from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from avcareers.model.base import Text
from avcareers.present.job import job_sheet_page
from avcareers.present.page import Page, text_of
from avcareers.present.pay import pay_items, pay_page
from avcareers.present.pay_history import history_page
from avcareers.present.shooting_week import week_page
from avcareers.query.job import job_sheet
from avcareers.query.pay import pay_history, pay_of
from avcareers.query.shooting_week import shooting_weeks
from avcareers.render.terminal import print_page
from avcareers.render.widths import columns_that_fit
from avcareers.store.catalogue import Catalogue
from avcareers.store.view import View
from avcareers.text.wording import Wording

from ..render.test_screens import Screen

Reading = Callable[[Page], list[str]]

JOBS = (
    "realisateur", "scripte", "cadreur", "assistant-monteur", "monteur", "chef-monteur",
    "etalonneur",
)  # fmt: skip
FIXED = (
    "Minimum conventionnel brut, pas un revenu.",
    "Gross minimum under the collective agreement, not an income.",
)
EUROS = re.compile(r"€[0-9,.]*[0-9]|[0-9][0-9\u202f ,.]*\u00a0€")


def rows(page: Page) -> list[dict[str, str]]:
    """Return the rows of a page's table, by the keys of its columns."""
    assert page.table
    keys = [column.key for column in page.table.columns]
    return [
        dict(zip(keys, map(text_of, row.cells), strict=True), group=row.group)
        for row in page.table.rows
    ]


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("day", ["2014-12-31", "2024-06-01", "2026-11-23"])
def test_every_page_says_that_a_floor_is_not_an_income(
    catalogue: Catalogue, words: Wording, job: str, day: str
) -> None:
    for page in (
        pay_page(pay_of(catalogue, job, day), words),
        pay_page(pay_of(catalogue, job, day, units=("week", 8)), words),
        history_page(pay_history(catalogue, job, day), words),
        week_page(shooting_weeks(catalogue, job, day, 50), words),
    ):
        assert words(*FIXED) in [text_of(spans) for spans in page.lead]


@pytest.mark.parametrize("job", [job for job in JOBS if job != "realisateur"])
def test_the_sheet_of_a_job_says_it_too(catalogue: Catalogue, words: Wording, job: str) -> None:
    sheet = job_sheet(catalogue, job, "2024-06-01")
    page = job_sheet_page(sheet, words, full=True)
    (section,) = [section for section in page.sections if section.key == "pay"]
    assert words(*FIXED) in text_of(section.items[-1].line)
    for shown in (page, job_sheet_page(sheet, words)):
        verdict = " ".join(text_of(item.line) for item in shown.sections[0].items)
        said = words("(minimum, pas un revenu)", "(a minimum, not an income)")
        assert (said in verdict) == (sheet.pay.headline is not None)


def test_a_job_without_floor_says_so_and_gives_no_figure(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    pay = pay_of(catalogue, "realisateur", today)
    page = pay_page(pay, words)
    assert page.table
    assert page.table.rows == ()
    assert page.empty == words(
        "Aucun minimum trouvé pour ce métier dans les conventions lues.",
        "No minimum found for this job in the agreements read.",
    )
    history = pay_history(catalogue, "realisateur", today)
    assert words("Aucun minimum", "No minimum") in " ".join(read(history_page(history, words)))
    assert pay_items(pay, words, 5) == ()


def test_amounts_stand_in_their_own_unit_with_their_basis_and_day(
    catalogue: Catalogue, words: Wording
) -> None:
    found = rows(pay_page(pay_of(catalogue, "monteur", "2024-12-31"), words))
    units = {row["basis"]: row["unit"] for row in found}
    assert units[words("heure, CDD d'usage", "hour, CDD d'usage")] == words("l'heure", "an hour")
    assert units[words("jour de 8 h, CDD d'usage", "8-hour day, CDD d'usage")] == words(
        "le jour", "a day"
    )
    assert units[words("semaine de 39 h", "39-hour week")] == words("la semaine", "a week")
    month = words("mois à 39 h, CDD d'usage", "month at 39 hours, CDD d'usage")
    assert units[month] == words("le mois", "a month")
    by_basis = {row["basis"]: row for row in found}
    assert by_basis[month]["amount"] == words("3\u202f553,37\u00a0€", "€3,553.37")
    assert by_basis[month]["valid_from"] == "2023-03-30"


def test_a_fee_is_a_fee(catalogue: Catalogue, words: Wording) -> None:
    found = rows(pay_page(pay_of(catalogue, "etalonneur", "2025-04-10"), words))
    (fee,) = [row for row in found if row["basis"] == words("cachet", "fee")]
    assert (fee["amount"], fee["unit"]) == words(
        ("120,75\u00a0€", "le cachet ou forfait"), ("€120.75", "a fee")
    )


def test_read_and_computed_amounts_are_told_apart_and_the_rule_is_given(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    page = pay_page(pay_of(catalogue, "scripte", today), words)
    methods = {row["group"]: row["method"] for row in rows(page)}
    preparation = words("Annexe I, préparation", "Annex I, preparation")
    shoot = words("Annexe II, tournage", "Annex II, shoot")
    by_section = {group.rsplit(" – ", 1)[1]: method for group, method in methods.items()}
    assert by_section[preparation] == words("calculé", "computed")
    assert by_section[shoot] == words("publié", "published")
    rule = words("Grille de 2019, plus 43 € par semaine de 39 h.",
                 "Grid of 2019, plus €43 a 39-hour week.")  # fmt: skip
    assert words(f"Calculé : {rule}", f"Computed: {rule}") in read(page)


def test_an_outdated_floor_shows_no_amount(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    page = pay_page(pay_of(catalogue, "etalonneur", today, units=("week", 8)), words)
    for row in rows(page):
        assert row["amount"] == words("remplacé", "replaced")
        assert row["unit"] == row.get("total", "") == ""
    told = " ".join(read(page))
    for figure in ("900,25", "900.25", "120,75", "120.75", "7\u202f202", "7,202"):
        assert figure not in told


def test_one_line_an_agreement_is_shown_unless_all_are_asked_for(
    catalogue: Catalogue, words: Wording
) -> None:
    pay = pay_of(catalogue, "monteur", "2024-12-31")
    short, whole = pay_page(pay, words, every=False), pay_page(pay, words)
    assert len(rows(short)) == len({floor.idcc for floor in pay.floors})
    assert len(rows(whole)) == len(pay.floors)
    told = [text_of(spans) for spans in short.lead]
    left = words.number(len(pay.floors) - len(short.table.rows if short.table else ()))
    assert any(left in said and said.endswith("avcareers pay monteur --all") for said in told)
    assert not any("--all" in text_of(spans) for spans in whole.lead)
    days = [row["valid_from"] for row in rows(whole) if row["group"].startswith("3097")]
    assert days == sorted(days, reverse=True)


def test_a_replaced_floor_of_the_first_function_is_said_before_the_headline(
    catalogue: Catalogue, words: Wording
) -> None:
    pay = pay_of(catalogue, "monteur", "2025-06-01")
    assert pay.headline is not None
    told = " ".join(text_of(spans) for spans in pay_page(pay, words).lead)
    first = pay.leads[0]
    unknown = words("nouveau montant inconnu", "new amount unknown")
    assert (unknown in told) == (not first.current)
    assert words.euros(pay.headline.amount_eur or 0) in told


def test_every_reason_why_a_floor_is_outdated_is_given(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    told = read(pay_page(pay_of(catalogue, "etalonneur", today), words))
    for why in (
        words("L'annexe III suit depuis une autre règle.",
              "Annex III has followed another rule since."),
        words("Les cachets ont changé sans que le texte soit trouvé.",
              "Fees changed and the text was not found."),
    ):  # fmt: skip
        said = [text for text in told if text.endswith(why)]
        assert said
        assert all(words("minimum remplacé, nouveau montant inconnu",
                         "minimum replaced, new amount unknown") in text for text in said)  # fmt: skip


@pytest.mark.parametrize("every", [False, True])
def test_two_floors_never_look_alike_but_for_their_amount(
    real_catalogue: Catalogue, today: str, *, every: bool
) -> None:
    words = Wording("fr")
    for job in real_catalogue.slugs("profession")[::6]:
        for units in (None, ("day", 5)):
            page = pay_page(pay_of(real_catalogue, job, today, units=units), words, every=every)  # type: ignore[arg-type]
            assert page.table
            fit = columns_that_fit(page.table, 80)
            keys = [page.table.columns[place].key for place in fit.drawn]
            said = [
                (row.group, *(text_of(row.cells[place]) for place, key in zip(fit.drawn, keys, strict=True)
                              if key not in {"amount", "total"}))
                for row in page.table.drawn
            ]  # fmt: skip
            assert len(set(said)) == len(said), job


def test_totals_are_asked_of_the_floors_that_have_one(
    real_catalogue: Catalogue, words: Wording, today: str
) -> None:
    pay = pay_of(real_catalogue, "scripte", today, units=("day", 5))
    page = pay_page(pay, words, every=False)
    with_total = [floor for floor in pay.floors if floor.total_eur is not None]
    assert [row["total"] != "" for row in rows(page)] == [True] * len(with_total)
    without = sum(floor.due and floor.total_eur is None for floor in pay.floors)
    assert any(words.number(without) in text_of(spans) and "--all" in text_of(spans)
               for spans in page.footer)  # fmt: skip
    assert len(rows(pay_page(pay, words))) == len(pay.floors)


@pytest.mark.parametrize(
    ("job", "day", "figures"),
    [("assistant-monteur", "2026-06-01", ("480",)), ("cadreur", "2026-06-01", ("11,70", "11.70"))],
)
def test_a_floor_under_the_legal_minimum_shows_no_amount(
    catalogue: Catalogue, words: Wording, read: Reading, job: str, day: str,
    figures: tuple[str, ...],
) -> None:  # fmt: skip
    pay = pay_of(catalogue, job, day, units=("week", 2))
    below = {floor.function for floor in pay.floors if floor.below_minimum_wage}
    assert below
    page = pay_page(pay, words)
    for row in rows(page):
        # What is also outdated is said to be.
        if row["function"] in below:
            hidden = {words("sous le SMIC", "under SMIC"), words("remplacé", "replaced")}
            assert row["amount"] in hidden
            assert row["unit"] == row.get("total", "") == ""
    told = " ".join([*read(page), *(text_of(item.line) for item in pay_items(pay, words, 5))])
    assert not any(figure in told for figure in figures)
    assert words("le SMIC s'applique", "the SMIC applies") in told


def test_a_week_does_not_print_less_than_the_legal_minimum(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    weeks = shooting_weeks(catalogue, "assistant-monteur", today, 39)
    told = " ".join(read(week_page(weeks, words)))
    assert "480" not in told
    assert words("12\u00a0€", "€12 ") not in told


def test_the_legal_minimum_is_said_with_its_day_and_text(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    told = " ".join(read(pay_page(pay_of(catalogue, "cadreur", today), words)))
    for part in (words.euros(12.31), words.day("2026-06-01"), "Arrêté imaginaire du 22/05/2026"):
        assert part in told


def test_before_any_legal_minimum_known_none_is_said(
    catalogue: Catalogue, words: Wording, read: Reading
) -> None:
    told = " ".join(read(pay_page(pay_of(catalogue, "chef-monteur", "2016-01-01"), words)))
    assert words.euros(1500.0) in told
    assert "SMIC" not in told


def test_so_many_weeks_are_so_many_times_the_floor_under_a_printed_assumption(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    page = pay_page(pay_of(catalogue, "scripte", today, units=("week", 8)), words)
    totals = {row["amount"]: row["total"] for row in rows(page)}
    assert totals == {
        words.euros(1223.05): words("9\u202f784,40\u00a0€", "€9,784.40"),
        words.euros(1290.75): words("10\u202f326\u00a0€", "€10,326"),
        words("remplacé", "replaced"): "",
    }
    assert page.table
    (column,) = [column for column in page.table.columns if column.key == "total"]
    assert column.title == words("8 semaines", "8 weeks")
    assumption = words(
        "Totaux : autant de fois le minimum, aux heures de la base, sans heures en plus. Rien n'assure d'être "
        "engagé aussi longtemps.",
        "Totals: so many times the minimum, at the hours of the basis, without extra hours. Nothing assures one "
        "of being hired for so long.",
    )
    assert assumption in read(page)


def test_a_total_is_made_of_floors_of_its_own_unit_only(
    catalogue: Catalogue, words: Wording
) -> None:
    page = pay_page(pay_of(catalogue, "monteur", "2024-12-31", units=("day", 3)), words)
    with_total = {row["basis"]: row["total"] for row in rows(page) if row["total"]}
    assert with_total == {
        words("jour de 7 h, CDD d'usage", "7-hour day, CDD d'usage"): words.euros(430.5),
        words("jour de 8 h, CDD d'usage", "8-hour day, CDD d'usage"): words.euros(492),
    }


def test_without_units_there_is_no_total(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    page = pay_page(pay_of(catalogue, "scripte", today), words)
    assert page.table
    assert "total" not in [column.key for column in page.table.columns]
    assert words("Totaux", "Totals") not in " ".join(read(page))


@pytest.mark.parametrize("job", JOBS)
def test_amounts_are_written_with_two_decimals_or_none(
    catalogue: Catalogue, words: Wording, read: Reading, job: str
) -> None:
    day = "2024-12-31"
    pages = [pay_page(pay_of(catalogue, job, day, units=("week", 3)), words),
             history_page(pay_history(catalogue, job, day), words),
             week_page(shooting_weeks(catalogue, job, day, 44.5), words)]  # fmt: skip
    amounts = [amount for page in pages for text in read(page) for amount in EUROS.findall(text)]
    assert amounts
    decimal = words(",", r"\.")
    for amount in amounts:
        digits = amount.replace("€", "").replace("\u00a0", "").replace("\u202f", "")
        digits = digits if words.language == "fr" else digits.replace(",", "")
        assert re.fullmatch(rf"[0-9]+({decimal}[0-9]{{2}})?", digits), amount


def test_the_title_says_the_job_and_the_day(catalogue: Catalogue, words: Wording) -> None:
    title = text_of(pay_page(pay_of(catalogue, "monteur", "2018-01-01"), words).title)
    assert title == words(
        "Monteur / Monteuse – minima au 1er janvier 2018",
        "Editor – minimum pay on 1 January 2018",
    )


def test_each_agreement_says_whom_it_covers_once(
    catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    told = read(pay_page(pay_of(catalogue, "monteur", today), words))
    assert (
        told.count(words("3097 Films de cinéma imaginaires.", "3097 Imaginary cinema films.")) == 1
    )


def test_the_part_of_an_agreement_that_a_row_is_of_is_told_where_the_table_has_no_room(
    real_catalogue: Catalogue, words: Wording, read: Reading, today: str
) -> None:
    found = pay_of(real_catalogue, "chef-electricien", today)
    told = read(pay_page(found, words, every=False))
    end = words("fiction.", "drama.")
    assert [said for said in told if said.startswith("2642 ") and said.endswith(end)]


def test_a_history_draws_each_year_s_bar_in_order(
    catalogue: Catalogue, words: Wording, today: str
) -> None:
    page = history_page(pay_history(catalogue, "chef-monteur", today), words)
    named = words("Chef monteur de films, semaine de 39 h : +6,9 % depuis 2015",
                  "Chef monteur de films, 39-hour week: +6.9% since 2015")  # fmt: skip
    named += words(" – les barres ne partent pas de zéro", " – bars do not start at zero")
    (section,) = [s for s in page.sections if text_of(s.items[0].line) == named]
    lines = [text_of(item.line) for item in section.items[1:]]
    assert [line.split()[0] for line in lines] == ["2015-01-01", "2019-07-01", "2024-04-01"]
    bars = [line.count("█") for line in lines]
    assert bars == [5, 20, 30]  # 1560 stands at 15/25 between 1500 and 1603
    computed = words("calculé", "computed")
    assert [line.endswith(computed) for line in lines] == [False, False, True]
    for line, amount in zip(lines, (1500, 1560, 1603), strict=True):
        assert words.euros(amount) in line


def test_a_history_that_ends_outdated_says_why(
    catalogue: Catalogue, words: Wording, today: str
) -> None:
    page = history_page(pay_history(catalogue, "etalonneur", today), words)
    assert len(page.sections) == 2
    for section in page.sections:
        last = text_of(section.items[-1].line)
        assert last in {
            words("L'annexe III suit depuis une autre règle.",
                  "Annex III has followed another rule since."),
            words("Les cachets ont changé sans que le texte soit trouvé.",
                  "Fees changed and the text was not found."),
        }  # fmt: skip


def test_a_history_is_headed_once_by_section(
    catalogue: Catalogue, words: Wording, today: str
) -> None:
    page = history_page(pay_history(catalogue, "monteur", today), words)
    headings = [section.heading for section in page.sections if section.heading]
    assert len(headings) == len(set(headings)) == 2
    assert all(one != two for one, two in pairwise(headings))


@pytest.mark.parametrize("job", JOBS)
def test_a_sheet_shows_at_most_five_floors_all_due(
    catalogue: Catalogue, words: Wording, job: str
) -> None:
    pay = pay_of(catalogue, job, "2024-12-31")
    shown = [item for item in pay_items(pay, words, 5) if item.bullet]
    due = [floor for floor in pay.leading if floor.due]
    assert len(shown) == min(5, len(due)) + len(pay.job.work_minimums)
    for item, floor in zip(shown, due, strict=False):
        told = text_of(item.line)
        assert floor.amount_eur
        assert words.euros(floor.amount_eur) in told
        assert floor.function in told
        assert f"IDCC {floor.idcc}" in told
        assert words.day(floor.valid_from) in told
        assert (words("calculé", "computed") in told) == (floor.method == "computed")


def test_the_full_sheet_has_five_floors_and_the_short_one_says_where_the_first_is_from(
    catalogue: Catalogue,
) -> None:
    words = Wording("fr")
    sheet = job_sheet(catalogue, "monteur", "2024-12-31")
    assert len(sheet.pay.floors) == 8
    short, full = (
        next(part.items for part in job_sheet_page(sheet, words, full=whole).sections
             if part.key == "pay")
        for whole in (False, True)
    )  # fmt: skip
    assert sum(item.bullet for item in full) == 5
    first = sheet.pay.headline
    assert first
    origin = text_of(short[0].line)
    assert origin.startswith(f"Minimum du {words.day(first.valid_from)}")
    assert words.quoted(first.function) in origin
    assert words.of(first.agreement) in origin
    assert text_of(short[-1].line) == "Les 7 autres : avcareers pay monteur"


@pytest.mark.parametrize("limit", [1, 5, 7, 8])
def test_the_sheet_counts_the_floors_it_does_not_show(
    catalogue: Catalogue, words: Wording, limit: int
) -> None:
    pay = pay_of(catalogue, "monteur", "2024-12-31")
    others = len(pay.floors) - limit
    last = text_of(pay_items(pay, words, limit)[-1].line)
    assert last.endswith("avcareers pay monteur")
    if others > 1:
        assert words(f"Les {others} autres", f"The {others} others") in last
    elif others == 1:
        assert words("Les 1 autres", "The 1 others") not in last
        assert words("autre", "other") in last
    else:
        assert words("autre", "other") not in last


def test_a_sheet_without_any_floor_due_says_why_and_counts_them_all(
    catalogue: Catalogue, words: Wording, today: str
) -> None:
    pay = pay_of(catalogue, "etalonneur", today)
    assert len(pay.floors) == 2
    first, last = (text_of(item.line) for item in pay_items(pay, words, 5))
    assert first == words("Les montants trouvés ont été remplacés ou sont sous le SMIC.",
                          "The amounts found were replaced or are under the SMIC.")  # fmt: skip
    # None of the two was shown: « the other one » would be wrong.
    assert words("1 autre", "1 other") not in last


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_of_pay_looks_as_it_did(
    catalogue: Catalogue, today: str, snapshot: SnapshotAssertion, language: str, width: int
) -> None:
    page = pay_page(pay_of(catalogue, "monteur", today), Wording(language))  # type: ignore[arg-type]
    stream = io.StringIO()
    print_page(page, stream, color=None, width=width)
    assert stream.getvalue() == snapshot(extension_class=Screen)


@pytest.mark.parametrize(
    ("until", "today", "checked"),
    [(None, "2026-11-30", False), ("2026-11-30", "2026-11-30", False),
     ("2026-11-30", "2026-12-01", True)],
)  # fmt: skip
def test_a_minimum_per_work_that_may_have_ended_is_to_be_checked(
    catalogue: Catalogue, until: str | None, today: str, checked: bool
) -> None:
    minimum = SimpleNamespace(
        text=Text(fr="un scénario : 900 €.", en="a script: €900."),
        since="2026-01-15",
        until=until,
        looked_up="2026-11-23",
    )
    job = View({"slug": "scenariste", "pay_functions": (), "work_minimums": (minimum,)})
    pay: Any = pay_of(catalogue, "monteur", today)._replace(job=job, floors=())
    (item,) = pay_items(pay, Wording("fr"), 3)
    said = text_of(item.line)
    assert said.startswith("Par œuvre, pas un salaire : un scénario : 900 €.")
    assert ("À vérifier : obligatoire pour tous jusqu'au 30 novembre 2026" in said) is checked
