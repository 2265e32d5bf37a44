"""The pictures of the README: what commands really print, as SVG.

    python docs/screenshots.py            write docs/images/*.svg
    python docs/screenshots.py --check    write nothing; leave with 3 if a picture would change

Each command is run by the tool itself on the data of this checkout, as of one fixed day; the page
it would have printed is caught just before it is written, drawn by the same code, and recorded.
The SVG files name no font to download and no address: they can be looked at offline.
"""

import html
import io
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme

from avcareers.cli.app import main as run_command_line
from avcareers.present.page import Page, Span
from avcareers.render.terminal import page_lines, print_lines

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
TODAY = "2026-11-23"
"""The day every picture is of: what is in force is decided on it."""
WIDTH = 100
"""Columns of the screen drawn."""
LANGUAGES = ("en", "fr")
WOULD_CHANGE = 3


class Picture(NamedTuple):
    """One answer, drawn."""

    name: str
    """Beginning of the file's name."""
    command: str
    """What is typed after `avcareers`."""
    lines: int | None = None
    """Lines kept, when the answer is longer than a picture should be; the cut is shown."""


PICTURES = (
    Picture("recognised", "school show la-femis", 34),
    Picture("alternance", "schools --alternance --recognised --region Occitanie"),
    Picture("job", "job show scripte"),
    Picture("moment", "job show étalonneur --section stages,people"),
    Picture("near", "schools --job monteur --near Lyon"),
    Picture("pay", "pay regisseur-general --agreement 3097"),
    Picture("hours", "explain 507h"),
    Picture("chain", "stages"),
)

THEMES = {
    "light": TerminalTheme(
        (255, 255, 255), (22, 27, 34),
        [(22, 27, 34), (164, 14, 38), (17, 99, 41), (125, 78, 0),
         (9, 80, 174), (110, 64, 201), (11, 98, 115), (87, 96, 106)],
    ),
    "dark": TerminalTheme(
        (13, 17, 23), (236, 240, 245),
        [(13, 17, 23), (255, 123, 114), (86, 211, 100), (227, 179, 65),
         (121, 192, 255), (210, 168, 255), (86, 212, 221), (177, 186, 196)],
    ),
}  # fmt: skip
"""Background, foreground, then black, red, green, yellow, blue, magenta, cyan and white.

Text dimmed by rich keeps a contrast of 4.5 or more with these backgrounds.
"""

BORDER = "#8b949e"
"""The window's edge, seen on a white page as on a black one."""

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" xml:space="preserve">
<style>
.{unique_id}-matrix, .{unique_id}-title {{
font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
.{unique_id}-matrix {{
font-size: {char_height}px;
line-height: {line_height}px;
font-variant-east-asian: full-width;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own frame, without the web font it downloads."""

RUN = re.compile(r'(<text [^>]*?x=")([\d.]+)("[^>]*? textLength=")([\d.]+)("[^>]*>)([^<]*)</text>')
"""A run of text of one style, as rich writes it."""
WORDS = re.compile(r"\S+(?: \S+)*")
"""What stands between two gaps of a run."""


def main() -> None:
    """Write the pictures, or say which would change."""
    checking = "--check" in sys.argv[1:]
    drawn = dict(pictures())
    present = {path.name: path.read_text(encoding="utf-8") for path in IMAGES.glob("*.svg")}
    changed = sorted(
        name for name in drawn.keys() | present.keys() if drawn.get(name) != present.get(name)
    )
    for name in changed:
        sys.stderr.write(f"docs/images/{name}\n")
        if checking:
            continue
        if name in drawn:
            IMAGES.mkdir(exist_ok=True)
            (IMAGES / name).write_text(drawn[name], encoding="utf-8")
        else:
            (IMAGES / name).unlink()
    raise SystemExit(WOULD_CHANGE if checking and changed else 0)


def pictures() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every picture: each command, language and theme."""
    for picture in PICTURES:
        for language in LANGUAGES:
            page = page_of(picture.command, language)
            for theme in THEMES:
                name = f"{picture.name}.{language}.{theme}"
                yield f"{name}.svg", drawing(picture, page, theme, name.replace(".", "-"))


def page_of(command: str, language: str) -> Page:
    """Run a command, and return the page it was about to print."""
    caught: list[Page] = []

    def catch(_screen: Any, page: Callable[[], Page], _data: Any) -> None:
        caught.append(page())

    # Chosen without an option: commands to try would show those that were given.
    chosen = {"AVCAREERS_LANG": language, "AVCAREERS_DATA": str(ROOT / "data")}
    typed = ["avcareers", *shlex.split(command), "--today", TODAY]
    with (
        patch.dict(os.environ, chosen),
        patch.object(sys, "argv", typed),
        patch("avcareers.render.emit.emit", catch),
    ):
        try:
            run_command_line()
        except SystemExit as left:
            if left.code:
                raise
    (page,) = caught
    return page


def drawing(picture: Picture, page: Page, theme: str, key: str) -> str:
    """Draw a page as a terminal shows it, under the command that asked for it."""
    console = Console(
        file=io.StringIO(),
        record=True,
        width=WIDTH,
        color_system="standard",
        force_terminal=True,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    lines = list(page_lines(page, WIDTH))
    if picture.lines is not None and len(lines) > picture.lines:
        lines = [*lines[: picture.lines], (Span("…", "muted"),)]
    prompt = (Span("$ ", "muted"), Span(f"avcareers {picture.command}", "strong"))
    # The last line is blank: a window is drawn too short by the tails of its last letters.
    print_lines([prompt, (), *lines, ()], console)
    svg = console.export_svg(title="avcareers", theme=THEMES[theme], code_format=SVG, unique_id=key)
    svg = RUN.sub(in_words, svg).replace("rgba(255,255,255,0.35)", BORDER)
    return "\n".join(line.strip() for line in svg.splitlines() if line.strip()) + "\n"


def in_words(run: re.Match[str]) -> str:
    """Place what follows a gap by its column, for readers that do not heed the length of a run."""
    before, left, between, length, after, written = run.groups()
    text = html.unescape(written).replace("\u00a0", " ")
    column = float(length) / max(1, cell_len(text))
    return "".join(
        f"{before}{float(left) + column * cell_len(text[: part.start()]):g}{between}"
        f"{column * cell_len(part[0]):g}{after}"
        f"{html.escape(part[0], quote=False).replace(' ', '&#160;')}</text>"
        for part in WORDS.finditer(text)
    )


if __name__ == "__main__":
    main()
