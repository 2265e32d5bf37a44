"""What to say when a command line itself is not understood."""

import re
import shlex
from collections.abc import Sequence
from typing import Any

from avcareers.text.folding import fold
from avcareers.text.nearest import nearest
from avcareers.text.wording import Wording, beginning

_HOME = " home"
"""What runs when nothing is asked: nobody typed it."""

_WAITS_FOR = {
    "job": (("le nom d'un métier", "the name of a job"), "jobs"),
    "pay": (("le nom d'un métier", "the name of a job"), "jobs"),
    "path": (("le nom d'un métier", "the name of a job"), "jobs"),
    "plan": (("le nom d'un métier ou d'une école", "the name of a job or a school"), "jobs"),
    "school": (("le nom d'une école", "the name of a school"), "schools"),
    "stage": (("le nom d'une étape", "the name of a stage"), "stages"),
    "search": (("ce que l'on cherche", "something to look for"), ""),
    "compare": (("les noms de deux métiers ou de deux écoles",
                 "the names of two jobs or two schools"), ""),
}  # fmt: skip
"""What a command waits for, and the list where it stands."""


_IN_FRENCH = {
    "depuis": ("--from", "--entry"), "de": ("--from", "--entry"), "niveau": ("--from", "--entry", "--level"),
    "pres": ("--near",), "pres de": ("--near",), "ville": ("--near",), "autour": ("--near",),
    "rayon": ("--within",), "frais": ("--max-fees",), "prix": ("--max-fees",), "gratuit": ("--max-fees",),
    "duree": ("--max-years",), "annees": ("--max-years",), "sans ecole": ("--no-school",),
    "metier": ("--job",), "departement": ("--department",), "reconnu": ("--recognised",),
    "diplome": ("--diploma",), "aime": ("--like",), "sans": ("--not", "--without"),
}  # fmt: skip
"""What people type in French for an option, folded: the ones it may be."""
_KINDS = {"public": "public", "publique": "public", "prive": "private", "privee": "private",
          "private": "private"}  # fmt: skip
"""What people type as an option that is a value of `--kind`, folded."""


def usage_message(error: Exception, path: str, options: tuple[str, ...], words: Wording) -> str:
    """Explain a usage error: what was not understood, what is near, where the help is."""
    path = path.removesuffix(_HOME)
    message = _explained(error, options, words)
    helped = words.command(*path.split()[1:], "--help")
    return message + words(f"\nAide : {helped}", f"\nHelp: {helped}")


def _explained(error: Exception, options: tuple[str, ...], words: Wording) -> str:
    name = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    if name and hasattr(error, "possibilities"):
        message = words(
            f"Option inconnue : {beginning(name)}.", f"Unknown option: {beginning(name)}."
        )
        meant = [each for each in _IN_FRENCH.get(fold(name), ()) if each in options]
        if (kind := _KINDS.get(fold(name))) and "--kind" in options:
            meant = [f"--kind {kind}"]
        near = meant or nearest(name, (option for option in options if option.startswith("--")))
        if near:
            message += words(f" Options proches : {', '.join(near)}.",
                             f" Near options: {', '.join(near)}.")  # fmt: skip
        return message
    if name:
        return _of_value(str(error), name, words)
    if parameter is None:
        return _in_words(str(error), words)
    if type(error).__name__ == "MissingParameter":
        return _missing(parameter, getattr(error, "ctx", None), words)
    option = max(parameter.opts, key=len, default=parameter.name)
    return _number(error, option, parameter, words) or words(
        f"{option} : {error}", f"{option}: {error}"
    )


def _missing(parameter: Any, context: Any, words: Wording) -> str:
    """Return a sentence on the word that a command waits for, with an example of it."""
    if getattr(parameter, "param_type_name", "") != "argument" or context is None:
        what = (parameter.metavar or parameter.name).rstrip("…")
        return words(f"Il manque : {what}.", f"Missing: {what}.")
    command = " ".join(context.command_path.split()[1:])
    short = f"avcareers {command.removesuffix(' show')}"
    what, listed = _WAITS_FOR.get(command.split()[0], (("un nom", "a name"), ""))
    message = words(f"Après {words.quoted(short)}, il manque {what[0]}.",
                    f"{words.quoted(short)} needs {what[1]}.")  # fmt: skip
    examples = (getattr(context.command, "epilog", "") or "").splitlines()
    if examples:
        example = words.command(*shlex.split(examples[0]))
        message += words(f"\nPar exemple : {example}", f"\nFor example: {example}")
    kinds = (getattr(context, "params", None) or {}).get("kind") or ()
    if command == "search" and (kind := _searched_kind(kinds)):
        from .search import LISTS

        return words(f"{message}\nPour tout voir : {words.command(*LISTS[kind])}",
                     f"{message}\nTo see them all: {words.command(*LISTS[kind])}")  # fmt: skip
    if listed:
        every = words.command(listed)
        message += words(f"\nLa liste : {every}", f"\nThe list: {every}")
    if command == "pay":
        files = words.command("export", "catalogue", "--format", "csv")
        message += words(f"\nTous les minimums, en fichiers : {files}",
                         f"\nEvery minimum, as files: {files}")  # fmt: skip
    return message


def _searched_kind(typed: Sequence[str]) -> str | None:
    """Return the kind that is searched, if it is one."""
    from avcareers.model.vocabulary import SearchKind, values

    from .choices import exactly_meant

    return exactly_meant(typed[0], values(SearchKind), "search-kind") if len(typed) == 1 else None


def _of_value(message: str, option: str, words: Wording) -> str:
    """Return the message for an option that lacks its value, or takes none."""
    if "does not take" in message:
        return words(f"{option} ne prend pas de valeur.", f"{option} takes no value.")
    return words(f"{option} demande une valeur.", f"{option} needs a value.")


def _in_words(message: str, words: Wording) -> str:
    """Return a message of the parser about no option, or one of ours as it stands."""
    extra = re.search(r"unexpected extra argument(?:s|\(s\))? \((.*)\)", message)
    if extra:
        more = beginning(extra[1])
        return words(f"Mot en trop : {more}.", f"Not understood: {more}.")
    return message


def _number(error: Exception, option: str, parameter: Any, words: Wording) -> str:
    """Return what number an option takes, when the parser refused what it was given."""
    refused = re.match(r"'?(.*?)'? is not (?:in the range|a valid (?:int|float))", str(error))
    if not refused:
        return ""
    kind = getattr(parameter, "type", None)
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    number = words("un nombre", "a number")
    if "int" in getattr(kind, "name", ""):
        number = words("un nombre entier", "a whole number")
    if least is not None and most is not None:
        number += words(f" de {least:g} à {most:g}", f" from {least:g} to {most:g}")
    elif least is not None:
        number += words(f" d’au moins {least:g}", f" of at least {least:g}")
    value = words.typed(refused[1])
    written = ""
    if any(sign.isdigit() for sign in refused[1]) and "a valid float" in str(error):
        written = words(", écrit comme 1000 ou 35,5", ", written like 1000 or 35.5")
    return words(
        f"{option} demande {number}{written}, pas {value}.",
        f"{option} takes {number}{written}, not {value}.",
    )
