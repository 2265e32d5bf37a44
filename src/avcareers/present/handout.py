"""One page to hand over: a job, three places that teach it, what to ask, what to do next."""

from collections.abc import Iterator
from itertools import groupby

from avcareers.query.handout import FLOORS, Handout, is_answered_for
from avcareers.query.nearby import Near, nearest_kilometres
from avcareers.query.programmes import ProgrammeRow
from avcareers.query.school_filters import alternance_mode, campuses_of, current_fees
from avcareers.text.wording import Wording

from .job_sheet import job_sheet_page
from .jobs import job_title, other_title, short_stage
from .labels import label
from .naming import course_name
from .page import Item, Line, Page, Section, Span, joined, line
from .pay import fixed_line, pay_items
from .school_check import general_questions

NAMES = 3
"""Jobs named in one relation; the others are counted."""


def handout_page(handout: Handout, words: Wording) -> Page:
    """Present what to hand over about a job."""
    job = handout.sheet.job
    brief = {part.key: part for part in job_sheet_page(handout.sheet, words).sections}
    facts = (
        line(Span(other_title(job, words), "muted")),
        line(words.of(handout.sheet.department.name)),
        line(label(words, "level", job.level)),
    )
    return Page(
        title=line(Span(job_title(job, words), "strong")),
        lead=(joined(facts, " – "), line(words.of(job.summary))),
        sections=(
            _when(handout, words),
            brief["tasks"],
            _people(handout, words),
            brief["conditions"],
            _pay(handout, words),
            brief["ways-in"],
            _taught(handout, words),
            Section("questions", words("Trois questions à poser à une école",
                                       "Three questions to ask a school"),
                    tuple(Item(line(text), True) for text in general_questions(words))),
            _steps(handout, words),
            _sources(handout, words),
        ),
        footer=(_footer(handout, words),),
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


def _people(handout: Handout, words: Wording) -> Section:
    sheet = handout.sheet
    receivers = dict.fromkeys(passing.receiver for passing in sheet.gives)
    items = [
        Item(line(Span(f"{name}{words(' : ', ': ')}", "muted"), _names(handout, slugs, words)))
        for name, slugs in (
            (words("Répond à", "Answers to"), sheet.job.answers_to),
            (words("Encadre", "Leads"), sheet.leads),
            (words("Remet son travail à", "Hands work to"), tuple(receivers)),
            (words("Travaille avec", "Works with"), sheet.job.works_with),
        )
        if slugs
    ]
    return Section("people", words("Avec qui", "With whom"), tuple(items))


def _names(handout: Handout, slugs: tuple[str, ...], words: Wording) -> Line:
    """Name a few jobs and count the others."""
    # Leaving out one name only would save nothing.
    shown = slugs if len(slugs) <= NAMES + 1 else slugs[:NAMES]
    names = ", ".join(job_title(handout.sheet.cards[slug], words) for slug in shown)
    rest = len(slugs) - len(shown)
    return line(names, words(f" et {rest} autres", f" and {rest} others") if rest else "")


def _pay(handout: Handout, words: Wording) -> Section:
    pay = handout.sheet.pay
    items = pay_items(pay, words, FLOORS)
    if not items:
        none = words("Aucun minimum trouvé pour ce métier dans les conventions lues.",
                     "No minimum found for this job in the agreements read.")  # fmt: skip
        items = (Item(line(Span(none, "unknown"), f" {fixed_line(words)}")),)
    shown = [f for f in pay.floors if f.current and not f.below_minimum_wage][:FLOORS]
    names = {floor.agreement.idcc: words.of(floor.agreement.name) for floor in shown}
    if names:
        # The number alone says nothing to who reads on paper.
        meant = " ; " if words.language == "fr" else "; "
        said = meant.join(f"{idcc}, {name}" for idcc, name in names.items())
        items += (Item(line(Span(words("Conventions (IDCC) : ", "Agreements (IDCC): "), "muted"),
                            said)),)  # fmt: skip
    return Section("pay", words("Paie minimale", "Minimum pay"), items)


def _taught(handout: Handout, words: Wording) -> Section:
    items = [Item(line(Span(_rule(handout, words), "muted")))]
    items += [Item(_programme(row, handout, words), True) for row in handout.programmes]
    return Section("training", words("Où l'apprendre", "Where to learn it"), tuple(items))


def _rule(handout: Handout, words: Wording) -> str:
    """Say which programmes are shown, and by which rule."""
    if not handout.programmes:
        if handout.schools or handout.sheet.training.schools:
            return words("Aucune formation dont le lieu soit connu.",
                         "No programme whose place is known.")  # fmt: skip
        return words("Aucune formation du catalogue n'y mène directement.",
                     "No programme of the catalogue leads to it directly.")  # fmt: skip
    through = ""
    if handout.taught_job != handout.sheet.job.slug:
        name = job_title(handout.sheet.cards[handout.taught_job], words)
        through = words(f"Aucune formation n'y mène directement ; par un métier qui y mène, {name} : ",
                        f"No programme leads to it directly; by way of {name}: ")  # fmt: skip
    shown, every = len(handout.programmes), handout.schools
    counted = words(
        f"{shown} sur {words.count(every, ('école', 'écoles'), ('school', 'schools'))}",
        f"{shown} of {words.count(every, ('école', 'écoles'), ('school', 'schools'))}",
    )
    if handout.near:
        counted += words(" dont le lieu est connu", " whose place is known")
        rule = words(f"les plus proches de {handout.near.name}, à vol d'oiseau",
                     f"the nearest to {handout.near.name}, as the crow flies")  # fmt: skip
    else:
        rule = words("le public d'abord, puis ce dont un ministère répond, par nom d'école",
                     "public first, then answered for by a ministry, by school name")  # fmt: skip
    text = words(f"{through}{counted}, {rule}. Ni choix, ni classement.",
                 f"{through}{counted}, {rule}. Not a choice, not a ranking.")  # fmt: skip
    return text[0].upper() + text[1:]


def _programme(row: ProgrammeRow, handout: Handout, words: Wording) -> Line:
    school, programme = row.school, row.programme
    separator = words(" ; ", "; ")
    where = _where(row, handout, words)
    kind = label(words, "school-kind", school.kind)
    if school.kind != "public" and is_answered_for(row, handout.today):
        kind += words(", un ministère en répond", ", a ministry answers for it")
    award = f"{label(words, 'award', programme.award)}"
    if programme.level:
        award += words(f" de niveau {programme.level}", f" at level {programme.level}")
    length = words.years(programme.years) if programme.years else ""
    mode = label(words, "alternance", alternance_mode(programme))
    fees = current_fees(programme, handout.today)
    cost = words("non renseignés", "unknown")
    if fees:
        low = words.euros(min(known.low for known in fees))
        cost = words(f"dès {low} par an", f"from {low} a year")
    return line(
        Span(school.name, "strong"), f" ({', '.join(part for part in (where, kind) if part)})",
        words(" : ", ": "), separator.join(part for part in (
            course_name(programme, words), award, length,
            words(f"alternance : {mode}", f"alternance: {mode}"),
            words(f"frais : {cost}", f"fees: {cost}")) if part),
    )  # fmt: skip


def _where(row: ProgrammeRow, handout: Handout, words: Wording) -> str:
    """Give the nearest city it is taught in, and how far; else the first one."""
    campuses = list(campuses_of(row.school, row.programme))
    if handout.near and row.kilometres is not None:
        here = Near(handout.near, row.kilometres)
        campuses.sort(key=lambda campus: nearest_kilometres(here, (campus,), handout.places) or 0.0)
        city = str(handout.places[campuses[0].place].name)
        return f"{city}, {words.kilometres(row.kilometres)}"
    cities = list(dict.fromkeys(str(handout.places[campus.place].name) for campus in campuses))
    if len(cities) > 1:
        return words(f"{cities[0]} et ailleurs", f"{cities[0]} and elsewhere")
    return cities[0] if cities else words("lieu non renseigné", "place unknown")


def _steps(handout: Handout, words: Wording) -> Section:
    """Give three things to do: an address or a command each."""
    items = [
        Item(line(why, words(" : ", ": "), Span(what, "accent")), True)
        for why, what in (*_school_steps(handout, words), _neighbour_step(handout, words))
    ]
    return Section("steps", words("Trois pas de plus", "Three next steps"), tuple(items))


def _school_steps(handout: Handout, words: Wording) -> Iterator[tuple[str, str]]:
    job = handout.sheet.job
    if not handout.programmes:
        yield words("Voir par quels métiers on y vient", "See which jobs lead to it"), (
            f"avcareers path {job.slug}")  # fmt: skip
        yield words("Voir les premiers emplois du même département",
                    "See the first jobs of the same department"), (
            f"avcareers jobs --department {job.department} --entry")  # fmt: skip
        return
    first = handout.programmes[0].school
    if first.website:
        yield words(f"Poser ces questions, à commencer par {first.name}",
                    f"Ask these questions, {first.name} to begin with"), first.website  # fmt: skip
    else:
        yield words(f"Lire la fiche de {first.name}", f"Read the sheet of {first.name}"), (
            f"avcareers school show {first.slug}")  # fmt: skip
    near = f" --near {handout.near.slug}" if handout.near else ""
    yield (words("Voir les écoles des environs", "See the schools around") if near
           else words("Voir toutes les écoles", "See all the schools")), (
        f"avcareers schools --job {handout.taught_job}{near}")  # fmt: skip


def _neighbour_step(handout: Handout, words: Wording) -> tuple[str, str]:
    sheet = handout.sheet
    confused = (neighbour.job for neighbour in sheet.job.confused_with)
    for other in (*confused, *sheet.job.next_roles, *sheet.comes_from):
        name = job_title(sheet.cards[other], words)
        return words(f"Comparer avec {name}", f"Compare with {name}"), (
            f"avcareers compare {sheet.job.slug} {other}")  # fmt: skip
    return words("Lire toute la fiche", "Read the whole sheet"), (
        f"avcareers job show {sheet.job.slug} --full")  # fmt: skip


def _sources(handout: Handout, words: Wording) -> Section:
    """Name each publisher with what was read of it and when; the titles are in the sheet."""
    cited = []
    for publisher, group in groupby(handout.sources, key=lambda card: card.publisher):
        cards = list(group)
        read = words.day(max(card.read_on for card in cards))
        texts = words.count(len(cards), ("source", "sources"), ("source", "sources"))
        count = f"{texts}, " if len(cards) > 1 else ""
        cited.append(line(publisher, Span(f" ({count}{read})", "muted")))
    name = words("Sources (lues pour la dernière fois le)", "Sources (last read on)")
    return Section("sources", name, (Item(joined(cited, words(" ; ", "; "))),))


def _footer(handout: Handout, words: Wording) -> Line:
    job = handout.sheet.job
    today, reviewed = words.day(handout.today), words.day(job.reviewed)
    return line(Span(words(f"Imprimé le {today} ; fiche relue le {reviewed}. Fiche entière : ",
                           f"Printed on {today}; sheet reviewed on {reviewed}. Whole sheet: "),
                     "muted"),
                Span(f"avcareers job show {job.slug} --full", "accent"))  # fmt: skip

