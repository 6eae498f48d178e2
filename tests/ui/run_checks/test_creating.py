"""Creating: the preview, every ending of the act, and the look-ups that follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from bcautotask_gui.domain.claim_rules import Step
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.domain.tickets import Choice, ClaimState, CompanyField
from bcautotask_gui.services.create_outcome import CreateOutcome
from bcautotask_gui.services.look_ups import LookUpOutcome
from bcautotask_gui.ui.run_checks.create.request import request_text
from bcautotask_gui.worker.jobs import Lane
from tests.ui.run_checks.fakes import created, my_work, run_detail, run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


def started(make: Make, **changes: object) -> Place:
    place = make(run_row(1, customer="Brightwell Dental", job="NAS01 Hyper Backup", **changes))
    place.presenter.start()
    place.presenter.detail.read()
    return place


def ticket_in_pane(place: Place) -> str:
    return " ".join(label.text() for label in place.tab.pane.ticket.findChildren(QLabel))


def test_a_created_ticket_is_told_and_shown_in_its_row(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [created()]
    place.tickets.while_sending = lambda: place.runs.held.update(
        {1: replace(place.runs.held[1], ticket=ticket_cell(number="T20261123.0011"))}
    )
    place.press_create()
    place.confirm()
    assert place.last_told == (
        "Ticket T20261123.0011 created for Brightwell Dental · NAS01 Hyper Backup"
    )
    assert place.cell(1, "ticket") == "T20261123.0011 In Progress"
    assert place.presenter.create.dialog is None
    assert place.tab.bar.open_button.isEnabled()
    assert not place.tab.bar.create_button.isEnabled()


def test_what_is_sent_is_the_draft_that_was_shown(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [created()]
    place.press_create()
    dialog = place.presenter.create.dialog
    assert dialog is not None
    shown = dialog.draft
    place.confirm()
    assert place.tickets.sent == [(shown, False)]


def test_the_draft_is_read_from_the_database_and_sent_in_the_operators_lane(
    make_place: Make,
) -> None:
    place = started(make_place)
    place.tickets.answers = [created()]
    place.jobs.lanes.clear()
    place.press_create()
    assert place.jobs.lanes == [Lane.LOCAL]
    place.confirm()
    assert place.jobs.lanes.count(Lane.AUTOTASK) == 1


def test_what_belongs_to_the_company_is_read_before_the_preview_shows_anything(
    make_place: Make,
) -> None:
    place = started(make_place)
    place.tickets.answers = [created()]
    place.drafts.unread = frozenset({CompanyField.CONTACT})
    place.jobs.lanes.clear()
    place.press_create()
    assert place.jobs.lanes == [Lane.LOCAL, Lane.AUTOTASK]
    dialog = place.presenter.create.dialog
    assert dialog is not None and dialog.draft is not None
    assert dialog.draft.contact == Choice(31, "Front Office")
    assert "contactID: 31" in request_text(dialog.draft)
    place.confirm()
    ((sent, _is_empty),) = place.tickets.sent
    assert sent.contact == Choice(31, "Front Office")


def test_the_row_shows_creating_while_the_ticket_is_on_its_way(make_place: Make) -> None:
    place = started(make_place)
    seen: list[str] = []
    place.tickets.answers = [created()]
    place.tickets.while_sending = lambda: seen.append(place.cell(1, "ticket"))
    place.press_create()
    place.confirm()
    assert seen == ["Creating…"]


def test_a_second_press_while_it_is_sent_opens_no_second_preview(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [created()]
    opened: list[object] = []

    def press_again() -> None:
        place.press_create()
        opened.append(place.presenter.create.dialog)

    place.tickets.while_sending = press_again
    place.press_create()
    place.confirm()
    assert opened == [None]
    assert len(place.tickets.sent) == 1


def test_a_ticket_that_an_earlier_attempt_made_is_told_as_found(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [created(was_found=True)]
    place.press_create()
    place.confirm()
    assert place.last_told.startswith("Ticket T20261123.0011 found for Brightwell Dental")


def test_an_unknown_outcome_shows_waiting_and_is_looked_for(make_place: Make) -> None:
    place = started(make_place)
    failure = Failure(Kind.UNKNOWN_OUTCOME, why="the answer was cut off")
    place.tickets.answers = [CreateOutcome(1, ClaimState.UNKNOWN, failure=failure)]
    place.tickets.while_sending = lambda: place.runs.held.update(
        {1: replace(place.runs.held[1], work=my_work(ClaimState.UNKNOWN))}
    )
    place.press_create()
    place.confirm()
    assert place.cell(1, "ticket") == "Waiting"
    assert "the answer was cut off" in place.last_told
    assert place.presenter.waiting.is_looking


def test_a_failure_is_told_in_the_pane_and_in_the_outcome(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [Failure(Kind.UNREACHABLE, "ConnectError", host="webservices19")]
    place.press_create()
    place.confirm()
    assert place.last_told.startswith(
        "Brightwell Dental · NAS01 Hyper Backup: Autotask could not be reached"
    )
    assert "Autotask could not be reached" in place.tab.pane.trouble
    assert place.cell(1, "ticket") == ""


def test_a_refused_value_asks_for_the_picklists_anew(make_place: Make) -> None:
    place = started(make_place)
    asked: list[bool] = []
    place.presenter.create.value_refused.connect(lambda: asked.append(True))
    place.tickets.answers = [Failure(Kind.BUSY), Failure(Kind.PICKLIST, field="queue", value="5")]
    for expected in ([], [True]):
        place.press_create()
        place.confirm()
        assert asked == expected


def test_a_failure_can_be_copied_with_its_correlation_id(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [Failure(Kind.UNREACHABLE, "ConnectError", host="webservices19")]
    place.press_create()
    place.confirm()
    place.tab.pane._copy.click()
    copied = place.messages.copied[-1]
    assert "ConnectError" in copied
    assert f"Correlation id: {place.outcome.correlations[-2]}" in copied


def test_a_failure_stays_with_its_run_and_goes_with_the_next_attempt(make_place: Make) -> None:
    place = make_place(run_row(1), run_row(2))
    place.presenter.start()
    place.presenter.detail.read()
    place.tickets.answers = [Failure(Kind.UNREACHABLE, host="webservices19"), created()]
    place.press_create()
    place.confirm()
    place.select(2)
    assert place.tab.pane.trouble == ""
    place.select(1)
    assert "Autotask could not be reached" in place.tab.pane.trouble
    place.press_create()
    place.confirm()
    assert place.tab.pane.trouble == ""


def test_an_unexpected_error_shows_no_more_than_its_kind(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [RuntimeError("password=hunter2")]  # type: ignore[list-item]
    place.press_create()
    place.confirm()
    assert "did not expect" in place.tab.pane.trouble
    assert "hunter2" not in place.tab.pane.trouble + place.last_told


def test_a_tenant_without_tickets_asks_for_a_persons_word(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [Failure(Kind.NO_TICKET_VISIBLE), created()]
    place.press_create()
    place.confirm()
    assert place.messages.questions[0][0] == "Is this Autotask new and empty?"
    place.messages.yes[0]()
    assert [is_empty for _, is_empty in place.tickets.sent] == [False, True]
    assert place.last_told.startswith("Ticket T20261123.0011 created")


def test_a_change_while_one_looked_opens_the_preview_again_with_the_reason(
    make_place: Make,
) -> None:
    place = started(make_place)
    place.tickets.answers = [Failure(Kind.STALE, what="The mapping", who="S. Bakker")]
    place.press_create()
    place.confirm()
    dialog = place.presenter.create.dialog
    assert dialog is not None
    assert dialog.draft is not None
    notices = [each for each in dialog.notices if "S. Bakker" in each]
    assert len(notices) == 1


def test_a_draft_that_cannot_be_read_is_told_in_the_dialog(make_place: Make) -> None:
    place = started(make_place)
    place.drafts.trouble = Failure(Kind.RUN_GONE)
    place.press_create()
    dialog = place.presenter.create.dialog
    assert dialog is not None
    assert "no longer in the Backupchecks database" in " ".join(dialog.notices)
    assert not dialog.primary.isEnabled()


def test_the_dialog_opens_before_the_draft_was_read(make_place: Make) -> None:
    place = make_place(run_row(1), deferred=True)
    place.presenter.start()
    while place.jobs.running():
        place.jobs.run_next()
    place.press_create()
    dialog = place.presenter.create.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.primary.isEnabled()
    while place.jobs.running():
        place.jobs.run_next()
    assert dialog.primary.isEnabled()


def test_an_act_tells_its_own_run_however_the_selection_moves(make_place: Make) -> None:
    place = make_place(run_row(1), run_row(2))
    place.presenter.start()
    place.tickets.answers = [created()]
    place.tickets.while_sending = lambda: place.select(2)
    place.press_create()
    place.confirm()
    assert place.last_told.endswith("created for Customer 1 · HV01 Daily")
    assert place.presenter.create.at_work == frozenset()


# look-ups ------------------------------------------------------------------------------------


def test_it_looks_once_at_the_start_and_not_again_while_nothing_waits(make_place: Make) -> None:
    place = started(make_place)
    assert place.look_ups.looks == 1
    assert not place.presenter.waiting.is_looking


def test_nothing_is_looked_for_before_the_secrets_were_read(make_place: Make) -> None:
    place = make_place(run_row(1), secrets_read=False)
    place.runs.counted[RunView.WAITING] = 1
    place.presenter.start()
    place.presenter.waiting.look()
    assert place.look_ups.looks == 0 and not place.presenter.waiting.is_looking
    place.presenter.begin_to_ask()
    assert place.look_ups.looks == 1 and place.presenter.waiting.is_looking


def test_a_number_that_came_while_the_pane_was_read_is_shown_in_the_pane(make_place: Make) -> None:
    place = started(make_place)
    place.select(1)
    numbered = replace(place.runs.held[1], ticket=ticket_cell(number="T20261123.0011"))
    place.runs.details[1] = run_detail(replace(numbered, ticket=ticket_cell(number="")))
    place.presenter.detail.read()
    assert "T20261123.0011" not in ticket_in_pane(place)
    place.runs.details.clear()
    place.runs.held[1] = numbered
    place.presenter.list.read_again(1)
    assert place.cell(1, "ticket").startswith("T20261123.0011")
    assert "T20261123.0011" in ticket_in_pane(place)


def test_an_answer_that_is_older_than_the_row_is_read_once_more(make_place: Make) -> None:
    place = make_place(run_row(1), deferred=True)
    place.presenter.start()
    while place.jobs.running():
        place.jobs.run_next()
    old = place.runs.held[1]
    place.select(1)
    place.runs.details[1] = run_detail(old)
    newer = replace(old, ticket=ticket_cell(number="T20261123.0011"))
    place.presenter.detail.row_replaced(newer)
    before = place.runs.asked.count("detail")
    place.jobs.run_next()
    assert place.runs.asked.count("detail") == before + 1
    place.runs.details[1] = run_detail(newer)
    while place.jobs.running():
        place.jobs.run_next()
    assert place.runs.asked.count("detail") == before + 2
    assert "T20261123.0011" in ticket_in_pane(place)


def test_it_keeps_looking_while_runs_wait(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.runs.counted[RunView.WAITING] = 1
    place.presenter.start()
    assert place.presenter.waiting.is_looking


def test_a_found_ticket_is_told_and_its_row_read_again(make_place: Make) -> None:
    place = make_place(run_row(1, work=my_work(ClaimState.UNKNOWN)))
    place.presenter.start()
    place.look_ups.outcomes = (LookUpOutcome(1, Step.ADOPT, "T20261123.0011"),)
    place.runs.held[1] = run_row(1, ticket=ticket_cell(number="T20261123.0011"))
    place.presenter.waiting.look()
    assert place.last_told == "Ticket T20261123.0011 found for Customer 1 · HV01 Daily"
    assert place.cell(1, "ticket") == "T20261123.0011 In Progress"


def test_a_run_that_is_given_up_is_told_as_free_again(make_place: Make) -> None:
    place = make_place(run_row(1), secrets_read=False)
    place.look_ups.outcomes = (LookUpOutcome(1, Step.RELEASE),)
    place.presenter.start()
    place.presenter.begin_to_ask()
    assert place.last_told == (
        "No ticket found for Customer 1 · HV01 Daily after repeated looks. It can be created again."
    )


def test_a_look_that_fails_is_told_once_and_only_while_somebody_waits(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.look_ups.trouble = Failure(Kind.UNREACHABLE, host="webservices19")
    place.presenter.start()
    assert place.outcome.told == []
    place.presenter.waiting.set_waiting(1)
    place.presenter.waiting.look()
    place.presenter.waiting.look()
    assert len(place.outcome.told) == 1


def test_a_missing_number_is_waited_for_until_it_is_read(make_place: Make) -> None:
    place = started(make_place)
    place.tickets.answers = [created(number="")]
    place.press_create()
    place.confirm()
    assert place.last_told.startswith("Ticket id 11 created for Brightwell Dental")
    assert place.presenter.waiting.is_looking
    place.runs.held[1] = replace(place.runs.held[1], ticket=ticket_cell(number="T20261123.0011"))
    place.presenter.waiting.look()
    assert place.cell(1, "ticket").startswith("T20261123.0011")
    assert not place.presenter.waiting.is_looking
