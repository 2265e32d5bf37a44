"""A question of a known kind, about no one record → the command that answers it.

Which school is the hardest to enter, is there work, who is filming in a region: the words that ask are
taken out of the phrase, and what is left has to be a place, a department or a filter, or nothing.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from avcareers.query.filters.declaration import entries
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.questions import EARNING

from .loose import SUBJECTS, Reading, filled, options_of, reading
from .phrases import LEFT_AT_MOST, SAYS_NOTHING, Answer, answer_to, called, trimmed

if TYPE_CHECKING:
    from avcareers.store.catalogue import Catalogue

_FIELD = frozenset({
    "a", "annee", "assez", "career", "careers", "job", "jobs", "metiers", "avoir", "beaucoup", "becoming", "bien", "ca", "chez", "comme", "d", "domaine", "encore", "enough",
    "etre", "from", "get", "have", "into", "lots", "mes", "milieu", "monde", "much", "my", "need", "pas", "plein", "que",
    "really", "region", "secteur", "si", "so", "still", "toujours", "tres", "trop", "very", "vraiment",
})  # fmt: skip
"""Words, folded, that add nothing to a question of such a kind."""
_ARE_SCHOOLS = (SUBJECTS["schools"] - {"metier", "metiers", "cinema", "audiovisuel", "audiovisuelle", "film", "films"}) | {
    "fac", "facs", "concours", "parcoursup", "programme", "programmes", "universite", "universites", "university",
}  # fmt: skip
_ELIDED = frozenset("djlmst")
"""What is left of an article before an apostrophe: « l’animation » is no name."""
_PLACES = frozenset({"near", "regions"})
_SCHOOLS_ONLY = frozenset({"diplomas", "entry_level", "alternance", "max_fees"})
_MATERIAL = frozenset({"camera", "cameras", "eclairage", "light", "lighting", "lumiere", "materiel", "studio", "studios",
                       "technique", "equipment", "gear"})  # fmt: skip
_HARD = r"(?:selecti(?:f|fs|ve|ves)|selective|difficiles?|dure?s?|prisee?s?|demandee?s?|exigeante?s?|competitive|hard)"
_COSTLY = r"(?:ch[e]re?s?|couteu(?:x|ses?)|abordables?|expensive|affordable|costly)"
_RANKED = re.compile(
    rf"\b(?:les? |la |the )?(?:(?P<way>plus|moins|most|least) (?:(?P<hard>{_HARD})|(?P<cost>{_COSTLY}))"
    r"|(?P<word>hardest|toughest|easiest|cheapest|dearest|priciest))"
    r"(?: (?:to (?:get into|enter)|d acces|d entree|a (?:avoir|integrer)))?\b"
)
_BEST = re.compile(
    r"\b(?:meilleure?s?|best|top|classement|palmares|ranking|rankings|reputee?s?|renommee?s?)\b"
)
_ENTERING = re.compile(
    r"\b(?:selectivite|selectivity|acceptance rate|admission rate|taux d (?:admission|acces|acceptation)"
    r"|how selective|how hard is it to (?:get in(?:to)?|enter)|(?:mes |my )?(?:chances? d (?:etre|y) \w+|chances? of getting in(?:to)?)"
    r"|(?:est (?:elle|il|ce) |is )?(?:c est |cest )?(?:si |tres |trop |so )?(?:dure?|difficile|facile|hard|easy|difficult|tough)"
    r" (?:de |d |a |to )?(?:etre (?:prise?|admise?|accepte[e]?)|entrer|rentrer|acceder|integrer|avoir|get in(?:to)?"
    r"|get accepted|be accepted|be admitted|enter))\b"
)
_FIND_WORK = re.compile(
    r"\b(?:trouver?|decrocher|chercher?|find(?:ing)?|get(?:ting)?|land) (?:(?:du|un|mon|a|my|de|some) )?(?:premier |first )?"
    r"(?:travail|boulot|taf|job|emploi|contrat|work|gig)\b"
)
_IS_THERE_WORK = re.compile(
    r"\b(?:(?:y a|ya)(?: t il)?(?: encore| assez| beaucoup| plein)?(?: du| de| des| d)? ?(?:travail|boulot|taf|debouches|emplois?|chomage)"
    r"|debouches|ca (?:embauche|recrute)|job (?:prospects|market)"
    r"|(?:is|are) there(?: still| any| enough| much| many| a lot of)? (?:work|jobs|unemployment)"
    r"|(?:(?:peut on|on|j|je|ils|elles) )?(?:peut |peux |peuvent )?(?:en )?(?:vi(?:vre|t|vent))(?: bien)? d[eu]|en (?:vivre|vit|vivent)"
    r"|make a living|live off)\b"
)
_BEST_PAID = re.compile(
    r"\b(?:(?:les? |la |the )?(?:mieux|plus|moins|mal|best|highest|worst|most|least) (?:payee?s?|remuneree?s?|paid|paying)"
    r"|(?:gagnent?|paies?|paye|payent|paient|rapportent?|earns?|pays?) (?:le |the )?(?:plus|mieux|moins|most|best|least))\b"
)
_EARNING = re.compile(rf"\b(?:{'|'.join(sorted(EARNING))})\b")
_WOMEN = re.compile(
    r"\b(?:femmes?|filles?|nanas?|meufs?|women|woman|girls?|sexis\w+|parite|mixite|egalite|gender (?:gap|equality))\b"
)
_LODGING = re.compile(
    r"\b(?:logements?|loger|logee?|(?:cite|residence|chambre) (?:u|universitaire|etudiante)|internat|apl|colocation"
    r"|student (?:housing|accommodation|room)|housing|accommodation|dorms?|halls of residence|rent a room)\b"
)
_STUDENTS = frozenset(
    {"etudiant", "etudiante", "etudiants", "crous", "student", "students", "pendant", "during"}
)
_TOO_OLD = re.compile(
    r"\b(?:limites? d age|age (?:limite|maximum|maxi?|limits?)|maximum age|upper age|trop (?:vieux|vieille|agee?|tard)"
    r"|too (?:old|late))\b"
)
_FILMING = re.compile(r"\b(?:tournages?|shoots?|shooting|films? shot)\b")
_HIRING = re.compile(
    r"\b(?:qui (?:embauche|recrute|tourne)|ou postuler|employeurs?|loueurs?|boites? de prod(?:uction)?"
    r"|societes? de production|commissions? du film|bureaux? (?:d accueil )?des tournages"
    r"|who (?:is hiring|hires|is filming|films)|film (?:commission|office)s?|location office|employers?"
    r"|rental (?:house|company|compan(?:y|ies))s?|production compan(?:y|ies))\b"
)
_LICENCE = re.compile(
    r"\b(?:licen[cs]es? (?:des |de |of |of the )?(?:donnees|data|catalogue)|data licen[cs]e|(?:reutiliser|reuse) (?:les |the )?"
    r"(?:donnees|data)|open data)\b"
)
_AGED = re.compile(
    r"\b(?:j ai |i m |i am |im )?\d\d? ?(?:ans|years old|years|yo)\b|\b(?:i m|i am|im) \d\d?\b"
)
_AT_SCHOOL = re.compile(
    r"\b(?:je suis |j suis |i m |i am )?(?:au (?:lycee|college)|lyceenne?|collegienne?|eleve|in high school)\b"
)
_JOBS = re.compile(
    r"\b(?:c est quoi|cest quoi|quels? (?:sont|est|(?=metiers?))|what (?:are|(?=jobs))|j ?aime|je cherche|montre\w*|liste)\b.*"
    r"\b(?:metiers?|jobs?|careers?) (?:y a (?:t il )?|there are |are there )?(?:du|de|des|d|dans|en|a|in|of)\b (?P<of>.+)$"
)
_LIKING = re.compile(
    r"\b(?:j ?(?:aime|adore|kiffe)|je kiffe|jadore|jaime|passionnee? (?:de|par|du)|fan (?:de|du)|i (?:really )?(?:like|love|enjoy)"
    r"|i m into)\b"
)


Answers = Callable[["Catalogue", str], Answer | None]
"""What answers a phrase, folded, if it takes all of it."""


class _Asked(NamedTuple):
    """What is left of a phrase without the words that ask."""

    words: list[str]
    read: Reading
    """What they stand for among the filters of schools."""
    others: tuple[str, ...]
    """Those that stand for nothing."""

    def values(self, *names: str) -> list[str]:
        """Return the words taken for some filters."""
        return [text for name, text in self.read.values if name in names]

    @property
    def of_schools(self) -> bool:
        """True if it speaks of schools."""
        return not _ARE_SCHOOLS.isdisjoint(self.words) or bool(self.values(*_SCHOOLS_ONLY))

    def only(self, *names: str) -> bool:
        """True if nothing else is said than values of some filters."""
        return not self.others and {name for name, _ in self.read.values} <= {*names}


def kind_of(catalogue: "Catalogue", text: str) -> Answer | None:
    """Return what answers a phrase of one of the kinds, when nothing in it is of another."""
    from avcareers.text.folding import fold

    asked = " ".join(fold(text).split())
    for said, answers in _KINDS:
        if said.search(asked):
            found = answers(catalogue, asked)
            if found:
                return found
    return None


def jobs_asked(text: str) -> list[str]:
    """Return the words that say which jobs a phrase asks to list: « c’est quoi les métiers du son »."""
    from avcareers.text.folding import fold

    found = _JOBS.search(" ".join(fold(text).split()))
    return found["of"].split() if found else []


def explained_by(catalogue: "Catalogue", text: str) -> tuple[str, str] | None:
    """Return the kind and key of what explains a diploma said with its subject, or a question of a kind."""
    rest = _left(catalogue, text)
    diplomas = rest.values("diplomas")
    if len(diplomas) == 1 and rest.only("diplomas", "departments", *_PLACES):
        if topics := catalogue.begun("topic", diplomas[0]):
            return "topic", topics[0]
        known = catalogue.known("diploma", diplomas[0])
        return ("diploma", known.slug) if known else None
    asked = kind_of(catalogue, text)
    return ("topic", asked.command[1]) if asked and asked.command[0] == "explain" else None


def _left(catalogue: "Catalogue", asked: str, *said: re.Pattern[str]) -> _Asked:
    """Return what is left of a phrase without the words of some patterns."""
    from avcareers.query.whereabouts import named_in_full

    for pattern in said:
        asked = pattern.sub(" et ", asked)
    words = [word for word in asked.split() if word not in _ELIDED]
    read = reading(SchoolFilters, words, catalogue, "schools", communes=False)
    others = tuple(w for w in read.others if w not in SAYS_NOTHING | _FIELD | _ARE_SCHOOLS)
    found = _Asked(words, read, others)
    commune = named_in_full(catalogue, " ".join(others)) if others else None
    if commune is None or found.values(*_PLACES):
        return found
    return _Asked(words, Reading((*read.values, ("near", commune)), ()), ())


def _listed(rest: _Asked, *options: str) -> tuple[str, ...]:
    """Return the list of the schools that are left to choose from."""
    asked = filled(SchoolFilters, dict.fromkeys(entries(SchoolFilters)), rest.read)
    return ("schools", *options_of(SchoolFilters, asked), *options)


def _ranked(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return the schools in the order that a superlative asks for: « les plus sélectives »."""
    rest = _left(catalogue, asked, _RANKED)
    found = _RANKED.search(asked)
    if found is None or not rest.of_schools or len(rest.others) > LEFT_AT_MOST:
        return None
    word = found["word"]
    by_cost = bool(found["cost"]) or word in {"cheapest", "dearest", "priciest"}
    last = word in {"easiest", "dearest", "priciest"} or (
        not word and (found["way"] in {"plus", "most"}) == by_cost
    )
    if found["cost"] in {"abordable", "abordables", "affordable"}:
        last = not last
    order = ("--sort", "fees") if by_cost else ("--programmes", "--sort", "selectivity")
    cheap = ("0 € est souvent le prix en apprentissage ; à l’école seulement : --open-to étudiant.",
             "€0 is often the price as an apprentice; at school only: --open-to student.")  # fmt: skip
    reverse = ("L’ordre inverse n’existe pas ; l’inconnu vient en dernier.",
               "There is no reverse order; what is unknown comes last.")  # fmt: skip
    note = reverse if last else cheap if by_cost else ()
    return Answer(_listed(rest, *order), left=rest.others, note=note)


def _best(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return the schools of who asks for the best, and say that none is."""
    rest = _left(catalogue, asked, _BEST)
    if not rest.of_schools or len(rest.others) > LEFT_AT_MOST:
        return None
    note = (
        "Ce catalogue ne classe pas les écoles ; il les trie : --sort prix, ou --programmes --sort sélectivité.",
        "This catalogue ranks no school; it sorts them: --sort price, or --programmes --sort selectivity.",
    )
    return Answer(_listed(rest), left=rest.others, note=note)


def _entering(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return how hard it is to get into a school, or into those that a phrase chooses."""
    rest = _left(catalogue, asked, _ENTERING)
    if school := _school(catalogue, rest):
        return Answer(("school", "show", school))
    if not rest.of_schools or len(rest.others) > LEFT_AT_MOST:
        return None
    diploma = next(iter(rest.values("diplomas")), "")
    topics = catalogue.begun("topic", diploma) if diploma else ()
    explained = tuple(("explain", topic) for topic in topics[:1])
    return Answer(
        _listed(rest, "--programmes", "--sort", "selectivity"),
        left=rest.others,
        explained=explained,
    )


def _school(catalogue: "Catalogue", rest: _Asked) -> str | None:
    """Return the key of the school named by what is left, or the words that begin the names of several."""
    name = " ".join(trimmed([word for word in rest.words if word not in _FIELD]))
    bare = " ".join(word for word in name.split() if word not in _ARE_SCHOOLS)
    for each in (name, bare):
        if key := called(catalogue, "school", each):
            return key
    return bare if bare and not rest.read.values and catalogue.begun("school", bare) else None


def _work(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return what is known of how much work there is: where, or how much."""
    rest = _left(catalogue, asked, _IS_THERE_WORK)
    if rest.only(*_PLACES) and rest.values(*_PLACES):
        return Answer(("explain", "emploi-par-region"))
    return _of_the_field(rest)


def _paid(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return what is known of pay in a department: a phrase that names a job is answered by its own."""
    rest = _left(catalogue, asked, _BEST_PAID, _EARNING)
    ranked = _BEST_PAID.search(asked)
    if rest.of_schools or not (ranked or rest.values("departments")):
        return None
    note = (
        "Aucun classement des métiers par la paie : les minimums ne se comparent pas tous ; un par un : pay MÉTIER.",
        "Jobs are not ranked by pay: not all minimum rates compare; one by one: pay JOB.",
    )
    return _of_the_field(rest, note if ranked else ())


def _of_the_field(rest: _Asked, note: tuple[str, ...] = ()) -> Answer | None:
    """Return what is earned in the whole field, and where the jobs of the department asked are."""
    if not rest.only("departments") or rest.of_schools:
        return None
    also = tuple(("jobs", "--department", each) for each in rest.values("departments")[:1])
    if also and not note:
        note = ("Ces chiffres sont ceux de tout le secteur, sauf là où la ligne dit lequel.",
                "These figures are for the whole field, except where the line says which part.")  # fmt: skip
    return Answer(("explain", "combien-on-gagne"), also, note=note)


def _find_work(catalogue: "Catalogue", asked: str) -> Answer | None:
    rest = _left(catalogue, asked, _FIND_WORK)
    if rest.of_schools or not rest.only("departments", *_PLACES):
        return None
    where = _region(rest)
    also = (("explain", "commissions-du-film", *where),) if where else ()
    return Answer(("explain", "trouver-premier-contrat"), also)


def _region(rest: _Asked) -> tuple[str, ...]:
    place = next(iter(rest.values(*_PLACES)), "")
    return ("--region", place) if place else ()


def _topic(said: re.Pattern[str], slug: str, fillers: frozenset[str] = frozenset()) -> Answers:
    """Return what answers with a topic who asks about it in the field, a department or a place."""

    def answers(catalogue: "Catalogue", asked: str) -> Answer | None:
        rest = _left(catalogue, asked, said)
        rest = rest._replace(others=tuple(word for word in rest.others if word not in fillers))
        taken = rest.only("departments", "entry_level", "routes", *_PLACES)
        return Answer(("explain", slug)) if taken else None

    return answers


def _too_old(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return the ages that are asked, of a school when one is named; and the plan, when one is."""
    rest = _left(catalogue, asked, _TOO_OLD, _AGED)
    if "concours" in rest.words:
        return None
    if school := _school(catalogue, rest):
        return Answer(("school", "show", school), (("explain", "limites-d-age"),))
    plan = answer_to(catalogue, " ".join(rest.words))
    also = (plan.command,) if plan else ()
    left = () if plan else rest.others
    return Answer(("explain", "limites-d-age"), also, left) if len(left) <= LEFT_AT_MOST else None


def _offices(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return who knows of shoots, of employers and of rental houses: the film commission of a region."""
    hiring = _HIRING.search(asked)
    rest = _left(catalogue, asked, _HIRING, _FILMING)
    others = [word for word in rest.others if word not in _MATERIAL]
    where = _region(rest)
    names = {name for name, _ in rest.read.values} <= {"departments", *_PLACES}
    if others or not names or rest.of_schools or not (hiring or where):
        return None
    return Answer(("explain", "commissions-du-film", *where))


def _licence(catalogue: "Catalogue", asked: str) -> Answer | None:
    if not _left(catalogue, asked, _LICENCE).only():
        return None
    note = (
        "Données : Licence Ouverte 2.0 ; programme : licence MIT. Chaque source garde la sienne, que l’export écrit dans NOTICE.txt.",
        "Data: Licence Ouverte 2.0; program: MIT licence. Each source keeps its own, which the export writes in NOTICE.txt.",
    )
    return Answer(("sources",), note=note)


def _taste(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return the jobs that go with what one likes, when the interview has a word for it."""
    from avcareers.query.match.wishes import Wishes

    for said in (_LIKING, _AGED, _AT_SCHOOL):
        asked = said.sub(" et ", asked)
    read = reading(Wishes, asked.split(), catalogue, "match")
    others = [word for word in read.others if word not in SAYS_NOTHING | _FIELD]
    likes = [text for name, text in read.values if name == "likes"]
    if others or not likes:
        return None
    wishes = filled(Wishes, dict.fromkeys((*entries(Wishes), "within")), read)
    also = tuple(
        ("jobs", "--department", like) for like in likes[:1] if _is_department(catalogue, like)
    )
    return Answer(("match", *options_of(Wishes, wishes)), also)


def _is_department(catalogue: "Catalogue", word: str) -> bool:
    from .names import is_called

    return is_called(catalogue, "department", word, "department")


_KINDS: tuple[tuple[re.Pattern[str], Answers], ...] = (
    (_RANKED, _ranked), (_BEST_PAID, _paid), (_BEST, _best), (_TOO_OLD, _too_old), (_ENTERING, _entering),
    (_IS_THERE_WORK, _work), (_FIND_WORK, _find_work), (_HIRING, _offices), (_FILMING, _offices),
    (_WOMEN, _topic(_WOMEN, "mixite")), (_LODGING, _topic(_LODGING, "logement-etudiant", _STUDENTS)),
    (_LICENCE, _licence), (_LIKING, _taste),
    (_EARNING, _paid),
)  # fmt: skip
"""What asks, by what answers it: the first that takes the whole phrase."""
