"""Tickets that a person looks for by words, or among those of a company."""

import re
from datetime import datetime

from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import Filter, any_of, contains, eq, gte, not_exist
from bcautotask_gui.autotask.tickets import ENTITY, FIELDS, ticket_of
from bcautotask_gui.domain.linking import TicketHits
from bcautotask_gui.domain.tickets import Ticket

MOST_PAGES = 4  # a person waits for them
_WILD = re.compile(r"[\[\]%_^*?]+")


def search(
    client: Client, words: str, company_id: int | None, since: datetime | None
) -> TicketHits:
    """Tickets whose title or number holds all words; without any word all of a company.

    Some characters are wild cards for the server. They are not sent, and whole words are compared
    here.

    Args:
        client: who asks.
        words: as typed.
        company_id: only open tickets of this company, or None for all tickets.
        since: only tickets created at or after this moment, or None.

    Raises:
        Failure: what kept Autotask from answering.
    """
    wanted = words.split()
    filters = [_holding(part) for part in filter(None, map(_plainest, wanted))]
    if company_id is not None:
        filters += [eq("companyID", company_id), not_exist("completedDate")]
    if not filters:
        return TicketHits(())
    if since:
        filters.append(gte("createDate", since))
    rows, is_cut = client.pages(ENTITY, filters, FIELDS, most=MOST_PAGES)
    tickets = map(ticket_of, rows.values())
    return TicketHits(tuple(each for each in tickets if _holds_all(each, wanted)), is_cut)


def _plainest(word: str) -> str:
    return max(_WILD.split(word), key=len)


def _holding(part: str) -> Filter:
    return any_of(contains("title", part), contains("ticketNumber", part))


def _holds_all(ticket: Ticket, words: list[str]) -> bool:
    text = f"{ticket.title}\n{ticket.number}".casefold()
    return all(word.casefold() in text for word in words)
