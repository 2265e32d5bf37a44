"""Which language to speak, before anything else is loaded."""

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

Language = Literal["fr", "en"]


def chosen_language(
    arguments: Sequence[str] = (), environment: Mapping[str, str] = os.environ
) -> Language:
    """Return the language: `--lang`, else AVCAREERS_LANG, else the locale, else French.

    Help texts are built before options are parsed, so the arguments are looked at here too.
    """
    asked = [
        argument.removeprefix("--lang=") if argument.startswith("--lang=") else following
        for argument, following in pairwise((*arguments, ""))
        if argument == "--lang" or argument.startswith("--lang=")
    ]
    candidates = ("AVCAREERS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    located = (environment.get(name, "")[:2] for name in candidates)
    # Of an option given twice, the last one counts: an alias of the shell may give the first.
    return next(filter(None, map(language_named, (*reversed(asked), *located))), "fr")


def language_named(value: str) -> Language | None:
    """Return the language that a code names, in capitals or not; nothing for any other word."""
    match value.lower():
        case "fr":
            return "fr"
        case "en":
            return "en"
    return None


def kept_options(language: Language, data: str | None) -> tuple[str, ...]:
    """Return the common options that a command to try must give again.

    These are the data folder given, and a language that is not chosen without an option.
    """
    spoken = () if language == chosen_language() else ("--lang", language)
    return (*spoken, "--data", data) if data else spoken


LANGUAGE = chosen_language(sys.argv[1:])
"""Language of the help texts."""


def said(fr: str, en: str) -> str:
    """Return a help text in the language of the command line, its apostrophes as they are printed."""
    return (fr if LANGUAGE == "fr" else en).replace("'", "’")
