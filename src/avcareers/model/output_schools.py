"""Published shapes of what is said of programmes."""

from .school import Programme


class ProgrammeItem(Programme):
    """A programme in a list, with its school."""

    school: str
    """School slug."""
    school_name: str
    """School name."""
    kilometres: float | None
    """Distance to where it is taught, when a city was given."""
