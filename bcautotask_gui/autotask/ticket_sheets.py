"""A ticket with the time booked on it and its notes, everybody by name, in few calls."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bcautotask_gui.autotask import access, time_entries
from bcautotask_gui.autotask import notes as ticket_notes
from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.people import People, writer_of
from bcautotask_gui.autotask.query import eq
from bcautotask_gui.autotask.rows import Row, flag, moment, number, text, whole
from bcautotask_gui.autotask.tickets import ENTITY, ticket_of
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ticket_view import BookedTime, Person, TicketSheet, WrittenNote

_NOTE_FIELDS = (
    "title",
    "description",
    "publish",
    "createDateTime",
    "creatorResourceID",
    "createdByContactID",
)
_TIME_FIELDS = (
    "resourceID",
    "dateWorked",
    "startDateTime",
    "createDateTime",
    "hoursWorked",
    "isNonBillable",
    "summaryNotes",
)

T = TypeVar("T")


class TicketSheets:
    """Reads tickets as a person reads them."""

    def __init__(self, client: Client, people: People) -> None:
        self._client = client
        self._people = people

    def read(self, ticket_id: int) -> TicketSheet:
        """One ticket, its time entries and its notes: three calls, one more for new names.

        Raises:
            Failure: ABSENT, or what kept Autotask from answering.
        """
        row = self._client.item(ENTITY, ticket_id)
        if row is None:
            raise Failure(Kind.ABSENT, what="ticket", id=ticket_id)
        assigned = number(row.get("assignedResourceID"))
        sheet = TicketSheet(
            ticket_of(row),
            writer_of(row),
            Person(assigned) if assigned is not None else None,
            self._shown(time_entries.ENTITY, _TIME_FIELDS, ticket_id, _time_of),
            self._shown(ticket_notes.ENTITY, _NOTE_FIELDS, ticket_id, _note_of),
        )
        return self._with_names(sheet)

    def _shown(
        self, entity: str, fields: tuple[str, ...], ticket_id: int, read: Callable[[Row], T]
    ) -> tuple[T, ...] | None:
        """The records of a ticket by id; None where this user may not see such records."""
        try:
            rows = self._client.query(entity, [eq("ticketID", ticket_id)], fields)
            if not rows and not access.access(self._client, entity).query:
                return None
        except Failure as failure:
            if failure.kind is not Kind.PERMISSION:
                raise
            return None
        return tuple(read(rows[each]) for each in sorted(rows))

    def _with_names(self, sheet: TicketSheet) -> TicketSheet:
        people = {sheet.creator, *(each.who for each in sheet.entries or ())}
        people |= {each.who for each in sheet.notes or ()}
        if sheet.assigned:
            people.add(sheet.assigned)
        named = self._people.named(people)
        entries, notes = sheet.entries, sheet.notes
        if entries:
            entries = tuple(replace(each, who=named[each.who]) for each in entries)
        if notes:
            notes = tuple(replace(each, who=named[each.who]) for each in notes)
        assigned = named[sheet.assigned] if sheet.assigned else None
        return replace(
            sheet, creator=named[sheet.creator], assigned=assigned, entries=entries, notes=notes
        )


def _time_of(row: Row) -> BookedTime:
    times = (moment(row, name) for name in ("startDateTime", "dateWorked", "createDateTime"))
    return BookedTime(
        whole(row, "id"),
        Person(number(row.get("resourceID"))),
        next(filter(None, times), None),
        time_entries.hours(row.get("hoursWorked")),
        not flag(row, "isNonBillable", otherwise=False),
        text(row, "summaryNotes").strip(),
    )


def _note_of(row: Row) -> WrittenNote:
    return WrittenNote(
        whole(row, "id"),
        writer_of(row),
        moment(row, "createDateTime"),
        text(row, "title").strip(),
        text(row, "description").strip(),
        number(row.get("publish")),
    )
