"""What to say when a command line itself is not understood."""

from avcareers.text.nearest import nearest
from avcareers.text.wording import Wording


def usage_message(error: Exception, path: str, options: tuple[str, ...], words: Wording) -> str:
    """Explain a usage error: what was not understood, what is near, where the help is."""
    name = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    if name and hasattr(error, "possibilities"):
        message = words(f"Option inconnue : {name}.", f"Unknown option: {name}.")
        near = nearest(name, (option for option in options if option.startswith("--")))
        if near:
            message += words(f" Options proches : {', '.join(near)}.",
                             f" Near options: {', '.join(near)}.")  # fmt: skip
    elif type(error).__name__ == "MissingParameter" and parameter is not None:
        what = parameter.metavar or parameter.name
        message = words(f"Il manque : {what}.", f"Missing: {what}.")
    elif parameter is not None:
        option = max(parameter.opts, key=len, default=parameter.name)
        message = words(f"{option} : {_translated(str(error))}", f"{option}: {error}")
    else:
        message = _translated(str(error)) if words.language == "fr" else str(error)
    return message + words(f"\nAide : {path} --help", f"\nHelp: {path} --help")


_FRENCH = (
    ("is not a valid integer range", "n'est pas un nombre entier"),
    ("is not a valid integer", "n'est pas un nombre entier"),
    ("is not a valid int range", "n'est pas un nombre entier"),
    ("is not a valid int", "n'est pas un nombre entier"),
    ("is not a valid float range", "n'est pas un nombre"),
    ("is not a valid float", "n'est pas un nombre"),
    ("is not in the range", "n'est pas dans l'intervalle"),
    ("requires an argument", "demande une valeur"),
    ("Got unexpected extra argument", "Mot en trop"),
    ("Option", "L'option"),
)


def _translated(message: str) -> str:
    """Put the parser's English into French, for the messages people meet."""
    for english, french in _FRENCH:
        message = message.replace(english, french)
    return message
