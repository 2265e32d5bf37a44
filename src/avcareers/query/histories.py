"""What changed in each record since the first data, all in one pass."""

from collections import defaultdict
from typing import Any

from avcareers.model.vocabulary import EARLIEST_YEAR
from avcareers.store.catalogue import Catalogue
from avcareers.text.gender import both_genders

from .changes import ChangedFact, ChangedRecord, ChangeList, in_order, list_changes, paid_fact

Record = tuple[str, str]
"""Kind and key of a record."""
BEGINNING = f"{EARLIEST_YEAR}-01-01"
"""A day before any release."""


def histories(catalogue: Catalogue) -> tuple[ChangeList, dict[Record, ChangeList]]:
    """Return all that changed, and of each record that did what `list_changes` would say of it.

    Counts of the second are those of the first.
    """
    found = list_changes(catalogue, since=BEGINNING)
    by_record: dict[Record, dict[str, ChangedRecord]] = defaultdict(dict)
    for changed in found.records:
        by_record[changed.record, changed.slug][changed.version] = changed
    raised: dict[Record, list[tuple[ChangedRecord, ChangedFact]]] = defaultdict(list)
    for changed in found.records:
        for fact in changed.facts:
            for each in fact.minimums:
                told = paid_fact(changed.slug.removeprefix("idcc-"), fact.kind, each)
                raised[changed.slug, each.function].append((changed, told))
    for job in catalogue.documents("profession") if raised else ():
        _add_paid(by_record, job, raised)
    return found, {
        record: found._replace(records=tuple(by_release.values()))
        for record, by_release in by_record.items()
    }


def _add_paid(
    by_record: dict[Record, dict[str, ChangedRecord]],
    job: Any,
    raised: dict[Record, list[tuple[ChangedRecord, ChangedFact]]],
) -> None:
    """Tell a job the minimums of its functions that its agreements changed."""
    for function in {(f"idcc-{each.idcc}", each.function) for each in job.pay_functions}:
        for agreement, told in raised.get(function, ()):
            own = by_record["profession", job.slug]
            before = own.get(agreement.version) or agreement._replace(
                record="profession", slug=job.slug, kind=None, formerly=(), facts=(), texts=(),
                fr=both_genders(job.title.fr_m, job.title.fr_f), en=job.title.en,
            )  # fmt: skip
            facts = in_order((*before.facts, told))
            own[agreement.version] = before._replace(facts=facts, theme=facts[0].theme)
