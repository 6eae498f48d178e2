"""How a ticket that was read live is said: its facts, people, time and notes."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.ticket_notes import NOTE_TITLE
from bcautotask_gui.domain.ticket_view import BookedTime, Person, TicketView, WrittenNote
from bcautotask_gui.ui.run_checks.words import origin_words
from bcautotask_gui.ui.shared.facts import Fact
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.numbers import decimal

translate = QCoreApplication.translate

LONGEST = 1_500
"""So much of one note is shown; the rest is read in Autotask."""


def ticket_facts(view: TicketView, now: datetime) -> tuple[Fact, ...]:
    """The fields of a ticket, in their order; what Autotask leaves empty is left out."""
    ticket = view.sheet.ticket
    assigned = view.sheet.assigned
    facts = (
        (translate("TicketWords", "Queue"), view.queue),
        (translate("TicketWords", "Priority"), view.priority),
        (translate("TicketWords", "Due"), moment_text(ticket.due_at, now) if ticket.due_at else ""),
        (translate("TicketWords", "Opened"), opened_words(view, now)),
        (
            translate("TicketWords", "Assigned to"),
            person_words(assigned) if assigned else translate("TicketWords", "Nobody yet"),
        ),
        (translate("TicketWords", "Origin"), origin_words(view.link.origin)),
        (translate("TicketWords", "Ticket id"), str(ticket.id)),
    )
    return tuple(Fact(label, value) for label, value in facts if value)


def opened_words(view: TicketView, now: datetime) -> str:
    """When it was opened, and by whom as far as that is known."""
    at = view.sheet.ticket.created_at
    if at is None:
        return ""
    when = moment_text(at, now)
    if not view.opened_by:
        return when
    words = translate("TicketWords", "{when} by {who}")
    return words.format(when=when, who=view.opened_by)


def person_words(person: Person) -> str:
    """A name, or what is known instead of it."""
    if person.name:
        return person.name
    if person.id is None:
        return "Autotask"
    if person.is_contact:
        return translate("TicketWords", "Contact {id}").format(id=person.id)
    return translate("TicketWords", "Resource {id}").format(id=person.id)


def entry_words(entry: BookedTime) -> str:
    """The summary, the hours, and whether they are billed."""
    hours = translate("TicketWords", "{hours} h").format(hours=decimal(entry.hours))
    if not entry.is_billable:
        hours += ", " + translate("TicketWords", "non-billable")
    return f"{cut(entry.text)} {hours}".strip()


def note_heading(note: WrittenNote) -> str:
    """Who wrote it, and who can read it."""
    who = person_words(note.who)
    if note.who.is_contact:
        who = translate("TicketWords", "{who} of the customer").format(who=who)
    if note.is_internal is None:
        return who
    words = (
        translate("TicketWords", "{who}, internal")
        if note.is_internal
        else translate("TicketWords", "{who}, seen by the customer")
    )
    return words.format(who=who)


def note_text(note: WrittenNote) -> str:
    """What it says; the title leads where it is another one than ours and the text's beginning."""
    text = cut(note.text)
    title = note.title
    if title in ("", NOTE_TITLE) or text.startswith(title):
        return text
    return f"{title}\n{text}" if text else title


def cut(text: str) -> str:
    """Not more than is read in a pane."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
