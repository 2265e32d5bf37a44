"""The commands: the module that declares each, and the kinds of record that its words name.

The command line reads this table to load the module of the command asked for; `completion.py`, to
answer a shell before Typer is loaded. Commands read from it what completes their own arguments.
"""

from collections.abc import Mapping
from typing import NamedTuple

JOB, SCHOOL, STAGE, TOPIC = ("profession",), ("school",), ("stage",), ("topic",)


class Command(NamedTuple):
    """Where a command is declared, and what it takes."""

    module: str
    add: str
    """Function that adds it to the command line."""
    names: Mapping[str, tuple[str, ...]] = {}
    """Kinds of record that its words name: those after each subcommand, or its own under ``""``."""


COMMANDS = {
    "home": Command("home", "add_home"),
    "search": Command("search", "add_search"),
    "jobs": Command("jobs", "add_jobs"),
    "job": Command("jobs", "add_jobs", {"show": JOB}),
    "stages": Command("chain", "add_chain_commands"),
    "stage": Command("chain", "add_chain_commands", {"show": STAGE}),
    "departments": Command("chain", "add_chain_commands"),
    "schools": Command("schools", "add_schools"),
    "school": Command("schools", "add_schools", {"show": SCHOOL, "check": SCHOOL}),
    "compare": Command("compare", "add_compare", {"": JOB + SCHOOL}),
    "path": Command("path", "add_path", {"": JOB}),
    "plan": Command("plan", "add_plan", {"": JOB + SCHOOL}),
    "pay": Command("pay", "add_pay", {"": JOB}),
    "explain": Command("explain", "add_explain", {"": TOPIC}),
    "sources": Command("sources", "add_sources", {"": JOB + SCHOOL}),
    "export": Command("export", "add_export"),
    "data": Command("data", "add_data"),
}
"""In the order of the help."""
