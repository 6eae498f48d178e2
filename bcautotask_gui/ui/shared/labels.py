"""Labels in the sizes and colours of the theme: of one line, and of as many as the text needs."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.shared.inert import inert, plain_tip
from bcautotask_gui.ui.theme import Theme

_ANY_HEIGHT = 100_000


class Label(QLabel):
    """Plain text of one line; where it does not fit it is elided and has itself as tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        token: str = "text",
        parent: QWidget | None = None,
        *,
        weight: int | None = None,
        tabular: bool = False,
        elided: bool = False,
    ) -> None:
        """Build the label.

        Args:
            theme: Colours and fonts.
            text: Shown as it is; never read as markup.
            role: Size and weight, a name of the type scale.
            token: Colour by name.
            parent: Qt's parent.
            weight: Another weight than the role's.
            tabular: Figures of one width.
            elided: May become narrower than its text.
        """
        super().__init__(parent)
        self._theme = theme
        self._look = (role, weight, tabular)
        self._token = token
        self._elided = elided
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if elided:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def set_token(self, token: str) -> None:
        """Another colour."""
        self._token = token
        self._apply_theme()

    def set_role(self, role: str, weight: int | None = None) -> None:
        """Another size and weight."""
        self._look = (role, weight, self._look[2])
        self._apply_theme()

    @Slot()
    def _apply_theme(self) -> None:
        role, weight, tabular = self._look
        self.setFont(self._theme.font(role, weight, tabular=tabular))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._token))
        self.setPalette(palette)

    def minimumSizeHint(self) -> QSize:
        """An eliding label may shrink to a few letters."""
        hint = super().minimumSizeHint()
        return QSize(self._theme.px(24), hint.height()) if self._elided else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A label that shows less than its text says the rest in its tooltip."""
        super().resizeEvent(event)
        if self._elided:
            self._say_hidden_text()

    def setText(self, text: str) -> None:  # noqa: N802
        """Another text; what would act in it is left out."""
        super().setText(inert(text))
        if self._elided:
            self._say_hidden_text()

    def _say_hidden_text(self) -> None:
        hidden = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(plain_tip(self.text()) if hidden else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own, or the elided text."""
        if not self._elided:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        box = self.contentsRect()
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, box.width() + 1
        )
        painter.setPen(self._theme.colour(self._token))
        painter.drawText(box, self.alignment() | Qt.TextFlag.TextSingleLine, text)


class WrappingLabel(Label):
    """Text of several lines that is exactly as high as its lines are at its present width.

    Qt guesses a shape for wrapped labels and keeps the guess; in nested layouts that leaves
    ragged gaps. This one sets its height whenever its width changes.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        token: str = "text",
        parent: QWidget | None = None,
        *,
        selectable: bool = False,
    ) -> None:
        super().__init__(theme, text, role, token, parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def sizeHint(self) -> QSize:
        """As wide as a good line, or as the text if that is shorter."""
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 1
        width = min(wanted, self._theme.px(420))
        return QSize(width, self.heightForWidth(self.width() if self.isVisible() else width))

    def minimumSizeHint(self) -> QSize:
        """Any width; its height follows."""
        return QSize(self._theme.px(80), self.heightForWidth(max(self.width(), 1)))

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at a width; Qt's own never shrinks below a set minimum."""
        room = QRect(0, 0, max(width, 1), _ANY_HEIGHT)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the lines at this width."""
        super().resizeEvent(event)
        self._take_height()

    def setText(self, text: str) -> None:  # noqa: N802
        """Another text, and its height."""
        super().setText(text)
        self._take_height()

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_height()

    def _take_height(self) -> None:
        if self.wordWrap() and self.width() > 0:
            height = self.heightForWidth(self.width())
            if height > 0 and height != self.minimumHeight():
                self.setFixedHeight(height)


class IconLabel(QWidget):
    """An icon on its own, said in words to screen readers."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        token: str = "muted",
        words: str = "",
        size: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_icon(icon, token, words)
        theme.changed.connect(self.update)

    def show_icon(self, icon: str, token: str, words: str = "") -> None:
        """Show another icon; an empty name shows none but keeps its place."""
        self._icon, self._token = icon, token
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's own size."""
        side = self._size or self._theme.metrics.icon
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        if self._icon:
            painter = QPainter(self)
            side = self.sizeHint().width()
            x, y = (self.width() - side) // 2, (self.height() - side) // 2
            draw_icon(painter, self._theme, self._icon, self._token, x, y, side)


class Hairline(QFrame):
    """A line between sections."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, vertical: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel of line."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("line"))
