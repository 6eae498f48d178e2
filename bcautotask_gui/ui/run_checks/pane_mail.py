"""The report mail of a run, shown so that nothing in it can act."""

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPalette, QShowEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from bcautotask_gui.domain.runs import Mail
from bcautotask_gui.ui.run_checks.words import Now, long_moment
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.facts import Fact, Facts
from bcautotask_gui.ui.shared.inert import inert
from bcautotask_gui.ui.shared.labels import Hairline, WrappingLabel
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.ui.tokens import LIGHT

_MOST = 200_000
"""Characters of a body that are shown; more would hold up the window."""


class _InertDocument(QTextDocument):
    """Answers every request for a resource itself, so that no file and no address is opened."""

    def loadResource(self, kind: int, _name: QUrl | str) -> object:
        """An invisible picture, or nothing.

        It must be a picture: for want of one Qt would try the name as that of a file.
        """
        if kind == QTextDocument.ResourceType.ImageResource.value:
            picture = QImage(1, 1, QImage.Format.Format_ARGB32)
            picture.fill(0)
            return picture
        return QByteArray()


class InertBrowser(QTextBrowser):
    """Shows text and links; opens, loads and runs nothing by itself."""

    link_chosen = Signal(str)
    """A web address that a person chose; whoever hears it asks before opening."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._as_paper = False
        self.setDocument(_InertDocument(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar(theme, Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBar(SlimScrollBar(theme, Qt.Orientation.Horizontal, self))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(theme.space.l)
        self.anchorClicked.connect(self._chosen)
        theme.changed.connect(self._apply_theme)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """What the document answers, whoever asks."""
        return self.document().loadResource(kind, name)

    def show_plain(self, text: str) -> None:
        """Show text as it is."""
        self._as_paper = False
        self._apply_theme()
        self.setPlainText(inert(text[:_MOST]))

    def show_html(self, html: str) -> None:
        """Show markup without what it refers to, on white: its colours were made for paper."""
        self._as_paper = True
        self._apply_theme()
        self.setHtml(html[:_MOST])

    @Slot()
    def _apply_theme(self) -> None:
        palette = QPalette()
        tokens = LIGHT if self._as_paper else self._theme.tokens
        palette.setColor(QPalette.ColorRole.Base, QColor(tokens.base))
        palette.setColor(QPalette.ColorRole.Text, QColor(tokens.text))
        palette.setColor(QPalette.ColorRole.Link, QColor(tokens.link))
        self.setPalette(palette)

    @Slot(QUrl)
    def _chosen(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https") and url.host():
            self.link_chosen.emit(url.toString())


class MailPage(QWidget):
    """Sender, subject and body; plain text where the mail has it."""

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._facts = Facts(theme, 73)
        self._note = WrappingLabel(theme, "", "small", "muted")
        self.browser = InertBrowser(theme)
        self.browser.setAccessibleName(self.tr("Mail"))
        self._empty = EmptyState(theme, "mail", small=True)
        self._empty.say(self.tr("No mail"), self.tr("This run did not come by mail."))
        self._head = Panel(theme, "base", rounded=False)
        head = QVBoxLayout(self._head)
        edge = theme.space.l
        head.setContentsMargins(edge, theme.space.section, edge, theme.space.m)
        head.setSpacing(theme.space.s)
        head.addWidget(self._facts)
        head.addWidget(self._note)
        self._line = Hairline(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._line)
        layout.addWidget(self.browser, 1)
        layout.addWidget(self._empty, 1)
        self._mail: Mail | None = None

    def show_mail(self, mail: Mail | None) -> None:
        """Show this mail; its body is set only while it can be seen.

        The same mail stays as it is, with what is selected in it.
        """
        if mail is not None and mail == self._mail:
            return
        self._mail = mail
        for widget in (self._head, self._line, self.browser):
            widget.setVisible(mail is not None)
        self._empty.setVisible(mail is None)
        self.browser.clear()
        if mail is not None and self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the body now."""
        super().showEvent(event)
        if self._mail is not None:
            self._show()

    def _show(self) -> None:
        mail = self._mail
        if mail is None:
            return
        received = long_moment(mail.received_at, self._now())
        self._facts.show_facts(
            (
                Fact(self.tr("From"), mail.sender),
                Fact(self.tr("Subject"), mail.subject),
                Fact(self.tr("Received"), received),
            )
        )
        if mail.text.strip():
            self.browser.show_plain(mail.text)
        else:
            self.browser.show_html(mail.html)
        self._note.setText(self._said_of(mail))
        self._note.setVisible(bool(self._note.text()))

    def _said_of(self, mail: Mail) -> str:
        parts = []
        if not mail.text.strip() and mail.html.strip():
            parts.append(self.tr("Pictures are not loaded; links ask before they open."))
        if len(mail.text or mail.html) > _MOST:
            parts.append(self.tr("The mail is very long; only its beginning is shown."))
        return " ".join(parts)
