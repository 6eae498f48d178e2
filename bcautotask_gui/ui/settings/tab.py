"""The Settings tab: sections, form and the live half beside it; emits what a person asks for."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bcautotask_gui.ui.settings.appearance.page import AppearancePage
from bcautotask_gui.ui.settings.audit.page import AuditPage
from bcautotask_gui.ui.settings.autotask_page import AutotaskPage
from bcautotask_gui.ui.settings.connection.side import ConnectionSide
from bcautotask_gui.ui.settings.database.page import DatabasePage
from bcautotask_gui.ui.settings.defaults_page import DefaultsPage
from bcautotask_gui.ui.settings.example_side import ExampleSide
from bcautotask_gui.ui.settings.logs.page import LogsPage
from bcautotask_gui.ui.settings.merging.conflicts import Conflict
from bcautotask_gui.ui.settings.merging.dialog import MergeDialog
from bcautotask_gui.ui.settings.proof.side import ProofSide
from bcautotask_gui.ui.settings.resolving_page import ResolvingPage
from bcautotask_gui.ui.settings.saving.bar import SaveBar
from bcautotask_gui.ui.settings.saving.trouble import TroubleLine
from bcautotask_gui.ui.settings.scrolled import Scrolled
from bcautotask_gui.ui.settings.sections import Section, SectionList
from bcautotask_gui.ui.settings.state import FormState
from bcautotask_gui.ui.settings.switch_dialog import SwitchFacts, switch_dialog
from bcautotask_gui.ui.shared.moments import here_and_now
from bcautotask_gui.ui.shared.notice import Notice, Tone
from bcautotask_gui.ui.theme import Theme

AUTOTASK, DEFAULTS, RESOLVING, DATABASE = "autotask", "defaults", "resolving", "database"
LOGS, APPEARANCE, AUDIT = "logs", "appearance", "audit"
_HELP = {DATABASE: "database", LOGS: "support", AUDIT: "database", APPEARANCE: "keys"}
_SECTION = "settings/section"
# how form and live half share the width
_FORM, _LIVE = 57, 43


class SettingsTab(QWidget):
    """Lays out; decides nothing."""

    edited = Signal(str, object)
    """Name of a value, and what it was changed to."""
    environment_asked = Signal(object)
    secret_typed = Signal(str, str)
    forget_asked = Signal(str)
    production_confirmed = Signal()
    production_declined = Signal()
    merged = Signal(object)
    """The conflicts of which the other value was chosen."""

    def __init__(
        self,
        theme: Theme,
        settings: QSettings,
        operator: str = "",
        now: Callable[[], datetime] = here_and_now,
    ) -> None:
        """Build the tab.

        Args:
            theme: Colours, sizes and fonts.
            settings: Where the open section is remembered.
            operator: Whose name the example ticket carries.
            now: The time, in the zone of the operator.
        """
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._merging: MergeDialog | None = None
        self._may_edit, self._has_changes = True, False
        self.sections = SectionList(theme, self._sections())
        self.notice = Notice(theme)
        self.notice.setMinimumHeight(theme.metrics.control)
        self.autotask = AutotaskPage(theme)
        self.defaults = DefaultsPage(theme, now)
        self.resolving = ResolvingPage(theme)
        self.database = DatabasePage(theme)
        self.logs = LogsPage(theme)
        self.appearance = AppearancePage(theme, settings)
        self.audit = AuditPage(theme, settings, now)
        self.connection = ConnectionSide(theme)
        self.proof = ProofSide(theme)
        self.example = ExampleSide(theme, operator, now)
        self.trouble = TroubleLine(theme)
        self.bar = SaveBar(theme)
        self._pages = {
            AUTOTASK: self.autotask, DEFAULTS: self.defaults, RESOLVING: self.resolving,
            DATABASE: self.database, LOGS: self.logs, APPEARANCE: self.appearance,
            AUDIT: self.audit,
        }  # fmt: skip
        self._lay_out()
        self._connect()
        self._open(str(settings.value(_SECTION) or AUTOTASK))

    def _sections(self) -> tuple[Section, ...]:
        integrations = self.tr("Extensions & Integrations")
        here = self.tr("This workplace")
        return (
            Section(AUTOTASK, integrations, self.tr("Autotask"), "plug"),
            Section(DEFAULTS, integrations, self.tr("Ticket defaults"), "ticket"),
            Section(RESOLVING, integrations, self.tr("Resolving and notes"), "flag"),
            Section(DATABASE, here, self.tr("Database"), "database"),
            Section(LOGS, here, self.tr("Logs and diagnostics"), "note"),
            Section(APPEARANCE, here, self.tr("Appearance and language"), "gear"),
            Section(AUDIT, self.tr("This team"), self.tr("Audit log"), "history"),
        )

    def _lay_out(self) -> None:
        theme = self._theme
        self._forms = QStackedWidget()
        self._sides = QStackedWidget()
        for page in self._pages.values():
            self._forms.addWidget(page)
        self._sides.addWidget(self.connection)
        self._sides.addWidget(Scrolled(theme, self.example))
        self._sides.addWidget(self.proof)
        self._side = _Side(theme)
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(1, 1, 0, 0)  # the line between the halves
        inside.addWidget(self._sides)
        self._side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        halves = self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        halves.setSpacing(0)
        halves.addWidget(self._forms, _FORM)
        halves.addWidget(self._side, _LIVE)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notice)
        right.addLayout(halves, 1)
        right.addWidget(self.trouble)
        right.addWidget(self.bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sections)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.sections.chosen.connect(self._open)
        for page in (self.autotask, self.defaults, self.resolving):
            page.edited.connect(self.edited)
        self.autotask.environment_asked.connect(self.environment_asked)
        self.autotask.secret_typed.connect(self.secret_typed)
        self.autotask.forget_asked.connect(self.forget_asked)
        save = QShortcut(QKeySequence.StandardKey.Save, self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.bar.save.click)

    @property
    def help_page(self) -> str:
        """What F1 opens at this section."""
        return _HELP.get(self.sections.key, "set-up")

    @Slot(str)
    def _open(self, key: str) -> None:
        key = key if key in self._pages else AUTOTASK
        self.sections.choose(key)
        self._forms.setCurrentWidget(self._pages[key])
        sides = (AUTOTASK, DEFAULTS, RESOLVING)
        self._side.setVisible(key in sides)
        if key in sides:
            self._sides.setCurrentIndex(sides.index(key))
        self._settings.setValue(_SECTION, key)
        self._show_bar()
        if key == LOGS:
            self.logs.ask()

    def show_state(self, state: FormState) -> None:
        """Show the form, its marks, and the example."""
        self.autotask.show_state(state)
        self.defaults.show_state(state)
        self.resolving.show_state(state)
        self.example.show_state(state)
        for section, page in self._pages.items():
            broken = any(key in page.rows for key in state.problems)
            self.sections.button(section).set_broken(broken=broken)
        self._may_edit = state.may_save or state.may_enter_secrets
        self._has_changes = bool(state.changed)
        self._show_bar()

    def _show_bar(self) -> None:
        """The sections of this workplace take effect with their own buttons."""
        of_form = self.sections.key in (AUTOTASK, DEFAULTS, RESOLVING)
        self.bar.setVisible(self._may_edit and (of_form or self._has_changes))

    def show_saved_line(self, sentence: str) -> None:
        """Say who saved last."""
        self.autotask.subheading.setText(sentence)

    def show_read_only(self, reason: str) -> None:
        """Say why the form cannot be edited; empty says nothing."""
        if reason:
            self.notice.say(reason, Tone.QUIET)
        else:
            self.notice.clear()

    def ask_production(self, facts: SwitchFacts) -> None:
        """Open the confirmation of the switch."""
        dialog = switch_dialog(self._theme, facts, self.window())
        dialog.confirmed.connect(dialog.accept)
        dialog.accepted.connect(self.production_confirmed)
        dialog.rejected.connect(self.production_declined)
        dialog.open()

    def ask_merge(self, who: str, conflicts: tuple[Conflict, ...]) -> None:
        """Open the comparison of what two people changed."""
        dialog = MergeDialog(self._theme, who, conflicts, self.window())
        dialog.accepted.connect(self._tell_merged)
        self._merging = dialog
        dialog.open()

    @Slot()
    def _tell_merged(self) -> None:
        if self._merging is not None:
            self.merged.emit(self._merging.taken)
            self._merging = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the live half stands below the form."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.sections.width() + self._needed()
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _needed(self) -> int:
        """The least width at which form and live half stand side by side and nothing is cut."""
        pages = (self.autotask, self.defaults, self.resolving)
        form = max(each.least_width for each in pages) + self._theme.space.m  # the scroll bar
        # the layout shares by stretch, so either half may be the one that is short
        return max(
            form * (_FORM + _LIVE) // _FORM,
            self._side.minimumSizeHint().width() * (_FORM + _LIVE) // _LIVE,
        )

    def lead_to(self, key: str) -> None:
        """Bring the row of a value into view."""
        for section, page in self._pages.items():
            if key in page.rows:
                self.sections.choose(section)
                page.ensureWidgetVisible(page.rows[key])
                page.rows[key].focus_field()


class _Side(QWidget):
    """The reading ground of the live half, with a line towards the form."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("base"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line" if self.y() else "base"))
