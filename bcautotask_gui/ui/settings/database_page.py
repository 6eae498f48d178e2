"""The section Database: what is known of the database, to read only."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bcautotask_gui.ui.settings.checklist import LineList
from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.settings.state import DatabaseReport, Line
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.ui.theme import Theme

_WIDEST = 760


class DatabasePage(FormPage):
    """Which database is open, and what was found in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("DatabasePage", "Database"), parent)
        self.list = LineList(theme)
        self.list.setMaximumWidth(theme.px(_WIDEST))
        self._layout.addWidget(self.list)
        note = self.tr(
            "The tables of Backupchecks are read as they are and never altered. The workspace id "
            "is part of the names under which this computer's keyring keeps the secrets."
        )
        told = WrappingLabel(theme, note, "small", "muted")
        told.setMaximumWidth(theme.px(_WIDEST))
        self._layout.addWidget(told)
        self.add_end()

    def show_report(self, report: DatabaseReport) -> None:
        """Show what is known."""
        self.subheading.setText(report.title)
        self.list.show_lines(tuple(Line(check) for check in report.lines))
