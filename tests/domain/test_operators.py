"""Which role may do what."""

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import (
    Operator,
    Permission,
    Role,
    owner_of_this_computer,
)
from tests.domain.samples import an_operator

ADMIN, OPERATOR, REPORTER, VIEWER = Role.ADMIN, Role.OPERATOR, Role.REPORTER, Role.VIEWER

MAY = {
    Permission.SETTINGS: {ADMIN},
    Permission.SECRETS: {ADMIN, OPERATOR},
    Permission.MAPPING: {ADMIN, OPERATOR},
    Permission.CREATE: {ADMIN, OPERATOR},
    Permission.LINK: {ADMIN, OPERATOR},
    Permission.RESOLVE: {ADMIN, OPERATOR},
    Permission.NOTE: {ADMIN, OPERATOR},
    Permission.MANUAL_NUMBER: {ADMIN, OPERATOR},
    Permission.REVIEW: {ADMIN, OPERATOR},
    Permission.UNLINK: {ADMIN},
    Permission.EXPORT: {ADMIN, OPERATOR, REPORTER},
    Permission.AUDIT: {ADMIN},
}


def test_every_act_is_decided_for_every_role() -> None:
    assert set(MAY) == set(Permission)


@pytest.mark.parametrize("act", Permission)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_an_act_or_is_refused(role: Role, act: Permission) -> None:
    operator = an_operator(role)
    assert operator.may(act) is (role in MAY[act])
    if operator.may(act):
        operator.require(act)
        return
    with pytest.raises(Failure) as refused:
        operator.require(act)
    assert refused.value.kind is Kind.NOT_ALLOWED
    assert f"The role {role.value} may not {act.value}." in str(refused.value)


@pytest.mark.parametrize(
    ("act", "advice"),
    [
        (Permission.SETTINGS, "Ask an admin."),
        (Permission.UNLINK, "Ask an admin."),
        (Permission.CREATE, "Ask an admin or operator."),
    ],
)
def test_who_is_refused_is_told_whom_to_ask(act: Permission, advice: str) -> None:
    with pytest.raises(Failure) as refused:
        an_operator(VIEWER).require(act)
    assert refused.value.advice == advice


def test_only_the_active_role_counts() -> None:
    admin_as_viewer = Operator("S. Bakker", VIEWER, "DESK-4", frozenset({ADMIN, VIEWER}))
    assert not admin_as_viewer.may(Permission.CREATE)


def test_the_owner_of_this_computer_is_an_admin_under_their_own_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOGNAME", "sbakker")
    owner = owner_of_this_computer("DESK-4")
    assert (owner.name, owner.role, owner.workstation) == ("sbakker", ADMIN, "DESK-4")
    assert owner.roles == set(Role)
