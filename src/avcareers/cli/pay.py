"""`avcareers pay`."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .agreements import agreement_asked
from .command import chosen_day, command
from .completion import completing
from .language import said
from .names import slug_of
from .session import Session

if TYPE_CHECKING:
    from avcareers.query.pay import Units
    from avcareers.store.catalogue import Catalogue


def add_pay(app: typer.Typer) -> None:
    """Add the command about minimum pay."""
    command(
        app,
        "pay",
        about=said(
            "Le minimum conventionnel d'un métier, convention par convention, dans son unité.",
            "The minimum pay of a job, agreement by agreement, in its own unit.",
        ),
        examples=(
            "pay scripte",
            "pay scripte --all",
            "pay chef-monteur --as-of 2018-01-01",
            "pay chef-electricien --history",
            "pay machiniste --hours 50 --agreement 3097",
            "pay regisseur-general --weeks 8",
        ),
    )(pay_command)


def pay_command(
    session: Session,
    name: Annotated[list[str], typer.Argument(
        metavar=said("MÉTIER", "JOB"), autocompletion=completing("pay"),
        help=said("N'importe quel nom du métier.", "Any name of the job."))],
    agreement: Annotated[str | None, typer.Option(
        "--agreement", metavar="IDCC", autocompletion=completing("pay --agreement"),
        help=said("Une seule convention.", "One agreement."))] = None,
    as_of: Annotated[str | None, typer.Option(
        "--as-of", metavar=said("JOUR", "DAY"),
        help=said("Le minimum en vigueur ce jour (2018-01-01).",
                  "The minimum in force that day (2018-01-01)."))] = None,
    history: Annotated[bool, typer.Option(
        "--history", help=said("L'évolution, en barres.", "How it moved, as bars."))] = False,
    weeks: Annotated[int | None, typer.Option("--weeks", min=1, max=520, help=said(
        "Total pour tant de semaines.", "Total for so many weeks."))] = None,
    days: Annotated[int | None, typer.Option("--days", min=1, max=3650, help=said(
        "Total pour tant de jours.", "Total for so many days."))] = None,
    every: Annotated[bool, typer.Option("--all", help=said(
        "Tous les minima, les plus proches du métier d'abord.",
        "Every minimum, the nearest to the job first."))] = False,
    hours: Annotated[float | None, typer.Option("--hours", min=1, max=80, help=said(
        "Une semaine de tournage de tant d'heures.", "A shooting week of so many hours."))] = None,
) -> None:  # fmt: skip
    """Show minimum pay."""
    from avcareers.present.pay import pay_page
    from avcareers.query.pay import pay_history, pay_of

    _refuse_together(history, weeks, days, hours)
    day = session.today if as_of is None else chosen_day("--as-of", as_of)
    catalogue = session.catalogue()
    agreement = agreement_asked(session, catalogue, agreement)
    slug = _job_named(" ".join(name), session, catalogue, history=history)
    dated = partial(_on_a_day, session, catalogue, (slug, day, agreement))
    if hours:
        from avcareers.present.shooting_week import week_page
        from avcareers.query.shooting_week import shooting_weeks

        weeks_found = shooting_weeks(catalogue, slug, day, hours, agreement=agreement)
        session.answer(weeks_found, dated(week_page))
    elif history:
        from avcareers.present.pay_history import history_page

        found_history = pay_history(catalogue, slug, day, agreement=agreement)
        session.answer(found_history, dated(history_page))
    else:
        units: Units | None = ("week", weeks) if weeks else ("day", days) if days else None
        found = pay_of(catalogue, slug, day, agreement=agreement, units=units)
        # Who asks for one agreement chooses among all its lines.
        whole = every or agreement is not None
        session.answer(found, dated(partial(pay_page, every=whole)))


def _job_named(name: str, session: Session, catalogue: "Catalogue", *, history: bool) -> str:
    """Return the job of a name, as `slug_of` does; of one near it that has no minimum, try its sheet.

    Raise a usage error for several jobs.
    """
    from avcareers.model.errors import NotFoundError
    from avcareers.query.pay import pay_of

    if not catalogue.known("profession", name):
        _refuse_several(name.split(), session, catalogue, history=history)
    try:
        return slug_of(catalogue, "profession", name, session)
    except NotFoundError as error:
        today = session.today
        error.sheet_only = not any(pay_of(catalogue, near, today).floors for near in error.near[:1])
        raise


def _refuse_several(
    names: list[str], session: Session, catalogue: "Catalogue", *, history: bool
) -> None:
    """Raise a usage error that gives the commands, when each word is the name of a job."""
    jobs = [catalogue.known("profession", name) for name in names]
    slugs = [job.slug for job in jobs if job]
    if len(slugs) < max(2, len(jobs)):
        return
    words, option = session.words, ("--history",) if history else ()
    commands = [words.command("pay", slug, *option) for slug in slugs]
    together = words.command("compare", *slugs)
    raise typer.BadParameter(words(
        f"un métier à la fois : {', '.join(commands)} ; côte à côte : {together}",
        f"one job at a time: {', '.join(commands)}; side by side: {together}"))  # fmt: skip


def _on_a_day(
    session: Session, catalogue: "Catalogue", asked: "tuple[str, str, str | None]", page: Any
) -> Any:
    """Return what makes the page of an answer, with what is to be said of the day asked for.

    `asked`: the job, the day, and the agreement if one is asked for.
    """
    from avcareers.present.pay_days import before_the_first, still_to_come
    from avcareers.query.pay_days import known_since

    slug, day, agreement = asked
    first = known_since(catalogue, slug, agreement)
    only = ("--agreement", agreement) if agreement else ()
    if first and day < first:
        command = ("pay", slug, *only, "--as-of")
        return lambda found, words: before_the_first(page(found, words), words, command, first)
    if day > session.today:
        return lambda found, words: still_to_come(page(found, words), words, day)
    return page


def _refuse_together(
    history: bool, weeks: int | None, days: int | None, hours: float | None
) -> None:
    """Raise a usage error for two forms of answer."""
    if sum(map(bool, (history, weeks, days, hours))) > 1:
        one = said("--history, --weeks, --days ou --hours : un seul à la fois.",
                   "--history, --weeks, --days or --hours: one at a time.")  # fmt: skip
        raise typer.BadParameter(one)
