"""The first screen: what can be asked."""

from collections.abc import Iterator

from avcareers.query.home import Home
from avcareers.query.questions import PRINT, START
from avcareers.text.wording import Wording

from .beginning import Groups, to_print, where_to_begin
from .page import Item, Line, Page, Section, Span, line

ALIGNED = 38
"""Longest command beside which what it is for still stands on a screen, aligned with the others."""


def home_page(found: Home, words: Wording, about: str = "") -> Page:
    """Present what the tool answers, with commands to copy: all, or about one matter."""
    matter, listed = {
        START: (words("par où commencer", "where to begin"), where_to_begin),
        PRINT: (words("à imprimer ou à donner", "to print or to hand over"), to_print),
    }.get(about, (words(
        "les métiers et les écoles du cinéma et de l'audiovisuel en France",
        "jobs and schools in French cinema and audiovisual"), _groups))  # fmt: skip
    # Options given again on every line would break the columns: they are said once, below.
    bare = Wording(words.language)
    groups = [
        (key, title, [(bare.command(*command.split()), why) for command, why in commands])
        for key, title, commands in listed(words)
    ]
    width = max(len(command) for _, _, commands in groups for command, _ in commands)
    width = width if width <= ALIGNED else 0
    everything = bare.command("--help")
    return Page(
        title=line(Span("avcareers", "strong"), f" – {matter}"),
        lead=tuple(_lead(found, words)),
        sections=tuple(
            Section(key, title, tuple(_command(*each, width) for each in commands))
            for key, title, commands in groups
        ),
        footer=(
            line(Span(words("Toutes les commandes : ", "Every command: "), "muted"),
                 Span(everything, "command")),
            *map(line, _again(words)),
        ),
    )  # fmt: skip


def _again(words: Wording) -> Iterator[str]:
    """Yield which options to give again with these commands, and how not to."""
    if "--lang" in words.kept:
        yield words("Ajoutez --lang fr à chacune, ou fixez AVCAREERS_LANG=fr.",
                    "Add --lang en to each, or set AVCAREERS_LANG=en.")  # fmt: skip
    if "--data" in words.kept:
        yield words("Ajoutez --data et le dossier à chacune, ou fixez AVCAREERS_DATA.",
                    "Add --data and the folder to each, or set AVCAREERS_DATA.")  # fmt: skip


def _lead(found: Home, words: Wording) -> Iterator[Line]:
    counts = found.records
    jobs = words.count(counts["profession"], ("métier", "métiers"), ("job", "jobs"))
    schools = words.count(counts["school"], ("école", "écoles"), ("school", "schools"))
    sources = words.count(counts["source"], ("source", "sources"), ("source", "sources"))
    counted = f"{jobs}, {schools}, {sources}"
    if found.read_until:
        day = words.day(found.read_until)
        counted += words(f", lues jusqu'au {day}", f", read up to {day}")
    yield line(Span(f"{counted}.", "muted"))
    if found.old:
        yield line(Span(words(
            "Ces données ont plus d'un an : prix, places et échéances ont pu changer.",
            "These data are over a year old: fees, places and deadlines may have changed."),
            "warn"))  # fmt: skip


def _command(command: str, why: str, width: int) -> Item:
    return Item(
        line(Span(command, "command"), Span(f"{' ' * (width - len(command))}  {why}", "muted"))
    )


def _groups(words: Wording) -> Groups:
    return (
        ("find", words("Chercher", "Search"), (
            ("focus puller", words("tout nom, tout mot", "any name, any word")),
        )),
        ("jobs", words("Comprendre un métier", "Understand a job"), (
            ("job show scripte", words("ce qu'on y fait, l'entrée", "the work, the way in")),
            ("pay scripte", words("le salaire minimum", "the minimum wage")),
            ("stages", words("les étapes d'un film", "the stages of a film")),
        )),
        ("schools", words("Trouver une école", "Find a school"), (
            ("schools Lyon", words("celles d'une ville", "those of a city")),
            ("school check eicar", words("est-elle reconnue ?", "is it recognised?")),
        )),
        ("choose", words("Choisir", "Choose"), (
            (words("match --like dessiner", "match --like draw"),
             words("de vos goûts à des métiers", "from what you like to jobs")),
            ("plan monteur --from bac", words("à partir du bac", "from the bac on")),
            ("compare monteur etalonneur", words("côte à côte", "side by side")),
        )),
        ("facts", words("Vérifier un fait", "Check a fact"), (
            ("explain 507h", words("ce que le mot veut dire", "what the word means")),
            ("hours --example", words("compter ses 507 heures", "count one's 507 hours")),
        )),
    )  # fmt: skip
