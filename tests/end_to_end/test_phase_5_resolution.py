"""Phase 5: tickets are resolved safely, and stay open where time was booked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.resolution import Purpose, ResolutionState
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NOTE_ONLY
from bcautotask_gui.domain.tickets import TicketState
from tests.end_to_end.office import Office, ended, office_on_file

if TYPE_CHECKING:
    from collections.abc import Iterator

CREATED = ("Brightwell Dental", "SQL01 + DC01 Daily")
NOT_OURS = ("Bouwbedrijf Dekker", "HV-BD-01 Daily")
WITH_TIME = ("Müller Maschinenbau GmbH", "FS01 Daily")
BOOKED_LATE = ("Bakkerij Jansen", "NAS01 Hyper Backup")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_on_file(tmp_path_factory.mktemp("phase_5")) as made:
        yield made.set_up()


def ticket_of(office: Office, run_id: int) -> dict[str, Any]:
    cell = office.row(run_id).ticket
    assert cell is not None and cell.ticket_id is not None
    return office.server.tenant.ticket(cell.ticket_id)


def texts(office: Office, ticket: dict[str, Any]) -> list[str]:
    return [str(note["description"]) for note in office.server.tenant.notes(ticket["id"])]


def test_time_entry_checks_enforced(office: Office) -> None:
    run_id = office.run(*WITH_TIME)
    before = ticket_of(office, run_id)
    shown = office.at.resolving.preview(run_id)
    assert shown.entries is not None and shown.entries.count == 1
    assert shown.plan is not None and shown.plan.purpose is Purpose.NOTE_ONLY
    assert "time entry" in shown.resolve_blocks[0].sentence
    with pytest.raises(Failure):
        ended(office.at.resolving.resolve(shown, accepts_loss=True))
    assert office.server.tenant.ticket(before["id"]) == before

    # time that is booked after the preview was read keeps a ticket open as well
    late = office.run(*BOOKED_LATE)
    office.create(late)
    shown = office.at.resolving.preview(late)
    assert shown.plan is not None and shown.plan.purpose is Purpose.RESOLVE
    office.server.tenant.add_time_entry(ticket_of(office, late)["id"], hours=0.25)
    before = ticket_of(office, late)
    notes = texts(office, before)
    outcome = None
    try:
        outcome = ended(office.at.resolving.resolve(shown))
    except Failure as failure:
        assert failure.happened
    assert outcome is None or outcome.state is not ResolutionState.DONE
    after = ticket_of(office, late)
    assert after["status"] == before["status"] and after["completedDate"] is None
    assert CLOSING_NOTE not in texts(office, after) and notes == texts(office, after)


def test_correct_notes_added_in_all_scenarios(office: Office) -> None:
    created = office.run(*CREATED)
    office.create(created)
    resolved = ended(office.at.resolving.resolve(office.at.resolving.preview(created)))
    assert resolved is not None and resolved.state is ResolutionState.DONE
    assert texts(office, ticket_of(office, created)) == [CLOSING_NOTE]

    with_time = office.run(*WITH_TIME)
    before = texts(office, ticket_of(office, with_time))
    noted = ended(office.at.resolving.note_only(office.at.resolving.preview(with_time)))
    assert noted is not None and noted.state is ResolutionState.DONE
    assert texts(office, ticket_of(office, with_time)) == [*before, NOTE_ONLY]

    not_ours = office.run(*NOT_OURS)
    before = texts(office, ticket_of(office, not_ours))
    ended(office.at.resolving.add_note(not_ours, "Looked at by hand: disk ordered."))
    assert texts(office, ticket_of(office, not_ours)) == [
        *before,
        "Looked at by hand: disk ordered.",
    ]
    # all of them for colleagues alone
    assert office.server.report.customer_visible_notes() == []


def test_ticket_status_reflects_expected_behaviour(office: Office) -> None:
    settings = office.settings
    completed = settings.current.completed_status
    # resolved: complete, with the resolution written, and nothing else changed
    not_ours = office.run(*NOT_OURS)
    shown = office.at.resolving.preview(not_ours)
    assert shown.needs_tick
    with pytest.raises(Failure):
        ended(office.at.resolving.resolve(shown))
    assert ticket_of(office, not_ours)["completedDate"] is None
    outcome = ended(office.at.resolving.resolve(shown, accepts_loss=True))
    assert outcome is not None and outcome.state is ResolutionState.DONE
    ticket = ticket_of(office, not_ours)
    assert ticket["status"] == completed and ticket["completedDate"]
    assert ticket["resolution"] == CLOSING_NOTE
    assert not office.server.report.damage()
    row = office.row(not_ours)
    assert row.ticket is not None and row.ticket.state is TicketState.COMPLETE
    assert office.at.resolving.preview(not_ours).plan is None  # there is nothing left to resolve

    # with time booked: open, whatever was noted
    ticket = ticket_of(office, office.run(*WITH_TIME))
    assert ticket["status"] != completed and ticket["completedDate"] is None
    assert not ticket["resolution"]
    row = office.row(office.run(*WITH_TIME))
    assert row.ticket is not None and row.ticket.state is TicketState.OPEN

    # not allowed: nothing at all
    office.change(resolving_allowed=False)
    shown = office.at.resolving.preview(office.run(*BOOKED_LATE))
    assert shown.plan is None and "Settings" in shown.blocks[0].sentence
