"""Commands to try next, fitted to a screen."""

import pytest

from avcareers.present.page import Next, text_of
from avcareers.render.hints import hint_lines

STEPS = (
    Next("avcareers job show scripte --full", "toute la fiche"),
    Next(
        'avcareers plan premier-assistant-realisateur --from bac+2 --near "Le Havre"', "les voies"
    ),
    Next("avcareers jobs", ""),
)


@pytest.mark.parametrize("steps", [STEPS, STEPS[:1], STEPS[1:2], STEPS[2:]])
def test_no_hint_is_wider_than_the_screen_nor_broken_in_a_word(steps: tuple[Next, ...]) -> None:
    for width in range(20, 131):
        lines = [text_of(each) for each in hint_lines(steps, width)]
        for line in lines:
            assert len(line) <= width or len(line.removesuffix(" \\").split()) <= 2
            assert line == line.rstrip()
        for step in steps:
            whole = [line for line in lines if step.command in line]
            assert whole or len(step.command) + 2 > width
        said = "".join("".join(lines).split())
        assert all("".join(step.why.split()) in said for step in steps)


def test_commands_stand_side_by_side_with_why_where_there_is_room() -> None:
    wide = [text_of(each) for each in hint_lines(STEPS[:1] + STEPS[2:], 80)]
    assert wide == ["→ avcareers job show scripte --full  toute la fiche", "→ avcareers jobs"]
