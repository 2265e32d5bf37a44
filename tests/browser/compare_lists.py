"""Do filters answer in the browser what they answer on the command line? Random questions, both asked.

`python tests/browser/compare_lists.py SITE` with a site built of the same data; needs node.
"""

import json
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args, get_origin
from urllib.parse import urlencode

from avcareers.query.filters.declaration import Filter, entries, written
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.jobs import list_jobs
from avcareers.query.nearby import Near
from avcareers.query.schools import list_schools
from avcareers.store.catalogue import Catalogue
from avcareers.store.location import locate
from avcareers.store.opening import open_catalogue

QUESTIONS = 200
MOST_ASKED = 4
HERE = Path(__file__).parent


def main(site: Path, data: str | None = None) -> int:
    """Ask both; print what differs; return 1 when anything does."""
    catalogue = open_catalogue(locate(data))
    made = json.loads((site / "avcareers-site.json").read_text("utf-8"))["made"]
    differing = 0
    for filters, script in ((SchoolFilters, "list-schools.js"), (JobFilters, "list-jobs.js")):
        chance = random.Random(16)
        asked = [_question(filters, catalogue, chance) for _ in range(QUESTIONS)]
        addresses = [_address(one) for one in asked]
        answers = _browser(site, script, addresses)
        for one, address, answer in zip(asked, addresses, answers, strict=True):
            expected = _command(one, catalogue, made)
            told = {key: answer[key] for key in expected}
            if answer["ignored"] or told != expected:
                differing += 1
                _say(f"{address}\n  {expected}\n  {answer}")
        matched = sum(bool(answer["matching"]) for answer in answers)
        left = sum(bool(answer["left"]) for answer in answers)
        _say(f"{script}: {QUESTIONS} asked, {matched} match some, {left} leave some out")
    _say(f"{differing} answers differ")
    return 1 if differing else 0


def _question(filters: Any, catalogue: Catalogue, chance: random.Random) -> Any:
    every = entries(filters)
    some = chance.sample(sorted(every), chance.randint(1, MOST_ASKED))
    return filters(**{
        name: _value(every[name], filters.__annotations__[name].__origin__, catalogue, chance)
        for name in some
    })  # fmt: skip


def _value(entry: Filter, field: Any, catalogue: Catalogue, chance: random.Random) -> Any:
    if field is bool:
        return True
    if entry.within:
        places = sorted(catalogue.documents("place"), key=lambda one: one.slug)
        return Near(chance.choice(places), chance.choice((10, 50, 200)))
    if isinstance(entry.choices, dict):
        known = list(entry.choices.values())
    elif entry.choices:
        known = list(entry.choices)
    elif entry.names == "region":
        known = [region.name for region in catalogue.documents("region")]
    elif entry.names:
        known = sorted(catalogue.slugs(entry.names))
    elif entry.read:
        sql = "SELECT DISTINCT value FROM facet WHERE facet = 'rome' ORDER BY value"
        known = [value for (value,) in catalogue.rows(sql)]
    else:
        known = [0.0, 1.0, 2.0, 3.0, 500.0, 8000.0]
    if get_origin(field) is tuple and get_args(field)[-1] is ...:
        return tuple(chance.sample(known, min(len(known), chance.randint(1, 3))))
    return chance.choice(known)


def _address(asked: Any) -> str:
    options = {one.option: one for one in entries(type(asked)).values()}
    typed, pairs = list(written(asked)), []
    while typed:
        option = typed.pop(0)
        flag = option in options and not (options[option].choices or options[option].names
                or options[option].read or options[option].between != (None, None))  # fmt: skip
        pairs.append((option.lstrip("-"), "1" if flag else typed.pop(0)))
    return urlencode(pairs)


def _command(asked: Any, catalogue: Catalogue, today: str) -> dict[str, Any]:
    if isinstance(asked, JobFilters):
        jobs = list_jobs(catalogue, asked)
        return {
            "matching": sorted([row.job.slug, 0] for row in jobs.jobs),
            "undecided": jobs.undecided,
        }
    found = list_schools(catalogue, asked, today)
    return {
        "matching": sorted([row.school.slug, len(row.programmes)] for row in found.schools),
        "left": sorted([one.reason, one.schools] for one in found.left_out),
    }


def _browser(site: Path, script: str, addresses: list[str]) -> list[dict[str, Any]]:
    with TemporaryDirectory() as folder:
        questions = Path(folder, "questions.json")
        questions.write_text(json.dumps(addresses), "utf-8")
        assets = site / "assets"
        said = subprocess.run(
            ["node", HERE / "judge.mjs", assets / "judging.js", assets / script, questions],
            capture_output=True, check=True, text=True)  # fmt: skip
    answers: list[dict[str, Any]] = json.loads(said.stdout)
    for answer in answers:
        answer["undecided"] = sum(count for _, count in answer["left"])
    return answers


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
