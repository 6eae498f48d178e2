from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from werkzeug.security import generate_password_hash

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role, SignInWay
from tests.database.rights import ADMIN, OPERATOR, REPORTER, with_rights
from tests.database.world import sql

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database

PASSWORD = "Grüße, 3 Tonnen"
FORMS = ("scrypt:1024:8:1", "scrypt:2048:4:2", "pbkdf2:sha256:1000", "pbkdf2:sha512:1000",
         "pbkdf2:sha1:1000")  # fmt: skip
NAME = "m.peters"
OWNER = "bc"

pytestmark = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)


@pytest.fixture
def url(make_url: Callable[..., str]) -> str:
    return make_url("rights", with_rights)


@pytest.fixture(params=[OWNER, OPERATOR], ids=["hashes read here", "checked by the server"])
def user(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def keep(url: str, stored: str | None, *, name: str = NAME, role: str = "admin") -> None:
    sql(url, "UPDATE users SET password_hash = :stored, role = :role WHERE username = :name",
        stored=stored, role=role, name=name)  # fmt: skip


def as_user(url: str, user: str) -> str:
    return url.replace("bc@", f"{user}@", 1)


def refusal(database: Database, name: str = NAME, password: str = PASSWORD) -> Kind:
    with pytest.raises(Failure) as caught:
        database.users.verify(name, password, "desk-1")
    assert password not in f"{caught.value}{caught.value.detail}{caught.value.values}"
    return caught.value.kind


@pytest.mark.parametrize("form", FORMS)
def test_a_password_of_the_web_application_signs_in(
    url: str, user: str, form: str, opened: Callable[..., Database]
) -> None:
    keep(url, generate_password_hash(PASSWORD, form), role="Operator, reporter")
    database = opened(as_user(url, user), may_migrate=False)
    assert database.users.way() is SignInWay.PASSWORD
    operator = database.users.verify(NAME, PASSWORD, "desk-1")
    assert (operator.name, operator.role, operator.workstation) == (
        NAME, Role.OPERATOR, "desk-1",
    )  # fmt: skip
    assert operator.roles == {Role.OPERATOR, Role.REPORTER}
    assert operator.has_password
    assert refusal(database, password=PASSWORD + " ") is Kind.SIGN_IN


def test_the_usual_form_of_the_web_application_signs_in(
    url: str, user: str, opened: Callable[..., Database]
) -> None:
    keep(url, generate_password_hash(PASSWORD))
    database = opened(as_user(url, user), may_migrate=False)
    assert database.users.verify(NAME, PASSWORD, "desk-1").name == NAME


def test_wrong_names_and_passwords_are_refused_alike(
    url: str, user: str, opened: Callable[..., Database]
) -> None:
    keep(url, generate_password_hash(PASSWORD, "scrypt:1024:8:1"))
    database = opened(as_user(url, user), may_migrate=False)
    for name, password in (
        (NAME, "wrong"), ("nobody", PASSWORD), ("M.PETERS", PASSWORD), ("", PASSWORD),
        ("' OR true --", PASSWORD), (NAME, "x" * 5000),
    ):  # fmt: skip
        assert refusal(database, name, password) is Kind.SIGN_IN


@pytest.mark.parametrize(
    "stored",
    [None, "", "sha256$salt$00ff", "d41d8cd98f00b204e9800998ecf8427e",
     "$2b$12$abcdefghijklmnopqrstuv"],
)  # fmt: skip
def test_an_account_without_a_password_that_can_be_checked_signs_in_elsewhere(
    url: str, user: str, stored: str | None, opened: Callable[..., Database]
) -> None:
    keep(url, stored)
    database = opened(as_user(url, user), may_migrate=False)
    for password in (PASSWORD, stored or "x"):
        assert refusal(database, password=password) is Kind.SIGN_IN_ELSEWHERE


@pytest.mark.parametrize("role", ["", "guest", "administrator,operators"])
def test_an_account_without_a_role_of_ours_does_not_come_in(
    url: str, user: str, role: str, opened: Callable[..., Database]
) -> None:
    keep(url, generate_password_hash(PASSWORD, "scrypt:1024:8:1"), role=role)
    assert refusal(opened(as_user(url, user), may_migrate=False)) is Kind.SIGN_IN_NO_ROLE


@pytest.mark.parametrize(
    ("user", "held", "counts"),
    [
        (ADMIN, "admin,operator", {Role.ADMIN, Role.OPERATOR}),
        (OPERATOR, "admin,viewer", {Role.OPERATOR, Role.VIEWER}),
        (REPORTER, "admin,operator", {Role.REPORTER}),
        (REPORTER, "viewer", {Role.VIEWER}),
        (ADMIN, "reporter", {Role.REPORTER}),
    ],
)
def test_no_role_counts_above_what_the_database_user_is_granted(
    url: str, user: str, held: str, counts: set[Role], opened: Callable[..., Database]
) -> None:
    keep(url, generate_password_hash(PASSWORD, "scrypt:1024:8:1"), role=held)
    database = opened(as_user(url, user), may_migrate=False)
    assert database.users.verify(NAME, PASSWORD, "desk-1").roles == counts


def test_a_disabled_account_does_not_come_in(
    url: str, opened: Callable[..., Database], with_grants_again: Callable[[str], None]
) -> None:
    keep(url, generate_password_hash(PASSWORD, "scrypt:1024:8:1"))
    sql(url, "ALTER TABLE users ADD COLUMN is_active boolean")
    sql(url, "UPDATE users SET is_active = (username <> 'm.peters')")
    with_grants_again(url)
    for user in (OWNER, OPERATOR):
        database = opened(as_user(url, user), may_migrate=False)
        assert refusal(database) is Kind.SIGN_IN_INACTIVE
        assert refusal(database, password="wrong") is Kind.SIGN_IN
    sql(url, "UPDATE users SET is_active = true")
    assert database.users.verify(NAME, PASSWORD, "desk-1").name == NAME


def test_without_accounts_the_database_user_alone_decides(
    url: str, opened: Callable[..., Database], with_grants_again: Callable[[str], None]
) -> None:
    sql(url, "DROP TABLE users CASCADE")
    with_grants_again(url)
    for user, role in ((ADMIN, Role.ADMIN), (OPERATOR, Role.OPERATOR), (REPORTER, Role.REPORTER)):
        database = opened(as_user(url, user), may_migrate=False)
        assert database.users.way() is SignInWay.DATABASE_USER
        known = database.users.database_user("desk-1")
        assert (known.name, known.role, known.has_password) == (user, role, False)


def test_no_role_of_the_application_reads_a_hash(url: str) -> None:
    for user in (ADMIN, OPERATOR, REPORTER):
        for column in ("password_hash", "role", "email", "*"):
            with pytest.raises(Exception, match="permission denied"):
                sql(as_user(url, user), f"SELECT {column} FROM users")
        shown = sql(as_user(url, user), "SELECT bcautotask.sign_in_question('m.peters')")[0][0]
        (stored,) = sql(url, "SELECT password_hash FROM users WHERE username = 'm.peters'")[0]
        assert stored.startswith(shown)
        assert stored.rpartition("$")[2] not in shown
