"""Which language to speak."""

import pytest

from avcareers.cli.language import chosen_language, said


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "fr"),
        (["--lang", "en"], {}, "en"),
        (["jobs", "--lang=en"], {}, "en"),
        (["--lang", "fr"], {"AVCAREERS_LANG": "en"}, "fr"),
        ([], {"AVCAREERS_LANG": "en", "LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"}, "fr"),
        ([], {"LC_MESSAGES": "en_US.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "fr"),
        ([], {"LANG": "C"}, "fr"),
        (["--lang", "de"], {}, "fr"),
        (["--lang"], {}, "fr"),
        ([], {"AVCAREERS_LANG": "EN"}, "en"),
    ],
)
def test_the_option_wins_then_the_variable_then_the_locale_then_french(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert chosen_language(arguments, environment) == language


def test_help_texts_are_said_in_the_language_of_the_process() -> None:
    assert said("oui", "yes") == "oui"
