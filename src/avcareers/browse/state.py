"""What a person looks at, and the commands that answer the same. It knows no screen."""

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from avcareers.query.compare import FEWEST, MOST
from avcareers.query.filters.declaration import written
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters

if TYPE_CHECKING:
    from avcareers.query.plan.request import Request

Listing = Literal["jobs", "schools"]
Key = tuple[str, str]
"""Kind and key of a record."""
View = Literal["sheet", "plan", "compare"]

FOUND = 50
"""Most that a search lists."""
_SHEETS = {
    "profession": ("job", "show", "{}", "--full"),
    "school": ("school", "show", "{}", "--full"),
    "stage": ("stage", "show", "{}"),
    "topic": ("explain", "{}", "--full"),
}
"""The command that shows a record, by its kind."""
PLANNED = frozenset({"profession", "school"})
"""Kinds of record that are compared, and planned to."""


class State(NamedTuple):
    """What is listed, what of it is selected and marked, and what is shown of it."""

    listing: Listing = "jobs"
    jobs: JobFilters = JobFilters()
    schools: SchoolFilters = SchoolFilters()
    searched: str = ""
    """Words that everything is searched for, instead of listing what passes the filters."""
    selected: Key | None = None
    marked: tuple[Key, ...] = ()
    view: View = "sheet"
    """What is shown: the sheet of what is selected, the routes to it, or what is marked side by side."""
    opened: bool = False
    """Whether the person went to what is shown."""

    @property
    def filters(self) -> Any:
        """Return the filters of what is listed."""
        return self.jobs if self.listing == "jobs" else self.schools

    def filtered(self, filters: Any) -> "State":
        """Return the same listing, with other filters; a search ends."""
        listing: Listing = "jobs" if isinstance(filters, JobFilters) else "schools"
        return self._replace(**{listing: filters, "listing": listing, "searched": ""})

    def switched(self) -> "State":
        """Return the other listing, each with the filters it had."""
        listing: Listing = "schools" if self.listing == "jobs" else "jobs"
        return self._replace(
            listing=listing, searched="", selected=None, view="sheet", opened=False
        )

    def selecting(self, key: Key | None) -> "State":
        """Return it with another record selected, whose sheet is shown."""
        return self if key == self.selected else self._replace(selected=key, view="sheet")

    def marking(self) -> "State":
        """Return it with what is selected marked, or no longer so.

        Marks are of one kind, and no more than are compared: the oldest goes.
        """
        key = self.selected
        if key is None or key[0] not in PLANNED:
            return self
        if key in self.marked:
            return self._replace(marked=tuple(each for each in self.marked if each != key))
        same = tuple(each for each in self.marked if each[0] == key[0])
        return self._replace(marked=(*same, key)[-MOST:])

    @property
    def compared(self) -> tuple[str, ...]:
        """Return the keys to compare: those marked, and what is selected when they are too few.

        None when there are still too few.
        """
        marked = self.marked
        if len(marked) < FEWEST:
            marked = self.marking().marked if self.selected not in marked else marked
        return tuple(slug for _, slug in marked) if len(marked) >= FEWEST else ()

    @property
    def planned(self) -> "Request":
        """Return what a plan is asked with: the limits that the filters of schools set."""
        from avcareers.query.plan.request import Request

        asked = self.schools
        return Request(
            level=asked.entry_level or 0,
            near=asked.near,
            alternance=asked.alternance,
            recognised=asked.recognised,
            max_fees=asked.max_fees,
            max_years=asked.max_years,
        )

    def list_command(self) -> tuple[str, ...]:
        """Return the command that lists the same."""
        if self.searched:
            return "search", self.searched, "--limit", str(FOUND)
        return self.listing, *written(self.filters)

    def shown_command(self) -> tuple[str, ...]:
        """Return the command that shows the same of what is selected or marked; none of nothing."""
        if self.view == "compare":
            return "compare", *self.compared
        if self.selected is None:
            return ()
        kind, slug = self.selected
        if self.view == "plan":
            from avcareers.query.plan.request import typed

            options = (word for option, values in typed(self.planned) for word in (option, *values))
            return "plan", slug, *options
        return tuple(word.format(slug) for word in _SHEETS[kind])

    def commands(self) -> tuple[tuple[str, ...], ...]:
        """Return the commands that answer the same: the list, then what was opened, if anything was."""
        shown = self.shown_command() if self.opened else ()
        return (self.list_command(), *((shown,) if shown else ()))
