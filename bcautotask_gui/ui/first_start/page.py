"""The page of the first start: strip, steps at the side, the step in view, buttons at the foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bcautotask_gui.ui.first_start.api_user_step import ApiUserStep
from bcautotask_gui.ui.first_start.database_step import DatabaseStep
from bcautotask_gui.ui.first_start.layout import Step
from bcautotask_gui.ui.first_start.start_step import StartStep
from bcautotask_gui.ui.first_start.steps import StepList
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import Hairline, Label
from bcautotask_gui.ui.theme import Theme

START, DATABASE, API_USER = "start", "database", "api_user"
CREDENTIALS, TEST, DEFAULTS = "credentials", "test", "defaults"
STEPS = (START, DATABASE, API_USER, CREDENTIALS, TEST, DEFAULTS)
# of these the widgets come from outside, once a database is open
OF_SETTINGS = (CREDENTIALS, TEST, DEFAULTS)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstStartPage(QWidget):
    """Shows one step; what Next means is decided elsewhere."""

    next_asked = Signal()
    back_asked = Signal()
    leave_asked = Signal()
    help_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = START
        self._lead: ActionButton | None = None
        self.strip = EnvironmentStrip(theme, where=self.tr("Not connected yet"))
        titles = (
            self.tr("Start"),
            self.tr("Database"),
            self.tr("API user in Autotask"),
            self.tr("Credentials"),
            self.tr("Test connection"),
            self.tr("Ticket defaults"),
        )
        self.steps = StepList(theme, titles)
        self.start = StartStep(theme)
        self.database = DatabaseStep(theme)
        self.api_user = ApiUserStep(theme)
        self._views: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        for key, view in (
            (START, self.start),
            (DATABASE, self.database),
            (API_USER, self.api_user),
        ):
            self._add(key, _scrolled(view))
        self.help = ActionButton(theme, self.tr("Help"), key=self.tr("F1"), kind=Kind.FLAT)
        self.hint = Label(theme, "", "small", "failed_text", elided=True)
        self.leave = ActionButton(theme, self.tr("Quit"))
        self.back = ActionButton(theme, self.tr("Back"))
        self.next = ActionButton(theme, self.tr("Next"), key=self.tr("Enter"), kind=Kind.PRIMARY)
        self._lay_out()
        self.help.clicked.connect(self.help_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        self.show_step(START)

    def _lay_out(self) -> None:
        theme = self._theme
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.steps)
        middle.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(9))
        foot.setSpacing(theme.space.s)
        foot.addWidget(self.help)
        foot.addWidget(self.hint, 1)
        for button in (self.leave, self.back, self.next):
            foot.addWidget(button)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addLayout(middle, 1)
        layout.addWidget(Hairline(theme))
        layout.addLayout(foot)

    def _add(self, key: str, view: QWidget) -> None:
        self._views[key] = view
        self._stack.addWidget(view)

    def show_trouble(self, notice: QWidget) -> None:
        """Give the line above the foot its place."""
        self._column.insertWidget(2, notice)

    def fill(self, key: str, heading: str, lead: str, widgets: tuple[QWidget, ...]) -> None:
        """Give a step what it shows.

        Args:
            key: One of `OF_SETTINGS`.
            heading: What the step is for.
            lead: One or two sentences.
            widgets: Side by side, over the whole height.
        """
        step = Step(self._theme, heading, lead, fills=True)
        card = Panel(self._theme, "base", "line")
        row = QHBoxLayout(card)
        edge = self._theme.px(1)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(0)
        for widget in widgets:
            row.addWidget(widget, 1)
            widget.show()
        step.body.addWidget(card, 1)
        self._add(key, step)

    @property
    def step(self) -> str:
        """The step in view."""
        return self._step

    @property
    def help_page(self) -> str:
        """What F1 opens at this step."""
        return {DATABASE: "database", API_USER: "api-user"}.get(self._step, "set-up")

    def show_step(self, key: str) -> None:
        """Bring a step into view."""
        self._step = key
        self._stack.setCurrentWidget(self._views[key])
        self.steps.show_step(STEPS.index(key))
        is_last = key == STEPS[-1]
        self.next.setText(self.tr("Finish") if is_last else self.tr("Next"))
        self.next.setVisible(key != START)
        self.back.setVisible(key != START)
        self.leave.setText(self.tr("Quit") if key in (START, DATABASE) else self.tr("Go on later"))
        self.say("")
        self.take_keyboard()

    def lead_with(self, button: ActionButton | None) -> None:
        """Let another button than Next be the blue one, which Enter presses; None ends that."""
        if self._lead is not None:
            self._lead.set_kind(Kind.NORMAL)
        self._lead = button
        self.next.set_kind(Kind.PRIMARY if button is None else Kind.NORMAL)
        self.next.set_key(self.tr("Enter") if button is None else "")
        if button is not None:
            button.set_kind(Kind.PRIMARY)

    def allow_next(self, reason: str) -> None:
        """Enable Next, or say why not."""
        self.next.set_kind(Kind.NORMAL if reason else Kind.PRIMARY)
        self.next.set_reason(reason)

    def say(self, sentence: str) -> None:
        """Say at the foot what stands against going on."""
        self.hint.setText(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the blue button in view."""
        if event.key() in _ENTER:
            button = self.start.set_up if self._step == START else self._lead or self.next
            if button.isEnabled():
                button.click()
            return
        super().keyPressEvent(event)

    def take_keyboard(self) -> None:
        """The first field that is still empty takes it, else the page, so that Enter arrives."""
        view = self._views[self._step]
        typed_in = self._step in (DATABASE, CREDENTIALS)
        fields = view.findChildren(QLineEdit) if typed_in else []
        waiting = (
            each
            for each in fields
            if each.isVisibleTo(view) and not (each.text() or each.isReadOnly())
        )
        next(waiting, self).setFocus()


def _scrolled(view: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(view)
    view.setAutoFillBackground(False)
    return area
