"""Notes of tickets: read by a query, written below their ticket (contract section 7)."""

from collections.abc import Callable

from bcautotask_gui.autotask import access
from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import any_of, eq, exist
from bcautotask_gui.autotask.rows import Row, number, text, whole
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.ticket_notes import (
    LONGEST_NOTE,
    SHOWN_TO_ALL,
    Note,
    NoteDraft,
    NotesFound,
)
from bcautotask_gui.domain.tickets import CreateAnswer, Ending

ENTITY, RESOURCES = "TicketNotes", "Resources"
LONGEST_TITLE = 250
FIELDS = ("ticketID", "title", "description", "creatorResourceID")


class Notes:
    """The notes of one tenant.

    Args:
        client: who reads and writes them.
        user: the API user's name, which is that of a resource as well.
    """

    def __init__(self, client: Client, user: str) -> None:
        self._client = client
        self._user = user

    def of_ticket(self, ticket_id: int, control: int | None) -> NotesFound:
        """The notes of a ticket, with a note that is known as proof that the answer is whole.

        Where none was visible before, or the known one no longer comes back because somebody
        deleted it, a note that is visible now is the control. Where there is still none, the right
        to see notes is all that can be asked for.

        Raises:
            Failure: what kept Autotask from answering.
        """
        known = control or self.any()
        rows = self._asked(ticket_id, known)
        if known and known not in rows:
            known = self.any()
            rows = self._asked(ticket_id, known)
        found = [rows[each] for each in sorted(rows) if whole(rows[each], "ticketID") == ticket_id]
        is_valid = known in rows if known else access.access(self._client, ENTITY).query
        return NotesFound(is_valid, tuple(map(_note_of, found)))

    def _asked(self, ticket_id: int, known: int | None) -> dict[int, Row]:
        of_ticket = eq("ticketID", ticket_id)
        wanted = any_of(of_ticket, eq("id", known)) if known else of_ticket
        return self._client.query(ENTITY, [wanted], FIELDS)

    def any(self) -> int | None:
        """The id of some note that the user sees, or None where they see none.

        Raises:
            Failure: what kept Autotask from answering.
        """
        row = self._client.first(ENTITY, [exist("id")], ())
        return whole(row, "id") if row else None

    def author(self) -> int | None:
        """The resource that this user is; None where that cannot be told for certain.

        Raises:
            Failure: what kept Autotask from answering, save a right that the user lacks.
        """
        try:
            found = self._client.query(RESOURCES, [eq("userName", self._user)], ())
        except Failure as failure:
            if failure.kind in (Kind.PERMISSION, Kind.REFUSED):
                return None
            raise
        return next(iter(found)) if len(found) == 1 else None

    def add(self, ticket_id: int, draft: NoteDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        """Writes a note exactly once and tells how that ended; never raises.

        A note that everybody could read is not sent, whatever the settings say, nor is one that
        Autotask could not hold whole.
        """
        against = _against(draft)
        if against:
            return CreateAnswer(Ending.NOT_SENT, failure=Failure(Kind.BLOCKED, reason=against))
        body = {
            "title": draft.title,
            "description": draft.text,
            "noteType": draft.note_type,
            "publish": draft.publish,
        }
        return self._client.write_once("POST", f"Tickets/{ticket_id}/Notes", body, may_send)


def _against(draft: NoteDraft) -> str:
    if draft.publish == SHOWN_TO_ALL:
        return say("The note would be shown to customers, so it was not sent.")
    if not draft.title.strip() or not draft.text.strip():
        return say("The note has no title or no text, so it was not sent.")
    if len(draft.title) > LONGEST_TITLE or len(draft.text) > LONGEST_NOTE:
        return say("The note is longer than Autotask takes, so it was not sent.")
    return ""


def _note_of(row: Row) -> Note:
    return Note(
        whole(row, "id"),
        text(row, "title"),
        text(row, "description"),
        number(row.get("creatorResourceID")),
    )
