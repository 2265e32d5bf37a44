"""What every command shares: its options, its catalogue, how it fails."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from avcareers.model.errors import BAD_DATA

from .language import Language

if TYPE_CHECKING:
    from avcareers.present.page import Page
    from avcareers.render.emit import Screen
    from avcareers.store.catalogue import Catalogue
    from avcareers.text.wording import Wording

Found = TypeVar("Found")


class Session(NamedTuple):
    """The options common to all commands, once read."""

    language: Language
    kept: tuple[str, ...]
    """Common options that commands to try keep."""
    today: str
    """ISO date that decides what is in force."""
    screen: "Screen"
    data: str | None
    """Data folder given, if one is."""
    debug: bool
    ending: ExitStack
    """Closes what the command opened, once it ends."""
    notes: list[str]
    """What was understood of the words typed, when they are not those of the catalogue."""

    @property
    def words(self) -> "Wording":
        """Return the wording of the language."""
        from avcareers.text.wording import Wording

        return Wording(self.language, self.kept)

    def answer(
        self,
        found: Found,
        page: "Callable[[Found, Wording], Page]",
        whole: "Callable[[Found], object] | None" = None,
    ) -> None:
        """Write what a query found: its page, or the data it publishes, as the output asks.

        `whole` reads what is published and no page shows. What was understood stands below the
        title, or beside the data.
        """
        from avcareers.render.emit import emit

        def noted() -> "Page":
            from avcareers.present.page import with_notes

            return with_notes(page(found, self.words), self.notes)

        def published() -> object:
            self.say_notes()
            return whole(found) if whole else found

        emit(self.screen, noted, published)

    def note(self, understood: str | None) -> None:
        """Keep what was understood, to be said with the answer; nothing is nothing to say."""
        if understood and understood not in self.notes:
            self.notes.append(understood)

    def say_notes(self) -> None:
        """Write what was understood beside an answer that has no title."""
        from avcareers.render.emit import say

        for note in self.notes:
            say(note)

    def catalogue(self) -> "Catalogue":
        """Open the catalogue, telling a person what takes time. Raises DataError."""
        return self.ending.enter_context(opened(self.data, self.words))


@contextmanager
def opened(data: str | None, words: "Wording") -> "Iterator[Catalogue]":
    """Open the catalogue of a data folder, or of the usual one. Raises DataError."""
    from avcareers.store.location import locate
    from avcareers.store.opening import open_catalogue

    from .progress import Progress, beating

    watched = sys.stderr.isatty()
    with ExitStack() as work:

        def notify(event: str) -> None:
            from avcareers.present.notices import store_notice
            from avcareers.render.emit import say

            if event != "compiling" or watched:
                say(store_notice(event, words))
            if event == "compiling" and watched:
                work.enter_context(beating())

        def advance(part: float) -> None:
            from avcareers.present.notices import store_progress
            from avcareers.render.emit import say

            if not watched:
                say(store_progress(part, words))

        catalogue = open_catalogue(locate(data), notify, Progress(advance))
    with closing(catalogue):
        yield catalogue


@contextmanager
def failing_clearly(debug: bool, language: Language, kept: tuple[str, ...] = ()) -> Iterator[None]:
    """Turn what goes wrong into a message and an exit status.

    `kept`: common options that the commands it suggests keep.
    """
    from avcareers.model.errors import AvcareersError, DamagedError

    try:
        yield
    except BrokenPipeError:
        # The reader left: nothing to say, and nowhere to say it.
        from avcareers.render.emit import give_up

        give_up(sys.stdout)
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except AvcareersError as error:
        if isinstance(error, DamagedError):
            from avcareers.store.opening import distrust_catalogues

            distrust_catalogues()
        if debug:
            raise
        from avcareers.present.failures import failure_message, failure_status
        from avcareers.render.emit import say
        from avcareers.text.wording import Wording

        from .line import split

        typed = tuple(split(sys.argv[1:]).words)
        say(failure_message(error, Wording(language, kept), typed))
        raise SystemExit(failure_status(error)) from None
    except OSError as error:
        from avcareers.present.failures import system_failure
        from avcareers.render.emit import give_up, say
        from avcareers.text.wording import Wording

        give_up(sys.stdout)
        if debug:
            raise
        say(system_failure(error, Wording(language)))
        raise SystemExit(BAD_DATA) from None
