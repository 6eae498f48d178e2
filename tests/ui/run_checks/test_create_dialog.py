"""The Create dialog as a person meets it: what is sent, what blocks, which keys act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Block, Choice
from bcautotask_gui.ui.run_checks.create.dialog import CreateDialog
from bcautotask_gui.ui.run_checks.create.fields import draft_facts
from bcautotask_gui.ui.run_checks.create.request import request_text
from tests.ui.run_checks.fakes import NOW, draft_of, run_row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

BLOCKS = (
    Block("The mapped company cannot get tickets.", "It is inactive.", "mapping", "company"),
    Block("Priority: nothing usable is chosen.", "Choose another.", "defaults", "priority"),
)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> CreateDialog:
    made = CreateDialog(
        theme, run_row(1), lambda: NOW, (Environment.SANDBOX, "Database 4711 · zone EU1 (19)")
    )
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_environment_stands_on_top(dialog: CreateDialog) -> None:
    dialog.show_draft(draft_of())
    assert dialog.strip.accessibleName() == (
        "Sandbox. This ticket goes to the test environment. Database 4711 · zone EU1 (19)"
    )


def test_production_is_named_as_live_and_its_database_is_that_of_the_draft(
    dialog: CreateDialog,
) -> None:
    dialog.show_draft(draft_of(environment=Environment.PRODUCTION, database_id=1207))
    assert dialog.strip.accessibleName() == (
        "Production. This ticket goes to the live environment. It will be real. Database 1207"
    )


def test_heading_and_run_are_named(dialog: CreateDialog) -> None:
    dialog.show_draft(draft_of())
    assert dialog.heading.text() == "This is exactly what will be sent"
    assert dialog.subheading.text() == "Customer 1 · HV01 Daily · Failed · today 06:11"


def test_the_zone_is_named_where_the_description_tells_another_time(dialog: CreateDialog) -> None:
    dialog.show_draft(draft_of(time_zone="Europe/London"))
    assert dialog.subheading.text().endswith("· today 06:11 (CET)")


def test_no_zone_is_named_where_both_tell_the_same_time(dialog: CreateDialog) -> None:
    dialog.show_draft(draft_of(time_zone="Europe/Paris"))
    assert dialog.subheading.text().endswith("· today 06:11")


def test_enter_confirms_once_everything_was_read(dialog: CreateDialog, qtbot: QtBot) -> None:
    confirmed: list[bool] = []
    dialog.confirmed.connect(lambda: confirmed.append(True))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert confirmed == []
    dialog.show_draft(draft_of())
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert confirmed == [True]


def test_a_blocked_run_lists_its_reasons_and_counts_them(dialog: CreateDialog) -> None:
    dialog.show_draft(draft_of(blocks=BLOCKS))
    assert dialog.heading.text() == "This run cannot get a ticket yet"
    assert dialog.notices[0].startswith("2 things to mend first")
    assert dialog.hint.text() == "Blocked by 2 problems"
    assert not dialog.primary.isEnabled()


def test_each_reason_has_its_way_out(dialog: CreateDialog) -> None:
    dialog.show_draft(draft_of(blocks=BLOCKS))
    wanted: list[str] = []
    dialog.place_wanted.connect(wanted.append)
    texts = {button.text(): button for button in dialog.findChildren(QPushButton)}
    assert {"Open mapping", "Open ticket defaults"} <= texts.keys()
    texts["Open ticket defaults"].click()
    assert wanted == ["defaults"]
    assert not dialog.isVisible()


def test_broken_fields_are_marked_in_their_place() -> None:
    facts = {fact.label: fact for fact in draft_facts(draft_of(blocks=BLOCKS), NOW)}
    assert [label for label, fact in facts.items() if fact.broken] == ["Company", "Priority"]
    assert facts["Priority"].value == "High, not offered"
    assert (facts["Queue"].value, facts["Queue"].remark) == ("Backup & Recovery", "29682833")
    assert (facts["Due"].value, facts["Due"].remark) == ("Today 17:00", "UTC 16:00")


def test_optional_fields_are_shown_only_where_they_are_sent() -> None:
    labels = [fact.label for fact in draft_facts(draft_of(), NOW)]
    assert labels == ["Company", "Queue", "Source", "Status", "Priority", "Due", "External ID"]
    draft = replace(draft_of(), issue_type=Choice(14, "Backup"))
    facts = {fact.label: fact for fact in draft_facts(draft, NOW)}
    assert (facts["Issue type"].value, facts["Issue type"].remark) == ("Backup", "14")
    assert "Category" not in facts


def test_an_unmapped_customer_has_no_company() -> None:
    blocks = (Block("No company.", "Map it.", "mapping", "company"),)
    facts = draft_facts(draft_of(company_id=None, company_name="", blocks=blocks), NOW)
    assert (facts[0].value, facts[0].broken) == ("Not mapped", True)


def test_notices_tell_of_an_open_ticket_of_the_job_and_of_an_earlier_attempt(
    dialog: CreateDialog,
) -> None:
    dialog.show_draft(
        draft_of(
            job_ticket="T20261120.0044, New", earlier_attempt="An earlier attempt by S. Bakker"
        )
    )
    assert "T20261120.0044, New" in dialog.notices[0]
    assert "An earlier attempt by S. Bakker" in dialog.notices[1]


def test_another_draft_takes_the_place_of_the_former(dialog: CreateDialog) -> None:
    dialog.show_draft(draft_of(blocks=BLOCKS))
    dialog.show_draft(draft_of())
    assert dialog.notices == []
    assert dialog.hint.text() == ""
    assert dialog.primary.isEnabled()


def test_the_request_can_be_seen_and_copied(dialog: CreateDialog) -> None:
    draft = draft_of()
    dialog.show_draft(draft)
    copied: list[str] = []
    dialog.copy_requested.connect(copied.append)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Show request"].click()
    assert buttons["Show request"].text() == "Show preview"
    buttons["Copy"].click()
    assert copied == [request_text(draft)]


def test_the_request_names_every_field_as_autotask_does() -> None:
    text = request_text(draft_of())
    assert text.splitlines()[:8] == [
        "companyID: 29683485",
        "queueID: 29682833",
        "source: 8",
        "status: 1",
        "priority: 1",
        "dueDateTime: 2026-11-23T16:00:00Z",
        "externalID: bc-7f3c91-s-ad638f4dee-1",
        "title: [Backupchecks] Van der Meer Logistics - HV01 Daily - Failed",
    ]
