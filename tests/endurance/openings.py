"""Opens and closes every dialog, page, menu and role of the demo's window, as often as asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTabBar

from bcautotask_gui.ui.settings.merging.conflicts import Conflict
from bcautotask_gui.ui.settings.sections import SectionButton
from bcautotask_gui.worker.jobs import Lane
from tests.support.stations import BLOCKED_CUSTOMER, CUSTOMER, act, front, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction

    from tests.support.stations import Demo

LINKED_JOB = "HV01 Daily"


class Opening(NamedTuple):
    """One thing that a person opens and closes.

    Attributes:
        before: leads to where it can be opened; done once.
        once: opens it and closes it again.
    """

    name: str
    before: Callable[[], object]
    once: Callable[[], object]


class Openings:
    """All of them, over one demo."""

    def __init__(self, shown: Demo) -> None:
        self._shown = shown
        self._session = shown.session

    def all(self) -> Iterator[Opening]:
        """In the order of a morning."""
        yield from self._of_runs()
        yield from self._of_customers()
        yield from self._of_settings()
        yield from self._of_the_window()

    def quiet(self) -> None:
        """Waits until nothing but the watching loop is at work."""
        busy = (Lane.AUTOTASK, Lane.BULK, Lane.LOCAL, Lane.KEYRING)
        until(lambda: not self._session.jobs.running_in(*busy), "nothing is at work")

    def _dialog(self, open_it: Callable[[], object]) -> None:
        """Opens a dialog, waits for what it reads, and leaves it as Esc would."""
        open_it()
        until(lambda: front() is not None, "the dialog opens")
        self.quiet()
        dialog = front()
        assert dialog is not None
        dialog.reject()
        until(lambda: front() is None, "the dialog closes")
        self.quiet()

    def _of_runs(self) -> Iterator[Opening]:
        shown = self._shown
        shown.window.show_page("run_checks")
        runs = shown.table("Runs")

        def chosen(text: str) -> Callable[[], object]:
            return partial(self._choose, "run_checks", "Runs", text)

        def by(text: str) -> Callable[[], object]:
            return lambda: self._dialog(self._ready(act(runs, text)))

        yield Opening("create blocked", chosen(BLOCKED_CUSTOMER), by("Create Autotask ticket"))
        yield Opening("create", chosen(LINKED_JOB), by("Create Autotask ticket"))
        yield Opening("resolve", chosen(CUSTOMER), by("Resolve ticket"))
        yield Opening("note", chosen(CUSTOMER), by("Add internal note"))
        yield Opening("unlink", chosen(CUSTOMER), by("Unlink ticket"))
        yield Opening("number", chosen(LINKED_JOB), lambda: self._dialog(self._type_a_number))
        yield Opening("link", chosen(LINKED_JOB), by("Link existing ticket"))
        yield Opening("export runs", chosen(LINKED_JOB), by("Export this view as CSV"))
        yield Opening("keys", chosen(LINKED_JOB), by("List of keys"))
        yield Opening("details", chosen(LINKED_JOB), self._walk_through_rows)
        yield Opening("pane", chosen(LINKED_JOB), self._turn_the_pane)

    def _type_a_number(self) -> None:
        """Opens it as its act does, which is only shown while Autotask is off."""
        assert self._session.pages
        self._session.pages.deciding.number._begin()

    def _ready(self, action: QAction) -> Callable[[], object]:
        def trigger() -> None:
            until(action.isEnabled, f"{action.text()} may be used")
            action.trigger()

        return trigger

    def _choose(self, page: str, table: str, text: str) -> None:
        self._shown.window.show_page(page)
        self._shown.choose(self._shown.table(table), text)

    def _walk_through_rows(self) -> None:
        runs = self._shown.table("Runs")
        for row in range(4):
            runs.selectRow(row)
            self.quiet()

    def _turn_the_pane(self) -> None:
        tabs = next(
            each
            for each in self._shown.window.findChildren(QTabBar)
            if each.accessibleName() == "Run details"
        )
        for place in (*range(1, tabs.count()), 0):
            tabs.setCurrentIndex(place)
            self.quiet()

    def _of_customers(self) -> Iterator[Opening]:
        shown = self._shown
        chosen = partial(self._choose, "customers", "Customers", CUSTOMER)
        review = next(
            button
            for button in shown.window.findChildren(QAbstractButton)
            if button.text().startswith("Review exact matches")
        )

        def review_matches() -> None:
            until(review.isEnabled, "suggestions are known")
            review.click()

        for name, open_it in (
            ("review", review_matches),
            ("import", lambda: shown.press("Import CSV…")),
            ("export customers", lambda: shown.press("Export CSV…")),
        ):
            yield Opening(name, chosen, partial(self._dialog, open_it))
        yield Opening("customers", chosen, self._walk_through_customers)

    def _walk_through_customers(self) -> None:
        customers = self._shown.table("Customers")
        for row in range(3):
            customers.selectRow(row)
            self.quiet()

    def _of_settings(self) -> Iterator[Opening]:
        shown = self._shown

        def go() -> None:
            shown.window.show_page("settings")
            shown.window.findChildren(SectionButton)[0].click()
            self.quiet()

        def press(name: str) -> Callable[[], object]:
            return partial(self._dialog, lambda: shown.press(name))

        yield Opening("validation", go, press("Validate configuration"))
        yield Opening("switch", go, press("Production"))
        yield Opening("merge", go, lambda: self._dialog(self._merge))
        yield Opening("sections", go, self._walk_through_sections)

    def _merge(self) -> None:
        assert self._session.pages
        conflict = Conflict(*(["words"] * len(Conflict.__dataclass_fields__)))
        self._session.pages.settings_page.tab.ask_merge("anna", (conflict,))

    def _walk_through_sections(self) -> None:
        for button in self._shown.window.findChildren(SectionButton):
            button.click()
            self.quiet()

    def _of_the_window(self) -> Iterator[Opening]:
        messages = self._session.messages
        yield Opening(
            "question", self.quiet,
            lambda: self._dialog(lambda: messages.ask("Title", "Words.", "Yes", self.quiet)),
        )  # fmt: skip
        yield Opening(
            "message", self.quiet,
            lambda: self._dialog(lambda: messages.tell("Title", "Words.", "Details")),
        )  # fmt: skip
        yield Opening("help", self.quiet, self._help)
        yield Opening("people", self.quiet, self._menu)
        yield Opening("pages", self.quiet, self._walk_through_pages)
        yield Opening("role", self.quiet, self._come_again)

    def _help(self) -> None:
        self._shown.window.help_requested.emit()
        assert self._shown.help.shown is not None
        self._shown.help.shown.show_page("morning")
        self._shown.help.close()

    def _menu(self) -> None:
        self._session.people._open_menu()
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            menu.close()

    def _walk_through_pages(self) -> None:
        for name in ("customers", "settings", "run_checks"):
            self._shown.window.show_page(name)
            self.quiet()

    def _come_again(self) -> None:
        """Whoever takes another role gets pages of their own."""
        place = self._session.workplace
        assert place is not None
        self._session.people._come(place.actor.operator)
        self.quiet()
        runs = self._shown.table("Runs")
        until(lambda: runs.model().rowCount() > 0, "runs are shown")
        self.quiet()
