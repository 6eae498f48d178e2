"""The two lines above the table: views and search, actions and filters."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.ui.run_checks.action_row import ActionRow
from bcautotask_gui.ui.run_checks.filters import Chosen, Range
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.chips import ChipBar, ChipSpec
from bcautotask_gui.ui.shared.fields import ChoiceField
from bcautotask_gui.ui.shared.search_field import SearchField
from bcautotask_gui.ui.theme import Theme


class TopBar(QWidget):
    """Holds the controls and tells what is chosen in them."""

    changed = Signal()
    """Another view, search or filter; ask `chosen`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sort = ("run_at", True)
        self._quiet = False
        self._in_messages = ""
        self._choices: tuple[tuple[tuple[int, str], ...], tuple[str, ...]] = ((), ())
        self._wide = theme.px(1200)
        self._grouped = False
        self._job: tuple[int | None, str] = (None, "")
        self.views = ChipBar(theme, self.tr("Views"), self._chips())
        self.view_button = ActionButton(theme, self.tr("View"), "chevron-down", "V", Kind.FLAT)
        self.view_button.setAccessibleName(self.tr("View menu"))
        self.view_button.set_tip(self.tr("Your own views, and grouping by job"))
        self.search = SearchField(theme, self.tr("Search customer, job, ticket or message"))
        self.create_button = ActionButton(theme, self.tr("Create Autotask ticket"), "plus")
        self.open_button = ActionButton(theme, self.tr("Open ticket"), "external")
        self.link_button = ActionButton(theme, self.tr("Link existing ticket"), "link")
        self.number_button = ActionButton(theme, self.tr("Type ticket number"), "note")
        self.resolve_button = ActionButton(theme, self.tr("Resolve ticket"), "flag")
        self.note_only_button = ActionButton(theme, self.tr("Add note only"), "note")
        self.review_button = ActionButton(theme, self.tr("Mark as reviewed"), "check")
        self.show_runs_button = ActionButton(theme, self.tr("Show its runs"), "list")
        self.review_jobs_button = ActionButton(theme, self.tr("Mark as reviewed"), "check")
        self.ungroup_button = ActionButton(theme, self.tr("Show single runs"), "list")
        self.actions_row, self.job_row = ActionRow(theme), ActionRow(theme)
        self._rows = QStackedWidget()
        self.run_menu = self.actions_row.menu
        self.range = ChoiceField(theme)
        self.customer = ChoiceField(theme)
        self.software = ChoiceField(theme)
        self._fill_choices(theme)
        self._lay_out(theme)
        self._last = self.chosen
        self.views.chosen.connect(self._told)
        self.search.searched.connect(self._told)
        for field in (self.range, self.customer, self.software):
            field.currentIndexChanged.connect(self._told)

    def _chips(self) -> tuple[ChipSpec, ...]:
        return (
            ChipSpec(RunView.NOT_REVIEWED, self.tr("Not reviewed")),
            ChipSpec(RunView.NEEDS_TICKET, self.tr("Needs ticket"), "ticket"),
            ChipSpec(RunView.OPEN_TICKETS, self.tr("Open tickets"), "dot", "info_icon"),
            ChipSpec(RunView.WAITING, self.tr("Waiting"), "hourglass"),
            ChipSpec(RunView.MISSED, self.tr("Missed"), "clock-dashed"),
            ChipSpec(RunView.ALL, self.tr("All"), counted=False),
        )

    def _fill_choices(self, theme: Theme) -> None:
        for each in Range:
            self.range.addItem(each.label, each)
        self.range.choose_data(Range.WEEK)
        self.customer.addItem(self.tr("All customers"), None)
        self.software.addItem(self.tr("All software"), "")
        self.range.setAccessibleName(self.tr("Date range"))
        self.customer.setAccessibleName(self.tr("Customer"))
        self.software.setAccessibleName(self.tr("Software"))
        for field, width in ((self.range, 116), (self.customer, 132), (self.software, 122)):
            field.setFixedWidth(theme.px(width))
            field.view().setMinimumWidth(theme.px(240))

    def _lay_out(self, theme: Theme) -> None:
        fields = (self.range, self.customer, self.software)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.views)
        above.addSpacing(theme.space.s)
        above.addWidget(self.view_button)
        above.addStretch(1)
        above.addSpacing(theme.space.s)
        above.addWidget(self.search, 100)
        for keys in (
            {self.create_button: "C"},
            {self.open_button: "O"},
            {self.link_button: "L"},
            {self.number_button: "T"},
            {self.resolve_button: "R", self.note_only_button: "R"},
            {self.review_button: "M"},
        ):
            self.actions_row.add(keys)
        for keys in (
            {self.show_runs_button: self.tr("Enter")},
            {self.review_jobs_button: "M"},
            {self.ungroup_button: "G"},
        ):
            self.job_row.add(keys)
        for row in (self.actions_row, self.job_row):
            self._rows.addWidget(row)
        self._rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        below.addWidget(self._rows, 1)
        for field in fields:
            below.addWidget(field)
        below.setSpacing(theme.space.s)
        widths = sum(field.maximumWidth() for field in fields)
        self.search.setMaximumWidth(widths + 2 * theme.space.s)
        layout = QVBoxLayout(self)
        edge = theme.space.m
        layout.setContentsMargins(edge, theme.px(11), edge, theme.px(10))
        layout.setSpacing(theme.px(10))
        layout.addLayout(above)
        layout.addLayout(below)
        for before, after in (
            (self.views, self.view_button),
            (self.view_button, self.search),
            (self.search, self.range),
            (self.range, self.customer),
            (self.customer, self.software),
            (self.software, self.create_button),
            (self.create_button, self.open_button),
            (self.open_button, self.link_button),
            (self.link_button, self.number_button),
            (self.number_button, self.resolve_button),
            (self.resolve_button, self.note_only_button),
            (self.note_only_button, self.review_button),
            (self.review_button, self.actions_row.more),
            (self.actions_row.more, self.show_runs_button),
            (self.show_runs_button, self.review_jobs_button),
            (self.review_jobs_button, self.ungroup_button),
            (self.ungroup_button, self.job_row.more),
        ):
            self.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it gets narrow, the search needs the room of a key cap."""
        super().resizeEvent(event)
        self.view_button.set_key("V" if self.width() >= self._wide else "")

    @property
    def chosen(self) -> Chosen:
        """What the controls say now."""
        customer_id = self.customer.currentData()
        return Chosen(
            view=RunView(self.views.key),
            search=self.search.text().strip(),
            range=Range(self.range.currentData()),
            customer_id=customer_id,
            customer="" if customer_id is None else self.customer.currentText(),
            software=self.software.currentData() or "",
            sort=self._sort[0],
            descending=self._sort[1],
            in_messages=bool(self._in_messages) and self._in_messages == self.search.text().strip(),
            grouped=self._grouped,
            job_id=self._job[0],
            job=self._job[1],
        )

    @Slot()
    def look_into_messages(self) -> None:
        """Let the search that stands there look into the messages of objects as well."""
        self._in_messages = self.search.text().strip()
        self._told()

    def choose(self, chosen: Chosen) -> None:
        """Set all controls at once; `changed` is said once if that changes anything."""
        self._quiet = True
        self.views.choose(chosen.view)
        if chosen.search:
            self.search.setText(chosen.search)
        else:
            self.search.empty()
        self.range.choose_data(chosen.range)
        self._choose_or_all(self.customer, chosen.customer_id, chosen.customer)
        self._choose_or_all(self.software, chosen.software, chosen.software)
        self._sort = (chosen.sort, chosen.descending)
        self._grouped = chosen.grouped
        self._job = (chosen.job_id, chosen.job)
        self._rows.setCurrentWidget(self.job_row if chosen.grouped else self.actions_row)
        self._quiet = False
        self._told()

    @staticmethod
    def _choose_or_all(field: ChoiceField, value: object, name: str) -> None:
        """In another database the id may be somebody else's, so the name must be the same."""
        place = field.findData(value)
        is_same = place >= 0 and (not name or field.itemText(place) == name)
        field.setCurrentIndex(place if is_same else 0)

    @Slot(str, bool)
    def sort_by(self, sort: str, descending: bool) -> None:
        """Sort by a column."""
        self.choose(replace(self.chosen, sort=sort, descending=descending))

    @Slot()
    def group(self) -> None:
        """One line per job, of all jobs that the view holds."""
        self.choose(replace(self.chosen, grouped=True, job_id=None, job=""))

    @Slot()
    def ungroup(self) -> None:
        """One line per run again."""
        self.choose(replace(self.chosen, grouped=False))

    @Slot()
    def toggle_groups(self) -> None:
        """Lines of jobs in place of lines of runs, or the other way round."""
        if self._grouped:
            self.ungroup()
        else:
            self.group()

    def open_job(self, job_id: int, job: str) -> None:
        """Only the runs of one job.

        Args:
            job_id: the job.
            job: names it above the table.
        """
        self.choose(replace(self.chosen, grouped=False, job_id=job_id, job=job))

    @Slot()
    def leave_job(self) -> None:
        """Back to the lines of jobs, where one was opened."""
        if self._job[0] is not None:
            self.group()

    def show_choices(
        self, customers: tuple[tuple[int, str], ...], software: tuple[str, ...]
    ) -> None:
        """Offer these customers and programs; what is chosen stays chosen where it is offered."""
        if (customers, software) == self._choices:
            return  # filling in thousands of customers takes longer than a window may stand still
        self._choices = (customers, software)
        self._quiet = True
        self._offer(self.customer, ((name, key) for key, name in customers))
        self._offer(self.software, ((name, name) for name in software))
        self._quiet = False
        self._told()

    @staticmethod
    def _offer(field: ChoiceField, items: Iterable[tuple[str, object]]) -> None:
        kept = field.currentData()
        while field.count() > 1:
            field.removeItem(1)
        for text, value in items:
            field.addItem(text, value)
        if not field.choose_data(kept):
            field.setCurrentIndex(0)

    def show_counts(self, counts: Mapping[RunView, int] | None) -> None:
        """Show how many runs each view holds; None while nobody knows."""
        for view in RunView:
            self.views.set_count(view, None if counts is None else counts.get(view))

    @Slot()
    def _told(self) -> None:
        if not self._quiet and self.chosen != self._last:
            self._last = self.chosen
            self.changed.emit()
