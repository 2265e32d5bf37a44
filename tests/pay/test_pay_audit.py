"""Each rule on minimum pay and on answers, over the data of these tests: kept, then broken."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from avcareers.audit import pay, topics
from avcareers.audit.finding import Finding
from avcareers.audit.topics import is_official
from avcareers.model.base import Text
from avcareers.model.content import Content
from avcareers.model.pay import Grid, UseCondition
from avcareers.model.profession import PayFunction

Rule = Callable[[Content], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    pay.floors_agree_with_each_other, pay.grids_are_dated, pay.newest_grids_are_current,
    pay.pay_functions_have_a_floor, pay.conditions_hold, topics.topics_rest_on_an_official_source,
    topics.topics_are_dated, topics.statements_cite_a_listed_source,
)  # fmt: skip
WHY = Text(fr="Un avenant a suivi.", en="An amendment followed.")


def found(rule: Rule, content: Content) -> list[tuple[str, str, tuple[str | int, ...], str]]:
    return [finding[:4] for finding in rule(content)]


def with_grid(content: Content, slug: str, **fields: Any) -> Content:
    """Return the records with one grid changed."""
    agreements = []
    for agreement in content.agreements:
        grids: list[Grid] = [
            grid.model_copy(update=fields) if grid.slug == slug else grid
            for grid in agreement.grids
        ]
        agreements.append(agreement.model_copy(update={"grids": tuple(grids)}))
    return content.model_copy(update={"agreements": tuple(agreements)})


def with_topic(content: Content, slug: str, **fields: Any) -> Content:
    """Return the records with one answer changed."""
    changed = tuple(
        topic.model_copy(update=fields) if topic.slug == slug else topic for topic in content.topics
    )
    return content.model_copy(update={"topics": changed})


def with_amount(content: Content, basis: str, amount: float) -> Content:
    """Return the records with one amount of the laboratories' editor changed."""
    floors = tuple(
        floor.model_copy(update={"amount_eur": amount})
        if (floor.function, floor.basis) == ("Monteur de laboratoire", basis)
        else floor
        for floor in content.floors
    )
    return content.model_copy(update={"floors": floors})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_lets_the_data_of_these_tests_through(content: Content, rule: Rule) -> None:
    assert found(rule, content) == []


@pytest.mark.parametrize(
    ("basis", "amount", "pairs"),
    [
        ("semaine-39h-cddu", 820 * 1.019, 0),
        ("semaine-39h-cddu", 820 * 1.03, 1),
        ("semaine-39h-cddu", 820 * 0.97, 1),
        ("semaine-35h-cddu", 717.5 * 1.05, 1),
        ("mois-39h-cddu", 3109.2, 1),
        ("jour-7h-cddu", 164.0, 1),
        # A day of 8 hours answers both for the hour and for the day of 7 hours.
        ("jour-8h-cddu", 143.5, 2),
    ],
)
def test_bases_of_one_function_agree_to_two_per_cent(
    content: Content, basis: str, amount: float, pairs: int
) -> None:
    findings = list(pay.floors_agree_with_each_other(with_amount(content, basis, amount)))
    assert len(findings) == pairs
    for finding in findings:
        assert finding[:4] == ("agreement", "idcc-2717", ("grids",), "pay-ratio")
        assert "Monteur de laboratoire in 2717-laboratoires-2023-03-30" in finding.must


@pytest.mark.parametrize(
    ("function", "works", "barred_from", "wrong"),
    [
        ("Monteur de laboratoire", ("fiction-tv",), (), 0),
        ("Monteur de laboratoire", (), ("fiction-tv",), 0),
        ("Monteur de laboratoire", ("fiction-tv", "pub"), ("fiction-tv",), 0),
        ("Monteur de laboratoire", ("fiction-tv",), ("fiction-tv", "documentaire"), 1),
        ("Monteur", (), (), 1),
    ],
)
def test_a_function_barred_from_works_has_no_amount_in_their_scale(
    content: Content, function: str, works: Any, barred_from: Any, wrong: int
) -> None:
    condition = UseCondition(
        functions=(function,), text=WHY, barred_from=barred_from, source="grilles-anciennes"
    )
    agreements = tuple(
        agreement.model_copy(update={
            "conditions": (condition,),
            "series": tuple(s.model_copy(update={"works": works}) for s in agreement.series),
        })
        if agreement.slug == "idcc-2717" else agreement
        for agreement in content.agreements
    )  # fmt: skip
    at = ("agreement", "idcc-2717", ("conditions", 0, "functions"), "pay-condition")
    broken = content.model_copy(update={"agreements": agreements})
    assert found(pay.conditions_hold, broken) == [at] * wrong


def test_two_grids_of_a_series_share_no_day(content: Content) -> None:
    broken = with_grid(content, "3097-preparation-2024-04-01", valid_from="2019-07-01")
    assert found(pay.grids_are_dated, broken) == [
        ("agreement", "idcc-3097", ("grids", 5, "valid_from"), "pay-day")
    ]


def test_two_grids_of_different_series_may_share_a_day(content: Content) -> None:
    days = [grid.valid_from for grid in content.agreements[0].grids]
    assert len(days) > len(set(days))
    assert found(pay.grids_are_dated, content) == []


@pytest.mark.parametrize(
    ("slug", "fields", "at"),
    [
        ("3097-preparation-2024-04-01", {"rule": None}, (5, "rule", "pay-rule")),
        ("3097-preparation-2019-07-01", {"rule": WHY}, (1, "rule", "pay-rule")),
        ("3097-preparation-2019-07-01", {"method": "computed"}, (1, "rule", "pay-rule")),
        ("3097-petit-budget-2022-04-01", {"outdated_why": None},
         (3, "outdated_why", "pay-outdated")),
        ("3097-petit-budget-2022-04-01", {"outdated_from": None},
         (3, "outdated_why", "pay-outdated")),
        ("3097-petit-budget-2022-04-01", {"outdated_from": "2022-04-01"},
         (3, "outdated_from", "pay-outdated")),
        ("3097-petit-budget-2022-04-01", {"outdated_from": "2021-01-01"},
         (3, "outdated_from", "pay-outdated")),
    ],
)  # fmt: skip
def test_a_grid_says_how_it_was_computed_and_why_it_is_outdated(
    content: Content, slug: str, fields: dict[str, Any], at: tuple[int, str, str]
) -> None:
    index, field, rule = at
    broken = with_grid(content, slug, **fields)
    assert found(pay.grids_are_dated, broken) == [
        ("agreement", "idcc-3097", ("grids", index, field), rule)
    ]


@pytest.mark.parametrize(
    ("slug", "day", "fine"),
    [
        ("3097-preparation-2019-07-01", "2024-03-31", True),
        ("3097-preparation-2019-07-01", "2024-04-01", False),
        ("3097-preparation-2019-07-01", "2025-01-01", False),
        ("3097-preparation-2024-04-01", "2025-01-01", True),
    ],
)
def test_a_grid_is_not_outdated_after_another_replaced_it(
    content: Content, slug: str, day: str, fine: bool
) -> None:
    broken = with_grid(content, slug, outdated_from=day, outdated_why=WHY)
    expected = [("agreement", "idcc-3097", ("grids", 1, "outdated_from"), "pay-outdated")]
    assert found(pay.newest_grids_are_current, broken) == ([] if fine else expected)


@pytest.mark.parametrize(
    ("idcc", "function", "fine"),
    [("3097", "Chef monteur de films", True), ("3097", "Chef monteur", False),
     ("3097", "Monteur de laboratoire", False), ("2717", "Monteur de laboratoire", True),
     ("9999", "Chef monteur de films", False), ("3097", "chef monteur de films", False)],
)  # fmt: skip
def test_a_function_stands_in_the_table_of_its_agreement(
    content: Content, idcc: str, function: str, fine: bool
) -> None:
    paid = (PayFunction(idcc=idcc, function=function),)
    first, *others = content.professions
    jobs = (first.model_copy(update={"pay_functions": paid}), *others)
    broken = content.model_copy(update={"professions": jobs})
    expected = [("profession", "realisateur", ("pay_functions", 0), "pay-function")]
    assert found(pay.pay_functions_have_a_floor, broken) == ([] if fine else expected)


def test_without_any_table_every_function_lacks_its_floor(content: Content) -> None:
    without = content.model_copy(update={"floors": ()})
    functions = [
        ("profession", job.slug, ("pay_functions", place), "pay-function")
        for job in content.professions
        for place in range(len(job.pay_functions))
    ]
    assert sorted(found(pay.pay_functions_have_a_floor, without)) == sorted(functions)


@pytest.mark.parametrize("gone", ["doubts", "check_at"])
def test_an_answer_without_official_page_says_so_and_where_to_check(
    content: Content, gone: str
) -> None:
    broken = with_topic(content, "mot-fragile", **{gone: ()})
    assert found(topics.topics_rest_on_an_official_source, broken) == [
        ("topic", "mot-fragile", ("sources",), "official")
    ]


def test_an_answer_with_an_official_page_needs_no_doubt(content: Content) -> None:
    (rumour,) = [topic for topic in content.topics if topic.slug == "rumeur"]
    assert (rumour.doubts, rumour.check_at) == ((), ())
    only_a_blog = with_topic(content, "rumeur", sources=("blog-du-cinephile",))
    assert found(topics.topics_rest_on_an_official_source, only_a_blog) == [
        ("topic", "rumeur", ("sources",), "official")
    ]


@pytest.mark.parametrize(
    ("url", "official"),
    [
        ("https://www.service-public.fr/x", True), ("https://cnc.fr", True),
        ("https://culture.gouv.fr/", True), ("https://CNC.FR/x", True),
        ("https://blog.example.org/?of=cnc.fr", False), ("https://pascnc.fr/", False),
        ("https://cnc.fr.example.org/", False), ("https://gouv.fr.example.com/", False),
        ("https://example.org/cnc.fr", False), ("https://cnc.fr@example.org/", False),
        (None, False), ("", False),
    ],
)  # fmt: skip
def test_an_official_page_is_known_by_its_host(url: str | None, official: bool) -> None:
    assert is_official(url) is official


def test_an_answer_without_date_says_so(content: Content) -> None:
    broken = with_topic(content, "grille-sans-date", doubts=())
    assert found(topics.topics_are_dated, broken) == [
        ("topic", "grille-sans-date", ("answer",), "dated")
    ]


@pytest.mark.parametrize("field", ["as_of", "holds_from"])
def test_one_date_is_enough(content: Content, field: str) -> None:
    (topic,) = [topic for topic in content.topics if topic.slug == "grille-sans-date"]
    first, *others = topic.answer
    answer = (first.model_copy(update={field: "2024"}), *others)
    dated = with_topic(content, "grille-sans-date", answer=answer, doubts=())
    assert found(topics.topics_are_dated, dated) == []


@pytest.mark.parametrize(
    "sources",
    [("blog-du-cinephile",), ("blog-du-cinephile", "fiche-publique", "accord-2024")],
    ids=["one is missing", "one is never cited"],
)
def test_an_answer_lists_exactly_what_it_cites(content: Content, sources: tuple[str, ...]) -> None:
    broken = with_topic(content, "rumeur", sources=sources)
    assert found(topics.statements_cite_a_listed_source, broken) == [
        ("topic", "rumeur", ("sources",), "cited")
    ]


def test_what_only_an_obsolete_claim_cites_is_listed_too(content: Content) -> None:
    broken = with_topic(content, "rumeur", obsolete=())
    findings = list(topics.statements_cite_a_listed_source(broken))
    assert [(finding.slug, finding.found) for finding in findings] == [
        ("rumeur", "blog-du-cinephile")
    ]
