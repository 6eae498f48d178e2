from dataclasses import replace
from datetime import time

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.connection import Zone
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import (
    DueRule,
    Environment,
    PriorityChoice,
    Settings,
    TicketDefaults,
)
from tests.services.desk import Desk, result_of
from tests.services.fakes import reference_data

GONE = 12345  # no queue of the tenant


def zone(database_id: int) -> Zone:
    return Zone("EU1", "https://ws19.autotask.net/", "", database_id)


def defaults(desk: Desk, **changes: object) -> Settings:
    now = desk.store.settings
    changed = replace(now.current.defaults, **changes)  # type: ignore[arg-type]
    return now.with_current(defaults=changed)


def saving_fails(desk: Desk, changed: Settings) -> Failure:
    with pytest.raises(Failure) as caught:
        desk.settings.save(changed)
    return caught.value


def fields_of(desk: Desk, changed: Settings) -> list[str]:
    return [problem.field for problem in desk.settings.blocking(changed)]


# page ----------------------------------------------------------------------------------------


def test_the_page_tells_what_is_known_and_held_of_both_environments(desk: Desk) -> None:
    page = desk.settings.page()
    assert page.settings == desk.store.settings
    assert page.reference[Environment.SANDBOX] == reference_data()
    assert page.reference[Environment.PRODUCTION] is None
    assert page.held == desk.keeper.held()
    assert "the api-secret" not in repr(page)


@pytest.mark.parametrize(("role", "may"), [(Role.ADMIN, True), (Role.OPERATOR, False)])
def test_only_an_admin_may_save(desk: Desk, role: Role, may: bool) -> None:
    desk.sit_down(role)
    assert desk.settings.page().may_save is may
    if not may:
        assert saving_fails(desk, desk.store.settings).kind is Kind.NOT_ALLOWED
        with pytest.raises(Failure):
            desk.settings.accept(desk.store.settings, zone(4711), reference_data())
        with pytest.raises(Failure):
            result_of(desk.settings.refresh_reference_data())
        assert desk.store.events == []


def test_whoever_creates_reads_the_picklists_again_after_a_refusal(desk: Desk) -> None:
    desk.sit_down(Role.OPERATOR)
    desk.settings.read_picklists_after_refusal()
    assert [event.act for event in desk.store.events] == [Act.REFERENCE_DATA_READ]
    desk.sit_down(Role.REPORTER)
    with pytest.raises(Failure) as caught:
        desk.settings.read_picklists_after_refusal()
    assert caught.value.kind is Kind.NOT_ALLOWED


# what blocks ---------------------------------------------------------------------------------


def test_what_a_change_makes_invalid_is_told_beside_its_field(desk: Desk) -> None:
    changed = replace(defaults(desk, queue=GONE), base_url="backupchecks")
    assert fields_of(desk, changed) == ["base_url", "queue"]
    failure = saving_fails(desk, changed)
    assert failure.kind is Kind.INVALID_SETTINGS and failure.field == "base_url"
    assert desk.store.events == []


def test_what_was_invalid_before_does_not_block_another_change(desk: Desk) -> None:
    broken = desk.colleague_saves(environments=defaults(desk, queue=GONE).environments)
    saved = desk.settings.save(replace(broken, subject_prefix="[Backup]"))
    assert saved.subject_prefix == "[Backup]"


def test_what_was_invalid_before_does_not_excuse_what_becomes_invalid(desk: Desk) -> None:
    broken = desk.colleague_saves(environments=defaults(desk, queue=GONE).environments)
    assert fields_of(desk, replace(broken, time_zone="Mars/Base")) == ["time_zone"]


def test_enabling_is_blocked_by_everything_that_would_stop_a_ticket(desk: Desk) -> None:
    off = desk.colleague_saves(
        enabled=False, environments=defaults(desk, queue=GONE).environments, base_url=""
    )
    assert fields_of(desk, replace(off, enabled=True)) == ["base_url", "queue"]


def test_switching_to_an_environment_that_is_not_set_up_is_blocked(desk: Desk) -> None:
    switched = replace(desk.store.settings, environment=Environment.PRODUCTION)
    assert {"user_name", "queue", "source", "status"} <= set(fields_of(desk, switched))


def test_what_was_invalid_in_one_environment_blocks_the_switch_to_the_other(desk: Desk) -> None:
    desk.with_production()
    emptied = desk.store.settings.with_current(defaults=TicketDefaults())
    broken = desk.colleague_saves(environments=emptied.environments)
    switched = replace(broken, environment=Environment.PRODUCTION)
    assert fields_of(desk, broken) == []
    assert fields_of(desk, switched)[0] == "queue"


def test_disabling_is_saved_whatever_else_is_broken(desk: Desk) -> None:
    broken = replace(defaults(desk, queue=GONE), enabled=False, base_url="?", time_zone="Mars/Base")
    assert not desk.settings.save(broken).enabled


def test_saving_while_disabled_is_never_blocked(desk: Desk) -> None:
    off = desk.colleague_saves(enabled=False)
    switched = replace(off, environment=Environment.PRODUCTION, base_url="")
    assert desk.settings.save(switched).environment is Environment.PRODUCTION


def test_settings_that_somebody_saved_meanwhile_are_not_overwritten(desk: Desk) -> None:
    opened = desk.settings.page().settings
    theirs = desk.colleague_saves(object_errors=3)
    failure = saving_fails(desk, replace(opened, object_errors=7))
    assert failure.kind is Kind.STALE and "M. Peters" in str(failure)
    assert desk.store.settings == theirs


def test_a_save_raises_the_version_by_one(desk: Desk) -> None:
    before = desk.store.settings
    saved = desk.settings.save(replace(before, object_errors=7))
    assert (saved.version, saved.object_errors) == (before.version + 1, 7)


# the trail -----------------------------------------------------------------------------------


def test_the_trail_tells_each_difference_and_nothing_else(desk: Desk) -> None:
    changed = defaults(desk, queue=29682833, error=PriorityChoice(2), due=DueRule(1, time(9, 30)))
    desk.settings.save(replace(changed, object_errors=7))
    (event,) = desk.store.events
    assert event.act is Act.SETTINGS_SAVED and event.environment == "sandbox"
    assert event.after.split("; ") == [
        "object_errors: 10 -> 7",
        "sandbox defaults error priority: 1 -> 2",
        "sandbox defaults due working_days: 0 -> 1",
        "sandbox defaults due at: 17:00:00 -> 09:30:00",
    ]


def test_the_trail_names_the_environment_that_a_difference_belongs_to(desk: Desk) -> None:
    off = desk.colleague_saves(enabled=False)
    production = replace(off, environment=Environment.PRODUCTION).with_current(user_name="p@x")
    desk.settings.save(production)
    told = desk.store.events[-1].after
    assert "environment: sandbox -> production" in told
    assert "production user_name:  -> p@x" in told


def test_no_secret_gets_into_the_trail(desk: Desk) -> None:
    for name in ("api-secret", "tracking-id"):
        desk.keeper.store(Environment.SANDBOX, name, "very-secret-value")
    desk.settings.save(desk.store.settings.with_current(user_name="new@msp.example"))
    result_of(desk.test.run(desk.store.settings, None))
    desk.settings.accept(desk.store.settings, zone(4711), reference_data())
    assert desk.store.events
    assert "very-secret-value" not in repr(desk.store.events)


# binding -------------------------------------------------------------------------------------


def test_the_first_accepted_test_binds_the_environment_and_keeps_its_picklists(
    desk: Desk,
) -> None:
    form = replace(desk.store.settings, environment=Environment.PRODUCTION)
    saved = desk.settings.accept(form, zone(5822), reference_data())
    bound = saved.environments[Environment.PRODUCTION]
    assert (bound.database_id, bound.zone_name) == (5822, "EU1")
    assert desk.store.reference[Environment.PRODUCTION] == reference_data()
    acts = [event.act for event in desk.store.events]
    assert acts == [Act.DATABASE_BOUND, Act.REFERENCE_DATA_READ]
    assert {event.environment for event in desk.store.events} == {"production"}


def test_binding_saves_nothing_else_of_the_form(desk: Desk) -> None:
    before = desk.store.settings
    form = replace(before, environment=Environment.PRODUCTION, base_url="https://other.example")
    saved = desk.settings.accept(form, zone(5822), reference_data())
    assert saved.base_url == before.base_url
    assert saved.environment is Environment.SANDBOX


def test_a_second_accepted_test_binds_nothing_anew(desk: Desk) -> None:
    before = desk.store.settings
    saved = desk.settings.accept(before, zone(4711), reference_data())
    assert saved == before
    assert [event.act for event in desk.store.events] == [Act.REFERENCE_DATA_READ]


def test_one_database_is_not_bound_to_both_environments(desk: Desk) -> None:
    form = replace(desk.store.settings, environment=Environment.PRODUCTION)
    with pytest.raises(Failure) as caught:
        desk.settings.accept(form, zone(4711), reference_data())
    assert caught.value.kind is Kind.ONE_DATABASE_TWICE and "Sandbox" in str(caught.value)
    assert desk.store.events == []
    assert Environment.PRODUCTION not in desk.store.reference


def test_a_bound_environment_does_not_accept_another_database(desk: Desk) -> None:
    before = desk.store.settings
    with pytest.raises(Failure) as caught:
        desk.settings.accept(before, zone(9000), reference_data())
    assert caught.value.kind is Kind.OTHER_DATABASE
    assert "9000" in str(caught.value) and "4711" in str(caught.value)
    assert desk.store.settings == before and desk.store.events == []


# reference data ------------------------------------------------------------------------------


def test_picklists_are_read_again_and_kept_for_the_environment_in_use(desk: Desk) -> None:
    desk.store.reference.clear()
    read = result_of(desk.settings.refresh_reference_data())
    assert desk.store.reference == {Environment.SANDBOX: read}
    assert desk.store.events[-1].after == "9 values"


def test_picklists_that_cannot_be_read_leave_the_kept_ones(desk: Desk) -> None:
    desk.tenant.failures["reference_data"] = Failure(Kind.SERVER, status=500)
    with pytest.raises(Failure):
        result_of(desk.settings.refresh_reference_data())
    assert desk.store.reference[Environment.SANDBOX] == reference_data()
    assert desk.store.events == []


def test_while_disabled_no_picklist_is_read(desk: Desk) -> None:
    desk.colleague_saves(enabled=False)
    with pytest.raises(Failure) as caught:
        result_of(desk.settings.refresh_reference_data())
    assert caught.value.kind is Kind.DISABLED
    assert desk.tenant.clients == []


def test_empty_defaults_of_a_new_environment_name_every_choice(desk: Desk) -> None:
    emptied = desk.store.settings.with_current(defaults=TicketDefaults())
    assert fields_of(desk, emptied) == ["queue", "source", "status", "warning", "error"]
