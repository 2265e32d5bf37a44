"""What the store has to say while it works."""

from avcareers.text.wording import Wording


def store_notice(event: str, words: Wording) -> str:
    """Return the message for an event of the store."""
    return {
        "compiling": words(
            "Préparation du catalogue : une fois, puis à chaque changement des données…",
            "Preparing the catalogue: once, then whenever the data change…",
        ),
        "damaged": words(
            "Le catalogue en cache était abîmé : il est refait.",
            "The cached catalogue was damaged: it is made again.",
        ),
        "shipped-damaged": words(
            "Le catalogue installé est abîmé : il est refait à partir des données installées. "
            "Réinstaller avcareers le répare.",
            "The installed catalogue is damaged: it is made again from the installed data. "
            "Installing avcareers again mends it.",
        ),
        "uncached": words(
            "Le cache ne peut pas être écrit : le catalogue reste en mémoire, et sera refait.",
            "The cache cannot be written: the catalogue stays in memory, and will be made again.",
        ),
    }[event]


def store_progress(part: float, words: Wording) -> str:
    """Return the message for a part of the data that was read, from 0 to 1."""
    if part >= 1:
        return words(
            "Données lues ; mise en ordre du catalogue…",
            "Data read; putting the catalogue in order…",
        )
    percent = f"{part:.0%}".removesuffix("%")
    return words(f"{percent} % des données lues…", f"{percent}% of the data read…")


def pager_prompt(words: Wording) -> tuple[str, str]:
    """Return what stands below a screen of a long text, and below its last one."""
    leave = words("q : quitter", "q: quit")
    return words("Espace : suite", "Space: more") + f", {leave}", words("Fin", "End") + f", {leave}"


def site_progress(part: float, words: Wording) -> str:
    """Return the message for a part of the pages of a site that is made, from 0 to 1."""
    if part >= 1:
        return words("Pages faites ; vérification des liens…", "Pages made; checking the links…")
    percent = f"{part:.0%}".removesuffix("%")
    return words(f"{percent} % des pages faites…", f"{percent}% of the pages made…")
