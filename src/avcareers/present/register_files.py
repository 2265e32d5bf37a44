"""What to say of an export of a register that can't be read: what it is, and what to do."""

from avcareers.model.errors import ExportError
from avcareers.text.wording import Wording

_RNCP = (
    "donnez le zip « export-fiches-csv-AAAA-MM-JJ.zip » de France compétences, ou le dossier où il est "
    "dézippé",
    "give the zip export-fiches-csv-YYYY-MM-DD.zip of France compétences, or the folder it is unzipped in",
)
_PARCOURSUP = (
    "donnez le CSV « fr-esr-parcoursup » du ministère, tel que téléchargé",
    "give the CSV fr-esr-parcoursup of the ministry, as downloaded",
)
_WHAT = {
    # What was given.
    "not-regular": ("ce n'est pas un fichier ordinaire : téléchargez-le d'abord",
                    "it is no regular file: download it first"),
    "broken": ("le fichier est incomplet ou abîmé ({error}) : téléchargez-le de nouveau",
               "the file is cut short or damaged ({error}): download it again"),
    "not-ordinary": ("un zip ordinaire, sans mot de passe, est attendu",
                     "an ordinary zip, without password, is expected"),
    "swells": ("il ne doit pas faire {bytes} octets une fois ouvert : ce n'est pas l'export publié",
               "it must not swell to {bytes} bytes when it is opened: it is not the export published"),
    "is-rncp": ("c'est l'export du RNCP : donnez-le à --rncp",
                "this is the export of the RNCP: give it to --rncp"),
    "spreadsheet": (f"c'est un classeur de tableur : {_PARCOURSUP[0]}",
                    f"this is a spreadsheet's workbook: {_PARCOURSUP[1]}"),
    "json": (f"c'est du JSON : {_PARCOURSUP[0]}", f"this is JSON: {_PARCOURSUP[1]}"),
    "page": (f"c'est une page, pas un tableau : {_PARCOURSUP[0]}",
             f"this is a page, not a table: {_PARCOURSUP[1]}"),
    "apprentices": ("ce sont les chiffres de l'apprentissage, comptés autrement : ils ne se comparent pas ; "
                    f"{_PARCOURSUP[0]}",
                    "these are the figures of apprenticeship, counted otherwise: they can't be compared; "
                    f"{_PARCOURSUP[1]}"),
    "map": (f"c'est la carte des formations, sans chiffres d'admission : {_PARCOURSUP[0]}",
            f"this is the map of the courses, without figures of admission: {_PARCOURSUP[1]}"),
    "is-parcoursup": ("c'est un export de Parcoursup : donnez-le à --parcoursup",
                      "this is an export of Parcoursup: give it to --parcoursup"),
    "no-table": (f"il n'y a pas de CSV : {_PARCOURSUP[0]}", f"there is no CSV: {_PARCOURSUP[1]}"),
    "empty": (f"il n'y a rien : {_RNCP[0]}", f"there is nothing: {_RNCP[1]}"),
    "several-tables": ("un seul fichier CSV est attendu, il y a : {held} ; donnez celui d'une session",
                  "one CSV file is expected, there is: {held}; give that of one session"),
    "not-zip": (f"ce n'est pas un zip : {_RNCP[0]}", f"this is no zip: {_RNCP[1]}"),
    "no-rncp": (f"les CSV du RNCP n'y sont pas, il y a : {{held}} ; {_RNCP[0]}",
                f"the CSV files of the RNCP are not in it, there is: {{held}}; {_RNCP[1]}"),
    "one-part": (f"un fichier CSV {{part}} est attendu, il y en a {{count}} parmi : {{held}} ; {_RNCP[0]}",
                 f"one CSV file {{part}} is expected, found {{count}} among: {{held}}; {_RNCP[1]}"),
    "days": ("des fichiers d'un même jour sont attendus, dont le nom finit par _AAAA_MM_JJ.csv ; il y a : "
             "{held}",
             "files of one day are expected, whose names end with _YYYY_MM_DD.csv; there is: {held}"),
    # What is in a table.
    "no-header": ("une première ligne de titres est attendue : {columns}",
                  "a first line of titles is expected: {columns}"),
    "columns": ("il manque : {columns} ; la première ligne est : {found}. Donnez le fichier tel que publié",
                "missing: {columns}; the first line is: {found}. Give the file as published"),
    "no-row": ("il n'y a que les titres : une ligne de données est attendue",
               "there are only the titles: a row of data is expected"),
    "fields": ("{expected} cases sont attendues, comme dans les titres, il y en a {found} : téléchargez le "
               "fichier de nouveau",
               "{expected} fields are expected, as in the titles, found {found}: download the file again"),
    "quotes": ("le CSV est mal formé ({error}) : téléchargez le fichier de nouveau",
               "the CSV is malformed ({error}): download the file again"),
    "endless": ("une ligne n'a pas de fin : ce n'est pas un tableau",
                "a line has no end: this is no table"),
    "not-utf8": ("du texte UTF-8 est attendu, il y a l'octet {byte} : un tableur l'a peut-être enregistré "
                 "autrement ; téléchargez-le de nouveau",
                 "UTF-8 text is expected, found the byte {byte}: a spreadsheet may have saved it otherwise; "
                 "download it again"),
    "session": ("la session doit être une année, il y a {found}",
                "the session must be a year, found {found}"),
    "sessions": ("la première ligne est de la session {known}, celle-ci de {found} : donnez un fichier pour "
                 "chaque session",
                 "the first row is of session {known}, this one of {found}: give a file for each session"),
    "no-course": ("lib_for_voe_ins doit nommer la formation, il n'y a rien",
                  "lib_for_voe_ins must name the course, found nothing"),
    "count": ("{column} doit être un nombre entier, il y a {found}",
              "{column} must be a whole number, found {found}"),
    "twice": ("RNCP{number} y est deux fois : téléchargez le fichier de nouveau",
              "RNCP{number} is in it twice: download the file again"),
    "level": ("Nomenclature_Europe_Niveau doit être parmi {known}, il y a {found}",
              "Nomenclature_Europe_Niveau must be one of {known}, found {found}"),
    "active": ("Actif doit être ACTIVE ou INACTIVE, il y a {found}",
               "Actif must be ACTIVE or INACTIVE, found {found}"),
    "day": ("Date_Fin_Enregistrement doit être un jour écrit JJ/MM/AAAA, il y a {found}",
            "Date_Fin_Enregistrement must be a day written DD/MM/YYYY, found {found}"),
}  # fmt: skip


def export_message(error: ExportError, words: Wording) -> str:
    """Return the message for an export that can't be read."""
    where = words(f"{error.file}, ligne {error.line}", f"{error.file}, line {error.line}")
    what = words(*_WHAT[error.what]).format_map(error.found)
    return f"{where if error.line else error.file}{words(' : ', ': ')}{what}."
