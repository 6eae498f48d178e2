"""The Link dialog: one field, the tickets found, and what must be confirmed before linking."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.domain.linking import LinkCandidate, LinkPreview, LinkSearch
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.run_checks.link.columns import candidate_columns
from bcautotask_gui.ui.run_checks.link.field import TicketField
from bcautotask_gui.ui.run_checks.link.worries import (
    blocks_text,
    heading_of,
    left_out,
    text_of,
)
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.table_model import RowsModel
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.shared.toggles import TickBox
from bcautotask_gui.ui.theme import Theme


class LinkDialog(ActDialog):
    """Shows what it is told; who hears its signals searches, looks and links."""

    help_page = "linking"

    searched = Signal(str)
    chosen = Signal(object)
    """The LinkCandidate that is looked at from now on, or None."""
    open_requested = Signal(object)
    """A ticket id."""
    copy_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        run_ids: tuple[int, ...],
        runs: str,
        environment: tuple[Environment, str] | None,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            theme: Colours, sizes and fonts.
            run_ids: the runs that are linked.
            runs: what they are, in words.
            environment: where acts go, and database and zone in words; None where not known yet.
            text: what is searched at first.
            parent: Qt's parent.
        """
        strip = EnvironmentStrip(theme)
        super().__init__(theme, self.tr("Link existing ticket"), strip, parent)
        self.run_ids = run_ids
        self.preview: LinkPreview | None = None
        self._details = ""
        self._make_body()
        self._make_foot()
        strip.setVisible(environment is not None)
        if environment is not None:
            strip.show_environment(environment[0], environment[1], "")
        one = self.tr("Link an existing ticket to this run")
        many = self.tr("Link an existing ticket to {n} runs").format(n=len(run_ids))
        self.say(one if len(run_ids) == 1 else many, runs)
        self.resize(theme.px(800), theme.px(528))
        self.field.setText(text)
        self.field.setFocus()
        self._wait_for_choice()

    def _make_body(self) -> None:
        theme = self._theme
        self.field = TicketField(theme, self.tr("Ticket number, or words of its title"))
        self._model = RowsModel(candidate_columns(), self)
        self.table = TableView(theme, self._model, self.tr("Tickets"))
        self.table.set_row_height(theme.metrics.dialog_row)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._nothing = EmptyState(theme, "ticket", parent=self.table.viewport(), small=True)
        self._nothing.hide()
        box = Panel(theme, "base", "line")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self._worry = NoticeBox(theme, Tone.WARNING, "")
        self.tick = TickBox(theme, self.tr("Link it all the same"))
        self._worry.body.addWidget(self.tick)
        self._blocked = NoticeBox(theme, Tone.BLOCKED, "")
        self._failed = NoticeBox(theme, Tone.FAILED, "")
        self._left_out = NoticeBox(theme, Tone.QUIET, "")
        self._meaning = WrappingLabel(
            theme,
            self.tr(
                "Linking changes nothing on the ticket. Its id is stored, the number is shown."
            ),
            "small",
            "muted",
        )
        self.body.addWidget(self.field)
        self.body.addWidget(box, 1)
        for notice in (self._worry, self._blocked, self._failed, self._left_out):
            self.body.addWidget(notice)
            notice.hide()
        self.body.addWidget(self._meaning)
        self.field.searched.connect(self.searched)
        self.field.left.connect(self.reject)
        self.field.walked.connect(self.table.select_next)
        self.field.entered.connect(self._press_primary)
        self.table.rows_selected.connect(self._chosen)
        self.tick.toggled.connect(self._ticked)

    def _make_foot(self) -> None:
        theme = self._theme
        self._open = ActionButton(theme, self.tr("Open ticket"), "external", kind=Kind.FLAT)
        self._open.clicked.connect(self._ask_to_open)
        self._copy = ActionButton(theme, self.tr("Copy details"), "copy", kind=Kind.FLAT)
        self._copy.clicked.connect(self._copy_details)
        self.footer_left.addWidget(self._open)
        self.footer_left.addWidget(self._copy)
        self._copy.hide()
        self.set_primary(self.tr("Link existing ticket"), "link")

    # what is found -------------------------------------------------------------------------

    @property
    def candidate(self) -> LinkCandidate | None:
        """The ticket that is chosen."""
        rows = self.table.selected_rows()
        return rows[0] if rows else None

    @property
    def candidates(self) -> tuple[LinkCandidate, ...]:
        """The tickets that were found."""
        return self._model.rows

    def show_searching(self) -> None:
        """A search is under way; what was found before stays until it ends."""
        self._failed.hide()
        self._copy.hide()
        self.set_hint(self.tr("Searching in Autotask"))
        self.block(self.tr("The search is under way."))

    def show_found(self, found: LinkSearch) -> None:
        """Show what a search found; a single find is chosen at once if something was typed."""
        self._model.set_rows(found.candidates)
        self._say_nothing_found(is_empty=not found.candidates)
        if self.candidate is None:
            self._wait_for_choice()
        else:
            self._chosen()
        if found.is_cut:
            self.set_hint(self.tr("There are more. Type more words."))
        if len(found.candidates) == 1 and self.field.text().strip():
            self.table.select_key(found.candidates[0].key)

    def _say_nothing_found(self, *, is_empty: bool) -> None:
        text = self.field.text().strip()
        heading = self.tr("No ticket matches “{text}”").format(text=text)
        told = self.tr("Check the number, or search by words of the title.")
        if not text:
            heading = self.tr("This company has no open ticket")
            told = self.tr("Type a ticket number, or words of a title.")
        self._nothing.say(heading, told)
        self.table.show_overlay(self._nothing if is_empty else None)

    @Slot()
    def _chosen(self) -> None:
        found = self.candidate
        self._clear_verdict()
        if found is None:
            self._wait_for_choice()
        else:
            self.set_hint(self.tr("Reading the ticket"))
            self.block(self.tr("The ticket is being read."))
        self._open.set_reason("" if found else self.tr("Choose a ticket first."))
        self.chosen.emit(found)

    def _wait_for_choice(self) -> None:
        self._clear_verdict()
        self.set_hint(self.tr("Choose a ticket") if self.candidates else "")
        self.block(self.tr("Choose a ticket first."))
        self._open.set_reason(self.tr("Choose a ticket first."))

    def _clear_verdict(self) -> None:
        self.preview = None
        self.tick.setChecked(False)
        self._copy.hide()
        for notice in (self._worry, self._blocked, self._failed, self._left_out):
            notice.hide()

    # what it would mean --------------------------------------------------------------------

    def show_preview(self, preview: LinkPreview, stale: Trouble | None = None) -> None:
        """Show whether the chosen ticket may be linked, and what must be confirmed.

        Args:
            preview: what linking would mean now.
            stale: what changed since it was looked at before.
        """
        self._clear_verdict()
        self.preview = preview
        if stale is not None:
            self._show(self._failed, self.tr("This changed meanwhile"), stale.sentence)
        if preview.blocks:
            heading = self.tr("This ticket cannot be linked")
            self._show(self._blocked, heading, blocks_text(preview.blocks))
            self.set_hint("")
            self.block(told(preview.blocks[0].what))
            return
        if preview.confirmations:
            self._show(
                self._worry, heading_of(preview.confirmations), text_of(preview.confirmations)
            )
        rest = left_out(preview)
        if rest:
            heading = self.tr("{n} of {all} runs will be linked").format(
                n=len(preview.run_ids), all=len(preview.verdicts)
            )
            self._show(self._left_out, heading, rest)
        self._ticked()

    def _show(self, notice: NoticeBox, heading: str, text: str) -> None:
        notice.say(heading, text)
        notice.show()

    @property
    def is_confirmed(self) -> bool:
        """Whether everything that must be confirmed is."""
        return self.tick.isChecked()

    @Slot()
    def _ticked(self) -> None:
        if self.preview is None or self.preview.blocks:
            return
        waits = bool(self.preview.confirmations) and not self.tick.isChecked()
        self.set_hint(self.tr("Tick the box to link") if waits else "")
        self.block(self.tr("Tick the box first.") if waits else "")

    def show_linking(self) -> None:
        """The link is being made."""
        self.set_hint(self.tr("Linking"))
        self.block(self.tr("The ticket is being linked."))

    def show_trouble(self, heading: str, trouble: Trouble) -> None:
        """Say what went wrong, in the dialog; nothing was linked."""
        self._details = trouble.details
        self._show(self._failed, heading, trouble.sentence)
        self._copy.show()
        self.set_hint("")
        self.block(trouble.sentence)

    @property
    def notices(self) -> list[str]:
        """What the boxes say that are shown."""
        boxes = (self._worry, self._blocked, self._failed, self._left_out)
        return [box.accessibleName() for box in boxes if not box.isHidden()]

    @Slot()
    def _ask_to_open(self) -> None:
        if self.candidate is not None:
            self.open_requested.emit(self.candidate.ticket.id)

    @Slot()
    def _copy_details(self) -> None:
        self.copy_requested.emit(self._details)
