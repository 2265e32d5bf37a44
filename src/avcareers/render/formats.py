"""The formats an answer is written in. Only the standard library is needed to read them."""

from typing import Literal, get_args

DataFormat = Literal["json", "jsonl", "csv"]
"""For programs: one value a record."""
PageFormat = Literal["table", "plain", "md"]
"""For people: a page, laid out."""
Output = Literal["table", "plain", DataFormat, "md"]

DATA_FORMATS: tuple[DataFormat, ...] = get_args(DataFormat)
PAGE_FORMATS: tuple[PageFormat, ...] = get_args(PageFormat)
OUTPUTS: tuple[Output, ...] = get_args(Output)
