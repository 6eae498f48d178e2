"""The section Audit log: filters, the entries, and what following their chain showed."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSettings, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcautotask_gui.domain.audit import Act, AuditEntry
from bcautotask_gui.ui.settings.audit.columns import AuditRow, audit_columns
from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.settings.wide_fields import FormChoice
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.shared.moments import here_and_now
from bcautotask_gui.ui.shared.notice import Notice, NoticeBox, Tone
from bcautotask_gui.ui.shared.search_field import SearchField
from bcautotask_gui.ui.shared.table_model import RowsModel
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme

EVERY = ""
# widths of the page, at a 13 px font, below which one more column gives way
_NARROW = (1300, 1180, 1080, 980, 880)


class AuditPage(FormPage):
    """Asks for what is chosen; shows what it is given."""

    wanted = Signal()
    """A filter was chosen, or the page came into view; ask `who`, `act`, `days` and `sought`."""
    older_asked = Signal()
    verify_asked = Signal()
    export_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        memory: QSettings,
        now: Callable[[], datetime] = here_and_now,
        parent: QWidget | None = None,
    ) -> None:
        """Build it.

        Args:
            theme: Colours, sizes and fonts.
            memory: Where the columns are remembered.
            now: The time, in the zone of the operator.
            parent: Qt's parent.
        """
        super().__init__(theme, QCoreApplication.translate("AuditPage", "Audit log"), parent)
        self.subheading.setText(
            self.tr("Every act that changed something. Entries are never changed or deleted.")
        )
        self._make_filters()
        self._make_acts()
        self.trouble = Notice(theme)
        self.result = NoticeBox(theme, Tone.INFO, "")
        self.result.hide()
        self._model = RowsModel(audit_columns(now), self)
        self.table = TableView(theme, self._model, self.tr("Audit entries"), (memory, "audit"))
        self.table.setMinimumHeight(theme.px(220))
        self._empty = EmptyState(theme, "history", parent=self, small=True)
        self._empty.hide()
        self.older = ActionButton(theme, self.tr("Show older"), kind=Kind.FLAT)
        self.older.clicked.connect(self.older_asked)
        self.older.hide()
        self._layout.addWidget(self.trouble)
        self._layout.addWidget(self.result)
        self._layout.addWidget(self.table, 1)
        self._layout.addWidget(self.older)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window columns give way, so that what was changed stays readable."""
        super().resizeEvent(event)
        width = self.width() / self._theme.scale
        self.table.hide_for_narrow_window(sum(width < least for least in _NARROW))

    def _make_filters(self) -> None:
        self._who = self._choice(self.tr("Who"), 150)
        self._act = self._choice(self.tr("What"), 200)
        self._days = self._choice(self.tr("When"), 140)
        acts = sorted((told(act.value), act.value) for act in Act if act is not Act.OTHER)
        self._act.offer(
            ((EVERY, self.tr("All acts"), ""), *((act, words, "") for words, act in acts)), EVERY
        )
        self._days.offer(
            (
                (EVERY, self.tr("Any time"), ""),
                ("1", self.tr("Last 24 hours"), ""),
                ("7", self.tr("Last 7 days"), ""),
                ("30", self.tr("Last 30 days"), ""),
                ("365", self.tr("Last 365 days"), ""),
            ),
            EVERY,
        )
        self.show_people(())
        self._sought = SearchField(self._theme, self.tr("Object, such as run 48213"), key="")
        self._sought.searched.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.s)
        for widget in (self._who, self._act, self._days):
            row.addWidget(widget)
        row.addWidget(self._sought, 1)
        self._layout.addLayout(row)

    def _choice(self, name: str, width: int) -> FormChoice:
        made = FormChoice(self._theme, width)
        made.setAccessibleName(name)
        made.activated.connect(self._ask)
        return made

    def _make_acts(self) -> None:
        theme = self._theme
        self.verify = ActionButton(theme, self.tr("Verify"), "shield")
        self.export = ActionButton(theme, self.tr("Export"), "download")
        self.verify.clicked.connect(self.verify_asked)
        self.export.clicked.connect(self.export_asked)
        self.count = Label(theme, "", "small", "muted", tabular=True)
        row = QHBoxLayout()
        row.setSpacing(theme.space.s)
        row.addWidget(self.verify)
        row.addWidget(self.export)
        row.addStretch(1)
        row.addWidget(self.count)
        self._layout.addLayout(row)

    @property
    def who(self) -> str:
        """The person that is filtered by, or empty."""
        return str(self._who.currentData() or "")

    @property
    def act(self) -> str:
        """The act that is filtered by, or empty."""
        return str(self._act.currentData() or "")

    @property
    def days(self) -> int:
        """How many days back; 0 for all."""
        return int(self._days.currentData() or 0)

    @property
    def sought(self) -> str:
        """What the object must hold, or empty."""
        return self._sought.text().strip()

    @property
    def entries(self) -> tuple[AuditEntry, ...]:
        """What is shown."""
        return tuple(row.entry for row in self._model.rows)

    def show_people(self, names: Iterable[str]) -> None:
        """Offer everybody who ever acted."""
        chosen = self.who if self._who.count() else EVERY
        everybody = (EVERY, self.tr("Everybody"), "")
        self._who.offer((everybody, *((name, name, "") for name in names)), chosen)

    def show_entries(self, entries: Iterable[AuditEntry], count: str, *, has_more: bool) -> None:
        """Show these, the newest first."""
        self.trouble.clear()
        self._model.set_rows(AuditRow(entry.id, entry) for entry in entries)
        self.count.setText(count)
        self.older.setVisible(has_more)
        is_empty = self._model.rowCount() == 0
        self._empty.say(self.tr("No entry matches."), icon="history")
        self.table.show_overlay(self._empty if is_empty else None)

    def show_trouble(self, sentence: str, details: str) -> None:
        """Say why the entries could not be read; those shown stay."""
        self.trouble.say(sentence, details=details, retry=True)

    def show_refused(self, sentence: str) -> None:
        """Say why this role reads nothing here."""
        for widget in (self._who, self._act, self._days, self._sought):
            widget.setEnabled(False)
        for button in (self.verify, self.export):
            button.set_reason(sentence)
        self._empty.say(self.tr("Not shown"), sentence, "lock")
        self.table.show_overlay(self._empty)

    def show_result(self, heading: str, text: str, tone: Tone) -> None:
        """Show what following the chain showed."""
        place = self._layout.indexOf(self.result)
        self._layout.removeWidget(self.result)
        self.result.hide()
        self.result.deleteLater()
        self.result = NoticeBox(self._theme, tone, heading, text)
        self._layout.insertWidget(place, self.result)

    def set_busy(self, sentence: str) -> None:
        """While one act is at work the other waits; empty ends it."""
        for button in (self.verify, self.export):
            button.set_reason(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads anew whenever it comes into view."""
        super().showEvent(event)
        self.wanted.emit()

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit()
