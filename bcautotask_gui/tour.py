"""The main job, performed in the real window and checked against database and Autotask."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.shared.waiting import wait

CUSTOMER = "Zahnarztpraxis Dr. Köhler"
BLOCKED_CUSTOMER = "Autohaus Brandt KG"
# seconds
PATIENCE = 15

Found = TypeVar("Found", bound=QWidget)


class Probes(Protocol):
    """What the tour may ask behind the window's back."""

    def mapped_company(self, customer: str) -> int | None:
        """The company id that the database holds for a customer."""

    def ticket_number(self, run_id: int) -> str:
        """The ticket number that the database holds for a run, or empty."""

    def tickets_in_autotask(self, run_id: int) -> list[str]:
        """The numbers of all tickets in Autotask that carry the run's marker."""

    def company_exists(self, company_id: int) -> bool:
        """Whether Autotask holds an active company with this id."""


class StepFailedError(Exception):
    """A step of the tour did not end as it should."""


class Tour:
    """Walks through the window as a person would, and takes a picture of each station."""

    def __init__(self, window: MainWindow, folder: Path, probes: Probes) -> None:
        self._window = window
        self._folder = folder
        self._probes = probes
        self._pictures = 0

    def perform(self) -> int:
        """Performs all steps.

        Returns:
            0, or 1 after the first step that failed; its sentence goes to standard error.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            for step in (
                self._look_at_the_runs,
                self._test_the_connection,
                self._map_a_customer,
                self._create_a_ticket,
                self._meet_a_blocked_run,
            ):
                step()
        except StepFailedError as failed:
            self._picture("failed")
            sys.stderr.write(f"The tour stopped: {failed}\n")
            return 1
        sys.stdout.write(f"The tour is done; {self._pictures} pictures are in {self._folder}.\n")
        return 0

    def _look_at_the_runs(self) -> None:
        self._window.show_page("run_checks")
        table = self._table("Runs")
        self._until(lambda: table.model().rowCount() > 0, "runs are shown")
        self._row(table, CUSTOMER)
        self._picture("runs")

    def _test_the_connection(self) -> None:
        self._window.show_page("settings")
        self._click("Test connection")
        self._until(lambda: "connection" in self._outcome(), "the connection is tested")
        wait(100)
        self._until(lambda: self._button("Test connection").isEnabled(), "the test has ended")
        self._picture("connection-tested")
        if "works" not in self._outcome():
            raise StepFailedError(self._outcome())

    def _map_a_customer(self) -> None:
        self._window.show_page("customers")
        customers = self._table("Customers")
        self._choose(customers, CUSTOMER)
        companies = self._table("Companies")
        self._until(lambda: companies.model().rowCount() > 0, "companies are found")
        companies.selectRow(0)
        self._picture("company-found")
        self._click("Set mapping")
        self._until(
            lambda: self._probes.mapped_company(CUSTOMER) is not None, "the mapping is stored"
        )
        company = self._probes.mapped_company(CUSTOMER)
        if company is None or not self._probes.company_exists(company):
            raise StepFailedError(
                f"{CUSTOMER} is mapped to {company}, which Autotask does not hold"
            )
        self._until(lambda: "OK" in self._texts(customers, CUSTOMER), "the badge says OK")
        self._picture("customer-mapped")

    def _create_a_ticket(self) -> None:
        self._window.show_page("run_checks")
        runs = self._table("Runs")
        self._until(lambda: "OK" in self._texts(runs, CUSTOMER), "the run shows the mapping")
        run_id = self._choose(runs, CUSTOMER)
        self._click("Create Autotask ticket")
        dialog = self._dialog()
        button = self._button("Create Autotask ticket", dialog)
        self._until(button.isEnabled, "the preview is complete")
        self._picture("preview")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self._until(lambda: bool(self._probes.ticket_number(run_id)), "the ticket is recorded")
        number = self._probes.ticket_number(run_id)
        self._until(lambda: number in self._outcome(), "the outcome names the ticket")
        in_autotask = self._probes.tickets_in_autotask(run_id)
        if in_autotask != [number]:
            raise StepFailedError(f"run {run_id} has {number}, Autotask holds {in_autotask}")
        self._until(lambda: number in self._texts(runs, CUSTOMER), "the row shows the ticket")
        self._picture("ticket-created")
        self._turn_to("Ticket")
        self._until(lambda: self._says("Read from Autotask"), "the ticket was read")
        self._picture("ticket-detail")
        self._turn_to("Summary")

    def _meet_a_blocked_run(self) -> None:
        runs = self._table("Runs")
        self._choose(runs, BLOCKED_CUSTOMER)
        self._click("Create Autotask ticket")
        dialog = self._dialog()
        wait(600)
        if self._button("Create Autotask ticket", dialog).isEnabled():
            raise StepFailedError("a run of an inactive company could get a ticket")
        self._picture("blocked")
        dialog.reject()

    def _table(self, name: str) -> QTableView:
        return self._find(QTableView, name)

    def _button(self, name: str, inside: QWidget | None = None) -> QAbstractButton:
        return self._find(QAbstractButton, name, inside)

    def _click(self, name: str) -> None:
        button = self._button(name)
        self._until(button.isEnabled, f"{name} can be pressed")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _turn_to(self, name: str) -> None:
        """Turns the pane beside the table to one of its tabs."""
        for tabs in self._window.findChildren(QTabBar):
            for place in range(tabs.count()):
                if tabs.isVisible() and tabs.tabText(place).split(" ")[0] == name:
                    tabs.setCurrentIndex(place)
                    return
        raise StepFailedError(f"there is no tab {name}")

    def _says(self, beginning: str) -> bool:
        """Whether a text in view begins so."""
        labels = self._window.findChildren(QLabel)
        return any(each.isVisible() and each.text().startswith(beginning) for each in labels)

    def _find(self, kind: type[Found], name: str, inside: QWidget | None = None) -> Found:
        def found() -> Found | None:
            for widget in (inside or self._window).findChildren(kind):
                shown = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                if shown == name and widget.isVisible():
                    return widget
            return None

        self._until(lambda: found() is not None, f"{name} is in view")
        widget = found()
        assert widget is not None
        return widget

    def _dialog(self) -> QDialog:
        def front() -> QDialog | None:
            tops = QApplication.topLevelWidgets()
            return next((w for w in tops if isinstance(w, QDialog) and w.isVisible()), None)

        self._until(lambda: front() is not None, "the dialog opens")
        dialog = front()
        assert dialog is not None
        return dialog

    def _choose(self, table: QTableView, text: str) -> int:
        """Selects the first row that tells the text; answers its key."""
        row = self._row(table, text)
        table.setFocus()
        table.selectRow(row)
        table.scrollTo(table.model().index(row, 0))
        wait(300)
        return int(table.model().key_at(row))  # type: ignore[attr-defined]

    def _row(self, table: QTableView, text: str) -> int:
        self._until(lambda: self._place(table, text) is not None, f"{text} is in the list")
        return self._place(table, text) or 0

    def _place(self, table: QTableView, text: str) -> int | None:
        model = table.model()
        for row in range(min(model.rowCount(), 200)):
            for column in range(model.columnCount()):
                if model.index(row, column).data() == text:
                    return row
        return None

    def _texts(self, table: QTableView, text: str) -> str:
        """All that the row with this text tells."""
        row = self._place(table, text)
        if row is None:
            return ""
        model = table.model()
        told = (model.index(row, column).data() for column in range(model.columnCount()))
        return " ".join(str(each) for each in told)

    def _outcome(self) -> str:
        return self._window.status.outcome.sentence

    def _until(self, so: Callable[[], bool], what: str) -> None:
        deadline = QDeadlineTimer(PATIENCE * 1000)
        while not so() and not deadline.hasExpired():
            wait(20)
        if not so():
            raise StepFailedError(
                f"waited {PATIENCE} s until {what}; the window said: {self._outcome()}"
            )

    def _picture(self, name: str) -> None:
        """The window as it stands, with a dialog in front of it where there is one."""
        wait(250)
        picture = self._window.grab()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                painter = QPainter(picture)
                painter.fillRect(self._window.rect(), QColor(0, 0, 0, 70))
                place = dialog.geometry()
                place.moveCenter(self._window.rect().center())
                painter.drawPixmap(QPoint(place.left(), place.top()), dialog.grab())
                painter.end()
        self._pictures += 1
        picture.save(str(self._folder / f"{self._pictures:02}-{name}.png"))


def perform(window: MainWindow, folder: Path, probes: Probes) -> int:
    """Performs the tour; see `Tour`."""
    for field in window.findChildren(QLineEdit):
        field.clearFocus()
    return Tour(window, folder, probes).perform()
