"""What an export is refused for."""

from typing import Any

from avcareers.model.errors import ExportError
from avcareers.text.constraints import visible


def refusal(file: str, line: int, what: str, **found: Any) -> ExportError:
    """Return the error that refuses an export; line 0 means the whole file."""
    # A name may be that of a file in an archive, which may be anything.
    told = {name: visible(str(value)) for name, value in found.items()}
    return ExportError(visible(file), line, what, told)
