"""What people really earn: figures of a group, in whole sentences, never as a minimum."""

from collections.abc import Iterable, Iterator

from avcareers.query.earnings import EarningRow
from avcareers.text.wording import Wording

from .labels import label
from .page import Item, Line, Section, Span, joined, line


def earnings_section(rows: tuple[EarningRow, ...], words: Wording) -> Section:
    """Present what people earn and how much they work; nothing when no source says."""
    measured = tuple(row for row in rows if row.earning.kind != "outlook")
    items = [Item(said, True) for said in _lines(measured, words)]
    if items:
        warning = words("Mesuré sur tout un groupe : ni un minimum, ni un salaire promis.",
                        "Measured over a whole group: neither a minimum nor promised pay.")  # fmt: skip
        items.append(Item(line(Span(warning, "muted"))))
    return Section("earnings", words("Revenus réels", "Real earnings"), tuple(items))


def brief_line(rows: tuple[EarningRow, ...], words: Wording) -> Line | None:
    """Return in a short line what people earn and for how many hours, of the job or around it."""
    first, *others = leading(rows) or (None,)
    if first is None:
        return None
    earning = first.earning
    where = label(words, "earning-scope", first.scope)
    said = f"{where}, {_lowered(words.of(earning.measure))}{words(' : ', ': ')}"
    group = (earning.period, earning.population)
    hours = next((row for row in others if (row.earning.period, row.earning.population) == group),
                 None)  # fmt: skip
    # What follows a semicolon is a remark on the group, which the whole sheet has room for.
    semicolon = words(" ; ", "; ")
    population = words.of(earning.population).split(semicolon)[0]
    earned = _figure(first, words)
    if hours and earning.unit == "eur-year":
        earned = _earned_for(first, hours, words)
    return line(said, Span(earned, "strong"), f" ({earning.period}{semicolon}{population}).")


def _earned_for(earned: EarningRow, hours: EarningRow, words: Wording) -> str:
    """Return what is earned with the hours it is earned in: alone, it would read as a full year's."""
    amount, worked = _amount(earned, words), _amount(hours, words)
    statistic = label(words, "statistic", earned.earning.statistic)
    return words(f"{amount} pour {worked} heures dans l'année, {statistic}",
                 f"{amount} for {worked} hours over the year, {statistic}")  # fmt: skip


def leading_line(rows: tuple[EarningRow, ...], words: Wording) -> Line | None:
    """Return in one line what people earn and how much they work, as far as a source says."""
    return next(_lines(leading(rows), words, brief=True), None)


def outlook_items(rows: tuple[EarningRow, ...], words: Wording, *, full: bool) -> tuple[Item, ...]:
    """Return how employment moves in a job, or around it."""
    moves = tuple(row for row in rows if row.earning.kind == "outlook")
    if not full:
        # What is said of the whole sector stands on nearly every sheet: the whole ones have it.
        moves = tuple(row for row in moves if row.scope != "sector")[:1]
    return tuple(Item(said, True) for said in _lines(moves, words))


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
            Span(f"{scope}, ", "muted"),
            joined((_measured(row, words) for row in group), words(" ; ", "; ")),
            f" {_period(group[0], words)}", words(", pour ", ", for "), population,
            Span(f" ({words(' ; ', '; ').join(origin)})", "muted"),
        )  # fmt: skip


def _measured(row: EarningRow, words: Wording) -> Line:
    measure = _lowered(words.of(row.earning.measure))
    return line(measure, words(" : ", ": "), Span(_figure(row, words), "strong"))


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:]


def _figure(row: EarningRow, words: Wording) -> str:
    earning = row.earning
    if earning.unit == "percent":
        return _percentage(earning.value, earning.statistic, words)
    unit = label(words, "earning-unit", earning.unit)
    return f"{_amount(row, words)} {unit} {label(words, 'statistic', earning.statistic)}"


def _amount(row: EarningRow, words: Wording) -> str:
    """Return euros, or a number of hours, told as about when it was computed."""
    earning = row.earning
    about = words("environ ", "about ") if earning.computed_from else ""
    amount = (words.number(earning.value) if earning.unit == "hours-year"
              else words.euros(earning.value))  # fmt: skip
    return f"{about}{amount}"


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
