"""What coded values are called, in both languages."""

from avcareers.text.wording import Wording

_LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "level": {
        "entry": ("débutant", "entry"),
        "confirmed": ("confirmé", "experienced"),
        "head": ("chef de poste", "head of department"),
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
        "nights_and_weekends": ("nuits et week-ends", "nights and weekends"),
        "travel": ("déplacements", "travel"),
        "physical_load": ("effort physique", "physical effort"),
        "own_equipment": ("matériel personnel", "own equipment"),
        "driving_licence": ("permis de conduire", "driving licence"),
        "seasonality": ("saisonnalité", "seasonal work"),
        "working_alone": ("travail seul", "working alone"),
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
        "annexe8": ("annexe 8, en principe", "annexe 8, in principle"),
        "annexe10": ("annexe 10, en principe", "annexe 10, in principle"),
        "general": ("régime général", "general scheme"),
        "auteur": ("artiste-auteur", "author"),
        "journaliste": ("journaliste", "journalist"),
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
        "grade-licence": ("grade de licence", "degree of licence"),
        "grade-master": ("grade de master", "degree of master"),
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
        "grade-licence": ("conférant le grade de licence", "conferring the degree of licence"),
        "grade-master": ("conférant le grade de master", "conferring the degree of master"),
    },
    "school-of-kind": {
        "public": ("école publique", "public school"),
        "private": ("école privée", "private school"),
        "association": ("école associative", "school run by an association"),
        "consular": ("école consulaire", "school of a chamber of commerce"),
    },
    "award": {
        "national": ("diplôme national", "national diploma"),
        "visa": ("diplôme visé", "diploma with a visa"),
        "grade": ("diplôme conférant un grade", "diploma conferring a degree"),
        "rncp": ("titre inscrit au RNCP", "RNCP-registered title"),
        "cqp": ("certificat de branche (CQP)", "branch certificate (CQP)"),
        "school": ("diplôme d'école", "school diploma"),
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
    "kind": {
        "profession": ("métier", "job"),
        "school": ("école", "school"),
        "stage": ("étape", "stage"),
        "department": ("département", "department"),
        "certification": ("certification", "certification"),
        "diploma": ("diplôme national", "national diploma"),
        "source": ("source", "source"),
        "topic": ("sujet", "topic"),
        "agreement": ("convention", "agreement"),
        "pay-basis": ("base de paie", "pay basis"),
        "pay-series": ("grilles", "scales"),
        "minimum-wage": ("SMIC", "minimum wage"),
        "synonym": ("synonyme", "synonym"),
        "rome": ("code ROME", "ROME code"),
        "rule": ("règle de coût", "cost rule"),
        "place": ("ville", "city"),
    },
    "search-kind": {
        "job": ("métier", "job"),
        "school": ("école", "school"),
        "programme": ("formation", "programme"),
        "topic": ("sujet", "topic"),
        "stage": ("étape", "stage"),
    },
}

_ENTRY_LEVELS = {
    0: ("sans diplôme", "no diploma"),
    3: ("niveau 3 (CAP)", "level 3 (CAP)"),
    4: ("baccalauréat (niveau 4)", "baccalauréat (level 4)"),
    5: ("deux années validées (niveau 5)", "two validated years (level 5)"),
    6: ("trois années validées (niveau 6)", "three validated years (level 6)"),
    7: ("cinq années validées (niveau 7)", "five validated years (level 7)"),
}


def label(words: Wording, vocabulary: str, value: str) -> str:
    """Return the name of a value of a closed list."""
    return words(*_LABELS[vocabulary][value])


def entry_level_label(words: Wording, level: int) -> str:
    """Return the level one must hold to enter, in words."""
    return words(*_ENTRY_LEVELS.get(level, (f"niveau {level}", f"level {level}")))
