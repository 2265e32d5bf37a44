"""Writing files whole or not at all, whatever stops the program."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE
from typing import TextIO

_OURS = 0o644
"""Permissions of what we make for ourselves: a cache that others may write is not trusted."""
_STOPPING = ("SIGTERM", "SIGHUP")
"""Signals that end a program without a word, and leave what it had begun."""


def differing(folder: Path, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the files whose text is not the one given, the missing ones too."""
    changed = []
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
            changed.append(name)
    return tuple(changed)


def write_texts(
    folder: Path, texts: Mapping[str, str | Callable[[TextIO], None]], *, ours: bool = False
) -> None:
    """Write files together, as `written_together` does; a text, or what writes it."""
    with written_together(ours=ours) as beside:
        for name, text in texts.items():
            with beside(folder / name).open("w", encoding="utf-8", newline="") as file:
                if isinstance(text, str):
                    file.write(text)
                else:
                    text(file)


@contextmanager
def written_whole(path: Path, *, ours: bool = False) -> Iterator[Path]:
    """Give where to write a file, which is put in its place once it is whole."""
    with written_together(ours=ours) as beside:
        yield beside(path)


@contextmanager
def written_together(*, ours: bool = False) -> Iterator[Callable[[Path], Path]]:
    """Give, for each file, where to write it; put all in their places once all are whole.

    When one can't be written, or the program is told to stop, no place has changed and nothing is
    left beside them. A file keeps its permissions and a link what it leads to; a new file has the
    permissions that the user gives to new files. Those of our cache (`ours`) are never reached
    through a link, and nobody else may write them.
    """
    files = _Unplaced(ours)
    with leaving_when_stopped():
        try:
            yield files.beside
            files.place()
        except BaseException:
            files.remove()
            raise


class _Unplaced:
    """Files that are being written beside their places."""

    def __init__(self, ours: bool) -> None:
        self._ours = ours
        self._files: dict[Path, Path] = {}
        """Where each is written, by its place."""
        self._folders: list[Path] = []
        """Folders made for them, the outer ones first."""

    def beside(self, path: Path) -> Path:
        """Return where to write a file: an empty one, of a name that nobody can foresee."""
        # It loads much, which who writes nothing need not wait for.
        import tempfile

        place = path if self._ours else path.resolve()
        if place.is_dir():
            raise IsADirectoryError(21, os.strerror(21), str(path))
        self._make_folder(place.parent)
        handle, name = tempfile.mkstemp(prefix=f".{place.name}-", dir=place.parent)
        self._files[place] = Path(name)
        os.close(handle)
        return Path(name)

    def place(self) -> None:
        """Put all in their places. No signal comes between the first and the last."""
        for place, file in self._files.items():
            file.chmod(_OURS if self._ours else permissions(place))
        with _undisturbed():
            for place, file in self._files.items():
                file.replace(place)

    def remove(self) -> None:
        """Remove what was not put in its place, and the folders made for it."""
        for file in self._files.values():
            file.unlink(missing_ok=True)
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()

    def _make_folder(self, folder: Path) -> None:
        for missing in [each for each in (*reversed(folder.parents), folder) if not each.exists()]:
            missing.mkdir(exist_ok=True)
            self._folders.append(missing)


def permissions(path: Path, most: int = 0o666) -> int:
    """Return the permissions of a file; of one to be made, those the user gives to new ones."""
    try:
        return S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        masked = os.umask(0)
        os.umask(masked)
        return most & ~masked


@contextmanager
def leaving_when_stopped() -> Iterator[None]:
    """Have the signals that end a program end it as an error does: what it had begun is undone."""
    import signal

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    before = {}
    # Only the main thread may ask for signals.
    with suppress(ValueError):
        for number in (getattr(signal, name) for name in _STOPPING if hasattr(signal, name)):
            if signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have signals wait, where the system can."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    stopping = {getattr(signal, name) for name in ("SIGINT", *_STOPPING)}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, stopping)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
