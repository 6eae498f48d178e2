"""Painting of a table's cells: plain text, badges, cells of several parts, strips and icons."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from bcautotask_gui.ui.shared.badge_painting import badge_size, paint_badge
from bcautotask_gui.ui.shared.column import (
    Align,
    BadgeCell,
    CellLook,
    Column,
    IconCell,
    Part,
    Row,
    StripCell,
)
from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.shared.inert import inert
from bcautotask_gui.ui.shared.strip_delegate import BARS, FULL_HEIGHT, paint_strip
from bcautotask_gui.ui.theme import Theme

_SINGLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip

_FLAGS = {align: int(align.value | _SINGLE) for align in Align}


def content_width(theme: Theme, column: Column, row: Row, look: CellLook) -> int:
    """The width the cell would need to show everything."""
    if isinstance(look, BadgeCell):
        return badge_size(theme, look.badge, look.text).width()
    if isinstance(look, tuple):
        return parts_width(theme, column, look)
    if isinstance(look, StripCell):
        return (theme.metrics.bar + 1) * BARS
    if isinstance(look, IconCell):
        return theme.metrics.icon
    metrics = theme.font_metrics("body", column.weight, tabular=column.tabular)
    return metrics.horizontalAdvance(column.value(row))


def parts_width(theme: Theme, column: Column, parts: tuple[Part, ...]) -> int:
    """The width that a cell of several parts needs."""
    return sum(_part_width(theme, part, column) for part in parts)


def paint_content(
    painter: QPainter, rect: QRect, theme: Theme, column: Column, row: Row, *, selected: bool
) -> None:
    """Paint one cell's content into `rect`, without its ground."""
    look = column.look(row) if column.look else None
    if isinstance(look, BadgeCell):
        paint_badge(painter, rect, theme, look.badge, look.text, selected=selected)
    elif isinstance(look, tuple):
        _paint_parts(painter, rect, theme, column, look, selected=selected)
    elif isinstance(look, StripCell):
        _paint_strip_cell(painter, rect, theme, look)
    elif isinstance(look, IconCell):
        size = theme.metrics.icon
        x = rect.left() + (rect.width() - size) // 2
        draw_icon(painter, theme, look.icon, look.token, x, _centred(rect, size), size)
    elif column.checked is not None:
        paint_tick_box(painter, _tick_rect(rect, theme), theme, ticked=column.checked(row))
    else:
        token = "muted" if column.quiet or column.muted(row) else "text"
        _paint_text(painter, rect, theme, column, column.value(row), token)


def _paint_text(
    painter: QPainter, rect: QRect, theme: Theme, column: Column, text: str, token: str
) -> None:
    weight = 400 if token == "muted" else column.weight
    metrics = theme.font_metrics("body", weight, tabular=column.tabular)
    painter.setFont(theme.font("body", weight, tabular=column.tabular))
    painter.setPen(theme.colour(token))
    shown = theme.elide(inert(text), rect.width(), metrics)
    painter.drawText(rect, _FLAGS[column.align], shown)


def _part_width(theme: Theme, part: Part, column: Column) -> int:
    if part.badge is not None:
        return theme.space.s + badge_size(theme, part.badge, part.text).width()
    metrics = theme.font_metrics("body", part.weight, tabular=column.tabular)
    width = metrics.horizontalAdvance(part.text)
    return width + (theme.metrics.badge_icon + theme.px(5) if part.icon else 0)


def _paint_parts(
    painter: QPainter,
    rect: QRect,
    theme: Theme,
    column: Column,
    parts: tuple[Part, ...],
    *,
    selected: bool,
) -> None:
    left = rect.left()
    if column.align is Align.RIGHT:
        total = parts_width(theme, column, parts)
        left = max(left, rect.right() + 1 - total)
    for place, part in enumerate(parts):
        room = QRect(left, rect.top(), rect.right() + 1 - left, rect.height())
        if room.width() <= 0:
            return
        if part.badge is not None:
            gap = theme.space.s if place else 0
            room.setLeft(left + gap)
            left += gap + paint_badge(
                painter, room, theme, part.badge, part.text, selected=selected
            )
        else:
            left += _paint_part_text(painter, room, theme, column, part)


def _paint_part_text(
    painter: QPainter, room: QRect, theme: Theme, column: Column, part: Part
) -> int:
    used = 0
    if part.icon:
        size = theme.metrics.badge_icon
        draw_icon(painter, theme, part.icon, "muted", room.left(), _centred(room, size), size)
        used = size + theme.px(5)
        room = room.adjusted(used, 0, 0, 0)
    metrics = theme.font_metrics("body", part.weight, tabular=column.tabular)
    painter.setFont(theme.font("body", part.weight, tabular=column.tabular))
    painter.setPen(theme.colour(part.token))
    shown = theme.elide(inert(part.text), room.width(), metrics)
    painter.drawText(room, _FLAGS[Align.LEFT], shown)
    return used + metrics.horizontalAdvance(shown)


def _paint_strip_cell(painter: QPainter, rect: QRect, theme: Theme, look: StripCell) -> None:
    height = theme.px(FULL_HEIGHT)
    box = QRect(rect.left(), _centred(rect, height), rect.width(), height)
    paint_strip(painter, box, theme, look.states, theme.metrics.bar, 1)


def _centred(rect: QRect, size: int) -> int:
    return rect.top() + (rect.height() - size) // 2


def _tick_rect(rect: QRect, theme: Theme) -> QRect:
    size = theme.metrics.badge_icon
    return QRect(rect.left(), _centred(rect, size), size, size)


def paint_tick_box(painter: QPainter, box: QRect, theme: Theme, *, ticked: bool) -> None:
    """Paint a tick box of the theme, as used in lists."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("accent" if ticked else "edge"))
    painter.setBrush(theme.colour("accent" if ticked else "base"))
    radius = theme.px(3)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ticked:
        inner = box.adjusted(1, 1, -1, -1)
        draw_icon(painter, theme, "check", "accent_text", inner.left(), inner.top(), inner.width())


def paint_placeholder(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Paint the grey bar that stands for a cell that is being read."""
    height = theme.px(8)
    width = min(rect.width(), max(theme.px(24), rect.width() * 3 // 5))
    bar = QRectF(rect.left(), _centred(rect, height), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("row_line"))
    painter.drawRoundedRect(bar, height / 2, height / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
