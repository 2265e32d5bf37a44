"""Completion, as each shell wants it: shown, installed, and made ready to answer."""

import typer

from .language import said

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
VARIABLE = "_AVCAREERS_COMPLETE"


def ready_for_shells() -> None:
    """Let Typer answer every shell."""
    from typer._completion_classes import completion_init

    completion_init()


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
        print_text(scripts.get_completion_script(
            prog_name="avcareers", complete_var=VARIABLE, shell=shell))  # fmt: skip
        return
    _, path = scripts.install(shell, "avcareers", VARIABLE)
    say(said(f"La complétion pour {shell} est installée : {path}\nElle prend effet dans un nouveau terminal.",
             f"Completion for {shell} is installed: {path}\nIt takes effect in a new terminal."))  # fmt: skip
