"""What people really earn: figures of a group, in whole sentences, never as a minimum."""

from collections.abc import Iterable, Iterator

from avcareers.query.earnings import EarningRow
from avcareers.text.wording import Wording

from .labels import label
from .page import Item, Line, Section, Span, joined, line


def earnings_section(rows: tuple[EarningRow, ...], words: Wording, *, full: bool) -> Section:
    """Present what people earn and how much they work; nothing when no source says."""
    measured = tuple(row for row in rows if row.earning.kind != "outlook")
    shown = _lines(measured, words) if full else _lines(leading(rows), words, brief=True)
    items = [Item(said, True) for said in shown]
    if items:
        warning = words("Mesuré sur tout un groupe : ni un minimum, ni un salaire promis.",
                        "Measured over a whole group: neither a minimum nor promised pay.")  # fmt: skip
        items.append(Item(line(Span(warning, "muted"))))
    # What is said of the whole sector leaves room, on a short sheet, for what is said of the job.
    least = int(any(row.scope != "sector" for row in leading(rows)))
    return Section("earnings", words("Revenus réels", "Real earnings"), tuple(items), least=least)


def leading_line(rows: tuple[EarningRow, ...], words: Wording) -> Line | None:
    """Say in one line what people earn and how much they work, as far as a source says."""
    return next(_lines(leading(rows), words, brief=True), None)


def outlook_items(rows: tuple[EarningRow, ...], words: Wording, *, full: bool) -> tuple[Item, ...]:
    """Say how employment moves in a job, or around it."""
    moves = tuple(row for row in rows if row.earning.kind == "outlook")
    return tuple(Item(said, True) for said in _lines(moves if full else moves[:1], words))


def leading(rows: tuple[EarningRow, ...]) -> tuple[EarningRow, ...]:
    """Return the first figure on earnings and the first on hours."""
    first = {row.earning.kind: row for row in reversed(rows)}
    return tuple(first[kind] for kind in ("earned", "hours") if kind in first)


def _lines(rows: Iterable[EarningRow], words: Wording, *, brief: bool = False) -> Iterator[Line]:
    """Yield a line for each group counted and year: its figures, then who it is.

    A brief one says that we divided two totals, and leaves them out.
    """
    groups: dict[tuple[str, str, str], list[EarningRow]] = {}
    for row in rows:
        earning = row.earning
        key = (earning.period, words.of(earning.population), words.of(earning.according_to))
        groups.setdefault(key, []).append(row)
    for (_, population, publisher), group in groups.items():
        divided = dict.fromkeys(words.of(row.earning.computed_from) for row in group
                                if row.earning.computed_from)  # fmt: skip
        division = words("notre division", "our division")
        if not brief:
            division += words(" : ", ": ") + ", ".join(divided)
        origin = (publisher, division) if divided else (publisher,)
        scope = label(words, "earning-scope", group[0].scope)
        yield line(
            Span(f"{scope} – ", "muted"),
            joined((_measured(row, words, after=row is not group[0]) for row in group),
                   words(" ; ", "; ")),
            f" {_period(group[0], words)}", words(", pour ", ", for "), population,
            Span(f" ({words(' ; ', '; ').join(origin)})", "muted"),
        )  # fmt: skip


def _measured(row: EarningRow, words: Wording, *, after: bool) -> Line:
    measure = words.of(row.earning.measure)
    if after:
        measure = measure[0].lower() + measure[1:]
    return line(measure, words(" : ", ": "), Span(_figure(row, words), "strong"))


def _figure(row: EarningRow, words: Wording) -> str:
    earning = row.earning
    if earning.unit == "percent":
        return _percentage(earning.value, earning.statistic, words)
    about = words("environ ", "about ") if earning.computed_from else ""
    amount = (words.number(earning.value) if earning.unit == "hours-year"
              else words.euros(earning.value))  # fmt: skip
    unit = label(words, "earning-unit", earning.unit)
    return f"{about}{amount} {unit} {label(words, 'statistic', earning.statistic)}"


def _percentage(value: float, statistic: str, words: Wording) -> str:
    number = words.number(abs(value))
    if statistic != "share":
        number = f"{'+' if value > 0 else '−'}{number}"
    said = words(f"{number}\N{NO-BREAK SPACE}%", f"{number}%")
    if statistic == "largest-change":
        return f"{label(words, 'statistic', statistic)} {said}"
    return said


def _period(row: EarningRow, words: Wording) -> str:
    first, _, last = row.earning.period.partition("-")
    if last and "change" in row.earning.statistic:
        return words(f"de {first} à {last}", f"from {first} to {last}")
    return words(f"en {row.earning.period}", f"in {row.earning.period}")
