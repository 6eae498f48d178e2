"""Distances and sizes, drawn for a font of 13 px and scaled to the desktop's own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Space:
    """Distances between things, in device-independent pixels."""

    xs: int
    s: int
    m: int
    l: int  # noqa: E741 - the scale reads xs, s, m, l, xl
    xl: int
    section: int

    @classmethod
    def at(cls, px: Callable[[float], int]) -> Self:
        """The distances at a scale."""
        return cls(xs=px(4), s=px(8), m=px(12), l=px(16), xl=px(24), section=px(14))


@dataclass(frozen=True)
class Metrics:
    """Heights, radii and icon sizes, in device-independent pixels."""

    strip: int
    tabs: int
    control: int
    chip: int
    header: int
    row: int
    two_line_row: int
    dialog_row: int
    status: int
    badge: int
    icon: int
    badge_icon: int
    radius: int
    box_radius: int
    card_radius: int
    bar: int
    accent_bar: int

    @classmethod
    def at(cls, px: Callable[[float], int]) -> Self:
        """The sizes at a scale."""
        return cls(
            strip=px(26),
            tabs=px(43),
            control=px(30),
            chip=px(28),
            header=px(28),
            row=px(28),
            two_line_row=px(54),
            dialog_row=px(32),
            status=px(30),
            badge=px(20),
            icon=px(16),
            badge_icon=px(14),
            radius=px(4),
            box_radius=px(6),
            card_radius=px(8),
            bar=px(2),
            accent_bar=px(3),
        )
