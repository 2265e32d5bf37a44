"""The words of the 507 hours: each rule in a few words, then in a sentence; each doubt."""

from collections.abc import Iterator

from avcareers.query.hours.estimate import Hours
from avcareers.query.hours.rules import Rules
from avcareers.text.wording import Wording

SHORT: dict[str, tuple[str, str]] = {
    "hours": ("heures déclarées", "hours declared"),
    "cachets": ("cachets", "cachets"),
    "month-cap": ("plafond du mois", "limit of the month"),
    "part-month-cap": ("plafond d'un mois entamé", "limit of a part month"),
    "across-months": ("plusieurs mois", "several months"),
    "teaching": ("enseignement", "teaching"),
    "teaching-cap": ("plafond de l'enseignement", "limit of teaching"),
    "training": ("formation", "training"),
    "training-cap": ("plafond de la formation", "limit of training"),
    "transition": ("transition professionnelle", "career transition"),
    "five-a-day": ("jours assimilés", "days treated as work"),
    "day-once": ("jours déjà comptés", "days counted already"),
    "no-work-after": ("pas de travail ensuite", "no work after"),
    "no-opening-before": ("pas d'ouverture avant", "no opening before"),
    "neutral": ("allonge la période", "makes the period longer"),
    "sick-in-contract": ("dans un contrat : suspension", "in a contract: suspension"),
    "six-a-day": ("artiste, sécurité sociale étrangère", "performer, foreign cover"),
    "eea-technician": ("technique : régime général", "technician: general scheme"),
    "a1": ("artiste avec A1", "performer with A1"),
    "a1-technician": ("technique : ne compte pas", "technician: not counted"),
    "abroad": ("hors d'Europe : on ne sait pas", "outside Europe: not known"),
    "ordinary": ("contrat ordinaire", "ordinary contract"),
    "self-employed": ("travail indépendant", "self-employed"),
    "undeclared": ("pas déclaré", "not declared"),
    "running": ("pas encore fini", "not ended yet"),
    "before": ("avant la période", "before the period"),
    "after": ("après la période", "after the period"),
    "no-end": ("aucune fin de contrat", "no end of contract"),
    "across-period": ("à cheval sur la période", "across the period's edge"),
    "used": ("déjà servi", "already used"),
    "older-rules": ("avant ces règles", "before these rules"),
}
"""Why a line counts or not, in a few words."""


def rule_sentence(rule: str, rules: Rules, words: Wording) -> str:
    """Return a rule in a sentence, with its amounts."""
    return words(*_sentences(rules, words)[rule])


def _sentences(r: Rules, words: Wording) -> dict[str, tuple[str, str]]:
    month_days = words.number(r.month_days)
    return {
        "hours": ("Les heures déclarées comptent, aux annexes 8 et 10.",
                  "Hours declared under annexes 8 and 10 count."),
        "cachets": (f"Un cachet vaut {r.cachet} heures.", f"A cachet is worth {r.cachet} hours."),
        "month-cap": (
            f"Par mois, au plus {r.month} heures en technique ({r.month_employers} avec plusieurs "
            f"employeurs, {r.month_waiver} avec une dérogation), ou {r.month_cachets} cachets.",
            f"Each month, at most {r.month} hours for technicians ({r.month_employers} with several "
            f"employers, {r.month_waiver} with a waiver), or {r.month_cachets} cachets."),
        "part-month-cap": (
            "Quand une partie seulement d'un mois est dans la période, son plafond est divisé par "
            f"{month_days}, puis multiplié par les jours qui y sont.",
            "When only a part of a month is in the period, its limit is divided by "
            f"{month_days}, then multiplied by the days that are in it."),
        "across-months": (
            "Le plafond est celui de chaque mois, et le fichier ne dit pas les heures de chacun.",
            "The limit is that of each month, and the file does not say the hours of each."),
        "teaching": ("Enseigner son métier dans un établissement agréé compte.",
                     "Teaching one's trade in an approved school counts."),
        "teaching-cap": (
            f"L'enseignement compte pour {r.teaching} heures au plus, {r.teaching_older} à partir "
            f"de {r.older} ans.",
            f"Teaching counts for {r.teaching} hours at most, {r.teaching_older} from age {r.older}."),
        "training": ("La formation que le chômage ne paie pas compte, si du travail suit.",
                     "Training that unemployment insurance does not pay counts, if work follows."),
        "training-cap": (
            f"Formation et enseignement comptent ensemble pour {r.training} heures au plus.",
            f"Training and teaching together count for {r.training} hours at most."),
        "transition": ("Une heure de projet de transition professionnelle est une heure.",
                       "An hour of a career transition project is an hour."),
        "five-a-day": (
            "Contrat suspendu, maternité, accident du travail, longue maladie : "
            f"{r.assimilated} heures par jour.",
            "Suspended contract, maternity, work accident, long illness: "
            f"{r.assimilated} hours a day."),
        "day-once": ("Un jour ne compte qu'une fois.", "A day counts once."),
        "no-work-after": ("Un congé ou une formation ne compte que si du travail suit.",
                          "A leave or training counts only if work follows."),
        "no-opening-before": (
            "La longue maladie ne compte qu'après une première ouverture de droits : la dire avec "
            "--last-opening.",
            "Long illness counts only after a first opening of rights: give it with "
            "--last-opening."),
        "neutral": (
            "La maladie et la paternité entre deux contrats ne donnent pas d'heures : la période "
            "commence d'autant de jours plus tôt.",
            "Illness and paternity leave between two contracts give no hours: the period begins as "
            "many days earlier."),
        "sick-in-contract": (
            f"La maladie pendant un contrat est une suspension, à {r.assimilated} heures par jour : "
            "l'écrire « suspension ».",
            f"Illness during a contract is a suspension, at {r.assimilated} hours a day: write it "
            "“suspension”."),
        "six-a-day": (
            "Dans l'Espace économique européen, en Suisse ou au Royaume-Uni, sous leur sécurité "
            f"sociale, un jour d'artiste vaut {r.foreign_cover} heures (formulaire U1).",
            "In the European Economic Area, Switzerland or the UK, under their social security, a "
            f"performer's day is worth {r.foreign_cover} hours (form U1)."),
        "eea-technician": ("En technique, le travail sous une autre sécurité sociale ne compte pas.",
                           "For technicians, work under another social security does not count."),
        "a1": ("Avec un certificat A1, les heures d'artiste comptent.",
               "With an A1 certificate, a performer's hours count."),
        "a1-technician": ("Avec un employeur étranger, même un certificat A1 ne suffit pas en "
                          "technique.",
                          "With a foreign employer, even an A1 certificate is not enough for "
                          "technicians."),
        "abroad": ("Pour un employeur hors de ces pays, aucune règle sûre n'a été lue.",
                   "For an employer outside these countries, no certain rule was read."),
        "ordinary": ("Un contrat ordinaire ou d'intérim ne compte pas ici.",
                     "An ordinary contract or temp work does not count here."),
        "self-employed": ("Le travail indépendant ne compte jamais.",
                          "Self-employed work never counts."),
        "undeclared": ("Ce qui n'est pas dans l'actualisation du mois ne compte pas.",
                       "What is not in the monthly update does not count."),
        "running": ("Un contrat ne compte qu'une fois fini.", "A contract counts once it has ended."),
        "before": ("La période s'arrête à la fin de contrat, et remonte de douze mois.",
                   "The period ends with the end of contract, and goes back twelve months."),
        "after": ("Rien ne compte après la fin de contrat retenue.",
                  "Nothing counts after the end of contract that is used."),
        "no-end": ("Il faut un contrat fini des annexes 8 ou 10.",
                   "An ended contract under annexes 8 or 10 is needed."),
        "across-period": (
            "Seules les heures de la période comptent, et le fichier ne dit pas lesquelles.",
            "Only hours in the period count, and the file does not say which those are."),
        "used": ("Une heure ne sert qu'une fois : la période ne passe pas la dernière ouverture.",
                 "An hour is used once: the period does not go past the last opening."),
        "older-rules": ("D'autres règles valaient avant cette date.",
                        "Other rules held before that day."),
    }  # fmt: skip


def doubt_sentences(found: Hours, words: Wording) -> Iterator[str]:
    """Yield what the estimate can't know."""
    r = found.rules
    said = {
        "statements": (
            "Ce que disent les attestations des employeurs (AEM, Guso) : elles seules font foi.",
            "What employers' statements (AEM, Guso) say: they alone are proof."),
        "conditions": (
            "Les autres conditions : inscription, âge, aptitude, démission, recherche d'emploi.",
            "The other conditions: registration, age, fitness, resignation, job search."),
        "no-opening-given": (
            "Si un droit a déjà été ouvert : le dire avec --last-opening, ses heures ont servi.",
            "Whether a right was opened before: give it with --last-opening, its hours are used."),
        "early": (
            "Si une demande avant la date anniversaire vaut la peine : elle arrête l'ancien droit.",
            "Whether asking before the anniversary date is worth it: it ends the old right."),
        "clause-period": (
            "Si la clause court vraiment, et si la période la plus longue y vaut toujours : un seul "
            "exemple de la notice le montre.",
            "Whether the clause really runs, and whether the longer period always holds: only one "
            "example of the notice shows it."),
        "clause-over": (
            f"Si ces contrats servent encore : la clause dure {r.clause_months} mois au plus, et le "
            "dernier finit après.",
            f"Whether these contracts still serve: the clause lasts {r.clause_months} months at most, "
            "and the last one ends later."),
        "later": (
            f"Les règles d'après le {words.day(r.agreed_until)} : celles-ci n'ont été convenues que "
            "jusque-là.",
            f"The rules after {words.day(r.agreed_until)}: these were agreed until then only."),
        "teaching": (
            "Si l'enseignement compte pour les techniciens et techniciennes : la notice le dit, une "
            "page de France Travail ne parle que des artistes.",
            "Whether teaching counts for technicians: the notice says so, a page of France Travail "
            "speaks of performers only."),
        "leap": ("Si la période compte un jour de plus quand elle contient un 29 février.",
                 "Whether the period has one more day when it holds a 29 February."),
        "blocks": (
            f"Si une partie de {r.block_days} jours demande aussi {r.block_hours} heures, et si les "
            "jours de maladie y entrent.",
            f"Whether a part of {r.block_days} days also asks for {r.block_hours} hours, and "
            "whether days of illness are in it."),
        "age": (f"L'âge, qui change le plafond de l'enseignement à {r.older} ans : --born.",
                f"One's age, which changes the limit of teaching at {r.older}: --born."),
        "abroad": ("Ce que vaut un travail pour un employeur hors d'Europe.",
                   "What work for an employer outside Europe is worth."),
        "split": (
            "Les heures de chaque mois d'un contrat long : une ligne par mois, comme sur l'AEM, le dit.",
            "The hours of each month of a long contract: a line a month, as on the AEM, says it."),
        "rounding": (
            "Comment le plafond d'un mois entamé est arrondi, et comment celui de plusieurs "
            "employeurs y est réduit.",
            "How the limit of a part month is rounded, and how that of several employers is "
            "reduced in it."),
    }  # fmt: skip
    return (words(*said[doubt]) for doubt in found.doubts)
