"""Building the whole site beside its place, then putting it there: whole, or not at all."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from html import escape
from importlib.resources import files
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from avcareers import __version__
from avcareers.model.errors import DeadLinksError, OccupiedError
from avcareers.query.histories import Record, histories
from avcareers.store.catalogue import Catalogue
from avcareers.store.location import locate
from avcareers.store.opening import open_catalogue
from avcareers.store.writing import leaving_when_stopped, permissions

from .addresses import MISSING
from .alone import alone_files
from .edition import editions
from .feeds import calendar_files, feed_files
from .links import Linked, dead_links, linked
from .lists import list_files
from .records import every_record, former_files, record_files
from .search_data import search_files

MARK = "avcareers-site.json"
"""The file that says that a folder is a site of ours."""
LINKING = (".html", ".atom")
"""What the names of files that link end in."""
FEW = 150
"""Pages that one process makes sooner than others start."""
CHUNK = 12
Advance = Callable[[float], None]
"""Called with the part of the pages that is made, from 0 to 1."""


class Order(NamedTuple):
    """What is asked for."""

    data: str | None
    """Data folder, or the usual one."""
    today: str
    base_url: str
    processes: int


def build(folder: Path, catalogue: Catalogue, order: Order, advance: Advance) -> int:
    """Build the site in a folder, in place of the one that was there; return its number of pages.

    Raise OccupiedError when the folder holds something else, DeadLinksError when a link of the site
    leads nowhere: what was there stays then.
    """
    _refuse_others(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with leaving_when_stopped(), ExitStack() as ending:
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        ending.callback(shutil.rmtree, beside, ignore_errors=True)
        pages = list(_made(beside, catalogue, order, advance))
        assets = list(_assets(beside))
        dead = list(dead_links(pages, assets))
        if dead:
            raise DeadLinksError([f"{one.page} → {one.target}" for one in dead])
        if order.base_url:
            addresses = sorted(page.address for page in pages if page.address.endswith(".html"))
            (beside / "sitemap.xml").write_text(sitemap(addresses, order), "utf-8")
        beside.chmod(permissions(folder, 0o777))
        _put(beside, folder)
    return sum(page.address.endswith(".html") for page in pages)


def _refuse_others(folder: Path) -> None:
    """Raise OccupiedError when a folder holds anything but a site of ours."""
    if folder.is_dir():
        if any(folder.iterdir()) and not (folder / MARK).is_file():
            raise OccupiedError(str(folder))
    elif folder.exists() or folder.is_symlink():
        raise OccupiedError(str(folder))


def _put(made: Path, folder: Path) -> None:
    """Put a folder in the place of another, which stays when that fails."""
    if not folder.exists():
        made.replace(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    folder.replace(old)
    try:
        made.replace(folder)
    except OSError:
        old.replace(folder)
        raise
    shutil.rmtree(old)


def _made(beside: Path, catalogue: Catalogue, order: Order, advance: Advance) -> Iterator[Linked]:
    """Write every page and every record; yield what each links to."""
    records = every_record(catalogue)
    found, of_each = histories(catalogue)
    followed = frozenset(of_each).intersection(records if order.base_url else ())
    each = editions(catalogue, order.today, order.base_url, followed)
    mark = json.dumps({"made": order.today, "version": __version__}, indent=2) + "\n"
    general = (list_files(each), alone_files(each), former_files(each), search_files(each),
               calendar_files(each), feed_files(found, of_each, each), [(MARK, mark)])  # fmt: skip
    yield from _written(beside, chain.from_iterable(general), order.base_url)
    if order.processes < 2 or len(records) < FEW:
        for number, (kind, key) in enumerate(records, start=1):
            yield from _written(beside, record_files(kind, key, each), order.base_url)
            advance(number / len(records))
        return
    chunks = [records[start : start + CHUNK] for start in range(0, len(records), CHUNK)]
    # Started anew, as everywhere but on Linux: a copy of this process would share its catalogue.
    anew = get_context("spawn")
    with ProcessPoolExecutor(
        order.processes, anew, initializer=_start, initargs=(beside, order, followed)
    ) as pool:
        for number, some in enumerate(pool.map(_make, chunks), start=1):
            yield from some
            advance(number / len(chunks))


_started: list[tuple[Path, tuple]] = []  # type: ignore[type-arg]
"""Of a process that makes pages: where it writes them, and the site in each language."""


def _start(beside: Path, order: Order, followed: frozenset[Record]) -> None:
    catalogue = open_catalogue(locate(order.data))
    _started[:] = [(beside, editions(catalogue, order.today, order.base_url, followed))]


def _make(records: Iterable[Record]) -> list[Linked]:
    ((beside, each),) = _started
    return [
        page
        for kind, key in records
        for page in _written(beside, record_files(kind, key, each), each[0].base_url)
    ]


def _written(beside: Path, made: Iterable[tuple[str, str]], base_url: str) -> Iterator[Linked]:
    """Write files; yield what each links to. Raise FileExistsError for two of one address."""
    for address, text in made:
        path = beside / address
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        # Only pages and feeds link: what is inside data is text.
        yield linked(address, text if address.endswith(LINKING) else "", base_url)


def sitemap(addresses: Iterable[str], order: Order) -> str:
    """Return the list of pages that search engines read."""
    listed = (
        f"<url><loc>{escape(order.base_url + address)}</loc><lastmod>{order.today}</lastmod></url>\n"
        for address in addresses
        if Path(address).stem != MISSING
    )
    opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opening}\n{"".join(listed)}</urlset>\n'


def _assets(beside: Path) -> Iterator[str]:
    """Copy the style and the scripts; yield their addresses."""
    (beside / "assets").mkdir(exist_ok=True)
    for asset in sorted(files(__package__).joinpath("assets").iterdir(), key=lambda one: one.name):
        (beside / "assets" / asset.name).write_bytes(asset.read_bytes())
        yield f"assets/{asset.name}"


def processors() -> int:
    """Return how many processes may work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
