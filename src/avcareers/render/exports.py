"""The whole catalogue as files."""

import io
import json
from pathlib import Path

from avcareers.store.catalogue import Catalogue
from avcareers.store.files import DATA_FILES
from avcareers.store.view import plain

from .data import write_csv


def exported_files(catalogue: Catalogue, form: str) -> dict[str, str]:
    """Give the text of one file for each kind of record, by name."""
    texts = {}
    for file in DATA_FILES:
        records = [plain(record) for record in catalogue.documents(file.kind)]
        stream = io.StringIO()
        match form:
            case "json":
                json.dump(records, stream, ensure_ascii=False, indent=2)
                stream.write("\n")
            case "jsonl":
                stream.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
            case "csv":
                write_csv(records, stream)
        texts[f"{file.name}.{form}"] = stream.getvalue()
    return texts


def write_sqlite(catalogue: Catalogue, path: Path) -> None:
    """Copy the compiled catalogue, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}-{id(catalogue)}")
    try:
        catalogue.copy_to(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
