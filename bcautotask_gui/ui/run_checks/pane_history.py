"""Who did what with a run, newest first."""

from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.runs import HistoryEntry
from bcautotask_gui.ui.run_checks.pane_page import PanePage
from bcautotask_gui.ui.run_checks.words import Now
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme


class HistoryPage(PanePage):
    """A line for each act."""

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("History"), parent)
        self._now = now

    def show_history(self, history: tuple[HistoryEntry, ...]) -> None:
        """Show these acts."""
        self.begin()
        for entry in sorted(history, key=lambda entry: entry.at, reverse=True):
            when = moment_text(entry.at, self._now())
            what = told(entry.what)
            what = what[:1].upper() + what[1:]
            self.add_point("history", "muted", what, when, entry.who)
        if not history:
            self.add_text(self.tr("Nothing was done with this run yet."), "muted")
        self.end()
