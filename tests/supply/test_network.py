"""Nothing asks the network: every command answers where no socket can be made."""

import json
import os
import subprocess
import sys
from pathlib import Path

CATALOGUE = Path(__file__).parent.parent / "catalogue"
COMMANDS = [
    [], ["search", "focus puller"], ["stages"], ["stage", "show", "tournage"], ["departments"],
    ["jobs"], ["job", "show", "realisateur"], ["job", "show", "zzz"], ["schools"],
    ["schools", "--near", "Brest"], ["school", "show", "atelier-des-dunes"],
    ["school", "check", "atelier-des-dunes"], ["compare", "monteur", "scripte"],
    ["path", "chef-monteur"], ["plan", "monteur", "--from", "bac"], ["pay", "scripte"],
    ["explain"], ["sources"], ["sources", "scripte"], ["export", "written"],
    ["job", "show", "monteur", "--sheet", "--html"], ["data", "check"], ["data", "fmt", "--check"],
    ["data", "stats"], ["data", "stale"], ["--help"], ["--version"], ["jobs", "-o", "json"],
]  # fmt: skip

WITHOUT_NETWORK = """
import json, os, sys

def refuse(event, arguments):
    if event.partition(".")[0] in {"socket", "urllib", "http", "ftplib", "smtplib", "webbrowser"}:
        os.write(2, f"asked the network: {event} {arguments}".encode())
        os._exit(99)

sys.addaudithook(refuse)
if sys.argv[1:] == ["try"]:
    import socket
    socket.socket()
from avcareers.cli.app import app
from avcareers.cli.start import main
for command in json.load(sys.stdin):
    app.registered_commands.clear()
    app.registered_groups.clear()
    sys.argv = ["avcareers", *command]
    try:
        main()
    except SystemExit as left:
        print("status", int(left.code or 0), *command, file=sys.stderr)
"""
"""Python itself tells of each socket, whoever makes it."""


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: PLW1510 - the status is what is looked at
        [sys.executable, "-c", WITHOUT_NETWORK, *arguments],
        input=json.dumps(COMMANDS),
        env={**os.environ, "AVCAREERS_DATA": str(CATALOGUE), "XDG_CACHE_HOME": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stderr


def test_no_command_asks_the_network(tmp_path: Path) -> None:
    status, said = run(tmp_path)
    assert status == 0, said
    statuses = [line.split()[1:] for line in said.splitlines() if line.startswith("status ")]
    assert [words[1:] for words in statuses] == [" ".join(words).split() for words in COMMANDS]
    failing = {" ".join(words): int(status) for status, *words in statuses if status != "0"}
    assert failing == {"job show zzz": 1}


def test_a_socket_would_be_noticed(tmp_path: Path) -> None:
    status, said = run(tmp_path, "try")
    assert status == 99
    assert "asked the network" in said
