"""What to ask a school: the question that each fact of its check raises, and those for any school."""

from typing import Any

from avcareers.query.school_check import Point, SchoolCheck
from avcareers.text.wording import Wording

from .answers import PRESUPPOSING
from .school_programmes import names_phrase, taught

Raised = dict[str, list[Point]]
"""Points by rule."""

NAMED = 2
"""Programmes that a question names at least; of more, when they are at most half of them."""
MOST = 10
"""Questions there are at most: those that decide least are left out, not those for any school."""
FILLED = 3
"""Questions that there are in any case: the last may be one for any school."""


def questions(check: SchoolCheck, words: Wording) -> list[str]:
    """Return a question for all that is not known, or in doubt, the most deciding first.

    What is asked of a few programmes only names them: of the others the answer is known.
    """
    raised = _raised(check)
    of_school = _of_school(check)
    asked = [_asked_of(points, rule, check, words) for rule, points in raised.items()]
    if of_school:
        asked.insert(int("offer-closed" in raised), words(*RULES[of_school][1]))
    private, last = check.sheet.school.kind != "public", []
    if private and not check.sheet.only_as_apprentice:
        last.append(words(*_GRANTS))
    if len(asked) + len(last) < FILLED or private:
        last.append(words(*_COHORT))
    return [*asked[: MOST - len(last)], *last]


def _of_school(check: SchoolCheck) -> str:
    """Return the rule about the school itself: the order that recognises it, or any ministry."""
    sheet = check.sheet
    if sheet.school.kind == "public" or sheet.answers.answer("school") == "in-force":
        return ""
    return "order-unread" if sheet.visa in PRESUPPOSING else "no-ministry"


def _raised(check: SchoolCheck) -> Raised:
    """Return the programmes of each question, the most deciding first: each once, where it says most."""
    raised: Raised = {}
    for point in check.points:
        likely = point.rule == "employer" and point.facts["mode"] == "likely"
        raised.setdefault("alternance-likely" if likely else point.rule, []).append(point)
    of_visa = {point.programme for point in raised.get("grant-unsure", ())}
    ends = [p for p in raised.get("registration-end-unknown", ()) if p.programme not in of_visa]
    raised["registration-end-unknown"] = ends
    if "fees-unknown" in raised:
        raised["total-cost"] = []
    return {rule: raised[rule] for rule in RULES if raised.get(rule) and rule != "no-ministry"}


def _asked_of(points: list[Point], rule: str, check: SchoolCheck, words: Wording) -> str:
    """Name the programmes that a question is about, unless they are most of them, and their titles."""
    numbers = dict.fromkeys(number for point in points for number in _numbers(point))
    until = max((str(point.facts.get("expires") or "") for point in points), default="")
    question = words(*RULES[rule][1]).format(
        numbers=", ".join(numbers), day=words.day(until) if until else ""
    )
    programmes = taught((point.programme for point in points), check.sheet)
    every = len(check.sheet.programmes)
    if len(programmes) == every or len(programmes) > max(NAMED, every // 2):
        return question
    which = names_phrase(programmes, check.sheet, words)
    return f"{which}{words(' : ', ': ')}{_inside(question)}" if which else question


def _inside(question: str) -> str:
    """Return a question as it stands after a name: initials keep their capitals."""
    return question if question[1].isupper() else question[0].lower() + question[1:]


def _numbers(point: Point) -> tuple[str, ...]:
    numbers: Any = point.facts.get("numbers") or (point.facts.get("number", ""),)
    return tuple(map(str, numbers))


_GRANTS = (
    "L'école est-elle habilitée à recevoir des boursiers du Crous ?",
    "Is the school allowed to take students with a Crous grant?",
)
_COHORT = (
    "Taux d'emploi : de quelle promotion, sur combien de réponses, d'après quelle enquête, à quelle date ?",
    "The employment rate: of which year group, from how many replies, by which survey, on what date?",
)

_Rule = tuple[tuple[str, str], tuple[str, str], str]
RULES: dict[str, _Rule] = {
    "offer-closed": (
        ("Dite fermée", "Said to be closed"),
        ("L'école est-elle encore ouverte, et quand est la prochaine rentrée ?",
         "Is the school still open, and when does it next start?"),
        "parcoursup",
    ),
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
    "registration-ending": (
        ("Titre près de sa fin", "Title about to end"),
        ("RNCP {numbers} : l'inscription s'arrête le {day} ; est-elle renouvelée, sinon quel titre auront les "
         "prochains entrants ?",
         "RNCP {numbers}: registration ends on {day}; is it renewed, or else which title will the next "
         "entrants get?"),
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
        ("La formation mène-t-elle à un titre inscrit au RNCP ({numbers} ?), et jusqu'à quand court-il ?",
         "Does the programme lead to a title in the RNCP ({numbers}?), and until when does it run?"),
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
    "length-unsure": (
        ("Durée à vérifier", "Length to check"),
        ("Combien d'années dure tout le cursus, jusqu'au titre ?",
         "How many years does the whole course take, up to the title?"),
        "rncp",
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
        ("Employeur à trouver", "Employer to find"),
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
    return (*(words(*RULES[rule][1]) for rule in _GENERAL), words(*_COHORT))
