from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_view import BookedTime, Person, TicketSheet, WrittenNote
from bcautotask_gui.domain.tickets import Origin, Ticket, TicketLink
from bcautotask_gui.services.access import Opened
from bcautotask_gui.services.ticket_view import TicketViewService
from tests.services.fakes import MORNING, FakeClock, FakeSettings
from tests.services.resolving_world import LINK, NUMBER, TICKET, resolving_reference
from tests.services.resolving_world import resolving_settings as good

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcautotask_gui.domain.ticket_states import TicketSight
    from bcautotask_gui.services.access import AutotaskAccess

ANNA = Person(7, "Anna Vos")
SHEET = TicketSheet(
    Ticket(TICKET, NUMBER, "HV01 Daily", 29683485, 1, queue=29682833, priority=1),
    creator=Person(1, "Backupchecks API"),
    assigned=ANNA,
    entries=(BookedTime(1, ANNA, MORNING, 0.5, is_billable=False),),
    notes=(
        WrittenNote(1, ANNA, MORNING, "", "for us", 2),
        WrittenNote(2, ANNA, MORNING, "", "for all", 1),
        WrittenNote(3, ANNA, MORNING, "", "for nobody knows whom", 99),
    ),
)


class World:
    """One run whose ticket can be read."""

    def __init__(self) -> None:
        self.sheet = SHEET
        self.links: tuple[TicketLink, ...] = (LINK,)
        self.settings = FakeSettings()
        self.settings.settings = good()
        self.settings.reference[Environment.SANDBOX] = resolving_reference()
        self.kept: list[TicketSight] = []
        self.fails: Failure | None = None
        self.calls = 0

    def open(self) -> Opened:
        if not self.settings.settings.enabled:
            raise Failure(Kind.DISABLED)
        return Opened(self.settings.settings, self)  # type: ignore[arg-type]

    def ticket_sheet(self, ticket_id: int) -> TicketSheet:
        assert ticket_id == TICKET
        self.calls += 1
        return self.sheet

    def links_of(self, run_id: int, environment: Environment) -> tuple[TicketLink, ...]:
        return self.links

    def keep(
        self, environment: Environment, seen: Sequence[TicketSight], deleted: Sequence[int]
    ) -> None:
        if self.fails:
            raise self.fails
        self.kept += seen

    @property
    def service(self) -> TicketViewService:
        access = cast("AutotaskAccess", self)
        clock = FakeClock()
        return TicketViewService(self, self, self.settings, access, clock)  # type: ignore[arg-type]


@pytest.fixture
def world() -> World:
    return World()


def test_a_ticket_is_told_in_the_words_of_autotask(world: World) -> None:
    view = world.service.read(1)
    assert (view.status, view.priority, view.hours) == ("New", "High", 0.5)
    assert view.sheet.assigned == ANNA


def test_a_note_is_internal_only_where_its_value_says_so(world: World) -> None:
    notes = world.service.read(1).sheet.notes
    assert notes is not None
    assert [note.is_internal for note in notes] == [True, False, None]


def test_who_opened_a_ticket_made_here_is_the_operator(world: World) -> None:
    assert world.service.read(1).opened_by == "J. de Vries"
    world.links = (replace(LINK, origin=Origin.LINKED),)
    assert world.service.read(1).opened_by == "Backupchecks API"


def test_what_was_read_is_kept_as_the_state_of_the_ticket(world: World) -> None:
    world.service.read(1)
    assert [(s.ticket.id, s.status_label, s.has_time_entries) for s in world.kept] == [
        (TICKET, "New", True)
    ]


def test_time_that_may_not_be_seen_is_not_kept_as_none(world: World) -> None:
    world.sheet = replace(SHEET, entries=None)
    world.service.read(1)
    assert world.kept[0].has_time_entries is None


def test_a_database_that_cannot_be_written_hides_no_ticket(world: World) -> None:
    world.fails = Failure(Kind.DATABASE_READ_ONLY)
    assert world.service.read(1).sheet.ticket.number == NUMBER


def test_an_id_that_stands_for_another_ticket_is_refused_and_not_kept(world: World) -> None:
    world.sheet = replace(SHEET, ticket=replace(SHEET.ticket, number="T20200101.0001"))
    with pytest.raises(Failure) as caught:
        world.service.read(1)
    assert caught.value.kind is Kind.OTHER_TICKET
    assert world.kept == []


@pytest.mark.parametrize("links", [(), (replace(LINK, ticket_id=None),)])
def test_a_run_without_a_ticket_id_asks_nobody(world: World, links: tuple[TicketLink, ...]) -> None:
    world.links = links
    with pytest.raises(Failure) as caught:
        world.service.read(1)
    assert caught.value.kind is Kind.ABSENT
    assert world.calls == 0


def test_with_the_integration_off_nothing_is_asked(world: World) -> None:
    world.settings.settings = replace(world.settings.settings, enabled=False)
    with pytest.raises(Failure) as caught:
        world.service.read(1)
    assert caught.value.kind is Kind.DISABLED
    assert world.calls == 0
