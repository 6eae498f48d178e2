"""Linking and resolving as acts that are killed: each on a ticket that was there before."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE
from tests.database.world import ours
from tests.faults.place import SANDBOX
from tests.services.desk import result_of

if TYPE_CHECKING:
    from bcautotask_gui.app.workplace import Workplace
    from tests.faults.place import Place

# seconds
PATIENCE = 60.0
PAUSE = 0.2
COMPLETE = 5


def ticket_for(run_id: int) -> int:
    """The ticket that a person made in Autotask for a run."""
    return 50_000_000 + run_id


def add_tickets(place: Place) -> list[int]:
    """Makes them; the runs are the subjects."""
    runs = place.runs()
    companies = dict(
        place.their(
            "SELECT r.id, c.autotask_company_id FROM job_runs r JOIN jobs j ON j.id = r.job_id "
            "JOIN customers c ON c.id = j.customer_id"
        )
    )
    for run_id in runs:
        if ticket_for(run_id) not in place.server.tenant.tables.rows("Tickets"):
            place.server.tenant.add_ticket(
                companies[run_id], f"Backup of run {run_id}", id=ticket_for(run_id)
            )
    return runs


def add_linked_tickets(place: Place) -> list[int]:
    """Makes them and links them, as somebody did the day before."""
    runs = add_tickets(place)
    table = ours(place.url, "ticket_link")
    for run_id in runs:
        place.their(
            f"INSERT INTO {table} (environment, run_id, ticket_id, number, origin, operator, "
            "created_at, unlinked_by, unlink_reason, is_mirrored, mirror_pending, mirror_note) "
            "VALUES ('sandbox', :r, :t, :n, 'linked', 'anna', :a, '', '', false, false, '')",
            r=run_id,
            t=ticket_for(run_id),
            n=place.server.tenant.ticket(ticket_for(run_id))["ticketNumber"],
            a="2026-01-01 00:00:00.000000" if place.is_file else "2026-01-01 00:00:00+00",
        )
    return runs


def link(workplace: Workplace, run_id: int) -> None:
    """Links the run to its ticket."""
    preview = workplace.linking.preview([run_id], ticket_for(run_id))
    result_of(workplace.linking.link(preview, confirmed=True))


def link_unless_linked(workplace: Workplace, run_id: int) -> None:
    """Presses the button again, unless the run shows its ticket."""
    links = workplace.database.tickets.links_of(run_id, SANDBOX)
    if [each.ticket_id for each in links] != [ticket_for(run_id)]:
        link(workplace, run_id)


def judge_links(place: Place, runs: list[int]) -> list[str]:
    """Each run has its one link, told once to the trail, and nothing was created."""
    wrong = []
    for run_id in runs:
        where = "run_id = :r AND unlinked_at IS NULL"
        links = [row[0] for row in place.rows("ticket_link", "ticket_id", where, r=run_id)]
        if links != [ticket_for(run_id)]:
            wrong.append(f"{'doubled' if links[1:] else 'lost'}: run {run_id} is linked to {links}")
        told = "act = 'ticket linked' AND subject = :s"
        count = place.rows("audit", "count(*)", told, s=f"run {run_id}")[0][0]
        if count != 1:
            wrong.append(f"{'doubled' if count else 'lost'}: run {run_id} was told {count} times")
    if place.server.report.created():
        wrong.append("doubled: a ticket was created")
    return wrong


def resolve(workplace: Workplace, run_id: int) -> None:
    """Resolves the ticket of a run; it was not made here, so the tick is set."""
    service = workplace.resolving
    outcome = result_of(service.resolve(service.preview(run_id), accepts_loss=True))
    if outcome.failure:
        raise outcome.failure


def resolve_until_complete(workplace: Workplace, run_id: int) -> None:
    """Lets the application look by itself, and begins again where the ticket is still open."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        workplace.resolving.go_on()
        shown: Any = workplace.resolving.preview(run_id).ticket
        if shown is not None and shown.ticket.is_complete:
            return
        try:
            resolve(workplace, run_id)
        except Failure as failure:
            if failure.kind not in (Kind.BLOCKED, Kind.TICKET_WORKED_ON):
                raise
            time.sleep(PAUSE)
    raise Failure(Kind.UNEXPECTED, f"run {run_id}: its ticket is not complete")


def judge_resolutions(place: Place, runs: list[int]) -> list[str]:
    """Each ticket is complete, has the note and the resolution once, and nothing else changed."""
    wrong = []
    for run_id in runs:
        ticket = place.server.tenant.ticket(ticket_for(run_id))
        notes = [note["description"] for note in place.server.tenant.notes(ticket["id"])]
        if ticket["status"] != COMPLETE:
            wrong.append(f"stuck: the ticket of run {run_id} has status {ticket['status']}")
        if notes.count(CLOSING_NOTE) != 1:
            wrong.append(f"{'doubled' if notes else 'lost'}: run {run_id} has notes {notes}")
        if ticket["resolution"].count(CLOSING_NOTE) != 1:
            wrong.append(f"lost: run {run_id} has the resolution {ticket['resolution']!r}")
    if place.server.report.damage():
        wrong.append(f"lost: {place.server.report.damage()}")
    if place.server.report.customer_visible_notes():
        wrong.append("lost: a customer sees a note")
    wrong += [f"stuck: {row}" for row in place.rows("resolution", "*", "state = 'open'")]
    return wrong
