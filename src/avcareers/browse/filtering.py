"""The pane of filters: what is typed filters at once, what is chosen too."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from avcareers.model.errors import AvcareersError
from avcareers.present.browse import not_read, typing_hint, value_hint
from avcareers.query.filters.declaration import Filter, entries
from avcareers.text.wording import Wording

from .choosing import BACK, Choosing, Read, Reader, is_flag, is_number, is_several, values_of
from .lines import Lines


class FilterPane(Vertical):
    """A line to type in, above the filters, or above the values of the one that is being chosen."""

    BINDINGS: ClassVar = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
    ]
    DEFAULT_CSS = """
    FilterPane > Input { height: 1; border: none; padding: 0; }
    FilterPane > Static { height: auto; max-height: 4; }
    FilterPane .lines--selected { text-style: none; }
    FilterPane:focus-within .lines--selected {
        text-style: bold; color: $block-cursor-foreground; background: $block-cursor-background;
    }
    """

    class Changed(Message):
        """Something else is asked of the list."""

        def __init__(self, filters: Any) -> None:
            super().__init__()
            self.filters = filters

    class Done(Message):
        """What was typed is kept: its list can be looked at."""

    def __init__(self, reader: Reader, choosing: Choosing, words: Wording) -> None:
        """Take what reads what is typed, and what names the values."""
        super().__init__(id="filters", classes="pane")
        self._reader, self._choosing, self._words = reader, choosing, words
        self._filters: Any = None
        self._held: Any = None
        """The filters before what is being typed."""
        self._chosen = ""
        """The filter whose values are shown."""

    def compose(self) -> ComposeResult:
        """Yield the line to type in, what is said of it, and the filters."""
        yield Input(placeholder=typing_hint(self._words), compact=True, select_on_focus=False)
        yield Static("", id="said", markup=False)
        yield Lines(id="choices")

    @property
    def typing(self) -> Input:
        """Return the line to type in."""
        return self.query_one(Input)

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    def on_mount(self) -> None:
        """Leave the keys to the line to type in."""
        self._lines.can_focus = False
        self._say("")

    def show(self, filters: Any) -> None:
        """Show other filters, which nothing typed has changed."""
        if type(filters) is not type(self._filters):
            self._chosen = ""
        if filters != self._filters:
            self._filters = self._held = filters
            self._clear_typed()
        self._draw()

    def back(self) -> bool:
        """Leave what is typed, then the values of a filter. False if there is nothing to leave."""
        if self.typing.value:
            if not self._chosen:
                self._change(self._held)
            self._clear_typed()
        elif self._chosen:
            self._chosen, name = "", self._chosen
            self._draw(name)
        else:
            return False
        return True

    def _clear_typed(self) -> None:
        with self.prevent(Input.Changed):
            self.typing.value = ""
        self._say("")
        self._draw()

    def _draw(self, select: object = None) -> None:
        if self._filters is None:
            return
        text, width = self.typing.value, self._lines.width
        keep = select or self._lines.selected
        if not self._chosen:
            self.typing.placeholder = typing_hint(self._words)
            self._lines.show(self._choosing.filters_drawn(self._filters, text, width), keep)
            return
        entry = self._entry(self._chosen)
        self.typing.placeholder = value_hint(
            self._words, number=is_number(entry), city=bool(entry.within)
        )
        shown = self._choosing.values_drawn(self._filters, self._chosen, text, width)
        first = next((key for key in shown.keys if key not in {None, BACK}), BACK)
        self._lines.show(shown, keep if keep in shown.keys and keep != BACK else first)

    def _entry(self, name: str) -> Filter:
        return entries(type(self._filters))[name]

    def on_lines_resized(self, event: Lines.Resized) -> None:
        """Draw to the new width."""
        event.stop()
        self._draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter by what is typed so far."""
        event.stop()
        self._type(event.value, whole=False)

    def _type(self, text: str, *, whole: bool) -> bool:
        """Ask what is typed, and say what is not understood. True if something was."""
        said, taken = "", False
        if not self._chosen:
            taken, said = self._read(lambda: self._reader.words(self._held, text, whole=whole))
        elif self._is_typed(self._chosen):
            values = (text,) if text.strip() else ()
            taken, said = self._read(
                lambda: self._reader.value(self._held, self._chosen, values, whole=whole)
            )
        self._say(said)
        self._draw()
        return taken

    def _is_typed(self, name: str) -> bool:
        """True if the values of a filter are typed, not only chosen among some."""
        entry = self._entry(name)
        return bool(is_number(entry) or entry.within or entry.read)

    def _read(self, read: Any) -> tuple[bool, str]:
        """Ask what was read. Return whether it was understood, and what is said of it."""
        try:
            found: Read = read()
        except AvcareersError as error:
            from avcareers.present.failures import failure_message

            return False, failure_message(error, self._words, ()).splitlines()[0]
        self._change(found.filters)
        if not found.others and found.filters == self._held:
            # Only small words: nothing was asked.
            return False, ""
        if found.others:
            return False, not_read(", ".join(map(self._words.typed, found.others)), self._words)
        return True, " ".join(found.notes)

    def _change(self, filters: Any) -> None:
        if filters != self._filters:
            self._filters = filters
            self.post_message(self.Changed(filters))

    def _say(self, text: str) -> None:
        said = self.query_one("#said", Static)
        if str(said.content) != text:
            said.update(text)
        said.display = bool(text)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what is typed, if all of it is understood; else choose the line that is selected."""
        event.stop()
        typed = event.value.strip()
        if typed and (not self._chosen or self._is_typed(self._chosen)):
            if self._type(typed, whole=True):
                self._keep()
                self.post_message(self.Done())
                return
            if self._lines.selected in {None, BACK} or not self._narrowed(typed):
                return
        self._lines.choose()

    def _narrowed(self, typed: str) -> bool:
        """True if what is typed leaves some lines out: it is looked for among them."""
        width = self._lines.width
        if self._chosen:
            return True
        some = self._choosing.filters_drawn(self._filters, typed, width)
        return len(some.keys) < len(self._choosing.filters_drawn(self._filters, "", width).keys)

    def _keep(self) -> None:
        said = self.query_one("#said", Static).content
        self._held, name = self._filters, self._chosen
        self._chosen = ""
        self._clear_typed()
        self._say(str(said))
        self._draw(name)

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Keep it here: no list is about these lines."""
        event.stop()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Tick a flag or a value, or show the values of a filter."""
        event.stop()
        key = str(event.lines.selected)
        self._held = self._filters
        if not self._chosen:
            if is_flag(self._entry(key)):
                self._tick(key, () if getattr(self._filters, key) else (key,))
            else:
                self._chosen = key
                self._clear_typed()
        elif key == BACK:
            self.typing.value = ""
            self.back()
        else:
            self._choose(key)

    def _choose(self, word: str) -> None:
        name, values = self._chosen, values_of(self._filters, self._chosen)
        if not is_several(self._filters, name):
            self._tick(name, () if word in values else (word,))
            self._keep()
        elif word in values:
            self._tick(name, tuple(each for each in values if each != word))
        else:
            self._tick(name, (*values, word))

    def _tick(self, name: str, values: tuple[str, ...]) -> None:
        _, said = self._read(lambda: self._reader.value(self._held, name, values, whole=True))
        self._held = self._filters
        self._clear_typed()
        self._say(said)

    def action_move(self, by: int) -> None:
        """Select another line, the cursor staying where one types."""
        self._lines.action_move(by)

    def action_leap(self, by: int) -> None:
        """Go a screen further among the lines."""
        self._lines.action_leap(by)
