"""No suggestion of one record in so many leads to nothing, in either language.

All of them take half an hour: SUGGESTIONS_EVERY=1 asks them, as continuous integration does once a week.
"""

import os

import pytest

from avcareers.store.catalogue import Catalogue

from ..suggestions import leading_nowhere, questions

EVERY = int(os.environ.get("SUGGESTIONS_EVERY", "96"))


@pytest.mark.parametrize("options", [(), ("--lang", "en")], ids=["fr", "en"])
def test_what_every_record_suggests_leads_somewhere(
    real_catalogue: Catalogue, options: tuple[str, ...]
) -> None:
    assert leading_nowhere(real_catalogue, questions(real_catalogue, EVERY), *options) == {}
