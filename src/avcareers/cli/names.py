"""Names typed by people → keys of records."""

from typing import TYPE_CHECKING

import typer

from .language import LANGUAGE, said
from .session import Session

if TYPE_CHECKING:
    from avcareers.model.errors import AmbiguousNameError, NotFoundError
    from avcareers.query.compare import Kind
    from avcareers.store.catalogue import Catalogue

MOST = 5
"""Topics offered for a word that none is called."""
SHOWN = frozenset({"job", "school", "stage"})
"""Kinds of what is found that `show` shows."""
MISTYPED = 0.85
"""Share of letters in common from which a name is another, mistyped."""


_SHEETS = {
    "profession": ("job", "show"),
    "school": ("school", "show"),
    "stage": ("stage", "show"),
    "topic": ("explain",),
}
"""The command that shows a record, by its kind."""
SEARCHED_FOR_NEAR = ("profession", "school", "stage", "department", "topic", "place")
"""Kinds of record a word that nothing answers to may have been meant for."""


def sheet_of(catalogue: "Catalogue", name: str, kind: str | None = None) -> tuple[str, ...] | None:
    """Return the command that shows the only record that bears exactly a name, if there is one.

    Of all kinds, or of the one given.

    What bears it as its key is the one meant, whatever else is also called so.
    """
    from avcareers.text.folding import fold

    sql = "SELECT kind, slug, min(rank) FROM name WHERE folded = ? GROUP BY kind, slug"
    found = [
        row
        for row in catalogue.rows(sql, (fold(name),))
        if row[0] in ((kind,) if kind else _SHEETS)
    ]
    by_key = [row for row in found if row[2] == 0]
    if len(found) > 1:
        found = by_key
    return (*_SHEETS[found[0][0]], found[0][1]) if len(found) == 1 else None


def near_by_kind(catalogue: "Catalogue", name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the keys of the records whose names look like one, by kind."""
    near = ((kind, catalogue.near(kind, name)) for kind in SEARCHED_FOR_NEAR)
    return tuple((kind, keys) for kind, keys in near if keys)


def slug_of(catalogue: "Catalogue", kind: str, name: str, session: Session) -> str:
    """Return the key of the record that bears a name, and say which others bear it too.

    A person at a terminal is asked which is meant, when it is not clear. Raises NotFoundError or
    AmbiguousNameError elsewhere.
    """
    return record_of(catalogue, (kind,), name, session)[1]


def several(catalogue: "Catalogue", kind: "Kind", typed: list[str]) -> tuple[str, ...]:
    """Return the names that words typed make: one of them all, else each, or those that they make together.

    « la femis » is one school, « 3is eicar » two, « la femis louis lumiere » two.
    """
    from avcareers.query.compare import bears, put_together

    whole = " ".join(typed)
    if len(typed) == 1 or bears(catalogue, kind, whole):
        return (whole,)
    known = [bears(catalogue, kind, name) for name in typed]
    if all(known):
        return tuple(typed)
    if together := put_together(catalogue, tuple(typed), (kind,)):
        return together
    # One of several is mistyped: it is asked about alone.
    return tuple(typed) if 2 * sum(known) >= len(typed) else (whole,)


def record_of(
    catalogue: "Catalogue", kinds: tuple[str, ...], name: str, session: Session
) -> tuple[str, str]:
    """Return the kind and the key of the record that bears a name: the first kind that has one.

    As `slug_of` does, of several kinds.
    """
    from avcareers.model.errors import AmbiguousNameError, NotFoundError

    if not name.strip():
        raise typer.BadParameter(said("Il manque un nom.", "Missing: a name."))
    try:
        kind = next((kind for kind in kinds[:-1] if catalogue.known(kind, name)), kinds[-1])
        if len(kinds) > 1 and not catalogue.known(kind, name):
            from avcareers.query.names import not_found

            raise not_found(catalogue, kinds, name)
        found = catalogue.find(kind, name)
    except (AmbiguousNameError, NotFoundError) as caught:
        from .asking import chosen

        error: AmbiguousNameError | NotFoundError = caught
        if isinstance(caught, NotFoundError):
            error = _by_another_way(catalogue, kinds, caught)
        offered: tuple[str, ...] = getattr(error, "slugs", ()) or getattr(error, "near", ())
        if error is not caught and error.kind == "school" and len(offered) == 1:
            _say_taught(name, offered[0], session)
            return "school", offered[0]
        return error.kind, chosen(catalogue, error, offered, session.words)
    if found.others:
        from avcareers.render.emit import say

        others = ", ".join(found.others)
        say(session.words(f"Ce nom désigne aussi : {others}.", f"Also the name of: {others}."))
    return kind, found.slug


def department_of(catalogue: "Catalogue", name: str) -> str | None:
    """Return the department of which a name means anyone who works there: « technicien du son »."""
    from avcareers.model.errors import AmbiguousNameError
    from avcareers.query.names import anyone_of

    where = anyone_of(name)
    if not where:
        return None
    from avcareers.present.choices import exactly_meant

    try:
        found = catalogue.known("department", where)
    except AmbiguousNameError:
        return None
    return (
        found.slug if found else exactly_meant(where, catalogue.slugs("department"), "department")
    )


def _anyone(catalogue: "Catalogue", name: str) -> tuple[str, ...]:
    """Return the jobs that « technicien son » may mean: nothing for a name of no such form."""
    from avcareers.query.names import jobs_of_anyone

    department = department_of(catalogue, name)
    return jobs_of_anyone(catalogue, name, department) if department else ()


def _by_another_way(
    catalogue: "Catalogue", kinds: tuple[str, ...], missing: "NotFoundError"
) -> "AmbiguousNameError | NotFoundError":
    """Return the error of a name of no record, with those it leads to: by department, by programme."""
    from avcareers.model.errors import AmbiguousNameError, NotFoundError
    from avcareers.query.names import jobs_of_department, schools_teaching

    name = missing.asked
    if "profession" in kinds:
        if jobs := _anyone(catalogue, name):
            return AmbiguousNameError("profession", name, jobs)
        if jobs := jobs_of_department(catalogue, name):
            return NotFoundError("profession", name, jobs)
    if "school" in kinds and (schools := schools_teaching(catalogue, name)):
        return AmbiguousNameError("school", name, schools)
    return _first_words(catalogue, missing)


def _say_taught(name: str, school: str, session: Session) -> None:
    """Say that a name is that of a programme, and of which school."""
    from avcareers.render.emit import say_understood

    asked, shown = session.words.quoted(name), session.words.command("school", "show", school)
    say_understood(session.words(f"{asked} est une formation de cette école : {shown}",
                                 f"{asked} is a programme of this school: {shown}"))  # fmt: skip


def _first_words(
    catalogue: "Catalogue", missing: "NotFoundError"
) -> "AmbiguousNameError | NotFoundError":
    """Return the error of a name that begins a few names, or is inside them: each may be meant."""
    from avcareers.model.errors import AmbiguousNameError
    from avcareers.query.names import named_in_part

    begun, inside = named_in_part(catalogue, missing.kind, missing.asked)
    found = begun if len(begun) > 1 else (*begun, *inside)
    return AmbiguousNameError(missing.kind, missing.asked, found) if len(found) > 1 else missing


def stage_of(catalogue: "Catalogue", name: str, session: Session) -> str:
    """Return the key of the stage a name names, or at which what it names is at work, as `slug_of`.

    « montage » is post-production: that is where editors work.
    """
    from avcareers.model.errors import AmbiguousNameError
    from avcareers.present.choices import exactly_meant

    if catalogue.known("stage", name):
        return slug_of(catalogue, "stage", name, session)
    if said := exactly_meant(name, catalogue.slugs("stage"), "stage"):
        return said
    named = catalogue.known("department", name)
    department = (
        named.slug if named else exactly_meant(name, catalogue.slugs("department"), "department")
    )
    stages = _stages_of(catalogue, department, name)
    if len(stages) == 1:
        return stages[0]
    if not stages:
        return slug_of(catalogue, "stage", name, session)
    from .asking import chosen

    return chosen(catalogue, AmbiguousNameError("stage", name, stages), stages, session.words)


def _stages_of(catalogue: "Catalogue", department: str | None, name: str) -> tuple[str, ...]:
    """Return the stages at which a department is at work, or the job of a name, in their order."""
    job = None if department else catalogue.known("profession", name)
    sql = """
        SELECT DISTINCT stage.value FROM facet AS stage JOIN facet AS other USING (kind, slug)
        WHERE kind = 'profession' AND stage.facet = 'stage'
        AND ((other.facet = 'department' AND other.value = ?) OR slug = ?)
    """
    found = {row[0] for row in catalogue.rows(sql, (department, job.slug if job else None))}
    return tuple(slug for slug in catalogue.slugs("stage") if slug in found)


def topic_of(catalogue: "Catalogue", name: str, session: Session) -> str:
    """Return the key of the topic a name names, begins, or is about, as `slug_of` does."""
    from avcareers.model.errors import AmbiguousNameError, NotFoundError

    sure, fit = _topics_named(catalogue, name)
    if sure:
        return sure
    from .asking import chosen

    if fit:
        error = AmbiguousNameError("topic", name, fit)
        return chosen(catalogue, error, fit, session.words)
    from avcareers.query.search.ranking import search

    best = search(catalogue, name, limit=1).hits
    near = _mistyped(catalogue, name)
    if not near and (not best or best[0].kind == "topic"):
        about = search(catalogue, name, kinds=("topic",), limit=MOST).hits
        near = tuple(hit.slug for hit in about) or catalogue.near("topic", name)
    missing = NotFoundError("topic", name, near)
    missing.searched = bool(best) and not near
    if missing.searched and best[0].why != "some-words" and best[0].kind in SHOWN:
        missing.said_by = (best[0].kind, "show", best[0].slug)
    return chosen(catalogue, missing, near, session.words)


def diploma_of(catalogue: "Catalogue", name: str) -> str | None:
    """Return the key of the national diploma of a name, unless it is that of a topic."""
    from avcareers.present.choices import exactly_meant

    if _topics_named(catalogue, name)[0]:
        return None
    known = catalogue.known("diploma", name)
    return known.slug if known else exactly_meant(name, catalogue.slugs("diploma"), "diploma")


def _mistyped(catalogue: "Catalogue", name: str) -> tuple[str, ...]:
    """Return the one topic of which a name differs from the one typed by a letter or two, if any."""
    from difflib import SequenceMatcher

    from avcareers.text.folding import fold

    asked = fold(name)
    sql = "SELECT folded FROM name WHERE kind = 'topic' AND slug = ?"
    for slug in catalogue.near("topic", name)[:1]:
        for (folded,) in catalogue.rows(sql, (slug,)):
            if SequenceMatcher(None, asked, folded).ratio() >= MISTYPED:
                return (slug,)
    return ()


def _topics_named(catalogue: "Catalogue", name: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the topic a name is sure to mean, if one is; and all those it may mean.

    It is sure of a key or a title; of another name, unless the title of another topic says it too:
    « visa » is that of a film, and that of a school. It is not sure of a word of a longer name:
    « démission » is not « démission école ».
    """
    from avcareers.text.folding import fold

    sql = "SELECT slug, rank, folded FROM name WHERE kind = 'topic' ORDER BY rank, slug"
    asked, rows = fold(name), list(catalogue.rows(sql))
    borne = [(slug, rank) for slug, rank, folded in rows if folded == asked]
    titled = [slug for slug, rank, folded in rows if rank <= 1 and f" {asked} " in f" {folded} "]
    fit = tuple(dict.fromkeys((*(slug for slug, _ in borne), *titled)))
    if borne and (borne[0][1] <= 1 or len(fit) == 1):
        return borne[0][0], fit
    if borne:
        return None, fit
    fit = _begun(catalogue, name)
    if len(fit) == 1 and any(
        slug == fit[0] and _opens(asked, folded, rank) for slug, rank, folded in rows
    ):
        return fit[0], fit
    known = None if fit else catalogue.known("topic", name)
    return (known.slug if known else None), fit


def _opens(typed: str, name: str, rank: int) -> bool:
    """True if what is typed begins any word of a key or of a title, or reaches a name's last word."""
    words = name.split()
    if rank <= 1 and any(word.startswith(typed) for word in words):
        return True
    asked, whole, before = typed.replace(" ", ""), "".join(words), "".join(words[:-1])
    return whole.startswith(asked) and (rank <= 1 or len(asked) > len(before))


def _begun(catalogue: "Catalogue", name: str) -> tuple[str, ...]:
    """Return the topics of which a name, or a word of it, begins as typed, the best named first."""
    from avcareers.text.folding import fold

    typed = fold(name).replace(" ", "")
    if not typed:
        return ()
    sql = "SELECT slug, rank, folded FROM name WHERE kind = 'topic' ORDER BY rank, slug"
    whole: dict[str, None] = {}
    inside: dict[str, None] = {}
    for slug, _, folded in catalogue.rows(sql):
        if folded.replace(" ", "").startswith(typed):
            whole[slug] = None
        elif any(word.startswith(typed) for word in folded.split()):
            inside[slug] = None
    return tuple(whole or inside)


def slugs_for(
    catalogue: "Catalogue",
    kind: str,
    option: str,
    names: list[str] | None,
    vocabulary: str = "",
) -> tuple[str, ...]:
    """Return the keys that the values of an option name, or what people say for them.

    Raises BadValueError for a name nothing bears; one that several records bear names them all.
    """
    from avcareers.model.errors import AmbiguousNameError, NotFoundError

    slugs: list[str] = []
    for name in names or ():
        try:
            slugs.append(catalogue.find(kind, name).slug)
        except AmbiguousNameError as error:
            slugs.extend(error.slugs)
        except NotFoundError as error:
            if kind == "profession" and (jobs := _anyone(catalogue, name)):
                slugs.extend(jobs)
                continue
            slugs.append(_meant(catalogue, option, error, vocabulary))
    return tuple(dict.fromkeys(slugs))


def is_called(catalogue: "Catalogue", kind: str, name: str, vocabulary: str = "") -> bool:
    """True if records of a kind bear a name, or one is what people say for it."""
    from avcareers.model.errors import AmbiguousNameError

    try:
        if catalogue.known(kind, name):
            return True
    except AmbiguousNameError:
        return True
    if kind == "profession":
        return department_of(catalogue, name) is not None
    if not vocabulary:
        return False
    from avcareers.present.choices import exactly_meant

    return exactly_meant(name, catalogue.slugs(kind), vocabulary) is not None


def _meant(catalogue: "Catalogue", option: str, missing: "NotFoundError", vocabulary: str) -> str:
    """Return the key that a word of no name stands for, or that a person chooses among the near.

    Raises BadValueError where it stands for none, and nobody can be asked.
    """
    from avcareers.model.errors import BadValueError
    from avcareers.present.choices import meant

    keys = catalogue.slugs(missing.kind)
    try:
        return meant(option, missing.asked, keys, vocabulary, also=missing.near)
    except BadValueError as refused:
        refused.kind = missing.kind
        from avcareers.text.wording import Wording

        from .asking import ask, can_ask

        if not missing.near or not can_ask():
            raise refused from None
        return missing.near[ask(catalogue, missing, missing.near, Wording(LANGUAGE))]
