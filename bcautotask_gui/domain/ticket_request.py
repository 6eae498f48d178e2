"""A draft by the fields of the request: what is shown before and what is sent are one table."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from bcautotask_gui.domain.tickets import TicketDraft

Value = int | str | datetime | None

_CHOSEN = {"queueID": "queue", "source": "source", "status": "status", "priority": "priority"}
_OPTIONAL = {
    "ticketCategory": "category",
    "issueType": "issue_type",
    "subIssueType": "sub_issue_type",
    "billingCodeID": "work_type",
    "contactID": "contact",
    "contractID": "contract",
}


def fields_of(draft: TicketDraft) -> Mapping[str, Value]:
    """Every field by its name in Autotask, in the order in which people read them.

    An optional field that was not chosen is left out; a required one is None.
    """
    chosen = {name: getattr(draft, word) for name, word in (*_CHOSEN.items(), *_OPTIONAL.items())}
    return {
        "companyID": draft.company_id,  # 0 is the MSP's own company
        **{name: each and each.id for name, each in chosen.items() if each or name in _CHOSEN},
        "dueDateTime": draft.due_at,
        "externalID": str(draft.marker),
        "title": draft.title,
        "description": draft.description,
    }


def missing_in(draft: TicketDraft) -> Iterator[str]:
    """What keeps a draft from being sent, in words; nothing in a ticket is made up."""
    if draft.company_id is None:
        yield "company"
    yield from (word for word in _CHOSEN.values() if getattr(draft, word) is None)
    yield from sorted(draft.unread)
