"""Every kind of record has one file; a snapshot of them is consistent, and of what they hold now."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from avcareers.model.content import Content
from avcareers.model.errors import DataError
from avcareers.store import data_files
from avcareers.store.data_files import DATA_FILES, FILE_OF, file_states, fingerprint, read_snapshot
from avcareers.store.validation import load

from ..own_data import FOLDER


def digest(folder: Path) -> str:
    return read_snapshot(folder).digest("salt")


def test_every_kind_of_record_has_a_file_and_no_other() -> None:
    assert {file.name: file.kind for file in DATA_FILES} == {
        name: field.title for name, field in Content.model_fields.items() if field.title
    }


def test_a_kind_leads_to_its_file() -> None:
    assert FILE_OF["school"] == "schools.yaml"
    assert len(FILE_OF) == len(DATA_FILES)


@pytest.mark.parametrize("hidden", [False, True])
def test_a_change_of_one_letter_shows_even_when_its_times_are_put_back(
    data: Path, hidden: bool
) -> None:
    states, before = file_states(data), digest(data)
    path = data / "places.yaml"
    stat = path.stat()
    time.sleep(0.02)
    path.write_bytes(path.read_bytes().replace(b"Lyon", b"Lion"))
    if hidden:
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert file_states(data) != states
    assert fingerprint(file_states(data)) != fingerprint(states)
    assert digest(data) != before


def test_a_file_that_comes_or_goes_shows(data: Path) -> None:
    digests, states = [digest(data)], [file_states(data)]
    (data / "pay" / "9999.csv").write_text("grid,function,basis,amount_eur\n")
    digests.append(digest(data))
    states.append(file_states(data))
    (data / "rome.yaml").unlink()
    digests.append(digest(data))
    assert len(set(digests)) == 3
    assert states[0] != states[1] != file_states(data)


def test_a_fingerprint_is_the_same_at_every_run_and_another_for_another_name() -> None:
    states = {"a.yaml": (1, 2, 3), "b.yaml": (), "caf\udce9.yaml": (4,)}
    code = f"from avcareers.store.data_files import fingerprint; print(fingerprint({states!r}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert int(ran.stdout) == fingerprint(states)
    assert fingerprint({**states, "d.yaml": ()}) != fingerprint(states)


def test_a_snapshot_keeps_the_bytes_of_each_file_by_its_path(data: Path) -> None:
    contents = read_snapshot(data).contents
    assert contents["places.yaml"] == (data / "places.yaml").read_bytes()
    assert contents["pay/3097.csv"] == (data / "pay" / "3097.csv").read_bytes()


@pytest.mark.parametrize("read_before", [0, 1, 5])
def test_a_snapshot_is_wholly_of_one_folder_when_another_takes_its_place(
    data: Path,
    tmp_path: Path,
    small: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    read_before: int,
) -> None:
    other = small.write(tmp_path / "other")
    for path in other.glob("*.yaml"):
        path.write_bytes(path.read_bytes() + b"\n")
    content, left = data_files._content, read_before

    def swapping(*of: Any) -> object:
        nonlocal left
        left -= 1
        if left == -1:
            data.rename(tmp_path / "before")
            other.rename(data)
        return content(*of)

    monkeypatch.setattr(data_files, "_content", swapping)
    contents = read_snapshot(data).contents
    assert all(contents[path] == (data / path).read_bytes() for path in contents)
    assert contents["places.yaml"].endswith(b"\n")  # type: ignore[union-attr]


def test_a_file_that_changes_while_it_is_read_is_read_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = data_files._content

    def changing(path: Path, *of: Any) -> object:
        monkeypatch.setattr(data_files, "_content", content)
        read = content(path, *of)
        path.write_bytes(b"[]")
        return read

    monkeypatch.setattr(data_files, "_content", changing)
    assert read_snapshot(data).contents["professions.yaml"] == b"[]"


def test_a_folder_that_never_stays_the_same_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = iter(range(1000))
    monkeypatch.setattr(data_files, "_state_at", lambda _: (next(turns),))
    with pytest.raises(DataError, match="changed each time"):
        read_snapshot(data)


@pytest.mark.parametrize("target", ["itself", "nothing"])
@pytest.mark.parametrize("name", ["topics/rumeur.yaml", "rules.yaml", "professions.yaml"])
def test_a_link_that_leads_to_no_file_is_a_file_that_cannot_be_read(
    tmp_path: Path, name: str, target: str
) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "data")
    path = folder / name
    path.unlink()
    path.symlink_to(path if target == "itself" else folder / "nowhere")
    with pytest.raises(DataError) as caught:
        load(read_snapshot(folder))
    (problem,) = caught.value.problems
    assert (problem.file, problem.message) == (
        name, "must be a file that can be read (not a regular file)",
    )  # fmt: skip
