import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.settings_rules import problems_of
from bcautotask_gui.services.demo import set_up_demo
from tests.services.desk import TYPED, Desk
from tests.services.fakes import reference_data


@pytest.fixture
def first_start(desk: Desk) -> Desk:
    desk.store.settings = Settings()
    desk.store.reference.clear()
    desk.keyring.values.clear()
    desk.keeper.load()
    return desk


def set_up(desk: Desk) -> None:
    set_up_demo(desk.settings, desk.test, desk.keeper, TYPED)


def test_the_demo_ends_with_an_enabled_valid_configuration(first_start: Desk) -> None:
    set_up(first_start)
    settings = first_start.store.settings
    assert settings.enabled and settings.environment is Environment.SANDBOX
    assert settings.current.database_id == 4711
    assert settings.current.user_name == TYPED.user_name
    assert problems_of(settings, first_start.store.reference[Environment.SANDBOX]) == ()


def test_the_demo_chooses_defaults_by_their_names(first_start: Desk) -> None:
    set_up(first_start)
    defaults, reference = first_start.store.settings.current.defaults, reference_data()
    assert reference.label(TicketField.QUEUE, defaults.queue) == "Backup & Recovery"
    assert reference.label(TicketField.STATUS, defaults.status) == "New"
    assert reference.label(TicketField.PRIORITY, defaults.error.priority) == "High"
    assert reference.label(TicketField.PRIORITY, defaults.warning.priority) == "Medium"
    assert reference.label(TicketField.NOTE_TYPE, defaults.note_type) == "Task Notes"
    assert reference.label(TicketField.PUBLISH, defaults.publish) == "Internal Users Only"


def test_the_demo_can_resolve_tickets(first_start: Desk) -> None:
    set_up(first_start)
    settings = first_start.store.settings
    assert settings.resolving_allowed
    assert settings.current.completed_status == 5


def test_after_the_set_up_autotask_answers(first_start: Desk) -> None:
    set_up(first_start)
    assert first_start.access.open().autotask.calls_used().used == 1214


def test_a_second_start_enters_the_secrets_and_changes_nothing(first_start: Desk) -> None:
    set_up(first_start)
    settings, calls = first_start.store.settings, len(first_start.tenant.calls)
    events = list(first_start.store.events)
    first_start.keyring.values.clear()
    first_start.keeper.load()
    set_up(first_start)
    assert first_start.store.settings == settings
    assert first_start.store.events == events
    assert len(first_start.tenant.calls) == calls
    assert first_start.keeper.credentials(Environment.SANDBOX, TYPED.user_name) == TYPED


def test_a_demo_that_a_person_switched_off_stays_off(first_start: Desk) -> None:
    set_up(first_start)
    first_start.colleague_saves(enabled=False)
    set_up(first_start)
    assert not first_start.store.settings.enabled


def test_a_start_that_was_cut_after_binding_is_set_up_at_the_next_one(first_start: Desk) -> None:
    first_start.store.saves_left = 1
    with pytest.raises(Failure):
        set_up(first_start)
    assert first_start.store.settings.current.database_id == 4711
    first_start.store.saves_left = 9
    set_up(first_start)
    assert first_start.store.settings.enabled


def test_a_local_autotask_that_does_not_answer_is_told_and_nothing_is_saved(
    first_start: Desk,
) -> None:
    first_start.tenant.failures["zone"] = Failure(Kind.UNREACHABLE, host="localhost")
    with pytest.raises(Failure) as caught:
        set_up(first_start)
    assert "could not be reached" in caught.value.detail
    assert first_start.store.settings == Settings()
