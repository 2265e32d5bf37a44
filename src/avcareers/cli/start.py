"""Where the program starts: what a shell asks is answered before the command line is loaded."""

import os

INTERRUPTED = 130


def main() -> None:
    """Run, and leave with the status."""
    try:
        if "_AVCAREERS_COMPLETE" in os.environ:
            from .completion import answer_shell

            if answer_shell():
                return
        from .app import main as run_command_line

        run_command_line()
    except KeyboardInterrupt:
        # Wherever it is told to stop, even while loading.
        raise SystemExit(INTERRUPTED) from None
