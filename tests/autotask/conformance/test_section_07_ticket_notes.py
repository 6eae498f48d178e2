from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.ticket_notes import NoteDraft
from bcautotask_gui.domain.tickets import Ending
from tests.autotask.conformance.asked import add_ticket, calls, last
from tests.sandbox.conftest import errors_of

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer
    from tests.sandbox.conftest import Api

NOTE = NoteDraft("Resolved", "Works again.\nÉn twee — 日本", 1, 2)
WIRE = {"title": NOTE.title, "description": NOTE.text, "noteType": 1, "publish": 2}


@pytest.mark.parametrize("path", ["TicketNotes", "TicketNote"])
def test_a_note_cannot_be_created_on_its_own(api: Api, path: str) -> None:
    answer = api.post(path, WIRE)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


def test_a_note_can_be_created_says_the_description_all_the_same(autotask: RestAutotask) -> None:
    assert autotask.access("TicketNotes").create


def test_a_note_is_created_below_its_ticket(server: AutotaskServer, autotask: RestAutotask) -> None:
    ticket_id = add_ticket(server)
    assert autotask.add_note(ticket_id, NOTE, lambda: True).ending is Ending.CREATED
    assert calls(server, "zoneInformation") == [f"POST Tickets/{ticket_id}/Notes"]


def test_a_note_carries_title_description_type_and_publish(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    autotask.add_note(ticket_id, NOTE, lambda: True)
    assert last(server, "POST", f"Tickets/{ticket_id}/Notes").content == WIRE


@pytest.mark.parametrize("name", WIRE)
def test_a_note_without_one_of_the_four_is_refused(api: Api, name: str) -> None:
    body = {key: value for key, value in WIRE.items() if key != name}
    answer = api.post(f"Tickets/{api.create()}/Notes", body)
    assert name in errors_of(answer)[0]


def test_a_note_is_visible_at_once_through_the_query(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    by_hand = server.tenant.add_note(ticket_id, "By hand", "Text", 2)
    made = autotask.add_note(ticket_id, NOTE, lambda: True)
    found = autotask.notes(ticket_id)
    assert "POST TicketNotes/query" in calls(server)
    assert found.is_valid
    assert [note.id for note in found.notes] == [by_hand, made.ticket_id]
    assert (found.notes[1].title, found.notes[1].text) == (NOTE.title, NOTE.text)
    assert found.notes[1].author == autotask.author() == server.tenant.users[0].resource_id


@pytest.mark.parametrize(
    ("title", "text"), [("x" * 250, "x"), ("x", "x" * 32_000), ("é" * 250, "日" * 32_000)]
)
def test_a_note_may_be_as_long_as_its_fields_are(
    server: AutotaskServer, autotask: RestAutotask, title: str, text: str
) -> None:
    ticket_id = add_ticket(server)
    answer = autotask.add_note(ticket_id, NoteDraft(title, text, 1, 2), lambda: True)
    assert answer.ending is Ending.CREATED
    (note,) = autotask.notes(ticket_id).notes
    assert (note.title, note.text) == (title, text)
