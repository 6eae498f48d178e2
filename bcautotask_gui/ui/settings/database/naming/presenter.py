"""Lets an admin name tables and columns, and says where other names wait to be used."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from bcautotask_gui.domain.naming import GivenNames, NameChoice
from bcautotask_gui.services.naming import NamesNews, NamingService
from bcautotask_gui.ui.settings.database.naming.dialog import NameDialog
from bcautotask_gui.ui.settings.database.page import DatabasePage
from bcautotask_gui.ui.settings.state import DatabaseReport, usual_columns
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, told
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.worker.job import Job


class NamingPresenter(QObject):
    """One dialog at a time; what is saved counts after connecting again."""

    def __init__(
        self,
        theme: Theme,
        page: DatabasePage,
        naming: NamingService,
        report: DatabaseReport,
        jobs: Runner,
        outcome: OutcomePort,
        connect_again: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """Show what was found.

        Args:
            theme: Colours, sizes and fonts.
            page: The section Database.
            naming: Keeps the names.
            report: What was found, as lines.
            jobs: Runs the work.
            outcome: Told how an act ended.
            connect_again: Begins anew with the same database.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._theme, self._page, self._naming = theme, page, naming
        self._jobs, self._outcome = jobs, outcome
        self._connect_again = connect_again
        self._asked: Job | None = None
        self._heard = False
        self.dialog: NameDialog | None = None
        page.columns_asked.connect(self._show_columns)
        page.name_asked.connect(self._ask)
        page.again_asked.connect(self._go)
        page.show_report(report, may_name=naming.may_give)

    @Slot()
    def hear(self) -> None:
        """Somebody may have given names after this application connected."""
        looked = self._jobs.run(Lane.LOCAL, self._naming.news)
        looked.done.connect(self._tell)

    @Slot()
    def _show_columns(self) -> None:
        lines = usual_columns(self._naming.report)
        self._page.show_columns(lines, may_name=self._naming.may_give)

    @Slot(object)
    def _tell(self, news: NamesNews | None) -> None:
        if news is None or self._heard:
            return
        self._heard = True
        heading = self.tr("{who} named other tables or columns").format(who=news.who)
        text = self.tr("They count here after connecting again. Until then no ticket is created.")
        self._page.show_names(heading, text)
        where = self.tr("Connect again in Settings, Database.")
        self._outcome.tell(f"{heading}. {text} {where}")

    @Slot(str)
    def _ask(self, word: str) -> None:
        if self.dialog is None and self._asked is None:
            asked = self._asked = self._jobs.run(Lane.LOCAL, partial(self._naming.choice, word))
            asked.done.connect(self._open)
            asked.failed.connect(self._fail)
            asked.finished.connect(self._end)

    @Slot(object)
    def _open(self, choice: NameChoice) -> None:
        dialog = self.dialog = NameDialog(
            self._theme, choice, told(self._lost(choice.word)), self._page.window()
        )
        dialog.confirmed.connect(self._give)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _lost(self, word: str) -> str:
        parts = self._naming.report.parts
        return next((each.lost for each in parts if each.word == word), "")

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._outcome.tell("", as_failure(error))

    @Slot(object)
    def _end(self, _job: object) -> None:
        self._asked = None

    @Slot()
    def _give(self) -> None:
        dialog = self.dialog
        if dialog is not None:
            dialog.show_busy()
            given = self._jobs.run(Lane.LOCAL, self._naming.give, dialog.choice, dialog.name)
            given.done.connect(self._given)
            given.failed.connect(self._not_given)

    @Slot(object)
    def _given(self, _names: GivenNames) -> None:
        self._heard = True
        heading = self.tr("Saved for everyone")
        text = self.tr("It counts from the next time that somebody connects, you included.")
        self._page.show_names(heading, text)
        self._outcome.tell(f"{heading}. {text}")
        if self.dialog is not None:
            self.dialog.accept()

    @Slot(object)
    def _not_given(self, error: object) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(as_failure(error))
        else:
            self._outcome.tell("", as_failure(error))

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    @Slot()
    def _go(self) -> None:
        self._connect_again()
