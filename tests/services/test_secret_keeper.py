import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID
from tests.services.desk import Desk

USER = "api@msp.example"


def credentials_fail(desk: Desk, environment: Environment) -> Failure:
    with pytest.raises(Failure) as caught:
        desk.keeper.credentials(environment, USER)
    return caught.value


def test_both_environments_are_read_once_and_kept_for_the_session(desk: Desk) -> None:
    reads = desk.keyring.reads
    for environment in Environment:
        credentials = desk.keeper.credentials(environment, USER)
        assert (credentials.secret, credentials.tracking_id) == (
            "the api-secret",
            "the tracking-id",
        )
    assert len(desk.keeper.held()) == 4
    assert desk.keyring.reads == reads == 4


def test_accounts_name_workspace_environment_and_secret(desk: Desk) -> None:
    desk.keeper.store(Environment.PRODUCTION, TRACKING_ID, "new")
    assert desk.keyring.values["7f3c91aa/production/tracking-id"] == "new"
    assert desk.keyring.values["7f3c91aa/sandbox/tracking-id"] == "the tracking-id"


@pytest.mark.parametrize(
    ("name", "words"), [(SECRET, "Production secret"), (TRACKING_ID, "tracking identifier")]
)
def test_what_is_missing_is_named(desk: Desk, name: str, words: str) -> None:
    desk.keeper.forget(Environment.PRODUCTION, name)
    failure = credentials_fail(desk, Environment.PRODUCTION)
    assert failure.kind is Kind.SECRET_MISSING and words in str(failure)
    assert desk.keeper.credentials(Environment.SANDBOX, USER).secret


def test_an_empty_entry_of_the_keyring_counts_as_missing(desk: Desk) -> None:
    desk.keyring.values["7f3c91aa/sandbox/api-secret"] = ""
    desk.keeper.load()
    assert credentials_fail(desk, Environment.SANDBOX).kind is Kind.SECRET_MISSING


def test_a_new_value_takes_the_place_of_the_former_one(desk: Desk) -> None:
    before = desk.keeper.generation
    desk.keeper.store(Environment.SANDBOX, SECRET, "new")
    assert desk.keeper.credentials(Environment.SANDBOX, USER).secret == "new"
    assert desk.keeper.generation > before


def test_typed_values_lead_over_kept_ones_and_are_not_kept(desk: Desk) -> None:
    typed = desk.keeper.credentials(Environment.SANDBOX, USER, {SECRET: "typed"})
    assert (typed.secret, typed.tracking_id) == ("typed", "the tracking-id")
    assert desk.keeper.credentials(Environment.SANDBOX, USER).secret == "the api-secret"


def test_a_forgotten_value_is_gone_from_keyring_and_memory(desk: Desk) -> None:
    desk.keeper.forget(Environment.SANDBOX, SECRET)
    assert "7f3c91aa/sandbox/api-secret" not in desk.keyring.values
    assert (Environment.SANDBOX, SECRET) not in desk.keeper.held()


def test_what_the_keyring_refuses_changes_nothing_in_memory(desk: Desk) -> None:
    desk.keyring.refuses = Failure(Kind.KEYRING_LOCKED)
    generation = desk.keeper.generation
    with pytest.raises(Failure):
        desk.keeper.load()
    with pytest.raises(Failure):
        desk.keeper.store(Environment.SANDBOX, SECRET, "new")
    with pytest.raises(Failure):
        desk.keeper.forget(Environment.SANDBOX, SECRET)
    assert desk.keeper.credentials(Environment.SANDBOX, USER).secret == "the api-secret"
    assert desk.keeper.generation == generation


@pytest.mark.parametrize("role", [Role.REPORTER, Role.VIEWER])
def test_who_only_reads_may_not_enter_secrets(desk: Desk, role: Role) -> None:
    desk.sit_down(role)
    with pytest.raises(Failure) as caught:
        desk.keeper.store(Environment.SANDBOX, SECRET, "new")
    assert caught.value.kind is Kind.NOT_ALLOWED
    with pytest.raises(Failure) as caught:
        desk.keeper.forget(Environment.SANDBOX, SECRET)
    assert caught.value.kind is Kind.NOT_ALLOWED
    assert desk.keyring.values["7f3c91aa/sandbox/api-secret"] == "the api-secret"


def test_an_operator_may_enter_secrets(desk: Desk) -> None:
    desk.sit_down(Role.OPERATOR)
    desk.keeper.store(Environment.SANDBOX, SECRET, "new")
    assert desk.keeper.credentials(Environment.SANDBOX, USER).secret == "new"


def test_no_secret_shows_in_a_repr(desk: Desk) -> None:
    desk.access.open()
    shown = repr(desk.keeper) + repr(desk.keeper.credentials(Environment.SANDBOX, USER))
    shown += repr(desk.tenant.clients[0].connection)
    assert "the api-secret" not in shown and "the tracking-id" not in shown


def test_the_keyring_is_probed_as_it_is(desk: Desk) -> None:
    assert desk.keeper.probe() == desk.keyring.probe()
