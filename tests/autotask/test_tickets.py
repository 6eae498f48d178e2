from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.autotask.tickets import body_of
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Choice, CompanyField, Ending, Marker
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from tests.autotask.world import draft

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask

COMPANY = 29683485
STEM = "bc-abc123-s-0123456789"
TITLE = "[Backupchecks] Van der Meer - Nightly [D:] 100% - Failed"


def due() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)


def created(server: AutotaskServer, title: str = TITLE, **values: object) -> int:
    return server.tenant.add_ticket(COMPANY, title, **values)


@pytest.fixture
def known(server: AutotaskServer) -> int:
    return created(server, "A ticket that is known")


def test_a_created_ticket_is_what_the_draft_said(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    text = "Líne one\nTwo ☃ — 日本\nReference: bc"
    what = draft(
        company_id=COMPANY, title=TITLE, description=text, due_at=due().replace(microsecond=0)
    )
    answer = autotask.create_ticket(what, lambda: True)
    assert answer.ending is Ending.CREATED
    assert answer.ticket_id is not None
    ticket = autotask.ticket(answer.ticket_id)
    assert ticket.number.startswith("T20")
    assert (ticket.title, ticket.description) == (TITLE, text)
    assert (ticket.company_id, ticket.status, ticket.priority) == (COMPANY, 1, 1)
    assert (ticket.queue, ticket.due_at) == (29682833, what.due_at)
    assert ticket.external_id == str(what.marker)
    assert not ticket.is_complete
    assert len(server.tenant.created) == 1


def test_what_was_not_chosen_is_not_sent_and_what_was_chosen_is(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    plain = draft(company_id=COMPANY, title="Plain", due_at=due())
    assert {"ticketCategory", "issueType", "subIssueType"}.isdisjoint(body_of(plain))
    chosen = replace(
        plain,
        category=Choice(113, "Incident"),
        issue_type=Choice(14, "Backup"),
        sub_issue_type=Choice(152, "Job failed"),
    )
    answer = autotask.create_ticket(chosen, lambda: True)
    assert answer.ending is Ending.CREATED
    held = server.tenant.tables.rows("Tickets")[answer.ticket_id]
    assert (held["ticketCategory"], held["issueType"], held["subIssueType"]) == (113, 14, 152)


def test_a_category_that_asks_for_contact_and_work_type_gets_the_companys_own(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    contact = autotask.company_choice(COMPANY, CompanyField.CONTACT)
    contract = autotask.company_choice(COMPANY, CompanyField.CONTRACT)
    assert contact is not None and contact.label == "Front Office"
    assert contract is not None and contract.label == "Managed backup"
    on_site = replace(
        draft(company_id=COMPANY, due_at=due(), category=Choice(121, "On-site work")),
        work_type=Choice(29682801, "Remote Support"),
        contact=contact,
        contract=contract,
    )
    answer = autotask.create_ticket(on_site, lambda: True)
    assert answer.ending is Ending.CREATED
    held = server.tenant.tables.rows("Tickets")[answer.ticket_id]
    names = ("contactID", "contractID", "billingCodeID")
    assert [held[name] for name in names] == [contact.id, contract.id, 29682801]


def test_a_company_without_a_contact_of_its_own_has_none(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    for row in server.tenant.tables.rows("Contacts").values():
        row["isActive" if row["companyID"] == COMPANY else "primaryContact"] = 0
    assert autotask.company_choice(COMPANY, CompanyField.CONTACT) is None
    assert autotask.company_choice(999_999, CompanyField.CONTRACT) is None


def test_a_draft_whose_company_was_not_read_yet_is_not_sent(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    unread = replace(draft(company_id=COMPANY), unread=frozenset({CompanyField.CONTACT}))
    answer = autotask.create_ticket(unread, lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert server.calls == []


def test_a_field_that_the_category_requires_is_named_in_the_refusal(
    autotask: RestAutotask,
) -> None:
    incident = draft(company_id=COMPANY, due_at=due(), category=Choice(113, "Incident"))
    answer = autotask.create_ticket(incident, lambda: True)
    assert answer.ending is Ending.REFUSED
    assert answer.failure and answer.failure.field == "issueType"


@pytest.mark.parametrize(
    ("fault", "ending", "created"),
    [
        (Fault(FaultKind.CUT, "POST", "Tickets"), Ending.NOBODY_KNOWS, 0),
        (Fault(FaultKind.CUT, "POST", "Tickets", after=True), Ending.NOBODY_KNOWS, 1),
        (Fault(FaultKind.CUT_BODY, "POST", "Tickets"), Ending.NOBODY_KNOWS, 1),
        (Fault(FaultKind.CUT_JSON, "POST", "Tickets"), Ending.NOBODY_KNOWS, 1),
        (Fault(FaultKind.NO_ID, "POST", "Tickets"), Ending.NOBODY_KNOWS, 1),
        (Fault(FaultKind.PAGE, "POST", "Tickets", after=True), Ending.NOBODY_KNOWS, 1),
        (Fault(FaultKind.REDIRECT, "POST", "Tickets", location="/"), Ending.NOBODY_KNOWS, 0),
        (Fault(FaultKind.TOO_MANY, "POST", "Tickets", retry_after="3"), Ending.COME_AGAIN, 0),
        (Fault(FaultKind.TOO_MANY, "POST", "Tickets", status=500), Ending.COME_AGAIN, 0),
        (Fault(FaultKind.ERROR, "POST", "Tickets", errors=("No.",)), Ending.REFUSED, 0),
        (Fault(FaultKind.ERROR, "POST", "Tickets"), Ending.NOBODY_KNOWS, 0),
    ],
)
def test_whatever_happens_there_is_one_request_and_at_most_one_ticket(
    server: AutotaskServer, autotask: RestAutotask, fault: Fault, ending: Ending, created: int
) -> None:
    server.faults.add(fault)
    answer = autotask.create_ticket(draft(company_id=COMPANY, due_at=due()), lambda: True)
    assert answer.ending is ending
    server.stop()  # a call is noted when its thread ends
    assert len(server.tenant.created) == created
    posts = [call for call in server.calls if (call.method, call.path) == ("POST", "Tickets")]
    assert len(posts) == 1


def test_a_value_that_is_not_offered_any_more_is_named(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.retire_value("Ticket", "queueID", 29682833)
    answer = autotask.create_ticket(draft(company_id=COMPANY, due_at=due()), lambda: True)
    assert answer.ending is Ending.REFUSED
    assert answer.failure and answer.failure.kind is Kind.PICKLIST
    assert answer.failure.field == "queueID"
    assert answer.failure.values["value"] == "29682833"


def test_a_ticket_that_is_not_there_is_absent(autotask: RestAutotask) -> None:
    with pytest.raises(Failure) as caught:
        autotask.ticket(1)
    assert caught.value.kind is Kind.ABSENT


def test_a_look_up_is_one_query_and_finds_the_marker_in_any_company(
    server: AutotaskServer, autotask: RestAutotask, known: int
) -> None:
    marked = server.tenant.add_ticket(0, "Renamed since", externalID=f"{STEM}-7")
    created(server, externalID="bc-abc123-s-9999999999-7", title="Another report")
    autotask.zone()
    before = len(server.calls)
    found = autotask.look_up(STEM, COMPANY, TITLE, None, known)
    assert len(server.calls) - before == 1
    assert found.is_valid
    assert [each.id for each in found.by_marker] == [marked]
    assert found.by_title == ()


def test_a_look_up_finds_the_very_title_of_the_company_alone(
    server: AutotaskServer, autotask: RestAutotask, known: int
) -> None:
    same = created(server)
    created(server, f"{TITLE} again")
    created(server, TITLE.upper())
    server.tenant.add_ticket(0, TITLE)
    found = autotask.look_up(STEM, COMPANY, TITLE, None, known)
    assert [each.id for each in found.by_title] == [same]


def test_a_ticket_with_marker_and_title_is_told_once(
    server: AutotaskServer, autotask: RestAutotask, known: int
) -> None:
    both = created(server, externalID=f"{STEM}-7")
    found = autotask.look_up(STEM, COMPANY, TITLE, None, known)
    assert [each.id for each in found.by_marker] == [both]
    assert found.by_title == ()


def test_titles_of_older_tickets_do_not_count(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    old = created(server, createDate="2026-01-05T08:00:00.407Z")
    since = datetime(2026, 1, 5, 8, 0, 0, 900_000, tzinfo=UTC)
    assert autotask.look_up(STEM, COMPANY, TITLE, since, old).by_title[0].id == old
    later = since + timedelta(seconds=1)
    assert autotask.look_up(STEM, COMPANY, TITLE, later, old).by_title == ()


def test_absence_is_proven_only_by_a_ticket_that_came_back(
    server: AutotaskServer, autotask: RestAutotask, known: int
) -> None:
    assert autotask.look_up(STEM, COMPANY, TITLE, None, known).is_valid
    server.tenant.delete_ticket(known)
    found = autotask.look_up(STEM, COMPANY, TITLE, None, known)
    assert found.is_empty
    assert not found.is_valid


def test_a_look_up_reads_more_than_one_page(server: AutotaskServer, autotask: RestAutotask) -> None:
    ids = [created(server, f"Nr {number}") for number in range(600)]
    last = created(server)
    found = autotask.look_up(STEM, COMPANY, TITLE, None, ids[0])
    assert found.is_valid
    assert [each.id for each in found.by_title] == [last]


def test_any_ticket_is_some_ticket_or_none(server: AutotaskServer, autotask: RestAutotask) -> None:
    autotask.zone()
    before = len(server.calls)
    some = autotask.any_ticket()
    assert some is not None
    assert server.tenant.ticket(some)
    assert len(server.calls) - before == 1
    for ticket in server.tenant.tickets():
        server.tenant.delete_ticket(int(ticket["id"]))
    assert autotask.any_ticket() is None


def test_tickets_are_read_in_chunks_that_name_every_id(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ids = [created(server, f"Nr {number}") for number in range(3)]
    asked = [*ids, *range(1, 999)]
    chunks = list(autotask.tickets(asked))
    assert [len(chunk) for chunk in chunks] == [500, 500, 1]
    assert [key for chunk in chunks for key in chunk] == asked
    found = {key: ticket for chunk in chunks for key, ticket in chunk.items() if ticket}
    assert sorted(found) == ids


def test_a_ticket_is_opened_in_the_browser_by_its_id(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    address = autotask.ticket_address(128_900)
    assert address.startswith(server.url.removesuffix("ATServicesRest"))
    assert address.endswith("Code=OpenTicketDetail&TicketID=128900")


def test_a_marker_is_found_by_its_stem(server: AutotaskServer, autotask: RestAutotask) -> None:
    marker = Marker("abc123", Environment.SANDBOX, "0123456789", 7)
    what = draft(company_id=COMPANY, due_at=due(), marker=marker)
    made = autotask.create_ticket(what, lambda: True).ticket_id
    assert made
    found = autotask.look_up(marker.stem, COMPANY, what.title, None, made)
    assert [each.id for each in found.by_marker] == [made]
