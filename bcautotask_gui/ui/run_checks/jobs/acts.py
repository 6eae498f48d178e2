"""The acts on lines of jobs, with their keys, buttons and menu entries."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.ui.run_checks.act import RunAct
from bcautotask_gui.ui.run_checks.top_bar import TopBar
from bcautotask_gui.ui.run_checks.words import translate
from bcautotask_gui.ui.shared.buttons import Kind
from bcautotask_gui.ui.shared.table_view import TableView


class JobActs(QObject):
    """Keeps buttons and menu entries true to how many lines are selected."""

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
            bar: holds the buttons and the menu.
            table: where the keys work.
            may: what the role allows; an act that it does not allow is not shown.
            parent: Qt's parent.
        """
        super().__init__(parent)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.open = RunAct(table, bar.show_runs_button.text(), "Return", bar.show_runs_button)
        self.review = RunAct(table, bar.review_jobs_button.text(), "M", bar.review_jobs_button)
        self.take_back = RunAct(table, self.tr("Take back the last review"), "Ctrl+Z")
        line = QAction(table)
        line.setSeparator(True)
        table.addAction(line)
        self.ungroup = RunAct(table, bar.ungroup_button.text(), "G", bar.ungroup_button)
        self.keys = RunAct(table, self.tr("List of keys"), "?")
        for action in table.actions():
            bar.job_row.menu.addAction(action)
        for act in (self.review, self.take_back):
            act.set_visible(visible=Permission.REVIEW in may)
        bar.job_row.allow(bar.review_jobs_button, allowed=Permission.REVIEW in may)
        self._against_review = ""
        self._selected = 0
        self._judge()

    def show_selected(self, count: int) -> None:
        """Judge by how many lines are selected."""
        self._selected = count
        self._judge()

    def show_against_review(self, reason: str) -> None:
        """Judge by what the database allows; empty where runs can be marked."""
        self._against_review = reason
        self._judge()

    def _judge(self) -> None:
        none = "" if self._selected else translate("JobReasons", "Select a job first.")
        several = translate("JobReasons", "Select one job: this acts on one at a time.")
        self.open.set_reason(several if self._selected > 1 else none)
        self.review.set_reason(self._against_review or none)
        if self.open.button is not None:
            self.open.button.set_kind(Kind.NORMAL if self.open.reason else Kind.PRIMARY)

    def set_single_keys(self, *, on: bool) -> None:
        """Let single letters act, or not; keys with Ctrl and Enter always do."""
        for act in (self.review, self.ungroup, self.keys):
            act.set_key_on(on=on)
