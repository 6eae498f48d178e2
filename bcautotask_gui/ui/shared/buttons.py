"""Buttons with an icon, a verb and the key that does the same."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.focus_ring import paint_ring
from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.shared.inert import plain_tip
from bcautotask_gui.ui.shared.key_cap import cap_width, paint_cap
from bcautotask_gui.ui.theme import Theme


class Kind(Enum):
    """How much a button asks for: one primary per screen, the rest normal, links flat.

    A quiet one is flat and takes no colour: it stands in every line of a list.
    """

    PRIMARY = "primary"
    NORMAL = "normal"
    FLAT = "flat"
    QUIET = "quiet"
    DANGER = "danger"


_FLAT = (Kind.FLAT, Kind.QUIET)


class ActionButton(QPushButton):
    """A push button that paints itself; its accessible name is its text alone."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        key: str = "",
        kind: Kind = Kind.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        """Build the button.

        Args:
            theme: Colours, sizes and fonts.
            text: A verb; may be changed with `setText`.
            icon: Name of an icon, or none.
            key: The key cap, such as "C"; painted only, the shortcut belongs to an action.
            kind: How much it asks for.
            parent: Qt's parent.
        """
        super().__init__(text, parent)
        self._theme = theme
        self._icon, self._key, self._kind = icon, key, kind
        self._reason = ""
        self._tip = ""
        self.enter_presses = True
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind in _FLAT:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    @property
    def kind(self) -> Kind:
        """How much it asks for."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Ask for more or less, such as when the one blue button changes place."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Paint another key cap, or none."""
        if key == self._key:
            return
        self._key = key
        self.updateGeometry()
        self.update()

    def set_tip(self, tip: str) -> None:
        """The tooltip while the button is enabled."""
        self._tip = tip
        self._show_tip()

    def set_reason(self, reason: str) -> None:
        """Disable the button and say why, or enable it with an empty reason."""
        self._reason = reason
        self.setEnabled(not reason)
        self._show_tip()

    @property
    def reason(self) -> str:
        """Why it is disabled; empty while it is enabled."""
        return self._reason

    def _show_tip(self) -> None:
        tip = self._reason or self._tip
        self.setToolTip(plain_tip(tip))
        self.setStatusTip(self._reason)
        self.setAccessibleDescription(tip)

    def setText(self, text: str) -> None:  # noqa: N802
        """Another verb, and the room it needs."""
        super().setText(text)
        self.updateGeometry()

    def _role(self) -> tuple[str, int]:
        return ("body", 600 if self._kind is Kind.PRIMARY else 500)

    def _padding(self) -> int:
        return self._theme.space.xs if self._kind in _FLAT else self._theme.px(11)

    def _cap_gap(self) -> int:
        return self._theme.px(9 if self._kind in _FLAT else 13)

    def _plain_text(self) -> str:
        """Without the ampersand of a mnemonic."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def sizeHint(self) -> QSize:
        """Icon, text, key cap and the space between them."""
        return QSize(self.width_with(self._key), self._theme.metrics.control)

    def width_with(self, key: str, *, as_primary: bool = False) -> int:
        """How wide it is with a key cap, or without one; as the blue button it is widest.

        Args:
            key: the key cap; empty for none.
            as_primary: as if it were the blue button.
        """
        theme = self._theme
        role = ("body", 600) if as_primary else self._role()
        width = theme.font_metrics(*role).horizontalAdvance(self._plain_text())
        width += 2 * self._padding()
        if self._icon:
            width += theme.metrics.icon + (theme.px(6) if self.text() else 0)
        if key:
            width += cap_width(theme, key) + self._cap_gap() - theme.px(3)
        return width

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, unless a dialog forbids that."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.enter_presses:
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Repaint under the pointer."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, text, key cap, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        self._paint_ground(painter)
        token = self._text_token()
        room = self.rect().adjusted(self._padding(), 0, -self._padding(), 0)
        spare = self.width() - self.sizeHint().width()
        if spare > 0 and self._kind not in _FLAT:
            room.adjust(spare // 2, 0, -(spare - spare // 2), 0)
        if self._icon:
            size = theme.metrics.icon
            y = (self.height() - size) // 2
            draw_icon(painter, theme, self._icon, self._icon_token(token), room.left(), y, size)
            room.adjust(size + theme.px(6), 0, 0, 0)
        painter.setFont(theme.font(*self._role()))
        painter.setPen(theme.colour(token))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._plain_text())
        if self._key:
            right = room.right() + 1 + theme.px(3)
            on_accent = self._kind is Kind.PRIMARY and self.isEnabled()
            paint_cap(painter, right, self.rect(), theme, self._key, on_accent=on_accent)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        theme = self._theme
        if self._kind is Kind.PRIMARY:
            inner = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent_text"))
            painter.drawRoundedRect(inner, theme.metrics.radius - 1, theme.metrics.radius - 1)
        else:
            paint_ring(painter, QRectF(self.rect()), theme, theme.metrics.radius)

    def _text_token(self) -> str:
        if not self.isEnabled():
            return "faint"
        return {
            Kind.PRIMARY: "accent_text",
            Kind.NORMAL: "text",
            Kind.FLAT: "link",
            Kind.QUIET: "muted",
            Kind.DANGER: "failed_text",
        }[self._kind]

    def _icon_token(self, text_token: str) -> str:
        if text_token == "text":
            return "muted"
        return "failed_icon" if text_token == "failed_text" else text_token

    def _paint_ground(self, painter: QPainter) -> None:
        ground, edge = self._ground()
        if not ground:
            return
        theme = self._theme
        painter.setPen(theme.colour(edge))
        painter.setBrush(theme.colour(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.metrics.radius, theme.metrics.radius)

    def _ground(self) -> tuple[str, str]:
        down = self.isDown() or self.isChecked()
        over = self.underMouse() and self.isEnabled()
        if self._kind in _FLAT:
            return ("selection", "selection") if down or over else ("", "")
        if not self.isEnabled():
            return "window", "button_edge"
        if self._kind is Kind.PRIMARY:
            return ("accent_pressed" if down or over else "accent"), "accent_pressed"
        edge = "failed_icon" if self._kind is Kind.DANGER else "button_edge"
        if down:
            return "selection_idle", edge
        return ("base" if not over else "window"), ("edge" if over else edge)
