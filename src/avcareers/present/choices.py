"""The words that options take: those a screen shows for a value, and what people say for it."""

from collections.abc import Iterable, Iterator

from avcareers.model.errors import AmbiguousValueError, BadValueError
from avcareers.text.folding import fold
from avcareers.text.nearest import nearest
from avcareers.text.wording import Language, Wording

from .labels import labels_of

_LEVEL = "entry-level"
"""Vocabulary of the levels that a person holds."""
_SAID: dict[str, dict[str, tuple[str, ...]]] = {
    "section": {
        "summary": ("en bref", "résumé", "in brief"),
        "stages": ("quand", "étapes", "when"),
        "tasks": ("ce qu'on fait", "tâches", "what you do"),
        "people": ("avec qui", "équipe", "with whom"),
        "neighbours": ("à ne pas confondre", "not to be confused", "neighbors"),
        "conditions": ("au quotidien", "conditions de travail", "day to day", "working conditions"),
        "contracts": ("contrats", "statut"),
        "pay": ("paie", "paie minimale", "salaire", "minimum pay"),
        "skills": ("savoir-faire", "compétences"),
        "tools": ("outils", "logiciels"),
        "ways-in": ("y entrer", "voies d'accès", "accès", "entrée", "ways in"),
        "training": ("se former", "formation", "formations"),
        "earnings": ("revenus", "ce qu'on gagne"),
        "changes": ("ce qui change", "what is changing"),
        "sources": ("source", "doutes", "doubts"),
    },
    # What a department's name lists is read from the data: « lumière », « repérages ».
    "department": {
        "ecriture": ("scénario", "scénariste", "screenwriting", "script"),
        "image": ("photo", "cadre", "cinematography", "prise de vues"),
        "electro-machinerie": ("éclairage",),
        "son": ("prise de son", "sound", "audio"),
        "decor": ("décors", "sets", "set design"),
        "costume": ("costumes", "habillage", "wardrobe"),
        "hmc": ("makeup",),
        "postproduction": ("étalonnage", "post-production", "grading", "post"),
        "son-musique": ("mixage", "mixing"),
        "vfx": ("effets visuels", "effets spéciaux", "trucage"),
        "casting-interpretation": ("acteur", "comédien", "jeu", "acting", "acteurs"),
        "info-radio": ("journalisme", "journalism"),
        "exploitation": ("salles", "cinemas"),
        "communication": ("publicity", "marketing"),
    },
    "level": {
        "entry": ("débutante", "beginner", "junior", "entry level"),
        "confirmed": ("confirmée", "intermédiaire", "senior", "confirmed"),
        "head": ("chef", "cheffe de poste", "cheffe", "responsable", "head"),
    },
    "status": {
        "cdd-usage": ("CDDU", "CDD usage"),
        "annexe8": ("annexe 8", "technicien intermittent", "technicienne intermittente"),
        "annexe10": ("annexe 10", "artiste intermittent", "artiste intermittente"),
        "auteur": ("auteur", "autrice", "author", "artiste-auteur"),
    },
    "work": {
        "fiction-cinema": ("cinéma", "film", "films", "long métrage", "court métrage"),
        "fiction-tv": ("série", "séries", "téléfilm", "series", "tv drama"),
        "documentaire": ("documentaires", "doc", "documentaries"),
        "flux-plateau": ("flux", "plateau", "émission", "show"),
        "info": ("infos", "actualité", "journalisme"),
        "animation": ("dessin animé", "cartoon"),
        "pub": ("publicités", "pubs", "ads", "advertising"),
        "salle": ("salle de cinéma", "cinema", "exploitation"),
        "web": ("internet", "en ligne", "online"),
    },
    "activity": {
        "draw": ("dessiner", "dessin", "peindre", "peinture", "crayonner", "arts plastiques", "drawing", "paint",
                 "painting", "sketch"),
        "picture": ("image", "images", "photo", "photographier", "filmer", "vidéo", "cadrer", "éclairer",
                    "monter", "montage", "lumière", "photography", "filming", "video", "editing",
                    "pictures"),
        "listen": ("écouter", "son", "musique", "écoute", "bruit", "sound", "music", "listening"),
        "write": ("écrire", "écriture", "lire", "raconter", "raconter des histoires", "histoires", "rédiger",
                  "writing", "reading", "stories", "storytelling"),
        "research": ("chercher", "enquêter", "recherche", "vérifier", "archives", "histoire",
                     "research", "investigate", "history"),
        "build": ("bricoler", "bricolage", "fabriquer", "construire", "travail manuel", "manuel",
                  "mes mains", "bois", "building", "making", "crafts", "diy", "woodwork"),
        "dress": ("habiller", "maquiller", "coiffer", "mode", "couture", "coudre", "maquillage", "coiffure", "beauté", "fashion", "sewing",
                  "make-up", "makeup", "hair"),
        "repair": ("installer", "réparer", "technique", "électronique", "électricité", "matériel", "régler",
                   "fix", "repairing", "gear", "electronics"),
        "program": ("programmer", "coder", "code", "informatique", "ordinateur", "maths", "logiciels",
                    "coding", "programming", "computers", "computing"),
        "organise": ("organiser", "organisation", "planifier", "planning", "prévoir", "organize", "organising",
                     "organizing", "planning ahead", "logistics"),
        "negotiate": ("négocier", "négociation", "vendre", "commerce", "convaincre", "vente", "negotiation",
                      "selling", "sales", "business", "persuade"),
        "count": ("compter", "chiffres", "compta", "comptabilité", "gestion", "budget", "nombres", "numbers",
                  "accounting", "figures", "budgets"),
        "lead": ("diriger", "mener", "encadrer", "équipe", "enseigner", "transmettre", "leading",
                 "managing", "teach", "teaching"),
        "care": ("aider", "s'occuper des gens", "s'occuper des autres", "accueillir", "contact", "les gens", "gens", "enfants", "helping", "people",
                 "caring", "welcome"),
        "perform": ("jouer", "jeu", "théâtre", "scène", "comédie", "danse", "danser", "chanter", "parler",
                    "acting", "theatre", "theater", "stage", "dancing", "singing", "speak"),
    },
    "condition-asked": {
        "nights": ("nuit", "la nuit", "travail de nuit", "travailler la nuit", "night work", "working at night"),
        "weekends": ("week-end", "weekend", "weekends"),
        "holidays": ("jour férié", "fériés"),
        "seasonality": ("saisons", "saison", "seasons"),
        "travel": ("déplacement", "voyages", "voyager", "travelling"),
        "outdoors": ("dehors", "extérieur", "outdoor", "outside"),
        "height": ("hauteur", "en hauteur", "at height"),
        "physical-load": ("physique", "charges lourdes", "port de charges"),
        "telework": ("remote", "remote work", "à distance"),
        "working-alone": ("seul", "seule", "alone"),
        "driving-licence": ("permis", "permis b", "driving license"),
    },
    "award": {
        "national": ("diplôme d'État", "national"),
        "visa": ("visé", "diplôme visé par l'État"),
        "grade": ("grade", "grade de licence", "grade de master", "degree"),
        "rncp": ("RNCP", "titre RNCP", "certification RNCP", "RNCP title"),
        "cqp": ("CQP", "certificat de branche", "branch certificate"),
        "school": ("école", "certificat d'école", "school"),
        "unsettled": ("non établi", "not established"),
        "preparatory": ("prépa", "préparatoire", "classe préparatoire", "mise à niveau",
                        "preparatory class"),
    },
    "diploma": {
        "bac-pro": ("bac pro",),
        "dn-made": ("DNMADE", "DN MADe"),
        "licence-pro": ("licence pro", "LP"),
    },
    "entry-level": {
        "none": ("aucun", "aucun diplôme", "rien", "brevet", "brevet des collèges", "DNB", "collège", "troisième", "3e",
                 "seconde", "première", "première générale", "première pro", "seconde pro",
                 "première technologique", "no degree", "nothing", "sans le bac", "sans bac"),
        "cap": ("CAP", "BEP", "niveau 3", "level 3"),
        "bac": ("BP", "brevet professionnel", "brevet pro", "bac", "baccalauréat", "terminale", "bac pro", "bac professionnel", "bac général",
                "bac techno", "bac technologique", "bac STMG", "bac ST2S", "bac STI2D", "bac STD2A",
                "STMG", "ST2S", "STI2D", "STD2A", "lycée", "niveau 4", "level 4", "bac+1", "L1", "BTS 1re année", "high school"),
        "bac+2": ("bac 2", "BTS", "DUT", "DEUG", "L2", "prépa", "niveau 5", "level 5",
                  "deux années validées"),
        "bac+3": ("bac 3", "licence", "licence pro", "licence professionnelle", "L3", "BUT",
                  "bachelor", "DN MADE", "DNMADE", "bachelor's degree", "bac+4", "M1",
                  "niveau 6", "level 6", "trois années validées"),
        "bac+5": ("bac 5", "master", "M2", "diplôme d'ingénieur", "ingénieur", "master's degree",
                  "doctorat", "bac+8", "PhD", "niveau 7", "level 7", "cinq années validées"),
    },
    "diploma-level": {
        "3": ("niveau 3", "level 3", "CAP", "BEP"),
        "4": ("niveau 4", "level 4", "bac", "baccalauréat", "bac pro"),
        "5": ("niveau 5", "level 5", "BTS", "DUT", "bac+2"),
        "6": ("niveau 6", "level 6", "licence", "licence pro", "bachelor", "BUT", "DN MADE", "bac+3"),
        "7": ("niveau 7", "level 7", "master", "bac+5", "ingénieur"),
        "8": ("niveau 8", "level 8", "doctorat", "PhD", "bac+8"),
    },
    "route": {
        "scolaire": ("étudiant", "étudiante", "élève", "lycéen", "lycéenne", "initiale",
                     "formation initiale", "école", "student", "pupil"),
        "apprentissage": ("apprenti", "apprentie", "apprenant", "apprentice", "alternant",
                          "alternante", "alternance"),
    },
    "school-kind": {
        "public": ("publique", "publics", "publiques", "État", "state"),
        "private": ("privée", "privés", "privées"),
        "association": ("associative", "associatif", "asso", "non-profit"),
        "consular": ("CCI", "chambre de commerce"),
    },
    "recognised-as": {"school": ("l'école", "établissement"), "diploma": ("le diplôme", "titre")},
    "authority": {
        "culture": ("culture", "ministère culture"),
        "mesr": ("enseignement supérieur", "supérieur", "higher education", "universités"),
        "education": ("éducation nationale", "éducation", "education"),
        "rncp": ("France compétences",),
    },
    "order": {
        "name": ("alphabétique", "a-z"),
        "distance": ("km", "proximité", "proche", "nearest"),
        "fees": ("frais", "tarif", "coût", "cost", "fee"),
        "selectivity": ("sélectif", "taux d'admission", "admis"),
        "chain": ("étape", "étapes", "stage"),
        "level": ("rang", "rank"),
    },
    "stage": {
        "developpement": ("écriture", "scénario", "idée", "writing", "script"),
        "financement": ("financer", "budget", "funding"),
        "preparation": ("prépa", "préproduction", "repérages", "casting", "prep"),
        "tournage": ("plateau", "tourner", "shooting", "on set", "filming"),
        "postproduction": ("montage", "mixage", "étalonnage", "effets visuels", "trucage",
                           "editing", "mixing", "grading", "post"),
        "distribution": ("sortie", "diffusion", "release"),
        "exploitation-diffusion": ("exploitation", "salles", "salles de cinéma", "cinemas", "projection"),
    },
    "search-kind": {
        "job": ("métiers", "jobs"),
        "school": ("écoles", "schools"),
        "programme": ("formations", "programs", "program", "programmes"),
        "topic": ("sujets", "réponse", "réponses", "topics", "answer"),
        "stage": ("étapes", "stages"),
    },
}  # fmt: skip
"""What people say for a value, beside what screens show, by vocabulary."""

_LED_BY = {
    "entry-level": frozenset({
        "a", "after", "ai", "apres", "avec", "de", "du", "en", "have", "i", "j", "je", "l", "la", "le",
        "ma", "mon", "my", "niveau", "suis", "the", "titulaire", "un", "une", "with",
    }),
}  # fmt: skip
"""Words, folded, that people say before a value, by vocabulary: « après le bac »."""
_SERIES = frozenset({
    "general", "generale", "pro", "professionnel", "st2s", "std2a", "sti2d", "stmg", "techno", "technologique",
})  # fmt: skip
"""Words, folded, for one series of the bac, of which the level alone counts."""
NO_HEAD = frozenset(
    {"brevet", "college", "ecole", "ingenieur", "lycee", "premiere", "seconde", "troisieme"}
)
"""Words, folded, that mean a level alone, but begin the names of jobs, places and other diplomas too."""
_BRACKETS = str.maketrans("", "", "()")


def meant(
    option: str,
    typed: str,
    valid: Iterable[str],
    vocabulary: str = "",
    *,
    also: tuple[str, ...] = (),
) -> str:
    """Return the value of an option that a word stands for.

    A value itself comes first, then what screens show or people say for it, in either language,
    whatever its accents, capitals and hyphens; then words that only one of these has. Raises
    AmbiguousValueError for words of several, BadValueError for words of none, with those near: of
    `also` when no value is.
    """
    valid = tuple(valid)
    asked = fold(typed)
    spellings = [(value, fold(each)) for value in valid for each in _spellings(value, vocabulary)]
    bare = _without_lead(asked, vocabulary)
    same = _called(asked, spellings) or _called(bare, spellings)
    # Half a word is no answer: each word typed must be one of the words of a value.
    words = set(bare.split())
    found = same or _each_once(
        value for value, spelling in spellings if words and words <= set(spelling.split())
    )
    if not found and (headed := _headed(bare, spellings, vocabulary)):
        found = (headed,)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousValueError(option, typed, valid, found, vocabulary)
    raise BadValueError(option, typed, valid, _near(typed, valid, vocabulary) or also, vocabulary)


def _called(asked: str, spellings: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return _each_once(value for value, spelling in spellings if spelling == asked)


def _without_lead(asked: str, vocabulary: str) -> str:
    """Return folded words less those that people say before a value."""
    words = asked.split()
    while len(words) > 1 and words[0] in _LED_BY.get(vocabulary, ()):
        words = words[1:]
    return " ".join(words)


def _headed(bare: str, spellings: Iterable[tuple[str, str]], vocabulary: str) -> str | None:
    """Return the level of a diploma said with its subject: « CAP électricien » is a CAP."""
    if vocabulary not in _LED_BY:
        return None
    heads = (
        (len(spelling), value)
        for value, spelling in spellings
        if spelling not in NO_HEAD and bare.startswith(f"{spelling} ")
    )
    return max(heads, default=(0, None))[1]


def level_meant(typed: str, valid: Iterable[str]) -> str | None:
    """Return the level that words mean, a diploma said with its subject too; None for other words."""
    valid = tuple(valid)
    spellings = [(value, fold(each)) for value in valid for each in _spellings(value, _LEVEL)]
    bare = _without_lead(fold(typed), _LEVEL)
    same = _called(bare, spellings)
    return same[0] if same else _headed(bare, spellings, _LEVEL)


def held_alone(text: str) -> str | None:
    """Return the level that a text means and no more: that of who holds the bac, or prepares it."""
    asked = fold(text)
    level = exactly_meant(asked, ("bac",), _LEVEL)
    return None if asked in NO_HEAD or asked == fold("high school") else level


def level_note(typed: str, level: str, words: Wording) -> str | None:
    """Return what is said when a diploma was given with its subject; None when it was given bare."""
    bare = _without_lead(fold(typed), _LEVEL)
    one_series = level == "bac" and not _SERIES.isdisjoint(bare.split())
    if not one_series and exactly_meant(bare, (level,), _LEVEL):
        return None
    asked, understood = words.quoted(typed), words(*labels_of(_LEVEL, level))
    note = words(
        f"{asked} : compris comme {understood} ; seul le niveau compte ici, pas la spécialité.",
        f"{asked}: understood as {understood}; only the level counts here, not the subject.",
    )
    if not one_series:
        return note
    told = words.command("explain", "bac-techno-ou-pro")
    return f"{note} {words(f'Ce que la série change : {told}', f'What the series changes: {told}')}"


def exactly_meant(typed: str, valid: Iterable[str], vocabulary: str) -> str | None:
    """Return the one value that a whole word stands for; nothing where it may be a name."""
    asked = fold(typed)
    found = [v for v in valid if any(fold(s) == asked for s in _spellings(v, vocabulary))]
    return found[0] if len(found) == 1 else None


def begun(typed: str, valid: Iterable[str], vocabulary: str) -> tuple[str, ...]:
    """Return the values that begin as typed, else those for which a word that does stands."""
    valid = tuple(valid)
    asked = fold(typed)
    same = tuple(value for value in valid if value.startswith(typed))
    return same or tuple(
        value for value in valid
        if asked and any(fold(each).startswith(asked) for each in _spellings(value, vocabulary))
    )  # fmt: skip


def called(value: str, vocabulary: str, language: Language) -> str:
    """Return what a value stands for, in a language; nothing when it says it itself."""
    labels = labels_of(vocabulary, value)
    said = Wording(language)(*labels) if labels else ""
    return "" if fold(said) == fold(value) else said


def listed(values: Iterable[str], vocabulary: str, words: Wording) -> str:
    """Return values as one may type them: `débutant (entry), confirmé (confirmed)`."""
    return ", ".join(_with_its_key(value, vocabulary, words) for value in values)


def typed_word(value: str, valid: Iterable[str], vocabulary: str, words: Wording) -> str:
    """Return the one word of the language that one may type for a value; the value when none is."""
    labels = labels_of(vocabulary, value)
    if words.language == "en" or not labels:
        return value
    head = words(*labels).split(",")[0].split(":")[0].translate(_BRACKETS).strip()
    said = _SAID.get(vocabulary, {}).get(value, ())[:1]
    for word in (head, *said, head.replace(" ", "-")):
        if word.replace("-", "").isalpha() and exactly_meant(word, valid, vocabulary) == value:
            return word
    return value


def diploma_instead_note(typed: Iterable[str], words: Wording) -> str:
    """Return what is said when a diploma was typed where the nature of one is asked for."""
    asked = ", ".join(map(words.quoted, typed))
    return words(
        f"{asked} : un diplôme, pas une nature de diplôme ; compris comme --diploma.",
        f"{asked}: a diploma, not a nature of diploma; understood as --diploma.",
    )


def _with_its_key(value: str, vocabulary: str, words: Wording) -> str:
    labels = labels_of(vocabulary, value)
    # One bracket is enough: « intermittence annexe 8 (annexe8) ».
    name = words(*labels).translate(_BRACKETS) if labels else value
    return value if fold(name) == fold(value) else f"{name} ({value})"


def _near(typed: str, valid: tuple[str, ...], vocabulary: str) -> tuple[str, ...]:
    values = {each: value for value in valid for each in _spellings(value, vocabulary)}
    return _each_once(values[each] for each in nearest(typed, values))


def _spellings(value: str, vocabulary: str) -> Iterator[str]:
    """Yield all that stands for a value: itself, what screens show for it, what people say."""
    yield value
    yield from labels_of(vocabulary, value)
    yield from _SAID.get(vocabulary, {}).get(value, ())


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
