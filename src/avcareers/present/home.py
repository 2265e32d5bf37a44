"""The first screen: what can be asked."""

from avcareers.query.home import Home
from avcareers.text.wording import Wording

from .page import Item, Page, Section, Span, line


def home_page(found: Home, words: Wording) -> Page:
    """Present what the tool answers, with commands to copy."""
    counts = found.records
    jobs = words.count(counts["profession"], ("métier", "métiers"), ("job", "jobs"))
    schools = words.count(counts["school"], ("école", "écoles"), ("school", "schools"))
    sources = words.count(counts["source"], ("source", "sources"), ("source", "sources"))
    return Page(
        title=line(Span("avcareers", "strong"), words(
            " – les métiers et les écoles du cinéma et de l'audiovisuel en France",
            " – jobs and schools of French cinema and audiovisual")),
        lead=(line(Span(words(
            f"{jobs}, {schools}, {sources} datées. Hors ligne.",
            f"{jobs}, {schools}, {sources} with dates. Offline."), "muted")),),
        sections=tuple(
            Section(key, title, tuple(
                _command(words.command(*command.split()), why) for command, why in commands
            ))
            for key, title, commands in _groups(words)
        ),
        footer=(line(Span(words(
            "Partout : -o json, --lang en, --help. Ce qui manque est dit : « non renseigné ».",
            "Everywhere: -o json, --lang fr, --help. What is missing is said: “unknown”."),
            "muted")),),
    )  # fmt: skip


def _command(command: str, why: str) -> Item:
    return Item(line(Span(command, "command"), Span(f"  {why}", "muted")))


def _groups(words: Wording) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    return (
        ("find", words("Trouver", "Find"), (
            ("search focus puller", words("tout mot, tout nom", "any word, any name")),
            ("plan monteur --from bac --near Lyon", words("une route", "a route")),
        )),
        ("jobs", words("Métiers", "Jobs"), (
            ("jobs list", words("tous les métiers", "all jobs")),
            ("jobs --stage tournage --level entry", words("débuter", "to start out")),
            ("job show showrunner", words("une fiche", "a sheet")),
            ("pay scripte", words("le minimum conventionnel", "the minimum pay")),
            ("path auxiliaire-regie regisseur-general", words("l'échelle", "the ladder")),
            ("compare scripte cadreur", words("côte à côte", "side by side")),
        )),
        ("chain", words("Chaîne", "Chain"), (
            ("stages", words("de l'idée à l'écran, sept étapes", "from idea to screen, in seven")),
            ("stage show postproduction", words("qui remet quoi à qui", "who hands over what")),
        )),
        ("schools", words("Écoles", "Schools"), (
            ("schools --alternance --recognised", words("l'État en répond",
                                                        "the State answers")),
            ("schools --job monteur --near Lyon --within 60", words("autour", "nearby")),
            ("school show la-femis", words("qui en répond, ce qu'elle enseigne",
                                           "who answers for it, what it teaches")),
            ("school check eicar", words("quoi demander", "what to ask")),
        )),
        ("facts", words("Faits", "Facts"), (
            ("explain reconnu", words("ce que les mots veulent dire", "what the words mean")),
            ("sources showrunner", words("d'où vient ce qui est dit", "where it all comes from")),
        )),
    )  # fmt: skip
