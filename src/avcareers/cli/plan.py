"""`avcareers plan`."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from avcareers.model.vocabulary import ENTRY_LEVELS

from .command import command
from .completion import completing, described
from .handout import Html, Sheet, hand_over, handing_over
from .language import LANGUAGE, said
from .names import is_called, record_of, slug_of
from .places import near_asked
from .session import Session

if TYPE_CHECKING:
    from avcareers.query.plan.plan import Plan
    from avcareers.query.plan.request import Request
    from avcareers.store.catalogue import Catalogue


def add_plan(app: typer.Typer) -> None:
    """Add the command that plans."""
    command(
        app,
        "plan",
        about=said(
            "Les voies vers un métier ou une école, d'où l'on est, dans ses limites ; et celles "
            "qui sont fermées, avec pourquoi.",
            "The routes to a job or a school, from where one is, within one's limits; and those "
            "that are closed, with why.",
        ),
        examples=(
            "plan monteur --from bac --near Lyon --alternance",
            "plan scripte --from bac+2 --max-fees 1000 --max-years 4",
            "plan la-femis --from bac",
            "plan monteur --from bac --near Lyon --sheet --html",
            "plan directeur-production --from assistant-production --no-school",
        ),
    )(plan_command)


def plan_command(
    session: Session,
    name: Annotated[list[str], typer.Argument(
        metavar=said("MÉTIER|ÉCOLE", "JOB|SCHOOL"), autocompletion=completing("plan"),
        help=said("Le métier ou l'école que l'on vise.", "The job or the school you aim at."))],
    start: Annotated[str, typer.Option(
        "--from", metavar="|".join(ENTRY_LEVELS) + "|" + said("MÉTIER", "JOB"),
        autocompletion=lambda: described(ENTRY_LEVELS, "entry-level", LANGUAGE),
        help=said("D'où l'on part : un niveau de diplôme, ou un métier.",
                  "Where you start: a level of diploma, or a job."))] = "",
    near: Annotated[str | None, typer.Option(
        "--near", metavar=said("VILLE", "CITY"), autocompletion=completing("plan --near"),
        help=said("Près de cette ville.", "Near this city."))] = None,
    within: Annotated[float | None, typer.Option(
        "--within", min=1, help=said("Rayon en km (50).", "Radius in km (50)."))] = None,
    alternance: Annotated[bool, typer.Option("--alternance", help=said(
        "Seulement des formations connues pour se faire en alternance.",
        "Only programmes known to be in alternance."))] = False,
    recognised: Annotated[bool, typer.Option("--recognised", help=said(
        "Un ministère répond, ce jour, de l'école ou du diplôme.",
        "A ministry answers, today, for the school or for the diploma."))] = False,
    max_fees: Annotated[float | None, typer.Option(
        "--max-fees", min=0, help=said("Euros par an, au plus.", "Euros a year, at most."))] = None,
    max_total: Annotated[float | None, typer.Option(
        "--max-total", min=0, help=said("Euros en tout, au plus.",
                                        "Euros in all, at most."))] = None,
    max_years: Annotated[float | None, typer.Option(
        "--max-years", min=0, help=said("Années de formation, au plus.",
                                        "Years of courses, at most."))] = None,
    no_school: Annotated[bool, typer.Option("--no-school", help=said(
        "Sans école : par les seuls postes qui y mènent.", "Without a school: only by the jobs that lead there."))] = False,
    include_unknown: Annotated[bool, typer.Option("--include-unknown", help=said(
        "Garder aussi ce dont on ignore le prix, la durée ou le niveau d'entrée.",
        "Keep also what is of unknown cost, length or entry level."))] = False,
    sheet: Sheet = False,
    html: Html = False,
) -> None:  # fmt: skip
    """Plan."""
    handed = handing_over(session, sheet=sheet, html=html)
    from avcareers.present.plan.plan import plan_page
    from avcareers.query.plan.request import Request

    catalogue = session.catalogue()
    name, start = _unquoted(catalogue, name, start)
    level, job = _held(catalogue, start, session)
    request = Request(
        level=level,
        job=job,
        near=near_asked(session, catalogue, near, within),
        alternance=alternance,
        recognised=recognised,
        max_fees=max_fees,
        max_total=max_total,
        max_years=max_years,
        no_school=no_school,
        unknown_too=include_unknown,
    )
    found = _plan(session, catalogue, " ".join(name), request)
    if not (start or found.routes) and (most := found.opens_most) and most.asked.level:
        # No level was said: the lowest that opens something is better than nothing.
        from avcareers.present.plan.plan import lowest_note

        found = _plan(session, catalogue, found.target.slug, most.asked)
        session.note(lowest_note(most.asked.level, session.words))
    if handed:
        _hand_over(session, catalogue, found, html=html)
        return
    session.answer(found, plan_page)


def _hand_over(session: Session, catalogue: "Catalogue", plan: "Plan", *, html: bool) -> None:
    from avcareers.present.handouts import plan_handout_page

    hand_over(session, catalogue, partial(plan_handout_page, plan), html=html)


def _unquoted(catalogue: "Catalogue", name: list[str], start: str) -> tuple[list[str], str]:
    """Return the name and the level typed, with the level's words that had no quotes: `--from bac techno`.

    Both stay as typed unless the name is one without these words, and no name with them.
    """
    from avcareers.present.choices import level_meant

    def called(words: list[str]) -> bool:
        return any(is_called(catalogue, kind, " ".join(words)) for kind in ("profession", "school"))

    for kept in range(len(name) - 1 if start else 0, 0, -1):
        whole = " ".join((start, *name[kept:]))
        if level_meant(whole, ENTRY_LEVELS) and called(name[:kept]) and not called(name):
            return name[:kept], whole
    return name, start


def _held(catalogue: "Catalogue", start: str, session: Session) -> tuple[int, str | None]:
    """Return the level one starts from, and the job if it is one.

    A person at a terminal is asked which job is meant, when it is not clear. Raises BadValueError
    elsewhere.
    """
    if not start or start in ENTRY_LEVELS:
        return ENTRY_LEVELS[start or "none"], None
    from avcareers.model.errors import BadValueError
    from avcareers.present.choices import exactly_meant, level_meant, level_note, meant

    level = exactly_meant(start, ENTRY_LEVELS, "entry-level")
    if level is None and is_called(catalogue, "profession", start):
        return 0, slug_of(catalogue, "profession", start, session)
    level = level or level_meant(start, ENTRY_LEVELS)
    if level is None:
        jobs = catalogue.near("profession", start)
        try:
            level = meant("--from", start, ENTRY_LEVELS, "entry-level", also=jobs)
        except BadValueError as error:
            from .asking import can_ask, value_chosen

            if jobs and error.near == jobs and can_ask():
                from avcareers.present.failures import other_trade
                from avcareers.render.emit import say

                say(other_trade(session.words))
                return 0, slug_of(catalogue, "profession", start, session)
            level = value_chosen(error, session.words)
    session.note(level_note(start, level, session.words))
    return ENTRY_LEVELS[level], None


def _plan(session: Session, catalogue: "Catalogue", name: str, request: "Request") -> "Plan":
    """Plan to the job of that name, else to the school. Raises NotFoundError."""
    kind, slug = record_of(catalogue, ("profession", "school"), name, session)
    if kind == "profession":
        from avcareers.query.plan.job_plan import plan_to_job

        return plan_to_job(catalogue, slug, request, session.today)
    from avcareers.query.plan.school_plan import plan_to_school

    return plan_to_school(catalogue, slug, request, session.today)
