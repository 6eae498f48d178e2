from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import DueRule, Environment, PriorityChoice, Settings
from tests.ui.settings.conftest import the_dialog
from tests.ui.settings.fakes import FakeStore, good_defaults

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.settings.wide_fields import PicklistField
    from tests.ui.settings.conftest import Room


def test_a_changed_value_gets_a_dot_and_is_named_in_the_bar(room: Room) -> None:
    assert room.tab.bar.sentence == "All changes are saved."
    room.type_in("user_name", "other@msp.example")
    assert room.tab.autotask.rows["user_name"].is_changed
    assert not room.tab.autotask.rows["base_url"].is_changed
    assert room.tab.bar.sentence == "1 unsaved change: API user name"
    assert room.presenter.has_unsaved()


def test_discard_shows_what_is_saved(room: Room) -> None:
    room.type_in("user_name", "other@msp.example")
    room.tab.bar.discard.click()
    assert room.tab.autotask.user_name.text() == "api@msp.example"
    assert not room.presenter.has_unsaved()


def test_a_value_that_stops_saving_says_so_beside_the_field_while_it_is_typed(room: Room) -> None:
    room.type_in("base_url", "backupchecks")
    assert "Write the whole address" in room.error("base_url")
    assert room.tab.autotask.base_url.broken
    assert room.tab.bar.sentence == "1 value stops saving: Backupchecks base URL"
    assert not room.tab.bar.save.isEnabled()
    assert room.tab.sections.button("autotask").broken
    room.presenter.save()
    assert room.saved == []
    room.type_in("base_url", "https://backupchecks.example.org")
    assert room.error("base_url") == ""
    assert room.tab.bar.save.isEnabled()


def test_show_leads_to_the_value_that_stops_saving(room: Room) -> None:
    room.tab.edited.emit("queue", None)
    assert room.tab.sections.key == "autotask"
    room.tab.bar.show_broken.click()
    assert room.tab.sections.key == "defaults"


def test_what_was_broken_before_does_not_stop_saving_another_value(
    make: Callable[..., Room],
) -> None:
    store = FakeStore()
    broken = replace(good_defaults(), error=PriorityChoice(4))
    store.settings = store.settings.with_current(defaults=broken)
    room = make(store=store)
    assert '"Urgent" (id 4) is no longer offered' in room.error("error")
    assert room.tab.defaults.priorities["error"].currentText() == "Urgent (no longer offered)"
    room.tab.edited.emit("subject_prefix", "[BC]")
    room.tab.bar.save.click()
    assert room.store.settings.subject_prefix == "[BC]"


def test_disabling_always_works(room: Room) -> None:
    room.type_in("base_url", "nonsense")
    room.tab.autotask.enabled.click()
    assert room.error("base_url") == ""
    room.tab.bar.save.click()
    assert not room.store.settings.enabled


def test_ctrl_s_saves(room: Room, qtbot: QtBot) -> None:
    room.type_in("user_name", "other@msp.example")
    with qtbot.waitExposed(room.tab):
        room.tab.activateWindow()
    room.tab.autotask.user_name.setFocus()
    qtbot.keyClick(room.tab.autotask.user_name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert room.store.settings.current.user_name == "other@msp.example"


def test_going_to_production_needs_the_word_and_enter_does_not_confirm(
    room: Room, qtbot: QtBot
) -> None:
    room.tab.autotask.production.click()
    dialog = the_dialog()
    qtbot.keyClicks(dialog.field, "PRODUC")
    assert not dialog.primary.isEnabled()
    qtbot.keyClicks(dialog.field, "TION")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert room.tab.bar.sentence == "All changes are saved."
    dialog.primary.click()
    assert room.tab.bar.sentence.endswith("values stop saving: API user name, Queue, Source, "
                                          "New-ticket status, Priority for Warning, "
                                          "Priority for Error")  # fmt: skip
    assert room.tab.autotask.production.isChecked()
    assert room.tab.autotask.user_name.text() == ""


def test_staying_in_sandbox_takes_the_choice_back(room: Room) -> None:
    room.tab.autotask.production.click()
    the_dialog().reject()
    assert room.tab.autotask.sandbox.isChecked()
    assert not room.presenter.has_unsaved()


def test_going_back_to_sandbox_asks_nothing(make: Callable[..., Room]) -> None:
    store = FakeStore()
    store.settings = replace(store.settings, environment=Environment.PRODUCTION)
    room = make(store=store)
    room.tab.autotask.sandbox.click()
    assert room.tab.autotask.user_name.text() == "api@msp.example"
    room.tab.autotask.production.click()
    assert not room.presenter.has_unsaved()


def test_picklists_show_names_and_keep_ids_in_the_tooltip(room: Room) -> None:
    queue = room.tab.defaults.picklists["queue"]
    assert queue.currentText() == "Backup & Recovery"
    assert queue.toolTip() == "id 29682833"
    missed = room.tab.defaults.priorities["missed"]
    texts = [missed.itemText(place) for place in range(missed.count())]
    assert texts == ["Like Error", "Do not ticket", "High", "Medium"]


def test_do_not_ticket_is_a_choice_of_its_own(room: Room) -> None:
    warning = room.tab.defaults.priorities["warning"]
    warning.setCurrentIndex(warning.findText("Do not ticket"))
    warning.activated.emit(warning.currentIndex())
    room.tab.bar.save.click()
    assert room.store.settings.current.defaults.warning == PriorityChoice(do_not_ticket=True)


def test_the_example_follows_the_form(room: Room) -> None:
    room.tab.sections.choose("defaults")
    room.tab.edited.emit("subject_prefix", "[BC]")
    example = room.tab.example
    assert example.title.text() == "[BC] Van der Meer Logistics - HV01 Daily - Failed"
    assert "Job details: https://backupchecks.example/jobs/1187" in (
        example.description.toPlainText()
    )
    facts = {fact.label: fact for fact in example.facts.facts}
    assert (facts["Queue"].value, facts["Queue"].remark) == ("Backup & Recovery", "29682833")
    assert facts["Due"].value == "Today 17:00"


def picked(field: PicklistField, label: str) -> None:
    field.setCurrentIndex(field.findText(label))
    field.activated.emit(field.currentIndex())


def test_what_each_company_has_of_its_own_is_ticked_not_chosen(room: Room) -> None:
    contact = room.tab.defaults.of_company["contact"]
    contact.click()
    assert room.tab.bar.sentence == "1 unsaved change: Primary contact"
    room.tab.bar.save.click()
    assert room.store.settings.current.defaults.contact
    assert not room.store.settings.current.defaults.contract


def test_sub_issue_types_follow_their_issue_type(room: Room) -> None:
    lists = room.tab.defaults.picklists
    assert not lists["sub_issue_type"].isEnabled()
    picked(lists["issue_type"], "Backup")
    below = lists["sub_issue_type"]
    texts = [below.itemText(place) for place in range(below.count())]
    assert texts == ["None", "Job failed", "Job missed"]
    picked(below, "Job missed")
    picked(lists["issue_type"], "Server")
    assert below.currentText() == "None"
    assert room.tab.bar.sentence == "1 unsaved change: Issue type"


def test_what_need_not_be_chosen_can_be_taken_back(room: Room) -> None:
    category = room.tab.defaults.picklists["category"]
    picked(category, "Standard")
    room.tab.bar.save.click()
    assert room.store.settings.current.defaults.category == 3
    picked(category, "Autotask's own default")
    room.tab.bar.save.click()
    assert room.store.settings.current.defaults.category is None


def test_a_chosen_category_tells_what_it_fills_in(room: Room) -> None:
    row = room.tab.defaults.rows["category"]
    assert "further fields" in row.help
    picked(room.tab.defaults.picklists["category"], "Backup alert (API)")
    assert row.help == ("What is left empty here, this category fills in: Issue type: Backup.")
    room.tab.sections.choose("defaults")
    assert room.autotask.calls.count("category 118") == 1


def test_with_the_integration_off_no_category_is_asked_about(make: Callable[..., Room]) -> None:
    store = FakeStore()
    store.settings = replace(store.settings, enabled=False)
    room = make(store=store)
    picked(room.tab.defaults.picklists["category"], "Standard")
    room.tab.sections.choose("defaults")
    assert room.autotask.calls == []


def test_a_ticket_may_be_due_after_some_hours(room: Room) -> None:
    due = room.tab.defaults.due
    assert due.at.isVisibleTo(due) and not due.hours.isVisibleTo(due)
    due.days.setCurrentIndex(due.days.findText("After"))
    due.days.activated.emit(due.days.currentIndex())
    due.hours.setValue(6)
    room.tab.bar.save.click()
    assert room.store.settings.current.defaults.due.hours == 6
    assert due.hours.isVisibleTo(due) and not due.at.isVisibleTo(due)
    due.days.setCurrentIndex(1)
    due.days.activated.emit(1)
    room.tab.bar.save.click()
    assert room.store.settings.current.defaults.due == DueRule(1)


def test_the_example_of_a_run_without_ticket_says_so(room: Room) -> None:
    room.tab.edited.emit("missed", PriorityChoice(do_not_ticket=True))
    example = room.tab.example
    example.kind.setCurrentIndex(example.kind.findData("missed"))
    example.kind.activated.emit(example.kind.currentIndex())
    facts = {fact.label: fact.value for fact in example.facts.facts}
    assert facts["Priority"] == "Such runs get no ticket"


def test_an_operator_reads_the_form_and_may_enter_secrets(make: Callable[..., Room]) -> None:
    room = make(role=Role.OPERATOR)
    assert "Only an admin changes these settings; you act as operator." in room.tab.notice.sentence
    assert not room.tab.autotask.user_name.isEnabled()
    assert not room.tab.defaults.prefix.isEnabled()
    room.type_secret("api-secret", "geheim-1")
    room.tab.bar.save.click()
    assert room.secrets.values["7f3c91aa/sandbox/api-secret"] == "geheim-1"
    assert room.store.settings.version == 3


def test_a_viewer_enters_nothing(make: Callable[..., Room]) -> None:
    room = make(role=Role.VIEWER)
    assert not room.tab.autotask.secret.secret.isEnabled()
    assert not room.tab.bar.isVisible()


def test_leaving_asks_about_what_is_not_saved(room: Room) -> None:
    left: list[bool] = []
    assert room.presenter.guard(lambda: left.append(True))
    room.type_in("user_name", "other@msp.example")
    room.messages.says_yes = False
    assert not room.presenter.guard(lambda: left.append(True))
    assert left == [True]
    assert "API user name" in room.messages.asked[0][1]
    room.messages.says_yes = True
    room.presenter.guard(lambda: left.append(True))
    assert left == [True, True]
    assert not room.presenter.has_unsaved()


def test_a_new_workspace_says_what_is_missing_once_it_is_enabled(
    make: Callable[..., Room],
) -> None:
    store = FakeStore()
    store.settings, store.reference = Settings(version=1), {}
    room = make(store=store, kept=False)
    assert room.error("user_name") == ""
    room.tab.autotask.enabled.click()
    assert room.error("user_name") == "Enter the API user name."
    assert room.error("queue") == "Choose a queue."
