"""Which unemployment scheme some contracts point to: annexe 8, annexe 10, or the general one."""

from typing import Literal

from avcareers.model.contract import SHOW

from .period import Asker, Lines, anniversary, days_of
from .rules import Rules

Scheme = Literal["annexe-8", "annexe-10", "general"]


def schemes(
    lines: Lines, asker: Asker, reached: str, ahead: tuple[int, ...], rules: Rules
) -> tuple[Scheme, ...]:
    """Return the schemes that contracts point to; several when the rules leave it open.

    `reached` says whether the hours needed are there, `ahead` which annexes have the most hours.
    """
    opened = asker.last_opening
    ended = [e for e in lines if e.end <= asker.asked and (opened is None or e.end > opened)]
    ordinary = tuple(each for each in ended if each.kind == "ordinary")
    general = _general(ordinary, rules)
    show: tuple[Scheme, ...] = ()
    if reached != "no":
        show = tuple("annexe-8" if annexe == 8 else "annexe-10" for annexe in ahead)
    if general == "no":
        return show
    either: tuple[Scheme, ...] = ("general", *show)
    if reached == "no":
        # Whether the general scheme opens is only sure when its own test is.
        return ("general",) if general == "yes" else ()
    works = [each for each in ended if each.kind in SHOW or each.kind == "ordinary"]
    last_is_ordinary = max(works, key=lambda each: each.end).kind == "ordinary"
    if not last_is_ordinary:
        return show if reached == "yes" else either
    due = anniversary(opened) if opened else None
    if due is None:
        # On first registration the last contract decides, if it gives enough.
        return ("general",) if general == "yes" else either
    return either


def _general(ordinary: Lines, rules: Rules) -> Literal["yes", "perhaps", "no"]:
    """Return whether ordinary contracts open the general scheme, as far as days and hours tell.

    It counts days worked: 182 calendar days are enough by an example, fewer than 130 never are.
    """
    days = len(days_of(ordinary))
    hours = sum(each.hours or 0 for each in ordinary)
    if hours >= rules.general_hours or days >= rules.general_calendar_days:
        return "yes"
    return "perhaps" if days >= rules.general_days else "no"
