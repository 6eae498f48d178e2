"""The acts on runs, in the order of the menus, and when each may be used."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction

from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.ui.run_checks.abilities import (
    Abilities,
    against_backupchecks,
    against_copy,
    against_link,
    against_number,
    against_review,
    against_review_of_job,
    against_unlink,
)
from bcautotask_gui.ui.run_checks.act import RunAct
from bcautotask_gui.ui.run_checks.reasons import (
    Selected,
    against_create,
    against_note,
    against_note_only,
    against_open,
    against_resolve,
)
from bcautotask_gui.ui.run_checks.top_bar import TopBar
from bcautotask_gui.ui.shared.buttons import Kind
from bcautotask_gui.ui.shared.table_view import TableView


class RunActions(QObject):
    """Keeps buttons and menu entries true to the selection; one button is blue at most."""

    resolve_requested = Signal()
    """Resolve ticket, or Add note only where time was booked."""
    abilities_changed = Signal()
    """Ask `abilities`."""
    copy_requested = Signal(str)
    """The ticket numbers of the selected runs, one on a line."""

    def __init__(
        self,
        bar: TopBar,
        table: TableView,
        *,
        may: Collection[Permission],
        parent: QObject | None = None,
    ) -> None:
        """Build the acts.

        Args:
            bar: holds the buttons and the Run menu.
            table: where the keys work.
            may: what the role allows; an act that it does not allow is not shown.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._bar, self._table, self._may = bar, table, may
        self.selected, self.abilities = Selected(), Abilities()
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._make_acts()
        for action in table.actions():
            bar.run_menu.addAction(action)
        for act, permission in self._permissions():
            self._allow(act, allowed=permission in may)
        self.resolve.requested.connect(self.resolve_requested)
        self.note_only.requested.connect(self.resolve_requested)
        self.copy.requested.connect(self._copy_numbers)

    def _make_acts(self) -> None:
        bar, table = self._bar, self._table
        self.create = RunAct(table, bar.create_button.text(), "C", bar.create_button)
        self.open = RunAct(table, bar.open_button.text(), "O", bar.open_button)
        self.link = RunAct(table, bar.link_button.text(), "L", bar.link_button)
        self.number = RunAct(table, bar.number_button.text(), "T", bar.number_button)
        self.resolve = RunAct(table, bar.resolve_button.text(), "R", bar.resolve_button)
        self.note_only = RunAct(table, bar.note_only_button.text(), "R", bar.note_only_button)
        self.note = RunAct(table, self.tr("Add internal note"), "N")
        self._separate()
        self.review = RunAct(table, bar.review_button.text(), "M", bar.review_button)
        self.review_job = RunAct(table, self.tr("Mark all runs of this job as reviewed"))
        self.take_back = RunAct(table, self.tr("Take back the last review"), "Ctrl+Z")
        self._separate()
        self.copy = RunAct(table, self.tr("Copy ticket number"), "Y")
        self.backupchecks = RunAct(table, self.tr("Open in Backupchecks"), "B")
        self.unlink = RunAct(table, self.tr("Unlink ticket"))
        self._separate()
        self.group = RunAct(table, self.tr("Group by job"), "G")
        self.export = RunAct(table, self.tr("Export this view as CSV"))
        self.keys = RunAct(table, self.tr("List of keys"), "?")
        self.take_back.set_reason(self.tr("There is no review to take back."))

    @property
    def all(self) -> tuple[RunAct, ...]:
        """All acts, in the order of the menus."""
        acts = {act.action: act for act in self._table.findChildren(RunAct)}
        return tuple(acts[action] for action in self._table.actions() if action in acts)

    def _separate(self) -> None:
        line = QAction(self._table)
        line.setSeparator(True)
        self._table.addAction(line)

    def _permissions(self) -> tuple[tuple[RunAct, Permission], ...]:
        return (
            (self.create, Permission.CREATE),
            (self.link, Permission.LINK),
            (self.resolve, Permission.RESOLVE),
            (self.note, Permission.NOTE),
            (self.review, Permission.REVIEW),
            (self.review_job, Permission.REVIEW),
            (self.take_back, Permission.REVIEW),
            (self.unlink, Permission.UNLINK),
            (self.export, Permission.EXPORT),
        )

    def _allow(self, act: RunAct, *, allowed: bool) -> None:
        act.set_visible(visible=allowed)
        if act.button is not None:
            self._bar.actions_row.allow(act.button, allowed=allowed)

    def set_single_keys(self, *, on: bool) -> None:
        """Let single letters act, or not; keys with Ctrl always do."""
        for act in self.all:
            act.set_key_on(on=on or len(act.key) > 1)

    def show_abilities(self, abilities: Abilities) -> None:
        """Judge by what settings and database allow."""
        self.abilities = abilities
        self.show_for(self.selected)
        self.abilities_changed.emit()

    def show_for(self, selected: Selected) -> None:
        """Say for the selection what may be done, and why not."""
        self.selected = selected
        can = self.abilities
        self.create.set_reason(against_create(selected))
        self.open.set_reason(against_open(selected))
        self.link.set_reason(against_link(selected, can.rules))
        may_type = Permission.MANUAL_NUMBER in self._may and can.numbers_are_typed
        self._allow(self.number, allowed=may_type)
        self.number.set_reason(against_number(selected))
        self.note.set_reason(against_note(selected, can.rules))
        self.review.set_reason(against_review(selected, can))
        self.review_job.set_reason(against_review_of_job(selected, can))
        self.copy.set_reason(against_copy(selected))
        self.backupchecks.set_reason(against_backupchecks(selected, can))
        self.unlink.set_reason(against_unlink(selected))
        self._show_resolving()
        typed = may_type and can.rules.is_known and not can.rules.enabled
        leading = (self.open, self.number if typed else self.create)
        blue = next((act for act in leading if not act.reason), None)
        for act in (self.create, self.open, self.number):
            if act.button is not None:
                act.button.set_kind(Kind.PRIMARY if act is blue else Kind.NORMAL)

    def _show_resolving(self) -> None:
        """Where time was booked, Add note only stands in the place of Resolve ticket."""
        rules = self.abilities.rules
        resolve = against_resolve(self.selected, rules)
        note_only = against_note_only(self.selected, rules)
        takes_its_place = bool(resolve) and not note_only
        may = Permission.RESOLVE in self._may
        self._allow(self.resolve, allowed=may and not takes_its_place)
        self._allow(self.note_only, allowed=may and takes_its_place)
        self.resolve.set_reason(resolve)
        self.note_only.set_reason(note_only)
        self._bar.note_only_button.set_tip(resolve)

    @Slot()
    def _copy_numbers(self) -> None:
        self.copy_requested.emit("\n".join(self.selected.numbers))
