"""The page that goes from a person to jobs answers as the command does."""

import json
import random
import re
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import expect

from avcareers.model.vocabulary import ENTRY_LEVELS, Activity, values
from avcareers.query.filters.declaration import written
from avcareers.query.filters.jobs import CONDITIONS_ASKED
from avcareers.query.match.judging import judge
from avcareers.query.match.match import job_facts, match
from avcareers.query.match.wishes import Wishes
from avcareers.store.catalogue import Catalogue

from .conftest import Open

REQUESTS, WHOLE = 500, 10
"""Random requests whose judgement is compared; the first of them, whole, with what opens more."""
JUDGED = """requests => JSON.stringify(requests.map(asked => {
  var judge = asked => avcareersMatching.judge(avcareersMatch, asked), all = judge(asked);
  var suiting = all => all.filter(one => one.group).map(one => one.slug), suited = suiting(all);
  var looser = [{...asked, not: asked.not.slice(1)}, {...asked, like: []}, {...asked, from: []}];
  if (asked.like.length) { looser.push({...asked, like: asked.like.concat("organise")}); }
  var loses = less => (kept => suited.some(slug => !kept.has(slug)))(new Set(suiting(judge(less))));
  return {
    judged: all.map(one => [one.slug, one.group, one.likes, one.against]),
    lost: looser.filter(loses),
    opens: avcareersMatching.openings(avcareersMatch, asked, all)
  };
}))"""


def test_random_requests_are_judged_as_the_command_does_and_asking_less_loses_no_job(
    real: str, real_catalogue: Catalogue, visit: Open, today: str
) -> None:
    chance = random.Random(17)
    requests = [_request(chance) for _ in range(REQUESTS)]
    page = visit(real, "pour-vous.html")
    answers = json.loads(page.evaluate(JUDGED, [_typed(one) for one in requests]))

    @cache
    def facts(level: int | None) -> Any:
        found = match(real_catalogue, Wishes(level=level), today)
        return tuple(job_facts(real_catalogue, found.not_open))

    words = {name: word for word, name in CONDITIONS_ASKED.items()}
    differing = []
    for wishes, answer in zip(requests, answers, strict=True):
        judged = [
            [one.slug, one.group, list(one.likes), [words.get(by, by) for by in one.against]]
            for one in judge(facts(wishes.level), wishes.likes, wishes.refused)
        ]
        if answer["judged"] != judged or answer["lost"]:
            differing.append(wishes)
    for wishes, answer in list(zip(requests, answers, strict=True))[:WHOLE]:
        opens = match(real_catalogue, wishes, today).opens
        if answer["opens"] != [{"asked": _typed(one.asked), "jobs": one.jobs} for one in opens]:
            differing.append(wishes)
    assert differing == []
    assert {group for answer in answers for _, group, *_ in answer["judged"]} == {
        "fits", "fits-if", "ask-first", None}  # fmt: skip
    assert any(answer["opens"] for answer in answers[:WHOLE])


def _request(chance: random.Random) -> Wishes:
    return Wishes(
        tuple(chance.sample(values(Activity), chance.choice((0, 1, 1, 2, 4)))),
        tuple(chance.sample(list(CONDITIONS_ASKED.values()), chance.choice((0, 0, 1, 2, 5)))),
        chance.choice((None, None, *ENTRY_LEVELS.values())),
    )


def _typed(wishes: Wishes) -> dict[str, list[str]]:
    """Return a request as the page reads it: lists of words, by the names of options."""
    asked: dict[str, list[str]] = {"like": [], "not": [], "from": []}
    for option, word in list(pairwise(written(wishes)))[::2]:
        asked[option.lstrip("-")].append(word)
    return asked


def test_what_is_ticked_answers_at_once_and_its_address_can_be_sent(
    small: str, visit: Open, catalogue: Catalogue
) -> None:
    page = visit(small, "pour-vous.html")
    expect(page.locator("#by-activity a").first).to_be_visible()
    page.get_by_label("écrire, raconter").focus()
    page.keyboard.press("Space")
    page.get_by_label("permis de conduire").check()
    page.get_by_label("deux années validées").check()
    expect(page.get_by_role("status")).to_contain_text(
        "1 métier convient à ce que vous dites, d’après ce qui est connu."
    )
    asked = {"like": "write", "not": "driving-licence", "from": "bac+2"}
    assert page.url.endswith(f"pour-vous.html?{urlencode(asked)}")
    expect(page.locator("#by-activity")).to_be_hidden()
    typed = "avcareers match --like write --not driving-licence --from bac+2 --near"
    expect(page.locator("code[data-options]")).to_contain_text(typed)
    shown = page.locator(".matched")
    for said in (
        "on y fait",
        "permis de conduire : non",
        "sans école",
        "rien de ce que vous aimez",
    ):
        expect(shown).to_contain_text(said)
    expect(page.locator(".flag .muted").first).to_contain_text("connu pour")
    # The list of schools is asked for what one has said here.
    onward = page.locator(".onward a")
    expect(onward).to_have_attribute("href", re.compile(r"\?department=[a-z-]+.*&entry=bac%2B2$"))
    count = len(catalogue.slugs("profession"))
    page.get_by_role("link", name="Sans « écrire, raconter »").click()
    expect(page.get_by_label("écrire, raconter")).not_to_be_checked()
    assert page.locator(".matched li > a, .matched details").count() <= count
    page.go_back()
    page.locator(".twin").click()
    expect(page.get_by_label("write, tell stories")).to_be_checked()
    expect(page.get_by_role("status")).to_contain_text(
        "1 job fits what you say, as far as is known."
    )
