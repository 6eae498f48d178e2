"""What stands in place of rows when there are none: what is so, then where to go next."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.ui.run_checks.filters import Chosen, Range
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.numbers import number
from bcautotask_gui.ui.theme import Theme


class _Way(ActionButton):
    """A button that knows where it leads."""

    taken = Signal(object)

    def __init__(self, theme: Theme, text: str, icon: str, key: str, goal: object) -> None:
        super().__init__(theme, text, icon, key)
        self._goal = goal
        self.clicked.connect(self._take)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._goal)


class EmptyRuns(EmptyState):
    """Names the search or the filter that hides everything, and offers the ways out."""

    wanted = Signal(object)
    """The `Chosen` that a button leads to."""
    place_wanted = Signal(str)
    """The name of the page that mends it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._chosen = Chosen()
        self._counts: Mapping[RunView, int] = {}
        self._is_workspace_empty = False

    def show_why(self, chosen: Chosen, *, is_workspace_empty: bool) -> None:
        """Say why there is no row."""
        self._chosen, self._is_workspace_empty = chosen, is_workspace_empty
        self._say()

    @Slot(object)
    def show_counts(self, counts: Mapping[RunView, int]) -> None:
        """How many runs the other views hold."""
        self._counts = counts
        self._say()

    def _say(self) -> None:
        if self._is_workspace_empty:
            self._say_no_runs_yet()
        elif self._chosen.search:
            self._say_not_found()
        elif self._chosen.view is RunView.NOT_REVIEWED and not self._narrowed:
            self._say_all_reviewed()
        else:
            self._say_filtered()

    @property
    def _narrowed(self) -> bool:
        return bool(self._chosen.customer or self._chosen.software or self._chosen.job_id)

    def _say_no_runs_yet(self) -> None:
        self.say(
            self.tr("No runs in this database yet"),
            self.tr("Backupchecks stores them as reports arrive. Check that it is this database."),
            "database",
        )
        settings = _Way(self._theme, self.tr("Open database settings"), "gear", "", "database")
        settings.taken.connect(self._go)
        self.set_buttons([settings])

    def _say_not_found(self) -> None:
        words = self.tr("No run matches '{search}'.").format(search=self._chosen.search)
        self.say(words, self._filters_sentence(), "search")
        clear = self._way(self.tr("Clear search"), replace(self._chosen, search=""), "close")
        self.set_buttons([clear, *self._wider()])

    def _say_all_reviewed(self) -> None:
        self.say(
            self.tr("Nothing left to review"), self._filters_sentence(), "check-ring", "good_icon"
        )
        ways = [
            (RunView.OPEN_TICKETS, self.tr("Show open tickets ({n})"), "ticket", "3"),
            (RunView.MISSED, self.tr("Show missed ({n})"), "clock-dashed", "5"),
        ]
        buttons = [
            self._way(
                text.format(n=number(self._counts[view])),
                replace(self._chosen, view=view),
                icon,
                key,
            )
            for view, text, icon, key in ways
            if self._counts.get(view)
        ]
        everything = replace(self._chosen, view=RunView.ALL)
        self.set_buttons([*buttons, self._way(self.tr("Show all runs"), everything, "", "6")])

    def _say_filtered(self) -> None:
        heading = {
            RunView.NOT_REVIEWED: self.tr("Nothing left to review"),
            RunView.NEEDS_TICKET: self.tr("No run needs a ticket"),
            RunView.OPEN_TICKETS: self.tr("No open tickets"),
            RunView.WAITING: self.tr("No run waits for its outcome"),
            RunView.MISSED: self.tr("No missed runs"),
            RunView.ALL: self.tr("No runs"),
        }[self._chosen.view]
        self.say(heading, self._filters_sentence(), "filter")
        self.set_buttons(self._wider())

    def _filters_sentence(self) -> str:
        parts = self._chosen.filters
        if not parts:
            return ""
        return self.tr("Shown: {filters}.").format(filters=" · ".join(parts))

    def _wider(self) -> list[ActionButton]:
        """The ways out of what the filters hide."""
        ways = []
        if self._narrowed:
            wide = replace(
                self._chosen, customer_id=None, customer="", software="", job_id=None, job=""
            )
            ways.append(self._way(self.tr("Clear filters"), wide, "filter"))
        if self._chosen.range is not Range.ALL:
            always = replace(self._chosen, range=Range.ALL)
            ways.append(self._way(self.tr("Show all time"), always, "calendar"))
        return ways

    def _way(self, text: str, chosen: Chosen, icon: str = "", key: str = "") -> ActionButton:
        button = _Way(self._theme, text, icon, key, chosen)
        button.taken.connect(self.wanted)
        return button

    @Slot(object)
    def _go(self, place: str) -> None:
        self.place_wanted.emit(place)
