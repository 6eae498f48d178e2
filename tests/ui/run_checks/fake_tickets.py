"""Services about tickets that exist, in memory: resolving, notes, live views, states."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.domain.full_ticket import FullTicket
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.resolution import (
    STEPS,
    Purpose,
    Resolution,
    ResolutionPlan,
    ResolutionState,
)
from bcautotask_gui.domain.resolution_shown import (
    ResolutionOutcome,
    ResolutionPreview,
    ResolutionReport,
)
from bcautotask_gui.domain.runs import RunStatus
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NOTE_ONLY, TimeEntries
from bcautotask_gui.domain.ticket_view import (
    BookedTime,
    Person,
    TicketSheet,
    TicketView,
    WrittenNote,
)
from bcautotask_gui.domain.tickets import Block, Origin, Ticket, TicketLink
from bcautotask_gui.services.ticket_states import StatesSummary
from tests.ui.run_checks.fakes import results

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from bcautotask_gui.domain.errors import Failure

NUMBER = "T20261122.0031"
OPENED = datetime(2026, 11, 22, 6, 20, tzinfo=UTC)
LINK = TicketLink(1, Environment.SANDBOX, 1, 31, NUMBER, Origin.CREATED, "S. Bakker", OPENED)
TICKET = Ticket(31, NUMBER, "[Backupchecks] HV01 Daily - Failed", 29683502, 8, created_at=OPENED)


def plan_of(purpose: Purpose, text: str) -> ResolutionPlan:
    return ResolutionPlan(Environment.SANDBOX, 1, 1, 31, NUMBER, purpose, text, 1, 2, 5)


def preview_of(entries: TimeEntries | None = None, **changes: object) -> ResolutionPreview:
    entries = entries or TimeEntries(0)
    purpose = Purpose.NOTE_ONLY if entries.count else Purpose.RESOLVE
    text = NOTE_ONLY if entries.count else CLOSING_NOTE
    reasons = (Block("Time has been booked, so the ticket stays open.", "2 time entries are on."),)
    preview = ResolutionPreview(
        1,
        LINK,
        FullTicket(TICKET),
        "In Progress",
        "Complete",
        entries,
        results(RunStatus.SUCCESS)[0],
        resolve_blocks=reasons if entries.count else (),
        plan=plan_of(purpose, text),
    )
    return replace(preview, **changes)


def blocked_preview(attempt: Resolution | None = None, against: str = "") -> ResolutionPreview:
    blocks = (Block("S. Bakker is working on this ticket.", "Wait for the outcome."),)
    return preview_of(plan=None, blocks=blocks, open_attempt=attempt, against_take_over=against)


def attempt_of(who: str = "S. Bakker") -> Resolution:
    return Resolution(
        7, plan_of(Purpose.RESOLVE, CLOSING_NOTE), ResolutionState.OPEN, "t", 1, who, "WS-02",
        "i", "p", OPENED,
    )  # fmt: skip


def outcome_of(
    purpose: Purpose = Purpose.RESOLVE,
    state: ResolutionState = ResolutionState.DONE,
    **changes: object,
) -> ResolutionOutcome:
    outcome = ResolutionOutcome(1, 31, NUMBER, purpose, state, 30114592)
    return replace(outcome, **changes)


class FakeResolving:
    """Answers what is laid ready; `while_writing` is called in the middle of an act."""

    def __init__(self) -> None:
        self.shown = preview_of()
        self.preview_trouble: Failure | None = None
        self.answers: list[ResolutionOutcome | Failure] = []
        self.acts: list[tuple[str, object]] = []
        self.looks = 0
        self.taken: list[Resolution] = []
        self.take_over_trouble: Failure | None = None
        self.found: tuple[ResolutionOutcome, ...] = ()
        self.open: frozenset[int] = frozenset()
        self.while_writing: Callable[[], object] = lambda: None

    def preview(self, run_id: int) -> ResolutionPreview:
        self.looks += 1
        if self.preview_trouble is not None:
            raise self.preview_trouble
        return replace(self.shown, run_id=run_id)

    def resolve(
        self, shown: ResolutionPreview, *, accepts_loss: bool = False
    ) -> Generator[ResolutionReport, None, ResolutionOutcome]:
        self.acts.append(("resolve", accepts_loss))
        return (yield from self._through(Purpose.RESOLVE))

    def note_only(
        self, shown: ResolutionPreview
    ) -> Generator[ResolutionReport, None, ResolutionOutcome]:
        self.acts.append(("note only", shown.run_id))
        return (yield from self._through(Purpose.NOTE_ONLY))

    def add_note(
        self, run_id: int, text: str
    ) -> Generator[ResolutionReport, None, ResolutionOutcome]:
        self.acts.append(("note", text))
        return (yield from self._through(Purpose.NOTE))

    def _through(self, purpose: Purpose) -> Generator[ResolutionReport, None, ResolutionOutcome]:
        checks = tuple(Check(kind.value, "", CheckState.TO_COME) for kind in STEPS[purpose])
        report = ResolutionReport(0, len(checks), "Working", checks)
        for kind in STEPS[purpose]:
            report = report.marked(kind, CheckState.RUNNING)
            yield report
            self.while_writing()
            answer = self.answers[0]
            if isinstance(answer, Exception):
                self.answers.pop(0)
                raise answer
            report = report.marked(kind, CheckState.PASSED, "done")
            yield report
        return self.answers.pop(0)  # type: ignore[return-value]

    def take_over(self, attempt: Resolution) -> Resolution:
        if self.take_over_trouble is not None:
            raise self.take_over_trouble
        self.taken.append(attempt)
        return attempt

    def go_on(self) -> tuple[ResolutionOutcome, ...]:
        found, self.found = self.found, ()
        return found

    def left_open(self) -> frozenset[int]:
        return self.open


def view_of(run_id: int = 1, **changes: object) -> TicketView:
    kai = Person(9, "Kai Schulte")
    sheet = TicketSheet(
        TICKET,
        Person(1, "Backupchecks API"),
        kai,
        (BookedTime(1, kai, OPENED, 0.5, is_billable=False, text="Snapshot removed."),),
        (WrittenNote(5, kai, OPENED, "", "The disk is swapped on Monday.", 2, is_internal=True),),
    )
    view = TicketView(run_id, LINK, sheet, "In Progress", "Backup", "High", OPENED)
    return replace(view, **changes)


class FakeViews:
    def __init__(self) -> None:
        self.view = view_of()
        self.trouble: Failure | None = None
        self.asked: list[int] = []

    def read(self, run_id: int) -> TicketView:
        self.asked.append(run_id)
        if self.trouble is not None:
            raise self.trouble
        return replace(self.view, run_id=run_id)


class FakeStates:
    def __init__(self) -> None:
        self.summary = StatesSummary()
        self.trouble: Failure | None = None
        self.asked: list[tuple[int, ...]] = []
        self.while_reading: Callable[[], object] = lambda: None

    def refresh(self, visible: Sequence[int] = ()) -> Generator[Progress, None, StatesSummary]:
        self.asked.append(tuple(visible))
        yield Progress(0, 1, "Ticket states")
        if self.trouble is not None:
            raise self.trouble
        self.while_reading()
        yield Progress(1, 1, "Ticket states")
        return self.summary
