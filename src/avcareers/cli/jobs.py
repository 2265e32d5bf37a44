"""`avcareers jobs` and `avcareers job`."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

import typer

from avcareers.model.vocabulary import values
from avcareers.present.sections import JOB_SECTIONS
from avcareers.query.filters.jobs import JobFilters, JobOrder

from .command import choose, choose_all, command, group_with_default
from .completion import completing
from .filters import filter_parameters, filters_asked
from .handout import Html, Sheet, hand_over, handing_over
from .language import said
from .loose import given, with_words
from .names import slug_of
from .places import place_asked
from .session import Session

ORDERS = values(JobOrder)

jobs_app = typer.Typer(
    cls=group_with_default("list"), help=said("Les métiers.", "Jobs."), no_args_is_help=False
)
job_app = typer.Typer(
    cls=group_with_default("show"), help=said("Un métier.", "One job."), no_args_is_help=False
)


def add_jobs(app: typer.Typer) -> None:
    """Add the commands about jobs."""
    app.add_typer(jobs_app, name="jobs")
    app.add_typer(job_app, name="job")


@command(
    jobs_app,
    "list",
    about=said("Lister les métiers, dans l'ordre de la chaîne.", "List jobs along the chain."),
    examples=(
        "jobs",
        "jobs --stage tournage --level entry",
        "jobs --department son --department image -o csv",
        "jobs --with travel --without nights",
    ),
    filters=filter_parameters(JobFilters),
)
def list_command(
    session: Session,
    typed: Mapping[str, Any],
    sort: Annotated[str, typer.Option(
        "--sort", metavar="|".join(ORDERS), autocompletion=lambda: list(ORDERS),
        help=said("Ordre.", "Order."))] = "chain",
    limit: Annotated[int | None, typer.Option(
        "--limit", min=1, help=said("Combien en montrer.", "How many to show."))] = None,
) -> None:  # fmt: skip
    """List jobs."""
    from avcareers.present.jobs import job_list_page
    from avcareers.query.jobs import in_full, list_jobs

    order = choose("--sort", sort, ORDERS, "order")
    catalogue = session.catalogue()
    others = given({"--sort": None if sort == "chain" else sort, "--limit": limit})
    typed = with_words(JobFilters, typed, catalogue, session, ("jobs", *others))
    filters = filters_asked(JobFilters, typed, session, catalogue)
    found = list_jobs(catalogue, filters, order=order, limit=limit)  # type: ignore[arg-type]
    session.answer(found, job_list_page, partial(in_full, catalogue))


@command(
    job_app,
    "show",
    about=said(
        "La fiche d'un métier, sous n'importe lequel de ses noms.",
        "A job's sheet, by any of its names.",
    ),
    examples=(
        "job show showrunner",
        "job show 'script supervisor' --full",
        "job show perchman --section tasks,ways-in",
        "job show monteur --sheet --near Lyon",
        "job show monteur --near Lyon --html > monteur.html",
    ),
)
def show_command(
    session: Session,
    name: Annotated[list[str], typer.Argument(
        metavar=said("MÉTIER", "JOB"), autocompletion=completing("job show"),
        help=said("Clé, titre de l'un ou l'autre genre, nom anglais ou d'usage.",
                  "Key, title of either gender, English or everyday name."))],
    full: Annotated[bool, typer.Option(
        "--full", help=said("Toute la fiche.", "The whole sheet."))] = False,
    section: Annotated[str | None, typer.Option(
        "--section", metavar="A,B", autocompletion=lambda: list(JOB_SECTIONS),
        help=said("Seulement ces parties : ", "Only these parts: ") + ", ".join(JOB_SECTIONS))] = None,
    sheet: Sheet = False,
    html: Html = False,
    near: Annotated[str | None, typer.Option(
        "--near", metavar=said("VILLE", "CITY"), autocompletion=completing("job show --near"),
        help=said("Avec --sheet : les formations les plus proches de cette ville.",
                  "With --sheet: the programmes nearest to this city."))] = None,
) -> None:  # fmt: skip
    """Show a job."""
    others = "--full" if full else "--section" if section is not None else ""
    if handing_over(session, sheet=sheet, html=html, others=others):
        _hand_over(session, " ".join(name), near, html=html)
        return
    if near is not None:
        raise typer.BadParameter(
            session.words("--near va avec --sheet.", "--near goes with --sheet.")
        )
    from avcareers.present.job import job_sheet_page
    from avcareers.query.job import job_sheet

    if full and section is not None:
        raise typer.BadParameter(session.words("--full ou --section : l'un ou l'autre.",
                                               "--full or --section: one or the other."))  # fmt: skip
    parts = None if section is None else section.split(",")
    wanted = choose_all("--section", parts, JOB_SECTIONS, "section")
    catalogue = session.catalogue()
    slug = slug_of(catalogue, "profession", " ".join(name), session)
    session.answer(
        job_sheet(catalogue, slug, session.today),
        lambda sheet, words: job_sheet_page(sheet, words, full=full, only=wanted),
    )


def _hand_over(session: Session, name: str, near: str | None, *, html: bool) -> None:
    from avcareers.present.handout import handout_page
    from avcareers.query.handout import handout

    catalogue = session.catalogue()
    place = place_asked(session, catalogue, "--near", near) if near else None
    slug = slug_of(catalogue, "profession", name, session)
    found = handout(catalogue, slug, session.today, place)
    hand_over(session, catalogue, lambda words: handout_page(found, words), html=html)
