"""The cases with an official answer, and those derived from the rules, on hours, dates or scheme.

Each is named after the table of docs/hours.md, which says where it is read. « G » is the notice of
France Travail. Those on money are out of scope, and listed there.
"""

from typing import Any, NamedTuple

import pytest

from avcareers.model.contract import Contract
from avcareers.query.hours.months import part_of_month
from avcareers.query.hours.period import anniversary
from avcareers.query.hours.rules import RULES
from avcareers.store.catalogue import Catalogue

from ..runner import ROOT
from .lines import days, estimated, line, on


class Case(NamedTuple):
    """What is given, and what is answered."""

    id: str
    source: str
    lines: list[Contract]
    asked: str
    who: dict[str, Any]
    expected: dict[str, Any]


def cachets(*given: tuple[str, int]) -> list[Contract]:
    """Return contracts of a day, each of some cachets."""
    return [line(day, cachets=count) for day, count in given]


def ordinary(start: str, end: str, hours: float | None = None) -> Contract:
    """Return an ordinary contract."""
    return line(start, end, hours=hours, kind="ordinary", annexe=None)


def leave(kind: str, start: str, end: str) -> Contract:
    """Return a leave."""
    return line(start, end, kind=kind, annexe=None)


AFTER = line("2025-12-01", hours=8)
"""Work that follows."""
C8 = [line("2022-09-01", "2022-09-12", hours=80), leave("sick", "2022-10-20", "2022-12-18")]
C8_NEXT = [line(f"2023-0{m}-02", f"2023-0{m}-28", hours=h, employer=name)
           for m, h, name in ((1, 155, "A"), (2, 155, "A"), (3, 155, "A"))]  # fmt: skip
C14 = cachets(("2023-02-01", 10), ("2023-04-01", 10), ("2023-06-01", 10), ("2023-09-23", 8))
C14_WHO = {"last_opening": "2022-12-30", "clause": True}

CASES = (
    Case("C2", "G ex. 2",
         [line("2023-01-02", "2023-01-31", hours=200, annexe=10),
          line("2023-02-01", "2023-02-28", hours=200, annexe=10),
          line("2023-03-01", "2023-03-31", hours=150, annexe=10),
          ordinary("2023-04-01", "2023-09-29")],
         "2023-10-02", {}, {"schemes": ("general",), "counted": (550, 550)}),
    Case("C4", "G ex. 4",
         [line("2022-09-06", "2022-09-30", hours=200, annexe=10),
          line("2022-10-01", "2022-10-31", hours=250, annexe=10),
          line("2022-11-02", "2022-11-05", hours=50, annexe=10),
          line("2022-12-01", "2022-12-31", hours=100, annexe=10),
          ordinary("2022-09-06", "2023-09-05")],
         "2023-09-06", {"last_opening": "2022-09-05"},
         {"reached": "yes", "schemes": ("general", "annexe-10")}),
    Case("C5a", "G ex. 5", [*days("2024-05-01", 64, hours=8), line("2024-10-20", hours=8)],
         "2024-10-21", {}, {"end": "2024-10-20", "anniversary": "2025-10-20"}),
    Case("C5b", "G ex. 5", [*days("2025-04-01", 64, hours=8), line("2025-08-28", hours=8)],
         "2025-08-29", {"last_opening": "2024-10-20"},
         {"end": "2025-08-28", "anniversary": "2026-08-28"}),
    Case("C8 first", "G ex. 9", [*days("2022-03-01", 64, hours=8), *C8], "2022-12-19", {},
         {"end": "2022-09-12", "starts": "2022-12-19", "anniversary": "2023-09-12"}),
    Case("C8 second", "G ex. 9",
         [*C8, *C8_NEXT, line("2023-05-02", "2023-05-15", hours=155)], "2023-09-13",
         {"last_opening": "2022-09-12"},
         {"end": "2023-05-15", "found": 700, "starts": "2023-09-13", "anniversary": "2024-05-15"}),
    Case("C12a", "G ex. 13",
         [line("2023-08-20", "2023-08-25", hours=40), ordinary("2023-08-01", "2023-09-20", 100),
          line("2023-09-01", hours=3, kind="teaching")],
         "2023-10-20", {"last_opening": "2022-09-01"}, {"review": "2023-09-02"}),
    Case("C12b", "G ex. 13",
         [line("2023-08-20", "2023-09-10", hours=40), line("2023-09-11", "2023-10-15", hours=60)],
         "2023-10-20", {"last_opening": "2022-09-01"}, {"review": "2023-10-16"}),
    Case("C14", "G ex. 15", [*C14, *cachets(("2024-02-10", 3), ("2024-03-02", 2))], "2024-03-03", C14_WHO,
         {"counted": (516, 516), "reached": "yes", "period_from": "2022-12-31",
          "end": "2024-03-02", "starts": "2023-12-31", "anniversary": "2024-12-30",
          "schemes": ("annexe-10",)}),
    Case("C15", "G ex. 16", [*C14, ordinary("2023-12-01", "2024-06-15", 950)], "2024-06-16",
         C14_WHO, {"schemes": ("general",), "starts": "2024-06-16"}),
    Case("C16", "G p. 5",
         [*days("2025-01-02", 60, hours=8), *days("2026-01-05", 9, hours=8)],
         "2026-02-01", {"last_opening": "2024-12-22"},
         {"period_days": (395, 395), "needed": (549, 549), "counted": (552, 552),
          "reached": "yes"}),
    Case("C18", "Guso Facile", [line("2026-03-12", hours=8)], "2026-03-13", {},
         {"end": "2026-03-12"}),
    Case("P1", "G p. 5", [line("2023-02-10", hours=8)], "2023-02-11", {},
         {"period_from": "2022-02-11", "end": "2023-02-10", "period_days": (365, 365)}),
    Case("D1", "derived",
         cachets(*((f"2025-0{m}-28", 14) for m in (1, 2, 3))), "2025-04-01", {},
         {"counted": (504, 504), "reached": "no", "missing": (3, 3)}),
    Case("D2", "derived",
         cachets(*((f"2025-0{m}-28", 14) for m in (1, 2, 3)), ("2025-04-10", 1)), "2025-05-01", {},
         {"counted": (516, 516), "reached": "yes"}),
    Case("D3a", "derived", days("2025-01-01", 63, hours=8), "2025-09-01", {},
         {"counted": (504, 504), "reached": "no"}),
    Case("D3b", "derived", days("2025-01-01", 64, hours=8), "2025-09-01", {},
         {"counted": (512, 512), "reached": "yes"}),
    Case("D4", "derived", [line("2025-01-01", "2025-01-31", hours=230)], "2025-02-01", {},
         {"counted": (208, 208)}),
    Case("D5", "derived",
         [line("2025-01-01", "2025-01-31", hours=130),
          line("2025-01-01", "2025-01-31", hours=130, employer="Studio")], "2025-02-01", {},
         {"counted": (250, 250)}),
    Case("D5 with the waiver", "derived",
         [line("2025-01-01", "2025-01-31", hours=270)], "2025-02-01", {"waiver": True},
         {"counted": (260, 260)}),
    Case("D6", "derived", [line("2025-01-01", "2025-01-31", cachets=30)], "2025-02-01", {},
         {"counted": (336, 336)}),
    Case("D7a", "derived",
         [line("2025-01-01", "2025-03-01", hours=100, kind="teaching"), AFTER], "2026-01-01",
         {"born": "1976-06-01"}, {"counted": (78, 78)}),
    Case("D7b", "derived",
         [line("2025-01-01", "2025-03-01", hours=100, kind="teaching"), AFTER], "2026-01-01",
         {"born": "1975-06-01"}, {"counted": (108, 108)}),
    Case("D9", "derived", [leave("maternity", "2025-05-01", "2025-08-20"), AFTER], "2026-01-01",
         {}, {"counted": (568, 568), "reached": "yes"}),
    Case("D10", "derived", [leave("sick", "2025-05-01", "2025-05-20"), AFTER], "2026-01-01", {},
         {"counted": (8, 8), "neutral_days": 20, "period_days": (385, 385)}),
    Case("D11b", "derived", [line("2025-05-01", "2025-05-10", kind="eea"), AFTER], "2026-01-01",
         {}, {"counted": (8, 8)}),
    Case("D12", "derived",
         [line("2025-05-01", "2025-05-10", hours=80, kind="self-employed", annexe=None), AFTER],
         "2026-01-01", {}, {"counted": (8, 8)}),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_has_the_answer_of_its_source(catalogue: Catalogue, case: Case) -> None:
    found = estimated(catalogue, case.lines, case.asked, **case.who)
    said = {key: getattr(found, key) for key in case.expected}
    assert said == case.expected


@pytest.mark.parametrize(
    ("id", "full", "kept"), [("D13a", RULES[0].month, 100), ("D13b", RULES[0].month_cachets, 13.46)]
)
def test_the_limit_of_ten_days_of_a_month(id: str, full: int, kept: float) -> None:  # noqa: A002
    assert part_of_month(full, 10, RULES[0]) == kept


def test_c18_and_the_leap_years_of_examples_9_and_15() -> None:
    for end, due in (
        ("2026-03-12", "2027-03-12"),
        ("2023-05-15", "2024-05-15"),
        ("2023-12-30", "2024-12-30"),
        ("2024-02-29", "2025-02-28"),
    ):
        assert anniversary(on(end)) == on(due)  # type: ignore[arg-type]


def test_the_documentation_lists_every_case() -> None:
    listed = (ROOT / "docs" / "hours.md").read_text(encoding="utf-8")
    for case in CASES:
        assert f"| {case.id.split()[0]} |" in listed, case.id
