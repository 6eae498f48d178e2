"""Phase 4: a run that an operator decides about gets exactly one ticket."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.claim_rules import Step
from bcautotask_gui.domain.draft_changes import changed
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.domain.tickets import ClaimState, TicketState
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from bcautotask_gui.services.runs import RunFilter
from tests.database.world import sql
from tests.end_to_end.office import Office, ended, office_on_file
from tests.end_to_end.site import write_morning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BAKERY = ("Bakkerij Jansen", "NAS01 Hyper Backup")
DENTAL = ("Brightwell Dental", "SQL01 + DC01 Daily")
LOGISTICS = ("Van der Meer Logistics", "HV01 Daily")
STEUER = ("Steuerkanzlei Hoffmann", "DATEV-SQL stündlich")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_on_file(tmp_path_factory.mktemp("phase_4")) as made:
        yield made.set_up()


def test_exactly_one_ticket_per_run(office: Office) -> None:
    run_id = office.run(*DENTAL)
    outcome = office.create(run_id)
    assert outcome.state is ClaimState.CREATED
    [ticket] = office.made(run_id)
    row = office.row(run_id)
    assert row.ticket is not None
    # the id leads, the number is for people; both are stored
    assert (row.ticket.ticket_id, row.ticket.number) == (ticket["id"], ticket["ticketNumber"])
    assert row.ticket.state is TicketState.OPEN
    assert [each.place for each in office.at.drafts.draft(run_id).blocks] == ["ticket"]
    for _again in range(2):
        with pytest.raises(Failure):
            office.create(run_id)
    # neither a deletion in Autotask nor a start of the application frees the run
    office.server.tenant.delete_ticket(ticket["id"])
    office.start_again()
    ended(office.at.ticket_states.refresh([run_id]))
    assert office.row(run_id).ticket is not None
    with pytest.raises(Failure):
        office.create(run_id)
    assert office.made(run_id) == []


def test_tickets_contain_correct_content_and_links(office: Office) -> None:
    run_id = office.run(*LOGISTICS)
    draft = office.at.drafts.draft(run_id)
    offers = office.at.offers.offers()
    queue = next(each for each in offers.queues if each != draft.queue)
    priority = next(each for each in offers.priorities if each != draft.priority)
    due = (datetime.now(UTC) + timedelta(days=3)).replace(second=0, microsecond=0)
    draft = changed(draft, queue=queue, priority=priority, due_at=due)
    outcome = ended(office.at.creating.create(draft))
    assert outcome.state is ClaimState.CREATED
    [ticket] = office.made(run_id)
    assert ticket["title"] == "[Backupchecks] Van der Meer Logistics - HV01 Daily - Failed"
    assert ticket["title"] == draft.title and ticket["description"] == draft.description
    assert ticket["companyID"] == draft.company_id == 29683485
    # queue, priority and due date are those of this ticket, the rest those of the settings
    assert (ticket["queueID"], ticket["priority"]) == (queue.id, priority.id)
    assert datetime.fromisoformat(ticket["dueDateTime"]) == due
    defaults = office.settings.current.defaults
    assert (ticket["source"], ticket["status"]) == (defaults.source, defaults.status)
    job_id = office.row(run_id).job_id
    lines = ticket["description"].splitlines()
    assert f"Job details: {office.settings.base_url}/jobs/{job_id}" in lines
    assert lines[-1] == f"Reference: {draft.marker}" and ticket["externalID"] == str(draft.marker)
    assert any(line.startswith("- HV01: Failed to create snapshot") for line in lines)
    assert "Backup: Veeam, Backup Job" in lines
    warning = office.at.drafts.draft(office.run(*BAKERY))
    assert warning.priority is not None and defaults.warning.priority == warning.priority.id
    assert defaults.error.priority != defaults.warning.priority
    address = office.at.creating.address(ticket["id"])
    assert address.endswith(f"Code=OpenTicketDetail&TicketID={ticket['id']}")


def test_no_duplicate_tickets_can_be_created(
    office: Office, pg_database: Callable[..., str], tmp_path: Path
) -> None:
    # the answer is lost after Autotask made the ticket: it is found again, not made again
    run_id = office.run(*STEUER)
    office.server.faults.add(Fault(FaultKind.CUT, "POST", "Tickets", after=True))
    outcome = office.create(run_id)
    assert outcome.state is ClaimState.UNKNOWN
    assert office.at.runs.counts(RunFilter())[RunView.WAITING] == 1
    with pytest.raises(Failure):
        office.create(run_id)
    [found] = office.at.look_ups.look()
    [ticket] = office.made(run_id)
    assert (found.run_id, found.step, found.number) == (run_id, Step.ADOPT, ticket["ticketNumber"])

    # two workstations press at the same moment
    url = pg_database("morning", write_morning)
    with AutotaskServer() as server:
        first, second = (Office(url, server, tmp_path / name) for name in ("first", "second"))
        try:
            first.set_up()
            second.set_up()
            wanted = first.run(*DENTAL)
            told = at_once(wanted, first, second)
            assert len(first.made(wanted)) == 1
            assert not server.report.duplicates()
            assert sorted(told, key=str)[0] == "created"
            assert [state for (state,) in first.kept("claim", "state")].count("created") == 1
        finally:
            first.close()
            second.close()
    links = list(sql(office.url, "SELECT count(*) FROM bcautotask_ticket_link"))
    assert links == [(3,)]  # of this module's three runs, one each


def at_once(run_id: int, *offices: Office) -> list[str]:
    """All create the same run's ticket together; how each ended."""
    together, told = Barrier(len(offices)), []

    def press(office: Office) -> None:
        draft = office.at.drafts.draft(run_id)
        together.wait(60)
        try:
            told.append(str(ended(office.at.creating.create(draft)).state))
        except Failure as failure:
            told.append(str(failure.kind))

    threads = [Thread(target=press, args=(each,)) for each in offices]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert all(each in {"created", *map(str, (Kind.WORKED_ON, Kind.HAS_TICKET))} for each in told)
    return told
