"""Who works with the application, and what each role may do."""

import getpass
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import say, word


class Role(StrEnum):
    """The role a person acts under; Backupchecks knows the same four."""

    ADMIN = "admin"
    OPERATOR = "operator"
    REPORTER = "reporter"
    VIEWER = "viewer"


class Permission(StrEnum):
    """An act, worded to follow "may not"."""

    SETTINGS = "change the settings"
    SECRETS = "enter secrets"
    MAPPING = "change mappings"
    CREATE = "create tickets"
    LINK = "link tickets"
    RESOLVE = "resolve tickets"
    NOTE = "add notes"
    MANUAL_NUMBER = "enter ticket numbers"
    REVIEW = "mark runs as reviewed"
    UNLINK = "unlink tickets"
    EXPORT = "export lists"
    AUDIT = "read the audit log"


_WORK = frozenset(
    {
        Permission.SECRETS,
        Permission.MAPPING,
        Permission.CREATE,
        Permission.LINK,
        Permission.RESOLVE,
        Permission.NOTE,
        Permission.MANUAL_NUMBER,
        Permission.REVIEW,
        Permission.EXPORT,
    }
)

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(Permission),
    Role.OPERATOR: _WORK,
    Role.REPORTER: frozenset({Permission.EXPORT}),
    Role.VIEWER: frozenset(),
}


# from the least to the most
_RANKS = (Role.VIEWER, Role.REPORTER, Role.OPERATOR, Role.ADMIN)


def roles_of(text: str) -> frozenset[Role]:
    """The roles in a comma-separated list; a word that stands for none of ours gives none."""
    words = {word.strip().lower() for word in text.split(",")}
    return frozenset(role for role in Role if role.value in words)


def within(roles: frozenset[Role], limit: Role) -> frozenset[Role]:
    """The roles of a person where the database allows no more than `limit`: each lowered to it."""
    highest = _RANKS.index(limit)
    return frozenset(_RANKS[min(_RANKS.index(role), highest)] for role in roles)


def highest_of(roles: frozenset[Role]) -> Role:
    """The role that may do the most."""
    return max(roles, key=_RANKS.index)


@dataclass(frozen=True)
class Operator:
    """The person at this workstation and the role they act under.

    Attributes:
        name: the name that others see.
        role: the active role.
        workstation: the name of this computer.
        roles: all roles the person holds, already lowered to what the database allows.
        limit: the role that the database user is granted; no act is possible above it.
        has_password: whether a password of Backupchecks was asked for, so that the window can be
            locked and opened with it again.
    """

    name: str
    role: Role
    workstation: str
    roles: frozenset[Role] = field(default_factory=frozenset)
    limit: Role = Role.ADMIN
    has_password: bool = False

    def acting_as(self, role: Role) -> "Operator":
        """The same person under another of their roles.

        Raises:
            Failure: NOT_ALLOWED where it is none of theirs.
        """
        if role not in self.roles:
            act = say("act as {role}", role=role.value)
            raise Failure(Kind.NOT_ALLOWED, role=self.role.value, act=act, whom=say("an admin"))
        return replace(self, role=role)

    def may(self, act: Permission) -> bool:
        """Whether the active role allows the act."""
        return act in PERMISSIONS[self.role]

    def require(self, act: Permission) -> None:
        """Refuses an act that the active role does not allow.

        Raises:
            Failure: NOT_ALLOWED, naming the role and the act.
        """
        if not self.may(act):
            is_work = act in PERMISSIONS[Role.OPERATOR]
            whom = say("an admin or operator") if is_work else say("an admin")
            raise Failure(Kind.NOT_ALLOWED, role=self.role.value, act=word(act), whom=whom)


class SignInWay(StrEnum):
    """How the person at this workstation is known."""

    PASSWORD = "password"
    """By an account of Backupchecks and its password."""
    DATABASE_USER = "database user"
    """By the user of the database connection alone: no account can be checked."""
    THIS_COMPUTER = "this computer"
    """By the operating system: the database is a file of their own."""


@dataclass(frozen=True)
class Instance:
    """One running application; it holds the lock of its profile.

    Attributes:
        id: new at every start.
        profile: stays with the profile folder.
        workstation: the name of this computer.
    """

    id: str
    profile: str
    workstation: str


def owner_of_this_computer(workstation: str) -> Operator:
    """On an embedded database the operating system's user is the admin of their own workspace."""
    return Operator(getpass.getuser(), Role.ADMIN, workstation, frozenset(Role))
