"""The eyes of the window tests: reads a window as a screen reader does.

A program of its own, run by the distribution's Python, because `gi` is built for that one and
because libatspi binds to one bus in a process's life. It speaks lines of JSON: a request
`{"do": name, "with": {...}}` is answered by `{"is": value}`, `{"missing": text}` or
`{"failed": text}`. A control is named by the number it got when it was found.
"""

from __future__ import annotations

import json
import re
import sys
import time
from typing import TYPE_CHECKING, Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOOK_EVERY = 0.05  # seconds
BUSY_APPLICATION = 15_000  # milliseconds until an application that does not answer is an error
MENUS = {"menu", "menu item", "check menu item", "radio menu item", "popup menu"}
GRIDS = {"table", "tree table", "tree"}  # a million cells are not walked; `cell` asks for one

controls: list[Atspi.Accessible] = []


class MissingError(Exception):
    """What was looked for did not appear."""


def number(control: Atspi.Accessible) -> int:
    controls.append(control)
    return len(controls) - 1


def wait(look: Callable[[], Any], what: str, timeout: float) -> Any:
    """Looks until there is something; a control that vanishes meanwhile counts as nothing."""
    end = time.monotonic() + timeout
    while True:
        try:
            found = look()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise MissingError(f"waited {timeout:g} s for {what}")
        time.sleep(LOOK_EVERY)


def application(pid: int, timeout: float) -> int:
    """The application of this process, once it has a window."""

    def look() -> Atspi.Accessible | None:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == pid and child.get_child_count():
                return child
        return None

    found = wait(look, "the application's window", timeout)
    found.set_cache_mask(Atspi.Cache.NONE)  # always ask the application
    return number(found)


def walk(control: Atspi.Accessible, *, hidden: bool) -> Iterator[tuple[Atspi.Accessible, str]]:
    """The control and what is in it; a hidden branch only on request, menus always."""
    try:
        role = control.get_role_name()
        states = control.get_state_set()
        seen = role in MENUS or role == "application" or states.contains(Atspi.StateType.SHOWING)
        if not (seen or hidden):
            return
        yield control, role
        if role in GRIDS:
            return
        children = [control.get_child_at_index(i) for i in range(control.get_child_count())]
    except GLib.Error:
        return
    for child in children:
        if child:
            yield from walk(child, hidden=hidden)


def label(control: Atspi.Accessible) -> str:
    """The text of the label that belongs to the control."""
    for relation in control.get_relation_set() or []:
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return ""


def matches(control: Atspi.Accessible, name: str | None, *, exact: bool) -> bool:
    if name is None:
        return True
    for given in (control.get_name() or "", label(control)):
        # an "&" marks a key in a button's text and is itself in a company's name
        for text in (given, given.replace("&", "")):
            if (text == name) if exact else re.search(name, text):
                return True
    return False


def matching(
    inside: int, role: str | None, name: str | None, *, exact: bool, hidden: bool
) -> Iterator[Atspi.Accessible]:
    for control, its_role in walk(controls[inside], hidden=hidden):
        if role in (None, its_role) and matches(control, name, exact=exact):
            yield control


def find(
    inside: int, role: str | None, name: str | None, *, exact: bool, hidden: bool, timeout: float
) -> int:
    def look() -> Atspi.Accessible | None:
        return next(matching(inside, role, name, exact=exact, hidden=hidden), None)

    return number(wait(look, f"{role} {name!r}", timeout))


def find_all(
    inside: int, role: str | None, name: str | None, *, exact: bool, hidden: bool
) -> list[int]:
    found = matching(inside, role, name, exact=exact, hidden=hidden)
    return [number(control) for control in found]


def text_of(control: Atspi.Accessible) -> str:
    text = control.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text else control.get_name()


def describe(control: int) -> dict[str, Any]:
    """All that can be seen of one control."""
    it = controls[control]
    box = it.get_component_iface()
    box = box.get_extents(Atspi.CoordType.SCREEN) if box else None
    return {
        "role": it.get_role_name(),
        "name": it.get_name(),
        "label": label(it),
        "text": text_of(it),
        "description": it.get_description(),
        "states": [state.value_nick for state in it.get_state_set().get_states()],
        "box": [box.x, box.y, box.width, box.height] if box else None,
    }


def set_text(control: int, text: str) -> None:
    if not controls[control].get_editable_text_iface().set_text_contents(text):
        raise RuntimeError("the field takes no text")


def act(control: int) -> None:
    """Does the control's first action: presses a button, opens a menu."""
    if not controls[control].do_action(0):
        raise RuntimeError("the control refused")


def table(control: int, limit: int) -> dict[str, Any]:
    """The headings and the texts of the first rows."""
    grid = controls[control].get_table_iface()
    rows, columns = Atspi.Table.get_n_rows(grid), Atspi.Table.get_n_columns(grid)
    return {
        "total": rows,
        "headings": [Atspi.Table.get_column_description(grid, c) for c in range(columns)],
        "rows": [[text_at(grid, r, c) for c in range(columns)] for r in range(min(rows, limit))],
    }


def text_at(grid: Any, row: int, column: int) -> str:
    """What a cell says; one whose row went away while the table was read says nothing."""
    found = Atspi.Table.get_accessible_at(grid, row, column)
    return found.get_name() if found else ""


def cell(control: int, row: int, column: int) -> int:
    grid = controls[control].get_table_iface()
    return number(Atspi.Table.get_accessible_at(grid, row, column))


def latency(control: int, seconds: float) -> list[float]:
    """How long the application took to answer, in milliseconds: worst, median, how many times.

    The answers come from its GUI thread, so the worst is how long the window stood still.
    """
    end, times = time.monotonic() + seconds, []
    while time.monotonic() < end:
        asked = time.monotonic()
        controls[control].get_child_count()
        times.append((time.monotonic() - asked) * 1000)
        time.sleep(0.005)
    times.sort()
    return [times[-1], times[len(times) // 2], len(times)]


def tree(control: int) -> str:
    """One line for each control that shows, for the text of a failed test."""
    return "\n".join(
        f"{role} | {found.get_name()!r} | {label(found)!r}"
        for found, role in walk(controls[control], hidden=False)
        if role not in MENUS
    )


COMMANDS = {
    command.__name__: command
    for command in (
        application, find, find_all, describe, set_text, act, table, cell, latency, tree,
    )
}  # fmt: skip


def answer(line: str) -> dict[str, Any]:
    request = json.loads(line)
    try:
        return {"is": COMMANDS[request["do"]](**request["with"])}
    except MissingError as error:
        return {"missing": str(error)}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}


def main() -> None:
    Atspi.init()
    Atspi.set_timeout(BUSY_APPLICATION, BUSY_APPLICATION)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(line)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
