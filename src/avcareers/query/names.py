"""The error for a name that nothing bears, when it may be of several kinds."""

from collections.abc import Sequence

from avcareers.model.errors import NotFoundError
from avcareers.store.catalogue import Catalogue
from avcareers.text.nearest import nearest


def not_found(catalogue: Catalogue, kinds: Sequence[str], name: str) -> NotFoundError:
    """Return the error of the kind whose near names are the nearest; of the first when none is."""
    errors = [NotFoundError(kind, name, catalogue.near(kind, name)) for kind in kinds]
    close = nearest(name, (slug for error in errors for slug in error.near))
    likely = [error for error in errors if error.near]
    return next((e for e in likely if close[0:1] and close[0] in e.near), (likely or errors)[0])
