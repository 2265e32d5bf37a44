"""The commands: the module that declares each, and the kinds of record that its words name.

The command line reads this table to load the module of the command asked for; `completion.py`, to
answer a shell before Typer is loaded. Commands read from it what completes their own arguments.
"""

from collections.abc import Mapping
from typing import NamedTuple

JOB, SCHOOL, STAGE, TOPIC = ("profession",), ("school",), ("stage",), ("topic",)
NAMED_ALONE = JOB + SCHOOL + STAGE + TOPIC
"""Kinds of record whose name alone opens a sheet."""


class Command(NamedTuple):
    """Where a command is declared, and what it takes."""

    module: str
    """Module of `cli/` whose function `add_…` of the same name declares it."""
    names: Mapping[str, tuple[str, ...]] = {}
    """Kinds of record that its words name: those after each subcommand, or its own under ``""``."""


COMMANDS = {
    "home": Command("home"),
    "search": Command("search"),
    "jobs": Command("jobs"),
    "job": Command("jobs", {"show": JOB}),
    "stages": Command("stages"),
    "stage": Command("stages", {"show": STAGE}),
    "departments": Command("departments"),
    "schools": Command("schools"),
    "school": Command("schools", {"show": SCHOOL, "check": SCHOOL}),
    "compare": Command("compare", {"": JOB + SCHOOL}),
    "path": Command("path", {"": JOB}),
    "plan": Command("plan", {"": JOB + SCHOOL}),
    "pay": Command("pay", {"": JOB}),
    "match": Command("match"),
    "browse": Command("browse", {"": ("department", *JOB, "place")}),
    "hours": Command("hours"),
    "explain": Command("explain", {"": TOPIC}),
    "changes": Command("changes", {"": JOB + SCHOOL + TOPIC}),
    "sources": Command("sources", {"": JOB + SCHOOL}),
    "export": Command("export"),
    "site": Command("site"),
    "data": Command("data"),
}
"""In the order of the help."""

HOME = "home"
"""What runs when nothing is asked. Nobody types it, so it is never named."""

ALSO_TYPED: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("schools", "list"): ("schools",),
    ("school", "list"): ("schools",),
    ("schools", "show"): ("school", "show"),
    ("schools", "check"): ("school", "check"),
    ("job", "list"): ("jobs", "list"),
    ("jobs", "show"): ("job", "show"),
    ("stages", "list"): ("stages",),
    ("stage", "list"): ("stages",),
    ("stages", "show"): ("stage", "show"),
    ("departments", "list"): ("departments",),
    ("explain", "list"): ("explain",),
    ("sources", "list"): ("sources",),
    ("explain", "show"): ("explain",),
    ("sources", "show"): ("sources",),
    ("pay", "show"): ("pay",),
    ("metiers",): ("jobs",),
    ("metier",): ("job",),
    ("ecoles",): ("schools",),
    ("ecole",): ("school",),
    ("etapes",): ("stages",),
    ("etape",): ("stage",),
    ("departements",): ("departments",),
    ("chercher",): ("search",),
    ("comparer",): ("compare",),
    ("parcourir",): ("browse",),
    ("changements",): ("changes",),
    ("aide",): ("help",),
}
"""What people type for a command, folded, and the command it stands for."""

COMMON_VALUES = frozenset({"--output", "-o", "--lang", "--data", "--today"})
COMMON_FLAGS = frozenset({"--no-color", "--no-pager", "--debug"})
"""The options that every command has: those that take a value, and those that are flags."""
