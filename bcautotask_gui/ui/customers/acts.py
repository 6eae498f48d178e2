"""The acts on a customer: menu entries of the table, each with a key, and when it may be used."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from bcautotask_gui.domain.customers import CustomerRow, MappingStatus
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.table_view import TableView


class CustomerActs(QObject):
    """Keeps menu entries and buttons true to the chosen customer."""

    find_asked = Signal()
    acknowledge_asked = Signal()
    refresh_asked = Signal()
    clear_asked = Signal()
    copy_asked = Signal(str)
    """The text to copy."""

    def __init__(
        self, table: TableView, acknowledge: ActionButton, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._button = acknowledge
        self._row: CustomerRow | None = None
        self._may_map, self._off = True, ""
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._find = self._add(self.tr("Find company"), "F", self.find_asked.emit)
        self._acknowledge = self._add(acknowledge.text(), "A", self.acknowledge_asked.emit)
        self._refresh = self._add(self.tr("Refresh"), "R", self.refresh_asked.emit)
        self._clear = self._add(self.tr("Clear mapping"), "Del", self.clear_asked.emit)
        self._copy_name = self._add(self.tr("Copy customer name"), "", self._copy_customer)
        self._copy_id = self._add(self.tr("Copy company id"), "Y", self._copy_company)
        self._copy_row = self._add(self.tr("Copy row"), "Ctrl+C", self._copy_cells)
        acknowledge.clicked.connect(self.acknowledge_asked)
        self.show_for(None)

    def _add(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self._table)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(act)
        self._table.addAction(action)
        return action

    def allow(self, *, may_map: bool, off: str) -> None:
        """Follow the role, and why nothing can be asked of Autotask, if so."""
        self._may_map, self._off = may_map, off
        for action in (self._find, self._acknowledge, self._refresh, self._clear):
            action.setVisible(may_map)
        self.show_for(self._row)

    def show_for(self, row: CustomerRow | None) -> None:
        """Say for the chosen customer what may be done, and why not."""
        self._row = row
        is_mapped = row is not None and row.mapping is not None
        against = self._against_acknowledging(row)
        self._button.set_reason(against)
        self._acknowledge.setEnabled(self._may_map and not against)
        self._find.setEnabled(self._may_map and row is not None and not self._off)
        self._refresh.setEnabled(self._may_map and is_mapped and not self._off)
        self._clear.setEnabled(self._may_map and is_mapped)
        self._copy_id.setEnabled(is_mapped)
        for action in (self._copy_name, self._copy_row):
            action.setEnabled(row is not None)

    def _against_acknowledging(self, row: CustomerRow | None) -> str:
        if row is None:
            return self.tr("Select a customer whose company was renamed.")
        if row.status is not MappingStatus.RENAMED:
            return self.tr("The company of {customer} was not renamed.").format(customer=row.name)
        return ""

    @Slot()
    def _copy_customer(self) -> None:
        if self._row is not None:
            self.copy_asked.emit(self._row.name)

    @Slot()
    def _copy_company(self) -> None:
        if self._row is not None and self._row.mapping is not None:
            self.copy_asked.emit(str(self._row.mapping.company_id))

    @Slot()
    def _copy_cells(self) -> None:
        model = self._table.model()
        cells = []
        for position in self._table.selected_positions():
            shown = (
                column
                for column in range(model.columnCount())
                if not self._table.isColumnHidden(column)
            )
            cells.append("\t".join(str(model.index(position, column).data()) for column in shown))
        self.copy_asked.emit("\n".join(cells))
