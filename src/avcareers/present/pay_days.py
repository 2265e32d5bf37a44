"""What is said of a day for which no minimum is known: before the oldest one, or to come."""

from avcareers.text.wording import Wording

from .openings import to_type
from .page import Page, Span, line


def before_the_first(page: Page, words: Wording, command: tuple[str, ...], first: str) -> Page:
    """Return the page of a day on which nothing known was in force: it says since when it is.

    `command` asks the same of a day, which it lacks.
    """
    none = words(
        f"Aucun minimum connu n'était en vigueur ce jour-là : le plus ancien date du {words.day(first)}.",
        f"No minimum that is known was in force on that day: the oldest one is of {words.day(first)}.",
    )
    instead = (*page.instead, to_type(words.command(*command, first)))
    if page.table is not None:
        return page._replace(empty=none, instead=instead)
    return page._replace(footer=(line(none), *instead))


def still_to_come(page: Page, words: Wording, day: str) -> Page:
    """Return the page of a day that has not come: nobody knows what will be due then."""
    return page._replace(
        lead=(
            *page.lead,
            line(
                Span(
                    words(
                        f"Le {words.day(day)} n'est pas venu : personne ne sait quels minima "
                        "s'appliqueront. Les montants sont les derniers connus.",
                        f"{words.day(day)} is still to come: nobody knows what minimums will apply. "
                        "The amounts are the last known.",
                    ),
                    "warn",
                )
            ),
        )
    )
