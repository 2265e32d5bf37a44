"""The page that goes from a person to jobs: its questions, what the script judges, what it shows.

Facts and words are those of `avcareers match`; only the judging is done again, in the browser.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from avcareers.model.vocabulary import ENTRY_LEVELS
from avcareers.present.labels import label
from avcareers.present.match import condition_line, ways_lines
from avcareers.present.naming import job_title
from avcareers.present.site import kind_title
from avcareers.present.site_match import (
    by_activity_title,
    known_for,
    limits_said,
    match_choices,
    match_said,
    without_script,
)
from avcareers.query.filters.jobs import CONDITIONS_ASKED
from avcareers.query.match.judging import JobFacts
from avcareers.query.match.match import Match, job_facts, known_of, liked, match, told
from avcareers.query.match.wishes import Wishes
from avcareers.render.html import safe
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Language

from .addresses import alone, list_of, page_of
from .edition import Edition
from .sheets import File, as_script

if TYPE_CHECKING:
    from avcareers.model.profession import Profession

TOLD = 10
"""Jobs whose reasons are in sight; those of the others unfold."""
_UNSAID = ""
"""The level of who says none."""


class Told(NamedTuple):
    """What is known of every job, whatever is ticked, and the routes to it from each level."""

    jobs: tuple["Profession", ...]
    facts: Mapping[str, JobFacts]
    levels: Mapping[str, Match]
    """By the word for the level held; nothing is set aside but what no way leads to."""


def every_match(catalogue: Catalogue, today: str) -> Told:
    """Return what is known of every job, and the routes to it from each level held."""
    levels = {_UNSAID: None, **ENTRY_LEVELS}
    found = {
        word: told(catalogue, match(catalogue, Wishes(level=level), today))
        for word, level in levels.items()
    }
    facts = {one.slug: one for one in job_facts(catalogue, {})}
    jobs = tuple(catalogue.document("profession", slug) for slug in facts)
    return Told(jobs, facts, found)


def match_scripts(language: Language) -> tuple[str, ...]:
    """Return the addresses of what the page judges with, and of what it says."""
    return ("assets/matching.js", f"assets/match-{language}.js")


def match_file(every: Told, edition: Edition) -> File:
    """Return the script that holds what is known of every job, and in which words."""
    lines: dict[str, int] = {}
    _, address = match_scripts(edition.language)
    data = {
        "folder": page_of("profession", "-", edition.language).removesuffix("-.html").removeprefix("en/"),
        "schools": list_of("school", edition.language).removeprefix("en/").removesuffix("index.html"),
        "most": TOLD,
        "said": match_said(edition.words),
        "jobs": [_job(job, every, lines, edition) for job in every.jobs],
        "ways": {level: found.not_open for level, found in every.levels.items()},
        "routes": {level: _routes(every, found, lines, edition) for level, found in every.levels.items()},
        "lines": list(lines),
    }  # fmt: skip
    return address, f"var avcareersMatch = {as_script(data)};\n"


def _job(job: "Profession", every: Told, lines: dict[str, int], edition: Edition) -> dict[str, Any]:
    words, catalogue = edition.words, edition.catalogue
    facts = every.facts[job.slug]
    known = known_of(catalogue, job, tuple(CONDITIONS_ASKED.values()))
    said = {one.what: one for one in known if one.answer and one.source}
    cited = catalogue.cards("source", [str(one.source) for one in said.values()]).values()
    return {
        "slug": job.slug,
        "title": job_title(job, words),
        "level": label(words, "level", job.level),
        "entry": facts.entry,
        "department": job.department,
        "activities": {
            doing.activity: words.quoted(words.of(liked(job, doing.activity).task))
            for doing in job.activities
        },
        "conditions": {
            word: [facts.conditions[name], _line(condition_line(said[name], cited, words), lines, edition)]
            for word, name in CONDITIONS_ASKED.items()
            if name in facts.conditions
        },
    }  # fmt: skip


def _line(line: Any, lines: dict[str, int], edition: Edition) -> int:
    """Return the number of a line, which several jobs may have."""
    written = edition.writer(alone("match", edition.language)).line(line)
    return lines.setdefault(written, len(lines))


def _routes(every: Told, found: Match, lines: dict[str, int], edition: Edition) -> list[list[int]]:
    """Return the lines about the ways into each job, in the order of the jobs."""
    told_of = {one.job.slug: one for one in found.jobs}
    return [
        [_line(line, lines, edition) for line in ways_lines(told_of[job.slug], found, edition.words)]
        if job.slug in told_of else []
        for job in every.jobs
    ]  # fmt: skip


def match_form(every: Told, edition: Edition) -> Iterator[str]:
    """Yield what the page leaves out of account, and the questions, in sight where scripts run."""
    words, writer = edition.words, edition.writer(alone("match", edition.language))
    limits, filtering, command, options = limits_said(words)
    yield f'<p class="note">{safe(limits)}</p>'
    yield f'<form class="filters match" autocomplete="off" aria-label="{safe(kind_title("match", words))}">'
    for name, asked, choices in match_choices(words):
        kind = "radio" if name == "from" else "checkbox"
        yield f'<fieldset><legend>{safe(asked)}</legend><div class="choices">'
        for place, (value, said) in enumerate(choices.items()):
            own = f'id="m-{name}-{place}" name="{name}" value="{safe(value)}"'
            chosen = " checked" if kind == "radio" and not value else ""
            known = _known_for(value, every, edition) if name == "not" else ""
            yield (
                f'<p class="flag"><input type="{kind}" {own}{chosen}>'
                f'<label for="m-{name}-{place}">{safe(said)}</label>{known}</p>'
            )
        yield "</div></fieldset>"
    yield "</form>"
    yield '<p class="counted" role="status"></p><div class="matched"></div>'
    schools = writer.link(list_of("school", words.language), filtering)
    yield f'<p class="onward">{schools}</p>'
    yield f'<p class="note command">{safe(command)} <code data-options="{safe(options)}">avcareers match {safe(options)}</code></p>'
    yield f"<noscript><p>{safe(without_script(words))}</p></noscript>"


def _known_for(word: str, every: Told, edition: Edition) -> str:
    """Return for how many jobs it is known what one may refuse."""
    known = sum(CONDITIONS_ASKED[word] in facts.conditions for facts in every.facts.values())
    return f'<span class="muted">({safe(known_for(known, edition.words))})</span>'


def by_activity(every: Told, edition: Edition) -> Iterator[str]:
    """Yield the jobs in which one does each thing, for who has no script or has ticked nothing."""
    words, writer = edition.words, edition.writer(alone("match", edition.language))
    (_, _, activities), *_ = match_choices(words)
    yield f'<section id="by-activity"><h2>{safe(by_activity_title(words))}</h2>'
    for activity, said in activities.items():
        jobs = [job for job in every.jobs if activity in every.facts[job.slug].activities]
        links = (
            writer.link(page_of("profession", job.slug, words.language), job_title(job, words))
            for job in jobs
        )
        if jobs:
            yield f"<h3>{safe(said[0].upper() + said[1:])}</h3><p>{', '.join(links)}</p>"
    yield "</section>"
