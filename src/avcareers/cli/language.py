"""Which language to speak, before anything else is loaded."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Literal

Language = Literal["fr", "en"]


def chosen_language(
    arguments: Sequence[str] = (), environment: Mapping[str, str] = os.environ
) -> Language:
    """Return the language: `--lang`, else AVCAREERS_LANG, else the locale, else French.

    Help texts are built before options are parsed, so the arguments are looked at here too.
    """
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in {"fr", "en"}:
            return "en" if value == "en" else "fr"
    candidates = ("AVCAREERS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    for name in candidates:
        code = environment.get(name, "")[:2].lower()
        if code in {"fr", "en"}:
            return "en" if code == "en" else "fr"
    return "fr"


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
