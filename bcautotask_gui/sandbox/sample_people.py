"""The operators of the sample, with password hashes as the web application keeps them."""

from dataclasses import dataclass
from functools import cache
from hashlib import scrypt
from itertools import starmap

_N, _R, _P = 32768, 8, 1


@dataclass(frozen=True)
class CastUser:
    """One account of Backupchecks.

    Attributes:
        id: Its id.
        username: Its name to sign in with.
        password: Its password; sample data, nothing is protected by it.
        role: Its roles, separated by commas.
    """

    id: int
    username: str
    password: str
    role: str


USERS: tuple[CastUser, ...] = tuple(
    starmap(
        CastUser,
        (
            (1, "m.peters", "Noorderlicht-1", "admin,operator"),
            (2, "j.devries", "Noorderlicht-2", "operator"),
            (3, "s.bakker", "Noorderlicht-3", "operator"),
            (4, "r.smeets", "Noorderlicht-4", "reporter"),
            (5, "v.jonker", "Noorderlicht-5", "viewer"),
        ),
    )
)


def user_id(username: str) -> int:
    """The id of the account of this name."""
    return next(each.id for each in USERS if each.username == username)


@cache
def password_hash(user: CastUser) -> str:
    """The hash in werkzeug's form, `scrypt:N:r:p$salt$hex`; the salt is fixed, the rest is real."""
    salt = f"sample{user.id:010d}"
    digest = scrypt(
        user.password.encode(), salt=salt.encode(), n=_N, r=_R, p=_P, maxmem=132 * _N * _R * _P
    )
    return f"scrypt:{_N}:{_R}:{_P}${salt}${digest.hex()}"
