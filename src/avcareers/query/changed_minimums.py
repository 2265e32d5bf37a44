"""The minimums that a change of an agreement brings, changes or takes away."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from avcareers.model.vocabulary import ChangeKind
from avcareers.store.catalogue import Catalogue


class Minimum(NamedTuple):
    """A minimum that a change changes, or brings."""

    function: str
    """Function as the agreement prints it."""
    basis: str
    """Key of what the amount pays."""
    fr: str
    """What the amount pays, in French."""
    en: str
    """What the amount pays, in English."""
    before: float | None
    """Gross euros before; absent when it was not known."""
    after: float | None
    """Gross euros now; absent when it is no longer known."""


def happened(minimum: Minimum, kind: ChangeKind) -> ChangeKind:
    """Return what happened to a minimum that a change of a kind brings, changes or takes away."""
    if minimum.before is None:
        return "newly-known"
    return "now-unknown" if minimum.after is None else kind


class Amounts:
    """The minimums of the scales, read when the first is asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._grids: dict[str, dict[tuple[str, str], float]] = {}
        self._bases = {
            slug: (card.name.fr, card.name.en)
            for slug, card in catalogue.cards("pay-basis").items()
        }

    def changed(self, fact: Any) -> tuple[Minimum, ...]:
        """Return the minimums that a change of an agreement changes, brings, or takes away.

        Of a scale that is no longer there, nothing can be compared.
        """
        before: Mapping[tuple[str, str], float] = {}
        after: Mapping[tuple[str, str], float] = {}
        if fact.fact.startswith("floors."):
            basis = fact.fact.split(".")[2]
            before, after = (
                {(each.rpartition("=")[0], basis): float(each.rpartition("=")[2]) for each in said}
                for said in (fact.lost, fact.gained)
            )
        elif fact.fact.endswith(".grid"):
            before, after = self._of(fact.before), self._of(fact.after)
            after = after if before else {}
            # A new scale may call a function otherwise: one that it lacks is not taken away.
            before = {at: amount for at, amount in before.items() if at in after}
        return tuple(
            Minimum(*at, *self._bases[at[1]], before.get(at), after.get(at))
            for at in {**before, **after}
            if before.get(at) != after.get(at)
        )

    def _of(self, grid: Any) -> dict[tuple[str, str], float]:
        if not self._grids:
            sql = "SELECT grid, function, basis, amount_eur FROM pay_floor"
            for slug, function, basis, amount in self._catalogue.rows(sql):
                self._grids.setdefault(slug, {})[function, basis] = amount
        return self._grids.get(grid, {})
