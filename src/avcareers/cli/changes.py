"""`avcareers changes`."""

import re
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from avcareers.model.vocabulary import EARLIEST_YEAR, ChangeKind, FollowedKind, values

from .command import choose_all, command
from .completion import completing
from .language import said
from .session import Session

if TYPE_CHECKING:
    from avcareers.query.changes import ChangeList
    from avcareers.store.catalogue import Catalogue

ATOM, CALENDAR = "atom", "ics"
KINDS = values(ChangeKind)
_NAMED = ("profession", "school", "topic", "stage", "department", "diploma", "certification")
"""Kinds of record that a name may be of, those asked for most often first."""
_VERSION = re.compile(r"v?\d{4}[.-]\d{1,2}[.-]\d{1,3}")
_SHORT_DAY = re.compile(r"\d{4}(-\d{2})?")


def add_changes(app: typer.Typer) -> None:
    """Add the command about what changed."""
    command(
        app,
        "changes",
        about=said(
            "Ce qui a changé dans les faits, d'une version des données à la suivante, et ce que cela "
            "signifie ; ce qui prend fin bientôt.",
            "What changed in the facts, from one release of the data to the next, and what it means; "
            "what ends soon.",
        ),
        examples=(
            "changes",
            "changes --since 2026-11-23 --kind caught-up",
            "changes la-femis",
            "changes --coming",
            "changes -o atom > changes.atom",
            "changes -o ics > echeances.ics",
        ),
        formats=(ATOM, CALENDAR),
    )(changes_command)


def changes_command(
    session: Session,
    name: Annotated[list[str] | None, typer.Argument(
        metavar=said("[FICHE]", "[RECORD]"), autocompletion=completing("changes"),
        help=said("Métier, école, sujet ou clé d'une fiche ; sans rien, tout.",
                  "Job, school, topic or key of a record; with none, all."))] = None,
    since: Annotated[str | None, typer.Option(
        "--since", metavar=said("DATE|VERSION", "DATE|VERSION"), help=said(
            "Depuis un jour ou une version (par défaut : la dernière ; d'une fiche, depuis le début).",
            "Since a day or a version (default: the last; of a record, from the beginning)."))] = None,
    kind: Annotated[list[str] | None, typer.Option(
        "--kind", metavar=said("SENS", "KIND"), autocompletion=lambda: list(KINDS), help=said(
            f"Ce que le changement signifie : {', '.join(KINDS)}.",
            f"What the change means: {', '.join(KINDS)}."))] = None,
    every: Annotated[bool, typer.Option("--all", help=said(
        "Toutes les fiches, et les textes récrits.",
        "All records, and the texts written again."))] = False,
    coming: Annotated[bool, typer.Option("--coming", help=said(
        "Ce qui prend fin : reconnaissances, visas, titres (-o ics : en calendrier).",
        "What ends: recognitions, visas, titles (-o ics: as a calendar)."))] = False,
) -> None:  # fmt: skip
    """Show what changed."""
    form = str(session.screen.output)
    if (coming or form == CALENDAR) and (since or kind or every):
        raise typer.BadParameter(session.words(
            "--coming et -o ics parlent de ce qui vient : ils ne vont pas avec --since, --kind ou --all.",
            "--coming and -o ics are about what comes: they do not go with --since, --kind or --all."))  # fmt: skip
    if coming and form == ATOM:
        raise typer.BadParameter(session.words("--coming s'écrit en calendrier : -o ics.",
                                               "--coming is written as a calendar: -o ics."))  # fmt: skip
    kinds = choose_all("--kind", kind, KINDS, "change")
    catalogue = session.catalogue()
    record = _record(catalogue, " ".join(name), session) if name else None
    if coming or form == CALENDAR:
        _endings(session, catalogue, record)
    else:
        _changes(session, catalogue, record, (since, kinds, every))


def _changes(
    session: Session,
    catalogue: "Catalogue",
    record: tuple[str, str] | None,
    asked: tuple[str | None, tuple[str, ...], bool],
) -> None:
    from avcareers.present.changes import changes_page
    from avcareers.query.changes import list_changes
    from avcareers.render.emit import print_text

    since, kinds, whole = asked
    feed = session.screen.output == ATOM
    found = list_changes(
        catalogue,
        # A feed has all there is: who reads it keeps what was read.
        since=f"{EARLIEST_YEAR}-01-01"
        if feed and since is None
        else _since(since, catalogue, session),
        kinds=kinds,
        record=record,
        whole=whole,
    )
    slug = record[1] if record else ""
    if feed:
        from avcareers.present.feed import feed_of
        from avcareers.render.feed import feed_text

        print_text(feed_text(feed_of(found, session.words, record=slug)).removesuffix("\n"))
        return
    rows = _rows if session.screen.output == "csv" else None
    session.answer(found, partial(changes_page, record=slug), rows)


def _rows(found: "ChangeList") -> list[dict[str, object]]:
    """Return what changed as the rows of a table: a record as a whole, and each fact."""
    return [
        {"record": each.record, "slug": each.slug, "fr": each.fr, "en": each.en,
         "version": each.version, "day": each.day, "fact": fact and fact.fact,
         "theme": (fact or each).theme, "kind": (fact or each).kind,
         "before": fact.before if fact else None, "after": fact.after if fact else None,
         "lost": list(fact.lost if fact else each.formerly), "gained": list(fact.gained if fact else ())}
        for each in found.records
        for fact in ((None,) if each.kind else ()) + each.facts
    ]  # fmt: skip


def _endings(session: Session, catalogue: "Catalogue", record: tuple[str, str] | None) -> None:
    from avcareers.present.coming import endings_page
    from avcareers.query.coming import list_endings
    from avcareers.render.emit import print_text

    found = list_endings(catalogue, session.today, record=record)
    if session.screen.output == CALENDAR:
        from avcareers.present.feed import ending_calendar
        from avcareers.render.feed import calendar_text

        text = calendar_text(*ending_calendar(found, session.words), session.today)
        print_text(text.removesuffix("\n"))
        return
    rows = (lambda whole: whole.endings) if session.screen.output == "csv" else None
    session.answer(found, partial(endings_page, record=record[1] if record else ""), rows)


def _since(typed: str | None, catalogue: "Catalogue", session: Session) -> str | None:
    """Return the day or the version that was typed, written as the data write it.

    Raise BadValueError, with the versions there are, for what is neither.
    """
    from avcareers.model.errors import BadValueError
    from avcareers.query.changes import releases
    from avcareers.text.nearest import nearest

    if typed is None:
        return None
    text = typed.strip()
    if _SHORT_DAY.fullmatch(text):
        text += "-01" * (3 - len(text.split("-")))
    if _is_day(text):
        return text
    versions = tuple(release.version for release in releases(catalogue))
    if _VERSION.fullmatch(text):
        year, month, number = re.split(r"[.-]", text.removeprefix("v"))
        text = f"{year}.{int(month):02d}.{int(number)}"
    if text not in versions:
        valid = (*versions, session.words("AAAA-MM-JJ", "YYYY-MM-DD"))
        raise BadValueError("--since", typed, valid, nearest(text, versions))
    return text


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _record(catalogue: "Catalogue", name: str, session: Session) -> tuple[str, str]:
    """Return the kind and the key of the record that a name is of: a key of any kind, else a name."""
    from .names import record_of

    sql = "SELECT kind FROM record WHERE slug = ?"
    found = {kind for (kind,) in catalogue.rows(sql, (name,))}
    for kind in (*_NAMED, *values(FollowedKind)):
        if kind in found:
            return kind, name
    return record_of(catalogue, _NAMED, name, session)
