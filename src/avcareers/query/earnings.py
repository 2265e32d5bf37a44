"""What people really earn in a job, its department or its sector: figures that a source gives."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

from avcareers.model.answer import Merged
from avcareers.model.vocabulary import EarningKind, EarningScope, values
from avcareers.store.catalogue import Catalogue

from .cards import in_order

if TYPE_CHECKING:
    from avcareers.model.earning import Earning
    from avcareers.model.profession import Profession
    from avcareers.model.source import Source

_KINDS, _SCOPES = values(EarningKind), values(EarningScope)


class EarningRow(NamedTuple):
    """A figure, and how wide a group it is about."""

    earning: Annotated["Earning", Merged()]
    """The figure."""
    scope: EarningScope
    """Whether it was measured for the job, for its department or for a whole sector."""
    sources: "tuple[Source, ...]"
    """Where it was read, in full."""


def earnings_of(catalogue: Catalogue, job: "Profession") -> tuple[EarningRow, ...]:
    """Return the figures that are about a job: by what they measure.

    Of several, the narrowest group comes first, then the newest figure.
    """
    rows = [
        EarningRow(earning, scope, in_order(catalogue.cards("source", earning.sources),
                                            earning.sources))
        for earning in catalogue.documents("earning")
        if (scope := _scope(earning, job))
    ]  # fmt: skip
    rows.sort(key=lambda row: row.earning.slug)
    rows.sort(key=lambda row: row.earning.period, reverse=True)
    return tuple(sorted(rows, key=_order))


def _scope(earning: "Earning", job: "Profession") -> EarningScope | None:
    if job.slug in earning.covers.jobs:
        return "job"
    if job.department in earning.covers.departments:
        return "department"
    if any(hiring.regime in earning.covers.regimes for hiring in job.hiring):
        return "sector"
    return None


def _order(row: EarningRow) -> tuple[int, int]:
    return _KINDS.index(row.earning.kind), _SCOPES.index(row.scope)
