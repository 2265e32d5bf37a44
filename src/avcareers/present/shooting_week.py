"""The page of a shooting week: what each hour pays, and by which article."""

from collections.abc import Iterator

from avcareers.query.shooting_week import PayWeek, PayWeeks
from avcareers.text.wording import Wording

from .naming import job_title
from .page import Item, Line, Page, Section, Span, line
from .pay import fixed_line


def week_page(found: PayWeeks, words: Wording) -> Page:
    """Present what a shooting week pays, step by step, each with its article."""
    return Page(
        title=line(
            Span(job_title(found.job, words), "strong"),
            words(" – une semaine de tournage", " – a shooting week"),
        ),
        lead=(line(Span(fixed_line(words), "warn")),),
        sections=tuple(_section(week, found, words) for week in found.weeks),
        footer=tuple(_footer(found, words)),
    )


def _section(week: PayWeek, found: PayWeeks, words: Wording) -> Section:
    articles = list(dict.fromkeys(found.sources[s.source].title for s in week.steps if s.source))
    items = []
    for step in week.steps:
        rate = words.number(step.increase_percent)
        what = words(f"+{rate} %", f"+{rate}%") if step.increase_percent else words(
            "taux de base", "base rate")  # fmt: skip
        # One article for all the steps is named once, below.
        source = step.source if len(articles) > 1 else None
        cited = Span(f" [{found.sources[source].title}]", "muted") if source else ""
        items.append(Item(line(
            f"{words.number(step.hours)} h × {words.euros(step.hourly_eur)} ({what}) = ",
            Span(words.euros(step.total_eur), "strong"), cited)))  # fmt: skip
    items.append(Item(line(Span(words(
        f"Total : {words.euros(week.total_eur)} brut",
        f"Total: {words.euros(week.total_eur)} gross"), "strong"))))  # fmt: skip
    if len(articles) == 1:
        items.append(Item(line(Span(articles[0], "muted"))))
    return Section(week.floor.grid.slug, f"IDCC {week.idcc}", tuple(items),
                   heading=f"{week.function} – {words.of(week.section)}")  # fmt: skip


def _footer(found: PayWeeks, words: Wording) -> Iterator[Line]:
    for basis in {week.floor.pays.slug: week.floor.pays for week in found.weeks}.values():
        name, hours = words.quoted(words.of(basis.name)), words.number(basis.base_hours or 0)
        yield line(words(
            f"Taux de base : minimum {name} divisé par {hours}. Équivalence, nuit, dimanche, "
            "sixième jour et dixième heure s'ajoutent. Taux horaires arrondis à l'affichage.",
            f"Base rate: {name} minimum divided by {hours}. Equivalence, night, Sunday, sixth day "
            "and tenth hour come on top. Hourly rates are rounded for display."))  # fmt: skip
    if not found.weeks:
        known = ", ".join(found.with_overtime)
        yield line(words(
            f"Les majorations d'heures ne sont connues ici que pour l'IDCC {known} : aucun minimum "
            "en vigueur de ce métier n'en relève.",
            f"Overtime steps are known here for IDCC {known} only, and no minimum of this job in "
            "force comes under it."))  # fmt: skip
