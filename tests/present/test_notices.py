"""What the store has to say."""

import pytest

from avcareers.present.notices import store_notice
from avcareers.text.wording import Wording


@pytest.mark.parametrize("event", ["compiling", "damaged", "uncached"])
def test_every_event_of_the_store_has_a_sentence(words: Wording, event: str) -> None:
    assert store_notice(event, words)[-1] in ".…"
