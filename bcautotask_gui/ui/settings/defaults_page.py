"""The section Ticket defaults of the form: what a new ticket gets unless a person changes it."""

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTime, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.settings import DueRule
from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.settings.state import FormState
from bcautotask_gui.ui.settings.wide_fields import (
    MIDDLE,
    FormChoice,
    FormText,
    PicklistField,
    PriorityField,
)
from bcautotask_gui.ui.shared.fields import NumberField, TimeField
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.theme import Theme

_DAYS = range(6)
_MOST_OBJECTS = 99
_PICKLISTS = {
    "queue": TicketField.QUEUE,
    "source": TicketField.SOURCE,
    "status": TicketField.STATUS,
}


class DefaultsPage(FormPage):
    """Choices come from Autotask; ids are stored, names are shown."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, QCoreApplication.translate("DefaultsPage", "Ticket defaults"), parent
        )
        self._now = now
        self.picklists = {key: PicklistField(theme) for key in _PICKLISTS}
        self.priorities = {
            "warning": PriorityField(theme, like_error=False),
            "error": PriorityField(theme, like_error=False),
            "missed": PriorityField(theme, like_error=True),
        }
        for key, field in self.picklists.items():
            field.activated.connect(self._picked)
            self.add_row(key, field)
        self.add_line()
        for key, priority in self.priorities.items():
            priority.activated.connect(self._picked)
            self.add_row(key, priority)
        self._make_due()
        self.add_line()
        self._make_text()
        self.add_end()

    def _make_due(self) -> None:
        self.days = FormChoice(self._theme, 160)
        self.days.activated.connect(self._due_edited)
        self.at = TimeField(self._theme)
        self.at.setAccessibleName(self.tr("Due at"))
        self.at.timeChanged.connect(self._due_edited)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.s)
        row.addWidget(self.days)
        row.addWidget(self.at)
        help_text = self.tr(
            "Saturday and Sunday do not count. A moment less than 15 minutes ahead moves to the "
            "next working day."
        )
        self.add_row("due", row, help_text, self.days)

    def _make_text(self) -> None:
        self.prefix = FormText(self._theme, MIDDLE)
        self.prefix.textEdited.connect(self._prefix_edited)
        self.add_row("subject_prefix", self.prefix)
        self.objects = NumberField(self._theme, 1, _MOST_OBJECTS, 10)
        self.objects.valueChanged.connect(self._objects_edited)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.s)
        row.addWidget(self.objects)
        more = self.tr('at most, then "And n more"')
        row.addWidget(Label(self._theme, more, "small", "muted"))
        self.add_row("object_errors", row, buddy=self.objects)

    def show_state(self, state: FormState) -> None:
        """Show the values, dots and errors."""
        settings, reference = state.settings, state.reference
        defaults = settings.current.defaults
        for key, field in self.picklists.items():
            field.show_value(_PICKLISTS[key], reference, getattr(defaults, key))
        for key, priority in self.priorities.items():
            priority.show_choice(reference, getattr(defaults, key))
        self.days.offer(self._day_choices(), str(defaults.due.working_days))
        at = defaults.due.at
        self._show_numbers(QTime(at.hour, at.minute), settings.object_errors)
        self.prefix.show_text(settings.subject_prefix)
        for widget in self._fields():
            widget.setEnabled(state.may_save)
        self.subheading.setText(self._where_from(reference))
        self.show_marks(state)
        for key, choice in {**self.picklists, **self.priorities}.items():
            choice.set_broken(broken=key in state.problems or choice.is_dropped)

    def _show_numbers(self, at: QTime, objects: int) -> None:
        with QSignalBlocker(self.at), QSignalBlocker(self.objects):
            if self.at.time() != at:
                self.at.setTime(at)
            if self.objects.value() != objects:
                self.objects.setValue(objects)

    def _fields(self) -> tuple[QWidget, ...]:
        choices = (*self.picklists.values(), *self.priorities.values())
        return (*choices, self.days, self.at, self.prefix, self.objects)

    def _day_choices(self) -> tuple[tuple[str, str, str], ...]:
        words = {0: self.tr("Same day at"), 1: self.tr("Next working day at")}
        later = self.tr("In {n} working days at")
        return tuple((str(n), words.get(n, later.format(n=n)), "") for n in _DAYS)

    def _where_from(self, reference: ReferenceData | None) -> str:
        if reference is None:
            return self.tr("Choices come from Autotask and were not read yet: test the connection.")
        when = moment_text(reference.read_at, self._now(), inside=True)
        return self.tr(
            "Choices come from Autotask, read {when}. Ids are stored, names are shown."
        ).format(when=when)

    # what a person edits -----------------------------------------------------------------

    @Slot()
    def _picked(self) -> None:
        source = self.sender()
        for key, field in self.picklists.items():
            if field is source:
                self.edited.emit(key, field.value)
        for key, priority in self.priorities.items():
            if priority is source:
                self.edited.emit(key, priority.choice)

    @Slot()
    def _due_edited(self) -> None:
        shown = self.at.time()
        at = time(shown.hour(), shown.minute())
        self.edited.emit("due", DueRule(int(self.days.currentData()), at))

    @Slot(str)
    def _prefix_edited(self, text: str) -> None:
        self.edited.emit("subject_prefix", text)

    @Slot(int)
    def _objects_edited(self, number: int) -> None:
        self.edited.emit("object_errors", number)
