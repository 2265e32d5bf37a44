"""The field tables of docs/data.md, read from the models.

python docs/fields.py            write docs/data.md
python docs/fields.py --check    write nothing; leave with 3 if it would change

A type without words here stops it: give it some, below.
"""

import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from avcareers.model import base
from avcareers.model.content import type_of_records
from avcareers.store.data_files import DATA_FILES, DataFile

PAGE = Path(__file__).resolve().parent / "data.md"
WOULD_CHANGE = 3

NAMED = (
    (base.IsoDate, "day, `2026-11-23`"),
    (base.PartDate, "day, month or year: `2026-11-23`, `2026-11`, `2026`"),
    (base.Url, "web address"),
    (base.Uai, "UAI: seven digits and a capital"),
    (base.SchoolYear, "school year, `2026-2027`"),
    (base.Line, "line of text"),
    (base.Slug, "slug"),
)
"""Types of the model that have a name of their own, the narrowest first."""
PLAIN: dict[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    base.Text: "fr, en",
}

HEAD = """\
# The data, field by field

<!-- Written by docs/fields.py from the models: change the models, then run it. -->

Every file of `data/` is a list of records. The lists of jobs, schools and topics hold what lists show
and choose by; the rest of each record stands in a sheet of its own, `data/professions/scripte.yaml`. A
field stands in one of the two; a record written whole in the list is valid too.

A field marked *optional* may be left out, and is then **not known** (or empty, for a list): never write
0, "", "?" or a guess in its place. Fields come in the order of these tables; `avcareers data fmt` sees
to it. *Slug of a school* and the like must name a record that exists. *fr, en* is the same words in both
languages.

The same shapes as JSON Schema are in [schema/](../schema); editors that understand the first line
of each file complete and check them as you type. [words.md](words.md) says what coded values mean,
[data/](data/README.md) explains a record of each kind, line by line.
"""


def main() -> None:
    """Write the page, or say that it would change."""
    text = page()
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return
    sys.stderr.write("docs/data.md\n")
    if "--check" in sys.argv[1:]:
        raise SystemExit(WOULD_CHANGE)
    PAGE.write_text(text, encoding="utf-8")


def page() -> str:
    """Return the text of docs/data.md."""
    parts = [HEAD]
    explained: set[type[BaseModel]] = {base.Text}
    for file in DATA_FILES:
        (record, *_) = get_args(type_of_records(file.name))
        needed = "" if file.required else " (optional file)"
        parts.append(f"\n## data/{file.path}{needed}\n")
        if file.entry:
            parts.append(where(file))
        waiting = [record]
        while waiting:
            model = waiting.pop(0)
            if model in explained:
                continue
            explained.add(model)
            parts.append("\n".join(table(model, top=model is record)))
            waiting += nested(model)
    return "\n".join(parts)


def where(file: DataFile) -> str:
    """Return which fields of a record stand in the list, and which in its sheet."""
    listed = ", ".join(f"`{name}`" for name in file.entry)
    return f"In the list: {listed}. The other fields: in `data/{file.name}/<slug>.yaml`.\n"


def table(model: type[BaseModel], *, top: bool) -> Iterator[str]:
    """Yield the table of one model."""
    about = cell((model.__doc__ or "").split("\n", maxsplit=1)[0])
    yield f"{about}\n" if top else f"### {model.__name__}\n\n{about}\n"
    yield "| field | type | what it says |"
    yield "|---|---|---|"
    for name, field in model.model_fields.items():
        optional = "" if field.is_required() else "*optional* "
        takes = "slug" if name == "slug" else cell(described_type(field))
        described = f"{field.description or ''}{default(field)}"
        yield f"| `{name}` | {optional}{takes} | {cell(described)} |"
    yield ""


def default(field: FieldInfo) -> str:
    """Return what an absent field stands for, when it is neither nothing nor an empty list."""
    value = field.default
    if value in (PydanticUndefined, None, ()) or isinstance(value, BaseModel):
        return ""
    return f" Default: `{str(value).lower() if isinstance(value, bool) else value}`."


def described_type(field: FieldInfo) -> str:
    """Return what a field takes."""
    annotation: Any = field.annotation
    if field.metadata:
        annotation = Annotated[annotation, *field.metadata]
    return kind(annotation)


def kind(annotation: Any) -> str:
    """Return what a type takes, in words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return annotated(annotation)
    if origin in (Union, types.UnionType):
        return " or ".join(kind(part) for part in arguments if part is not types.NoneType)
    if origin is tuple:
        return f"list of: {kind(arguments[0])}"
    if origin is Literal:
        return " · ".join(f"`{value}`" for value in arguments)
    return PLAIN.get(annotation) or f"[{annotation.__name__}](#{annotation.__name__.lower()})"


def annotated(annotation: Any) -> str:
    """Return what a type takes when something more is known of it than its bare type."""
    core, *written = get_args(annotation)
    notes = [n for note in written for n in getattr(note, "metadata", (note,))]
    for note in notes:
        if isinstance(note, base.Refers):
            return note.what
    for named, words in NAMED:
        if set(get_args(named)[1:]) <= set(notes):
            return words + limits(notes)
    return kind(core) + limits(notes)


def limits(notes: list[Any]) -> str:
    """Return the bounds of a number, the length of a list, the pattern of a text."""
    low = next((n.ge for n in notes if isinstance(n, Ge)), None)
    high = next((n.le for n in notes if isinstance(n, Le)), None)
    least = next((n.min_length for n in notes if isinstance(n, MinLen)), None)
    most = next((n.max_length for n in notes if isinstance(n, MaxLen)), None)
    said = [f"{low} to {high}"] if low is not None and high is not None else []
    if not said:
        said += [f"from {low}"] if low is not None else []
        said += [f"up to {high}"] if high is not None else []
    said += [f"above {n.gt}" for n in notes if isinstance(n, Gt)]
    said += [f"below {n.lt}" for n in notes if isinstance(n, Lt)]
    if least is not None and most is not None:
        said.append(f"{least} to {most} of them")
    elif least:
        said.append(f"{least} at least")
    patterns = (getattr(n, "pattern", None) for n in notes)
    said += [f"pattern `{pattern}`" for pattern in patterns if pattern]
    return f" ({', '.join(said)})" if said else ""


def nested(annotation: Any) -> list[type[BaseModel]]:
    """Return the models a model, or a type, is made of, in order."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.values()
        return [model for field in fields for model in inside(field.annotation)]
    return []


def inside(annotation: Any) -> list[type[BaseModel]]:
    """Return the models a type holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in inside(part)]


def cell(text: str) -> str:
    """Write a text so that a Markdown table can hold it."""
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    main()
