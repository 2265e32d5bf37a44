"""`avcareers data release`: for those who publish the data."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from .asking import can_ask
from .command import command
from .language import said
from .session import Session

if TYPE_CHECKING:
    from avcareers.model.vocabulary import ChangeKind
    from avcareers.releases.making import Draft


def add_release(app: typer.Typer) -> None:
    """Add the command that makes a release of the data."""
    command(
        app,
        "release",
        about=said(
            "Publier une version des données : comparer à la dernière, dire ce que chaque changement "
            "signifie, l'écrire dans changes/.",
            "Publish a release of the data: compare with the last, say what each change means, write "
            "it in changes/.",
        ),
        examples=("data release --dry-run", "data release", "data release --yes"),
    )(release_command)


def release_command(
    session: Session,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=said(
        "Montrer, sans rien écrire.", "Show it, and write nothing."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=said(
        "Accepter le sens proposé de chaque changement.",
        "Accept what each change is proposed to mean."))] = False,
) -> None:  # fmt: skip
    """Make a release."""
    from avcareers.audit.check import check
    from avcareers.model.errors import DataError
    from avcareers.present.release import release_page
    from avcareers.releases.making import draft, judged, write_release
    from avcareers.render.emit import say
    from avcareers.store.data_files import read_snapshot
    from avcareers.store.location import locate
    from avcareers.store.validation import load

    from .ours import is_ours

    if not (dry_run or yes or can_ask()):
        raise typer.BadParameter(session.words(
            "il faut un terminal pour confirmer ; sinon --yes accepte tout, --dry-run n'écrit rien.",
            "confirming takes a terminal; else --yes accepts all, --dry-run writes nothing."))  # fmt: skip
    snapshot = read_snapshot(locate(session.data).folder)
    if found := check(snapshot.folder, is_ours).problems:
        raise DataError(found)
    content = load(snapshot)
    made = draft(snapshot, content, session.today)
    if not dry_run and made.since and not made.changes:
        say(session.words(f"Rien n'a changé depuis {made.since} : aucune version à publier.",
                          f"Nothing changed since {made.since}: no release to publish."))  # fmt: skip
        return
    if not (dry_run or yes):
        made = judged(made, _asked(session, made))
    files = () if dry_run else write_release(snapshot, content, made)
    session.answer(made, partial(release_page, written=not dry_run))
    for name in files:
        say(session.words(f"écrit : {name}", f"written: {name}"))


def _asked(session: Session, made: "Draft") -> "dict[tuple[str, str, str], ChangeKind]":
    """Return the kinds that a person chooses, where several are possible; no answer keeps the one proposed."""
    from avcareers.present.release import meanings, question_lines
    from avcareers.render.emit import say

    kinds: dict[tuple[str, str, str], ChangeKind] = {}
    for alike in made.alike:
        possible = meanings(alike)
        if len(possible) < 2:
            continue
        for text in question_lines(alike, session.words):
            say(text)
        answer = ""
        while True:
            sys.stderr.write(session.words("Numéro (Entrée : comme proposé, q : arrêter) : ",
                                           "Number (Enter: as proposed, q: stop): "))  # fmt: skip
            sys.stderr.flush()
            answer = sys.stdin.readline().strip()
            if answer in {"", "q", *map(str, range(1, len(possible) + 1))}:
                break
        if answer == "q":
            raise SystemExit(1)
        if answer:
            kinds[alike.record, alike.field, alike.kind] = possible[int(answer) - 1]  # type: ignore[assignment]
    return kinds
