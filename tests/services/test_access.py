from dataclasses import replace

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.secret_keeper import SECRET
from tests.services.desk import TYPED, Desk


def opening_fails(desk: Desk) -> Failure:
    with pytest.raises(Failure) as caught:
        desk.access.open()
    return caught.value


def next_call_fails(desk: Desk) -> Failure:
    with pytest.raises(Failure) as caught:
        desk.tenant.clients[0].calls_used()
    return caught.value


def test_a_client_reaches_the_environment_in_use_with_its_own_credentials(desk: Desk) -> None:
    opened = desk.access.open()
    connection = desk.tenant.clients[0].connection
    assert opened.settings == desk.store.settings
    assert connection.environment is Environment.SANDBOX
    assert connection.bound_to == 4711
    assert connection.credentials == TYPED


def test_while_disabled_no_client_is_ever_built(desk: Desk) -> None:
    desk.colleague_saves(enabled=False)
    assert opening_fails(desk).kind is Kind.DISABLED
    with pytest.raises(Failure) as caught:
        desk.access.try_out(desk.store.settings, TYPED)
    assert caught.value.kind is Kind.DISABLED
    assert desk.tenant.clients == []


def test_a_client_built_before_a_disable_stops_at_its_next_operation(desk: Desk) -> None:
    desk.access.open().autotask.calls_used()
    desk.colleague_saves(enabled=False)
    assert next_call_fails(desk).kind is Kind.DISABLED
    assert desk.tenant.calls == ["calls_used"]


def test_a_client_built_before_a_switch_stops_at_its_next_operation(desk: Desk) -> None:
    desk.with_production()
    desk.access.open().autotask.calls_used()
    desk.colleague_saves(environment=Environment.PRODUCTION)
    failure = next_call_fails(desk)
    assert failure.kind is Kind.STALE and "M. Peters" in str(failure)
    assert desk.tenant.calls == ["calls_used"]


def test_bulk_work_stops_at_the_chunk_after_a_disable(desk: Desk) -> None:
    chunks = desk.access.open().autotask.companies([1, 2, 3, 4])
    next(chunks)
    desk.colleague_saves(enabled=False)
    with pytest.raises(Failure):
        next(chunks)
    assert desk.tenant.calls == ["companies"]


def test_after_a_switch_the_other_environment_gets_a_client_of_its_own(desk: Desk) -> None:
    desk.with_production()
    desk.access.open()
    desk.colleague_saves(environment=Environment.PRODUCTION)
    desk.access.open().autotask.calls_used()
    sandbox, production = desk.tenant.clients
    assert sandbox.calls == [] and production.calls == ["calls_used"]
    assert production.connection.bound_to == 5822
    assert production.connection.credentials.user_name == "prod@msp.example"


def test_a_save_that_leaves_the_connection_alone_keeps_the_client(desk: Desk) -> None:
    first = desk.access.open().autotask
    desk.colleague_saves(object_errors=3)
    opened = desk.access.open()
    assert opened.autotask is first
    assert opened.settings.object_errors == 3
    opened.autotask.calls_used()
    assert len(desk.tenant.clients) == 1


@pytest.mark.parametrize(
    "change", [{"user_name": "new@msp.example"}, {"fixed_zone": "https://ws5.autotask.net/"}]
)
def test_a_save_that_changes_the_connection_builds_a_new_client(
    desk: Desk, change: dict[str, object]
) -> None:
    first = desk.access.open().autotask
    environments = desk.store.settings.with_current(**change).environments
    desk.colleague_saves(environments=environments)
    assert desk.access.open().autotask is not first


def test_entering_secrets_anew_builds_a_new_client(desk: Desk) -> None:
    first = desk.access.open().autotask
    desk.keeper.store(Environment.SANDBOX, SECRET, "the api-secret")
    assert desk.access.open().autotask is not first


def test_refused_credentials_are_sent_once_until_they_are_entered_again(desk: Desk) -> None:
    desk.tenant.accepted = "the renewed secret"
    kinds = []
    for _time in range(3):
        with pytest.raises(Failure) as caught:
            desk.access.open().autotask.calls_used()
        kinds.append(caught.value.kind)
    assert kinds == [Kind.CREDENTIALS, Kind.CREDENTIALS_AGAIN, Kind.CREDENTIALS_AGAIN]
    assert desk.tenant.calls == ["calls_used"]
    desk.keeper.store(Environment.SANDBOX, SECRET, "the renewed secret")
    desk.access.open().autotask.calls_used()
    assert desk.tenant.calls == ["calls_used", "calls_used"]


def test_refused_credentials_stay_refused_over_a_switch_there_and_back(desk: Desk) -> None:
    desk.with_production()
    desk.tenant.accepted = "the renewed secret"
    with pytest.raises(Failure):
        desk.access.open().autotask.calls_used()
    desk.colleague_saves(environment=Environment.PRODUCTION)
    desk.access.open()
    desk.colleague_saves(environment=Environment.SANDBOX)
    with pytest.raises(Failure) as caught:
        desk.access.open().autotask.calls_used()
    assert caught.value.kind is Kind.CREDENTIALS_AGAIN
    assert desk.tenant.calls == ["calls_used"]


def test_refused_credentials_of_the_keyring_are_not_tried_out_again(desk: Desk) -> None:
    desk.tenant.accepted = "the renewed secret"
    form = desk.store.settings
    with pytest.raises(Failure):
        desk.access.try_out(form, None).calls_used()
    for again in (lambda: desk.access.try_out(form, None), desk.access.open):
        with pytest.raises(Failure) as caught:
            again()
        assert caught.value.kind is Kind.CREDENTIALS_AGAIN
    assert desk.tenant.calls == ["calls_used"]
    desk.keeper.store(Environment.SANDBOX, SECRET, "the renewed secret")
    desk.access.try_out(form, None).calls_used()
    assert desk.tenant.calls == ["calls_used", "calls_used"]


def test_credentials_refused_in_use_are_not_tried_out_but_newly_typed_ones_are(desk: Desk) -> None:
    desk.tenant.accepted = "the renewed secret"
    form = desk.store.settings
    with pytest.raises(Failure):
        desk.access.open().autotask.calls_used()
    with pytest.raises(Failure) as caught:
        desk.access.try_out(form, None)
    assert caught.value.kind is Kind.CREDENTIALS_AGAIN
    desk.access.try_out(form, replace(TYPED, secret="the renewed secret")).calls_used()
    assert desk.tenant.calls == ["calls_used", "calls_used"]


def test_without_a_secret_no_client_is_built(desk: Desk) -> None:
    desk.keeper.forget(Environment.SANDBOX, SECRET)
    assert opening_fails(desk).kind is Kind.SECRET_MISSING
    assert desk.tenant.clients == []


def test_values_under_test_are_used_as_typed_and_leave_the_kept_client_alone(desk: Desk) -> None:
    kept = desk.access.open().autotask
    form = desk.store.settings.with_current(user_name="new@msp.example")
    typed = replace(TYPED, user_name="new@msp.example", secret="typed")
    desk.access.try_out(form, typed)
    assert desk.tenant.clients[1].connection.credentials == typed
    assert desk.access.open().autotask is kept


def test_closing_gives_back_the_connections_of_both_environments(desk: Desk) -> None:
    desk.with_production()
    desk.access.open()
    desk.colleague_saves(environment=Environment.PRODUCTION)
    desk.access.open()
    desk.access.close()
    assert [client.is_closed for client in desk.tenant.clients] == [True, True]
