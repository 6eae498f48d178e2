"""The dialog in which an internal note is written to the ticket of a run."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bcautotask_gui.domain.connection import Check
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import LONGEST_NOTE, NOTE_TITLE
from bcautotask_gui.ui.run_checks.resolve.words import step_title
from bcautotask_gui.ui.run_checks.words import run_name
from bcautotask_gui.ui.run_checks.writing_dialog import WritingDialog
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.facts import Fact, Facts
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme


class NoteField(Panel):
    """Plain text of several lines, with the edge that all fields have."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "base", "edge", parent)
        self.editor = _Editor(theme, self)
        self.editor.setAccessibleName(name)
        layout = QVBoxLayout(self)
        edge = theme.px(3)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addWidget(self.editor)
        self.setFocusProxy(self.editor)


class _Editor(QPlainTextEdit):
    """The text itself; Tab leads on, Ctrl+Enter sends."""

    sent = Signal()

    def __init__(self, theme: Theme, panel: Panel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(SlimScrollBar(theme, Qt.Orientation.Vertical, self))
        self.document().setDocumentMargin(theme.px(6))
        palette = QPalette()
        for group in (
            QPalette.ColorGroup.Active,
            QPalette.ColorGroup.Inactive,
            QPalette.ColorGroup.Disabled,
        ):
            clear = QColor(Qt.GlobalColor.transparent)
            palette.setColor(group, QPalette.ColorRole.Base, clear)
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a line; with Ctrl it sends."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._panel.set_colours("base", "accent")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere; a field that is being taken down has no edge any more."""
        super().focusOutEvent(event)
        if self.isVisible():
            self._panel.set_colours("base", "edge")


class NoteDialog(WritingDialog):
    """Takes the text and shows how it is written; it writes nothing itself."""

    help_page = "resolving"

    def __init__(
        self,
        theme: Theme,
        row: RunRow,
        number: str,
        environment: tuple[Environment, str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            theme: Colours, sizes and fonts.
            row: the run whose ticket it is.
            number: of the ticket.
            environment: where acts go, and database and zone in words; None where not known yet.
            parent: Qt's parent.
        """
        super().__init__(theme, "", environment, parent)
        self.setWindowTitle(self.tr("Add internal note"))
        self.row = row
        self.say(self.tr("Internal note to {number}").format(number=number), run_name(row))
        self._make_body()
        self.set_primary(self.tr("Add internal note"), "note")
        self.primary.set_key(self.tr("Ctrl+Enter"))
        self.field.editor.sent.connect(self._press_primary)
        self.take_size(560, 470)
        self._judge()
        self.field.setFocus()

    def _make_body(self) -> None:
        theme, lines = self._theme, self.lines
        facts = Facts(theme, 73)
        facts.show_facts(
            (
                Fact(self.tr("Title"), NOTE_TITLE),
                Fact(self.tr("Read by"), self.tr("Colleagues only; customers do not see it")),
            )
        )
        self.field = NoteField(theme, self.tr("Note"))
        self.field.setMinimumHeight(theme.px(110))
        self.length = Label(theme, "", "small", "muted", tabular=True)
        heading = QHBoxLayout()
        heading.addWidget(Label(theme, self.tr("Note"), "section"), 1)
        heading.addWidget(self.length)
        self.field.editor.textChanged.connect(self._judge)
        self.steps.hide()
        lines.addWidget(facts)
        lines.addLayout(self.notices)
        lines.addSpacing(theme.px(4))
        lines.addLayout(heading)
        lines.addWidget(self.field, 1)
        lines.addWidget(self.steps)

    @property
    def text(self) -> str:
        """The note as it will be sent."""
        return self.field.editor.toPlainText().strip()

    @Slot()
    def _judge(self) -> None:
        """Say how long it is, and whether it can be sent."""
        if self.is_writing:
            return
        locale, n = self.locale(), len(self.text)
        words = self.tr("{n} of {most} characters")
        most = locale.toString(LONGEST_NOTE)
        self.length.setText(words.format(n=locale.toString(n), most=most))
        self.length.set_token("failed_text" if n > LONGEST_NOTE else "muted")
        reason = ""
        if not n:
            reason = self.tr("Write the note first.")
        elif n > LONGEST_NOTE:
            reason = self.tr("Shorten the note first.")
        self.block(reason)

    def begin_writing(self) -> None:
        """The note is on its way and stays as it is."""
        super().begin_writing()
        self.field.editor.setReadOnly(True)

    def show_steps(self, steps: tuple[Check, ...]) -> None:
        """Show how far the steps have come."""
        self.steps.show()
        super().show_steps(tuple(replace(step, title=step_title(step.key)) for step in steps))

    def show_refused(self, heading: str, trouble: Trouble) -> None:
        """Say why it was not written; the text stays and can be sent again."""
        self.end_writing()
        self.cancel.setText(self.tr("Cancel"))
        self.show_trouble(heading, trouble)
        self.steps.hide()
        self.field.editor.setReadOnly(False)
        self._judge()
        self.field.setFocus()
