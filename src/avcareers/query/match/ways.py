"""Whether there is a way into each job within one's limits, as `plan` finds it."""

from collections.abc import Collection, Iterator

from avcareers.model.vocabulary import ENTRY_LEVELS
from avcareers.store.catalogue import Catalogue

from ..plan.nearest import Ladders, ladders_into, reached
from .judging import Way
from .wishes import Wishes

HIGHEST = max(ENTRY_LEVELS.values())


class Ways:
    """The ways into the jobs that one does not come to from an entry job: the others always have one."""

    def __init__(self, catalogue: Catalogue, wishes: Wishes, today: str) -> None:
        """Read what leads to these jobs, for one person on a day (ISO)."""
        self._catalogue, self._wishes, self._today = catalogue, wishes, today
        jobs = tuple(without_ladder(catalogue)) if wishes.stands else ()
        self._ladders = self._read(jobs, wishes)

    def _read(self, jobs: tuple[str, ...], wishes: Wishes) -> Ladders:
        return ladders_into(self._catalogue, jobs, wishes.request, self._today)

    def not_open(
        self, looser: Wishes | None = None, among: Collection[str] | None = None
    ) -> dict[str, Way]:
        """Return the ways that are not open within the limits, or within looser ones, by job.

        Of all the jobs that one does not come to from an entry job, or of some of them.

        A way is unknown when the price, the length or the level asked for is, or when one's own level
        was not said and it decides.
        """
        wishes, ladders = looser or self._wishes, self._ladders
        if not wishes.stands:
            return {}
        if among is not None:
            climbs = {job: ladders.climbs[job] for job in among}
            ladders = ladders._replace(climbs=climbs)
        if wishes.alternance != self._wishes.alternance:
            # What is paid depends on it.
            ladders = self._read(tuple(ladders.climbs), wishes)
        asked = wishes.request
        level = HIGHEST if wishes.level is None else asked.level
        loose = asked._replace(level=level, unknown_too=True)
        open_, perhaps = reached(ladders, asked), reached(ladders, loose)
        taught = {job for one in ladders.candidates for job in one.leads_to}
        return {
            job: "unknown" if job in perhaps else "closed" if climb.jobs & taught else "none"
            for job, climb in ladders.climbs.items()
            if job not in open_
        }


def without_ladder(catalogue: Catalogue) -> Iterator[str]:
    """Yield the jobs that no usual promotion leads to from an entry job."""
    sql = "SELECT origin, target FROM relation WHERE name = 'next_roles'"
    upwards: dict[str, list[str]] = {}
    for origin, target in catalogue.rows(sql):
        upwards.setdefault(origin, []).append(target)
    sql = "SELECT slug FROM facet WHERE kind = 'profession' AND facet = 'level' AND value = 'entry'"
    waiting = [slug for (slug,) in catalogue.rows(sql)]
    climbed: set[str] = set()
    while waiting:
        job = waiting.pop()
        if job not in climbed:
            climbed.add(job)
            waiting += upwards.get(job, ())
    yield from (slug for slug in catalogue.slugs("profession") if slug not in climbed)


def higher_levels(level: int) -> Iterator[int]:
    """Yield the levels above one, the lowest first."""
    yield from (other for other in ENTRY_LEVELS.values() if other > level)
