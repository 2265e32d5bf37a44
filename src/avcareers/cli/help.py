"""The help of a command, read from what is declared."""

import sys
from collections.abc import Iterator
from typing import Any

from avcareers.present.manual import Manual, Part, common_title, questions
from avcareers.text.wording import Wording

from .commands import COMMON_FLAGS, COMMON_VALUES
from .language import LANGUAGE, said
from .line import HELP, SHELL_OPTIONS

LONGEST_CHOICE = 12
"""Values written where the value stands, when they are short; else they follow what the option is."""


def print_help(command: Any, context: Any) -> None:
    """Print the help of a command, of a group of commands, or of the program."""
    from avcareers.render.manual import print_manual

    words = Wording(LANGUAGE)
    made = _program(command, words) if context.parent is None else _command(command, context, words)
    color = False if "--no-color" in sys.argv else None
    print_manual(made, words, color=color, paged="--no-pager" not in sys.argv)


def _program(command: Any, words: Wording) -> Manual:
    install, show = SHELL_OPTIONS
    own = (
        (", ".join(reversed(HELP)), said("L'aide, aussi d'une commande : avcareers help pay.",
                                         "Help, of a command too: avcareers help pay.")),
        ("--version", said("La version installée.", "The version installed.")),
        (install, said("Compléter les noms avec la touche Tab (bash, zsh, fish, powershell).",
                       "Complete names with the Tab key (bash, zsh, fish, powershell).")),
        (show, said("Montrer ce qui serait installé.", "Show what would be installed.")),
    )  # fmt: skip
    usage = said("avcareers COMMANDE [options], ou avcareers MOTS…",
                 "avcareers COMMAND [options], or avcareers WORDS…")  # fmt: skip
    return Manual(
        usage, command.help, (), (*questions(words), Part(said("Options", "Options"), own))
    )


def _command(command: Any, context: Any, words: Wording) -> Manual:
    commands = getattr(command, "commands", {})
    shown = [p for p in command.params if not getattr(p, "hidden", False)]
    taken = [p for p in shown if p.param_type_name == "argument"]
    options = [p for p in shown if p.param_type_name == "option"]
    common = [p for p in options if {*p.opts} & (COMMON_FLAGS | COMMON_VALUES)]
    own = [p for p in options if p not in common]
    usage = [_path(context), *map(_argument, taken)]
    usage += [said("COMMANDE", "COMMAND")] if commands else []
    parts = (
        Part(said("Commandes", "Commands"), tuple((n, c.help) for n, c in commands.items())),
        Part(said("À indiquer", "You give"), tuple((_argument(p), p.help) for p in taken)),
        Part("Options", tuple(map(_option, own))),
        Part(common_title(words), (*map(_option, common), _help_option())),
    )
    examples = tuple(filter(None, (command.epilog or "").split("\n")))
    return Manual(
        f"{' '.join(usage)} [options]", command.help, examples, tuple(p for p in parts if p.rows)
    )


def _path(context: Any) -> str:
    """Return what is typed for a command; a list is asked for by the name of its group alone."""
    whole: str = context.command_path
    return whole.removesuffix(" list")


def _help_option() -> tuple[str, str]:
    return ", ".join(reversed(HELP)), said("Cette aide.", "This help.")


def _argument(argument: Any) -> str:
    name: str = argument.metavar or argument.name.upper()
    return f"{name}…" if argument.nargs == -1 and not name.endswith(("…", "]")) else name


def _option(option: Any) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    text = option.help or ""
    if option.is_flag:
        return names, text
    value, listed = _value(option)
    more = " ".join(filter(None, (listed, _limits(option), _default(option))))
    return f"{names} {value}", f"{text} {more}".rstrip()


def _value(option: Any) -> tuple[str, str]:
    """Return the word that stands for the value of an option, and its values when they are many."""
    metavar = _in_words(option)
    if "|" in metavar and len(metavar) > LONGEST_CHOICE:
        *head, last = metavar.split("|")
        listed = f"{', '.join(head)} {said('ou', 'or')} {last}"
        return said("VALEUR", "VALUE"), said(f"Au choix : {listed}.", f"One of: {listed}.")
    return metavar or _OF_NAMES.get(option.opts[0]) or _of_type(option), ""


def _in_words(option: Any) -> str:
    """Return what stands for the value of an option, its values in words of the language."""
    shown = _shown(option)
    return "|".join(shown.get(each, each) for each in (option.metavar or "").split("|"))


def _shown(option: Any) -> dict[str, str]:
    """Return the values of an option, each with the word of the language for it, if it has some."""
    metavar: str = option.metavar or ""
    values = [each for each in metavar.split("|") if each and not each.isupper()]
    if "|" not in metavar:
        return {}
    from avcareers.present.choices import typed_word

    for vocabulary in _vocabularies(option.opts[0]):
        shown = {each: typed_word(each, values, vocabulary, Wording(LANGUAGE)) for each in values}
        if any(each != word for each, word in shown.items()):
            return shown
    return {}


def _vocabularies(option: str) -> Iterator[str]:
    """Yield the vocabularies of the filters of a name; several lists may have one."""
    from avcareers.query.filters.declaration import entries
    from avcareers.query.filters.jobs import JobFilters
    from avcareers.query.filters.schools import SchoolFilters
    from avcareers.query.match.wishes import Wishes

    for filters in (Wishes, JobFilters, SchoolFilters):
        yield from (each.vocabulary for each in entries(filters).values() if each.option == option)
    yield from {"--sort": ("order",), "--kind": ("search-kind",)}.get(option, ())


_OF_NAMES = {
    "--job": said("MÉTIER", "JOB"),
    "--department": said("DÉPARTEMENT", "DEPARTMENT"),
    "--stage": said("ÉTAPE", "STAGE"),
    "--region": said("RÉGION", "REGION"),
    "--rome": "CODE",
}
"""What stands for the value of an option that takes the name of something."""


def _of_type(option: Any) -> str:
    return "N" if "int" in option.type.name or "float" in option.type.name else said("MOT", "WORD")


def _limits(option: Any) -> str:
    """Return what a number may be, when both ends are of use to who types it."""
    least, most = getattr(option.type, "min", None), getattr(option.type, "max", None)
    if most is None or f"{most:g}" in option.help:
        return ""
    return said(f"(de {least:g} à {most:g})", f"({least:g} to {most:g})")


def _default(option: Any) -> str:
    value = option.default
    if value is None or value is False or f"({value})" in option.help:
        return ""
    value = _shown(option).get(value, value)
    return said(f"(par défaut : {value})", f"(default: {value})")
