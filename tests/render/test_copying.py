"""Messages and commands folded to a screen."""

import re
import shlex

import pytest

from avcareers.render.copying import command_lines, folded

WIDTHS = range(20, 81)
COMMANDS = (
    "avcareers job show monteur",
    "avcareers plan premier-assistant-realisateur --from 'bac+2' --near 'Saint-Denis (974)' --max-fees 500",
    "avcareers search l'image et le son d'un film",
    "avcareers compare scripte cadreur monteur etalonneur",
)
MESSAGES = (
    "Rien ne s'appelle «\xa0x\xa0» (métier). Noms proches : chef-monteur, assistant-monteur.\n"
    "Essayer : avcareers job show premier-assistant-realisateur",
    "--kind ne prend pas «\xa0publik\xa0». Valeurs proches : public.\n"
    "Valeurs possibles : public, private, association, consular",
    "«\xa0technicien image\xa0» peut désigner :\n  avcareers job show cadreur --full",
)


def joined(lines: list[str]) -> str:
    """Return the command a shell reads."""
    return " ".join(line.removesuffix(" \\").strip() for line in lines)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_copied_whole_at_every_width(command: str) -> None:
    for width in WIDTHS:
        lines = command_lines(command, width)
        assert joined(lines) == command
        assert all(line.endswith(" \\") for line in lines[:-1])
        for line in lines:
            # A word wider than the screen is not broken: the terminal folds it.
            assert len(line) <= width or len(_words(line)) == 1


def _words(line: str) -> list[str]:
    text = line.removesuffix(" \\")
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_folds_between_words_at_every_width(message: str) -> None:
    for width in WIDTHS:
        shown = folded(message, width)
        assert re.sub(r"\s|\\", "", shown) == re.sub(r"\s", "", message)
        for line in shown.splitlines():
            assert len(line) <= width or len(line.removesuffix(" \\").split()) == 1
            assert not re.match(r" *[:;!?»]", line)
        command = re.search(r"avcareers .*", message)
        if command and len(command[0]) + 2 <= width:
            assert command[0] in shown


def test_what_fits_is_left_alone() -> None:
    assert folded(MESSAGES[1], 200) == MESSAGES[1]
    assert command_lines(COMMANDS[0], 26) == [COMMANDS[0]]
