"""The page of the jobs that suit someone: how many, which, why, and what was set aside."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avcareers.model.vocabulary import Activity, values
from avcareers.query.filters.declaration import written
from avcareers.query.filters.jobs import CONDITIONS_ASKED
from avcareers.query.match.dearer import MatchCheapest, MatchDearer
from avcareers.query.match.judging import GROUPS, LIKE, WAY, Group
from avcareers.query.match.match import (
    Match,
    MatchAside,
    MatchCondition,
    MatchJob,
    MatchOpening,
    MatchSeldom,
)
from avcareers.query.plan.plan import PlanRoute
from avcareers.query.plan.request import typed
from avcareers.text.wording import Wording

from .choices import listed
from .facts import apprentices_note
from .labels import entry_level_label, label
from .naming import in_a_line, job_title
from .page import Item, Line, Next, Page, Section, Span, line
from .plan.measures import amounts
from .plan.verdict import named, to_ask

if TYPE_CHECKING:
    from avcareers.model.source import Source

FIRST = 3
"""Jobs that the verdict names at most."""
_UNDER = ("  ", "    ")
"""Where the reasons of a job stand, and what they are wrapped to."""


def nothing_said(words: Wording) -> str:
    """Return what can be said, to who said nothing."""
    likes = listed(values(Activity), "activity", words)
    refused = listed(CONDITIONS_ASKED, "condition-asked", words)
    return words(f"dites ce que vous aimez (--like), ce que vous ne voulez pas (--not) ou votre niveau "
                 f"(--from). --like : {likes}. --not : {refused}.",
                 f"say what you like (--like), what you won't do (--not) or your level (--from). "
                 f"--like: {likes}. --not: {refused}.")  # fmt: skip


def match_page(found: Match, words: Wording) -> Page:
    """Present the jobs that suit someone."""
    sections = (
        _verdict(found, words),
        *(_group(group, found, words) for group in GROUPS),
        _aside(found, words),
    )
    return Page(
        title=line(Span(words("Des métiers pour vous", "Jobs for you"), "strong"),
                   f" – {_counted(sum(found.counts), words)}",
                   words(f" sur {found.known}", f" of {found.known}")),
        lead=(*_asked(found, words), *_ages(found, words)),
        sections=tuple(section for section in sections if section.items),
        footer=tuple(_footer(found, words)),
        next=tuple(_next(found, words)),
    )  # fmt: skip


def _counted(jobs: int, words: Wording) -> str:
    return words.count(jobs, ("métier", "métiers"), ("job", "jobs"))


def _asked(found: Match, words: Wording) -> Iterator[Line]:
    """Yield what was asked, in words."""
    asked = found.asked
    if asked.likes:
        likes = words(" ; ou ", "; or ").join(label(words, "activity", one) for one in asked.likes)
        yield line(Span(words("J'aime : ", "I like to: "), "muted"), likes)
    if asked.refused:
        refused = (label(words, "condition", one) for one in asked.refused)
        yield line(Span(words("Je ne peux ou ne veux pas : ", "I can't or won't: "), "muted"),
                   ", ".join(refused))  # fmt: skip
    stands = tuple(_standing(found, words))
    if stands:
        yield line(Span(words("Où j'en suis : ", "Where I stand: "), "muted"), ", ".join(stands))


def _ages(found: Match, words: Wording) -> Iterator[Line]:
    """Yield at what age one may be an apprentice, when a way in is as one."""
    routes = (route for job in found.jobs for route in job.routes)
    yield from apprentices_note((step.programme for r in routes for step in r.programmes), words)


def _standing(found: Match, words: Wording) -> Iterator[str]:
    asked, near = found.asked, found.wishes.near
    if asked.level is not None:
        yield entry_level_label(words, asked.level)
    if near:
        reach = words.kilometres(near.within_km)
        around = words.of_place(near.place.name)
        yield words(f"à {reach} {around}", f"within {reach} {around}")
    if asked.max_fees_eur is not None:
        fees = words.euros(asked.max_fees_eur)
        yield words(f"{fees} par an au plus", f"{fees} a year at most")
    if asked.max_years is not None:
        years = words.years(asked.max_years) if asked.max_years else "0"
        yield words(f"{years} de formation au plus", f"{years} of courses at most")
    if asked.alternance:
        yield words("en alternance", "in alternance")


GROUP_NAMES = {
    "fits": ("Conviennent", "They fit"),
    "fits-if": ("Conviennent si…", "They fit if…"),
    "ask-first": ("À demander d'abord", "Ask first"),
}


def _verdict(found: Match, words: Wording) -> Section:
    """Return how many jobs fit, and the three first of all."""
    fits, fits_if, ask = found.counts
    named_first = [job_title(job.job, words) for job in found.jobs[:FIRST]]
    said = fitting(fits, words)
    sentences = [line(Span(said, "good" if fits else "warn"))]
    sentences += (line(_seldom(one, found.known, words)) for one in found.seldom_known)
    others = [
        *([on_a_condition(fits_if, words)] if fits_if else []),
        *([to_be_asked(ask, words)] if ask else []),
    ]
    if others:
        text = words(" ; ", "; ").join(others)
        sentences.append(line(f"{text[0].upper()}{text[1:]}."))
    if named_first:
        head = words("Les premiers : ", "First: ") if len(named_first) > 1 else ""
        sentences.append(line(head, Span(", ".join(named_first), "strong"), "."))
    return Section(
        "verdict", words("En bref", "In brief"), tuple(map(Item, sentences)), len(sentences)
    )


def _seldom(one: MatchSeldom, known: int, words: Wording) -> str:
    """Say that something refused is known of few jobs, and so put none in doubt."""
    what = label(words, "condition", one.what)
    jobs = words.count(one.jobs, ("métier", "métiers"), ("job", "jobs"))
    return words(f"À demander pour tous les autres : {what}, connu de {jobs} sur {known} seulement.",
                 f"To ask of all the others: {what}, known of only {jobs} of {known}.")  # fmt: skip


def fitting(fits: int, words: Wording) -> str:
    """Say how many jobs fit."""
    if not fits:
        return words("Aucun métier ne convient à coup sûr.", "No job surely fits.")
    counted = _counted(fits, words)
    return words(f"{counted} {'convient' if fits == 1 else 'conviennent'} à ce que vous dites, d’après ce qui est connu.",
                 f"{counted} {'fits' if fits == 1 else 'fit'} what you say, as far as is known.")  # fmt: skip


def on_a_condition(count: int, words: Wording) -> str:
    """Say how many jobs fit on a condition."""
    counted = _counted(count, words)
    return words(f"{counted} si ce qui n'arrive que parfois vous va",
                 f"{counted} if what only happens at times suits you")  # fmt: skip


def to_be_asked(count: int, words: Wording) -> str:
    """Say how many jobs have a question to ask first."""
    counted = _counted(count, words)
    return words(f"{counted} à vérifier d'abord : on ne sait pas tout",
                 f"{counted} to check first: not all is known")  # fmt: skip


def _group(group: Group, found: Match, words: Wording) -> Section:
    """Return the jobs of a group: the first with their reasons, the others by name."""
    jobs = [job for job in found.jobs if job.group == group]
    items = [item for job in jobs for item in _job(job, found, words)]
    others = [job for job in found.judged if job.group == group and job.slug in found.others]
    if others:
        names = ", ".join(job_title(found.others[job.slug], words) for job in others)
        head = words("Et aussi : ", "And also: ") if jobs else ""
        items.append(Item(line(Span(head, "muted"), names)))
    return Section(group, words(*GROUP_NAMES[group]), tuple(items))


def _job(job: MatchJob, found: Match, words: Wording) -> Iterator[Item]:
    level = Span(f" ({label(words, 'level', job.job.level)})", "muted")
    yield Item(line(Span(job_title(job.job, words), "strong"), level), bullet=True)
    for reason in (*_reasons(job, found, words), *ways_lines(job, found, words)):
        yield Item(reason, branch=_UNDER)


def _reasons(job: MatchJob, found: Match, words: Wording) -> Iterator[Line]:
    """Yield what one likes of a job, in the words of its tasks, then what is known of the rest."""
    for like in job.likes:
        task = words.quoted(words.of(like.task))
        yield line(Span(_like_asked(like.activity, found, words), "muted"), task)
    yield from (condition_line(one, found.sources, words) for one in job.conditions if one.answer)
    unknown = [label(words, "condition", one.what) for one in job.conditions if not one.answer]
    if unknown:
        yield line(Span(words("à demander : ", "to ask: "), "warn"), ", ".join(unknown),
                   Span(f" ({words.unknown})", "unknown"))  # fmt: skip


def _like_asked(activity: str, found: Match, words: Wording) -> str:
    """Return what leads the task of something liked: its name, when several things are."""
    if len(found.asked.likes) == 1:
        return words("on y fait : ", "you do: ")
    name = label(words, "activity", activity).split(words(" :", ":"))[0]
    return f"{name}{words(' : ', ': ')}"


def condition_line(condition: MatchCondition, sources: "Iterable[Source]", words: Wording) -> Line:
    """Return what is known of a condition, in the words of the sheet, with who says so and when."""
    source = next(each for each in sources if each.slug == condition.source)
    note = f", {in_a_line(words.of(condition.note)).rstrip('.')}" if condition.note else ""
    day = words.day(source.read_on)
    who = f"{source.publisher}, " + words(f"lu le {day}", f"read on {day}")
    if condition.of_code:
        who = words(f"fiche de {source.publisher} commune à plusieurs métiers, lue le {day}",
                    f"a sheet of {source.publisher} shared by several jobs, read on {day}")  # fmt: skip
    return line(
        Span(f"{label(words, 'condition', condition.what)}{words(' : ', ': ')}", "muted"),
        Span(
            label(words, "answer", condition.answer), "warn" if condition.answer != "no" else "good"
        ),
        note,
        Span(f" ({who})", "muted"),
    )


def ways_lines(job: MatchJob, found: Match, words: Wording) -> Iterator[Line]:
    """Yield the nearest route through a school, then how one begins without one."""
    taught = next((route for route in job.routes if route.school), None)
    if taught:
        yield _through_a_school(taught, found, words)
    elif job.way != "open":
        yield line(Span(words(*_NO_WAY[job.way, found.asked.level is None]), "warn"))
    elif not job.taught:
        yield line(Span(words("aucune formation connue n'y prépare",
                              "no known programme prepares for it"), "muted"))  # fmt: skip
    else:
        yield line(Span(words("aucune école dans ces limites",
                              "no school within these limits"), "muted"))  # fmt: skip
    if job.dearer:
        yield _set_aside_by_fees(job.dearer, words)
    ladder = next((route for route in job.routes if not route.school), None)
    head = Span(words("sans école : ", "without a school: "), "muted")
    if ladder and len(ladder.jobs) > 1:
        steps = (words.quoted(job_title(step.job, words)) for step in ladder.jobs[:-1])
        yield line(head, words("d'abord ", "first "), words(", puis ", ", then ").join(steps))
    else:
        yield line(head, in_a_line(words.of(job.without_school)).rstrip("."))


def _set_aside_by_fees(dearer: MatchDearer, words: Wording) -> Line:
    """Return how many programmes only their cost sets aside, the cheapest, and a public one."""
    if not dearer.dearer:
        count = words.count(
            dearer.unknown, ("formation", "formations"), ("programme", "programmes")
        )
        return line(Span(words("de prix inconnu : ", "of unknown cost: "), "muted"),
                    words(f"{count}, à demander", f"{count}, to ask"))  # fmt: skip
    head = words("le prix écarte : ", "the cost sets aside: ")
    alone = dearer.dearer == 1
    named = [f"{'' if alone else name + words(' : ', ': ')}{_priced(one, words)}"
             for name, one in zip(_CHEAPEST[words.language], dearer.cheapest, strict=False)]  # fmt: skip
    unknown = words.number(dearer.unknown)
    more = words(f" ; {unknown} de prix inconnu", f"; {unknown} of unknown cost")
    dear = words.count(dearer.dearer, ("formation", "formations"), ("programme", "programmes"))
    return line(Span(head, "muted"), f"{dear} ({words(' ; ', '; ').join(named)})",
                more if dearer.unknown else "")  # fmt: skip


_CHEAPEST = {
    "fr": ("la moins chère", "la moins chère des publiques"),
    "en": ("the cheapest", "the cheapest public one"),
}


def _priced(one: MatchCheapest, words: Wording) -> str:
    euros = words.euros(one.fees_eur_per_year)
    public = words(", publique", ", public") if one.public else ""
    return f"{one.course_name} – {one.school_name}{public}, {words(f'{euros} par an', f'{euros} a year')}"


def _through_a_school(route: PlanRoute, found: Match, words: Wording) -> Line:
    request = found.wishes.request
    steps = words(", puis ", ", then ").join(named(step, words) for step in route.programmes)
    through = ""
    if route.through:
        first = words.quoted(job_title(route.jobs[0].job, words))
        through = words(f" ; prépare à : {first}", f"; prepares for: {first}")
    said = ", ".join((*amounts(route, request, words), *to_ask(route, words)))
    return line(Span(words("par une école : ", "through a school: "), "muted"), steps,
                f" ({said}){through}")  # fmt: skip


_NO_WAY = {
    ("unknown", False): (
        "par une école : à demander, un prix, une durée ou un niveau d'entrée n'est pas connu",
        "through a school: to ask, a cost, a length or an entry level is not known",
    ),
    ("unknown", True): (
        "par une école : cela dépend de votre niveau, à dire avec --from",
        "through a school: it depends on your level, which --from says",
    ),
    ("none", False): ("ni formation ni poste connus qui y mènent",
                      "no programme or job known that leads there"),
    ("none", True): ("ni formation ni poste connus qui y mènent",
                     "no programme or job known that leads there"),
}  # fmt: skip


def _aside(found: Match, words: Wording) -> Section:
    """Return what was set aside, by what, and what would give some back."""
    left_out = found.known - sum(found.counts)
    several = sum(one.jobs for one in found.aside) > left_out
    both = words(", certains à plusieurs titres", ", some for several reasons") if several else ""
    items = [Item(line(f"{_counted(left_out, words)}{both}{words(' :', ':')}"))] if left_out else []
    items += [Item(line(_set_aside(one, words)), bullet=True) for one in found.aside]
    for opening in found.opens:
        more = words.count(opening.jobs, ("métier de plus", "métiers de plus"),
                           ("more job", "more jobs"))  # fmt: skip
        change = _change(opening, words)
        items.append(Item(line(f"{change}{words(' : ', ': ')}", Span(more, "strong"))))
    return Section("aside", words("Écartés", "Set aside"), tuple(items))


def _set_aside(aside: MatchAside, words: Wording) -> str:
    return f"{_counted(aside.jobs, words)} ({why_aside(aside.by, words)})"


def why_aside(by: str, words: Wording) -> str:
    """Return why jobs are set aside, by what does."""
    if by == LIKE:
        return words("rien de ce que vous aimez", "nothing of what you like")
    if by == WAY:
        return words("aucune voie dans vos limites", "no way in within your limits")
    yes = label(words, "answer", "yes")
    return label(words, "condition", by) + words(f" : {yes}", f": {yes}")


def _change(opening: MatchOpening, words: Wording) -> str:
    parts = []
    if opening.without:
        parts.append(words("sans ", "without ") + " ".join(opening.without))
    if opening.given:
        parts.append(words("avec ", "with ") + " ".join(opening.given))
    return ", ".join(parts)


def _footer(found: Match, words: Wording) -> Iterator[Line]:
    if found.jobs:
        yield line(Span(words(
            "Dans un groupe : d'abord ceux où il y a le plus de ce que vous aimez, puis le moins de ce "
            "que vous refusez, puis les premiers métiers, puis l'ordre de la chaîne.",
            "In a group: first those with most of what you like, then least of what you refuse, then the "
            "jobs one begins with, then along the chain."), "muted"))  # fmt: skip
    yield line(Span(words("Rien de ce que vous dites n'est gardé.", "Nothing of what you say is kept."),
                    "muted"))  # fmt: skip


def _next(found: Match, words: Wording) -> Iterator[Next]:
    if found.opens:
        # What one likes is left out last: that gives back almost all.
        best = next((o for o in found.opens if o.asked.likes == found.wishes.likes), found.opens[0])
        yield Next(words.command("match", *written(best.asked)),
                   words(f"{best.jobs} de plus", f"{best.jobs} more"))  # fmt: skip
    for first in found.jobs[:1]:
        command = words.command("job", "show", first.job.slug)
        yield Next(command, words("la fiche du premier", "the first one's sheet"))
    standing = [word for option, value in typed(found.wishes.request) for word in (option, *value)]
    for planned in [job for job in found.jobs if job.routes][:1]:
        command = words.command("plan", planned.job.slug, *standing)
        name = words.quoted(job_title(planned.job, words))
        yield Next(command, words(f"toutes les voies : {name}", f"all the routes: {name}"))
    if found.others:
        every = str(sum(found.counts))
        command = words.command("match", *written(found.wishes), "--limit", every)
        yield Next(command, words("les raisons de tous", "the reasons of all"))
