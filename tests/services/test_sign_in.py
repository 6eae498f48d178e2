import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import (
    Instance,
    Operator,
    Permission,
    Role,
    SignInWay,
    roles_of,
    within,
)
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.sign_in import LONGEST_WAIT, SignInService
from tests.services.fakes import FakeClock


class FakeUsers:
    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def way(self) -> SignInWay:
        return SignInWay.PASSWORD

    def verify(self, name: str, password: str, workstation: str) -> Operator:
        self.asked.append((name, password))
        if name == "sso":
            raise Failure(Kind.SIGN_IN_ELSEWHERE, name=name)
        if name == "away":
            raise Failure(Kind.DATABASE_LOST)
        if password != "right":
            raise Failure(Kind.SIGN_IN)
        return Operator(name, Role.OPERATOR, workstation, frozenset({Role.OPERATOR}))

    def database_user(self, workstation: str) -> Operator:
        return Operator("bc", Role.ADMIN, workstation, frozenset(Role))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def users() -> FakeUsers:
    return FakeUsers()


@pytest.fixture
def service(users: FakeUsers, clock: FakeClock) -> SignInService:
    return SignInService(users, "desk-7", clock)


def kind(service: SignInService, name: str = "anna", password: str = "wrong") -> Kind:
    with pytest.raises(Failure) as caught:
        service.sign_in(name, password)
    assert password not in str(caught.value)
    return caught.value.kind


def test_who_knows_the_password_comes_in(service: SignInService) -> None:
    assert service.sign_in(" anna ", "right").name == "anna"
    assert service.wait_seconds() == 0


def test_each_failure_doubles_the_wait(service: SignInService, clock: FakeClock) -> None:
    waits = []
    for _ in range(9):
        assert kind(service) is Kind.SIGN_IN
        waits.append(service.wait_seconds())
        clock.pass_by(waits[-1])
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, LONGEST_WAIT]


def test_nothing_is_looked_at_before_the_wait_is_over(
    service: SignInService, users: FakeUsers, clock: FakeClock
) -> None:
    kind(service)
    clock.pass_by(0.9)
    assert kind(service, password="right") is Kind.SIGN_IN_WAIT
    assert kind(service, name="bert", password="right") is Kind.SIGN_IN_WAIT
    assert len(users.asked) == 1
    clock.pass_by(0.2)
    assert service.sign_in("anna", "right").name == "anna"


def test_who_came_in_begins_anew(service: SignInService, clock: FakeClock) -> None:
    for _ in range(5):
        kind(service)
        clock.pass_by(60)
    service.sign_in("anna", "right")
    kind(service)
    assert service.wait_seconds() == 1


@pytest.mark.parametrize("name", ["sso", "away"])
def test_what_is_no_guess_costs_no_wait(service: SignInService, name: str) -> None:
    kind(service, name)
    assert service.wait_seconds() == 0


def test_roles_are_read_from_a_list_and_lowered_to_what_the_database_allows() -> None:
    assert roles_of(" Admin, operator,guest") == {Role.ADMIN, Role.OPERATOR}
    assert roles_of("") == frozenset()
    both = frozenset({Role.ADMIN, Role.VIEWER})
    assert within(both, Role.ADMIN) == both
    assert within(both, Role.OPERATOR) == {Role.OPERATOR, Role.VIEWER}
    assert within(both, Role.VIEWER) == {Role.VIEWER}


def test_a_role_that_is_not_held_cannot_be_taken() -> None:
    anna = Operator("anna", Role.OPERATOR, "desk", frozenset({Role.OPERATOR, Role.REPORTER}))
    assert anna.acting_as(Role.REPORTER).role is Role.REPORTER
    with pytest.raises(Failure) as caught:
        anna.acting_as(Role.ADMIN)
    assert caught.value.kind is Kind.NOT_ALLOWED


def test_nobody_may_do_nothing(service: SignInService) -> None:
    actor = Actor(service.database_user(), Instance("1", "profile", "desk-7"))
    actor.nobody()
    assert not [each for each in Permission if actor.operator.may(each)]
