"""The status bar: outcome, running job, calls of the hour, database, environment, operator."""

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.frame.outcome import Outcome
from bcautotask_gui.ui.shared.busy_bar import BusyBar
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme

AMBER_FROM = 0.75
RED_FROM = 0.90


class _Section(QWidget):
    """An icon with a text, led by a short line."""

    def __init__(self, theme: Theme, icon: str = "", *, lined: bool = True) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.px(7))
        if lined:
            line = Hairline(theme, vertical=True)
            line.setFixedHeight(theme.px(14))
            self.row.addWidget(line)
            self.row.addSpacing(theme.px(1))
        self.icon = IconLabel(theme, icon, "muted", size=theme.metrics.badge_icon)
        self.icon.setVisible(bool(icon))
        self.text = Label(theme, "", "small", "muted", tabular=True)
        self.row.addWidget(self.icon)
        self.row.addWidget(self.text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show a text; an empty one hides the section."""
        self.text.setText(text)
        self.setVisible(bool(text))


class StatusBar(QWidget):
    """Each part is hidden until it is told something."""

    cancel_requested = Signal()
    people_requested = Signal()
    """Somebody wants another role, to lock the window, or to sign out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.metrics.status)
        self.outcome = Outcome(theme)
        self._make_job()
        self._make_calls()
        self._database = _Section(theme, "database")
        self._environment = _Section(theme, "flask")
        self._operator = _Section(theme, "person")
        self.people = ActionButton(theme, "", "chevron-up", kind=Kind.FLAT)
        self.people.setFixedHeight(theme.px(24))
        self.people.clicked.connect(self.people_requested)
        self._operator.row.addWidget(self.people)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.space.m, 1, theme.space.m, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.outcome, 1)
        for section in (self._job, self._calls, self._database, self._environment, self._operator):
            section.hide()
            layout.addWidget(section)
        self._name_all()

    def _name_all(self) -> None:
        self.people.setAccessibleName(self.tr("Role and sign out"))
        self.people.set_tip(self.tr("Change the role, lock the window or sign out"))
        self._job_bar.setAccessibleName(self.tr("Progress"))
        self.cancel.setText(self.tr("Cancel"))
        self._calls.text.setText(self.tr("Calls this hour"))
        self.meter.setAccessibleName(self.tr("Calls this hour"))

    def changeEvent(self, event: QEvent) -> None:
        """The bar outlives the pages, and so the language that it was made in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_all()

    def _make_job(self) -> None:
        theme = self._theme
        self._job = _Section(theme, "refresh", lined=False)
        self._job_bar = BusyBar(theme, "")
        self.cancel = ActionButton(theme, "", kind=Kind.FLAT)
        self.cancel.setFixedHeight(theme.px(24))
        self.cancel.clicked.connect(self.cancel_requested)
        self._job.row.addWidget(self._job_bar)
        self._job.row.addWidget(self.cancel)

    def _make_calls(self) -> None:
        theme = self._theme
        self._calls = _Section(theme)
        self.meter = BusyBar(theme, "", width=40)
        self._calls_text = Label(theme, "", "small", "muted", tabular=True)
        self._calls.row.addWidget(self.meter)
        self._calls.row.addWidget(self._calls_text)

    def show_job(
        self, what: str, done: int = 0, total: int | None = None, *, cancellable: bool = True
    ) -> None:
        """Show a running job, such as "Ticket states" 18 of 42."""
        numbers = self.tr("{what} {done} of {total}") if total else "{what}"
        locale = QLocale()
        self._job.say(
            numbers.format(what=what, done=locale.toString(done), total=locale.toString(total or 0))
        )
        self._job_bar.show_share(done, total)
        self.cancel.setVisible(cancellable)
        self.cancel.setAccessibleName(self.tr("Cancel {what}").format(what=what))

    def clear_job(self) -> None:
        """No job is running."""
        self._job.hide()

    def show_calls(self, used: int | None, limit: int | None = None) -> None:
        """Show the calls of the last hour: amber from 75 %, red from 90 %; None hides the meter."""
        self._calls.setVisible(used is not None)
        if used is None:
            return
        share = used / limit if limit else 0.0
        token = "accent"
        if share >= RED_FROM:
            token = "failed_icon"
        elif share >= AMBER_FROM:
            token = "warning_icon"
        self.meter.setVisible(bool(limit))
        self.meter.show_share(used, limit or 1, token)
        locale = QLocale()
        text = self.tr("{used} of {limit}") if limit else "{used}"
        self._calls_text.setText(
            text.format(used=locale.toString(used), limit=locale.toString(limit or 0))
        )

    @property
    def calls_text(self) -> str:
        """What the meter says."""
        return self._calls_text.text()

    def show_database(self, text: str) -> None:
        """Show which database is open; empty hides it."""
        self._database.say(text)

    def show_environment(self, environment: Environment | None) -> None:
        """Show the environment; None hides it, because the integration is off."""
        if environment is None:
            self._environment.hide()
            return
        name = "globe" if environment is Environment.PRODUCTION else "flask"
        self._environment.icon.show_icon(name, "muted")
        self._environment.text.set_role("small", 600)
        self._environment.say(told(environment.label))

    def show_operator(self, name: str, role: str) -> None:
        """Show who works, and under which role; an empty name hides both."""
        self._operator.say(f"{name} · {role}" if name else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Window ground under a hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))
