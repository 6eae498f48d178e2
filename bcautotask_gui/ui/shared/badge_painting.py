"""Painting of badges, alike in tables, panels and dialogs."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QWidget

from bcautotask_gui.ui.shared.badges import LOOKS, Badge, Look, badge_meaning, badge_word
from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.theme import Theme

_TEXT_FLAGS = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
)


def _paddings(theme: Theme, look: Look) -> tuple[int, int, int]:
    """Space before the icon, between icon and word, and after the word."""
    if look.bare:
        return 0, theme.px(4), 0
    if look.pill:
        return theme.px(5), theme.px(3 if look.icon == "dot" else 4), theme.px(7)
    return theme.px(4), theme.px(4), theme.px(4)


def _icon_width(theme: Theme, look: Look) -> int:
    return theme.px(10) if look.icon == "dot" else theme.metrics.badge_icon


def badge_size(theme: Theme, badge: Badge, text: str = "") -> QSize:
    """The room a badge takes with its whole text, padding included."""
    look = LOOKS[badge]
    left, gap, right = _paddings(theme, look)
    metrics = theme.font_metrics("caption_name")
    word = metrics.horizontalAdvance(text or badge_word(badge))
    width = left + _icon_width(theme, look) + gap + word + right
    return QSize(width, max(theme.metrics.badge, metrics.height() + theme.px(4)))


def paint_badge(
    painter: QPainter,
    rect: QRect,
    theme: Theme,
    badge: Badge,
    text: str = "",
    *,
    selected: bool = False,
) -> int:
    """Paint a badge at the left edge of `rect`, centred in its height.

    Args:
        painter: Any painter.
        rect: The room there is; the word is elided when it is narrower than the badge.
        theme: Colours, sizes and fonts.
        badge: The state.
        text: The word beside the icon; empty is the state's own word.
        selected: On a selected row hairlines become `muted`, so that they still show.

    Returns:
        The width that was used.
    """
    text = text or badge_word(badge)
    size = badge_size(theme, badge, text)
    width = min(size.width(), rect.width())
    density = painter.device().devicePixelRatio()
    picture = _picture(theme, badge, text, QSize(width, size.height()), density, selected=selected)
    painter.drawPixmap(rect.left(), rect.top() + (rect.height() - size.height()) // 2, picture)
    return width


def _picture(
    theme: Theme, badge: Badge, text: str, size: QSize, density: float, *, selected: bool
) -> QPixmap:
    """The badge as a picture; kept, because lists show the same few over and over."""
    name = f"badge/{badge}/{text}/{size.width()}x{size.height()}/{density}/{selected}/"
    name += f"{theme.tokens.text}/{theme.scale}"
    found = QPixmap()
    if QPixmapCache.find(name, found):
        return found
    picture = QPixmap(size * density)
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _paint(painter, QRect(QPoint(0, 0), size), theme, badge, text, selected=selected)
    painter.end()
    QPixmapCache.insert(name, picture)
    return picture


def _paint(
    painter: QPainter, box: QRect, theme: Theme, badge: Badge, text: str, *, selected: bool
) -> None:
    look = LOOKS[badge]
    left, gap, right = _paddings(theme, look)
    _paint_ground(painter, box, theme, look, selected=selected)
    icon_size = theme.metrics.badge_icon
    icon_width = _icon_width(theme, look)
    icon_x = box.left() + left + (icon_width - icon_size) // 2
    icon_y = box.top() + (box.height() - icon_size) // 2
    draw_icon(painter, theme, look.icon, look.icon_token, icon_x, icon_y, icon_size)
    word = box.adjusted(left + icon_width + gap, 0, -right, 0)
    painter.setFont(theme.font("caption_name"))
    painter.setPen(theme.colour(look.text_token))
    shown = theme.elide(text, word.width(), theme.font_metrics("caption_name"))
    painter.drawText(word, _TEXT_FLAGS, shown)


def _paint_ground(
    painter: QPainter, box: QRect, theme: Theme, look: Look, *, selected: bool
) -> None:
    if look.bare:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QRectF(box)
    pen = QPen(Qt.PenStyle.NoPen)
    if look.edge:
        shape.adjust(0.5, 0.5, -0.5, -0.5)
        edge = "muted" if selected else look.edge
        pen = QPen(theme.colour(edge), 1.0)
        if look.dashed:
            pen.setDashPattern([4, 2])
    painter.setPen(pen)
    painter.setBrush(theme.colour(look.ground) if look.ground else Qt.BrushStyle.NoBrush)
    radius = shape.height() / 2 if look.pill else theme.metrics.radius
    painter.drawRoundedRect(shape, radius, radius)


class BadgeLabel(QWidget):
    """One badge on its own; its accessible name is the word in full."""

    def __init__(
        self, theme: Theme, badge: Badge, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_badge(badge, text)
        theme.changed.connect(self.updateGeometry)

    def show_badge(self, badge: Badge, text: str = "") -> None:
        """Show another state; an empty text is the state's own word."""
        self._badge, self._text = badge, text
        meaning = text or badge_meaning(badge)
        self.setAccessibleName(meaning)
        self.setToolTip(meaning if meaning != badge_word(badge) else "")
        self.updateGeometry()
        self.update()

    @property
    def badge(self) -> Badge:
        """The state shown."""
        return self._badge

    def sizeHint(self) -> QSize:
        """Icon, word and padding."""
        return badge_size(self._theme, self._badge, self._text)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to elide the word, never the icon."""
        return QSize(self._theme.px(40), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge at the left edge."""
        painter = QPainter(self)
        rect = QRect(QPoint(0, 0), self.size())
        paint_badge(painter, rect, self._theme, self._badge, self._text)
