"""Services of Run Checks that hold everything in memory, and someone who listens."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bcautotask_gui.domain.customers import Mapping, MappingStatus
from bcautotask_gui.domain.draft_changes import TicketOffers
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.runs import (
    HistoryEntry,
    Mail,
    Run,
    RunDetail,
    RunObject,
    RunResult,
    RunRow,
    RunStatus,
    RunView,
    TicketCell,
    WorkCell,
)
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import (
    Choice,
    ClaimState,
    CompanyField,
    Marker,
    Origin,
    TicketDraft,
    TicketState,
)
from bcautotask_gui.services.create_outcome import CreateOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Sequence

    from bcautotask_gui.domain.errors import Failure
    from bcautotask_gui.domain.tickets import Block
    from bcautotask_gui.services.look_ups import LookUpOutcome
    from bcautotask_gui.services.runs import RunFilter

NOW = datetime(2026, 11, 23, 7, 3, tzinfo=ZoneInfo("Europe/Amsterdam"))
MARKER = Marker("7f3c91", Environment.SANDBOX, "ad638f4dee", 1)


def results(*statuses: RunStatus) -> tuple[RunResult, ...]:
    """One a day, the last one this morning."""
    last = NOW.astimezone(UTC) - timedelta(minutes=51)
    count = len(statuses)
    return tuple(
        RunResult(status, last - timedelta(days=count - place))
        for place, status in enumerate(statuses, start=1)
    )


def run_row(number: int = 1, **changes: object) -> RunRow:
    row = RunRow(
        id=number,
        status=RunStatus.FAILED,
        status_text="Failed",
        customer_id=number,
        customer=f"Customer {number}",
        job_id=100 + number,
        job="HV01 Daily",
        software="Veeam",
        backup_type="Backup Job",
        run_at=NOW.astimezone(UTC) - timedelta(minutes=51 + number),
        objects_failed=2,
        objects_total=14,
        remark="",
        ticket=None,
        work=None,
        mapping_status=MappingStatus.OK,
        is_reviewed=False,
    )
    return replace(row, **changes)


def ticket_cell(**changes: object) -> TicketCell:
    cell = TicketCell(
        "T20261122.0031", 31, TicketState.OPEN, "In Progress", Origin.CREATED, Environment.SANDBOX
    )
    return replace(cell, **changes)


def run_detail(row: RunRow, **changes: object) -> RunDetail:
    run = Run(
        id=row.id,
        customer_id=row.customer_id,
        customer=row.customer,
        job_id=row.job_id,
        job=row.job,
        software=row.software,
        backup_type=row.backup_type,
        status=row.status,
        status_text=row.status_text,
        run_at=row.run_at,
        remark="",
        sender="veeam@reports.example",
        external_id="",
        is_reviewed=False,
        objects=(
            RunObject("DC01", "vm", RunStatus.WARNING, "Warning", "Guest indexing skipped."),
            RunObject("HV01", "vm", RunStatus.FAILED, "Failed", "Failed to create snapshot."),
            RunObject("HV02", "vm", RunStatus.SUCCESS, "Success", ""),
        ),
        mail=Mail("veeam@reports.example", "Failed", NOW, "plain text", "<p>html</p>"),
    )
    mapping = Mapping(
        Environment.SANDBOX, row.customer_id, 29683485, f"{row.customer} B.V.", MappingStatus.OK
    )
    strip = results(RunStatus.SUCCESS, RunStatus.WARNING, RunStatus.FAILED)
    history = (HistoryEntry(NOW, "S. Bakker", "settings saved"),)
    return replace(RunDetail(run, row, mapping, strip, history), **changes)


def draft_of(run_id: int = 1, **changes: object) -> TicketDraft:
    draft = TicketDraft(
        environment=Environment.SANDBOX,
        database_id=4711,
        settings_version=1,
        run_id=run_id,
        run_digest="digest",
        run_at=NOW,
        mapping_version=1,
        company_id=29683485,
        company_name="Van der Meer Logistics B.V.",
        customer="Van der Meer Logistics",
        title="[Backupchecks] Van der Meer Logistics - HV01 Daily - Failed",
        description="Run: today\nReference: marker",
        queue=Choice(29682833, "Backup & Recovery"),
        source=Choice(8, "Monitoring Alert"),
        status=Choice(1, "New"),
        priority=Choice(1, "High"),
        due_at=datetime(2026, 11, 23, 16, 0, tzinfo=UTC),
        marker=MARKER,
    )
    return replace(draft, **changes)


class FakeRuns:
    def __init__(self, *rows: RunRow) -> None:
        self.held = {row.id: row for row in rows}
        self.first = 100
        self.trouble: Failure | None = None
        self.asked: list[str] = []
        self.filters: list[RunFilter] = []
        self.counted = {view: 0 for view in RunView}
        self.last_runs: dict[int, tuple[RunResult, ...]] = {}
        self.details: dict[int, RunDetail] = {}
        self.customers = ((1, "Customer 1"),)
        self.in_messages = 0

    def _note(self, what: str) -> None:
        self.asked.append(what)
        if self.trouble is not None:
            raise self.trouble

    def _found(self, chosen: RunFilter) -> list[RunRow]:
        rows = [row for row in self.held.values() if chosen.search in row.customer]
        if chosen.job_id is not None:
            rows = [row for row in rows if row.job_id == chosen.job_id]
        if chosen.view is RunView.OPEN_TICKETS:
            rows = [row for row in rows if row.ticket]
        if chosen.sort == "customer":
            rows.sort(key=lambda row: row.customer, reverse=chosen.descending)
        return rows

    def first_page(self, chosen: RunFilter, interrupt: object = None) -> tuple[RunRow, ...]:
        self._note("first page")
        self.filters.append(chosen)
        return tuple(self._found(chosen)[: self.first])

    def order(self, chosen: RunFilter, interrupt: object = None) -> array[int]:
        self._note("order")
        return array("q", [row.id for row in self._found(chosen)])

    def more_in_messages(self, chosen: RunFilter, found: int, interrupt: object = None) -> int:
        self._note("messages")
        return self.in_messages

    def newest_id(self) -> int:
        return max(self.held, default=0)

    def newer(self, chosen: RunFilter, after_id: int) -> tuple[int, ...]:
        self._note("newer")
        return tuple(row.id for row in self._found(chosen) if row.id > after_id)

    def counts(self, chosen: RunFilter, interrupt: object = None) -> dict[RunView, int]:
        self._note("counts")
        return dict(self.counted)

    def rows(self, ids: Sequence[int]) -> tuple[RunRow, ...]:
        self._note("rows")
        return tuple(self.held[key] for key in ids if key in self.held)

    def strips(self, job_ids: Collection[int]) -> dict[int, tuple[RunResult, ...]]:
        self._note("strips")
        return {job: self.last_runs[job] for job in job_ids if job in self.last_runs}

    def detail(self, run_id: int) -> RunDetail:
        self._note("detail")
        return self.details.get(run_id) or run_detail(self.held[run_id])

    def choices(self) -> tuple[tuple[tuple[int, str], ...], tuple[str, ...]]:
        self._note("choices")
        return self.customers, ("Veeam",)


class FakeDrafts:
    def __init__(self) -> None:
        self.blocks: tuple[Block, ...] = ()
        self.trouble: Failure | None = None
        self.unread: frozenset[CompanyField] = frozenset()

    def draft(self, run_id: int) -> TicketDraft:
        if self.trouble is not None:
            raise self.trouble
        return draft_of(run_id, blocks=self.blocks, unread=self.unread)

    def complete(self, draft: TicketDraft) -> TicketDraft:
        return replace(draft, contact=Choice(31, "Front Office"), unread=frozenset())


class FakeOffers:
    def __init__(self) -> None:
        self.trouble: Failure | None = None
        self.queues = (Choice(29682833, "Backup & Recovery"), Choice(8, "Service desk"))
        self.priorities = (Choice(1, "High"), Choice(2, "Medium"))

    def offers(self) -> TicketOffers:
        if self.trouble is not None:
            raise self.trouble
        return TicketOffers(self.queues, self.priorities)


class FakeTickets:
    """Answers what is laid ready; `while_sending` is called in the middle of a create."""

    def __init__(self) -> None:
        self.answers: list[CreateOutcome | Failure] = []
        self.sent: list[tuple[TicketDraft, bool]] = []
        self.while_sending: Callable[[], object] = lambda: None

    def create(
        self, draft: TicketDraft, *, tenant_is_empty: bool = False
    ) -> Generator[Progress, None, CreateOutcome]:
        yield Progress(0, 2, "Looking for an earlier ticket")
        self.sent.append((draft, tenant_is_empty))
        self.while_sending()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def address(self, ticket_id: int) -> str:
        return f"https://autotask.example/{ticket_id}"


class FakeLookUps:
    def __init__(self) -> None:
        self.looks = 0
        self.outcomes: tuple[LookUpOutcome, ...] = ()
        self.trouble: Failure | None = None

    def look(self) -> tuple[LookUpOutcome, ...]:
        self.looks += 1
        if self.trouble is not None:
            raise self.trouble
        return self.outcomes


class FakeMessages:
    def __init__(self) -> None:
        self.questions: list[tuple[str, str]] = []
        self.yes: list[Callable[[], None]] = []
        self.opened: list[str] = []
        self.copied: list[str] = []

    def ask(
        self,
        title: str,
        sentence: str,
        yes_text: str,
        then: Callable[[], None],
        *,
        loses: bool = False,
    ) -> None:
        self.questions.append((title, sentence))
        self.yes.append(then)

    def tell(self, title: str, sentence: str, details: str = "") -> None:
        raise AssertionError("Run Checks tells in its own places")

    def open_url(self, url: str) -> None:
        self.opened.append(url)

    def copy(self, text: str) -> None:
        self.copied.append(text)


class FakeOutcome:
    def __init__(self) -> None:
        self.told: list[str] = []
        self.correlations: list[str] = []
        self.running: list[str] = []

    def tell(self, sentence: str, failure: Failure | None = None, correlation: str = "") -> None:
        self.told.append(f"{sentence} {failure or ''}".strip())
        self.correlations.append(correlation)

    def tell_running(self, sentence: str) -> None:
        self.running.append(sentence)


def created(run_id: int = 1, **changes: object) -> CreateOutcome:
    outcome = CreateOutcome(run_id, ClaimState.CREATED, 11, "T20261123.0011")
    return replace(outcome, **changes)


def my_work(state: ClaimState = ClaimState.SENDING) -> WorkCell:
    return WorkCell(state, "J. de Vries", is_mine=True)
