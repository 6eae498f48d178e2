"""Live values for one ticket: read from Autotask itself, by those who may create."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.services.access import Opened
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.ticket_offers import TicketOfferService
from tests.services.fakes import good_settings, reference_data

if TYPE_CHECKING:
    from bcautotask_gui.domain.reference_data import ReferenceData
    from bcautotask_gui.services.access import AutotaskAccess


class Access:
    """The way to an Autotask that counts how often its picklists are read."""

    def __init__(self) -> None:
        self.reads = 0

    def open(self) -> Opened:
        return Opened(good_settings(), self)  # type: ignore[arg-type]

    def reference_data(self) -> ReferenceData:
        self.reads += 1
        return reference_data()


def service(access: Access, role: Role) -> TicketOfferService:
    operator = Operator("anna", role, "desk-1", frozenset({role}))
    actor = Actor(operator, Instance("instance-1", "profile-1", "desk-1"))
    return TicketOfferService(cast("AutotaskAccess", access), actor)


def test_each_time_autotask_itself_is_asked() -> None:
    access = Access()
    offers = service(access, Role.OPERATOR)
    active = [each.value for each in reference_data().offered(TicketField.QUEUE)]
    assert [each.id for each in offers.offers().queues] == active
    offers.offers()
    assert access.reads == 2


def test_who_may_not_create_needs_no_values() -> None:
    access = Access()
    with pytest.raises(Failure) as refused:
        service(access, Role.REPORTER).offers()
    assert refused.value.kind is Kind.NOT_ALLOWED
    assert access.reads == 0
