"""Run as `python -m avcareers`."""

from avcareers.cli.app import main

if __name__ == "__main__":
    main()
