"""The catalogues made to measure scale are valid, larger, and hold the shipped one."""

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from avcareers.model.content import Content

from ..own_data import load_folder

ROOT = Path(__file__).parents[2]
COPIED = ("professions", "schools", "certifications", "agreements", "topics", "sources", "floors")
KEPT = ("departments", "stages", "places", "rome", "minimum_wages", "pay_bases", "synonyms")


@pytest.fixture(scope="module")
def generated() -> ModuleType:
    """Return the program that writes them."""
    spec = importlib.util.spec_from_file_location("generated", ROOT / "benchmarks/generated.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder_of_two(generated: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of a catalogue of twice the shipped one."""
    folder = tmp_path_factory.mktemp("generated") / "data"
    generated.write_catalogue(folder, 2)
    return folder


@pytest.fixture(scope="module")
def twice(folder_of_two: Path) -> Content:
    """Return a catalogue of twice the shipped one, validated: wrong data would raise."""
    return load_folder(folder_of_two).inherited()


@pytest.fixture
def shipped(real_content: Content) -> Content:
    """Return the shipped catalogue."""
    return real_content


@pytest.mark.slow
@pytest.mark.parametrize("name", COPIED)
def test_a_copy_follows_the_shipped_records(twice: Content, shipped: Content, name: str) -> None:
    both, one = getattr(twice, name), getattr(shipped, name)
    assert len(both) == 2 * len(one)
    assert set(one) <= set(both) if name == "floors" else both[: len(one)] == one


@pytest.mark.slow
@pytest.mark.parametrize("name", KEPT)
def test_the_country_and_the_trade_do_not_grow(twice: Content, shipped: Content, name: str) -> None:
    assert getattr(twice, name) == getattr(shipped, name)


def test_a_copy_refers_to_what_was_copied_with_it(twice: Content, shipped: Content) -> None:
    jobs = {job.slug for job in shipped.professions}
    copies = twice.professions[len(jobs) :]
    assert not jobs.intersection(slug for job in copies for slug in job.works_with)
    schools = twice.schools[len(shipped.schools) :]
    taught = {s for school in schools for p in school.programmes for s in p.leads_to}
    assert not jobs & taught
    numbers = {agreement.idcc for agreement in twice.agreements}
    assert len(numbers) == len(twice.agreements)
    known = {function.idcc for job in shipped.professions for function in job.pay_functions}
    assert not known.intersection(f.idcc for job in copies for f in job.pay_functions)


def test_names_vary_and_schools_stand_elsewhere(twice: Content, shipped: Content) -> None:
    titles = Counter(job.title.en for job in twice.professions)
    assert titles.most_common(1)[0][1] == 1
    pairs = zip(shipped.schools, twice.schools[len(shipped.schools) :], strict=True)
    for school, copy in pairs:
        assert copy.name.startswith(school.name)
        here = {campus.place for campus in school.campuses}
        assert len({campus.place for campus in copy.campuses}) == len(here)
        assert here != {campus.place for campus in copy.campuses} or not here


@pytest.mark.slow
def test_the_same_size_gives_the_same_bytes(
    generated: ModuleType, folder_of_two: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    generated.write_catalogue(again, 2)
    files = sorted(path.relative_to(folder_of_two) for path in folder_of_two.rglob("*.*"))
    assert len(files) > 20
    for file in files:
        assert (again / file).read_bytes() == (folder_of_two / file).read_bytes()


@pytest.mark.parametrize("times", [0, 1_000_000])
def test_a_size_it_has_no_words_for_is_refused(
    generated: ModuleType, tmp_path: Path, times: int
) -> None:
    with pytest.raises(ValueError, match="between"):
        generated.write_catalogue(tmp_path / "data", times)
    assert not (tmp_path / "data").exists()


def test_copied_schools_may_teach_the_shipped_jobs(generated: ModuleType, tmp_path: Path) -> None:
    sheet = tmp_path / "schools" / "femis-aigue.yaml"
    sheet.parent.mkdir()
    programme = "- slug: montage\n  leads_to:\n  - {}\n  - {}\n  sources:\n  - femis-aigue\n"
    before = programme.format("chef-monteur-aigue", "scripte-aigue")
    sheet.write_text(f"programmes:\n{before}{before}", "utf-8")
    generated.share_jobs(tmp_path)
    after = programme.format("chef-monteur", "scripte")
    assert sheet.read_text("utf-8") == f"programmes:\n{after}{after}"
