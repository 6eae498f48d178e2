"""Shows one help page in the colours of the window; it opens nothing but other help pages."""

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from bcautotask_gui.ui.help.drawings import drawing
from bcautotask_gui.ui.help.pages import read_page
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme

WIDEST = 720
"""Of a line of text, at a 13 px font: longer ones are hard to read."""

_STYLE = """
h1 {{ font-size: {title}px; font-weight: 600; margin-top: 0px; margin-bottom: {small}px; }}
h2 {{ font-size: {section}px; font-weight: 600; margin-top: {large}px; margin-bottom: {tiny}px; }}
p, li {{ font-size: {body}px; line-height: 140%; }}
p {{ margin-top: 0px; margin-bottom: {small}px; }}
p.drawing {{ line-height: 100%; }}
p.lead {{ color: {muted}; margin-bottom: {medium}px; }}
li {{ margin-bottom: {tiny}px; }}
td, th {{ font-size: {body}px; padding: {tiny}px {medium}px {tiny}px 0px; }}
td {{ border-top: 1px solid {line}; }}
th {{ color: {muted}; font-weight: 600; text-align: left; }}
.key {{ background-color: {cap}; font-weight: 600; font-size: {caption}px; }}
code, pre {{ background-color: {code}; font-family: "{mono}"; font-size: {caption}px; }}
a {{ color: {link}; }}
"""


class HelpBrowser(QTextBrowser):
    """A page with its links; whoever hears `page_wanted` shows the other page."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self._words = ""
        self.setAccessibleName(self.tr("Help page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBar(SlimScrollBar(theme, Qt.Orientation.Vertical, self))
        self.anchorClicked.connect(self._chosen)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    @property
    def key(self) -> str:
        """Which page is shown."""
        return self._key

    def show_page(self, key: str, words: str = "") -> None:
        """Show a page from its top.

        Args:
            key: which one.
            words: what was searched for; the places are marked and the first is in view.
        """
        self._key, self._words = key, words
        self.setHtml(_with_room_in_keys(read_page(key)))
        self.verticalScrollBar().setValue(0)
        self._mark(words)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """A drawing of our own; nothing else, from nowhere."""
        address = name.toString() if isinstance(name, QUrl) else name
        return drawing(self._theme, address, self.devicePixelRatioF()) or QByteArray()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to read in a wide window."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        theme = self._theme
        spare = self.width() - theme.px(WIDEST) - 2 * theme.space.xl
        self.setViewportMargins(theme.space.xl, 0, max(theme.space.m, spare), 0)

    @Slot()
    def _apply_theme(self) -> None:
        theme, tokens = self._theme, self._theme.tokens
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(tokens.base))
        palette.setColor(QPalette.ColorRole.Text, QColor(tokens.text))
        palette.setColor(QPalette.ColorRole.Link, QColor(tokens.link))
        self.setPalette(palette)
        self.setFont(theme.font("body"))
        style = _STYLE.format(
            title=theme.px(22), section=theme.px(15), body=theme.px(13.5), caption=theme.px(12),
            tiny=theme.space.xs, small=theme.space.s, medium=theme.space.m, large=theme.space.xl,
            mono=theme.monospace().family(), muted=tokens.muted, line=tokens.line,
            cap=tokens.cap, code=tokens.code, link=tokens.link,
        )  # fmt: skip
        self.document().setDefaultStyleSheet(style)
        self.document().setDocumentMargin(theme.space.l)
        self._set_margins()
        if self._key:
            at = self.verticalScrollBar().value()
            self.show_page(self._key, self._words)
            self.verticalScrollBar().setValue(at)

    def _mark(self, words: str) -> None:
        marks = []
        for word in words.split():
            place = self.document().find(word)
            while not place.isNull():
                marks.append(self._marked(place))
                place = self.document().find(word, place)
        self.setExtraSelections(marks)
        if marks:
            first = min((mark.cursor for mark in marks), key=QTextCursor.selectionStart)
            top = QTextCursor(first)
            top.clearSelection()
            self.setTextCursor(top)
            self.ensureCursorVisible()

    def _marked(self, place: QTextCursor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = place
        mark.format.setBackground(self._theme.colour("warning_ground"))
        mark.format.setForeground(self._theme.colour("warning_text"))
        return mark

    @Slot(QUrl)
    def _chosen(self, url: QUrl) -> None:
        if url.isRelative() and url.path().endswith(".html"):
            self.page_wanted.emit(url.path().removesuffix(".html"))


def _with_room_in_keys(markup: str) -> str:
    """Qt draws no padding inside a line, so a key's ground is widened by narrow blanks."""
    blank = "\N{NO-BREAK SPACE}"
    return markup.replace('<span class="key">', f'<span class="key">{blank}').replace(
        "</span>", f"{blank}</span>"
    )
