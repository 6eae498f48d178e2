"""The three fields of a draft that can be changed for this ticket alone."""

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDateTime,
    QSignalBlocker,
    Qt,
    QTime,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from bcautotask_gui.domain.draft_changes import TicketOffers, changed, earliest_due
from bcautotask_gui.domain.tickets import Choice, TicketDraft
from bcautotask_gui.ui.run_checks.words import Now
from bcautotask_gui.ui.shared.fields import ChoiceField, DateTimeField
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.theme import Theme


class ChangeFields(QWidget):
    """Offers live values; what was chosen is asked for as the draft that it makes."""

    edited = Signal()
    """Ask `draft`."""

    def __init__(
        self, theme: Theme, now: Now, label_width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self._draft: TicketDraft | None = None
        self.queue, self.priority = ChoiceField(theme), ChoiceField(theme)
        self.due = DateTimeField(theme)
        for field in (self.queue, self.priority, self.due):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, theme.px(3))
        grid.setHorizontalSpacing(theme.space.s)
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnMinimumWidth(0, theme.px(label_width))
        grid.setColumnStretch(1, 1)
        self._remarks = tuple(
            self._add(grid, line, label, field)
            for line, (label, field) in enumerate(
                (
                    (self.tr("Queue"), self.queue),
                    (self.tr("Priority"), self.priority),
                    (self.tr("Due"), self.due),
                )
            )
        )
        self.queue.currentIndexChanged.connect(self._edited)
        self.priority.currentIndexChanged.connect(self._edited)
        self.due.dateTimeChanged.connect(self._edited)

    def _add(self, grid: QGridLayout, line: int, text: str, field: QWidget) -> Label:
        theme = self._theme
        label = Label(theme, text, "small", "muted", self)
        label.setBuddy(field)
        field.setAccessibleName(text)
        remark = Label(theme, "", "small", "muted", self, tabular=True)
        grid.addWidget(label, line, 0)
        grid.addWidget(field, line, 1)
        grid.addWidget(remark, line, 2, Qt.AlignmentFlag.AlignRight)
        return remark

    def begin(self, draft: TicketDraft, offers: TicketOffers) -> None:
        """Offer values for this draft, its own ones chosen where they are still offered."""
        self._draft = draft
        with QSignalBlocker(self.queue), QSignalBlocker(self.priority), QSignalBlocker(self.due):
            _offer(self.queue, offers.queues, draft.queue)
            _offer(self.priority, offers.priorities, draft.priority)
            self.due.setMinimumDateTime(self._wall_clock(earliest_due(self._now())))
            self.due.setDateTime(self._wall_clock(draft.due_at))
        self._show_remarks()
        self.queue.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> TicketDraft | None:
        """The draft as it is chosen now; None before `begin`."""
        if self._draft is None:
            return None
        return changed(
            self._draft,
            queue=self.queue.currentData(),
            priority=self.priority.currentData(),
            due_at=self._due_at(),
        )

    @Slot()
    def _edited(self) -> None:
        self._show_remarks()
        self.edited.emit()

    def _show_remarks(self) -> None:
        """The ids of what is chosen, and the due time as it is sent."""
        queue, priority, due = self._remarks
        queue.setText(_id(self.queue.currentData()))
        priority.setText(_id(self.priority.currentData()))
        due.setText(f"UTC {self._due_at().astimezone(UTC):%H:%M}")

    def _wall_clock(self, moment: datetime) -> QDateTime:
        local = moment.astimezone(self._now().tzinfo)
        return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))

    def _due_at(self) -> datetime:
        day, at = self.due.date(), self.due.time()
        return datetime(
            day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=self._now().tzinfo
        )


def _offer(field: ChoiceField, choices: Iterable[Choice], chosen: Choice | None) -> None:
    """A value that is no longer offered is not chosen in silence: nothing is, until somebody does.

    Autotask's words may have changed since; the id decides.
    """
    field.clear()
    for choice in choices:
        field.addItem(choice.label, choice)
    ids = [field.itemData(place).id for place in range(field.count())]
    field.setCurrentIndex(ids.index(chosen.id) if chosen and chosen.id in ids else -1)
    field.setPlaceholderText(QCoreApplication.translate("CreateFields", "Choose one"))


def _id(choice: Choice | None) -> str:
    return "" if choice is None else str(choice.id)
