"""The section Resolving and notes: what resolving may do, and how notes are written."""

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NOTE_ONLY
from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.settings.state import FormState
from bcautotask_gui.ui.settings.wide_fields import WIDE, PicklistField, PublishField
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.ui.shared.toggles import TickBox
from bcautotask_gui.ui.theme import Theme


class ResolvingPage(FormPage):
    """Choices come from Autotask; the texts of the notes are fixed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ResolvingPage", "Resolving and notes")
        super().__init__(theme, title, parent)
        self._make_resolving()
        self.add_line()
        self._make_notes()
        self.add_line()
        self._make_compatibility()
        self.add_end()
        self.subheading.setText(
            self.tr("A ticket is resolved only by a person, and never while time is booked on it.")
        )

    def _make_resolving(self) -> None:
        self.allowed = TickBox(self._theme, self._labels["resolving_allowed"])
        self.allowed.clicked.connect(self._allowed_clicked)
        help_text = self.tr("Off: tickets stay open until they are closed in Autotask.")
        self.add_row("resolving_allowed", self.allowed, help_text, label=self.tr("Resolving"))
        self.allowed.setAccessibleName(self._labels["resolving_allowed"])
        self.completed = PicklistField(self._theme)
        self.completed.activated.connect(self._completed_picked)
        help_text = self.tr(
            "Labels differ between tenants and prove nothing: a test ticket shows whether Autotask "
            "stamps the ticket as completed."
        )
        self.add_row("completed_status", self.completed, help_text)

    def _make_notes(self) -> None:
        self.note_type = PicklistField(self._theme)
        self.note_type.activated.connect(self._note_type_picked)
        self.add_row("note_type", self.note_type)
        self.publish = PublishField(self._theme)
        self.publish.activated.connect(self._publish_picked)
        help_text = self.tr("Values that customers can read are not offered here.")
        self.add_row("publish", self.publish, help_text)
        for key, label, text in (
            ("closing_note", self.tr("Closing note"), CLOSING_NOTE),
            ("note_only", self.tr("Note only"), NOTE_ONLY),
        ):
            box = FixedNote(self._theme, label, text)
            self.add_row(key, box, label=label)
        fixed = self.tr("Written where time entries keep the ticket open. Both texts are fixed.")
        self.rows["note_only"].set_help(fixed)

    def _make_compatibility(self) -> None:
        self.compatibility = TickBox(self._theme, self.tr("Type ticket numbers by hand as well"))
        self.compatibility.clicked.connect(self._compatibility_clicked)
        help_text = self.tr(
            "For the change-over: numbers can be typed by hand while the integration is on. With "
            "the integration off they always can."
        )
        self.add_row("compatibility_mode", self.compatibility, help_text)

    def show_state(self, state: FormState) -> None:
        """Show the values, dots and errors."""
        settings, reference = state.settings, state.reference
        defaults = settings.current.defaults
        self.allowed.setChecked(settings.resolving_allowed)
        self.completed.show_value(TicketField.STATUS, reference, settings.current.completed_status)
        self.note_type.show_value(TicketField.NOTE_TYPE, reference, defaults.note_type)
        self.publish.show_publish(reference, defaults.publish)
        self.compatibility.setChecked(settings.compatibility_mode)
        picked = {
            "completed_status": self.completed,
            "note_type": self.note_type,
            "publish": self.publish,
        }
        for field in (self.allowed, self.compatibility, *picked.values()):
            field.setEnabled(state.may_save)
        self.show_marks(state)
        for key, choice in picked.items():
            choice.set_broken(broken=key in state.problems or choice.is_dropped)

    # what a person edits -----------------------------------------------------------------

    @Slot(bool)
    def _allowed_clicked(self, ticked: bool) -> None:
        self.edited.emit("resolving_allowed", ticked)

    @Slot(bool)
    def _compatibility_clicked(self, ticked: bool) -> None:
        self.edited.emit("compatibility_mode", ticked)

    @Slot()
    def _completed_picked(self) -> None:
        self.edited.emit("completed_status", self.completed.value)

    @Slot()
    def _note_type_picked(self) -> None:
        self.edited.emit("note_type", self.note_type.value)

    @Slot()
    def _publish_picked(self) -> None:
        self.edited.emit("publish", self.publish.value)


class FixedNote(Panel):
    """A text to read and copy, as wide as the fields are."""

    def __init__(self, theme: Theme, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "code", "line", parent)
        self._wanted = theme.px(WIDE)
        self.text = WrappingLabel(theme, text, selectable=True)
        self.text.setAccessibleName(f"{name}: {text}")
        inside = QVBoxLayout(self)
        pad = theme.px(9)
        inside.setContentsMargins(pad, theme.px(7), pad, theme.px(7))
        inside.addWidget(self.text)
        self.setFixedWidth(self._wanted)

    def sizeHint(self) -> QSize:
        """As wide as the form's fields are."""
        return QSize(self._wanted, super().sizeHint().height())
