"""The section Database: which one is open, what was found in it, and a test of another one."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.connection import Check
from bcautotask_gui.ui.settings.checklist import LineList
from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.settings.secret_row import FormSecret
from bcautotask_gui.ui.settings.state import WORKSPACE, DatabaseReport, Line
from bcautotask_gui.ui.settings.wide_fields import FormText
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.form_row import FormRow
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.secret_field import SecretField
from bcautotask_gui.ui.theme import Theme

_WIDEST = 760


class DatabasePage(FormPage):
    """What is edited here belongs to this computer and takes effect with its own buttons."""

    password_given = Signal(str)
    forget_asked = Signal()
    look_asked = Signal(str, str)
    """Address and password as typed."""
    use_asked = Signal()
    address_edited = Signal()
    remove_sample_asked = Signal()
    name_asked = Signal(str)
    """The word for the table or column that is called otherwise here."""
    columns_asked = Signal()
    """Show the columns that were found by their usual name as well."""
    again_asked = Signal()
    """Connect again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("DatabasePage", "Database"), parent)
        self._make_in_use()
        self.add_line()
        self._make_other()
        self.add_line()
        self._make_found()
        note = self.tr(
            "The tables of Backupchecks are read as they are and never altered. The workspace id "
            "is part of the names under which this computer's keyring keeps the secrets."
        )
        told = WrappingLabel(theme, note, "small", "muted")
        told.setMaximumWidth(theme.px(_WIDEST))
        self._layout.addWidget(told)
        self.add_end()

    def _make_found(self) -> None:
        theme = self._theme
        self._layout.addWidget(Label(theme, self.tr("What was found"), "section"))
        self.names = NoticeBox(theme, Tone.INFO, "")
        self.names.setMaximumWidth(theme.px(_WIDEST))
        self.again = ActionButton(theme, self.tr("Connect again"), "refresh")
        self.again.clicked.connect(self.again_asked)
        self.list = LineList(theme)
        self.list.setMaximumWidth(theme.px(_WIDEST))
        self.list.act_asked.connect(self.name_asked)
        self.every = ActionButton(theme, self.tr("Show every column"), kind=Kind.FLAT)
        self.every.clicked.connect(self._toggle)
        self.columns = LineList(theme)
        self.columns.setMaximumWidth(theme.px(_WIDEST))
        self.columns.act_asked.connect(self.name_asked)
        self.columns.hide()
        for widget in (self.names, self.again, self.list, self.every, self.columns):
            self._layout.addWidget(widget)
        self.show_names("", "")

    def _make_in_use(self) -> None:
        theme = self._theme
        self.address = Label(theme, "", elided=True)
        self.add_row("in_use", self.address, label=self.tr("In use"))
        self.remove_sample = ActionButton(theme, self.tr("Remove the sample data"), "bin")
        self.remove_sample.clicked.connect(self.remove_sample_asked)
        help_text = self.tr("Ends the sample and deletes its folder; nothing else is touched.")
        self.add_row("sample", self.remove_sample, help_text, label=self.tr("Sample data"))
        self.remove_sample.setAccessibleName(self.remove_sample.text())
        self.rows["sample"].hide()
        self.password = FormSecret(theme, self.tr("Database password"))
        self.password.typed.connect(self._password_typed)
        self.password.forget_asked.connect(self.forget_asked)
        self.keep = ActionButton(theme, self.tr("Keep password"))
        self.keep.clicked.connect(self._keep)
        row = QHBoxLayout()
        row.setSpacing(theme.space.s)
        row.addWidget(self.password)
        row.addWidget(self.keep)
        self.add_row(
            "database_password", row, buddy=self.password.secret.field, label=self.tr("Password")
        )

    def _make_other(self) -> None:
        theme = self._theme
        self.other = FormText(theme)
        self.other.setPlaceholderText("postgresql://user@host/backupchecks")
        self.other.textEdited.connect(self.address_edited)
        help_text = self.tr("Without a password. A file is written sqlite:///folder/file.sqlite.")
        self.add_row("other", self.other, help_text, label=self.tr("Another address"))
        self.other_password = SecretField(theme, self.tr("Password of that database"))
        self.other_password.setMaximumWidth(theme.px(330))
        self.other_password.edited.connect(self.address_edited)
        self.add_row(
            "other_password", self.other_password, buddy=self.other_password.field,
            label=self.tr("Its password"),
        )  # fmt: skip
        self.look = ActionButton(theme, self.tr("Test database"), "database")
        self.use = ActionButton(theme, self.tr("Use this database"), kind=Kind.NORMAL)
        self.look.clicked.connect(self._look)
        self.use.clicked.connect(self.use_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space.s)
        buttons.addWidget(self.look)
        buttons.addWidget(self.use)
        self.result = NoticeBox(theme, Tone.INFO, "")
        self.result.setMaximumWidth(theme.px(_WIDEST - 176))
        self.result.hide()
        column = QVBoxLayout()
        column.setSpacing(theme.space.s)
        column.addLayout(buttons)
        column.addWidget(self.result)
        self._layout.addWidget(FormRow(theme, "", column, buddy=self.look))

    # what is shown -----------------------------------------------------------------------

    def show_report(self, report: DatabaseReport, *, may_name: bool) -> None:
        """Show what is known of the database in use.

        Args:
            report: the lines.
            may_name: whether the role may give another name to each table and column.
        """
        self.subheading.setText(report.title)
        self.list.show_lines(self._lines(report.lines, may_name=may_name))

    def show_columns(self, lines: tuple[Check, ...], *, may_name: bool) -> None:
        """Show the columns that were found by their usual name, below the rest."""
        self.columns.show_lines(self._lines(lines, may_name=may_name))

    def _lines(self, checks: tuple[Check, ...], *, may_name: bool) -> tuple[Line, ...]:
        act = self.tr("Use another name…") if may_name else ""
        return tuple(Line(each, act="" if each.key == WORKSPACE else act) for each in checks)

    def show_names(self, heading: str, text: str) -> None:
        """Say that other names count after connecting again; an empty heading says nothing."""
        self.names.say(heading, text)
        self.names.setVisible(bool(heading))
        self.again.setVisible(bool(heading))

    @Slot()
    def _toggle(self) -> None:
        shows = self.columns.isHidden()
        if shows and not self.columns.lines:
            self.columns_asked.emit()
        self.columns.setVisible(shows)
        fewer, more = self.tr("Show fewer columns"), self.tr("Show every column")
        self.every.setText(fewer if shows else more)

    def show_in_use(self, address: str, *, kept: bool, asks: bool, may_enter: bool) -> None:
        """Show which database is open.

        Args:
            address: without a password.
            kept: whether the keyring holds its password.
            asks: whether it asks for one at all.
            may_enter: whether the role may enter secrets.
        """
        self.address.setText(address)
        self.password.show_state(address, kept=kept, typed="", enabled=may_enter)
        saved = self.tr("Saved in this computer's keyring. It is never shown again.")
        missing = self.tr("Not kept: the application asks for it at each start.")
        row = self.rows["database_password"]
        row.set_help(saved if kept else missing)
        row.setVisible(asks)
        self._password_typed("")

    def show_sample(self) -> None:
        """Offer to remove the sample; there is no other database to choose while it is shown."""
        self.rows["sample"].show()

    def show_result(self, tone: Tone, heading: str, text: str = "") -> None:
        """Say what the test of another database found; an empty heading says nothing."""
        self.result.show_tone(tone)
        self.result.say(heading, text)
        self.result.setVisible(bool(heading))

    @Slot(str)
    def _password_typed(self, text: str) -> None:
        self.keep.setVisible(bool(text))

    @Slot()
    def _keep(self) -> None:
        self.password_given.emit(self.password.secret.typed)

    @Slot()
    def _look(self) -> None:
        self.look_asked.emit(self.other.text(), self.other_password.typed)
