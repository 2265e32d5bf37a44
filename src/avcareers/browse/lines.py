"""The one widget that all panes draw with: lines to scroll, of which some can be chosen."""

from collections.abc import Hashable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.events import Click, Resize, Show
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from avcareers.present.page import text_of
from avcareers.render.terminal import NARROWEST, STYLES

from .rows import Drawn, drawn

_STYLES = {role: Style.parse(style) for role, style in STYLES.items()}


class Lines(ScrollView):
    """Lines to scroll; where lines can be chosen, one of them is selected."""

    can_focus = True
    COMPONENT_CLASSES: ClassVar = {"lines--selected"}
    BINDINGS: ClassVar = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
        Binding("home,g", "end(0)", show=False),
        Binding("end,G", "end(-1)", show=False),
    ]
    DEFAULT_CSS = """
    Lines { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Lines .lines--selected { text-style: reverse; }
    Lines:focus .lines--selected {
        text-style: bold; color: $block-cursor-foreground; background: $block-cursor-background;
    }
    """

    class Selected(Message):
        """Another line was selected."""

        def __init__(self, lines: "Lines") -> None:
            super().__init__()
            self.lines = lines

        @property
        def control(self) -> "Lines":
            """Return the widget it is about."""
            return self.lines

    class Chosen(Selected):
        """What is selected was chosen."""

    class Resized(Selected):
        """There is another width to draw to."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__(id=id)
        self._drawn: Drawn = drawn([])
        self._at: int | None = None
        self._looks: tuple[Style, Style] | None = None
        """Styles of lines and of the selected one, until they change: they take long to work out."""

    @property
    def selected(self) -> Hashable | None:
        """Return what the selected line is about."""
        return None if self._at is None else self._drawn.keys[self._at]

    @property
    def is_laid_out(self) -> bool:
        """True if it has room on the screen."""
        return self.display and self.size.width > 0

    @property
    def width(self) -> int:
        """Return the columns to draw in: one is left blank beside the scrollbar."""
        return max(NARROWEST, self.scrollable_content_region.width - 1)

    def show(self, lines: Drawn, select: Hashable | None = None, *, top: bool = False) -> None:
        """Draw other lines; select the one about `select`, else the first that can be."""
        self._drawn = lines
        places = [place for place, key in enumerate(lines.keys) if key is not None]
        found = (place for place in places if lines.keys[place] == select)
        self._at = next(found, places[0] if places else None)
        self.virtual_size = Size(self.size.width, len(lines.keys))
        if top:
            self.scroll_to(y=0, animate=False)
        self._reveal()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        number = y + self.scroll_offset.y
        if number >= len(self._drawn.keys):
            return Strip.blank(self.size.width, self.rich_style)
        spans, key = self._drawn.line(number), self._drawn.keys[number]
        if self._looks is None:
            self._looks = self.rich_style, self.get_component_rich_style("lines--selected")
        base, selected = self._looks
        if key is not None and key == self.selected:
            return Strip([Segment(text_of(spans), selected)]).adjust_cell_length(
                self.size.width, selected
            )
        strip = Strip([Segment(text, base + _STYLES[role]) for text, role in spans])
        return strip.adjust_cell_length(self.size.width, base)

    def notify_style_update(self) -> None:
        """Work styles out again: the theme, or what has the keys, changed."""
        self._looks = None
        super().notify_style_update()

    def action_move(self, by: int) -> None:
        """Select the next line that can be, or the one before; scroll where none can."""
        if self._at is None:
            self.scroll_relative(y=by, animate=False)
            return
        self._select(self._next(self._at, by))

    def action_leap(self, by: int) -> None:
        """Go a screen further, or back."""
        page = max(1, self.size.height - 1)
        if self._at is None:
            self.scroll_relative(y=by * page, animate=False)
            return
        keys, aim = self._drawn.keys, self._at + by * page
        aim = min(max(aim, 0), len(keys) - 1)
        self._select(self._next(aim - by, by, otherwise=self._next(aim + by, -by)))

    def action_end(self, place: int) -> None:
        """Go to the first line, or to the last."""
        if self._at is None:
            self.scroll_to(y=len(self._drawn.keys) * -place, animate=False)
            return
        self._select(self._next(len(self._drawn.keys), -1) if place else self._next(-1, 1))

    def _next(self, at: int, by: int, otherwise: int | None = None) -> int | None:
        """Return the place of the next line about something else; where one is, when there is none."""
        keys = self._drawn.keys
        here = keys[at] if 0 <= at < len(keys) else None
        place = at + by
        while 0 <= place < len(keys):
            if keys[place] is not None and keys[place] != here:
                return keys.index(keys[place])
            place += by
        return self._at if otherwise is None else otherwise

    def _select(self, place: int | None) -> None:
        if place is not None and place != self._at:
            self._refresh_selected()
            self._at = place
            self._refresh_selected()
            self.post_message(self.Selected(self))
        self._reveal()

    def _refresh_selected(self) -> None:
        self.refresh_lines(*self._span(self._at or 0))

    def _span(self, at: int) -> tuple[int, int]:
        """Return the first of the lines about the same, and how many they are."""
        keys, last = self._drawn.keys, at
        while last + 1 < len(keys) and keys[last + 1] == keys[at]:
            last += 1
        return at, last - at + 1

    def _reveal(self) -> None:
        """Scroll to what is selected, with what heads it."""
        if self._at is None:
            return
        at, count = self._span(self._at)
        above = at
        while above and self._drawn.keys[above - 1] is None:
            above -= 1
        region = Region(0, above, 1, at - above + count)
        self.scroll_to_region(region, animate=False, force=True)

    def choose(self) -> None:
        """Choose what is selected."""
        if self._at is not None:
            self.post_message(self.Chosen(self))

    def on_click(self, event: Click) -> None:
        """Select the line clicked on; choose it when it was selected already."""
        place = event.y + self.scroll_offset.y
        if not 0 <= place < len(self._drawn.keys) or self._drawn.keys[place] is None:
            return
        if self._drawn.keys[place] == self.selected:
            self.choose()
        else:
            self._select(self._drawn.keys.index(self._drawn.keys[place]))

    def on_resize(self, _: Resize) -> None:
        """Tell that there is another width to draw to."""
        self.virtual_size = Size(self.size.width, len(self._drawn.keys))
        self.post_message(self.Resized(self))

    def on_show(self, _: Show) -> None:
        """Tell that it can be drawn: while it was hidden, its width was not known."""
        self.post_message(self.Resized(self))
