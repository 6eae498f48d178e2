"""Leads the demo's window past every tab and dialog, one station after another."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QDeadlineTimer, QSettings, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)

from bcautotask_gui.app.help import Help
from bcautotask_gui.app.session import Session
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.opening.page import OpeningPage
from bcautotask_gui.ui.settings.sections import SectionButton
from bcautotask_gui.ui.shared.waiting import wait
from bcautotask_gui.worker.jobs import Lane
from tests.support.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QAction

    from bcautotask_gui.ui.theme import Theme

PATIENCE_MS = 60_000
AGAIN_MS = 5_000
# milliseconds for what follows by itself, such as the pane after a selected row
SETTLE_MS = 400
CUSTOMER = "Zahnarztpraxis Dr. Köhler"
BLOCKED_CUSTOMER = "Autohaus Brandt KG"
NUMBER = re.compile(r"T\d{8}\.\d{4}")

Found = TypeVar("Found", bound=QWidget)


class Station(NamedTuple):
    """What is in view: a window, and the dialog in front of it if there is one."""

    name: str
    window: QWidget
    dialog: QDialog | None = None

    @property
    def front(self) -> QWidget:
        return self.dialog or self.window


class Demo:
    """The demo in a window of its own size, ready to be led."""

    def __init__(self, theme: Theme, profile: Profile) -> None:
        self.theme = theme
        self._known = QApplication.topLevelWidgets()
        memory = QSettings(str(profile.window_memory), QSettings.Format.IniFormat)
        self.window = MainWindow(theme, memory)
        options = StartOptions(True, profile.folder, "", "", None)  # noqa: FBT003
        self.session = Session(options, profile, theme, self.window, memory)
        self.help = Help(theme, self.window, self.session)

    def begin(self) -> None:
        ended: list[str] = []
        self.session.ready.connect(lambda: ended.append(""))
        self.session.failed.connect(lambda: ended.append(self.session.trouble))
        self.window.show()
        QTimer.singleShot(0, self.session.open)
        until(lambda: bool(ended), "the demo is ready")
        assert not ended[0], ended[0]
        until(lambda: self.table("Runs").model().rowCount() > 0, "runs are shown")
        wait(SETTLE_MS)

    def end(self) -> None:
        self.help.close()
        self.window.close_now()
        assert self.session.close(15_000), "a job did not end"
        self.session.deleteLater()
        for window in QApplication.topLevelWidgets():
            if window not in self._known:
                window.deleteLater()

    def settle(self) -> None:
        """Waits until nothing but the watching loop is at work, and what it brought is shown."""
        wait(SETTLE_MS)
        busy = (Lane.AUTOTASK, Lane.BULK, Lane.LOCAL)
        until(lambda: not self.session.jobs.running_in(*busy), "nothing is at work")
        wait(SETTLE_MS)

    # what a person does ----------------------------------------------------------------

    def find(self, kind: type[Found], name: str, inside: QWidget | None = None) -> Found:
        def found() -> Found | None:
            for widget in (inside or self.window).findChildren(kind):
                shown = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                if shown in spoken(name) and widget.isVisible():
                    return widget
            return None

        until(lambda: found() is not None, f"{name} is in view")
        widget = found()
        assert widget is not None
        return widget

    def table(self, name: str) -> QTableView:
        return self.find(QTableView, name)

    def press(self, name: str, inside: QWidget | None = None) -> None:
        button = self.find(QAbstractButton, name, inside)
        until(button.isEnabled, f"{name} can be pressed")
        button.click()

    def choose(self, table: QTableView, text: str) -> None:
        """Selects the first row that tells the text, in whichever column."""
        until(lambda: place(table, text) is not None, f"{text} is in the list")
        table.setFocus()
        table.selectRow(place(table, text) or 0)
        self.settle()

    def turn_pane_to(self, name: str) -> None:
        """Turns the pane to one of its tabs; a narrow window has no pane."""
        tabs = next(
            each
            for each in self.window.findChildren(QTabBar)
            if each.accessibleName() in spoken("Run details")
        )
        if not tabs.isVisible():
            return
        names = [tabs.tabText(each).split(" ")[0] for each in range(tabs.count())]
        tabs.setCurrentIndex(next(at for at, each in enumerate(names) if each in spoken(name)))
        self.settle()

    def until_told(self, *words: str) -> None:
        """Waits until the outcome holds one of the words."""
        outcome = self.window.status.outcome
        until(lambda: any(each in outcome.sentence for each in words), f"{words[0]} is told")

    @contextmanager
    def dialog(self, name: str, opening: Callable[[], object]) -> Iterator[Station]:
        """Opens a dialog by an act, and leaves it as Esc would."""
        for _again in range(10):
            # an act meets nothing while its row is being read anew; a person presses once more
            opening()
            deadline = QDeadlineTimer(AGAIN_MS)
            while front() is None and not deadline.hasExpired():
                wait(20)
            if front() is not None:
                break
        until(lambda: front() is not None, f"{name} opens")
        dialog = front()
        assert dialog is not None
        self.settle()
        yield Station(name, self.window, dialog)
        if (left := front()) is not None:
            left.reject()
        until(lambda: front() is None, f"{name} closes")


def until(so: Callable[[], bool], what: str) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not so():
        assert not deadline.hasExpired(), f"waited in vain until {what}"
        wait(20)


def place(table: QTableView, text: str) -> int | None:
    model = table.model()
    for row in range(min(model.rowCount(), 100)):
        for column in range(model.columnCount()):
            if str(model.index(row, column).data()) == text:
                return row
    return None


def front() -> QDialog | None:
    tops = QApplication.topLevelWidgets()
    return next((top for top in tops if isinstance(top, QDialog) and top.isVisible()), None)


@contextmanager
def demo(theme: Theme, folder: Path) -> Iterator[Demo]:
    """The demo on a profile in this folder; all of it has ended afterwards."""
    made = Demo(theme, Profile(folder))
    try:
        made.begin()
        yield made
    finally:
        made.end()


def stations(shown: Demo) -> Iterator[Station]:
    """Every screen, in the order of a morning; each is in view while it is yielded."""
    from tests.support.rare_stations import before_the_pages, rare

    yield from opening(shown.theme)
    yield from before_the_pages(shown.theme, shown.window)
    yield from run_checks(shown)
    yield from customers(shown)
    yield from creating(shown)
    yield from tickets(shown)
    yield from settings(shown)
    yield from help_window(shown)
    yield from rare(shown)


def opening(theme: Theme) -> Iterator[Station]:
    """What stands in place of the pages while the database is not open."""
    page = OpeningPage(theme)
    page.resize(theme.px(1440), theme.px(840))
    page.show()
    for kind in (Kind.DATABASE_UNREACHABLE, Kind.DATABASE_SIGN_IN):
        page.show_failure(Failure(kind), "1f0c2d34")
        wait(SETTLE_MS)
        yield Station(f"opening-{kind.value.replace('_', '-')}", page)
    page.close()
    page.deleteLater()


def run_checks(shown: Demo) -> Iterator[Station]:
    shown.window.show_page("run_checks")
    runs = shown.table("Runs")
    shown.choose(runs, "HV01 Daily")
    yield Station("run-checks", shown.window)
    for name in ("Objects", "Mail", "History"):
        shown.turn_pane_to(name)
        yield Station(f"pane-{name.lower()}", shown.window)
    shown.turn_pane_to("Summary")
    runs.selectAll()
    wait(SETTLE_MS)
    yield Station("runs-selected", shown.window)
    with shown.dialog("save-view", save_view(shown)) as station:
        yield station
    act(runs, "Group by job").trigger()
    jobs = shown.table("Jobs")
    until(lambda: place(jobs, CUSTOMER) is not None, "jobs are shown")
    shown.settle()
    yield Station("jobs", shown.window)
    shown.press("Show its runs")
    shown.settle()
    yield Station("runs-of-one-job", shown.window)
    shown.press("Back to all jobs")
    shown.press("Show single runs")
    shown.settle()
    search = shown.find(QLineEdit, "Search customer, job, ticket or message")
    search.setText("zeppelin")
    shown.settle()
    yield Station("no-run-matches", shown.window)
    search.clear()
    until(lambda: runs.model().rowCount() > 0, "runs are shown again")


def save_view(shown: Demo) -> Callable[[], object]:
    """Save this view…, from the menu of the View button."""

    def opening() -> None:
        shown.press("View menu")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        save = next(each for each in menu.actions() if each.text() in spoken("Save this view…"))
        menu.close()
        save.trigger()

    return opening


def customers(shown: Demo) -> Iterator[Station]:
    shown.window.show_page("customers")
    table = shown.table("Customers")
    shown.choose(table, CUSTOMER)
    companies = shown.table("Companies")
    until(lambda: companies.model().rowCount() > 0, "companies are found")
    companies.selectRow(0)
    wait(SETTLE_MS)
    yield Station("customers", shown.window)
    review = next(
        button
        for button in shown.window.findChildren(QAbstractButton)
        if button.text().startswith(tuple(spoken("Review exact matches")))
    )
    until(review.isEnabled, "suggestions are known")
    with shown.dialog("review-exact-matches", review.click) as station:
        yield station
    shown.press("Set mapping")
    until(lambda: "OK" in told(table, CUSTOMER), "the mapping is set")
    shown.settle()
    yield Station("customer-mapped", shown.window)


def told(table: QTableView, text: str) -> str:
    row = place(table, text)
    model = table.model()
    columns = range(model.columnCount()) if row is not None else ()
    return " ".join(str(model.index(row, column).data()) for column in columns)


def creating(shown: Demo) -> Iterator[Station]:
    shown.window.show_page("run_checks")
    runs = shown.table("Runs")
    until(lambda: "OK" in told(runs, CUSTOMER), "the run shows the mapping")
    shown.choose(runs, BLOCKED_CUSTOMER)
    create = "Create Autotask ticket"
    with shown.dialog("create-blocked", act(runs, create).trigger) as station:
        yield station
    shown.choose(runs, CUSTOMER)
    with shown.dialog("create-preview", act(runs, create).trigger) as station:
        assert station.dialog
        until(shown.find(QAbstractButton, create, station.dialog).isEnabled, "all is checked")
        yield station
        shown.press("Change queue, priority and due date", station.dialog)
        shown.find(QComboBox, "Queue", station.dialog)
        shown.settle()
        yield Station("create-changing", station.window, station.dialog)
        shown.press(create, station.dialog)
        until(lambda: bool(NUMBER.search(told(runs, CUSTOMER))), "the ticket is created")
        until(lambda: front() is None, "the preview closes")
    shown.turn_pane_to("Ticket")
    yield Station("ticket-created", shown.window)
    shown.turn_pane_to("Summary")


def tickets(shown: Demo) -> Iterator[Station]:
    runs = shown.table("Runs")
    shown.choose(runs, "HV01 Daily")
    with shown.dialog("link-ticket", act(runs, "Link existing ticket").trigger) as station:
        yield station
    shown.choose(runs, CUSTOMER)
    for name, text in (
        ("resolve", "Resolve ticket"),
        ("note", "Add internal note"),
        ("keys", "List of keys"),
    ):
        with shown.dialog(name, act(runs, text).trigger) as station:
            yield station


def act(runs: QTableView, text: str) -> QAction:
    """An act of the row menu: in a narrow window its button may be out of view."""
    return next(each for each in runs.actions() if each.text() in spoken(text))


def settings(shown: Demo) -> Iterator[Station]:
    shown.window.show_page("settings")
    for button in shown.window.findChildren(SectionButton):
        button.click()
        shown.settle()
        yield Station(f"settings-{button.text().lower().replace(' ', '-')}", shown.window)
    first = shown.window.findChildren(SectionButton)[0]
    first.click()
    shown.press("Test connection")
    shown.until_told("connection", "verbinding")
    wait(SETTLE_MS)
    yield Station("connection-tested", shown.window)
    with shown.dialog("validation", lambda: shown.press("Validate configuration")) as station:
        yield station
    with shown.dialog("switch-to-production", lambda: shown.press("Production")) as station:
        yield station


def help_window(shown: Demo) -> Iterator[Station]:
    shown.window.help_requested.emit()
    window = shown.help.shown
    assert window is not None
    window.show_page("morning")
    wait(SETTLE_MS)
    yield Station("help", window)
    window.close()
