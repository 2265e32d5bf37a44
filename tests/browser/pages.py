"""One page of each kind, in both languages."""

from avcareers.site.addresses import ALONE, MENU, alone, list_of, page_of
from avcareers.text.wording import LANGUAGES

SMALL = {
    "profession": "monteur",
    "pay": "monteur",
    "school": "lycee-des-goelands",
    "stage": "tournage",
    "department": "image",
    "topic": "contrat-court",
    "agreement": "idcc-3097",
}
"""A record of each kind of the tests' own catalogue."""
REAL = {**SMALL, "school": "la-femis", "topic": "intermittence"}
"""A record of each kind of the real data."""


def each_kind(records: dict[str, str]) -> list[str]:
    """Return the addresses of a page of each kind."""
    return [
        address
        for language in LANGUAGES
        for address in (
            *(alone(name, language) for name in ALONE),
            *(list_of(kind, language) for kind in MENU),
            *(page_of(kind, key, language) for kind, key in records.items()),
        )
    ]
