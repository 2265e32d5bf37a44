"""A question of a known kind, about no one record → the command that answers it.

Which school is the hardest to enter, is there work, who is filming in a region: the words that ask are
taken out of the phrase, and what is left has to be a place, a department or a filter, or nothing.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from avcareers.query.filters.declaration import entries
from avcareers.query.filters.schools import SchoolFilters

from . import cues
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

    found = cues.JOBS.search(" ".join(fold(text).split()))
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
    rest = _left(catalogue, asked, cues.RANKED)
    found = cues.RANKED.search(asked)
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


def _priced(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return the schools of who asks what schools cost, the cheapest first."""
    rest = _left(catalogue, asked, cues.PRICED)
    if (
        rest.others
        or not rest.of_schools
        or not (rest.read.values or cues.FIELD_SAID.search(asked))
    ):
        return None
    return Answer(_listed(rest, "--sort", "fees"), explained=(("explain", "frais-et-bourses"),))


def _alone(said: re.Pattern[str], fillers: frozenset[str], *command: str) -> Answers:
    """Return what answers with a command who asks that and nothing else, a year aside."""

    def answers(catalogue: "Catalogue", asked: str) -> Answer | None:
        rest = _left(catalogue, asked, said)
        named = (text for _, text in rest.read.values)
        nothing = all(word in fillers or word.isdigit() for word in (*rest.others, *named))
        return Answer(command) if nothing else None

    return answers


def _employed(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return what is known of the work found after a school: on its sheet when one is named."""
    rest = _left(catalogue, asked, cues.EMPLOYED)
    words = [word for word in rest.words if word not in cues.LEAVERS | {"alternance", "apres"}]
    if school := _school(catalogue, rest._replace(words=words)):
        return Answer(("school", "show", school), (("explain", "insertion"),))
    known = {name for name, _ in rest.read.values} <= {
        "alternance",
        "departments",
        "routes",
        *_PLACES,
    }
    return Answer(("explain", "insertion")) if known and {*rest.others} <= cues.LEAVERS else None


def _best(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return the schools of who asks for the best, and say that none is."""
    rest = _left(catalogue, asked, cues.BEST)
    if not rest.of_schools or len(rest.others) > LEFT_AT_MOST:
        return None
    note = (
        "Ce catalogue ne classe pas les écoles ; il les trie : --sort prix, ou --programmes --sort sélectivité.",
        "This catalogue ranks no school; it sorts them: --sort price, or --programmes --sort selectivity.",
    )
    return Answer(_listed(rest), left=rest.others, note=note)


def _entering(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return how hard it is to get into a school, or into those that a phrase chooses."""
    rest = _left(catalogue, asked, cues.ENTERING)
    if school := _school(catalogue, rest):
        return Answer(("school", "show", school))
    rated = rest.only("departments", "diplomas", *_PLACES) and cues.RATED.search(asked)
    if not (rest.of_schools or rated) or len(rest.others) > LEFT_AT_MOST:
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
    rest = _left(catalogue, asked, cues.IS_THERE_WORK)
    if rest.only(*_PLACES) and rest.values(*_PLACES):
        return Answer(("explain", "emploi-par-region"))
    return _of_the_field(rest)


def _paid(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return what is known of pay in a department: a phrase that names a job is answered by its own."""
    rest = _left(catalogue, asked, cues.BEST_PAID, cues.PAYING)
    ranked = cues.BEST_PAID.search(asked)
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
    rest = _left(catalogue, asked, cues.FIND_WORK)
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
    rest = _left(catalogue, asked, cues.TOO_OLD, cues.AGED)
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
    hiring = cues.HIRING.search(asked)
    rest = _left(catalogue, asked, cues.HIRING, cues.FILMING)
    others = [word for word in rest.others if word not in _MATERIAL]
    where = _region(rest)
    names = {name for name, _ in rest.read.values} <= {"departments", *_PLACES}
    if others or not names or rest.of_schools or not (hiring or where):
        return None
    return Answer(("explain", "commissions-du-film", *where))


def _licence(catalogue: "Catalogue", asked: str) -> Answer | None:
    if not _left(catalogue, asked, cues.LICENCE).only():
        return None
    note = (
        "Données : Licence Ouverte 2.0 ; programme : licence MIT. Chaque source garde la sienne, que l’export écrit dans NOTICE.txt.",
        "Data: Licence Ouverte 2.0; program: MIT licence. Each source keeps its own, which the export writes in NOTICE.txt.",
    )
    return Answer(("sources",), note=note)


def _taste(catalogue: "Catalogue", asked: str) -> Answer | None:
    """Return the jobs that go with what one likes or refuses, when the interview has a word for it."""
    from avcareers.query.match.wishes import Wishes

    for said in (cues.LIKING, cues.AGED, cues.AT_SCHOOL):
        asked = said.sub(" et ", asked)
    read = reading(Wishes, asked.split(), catalogue, "match")
    if read.others:
        # « Où on dessine » is said for « dessiner ».
        infinitive = {word: f"{word}r" for word in read.others if word.endswith("e")}
        read = reading(Wishes, [infinitive.get(w, w) for w in asked.split()], catalogue, "match")
    others = [word for word in read.others if word not in SAYS_NOTHING | _FIELD]
    likes = [text for name, text in read.values if name == "likes"]
    refused = any(name == "refused" for name, _ in read.values)
    if others or not (likes or refused) or (refused and not cues.REFUSING.search(asked)):
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
    (cues.RANKED, _ranked), (cues.BEST_PAID, _paid), (cues.BEST, _best), (cues.TOO_OLD, _too_old), (cues.ENTERING, _entering),
    (cues.IS_THERE_WORK, _work), (cues.FIND_WORK, _find_work), (cues.HIRING, _offices), (cues.FILMING, _offices),
    (cues.WOMEN, _topic(cues.WOMEN, "mixite")), (cues.LODGING, _topic(cues.LODGING, "logement-etudiant", cues.STUDENTS)),
    (cues.JOBS_THAT, _taste), (cues.LICENCE, _licence), (cues.LIKING, _taste), (cues.EMPLOYED, _employed), (cues.PRICED, _priced),
    (cues.ENDING, _alone(cues.ENDING, cues.TITLES, "changes", "--coming")), (cues.NEWS, _alone(cues.NEWS, cues.DATA, "changes")),
    (cues.VERIFIED, _alone(cues.VERIFIED, cues.DATA, "sources")), (cues.FORMATS, _alone(cues.FORMATS, cues.DATA, "export", "--help")),
    (cues.PAYING, _paid),
)  # fmt: skip
"""What asks, by what answers it: the first that takes the whole phrase."""
