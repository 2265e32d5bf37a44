"""The JSON Schemas of the answers, generated from the classes that queries return.

Used when the schemas are written or tested: it loads the validator and every query.
"""

import ast
import inspect
import textwrap
from copy import copy
from itertools import pairwise
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Union, get_args, get_origin, get_type_hints

from pydantic import Field, TypeAdapter, create_model
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

import avcareers.model.content  # noqa: F401 (declares every record)
from avcareers.audit.check import Check
from avcareers.model.answer import Mark, Merged, Rows, mark_of
from avcareers.model.base import Record
from avcareers.query.changes import ChangeList
from avcareers.query.coming import EndingList
from avcareers.query.compare import JobComparison, SchoolComparison
from avcareers.query.departments import DepartmentList
from avcareers.query.home import Home
from avcareers.query.hours.estimate import Hours
from avcareers.query.job import JobSheet
from avcareers.query.jobs import JobList
from avcareers.query.ladder import Ladder, Path
from avcareers.query.match.match import Match
from avcareers.query.pay import Pay
from avcareers.query.plan.plan import Plan
from avcareers.query.programmes import ProgrammeList
from avcareers.query.public_nearby import Nearest
from avcareers.query.school import SchoolSheet
from avcareers.query.school_check import SchoolCheck, SchoolChecks
from avcareers.query.schools import SchoolList
from avcareers.query.search.ranking import Found
from avcareers.query.shooting_week import PayWeeks
from avcareers.query.sources import SourceList, SourceSheet
from avcareers.query.stages import Chain, StageSheet
from avcareers.query.stale import StaleList
from avcareers.query.stats import Stats
from avcareers.query.topics import DiplomaSheet, TopicList, TopicSheet
from avcareers.registers.comparison import RegisterAudit
from avcareers.releases.making import Draft
from avcareers.store.schemas import schema_text

ANSWERS: dict[str, type] = {
    "changes": ChangeList,
    "changes-coming": EndingList,
    "compare-jobs": JobComparison,
    "compare-schools": SchoolComparison,
    "data-audit": RegisterAudit,
    "data-check": Check,
    "data-release": Draft,
    "data-stale": StaleList,
    "data-stats": Stats,
    "departments": DepartmentList,
    "explain": TopicSheet,
    "explain-diploma": DiplomaSheet,
    "explain-list": TopicList,
    "home": Home,
    "hours": Hours,
    "job-show": JobSheet,
    "jobs-list": JobList,
    "match": Match,
    "path": Path,
    "path-tree": Ladder,
    "pay": Pay,
    "pay-hours": PayWeeks,
    "plan": Plan,
    "schools": SchoolList,
    "schools-programmes": ProgrammeList,
    "school-check": SchoolCheck,
    "school-check-several": SchoolChecks,
    "school-show": SchoolSheet,
    "search": Found,
    "sources": SourceList,
    "sources-of": SourceSheet,
    "stage-show": StageSheet,
    "stages": Chain,
}
"""What each command returns, by the name of its schema."""


def answer_types() -> dict[str, Any]:
    """Return the type of the JSON of each command: a model, or a list of one."""
    shapes = _Shapes()
    return {name: shapes.of_answer(kind) for name, kind in ANSWERS.items()}


def answer_schemas() -> dict[str, str]:
    """Return the text of the JSON Schema of each command, by its path below `schema/`."""
    return {
        f"output/{name}.schema.json": schema_text(
            name, TypeAdapter(shape).json_schema(mode="serialization")
        )
        for name, shape in answer_types().items()
    }


class _Shapes:
    """Models made from classes of answers, each made once."""

    def __init__(self) -> None:
        self._made: dict[type, Any] = {}
        self._records = {record.__name__: record for record in _records(Record)}

    def of_answer(self, kind: type) -> Any:
        """Return the type of what is published of an answer."""
        for name, annotation in self._hints(kind).items():
            if mark_of(annotation) is Rows:
                rows = get_args(annotation)[0]
                if get_origin(rows) is dict:
                    return Annotated[rows, Field(description=_descriptions(kind)[name])]
                return list.__class_getitem__(self._of(get_args(rows)[0]))
        return self._model(kind)

    def _hints(self, kind: type) -> dict[str, Any]:
        # Answers may be named where they are not loaded.
        answers = (*ANSWERS.values(), Nearest)
        named = self._records | {each.__name__: each for each in answers}
        return get_type_hints(kind, localns=named, include_extras=True)

    def _of(self, annotation: Any) -> Any:
        """Return an annotation with the classes of answers in it replaced by their models."""
        if hasattr(annotation, "_fields"):
            return self.of_answer(annotation)
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return Annotated.__class_getitem__((self._of(parts[0]), *parts[1:]))
        inner = tuple(part if part in {..., NoneType} else self._of(part) for part in parts)
        if origin in {Union, UnionType}:
            either: Any = Union[inner]  # noqa: UP007 (made from parts)
            # Classes of answers that may stand in one place say their kind.
            told_apart = all(hasattr(part, "_fields") for part in parts)
            return Annotated[either, Field(discriminator="kind")] if told_apart else either
        if origin in {tuple, dict, list}:
            return origin[inner]
        return annotation

    def _model(self, kind: Any) -> Any:
        if kind not in self._made:
            # A class may hold itself: it goes by its name until it is made.
            self._made[kind] = ForwardRef(kind.__name__)
            model = create_model(
                kind.__name__,
                __doc__=inspect.getdoc(kind),
                __base__=Record,
                **self._fields(kind),
            )
            model.model_rebuild(_types_namespace={kind.__name__: model})
            self._made[kind] = model
        return self._made[kind]

    def _fields(self, kind: Any) -> dict[str, Any]:
        described = _descriptions(kind)
        fields: dict[str, Any] = {}
        for name, annotation in self._hints(kind).items():
            match mark_of(annotation):
                case Mark.UNPUBLISHED:
                    pass
                case Merged(only=only):
                    merged = self._merged(get_args(annotation)[0])
                    fields |= {key: _promised(*merged[key]) for key in only} if only else merged
                case _:
                    published_name = name.rstrip("_")
                    # What Python or pydantic reserves names a field by its alias only.
                    own = f"{published_name}_" if hasattr(Record, published_name) else name
                    alias = published_name if published_name != own else None
                    description = described.get(name)
                    field: Any = Field(alias=alias, description=description)
                    fields[own] = (self._of(annotation), field)
        return fields

    def _merged(self, kind: Any) -> dict[str, Any]:
        if not issubclass(kind, Record):
            return self._fields(kind)
        return {name: (field.annotation, field) for name, field in kind.model_fields.items()}


def _promised(annotation: Any, field: FieldInfo) -> tuple[Any, FieldInfo]:
    """Return a field that is named for publication: it is there even when nothing is known."""
    promised = copy(field)
    promised.default = PydanticUndefined
    return annotation, promised


def _records(base: type[Record]) -> list[type[Record]]:
    """Return the classes of records that `model/` declares."""
    below = [each for kind in base.__subclasses__() for each in (kind, *_records(kind))]
    return [each for each in below if each.__module__.startswith("avcareers.model.")]


def _descriptions(kind: type) -> dict[str, str]:
    """Return the text that follows each field in the source of a class."""
    (declared,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    body = declared.body if isinstance(declared, ast.ClassDef) else []
    found = {}
    for field, text in pairwise(body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(ast.Constant(str() as words)):
                found[name] = inspect.cleandoc(words)
    return found
