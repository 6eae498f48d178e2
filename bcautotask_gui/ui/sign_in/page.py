"""The page in front of all others while nobody is signed in, or while the window is locked."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bcautotask_gui.domain.operators import Role
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.shared.form_row import FormRow
from bcautotask_gui.ui.shared.labels import IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.sign_in.role_choice import RoleChoice
from bcautotask_gui.ui.theme import Theme

WIDTH = 480
_FIELD = 280


class SignInPage(QWidget):
    """Asks for name and password, then for a role where there is a choice; decides nothing."""

    sign_in_asked = Signal(str, str)
    """Name and password; the field of the password is empty by then."""
    role_chosen = Signal(object)
    other_asked = Signal()
    """Somebody else wants to sign in while the window is locked."""
    database_user_asked = Signal()
    help_page = "database"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = IconLabel(theme, "person", "muted", size=theme.px(32))
        self._heading = WrappingLabel(theme, "", "title")
        self._advice = WrappingLabel(theme, "", token="muted")
        self.name = TextField(theme)
        self.password = TextField(theme)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.name, self.password):
            field.setMinimumWidth(theme.px(_FIELD))
        self._name_row = FormRow(theme, self.tr("Name"), self.name)
        self._password_row = FormRow(theme, self.tr("Password"), self.password)
        self.problem = NoticeBox(theme, Tone.FAILED, "")
        self.roles = RoleChoice(theme)
        self.sign_in = ActionButton(
            theme, self.tr("Sign in"), key=self.tr("Enter"), kind=Kind.PRIMARY
        )
        self.go_on = ActionButton(theme, self.tr("Continue"), kind=Kind.PRIMARY)
        self.as_database_user = ActionButton(theme, self.tr("Continue as the database user"))
        self.other = ActionButton(theme, self.tr("Sign in as somebody else"), kind=Kind.FLAT)
        self._wait = Label(theme, "", "small", "muted", tabular=True)
        self._lay_out()
        self.sign_in.clicked.connect(self._ask)
        self.name.returnPressed.connect(self._from_name)
        self.password.returnPressed.connect(self._ask)
        self.go_on.clicked.connect(self._choose)
        self.as_database_user.clicked.connect(self.database_user_asked)
        self.other.clicked.connect(self.other_asked)
        self.show_sign_in("")

    def _lay_out(self) -> None:
        theme = self._theme
        column = QWidget()
        column.setFixedWidth(theme.px(WIDTH))
        rows = QVBoxLayout(column)
        rows.setSpacing(theme.space.m)
        for widget in (
            self._icon, self._heading, self._advice, self._name_row, self._password_row,
            self.roles, self.problem,
        ):  # fmt: skip
            rows.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space.s)
        for button in (self.sign_in, self.go_on, self.as_database_user, self.other):
            buttons.addWidget(button)
        buttons.addWidget(self._wait)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    def show_sign_in(self, where: str, name: str = "") -> None:
        """Ask for name and password.

        Args:
            where: the database, such as "backupchecks @ db01".
            name: who signed in last here; empty if nobody did.
        """
        words = self.tr("With your account of the Backupchecks web application, on {where}.")
        whole = where.replace(" ", "\N{NO-BREAK SPACE}")
        self._show("person", self.tr("Sign in"), words.format(where=whole))
        self._show_form(name, may_rename=True)
        self.sign_in.setText(self.tr("Sign in"))

    def show_locked(self, name: str) -> None:
        """Ask for the password of the one who is signed in; their work goes on behind."""
        words = self.tr("{name} is signed in. Running work goes on.")
        self._show("lock", self.tr("Locked"), words.format(name=name))
        self._show_form(name, may_rename=False)
        self.sign_in.setText(self.tr("Unlock"))
        self.other.show()

    def show_roles(self, name: str, roles: Iterable[Role], chosen: Role, limit: str) -> None:
        """Ask under which role they act.

        Args:
            name: who signed in.
            roles: the roles they hold.
            chosen: the one that is offered first.
            limit: what stands above them, or empty.
        """
        self._show("person", self.tr("Act as"), self.tr("Signed in as {name}.").format(name=name))
        for row in (self._name_row, self._password_row):
            row.hide()
        self.sign_in.hide()
        self.roles.offer(roles, chosen, limit)
        self.roles.show()
        self.go_on.show()
        self.go_on.setFocus()

    def show_problem(self, happened: str, advice: str, *, offers_database_user: bool) -> None:
        """Say why it did not succeed."""
        self.set_busy(busy=False)
        self.problem.say(happened, advice)
        self.problem.show()
        self.as_database_user.setVisible(offers_database_user)
        self.password.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While the password is looked at, nothing else can be asked."""
        for widget in (self.name, self.password, self.sign_in):
            widget.setEnabled(not busy)
        self.sign_in.set_reason(self.tr("The password is being checked.") if busy else "")

    def set_wait(self, seconds: int) -> None:
        """Say how long the next attempt has to wait; 0 ends it."""
        words = self.tr("The next attempt is possible in {n} s.").format(n=seconds)
        self.sign_in.set_reason(words if seconds else "")
        self._wait.setText(words if seconds else "")

    @property
    def sentence(self) -> str:
        """What the page says."""
        return f"{self._heading.text()}. {self._advice.text()}"

    def _show(self, icon: str, heading: str, advice: str) -> None:
        self._icon.show_icon(icon, "muted")
        self._heading.setText(heading)
        self._advice.setText(advice)
        for widget in (self.problem, self.roles, self.go_on, self.as_database_user, self.other):
            widget.hide()

    def _show_form(self, name: str, *, may_rename: bool) -> None:
        self.set_busy(busy=False)
        self.name.setText(name)
        self.name.setReadOnly(not may_rename)
        self.password.clear()
        for widget in (self._name_row, self._password_row, self.sign_in):
            widget.show()
        (self.password if name else self.name).setFocus()

    @Slot()
    def _from_name(self) -> None:
        self.password.setFocus()

    @Slot()
    def _ask(self) -> None:
        """The password leaves the field at once; a widget is no place to keep it."""
        name, password = self.name.text().strip(), self.password.text()
        if name and password and self.sign_in.isEnabled():
            self.password.clear()
            self.problem.hide()
            self.sign_in_asked.emit(name, password)

    @Slot()
    def _choose(self) -> None:
        self.role_chosen.emit(self.roles.chosen)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground that lists stand on."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("base"))
