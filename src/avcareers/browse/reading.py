"""A page, or addresses to choose from, over the panes."""

import webbrowser
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from avcareers.present.page import Line, Page, Span
from avcareers.render.flow import flowing

from .lines import Lines
from .rows import Drawn, drawn, page_drawn


class Over(ModalScreen[str]):
    """Something to read over the panes; Enter chooses, where there is something to choose."""

    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,f1", "leave", show=False),
        Binding("enter", "choose", show=False),
    ]
    DEFAULT_CSS = """
    Over { align: center middle; }
    Over > Vertical {
        width: 90%; max-width: 100; height: 90%; border: round $primary; background: $surface;
        padding: 0 1;
    }
    """

    def compose(self) -> ComposeResult:
        """Yield the lines."""
        with Vertical():
            yield Lines()

    def on_lines_resized(self, event: Lines.Resized) -> None:
        """Draw to the width there is."""
        event.stop()
        event.lines.show(self.made(event.lines.width))

    def made(self, width: int) -> Drawn:
        """Return what is read."""
        raise NotImplementedError

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Keep it here."""
        event.stop()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Leave with what was chosen."""
        event.stop()
        self.dismiss(str(event.lines.selected))

    def action_choose(self) -> None:
        """Choose what is selected."""
        self.query_one(Lines).choose()

    def action_leave(self) -> None:
        """Leave with nothing."""
        self.dismiss(None)


class PageOver(Over):
    """A page to read."""

    def __init__(self, page: Page) -> None:
        """Take the page."""
        super().__init__()
        self._page = page

    def made(self, width: int) -> Drawn:
        """Return the page."""
        return page_drawn(self._page, width)


class AddressesOver(Over):
    """Web addresses to choose from."""

    def __init__(self, title: str, addresses: tuple[tuple[str, str], ...]) -> None:
        """Take what heads them; of each, what it is called and where it is."""
        super().__init__()
        self._title, self._addresses = title, addresses

    def made(self, width: int) -> Drawn:
        """Return the addresses, each under what it is called."""
        lines: list[Line] = [*flowing([(Span(self._title, "heading"),)], width), ()]
        keys: list[str | None] = [None] * len(lines)
        for name, address in self._addresses:
            some = [*flowing([(Span(name),), (Span(address, "accent"),)], width)]
            lines += some
            keys += [address] * len(some)
        return drawn(lines, keys)


def opens(address: str) -> bool:
    """True if a browser opens an address beside the terminal: one in it would draw over the panes."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    in_terminal = type(browser) is webbrowser.GenericBrowser
    return not in_terminal and browser.open(address)
