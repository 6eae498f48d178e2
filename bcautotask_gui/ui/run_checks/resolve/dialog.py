"""The Resolve dialog: the ticket as it is now, the fixed note, and the steps that tick."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.connection import Check
from bcautotask_gui.domain.resolution import Purpose
from bcautotask_gui.domain.resolution_shown import ResolutionPreview
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.run_checks.create.blocked import Reasons
from bcautotask_gui.ui.run_checks.create.preview import boxed
from bcautotask_gui.ui.run_checks.resolve.words import (
    is_good,
    last_run_words,
    opened_words,
    step_title,
    steps_before,
    with_rest,
)
from bcautotask_gui.ui.run_checks.words import Now, run_name
from bcautotask_gui.ui.run_checks.writing_dialog import WritingDialog
from bcautotask_gui.ui.shared.badge_painting import BadgeLabel
from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.busy_bar import BusyBar
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.shared.toggles import TickBox
from bcautotask_gui.ui.theme import Theme


class ResolveDialog(WritingDialog):
    """Opens at once and fills when the ticket has been read; it writes nothing itself."""

    help_page = "resolving"

    place_wanted = Signal(str)
    open_requested = Signal()
    take_over_requested = Signal()
    again_requested = Signal()
    """Read the ticket again."""

    def __init__(
        self,
        theme: Theme,
        row: RunRow,
        number: str,
        now: Now,
        environment: tuple[Environment, str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog, waiting for its ticket.

        Args:
            theme: Colours, sizes and fonts.
            row: the run whose ticket it is.
            number: of the ticket, as known.
            now: the time in the zone of the operator.
            environment: where acts go, and database and zone in words; None where not known yet.
            parent: Qt's parent.
        """
        super().__init__(theme, "", environment, parent)
        self.setWindowTitle(self.tr("Resolve ticket"))
        self.row = row
        self.preview: ResolutionPreview | None = None
        """What is shown; None while it is being read."""
        self._number, self._now = number, now
        self._make_body()
        self._make_foot()
        self.take_size(560, 690)
        self.show_waiting()

    # pieces --------------------------------------------------------------------------------

    def _make_body(self) -> None:
        theme, lines = self._theme, self.lines
        self._busy = self._make_busy()
        self._standing = self._make_standing()
        self._line = Hairline(theme)
        self._note = WrappingLabel(theme, "", selectable=True)
        self._note_part = self._part(
            self.tr("Internal note, fixed text"), boxed(theme, self._note, 9)
        )
        self._steps_part = self._part(self.tr("Steps"), self.steps)
        self.tick = TickBox(theme, self.tr("Formatting may be lost"))
        self.tick.toggled.connect(self._judge_tick)
        self.tick.hide()
        lines.addWidget(self._busy)
        lines.addWidget(self._standing)
        lines.addWidget(self._line)
        lines.addLayout(self.notices)
        lines.addWidget(self.tick)
        lines.addWidget(self._note_part)
        lines.addWidget(self._steps_part)
        lines.addStretch(1)

    def _make_busy(self) -> QWidget:
        theme = self._theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        words = self.tr("Reading the ticket")
        busy = BusyBar(theme, words, width=160)
        busy.show_share(0, None)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addSpacing(theme.px(90))
        column.addWidget(busy, 0, middle)
        column.addWidget(Label(theme, words, "body", "muted"), 0, middle)
        return holder

    def _make_standing(self) -> QWidget:
        """How the ticket stands, and how the job's last run ended."""
        theme = self._theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, theme.px(2))
        column.setSpacing(theme.px(9))
        first, second = QHBoxLayout(), QHBoxLayout()
        self._badge = BadgeLabel(theme, Badge.TICKET_OPEN)
        self._opened = Label(theme, "", "small", "muted", elided=True)
        first.setSpacing(theme.space.s)
        first.addWidget(self._badge)
        first.addWidget(self._opened, 1)
        self._last_icon = IconLabel(theme, "check", "good_icon")
        self._last_run = WrappingLabel(theme, "")
        second.setSpacing(theme.space.s)
        second.addWidget(self._last_icon, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self._last_run, 1)
        column.addLayout(first)
        column.addLayout(second)
        return holder

    def _part(self, heading: str, content: QWidget) -> QWidget:
        theme = self._theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(Label(theme, heading, "section"))
        column.addWidget(content)
        return holder

    def _make_foot(self) -> None:
        theme = self._theme
        self.open_button = ActionButton(theme, self.tr("Open ticket"), "external", kind=Kind.FLAT)
        self.open_button.clicked.connect(self.open_requested)
        self.again = ActionButton(theme, self.tr("Read again"), "refresh", kind=Kind.FLAT)
        self.again.clicked.connect(self.again_requested)
        self.take_over = ActionButton(theme, self.tr("Take over"), "person", kind=Kind.FLAT)
        self.take_over.clicked.connect(self.take_over_requested)
        for button in (self.open_button, self.again, self.take_over):
            self.footer_left.addWidget(button)
        self.set_primary(self.tr("Resolve ticket"), "flag")

    # states --------------------------------------------------------------------------------

    @property
    def accepts_loss(self) -> bool:
        """Whether the person ticked that formatting can be lost."""
        return self.tick.isChecked()

    def show_waiting(self) -> None:
        """The ticket is being read."""
        self.preview = None
        self.say(self._number, run_name(self.row))
        self.clear_notices()
        self._show_parts(waiting=True)
        for button in (self.again, self.take_over, self.open_button, self.copy):
            button.hide()
        self.block(self.tr("Not before everything was read."))

    def _show_parts(self, *, waiting: bool = False, plan: bool = False) -> None:
        read = self.preview is not None and self.preview.ticket is not None
        self._busy.setVisible(waiting)
        self._standing.setVisible(read)
        self._line.setVisible(read)
        self._note_part.setVisible(plan)
        self._steps_part.setVisible(plan)
        if not plan:
            self.tick.hide()

    def show_preview(self, preview: ResolutionPreview) -> None:
        """Show what can be done with the ticket, or what stands against it."""
        self.preview = preview
        self.clear_notices()
        self._show_parts(plan=preview.plan is not None)
        self._show_ticket(preview, self._now())
        self.open_button.setVisible(preview.ticket is not None)
        if preview.plan is None:
            self._show_blocked(preview)
        else:
            self._show_plan(preview)

    def _show_ticket(self, preview: ResolutionPreview, now: datetime) -> None:
        full = preview.ticket
        if full is None:
            return
        ticket = full.ticket
        badge = Badge.TICKET_COMPLETE if ticket.is_complete else Badge.TICKET_OPEN
        self.say(ticket.number, ticket.title)
        self._badge.show_badge(badge, preview.status_label)
        self._opened.setText(opened_words(preview, now))
        good = is_good(preview.last_run)
        icon = ("check", "good_icon") if good else ("triangle-warning", "warning_icon")
        self._last_icon.show_icon(*icon)
        self._last_run.set_token("text" if good else "warning_text")
        self._last_run.setText(last_run_words(preview.last_run, now))

    def _show_plan(self, preview: ResolutionPreview) -> None:
        plan = preview.plan
        if plan is None:
            return
        resolves = plan.purpose is Purpose.RESOLVE
        for block in preview.resolve_blocks:
            self.add_notice(
                Tone.WARNING, told(block.what).rstrip("."), told(block.sentence), "clock"
            )
        self.tick.setVisible(resolves and preview.needs_tick)
        if resolves and preview.needs_tick:
            self.add_notice(
                Tone.WARNING,
                self.tr("This ticket was not created here"),
                self.tr(
                    "Resolving writes the whole ticket back. Formatting and pictures in its "
                    "description can be lost."
                ),
            )
        self._note.setText(plan.text)
        self.steps.show_steps(steps_before(preview))
        if resolves:
            self.set_primary(self.tr("Resolve ticket"), "flag")
        else:
            self.set_primary(self.tr("Add note only"), "note")
        self._judge_tick()
        (self.primary if self.primary.isEnabled() else self.tick).setFocus()

    @Slot()
    def _judge_tick(self) -> None:
        if self.is_writing or self.preview is None:
            return
        missing = self.preview.needs_tick and not self.tick.isHidden() and not self.accepts_loss
        self.block(self.tr("Tick first that formatting may be lost.") if missing else "")

    def _show_blocked(self, preview: ResolutionPreview) -> None:
        reasons = Reasons(self._theme, preview.blocks)
        reasons.place_wanted.connect(self._go)
        self.notices.addWidget(reasons)
        attempt = preview.open_attempt
        if attempt is not None:
            self.take_over.setVisible(not preview.against_take_over)
            if preview.against_take_over:
                who = self.tr("Begun by {who} on {workstation}")
                where = who.format(who=attempt.operator, workstation=attempt.workstation)
                self.add_notice(Tone.QUIET, where, told(preview.against_take_over))
        self.again.show()
        self.block(told(preview.blocks[0].what))
        self.cancel.setFocus()

    def show_unreadable(self, trouble: Trouble) -> None:
        """Say what kept the ticket from being read."""
        self._show_parts()
        self.show_trouble(self.tr("The ticket could not be read"), trouble)
        self.again.show()
        self.block(self.tr("Not before everything was read."))
        self.cancel.setFocus()

    def show_refused(self, trouble: Trouble) -> None:
        """Say why the steps did not begin: nothing was written."""
        self.end_writing()
        self.show_trouble(self.tr("Nothing was written"), trouble)
        self.again.show()
        self.block(self.tr("Read the ticket again first."))

    def begin_writing(self) -> None:
        """The steps are under way."""
        super().begin_writing()
        self.tick.hide()
        self.open_button.hide()

    def show_steps(self, steps: tuple[Check, ...]) -> None:
        """Show how far the steps have come, in the words of this dialog."""
        preview = self.preview
        if preview is None or preview.plan is None:
            return
        named = tuple(
            replace(step, title=step_title(step.key, preview.completed_label)) for step in steps
        )
        super().show_steps(with_rest(named, preview.plan.purpose))

    def end_writing(self) -> None:
        """The steps came to their end."""
        super().end_writing()
        self.open_button.show()

    @Slot(str)
    def _go(self, place: str) -> None:
        self.reject()
        self.place_wanted.emit(place)
