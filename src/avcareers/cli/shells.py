"""Completion, as each shell wants it: shown, installed, and made ready to answer."""

import os
from typing import Any

import typer

from .completion import SHELL, SHELLS
from .language import said
from .shell_line import shell_line
from .told import Told, told_to_bash

_ZSH_LOADED = """
# The first Tab only loads this file: it is to be answered too.
[[ $zsh_eval_context[-1] == loadautofunc ]] && _avcareers_completion "$@"
"""
_BASH_ASKS = "COMP_CWORD=$COMP_CWORD"
_BASH_SAYS_WHY = f"{_BASH_ASKS} COMP_TYPE=$COMP_TYPE COLUMNS=$COLUMNS"
"""So that what is only listed is listed with what it is, on the width of the terminal."""


class _OnOurLine:
    """What Typer finds for the words of a command, once a shell's line is read as we read it."""

    words: list[str]
    typed: str
    kept: str

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before, and the one that is begun."""
        return [*self.words], self.typed

    def get_completions(self, args: list[str], incomplete: str) -> Any:
        """Return what may come next, with what the shell has before it in the same word."""
        found = super().get_completions(args, incomplete)  # type: ignore[misc]
        for item in found:
            item.value = f"{self.kept}{item.value}"
        return found


class _OnBash(_OnOurLine):
    """What Typer finds, with what each word is where bash only lists it."""

    def complete(self) -> str:
        """Return what may come next, one a line."""
        found = self.get_completions(*self.get_completion_args())
        return told_to_bash([Told(item.value, item.help or "") for item in found])


def ready_for_shells() -> None:
    """Let Typer answer every shell."""
    from typer import _completion_classes as theirs

    theirs.completion_init()
    shell = os.environ[SHELL].partition("_")[2]
    line = shell_line(shell)
    if line is None:
        return
    kinds = {"bash": theirs.BashComplete, "zsh": theirs.ZshComplete, "fish": theirs.FishComplete}
    asked = {
        "words": line.words,
        "typed": line.typed,
        # Bash has what stands before « = » apart.
        "kept": "" if shell == "bash" else line.kept,
    }
    kind = kinds.get(shell, theirs.PowerShellComplete)
    ours = type("Ours", (_OnBash if shell == "bash" else _OnOurLine, kind), asked)
    theirs.add_completion_class(ours, shell)  # type: ignore[attr-defined]


def serve_shell(option: str, *shells: str) -> None:
    """Show the completion of a shell, the present one by default, or install it.

    Raise BadParameter for a shell that is not known.
    """
    from typer import _completion_shared as scripts

    from avcareers.render.emit import print_text, say

    if len(shells) > 1:
        raise typer.BadParameter(said(f"{option} prend un seul shell.",
                                      f"{option} takes one shell."))  # fmt: skip
    shell = shells[0].lower() if shells else scripts._get_shell_name()
    listed = ", ".join(SHELLS)
    if shell not in SHELLS:
        raise typer.BadParameter(
            said(f"{option} ne connaît pas « {shell} ». Shells connus : {listed}.",
                 f"{option} does not know “{shell}”. Known shells: {listed}.") if shell else
            said(f"Le shell n'a pas été reconnu. Le nommer : {option} SHELL ({listed}).",
                 f"The shell was not recognised. Name it: {option} SHELL ({listed}).")
        )  # fmt: skip
    if option == "--show-completion":
        script = scripts.get_completion_script(
            prog_name="avcareers", complete_var=SHELL, shell=shell
        )
        print_text(script.replace(_BASH_ASKS, _BASH_SAYS_WHY))
        return
    _, path = scripts.install(shell, "avcareers", SHELL)
    if shell == "zsh":
        path.write_text(f"{path.read_text()}{_ZSH_LOADED}")
    if shell == "bash":
        path.write_text(path.read_text().replace(_BASH_ASKS, _BASH_SAYS_WHY))
    say(said(f"La complétion pour {shell} est installée : {path}\nElle prend effet dans un nouveau terminal.",
             f"Completion for {shell} is installed: {path}\nIt takes effect in a new terminal."))  # fmt: skip
