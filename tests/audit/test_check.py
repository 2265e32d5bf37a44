"""All the rules are applied, in one order, and none is left without tests."""

from types import ModuleType

from avcareers.audit.check import RULES, findings

TESTED_MODULES = {
    "professions", "schools", "recognition", "costs", "steps", "ways", "wording", "pay", "topics",
    "changes", "earnings", "names", "regions", "remarks", "sources", "tools",
}  # fmt: skip
"""Modules of rules; each has its cases in a `test_rules…` module that lists its rules."""


def test_every_module_of_rules_has_its_tests() -> None:
    assert {rule.__module__.rpartition(".")[2] for rule in RULES} == TESTED_MODULES


def test_a_rule_is_listed_once() -> None:
    assert len(set(RULES)) == len(RULES)


def test_findings_are_those_of_every_rule_in_turn(small: ModuleType) -> None:
    data = small.changed("professions", 2, "summary", "fr", to="Une école prestigieuse")
    small.put(data, ("places", 1, "lat"), 10.0)
    small.put(data, ("topics", 0, "answer", 0, "as_of"), None)
    content = small.content(data)
    expected = [finding for rule in RULES for finding in rule(content)]
    assert list(findings(content)) == expected
    assert [finding.rule for finding in expected] == ["full-stop", "in-france", "dated", "wording"]
