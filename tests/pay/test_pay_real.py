"""The pay of the repository's own data: each function has a floor, figures are the texts'."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from avcareers.present.job import job_sheet_page
from avcareers.present.job_verdict import pay_line
from avcareers.present.page import Page, text_of
from avcareers.present.pay import pay_page, pay_phrase
from avcareers.query.job import job_sheet
from avcareers.query.pay import pay_history, pay_of
from avcareers.query.pay_lowest import lowest
from avcareers.store.catalogue import Catalogue
from avcareers.store.flat.records import Records
from avcareers.store.flat.relation import relations
from avcareers.text.wording import Wording

DAY = "2026-11-23"

FIGURES = [
    # Job, agreement, function, basis, day it took effect, euros, how: re-read in the facts the
    # data were made from (pay_minima.csv and pay_updates.csv, KALI base and pages they cite).
    ("scripte", "3097", "Scripte cinéma", "semaine-39h", "2024-03-01", 1310.82, "published"),
    ("realisateur", "3097", "Réalisateur cinéma – contrat de moins de 5 mois", "semaine",
     "2024-03-01", 3015.27, "published"),
    ("comedien", "3097", "Artiste-interprète (long-métrage)", "engagement-jour", "2023-09-01",
     418.25, "published"),
    ("figurant", "3097", "Figuration", "jour-8h", "2023-09-01", 107.00, "published"),
    ("juriste-audiovisuel", "3252", "Juriste", "mois-35h-3-ans", "2025-04-01", 2611.00,
     "published"),
    ("programmateur-distribution", "892", "Programmateur", "mois-35h", "2023-10-01", 1971.42,
     "published"),
    ("deuxieme-assistant-decorateur", "2642", "2e assistant décorateur spécialisé",
     "semaine-35h-cddu", "2025-07-01", 1113.41, "computed"),
    ("cadreur", "2642", "Cadreur / OPV spécialisé", "semaine-39h-cddu", "2025-07-01", 1630.19,
     "computed"),
    ("scripte", "2642", "Scripte spécialisé", "semaine-35h-cddu", "2025-07-01", 1114.66,
     "computed"),
    ("scripte", "2412", "Scripte", "jour-7h-cddu", "2024-07-01", 104.53, "published"),
    ("scripte", "3241", "Niveau II A", "mois-35h", "2024-02-01", 1982.75, "published"),
    ("realisateur-radio", "1922", "Réalisateur(rice) de plateforme", "mois-35h", "2025-10-01",
     2224.40, "computed"),
]  # fmt: skip


@pytest.mark.parametrize("figure", FIGURES, ids=[f"{f[1]}-{f[3]}" for f in FIGURES])
def test_a_known_figure_of_each_agreement_is_current(
    real_catalogue: Catalogue, figure: tuple[str, str, str, str, str, float, str | None]
) -> None:
    job, idcc, function, basis, valid_from, euros, method = figure
    found = [
        floor
        for floor in pay_of(real_catalogue, job, DAY, agreement=idcc).floors
        if (floor.function, floor.pays.slug, floor.valid_from, floor.amount_eur)
        == (function, basis, valid_from, euros)
    ]
    assert len(found) == 1
    assert found[0].current
    assert not found[0].below_minimum_wage
    if method:
        assert found[0].method == method


def test_the_text_behind_the_first_minimum_is_named_with_where_to_check_it(
    real_catalogue: Catalogue, words: Wording
) -> None:
    said = [
        text_of(spans) for spans in pay_page(pay_of(real_catalogue, "scripte", DAY), words).footer
    ]
    assert said[-2].endswith("https://www.legifrance.gouv.fr/conv_coll/id/KALITEXT000050329461")
    assert "Avenant du 23 janvier 2024" in said[-2]
    assert words("dans une copie", "in a copy") in said[-2]
    assert said[-1].endswith(words.command("sources", "scripte"))


def test_every_minimum_in_force_but_those_of_one_young_agreement_has_an_address(
    real_catalogue: Catalogue,
) -> None:
    (table,) = [table for table in relations() if table.name == "pay_floors"]
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows(Records(real_catalogue))]
    without = {row["idcc"] for row in rows if not row["valid_until"] and not row["source_url"]}
    assert without == {"3252"}
    assert all(bool(row["source_url"]) == bool(row["source_page"]) for row in rows)
    for row in (row for row in rows if not row["valid_until"]):
        # A text read does not hold an amount that was computed from it.
        assert (row["method"], row["source_page"]) != ("computed", "read")
        if row["basis"] == "mois-35h":
            assert row["under_smic"] == (row["amount_eur"] / 151.67 < 12.305), row["function"]


@pytest.mark.parametrize(
    ("job", "idcc", "day"),
    [("exploitant-cinema", "1307", "2024-11-01"), ("comedien", "1734", "2024-02-01")],
)
def test_a_floor_whose_newer_amount_is_unknown_is_replaced_without_amount(
    real_catalogue: Catalogue, job: str, idcc: str, day: str
) -> None:
    floors = pay_of(real_catalogue, job, DAY, agreement=idcc).floors
    assert floors
    assert {(floor.current, floor.amount_eur) for floor in floors} == {(False, None)}
    assert all(floor.grid.outdated_from == day for floor in floors)


def test_a_deduced_or_single_reading_is_to_be_confirmed(real_catalogue: Catalogue) -> None:
    radio = pay_of(real_catalogue, "animateur-radio", DAY, agreement="1922").floors
    assert {floor.to_confirm for floor in radio if floor.due} == {True}
    film = pay_of(real_catalogue, "scripte", DAY, agreement="3097").floors
    assert {floor.to_confirm for floor in film} == {False}


@pytest.mark.parametrize(
    ("job", "function", "basis"),
    [("chef-electricien", "Chef électricien de prise de vues cinéma", "tournage-5j-46h-47h"),
     ("realisateur", "Réalisateur cinéma – contrat de moins de 5 mois", "semaine"),
     ("comedien", "Artiste-interprète (long-métrage)", "engagement-jour"),
     ("animateur-3d", "Animateur / Animatrice (confirmé)", "mois-35h-cddu"),
     ("chef-monteur", "Chef monteur cinéma", "semaine-39h"),
     ("chef-produit-distribution", "Chef de produit-chef de projet", "mois-35h")],
)  # fmt: skip
def test_the_headline_is_the_main_function_in_the_unit_people_are_hired_in(
    real_catalogue: Catalogue, job: str, function: str, basis: str
) -> None:
    pay = pay_of(real_catalogue, job, DAY)
    (headline,) = (floor for floor in pay.floors if floor.headline)
    assert headline is pay.headline
    assert (headline.function, headline.pays.slug, headline.due) == (function, basis, True)


def test_where_the_first_amount_is_unknown_the_next_one_leads(real_catalogue: Catalogue) -> None:
    pay = pay_of(real_catalogue, "ingenieur-son-plateau", DAY)
    assert [(lead.idcc, lead.current) for lead in pay.leads[:3]] == [
        ("2717", False), ("2642", False), ("3241", True),
    ]  # fmt: skip
    assert pay.headline == pay.leads[2]
    assert pay_of(real_catalogue, "exploitant-cinema", DAY).headline is None


def test_most_jobs_have_a_headline_in_force(real_catalogue: Catalogue) -> None:
    jobs = real_catalogue.slugs("profession")
    assert sum(pay_of(real_catalogue, job, DAY).headline is not None for job in jobs) >= 135


def test_the_older_figures_of_a_function_are_in_its_history(real_catalogue: Catalogue) -> None:
    history = pay_history(real_catalogue, "scripte", DAY, agreement="3097").floors
    weeks = [
        (floor.valid_from, floor.amount_eur)
        for floor in history
        if floor.grid.series == "3097-annexe-1" and floor.pays.slug == "semaine-39h"
    ]
    assert weeks == [
        ("2015-12-17", 1216.66), ("2017-08-01", 1226.39), ("2019-07-01", 1249.08),
        ("2022-04-01", 1267.82), ("2023-09-01", 1287.82), ("2024-03-01", 1310.82),
    ]  # fmt: skip


def test_the_figures_of_an_agreement_that_was_replaced_are_outdated(
    real_catalogue: Catalogue,
) -> None:
    def hourly(day: str, asked: Any = pay_of) -> list[tuple[float | None, bool]]:
        floors = asked(real_catalogue, "scripte", day, agreement="2717").floors
        return [(f.amount_eur, f.current) for f in floors if f.pays.slug == "heure-cddu"]

    assert hourly("2023-03-29") == []
    assert hourly("2023-12-31") == [(25.30, True)]
    assert hourly(DAY) == [(None, False)]
    assert hourly(DAY, pay_history) == [(25.30, False)]


def test_every_function_a_job_is_paid_as_has_a_floor(real_catalogue: Catalogue) -> None:
    missing = []
    for job in real_catalogue.documents("profession"):
        known = {
            (floor.idcc, floor.function)
            for floor in pay_history(real_catalogue, job.slug, DAY).floors
        }
        missing += [
            (job.slug, function.idcc, function.function)
            for function in job.pay_functions
            if (function.idcc, function.function) not in known
        ]
    assert missing == []


def test_at_least_a_hundred_jobs_have_a_floor_that_is_due(real_catalogue: Catalogue) -> None:
    due = [
        slug
        for slug in real_catalogue.slugs("profession")
        if any(floor.due for floor in pay_of(real_catalogue, slug, DAY).floors)
    ]
    assert len(due) >= 100


def test_the_legal_minimum_known_is_that_of_the_last_decree(real_catalogue: Catalogue) -> None:
    wage = pay_of(real_catalogue, "scripte", DAY).minimum_wage
    assert wage
    assert (wage.valid_from, wage.hourly_eur) == ("2026-06-01", 12.31)


def test_no_amount_given_as_due_is_under_the_legal_minimum(real_catalogue: Catalogue) -> None:
    for slug in real_catalogue.slugs("profession"):
        pay = pay_of(real_catalogue, slug, DAY)
        assert pay.minimum_wage
        for floor in pay.floors:
            hours = floor.pays.base_hours
            if hours and floor.due:
                assert floor.amount_eur
                assert floor.amount_eur / hours >= pay.minimum_wage.hourly_eur - 0.01


def test_a_scale_for_drama_leads_no_job_that_has_another_and_makes_no_drama(
    real_catalogue: Catalogue,
) -> None:
    for slug in real_catalogue.slugs("profession"):
        pay = pay_of(real_catalogue, slug, DAY)
        first = pay.headline
        if first and "fiction" in first.section.fr and "fiction-tv" not in pay.job.works_on:
            assert not any(floor.due and "fiction" not in floor.section.fr for floor in pay.floors)


def test_what_permanent_staff_are_due_leads_for_a_job_hired_on_cdd_d_usage_only_if_nothing_else_fits(
    real_catalogue: Catalogue,
) -> None:
    """Television and its providers come first; an animation scale says nothing of their jobs."""
    flagged = 0
    for slug in real_catalogue.slugs("profession"):
        pay = pay_of(real_catalogue, slug, DAY)
        if not (pay.headline and pay.headline.permanent):
            continue
        flagged += 1
        fitting = [
            floor for floor in pay.floors
            if floor.due and floor.idcc in {"2642", "2717"} and not floor.rank[0]
        ]  # fmt: skip
        assert fitting == [], slug
    assert flagged >= 15


def test_a_floor_of_permanent_staff_is_said_to_be_one_where_the_job_is_hired_otherwise(
    real_catalogue: Catalogue, french: Wording, read: Callable[[Page], list[str]]
) -> None:
    for page in (
        pay_page(pay_of(real_catalogue, "chef-plateau", DAY), french),
        job_sheet_page(job_sheet(real_catalogue, "chef-plateau", DAY), french),
        job_sheet_page(job_sheet(real_catalogue, "chef-plateau", DAY), french, full=True),
    ):
        assert "C'est le minimum d'un salarié permanent" in " ".join(read(page))
    hired_for_good = pay_of(real_catalogue, "directeur-programmes", DAY).headline
    assert hired_for_good
    assert (hired_for_good.idcc, hired_for_good.permanent) == ("3241", False)


def test_no_minimum_is_called_the_least_where_a_lower_one_is_due(
    real_catalogue: Catalogue, words: Wording
) -> None:
    """By the hour of each; those whose hours are not known, in the same agreement and unit."""
    least, lower = words("au moins ", "at least "), words("dès ", "from ")
    for job in real_catalogue.slugs("profession"):
        pay = pay_of(real_catalogue, job, DAY)
        first, named = pay.headline, lowest(pay)
        if not first or not named or not first.amount_eur or not named.amount_eur:
            continue
        for floor in pay.floors:
            if floor.due and first.hourly_eur and floor.hourly_eur:
                least_hourly = min(first.hourly_eur, named.hourly_eur or first.hourly_eur)
                assert least_hourly <= floor.hourly_eur * 1.005, (job, floor.function)
            elif floor.due and (floor.idcc, floor.unit) == (first.idcc, first.unit):
                assert first.hourly_eur or named.amount_eur <= (floor.amount_eur or 0), job
            if floor.due and named is first and floor.unit == first.unit and first.hourly_eur:
                assert first.amount_eur <= (floor.amount_eur or 0), (job, floor.function)
        verdict = text_of(pay_line(pay, words))
        assert words.of(first.set_by.where) in verdict, job
        under = named is not first
        assert (least in verdict) != under, job
        case = next(
            told
            for told, other in (
                (words.of(named.set_by.where), named.idcc != first.idcc),
                (words.quoted(named.function.split(" / ")[0]), named.function != first.function),
                (words.of(named.section), True),
            )
            if other
        )
        hours = named.pays.week_hours and words.number(named.pays.week_hours)
        as_said = (f"{hours}\N{NO-BREAK SPACE}h", f"{hours}-hour")
        same = words(" de la même convention", " of the same agreement")
        for said in (verdict, pay_phrase(pay, words)):
            assert (lower + words.euros(named.amount_eur) in said.lower()) == under, job
            told = said[said.lower().rfind(lower) :]
            assert not under or (
                case in told and (not hours or any(one in told for one in as_said))
            ), job
            assert not under or first.hourly_eur or same in told, job


def test_what_low_budget_films_may_pay_is_said_before_the_table(
    real_catalogue: Catalogue, words: Wording
) -> None:
    """Of the function that leads, where it is lower by the hour than in any other part."""
    annex, named = words("Annexe III", "Annex III"), 0
    for job in real_catalogue.slugs("profession"):
        pay = pay_of(real_catalogue, job, DAY)
        first = pay.headline
        same = [one for one in pay.floors if first and one.due
                and (one.idcc, one.function, one.unit) == (first.idcc, first.function, first.unit)]  # fmt: skip
        rates: dict[bool, list[float]] = {True: [], False: []}
        for one in same:
            hourly = one.hourly_eur or one.amount_eur or 0
            rates["Annexe III" in one.section.fr].append(hourly)
        if rates[True] and min(rates[True]) * 1.005 < min(rates[False]):
            lead = " ".join(text_of(spans) for spans in pay_page(pay, words, every=False).lead)
            amounts = [one.amount_eur or 0 for one in same if "Annexe III" in one.section.fr]
            assert annex in lead, job
            assert words.euros(min(amounts)) in lead, job
            assert annex in text_of(pay_line(pay, words)), job
            named += 1
    assert named > 45


def test_a_short_page_of_pay_says_which_part_a_row_is_of_and_that_others_exist(
    real_catalogue: Catalogue, words: Wording
) -> None:
    """No amount stands above a table that does not hold it, unless how to see all is said there."""
    for job in real_catalogue.slugs("profession")[::3]:
        pay = pay_of(real_catalogue, job, DAY)
        page = pay_page(pay, words, every=False)
        lead, footer = ([text_of(spans) for spans in part] for part in (page.lead, page.footer))
        held = " ".join(text_of(cell) for row in (page.table.rows if page.table else ())
                        for cell in row.cells)  # fmt: skip
        whole = pay_page(pay, words)
        everything = " ".join(text_of(cell) for row in (whole.table.rows if whole.table else ())
                              for cell in row.cells)  # fmt: skip
        due = {words.euros(one.amount_eur) for one in pay.floors if one.due and one.amount_eur}
        for amount in (amount for amount in due if any(amount in said for said in lead)):
            assert amount in everything, job
            assert amount in held or any("--all" in said for said in lead), (job, amount)
        for row in (row for row in pay.leads if row.current):
            parts = {words.of(one.section): one for one in pay.floors if one.idcc == row.idcc}
            own = words.of(row.section)
            if len(parts) > 1 and row is not pay.headline:
                assert any(said.startswith(row.idcc) and own in said for said in footer), job
            for part in (name for name, one in parts.items() if not one.current and name != own):
                assert any(f"{part}{words(' : ', ': ')}" in said for said in footer), (job, part)
            if row.due and row.method == "computed":
                started = words("Calculé : ", "Computed: ")
                assert any(said.startswith(started) and row.idcc in said for said in footer), job


def test_a_week_is_said_with_the_hours_it_pays(real_catalogue: Catalogue) -> None:
    """But for the engagements whose hours the text does not say."""
    for basis in real_catalogue.documents("pay-basis"):
        hours = re.search(r"(\d+) h\b", basis.name.fr) if basis.unit == "week" else None
        assert (hours and float(hours[1])) == basis.week_hours, basis.slug


def test_the_verdict_of_a_gaffer_names_the_sector_and_the_lowest_minimum(
    real_catalogue: Catalogue, words: Wording
) -> None:
    """Read in the agreement: a 5-day week of shooting, and a month in a small channel, less by the hour."""
    pay = pay_of(real_catalogue, "chef-electricien", DAY)
    assert text_of(pay_line(pay, words)).replace("\u202f", " ").replace("\xa0", " ") == words(
        "1 499,83 € brut la semaine de 46 h au cinéma depuis 2024 (minimum, pas un revenu) ; "
        "dès 983,93 € (39 h ; Annexe III, films à petit budget, hors tournage) ; "
        "ailleurs, dès 1 931,25 € le mois en CDI dans une chaîne de télévision.",
        "€1,499.83 gross a 46-hour week in film since 2024 (a minimum, not an income); "
        "from €983.93 (39 h; Annex III, low-budget films, outside the shoot); "
        "elsewhere, from €1,931.25 a month on a permanent contract at a television channel."
    ).replace("\u202f", " ").replace("\xa0", " ")  # fmt: skip


@pytest.mark.parametrize(
    ("job", "function"),
    [("premier-assistant-realisateur", "Assistant réalisateur"), ("monteur", "Monteur"),
     ("chef-operateur-image", "Chef OPV"), ("operateur-prise-de-son", "OPS")],
)  # fmt: skip
def test_a_function_that_drama_may_not_use_has_no_drama_minimum(
    real_catalogue: Catalogue, job: str, function: str
) -> None:
    floors = pay_of(real_catalogue, job, DAY, agreement="2642").floors
    own = [floor for floor in floors if floor.function == function]
    assert own
    assert not any(floor.due for floor in own)


def test_a_minimum_that_heavy_drama_may_not_pay_says_so_wherever_it_stands(
    real_catalogue: Catalogue, french: Wording, read: Callable[[Page], list[str]]
) -> None:
    """Note 24 of the scale of IDCC 2642, which courts set aside in 2014 and 2016."""
    pay = pay_of(real_catalogue, "regisseur-adjoint", DAY)
    for said in (text_of(pay_line(pay, french)), pay_phrase(pay, french)):
        assert "fiction à gros budget : à vérifier)" in said.replace("\xa0", " ")
    pay = pay_of(real_catalogue, "chef-operateur-son", DAY)
    assert "« Chef OPS / ingénieur du son » : pas en fiction « lourde »" in " ".join(
        read(pay_page(pay, french, every=False))
    ).replace("\xa0", " ").replace("\u202f", " ")
    special = {f.conditions for f in pay.floors if f.due and f.function.startswith("Chef OPS sp")}
    assert special == {()}


def test_the_part_of_an_agreement_is_said_whole_and_a_doubt_where_the_amount_leads(
    real_catalogue: Catalogue, words: Wording
) -> None:
    said = pay_phrase(pay_of(real_catalogue, "animateur-radio", DAY), words)
    assert words("(catégories C, D et E, moins de", "(categories C, D and E, under") in said
    assert words("(à confirmer)", "(to confirm)") in said
