"""The section Ticket defaults of the form: what a new ticket gets unless a person changes it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.settings import DueRule
from bcautotask_gui.ui.settings.due_row import DueFields
from bcautotask_gui.ui.settings.form import PICKLISTS
from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.settings.state import FormState
from bcautotask_gui.ui.settings.wide_fields import (
    MIDDLE,
    FormText,
    PicklistField,
    PriorityField,
    SubIssueField,
)
from bcautotask_gui.ui.shared.fields import NumberField
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.toggles import TickBox
from bcautotask_gui.ui.theme import Theme

_MOST_OBJECTS = 99
_TOGETHER = (("issue_type", "sub_issue_type"), ("contact", "contract"))  # two values in one line
_HALF = 161


class DefaultsPage(FormPage):
    """Choices come from Autotask; ids are stored, names are shown."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, QCoreApplication.translate("DefaultsPage", "Ticket defaults"), parent
        )
        self._now = now
        self._issue_type: int | None = None
        self.sub_issue = SubIssueField(theme, _HALF, self.tr("None"))
        self.picklists = {
            **{key: PicklistField(theme) for key in ("queue", "source", "status")},
            "category": PicklistField(theme, nothing=self.tr("Autotask's own default")),
            "issue_type": PicklistField(theme, _HALF, self.tr("None")),
            "sub_issue_type": self.sub_issue,
            "work_type": PicklistField(theme, nothing=self.tr("None")),
        }
        self.of_company = {
            key: TickBox(theme, self._labels[key]) for key in ("contact", "contract")
        }
        self.priorities = {
            "warning": PriorityField(theme, like_error=False),
            "error": PriorityField(theme, like_error=False),
            "missed": PriorityField(theme, like_error=True),
        }
        for field in self.picklists.values():
            field.activated.connect(self._picked)
        for key in ("queue", "source", "status", "category"):
            self.add_row(key, self.picklists[key])
        self._make_issue()
        self.add_row("work_type", self.picklists["work_type"])
        self._make_of_company()
        self.add_line()
        for key, priority in self.priorities.items():
            priority.activated.connect(self._picked)
            self.add_row(key, priority)
        self._make_due()
        self.add_line()
        self._make_text()
        self.add_end()

    def _make_issue(self) -> None:
        """Issue type and sub-issue type share a line; either may be what is wrong with it."""
        both = QHBoxLayout()
        both.setSpacing(self._theme.space.s)
        both.addWidget(self.picklists["issue_type"])
        both.addWidget(self.sub_issue)
        row = self.add_row("issue_type", both, buddy=self.picklists["issue_type"])
        self.sub_issue.setAccessibleName(self._labels["sub_issue_type"])
        self.rows["sub_issue_type"] = row

    def _make_of_company(self) -> None:
        """What each company has of its own can only be asked for, not chosen here."""
        both = QHBoxLayout()
        both.setSpacing(self._theme.space.l)
        for box in self.of_company.values():
            box.clicked.connect(self._ticked)
            both.addWidget(box)
        both.addStretch(1)
        help_text = self.tr("Only for categories that require them. Read before each preview.")
        row = self.add_row(
            "contact", both, help_text, self.of_company["contact"], self.tr("Of the company")
        )
        for key, box in self.of_company.items():
            box.setAccessibleName(self._labels[key])
        self.rows["contract"] = row

    def _make_due(self) -> None:
        self.due = DueFields(self._theme)
        self.due.edited.connect(self._due_edited)
        help_text = self.tr(
            "Saturday and Sunday do not count. A moment less than 15 minutes ahead moves to the "
            "next working day."
        )
        self.add_row("due", self.due, help_text, self.due.days)

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
        self._issue_type = defaults.issue_type
        for key, field in self.picklists.items():
            if field is not self.sub_issue:
                field.show_value(PICKLISTS[key], reference, getattr(defaults, key))
        self.sub_issue.show_below(defaults.issue_type, reference, defaults.sub_issue_type)
        for key, priority in self.priorities.items():
            priority.show_choice(reference, getattr(defaults, key))
        for key, box in self.of_company.items():
            box.setChecked(getattr(defaults, key))
        self.due.show_rule(defaults.due)
        with QSignalBlocker(self.objects):
            if self.objects.value() != settings.object_errors:
                self.objects.setValue(settings.object_errors)
        self.prefix.show_text(settings.subject_prefix)
        for widget in self._fields():
            widget.setEnabled(state.may_save)
        has_below = defaults.issue_type is not None or defaults.sub_issue_type is not None
        self.sub_issue.setEnabled(state.may_save and has_below)
        self._tell_filled(state)
        self.subheading.setText(self._where_from(reference))
        self.show_marks(state)
        problems = self._problems_of(state)
        for key, choice in {**self.picklists, **self.priorities}.items():
            choice.set_broken(broken=key in problems or choice.is_dropped)

    def _tell_filled(self, state: FormState) -> None:
        """Say what the ticket category decides where the form leaves a field empty."""
        filled, reference = state.category_fills, state.reference
        defaults = state.settings.current.defaults
        words = []
        for key in self.picklists:
            which = PICKLISTS[key]
            value = filled.get(which)
            if reference and value is not None and getattr(defaults, key) is None:
                words.append(f"{self._labels[key]}: {reference.label(which, value)}")
        help_text = self.tr("Some categories require further fields; Autotask says which.")
        if words:
            text = self.tr("What is left empty here, this category fills in: {words}.")
            help_text = text.format(words=", ".join(words))
        self.rows["category"].set_help(help_text)

    def show_marks(self, state: FormState) -> None:
        """Dots and errors; a line of two values shows those of either."""
        super().show_marks(state)
        for pair in _TOGETHER:
            row = self.rows[pair[0]]
            row.set_changed(changed=any(key in state.changed for key in pair))
            problems = self._problems_of(state)
            row.set_error(" ".join(problems[key] for key in pair if key in problems))

    def _fields(self) -> tuple[QWidget, ...]:
        choices = (*self.picklists.values(), *self.priorities.values())
        return (*choices, *self.of_company.values(), self.due, self.prefix, self.objects)

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
                value = field.value  # emitting shows the form anew
                if key == "issue_type" and value != self._issue_type:
                    self.edited.emit("sub_issue_type", None)
                self.edited.emit(key, value)
        for key, priority in self.priorities.items():
            if priority is source:
                self.edited.emit(key, priority.choice)

    @Slot()
    def _ticked(self) -> None:
        source = self.sender()
        for key, box in self.of_company.items():
            if box is source:
                self.edited.emit(key, box.isChecked())

    @Slot(object)
    def _due_edited(self, rule: DueRule) -> None:
        self.edited.emit("due", rule)

    @Slot(str)
    def _prefix_edited(self, text: str) -> None:
        self.edited.emit("subject_prefix", text)

    @Slot(int)
    def _objects_edited(self, number: int) -> None:
        self.edited.emit("object_errors", number)
