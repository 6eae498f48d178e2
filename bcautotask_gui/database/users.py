"""Who works here: accounts of Backupchecks with their passwords, and the database's own user.

No hash leaves this room. Where the server was taught to check (packaging/postgres), none even
reaches it: the server tells method and salt, the answer is worked out here and compared there.
"""

from dataclasses import dataclass, replace
from hashlib import pbkdf2_hmac, scrypt

from sqlalchemy import Connection, func, select, text

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import (
    Operator,
    Role,
    SignInWay,
    highest_of,
    owner_of_this_computer,
    roles_of,
    within,
)

_FORMS = ("scrypt:", "pbkdf2:")
# for a name that nobody has: the answer takes as long as for one that somebody has
_NOBODY = "scrypt:32768:8:1$nobody"
_TAUGHT = text(
    "SELECT coalesce(has_function_privilege(to_regprocedure('bcautotask.sign_in(text, text)'), "
    "'EXECUTE'), false)"
)
_QUESTION = text("SELECT bcautotask.sign_in_question(:name)")
_ANSWER = text("SELECT username, roles, is_active FROM bcautotask.sign_in(:name, :answer)")


@dataclass(frozen=True)
class _Account:
    username: str
    roles: str
    is_active: bool


class UserStore:
    """Knows who somebody is; remembers nobody."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections = ground.connections

    def way(self) -> SignInWay:
        """How people are known on this database.

        Raises:
            Failure: what kept the database from answering.
        """
        if not self._ground.on_postgresql:
            return SignInWay.THIS_COMPUTER
        with self._connections.reading() as connection:
            may_check = self._is_taught(connection) or self._may_read_hashes()
        return SignInWay.PASSWORD if may_check else SignInWay.DATABASE_USER

    def verify(self, name: str, password: str, workstation: str) -> Operator:
        """The person that a name and a password belong to, under the highest of their roles.

        Args:
            name: as in the web application.
            password: kept nowhere.
            workstation: the name of this computer.

        Raises:
            Failure: SIGN_IN, SIGN_IN_ELSEWHERE where the account has no password that can be
                checked, SIGN_IN_INACTIVE, SIGN_IN_NO_ROLE, or what the database said.
        """
        with self._connections.reading() as connection:
            is_taught = self._is_taught(connection)
        known = self._asked(name, password) if is_taught else self._compared(name, password)
        if not known.is_active:
            raise Failure(Kind.SIGN_IN_INACTIVE, name=known.username)
        roles = roles_of(known.roles)
        if not roles:
            raise Failure(Kind.SIGN_IN_NO_ROLE, name=known.username)
        user = self.database_user(workstation)
        held = within(roles, user.role)
        return replace(
            user, name=known.username, role=highest_of(held), roles=held, has_password=True
        )

    def database_user(self, workstation: str) -> Operator:
        """Who works here where no account is asked for: what the database itself allows.

        On a server an admin may save settings, an operator may claim runs, everybody else looks.

        Args:
            workstation: the name of this computer.

        Raises:
            Failure: what kept the database from answering.
        """
        if not self._ground.on_postgresql:
            return owner_of_this_computer(workstation)
        tables = self._ground.tables
        asked = select(
            func.session_user().label("name"),
            func.has_table_privilege(str(tables.settings), "INSERT").label("may_save"),
            func.has_table_privilege(str(tables.claim), "INSERT").label("may_claim"),
        )
        with self._connections.reading() as connection:
            row = connection.execute(asked).one()
        held = {Role.REPORTER, Role.VIEWER}
        if row.may_claim:
            held.add(Role.OPERATOR)
            if row.may_save:
                held.add(Role.ADMIN)
        role = highest_of(frozenset(held))
        return Operator(row.name, role, workstation, frozenset(held), limit=role)

    def _is_taught(self, connection: Connection) -> bool:
        return bool(connection.execute(_TAUGHT).scalar())

    def _may_read_hashes(self) -> bool:
        theirs = self._ground.theirs
        return theirs.has("users") and all(
            theirs["users"].has(word) for word in ("password_hash", "roles")
        )

    def _asked(self, name: str, password: str) -> _Account:
        """The server compares; no hash is shown to anybody."""
        with self._connections.reading() as connection:
            question = connection.execute(_QUESTION, {"name": name}).scalar()
        if question == "":
            raise Failure(Kind.SIGN_IN_ELSEWHERE, name=name)
        answer = _answer(question or _NOBODY, password, name)
        with self._connections.reading() as connection:
            row = connection.execute(_ANSWER, {"name": name, "answer": answer}).first()
        if row is None:
            raise Failure(Kind.SIGN_IN)
        return _Account(row.username, row.roles or "", row.is_active)

    def _compared(self, name: str, password: str) -> _Account:
        """Compares here, where this database user may read the hashes anyway."""
        from werkzeug.security import check_password_hash  # slow to import, rarely needed

        if not self._may_read_hashes():
            raise Failure(Kind.SIGN_IN_ELSEWHERE, name=name)
        users = self._ground.theirs["users"]
        columns = ("username", "password_hash", "roles", "active")
        chosen = select(*(users[word].label(word) for word in columns)).where(
            users["username"] == name
        )
        with self._connections.reading() as connection:
            row = connection.execute(chosen).first()
        if row is None:
            _answer(_NOBODY, password, name)
            raise Failure(Kind.SIGN_IN)
        if not (row.password_hash or "").startswith(_FORMS):
            raise Failure(Kind.SIGN_IN_ELSEWHERE, name=name)
        if not check_password_hash(row.password_hash, password):
            raise Failure(Kind.SIGN_IN)
        is_active = bool(row.active) if users.has("active") else True
        return _Account(row.username, row.roles or "", is_active)


def _answer(question: str, password: str, name: str) -> str:
    """What the web application would have stored for this password.

    Args:
        question: method and salt, such as "scrypt:32768:8:1$salt".
        password: the one that was typed.
        name: for the failure.

    Raises:
        Failure: SIGN_IN_ELSEWHERE where the method is none that is known here.
    """
    method, _, salt = question.partition("$")
    kind, *settings = method.split(":")
    try:
        if kind == "scrypt":
            n, r, p = map(int, settings or ("32768", "8", "1"))
            made = scrypt(
                password.encode(), salt=salt.encode(), n=n, r=r, p=p, maxmem=132 * n * r * p
            )
        else:
            digest, *rounds = settings
            made = pbkdf2_hmac(
                digest, password.encode(), salt.encode(), int(*rounds) if rounds else 1_000_000
            )
    except ValueError as error:
        raise Failure(Kind.SIGN_IN_ELSEWHERE, f"unknown method {method}", name=name) from error
    return made.hex()
