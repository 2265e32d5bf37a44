"""The pages of the next release of the data: for those who make it."""

from avcareers.releases.making import Alike, Draft, Example
from avcareers.text.wording import Wording

from .labels import label
from .page import Column, Next, Page, Row, Span, line
from .tables import table_of


def release_page(made: Draft, words: Wording, *, written: bool) -> Page:
    """Present a release: what changed, by what it means, with the first changes of each."""
    columns = (
        Column("kind", words("Sens", "Meaning"), 12, ratio=0),
        Column("number", words("Nombre", "Number"), 6, ratio=0, right=True),
        Column("field", words("Champ", "Field"), 16, ratio=2),
        Column("example", words("Par exemple", "For example"), 20, ratio=4),
    )
    day = words.day(made.day)
    if made.since is None:
        lead = words(f"Première version, du {day} : il n'y a rien à comparer.",
                     f"First release, of {day}: there is nothing to compare with.")  # fmt: skip
    else:
        lead = words(f"Du {day}, comparée à {made.since}. {_records(made, words)}",
                     f"Of {day}, compared with {made.since}. {_records(made, words)}")  # fmt: skip
    title = words("Version des données", "Data release")
    return Page(
        title=line(Span(f"{title} {made.version}", "strong")),
        lead=(line(lead),),
        table=table_of(words, columns, tuple(_row(alike, words) for alike in made.alike)),
        empty=words("Aucun fait n'a changé.", "No fact changed."),
        next=() if written else (
            Next(words.command("data", "release"), words("l'écrire", "write it")),),
    )  # fmt: skip


def _records(made: Draft, words: Wording) -> str:
    """Return how many records changed, by what happened to them."""
    counts = ", ".join(
        f"{words('modifiées', 'changed') if kind == 'changed' else label(words, 'change', kind)}"
        f" {words.number(count)}"
        for kind, count in made.records.items()
    )
    return words("Fiches : ", "Records: ") + (counts or "0") + "."


def _row(alike: Alike, words: Wording) -> Row:
    return Row((
        line(label(words, "change", alike.kind)),
        line(words.number(alike.number)),
        line(Span(label(words, "kind", alike.record), "muted"), f" {alike.field}"),
        line(" ; ".join(map(example_line, alike.examples))),
    ))  # fmt: skip


def example_line(change: Example) -> str:
    """Return a change as those who keep the data read it: its record, its path, its values."""
    was, now = (
        ", ".join(several) or ("–" if one is None else str(one))
        for several, one in ((change.lost, change.before), (change.gained, change.after))
    )
    return f"{change.slug} {change.fact}: {was} → {now}"


def question_lines(alike: Alike, words: Wording) -> list[str]:
    """Return what is asked of changes judged together: some of them, and what they may mean."""
    name = f"{label(words, 'kind', alike.record)} {alike.field}"
    number = words.count(alike.number, ("changement", "changements"), ("change", "changes"))
    lines = [f"{name} : {number}" if words.language == "fr" else f"{name}: {number}"]
    lines += (f"  {example_line(change)}" for change in alike.examples)
    choices = (
        f"{index}. {label(words, 'change', kind)}"
        + (words(" (proposé)", " (proposed)") if kind == alike.kind else "")
        for index, kind in enumerate(meanings(alike), 1)
    )
    return [*lines, f"  {'   '.join(choices)}"]


def meanings(alike: Alike) -> tuple[str, ...]:
    """Return what changes may mean: those from a value to another, any of three."""
    either = ("world-changed", "caught-up", "corrected")
    return either if alike.kind in either else (alike.kind,)
