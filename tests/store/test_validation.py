"""Every problem of a data folder is told at once, each at its place, with its repair."""

from pathlib import Path
from types import ModuleType

import pytest

from avcareers.model.errors import DataError
from avcareers.store.data_files import Snapshot, read_snapshot
from avcareers.store.validation import load, load_with_places

GOOD_SOURCES = """\
- slug: fiche
  title: Fiche métier
  publisher: CNC
  read_on: 2026-11-01
"""

# Wrong in shape: one file has each kind of mistake, two others cannot be read at all.
WRONG_SHAPES: dict[str, bytes] = {
    "professions": b"- slug: \xff\xfe\n",
    "schools": """\
- slug: ecole
  name: École
  kind: publik
  website: https://ecole.example.fr/une page
  campuses:
    - place: lyon
      postcode: 69001
  programmes:
    - slug: image
      title: Diplôme image
      award: national
      years: "3"
      leads_to: cadreur
      fees:
        - low: "300"
          covers: {fr: Tout., en: All.}
          source: fiche
      sources: [fiche]
  sources: [fiche]
  reviewd: 2026-11-01
""".encode(),
    "stages": """\
- slug: tournage
  phase: realisation
  name: {fr: Tournage, en: Shoot}
  summary: {fr: Le film se tourne.}
  happens:
    - {fr: On prépare., en: Preparing.}
    - {fr: On tourne., en: Shooting.}
  deliverables:
    - slug: Rushes
      name: {fr: Rushes, en: Rushes}
    - slug: rapport
      name: {fr: Rapport, en: Report}
  places:
    - {fr: Plateau, en: Set}
  departments: [image]
  durations:
    - span: {low: 8, high: 6}
      unit: week
      of: {fr: Long métrage, en: Feature}
      sources: [fiche]
  sources: [fiche]
""".encode(),
    "departments": b"- slug: image\n  slug: son\n  name: *nom\n",
    "certifications": b"""\
- slug: rncp-38123
  number: "38123"
  expires: 2026-02-30
  title_inferred: yes
  zzz: 1
  url: https://www.francecompetences.fr/recherche/rncp/38123/
  sources: []
""",
    "sources": GOOD_SOURCES.encode(),
    "rome": b"slug: l1505\n",
}

SHAPE_PROBLEMS = """\
professions.yaml:1:9  must be UTF-8 text, found byte 0xff
schools.yaml:1:3  ecole.reviewed: must be given
schools.yaml:3:9  ecole.kind: must be one of 'public', 'private', 'association' or 'consular', \
found "publik": did you mean public?
schools.yaml:4:12  ecole.website: must be an address without spaces, \
found "https://ecole.example.fr/une page"
schools.yaml:7:17  ecole.campuses[0].postcode: must be text, found 69001: put it in quotes
schools.yaml:12:14  ecole.programmes[0].years: must be a number, found "3": \
write digits without quotes
schools.yaml:13:17  ecole.programmes[0].leads_to: must be a list, found "cadreur"
schools.yaml:15:16  ecole.programmes[0].fees[0].low: must be a number, found "300": \
write digits without quotes
schools.yaml:20:3  ecole.reviewd: is not a field of this record, found "2026-11-01": \
did you mean reviewed?
stages.yaml:4:12  tournage.summary.en: must be given
stages.yaml:9:13  tournage.deliverables[0].slug: must be lower-case ascii words joined by hyphens \
(chef-monteur), found "Rushes"
stages.yaml:17:13  tournage.durations[0].span: low (8.0) must not exceed high (6.0), \
found {'low': 8, 'high': 6}
stages.yaml:18:13  tournage.durations[0].unit: must be one of 'hours', 'days', 'weeks', 'months' or \
'years', found "week": did you mean weeks?
departments.yaml:3:9  is not YAML: found undefined alias
certifications.yaml:2:11  rncp-38123.number: must be a whole number, found "38123": \
write digits without quotes
certifications.yaml:3:12  rncp-38123.expires: must be a day of the calendar written 2026-11-23, \
found "2026-02-30"
certifications.yaml:4:19  rncp-38123.title_inferred: must be true or false, found "yes"
certifications.yaml:5:3  rncp-38123.zzz: is not a field of this record, found 1: remove it
certifications.yaml:7:12  rncp-38123.sources: must hold at least 1, found []
places.yaml  must exist in data
regions.yaml  must exist in data
rome.yaml:1:1  must be a list, found {'slug': 'l1505'}"""

# Well shaped, and naming each other wrongly.
WRONG_SLUGS = {
    "professions": "[]",
    "schools": """\
- slug: ecole
  name: École
  kind: public
  campuses:
    - place: lyonn
  programmes:
    - slug: image
      title: Diplôme image
      award: rncp
      certification: rncp-38124
      leads_to: [plombier]
      sources: [fiche]
    - slug: image
      title: Diplôme son
      award: rncp
      sources: [fich]
  sources: [fiche]
  reviewed: 2026-11-01
""",
    "stages": "[]",
    "departments": """\
- slug: image
  name: {fr: Image, en: Camera}
  summary: {fr: Filme., en: Films.}
- slug: image
  name: {fr: Son, en: Sound}
  summary: {fr: Enregistre., en: Records.}
""",
    "certifications": """\
- slug: rncp-38123
  number: 38123
  url: https://www.francecompetences.fr/recherche/rncp/38123/
  replaced_by: [rncp-38125]
  sources: [fiche]
""",
    "sources": GOOD_SOURCES,
    "regions": "[]",
    "places": """\
- {slug: lyon, name: Lyon, department: "69", region: Rhône, lat: 45.75, lon: 4.83}
""",
}

SLUG_PROBLEMS = """\
schools.yaml:5:14  ecole.campuses[0].place: must be the slug of a place, found "lyonn": \
did you mean lyon?
schools.yaml:10:22  ecole.programmes[0].certification: must be the slug of a certification, \
found "rncp-38124": did you mean rncp-38123?
schools.yaml:11:18  ecole.programmes[0].leads_to[0]: must be the slug of a profession, \
found "plombier"
schools.yaml:13:13  ecole.programmes[1].slug: must be one programme's, found "image" twice: \
rename one
schools.yaml:16:17  ecole.programmes[1].sources[0]: must be the slug of a source, found "fich": \
did you mean fiche?
departments.yaml:4:9  image.slug: must be the slug of one department, found "image" twice: \
rename one
certifications.yaml:4:17  rncp-38123.replaced_by[0]: must be the slug of a certification, \
found "rncp-38125": did you mean rncp-38123?"""


def problems(sources: Snapshot) -> list[str]:
    """Return the problems of a data folder, as they are printed."""
    with pytest.raises(DataError) as caught:
        load(sources)
    return [str(problem) for problem in caught.value.problems]


def of_bytes(raws: dict[str, bytes]) -> Snapshot:
    """Return bytes as the YAML files of a folder."""
    return Snapshot(Path("data"), {f"{name}.yaml": raw for name, raw in raws.items()})


def of_texts(texts: dict[str, str]) -> Snapshot:
    """Return texts as the YAML files of a folder."""
    return of_bytes({name: text.encode() for name, text in texts.items()})


def test_every_wrong_shape_of_a_horrible_folder_is_told() -> None:
    told = problems(of_bytes(WRONG_SHAPES))
    assert sorted(told) == sorted(SHAPE_PROBLEMS.splitlines())


def test_problems_come_in_the_order_of_files_and_lines() -> None:
    told = problems(of_bytes(WRONG_SHAPES))
    assert told == SHAPE_PROBLEMS.splitlines()


def test_every_wrong_slug_of_a_horrible_folder_is_told() -> None:
    assert problems(of_texts(WRONG_SLUGS)) == SLUG_PROBLEMS.splitlines()


def test_a_wrong_slug_is_told_beside_a_wrong_shape() -> None:
    wrong_date = GOOD_SOURCES.replace("2026-11-01", "2026-02-30")
    told = problems(of_texts({**WRONG_SLUGS, "sources": wrong_date}))
    assert any(problem.startswith("sources.yaml:4:12") for problem in told)
    assert any(problem.startswith("departments.yaml:4:9") for problem in told)


def test_a_folder_that_is_not_there_lacks_every_required_file(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    told = problems(read_snapshot(folder))
    assert told == [
        f"{name}.yaml  must exist in {folder}"
        for name in (
            "professions", "schools", "stages", "departments", "certifications", "sources", "places",
            "regions",
        )
    ]  # fmt: skip


def test_a_file_that_can_not_be_read_is_told(tmp_path: Path, small: ModuleType) -> None:
    folder = small.write(tmp_path)
    (folder / "places.yaml").unlink()
    (folder / "places.yaml").mkdir()
    (told,) = problems(read_snapshot(folder))
    assert told == "places.yaml  must be a file that can be read (not a regular file)"


def test_the_smallest_folder_is_valid(small: ModuleType) -> None:
    assert len(small.content().professions) == len(small.JOBS)


def test_the_rome_directory_may_be_missing(small: ModuleType) -> None:
    data = small.records()
    del data["rome"]
    for job in data["professions"]:
        job.pop("rome", None)
    assert load(small.sources(data)).rome == ()


def test_an_entry_of_the_rome_is_named_after_its_code(small: ModuleType) -> None:
    """A job's sheet looks its code up, in lower case: it was a crash."""
    data = small.records()
    data["rome"][0]["slug"] = "l1507"
    assert problems(small.sources(data)) == [
        'rome.yaml:4:11  l1507.code: must be the key in capitals (L1507), found "L1505"'
    ]


@pytest.mark.parametrize("text", ["false", "{}", "non"])
def test_a_file_that_holds_no_list_is_refused(small: ModuleType, text: str) -> None:
    contents = {**small.sources().contents, "rome.yaml": text.encode()}
    (told,) = problems(Snapshot(Path("data"), contents))
    assert told.startswith("rome.yaml:1:1  must be a list, found ")


def test_a_file_cut_short_is_told_where_it_ends(small: ModuleType) -> None:
    contents = dict(small.sources().contents)
    contents["places.yaml"] = contents["places.yaml"][:-20]
    (told,) = problems(Snapshot(Path("data"), contents))
    assert told.startswith("places.yaml:")
    assert "is not YAML" in told


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("stages", 0, "departments"), ["imag"], "must be the slug of a department"),
        (("professions", 0, "department"), "imag", "must be the slug of a department"),
        (("professions", 0, "rome"), ["L1506"], "must be a code of rome.yaml"),
        (("rome", 0, "moves"), ["L1506"], "must be a code of rome.yaml"),
        (("professions", 0, "stages"), ["tournag"], "must be the slug of a stage"),
        (("professions", 0, "works_with"), ["cadreu"], "must be the slug of a profession"),
        (
            ("professions", 0, "confused_with", 0, "job"),
            "x-y-z",
            "must be the slug of a profession",
        ),
        (
            ("professions", 0, "hands_over"),
            [{"deliverable": "rushs", "stage": "tournage", "to": ["cadreur"]}],
            "must be the slug of a deliverable",
        ),
        (
            ("schools", 0, "programmes", 0, "recognition", 0, "certification"),
            "rncp-1",
            "must be the slug of a certif",
        ),
        (("schools", 0, "programmes", 0, "campuses"), ["lion"], "must be the slug of a place"),
        (
            ("schools", 0, "programmes", 0, "alternance", "source"),
            "x",
            "must be the slug of a source",
        ),
        (("stages", 0, "durations", 0, "sources"), ["x"], "must be the slug of a source"),
    ],
)
def test_every_relation_must_resolve(
    small: ModuleType, path: tuple[str | int, ...], value: object, told: str
) -> None:
    (problem,) = problems(small.sources(small.changed(*path, to=value)))
    assert told in problem


def test_an_old_slug_can_not_be_another_s(small: ModuleType) -> None:
    data = small.changed("professions", 1, "formerly", to=["cadreur"])
    (problem,) = problems(small.sources(data))
    assert 'found "cadreur" twice' in problem


def test_an_old_slug_of_a_programme_can_not_be_another_s(small: ModuleType) -> None:
    data = small.records()
    first = data["schools"][0]["programmes"][0]
    second = {**first, "slug": "encore", "course_name": "Encore", "formerly": [first["slug"]]}
    data["schools"][0]["programmes"].append(second)
    (problem,) = problems(small.sources(data))
    assert f'found "{first["slug"]}" twice' in problem


def test_two_deliverables_of_the_chain_do_not_share_a_slug(small: ModuleType) -> None:
    data = small.records()
    data["stages"].append({**data["stages"][0], "slug": "montage"})
    (problem,) = problems(small.sources(data))
    assert 'found "rushes" twice' in problem


def test_a_missing_field_stands_where_its_record_begins(small: ModuleType) -> None:
    data = small.changed("schools", 0, "programmes", 0, "title", to=small.GONE)
    (problem,) = problems(small.sources(data))
    assert problem.endswith("ecole-de-lyon.programmes[0].title: must be given")


def test_a_record_without_slug_is_told_by_its_rank(small: ModuleType) -> None:
    data = small.changed("places", 1, "slug", to=small.GONE)
    (problem,) = problems(small.sources(data))
    assert problem.endswith("[1].slug: must be given")


def test_a_number_of_another_kind_is_not_text_in_disguise(small: ModuleType) -> None:
    (problem,) = problems(small.sources(small.changed("places", 0, "department", to=69)))
    assert problem.endswith("lyon.department: must be text, found 69: put it in quotes")


def test_words_are_not_mended_by_removing_quotes(small: ModuleType) -> None:
    path = ("schools", 0, "programmes", 0, "fees", 0, "low")
    (problem,) = problems(small.sources(small.changed(*path, to="neuf mille")))
    assert problem.endswith('fees[0].low: must be a number, found "neuf mille"')


def test_a_list_whose_only_item_is_wrong_is_not_called_empty(small: ModuleType) -> None:
    data = small.changed("stages", 0, "deliverables", 0, "slug", to="Rushes")
    (problem,) = problems(small.sources(data))
    assert "tournage.deliverables[0].slug: must be lower-case" in problem


def test_what_was_refused_is_printed_safely(small: ModuleType) -> None:
    data = small.changed("places", 0, "name", to="\x1b[31mLyon" + "n" * 500)
    (problem,) = problems(small.sources(data))
    assert "\x1b" not in problem
    assert "U+001B" in problem
    assert len(problem) < 250


def test_a_valid_record_can_be_located(small: ModuleType) -> None:
    texts = {
        **{
            name.removesuffix(".yaml"): raw.decode()
            for name, raw in small.sources().contents.items()
        },
        "places": WRONG_SLUGS["places"].replace("\n", "\n\n- ").removesuffix("- ")
        + '- {slug: paris, name: Paris, department: "75", region: Île, lat: 48.8, lon: 2.3}\n',
    }
    _, places = load_with_places(of_texts(texts))
    problem = places.located("place", "paris", ("lat",), "must be right")
    assert str(problem) == "places.yaml:3:66  paris.lat: must be right"
