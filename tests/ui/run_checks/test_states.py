"""Ticket states: when they are read again, what is shown of it, and what is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.services.ticket_states import StatesSummary
from bcautotask_gui.worker.jobs import Lane
from tests.ui.run_checks.fake_tickets import NUMBER
from tests.ui.run_checks.fakes import run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


def started(make: Make, **settings: object) -> Place:
    place = make(run_row(1, ticket=ticket_cell()), run_row(2))
    place.tab.show()
    place.presenter.start()
    place.use(**settings)
    return place


def test_states_are_read_once_settings_and_secrets_are_known(make_place: Make) -> None:
    place = started(make_place)
    assert place.states.asked == []
    place.presenter.begin_to_ask()
    assert place.states.asked == [(1, 2)]
    assert Lane.BULK in place.jobs.lanes


def test_secrets_that_come_before_the_settings_lose_no_reading(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.tab.show()
    place.presenter.start()
    place.presenter.begin_to_ask()
    assert place.states.asked == []
    place.use()
    assert place.states.asked == [(1,)]


def test_before_the_list_is_shown_nothing_is_read_since_nothing_is_in_view(
    make_place: Make,
) -> None:
    place = make_place(run_row(1))
    place.tab.show()
    place.use()
    place.presenter.begin_to_ask()
    assert place.states.asked == []
    place.presenter.start()
    place.presenter.refresh()
    assert place.states.asked == [(1,)]


def test_while_the_integration_is_off_nothing_is_read(make_place: Make) -> None:
    place = started(make_place, enabled=False)
    place.presenter.begin_to_ask()
    place.presenter.refresh_tickets()
    assert place.states.asked == []


def test_what_was_found_is_told_and_rows_are_replaced(make_place: Make) -> None:
    place = started(make_place)
    place.presenter.begin_to_ask()
    place.states.summary = StatesSummary(read=42, deleted=1)
    place.states.while_reading = lambda: place.runs.held.update(
        {1: replace(place.runs.held[1], ticket=ticket_cell(label="On Hold"))}
    )
    place.presenter.refresh_tickets()
    assert place.last_told == "Ticket states refreshed: 42 read, 1 deleted in Autotask"
    assert place.cell(1, "ticket") == f"{NUMBER} On Hold"


def test_what_nobody_asked_for_replaces_no_outcome_of_an_act(make_place: Make) -> None:
    place = started(make_place)
    place.outcome.tell("Ticket T20261123.0011 created for Customer 1")
    place.states.summary = StatesSummary(read=42, deleted=1)
    place.presenter.begin_to_ask()
    assert len(place.states.asked) == 1
    assert place.last_told == "Ticket T20261123.0011 created for Customer 1"


def test_nothing_to_read_is_told_only_to_who_asked(make_place: Make) -> None:
    place = started(make_place)
    place.presenter.begin_to_ask()
    assert place.outcome.told == []
    place.presenter.refresh_tickets()
    assert place.last_told == "Ticket states refreshed: no open tickets to read"


def test_a_secret_that_was_never_entered_is_told_only_to_who_asked(make_place: Make) -> None:
    place = started(make_place)
    place.states.trouble = Failure(Kind.SECRET_MISSING, environment="Sandbox", secret="secret")
    place.presenter.begin_to_ask()
    assert place.outcome.told == []
    place.presenter.refresh_tickets()
    assert "has no Sandbox secret" in place.last_told


def test_what_kept_states_from_being_read_is_told(make_place: Make) -> None:
    place = started(make_place)
    place.states.trouble = Failure(Kind.UNREACHABLE, host="webservices19")
    place.presenter.begin_to_ask()
    assert "could not be reached" in place.last_told


def test_a_tab_that_comes_back_soon_reads_nothing_again(make_place: Make) -> None:
    place = started(make_place)
    place.presenter.begin_to_ask()
    place.presenter.come_into_view()
    assert len(place.states.asked) == 1


def test_one_reading_at_a_time(make_place: Make) -> None:
    place = started(make_place)
    place.states.while_reading = place.presenter.refresh_tickets
    place.presenter.begin_to_ask()
    assert len(place.states.asked) == 1
