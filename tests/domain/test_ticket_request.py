from __future__ import annotations

from dataclasses import replace

from bcautotask_gui.domain.ticket_request import fields_of, missing_in
from bcautotask_gui.domain.tickets import Choice, CompanyField
from tests.autotask.world import draft


def test_what_was_not_chosen_is_left_out_only_where_it_may_be() -> None:
    fields = fields_of(replace(draft(), queue=None, category=None))
    assert fields["queueID"] is None
    assert "ticketCategory" not in fields
    assert list(fields)[-2:] == ["title", "description"]


def test_every_choice_is_told_by_its_id() -> None:
    fields = fields_of(replace(draft(), work_type=Choice(7, "Remote"), contact=Choice(0, "Desk")))
    assert (fields["billingCodeID"], fields["contactID"]) == (7, 0)


def test_all_that_is_missing_is_named() -> None:
    nothing = replace(draft(company_id=None), queue=None, unread=frozenset({CompanyField.CONTRACT}))
    assert list(missing_in(nothing)) == ["company", "queue", "contract"]
    assert list(missing_in(draft(company_id=0))) == []
