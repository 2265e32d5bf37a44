"""The address of a page as a code to photograph, for who reads it on paper."""

from importlib.util import find_spec
from io import BytesIO

from avcareers.render.html import safe


def can_draw_codes() -> bool:
    """True if what draws them is installed: the extra `site`."""
    return find_spec("segno") is not None


def code_of(address: str, label: str) -> str:
    """Return the code of a web address; nothing when it has none, or when none can be drawn."""
    if not address or not can_draw_codes():
        return ""
    import segno

    written = BytesIO()
    segno.make(address, error="m", micro=False).save(
        written, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, svgclass=None,
        lineclass=None, nl=False,
    )  # fmt: skip
    drawn = written.getvalue().decode()
    return f'<div class="code" role="img" aria-label="{safe(label)}">{drawn}</div>'
