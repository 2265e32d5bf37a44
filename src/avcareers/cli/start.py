"""Where the program starts: what a shell asks is answered before the command line is loaded."""

import atexit
import gc
import os
import sys

INTERRUPTED = 130
COLLECTED_AFTER = 100_000
"""Objects made before looking for those that hold one another. A command lives a tenth of a second,
and Python's own 700 have it look a hundred times, for nothing."""


def main() -> None:
    """Run, and leave with the status."""
    _stand_in_for_closed_streams()
    gc.set_threshold(COLLECTED_AFTER)
    # Nor is it to look when it leaves, which takes longer than most answers: called last of all.
    atexit.register(gc.freeze)
    try:
        if os.environ.get("_AVCAREERS_COMPLETE"):
            from .completion import answer_shell

            if answer_shell():
                return
        from .app import main as run_command_line

        run_command_line()
    except KeyboardInterrupt:
        # Wherever it is told to stop, even while loading.
        raise SystemExit(INTERRUPTED) from None


def _stand_in_for_closed_streams() -> None:
    """Discard messages when standard error is closed, and make answers fail when output is.

    Python leaves nothing where a stream was closed (`>&-`), and would open the next file there.
    """
    while (number := os.open(os.devnull, os.O_RDONLY)) <= 2:
        pass
    os.close(number)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        sys.stderr = os.fdopen(nowhere, "w", encoding="utf-8")
