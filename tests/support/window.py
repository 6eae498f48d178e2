"""A real window in a person's hands: what is seen is found by role and accessible name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.support.processes import wait_for

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.support.desktop import Desktop

Name = str | re.Pattern[str] | None


class Latency(NamedTuple):
    """How long the window took to answer, in milliseconds, and how often it did."""

    worst: float
    median: float
    answers: int


class Table(NamedTuple):
    """What a table says: the number of all its rows, its headings, the texts of the first rows."""

    total: int
    headings: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Control:
    """Something in the window: a button, a field, a table, a dialog."""

    window: Window
    number: int

    def look(self) -> dict[str, Any]:
        """What is seen of it now: role, name, label, text, description, states, box."""
        seen: dict[str, Any] = self.window.desktop.ask("describe", control=self.number)
        return seen

    @property
    def name(self) -> str:
        """The accessible name; a combo box is named by its choice."""
        return str(self.look()["name"])

    @property
    def text(self) -> str:
        """The text in a field, else the name."""
        return str(self.look()["text"])

    def has(self, state: str) -> bool:
        """Whether it is enabled, checked, focused, selected, showing, expanded, ..."""
        return state in self.look()["states"]

    def click(self, *, button: int = 1, times: int = 1) -> None:
        """Clicks the middle of it with the pointer, as soon as it is enabled."""
        wait_for(lambda: self.has("enabled"), f"{self.name!r} to be enabled")
        x, y, width, height = self._box_at_rest()
        if width <= 0 or height <= 0:
            raise RuntimeError(f"{self.name!r} has no place on the screen")
        # without --sync, which waits 15 s for a pointer that is there already
        self.window.desktop.hand(
            "mousemove", x + width // 2, y + height // 2,
            "click", "--repeat", times, "--delay", 60, button,
        )  # fmt: skip

    def _box_at_rest(self) -> list[int]:
        """Where it is, once two looks agree: what appears above it moves it."""
        seen: list[list[int]] = [self.look()["box"]]

        def rests() -> bool:
            seen.append(self.look()["box"])
            return seen[-1] == seen[-2]

        wait_for(rests, f"{self.name!r} to stand still")
        return seen[-1]

    def act(self) -> None:
        """Does its first action without the pointer: presses a button, opens a menu."""
        self.window.desktop.ask("act", control=self.number)

    def set_text(self, text: str) -> None:
        """Replaces the text of a field: by the keys, and beyond ASCII as an input method would."""
        self.click()
        if text.isascii():
            self.window.key("ctrl+a", "Delete")
            self.window.type(text)
        else:
            self.window.desktop.ask("set_text", control=self.number, text=text)
        if self.look()["role"] != "password text":
            wait_for(lambda: self.text == text, f"the text {text!r}")

    def choose(self, item: str) -> None:
        """Opens a combo box and clicks the item."""
        self.click()
        choice = self.window.find("list item", item, inside=self, hidden=True)
        wait_for(lambda: choice.has("showing"), f"the choice {item!r}")
        choice.click()
        wait_for(lambda: self.name == item, f"{item!r} to be chosen")

    def table(self, limit: int = 200) -> Table:
        """The headings and the texts of the first rows."""
        return Table(**self.window.desktop.ask("table", control=self.number, limit=limit))

    def cell(self, row: int, column: int = 0) -> Control:
        """One cell, counted from 0."""
        return Control(
            self.window,
            self.window.desktop.ask("cell", control=self.number, row=row, column=column),
        )

    def select_row_with(self, text: str) -> list[str]:
        """Clicks the first row that has a cell with this text, and returns the row.

        Where rows move at that moment, the one with the text is clicked again.
        """

        def selected() -> list[str] | None:
            rows = self.table().rows
            number = next((place for place, row in enumerate(rows) if text in row), None)
            if number is None:
                return None
            cell = self.cell(number, rows[number].index(text))
            cell.click()
            wait_for(lambda: cell.has("selected"), f"the row with {text!r} to be selected")
            return rows[number] if self.table().rows[number] == rows[number] else None

        return wait_for(selected, f"a row with {text!r}")


class Window:
    """An application that runs on a desktop."""

    def __init__(
        self, desktop: Desktop, root: int, process: subprocess.Popen[bytes], output: Path
    ) -> None:
        self.desktop = desktop
        self.process = process
        self._root = Control(self, root)
        self._output = output

    def find(
        self,
        role: str | None,
        name: Name = None,
        *,
        inside: Control | None = None,
        hidden: bool = False,
        timeout: float = 60.0,
    ) -> Control:
        """Waits for the first control of this role and name.

        Args:
            role: "push button", "text", "password text", "combo box", "check box", "table",
                "page tab", "dialog", "label", "menu item", ...; None for any.
            name: the whole accessible name or label, or a pattern found in it.
            inside: looks within this control alone.
            hidden: whether it counts where it does not show.
            timeout: seconds.

        Raises:
            TimeoutError: it did not come; the text lists what was there.
        """
        where = self._where(role, name, inside, hidden=hidden)
        try:
            return Control(self, self.desktop.ask("find", **where, timeout=timeout))
        except TimeoutError as error:
            raise TimeoutError(
                f"{error}; exit code {self.process.poll()}; the window shows:\n{self.tree()}"
            ) from None

    def find_all(
        self, role: str | None, name: Name = None, *, inside: Control | None = None
    ) -> list[Control]:
        """The controls of this role and name that show now."""
        where = self._where(role, name, inside, hidden=False)
        return [Control(self, number) for number in self.desktop.ask("find_all", **where)]

    def wait_until_gone(self, role: str, name: Name, timeout: float = 60.0) -> None:
        """Waits until no such control shows."""
        wait_for(lambda: not self.find_all(role, name), f"{role} {name!r} to go", timeout)

    def open_tab(self, name: str) -> None:
        """Clicks a tab and waits until it is in front."""
        tab = self.find("page tab", name)
        tab.click()
        wait_for(lambda: tab.has("selected"), f"the tab {name!r}")

    def key(self, *keys: str) -> None:
        """Presses keys one after another, each in xdotool's words: "ctrl+f", "Escape"."""
        self.desktop.hand("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Types into whatever has the focus; ASCII only, the keyboard has no other keys."""
        self.desktop.hand("type", "--delay", 8, "--", text)

    def latency(self, seconds: float) -> Latency:
        """Asks the window for a while how fast it answers: it does so on its GUI thread."""
        return Latency(*self.desktop.ask("latency", control=self._root.number, seconds=seconds))

    def screenshot(self, path: Path) -> None:
        """Writes a picture of the screen."""
        self.desktop.screenshot(path)

    def output(self) -> str:
        """What the application has printed so far."""
        return self._output.read_text(errors="replace")

    def tree(self) -> str:
        """One line for each control that shows."""
        return str(self.desktop.ask("tree", control=self._root.number))

    def close(self, timeout: float = 60.0) -> int:
        """Closes the window in front by Alt+F4 and waits for the application's exit code."""
        self.key("alt+F4")
        return self.process.wait(timeout)

    def _where(
        self, role: str | None, name: Name, inside: Control | None, *, hidden: bool
    ) -> dict[str, Any]:
        return {
            "inside": (inside or self._root).number,
            "role": role,
            "name": name.pattern if isinstance(name, re.Pattern) else name,
            "exact": not isinstance(name, re.Pattern),
            "hidden": hidden,
        }
