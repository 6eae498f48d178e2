"""A person who works in the window all day, quickly and at random; whatever fails, they go on."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTabBar, QTableView

from bcautotask_gui.ui.run_checks.link.dialog import LinkDialog
from bcautotask_gui.ui.run_checks.note.dialog import NoteDialog
from bcautotask_gui.ui.run_checks.resolve.dialog import ResolveDialog
from bcautotask_gui.ui.run_checks.writing_dialog import WritingDialog
from bcautotask_gui.ui.settings.sections import SectionButton
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.waiting import wait
from bcautotask_gui.worker.jobs import Lane
from tests.support.stations import act, front

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from bcautotask_gui.app.help import Help
    from bcautotask_gui.app.session import Session
    from bcautotask_gui.ui.main_window import MainWindow

# milliseconds: for what is read, and for an act that a fault may hold up
SOON, PATIENCE = 5_000, 90_000
SHOWN = 12  # rows that are in view without scrolling
WORDS = ("daily", "zeppelin", "veeam", "warning", "T2026", "")


class Robot:
    """Acts through the widgets alone.

    Attributes:
        done: how often each act came to its end, was refused by a rule, or opened nothing.
    """

    def __init__(self, window: MainWindow, session: Session, help_: Help, seed: int) -> None:
        self.window, self.session, self.help = window, session, help_
        self.done: Counter[str] = Counter()
        self._random = random.Random(seed)
        self._acts: list[tuple[int, Callable[[], str]]] = [
            (6, self.create), (3, self.link), (3, self.resolve), (2, self.note),
            (1, self.unlink), (2, self.review), (1, self.take_back), (3, self.refresh),
            (2, self.look), (2, self.search), (2, self.customers), (1, self.refresh_mappings),
            (1, self.settings), (1, self.read_help), (1, self.change_role),
        ]  # fmt: skip
        self._first = [chosen for _, chosen in self._acts]

    @property
    def is_warm(self) -> bool:
        """Whether each act was tried once, and what it needs was loaded."""
        return not self._first

    def act(self) -> None:
        """One act of the day: each act once, then whichever comes."""
        if self._first:
            chosen = self._first.pop()
        else:
            [(_, chosen)] = self._random.choices(self._acts, [each for each, _ in self._acts])
        ended = chosen()
        self.dismiss()
        self.done[f"{chosen.__name__.replace('_', ' ')}: {ended}"] += 1

    def wait(self, so: Callable[[], bool], most: int = SOON) -> bool:
        """Lets the window live until it is so, or for as long as a person would wait."""
        deadline = QDeadlineTimer(most)
        while not so():
            if deadline.hasExpired():
                return False
            wait(10)
        return True

    def rest(self) -> None:
        """Waits until nothing but the watching loop is at work."""
        busy = (Lane.AUTOTASK, Lane.BULK, Lane.LOCAL, Lane.KEYRING)
        self.wait(lambda: not self.session.jobs.running_in(*busy), PATIENCE)

    def dismiss(self) -> None:
        """Leaves every dialog that is still open."""
        self.wait(self._dismissed, PATIENCE)

    def _dismissed(self) -> bool:
        dialog = front()
        if dialog is not None:
            dialog.reject()
        return front() is None

    # in Run Checks -----------------------------------------------------------------------

    def create(self) -> str:
        return self._write("Create Autotask ticket")

    def link(self) -> str:
        return self._write("Link existing ticket")

    def resolve(self) -> str:
        return self._write("Resolve ticket")

    def note(self) -> str:
        return self._write("Add internal note")

    def unlink(self) -> str:
        return self._write("Unlink ticket")

    def review(self) -> str:
        return self._press_act("Mark as reviewed")

    def take_back(self) -> str:
        return self._press_act("Take back the last review")

    def look(self) -> str:
        """Walks through some runs and the tabs of the pane."""
        runs = self._runs()
        for row in range(min(4, runs.model().rowCount())):
            runs.selectRow(row)
            wait(60)
        tabs = next(
            (
                each
                for each in self.window.findChildren(QTabBar)
                if each.accessibleName() == "Run details"
            ),
            None,
        )
        if tabs is not None:
            for place in (*range(1, tabs.count()), 0):
                tabs.setCurrentIndex(place)
                wait(40)
        bar = runs.verticalScrollBar()
        bar.setValue(self._random.randint(0, bar.maximum()))
        wait(100)
        bar.setValue(0)
        return "done"

    def search(self) -> str:
        self._runs()
        for field in self.window.findChildren(QLineEdit):
            if field.accessibleName() == "Search customer, job, ticket or message":
                field.setText(self._random.choice(WORDS))
                wait(400)
                field.clear()
                return "done"
        return "nothing"

    def _runs(self) -> QTableView:
        self.window.show_page("run_checks")
        return self._table("Runs")

    def _table(self, name: str) -> QTableView:
        for each in self.window.findChildren(QTableView):
            if each.accessibleName() == name and each.isVisible():
                return each
        raise AssertionError(f"{name} is not in view")

    def _choose_a_run(self, runs: QTableView, text: str) -> bool:
        """Selects runs until one allows the act."""
        action = act(runs, text)
        rows = list(range(min(SHOWN, runs.model().rowCount())))
        self._random.shuffle(rows)
        for row in rows:
            runs.selectRow(row)
            if self.wait(action.isEnabled, 150) and action.isVisible():
                return True
        return False

    def _write(self, text: str) -> str:
        """An act with a dialog: opens it, fills it in, presses its button, reads how it ended."""
        runs = self._runs()
        if not self._choose_a_run(runs, text):
            return "nothing"
        act(runs, text).trigger()
        if not self.wait(lambda: front() is not None):
            return "nothing"
        dialog = front()
        if not isinstance(dialog, ActDialog):
            return "nothing"
        self._fill_in(dialog)
        if not self.wait(lambda: dialog.primary.isVisible() and dialog.primary.isEnabled()):
            return "refused"
        dialog.primary.click()
        self.wait(lambda: front() is not dialog or _has_ended(dialog), PATIENCE)
        self.rest()
        return "done" if front() is None else "failed"

    def _fill_in(self, dialog: ActDialog) -> None:
        self.rest()
        if isinstance(dialog, LinkDialog):
            if dialog.candidates:
                dialog.table.selectRow(self._random.randrange(len(dialog.candidates)))
            wait(300)
            self.rest()
            dialog.tick.setChecked(True)
        elif isinstance(dialog, ResolveDialog):
            dialog.tick.setChecked(True)
        elif isinstance(dialog, NoteDialog):
            dialog.field.editor.setPlainText(f"Looked at, {self._random.random()}")
        else:
            for field in dialog.findChildren(QLineEdit):
                if field.isVisible() and not field.text():
                    field.setText("a wrong link")

    def _press_act(self, text: str) -> str:
        runs = self._runs()
        if not self._choose_a_run(runs, text):
            return "nothing"
        act(runs, text).trigger()
        self.rest()
        return "done"

    # elsewhere ---------------------------------------------------------------------------

    def refresh(self) -> str:
        self.window.show_page(self._random.choice(("run_checks", "customers", "settings")))
        self.window.refresh_requested.emit()
        self.rest()
        return "done"

    def customers(self) -> str:
        self.window.show_page("customers")
        table = self._table("Customers")
        self.wait(lambda: table.model().rowCount() > 0)
        for _ in range(3):
            table.selectRow(self._random.randrange(max(1, min(SHOWN, table.model().rowCount()))))
            wait(150)
        self.rest()
        return "done"

    def refresh_mappings(self) -> str:
        self.window.show_page("customers")
        for button in self.window.findChildren(QAbstractButton):
            if button.text().startswith("Refresh all mappings") and button.isEnabled():
                button.click()
                self.rest()
                return "done"
        return "nothing"

    def settings(self) -> str:
        self.window.show_page("settings")
        for button in self.window.findChildren(SectionButton):
            button.click()
            wait(60)
        self.rest()
        return "done"

    def read_help(self) -> str:
        self.window.help_requested.emit()
        wait(150)
        self.help.close()
        return "done"

    def change_role(self) -> str:
        """To another role and back: what it may not do is not shown meanwhile."""
        people, place = self.session.people, self.session.workplace
        assert place is not None
        usual = place.actor.operator
        others = sorted(usual.roles - {usual.role}) or [usual.role]
        people._come(usual.acting_as(self._random.choice(others)))
        self.rest()
        wait(200)
        people._come(place.actor.operator.acting_as(usual.role))
        self.rest()
        return "done"

    def clear_the_desk(self) -> None:
        """New pages, nothing selected, nothing at work: so that two moments can be compared."""
        self.dismiss()
        self.window.show_page("run_checks")
        place = self.session.workplace
        assert place is not None
        self.session.people._come(place.actor.operator)
        wait(1500)
        self.rest()
        wait(1500)


def _has_ended(dialog: QDialog) -> bool:
    """Whether a dialog that writes came to its end, or another one says what is wrong."""
    if isinstance(dialog, WritingDialog):
        return not dialog.is_writing
    return isinstance(dialog, ActDialog) and not dialog.primary.isEnabled()
