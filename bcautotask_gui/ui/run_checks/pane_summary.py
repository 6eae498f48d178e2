"""The Summary of a run: facts, what went wrong, the job's last runs, and its ticket."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.runs import RunDetail, RunObject, TicketCell
from bcautotask_gui.domain.tickets import TicketDraft
from bcautotask_gui.ui.run_checks.attempt.boxes import Box
from bcautotask_gui.ui.run_checks.attempt.section import AttemptSection
from bcautotask_gui.ui.run_checks.cells import (
    state_words,
    status_badge,
    ticket_number,
    work_badge,
    work_words,
)
from bcautotask_gui.ui.run_checks.last_runs import bars, result_day, results_words
from bcautotask_gui.ui.run_checks.pane_page import PanePage
from bcautotask_gui.ui.run_checks.pane_ticket import number_row
from bcautotask_gui.ui.run_checks.words import Now, breakable, long_moment, objects_words
from bcautotask_gui.ui.shared.badges import LOOKS, Badge, badge_word
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.facts import Fact, Facts
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.strip_delegate import RunStrip, strip_words
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme

_MOST_OBJECTS = 10
_LABELS = 73
_USUAL_WIDTH = 360
"""Of the pane, at a 13 px font."""
"""Width of the labels at a 13 px font."""


class SummaryPage(PanePage):
    """Shows a run at a glance."""

    offer_taken = Signal(object)
    """A button about an attempt was pressed: its Offer."""
    link_wanted = Signal(str)
    """The number of a ticket that the run may be linked to."""

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Summary"), parent)
        self._now = now
        self.may: frozenset[Permission] = frozenset()
        """What the role allows."""
        self._attempt: tuple[int, tuple[Box, ...]] = (0, ())
        self._shown_id = 0
        self._job_ticket = ""

    def show_detail(self, detail: RunDetail, ticket: TicketCell | None) -> None:
        """Show this run.

        Args:
            detail: everything about it.
            ticket: its ticket, if one counts in the environment in use.
        """
        self.begin()
        self._shown_id = detail.run.id
        self._attempt_room = QVBoxLayout()
        self.lines.addLayout(self._attempt_room)
        self._fill_attempt()
        self._add_facts(detail)
        if detail.run.remark or detail.run.affected:
            self.add_line()
            self._add_problems(detail)
        if detail.strip:
            self.add_line()
            self._add_strip(detail)
        self.add_line()
        self._add_ticket(detail, ticket)
        self.end()

    def show_attempt(self, run_id: int, boxes: tuple[Box, ...]) -> None:
        """Say above everything else what is open about a run; it stays when the run is read again.

        Args:
            run_id: the run.
            boxes: empty where nothing is open.
        """
        is_new = self._attempt != (run_id, boxes)
        self._attempt = (run_id, boxes)
        if is_new and run_id == self._shown_id:
            self._fill_attempt()

    def _fill_attempt(self) -> None:
        while (item := self._attempt_room.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        run_id, boxes = self._attempt
        if run_id == self._shown_id and boxes:
            section = AttemptSection(self._theme, boxes, self.may)
            section.taken.connect(self.offer_taken)
            self._attempt_room.addWidget(section)

    def _add_facts(self, detail: RunDetail) -> None:
        run = detail.run
        kind = " · ".join(part for part in (run.software, run.backup_type) if part)
        facts = [Fact(self.tr("Run time"), long_moment(run.run_at, self._now()))]
        if kind:
            facts.append(Fact(self.tr("Type"), kind))
        if run.objects:
            facts.append(Fact(self.tr("Objects"), objects_words(run.objects)))
        grid = Facts(self._theme, _LABELS)
        grid.show_facts(tuple(facts))
        self.lines.addWidget(grid)

    def _add_problems(self, detail: RunDetail) -> None:
        self.add_heading(self.tr("What went wrong"))
        if detail.run.remark:
            self.add_text(breakable(detail.run.remark), role="small")
        for each in detail.run.affected[:_MOST_OBJECTS]:
            self._add_object(each)
        more = len(detail.run.affected) - _MOST_OBJECTS
        if more > 0:
            text = self.tr("And {n} more objects with problems. All are under Objects.")
            self.add_text(text.format(n=more), "muted", "small")

    def _add_object(self, each: RunObject) -> None:
        cell = status_badge(each.status, each.status_text)
        look = LOOKS[cell.badge]
        word = cell.text or badge_word(cell.badge)
        message = breakable(each.message)
        self.add_point(look.icon, look.icon_token, each.name, word, message, look.text_token)

    def _add_strip(self, detail: RunDetail) -> None:
        theme = self._theme
        results = detail.strip
        self.add_heading(self.tr("Last {n} runs of this job").format(n=len(results)))
        strip = RunStrip(theme)
        strip.show_states(bars(results), results_words(results, self._now()))
        self.lines.addWidget(strip)
        words = strip_words(bars(results)).replace(", ", " · ")
        oldest, newest = result_day(results[0], self._now()), result_day(results[-1], self._now())
        row = QHBoxLayout()
        sides = (oldest or self.tr("Oldest"), newest or self.tr("Newest"))
        row.addWidget(Label(theme, sides[0], "caption", "muted"))
        row.addStretch(1)
        if theme.font_metrics("caption").horizontalAdvance("".join((*sides, words))) < self._room:
            row.addWidget(Label(theme, words, "caption", "muted"))
            row.addStretch(1)
            words = ""
        row.addWidget(Label(theme, sides[1], "caption", "muted"))
        self.lines.addLayout(row)
        self.add_text(words, "muted", "caption").setVisible(bool(words))

    @property
    def _room(self) -> int:
        """What a line may hold without widening the pane at its usual width."""
        return self._theme.px(_USUAL_WIDTH) - 2 * self._theme.space.l - 2 * self._theme.space.m

    def _add_ticket(self, detail: RunDetail, ticket: TicketCell | None) -> None:
        self.add_heading(self.tr("Ticket"))
        self._what_create_does: WrappingLabel | None = None
        if ticket is not None:
            self._add_number(ticket)
        elif detail.row.work is not None:
            self._add_work(detail)
        else:
            self.add_point("ticket", "muted", self.tr("No ticket for this run yet."))
            self._what_create_does = self.add_text("", "muted", "small")
            self._what_create_does.hide()
        if detail.job_ticket is not None and ticket is None:
            text = self.tr("Another run of this job has ticket {number}, {state}.").format(
                number=ticket_number(detail.job_ticket), state=state_words(detail.job_ticket)
            )
            self.add_point("info", "info_icon", self.tr("Open ticket of this job"), text=text)
            self._offer_to_link(detail.job_ticket.number)

    def _offer_to_link(self, number: str) -> None:
        self._job_ticket = number
        if not number or Permission.LINK not in self.may:
            return
        words = self.tr("Link {number} instead").format(number=number)
        button = ActionButton(self._theme, words, "link", kind=Kind.FLAT)
        button.clicked.connect(self._ask_to_link)
        self.lines.addWidget(button)

    @Slot()
    def _ask_to_link(self) -> None:
        self.link_wanted.emit(self._job_ticket)

    def _add_number(self, ticket: TicketCell) -> None:
        self.lines.addLayout(number_row(self._theme, ticket, "section"))

    def _add_work(self, detail: RunDetail) -> None:
        work = detail.row.work
        if work is None:
            return
        badge = work_badge(work)
        if badge is Badge.TICKET_WAITING:
            self.add_point(
                "hourglass",
                "waiting_icon",
                self.tr("Waiting for the outcome"),
                text=self.tr(
                    "Nobody knows yet whether Autotask created the ticket. It is looked for; "
                    "do not create it by hand."
                ),
            )
        elif badge is not None:
            self.add_point("ring", "info_icon", work_words(work))
        else:
            words = self.tr("Wait for the outcome.")
            if not work.is_alive:
                words = self.tr("That workstation no longer answers.")
            self.add_point("person", "muted", work_words(work), text=words)

    def show_draft(self, draft: TicketDraft) -> None:
        """Say what Create would do for the run that is shown."""
        label = self._what_create_does
        if label is None:
            return
        label.setText(_blocked(draft) if draft.blocks else self._uses(draft))
        label.show()

    def _uses(self, draft: TicketDraft) -> str:
        text = self.tr(
            "Creating uses queue {queue}, priority {priority}, due {due}. "
            "You check everything before it is sent."
        )
        return text.format(
            queue=draft.queue.label if draft.queue else "",
            priority=draft.priority.label if draft.priority else "",
            due=moment_text(draft.due_at, self._now(), inside=True),
        )


def _blocked(draft: TicketDraft) -> str:
    first = draft.blocks[0]
    return f"{told(first.what)} {told(first.sentence)}".strip()
