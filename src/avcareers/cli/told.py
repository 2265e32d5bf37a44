"""What a shell is told: names and values, with what each is, as the shell reads it."""

import os
from typing import NamedTuple

WIDEST = 80
"""Columns of a line of a shell that does not say how many it has."""
WIDEST_NAME = 32
"""Columns kept for a word before what it is: longer ones are rare, and take their own."""
_LISTING = {"63", "33"}
"""Why bash asks, when it lists what it is told and puts none of it on the line (`COMP_TYPE`)."""
_ZSH = str.maketrans({"'": "’", '"': "”", "$": r"\$", "`": r"\`", ":": r"\\:"})


class Told(NamedTuple):
    """What may come next, and what it is, in the language of the line."""

    value: str
    help: str = ""


def told_to_bash(found: list[Told]) -> str:
    """Return the words; where they are only listed, what each is after them."""
    if len(found) < 2 or os.environ.get("COMP_TYPE") not in _LISTING:
        return "\n".join(one.value for one in found)
    columns = os.environ.get("COLUMNS", "")
    width = (int(columns) if columns.isdecimal() else WIDEST) - 2
    room = min(max(len(one.value) for one in found), WIDEST_NAME)
    lines = (f"{one.value:{room}}  {one.help}".rstrip() for one in found)
    return "\n".join(line if len(line) <= width else f"{line[: width - 1]}…" for line in lines)


def told_to_fish(found: list[Told]) -> str:
    """Return a word a line, with what it is after a tabulation."""
    return "\n".join(f"{one.value}\t{one.help}" if one.help else one.value for one in found)


def told_to_zsh(found: list[Told], typed: str) -> str:
    """Return the call that offers the words, with what each is."""
    if not found:
        return "_files"
    if found[0].value.startswith(typed):
        listed = "\n".join(
            f'"{one.value.translate(_ZSH)}":"{one.help.translate(_ZSH)}"'
            if one.help
            else f'"{one.value}"'
            for one in found
        )
        return f"_arguments '*: :(({listed}))'"
    # Of its own, zsh would leave out what does not begin as typed.
    values = " ".join(one.value for one in found)
    if not any(one.help for one in found):
        return f"compadd -U -- {values}"
    shown = " ".join("'" + (f"{one.value}  -- {one.help}").replace("'", "’") + "'" for one in found)
    return f"local -a told; told=({shown}); compadd -U -l -d told -- {values}"
