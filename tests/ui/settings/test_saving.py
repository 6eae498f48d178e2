from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import PicklistValue, TicketField
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.worker.jobs import Lane
from tests.ui.settings.fakes import FakeStore, reference_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.settings.conftest import Room

ACCOUNT = "7f3c91aa/sandbox/api-secret"


def test_saving_takes_effect_and_is_told(room: Room) -> None:
    room.type_in("user_name", "other@msp.example")
    room.tab.bar.save.click()
    assert room.store.settings.current.user_name == "other@msp.example"
    assert [each.version for each in room.saved] == [4]
    assert room.outcome.told[-1] == ("Settings saved.", None)
    assert not room.presenter.has_unsaved()


def test_a_typed_secret_goes_to_the_keyring_and_is_never_shown_again(room: Room) -> None:
    room.type_secret("api-secret", "geheim-4711")
    field = room.tab.autotask.secret.secret.field
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert "geheim-4711" not in room.texts()
    room.tab.bar.save.click()
    assert room.secrets.values[ACCOUNT] == "geheim-4711"
    assert Lane.KEYRING in room.jobs.lanes
    assert field.text() == ""
    assert field.isReadOnly()
    assert "geheim-4711" not in room.texts()
    assert not room.presenter.has_unsaved()
    assert room.store.settings.version == 3


def test_secrets_come_before_the_settings(make: Callable[..., Room]) -> None:
    room = make(deferred=True)
    room.type_secret("api-secret", "geheim-4711")
    room.type_in("user_name", "other@msp.example")
    room.presenter.save()
    assert room.jobs.lanes[-1] is Lane.KEYRING
    room.jobs.run_next()
    assert room.jobs.lanes[-1] is Lane.LOCAL
    assert room.store.settings.version == 3
    room.jobs.run_next()
    assert room.store.settings.version == 4


def test_a_reading_that_began_before_a_save_cannot_bring_back_what_was(
    make: Callable[..., Room],
) -> None:
    room = make(deferred=True)
    room.type_in("user_name", "other@msp.example")
    room.presenter.save()
    room.presenter.refresh()
    saving, begun_before = room.jobs.running()
    assert room.jobs.run_next() is saving
    assert begun_before.stopped
    room.jobs.run_next()
    assert room.presenter.draft.edited.current.user_name == "other@msp.example"
    assert room.jobs.running() == ()


def test_what_the_set_up_ticks_before_the_settings_were_read_stays_ticked(
    make: Callable[..., Room],
) -> None:
    store = FakeStore()
    store.settings = replace(store.settings, enabled=False)
    room = make(deferred=True, store=store, is_read=False)
    room.tab.edited.emit("enabled", True)  # noqa: FBT003 - a value of the form
    room.jobs.run_next()
    assert room.presenter.draft.edited == replace(store.settings, enabled=True)
    assert room.presenter.draft.base == store.settings


def test_a_locked_keyring_saves_nothing_and_offers_this_session(room: Room) -> None:
    room.secrets.failure = Failure(Kind.KEYRING_LOCKED)
    room.type_secret("api-secret", "geheim-4711")
    room.type_in("user_name", "other@msp.example")
    room.tab.bar.save.click()
    assert "The keyring is locked." in room.tab.trouble.sentence
    assert room.store.settings.version == 3
    assert room.presenter.has_unsaved()
    assert "geheim-4711" not in room.texts()
    assert room.tab.trouble.way_out.accessibleName() == "Keep for this session only"
    room.tab.trouble.way_out.click()
    assert room.session_only == [True]
    assert room.secrets.values[ACCOUNT] == "geheim-4711"
    assert room.store.settings.version == 4
    assert room.tab.trouble.sentence == ""


def test_secrets_kept_for_this_session_are_not_told_as_kept_on_this_computer(room: Room) -> None:
    room.type_secret("api-secret", "geheim-4711")
    room.tab.bar.save.click()
    assert room.outcome.told[-1] == ("The secrets are kept on this computer.", None)
    room.secrets.failure = Failure(Kind.KEYRING_LOCKED)
    room.type_secret("api-secret", "geheim-4712")
    room.tab.bar.save.click()
    room.tab.trouble.way_out.click()
    assert room.outcome.told[-1] == ("The secrets are kept for this session only.", None)


def test_settings_saved_by_another_are_not_overwritten(room: Room) -> None:
    room.type_in("user_name", "mine@msp.example")
    room.store.saved_by_another(base_url="https://theirs.example")
    room.tab.bar.save.click()
    assert "K. Visser saved the settings meanwhile" in room.tab.trouble.sentence
    assert room.store.settings.current.user_name == "api@msp.example"
    room.tab.trouble.way_out.click()
    assert room.tab.autotask.base_url.text() == "https://theirs.example"
    assert room.tab.autotask.user_name.text() == "mine@msp.example"
    assert room.tab.bar.sentence == "1 unsaved change: API user name"
    room.tab.bar.save.click()
    assert room.store.settings.current.user_name == "mine@msp.example"
    assert room.store.settings.base_url == "https://theirs.example"


def test_what_the_service_refuses_stands_beside_the_field(room: Room) -> None:
    dropped = PicklistValue(5, "Client Portal", is_active=False)
    known = reference_data()
    queues = {**known.picklists, TicketField.QUEUE: (dropped,)}
    room.store.reference[Environment.SANDBOX] = replace(known, picklists=queues)
    room.tab.edited.emit("queue", 5)
    assert room.error("queue") == ""
    room.tab.bar.save.click()
    assert '"Client Portal" (id 5) is no longer offered' in room.error("queue")
    assert room.tab.sections.button("defaults").broken
    assert room.store.settings.version == 3


def test_forgetting_asks_first(room: Room) -> None:
    room.messages.says_yes = False
    room.tab.autotask.secret.forget.click()
    assert ACCOUNT in room.secrets.values
    assert "forgets the API secret of Sandbox" in room.messages.asked[0][1]
    room.messages.says_yes = True
    room.tab.autotask.secret.forget.click()
    assert ACCOUNT not in room.secrets.values
    assert not room.tab.autotask.secret.forget.isVisible()


def test_the_keyring_read_at_the_start_shows_what_is_stored(make: Callable[..., Room]) -> None:
    room = make(kept=False)
    assert not room.tab.autotask.secret.secret.field.isReadOnly()
    room.presenter.secrets_loaded(frozenset({(Environment.SANDBOX, "api-secret")}))
    assert room.tab.autotask.secret.secret.field.isReadOnly()
    assert not room.tab.autotask.tracking.secret.field.isReadOnly()


def test_saving_twice_at_once_saves_once(make: Callable[..., Room]) -> None:
    room = make(deferred=True)
    room.type_in("user_name", "other@msp.example")
    room.presenter.save()
    room.presenter.save()
    assert room.jobs.lanes.count(Lane.LOCAL) == 2  # the page, and one saving
    assert room.tab.bar.sentence == "Saving…"
