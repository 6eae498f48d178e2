"""The page that stands in the window while the database opens, or says why it does not."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.ui.shared.busy_bar import BusyBar
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.buttons import Kind as Button
from bcautotask_gui.ui.shared.labels import IconLabel, WrappingLabel
from bcautotask_gui.ui.shared.secret_field import SecretField
from bcautotask_gui.ui.shared.telling import sentence_of, told
from bcautotask_gui.ui.theme import Theme

WIDEST_TEXT = 620


class OpeningPage(QWidget):
    """Busy at first; a failure gets its sentence and the ways on that fit it."""

    retry_requested = Signal()
    prepare_requested = Signal()
    password_given = Signal(str)
    copy_requested = Signal(str)
    other_requested = Signal()
    help_page = "database"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details = ""
        self._icon = IconLabel(theme, "database", "muted", size=theme.px(32))
        self._heading = WrappingLabel(theme, "", "title")
        self._advice = WrappingLabel(theme, "", selectable=True)
        self._busy = BusyBar(theme, self.tr("Opening the database"), width=160)
        self.password = SecretField(theme, self.tr("Database password"))
        self.sign_in = ActionButton(theme, self.tr("Sign in"), kind=Button.PRIMARY)
        self.prepare = ActionButton(theme, self.tr("Prepare this database"), kind=Button.PRIMARY)
        self.prepare_anyway = ActionButton(theme, self.tr("Prepare it all the same"))
        self.retry = ActionButton(theme, self.tr("Retry"), "refresh")
        self.other = ActionButton(theme, self.tr("Choose another database"))
        self.copy = ActionButton(theme, self.tr("Copy details"), "copy", kind=Button.FLAT)
        self._lay_out()
        self.sign_in.clicked.connect(self._sign_in)
        self.password.field.returnPressed.connect(self._sign_in)
        self.prepare.clicked.connect(self.prepare_requested)
        self.prepare_anyway.clicked.connect(self.prepare_requested)
        self.retry.clicked.connect(self.retry_requested)
        self.other.clicked.connect(self.other_requested)
        self.copy.clicked.connect(self._copy)
        self.show_busy()

    def _lay_out(self) -> None:
        theme = self._theme
        column = QWidget()
        column.setMaximumWidth(theme.px(WIDEST_TEXT))
        rows = QVBoxLayout(column)
        rows.setSpacing(theme.space.m)
        for widget in (self._icon, self._heading, self._advice, self._busy, self.password):
            rows.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space.s)
        for button in self._buttons():
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 4)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    def _buttons(self) -> tuple[ActionButton, ...]:
        return (
            self.sign_in,
            self.prepare,
            self.retry,
            self.other,
            self.prepare_anyway,
            self.copy,
        )

    def show_busy(self, where: str = "") -> None:
        """Say that the database is being opened.

        Args:
            where: what is opened, such as "backupchecks @ db01".
        """
        self._icon.show_icon("database", "muted")
        self._heading.setText(self.tr("Opening the database"))
        self._advice.setText(where)
        self._busy.show()
        for widget in (self.password, *self._buttons()):
            widget.hide()

    def show_failure(self, failure: Failure, correlation: str) -> None:
        """Say why the database is not open, and what can be done.

        Args:
            failure: what happened.
            correlation: the id under which the log tells more.
        """
        wants_password = failure.kind is Kind.DATABASE_SIGN_IN
        # with details it was tried just now, and refused
        wants_preparing = failure.kind is Kind.DATABASE_NOT_PREPARED and not failure.detail
        is_another = wants_preparing and bool(failure.values.get("missing"))
        if wants_preparing and not is_another:  # the usual next step of a first start
            self._icon.show_icon("database", "muted")
        else:
            self._icon.show_icon("circle-x", "failed_icon")
        self._heading.setText(
            self.tr("This database holds no job runs of Backupchecks.")
            if is_another
            else told(failure.happened)
        )
        self._advice.setText(self._way_on(failure))
        self._details = f"{sentence_of(failure)}\n{failure.detail}\n{correlation}"
        self._busy.hide()
        self.password.setVisible(wants_password)
        self.sign_in.setVisible(wants_password)
        self.prepare.setVisible(wants_preparing and not is_another)
        self.prepare_anyway.setVisible(is_another)
        self.retry.setVisible(not wants_password)
        self.other.show()
        self.copy.show()
        if wants_password:
            self.password.show_saved(saved=False)
            self.password.field.setFocus()
        else:  # so that Enter takes the first way on
            (self.prepare if wants_preparing and not is_another else self.retry).setFocus()

    def _way_on(self, failure: Failure) -> str:
        """What to do here; elsewhere the same failure is mended in Settings."""
        if failure.kind is Kind.DATABASE_SIGN_IN:
            return self.tr("Enter the password of this user. It is kept in the keyring.")
        if failure.kind is Kind.DATABASE_NOT_PREPARED and failure.detail:
            return self.tr("It may not be written to here, so they could not be added.")
        if failure.kind is Kind.DATABASE_NOT_PREPARED and failure.values.get("missing"):
            return self.tr(
                "None of its tables was found: {tables}. Probably another database is meant; "
                "check the name. Prepare this one only if Backupchecks will be set up in it."
            ).format(tables=failure.values["missing"])
        if failure.kind is Kind.DATABASE_NOT_PREPARED:
            return self.tr("They are added once, by somebody who owns the database.")
        return told(failure.advice)

    @property
    def sentence(self) -> str:
        """What the page says."""
        return f"{self._heading.text()} {self._advice.text()}".strip()

    @Slot()
    def _sign_in(self) -> None:
        if self.password.typed:
            self.password_given.emit(self.password.typed)

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit(self._details)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground that lists stand on."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("base"))
