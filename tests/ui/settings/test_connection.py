from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bcautotask_gui.domain.connection import Access
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.worker.jobs import Lane
from tests.ui.settings.conftest import unbound
from tests.ui.settings.fakes import FakeStore, reference_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.settings.conftest import Room


def lines(room: Room) -> dict[str, str]:
    return {key: line.accessibleName() for key, line in room.tab.connection.list.lines.items()}


def test_the_lines_fill_in_and_tell_what_was_found(room: Room) -> None:
    room.tab.connection.test.click()
    assert list(lines(room)) == [
        "zone", "user", "version", "rights", "non_billable", "reference", "completed_status",
        "publish",
    ]  # fmt: skip
    assert lines(room)["zone"] == "Zone. done. EU1 (English) · database id (ci) 4711"
    assert lines(room)["user"].endswith("214 of 10,000 calls used this hour")
    assert lines(room)["version"] == "Autotask version. done. 2026.3"
    assert "Until a value is chosen under Resolving and notes" in lines(room)["publish"]
    assert room.tab.connection.step == "Works, 1 to look at"
    assert room.jobs.lanes[-2] is Lane.AUTOTASK
    assert room.outcome.told[-1] == ("The connection to Sandbox works.", None)


def test_a_missing_right_fails_its_line_with_the_remedy(room: Room) -> None:
    room.autotask.rights["TicketNotes"] = Access(query=True, create=False, update=False)
    room.tab.connection.test.click()
    assert "Ticket notes: may not create." in lines(room)["rights"]
    assert "Give the security level" in lines(room)["rights"]
    sentence, failure = room.outcome.told[-1]
    assert sentence == ""
    assert "failed at: Ticket notes" in str(failure)
    room.tab.connection.copy.click()
    assert "[failed] Ticket notes: may not create" in room.messages.copied[0]


def test_wrong_credentials_end_the_test_with_the_remedy(room: Room) -> None:
    room.autotask.failures["user"] = Failure(Kind.CREDENTIALS)
    room.tab.connection.test.click()
    assert "did not accept the user" in lines(room)["user"]
    assert "Enter all three again." in lines(room)["user"]
    assert "reference" not in room.autotask.calls


def test_refused_credentials_are_not_sent_again_by_another_press(room: Room) -> None:
    room.autotask.failures["user"] = Failure(Kind.CREDENTIALS)
    room.tab.connection.test.click()
    room.tab.connection.test.click()
    assert room.autotask.calls.count("user") == 1
    assert "so no call was made" in room.tab.trouble.sentence


def test_a_failed_line_is_named_without_saying_that_it_went_well(room: Room) -> None:
    room.autotask.failures["user"] = Failure(Kind.CREDENTIALS)
    room.tab.connection.test.click()
    _sentence, failure = room.outcome.told[-1]
    assert "The connection to Sandbox failed at: User and secret." in str(failure)


def test_the_form_is_tested_saved_or_not(room: Room) -> None:
    room.type_in("user_name", "other@msp.example")
    room.type_secret("api-secret", "geheim-4711")
    room.tab.connection.test.click()
    credentials = room.autotask.connections[-1].credentials
    assert credentials.user_name == "other@msp.example"
    assert credentials.secret == "geheim-4711"
    assert credentials.tracking_id == "kept tracking-id"
    assert room.secrets.values["7f3c91aa/sandbox/api-secret"] == "kept api-secret"
    assert "geheim-4711" not in room.texts()


def test_a_missing_secret_is_named_and_nothing_is_asked(make: Callable[..., Room]) -> None:
    room = make(kept=False)
    room.type_secret("api-secret", "geheim-4711")
    room.tab.connection.test.click()
    assert "no Sandbox tracking identifier" in room.tab.trouble.sentence
    assert room.tab.connection.step == "Failed"
    assert room.autotask.calls == []


def test_without_the_tick_nothing_is_tested_or_read(room: Room) -> None:
    room.tab.autotask.enabled.click()
    assert "Tick Enable Autotask integration first" in room.tab.connection.test.reason
    assert "Tick Enable Autotask integration first" in room.tab.connection.refresh.reason


def test_an_unbound_database_is_asked_about_and_then_bound(make: Callable[..., Room]) -> None:
    room = make(store=unbound())
    room.tab.edited.emit("subject_prefix", "[BC]")
    room.tab.connection.test.click()
    title, _sentence, _yes = room.messages.asked[0]
    assert title == "Is Autotask database 4711 (EU1) your Sandbox?"
    assert room.store.settings.current.database_id == 4711
    assert room.tab.defaults.picklists["queue"].currentText() == "Backup & Recovery"
    assert room.tab.bar.sentence == "1 unsaved change: Subject prefix"
    assert [each.version for each in room.saved] == [4]
    room.tab.bar.save.click()
    assert room.store.settings.subject_prefix == "[BC]"
    assert room.store.settings.current.database_id == 4711


def test_saying_no_binds_nothing(make: Callable[..., Room]) -> None:
    room = make(store=unbound())
    room.messages.says_yes = False
    room.tab.connection.test.click()
    assert room.store.settings.current.database_id is None
    assert room.store.reference == {}


def test_the_bound_database_is_accepted_without_a_question(room: Room) -> None:
    room.store.reference = {}
    room.tab.connection.test.click()
    assert room.messages.asked == []
    assert room.store.reference == {Environment.SANDBOX: reference_data()}


def test_one_database_for_both_is_refused(make: Callable[..., Room]) -> None:
    store = unbound()
    bound = FakeStore().settings.current
    environments = {**store.settings.environments, Environment.PRODUCTION: bound}
    store.settings = replace(store.settings, environments=environments)
    room = make(store=store)
    room.tab.connection.test.click()
    assert "Autotask database 4711 is already your Production." in room.tab.trouble.sentence


def test_an_operator_tests_without_binding(make: Callable[..., Room]) -> None:
    room = make(role=Role.OPERATOR, store=unbound())
    room.tab.connection.test.click()
    assert lines(room)["zone"].startswith("Zone. done")
    assert room.messages.asked == []
    assert room.store.settings.version == 3


def test_cancel_stops_the_test(make: Callable[..., Room]) -> None:
    room = make(deferred=True)
    room.tab.connection.test.click()
    assert "being tested" in room.tab.connection.test.reason
    room.tab.connection.cancel_asked.emit()
    assert room.jobs.running() == ()
    assert room.autotask.calls == []
    assert room.tab.connection.test.isEnabled()
    assert room.tab.connection.step == "Cancelled"


def test_reference_data_is_read_again(room: Room) -> None:
    room.store.reference = {}
    room.presenter.refresh()
    assert room.tab.defaults.picklists["queue"].currentText() == "Id 29682833 (not read yet)"
    room.tab.connection.refresh.click()
    assert room.tab.defaults.picklists["queue"].currentText() == "Backup & Recovery"
    assert room.outcome.told[-1] == ("Reference data refreshed.", None)


def test_reference_data_waits_for_settings_that_are_not_saved(room: Room) -> None:
    room.tab.edited.emit("environment", Environment.PRODUCTION)
    assert "Save the settings first" in room.tab.connection.refresh.reason
