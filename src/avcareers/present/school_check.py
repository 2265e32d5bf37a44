"""The page that says whether a school is recognised, what may mislead, and what to ask it."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from avcareers.query.public_nearby import Nearest
from avcareers.query.school_check import Point, SchoolCheck
from avcareers.text.wording import Wording

from .answers import PRESUPPOSING, renewal_phrase
from .costs import amounts, unknown_cost
from .facts import contact_line, registration_phrase
from .glosses import glossed
from .naming import job_title
from .page import Item, Next, Page, Section, Span, joined, line
from .school_programmes import doubt_items, names_phrase, taught
from .school_recognised import diploma_items, recognised_items
from .school_recognition import cited

Facts = dict[str, Any]

JOBS = 2
"""Jobs a public programme shares that are named before the others are counted."""
QUESTIONS = 4
"""Questions to ask at the open day, at most."""
FILLED = 3
"""Questions that there are in any case: the last may be one for any school."""
NAMED = 2
"""Programmes a question names; one about more of them names none."""


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
            Item(line(question), True) for question in _questions(check, words))),
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
        lead=(line(Span(words(
            "Des faits et des absences de faits, avec leur source. Ni note, ni verdict.",
            "Facts and missing facts, with their source. No score, no verdict."), "muted")),
            contact_line(check.sheet, words)),
        sections=tuple(section for section in sections if section.items),
        next=(
            Next(words.command("school", "show", check.slug),
                 words("toute la fiche", "the whole sheet")),
        ),
    )  # fmt: skip
    return glossed(page, words)


Raised = dict[str, list[Point]]
"""Points by rule."""

MISLEADING = ("registration-expired", "grant-unsure", "no-registration", "state-name",
              "commercial-name")  # fmt: skip
"""Rules about what a name or an old registration may make one believe."""
UNSURE = ("registration-unlinked", "registration-end-unknown", "total-cost", "fees-unknown", "employer",
          "alternance-unknown", "offer-old")  # fmt: skip
"""Rules about what is known in part, or not at all. That no ministry answers is said first."""


def _group(
    rules: tuple[str, ...], heading: str, raised: Raised, check: SchoolCheck, words: Wording
) -> Iterator[Section]:
    for rule in (rule for rule in rules if rule in raised):
        items = tuple(_facts(raised[rule], check, words))
        yield Section(rule, words(*_RULES[rule][0]), items, heading=heading)
        heading = ""


def _questions(check: SchoolCheck, words: Wording) -> list[str]:
    """Return the questions, one of each subject first: school, diploma, cost and alternance.

    What is asked of a few programmes only names them: of the others the answer is known.
    """
    raised = _to_ask(check)
    first: dict[str, str] = {}
    for rule in raised:
        first.setdefault(_SUBJECTS.get(rule, "diploma"), rule)
    asked = [*dict.fromkeys((*first.values(), *raised))][: max(len(first), FILLED)]
    questions = [_asked_of(raised[rule], words(*_RULES[rule][1]), check, words) for rule in asked]
    return [*questions, *([words(*_COHORT)] if len(questions) < FILLED else [])][:QUESTIONS]


def _to_ask(check: SchoolCheck) -> Raised:
    """Return what raises each question, the most deciding first."""
    raised: Raised = {}
    for point in check.points:
        likely = point.rule == "employer" and point.facts["mode"] == "likely"
        raised.setdefault("alternance-likely" if likely else point.rule, []).append(point)
    sheet = check.sheet
    unread = sheet.answers.answer("school") != "in-force" and sheet.visa in PRESUPPOSING
    if unread and sheet.school.kind != "public":
        raised["order-unread"] = []
    return {rule: raised[rule] for rule in _RULES if rule in raised}


def _asked_of(points: list[Point], question: str, check: SchoolCheck, words: Wording) -> str:
    programmes = taught((point.programme for point in points), check.sheet)
    if not programmes or len(programmes) > min(NAMED, len(check.sheet.programmes) - 1):
        return question
    which = names_phrase(programmes, check.sheet, words)
    return f"{which}{words(' : ', ': ')}{question[0].lower()}{question[1:]}"


_SUBJECTS = {
    "order-unread": "school", "total-cost": "cost", "fees-unknown": "cost", "employer": "alternance",
    "alternance-likely": "alternance", "alternance-unknown": "alternance", "offer-old": "offer",
}  # fmt: skip
"""What the question of a rule is about, when that is not the diploma."""


def _explained(raised: Raised, words: Wording) -> Iterator[Item]:
    """Yield the topics that explain the rules, each once, on one line."""
    topics = dict.fromkeys(_RULES[rule][2] for rule in raised)
    if topics:
        commands = (line(Span(words.command("explain", topic), "command")) for topic in topics)
        yield Item(joined(commands, " · "))


def _addresses(check: SchoolCheck, words: Wording) -> Iterator[Item]:
    """Yield the sheet of each RNCP number at France compétences, on one line."""
    if check.register_pages:
        addresses = (line(Span(url, "accent")) for url in check.register_pages)
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
        yield Item(line(named, text, *(cited(each, check.sheet, words) for each in sources)), True)


def _ended(facts: Facts, words: Wording) -> str:
    until = registration_phrase(facts["expires"], "expired", words)
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


def _unlinked(facts: Facts, words: Wording) -> str:
    numbers = ", ".join(facts["numbers"])
    return words(f"aucune page lue ne dit que la formation mène à un titre du RNCP ; à demander : RNCP {numbers}.",
                 f"no page read says that the programme leads to an RNCP title; ask about RNCP {numbers}.")  # fmt: skip


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
    "registration-expired": _ended,
    "registration-end-unknown": _endless,
    "registration-unlinked": _unlinked,
    "no-registration": _unregistered,
    "no-ministry": _unanswered,
    "grant-unsure": _unsure_grant,
    "state-name": _state_name,
    "commercial-name": _commercial_name,
    "total-cost": _cost,
    "fees-unknown": _unknown_fees,
    "employer": _employer,
    "alternance-unknown": _unknown_alternance,
    "offer-old": _old_offer,
}

_COHORT = (
    "Quel est le taux d'emploi, de quelle promotion, sur combien de réponses, à combien de mois ?",
    "What is the employment rate, of which year group, from how many replies, after how many months?",
)

_Rule = tuple[tuple[str, str], tuple[str, str], str]
_RULES: dict[str, _Rule] = {
    "order-unread": (
        ("Arrêté non trouvé", "Order not found"),
        ("Quel arrêté reconnaît l'école, et de quelle date ?",
         "Which order recognises the school, and of what date?"),
        "reconnu-par-l-etat",
    ),
    "registration-expired": (
        ("Inscription échue", "Registration ended"),
        ("Sous quel numéro RNCP, valable jusqu'à quand, ma promotion sera-t-elle diplômée ?",
         "Under which RNCP number, valid until when, will my year graduate?"),
        "rncp",
    ),
    "grant-unsure": (
        ("Visa ou grade à vérifier", "Visa or degree to check"),
        ("Jusqu'à quand le visa ou le grade est-il accordé, et par quel arrêté ?",
         "Until when does the visa or the degree run, and which order grants it?"),
        "visa-et-grade",
    ),
    "registration-end-unknown": (
        ("Échéance inconnue", "End unknown"),
        ("Jusqu'à quand l'enregistrement au RNCP court-il, et est-il en cours de renouvellement ?",
         "Until when does the RNCP registration run, and is a renewal under way?"),
        "rncp",
    ),
    "registration-unlinked": (
        ("Un titre, sans lien lu", "A title, no link read"),
        ("La formation mène-t-elle à un titre inscrit au RNCP, sous quel numéro, jusqu'à quand ?",
         "Does the programme lead to a title in the RNCP, under which number, until when?"),
        "rncp",
    ),
    "no-registration": (
        ("Diplôme d'école", "School diploma"),
        ("Le diplôme est-il inscrit au RNCP, et qui le délivre ?",
         "Is the diploma in the RNCP, and who delivers it?"),
        "rncp",
    ),
    "no-ministry": (
        ("Aucun ministère", "No ministry"),
        ("Un ministère répond-il de l'école ou du diplôme, et quel texte le dit ?",
         "Does a ministry stand behind the school or the diploma, and which text says so?"),
        "reconnu-par-l-etat",
    ),
    "state-name": (
        ("Un nom de grade", "Name of a degree"),
        ("Ce diplôme confère-t-il le grade, et par quel arrêté ?",
         "Does this diploma confer the degree, and which order says so?"),
        "visa-et-grade",
    ),
    "commercial-name": (
        ("Nom commercial", "Commercial name"),
        ("Quel est l'intitulé officiel du titre, et son niveau au RNCP ?",
         "What is the official name of the title, and its RNCP level?"),
        "visa-et-grade",
    ),
    "fees-unknown": (
        ("Frais inconnus", "Fees unknown"),
        ("Combien coûtent toutes les années, inscription et matériel compris ?",
         "What do all the years cost, registration and equipment included?"),
        "frais-et-bourses",
    ),
    "total-cost": (
        ("Coût total", "Total cost"),
        ("Que reste-t-il à payer en plus : inscription, matériel, frais de concours ?",
         "What is still to be paid on top: registration, equipment, exam fees?"),
        "frais-et-bourses",
    ),
    "alternance-likely": (
        ("Alternance probable", "Alternance likely"),
        ("L'alternance, qui n'est que probable, se fait-elle vraiment, et quelles années ?",
         "Alternance is only likely: is it really done, and in which years?"),
        "alternance",
    ),
    "employer": (
        ("L'employeur", "The employer"),
        ("Combien d'élèves n'ont pas trouvé d'employeur, et que deviennent-ils ?",
         "How many students found no employer, and what becomes of them?"),
        "cfa-et-employeur",
    ),
    "alternance-unknown": (
        ("Alternance inconnue", "Alternance unknown"),
        ("La formation se fait-elle en alternance, quelles années, et qui cherche l'employeur ?",
         "Is the programme done in alternance, which years, and who looks for the employer?"),
        "alternance",
    ),
    "offer-old": (
        ("Ouverture à vérifier", "Still running?"),
        ("La formation ouvre-t-elle encore, et quand est la prochaine rentrée ?",
         "Is the programme still running, and when does it next start?"),
        "parcoursup",
    ),
}  # fmt: skip
"""For each rule: its title, the question it raises, and the topic that explains it. The question that
decides most comes first."""

_GENERAL = ("registration-expired", "fees-unknown")
"""Rules whose question holds for any school."""


def general_questions(words: Wording) -> tuple[str, ...]:
    """Return the three questions to ask any school: what it delivers, its whole cost, its figures."""
    return (*(words(*_RULES[rule][1]) for rule in _GENERAL), words(*_COHORT))


def _public(check: SchoolCheck, words: Wording) -> Iterator[Item]:
    """Yield the public programmes nearest to the campuses, and what they share."""
    for nearest in check.nearest_public:
        school, programme = nearest.course.taught_by, nearest.course.taught
        jobs = ", ".join(job_title(check.sheet.jobs[slug], words) for slug in nearest.jobs[:JOBS])
        others = words.and_others(len(nearest.jobs) - JOBS)
        same = words(" (le même diplôme)", " (the same diploma)") if nearest.same_diploma else ""
        where = Span(words.command("school", "show", school.slug), "command")
        yield Item(line(
            where if words.names_pages else Span(school.name, "strong"), f", {programme.title}{same}",
            _away(nearest, check, words),
            Span(words(f" – prépare aussi à : {jobs}{others}", f" – also prepares for: {jobs}{others}"),
                 "muted"),
            *(() if words.names_pages else (" ", where))), True)  # fmt: skip


def _away(nearest: Nearest, check: SchoolCheck, words: Wording) -> str:
    if nearest.campus is None or nearest.kilometres is None:
        return ""
    city = check.sheet.city(nearest.campus)
    if nearest.kilometres < 1:
        return words(f" – à {city} aussi", f" – in {city} too")
    away = words.kilometres(nearest.kilometres)
    return words(f" – {away} depuis {city}", f" – {away} from {city}")
