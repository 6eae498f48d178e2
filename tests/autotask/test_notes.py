from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.ticket_notes import NoteDraft
from bcautotask_gui.domain.tickets import Ending
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from bcautotask_gui.sandbox.model import Access, Level

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask

NOTE = NoteDraft("Resolved", "Works again.\nÉn twee — 日本", 1, 2)


@pytest.fixture
def ticket(server: AutotaskServer) -> int:
    return server.tenant.add_ticket(29683485, "[Backupchecks] Failed")


def test_a_note_that_customers_could_read_is_never_sent(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    answer = autotask.add_note(ticket, NoteDraft("T", "D", 1, 1), lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert server.calls == []


@pytest.mark.parametrize(
    ("title", "text"), [("x" * 251, "D"), ("T", "x" * 32_001), ("", "D"), ("T", " \n ")]
)
def test_a_note_that_autotask_could_not_hold_is_not_sent(
    server: AutotaskServer, autotask: RestAutotask, ticket: int, title: str, text: str
) -> None:
    answer = autotask.add_note(ticket, NoteDraft(title, text, 1, 2), lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.kind is Kind.BLOCKED
    assert server.calls == []


def test_a_note_that_is_refused_says_by_which_field(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    answer = autotask.add_note(ticket, NoteDraft("T", "D", 1, 77), lambda: True)
    assert answer.ending is Ending.REFUSED
    assert answer.failure and answer.failure.kind is Kind.PICKLIST
    assert answer.failure.field == "publish"


def test_a_note_whose_answer_was_lost_is_sent_once(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    server.faults.add(Fault(FaultKind.CUT, "POST", "Tickets/*/Notes", after=True))
    assert autotask.add_note(ticket, NOTE, lambda: True).ending is Ending.NOBODY_KNOWS
    server.stop()
    assert len(server.tenant.notes(ticket)) == 1


def test_a_known_note_of_another_ticket_proves_that_there_are_none(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    other = server.tenant.add_ticket(29683485, "Another")
    control = server.tenant.add_note(other, "Note", "Text", 2)
    found = autotask.notes(ticket, control)
    assert (found.is_valid, found.notes) == (True, ())


def test_a_known_note_that_was_deleted_is_replaced_by_one_that_is_visible_now(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    other = server.tenant.add_ticket(29683485, "Another")
    control = server.tenant.add_note(other, "Note", "Text", 2)
    server.tenant.delete_ticket(other)
    kept = server.tenant.add_ticket(29683485, "A third")
    server.tenant.add_note(kept, "Note", "Text", 2)
    found = autotask.notes(ticket, control)
    assert (found.is_valid, found.notes) == (True, ())


def test_a_known_note_that_went_with_the_right_to_see_notes_proves_nothing(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    control = server.tenant.add_note(ticket, "Note", "Text", 2)
    server.tenant.users[0].access["TicketNote"] = Access(query=Level.NONE)
    assert not autotask.notes(ticket, control).is_valid


def test_without_any_note_the_right_to_see_them_is_the_proof(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    for each in server.tenant.tickets():
        if each["id"] != ticket:
            server.tenant.delete_ticket(int(each["id"]))
    assert autotask.any_note() is None
    assert autotask.notes(ticket).is_valid
    server.tenant.users[0].access["TicketNote"] = Access(query=Level.NONE)
    assert not autotask.notes(ticket).is_valid


def test_an_author_that_cannot_be_told_is_none(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.users[0].access["Resource"] = Access(query=Level.NONE)
    assert autotask.author() is None
