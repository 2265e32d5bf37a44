"""A stored record, read back without the validator."""

import json
from typing import Any

from avcareers.model.errors import DamagedError


class View:
    """A frozen view of one stored document, with the fields of the model that wrote it.

    The model validated the document when the catalogue was compiled, so reading it back takes
    nothing but `json`: the validator costs more to import than a whole command may take.
    """

    def __init__(self, fields: dict[str, Any]) -> None:
        """Take the fields of a JSON object; its lists become tuples."""
        # The cost of most commands: the fields are taken over, not copied.
        object.__setattr__(self, "__dict__", fields)
        for name, value in fields.items():
            if value.__class__ is list:
                fields[name] = tuple(value)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change."""
        raise AttributeError(f"{name}: a stored record is read-only")

    def __delattr__(self, name: str) -> None:
        """Refuse to forget."""
        raise AttributeError(f"{name}: a stored record is read-only")

    def __eq__(self, other: object) -> bool:
        """Two views are equal when all their fields are."""
        return isinstance(other, View) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Show the record by its key."""
        return f"View({self.__dict__.get('slug', '…')})"


_DECODER = json.JSONDecoder(object_hook=View)


def read_document(document: str) -> Any:
    """Return the view of a stored document. Raises DamagedError when it is not one."""
    try:
        return _DECODER.decode(document)
    except ValueError as error:
        raise DamagedError from error
