"""The strip on top of everything that writes: it says which Autotask is meant."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme

_HATCH = 20
"""Distance of two hatch lines, measured along the strip, at a 13 px font."""


class EnvironmentStrip(QWidget):
    """Sandbox is hatched violet with a flask, Production solid teal with a globe.

    Neither colour is used anywhere else, and the strip cannot be closed. It can be quiet grey
    to say that the integration is off.
    """

    def __init__(
        self,
        theme: Theme,
        environment: Environment = Environment.SANDBOX,
        sentence: str | None = None,
        where: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_environment(environment, where, sentence)
        theme.changed.connect(self._apply_theme)

    def show_environment(
        self, environment: Environment, where: str = "", sentence: str | None = None
    ) -> None:
        """Show where acts go.

        Args:
            environment: Sandbox or Production.
            where: Database and zone, on the right.
            sentence: What that means here; None is the general sentence.
        """
        self._environment: Environment | None = environment
        self._where = where
        self._sentence = self._meaning(environment) if sentence is None else sentence
        self._name_it(told(environment.label))

    def show_off(self) -> None:
        """Say in grey that the integration is off."""
        self._environment = None
        self._where = ""
        self._sentence = self.tr("Autotask is off. Ticket numbers are typed by hand.")
        self._name_it("")

    @property
    def environment(self) -> Environment | None:
        """What is shown; None while the integration is off."""
        return self._environment

    def _meaning(self, environment: Environment) -> str:
        if environment is Environment.PRODUCTION:
            return self.tr("Live environment. Tickets created here are real.")
        return self.tr("Test environment. Nothing here reaches live customers or invoices.")

    def _name_it(self, label: str) -> None:
        parts = (label, self._sentence, self._where)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts if part))
        self.setToolTip(self.accessibleName())
        self.update()

    @Slot()
    def _apply_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line, as wide as there is room."""
        return QSize(self._theme.px(400), self._theme.metrics.strip)

    def minimumSizeHint(self) -> QSize:
        """The name of the environment always shows."""
        return QSize(self._theme.px(160), self._theme.metrics.strip)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, name, sentence, and database on the right."""
        painter = QPainter(self)
        theme = self._theme
        ground, text, icon = self._look()
        painter.fillRect(self.rect(), theme.colour(ground))
        if self._environment is Environment.SANDBOX:
            self._paint_hatch(painter)
        left = theme.space.m
        size = theme.metrics.badge_icon
        draw_icon(painter, theme, icon, text, left, (self.height() - size) // 2, size)
        left += size + theme.px(7)
        painter.setPen(theme.colour(text))
        if self._environment is not None:
            left = self._paint_name(painter, left, self._environment)
        where_left = self._paint_where(painter, left)
        metrics = theme.font_metrics("caption_name")
        room = QRect(left, 0, max(0, where_left - left - theme.space.l), self.height())
        painter.setFont(theme.font("caption_name"))
        shown = theme.elide(self._sentence, room.width(), metrics)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _look(self) -> tuple[str, str, str]:
        if self._environment is None:
            return "waiting_ground", "waiting_text", "info"
        if self._environment is Environment.PRODUCTION:
            return "production_ground", "production_text", "globe"
        return "sandbox_ground", "sandbox_text", "flask"

    def _paint_name(self, painter: QPainter, left: int, environment: Environment) -> int:
        font = QFont(self._theme.font("caption_strong"))
        font.setWeight(QFont.Weight.Bold)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        painter.setFont(font)
        name = told(environment.label).upper()
        width = QFontMetrics(font).horizontalAdvance(name)
        painter.drawText(
            QRect(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, name
        )
        return left + width + self._theme.px(14)

    def _paint_where(self, painter: QPainter, left: int) -> int:
        """Paint database and zone at the right edge; returns where they begin."""
        theme = self._theme
        right = self.width() - theme.space.m
        width = theme.font_metrics("caption_name", tabular=True).horizontalAdvance(self._where)
        if not self._where or right - width < left:
            return right
        painter.setFont(theme.font("caption_name", tabular=True))
        room = QRect(right - width - 1, 0, width + 2, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._where)
        return right - width

    def _paint_hatch(self, painter: QPainter) -> None:
        height = self.height()
        step = self._theme.px(_HATCH)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sandbox_hatch"))
        band = step / 2
        for x in range(-height - step, self.width() + step, step):
            corners = ((x, height), (x + band, height), (x + band + height, 0), (x + height, 0))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
