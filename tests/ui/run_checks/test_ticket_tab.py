"""The Ticket tab: read in Autotask only while it is looked at, and told in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ticket_view import Person, WrittenNote
from bcautotask_gui.domain.tickets import Ticket
from bcautotask_gui.ui.run_checks.pane import TICKET_TAB
from bcautotask_gui.ui.run_checks.ticket.words import (
    LONGEST,
    entry_words,
    note_heading,
    note_text,
    person_words,
    ticket_facts,
)
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.worker.jobs import Lane
from tests.ui.run_checks.fake_tickets import NUMBER, OPENED, view_of
from tests.ui.run_checks.fakes import NOW, run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


def started(make: Make, **settings: object) -> Place:
    place = make(run_row(1, ticket=ticket_cell()), run_row(2))
    place.tab.show()
    place.presenter.start()
    place.use(**settings)
    place.select(1)
    return place


def looked_at(place: Place) -> None:
    """The Ticket tab is chosen, and 300 ms pass."""
    place.tab.pane.tabs.setCurrentIndex(TICKET_TAB)
    place.presenter.ticket.look()


def words(place: Place) -> list[str]:
    return [each.text() for each in place.tab.pane.ticket.findChildren(Label) if each.text()]


def test_a_ticket_is_read_only_while_its_tab_is_shown(make_place: Make) -> None:
    place = started(make_place)
    place.presenter.ticket.look()
    assert place.views.asked == []
    place.jobs.lanes.clear()
    looked_at(place)
    assert place.views.asked == [1]
    assert place.jobs.lanes.count(Lane.AUTOTASK) == 1


def test_what_was_read_is_shown_with_the_time_of_reading(make_place: Make) -> None:
    place = started(make_place)
    looked_at(place)
    said = words(place)
    for each in (
        "Read from Autotask at 07:20",
        "[Backupchecks] HV01 Daily - Failed",
        "Time entries (1)",
        "Snapshot removed. 0.50 h, non-billable",
        "Resolve will add the note only. The ticket stays open.",
        "Notes (1)",
        "Kai Schulte, internal",
        "The disk is swapped on Monday.",
    ):
        assert each in said


def test_a_run_without_ticket_asks_nothing(make_place: Make) -> None:
    place = started(make_place)
    place.select(2)
    looked_at(place)
    assert place.views.asked == []


def test_while_the_integration_is_off_nothing_is_asked(make_place: Make) -> None:
    place = started(make_place, enabled=False)
    looked_at(place)
    assert place.views.asked == []
    assert "Autotask is off; this is as last read." in words(place)


def test_another_run_does_not_show_the_former_ones_ticket(make_place: Make) -> None:
    place = started(make_place)
    looked_at(place)
    place.select(2)
    assert "No ticket for this run yet." in words(place)
    assert place.tab.pane.ticket.view is None


def test_a_ticket_that_stands_otherwise_than_its_row_says_is_read_again(make_place: Make) -> None:
    place = started(make_place)
    cell = ticket_cell(label="On Hold", has_time_entries=True)
    place.views.view = view_of(status="On Hold")
    place.runs.held[1] = replace(place.runs.held[1], ticket=cell)
    looked_at(place)
    assert place.cell(1, "ticket") == f"{NUMBER} On Hold"
    assert place.views.asked == [1]


def test_why_it_could_not_be_read_is_said_and_it_can_be_tried_again(make_place: Make) -> None:
    place = started(make_place)
    place.views.trouble = Failure(Kind.ABSENT, what="ticket", id=31)
    looked_at(place)
    assert "The ticket could not be read" in words(place)
    place.views.trouble = None
    place.tab.pane.ticket.again_requested.emit()
    assert "The ticket could not be read" not in words(place)
    assert "Notes (1)" in words(place)


def test_what_may_not_be_seen_is_unknown_and_not_none(make_place: Make) -> None:
    place = started(make_place)
    sheet = replace(place.views.view.sheet, entries=None, notes=None)
    place.views.view = view_of(sheet=sheet)
    looked_at(place)
    assert "This API user may not see time entries, so nobody knows." in words(place)
    assert "This API user may not see notes." in words(place)


def test_f5_reads_the_ticket_that_is_looked_at_again(make_place: Make) -> None:
    place = started(make_place)
    place.presenter.begin_to_ask()
    looked_at(place)
    place.presenter.refresh_tickets()
    assert place.views.asked == [1, 1]


def test_the_ticket_is_looked_at_once_the_secrets_were_read(make_place: Make) -> None:
    place = make_place(run_row(1, ticket=ticket_cell()), secrets_read=False)
    place.tab.show()
    place.presenter.start()
    place.use()
    place.select(1)
    looked_at(place)
    place.presenter.refresh_tickets()
    assert place.views.asked == []
    place.presenter.begin_to_ask()
    assert place.views.asked == [1]


# words -----------------------------------------------------------------------------------------


def test_facts_leave_out_what_autotask_leaves_empty() -> None:
    facts = {fact.label: fact.value for fact in ticket_facts(view_of(queue=""), NOW)}
    assert "Queue" not in facts
    assert "Due" not in facts
    assert facts["Opened"] == "Yesterday 07:20 by S. Bakker"
    assert facts["Assigned to"] == "Kai Schulte"


def test_an_unassigned_ticket_says_so() -> None:
    view = view_of()
    bare = replace(view, sheet=replace(view.sheet, assigned=None, ticket=Ticket(31, "", "", 1, 1)))
    facts = {fact.label: fact.value for fact in ticket_facts(bare, NOW)}
    assert facts["Assigned to"] == "Nobody yet"
    assert "Opened" not in facts


def test_people_without_a_name_are_told_by_what_is_known() -> None:
    assert person_words(Person(7)) == "Resource 7"
    assert person_words(Person(7, is_contact=True)) == "Contact 7"
    assert person_words(Person()) == "Autotask"


def test_a_note_says_who_can_read_it() -> None:
    note = WrittenNote(1, Person(7, "Anna Vos"), OPENED, "", "text", is_internal=False)
    assert note_heading(note) == "Anna Vos, seen by the customer"
    assert note_heading(replace(note, is_internal=True)) == "Anna Vos, internal"
    assert note_heading(replace(note, is_internal=None)) == "Anna Vos"


def test_a_long_note_is_cut_and_a_title_leads() -> None:
    note = WrittenNote(1, Person(), OPENED, "Disk", "x" * (LONGEST + 10))
    assert note_text(note) == "Disk\n" + "x" * LONGEST + "…"
    assert note_text(replace(note, title="Backupchecks", text="works again")) == "works again"


def test_billable_time_is_told_by_its_hours_alone() -> None:
    entries = view_of().sheet.entries
    assert entries
    assert entry_words(replace(entries[0], is_billable=True, text="")) == "0.50 h"
