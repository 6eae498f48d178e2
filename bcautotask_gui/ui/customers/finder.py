"""The search for a company in the panel: the field, what it found, and how it was found."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.customers import CompanyHit, Suggestion
from bcautotask_gui.ui.customers.company_list import CompanyList
from bcautotask_gui.ui.customers.company_search import CompanySearchField
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


class CompanyFinder(QWidget):
    """Shows what it is told; arrows and Enter of the field reach the list."""

    chosen_changed = Signal()
    """Another company of the list is chosen, or none."""
    accepted = Signal()
    """The chosen company is the one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        placeholder = translate("CustomerPanel", "Search companies by name or id")
        self.search = CompanySearchField(theme, placeholder)
        self.companies = CompanyList(theme)
        self._found = Label(theme, "", "small", "muted", tabular=True)
        self._nothing = EmptyState(theme, "building", parent=self, small=True)
        self._nothing.hide()
        self._lay_out(theme)
        self.search.walked.connect(self._walk)
        self.search.entered.connect(self.accepted)
        self.companies.rows_selected.connect(self.chosen_changed)
        self.companies.activated_by_key.connect(self.accepted)
        self.companies.doubleClicked.connect(self.accepted)

    def _lay_out(self, theme: Theme) -> None:
        label = Label(theme, translate("CustomerPanel", "Companies"), "section")
        label.setBuddy(self.search)
        title = QHBoxLayout()
        title.addWidget(label, 1)
        title.addWidget(self._found)
        upper = QVBoxLayout()
        upper.setContentsMargins(theme.space.l, theme.space.m, theme.space.l, theme.px(10))
        upper.setSpacing(theme.space.s)
        upper.addLayout(title)
        upper.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper)
        layout.addWidget(self.companies, 1)

    def show_searching(self) -> None:
        """Say that a search is under way; what was found before stays."""
        self._found.setText(translate("CustomerPanel", "Searching Autotask…"))

    def show_suggestions(self, hits: tuple[CompanyHit, ...], age: str) -> None:
        """Show what the list of companies suggests; `age` says when it was read."""
        told = translate("CustomerPanel", "1 suggestion, list of {age}")
        if len(hits) != 1:
            told = translate("CustomerPanel", "{n} suggestions, list of {age}")
        self._show(hits)
        self._found.setText(told.format(n=len(hits), age=age))

    def show_hits(self, text: str, hits: tuple[CompanyHit, ...]) -> None:
        """Show what a text found; an exact one that is free is chosen already."""
        found = translate("CustomerPanel", "1 found")
        if len(hits) != 1:
            found = translate("CustomerPanel", "{n} found").format(n=len(hits))
        names = translate("CustomerPanel", "names from Autotask, live")
        self._found.setText(f"{found} · {names}" if hits else "")
        self._nothing.say(
            translate("CustomerPanel", "No company matches '{text}'").format(text=text),
            translate("CustomerPanel", "Try a shorter part of the name, or the company id."),
        )
        self._show(hits)

    def _show(self, hits: tuple[CompanyHit, ...]) -> None:
        self.companies.show_hits(hits)
        self.companies.show_overlay(None if hits else self._nothing)
        first = hits[0] if hits else None
        if first is not None and suggests_itself(first):
            self.companies.select_key(first.key)
        else:
            self.companies.clearSelection()
        self.chosen_changed.emit()

    def clear(self) -> None:
        """Show no results, and say nothing about them."""
        self.companies.show_hits(())
        self.companies.show_overlay(None)
        self._found.setText("")
        self.chosen_changed.emit()

    def turn_off(self, reason: str) -> None:
        """Say why nothing can be searched for; empty where it can."""
        self.search.setEnabled(not reason)
        self.search.setToolTip(reason)
        if reason:
            self._found.setText("")

    @Slot(object)
    def _walk(self, step: int) -> None:
        self.companies.select_next(step)


def suggests_itself(hit: CompanyHit) -> bool:
    """Only an exact, active and free company is chosen before a person chose."""
    is_free = hit.company.is_active and not hit.taken_by
    return is_free and hit.suggestion is Suggestion.EXACT
