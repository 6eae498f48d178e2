"""The section Logs and diagnostics: the log with its filters, and the bundle for support."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.settings.wide_fields import FormChoice, FormText
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.form_row import FormRow
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme

# milliseconds that typing rests before the log is filtered
_REST = 300


class LogsPage(FormPage):
    """What is chosen here belongs to this computer and takes effect at once."""

    api_level_chosen = Signal(str)
    wanted = Signal(str, str)
    """Least level and words of the records to show."""
    bundle_asked = Signal()
    folder_asked = Signal()
    copy_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("LogsPage", "Logs and diagnostics")
        super().__init__(theme, title, parent)
        self.subheading.setText(
            self.tr("For this computer. Secrets are removed before anything is written.")
        )
        self._make_level()
        self._make_bundle()
        self._make_crashes()
        self.add_line()
        self._make_filters()
        self._make_log()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.ask)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _make_level(self) -> None:
        self.api_level = FormChoice(self._theme)
        choices = (
            ("WARNING", self.tr("Warnings and errors"), ""),
            ("INFO", self.tr("Every call"), ""),
            ("DEBUG", self.tr("Every call with its content"), ""),
        )
        self.api_level.offer(choices, "INFO")
        self.api_level.activated.connect(self._level_chosen)
        help_text = self.tr("What is logged of calls to Autotask. Content holds names and texts.")
        self.add_row("api_level", self.api_level, help_text, label=self.tr("API log level"))

    def _make_bundle(self) -> None:
        theme = self._theme
        self.bundle = ActionButton(theme, self.tr("Make a diagnostics bundle"), "box")
        self.folder = ActionButton(theme, self.tr("Open folder"), kind=Kind.FLAT)
        self.bundle.clicked.connect(self.bundle_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.folder.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space.s)
        buttons.addWidget(self.bundle)
        buttons.addWidget(self.folder)
        help_text = self.tr(
            "A zip with versions, the schema check, settings without secrets, the logs and the "
            "last errors. It stays on this computer until you send it."
        )
        row = FormRow(theme, self.tr("For support"), buttons, help_text, self.bundle)
        self.bundle.setAccessibleName(self.bundle.text())
        self.rows["bundle"] = row
        self._layout.addWidget(row)

    def _make_crashes(self) -> None:
        self._crash = ""
        self.crash = ActionButton(self._theme, self.tr("Copy the newest report"), "copy")
        self.crash.clicked.connect(self._copy_crash)
        field = QHBoxLayout()
        field.addWidget(self.crash)
        row = FormRow(self._theme, self.tr("Crash reports"), field, "", self.crash)
        self.crash.setAccessibleName(self.crash.text())
        self.rows["crashes"] = row
        self._layout.addWidget(row)
        row.hide()

    def _make_filters(self) -> None:
        theme = self._theme
        self.level = FormChoice(theme, 160)
        self.level.setAccessibleName(self.tr("Least level"))
        choices = (
            ("DEBUG", self.tr("All levels"), ""),
            ("INFO", self.tr("Info and above"), ""),
            ("WARNING", self.tr("Warnings and errors"), ""),
            ("ERROR", self.tr("Errors only"), ""),
        )
        self.level.offer(choices, "INFO")
        self.level.activated.connect(self.ask)
        self.words = FormText(theme, 260)
        self.words.setPlaceholderText(self.tr("Correlation id or words"))
        self.words.setAccessibleName(self.tr("Correlation id or words"))
        self.words.setClearButtonEnabled(True)
        self.words.textEdited.connect(self._typed)
        self.refresh = ActionButton(theme, self.tr("Refresh log"), "refresh")
        self.refresh.clicked.connect(self.ask)
        self.copy = ActionButton(theme, self.tr("Copy log"), "copy", kind=Kind.FLAT)
        self.copy.clicked.connect(self._copy)
        self.count = Label(theme, "", "small", "muted", tabular=True, elided=True)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(theme.space.s)
        for widget in (self.level, self.words, self.refresh, self.copy):
            row.addWidget(widget)
        row.addWidget(self.count, 1)
        self._layout.addLayout(row)

    def _make_log(self) -> None:
        theme = self._theme
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setFrameShape(QFrame.Shape.NoFrame)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setAccessibleName(self.tr("Log"))
        self.log.setMinimumHeight(theme.px(200))
        for orientation, place in (
            (Qt.Orientation.Vertical, self.log.setVerticalScrollBar),
            (Qt.Orientation.Horizontal, self.log.setHorizontalScrollBar),
        ):
            place(SlimScrollBar(theme, orientation, self.log))
        box = Panel(theme, "code", "line")
        inside = QVBoxLayout(box)
        pad = theme.px(8)
        inside.setContentsMargins(pad, pad, pad, pad)
        inside.addWidget(self.log)
        self._layout.addWidget(box, 1)

    @Slot()
    def _apply_theme(self) -> None:
        self.log.setFont(self._theme.monospace())
        palette = self.log.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("code"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
        self.log.setPalette(palette)

    # what is shown -----------------------------------------------------------------------

    def show_api_level(self, level: str) -> None:
        """Show the level that is in force."""
        self.api_level.setCurrentIndex(max(self.api_level.findData(level), 0))

    def show_log(self, text: str, count: str) -> None:
        """Show records; the newest, at the end, are in view."""
        self.log.setPlainText(text)
        bar = self.log.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.count.setText(count)
        self.copy.set_reason("" if text else self.tr("There is nothing to copy."))

    def show_crashes(self, newest: str, sentence: str) -> None:
        """Offer the newest report of what nobody expected; an empty one hides the row."""
        self._crash = newest
        self.rows["crashes"].set_help(sentence)
        self.rows["crashes"].setVisible(bool(newest))

    def show_made(self, sentence: str, *, is_there: bool) -> None:
        """Say where the bundle lies, or why there is none."""
        self.rows["bundle"].set_help(sentence)
        self.folder.setVisible(is_there)

    # what a person asks for --------------------------------------------------------------

    @Slot()
    def ask(self) -> None:
        """Ask for the records that the filters mean."""
        self.wanted.emit(str(self.level.currentData()), self.words.text())

    @Slot()
    def _typed(self) -> None:
        self._rest.start()

    @Slot()
    def _level_chosen(self) -> None:
        self.api_level_chosen.emit(str(self.api_level.currentData()))

    @Slot()
    def _copy_crash(self) -> None:
        self.copy_requested.emit(self._crash)

    @Slot()
    def _copy(self) -> None:
        chosen = self.log.textCursor().selectedText().replace("\u2029", "\n")
        self.copy_requested.emit(chosen or self.log.toPlainText())
