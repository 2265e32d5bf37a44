"""The page of what a query found."""

from collections.abc import Iterator

from avcareers.model.vocabulary import ENTRY_LEVELS
from avcareers.query.search.intents import LEARNING, Intent, Step
from avcareers.query.search.ranking import Found, Hit
from avcareers.text.folding import fold
from avcareers.text.wording import Wording, beginning

from .choices import exactly_meant
from .labels import label
from .page import Column, Line, Next, Page, Row, Span, line
from .tables import table_of

WHY = {
    "name": ("nom exact", "exact name"),
    "other-name": ("autre nom", "other name"),
    "near-name": ("nom proche", "near name"),
    "all-words": ("tous les mots", "all the words"),
    "meaning": ("sens voisin", "close in meaning"),
    "read-as": ("lu comme", "read as"),
    "some-words": ("une partie des mots", "some of the words"),
}


LISTS = {
    "job": ("jobs",),
    "school": ("schools",),
    "programme": ("schools", "--programmes"),
    "topic": ("explain",),
    "stage": ("stages",),
}
"""The command that lists all of a kind."""
MOST = 200
"""Hits that can be asked for."""
TAUGHT, CITIES = 3, 2
"""Programmes, and cities, that a row names before it counts the others."""


def search_page(found: Found, words: Wording) -> Page:
    """Present hits, the best first, each with what it is."""
    columns = (
        Column("slug", words("Clé", "Key"), 20, plain_only=True),
        Column("name", words("Trouvé", "Found"), 20, ratio=3),
        Column("kind", words("Sorte", "Kind"), 9, ratio=0),
        Column("says", "", 28, ratio=5),
        Column("why", words("Pourquoi", "Why"), 20, ratio=2, plain_only=True),
    )
    rows = tuple(
        Row((
            line(hit.slug),
            line(Span(words.of(hit.name), "strong")),
            line(label(words, "search-kind", hit.kind)),
            _says(hit, words),
            line(_why(hit, words)),
        ))
        for hit in found.hits
    )  # fmt: skip
    empty = words(f"Rien trouvé pour {words.typed(found.query)}.",
                  f"Nothing found for {words.typed(found.query)}.")  # fmt: skip
    if found.suggestions:
        empty += f" {near_line(', '.join(found.suggestions), words)}"
    return Page(
        title=line(Span(words("Recherche", "Search"), "strong"), f" – {beginning(found.query)}",
                   _counted(found, words)),
        lead=(*_mended(found, words), *_outside(found, words), *_first(found, words)),
        table=table_of(words, columns, rows),
        empty=empty,
        instead=() if found.hits else tuple(_elsewhere(found, words)),
        next=tuple(_next(found, words)),
    )  # fmt: skip


def _elsewhere(found: Found, words: Wording) -> Iterator[Line]:
    """Yield what to ask where nothing was found: of every kind, then each list that was searched."""
    if found.elsewhere:
        more = words.count(found.elsewhere, ("résultat", "résultats"), ("result", "results"))
        yield line(words(f"Sans --kind : {more}  ", f"Without --kind: {more}  "),
                   Span(words.command("search", found.query), "command"))  # fmt: skip
    for kind in found.kinds:
        yield line(words("Pour tout voir : ", "To see them all: "),
                   Span(words.command(*LISTS[kind]), "command"))  # fmt: skip
    if not found.kinds:
        yield line(
            words("Par où commencer : ", "Where to begin: "), Span(words.command(), "command")
        )


def _counted(found: Found, words: Wording) -> str:
    """Return how many are shown, of how many."""
    if len(found.hits) == found.total:
        return ""
    shown, total = words.number(len(found.hits)), words.number(found.total)
    return words(
        f" : {shown} sur {total} (plus : --limit)", f": {shown} of {total} (more: --limit)"
    )


def _asked_for(found: Found, words: Wording) -> dict[str, Next]:
    """Return what the query asks to do, by command, each once."""
    steps = [*_towards(found, words), *(_step(intent, words) for intent in found.intents)]
    return {step.command: step for step in steps}


def _first(found: Found, words: Wording) -> Iterator[Line]:
    """Yield what answers better than a list, above it: a pager hides what stands below."""
    for step in _asked_for(found, words).values():
        yield line(f"{step.why}{words(' : ', ': ')}", Span(step.command, "command"))


def _next(found: Found, words: Wording) -> Iterator[Next]:
    steps = [Next(words.command(*_command(hit)), words.of(hit.name)) for hit in found.hits[:2]]
    above = _asked_for(found, words)
    # Two programmes of a school have one sheet.
    named: dict[str, Next] = {}
    for step in steps:
        if step.command not in above:
            named.setdefault(step.command, step)
    yield from named.values()
    if len(found.hits) < min(found.total, MOST):
        more = min(len(found.hits) * 3, MOST)
        yield Next(words.command("search", found.query, "--limit", str(more)),
                   words("plus de résultats", "more results"))  # fmt: skip


BECOMING = frozenset({"become", "becoming", "devenir"})
EARNING = frozenset({"earn", "earns", "gagne", "salaire", "salaires", "salary", "wage", "wages"})
"""Words, folded, that ask what a job pays, whatever else is said."""


def _towards(found: Found, words: Wording) -> Iterator[Next]:
    """Yield how to become what is named, with the level said; what the first job found pays."""
    said = fold(found.query).split()
    steps = {intent.step: intent for intent in found.intents}
    if "schools" in steps and steps["schools"].jobs and not BECOMING.isdisjoint(said):
        level = _level_said(found.query)
        held = ("--from", level) if level else ()
        yield Next(words.command("plan", *steps["schools"].jobs, *held),
                   words("Toutes les voies", "All the ways"))  # fmt: skip
    first = next(iter(found.hits), None)
    if first and first.kind == "job" and "pay" not in steps and not EARNING.isdisjoint(said):
        yield Next(words.command("pay", first.slug), words(*NEXT_STEPS["pay"]))


def _level_said(query: str) -> str | None:
    """Return the level that a word of a query means: CAP, BTS, bac+3; none for a word for a school."""
    levels = tuple(level for level in ENTRY_LEVELS if level != "none")
    meant = (exactly_meant(word, levels, "entry-level") for word in query.split()
             if fold(word) not in LEARNING)  # fmt: skip
    return next(filter(None, meant), None)


def what_it_is(hit: Hit, words: Wording) -> str:
    """Return what a hit is, in a sentence or in a few words."""
    if hit.says:
        return words.of(hit.says)
    what = ", ".join(filter(None, (*_kind(hit, words), _few(hit.cities, CITIES, words))))
    return what + words(" : ", ": ") + _few(hit.teaches, TAUGHT, words) if hit.teaches else what


def _says(hit: Hit, words: Wording) -> Line:
    """Return what a hit is, then why it is there when that can't be seen."""
    what = what_it_is(hit, words)
    why = Span(f" ({_why(hit, words)})" if what else _why(hit, words), "muted")
    return line(what, why if _is_hidden(hit, words) else "")


def _kind(hit: Hit, words: Wording) -> tuple[str, ...]:
    if hit.kind == "school":
        return (label(words, "school-of-kind", hit.school_kind),)
    done = (words("en apprentissage", "as an apprentice"),) if hit.apprenticeship else ()
    return (label(words, "award", hit.award), *done) if hit.award else done


def _few(names: tuple[str, ...], most: int, words: Wording) -> str:
    return ", ".join(names[:most]) + words.and_others(len(names) - most)


def _is_hidden(hit: Hit, words: Wording) -> bool:
    """True if a hit is found by something that its row does not say: another name, a correction."""
    if hit.why in {"all-words", "some-words", "meaning"}:
        return False
    return fold(hit.matched) not in fold(words.of(hit.name))


NEXT_STEPS: dict[Step, tuple[str, str]] = {
    "pay": ("Ce qu’on y gagne au moins", "Minimum pay"),
    "compare": ("Ce qui les distingue", "How they differ"),
    "explain": ("Une réponse", "An answer"),
    "entry-jobs": ("Par où l’on commence", "First jobs"),
    "schools": ("Où s’y former", "Where to train"),
}
"""What each step is for."""


def _step(intent: Intent, words: Wording) -> Next:
    """Return the command that does what was asked for."""
    match intent.step:
        case "pay":
            command: tuple[str, ...] = ("pay", *intent.jobs)
        case "compare":
            command = ("compare", *intent.jobs, *intent.schools)
        case "explain":
            command = ("explain", intent.topic or "")
        case "entry-jobs":
            command = ("jobs", "--entry")
        case "schools":
            job = ("--job", *intent.jobs) if intent.jobs else ()
            near = ("--near", intent.near) if intent.near else ()
            command = ("schools", *job, *near)
    return Next(words.command(*command), words(*NEXT_STEPS[intent.step]))


UNKNOWN_REPEATED = 5
"""Words nothing says that are repeated, at most."""


def _mended(found: Found, words: Wording) -> Iterator[Line]:
    """Yield what a mistyped word was read as, as a question, and which words nothing says."""
    if found.hits:
        for typed, read in found.mended:
            yield line(mended_line(words.typed(typed), words.quoted(read), words))
        if found.unknown:
            some = ", ".join(map(words.typed, found.unknown[:UNKNOWN_REPEATED]))
            yield line(unknown_line(some, words))


def mended_line(typed: str, read: str, words: Wording) -> str:
    """Return what is asked when a word was read as another."""
    return words(f"{typed} ne se lit nulle part ici : vouliez-vous dire {read} ?",
                 f"Nothing here says {typed}: did you mean {read}?")  # fmt: skip


def unknown_line(some: str, words: Wording) -> str:
    """Return which words nothing says."""
    return words(f"Rien ici ne parle de {some}.", f"Nothing here speaks of {some}.")


def near_line(near: str, words: Wording) -> str:
    """Return which names are near one that nothing bears."""
    return words(f"Noms proches : {near}.", f"Near names: {near}.")


def _outside(found: Found, words: Wording) -> tuple[Line, ...]:
    """Return what the catalogue leaves out, when that is what was asked for."""
    best = found.hits[0] if found.hits else None
    return (line(Span(words.of(best.outside), "warn")),) if best and best.outside else ()


def _why(hit: Hit, words: Wording) -> str:
    why = words(*WHY[hit.why])
    return f"{why}{words(' : ', ': ')}{hit.matched}"


def _command(hit: Hit) -> tuple[str, ...]:
    match hit.kind:
        case "topic":
            return "explain", hit.slug
        case "programme":
            return "school", "show", hit.slug.split("/")[0]
        case _:
            return hit.kind, "show", hit.slug
