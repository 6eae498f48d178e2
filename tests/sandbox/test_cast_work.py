"""The work on the cast's tickets: written inside, booked by people, before the sample's morning."""

from datetime import UTC, date, datetime

import pytest

from bcautotask_gui.sandbox import Tenant, contract_tenant
from bcautotask_gui.sandbox.cast_tickets import TICKETS
from bcautotask_gui.sandbox.cast_work import CastWork, work_on

MORNING = date(2026, 11, 23)


@pytest.fixture
def tenant() -> Tenant:
    return contract_tenant(MORNING)


def test_a_ticket_tells_what_was_written_and_booked_by_whom(tenant: Tenant) -> None:
    worked = next(each for each in TICKETS if each.serial == 16)
    notes = tenant.notes(worked.id)
    entries = tenant.tables.rows("TimeEntries").values()
    booked = [each for each in entries if each["ticketID"] == worked.id]
    assert [each["title"] for each in notes] == ["Agent reinstalled"]
    assert [each["summaryNotes"] for each in booked] == [
        "Reinstalled the agent on DC01.",
        "Called the supplier about the disk for FS01.",
    ]
    people = tenant.tables.rows("Resources")
    who = {each["creatorResourceID"] for each in notes} | {each["resourceID"] for each in booked}
    assert who <= people.keys()


def test_no_note_is_for_customers(tenant: Tenant) -> None:
    notes = tenant.tables.rows("TicketNotes").values()
    assert notes
    assert {each["publish"] for each in notes} <= tenant.internal_publish


def test_all_was_done_before_the_sample_is_looked_at(tenant: Tenant) -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    for ticket in TICKETS:
        work = work_on(ticket.id)
        opened = datetime(*ticket.opened_on(MORNING).timetuple()[:3], 7, 40, tzinfo=UTC)
        assert all(opened + each.after < noon for each in (*work.notes, *work.times))


def test_a_ticket_that_nobody_worked_on_is_empty() -> None:
    assert work_on(1) == CastWork()
