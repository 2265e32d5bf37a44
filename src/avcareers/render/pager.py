"""Answers longer than the screen, read a screen at a time. Loaded for those only."""

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Mapping
from pathlib import PurePath
from tempfile import TemporaryFile

from .safety import encodable

DEFAULT = "less -FRX"
"""Leaves at the end of what fits, keeps colours, and leaves on the screen what was read."""
FOR_PAGERS = {"LESS": "FRX", "LV": "-c"}
"""What pagers are told, unless they were told something else; git tells them the same."""


FOR_A_SHELL = frozenset("|&;<>()$`*?[#~=%\n")
"""Characters of a command that a shell reads: git, too, gives it one then."""


def pager_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command that shows a text a screen at a time: nothing when none is wanted.

    AVCAREERS_PAGER says which, else PAGER; empty or `cat`, none. It may be anything a shell runs.
    """
    if os.name != "nt" and environment.get("TERM", "dumb") in {"", "dumb"}:
        # It can't move its cursor.
        return []
    asked = environment.get("AVCAREERS_PAGER", environment.get("PAGER", DEFAULT))
    try:
        command = shlex.split(asked, posix=os.name != "nt")
    except ValueError:
        # A quote is left open.
        return []
    if not command or (len(command) == 1 and PurePath(command[0]).name == "cat"):
        return []
    if os.name != "nt" and not FOR_A_SHELL.isdisjoint(asked):
        return ["sh", "-c", asked]
    return command


Prompt = tuple[str, str]
"""What stands below a screen of the text, and below the last one."""


def less_prompt(prompt: Prompt, encoding: str) -> str:
    """Return a prompt as `less` reads it: another on the last screen, its signs escaped."""
    more, last = (re.sub(r"([\\:?.%$])", r"\\\1", encodable(text, encoding)) for text in prompt)
    return f"s?e{last}:{more}."


def show(text: str, encoding: str, prompt: Prompt = ("", "")) -> bool:
    """Show a text in the pager until its reader leaves. False if it read nothing: none was shown.

    The pager nobody chose has a prompt that says what to type.
    """
    command = pager_command()
    if not command:
        return False
    if command == shlex.split(DEFAULT) and all(prompt):
        command.append(f"-P{less_prompt(prompt, encoding)}")
    told = {**FOR_PAGERS, **os.environ}
    if encoding.replace("-", "").lower() == "utf8":
        # Python writes UTF-8 in the locale "C", where less would show its bytes.
        told.setdefault("LESSCHARSET", "utf-8")
    # An interruption is for the pager, which alone knows whether it stops a search or itself.
    before = signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    try:
        # From a file, of which the place reached tells whether a pager that fails has read any.
        with TemporaryFile() as answer:
            answer.write(text.encode(encoding, "replace"))
            answer.seek(0)
            status = subprocess.call(command, stdin=answer, env=told)  # noqa: S603 - the user's own
            return status == 0 or os.lseek(answer.fileno(), 0, os.SEEK_CUR) > 0
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
