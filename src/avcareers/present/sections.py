"""The parts of sheets, by key. Only the standard library is needed to read them."""

JOB_SECTIONS = (
    "summary", "stages", "tasks", "people", "neighbours", "conditions", "contracts", "pay", "skills",
    "tools", "ways-in", "training", "earnings", "changes", "sources",
)  # fmt: skip
"""Parts of the sheet of a job, in their order: what `--section` takes."""
