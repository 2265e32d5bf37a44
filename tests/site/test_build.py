"""A site that is whole, says the same as the command line, and harms nothing."""

import json
import re
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from avcareers.present.page import Span
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.jobs import JobFilters
from avcareers.query.filters.schools import SchoolFilters
from avcareers.site.codes import can_draw_codes
from avcareers.site.edition import editions
from avcareers.site.links import dead_links, linked
from avcareers.store.catalogue import Catalogue

from ..own_data import FOLDER, write_files
from ..runner import Run, run

DAY = ("--today", "2026-11-23")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the tests' own catalogue."""
    folder = tmp_path_factory.mktemp("web") / "site"
    done = run("site", "build", str(folder), *DAY)
    assert done.status == 0, done.err
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}  # fmt: skip


def test_every_record_has_a_page_in_both_languages_that_link_to_one_another(built: Path) -> None:
    french = (built / "metiers/monteur.html").read_text("utf-8")
    english = (built / "en/jobs/monteur.html").read_text("utf-8")
    assert '<html lang="fr"' in french
    assert 'hreflang="en" href="../en/jobs/monteur.html"' in french
    assert '<html lang="en"' in english
    assert 'hreflang="fr" href="../../metiers/monteur.html"' in english
    for kind in ("ecoles", "etapes", "departements", "mots", "conventions", "sources", "salaires"):
        assert list((built / kind).glob("*.html"))


def test_the_facts_of_a_page_are_those_that_the_command_publishes(built: Path, run: Run) -> None:
    asked = {
        "metiers/monteur.json": ("job", "show", "monteur"),
        "ecoles/lycee-des-goelands.json": ("school", "show", "lycee-des-goelands"),
        "mots/contrat-court.json": ("explain", "contrat-court"),
        "etapes/tournage.json": ("stage", "show", "tournage"),
        "salaires/scripte.json": ("pay", "scripte"),
    }
    for file, question in asked.items():
        told = run(*question, "-o", "json", *DAY).out
        assert (built / file).read_text("utf-8") == told


def test_a_command_named_in_a_page_is_a_link_and_a_job_named_is_one(built: Path) -> None:
    page = (built / "metiers/chef-monteur.html").read_text("utf-8")
    assert '<a href="../metiers/monteur.html">' in page
    assert '<a href="../salaires/chef-monteur.html">' in page
    assert "avcareers pay" not in page
    assert "avcareers job" not in page


def test_the_page_of_a_job_has_the_routes_of_plan_from_each_level(built: Path, run: Run) -> None:
    page = (built / "metiers/monteur.html").read_text("utf-8")
    assert page.count("<details>") == 4
    # A link inside what one clicks to unfold would be a button in a button.
    assert not any("<a " in one.partition("</summary>")[0] for one in page.split("<summary>")[1:])
    best = json.loads(run("plan", "monteur", "--from", "bac", "-o", "json", *DAY).out)
    assert f'id="route-{len(best["routes"])}-4"' in page


def test_nothing_is_asked_of_the_network(built: Path) -> None:
    for page in built.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "default-src 'none'" in text.replace("&#x27;", "'") or "refresh" in text
        for loaded in ('src="http', 'rel="stylesheet" href="http', "style="):
            assert loaded not in text


def test_a_dead_link_is_found() -> None:
    pages = [
        linked("a/x.html", '<a href="../b.html#here">b</a> <a href="https://example.org">w</a>'),
        linked("b.html", '<p id="there"></p> <a href="a/y.html?q=1">y</a>'),
    ]
    pages += [
        linked("a/x.atom", '<link href="https://w.org/z.html"/>', "https://w.org/"),
        linked("a/y.atom", '<link href="https://w.org/b.html"/>', "https://w.org/"),
    ]
    dead = [(one.page, one.target) for one in dead_links(pages, [])]
    assert dead == [("a/x.html", "b.html#here"), ("b.html", "a/y.html"), ("a/x.atom", "z.html")]


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "diary.txt").write_text("mine", "utf-8")
    done = run("site", "build", str(tmp_path), *DAY)
    assert done.status == 2
    assert "autre chose" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_a_build_gives_the_same_bytes_and_one_that_fails_leaves_the_site_that_was_there(
    built: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    (built.parent / "site").rename(folder)
    before = everything(folder)
    assert run("site", "build", str(folder), *DAY).status == 0
    assert everything(folder) == before
    monkeypatch.setattr("avcareers.site.build.alone_files", lambda _: iter(()))
    done = run("site", "build", str(folder), *DAY)
    assert done.status == 3
    assert "index.html" in done.err
    assert everything(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    folder.rename(built)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return the site of hostile data, published at an address, and what was said of it."""
    raw = (FOLDER / "topics.yaml").read_text("utf-8")
    hostile = "</script><script>alert(1)</script> javascript:alert(1)"
    bad = raw.replace("    fr: ", f"    fr: '{hostile}' #", 1)
    place = tmp_path_factory.mktemp("published")
    data = write_files(place / "data", {"topics.yaml": bad.encode()})
    address = ("--base-url", "https://example.org/films")
    done = run("site", "build", str(place / "site"), *address, *DAY, AVCAREERS_DATA=str(data))
    assert done.status == 0, done.err
    return place / "site", done.err


def test_a_published_site_says_its_addresses_and_hostile_data_shows_as_text(
    published: tuple[Path, str],
) -> None:
    site, err = published
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text
        assert 'href="javascript' not in text
    job = (site / "metiers/monteur.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/films/metiers/monteur.html">' in job
    assert 'hreflang="en" href="https://example.org/films/en/jobs/monteur.html"' in job
    assert 'property="og:title"' in job
    assert ('<div class="code"' in job) is can_draw_codes()
    assert ("avcareers[site]" in err) is not can_draw_codes()
    about = json.loads(job.partition('ld+json">')[2].partition("</script>")[0])
    assert about["mainEntity"]["@type"] == "Occupation"
    assert all(source["url"] for source in about["citation"] if "url" in source)
    # A server shows it at any address: its links lead from the root.
    assert 'href="https://example.org/films/assets/site.css"' in (site / "404.html").read_text(
        "utf-8"
    )
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://example.org/films/metiers/monteur.html</loc>" in listed
    assert "404" not in listed


def test_feeds_say_what_changed_with_the_addresses_of_the_pages_that_name_them(
    published: tuple[Path, str], run: Run
) -> None:
    site, _ = published
    feeds = {path.relative_to(site).as_posix(): path.read_text("utf-8")
             for path in site.rglob("*.atom")}  # fmt: skip
    assert {"changements.atom", "en/changes.atom", "metiers/chef-monteur.atom"} < feeds.keys()
    for address, text in feeds.items():
        key = Path(address).stem
        language = ("--lang", "en" if address.startswith("en/") else "fr")
        record = () if key in {"changements", "changes"} else (key,)
        asked = ("changes", *record, "-o", "atom", *language, *DAY)
        told = run(*asked, AVCAREERS_DATA=str(site.parent / "data")).out
        assert re.sub(" +<link .*/>\n", "", text) == told
        assert 'rel="self" href="https://example.org/films/' in text
        named = re.findall('rel="alternate" href="https://example.org/films/([^"]+)"', text)
        assert all((site / page).is_file() for page in named)
    page = (site / "metiers/chef-monteur.html").read_text("utf-8")
    address = "https://example.org/films/metiers/chef-monteur.atom"
    assert f'<link rel="alternate" type="application/atom+xml" href="{address}">' in page
    assert "atom" not in (site / "metiers/cadreur.html").read_text("utf-8")
    for page_of_all in ("index.html", "changements.html"):
        assert "films/changements.atom" in (site / page_of_all).read_text("utf-8")


def test_what_changed_and_what_ends_have_pages_and_a_calendar_on_any_site(
    built: Path, run: Run
) -> None:
    assert not list(built.rglob("*.atom"))
    for address, language in (("echeances.ics", "fr"), ("en/ends.ics", "en")):
        told = run("changes", "-o", "ics", "--lang", language, *DAY).out
        assert (built / address).read_bytes().decode().replace("\r\n", "\n") == told.replace(
            "\r\n", "\n"
        )
    assert 'href="../en/ends.ics"' in (built / "en/ends.html").read_text("utf-8")
    changed = (built / "changements.html").read_text("utf-8")
    assert "École du Phare" in changed
    assert '<a href="echeances.html">' in changed
    assert '<a href="../changements.html">' in (built / "metiers/monteur.html").read_text("utf-8")


def test_every_former_key_leads_to_its_record_and_has_its_facts(built: Path) -> None:
    pages = {
        "professions": ("metiers", "en/jobs", "salaires", "en/pay"),
        "schools": ("ecoles", "en/schools"),
        "topics": ("mots", "en/words"),
    }
    for kind, folders in pages.items():
        records = yaml.safe_load((FOLDER / f"{kind}.yaml").read_text("utf-8"))
        moved = [(old, each["slug"]) for each in records for old in each.get("formerly", ())]
        assert moved
        for (old, now), folder in product(moved, folders):
            page = (built / folder / f"{old}.html").read_text("utf-8")
            assert f'href="{"../" * (folder.count("/") + 1)}{folder}/{now}.html"' in page
            if not folder.startswith("en/"):
                facts, former = (built / folder / f"{key}.json" for key in (now, old))
                assert former.read_bytes() == facts.read_bytes()


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("fr", "titre jusqu'au 1er mars 2027", '<time class="until" datetime="2027-03-01">1er mars 2027</time>'),
        ("en", "title until 20 September 2028", '<time class="until" datetime="2028-09-20">20 September 2028</time>'),
        ("fr", "coût : ?", "coût\N{NO-BREAK SPACE}:\N{NO-BREAK SPACE}?"),
        ("fr", "à la Production, ce jour", "à la Production, ce jour"),
        ("fr", "voir https://example.org/l'ecole.", 'href="https://example.org/l&#x27;ecole"'),
    ],
)  # fmt: skip
def test_a_text_is_written_with_its_days_and_its_spaces(
    catalogue: Catalogue, language: str, said: str, written: str
) -> None:
    french, english = editions(catalogue, "2026-11-23", "")
    writer = (french if language == "fr" else english).writer("metiers/x.html")
    assert written in writer.text(said)


def test_the_page_of_the_search_has_what_it_reads(built: Path) -> None:
    for page, words in (("recherche.html", "search-fr.js"), ("en/search.html", "search-en.js")):
        text = (built / page).read_text("utf-8")
        for script in (
            "stemmers.js",
            "ranking.js",
            "intents.js",
            "search-index.js",
            words,
            "search.js",
        ):
            assert f"assets/{script}" in text
    index = (built / "assets/search-index.js").read_text("utf-8")
    data = json.loads(index.removeprefix("avcareersSearch.load(").removesuffix(");\n"))
    said = (built / "assets/search-fr.js").read_text("utf-8")
    titles = json.loads(said.removeprefix("var avcareersSaid = ").removesuffix(";\n"))["titles"]
    slugs = data["slugs"].split("\n")
    assert len(slugs) == len(titles) == sum(size for _, size in data["sizes"])
    assert titles[slugs.index("monteur")] == "Monteur / Monteuse"


def test_a_word_of_every_day_is_a_link_only_where_it_names_a_record(catalogue: Catalogue) -> None:
    french, _ = editions(catalogue, "2026-11-23", "")
    writer = french.writer("index.html")
    marked = (
        '<span role="img" aria-label="oui">●</span> <a href="etapes/tournage.html">Tournage</a>'
    )
    assert writer.text("● Tournage") == marked
    assert writer.text("Tournage de nuit, Tournage") == "Tournage de nuit, Tournage"
    assert writer.text("Montage") == "Montage"
    assert writer.lead((Span("Montage"),)) == '<a href="departements/montage.html">Montage</a>'
    assert "metiers/scripte.html" in writer.text("de Monteur et Scripte à la fin")


def listed(folder: Path, name: str) -> dict[str, Any]:
    text = (folder / f"assets/{name}.js").read_text("utf-8")
    data: dict[str, Any] = json.loads(
        text.removeprefix("var avcareersListed = ").removesuffix(";\n")
    )
    return data


@pytest.mark.parametrize(
    ("filters", "script", "pages"),
    [
        (SchoolFilters, "list-schools", ("ecoles/index.html", "en/schools/index.html")),
        (JobFilters, "list-jobs", ("metiers/index.html", "en/jobs/index.html")),
    ],
)
def test_a_list_has_every_filter_of_the_command_and_is_whole_without_a_script(
    built: Path, filters: type, script: str, pages: tuple[str, str]
) -> None:
    options = [entry.option.lstrip("-") for entry in entries(filters).values()]
    data = listed(built, script)
    assert [one["name"] for one in data["filters"]] == options
    for page in pages:
        text = (built / page).read_text("utf-8")
        assert f'assets/{script}.js" data-said=' in text
        assert all(f'name="{option}"' in text for option in options)
        assert set(re.findall(r'data-key="([^"]+)"', text)) == data["records"].keys()


def test_what_is_not_known_of_a_school_is_no_value_in_the_data_of_its_list(
    built: Path, run: Run
) -> None:
    records = listed(built, "list-schools")["records"]
    told = json.loads(run("schools", "--max-fees", "600", "-o", "json", *DAY).out)
    known = {
        slug
        for slug, school in records.items()
        if any(
            min(one.get("max-fees", {}).values(), default=601) <= 600
            for one in school["programmes"]
        )
    }
    assert known == {school["slug"] for school in told}
    public = json.loads(run("schools", "--kind", "public", "-o", "json", *DAY).out)
    assert {slug for slug, school in records.items() if school.get("kind") == "public"} == {
        school["slug"] for school in public
    }
    assert any("max-fees" not in one for each in records.values() for one in each["programmes"])


def test_the_map_marks_each_city_where_one_learns_and_leads_to_the_list_around_it(
    built: Path,
) -> None:
    data = listed(built, "list-schools")
    cities = {one["place"] for school in data["records"].values() for one in school["campuses"]}
    for page in ("ecoles/index.html", "en/schools/index.html"):
        text = (built / page).read_text("utf-8")
        assert set(re.findall(r'data-place="([^"]+)"', text)) == cities
        assert all(f"?near={city}&amp;within=20" in text for city in cities)


def test_a_source_has_its_place_in_the_list_and_pages_lead_there(built: Path) -> None:
    for sheet, listed_in, way in (
        ("metiers/monteur.html", "sources/index.html", "../sources/index.html"),
        ("en/jobs/monteur.html", "en/sources/index.html", "../../en/sources/index.html"),
    ):
        cited = re.findall(rf'href="{way}#([^"]+)"', (built / sheet).read_text("utf-8"))
        places = re.findall(
            r'<(?:span|a href="[^"]+") id="([^"]+)"', (built / listed_in).read_text("utf-8")
        )
        assert cited
        assert set(cited) <= set(places)


def test_no_page_asks_to_type_an_option_or_shows_a_key(built: Path) -> None:
    typed = {}
    for page in sorted(built.rglob("*.html")):
        # What stands in code is said to be for a command line; this page says of its options that they are.
        if page.stem in {"pour-vous", "for-you"}:
            continue
        said = r"<code>.*?</code>|<form.*?</form>|<[^>]+>"
        text = re.sub(said, "", page.read_text("utf-8"))
        if found := re.findall(r"(?<![\w-])--[a-z][a-z-]+", text):
            typed[page.name] = found
    assert typed == {}
    words = (built / "mots/index.html").read_text("utf-8")
    assert '<th scope="row" role="rowheader"><a href="../mots/contrat-court.html">' in words


def test_a_french_name_is_read_as_one_on_a_page_in_english(built: Path) -> None:
    sheet = (built / "en/jobs/monteur.html").read_text("utf-8")
    assert '<h1 lang="fr">' in sheet
    assert '<a lang="fr" href="../../en/jobs/' in sheet
    assert 'lang="fr" href="../ecoles/' not in (built / "metiers/monteur.html").read_text("utf-8")


def test_a_comparison_says_of_each_record_what_the_command_says(built: Path, run: Run) -> None:
    told = {}
    for slug in ("monteur", "scripte"):
        text = (built / f"metiers/{slug}.js").read_text("utf-8")
        kind, key, said = json.loads(text.removeprefix("avcareersTold(").removesuffix(");\n"))
        assert (kind, key) == ("job", slug)
        told[slug] = dict(said["en"]["rows"])
        assert "not an income" in said["en"]["warning"]
    page = run("compare", "monteur", "scripte", "-o", "plain", "--lang", "en", *DAY).out
    for title, said in told["monteur"].items():
        assert f"{title}\t{said}\t{told['scripte'][title]}" in page
    sheet = (built / "en/schools/lycee-des-goelands.html").read_text("utf-8")
    assert 'en/compare.html?school=lycee-des-goelands"' in sheet
    chosen = (built / "en/compare.html").read_text("utf-8")
    assert '<form class="filters compare"' in chosen
    assert 'data-key="monteur"' in chosen
    assert "../metiers/" in chosen


def test_the_page_of_jobs_for_you_has_the_reasons_of_the_command_and_leaves_a_city_to_it(
    built: Path, run: Run, catalogue: Catalogue
) -> None:
    text = (built / "assets/match-fr.js").read_text("utf-8")
    data = json.loads(text.removeprefix("var avcareersMatch = ").removesuffix(";\n"))
    lines = {unescape(re.sub("<[^>]+>", "", line)) for line in data["lines"]}
    quoted = {task for job in data["jobs"] for task in job["activities"].values()}
    told = run("match", "--like", "write", "--not", "driving-licence", "-o", "plain", *DAY).out
    reasons = [line.removeprefix("fits\t  ") for line in told.splitlines() if "fits\t  " in line]
    assert len(reasons) == 4
    known = lines | {f"on y fait : {task}" for task in quoted}
    assert {" ".join(line.split()) for line in known}.issuperset(
        " ".join(line.split()) for line in reasons
    )
    french, _ = editions(catalogue, "2026-11-23", "")

    def shown(*said: str) -> str:
        return french.writer("metiers/x.html").text(french.words.command("match", *said))

    assert 'href="../pour-vous.html?like=draw&amp;from=bac"' in shown(
        "--like", "draw", "--from", "bac"
    )
    assert "avcareers match --near brest" in shown("--near", "brest")
    for page in ("index.html", "metiers/monteur.html"):
        assert "pour-vous.html" in (built / page).read_text("utf-8")
