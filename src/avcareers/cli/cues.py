"""The words, folded, that ask a question of a known kind: what each kind of question is known by."""

import re

from avcareers.query.questions import COSTING, EARNING

HARD = r"(?:selecti(?:f|fs|ve|ves)|selective|difficiles?|dure?s?|prisee?s?|demandee?s?|exigeante?s?|competitive|hard)"
FIELD_SAID = re.compile(r"\b(?:cinema|audiovisuel|film|films)\b")
COSTLY = r"(?:ch[e]re?s?|couteu(?:x|ses?)|abordables?|expensive|affordable|costly)"
RANKED = re.compile(
    rf"\b(?:les? |la |the )?(?:(?P<way>plus|moins|most|least) (?:(?P<hard>{HARD})|(?P<cost>{COSTLY}))"
    r"|(?P<word>hardest|toughest|easiest|cheapest|dearest|priciest))"
    r"(?: (?:to (?:get into|enter)|d acces|d entree|a (?:avoir|integrer)))?\b"
)
BEST = re.compile(
    r"\b(?:meilleure?s?|best|top|classement|palmares|ranking|rankings|reputee?s?|renommee?s?)\b"
)
ENTERING = re.compile(
    r"\b(?:selectivite|selectivity|acceptance rate|admission rate|taux d (?:admission|acces|acceptation)"
    r"|how selective|how hard is it to (?:get in(?:to)?|enter)|(?:mes |my )?(?:chances? d (?:etre|y) \w+|chances? of getting in(?:to)?)"
    r"|(?:est (?:elle|il|ce) |is )?(?:c est |cest )?(?:si |tres |trop |so )?(?:dure?|difficile|facile|hard|easy|difficult|tough)"
    r" (?:de |d |a |to )?(?:etre (?:prise?|admise?|accepte[e]?)|entrer|rentrer|acceder|integrer|avoir|get in(?:to)?"
    r"|get accepted|be accepted|be admitted|enter))\b"
)
RATED = re.compile(r"\bselectiv|\btaux d|\brate\b")
FIND_WORK = re.compile(
    r"\b(?:trouver?|decrocher|chercher?|find(?:ing)?|get(?:ting)?|land) (?:(?:du|un|mon|a|my|de|some) )?(?:premier |first )?"
    r"(?:travail|boulot|taf|job|emploi|contrat|work|gig)\b"
)
IS_THERE_WORK = re.compile(
    r"\b(?:(?:y a|ya)(?: t il)?(?: encore| assez| beaucoup| plein)?(?: du| de| des| d)? ?(?:travail|boulot|taf|debouches|emplois?|chomage)"
    r"|debouches|ca (?:embauche|recrute)|job (?:prospects|market)"
    r"|(?:is|are) there(?: still| any| enough| much| many| a lot of)? (?:work|jobs|unemployment)"
    r"|(?:(?:peut on|on|j|je|ils|elles) )?(?:peut |peux |peuvent )?(?:en )?(?:vi(?:vre|t|vent))(?: bien)? d[eu]|en (?:vivre|vit|vivent)"
    r"|make a living|live off)\b"
)
BEST_PAID = re.compile(
    r"\b(?:(?:les? |la |the )?(?:mieux|plus|moins|mal|best|highest|worst|most|least) (?:payee?s?|remuneree?s?|paid|paying)"
    r"|(?:gagnent?|paies?|paye|payent|paient|rapportent?|earns?|pays?) (?:le |the )?(?:plus|mieux|moins|most|best|least))\b"
)
PAYING = re.compile(rf"\b(?:{'|'.join(sorted(EARNING))})\b")
WOMEN = re.compile(
    r"\b(?:femmes?|filles?|nanas?|meufs?|women|woman|girls?|sexis\w+|parite|mixite|egalite|gender (?:gap|equality))\b"
)
LODGING = re.compile(
    r"\b(?:logements?|loger|logee?|(?:cite|residence|chambre) (?:u|universitaire|etudiante)|internat|apl|colocation"
    r"|student (?:housing|accommodation|room)|housing|accommodation|dorms?|halls of residence|rent a room)\b"
)
STUDENTS = frozenset(
    {"etudiant", "etudiante", "etudiants", "crous", "student", "students", "pendant", "during"}
)
TOO_OLD = re.compile(
    r"\b(?:limites? d age|age (?:limite|maximum|maxi?|limits?)|maximum age|upper age|trop (?:vieux|vieille|agee?|tard)"
    r"|too (?:old|late))\b"
)
FILMING = re.compile(r"\b(?:tournages?|shoots?|shooting|films? shot)\b")
HIRING = re.compile(
    r"\b(?:(?:qui|comment) (?:appeler|contacter)|qui (?:embauche|recrute|tourne)|ou postuler|employeurs?|loueurs?|boites? de prod(?:uction)?"
    r"|societes? de production|commissions? du film|bureaux? (?:d accueil )?des tournages"
    r"|who (?:is hiring|hires|is filming|films)|film (?:commission|office)s?|location office|employers?"
    r"|rental (?:house|company|compan(?:y|ies))s?|production compan(?:y|ies))\b"
)
LICENCE = re.compile(
    r"\b(?:licen[cs]es? (?:des |de |of |of the )?(?:donnees|data|catalogue)|data licen[cs]e|(?:reutiliser|reuse) (?:les |the )?"
    r"(?:donnees|data)|open data)\b"
)
PRICED = re.compile(rf"\b(?:{'|'.join(sorted(COSTING))})(?: (?:de|d) (?:scolarite|inscription))?\b")
ENDING = re.compile(
    r"\b(?:expire(?:nt|s)?|expiring|echeances?|prend fin|prennent fin|(?:se )?(?:finit|finissent|terminent?)|"
    r"(?:bientot |a )echu(?:e|s|es)?|arrivent a echeance|ending|(?:which |what )?(?:titles? )?ends? soon|deadlines?)\b"
)
NEWS = re.compile(
    r"\b(?:quoi de neuf|nouveautes?|(?:qu est )?ce qui a change|what s new|whats new|what (?:has )?changed|changelog)\b"
)
EMPLOYED = re.compile(
    r"\b(?:(?:taux|chiffres?) d(?:e l)? ?(?:emploi|insertion|embauche)|insertion professionnelle|employment rates?|job placement)\b"
)
FORMATS = re.compile(
    r"\b(?:csv|sqlite|parquet|xlsx|tableur|spreadsheet|jeu de donnees|data ?set|bases? de donnees|database|telecharger|download)\b"
)
VERIFIED = re.compile(
    r"\b(?:(?:ont )?(?:ete )?(?:verifie\w*|controle\w*)|d ou viennent|checked|verified|where (?:do|does))\b"
)
DATA = frozenset({"chiffre", "chiffres", "come", "data", "donnees", "export", "exporter", "facts", "faits", "figures", "informations",
                   "numbers", "sont", "telecharger", "viennent", "were"})  # fmt: skip
TITLES = frozenset({"bientot", "certification", "certifications", "diplome", "diplomes", "quand", "rncp", "soon", "titre", "titres",
                     "title", "titles", "visa", "visas", "when"})  # fmt: skip
LEAVERS = frozenset({"after", "anciens", "apres", "apprenti", "apprentis", "apprentices", "diplomes", "eleves", "graduates", "sortie", "sortants"})  # fmt: skip
AGED = re.compile(
    r"\b(?:j ai |i m |i am |im )?\d\d? ?(?:ans|years old|years|yo)\b|\b(?:i m|i am|im) \d\d?\b"
)
AT_SCHOOL = re.compile(
    r"\b(?:je suis |j suis |i m |i am )?(?:au (?:lycee|college)|lyceenne?|collegienne?|eleve|in high school)\b"
)
JOBS = re.compile(
    r"\b(?:c est quoi|cest quoi|quels? (?:sont|est|(?=metiers?))|what (?:are|(?=jobs))|j ?aime|je cherche|montre\w*|liste)\b.*"
    r"\b(?:metiers?|jobs?|careers?) (?:y a (?:t il )?|there are |are there )?(?:du|de|des|d|dans|en|a|in|of)\b (?P<of>.+)$"
)
JOBS_THAT = re.compile(r"\b(?:metiers?|jobs?|careers?)\b.*\b(?:ou|sans|qui|where|without|that)\b")
REFUSING = re.compile(r"\b(?:sans|pas|jamais|ni|no|not|without|never)\b")
LIKING = re.compile(
    r"\b(?:j ?(?:aime|adore|kiffe)|je kiffe|jadore|jaime|passionnee? (?:de|par|du)|fan (?:de|du)|i (?:really )?(?:like|love|enjoy)"
    r"|i m into)\b"
)
