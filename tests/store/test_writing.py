"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from avcareers.store.writing import differing, write_texts

TEXTS = {"a.yaml": "é\n", "output/b.json": "{}\n"}


def test_missing_and_changed_files_differ_and_others_do_not(tmp_path: Path) -> None:
    assert differing(tmp_path, TEXTS) == ("a.yaml", "output/b.json")
    write_texts(tmp_path, TEXTS)
    assert differing(tmp_path, TEXTS) == ()
    (tmp_path / "a.yaml").write_bytes("é\r\n".encode())
    assert differing(tmp_path, TEXTS) == ("a.yaml",)


def test_what_is_written_is_what_was_given(tmp_path: Path) -> None:
    write_texts(tmp_path, TEXTS)
    assert (tmp_path / "a.yaml").read_bytes() == "é\n".encode()
    assert (tmp_path / "output" / "b.json").read_bytes() == b"{}\n"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.yaml", "b.json", "output"]


def test_a_write_that_fails_keeps_the_old_file_and_leaves_no_remains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_texts(tmp_path, {"a.yaml": "avant"})

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(OSError, match="No space"):
        write_texts(tmp_path, {"a.yaml": "après"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_text() == "avant"
