"""The View button: own views to recall, and what can be done with the one that is shown."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bcautotask_gui.ui.run_checks.filters import Chosen
from bcautotask_gui.ui.run_checks.top_bar import TopBar
from bcautotask_gui.ui.run_checks.views.naming import NamingDialog
from bcautotask_gui.ui.run_checks.views.own_views import OwnView, OwnViews
from bcautotask_gui.ui.run_checks.views.words import chosen_words
from bcautotask_gui.ui.shared.inert import plain_tip
from bcautotask_gui.ui.theme import Theme

_MOST_NUMBERED = 9


class _Menu(QMenu):
    """Keeps numbers and letters to itself while it is open: the table has keys of its own."""

    def event(self, event: QEvent) -> bool:
        """Else the focused table's shortcuts would come first."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class ViewMenu(QObject):
    """Built anew each time it opens, from what is chosen and what is kept."""

    told = Signal(str)
    """How an act on a view ended, in a sentence."""

    def __init__(self, theme: Theme, bar: TopBar, own: OwnViews, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._bar, self._own, self._window = theme, bar, own, window
        self.menu = _Menu(window)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)
        self.dialog: NamingDialog | None = None
        bar.view_button.clicked.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Open the menu below its button; a number recalls the view of that number."""
        button = self._bar.view_button
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    @Slot()
    def _fill(self) -> None:
        self.menu.clear()
        chosen = self._bar.chosen
        shown = self._own.like(chosen)
        for place, view in enumerate(self._own.all(), start=1):
            self._add_view(place, view, is_shown=view == shown)
        if not self.menu.isEmpty():
            self.menu.addSeparator()
        self._add(self.tr("Save this view…"), self._save, not shown)
        if shown is not None:
            name = shown.name.replace("&", "&&")
            self._add(self.tr("Rename {name}…").format(name=name), self._rename)
            self._add(self.tr("Remove {name}").format(name=name), self._remove)
        self.menu.addSeparator()
        group = self._add(self.tr("&Group by job"), self._bar.toggle_groups)
        group.setCheckable(True)
        group.setChecked(chosen.grouped)

    def _add(self, text: str, act: object, enabled: bool = True) -> QAction:
        action = self.menu.addAction(text)
        action.setEnabled(enabled)
        action.triggered.connect(act)
        return action

    def _add_view(self, place: int, view: OwnView, *, is_shown: bool) -> None:
        name = view.name.replace("&", "&&")
        text = f"&{place}  {name}" if place <= _MOST_NUMBERED else name
        action = self.menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(is_shown)
        action.setToolTip(plain_tip(chosen_words(view.chosen)))
        action.setData(view.name)
        action.triggered.connect(self._recall)

    @Slot()
    def _recall(self) -> None:
        action = self.sender()
        view = self._own.named(str(action.data())) if isinstance(action, QAction) else None
        if view is None:
            return
        self._bar.choose(view.chosen)
        missing = _missing(view.chosen, self._bar.chosen)
        if missing:
            words = self.tr("{name}: {missing} is not in this database any more, so all are shown.")
            self.told.emit(words.format(name=view.name, missing=missing))

    @Slot()
    def _save(self) -> None:
        self._ask("", self._keep)

    @Slot()
    def _rename(self) -> None:
        view = self._own.like(self._bar.chosen)
        if view is not None:
            self._ask(view.name, self._keep_renamed)

    def _ask(self, name: str, then: object) -> None:
        taken = {view.name.casefold() for view in self._own.all()} - {name.casefold()}
        dialog = self.dialog = NamingDialog(
            self._theme, self._bar.chosen, frozenset(taken), name, self._window.window()
        )
        dialog.named.connect(then)
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    @Slot(str)
    def _keep(self, name: str) -> None:
        self._own.keep(name, self._bar.chosen)
        self.told.emit(self.tr("View {name} is kept. V opens your views.").format(name=name))

    @Slot(str)
    def _keep_renamed(self, name: str) -> None:
        view = self._own.like(self._bar.chosen)
        if view is not None:
            self._own.rename(view.name, name)
            words = self.tr("View {former} is called {name} now.")
            self.told.emit(words.format(former=view.name, name=name))

    @Slot()
    def _remove(self) -> None:
        """What is shown stays, so that it can be kept again at once."""
        view = self._own.like(self._bar.chosen)
        if view is not None:
            self._own.remove(view.name)
            self.told.emit(self.tr("View {name} is removed.").format(name=view.name))


def _missing(wanted: Chosen, got: Chosen) -> str:
    """The customer or software of a view that is not offered, by name."""
    if wanted.customer_id != got.customer_id:
        return wanted.customer
    return wanted.software if wanted.software != got.software else ""
