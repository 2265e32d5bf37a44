"""What coded values are called, in both languages."""

from collections.abc import Iterator, Mapping
from typing import Any

from avcareers.model.vocabulary import ENTRY_LEVELS
from avcareers.query.filters.declaration import Filter
from avcareers.text.wording import Wording

from .kinds import KINDS

_LABELS: dict[str, dict[str, tuple[str, str]]] = {
    **KINDS,
    "level": {
        "entry": ("débutant", "entry"),
        "confirmed": ("confirmé", "experienced"),
        "head": ("chef de poste", "head of department"),
    },
    "activity": {
        "draw": ("dessiner, imaginer des formes", "draw, imagine shapes"),
        "picture": (
            "travailler l'image : cadrer, éclairer, monter",
            "work on pictures: frame, light, cut",
        ),
        "listen": ("écouter, travailler le son", "listen, work on sound"),
        "write": ("écrire, raconter", "write, tell stories"),
        "research": ("chercher, vérifier", "search and check facts"),
        "build": ("construire, fabriquer de ses mains", "build, make with one's hands"),
        "dress": ("habiller, coudre, maquiller, coiffer", "dress, sew, make up, do hair"),
        "repair": ("installer, régler, réparer du matériel", "set up, adjust, mend equipment"),
        "program": ("programmer, régler des logiciels", "program, set up software"),
        "organise": ("organiser, planifier", "organise, plan"),
        "negotiate": ("négocier, convaincre", "negotiate, persuade"),
        "count": ("compter, tenir un budget", "count, keep a budget"),
        "lead": ("diriger une équipe, transmettre", "lead a team, pass on skills"),
        "care": ("s'occuper des gens, accueillir", "look after people, welcome them"),
        "perform": ("jouer, parler devant un public", "act, speak to an audience"),
    },
    "phase": {
        "conception": ("Conception", "Conception"),
        "realisation": ("Réalisation", "Making"),
        "diffusion": ("Diffusion", "Release"),
    },
    "answer": {
        "yes": ("oui", "yes"),
        "sometimes": ("parfois", "sometimes"),
        "no": ("non", "no"),
    },
    "condition": {
        "nights": ("nuits", "nights"),
        "weekends": ("week-ends", "weekends"),
        "holidays": ("jours fériés", "public holidays"),
        "irregular_hours": ("horaires irréguliers", "irregular hours"),
        "seasonality": ("saisons ou pics d'activité", "seasons or busy peaks"),
        "travel": ("déplacements", "travel"),
        "outdoors": ("travail dehors", "outdoor work"),
        "height": ("travail en hauteur", "work at height"),
        "physical_load": ("effort physique", "physical effort"),
        "telework": ("télétravail", "working from home"),
        "working_alone": ("travail seul", "working alone"),
        "own_equipment": ("matériel personnel", "own equipment"),
        "driving_licence": ("permis de conduire", "driving licence"),
    },
    "condition-when": {
        "nights": ("de nuit", "nights"),
        "weekends": ("le week-end", "weekends"),
        "holidays": ("les jours fériés", "public holidays"),
        "travel": ("en déplacement", "away from home"),
    },
    "rome-match": {
        "exact": ("nomme ce métier", "names this job"),
        "near": ("nomme un métier proche", "names a job near it"),
        "family": (
            "famille de métiers, ne nomme pas celui-ci",
            "a family of jobs that does not name it",
        ),
        "generic": ("métier de tous les secteurs", "a trade of every sector"),
    },
    "sector": {
        "cinema": ("cinéma", "film"),
        "audiovisuel": ("production audiovisuelle", "television production"),
        "animation": ("animation", "animation"),
        "prestation": ("entreprises techniques", "technical providers"),
        "tele": ("chaînes de télévision", "television channels"),
        "radio": ("radio", "radio"),
        "distribution": ("distribution", "distribution"),
        "salle": ("salles de cinéma", "cinemas"),
    },
    "regime": {
        "annexe8": ("intermittence (annexe 8)", "intermittent scheme (annexe 8)"),
        "annexe10": ("intermittence (annexe 10)", "intermittent scheme (annexe 10)"),
        "general": ("régime général", "general scheme"),
        "auteur": ("droits d'auteur", "author's fees"),
        "journaliste": ("journaliste", "journalist"),
    },
    "status": {
        "cdd-usage": ("CDD d'usage", "CDD d'usage (fixed-term)"),
    },
    "work": {
        "fiction-cinema": ("fiction cinéma", "feature films"),
        "fiction-tv": ("séries et téléfilms", "television drama"),
        "documentaire": ("documentaire", "documentary"),
        "flux-plateau": ("émissions de plateau", "studio shows"),
        "info": ("information", "news"),
        "animation": ("animation", "animation"),
        "pub": ("publicité", "commercials"),
        "radio": ("radio", "radio"),
        "salle": ("salles", "cinemas"),
        "web": ("web", "web"),
    },
    "school-kind": {
        "public": ("public", "public"),
        "private": ("privé", "private"),
        "association": ("association", "association"),
        "consular": ("consulaire", "chamber of commerce"),
        "unknown": ("statut non renseigné", "ownership unknown"),
    },
    "school-type": {
        "lycee": ("lycée", "lycée (upper secondary school)"),
        "universite": ("université", "university"),
        "ecole-nationale": ("école nationale", "national school"),
        "cfa": ("centre de formation d'apprentis (CFA)", "apprentice training centre (CFA)"),
        "greta": ("Greta", "Greta (adult education by lycées)"),
    },
    "authority": {
        "culture": ("ministère de la Culture", "Ministry of Culture"),
        "mesr": ("ministère de l'Enseignement supérieur", "Ministry of Higher Education"),
        "education": ("ministère de l'Éducation nationale", "Ministry of Education"),
        "agriculture": ("ministère de l'Agriculture", "Ministry of Agriculture"),
        "rncp": ("RNCP", "RNCP"),
        "travail": ("ministère du Travail", "Ministry of Labour"),
        "branche": ("branche professionnelle", "professional branch"),
    },
    "authority-short": {
        "culture": ("Culture", "Culture"),
        "mesr": ("Ens. supérieur", "Higher Ed."),
        "education": ("Éducation", "Education"),
        "agriculture": ("Agriculture", "Agriculture"),
        "rncp": ("RNCP", "RNCP"),
        "travail": ("Travail", "Labour"),
        "branche": ("branche", "branch"),
    },
    "recognition": {
        "tutelle": ("tutelle", "supervision"),
        "contrat": ("contrat avec l'État", "contract with the State"),
        "profession": ("reconnaissance par la profession", "recognition by the trade"),
        "diplome-national": ("diplôme national", "national diploma"),
        "grade-licence": ("grade de licence", "licence degree (grade)"),
        "grade-master": ("grade de master", "master's degree (grade)"),
        "visa": ("diplôme visé", "visa"),
        "rncp": ("certification au RNCP", "RNCP registration"),
        "accreditation": ("accréditation", "accreditation"),
        "qualiopi": ("Qualiopi", "Qualiopi"),
        "soutien": ("soutien public", "public support"),
    },
    "recognised-as": {
        "school": ("école", "school"),
        "diploma": ("diplôme", "diploma"),
    },
    "granted": {
        "visa": ("visé par l'État", "holding the State's visa"),
        "grade-licence": ("conférant le grade de licence", "that confers a licence degree (grade)"),
        "grade-master": ("conférant le grade de master", "that confers a master's degree (grade)"),
    },
    "school-of-kind": {
        "public": ("école publique", "public school"),
        "private": ("école privée", "private school"),
        "association": ("école associative", "school run by an association"),
        "consular": ("école consulaire", "school of a chamber of commerce"),
        "unknown": ("établissement de statut non renseigné", "establishment of unknown ownership"),
    },
    "owned-by": {
        "public": ("publique", "public"),
        "private": ("privée", "private"),
        "association": ("associative", "run by an association"),
        "consular": ("consulaire", "run by a chamber of commerce"),
        "unknown": ("statut non renseigné", "ownership unknown"),
    },
    "award": {
        "national": ("diplôme national", "national diploma"),
        "visa": ("diplôme visé", "diploma with a visa"),
        "grade": ("diplôme conférant un grade", "diploma that confers a degree"),
        "rncp": ("titre inscrit au RNCP", "RNCP-registered title"),
        "cqp": ("certificat de branche (CQP)", "branch certificate (CQP)"),
        "school": ("diplôme d'école", "school diploma"),
        "unsettled": ("diplôme non établi", "diploma not established"),
        "preparatory": ("classe préparatoire, sans diplôme", "preparatory class, no diploma"),
    },
    "alternance": {
        "none": ("non", "no"),
        "likely": ("probable", "likely"),
        "partial": ("en partie", "in part"),
        "full": ("en entier", "throughout"),
        "unknown": ("non renseigné", "unknown"),
    },
    "about": {
        "fees": ("frais", "fees"),
        "recognition": ("reconnaissance", "recognition"),
        "award": ("diplôme", "award"),
        "course": ("formation", "course"),
        "alternance": ("alternance", "alternance"),
        "selectivity": ("sélectivité", "selectivity"),
        "admission": ("admission", "admission"),
        "place": ("établissement", "establishment"),
        "insertion": ("insertion", "what graduates become"),
        "tasks": ("tâches", "tasks"),
        "conditions": ("conditions de travail", "working conditions"),
        "status": ("contrats et droits", "contracts and rights"),
        "pay": ("paie minimale", "minimum pay"),
        "earnings": ("revenus", "earnings"),
        "ways_in": ("voies d'accès", "ways in"),
        "outlook": ("secteur", "the field"),
        "rule": ("règle générale", "general rule"),
    },
    "official-page": {
        "text": ("à vérifier dans le texte officiel", "to check against the official text"),
        "agreement": (
            "à vérifier sur la page officielle de la convention",
            "to check on the official page of the agreement",
        ),
        "order": (
            "à vérifier d'après l'arrêté d'extension",
            "to check against the extension order",
        ),
        "dataset": (
            "à vérifier dans le jeu de données officiel",
            "to check in the official data set",
        ),
    },
    "admission": {
        "parcoursup": ("Parcoursup", "Parcoursup"),
        "monmaster": ("Mon Master", "Mon Master"),
        "concours": ("concours", "competitive exam"),
        "dossier": ("dossier", "application file"),
        "entretien": ("entretien", "interview"),
        "open": ("sans sélection", "open entry"),
    },
    "route": {
        "scolaire": ("voie scolaire", "school route"),
        "apprentissage": ("apprentissage", "apprenticeship"),
    },
    "fees-scope": {
        "year": ("une année", "a year"),
        "registration": ("inscription seule", "registration alone"),
        "some-years": ("une partie des années", "some of the years"),
        "some-students": ("certains élèves seulement", "some students only"),
        "session": ("toute la session", "the whole session"),
    },
    "by-route": {
        "scolaire": ("en voie scolaire", "at school"),
        "apprentissage": ("en apprentissage", "as an apprentice"),
    },
    "counted-as": {
        "applicants": ("candidats", "applicants"),
        "confirmed-wishes": ("vœux confirmés", "confirmed wishes"),
    },
    "pay-unit": {
        "hour": ("l'heure", "an hour"),
        "day": ("le jour", "a day"),
        "week": ("la semaine", "a week"),
        "month": ("le mois", "a month"),
        "fee": ("le cachet ou forfait", "a fee"),
    },
    "pay-method": {
        "published": ("publié", "published"),
        "computed": ("calculé", "computed"),
    },
    "earning-unit": {
        "eur-year": ("par an", "a year"),
        "eur-month": ("par mois", "a month"),
        "eur-film": ("par film", "a film"),
        "hours-year": ("heures par an", "hours a year"),
        "percent": ("%", "%"),
    },
    "statistic": {
        "mean": ("en moyenne", "on average"),
        "median": ("en valeur médiane", "at the median"),
        "share": ("part", "share"),
        "change": ("évolution", "change"),
        "largest-change": ("jusqu'à", "up to"),
        "gap": ("écart", "gap"),
    },
    "earning-scope": {
        "job": ("Dans ce métier", "In this job"),
        "department": (
            "Tous métiers de ce département confondus",
            "All jobs of this department together",
        ),
        "sector": ("Tous métiers du secteur confondus", "All jobs of the sector together"),
    },
    "grid-status": {
        "extended": ("étendu", "extended"),
        "not-extended": ("non étendu", "not extended"),
        "unknown": ("extension non vérifiée", "extension not verified"),
    },
    "confidence": {
        "high": ("source solide", "well sourced"),
        "medium": ("à confirmer", "to be confirmed"),
        "low": ("source fragile", "weak source"),
    },
    "line-kind": {
        "work": ("travail", "work"),
        "teaching": ("enseignement", "teaching"),
        "training": ("formation", "training"),
        "transition": ("ptp", "transition"),
        "suspension": ("suspension", "suspension"),
        "maternity": ("maternité", "maternity"),
        "accident": ("accident", "accident"),
        "long-illness": ("ald", "long-illness"),
        "sick": ("maladie", "sick"),
        "eea": ("eee", "eea"),
        "a1": ("a1", "a1"),
        "abroad": ("étranger", "abroad"),
        "ordinary": ("ordinaire", "ordinary"),
        "self-employed": ("indépendant", "self-employed"),
        "undeclared": ("non déclaré", "undeclared"),
    },
    "entry-level": {
        "none": ("sans diplôme", "no diploma"),
        "cap": ("niveau 3 (CAP)", "level 3 (CAP)"),
        "bac": ("baccalauréat (niveau 4)", "baccalauréat (level 4)"),
        "bac+2": ("deux années validées (niveau 5)", "two validated years (level 5)"),
        "bac+3": ("trois années validées (niveau 6)", "three validated years (level 6)"),
        "bac+5": ("cinq années validées (niveau 7)", "five validated years (level 7)"),
    },
    "diploma-level": {
        "3": ("niveau 3 (CAP)", "level 3 (CAP)"),
        "4": ("niveau 4 (bac)", "level 4 (bac)"),
        "5": ("niveau 5 (bac+2)", "level 5 (bac+2)"),
        "6": ("niveau 6 (bac+3)", "level 6 (bac+3)"),
        "7": ("niveau 7 (bac+5)", "level 7 (bac+5)"),
        "8": ("niveau 8 (doctorat)", "level 8 (doctorate)"),
    },
    "order": {
        "chain": ("chaîne", "chain"),
        "name": ("nom", "name"),
        "level": ("niveau", "level"),
        "distance": ("distance", "distance"),
        "fees": ("prix", "price"),
        "selectivity": ("sélectivité", "selectivity"),
    },
    "search-kind": {
        "job": ("métier", "job"),
        "school": ("école", "school"),
        "programme": ("formation", "programme"),
        "topic": ("sujet", "topic"),
        "stage": ("étape", "stage"),
    },
}

_LABELS["status"] |= _LABELS["regime"]
_LABELS["condition-asked"] = {
    name.replace("_", "-"): labels for name, labels in _LABELS["condition"].items()
}
"""Conditions as options call them."""
_NAME_OF_LEVEL = {level: name for name, level in ENTRY_LEVELS.items()}


_ENTRY_SHORT = {0: ("aucun diplôme", "no diploma")} | {
    level: (said, said)
    for level, said in {3: "CAP", 4: "bac", 5: "bac+2", 6: "bac+3", 7: "bac+5"}.items()
}


def label(words: Wording, vocabulary: str, value: str | None) -> str:
    """Return the name of a value of a closed list; of an absent one, that it is not known."""
    return words(*_LABELS[vocabulary][value or "unknown"])


def entry_level_label(words: Wording, level: int) -> str:
    """Return the level one must hold to enter, in words."""
    if name := _NAME_OF_LEVEL.get(level):
        return label(words, "entry-level", name)
    return words(f"niveau {level}", f"level {level}")


def labels_of(vocabulary: str, value: str) -> tuple[str, ...]:
    """Return what a value of a closed list is called in both languages; nothing when it is all said."""
    return _LABELS.get(vocabulary, {}).get(value, ())


def entry_level_short(words: Wording, level: int) -> str:
    """Return the level one must hold to enter, as one says it: « bac+2 »."""
    return words(*_ENTRY_SHORT.get(level, (f"niv. {level}", f"level {level}")))


def values_asked(entry: Filter, asked: Any, words: Wording) -> Iterator[str]:
    """Yield the values asked of a filter: by their labels, or else as they were typed."""
    if entry.within:
        yield asked.place.name
        return
    choices = entry.choices if isinstance(entry.choices, Mapping) else {}
    typed = {meant: word for word, meant in choices.items()}
    for value in asked if isinstance(asked, tuple) else (asked,):
        word = typed.get(value, value)
        if named := labels_of(entry.vocabulary, str(word)):
            yield words(*named)
        else:
            yield words.number(word) if isinstance(word, float) else str(word)
