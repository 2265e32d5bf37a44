"""What to say when something can't be done: what was not understood, what is near, what to try."""

import errno
from itertools import pairwise

from avcareers.model.errors import (
    BAD_DATA,
    BAD_USAGE,
    NOT_FOUND,
    AmbiguousNameError,
    AmbiguousValueError,
    AvcareersError,
    BadDayError,
    BadValueError,
    ContractsError,
    DamagedError,
    DataError,
    DeadLinksError,
    ExportError,
    MixedKindsError,
    NotFoundError,
    NothingFoundError,
    OccupiedError,
    OneValueError,
    SameRecordError,
    UnknownCommandError,
    UnquotedError,
    WrongCountError,
)
from avcareers.model.vocabulary import EARLIEST_YEAR, LATEST_YEAR
from avcareers.text.nearest import nearest
from avcareers.text.wording import LONGEST_REPEATED, Wording

from .choices import listed
from .labels import label

_SHOW = {
    "profession": (("job", "show"), "jobs"),
    "school": (("school", "show"), "schools"),
    "stage": (("stage", "show"), "stages"),
    "source": (("sources",), "sources"),
    "topic": (("explain",), "explain"),
}
MAY_BE_NONE = {("path",), ("plan",)}
"""Commands whose answer may be that there is nothing."""
VALUES_LISTED = 16
"""A closed list up to this long is given whole."""


def failure_status(error: AvcareersError) -> int:
    """Return the exit status of an error."""
    match error:
        case BadValueError() | BadDayError() | OneValueError():
            return BAD_USAGE
        case UnknownCommandError() | ContractsError():
            return BAD_USAGE
        case MixedKindsError() | SameRecordError() | UnquotedError() | WrongCountError():
            return BAD_USAGE
        case OccupiedError():
            return BAD_USAGE
        case DataError() | DamagedError() | DeadLinksError() | ExportError():
            return BAD_DATA
        case _:
            return NOT_FOUND


def failure_message(error: AvcareersError, words: Wording, typed: tuple[str, ...] = ()) -> str:
    """Return the message for an error; `typed` are the words of the command line that met it."""
    match error:
        case NotFoundError() | AmbiguousNameError() | NothingFoundError():
            said = _of_a_name(error, words, typed)
        case AmbiguousValueError():
            said = _ambiguous_value(error, words, typed)
        case BadValueError():
            said = _bad_value(error, words, typed)
        case UnknownCommandError():
            said = _unknown_command(error, words)
        case BadDayError():
            value = words.typed(error.value)
            said = words(
                f"{error.option} demande un jour qui existe, écrit AAAA-MM-JJ, de {EARLIEST_YEAR} "
                f"à {LATEST_YEAR}, pas {value}.",
                f"{error.option} takes a day that exists, written YYYY-MM-DD, from {EARLIEST_YEAR} "
                f"to {LATEST_YEAR}, not {value}.",
            )
        case (
            MixedKindsError()
            | SameRecordError()
            | UnquotedError()
            | WrongCountError()
            | OneValueError()
        ):
            from .mismatches import mismatch_message

            said = mismatch_message(error, words)
        case ContractsError() | OccupiedError() | DeadLinksError() | ExportError():
            said = _of_files(error, words)
        case DataError():
            count = words.count(
                len(error.problems), ("problème", "problèmes"), ("problem", "problems")
            )
            said = f"{error}\n{words(f'Données refusées : {count}.', f'Data refused: {count}.')}"
        case DamagedError():
            said = words(
                "Le catalogue compilé s'est révélé abîmé pendant la lecture.\n"
                "Relancer la commande : il sera vérifié en entier, et refait s'il le faut.",
                "The compiled catalogue proved damaged while it was read.\n"
                "Run the command again: it will be checked whole, and made again if need be.",
            )
        case _:
            said = str(error)
    return said


def _of_files(
    error: ContractsError | OccupiedError | DeadLinksError | ExportError, words: Wording
) -> str:
    if isinstance(error, ExportError):
        from .register_files import export_message

        return export_message(error, words)
    if isinstance(error, ContractsError):
        from .contracts import contracts_message

        return contracts_message(error, words)
    from .site import site_failure

    return site_failure(error, words)


def _of_a_name(
    error: NotFoundError | AmbiguousNameError | NothingFoundError,
    words: Wording,
    typed: tuple[str, ...],
) -> str:
    match error:
        case NotFoundError():
            return _not_found(error, words, typed)
        case AmbiguousNameError():
            return _ambiguous(error, words, typed)
    return _nothing_found(error, words)


def system_failure(error: OSError, words: Wording) -> str:
    """Return the message for a refusal of the system to read or to write."""
    if error.errno is None:
        return f"avcareers: {error}"
    what = {
        errno.ENOSPC: words("plus de place sur le disque", "no space left on the disk"),
        errno.EBADF: words("la sortie est fermée", "the output is closed"),
        errno.EACCES: words("accès refusé", "access denied"),
        errno.EROFS: words("le disque ne peut pas être écrit", "the disk can't be written"),
        errno.ENOENT: words("introuvable", "not found"),
    }.get(error.errno, error.strerror)
    where = error.filename or words("la réponse n'a pas pu être écrite",
                                    "the answer could not be written")  # fmt: skip
    return words(f"avcareers : {where} : {what}.", f"avcareers: {where}: {what}.")


def _not_found(error: NotFoundError, words: Wording, typed: tuple[str, ...]) -> str:
    message = _nothing_called(words.typed(error.asked), error.kind, words)
    _, everything = _SHOW.get(error.kind, ((), ""))
    if error.topic:
        explain = words.command("explain", error.topic)
        return message + words(f"\nCe nom a sa réponse : {explain}",
                               f"\nThat name has its answer: {explain}")  # fmt: skip
    if error.searched and len(error.asked) <= LONGEST_REPEATED:
        found = words.command("search", error.asked)
        if error.said_by:
            shown = words.command(*error.said_by)
            message += words(f"\nUne fiche en parle : {shown}", f"\nA sheet speaks of it: {shown}")
        return message + words(f"\nD'autres fiches en parlent : {found}",
                               f"\nOther sheets speak of it: {found}")  # fmt: skip
    if error.near:
        near = ", ".join(error.near)
        message += words(f" Noms proches : {near}.", f" Near names: {near}.")
        if command := _naming(error, error.near[0], typed):
            message += _to_try(words.command(*command), words)
    elif everything:
        message += _to_try(words.command(everything), words)
    return message


def _nothing_called(quoted: str, kind: str, words: Wording) -> str:
    of_kind = f" ({label(words, 'kind', kind)})" if kind else ""
    return words(f"Rien ne s'appelle {quoted}{of_kind}.", f"Nothing is called {quoted}{of_kind}.")


def _to_try(command: str, words: Wording) -> str:
    return words(f"\nEssayer : {command}", f"\nTry: {command}")


def _naming(
    error: NotFoundError | AmbiguousNameError, slug: str, typed: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the command typed with a record in place of the name, else the one that shows it.

    A sheet always says something; a route or a ladder there may be none of.
    """
    silent = typed[:1] in MAY_BE_NONE or getattr(error, "sheet_only", False) or slug in typed
    for start in range(1, 0 if silent else len(typed)):
        for end in range(start + 1, len(typed) + 1):
            line = (*typed[:start], slug, *typed[end:])
            if " ".join(typed[start:end]) == error.asked and max(map(len, line)) < LONGEST_REPEATED:
                return line
    show, _ = _SHOW.get(error.kind, ((), ""))
    return (*show, slug) if show else ()


def _ambiguous(error: AmbiguousNameError, words: Wording, typed: tuple[str, ...]) -> str:
    asked = words.typed(error.asked)
    message = words(f"{asked} peut désigner :", f"{asked} may be:")
    return "\n".join(
        [
            message,
            *(
                f"  {named}{words.command(*command) if command else slug}"
                for slug in error.slugs
                for command in [_naming(error, slug, typed)]
                for named in [
                    f"{error.called[slug]}{words(' : ', ': ')}" if slug in error.called else ""
                ]
            ),
        ]
    )


def _option_typed(error: BadValueError, typed: tuple[str, ...]) -> str:
    """Return the option that a value was given to, as it was typed: none when none was."""
    for before, word in pairwise(("", *typed)):
        option, _, value = word.partition("=")
        if word == error.value and before.startswith("-"):
            return before
        if option.startswith("-") and value == error.value:
            return option
    return error.option if not typed or any(word.startswith("-") for word in typed) else ""


def other_trade(words: Wording) -> str:
    """Return what to give for a trade of another field: the diploma that one holds."""
    return words(
        "Pour un métier d'un autre domaine, le diplôme que l'on a : électricien du bâtiment (CAP), "
        "--from cap.",
        "For a trade of another field, the diploma one holds: building electrician (CAP), --from cap.",
    )


def _bad_value(error: BadValueError, words: Wording, typed: tuple[str, ...]) -> str:
    value, option = words.typed(error.value), _option_typed(error, typed)
    message = (
        words(f"{option} ne prend pas {value}.", f"{option} does not take {value}.")
        if option
        else _nothing_called(value, error.kind, words)
    )
    near = error.near or nearest(error.value, error.valid)
    if near:
        close = listed(near, error.vocabulary, words)
        message += words(f" Valeurs proches : {close}.", f" Near values: {close}.")
    if error.valid and (len(error.valid) <= VALUES_LISTED or not near):
        every = listed(error.valid[:VALUES_LISTED], error.vocabulary, words)
        more = ", …" if len(error.valid) > VALUES_LISTED else ""
        message += words(f"\nValeurs possibles : {every}{more}", f"\nValid values: {every}{more}")
    if error.option == "--from":
        message += words(
            "\nOu un métier que l'on exerce. ", "\nOr a job that you do. "
        ) + other_trade(words)
    if error.vocabulary == "place":
        message += words(
            "\nUne ville de France, avec son département s'il y en a plusieurs ; un code postal, un "
            "arrondissement, un département ou une région.",
            "\nA French city, with its département if there are several; a post code, an "
            "arrondissement, a département or a region.",
        )
    return message


def _ambiguous_value(error: AmbiguousValueError, words: Wording, typed: tuple[str, ...]) -> str:
    value = words.typed(error.value)
    commands = [line for near in error.near if (line := _with_value(error, near, typed))]
    if not commands:
        named = listed(error.near, error.vocabulary, words)
        return words(f"{value} peut désigner : {named}.", f"{value} may be: {named}.")
    said = words(f"{value} peut désigner :", f"{value} may be:")
    more = ["  …"] if error.more else []
    return "\n".join((said, *(f"  {words.command(*line)}" for line in commands), *more))


def _with_value(error: BadValueError, value: str, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the line typed with another value, under its option; none where it is not found."""
    for start in range(len(typed)):
        option, equals, given = typed[start].partition("=")
        if equals and given == error.value:
            return (*typed[:start], f"{option}={value}", *typed[start + 1 :])
        for end in range(start + 1, len(typed) + 1):
            if start and " ".join(typed[start:end]) == error.value:
                named = () if typed[start - 1].startswith("-") else (error.option,)
                return (*typed[:start], *named, value, *typed[end:])
    return ()


def _unknown_command(error: UnknownCommandError, words: Wording) -> str:
    asked = words.typed(error.asked)
    helped = words.command(*filter(None, (error.group, "--help")))
    message = words(f"{asked} n'est pas une commande.", f"{asked} is not a command.")
    near = nearest(error.asked, error.valid)
    named = ", ".join(near or error.valid)
    message += words(
        f" Commandes {'proches' if near else 'possibles'} : {named}.",
        f" {'Near commands' if near else 'Commands'}: {named}.",
    )
    return message + words(f"\nAide : {helped}", f"\nHelp: {helped}")


def _nothing_found(error: NothingFoundError, words: Wording) -> str:
    asked = words.typed(error.asked)
    message = words(
        f"Rien ne répond à {asked} : ni une commande, ni un nom, ni un mot des fiches.",
        f"Nothing answers {asked}: no command, no name, no word of any sheet.",
    )
    if error.understood:
        command, *options = error.understood
        message = words(
            f"{asked} n'est aucun des choix de cette liste : ni un lieu, ni un nom, ni une valeur.",
            f"{asked} is none of the choices of this list: no place, no name, no value.",
        )
        if options:
            meant = words.command(command, *options)
            message += words(f"\nCompris : {meant}", f"\nUnderstood: {meant}")
    for kind, near in error.near:
        named = label(words, "kind", kind)
        message += words(f"\n  {named} : {', '.join(near)}", f"\n  {named}: {', '.join(near)}")
    return message + _where_next(error, words)


def _where_next(error: NothingFoundError, words: Wording) -> str:
    """Return the command to try, of those that lead somewhere."""
    if error.searched and len(error.asked) <= LONGEST_REPEATED:
        return _to_try(words.command("search", error.asked), words)
    for kind, near in error.near:
        if kind in _SHOW:
            return _to_try(words.command(*_SHOW[kind][0], near[0]), words)
    helped = words.command(*error.understood[:1], "--help")
    return words(f"\nAide : {helped}", f"\nHelp: {helped}")
