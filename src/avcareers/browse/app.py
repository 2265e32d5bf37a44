"""The full screen: filters, list, sheet. Widgets draw what the state says, and change it."""

import os
from collections.abc import Callable
from typing import Any, cast

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from avcareers.present import browse as say
from avcareers.text.wording import Wording

from .answers import Answers, Listed
from .choosing import Choosing, Reader
from .filtering import FilterPane
from .lines import Lines
from .rows import drawn, list_drawn, page_drawn
from .state import Key, State

SETTLED = 0.06
"""Seconds without a key after which what is long to draw is drawn."""
PANES = ("filters", "list", "sheet")
THEMES = ("ansi-dark", "textual-light", "textual-dark")
"""Colours of the terminal itself, then those of a light and of a dark screen."""
WIDE = 100
"""Columns from which the three panes stand side by side."""


_WHILE_TYPING = frozenset({"stop_typing", "keys"})
"""Keys that act while one types, and only then."""


class Browser(App[State]):
    """Filters, list and sheet, side by side or one at a time. It returns the last state."""

    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    CSS = """
    #top { height: 2; text-wrap: nowrap; text-overflow: ellipsis; link-style: bold; link-color: $foreground; }
    #keys { height: 1; text-wrap: nowrap; text-overflow: ellipsis; link-style: none; link-color: $foreground; }
    .pane { border-top: solid $border-blurred; border-title-color: $foreground; }
    .pane.current { border-top: heavy $primary; border-title-color: $primary; border-title-style: bold; }
    #filters { width: 30; padding: 0 1; }
    #list { width: 1fr; padding: 0 1; }
    #sheet { width: 1.25fr; padding: 0 1; }
    #list > Input { height: 1; border: none; padding: 0; display: none; }
    #list.searching > Input { display: block; }
    .-narrow .pane { display: none; }
    .-narrow .pane.current { display: block; }
    .-narrow #filters, .-narrow #list, .-narrow #sheet { width: 1fr; }
    """

    def __init__(self, answers: Answers, reader: Reader, state: State) -> None:
        """Take what answers, what reads what is typed, and where to begin."""
        super().__init__()
        self.answers, self.state = answers, state
        self.words: Wording = answers.words
        self._reader = reader
        self._choosing = Choosing(answers.catalogue, self.words)
        self._listed: Listed | None = None
        self._listed_for: Any = None
        self._waiting: dict[str, Timer] = {}
        self._top: Content | None = None
        self._keys: Content | None = None

    def compose(self) -> ComposeResult:
        """Yield the panes."""
        yield Static(id="top")
        with Horizontal():
            yield FilterPane(self._reader, self._choosing, self.words)
            with Vertical(id="list", classes="pane current"):
                yield Input(id="searched", compact=True, select_on_focus=False)
                yield Lines(id="rows")
            with Vertical(id="sheet", classes="pane"):
                yield Lines(id="page")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Draw what the screen begins with."""
        self.theme = THEMES[0]
        filters, listed, sheet = say.pane_names(self.words)
        for name, title in zip(PANES, (filters, listed, sheet), strict=True):
            self.query_one(f"#{name}").border_title = title
        self._rows.focus()
        self.query_one(FilterPane).show(self.state.filters)
        self._draw_list()

    @property
    def _rows(self) -> Lines:
        return self.query_one("#rows", Lines)

    @property
    def _page(self) -> Lines:
        return self.query_one("#page", Lines)

    def _become(self, state: State) -> None:
        """Look at something else, and draw what of it is another."""
        before, self.state = self.state, state
        if state.listing != before.listing:
            self._draw_keys()
        if state.filters != before.filters or state.listing != before.listing:
            self.query_one(FilterPane).show(state.filters)
        if state.list_command() != before.list_command():
            self._later("list", self._draw_list)
        elif state.marked != before.marked:
            self._draw_rows()
        if (state.selected, state.view, state.marked) != (
            before.selected,
            before.view,
            before.marked,
        ):
            self._later("sheet", self._draw_sheet)
        self._draw_top()

    def _later(self, what: str, draw: Callable[[], None]) -> None:
        """Draw something once no key follows: typing and going down are never held up."""
        if what in self._waiting:
            self._waiting[what].stop()
        self._waiting[what] = self.set_timer(SETTLED, draw)

    def _draw_top(self) -> None:
        parts = []
        for listing, name in say.LISTINGS.items():
            style = "reverse bold" if listing == self.state.listing else "bold"
            parts.append(f"[@click=app.show('{listing}')][{style}] {self.words(*name)} [/][/]")
        title = ""
        if self._listed:
            title = "".join(span.text for span in self._listed.page.title)
        command = self.words.command(*self.state.list_command())
        top = Content.from_markup(
            f"{' '.join(parts)}  $title\n[dim]$command[/]", title=title, command=f"$ {command}"
        )
        if top != self._top:
            self._top = top
            self.query_one("#top", Static).update(top, layout=False)

    def _draw_keys(self) -> None:
        """Draw the keys that act and fit, each to be clicked on too. Textual's own line takes long to make."""
        drawn_keys = Content("")
        for key in (key for key in say.KEYS if key.foot and self._acts(key.action)):
            named = f"[@click=app.{key.action}][b]{self.words(*key.named)}[/b] {self.words(*key.label)}[/]"
            longer = Content("  ").join(filter(None, (drawn_keys, Content.from_markup(named))))
            drawn_keys = longer if longer.cell_length <= self.size.width else drawn_keys
        if drawn_keys != self._keys:
            self._keys = drawn_keys
            self.query_one("#keys", Static).update(drawn_keys, layout=False)

    def _acts(self, action: str) -> bool:
        name, _, rest = action.partition("(")
        return bool(self.check_action(name, (rest.strip("')"),) if rest else ()))

    def _draw_list(self) -> None:
        """Ask for the list, if it is another, and draw it."""
        asked = self.state.list_command()
        if asked != self._listed_for:
            self._listed_for, self._listed = asked, self.answers.listed(self.state)
        self._draw_rows(top=True)
        self._become(self.state.selecting(self._selected()))
        self._later("sheet", self._draw_sheet)

    def _draw_rows(self, *, top: bool = False) -> None:
        if self._listed:
            rows = list_drawn(self._listed, self._rows.width, self.state.marked)
            self._rows.show(rows, self.state.selected, top=top)

    def _selected(self) -> Key | None:
        return cast("Key | None", self._rows.selected)

    def _draw_sheet(self) -> None:
        pane = self.query_one("#sheet")
        pane.border_title = say.view_name(self.state.view, self.words)
        if not self._page.is_laid_out:
            # It is drawn when it is: on a narrow screen, once one goes there.
            return
        page = self.answers.shown(self.state)
        self._page.show(page_drawn(page, self._page.width) if page else drawn([]), top=True)

    def on_lines_resized(self, event: Lines.Resized) -> None:
        """Draw to the new width."""
        self._draw_keys()
        if event.lines is self._rows:
            self._draw_rows()
        else:
            self._later("sheet", self._draw_sheet)

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Show the sheet of what was selected."""
        if event.lines is self._rows:
            self._become(self.state.selecting(self._selected()))

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Go to the sheet of what was chosen."""
        if event.lines is self._rows:
            self._open("sheet")

    def on_filter_pane_changed(self, event: FilterPane.Changed) -> None:
        """List what passes the other filters."""
        self._stop_searching()
        self._become(self.state.filtered(event.filters))

    def on_filter_pane_done(self, _: FilterPane.Done) -> None:
        """Go to what passes."""
        self._go("list")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed so far."""
        self._become(self.state._replace(searched=event.value.strip()))

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Go to what was found."""
        self.screen.set_focus(self._rows)

    def on_descendant_focus(self, event: Any) -> None:
        """Say which pane has the keys; on a narrow screen, it is the one shown."""
        pane = next((each for each in event.widget.ancestors if each.id in PANES), None)
        if pane is None:
            return
        for each in self.query(".pane"):
            each.set_class(each is pane, "current")
        self._draw_keys()
        if pane.id == "sheet":
            self.state = self.state._replace(opened=True)
            self._later("sheet", self._draw_sheet)

    def _go(self, pane: str) -> None:
        """Go to a pane, which has to be shown before it takes the keys."""
        for each in self.query(".pane"):
            each.set_class(each.id == pane, "current")
        if pane == "filters":
            self.screen.set_focus(self.query_one(FilterPane).typing)
        else:
            self.screen.set_focus(self._rows if pane == "list" else self._page)

    def _open(self, view: Any) -> None:
        self._become(self.state._replace(view=view, opened=True))
        self._go("sheet")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key acts: few do while one types, or under what stands over this screen."""
        if action == "stop" or len(self.screen_stack) > 1:
            return action == "stop"
        if isinstance(self.focused, Input):
            return action in _WHILE_TYPING or action == "pane"
        listed_already = action == "list" and parameters == (self.state.listing,)
        return action not in _WHILE_TYPING and not listed_already

    def action_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        here = next(place for place, name in enumerate(PANES) if self._has_keys(name))
        self._go(PANES[(here + by) % len(PANES)])

    def _has_keys(self, name: str) -> bool:
        return self.query_one(f"#{name}").has_class("current")

    def action_open(self) -> None:
        """Choose the row that is selected."""
        if self._has_keys("list"):
            self._rows.choose()

    def action_step_back(self) -> None:
        """Go back by one step: what is typed, what is shown, the pane."""
        if self._has_keys("filters"):
            if not self.query_one(FilterPane).back():
                self._go("list")
        elif self._has_keys("sheet"):
            if self.state.view != "sheet":
                self._become(self.state._replace(view="sheet"))
            else:
                self._become(self.state._replace(opened=False))
                self._go("list")
        else:
            self._stop_searching()
            self._become(self.state._replace(searched=""))
            self._go("list")

    def action_stop_typing(self) -> None:
        """Go back from a line to type in."""
        self.action_step_back()

    def _stop_searching(self) -> None:
        self.query_one("#list").remove_class("searching")
        with self.prevent(Input.Changed):
            self.query_one("#searched", Input).value = ""

    def action_search(self) -> None:
        """Type what is searched for."""
        self._go("list")
        self.query_one("#list").add_class("searching")
        field = self.query_one("#searched", Input)
        field.placeholder = self.words("Chercher partout…", "Search everything…")
        self.screen.set_focus(field)
        # What is typed now takes the place of the search before.
        field.select_all()

    def action_filters(self) -> None:
        """Type, or choose, a filter."""
        self._go("filters")

    def action_list(self, listing: str) -> None:
        """List jobs instead of schools, or schools instead of jobs."""
        self.action_show(listing)

    def action_show(self, listing: str) -> None:
        """List jobs, or schools: from a search too."""
        if listing != self.state.listing or self.state.searched:
            self._stop_searching()
            there = self.state if listing == self.state.listing else self.state.switched()
            self._become(there._replace(searched=""))
        if self._has_keys("sheet"):
            self._go("list")

    def action_mark(self) -> None:
        """Mark what is selected, or no longer."""
        self._become(self.state.marking())
        if self._has_keys("list"):
            self._rows.action_move(1)

    def action_compare(self) -> None:
        """Compare what is marked."""
        if not self.state.compared:
            self.notify(say.mark_another(self.words), timeout=4)
            return
        self._open("compare")

    def action_plan(self) -> None:
        """Show the routes to what is selected."""
        if self.state.selected and self.state.selected[0] in {"profession", "school"}:
            self._open("plan")

    def action_clear(self) -> None:
        """Clear the filters of the list, and the marks."""
        self._become(self.state.filtered(type(self.state.filters)())._replace(marked=()))

    def action_theme(self) -> None:
        """Change colours."""
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]

    def action_help(self) -> None:
        """Show the keys."""
        from .reading import PageOver

        self.push_screen(PageOver(say.keys_page(self.words)))

    def action_keys(self) -> None:
        """Show the keys, while one types."""
        self.action_help()

    def action_source(self) -> None:
        """Open a source of what is selected in the browser: the one there is, or one chosen."""
        key = self.state.selected
        found = self.answers.addresses(key) if key else ()
        if not found:
            self.notify(say.no_address(self.words), timeout=4)
        elif len(found) == 1:
            self._open_address(found[0][1])
        else:
            from .reading import AddressesOver

            self.push_screen(
                AddressesOver(say.sources_title(self.words), found), self._open_address
            )

    def _open_address(self, address: str | None) -> None:
        from .reading import PageOver, opens

        if address and opens(address):
            self.notify(say.opened(address, self.words), timeout=8, markup=False)
        elif address:
            self.push_screen(PageOver(say.address_page(address, self.words)))

    async def action_quit(self) -> None:
        """Leave with what is looked at."""
        self.exit(self.state)

    def action_stop(self) -> None:
        """Leave, whatever has the keys."""
        self.exit(self.state)


def browser(answers: Answers, reader: Reader, state: State, *, color: bool = True) -> Browser:
    """Return the screen, its keys named in the language of the answers.

    They act in the order they are pressed, before the widget that has the keys gets the next one.
    """
    words = answers.words
    bindings = [
        Binding(key.keys, key.action, words(*key.label), show=key.foot,
                key_display=words(*key.named), priority=True)
        for key in say.KEYS
    ]  # fmt: skip
    bindings.append(Binding("ctrl+c,ctrl+q", "stop", show=False, priority=True))
    if not color:
        os.environ["NO_COLOR"] = "1"
    made: type[Browser] = type("Browser", (Browser,), {"BINDINGS": bindings})
    return made(answers, reader, state)
