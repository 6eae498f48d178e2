"""A column of a table as data: what it shows, how it is drawn, how it is sorted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt

from bcautotask_gui.ui.shared.badges import Badge, badge_word

Row = Any
"""A row is any frozen dataclass with a `key`; its columns know its type."""


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class BadgeCell:
    """A cell that is one badge; an empty text is the state's own word."""

    badge: Badge
    text: str = ""


@dataclass(frozen=True)
class Part:
    """A piece of a cell made of several: text, a badge, or an icon with text."""

    text: str = ""
    token: str = "text"
    weight: int = 400
    icon: str = ""
    badge: Badge | None = None


def room_for(badges: Iterable[Badge]) -> tuple[Part, ...]:
    """The longest of these badges: their words differ in length from language to language."""
    longest = max(badges, key=lambda each: len(badge_word(each)))
    return (Part(badge_word(longest), badge=longest),)


@dataclass(frozen=True)
class IconCell:
    """A cell that is one icon; the column's `value` says the same in words."""

    icon: str
    token: str


@dataclass(frozen=True)
class StripCell:
    """A cell that is the strip of the last runs, oldest first."""

    states: tuple[Badge, ...]


CellLook = BadgeCell | tuple[Part, ...] | IconCell | StripCell | None
"""What a column paints in place of plain text; None paints the text."""


def _never(_row: Row) -> bool:
    return False


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        key: Name in saved settings; never shown.
        title: The header.
        value: The cell in words: shown, read by screen readers, copied.
        sort_key: The name by which the database sorts, or None where it cannot.
        native: The value by which a short list is sorted in memory; the text if absent.
        look: Draws the cell as badge, parts, icon or strip; a None for a row draws its text.
        align: Where the text stands.
        weight: 400, or 500 for names.
        muted: Whether the row's text is quiet.
        quiet: The column's text is always muted.
        tabular: Figures of one width.
        tooltip: More than the cell says; elided cells have their text as tooltip anyway.
        checked: Makes a tick box of the cell; called with the row.
        width: At a 13 px font.
        longest: What the column must have room for, whatever the font; empty where the width says
            enough.
        stretch: Takes a share of the width that is left.
        hideable: May be switched off by the person.
        narrow_rank: 0 always stays; else the highest rank goes first in narrow windows.
        header_icon: Shown in place of the title, which stays the accessible text.
    """

    key: str
    title: str
    value: Callable[[Row], str]
    sort_key: str | None = None
    native: Callable[[Row], Any] | None = None
    look: Callable[[Row], CellLook] | None = None
    align: Align = Align.LEFT
    weight: int = 400
    muted: Callable[[Row], bool] = field(default=_never)
    quiet: bool = False
    tabular: bool = False
    tooltip: Callable[[Row], str] | None = None
    checked: Callable[[Row], bool] | None = None
    width: int = 120
    longest: tuple[Part, ...] = ()
    stretch: bool = False
    hideable: bool = True
    narrow_rank: int = 0
    header_icon: str = ""
