"""The Customers tab: how it is laid out, and what a person asks of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.customers import CustomerRow, MappingStatus
from bcautotask_gui.ui.customers.act_bar import ActBar
from bcautotask_gui.ui.customers.acts import CustomerActs
from bcautotask_gui.ui.customers.columns import customer_columns
from bcautotask_gui.ui.customers.panel import COMPANY, CustomerPanel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.chips import ChipBar, ChipSpec
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.moments import here_and_now
from bcautotask_gui.ui.shared.notice import Notice
from bcautotask_gui.ui.shared.paged_model import PagedModel
from bcautotask_gui.ui.shared.search_field import SearchField
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme

if TYPE_CHECKING:
    from array import array

translate = QCoreApplication.translate
ALL = "all"
_NARROW = (1340, 1180, 1080)
"""Below each of these widths one more column gives way."""


class CustomersTab(QWidget):
    """Chips, search and actions above, table and panel below."""

    filter_changed = Signal()
    """Another chip, search or order; ask `status`, `search_text`, `sort`."""
    customer_chosen = Signal(object)
    """The CustomerRow, or None."""
    refresh_all_asked = Signal()
    review_asked = Signal()
    acknowledge_all_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    page_wanted = Signal(object)
    """Ids of customers that came into view and were not read yet."""
    looked_at = Signal()
    """The tab came into view."""

    def __init__(
        self, theme: Theme, settings: QSettings, now: Callable[[], datetime] = here_and_now
    ) -> None:
        """Build the tab.

        Args:
            theme: Colours, sizes and fonts.
            settings: Where the columns are remembered.
            now: The time, in the zone of the operator.
        """
        super().__init__()
        self.theme = self._theme = theme
        self.sort = ("customer", False)
        self._chosen_key: object = None
        self.chips = ChipBar(theme, self.tr("Mapping"), _chips())
        self.chips.choose(ALL)
        self.search = SearchField(theme, self.tr("Search customers"))
        self._make_buttons()
        self.notice = Notice(theme)
        self._model = PagedModel(customer_columns(now), self)
        self.table = _Customers(theme, self._model, settings)
        self._nothing = EmptyState(theme, "search", parent=self)
        self._nothing.hide()
        self.panel = CustomerPanel(theme, now)
        self.acts = CustomerActs(self.table, self.acknowledge, self)
        self._lay_out()
        self._connect()
        self.show_exact(None, "")

    def _make_buttons(self) -> None:
        theme = self._theme
        self.review = ActionButton(theme, "", "check-ring")
        self.refresh_all = ActionButton(theme, self.tr("Refresh all mappings"), "refresh")
        self.acknowledge = ActionButton(theme, self.tr("Acknowledge rename"), "pencil")
        self.acknowledge_all = ActionButton(theme, "", kind=Kind.FLAT)
        self.acknowledge_all.hide()
        self.import_button = ActionButton(theme, self.tr("Import CSV…"))
        self.export_button = ActionButton(theme, self.tr("Export CSV…"))

    def _lay_out(self) -> None:
        theme = self._theme
        first = QHBoxLayout()
        first.addWidget(self.chips, 1)
        first.addWidget(self.search)
        self.search.setFixedWidth(theme.px(386))
        self._act_bar = ActBar(
            theme,
            (self.review, self.refresh_all, self.acknowledge, self.acknowledge_all),
            (self.import_button, self.export_button),
            gives_way=self.acknowledge,
        )
        bars = QVBoxLayout()
        bars.setContentsMargins(theme.space.m, theme.space.m, theme.space.m, theme.px(10))
        bars.setSpacing(theme.px(10))
        bars.addLayout(first)
        bars.addWidget(self._act_bar)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.notice)
        left.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(left, 1)
        below.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bars)
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        self.chips.chosen.connect(self.filter_changed)
        self.search.searched.connect(self.filter_changed)
        self.search.left.connect(self.table.setFocus)
        self.table.sort_requested.connect(self._sort_by)
        self.table.show_sort(self.sort[0], descending=self.sort[1])
        self.table.rows_selected.connect(self._tell_chosen)
        self._model.page_wanted.connect(self.page_wanted)
        self.table.entered_panel.connect(self._enter_panel)
        self.panel.search.left.connect(self.table.setFocus)
        self.refresh_all.clicked.connect(self.refresh_all_asked)
        self.review.clicked.connect(self.review_asked)
        self.acknowledge_all.clicked.connect(self.acknowledge_all_asked)
        self.import_button.clicked.connect(self.import_asked)
        self.export_button.clicked.connect(self.export_asked)
        self.acts.find_asked.connect(self._enter_panel)
        self.acts.clear_asked.connect(self.panel.clear_asked)
        self.acts.refresh_asked.connect(self.panel.refresh_asked)
        for keys in ("/", "Ctrl+F"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._go_to_search)

    # what a person chose -----------------------------------------------------------------

    @property
    def status(self) -> MappingStatus | None:
        """The status of the chosen chip, or None for all."""
        return None if self.chips.key == ALL else MappingStatus(self.chips.key)

    @property
    def search_text(self) -> str:
        """What is looked for."""
        return self.search.text().strip()

    @Slot(str, bool)
    def _sort_by(self, key: str, descending: bool) -> None:
        self.sort = (key, descending)
        self.filter_changed.emit()

    @Slot()
    def _tell_chosen(self) -> None:
        rows = self.table.selected_rows()
        row = rows[0] if rows else None
        self.panel.show_customer(row)
        self.acts.show_for(row)
        key = row.key if row else None
        if key != self._chosen_key:
            self._chosen_key = key
            self.customer_chosen.emit(row)

    @Slot()
    def _enter_panel(self) -> None:
        if self.panel.row is not None and self.panel.may_map:
            self.panel.tabs.setCurrentIndex(COMPANY)
            self.panel.search.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # what is shown -----------------------------------------------------------------------

    def set_loading(self) -> None:
        """Rows are on their way; those in sight stay."""
        self.table.set_loading(loading=True)

    @property
    def ids_to_keep(self) -> tuple[int, ...]:
        """The customers in view and the chosen one, whose rows another reading brings along."""
        top, bottom = self.table.rowAt(0), self.table.rowAt(self.table.viewport().height() - 1)
        last = self._model.rowCount() if bottom < 0 else bottom + 1
        in_view = (int(self._model.key_at(place)) for place in range(max(top, 0), last))
        chosen = () if self.panel.row is None else (self.panel.row.id,)
        return (*in_view, *chosen)

    def show_list(self, order: "array[int]", rows: Sequence[CustomerRow]) -> None:
        """Show another list; the selection holds on to its customer.

        Args:
            order: all ids.
            rows: those that were read with it.
        """
        self.table.set_loading(loading=False)
        if self._model.has_order(order):
            self._model.renew(rows)
            self._tell_chosen()
        else:
            self._model.set_order(order, rows)
        self._say_nothing(is_empty=not order)

    def put_rows(self, rows: Sequence[CustomerRow]) -> None:
        """Show rows that came into view; the chosen one may be among them."""
        self._model.put(rows)
        if self.panel.row is None:
            self._tell_chosen()

    def show_counts(self, counts: Mapping[MappingStatus | None, int]) -> None:
        """Show how many customers stand how."""
        for status in MappingStatus:
            self.chips.set_count(status.value, counts.get(status, 0))
        self.chips.set_count(ALL, counts.get(None, 0))
        renamed = counts.get(MappingStatus.RENAMED, 0)
        self.acknowledge_all.setText(self.tr("Acknowledge all {n} renames").format(n=renamed))
        self.acknowledge_all.setVisible(renamed > 1 and self.panel.may_map)

    def show_exact(self, count: int | None, off: str) -> None:
        """Show how many customers have an exact match; None while nobody knows.

        Args:
            count: how many.
            off: why the review cannot be opened; empty where it can.
        """
        text = self.tr("Review exact matches")
        self.review.setText(text if count is None else f"{text} ({count})")
        self.review.set_reason(off)

    def replace(self, row: CustomerRow) -> None:
        """Show one customer anew, in the table and in the panel if it is there."""
        self._model.replace(row)
        if self.panel.row is not None and self.panel.row.key == row.key:
            self.panel.show_customer(row)
            self.acts.show_for(row)

    def allow(self, *, may_map: bool, may_export: bool, off: str) -> None:
        """Show what the role allows, and why nothing can be asked of Autotask, if so."""
        for button in (self.refresh_all, self.review, self.import_button):
            button.setVisible(may_map)
        self.export_button.setVisible(may_export)
        self.refresh_all.set_reason(off)
        self.import_button.set_reason(off)
        self.panel.allow(may_map=may_map, off=off)
        self.acts.allow(may_map=may_map, off=off)
        self._act_bar.allow(allowed=may_map)

    def _say_nothing(self, *, is_empty: bool) -> None:
        if not is_empty:
            self.table.show_overlay(None)
            return
        text, buttons = self.search_text, []
        if text:
            self._nothing.say(self.tr("No customer matches '{text}'").format(text=text))
            clear = ActionButton(self._theme, self.tr("Clear search"), "close")
            clear.clicked.connect(self.search.empty)
            buttons.append(clear)
        elif self.status is not None:
            word = self.chips.chip(self.chips.key).spec.text
            self._nothing.say(self.tr("No customer stands at {status}").format(status=word))
            everyone = ActionButton(self._theme, self.tr("Show all customers"))
            everyone.clicked.connect(self._choose_all)
            buttons.append(everyone)
        else:
            self._nothing.say(
                self.tr("No customers yet"),
                self.tr("Backupchecks holds none in this database. See Settings, Database."),
            )
        self._nothing.set_buttons(buttons)
        self.table.show_overlay(self._nothing)

    @Slot()
    def _choose_all(self) -> None:
        self.chips.choose(ALL)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks at the tab."""
        super().showEvent(event)
        self.looked_at.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows fewer columns."""
        super().resizeEvent(event)
        width = self.width() / self._theme.scale
        self.table.hide_for_narrow_window(sum(width < least for least in _NARROW))


class _Customers(TableView):
    """The table; Enter leads into the panel."""

    entered_panel = Signal()

    def __init__(self, theme: Theme, model: PagedModel, settings: QSettings) -> None:
        title = translate("CustomersTab", "Customers")
        super().__init__(theme, model, title, (settings, "customers"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_panel.emit()
        else:
            super().keyPressEvent(event)


def _chips() -> tuple[ChipSpec, ...]:
    return (
        ChipSpec("missing", translate("CustomersTab", "Missing"), "broken-link", "none_icon"),
        ChipSpec("invalid", translate("CustomersTab", "Invalid"), "no-entry", "failed_icon"),
        ChipSpec("renamed", translate("CustomersTab", "Renamed"), "pencil", "info_icon"),
        ChipSpec("ok", translate("CustomersTab", "OK"), "link", "good_icon"),
        ChipSpec(ALL, translate("CustomersTab", "All")),
    )
