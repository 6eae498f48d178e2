"""All that the client can ask and write, once each, for rules about every call."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bcautotask_gui.domain.full_ticket import TicketChange
from bcautotask_gui.domain.ticket_notes import NoteDraft
from bcautotask_gui.domain.tickets import CompanyField
from tests.autotask.world import draft

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask

COMPANY = 29683485


def ask_everything(autotask: RestAutotask, ticket_id: int) -> None:
    """Uses every method of the port.

    Args:
        autotask: the client.
        ticket_id: a ticket that is there.
    """
    read_everything(autotask, ticket_id)
    autotask.create_ticket(draft(company_id=COMPANY), lambda: True)
    autotask.add_note(ticket_id, NoteDraft("Title", "Text", 1, 2), lambda: True)
    for change in (TicketChange(resolution="Works again."), TicketChange(status=15)):
        autotask.update_ticket(autotask.full_ticket(ticket_id), change, lambda: True)


def read_everything(autotask: RestAutotask, ticket_id: int) -> None:
    """Uses every method of the port that reads."""
    number = autotask.ticket(ticket_id).number
    since = datetime(2020, 1, 1, tzinfo=UTC)
    autotask.calls_used()
    autotask.version()
    autotask.sees_non_billable()
    autotask.access("Tickets")
    autotask.reference_data()
    autotask.category_defaults(3)
    for which in CompanyField:
        autotask.company_choice(COMPANY, which)
    autotask.search_companies("a")
    list(autotask.companies([COMPANY, 0, 1]))
    list(autotask.companies([COMPANY]))
    autotask.company_facts(COMPANY)
    list(autotask.all_companies())
    autotask.look_up("bc-abc123-s-0123456789", COMPANY, "Title", since, ticket_id)
    autotask.any_ticket()
    autotask.ticket_sheet(ticket_id)
    list(autotask.tickets([ticket_id, 1]))
    autotask.ticket_by_number(number)
    autotask.search_tickets("backup", COMPANY, since)
    autotask.with_time_entries([ticket_id])
    autotask.deleted_tickets([ticket_id, 1])
    autotask.ticket_address(ticket_id)
    autotask.time_entries(ticket_id)
    autotask.notes(ticket_id)
    autotask.any_note()
    autotask.author()
