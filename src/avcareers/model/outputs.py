"""What `-o json` gives: the published shapes, from which `schema/output/` is generated.

A list gives an array of the `…Item` shapes, a sheet one `…Detail`. Values are raw: slugs, ISO
dates, numbers with their unit in the name; null means not known.
"""

from .base import Record
from .output_plan import PlanDetail

LISTS: dict[str, type[Record]] = {}
"""Commands that give an array, by the name of their schema."""
SHEETS: dict[str, type[Record]] = {
    "plan": PlanDetail,
}
"""Commands that give one object, by the name of their schema."""
