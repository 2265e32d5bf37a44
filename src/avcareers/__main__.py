"""Run as `python -m avcareers`."""

from avcareers.cli.start import main

if __name__ == "__main__":
    main()
