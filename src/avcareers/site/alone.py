"""The pages that stand in no list: the first one, the search, the one of what is missing."""

from collections.abc import Iterator

from avcareers.present.changes import changes_page
from avcareers.present.coming import endings_page
from avcareers.present.page import Page, text_of
from avcareers.present.site import (
    about_page,
    compare_page,
    first_page,
    kind_about,
    kind_title,
    missing_page,
    search_page,
)
from avcareers.present.site_match import match_form_page
from avcareers.query.changes import list_changes
from avcareers.query.coming import list_endings
from avcareers.query.home import home
from avcareers.query.stages import chain
from avcareers.render.html import safe
from avcareers.text.wording import Language

from .addresses import HOME, MISSING, alone, calendar_of, doors, feed_of_page
from .comparing import chooser
from .drawings import chain_list
from .edition import Edition, other
from .frame import ELEMENTS, SitePage, framed
from .matching import by_activity, every_match, match_file, match_form, match_scripts
from .search_data import words_of
from .sheets import File, body_of, described


def _scripts(name: str, language: Language) -> tuple[str, ...]:
    """Return the addresses of the scripts of one of these pages."""
    if name == "compare":
        return (ELEMENTS, "assets/compare.js")
    if name == "match":
        return (*match_scripts(language), ELEMENTS, "assets/match.js")
    if name != "search":
        return ()
    own = ("stemmers", "ranking", "intents", "search-index")
    return (
        *(f"assets/{each}.js" for each in own),
        words_of(language),
        ELEMENTS,
        "assets/search.js",
    )


def alone_files(editions: tuple[Edition, ...]) -> Iterator[File]:
    """Yield the pages that stand in no list, in each language."""
    catalogue, today = editions[0].catalogue, editions[0].today
    counts, stages = home(catalogue, today), chain(catalogue)
    # As every list of the site: whole.
    changed = list_changes(catalogue)._replace(all=True)
    endings = list_endings(catalogue, today)
    every = every_match(catalogue, today)
    for edition in editions:
        words = edition.words
        starts = {
            name: tuple(_doors(alone(name, edition.language), edition))
            for name in (HOME, "search", MISSING)
        }
        pages = (
            (HOME, first_page(counts, words), (*starts[HOME], *chain_list(stages, edition))),
            (
                "search",
                search_page(words),
                ('<p class="counted" role="status"></p><div id="found"></div>', *starts["search"]),
            ),
            (MISSING, missing_page(words), starts[MISSING]),
            (
                "match",
                match_form_page(words),
                (*match_form(every, edition), *by_activity(every, edition)),
            ),
            ("compare", compare_page(words), tuple(chooser(edition))),
            ("about", about_page(words), ()),
            ("changes", changes_page(changed, words), ()),
            ("coming", endings_page(endings, words), ()),
        )
        yield from (_file(name, page, extra, edition) for name, page, extra in pages)
        yield match_file(every, edition)


def _file(name: str, page: Page, extra: tuple[str, ...], edition: Edition) -> File:
    address = alone(name, edition.language)
    return address, framed(
        SitePage(
            address=address,
            twin=alone(name, other(edition.language)),
            title=text_of(page.title),
            body=tuple(body_of(page, edition, address, extra)),
            description=described(page, edition),
            kind=name if name in {HOME, "match", "compare"} else "",
            scripts=_scripts(name, edition.language),
            feed=_feed(name, edition),
            calendar=calendar_of(edition.language) if name == "coming" else "",
        ),
        edition,
    )


def _feed(name: str, edition: Edition) -> str:
    """Return the address of the feed that one of these pages names, if there is one."""
    named = name in {HOME, "changes"} and edition.base_url
    return feed_of_page(alone("changes", edition.language)) if named else ""


def _doors(address: str, edition: Edition) -> Iterator[str]:
    """Yield the way to every list, and what one finds there."""
    words, writer = edition.words, edition.writer(address)
    links = (
        f'<li><a href="{writer.to(page)}"><strong>{safe(kind_title(kind, words))}</strong>'
        f"<span>{safe(kind_about(kind, words))}</span></a></li>"
        for kind, page in doors(edition.language).items()
    )
    label = safe(words("D'où partir", "Where to start"))
    yield f'<nav class="doors" aria-label="{label}"><ul>{"".join(links)}</ul></nav>'
