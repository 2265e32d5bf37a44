"""The page that says whether a school is recognised, what may mislead, and what to ask it."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from avcareers.query.public_nearby import Nearest
from avcareers.query.school_check import Point, SchoolCheck
from avcareers.text.wording import Wording

from .answers import renewal_phrase
from .costs import amounts, unknown_cost
from .facts import alternance_and_fees, away_phrase, contact_line, registration_phrase
from .glosses import glossed
from .labels import entry_level_short
from .naming import in_a_line, short_stage
from .page import Item, Next, Page, Section, Span, joined, line
from .school_programmes import doubt_items, names_phrase, taught
from .school_questions import RULES, Raised, questions
from .school_recognised import diploma_items, recognised_items
from .school_recognition import cited

if TYPE_CHECKING:
    from avcareers.query.recognition import Standing

Facts = dict[str, Any]


DISCLAIMER = ("Des faits et des absences de faits, avec leur source. Ni note, ni verdict.",
              "Facts and missing facts, with their source. No score, no verdict.")  # fmt: skip
"""What a check is, and is not."""


def school_check_page(check: SchoolCheck, words: Wording) -> Page:
    """Present what is recognised, what may mislead, what to ask, and what is public nearby."""
    raised = {rule: list(group) for rule, group in groupby(check.points, key=lambda p: p.rule)}
    sections = (
        Section("recognised", words("Reconnu ?", "Recognised?"),
                tuple(recognised_items(check, words)), least=3),
        *_group(MISLEADING, words("Ce qui peut tromper", "What may mislead"), raised, check, words),
        Section("diplomas", words("Diplômes", "Diplomas"), tuple(diploma_items(check, words)),
                heading=words("Diplôme par diplôme", "Diploma by diploma")
                if any(rule in raised for rule in MISLEADING) else ""),
        Section("questions", words("À demander", "To ask"), tuple(
            Item(line(question), True) for question in questions(check, words))),
        Section("public", words("En public", "State schools"), tuple(_public(check, words))),
        *_group(UNSURE, words("Ce qui reste à savoir", "What is still to be known"), raised, check,
                words),
        Section("register", words("Vérifier soi-même au registre", "See for yourself in the register"),
                tuple(_addresses(check, words))),
        Section("doubts", words("Doutes", "Doubts"), tuple(doubt_items(check.sheet, words))),
        Section("explained", words("Les règles", "The rules"), tuple(_explained(raised, words))),
    )  # fmt: skip
    day = words.day(check.today)
    page = Page(
        title=line(Span(check.sheet.school.name, "strong"),
                   words(f" – est-ce reconnu ? (au {day})", f" – is it recognised? (on {day})")),
        lead=(
            line(Span(words(*DISCLAIMER), "muted")),
            contact_line(check.sheet, words),
            *((line(words.of(note)),) if (note := check.sheet.school.kind_note) else ()),
        ),
        sections=tuple(section for section in sections if section.items),
        next=(
            Next(words.command("school", "show", check.slug),
                 words("toute la fiche", "the whole sheet")),
        ),
    )  # fmt: skip
    return glossed(page, words)


MISLEADING = ("offer-closed", "registration-expired", "registration-ending", "grant-unsure", "no-registration", "state-name",
              "commercial-name")  # fmt: skip
"""Rules about what a name or an old registration may make one believe."""
UNSURE = ("registration-end-unknown", "length-unsure", "total-cost", "fees-unknown", "employer",
          "alternance-unknown", "offer-old")  # fmt: skip
"""Rules about what is known in part, or not at all. What a diploma is, and who answers, is said first."""


def _group(
    rules: tuple[str, ...], heading: str, raised: Raised, check: SchoolCheck, words: Wording
) -> Iterator[Section]:
    for rule in (rule for rule in rules if rule in raised):
        items = tuple(_facts(raised[rule], check, words))
        yield Section(rule, words(*RULES[rule][0]), items, heading=heading)
        heading = ""


def _explained(raised: Raised, words: Wording) -> Iterator[Item]:
    """Yield the topics that explain the rules, each once, on one line."""
    topics = dict.fromkeys(RULES[rule][2] for rule in raised)
    if topics:
        commands = (line(Span(words.command("explain", topic), "command")) for topic in topics)
        yield Item(joined(commands, " · "))


def _addresses(check: SchoolCheck, words: Wording) -> Iterator[Item]:
    """Yield the sheet of each RNCP number at France compétences, on one line: on paper, one whole."""
    if check.register_pages:
        first, *others = check.register_pages
        if not words.aside(first):
            others = [f"…/{url.rstrip('/').rpartition('/')[2]}" for url in others]
        addresses = (line(Span(url, "accent")) for url in (first, *others))
        yield Item(joined(addresses, words(" ; ", "; ")))


def _facts(points: list[Point], check: SchoolCheck, words: Wording) -> Iterator[Item]:
    """Yield each fact once, with all the programmes it holds for."""
    holding: dict[str, list[Point]] = {}
    for point in points:
        holding.setdefault(_SAID[point.rule](point.facts, words), []).append(point)
    for said, same in holding.items():
        programmes = taught((point.programme for point in same), check.sheet)
        which = names_phrase(programmes, check.sheet, words)
        named = line(Span(which, "strong"), words(" : ", ": ")) if which else line()
        text = said if which else said[0].upper() + said[1:]
        sources = dict.fromkeys(point.source for point in same if point.source)
        # Several pages of one publisher, read on one day, are cited alike.
        alike = dict.fromkeys(cited(each, check.sheet, words) for each in sources)
        yield Item(line(named, text, *alike), True)


def _closed(facts: Facts, words: Wording) -> str:
    day = words.part_day(facts["closed"])
    return words(f"dite fermée en {day}.", f"said to have closed in {day}.")


def _ended(standing: "Standing", facts: Facts, words: Wording) -> str:
    until = registration_phrase(facts["expires"], standing, words)
    said = words(f"RNCP {facts['number']}, inscription {until}",
                 f"RNCP {facts['number']}, registration {until}")  # fmt: skip
    after = ", ".join(slug.removeprefix("rncp-") for slug in facts["successors"])
    if after:
        said += words(f" ; suite connue : RNCP {after}", f"; known successor: RNCP {after}")
    else:
        said += words(" ; aucune suite trouvée", "; no successor found")
    return f"{said}."


def _endless(_facts: Facts, words: Wording) -> str:
    return words("inscription au RNCP d'échéance inconnue.", "RNCP registration, end unknown.")


def _unregistered(_facts: Facts, words: Wording) -> str:
    return words("diplôme d'école, sans numéro RNCP trouvé.",
                 "school diploma, no RNCP number found.")  # fmt: skip


def _unanswered(_facts: Facts, words: Wording) -> str:
    return words("d'après les sources lues, aucun ministère ne répond de l'école ni du diplôme.",
                 "in the sources we read, no ministry stands behind the school or the diploma.")  # fmt: skip


def _unsure_grant(facts: Facts, words: Wording) -> str:
    visa = facts["award"] == "visa"
    what = words("visa de l'État" if visa else "grade", "State's visa" if visa else "degree")
    if facts["until"] is None:
        return words(f"échéance du {what} inconnue.", f"end of the {what} unknown.")
    return f"{renewal_phrase(facts['until'], words)}."


def _state_name(facts: Facts, words: Wording) -> str:
    name = words.quoted(facts["name"])
    return words(f"le nom comprend {name}, grade que seul l'État confère.",
                 f"its name includes {name}, a degree that only the State confers.")  # fmt: skip


def _commercial_name(facts: Facts, words: Wording) -> str:
    name = words.quoted(facts["name"])
    return words(f"{name} est un nom commercial, pas un grade.",
                 f"{name} is a commercial name, not a degree.")  # fmt: skip


def _length(facts: Facts, words: Wording) -> str:
    years = words.years(facts["years"])
    return words(f"{years}, d'après le titre : c'est son dernier cycle, le cursus de l'école peut être plus long.",
                 f"{years}, according to the title: that is its last cycle, the school's course may be longer.")  # fmt: skip


def _cost(facts: Facts, words: Wording) -> str:
    total = amounts(facts["low"], facts["high"], words, "sentence")
    years = words.years(facts["years"])
    return words(f"{total} pour {years}, aux frais de {facts['year']}.",
                 f"{total} for {years}, at the fees of {facts['year']}.")  # fmt: skip


def _unknown_fees(facts: Facts, words: Wording) -> str:
    said = words("frais non renseignés", "fees unknown")
    if facts["read"]:
        said = unknown_cost(facts["read"], words)
    if facts["apprentice"]:
        said += words(" ; 0 € si un employeur signe (apprentissage)",
                      "; €0 if an employer signs (apprenticeship)")  # fmt: skip
    return f"{said}."


def _employer(facts: Facts, words: Wording) -> str:
    if facts["before"]:
        return words("le contrat se signe avant l'entrée.", "the contract is signed before entry.")
    if facts["mode"] == "likely":
        return words("alternance probable, sans source qui nomme la formation.",
                     "alternance likely, though no source names the programme.")  # fmt: skip
    return words("en alternance, mais aucune source ne dit si un employeur est garanti.",
                 "in alternance, but no source says whether an employer is guaranteed.")  # fmt: skip


def _unknown_alternance(_facts: Facts, words: Wording) -> str:
    return words("alternance non renseignée.", "alternance unknown.")


def _old_offer(facts: Facts, words: Wording) -> str:
    session = facts["session"]
    return words(f"dernière session vue : {session}.", f"last session seen: {session}.")


_SAID: dict[str, Callable[[Facts, Wording], str]] = {
    "offer-closed": _closed,
    "registration-expired": partial(_ended, "expired"),
    "registration-ending": partial(_ended, "in-force"),
    "registration-end-unknown": _endless,
    "no-registration": _unregistered,
    "no-ministry": _unanswered,
    "grant-unsure": _unsure_grant,
    "state-name": _state_name,
    "commercial-name": _commercial_name,
    "length-unsure": _length,
    "total-cost": _cost,
    "fees-unknown": _unknown_fees,
    "employer": _employer,
    "alternance-unknown": _unknown_alternance,
    "offer-old": _old_offer,
}


def _public(check: SchoolCheck, words: Wording) -> Iterator[Item]:
    """Yield each public school with what it asks, its price and how near it is, then its programmes."""
    alike: dict[tuple[str, str], list[Nearest]] = {}
    for nearest in check.nearest_public:
        facts = f"{_away(nearest, check, words)}{_entry_and_price(nearest, words)}"
        alike.setdefault((nearest.course.school, facts), []).append(nearest)
    for (slug, facts), found in alike.items():
        where = Span(words.command("school", "show", slug), "command")
        name = where if words.names_pages else Span(found[0].course.taught_by.name, "strong")
        each = words(" ; ", "; ").join(_of_trade(nearest, check, words) for nearest in found)
        if all(nearest.same_diploma for nearest in found):
            each += words(" (le même diplôme)", " (the same diploma)")
        after = () if words.names_pages else (" – ", where)
        yield Item(line(name, f"{facts} – {each}", *after), True)
    if check.unserved:
        names = words.list(map(check.sheet.city, check.unserved))
        seen = words.command("schools", "--kind", "public", "--near", check.unserved[0])
        yield Item(
            line(Span(names, "strong"), words(" : voir ", ": see "), Span(seen, "command")), True
        )
    if check.national_contests:
        names = words.list(each.name for each in check.national_contests)
        level = entry_level_short(words, min(each.entry_level for each in check.national_contests))
        yield Item(line(words(f"Sur concours, dès {level}, écoles nationales : {names}.",
                              f"By competition, from {level}, national schools: {names}.")), True)  # fmt: skip


def _entry_and_price(nearest: Nearest, words: Wording) -> str:
    entry = words.unknown
    if nearest.entry_level is not None:
        entry = entry_level_short(words, nearest.entry_level)
    facts = (words(f"entrée : {entry}", f"entry: {entry}"),
             *alternance_and_fees(nearest.judged, words,
                                  also_apprentice=nearest.also_apprentice))  # fmt: skip
    return f" – {words(' ; ', '; ').join(facts)}"


def _of_trade(nearest: Nearest, check: SchoolCheck, words: Wording) -> str:
    """Name a programme after the trades of the school that it teaches: « son : BTS… »."""
    names = (words.of(check.departments[slug].name) for slug in nearest.departments)
    trades = words.list(in_a_line(short_stage(name)) for name in names)
    known = [words.years(nearest.years)] if nearest.years else []
    if (
        (last := nearest.last_session)
        and last.counted_as == "applicants"
        and last.admitted
        and last.candidates
    ):
        got, asked = words.number(last.admitted), words.number(last.candidates)
        known.append(
            words(
                f"{got} admis sur {asked} en {last.session}",
                f"{got} in of {asked} in {last.session}",
            )
        )
    aside = ", ".join(known)
    title = nearest.course.taught.title
    return f"{trades}{words(' : ', ': ')}{title}{f' ({aside})' if aside else ''}"


def _away(nearest: Nearest, check: SchoolCheck, words: Wording) -> str:
    city = check.sheet.city(nearest.campus) if nearest.campus else ""
    said = away_phrase(nearest, city, ("de l'école", "from the school"), words)
    return f" – {said}" if said else ""
