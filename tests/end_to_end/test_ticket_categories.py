"""Categories that ask for more, and picklists that changed: real services, real HTTP."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import CompanyField
from tests.end_to_end.office import Office, ended, office_on_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOGISTICS = ("Van der Meer Logistics", "HV01 Daily")
DENTAL = ("Brightwell Dental", "SQL01 + DC01 Daily")
ON_SITE, REMOTE_SUPPORT = 121, 29682801


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_on_file(tmp_path) as made:
        yield made.set_up()


def test_a_category_gets_the_work_type_and_the_contact_that_it_asks_for(office: Office) -> None:
    settings = office.settings
    defaults = replace(
        settings.current.defaults, category=ON_SITE, work_type=REMOTE_SUPPORT, contact=True
    )
    office.at.settings.save(settings.with_current(defaults=defaults))
    run_id = office.run(*LOGISTICS)
    draft = office.at.drafts.draft(run_id)
    assert draft.unread == {CompanyField.CONTACT}
    shown = office.at.drafts.complete(draft)
    assert shown.contact is not None and shown.contact.label == "Front Office"
    assert shown.blocks == ()
    ended(office.at.creating.create(shown))
    [ticket] = office.made(run_id)
    sent = [ticket[name] for name in ("ticketCategory", "billingCodeID", "contactID")]
    assert sent == [ON_SITE, REMOTE_SUPPORT, shown.contact.id]


def test_a_value_that_autotask_refuses_is_named_in_the_next_preview(office: Office) -> None:
    run_id = office.run(*DENTAL)
    queue = office.settings.current.defaults.queue
    assert office.at.drafts.draft(run_id).blocks == ()
    office.server.tenant.retire_value("Ticket", "queueID", queue)
    with pytest.raises(Failure) as caught:
        office.create(run_id)
    assert caught.value.kind is Kind.PICKLIST
    office.at.settings.read_picklists_after_refusal()
    [block] = office.at.drafts.draft(run_id).blocks
    assert (block.field, block.place) == ("queue", "defaults")
    assert "no longer offered" in block.sentence
    assert office.made(run_id) == []
