"""Writing files whole or not at all."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TextIO


def differing(folder: Path, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the files whose text is not the one given, the missing ones too."""
    changed = []
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
            changed.append(name)
    return tuple(changed)


def write_texts(folder: Path, texts: Mapping[str, str | Callable[[TextIO], None]]) -> None:
    """Write files, each beside its place and then renamed into it; a text, or what writes it."""
    # It loads much, which who writes nothing need not wait for.
    import tempfile

    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                if isinstance(text, str):
                    file.write(text)
                else:
                    text(file)
            Path(beside).chmod(0o644)
            Path(beside).replace(path)
        finally:
            Path(beside).unlink(missing_ok=True)
