"""Fields of forms: text, number, time and choice, with one edge and one way to be broken."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from bcautotask_gui.ui.shared.choice_items import ChoiceItems
from bcautotask_gui.ui.shared.field_frame import paint_field
from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.theme import Theme


def _clear_ground(widget: QWidget) -> None:
    """Let the painted edge show through Qt's own ground."""
    palette = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    palette.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent)
    )
    widget.setPalette(palette)


class TextField(QLineEdit):
    """A line of text."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._broken = False
        self.setFrame(False)
        self.setTextMargins(theme.px(7), 0, theme.px(7), 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        _clear_ground(self)

    def set_broken(self, *, broken: bool) -> None:
        """Show the red edge, or take it away."""
        self._broken = broken
        self.update()

    @property
    def broken(self) -> bool:
        """Whether the red edge is shown."""
        return self._broken

    def sizeHint(self) -> QSize:
        """As high as every control."""
        return QSize(self._theme.px(220), self._theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        """As high as every control."""
        return QSize(self._theme.px(48), self._theme.metrics.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edge, then Qt's text and cursor."""
        paint_field(self, self._theme, broken=self._broken, focused=self.hasFocus())
        super().paintEvent(event)


class NumberField(QSpinBox):
    """A whole number, typed; arrow keys and wheel with the keyboard's focus change it too."""

    def __init__(
        self, theme: Theme, least: int, most: int, value: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._broken = False
        self.setRange(least, most)
        self.setValue(value)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.lineEdit().setTextMargins(theme.px(6), 0, theme.px(2), 0)
        _clear_ground(self.lineEdit())

    def set_broken(self, *, broken: bool) -> None:
        """Show the red edge, or take it away."""
        self._broken = broken
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the highest number."""
        widest = self._theme.font_metrics("body").horizontalAdvance(str(self.maximum()))
        return QSize(max(self._theme.px(54), widest + self._theme.px(24)), self._height())

    def minimumSizeHint(self) -> QSize:
        """Room for the highest number."""
        return self.sizeHint()

    def _height(self) -> int:
        return self._theme.metrics.control

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A wheel that scrolls the form past changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The edge; the text is the inner editor's."""
        paint_field(self, self._theme, broken=self._broken, focused=self.hasFocus())


class DateTimeField(QDateTimeEdit):
    """A day and a time, typed; arrow keys change the part that the cursor is in."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, shown: str = "ddd d MMM yyyy HH:mm"
    ) -> None:
        """Build the field.

        Args:
            theme: Colours, sizes and fonts.
            parent: Qt's parent.
            shown: Qt's words for how the moment is written.
        """
        super().__init__(parent)
        self._theme = theme
        self.setDisplayFormat(shown)
        self.setButtonSymbols(QDateTimeEdit.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.lineEdit().setTextMargins(theme.px(6), 0, theme.px(2), 0)
        _clear_ground(self.lineEdit())

    def sizeHint(self) -> QSize:
        """Room for a day and a time."""
        return QSize(self._theme.px(180), self._theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A wheel that scrolls the form past changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The edge; the text is the inner editor's."""
        paint_field(self, self._theme, broken=False, focused=self.hasFocus())


class TimeField(DateTimeField):
    """A time of day, typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, shown="HH:mm")

    def sizeHint(self) -> QSize:
        """Room for five figures' width and the padding."""
        return QSize(self._theme.px(74), self._theme.metrics.control)


class ChoiceField(QComboBox):
    """One of several; an item that is no longer offered is shown in red with its sign."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._broken = False
        self._icon = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(ChoiceItems(theme, self))

    def set_broken(self, *, broken: bool, icon: str = "no-entry") -> None:
        """Show the red edge with an icon before the text, or take both away."""
        self._broken = broken
        self._icon = icon if broken else ""
        self.updateGeometry()
        self.update()

    @property
    def broken(self) -> bool:
        """Whether the red edge is shown."""
        return self._broken

    def choose_data(self, value: object) -> bool:
        """Choose the item that carries this value; False if there is none."""
        position = self.findData(value)
        if position >= 0:
            self.setCurrentIndex(position)
        return position >= 0

    def sizeHint(self) -> QSize:
        """The widest item, padding and the arrow."""
        theme = self._theme
        metrics = theme.font_metrics("body")
        texts = [self.itemText(place) for place in range(self.count())] or [self.placeholderText()]
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        width = widest + theme.px(10 + 10 + 8) + theme.metrics.badge_icon
        if self._icon:
            width += theme.metrics.icon + theme.px(6)
        return QSize(width, theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to elide its text."""
        return QSize(self._theme.px(72), self._theme.metrics.control)

    def showPopup(self) -> None:  # noqa: N802
        """Open the list below the field, as wide as the field; above it where there is no room."""
        super().showPopup()
        popup = self.view().window()
        corner = self.mapToGlobal(self.rect().bottomLeft()) + QPoint(0, self._theme.px(3))
        wide = max(self.width(), popup.width())
        screen = self.screen().availableGeometry()
        if corner.y() + popup.height() > screen.bottom():
            corner = self.mapToGlobal(QPoint(0, -popup.height() - self._theme.px(3)))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - wide)))
        corner.setY(max(screen.top(), corner.y()))
        popup.setGeometry(corner.x(), corner.y(), wide, popup.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A wheel that scrolls the form past changes nothing."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, icon, elided text, arrow."""
        theme = self._theme
        paint_field(self, theme, broken=self._broken, focused=self.hasFocus())
        painter = QPainter(self)
        room = self.rect().adjusted(theme.px(10), 0, -theme.px(10), 0)
        size = theme.metrics.badge_icon
        y = (self.height() - size) // 2
        arrow = "muted" if self.isEnabled() else "faint"
        draw_icon(painter, theme, "chevron-down", arrow, room.right() + 1 - size, y, size)
        room.adjust(0, 0, -size - theme.px(6), 0)
        if self._icon:
            big = theme.metrics.icon
            top = (self.height() - big) // 2
            draw_icon(painter, theme, self._icon, "failed_icon", room.left(), top, big)
            room.adjust(big + theme.px(6), 0, 0, 0)
        self._paint_text(painter, room)

    def _paint_text(self, painter: QPainter, room: QRect) -> None:
        theme = self._theme
        text = self.currentText() or self.placeholderText()
        token = "failed_text" if self._broken else "text" if self.currentText() else "faint"
        if not self.isEnabled():
            token = "faint"
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour(token))
        shown = theme.elide(text, room.width(), theme.font_metrics("body"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
