from __future__ import annotations

from dataclasses import replace

from bcautotask_gui.domain.settings import TicketDefaults
from bcautotask_gui.domain.tickets import Choice, CompanyField
from bcautotask_gui.services.company_choices import read_into, wanted
from tests.autotask.world import draft


class OneContact:
    """An Autotask whose companies have a contact and no contract; it counts the questions."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, CompanyField]] = []

    def company_choice(self, company_id: int, which: CompanyField) -> Choice | None:
        self.asked.append((company_id, which))
        return Choice(31, "Front Office") if which is CompanyField.CONTACT else None


def test_only_what_the_settings_send_is_wanted() -> None:
    assert wanted(TicketDefaults()) == frozenset()
    assert wanted(TicketDefaults(contract=True)) == {CompanyField.CONTRACT}


def test_what_was_read_stands_in_the_draft() -> None:
    unread = replace(draft(company_id=7), unread=frozenset({CompanyField.CONTACT}))
    autotask = OneContact()
    read = read_into(unread, autotask)  # type: ignore[arg-type]  # the part that is used
    assert (read.contact, read.unread, read.blocks) == (Choice(31, "Front Office"), frozenset(), ())
    assert autotask.asked == [(7, CompanyField.CONTACT)]


def test_a_company_without_one_stops_the_ticket_with_the_way_to_mend_it() -> None:
    unread = replace(draft(company_id=7), unread=frozenset(CompanyField))
    (block,) = read_into(unread, OneContact()).blocks  # type: ignore[arg-type]
    assert (block.field, block.place) == ("contract", "defaults")
    assert "default contract" in block.sentence


def test_without_a_mapping_nothing_is_asked() -> None:
    autotask = OneContact()
    unread = replace(draft(company_id=None), unread=frozenset(CompanyField))
    assert read_into(unread, autotask) == unread  # type: ignore[arg-type]
    assert autotask.asked == []
