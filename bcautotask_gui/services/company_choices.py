"""What a ticket names of its company, read live: contact and contract, as some categories ask."""

from dataclasses import replace
from typing import Any

from bcautotask_gui.domain.ports import Autotask
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import TicketDefaults
from bcautotask_gui.domain.tickets import Block, CompanyField, TicketDraft

_ABSENT = {
    CompanyField.CONTACT: Block(
        say("No primary contact"),
        say(
            "The company has no active primary contact in Autotask, and the ticket "
            "defaults send one. Mark one there, or change the defaults."
        ),
        "defaults",
        "contact",
    ),
    CompanyField.CONTRACT: Block(
        say("No default contract"),
        say(
            "The company has no active default contract in Autotask, and the ticket "
            "defaults send one. Mark one there, or change the defaults."
        ),
        "defaults",
        "contract",
    ),
}


def wanted(defaults: TicketDefaults) -> frozenset[CompanyField]:
    """Which of them a ticket gets."""
    return frozenset(each for each in CompanyField if getattr(defaults, each))


def read_into(draft: TicketDraft, autotask: Autotask) -> TicketDraft:
    """The draft with what was still unread; blocked where the company has none.

    Raises:
        Failure: what kept Autotask from answering.
    """
    if draft.company_id is None:
        return draft
    found: dict[str, Any] = {}
    blocks = list(draft.blocks)
    for which in sorted(draft.unread):
        choice = autotask.company_choice(draft.company_id, which)
        found[which] = choice
        if choice is None:
            blocks.append(_ABSENT[which])
    return replace(draft, **found, blocks=tuple(blocks), unread=frozenset())
