"""Names that a register writes in capitals without accents, as a person would write them."""

import re

from .folding import fold

_COMMON = """
académie activités affaires agriculture animation appliqués apprentis appliquées art artistique
arts association ateliers au audiovisuel aux centre cinéma cinématographique cinématographiques
civilisations commerce communication compagnie conseil conservatoire création créatives culture d de
décoratifs délégué des développement direction du école écoles écriture écritures éducation en
enseignement enseignements espace et études européen film films formation formations gestion groupe
image industrie informations ingénierie institut international jeu jeunesse l la langues le les lycée
maquillage métier métiers ministère multimédia musicales national nationale numérique orientales
pédagogique photographie plurimédia pour production professionnelle réalisation recherche sciences
social société son sons spectacle sup supérieur supérieure sur technique techniciens techniques
technologies travail
"""
_NAMED = """
CCI CPNEF AV CY EICAR ESRA ETPA GRIM INA Côte Évry François Île Lumière Méliès Nîmes PACA Poudrière
Rhône Saint-Étienne Sèvres UPHF URCA UBO UMLP EPSCP IESA IGS ISART MJM PSL Valéry Cité Université Panthéon Émile Étienne
"""
_SPELT = {fold(word): word for word in f"{_COMMON} {_NAMED}".split()}
"""Words of such names, as they stand inside one: common ones without capital, and initials."""
_WORD = re.compile(r"(?:\w\.){2,}|\w+")
_INITIALS = re.compile(r"[IVX]+|[^AEIOUY]{2,}|\w*\d\w*|.*\..*")
"""Roman numerals, and what nobody can say as a word."""
_ELIDED = re.compile(r"\b([dl]) (?=[aeiouyàâéèêîô])", re.IGNORECASE)
"""Where the register leaves out an apostrophe."""
_SHORT = 4
"""Letters up to which a first word in capitals may be initials."""


def in_small_letters(name: str) -> str:
    """Return a name in capitals as a person writes it: « École nationale de cinéma ».

    A name that does not begin with a word in capitals is left as it is.
    """
    first = name.split(" ", 1)[0]
    if not (name.isupper() or (first.isupper() and len(first) > _SHORT)):
        return name
    written = _ELIDED.sub(r"\1'", _WORD.sub(lambda found: _spelt(found[0]), name))
    return written[:1].upper() + written[1:]


def _spelt(word: str) -> str:
    if not word.isupper():
        return word
    known = _SPELT.get(fold(word))
    return known or (word if _INITIALS.fullmatch(word) else word.capitalize())
