"""No suggestion of any record leads to nothing, in either language."""

import pytest

from avcareers.store.catalogue import Catalogue

from ..suggestions import leading_nowhere, questions


@pytest.mark.parametrize("options", [(), ("--lang", "en")], ids=["fr", "en"])
def test_what_every_record_suggests_leads_somewhere(
    real_catalogue: Catalogue, options: tuple[str, ...]
) -> None:
    assert leading_nowhere(real_catalogue, questions(real_catalogue), *options) == {}
