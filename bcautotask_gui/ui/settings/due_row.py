"""The fields of the due rule: some working days at a time of day, or some hours from now."""

from datetime import time

from PySide6.QtCore import QSignalBlocker, QTime, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcautotask_gui.domain.settings import DueRule
from bcautotask_gui.domain.settings_rules import MOST_HOURS
from bcautotask_gui.ui.settings.wide_fields import FormChoice
from bcautotask_gui.ui.shared.fields import NumberField, TimeField
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.theme import Theme

_DAYS = range(6)
_HOURS = "hours"
_USUAL_HOURS = 4


class DueFields(QWidget):
    """Days and time of day, or hours; what does not count is not shown."""

    edited = Signal(object)
    """The new DueRule."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = DueRule()
        self.days = FormChoice(theme, 160)
        self.days.setAccessibleName(self.tr("Due"))
        self.days.offer(self._choices(), "0")
        self.at = TimeField(theme)
        self.at.setAccessibleName(self.tr("Due at"))
        self.hours = NumberField(theme, 1, MOST_HOURS, _USUAL_HOURS)
        self.hours.setAccessibleName(self.tr("Hours until due"))
        self._from_now = Label(theme, self.tr("hours from now"), "small", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.s)
        for widget in (self.days, self.at, self.hours, self._from_now):
            row.addWidget(widget)
        self.days.activated.connect(self._edited)
        self.at.timeChanged.connect(self._edited)
        self.hours.valueChanged.connect(self._edited)

    def _choices(self) -> tuple[tuple[str, str, str], ...]:
        words = {0: self.tr("Same day at"), 1: self.tr("Next working day at")}
        later = self.tr("In {n} working days at")
        days = tuple((str(n), words.get(n, later.format(n=n)), "") for n in _DAYS)
        return (*days, (_HOURS, self.tr("After"), self.tr("Hours count round the clock")))

    def show_rule(self, rule: DueRule) -> None:
        """Show a rule without saying that it was edited."""
        self._rule = rule
        in_hours = rule.hours is not None
        self.days.offer(self._choices(), _HOURS if in_hours else str(rule.working_days))
        shown = QTime(rule.at.hour, rule.at.minute)
        with QSignalBlocker(self.at), QSignalBlocker(self.hours):
            if self.at.time() != shown:
                self.at.setTime(shown)
            if in_hours and self.hours.value() != rule.hours:
                self.hours.setValue(rule.hours or _USUAL_HOURS)
        self.at.setVisible(not in_hours)
        self.hours.setVisible(in_hours)
        self._from_now.setVisible(in_hours)

    @Slot()
    def _edited(self) -> None:
        shown, chosen = self.at.time(), str(self.days.currentData())
        at = time(shown.hour(), shown.minute())
        if chosen == _HOURS:
            rule = DueRule(self._rule.working_days, at, self.hours.value())
        else:
            rule = DueRule(int(chosen), at)
        self.edited.emit(rule)
