"""Pages at addresses that were published once, of records that bear another key now."""

from avcareers.render.html import safe

from .addresses import page_of
from .edition import Edition


def moved_page(kind: str, former: str, now: str, edition: Edition) -> tuple[str, str]:
    """Return the page that leads from a former address to the record of today."""
    address, target = (page_of(kind, key, edition.language) for key in (former, now))
    link = edition.writer(address).to(target)
    title = edition.words("Cette page a changé d'adresse", "This page has moved")
    return address, (
        f'<!DOCTYPE html>\n<html lang="{edition.language}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="refresh" content="0; url={link}">\n'
        f"<title>{safe(title)}</title></head>\n"
        f'<body><p>{safe(title)} : <a href="{link}">{safe(now)}</a></p></body></html>\n'
    )
