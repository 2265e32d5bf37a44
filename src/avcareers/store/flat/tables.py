"""The flat tables, in the order they are written."""

from . import floors, made, recognitions
from .declaration import Path, Table


def _of(kind: str, *tables: tuple[str, str] | tuple[str, str, str]) -> tuple[Table, ...]:
    """Return tables of lists that records of a kind hold: name, path, what a plain value is called."""
    return tuple(
        Table(name, kind, (Path(path),), value="".join(value)) for name, path, *value in tables
    )


def _told_apart(name: str, kind: str, label: str, **paths: str) -> Table:
    """Return a table of several lists of a kind, which a column tells apart."""
    ways = tuple(Path(steps, one.replace("_", "-")) for one, steps in paths.items())
    return Table(name, kind, ways, label=label, value="value")


TABLES = (
    Table("jobs", "profession", leave=tuple(made.CHECKLIST)),
    Table("job_names", "profession", key=("job", "position"), made=made.JOB_NAMES),
    *_of(
        "profession",
        ("job_stages", "stages", "stage"),
        ("job_works_on", "works_on", "work"),
        ("job_rome", "rome", "code"),
        ("job_tasks", "tasks"),
    ),
    Table("job_relations", "profession", key=("job", "position"), made=made.JOB_RELATIONS),
    Table(
        "hand_overs", "profession", key=("job", "hand_over", "receiver"), made=made.HAND_OVERS
    ),
    Table("job_conditions", "profession", key=("job", "condition"), made=made.JOB_CONDITIONS),
    *_of(
        "profession",
        ("job_hiring", "hiring"),
        ("job_hiring_titles", "hiring/listed_as", "title"),
        ("job_pay_functions", "pay_functions"),
        ("job_work_minimums", "work_minimums"),
        ("job_skills", "skills"),
        ("tools", "tools"),
        ("activities", "activities"),
    ),
    _told_apart(
        "ways_in", "profession", "way", public="ways_in.public", private="ways_in.private",
        without_school="ways_in.without_school",
    ),
    *_of(
        "profession",
        ("job_certificates", "certificates"),
        ("job_variants", "variants"),
        ("job_changes", "changes"),
    ),
    Table("schools", "school"),
    *_of(
        "school",
        ("school_names", "other_names", "name"),
        ("school_networks", "networks", "network"),
        ("campuses", "campuses"),
        ("programmes", "programmes"),
        ("programme_jobs", "programmes/leads_to", "job"),
        ("programme_campuses", "programmes/campuses", "place"),
        ("programme_possible_certifications", "programmes/possible_certifications", "certification"),
        ("programme_admissions", "programmes/admission", "admission"),
        ("programme_routes", "programmes/routes", "route"),
        ("programme_alternance_years", "programmes/alternance.years", "year"),
        ("programme_sources", "programmes/sources", "source"),
    ),
    Table(
        "recognitions", "school", key=("school", "position"), made=recognitions.RECOGNITIONS
    ),
    Table("costs", "school", key=("school", "programme", "position"), made=made.COSTS),
    *_of(
        "school",
        ("selectivity", "programmes/selectivity"),
        ("insertion", "insertion"),
        ("school_notes", "notes"),
    ),
    Table("certifications", "certification"),
    *_of(
        "certification",
        ("certifiers", "certifiers", "certifier"),
        ("certification_jobs", "leads_to", "job"),
        ("certification_successors", "replaced_by", "successor"),
    ),
    Table("diplomas", "diploma"),
    Table("agreements", "agreement", leave=("url",)),
    *_of("agreement", ("pay_series", "series")),
    Table("pay_grids", "agreement", (Path("grids"),), key=("slug",)),
    *_of(
        "agreement",
        ("pay_series_works", "series/works", "work"),
        ("overtime_steps", "overtime"),
        ("pay_grid_increases", "grids/increases", "source"),
        ("pay_conditions", "conditions"),
        ("pay_condition_functions", "conditions/functions", "function"),
        ("pay_condition_bars", "conditions/barred_from", "work"),
    ),
    Table("pay_bases", "pay-basis"),
    Table(
        "pay_floors", "agreement", key=("grid", "function", "basis"), made=floors.PAY_FLOORS
    ),
    Table("minimum_wages", "minimum-wage"),
    Table("earnings", "earning"),
    _told_apart(
        "earning_groups", "earning", "group_kind", job="covers.jobs", department="covers.departments",
        regime="covers.regimes",
    ),
    Table("cost_rules", "rule", leave=("since", "until")),
    Table("stages", "stage"),
    *_of("stage", ("stage_departments", "departments", "department")),
    Table("deliverables", "stage", (Path("deliverables"),), key=("slug",)),
    *_of("stage", ("stage_durations", "durations")),
    _told_apart(
        "stage_texts", "stage", "part", happens="happens", places="places", variants="variants"
    ),
    Table("departments", "department"),
    Table("topics", "topic"),
    *_of(
        "topic",
        ("topic_names", "other_names", "name"),
        ("topic_statements", "answer"),
        ("topic_wage_shares", "wage_shares"),
        ("topic_obsolete", "obsolete"),
        ("topic_not_decided", "not_decided"),
        ("topic_checks", "check_at"),
        ("topic_related", "related", "related"),
    ),
    Table("rome", "rome", key=("slug",)),
    *_of("rome", ("rome_moves", "moves", "code"), ("rome_contexts", "contexts", "context")),
    Table("places", "place"),
    Table("regions", "region"),
    *_of("region", ("counties", "departments")),
    Table("sources", "source"),
    *_of("source", ("source_about", "about", "about")),
    Table("citations", "source", key=("source", "record_table", "record"), made=made.CITATIONS),
    Table("releases", "release"),
    Table("changes", "release", key=("release", "position"), made=made.CHANGES),
    Table("doubts", "", key=("record_table", "record", "position"), made=made.DOUBTS),
    Table("renamed", "", key=("record_table", "former"), made=made.RENAMED),
)  # fmt: skip
"""Every table; a list of the models that has none stands in `KEPT_IN_JSON`."""

KEPT_IN_JSON = frozenset(
    {
        "formerly", "sources", "doubts", "asked", "commands", "words", "means",
        "to_confirm", "covers", "rome_appellations", "other_names", "former", "next_roles_support",
        "records", "next_roles", "answers_to", "works_with", "confused_with", "hands_over",
    }
)  # fmt: skip
"""Lists without a table of their own: made tables hold them, or only the whole records do."""
