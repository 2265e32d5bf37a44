"""A real browser, and the sites it is shown: opened from a folder, and from a server."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

import avcareers.site
from avcareers.site.alone import alone_files
from avcareers.site.edition import editions
from avcareers.site.lists import list_files
from avcareers.site.records import record_files
from avcareers.site.search_data import search_files
from avcareers.store.catalogue import Catalogue

from ..runner import run

REAL_RECORDS = (
    ("profession", "monteur"),
    ("pay", "monteur"),
    ("school", "la-femis"),
    ("stage", "tournage"),
    ("department", "image"),
    ("topic", "intermittence"),
    ("agreement", "idcc-3097"),
)
"""One of each kind that the site of the real data has here: all of them would take a minute."""
Open = Callable[..., Page]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the browser that `check.py --browser` found."""
    parser.addoption("--chromium", help="program that these tests drive")


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Return the Chromium of the system, which shows no window."""
    program = pytestconfig.getoption("chromium")
    # What keeps it apart from the rest of the machine refuses to work for root.
    options = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=options)
        yield started
        started.close()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, today: str) -> Path:
    """Return the folder of the site of the tests' own catalogue."""
    folder = tmp_path_factory.mktemp("small") / "un site"
    done = run("site", "build", str(folder), "--today", today)
    assert done.status == 0, done.err
    return folder


@pytest.fixture(scope="session")
def real_site(
    tmp_path_factory: pytest.TempPathFactory, real_catalogue: Catalogue, today: str
) -> Path:
    """Return the folder of a site of the real data: lists, search, one record of each kind."""
    folder = tmp_path_factory.mktemp("real")
    shutil.copytree(Path(avcareers.site.__file__).parent / "assets", folder / "assets")
    each = editions(real_catalogue, today, "")
    made = [list_files(each), alone_files(each), search_files(each)]
    made += [record_files(kind, key, each) for kind, key in REAL_RECORDS]
    for address, text in (file for files in made for file in files):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_text(text, "utf-8")
    return folder


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def server(small_site: Path) -> Iterator[str]:
    """Return the address at which this machine serves the small site to itself."""
    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(small_site)))
    Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/"
    serving.shutdown()
    serving.server_close()


@pytest.fixture(params=["folder", "server"])
def small(request: pytest.FixtureRequest) -> str:
    """Return where the small site is, in turn: a folder, and a server."""
    if request.param == "server":
        address: str = request.getfixturevalue("server")
        return address
    return f"{request.getfixturevalue('small_site').as_uri()}/"


@pytest.fixture
def folder(small_site: Path) -> str:
    """Return the address of the folder of the small site."""
    return f"{small_site.as_uri()}/"


@pytest.fixture
def real(real_site: Path) -> str:
    """Return the address of the folder of the real site."""
    return f"{real_site.as_uri()}/"


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Return what opens a page: `visit(site, "recherche.html", width=320, dark=True)`.

    Of whatever a test opened it is asked at the end that nothing was wanted from elsewhere, that no
    cookie and nothing else is kept, and that the browser complained of nothing.
    """
    opened: list[BrowserContext] = []
    wanted: list[tuple[str, str]] = []
    complaints: list[str] = []

    def failed(request: Request) -> None:
        # One may leave a page before its icon has come.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{request.url}: {request.failure}")

    def show(
        site: str,
        address: str,
        *,
        width: int = 1280,
        dark: bool = False,
        script: bool = True,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        context.set_default_timeout(10_000)
        opened.append(context)
        context.on("request", lambda request: wanted.append((site, request.url)))
        context.on("requestfailed", failed)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        page = context.new_page()
        page.goto(site + address)
        return page

    yield show
    kept = [cookie for context in opened for cookie in context.cookies()]
    for context in opened:
        for page in context.pages:
            kept += page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        context.close()
    assert [url for site, url in wanted if not url.startswith(site)] == []
    assert kept == []
    assert complaints == []
