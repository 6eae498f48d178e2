"""The look of the whole window: palette, sizes and fonts, all derived from the desktop's own."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyleFactory

from bcautotask_gui.ui.measures import Metrics, Space
from bcautotask_gui.ui.palette import menu_palette, window_palette
from bcautotask_gui.ui.tokens import DARK, LIGHT, Tokens

Scheme = Literal["system", "light", "dark"]

_REFERENCE_EM = 13.0
"""Sizes are drawn for a font of 13 px ..."""
_REFERENCE_LINE = 18.0
"""... whose line is at most 18 px high; a taller face stretches rows and controls with it."""

_MOST_ELIDED = 5000

_TYPE = {
    "body": (1.0, 400),
    "name": (1.0, 500),
    "section": (1.0, 600),
    "small": (0.95, 400),
    "small_name": (0.95, 500),
    "caption": (0.92, 400),
    "caption_name": (0.92, 500),
    "caption_strong": (0.92, 600),
    "panel": (1.23, 600),
    "title": (1.38, 600),
    "first_start": (1.95, 600),
    "lead": (1.08, 400),
    "cap": (0.85, 600),
}

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Palette, sizes and fonts; says `changed` when the desktop turns light, dark or larger.

    Widgets get it through their constructor and ask it again whenever they paint.
    """

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._scheme: Scheme = "system"
        app.setStyle(QStyleFactory.create("Fusion"))
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}
        self._font_metrics: dict[tuple[str, int | None, bool], QFontMetrics] = {}
        self._colours: dict[str, QColor] = {}
        self._elided: dict[tuple[str, int, int], str] = {}
        self.refresh()
        app.styleHints().colorSchemeChanged.connect(self.refresh)

    @property
    def application(self) -> QApplication:
        """The application that is dressed; all events of all windows go through it."""
        return self._app

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.tokens is DARK

    @property
    def animated(self) -> bool:
        """False where the desktop asks for reduced motion."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._app.style().styleHint(hint) > 0

    def use(self, scheme: Scheme) -> None:
        """Follow the desktop, or stay light or dark; then says `changed`."""
        self._scheme = scheme
        self._app.styleHints().setColorScheme(_SCHEMES[scheme])
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read scheme and font of the desktop again."""
        self.tokens: Tokens = DARK if self._wants_dark() else LIGHT
        self._fonts.clear()
        self._font_metrics.clear()
        self._elided.clear()
        self._colours.clear()
        self._measure()
        palette = window_palette(self.tokens)
        self._app.setPalette(palette)
        popup = menu_palette(palette, self.tokens)
        # PySide6's stub asks for bytes here, its code for a str
        self._app.setPalette(popup, "QMenu")  # type: ignore[arg-type]
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"

    def elide(self, text: str, width: int, metrics: QFontMetrics) -> str:
        """The text as it is where it fits, else its beginning with an ellipsis.

        Answers are kept while `metrics`, which must come from `font_metrics`, are.
        """
        key = (text, width, id(metrics))
        shown = self._elided.get(key)
        if shown is None:
            if len(self._elided) > _MOST_ELIDED:
                self._elided.clear()
            fits = metrics.horizontalAdvance(text) <= width
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            shown = self._elided[key] = text if fits else elided
        return shown

    def colour(self, token: str) -> QColor:
        """The colour of a token by name, for painting."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(getattr(self.tokens, token))
        return found

    def px(self, reference: float) -> int:
        """A length drawn for a 13 px font, in this desktop's pixels; never rounded to nothing."""
        return max(1, round(reference * self.scale)) if reference > 0 else 0

    def font(self, role: str, weight: int | None = None, *, tabular: bool = False) -> QFont:
        """The system font in the size and weight of a role such as "title".

        Args:
            role: A name of the type scale.
            weight: Another weight than the role's own, 400 to 600.
            tabular: Figures of one width, for times, ids and counts that stand below each other.
        """
        key = (role, weight, tabular)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._make_font(role, weight, tabular=tabular)
        return found

    def font_metrics(
        self, role: str, weight: int | None = None, *, tabular: bool = False
    ) -> QFontMetrics:
        """The measures of `font` with the same arguments, kept for delegates."""
        key = (role, weight, tabular)
        found = self._font_metrics.get(key)
        if found is None:
            font = self.font(role, weight, tabular=tabular)
            found = self._font_metrics[key] = QFontMetrics(font)
        return found

    def _make_font(self, role: str, weight: int | None, *, tabular: bool) -> QFont:
        ratio, own_weight = _TYPE[role]
        font = QFont(self._app.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * ratio)
        else:
            font.setPixelSize(round(font.pixelSize() * ratio))
        font.setWeight(QFont.Weight(weight or own_weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def monospace(self) -> QFont:
        """The desktop's fixed-width family in caption size, for the ticket description alone."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font("caption").pointSizeF())
        return font

    def _measure(self) -> None:
        font = self._app.font()
        em = QFontInfo(font).pixelSize() / _REFERENCE_EM
        line = QFontMetrics(font).height() / _REFERENCE_LINE
        self.scale = max(em, line)
        self.space = Space.at(self.px)
        self.metrics = Metrics.at(self.px)
