"""The programmes a plan chooses from: those alike in all that decides are judged as one."""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, cast

from avcareers.store.catalogue import Catalogue
from avcareers.store.traits import Traits, read_traits
from avcareers.text.geography import kilometres_between

from ..nearby import Near
from .request import Judge, Judged
from .routes import NONE, UNKNOWN, Amount, Course, Measures

Member = tuple[float | None, str]
"""Kilometres, and `school/programme`."""


class Candidate(NamedTuple):
    """Programmes alike in all that decides, as one person meets them."""

    members: tuple[Member, ...]
    """All of them: the nearest first, then by key."""
    traits: Traits
    judged: Judged
    """What the nearest is worth."""
    leads_to: tuple[str, ...]
    """Jobs they lead to, among those that matter for the question."""
    measured: bool
    """Whether distance is measured."""

    @property
    def kilometres(self) -> float | None:
        """Give the distance of the nearest."""
        return self.members[0][0]

    @property
    def key(self) -> str:
        """Give the key of the first of the nearest."""
        return self.members[0][1]

    @property
    def equals(self) -> int:
        """Count those as near as the nearest, itself included."""
        return sum(1 for away, _ in self.members if away == self.kilometres)

    def course(self, promotions: int | None) -> Course:
        """Give what the search for routes needs to know of it."""
        traits, fees = self.traits, self.judged.fees
        years = _amount(traits.years)
        total = Amount(fees * years.known) if fees is not None and years.whole else UNKNOWN
        own = Measures(
            years,
            NONE if fees == 0 else total,
            _amount(self.kilometres) if self.measured else NONE,
            len(self.judged.missing),
        )
        return Course(self.key, traits.entry_level, traits.level, own, promotions)


def candidates_for(
    catalogue: Catalogue, jobs: Iterable[str], judge: Judge, *, also: str = ""
) -> Iterator[Candidate]:
    """Yield the programmes that lead to some jobs, and those of one more school.

    Those alike come as one, apart for those beyond reach and those whose place is not known. Each
    programme of the one more school comes alone.
    """
    wanted = frozenset(jobs)
    mine = f"{also}/"
    near = judge.request.near
    kilometres = _kilometres_from(near)
    for traits, rows in _alike(catalogue, wanted, also, places=near is not None):
        leads_to = tuple(job for job in traits.leads_to if job in wanted)
        members: list[Member] = [(kilometres(sites), key) for _, key, sites in rows]
        own = [member for member in members if member[1].startswith(mine)] if also else []
        if own:
            members = [member for member in members if not member[1].startswith(mine)]
        others = members if leads_to else []
        for together in (*([member] for member in own), *_by_reach(others, near)):
            worth = judge.judged(traits, together[0][0])
            yield Candidate(tuple(together), traits, worth, leads_to, near is not None)


_Row = tuple[int, str, str | None]
"""Traits, key, sites."""


def _alike(
    catalogue: Catalogue, jobs: Iterable[str], also: str, *, places: bool
) -> Iterator[tuple[Traits, list[_Row]]]:
    """Yield the traits that lead to some jobs or that one more school has, and who has them."""
    wanted = """
        WITH wanted AS (
            SELECT traits AS id FROM traits_job WHERE job IN (SELECT value FROM json_each(?))
            UNION SELECT traits FROM programme WHERE school = ?
        )
    """
    asked = (json.dumps(sorted(jobs)), also)
    sql = f"{wanted} SELECT facts FROM wanted JOIN traits USING (id) ORDER BY id"
    every = read_traits(facts for (facts,) in catalogue.rows(sql, asked))
    sites = "sites" if places else "NULL"
    sql = (
        f"{wanted} SELECT traits, key, {sites} FROM wanted JOIN programme ON traits = id "
        "ORDER BY traits, key"
    )
    alike = groupby(catalogue.rows(sql, asked), itemgetter(0))
    for traits, (_, rows) in zip(every, alike, strict=True):
        yield traits, cast("list[_Row]", list(rows))


def _by_reach(members: list[Member], near: Near | None) -> Iterator[list[Member]]:
    """Yield those within reach, those beyond, and those whose place is not known; sorted."""
    if not near:
        if members:
            yield members
        return
    known = sorted(member for member in members if member[0] is not None)
    beyond = bisect_right(known, near.within_km, key=itemgetter(0))
    nowhere = [member for member in members if member[0] is None]
    yield from (part for part in (known[:beyond], known[beyond:], nowhere) if part)


def _kilometres_from(near: Near | None) -> Callable[[str | None], float | None]:
    """Give what measures the way to the nearest of some sites; many programmes share theirs."""

    @cache
    def measured(sites: str | None) -> float | None:
        if not near or not sites:
            return None
        lat, lon = near.place.lat, near.place.lon
        return min(kilometres_between(lat, lon, *site) for site in json.loads(sites))

    return measured


def _amount(value: float | None) -> Amount:
    return UNKNOWN if value is None else Amount(value)
