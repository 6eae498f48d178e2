"""Linking in the window: finding, looking, confirming, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import LinkVerdict
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.tickets import Origin, TicketLink
from bcautotask_gui.ui.shared.buttons import Kind as ButtonKind
from tests.ui.run_checks.fake_deciding import LINKED, OTHER_COMPANY, Desk, block, candidate
from tests.ui.run_checks.fakes import NOW, draft_of, run_detail, run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


@pytest.fixture
def desk(make_place: Make) -> Iterator[Desk]:
    made = Desk(make_place(run_row(1), run_row(2), run_row(3))).open()
    made.links.found = {"HV01": (candidate(31), candidate(32)), "": (candidate(40),)}
    yield made
    for dialog in (made.presenter.link.dialog, made.presenter.unlink.dialog):
        if dialog is not None:
            dialog.reject()


def begin(desk: Desk, text: str = "HV01", ticket_id: int = 31) -> None:
    desk.acts.link.requested.emit()
    desk.dialog.searched.emit(text)
    desk.dialog.table.select_key(ticket_id)
    desk.look()


def test_l_lists_the_open_tickets_of_the_company_and_chooses_none(desk: Desk, qtbot: QtBot) -> None:
    desk.place.tab.show()
    desk.place.tab.focus_table()
    qtbot.waitUntil(desk.place.tab.table.hasFocus, timeout=60_000)
    qtbot.keyClick(desk.place.tab.table, Qt.Key.Key_L)
    assert desk.links.searched == [((1,), "")]
    assert [each.ticket.id for each in desk.dialog.candidates] == [40]
    assert desk.dialog.candidate is None
    assert desk.dialog.primary.reason == "Choose a ticket first."


def test_a_ticket_without_doubts_is_linked_at_once(desk: Desk) -> None:
    begin(desk)
    assert desk.dialog.notices == []
    desk.dialog.primary.click()
    assert desk.links.linked == [((1,), 31, False)]
    assert desk.presenter.link.dialog is None
    assert desk.place.last_told == "Ticket T20261119.0031 linked to Customer 1 · HV01 Daily."
    assert desk.place.cell(1, "ticket") == "T20261119.0031 In Progress"


def test_doubts_need_a_tick_before_the_button_lives(desk: Desk) -> None:
    desk.links.verdicts[1] = LinkVerdict(1, (), (OTHER_COMPANY, LINKED))
    begin(desk)
    assert desk.dialog.notices == [
        "This ticket belongs to another company and is already linked. "
        "It is for Kessler Logistik GmbH. It is linked to run 47911."
    ]
    assert desk.dialog.primary.kind is ButtonKind.NORMAL
    desk.dialog.primary.click()
    assert desk.links.linked == []
    desk.dialog.tick.setChecked(True)
    assert desk.dialog.primary.kind is ButtonKind.PRIMARY
    desk.dialog.primary.click()
    assert desk.links.linked == [((1,), 31, True)]


def test_the_tick_is_for_one_ticket_alone(desk: Desk) -> None:
    desk.links.verdicts[1] = LinkVerdict(1, (), (OTHER_COMPANY,))
    begin(desk)
    desk.dialog.tick.setChecked(True)
    desk.dialog.table.select_key(32)
    assert not desk.dialog.primary.isEnabled()
    desk.look()
    assert not desk.dialog.tick.isChecked()
    assert not desk.dialog.primary.isEnabled()


def test_a_blocked_run_says_why(desk: Desk) -> None:
    desk.links.verdicts[1] = LinkVerdict(1, (block(),))
    begin(desk)
    assert desk.dialog.notices == [
        "This ticket cannot be linked. This run already has ticket T1. One ticket per run."
    ]
    assert not desk.dialog.primary.isEnabled()


def test_several_runs_are_linked_in_one_confirmation(desk: Desk) -> None:
    desk.place.tab.table.selectAll()
    desk.links.verdicts[2] = LinkVerdict(2, (block(),))
    begin(desk)
    assert desk.dialog.heading.text() == "Link an existing ticket to 3 runs"
    assert desk.dialog.notices == [
        "2 of 3 runs will be linked. Run 2: This run already has ticket T1. One ticket per run."
    ]
    desk.dialog.primary.click()
    assert desk.links.linked == [((1, 3), 31, False)]
    assert desk.place.last_told == "Ticket T20261119.0031 linked to 2 runs."


def test_a_failure_stays_in_the_dialog_and_can_be_copied(desk: Desk) -> None:
    desk.links.trouble = [Failure(Kind.UNREACHABLE, host="webservices19")]
    begin(desk)
    desk.dialog.primary.click()
    assert desk.dialog.notices[0].startswith("Nothing was linked. Autotask could not be reached")
    desk.dialog._copy.click()
    assert "Correlation id" in desk.place.messages.copied[0]


def test_what_changed_meanwhile_is_looked_at_again(desk: Desk) -> None:
    desk.links.trouble = [Failure(Kind.STALE, what="The ticket", who="somebody in Autotask")]
    begin(desk)
    desk.dialog.primary.click()
    assert desk.dialog.notices[0].startswith("This changed meanwhile.")
    desk.dialog.primary.click()
    assert desk.links.linked == [((1,), 31, False)]


def test_a_single_find_of_a_typed_number_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.links.found["T20261119.0031"] = (candidate(31),)
    desk.acts.link.requested.emit()
    desk.dialog.field.setText("T20261119.0031")
    qtbot.keyClick(desk.dialog.field, Qt.Key.Key_Return)
    assert desk.dialog.candidate == candidate(31)
    desk.look()
    qtbot.keyClick(desk.dialog.field, Qt.Key.Key_Return)
    assert desk.links.linked == [((1,), 31, False)]


def test_arrows_choose_while_the_field_keeps_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.acts.link.requested.emit()
    desk.dialog.searched.emit("HV01")
    qtbot.keyClick(desk.dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(desk.dialog.field, Qt.Key.Key_Down)
    assert desk.dialog.candidate == candidate(32)


def test_esc_cancels_as_its_button_says_also_while_something_is_typed(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.acts.link.requested.emit()
    dialog = desk.dialog
    dialog.field.setText("T20261119.0031")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_linking_rests_while_autotask_is_off(desk: Desk) -> None:
    desk.use(Settings())
    assert desk.acts.link.reason == "Autotask is off. Ticket numbers are typed by hand."
    assert not desk.place.tab.bar.link_button.isEnabled()


def test_create_offers_to_link_the_open_ticket_of_the_job(desk: Desk) -> None:
    desk.place.drafts.draft = lambda run_id: draft_of(
        run_id, job_ticket="T20261119.0031, In Progress"
    )
    desk.place.press_create()
    create = desk.place.presenter.create.dialog
    assert create is not None
    create.link_instead.emit()
    assert desk.place.presenter.create.dialog is None
    assert desk.links.searched == [((1,), "T20261119.0031")]
    assert desk.dialog.field.text() == "T20261119.0031"


def test_the_pane_offers_it_as_well(desk: Desk) -> None:
    desk.place.runs.details[1] = run_detail(run_row(1), job_ticket=ticket_cell())
    desk.place.presenter.detail.read()
    desk.press("Link T20261122.0031 instead")
    assert desk.links.searched == [((1,), "T20261122.0031")]


def typed_link(**changes: object) -> TicketLink:
    return TicketLink(7, Environment.SANDBOX, 1, 31, "T1", Origin.LINKED, "S. Bakker", NOW)


def test_an_admin_unlinks_with_a_reason(desk: Desk) -> None:
    desk.place.runs.held[1] = run_row(1, ticket=ticket_cell(origin=Origin.LINKED))
    desk.place.presenter.list.read_again(1)
    desk.links.held = (typed_link(),)
    desk.acts.unlink.requested.emit()
    dialog = desk.presenter.unlink.dialog
    assert dialog is not None
    assert dialog.primary.reason == "Say why the ticket is unlinked."
    dialog.field.setText("wrong customer")
    dialog.primary.click()
    assert desk.links.unlinked == [(typed_link(), "wrong customer")]
    assert desk.place.last_told == "Ticket T20261122.0031 unlinked."


def test_nobody_unlinks_what_the_web_application_wrote(desk: Desk) -> None:
    desk.place.runs.held[1] = run_row(1, ticket=ticket_cell(origin=Origin.WEB_APPLICATION))
    desk.place.presenter.list.read_again(1)
    assert desk.acts.unlink.reason == ("The web application wrote this number; take it away there.")


def test_who_may_not_unlink_sees_no_such_act(make_place: Make) -> None:
    from bcautotask_gui.domain.operators import PERMISSIONS, Role

    place = make_place(run_row(1), may=PERMISSIONS[Role.OPERATOR])
    assert not place.tab.acts.unlink.action.isVisible()
    assert place.tab.acts.link.action.isVisible()
