"""The acts on a run: their buttons, keys and menu entries, and when each may be used."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from bcautotask_gui.domain.runs import RunRow, TicketCell
from bcautotask_gui.ui.run_checks.cells import ticket_number, work_badge
from bcautotask_gui.ui.run_checks.keys import add_row_action, set_row_keys
from bcautotask_gui.ui.run_checks.top_bar import TopBar
from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.buttons import Kind
from bcautotask_gui.ui.shared.table_view import TableView


class RunActions(QObject):
    """Keeps buttons and menu entries true to the selected row; one button is blue at most."""

    create_requested = Signal()
    open_requested = Signal()
    copy_requested = Signal(str)
    """A ticket number."""

    def __init__(
        self, bar: TopBar, table: TableView, *, may_create: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._may_create = may_create
        self._number = ""
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._create = add_row_action(table, bar.create_button.text(), "C", self._ask_to_create)
        self._open = add_row_action(table, bar.open_button.text(), "O", self._ask_to_open)
        copy = self.tr("Copy ticket number")
        self._copy = add_row_action(table, copy, "Y", self._copy_number)
        bar.create_button.clicked.connect(self._ask_to_create)
        bar.open_button.clicked.connect(self._ask_to_open)
        bar.create_button.setVisible(may_create)
        self._create.setVisible(may_create)

    def set_single_keys(self, *, on: bool) -> None:
        """Let single letters act, or not."""
        set_row_keys(((self._create, "C"), (self._open, "O"), (self._copy, "Y")), on=on)

    def show_for(self, row: RunRow | None, ticket: TicketCell | None, count: int) -> None:
        """Say for the selection what may be done, and why not.

        Args:
            row: the selected run, if it is one.
            ticket: its ticket, if one counts in the environment in use.
            count: how many are selected.
        """
        not_one = "" if row is not None else self._not_one(count)
        against_create = not_one or self._against_create(row, ticket)
        against_open = not_one or self._against_open(ticket)
        self._number = ticket.number if ticket else ""
        self._bar.create_button.set_reason(against_create)
        self._bar.open_button.set_reason(against_open)
        self._bar.create_button.set_kind(Kind.NORMAL if against_create else Kind.PRIMARY)
        self._bar.open_button.set_kind(Kind.NORMAL if against_open else Kind.PRIMARY)
        self._create.setEnabled(self._may_create and not against_create)
        self._open.setEnabled(not against_open)
        self._copy.setEnabled(bool(self._number))

    def _not_one(self, count: int) -> str:
        if count > 1:
            return self.tr("Select one run: this acts on one at a time.")
        return self.tr("Select a run first.")

    def _against_create(self, row: RunRow | None, ticket: TicketCell | None) -> str:
        if ticket is not None:
            words = self.tr("This run already has ticket {number}. One ticket per run, ever.")
            return words.format(number=ticket_number(ticket))
        work = row.work if row is not None else None
        if work is not None and work_badge(work) is Badge.TICKET_CREATING:
            return self.tr("The ticket of this run is being created.")
        return ""

    def _against_open(self, ticket: TicketCell | None) -> str:
        if ticket is None:
            return self.tr("This run has no ticket yet.")
        if ticket.ticket_id is None:
            return self.tr("This number was typed by hand, so its address is not known.")
        return ""

    @Slot()
    def _ask_to_create(self) -> None:
        self.create_requested.emit()

    @Slot()
    def _ask_to_open(self) -> None:
        self.open_requested.emit()

    @Slot()
    def _copy_number(self) -> None:
        self.copy_requested.emit(self._number)
