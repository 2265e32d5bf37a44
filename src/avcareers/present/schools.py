"""The page of a list of schools, with what was counted and what was left out."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from math import ceil

from avcareers.query.dearer import Dearer
from avcareers.query.filters.declaration import in_use, written
from avcareers.query.filters.judging import REASONS
from avcareers.query.filters.schools import UNVERIFIED
from avcareers.query.filters.widening import ROUNDED_TO
from avcareers.query.schools import SchoolList, SchoolRow, around_the_first
from avcareers.text.wording import Wording

from .answers import answers_cell, authorities_cell
from .costs import age_phrase, summary_cell
from .facts import alternance_cell, apprentices_note, cities_cell, kilometres_cell, kind_cell
from .labels import label, values_asked
from .naming import course_name, job_title, offer_mark, part_phrase
from .openings import named_when_few, opening_lines
from .page import Column, Gloss, Line, Next, Page, Row, Span, joined, line
from .tables import asked_about, table_of
from .training import untaught_lines

PROGRAMMES_NAMED = 3
"""Programmes a row names before it counts the others."""
OPTIONS_NAMED = 2
"""Options of one award that a row names; of more, it gives their number."""


def school_list_page(found: SchoolList, words: Wording) -> Page:
    """Present a list of schools."""
    filters = found.filters
    columns = [
        Column("slug", words("Clé", "Key"), 20, plain_only=True),
        Column("name", words("École", "School"), 15, ratio=4),
        Column("place", words("Ville", "City"), 12, ratio=2),
        Column("kind", words("Statut", "Kind"), 11, ratio=0, rank=4, plain_only=True),
        Column("recognised", words("Un ministère répond de", "A ministry stands behind"), 14,
               ratio=1, rank=2),
        Column("authorities", words("Ministères", "Ministries"), 13, ratio=0, rank=4),
        Column("programmes", words("Formations retenues", "Matching programmes"), 16, ratio=5,
               rank=3),
        Column("alternance", words("Alternance", "Alternance"), 10, ratio=0, rank=2),
        Column("fees", words("Par an", "Per year"), 13, ratio=0, rank=1, right=True),
    ]  # fmt: skip
    if filters.near:
        columns.insert(3, Column("distance", "km", 4, ratio=0, right=True))
    counted = _counted(found, words)
    counted += out_of(found.of_kind, found, words)
    if len(found.schools) < found.matching:
        counted += words(f", {len(found.schools)} affichées", f", {len(found.schools)} shown")
    return Page(
        title=line(Span(words("Les écoles", "Schools"), "strong"), f" – {counted}"),
        table=table_of(words, columns, tuple(_row(row, found, words) for row in found.schools),
                       asked_about(filters, found.order)),
        empty=words("Aucune école ne répond à tous ces critères.",
                    "No school meets all these criteria."),
        instead=tuple(
            opening_lines(found.openings, ("schools",), partial(_said, words=words), words)
        ),
        footer=tuple(footer(found, words)),
        glosses=tuple(_parts(found, words)),
        next=tuple(_next(found, words)) if found.schools else (),
    )  # fmt: skip


def out_of(known: int, found: SchoolList, words: Wording) -> str:
    """Return of how many a list keeps some: of all, or of the kinds of school asked for."""
    number = words.number(known)
    said = words(f" sur {number}", f" out of {number}")
    if not found.filters.kinds:
        return said
    named = (label(words, "school-kind", kind) for kind in found.filters.kinds)
    kinds = words(" ou ", " or ").join(named)
    return said + words(f" de statut {kinds}", f" of this kind ({kinds})")


def _counted(found: SchoolList, words: Wording) -> str:
    return words.count(found.matching, ("école", "écoles"), ("school", "schools"))


def _said(found: SchoolList, words: Wording) -> str:
    """Count the schools of a list, named when they are few."""
    names = [row.school.name for row in found.schools]
    return named_when_few(_counted(found, words), names, found.matching)


def _row(row: SchoolRow, found: SchoolList, words: Wording) -> Row:
    held = row.held

    def part(some: int) -> Span:
        return Span(part_phrase(some, held.among, words), "muted")

    cells: list[Line] = [
        line(row.school.slug),
        line(Span(row.school.name, "strong")),
        cities_cell(row.cities, words),
        kind_cell(row.school.kind, words),
        answers_cell(row, words),
        authorities_cell(row, words),
        _programmes(row, words),
        (*alternance_cell(row.alternance, words), part(held.alternance)),
        summary_cell(row.costs, found.filters.routes_paid, words),
    ]
    if found.filters.near:
        cells.insert(3, kilometres_cell(row.kilometres, words))
    return Row(tuple(cells))


def _programmes(row: SchoolRow, words: Wording) -> Line:
    """Name the programmes, the options of one award together."""
    options: dict[str, list[str]] = {}
    for programme in row.programmes:
        award, _, option = course_name(programme.record, words).partition(", option ")
        mark = offer_mark(programme, words)
        award, option = (award, option + mark) if option else (award + mark, option)
        options.setdefault(award, [])
        if option and option not in options[award]:
            options[award].append(option)
    names = [f"{award} ({_options(some, words)})" if some else award
             for award, some in options.items()]  # fmt: skip
    named = [line(name) for name in names[:PROGRAMMES_NAMED]]
    kept = part_phrase(len(row.programmes), row.taught, words).strip(" ()")
    if kept and named:
        named[0] = line(Span(kept + words(" : ", ": "), "muted"), *named[0])
    more = len(names) - PROGRAMMES_NAMED
    if more > 0:
        named.append(line(Span(f"+{more}", "muted")))
    return joined(named, "; ")


def _options(some: list[str], words: Wording) -> str:
    """Name one or two options, told apart by what is doubtful; count more."""
    if len(some) <= OPTIONS_NAMED or any(option.endswith(")") for option in some):
        return ", ".join(some)
    return words(f"{len(some)} options", f"{len(some)} options")


def footer(found: SchoolList, words: Wording, *, programmes: bool = False) -> Iterator[Line]:
    """Return what stands in for programmes, what filters mean, what was left out, and why.

    What was left out is counted in schools or, under a list of programmes, in programmes.
    """
    for one in found.untaught:
        names = (job_title(job, words) for job in one.below)
        yield from map(line, untaught_lines(one.job, names, words))
    for entry, asked in in_use(found.filters):
        if entry.means:
            said = words(*entry.means).format(words.list(values_asked(entry, asked, words)))
            yield line(Span(said, "muted"))
    if any(programme.offer_to_check for row in found.schools for programme in row.programmes):
        yield line(Span(words(
            "« offre à vérifier » : le titre est échu au registre, une source dit l'école fermée, ou la "
            "dernière session lue est trop ancienne ; la formation a pu fermer, ou mener à un autre titre.",
            "“offer to be checked”: its title has expired in the register, a source says the school "
            "closed, or the last session read is too old; the course may have closed, or lead to another "
            "title."), "warn"))  # fmt: skip
    if "rncp" in found.filters.awards:
        yield _registrations(found, words)
    yield from _old_rates(found, words)
    if counted := words.list(_left_out(found, words, programmes=programmes)):
        day = words.day(found.today)
        yield line(
            Span(words(f"Écartées au {day} : ", f"Left out on {day}: "), "strong"), f"{counted}."
        )
    free = {
        each.route for row in found.schools for each in row.costs.by_status if not each.high_eur
    }
    if "apprentissage" in free and found.filters.max_fees is not None:
        yield line(Span(words("« 0 € en apprentissage » : c'est à l'élève de trouver un employeur.",
                              "“€0 as an apprentice”: it is for the student to find an employer."), "warn"))  # fmt: skip
    listed = (programme for row in found.schools for programme in row.programmes)
    yield from apprentices_note(listed, words)
    if found.dearer:
        yield _dearer(found.dearer, words)
    if found.filters.unverified:
        yield line(Span(words("Avec --include-unverified, ce qui est probable ou sans échéance "
                              "connue est affiché : à vérifier.",
                              "With --include-unverified, what is likely or has no known end is "
                              "shown: check it."), "warn"))  # fmt: skip


def _registrations(found: SchoolList, words: Wording) -> Line:
    """Count the programmes listed by whether the title they lead to is registered, on the day."""
    held = Counter(
        programme.answers.registration
        for row in found.schools
        for programme in row.programmes
        if programme.record.award == "rncp"
    )
    ended, current = held["expired"], held["in-force"]
    unknown = held.total() - ended - current
    day = words.day(found.today)
    finished = words.count(ended, ("échu", "échus"), ("ended", "ended"))
    said = words(
        f"Titres inscrits au RNCP, formation par formation, au {day} : {current} en "
        f"vigueur, {finished}, {unknown} d'échéance non renseignée. ",
        f"Titles registered in the RNCP, programme by programme, on {day}: {current} in "
        f"force, {finished}, {unknown} of unknown end. ")  # fmt: skip
    return line(said, Span(words(
        "L'inscription n'est pas la reconnaissance d'un ministère.",
        "Registration is no recognition by a ministry."), "muted"))  # fmt: skip


def _dearer(dearer: Dearer, words: Wording) -> Line:
    """Return how many schools cost more than what was asked, and the public one to look at first."""
    head = Span(words("Plus chères : ", "Dearer: "), "strong")
    said = words.count(dearer.schools, ("école", "écoles"), ("school", "schools"))
    if dearer.eur_per_year is None:
        return line(head, said, words(", aucune publique.", ", none of them public."))
    euros = words.euros(dearer.eur_per_year)
    which = words("publique" if dearer.public == 1 else "publiques", "public")
    part = "" if dearer.public == dearer.schools else words(
        f"dont {dearer.public} ", f"{dearer.public} of them ")  # fmt: skip
    said += words(f", {part}{which} – {dearer.name}, {euros} par an",
                  f", {part}{which} – {dearer.name}, {euros} a year")  # fmt: skip
    option = words.option(f"--max-fees {ceil(dearer.eur_per_year / ROUNDED_TO) * ROUNDED_TO}", "")
    told = words(" ; bourses : ", "; grants: ")
    return line(head, said, words(" : ", ": ") if option else "", option, told,
                Span(words.command("explain", "frais-et-bourses"), "command"))  # fmt: skip


def _parts(found: SchoolList, words: Wording) -> Iterator[Gloss]:
    """Yield what « (1 sur 3) » means, where it stands in a row."""
    if any(row.joined for row in found.schools):
        among = words(", ici celles en alternance", ", here those in alternance,")
        among = among if found.filters.alternance else ""
        each = words.option(words(" ; --programmes les donne une à une",
                                  "; --programmes gives them one by one"), "")  # fmt: skip
        said = line(Span(words(
            f"« 1 sur 3 » : cela ne vaut que d'une des trois formations retenues{among}, pas toujours "
            "la même d'une colonne à l'autre",
            f"“1 of 3”: this holds of one of the three matching programmes{among} only, not always "
            "the same from one column to the next") + each + ".", "muted"))  # fmt: skip
        yield Gloss(words(r"\d (diplômes? )?sur \d", r"\d of \d"), said)


def _old_rates(found: SchoolList, words: Wording) -> Iterator[Line]:
    """Yield of which school year the national rates of the rows are, when that is not this one."""
    costs = (c for row in found.schools for programme in row.programmes for c in programme.costs)
    rates: dict[tuple[str, str], set[float]] = {}
    for cost in costs:
        if cost.origin == "rule" and cost.school_year and cost.years_ago and cost.eur_per_year:
            dated = cost.school_year, age_phrase(cost, words)
            rates.setdefault(dated, set()).add(cost.eur_per_year)
    for (year, age), euros in rates.items():
        listed = words.list(map(words.euros, sorted(euros)))
        yield line(Span(words(f"{listed} par an : tarif national de {year}, {age}.",
                              f"{listed} a year: national rate of {year}, {age}."), "muted"))  # fmt: skip


def _left_out(found: SchoolList, words: Wording, *, programmes: bool) -> Iterator[str]:
    """Yield how many schools or programmes are left out, with how many for each reason."""
    schools = ("école", "écoles"), ("school", "schools")
    noun = (("formation", "formations"), ("programme", "programmes")) if programmes else schools
    reasons = (
        found.programmes_left_out
        if programmes
        else {left.reason: left.schools for left in found.left_out}
    )
    if reasons:
        each = (
            f"{words(*REASONS[reason])}{words(' : ', ': ')}{words.number(count)}"
            + (_priced(found, words) if reason == "fees-unknown" and not programmes else "")
            for reason, count in reasons.items()
        )
        total = words.count(sum(reasons.values()), *noun)
        yield f"{total} ({words(' ; ', '; ').join(each)})"
    if programmes and found.without_programmes:
        silent = words.count(found.without_programmes, *schools)
        yield words(f"{silent} dont aucune formation n'est renseignée",
                    f"{silent} with no known programme")  # fmt: skip


def _priced(found: SchoolList, words: Wording) -> str:
    """Return of how many schools without a price an amount is on the sheet all the same."""
    some = words.number(found.priced)
    return words(f", dont {some} avec un montant ancien, non daté ou partiel, sur la fiche",
                 f", {some} of them with an amount, old, undated or a part, on the sheet") if found.priced else ""  # fmt: skip


def _next(found: SchoolList, words: Wording) -> Iterator[Next]:
    yield Next(
        words.command("school", "show", found.schools[0].school.slug),
        words("la fiche de l'école", "the school's sheet"),
    )
    if not found.filters.unverified and any(x.reason in UNVERIFIED for x in found.left_out):
        also = found.filters._replace(unverified=True)
        yield Next(words.command("schools", *written(also)),
                   words("avec ce qui reste à vérifier",
                         "with what remains to be checked"))  # fmt: skip
    around = around_the_first(found)
    if around and around.near:
        city = around.near.place.name
        yield Next(words.command("schools", *written(around)),
                   words(f"autour {words.of_place(city)}", f"around {city}"))  # fmt: skip
