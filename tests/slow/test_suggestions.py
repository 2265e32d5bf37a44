"""No suggestion of a record leads to nothing, in either language.

All of them take half an hour: one record in so many is asked unless EVERY_RECORD is 1.
"""

import pytest

from avcareers.store.catalogue import Catalogue

from ..sampling import ALL
from ..suggestions import leading_nowhere, questions

STEP = 1 if ALL else 96


@pytest.mark.parametrize("options", [(), ("--lang", "en")], ids=["fr", "en"])
def test_what_every_record_suggests_leads_somewhere(
    real_catalogue: Catalogue, options: tuple[str, ...]
) -> None:
    assert leading_nowhere(real_catalogue, questions(real_catalogue, STEP), *options) == {}
