"""Commands to begin with, for who does not know what to look for, or wants a sheet on paper."""

from avcareers.text.wording import Wording

Groups = tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
"""Key, title and commands of each part of a screen; each command with what it is for."""


def where_to_begin(words: Wording) -> Groups:
    """Return what to look at first, for who has no job in mind."""
    return (
        ("first", words("Les premiers métiers", "First jobs"), (
            ("jobs --entry", words("ceux par où l'on débute", "those one starts with")),
            ("jobs --entry tournage", words("sur un tournage", "on a shoot")),
            ("jobs --entry postproduction", words("après le tournage", "after the shoot")),
        )),
        ("whole", words("Tous les métiers", "All the jobs"), (
            ("departments", words("par équipe : image, son…", "by team: camera, sound…")),
            ("stages", words("par étape d'un film", "by stage of a film")),
        )),
        ("likes", words("Ce que l'on aime faire", "What you like to do"), (
            (words("search dessiner", "search drawing"), words("avec vos mots", "in your own words")),
            (words("match --like bricoler --not nuits", "match --like building --not nights"),
             words("et ses limites", "and your limits")),
        )),
        ("level", words("Avec ce que l'on a", "With what you have"), (
            ("schools --entry none", words("sans diplôme", "with no diploma")),
            ("schools --max-fees 0", words("sans payer", "without paying")),
        )),
    )  # fmt: skip


def to_print(words: Wording) -> Groups:
    """Return what can be printed, or handed over."""
    to_file = words("une page à ouvrir et à imprimer", "a page to open and print")
    return (
        ("page", words("Une page HTML, à garder : ajouter « > fiche.html »",
                       "An HTML page, to keep: add “> sheet.html”"), (
            ("job show scripte --sheet --html", to_file),
            ("school show la-femis --sheet --html", words("une école", "a school")),
            ("school check la-femis --sheet --html", words("que demander à une école", "what to ask a school")),
        )),
        ("screen", words("À l'écran d'abord", "On the screen first"), (
            ("job show scripte --sheet", words("un métier", "a job")),
            ("school show la-femis --sheet", words("une école", "a school")),
            ("compare monteur etalonneur --sheet", words("deux métiers", "two jobs")),
            ("plan monteur --from bac --sheet", words("un parcours", "a route")),
        )),
    )  # fmt: skip
