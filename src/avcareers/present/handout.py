"""One page to hand over: a job, three places that teach it, what to ask, what to do next."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from avcareers.query.handout import FLOORS, Handout, Taught
from avcareers.text.wording import Wording

from .answers import diploma_name
from .earnings import leading_line
from .facts import alternance_and_fees, nearest_phrase
from .job import tasks_section, way_items
from .job_conditions import conditions_section
from .job_verdict import WHEN, verdict_section
from .labels import label
from .naming import course_name, job_title, length_phrase, other_title, short_stage
from .page import Item, Line, Page, Section, Span, joined, line, text_of
from .paper import asking, day_line, sources_section, without_commands
from .pay import fixed_line, pay_items
from .school_questions import general_questions
from .training import untaught_lines

if TYPE_CHECKING:
    from avcareers.model.school import School

LINES, WIDTH = 60, 95
"""Printed lines one sheet of A4 holds at 10 points, headings included, and their characters."""
CHARACTERS = 4_300
"""Characters one sheet holds in two columns, without the signs of a document."""

AROUND_KM = 50
"""Kilometres within which a school is said to be around a city."""


class Room(NamedTuple):
    """How much of what can be shortened has room; what is left out is counted, and told where."""

    floors: int
    names: int
    """Jobs named in one relation."""
    run_on: bool = False
    """Whether the relations, and the ways in, follow one another on a line."""
    publishers: int | None = None
    """Publishers named among the sources; None for all."""
    programmes: int | None = None
    """Programmes named; None for all that the handout has."""


ROOMS = (Room(FLOORS, 3), Room(FLOORS, 2), Room(2, 2), Room(2, 1), Room(1, 1),
         Room(1, 1, run_on=True), Room(1, 1, run_on=True, publishers=6),
         Room(1, 1, run_on=True, publishers=3),
         Room(1, 1, run_on=True, publishers=3, programmes=2),
         Room(1, 1, run_on=True, publishers=1, programmes=2),
         Room(1, 1, run_on=True, publishers=1, programmes=1))  # fmt: skip
"""From the widest to the narrowest: a handout takes the first in which it holds."""


def handout_page(handout: Handout, words: Wording) -> Page:
    """Present what to hand over about a job, on one sheet."""
    pages = (_page(handout, words, room) for room in ROOMS)
    page = next(pages)
    while not _holds(page):
        narrower = next(pages, None)
        if narrower is None:
            break
        page = narrower
    fuller = _with_earnings(page, handout, words)
    return without_commands(fuller if _holds(fuller) else page)


def _holds(page: Page) -> bool:
    """True if a page is read on one sheet."""
    written = sum(map(len, _texts(page)))
    return printed_lines(page) <= LINES and written <= CHARACTERS


def _with_earnings(page: Page, handout: Handout, words: Wording) -> Page:
    """Add what people really earn, after where it is taught: never beside the minimum."""
    figures = leading_line(handout.sheet.earnings, words)
    if figures is None:
        return page
    place = 1 + [section.key for section in page.sections].index("training")
    added = Section("earnings", words("Revenus réels", "Real earnings"), (Item(figures),))
    return page._replace(sections=(*page.sections[:place], added, *page.sections[place:]))


def printed_lines(page: Page) -> int:
    """Count the lines a handout takes on paper, without the space between its parts."""
    return sum(len(wrap(text, WIDTH)) for text in _texts(page))


def _texts(page: Page) -> Iterator[str]:
    """Yield each paragraph of a page."""
    yield from (text_of(spans) for spans in (page.title, *page.lead, *page.footer))
    for section in page.sections:
        said = [text_of(item.line) for item in section.items]
        if len(said) == 1:
            yield f"{section.label} – {said[0]}"
        else:
            yield section.label
            yield from (f"- {text}" for text in said)


def _page(handout: Handout, words: Wording, room: Room) -> Page:
    handout = handout._replace(programmes=handout.programmes[: room.programmes])
    job = handout.sheet.job
    verdict = verdict_section(handout.sheet, words, full=False)
    conditions = conditions_section(handout.sheet, words, full=False, said=WHEN)
    facts = (
        line(Span(other_title(job, words), "muted")),
        line(words.of(handout.sheet.department.name)),
        line(label(words, "level", job.level)),
    )
    return Page(
        title=line(Span(job_title(job, words), "strong")),
        lead=(
            joined(facts, " – "),
            day_line(handout.sources, handout.today, words),
        ),
        sections=(
            verdict._replace(items=_in_one(verdict.items, " ")) if room.run_on else verdict,
            _when(handout, words),
            tasks_section(handout.sheet, words, full=False),
            _people(handout, words, room),
            conditions._replace(items=_in_one(conditions.items)),
            _pay(handout, words, room.floors),
            _ways_in(handout, words, room),
            _taught_section(handout, words, room.names),
            questions_section(words),
            _steps(handout, words),
            sources_section(handout.sources, words, room.publishers),
        ),
        footer=(line(Span(asking(words), "muted")),),
    )  # fmt: skip


def _when(handout: Handout, words: Wording) -> Section:
    """Name the stages it works in, of all the stages of the chain."""
    stages = handout.sheet.stages
    active = [stage for stage in stages if stage.slug in handout.sheet.job.stages]
    names = words.list(short_stage(words.of(stage.name)).lower() for stage in active)
    share = words(f" ({len(active)} des {len(stages)} étapes d'une production)",
                  f" ({len(active)} of the {len(stages)} stages of a production)")  # fmt: skip
    said = line(Span(f"{names[0].upper()}{names[1:]}", "strong"), share)
    return Section("stages", words("Quand", "When"), (Item(said),))


def _in_one(items: tuple[Item, ...], between: str = ". ") -> tuple[Item, ...]:
    """Return a few short lines as one."""
    return (Item(joined((item.line for item in items), between)),)


def _people(handout: Handout, words: Wording, room: Room) -> Section:
    sheet = handout.sheet
    receivers = dict.fromkeys(passing.receiver for passing in sheet.gives)
    relations = (
        (words("Répond à", "Answers to"), sheet.job.answers_to),
        (words("Encadre", "Leads"), sheet.leads),
        (words("Remet son travail à", "Hands work to"), tuple(receivers)),
        (words("Travaille avec", "Works with"), sheet.job.works_with),
    )
    items = tuple(_relations(handout, relations, words, room.names))
    if room.run_on and items:
        items = _in_one(items)
    return Section("people", words("Avec qui", "With whom"), items)


def _ways_in(handout: Handout, words: Wording, room: Room) -> Section:
    """Return the first way in of each kind, the jobs before and after it."""
    sheet = handout.sheet
    around = ((words("On vient de", "Comes from"), sheet.comes_from),
              (words("On va vers", "Goes on to"), sheet.job.next_roles))  # fmt: skip
    items = tuple(way_items(sheet, words, every=False, without_school=False))
    if ladder := tuple(_relations(handout, around, words, room.names)):
        items += _in_one(ladder)
    return Section("ways-in", words("Y entrer", "Ways in"),
                   _in_one(items) if room.run_on else items)  # fmt: skip


_Relations = tuple[tuple[str, tuple[str, ...]], ...]


def _relations(
    handout: Handout, relations: _Relations, words: Wording, limit: int
) -> Iterator[Item]:
    for name, slugs in relations:
        if slugs:
            named = _names(handout, slugs, words, limit)
            yield Item(line(Span(f"{name}{words(' : ', ': ')}", "muted"), named))


def _names(handout: Handout, slugs: tuple[str, ...], words: Wording, limit: int) -> Line:
    """Name a few jobs and count the others."""
    # Leaving out one name only would save nothing.
    shown = slugs if len(slugs) <= limit + 1 else slugs[:limit]
    names = ", ".join(job_title(handout.sheet.cards[slug], words) for slug in shown)
    rest = len(slugs) - len(shown)
    return line(names, words(f" et {rest} autres", f" and {rest} others") if rest else "")


def _pay(handout: Handout, words: Wording, limit: int) -> Section:
    pay = handout.sheet.pay
    items = pay_items(pay, words, limit)
    if not items:
        none = words("Aucun minimum trouvé pour ce métier dans les conventions lues.",
                     "No minimum found for this job in the agreements read.")  # fmt: skip
        items = (Item(line(Span(none, "unknown"), f" {fixed_line(words)}")),)
    return Section("pay", words("Paie minimale", "Minimum pay"), items)


def questions_section(words: Wording) -> Section:
    """Present what to ask any school."""
    title = words("Trois questions à poser à une école", "Three questions to ask a school")
    asked = tuple(Item(line(text), True) for text in general_questions(words))
    return Section("questions", title, asked)


def _taught_section(handout: Handout, words: Wording, limit: int) -> Section:
    """Present the programmes named, and by which rule they are."""
    sheet = handout.sheet
    below = [job_title(sheet.cards[slug], words) for slug in sheet.training.through]
    said = () if sheet.training.schools else untaught_lines(sheet.job, below, words, limit=limit)
    items = [Item(line(Span(text, "muted"))) for text in (*said, *_rule(handout, words))]
    items += [Item(_programme(taught, words), True) for taught in handout.programmes]
    return Section("training", words("Où l'apprendre", "Where to learn it"), tuple(items))


def _rule(handout: Handout, words: Wording) -> Iterator[str]:
    """Yield which programmes are shown, and by which rule; nothing when none is taught."""
    training = handout.sheet.training
    if not handout.programmes:
        if training.schools or training.through:
            yield words("Aucune formation dont le lieu soit connu.",
                        "No programme whose place is known.")  # fmt: skip
        return
    shown, every = len(handout.programmes), handout.schools
    counted = words(
        f"{shown} sur {words.count(every, ('école', 'écoles'), ('school', 'schools'))}",
        f"{shown} of {words.count(every, ('école', 'écoles'), ('school', 'schools'))}",
    )
    if handout.near:
        counted += words(" dont le lieu est connu", " whose place is known")
        public = any(taught.school.kind == "public" for taught in handout.programmes)
        least = words(", une publique au moins", ", one public at least") if public else ""
        city = handout.near.name
        rule = words(f"les plus proches {words.of_place(city)}{least}, à vol d'oiseau",
                     f"the nearest to {city}{least}, as the crow flies")  # fmt: skip
    else:
        rule = words("le public d'abord, puis ce dont un ministère répond, par nom d'école",
                     "public first, then those a ministry stands behind, by school name")  # fmt: skip
    yield words(f"{counted}, {rule}. Ni choix, ni classement.",
                f"{counted}, {rule}. Not a choice, not a ranking.")  # fmt: skip


def _programme(taught: Taught, words: Wording) -> Line:
    school, programme = taught.school, taught.programme.record
    separator = words(" ; ", "; ")
    where = nearest_phrase(taught.cities, taught.kilometres, words)
    kind = label(words, "school-kind", school.kind)
    if school.kind != "public" and taught.programme.recognised.school:
        kind += words(", sous contrat avec l'État", ", under contract with the State")
    award = diploma_name(taught.programme, words)
    if programme.level:
        award += words(f" de niveau {programme.level}", f" at level {programme.level}")
    length = length_phrase(programme, words)
    return line(
        Span(school.name, "strong"), f" ({where}, {kind})",
        words(" : ", ": "), separator.join(part for part in (
            course_name(programme, words), award, length,
            *alternance_and_fees(taught.programme, words)) if part),
    )  # fmt: skip


def _steps(handout: Handout, words: Wording) -> Section:
    """Return three things to do: addresses or a page each."""
    items = [
        Item(line(why, words(" : ", ": "), joined(where, words(" ; ", "; "))), True)
        for why, where in (*_school_steps(handout, words), _neighbour_step(handout, words))
    ]
    return Section("steps", words("Trois pas à faire", "Three next steps"), tuple(items))


_Step = tuple[str, tuple[Line, ...]]
"""Why, then where: addresses, or a page."""


def _school_steps(handout: Handout, words: Wording) -> Iterator[_Step]:
    job = handout.sheet.job
    if not handout.programmes:
        beside = ("jobs", "--department", job.department)
        if handout.sheet.comes_from:
            yield (words("Voir par quels métiers on y vient", "See which jobs lead to it"),
                   _page_of(words, "path", job.slug))  # fmt: skip
        else:
            yield (words("Voir les métiers du même département",
                         "See the jobs of the same department"),
                   _page_of(words, *beside))  # fmt: skip
        yield (words("Voir les premiers emplois du même département",
                     "See the first jobs of the same department"),
               _page_of(words, *beside, "--entry"))  # fmt: skip
        return
    schools = [taught.school for taught in handout.programmes]
    asked = words("Poser ces questions aux écoles nommées", "Ask the schools named these questions")
    yield asked, tuple(_address(school, words) for school in schools)
    command = ("schools", "--job", job.slug)
    away = handout.programmes[0].kilometres
    if handout.near and away is not None and away <= AROUND_KM:
        around = (*command, "--near", handout.near.slug, "--within", str(AROUND_KM))
        yield (
            words("Voir les écoles des environs", "See the schools nearby"),
            _page_of(words, *around),
        )
    else:
        yield words("Voir toutes les écoles", "See all the schools"), _page_of(words, *command)


def _address(school: "School", words: Wording) -> Line:
    if school.website:
        return line(Span(school.website, "accent"))
    return line(f"{school.name} (", *_page_of(words, "school", "show", school.slug), ")")


def _page_of(words: Wording, *command: str) -> tuple[Line]:
    return (line(Span(words.command(*command), "command")),)


def _neighbour_step(handout: Handout, words: Wording) -> _Step:
    sheet = handout.sheet
    confused = (neighbour.job for neighbour in sheet.job.confused_with)
    for other in (*confused, *sheet.job.next_roles, *sheet.comes_from):
        name = job_title(sheet.cards[other], words)
        return (words(f"Comparer avec {name}", f"Compare with {name}"),
                _page_of(words, "compare", sheet.job.slug, other))  # fmt: skip
    return (words("Lire toute la fiche", "Read the whole sheet"),
            _page_of(words, "job", "show", sheet.job.slug, "--full"))  # fmt: skip
