"""`avcareers site`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from .command import command, group_with_default
from .language import said
from .session import Session

site_app = typer.Typer(cls=group_with_default("build"), help=said("Le site web.", "The web site."))


def add_site(app: typer.Typer) -> None:
    """Add the command that builds the web site."""
    app.add_typer(site_app, name="site")


@command(
    site_app,
    "build",
    about=said(
        "Faire de tout le catalogue un site web : il s'ouvre depuis un dossier, sans serveur ni réseau.",
        "Make a web site of the whole catalogue: it opens from a folder, without server or network.",
    ),
    examples=("site build site", "site build site --base-url https://example.org/metiers/"),
)
def build_command(
    session: Session,
    folder: Annotated[Path, typer.Argument(
        metavar=said("DOSSIER", "FOLDER"), help=said("Où l'écrire ; un site déjà fait est remplacé.",
                                                    "Where to write it; a site made before is replaced."))],
    base_url: Annotated[str, typer.Option(
        "--base-url", metavar="URL", help=said(
            "L'adresse où il sera publié : pour les moteurs de recherche et les codes à photographier.",
            "The address it will be published at: for search engines and codes to photograph."))] = "",
) -> None:  # fmt: skip
    """Build the site."""
    from avcareers.present.notices import site_progress
    from avcareers.render.emit import say
    from avcareers.site.build import Order, build, processors
    from avcareers.site.codes import can_draw_codes

    from .progress import Progress

    words = session.words
    if base_url and not base_url.startswith(("https://", "http://")):
        raise typer.BadParameter(words(
            f"--base-url est une adresse du web, comme https://example.org/, pas {words.typed(base_url)}.",
            f"--base-url is a web address, like https://example.org/, not {words.typed(base_url)}."))  # fmt: skip
    address = base_url if base_url.endswith("/") or not base_url else f"{base_url}/"
    order = Order(session.data, session.today, address, processors())
    if address and not can_draw_codes():
        say(words("Sans codes à photographier : ils demandent « pip install 'avcareers[site]' ».",
                  "Without codes to photograph: they need “pip install 'avcareers[site]'”."))  # fmt: skip
    progress = Progress(lambda part: say(site_progress(part, words)))
    if sys.stderr.isatty():
        # Whoever watches knows at once that it has begun.
        say(site_progress(0, words))
    pages = build(folder, session.catalogue(), order, progress)
    counted = words.count(pages, ("page", "pages"), ("page", "pages"))
    say(words(f"Site écrit dans {folder} : {counted}. Ouvrir {folder / 'index.html'}.",
              f"Site written in {folder}: {counted}. Open {folder / 'index.html'}."))  # fmt: skip
