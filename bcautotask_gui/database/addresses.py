"""Addresses of databases: read, checked, and without the password that may stand in them."""

from dataclasses import dataclass, field
from pathlib import PurePath

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import say

_POSTGRESQL = ("postgresql", "postgresql+psycopg", "postgres")


@dataclass(frozen=True)
class Address:
    """Where a database is.

    Attributes:
        url: without a password.
        password: what was given, or None; never in a repr.
        label: short, for people.
    """

    url: URL
    label: str
    password: str | None = field(default=None, repr=False)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file rather than a server."""
        return self.url.drivername == "sqlite"


def read_address(text: str, password: str | None = None) -> Address:
    """The address that a text stands for.

    Args:
        text: `sqlite:///file` or `postgresql://user@host/database`; a password inside is split
            off.
        password: leads over one in the text.

    Raises:
        Failure: DATABASE_ADDRESS, with what is wrong and without the password.
    """
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        raise Failure(
            Kind.DATABASE_ADDRESS, why="it is not of the form kind://place/name"
        ) from None
    if url.drivername == "sqlite":
        return _of_file(url)
    if url.drivername in _POSTGRESQL:
        return _of_server(url, password)
    why = say('"{name}" is neither postgresql nor sqlite', name=url.drivername)
    raise Failure(Kind.DATABASE_ADDRESS, why=why)


def _of_file(url: URL) -> Address:
    if not url.database or url.database == ":memory:":
        raise Failure(Kind.DATABASE_ADDRESS, why="it names no file")
    return Address(url, PurePath(url.database.removeprefix("file:")).name)


def _of_server(url: URL, password: str | None) -> Address:
    if not url.database:
        raise Failure(Kind.DATABASE_ADDRESS, why="it names no database")
    inside = url.password or _single(url.query.get("password"))
    bare = URL.create(
        "postgresql+psycopg", url.username, None, url.host, url.port, url.database,
        {key: value for key, value in url.query.items() if key != "password"},
    )  # fmt: skip
    host = url.host or _single(url.query.get("host")) or ""
    where = "this computer" if host.startswith("/") or not host else host
    return Address(bare, f"{url.database} @ {where}", password or inside or None)


def _single(value: str | tuple[str, ...] | None) -> str | None:
    return value[0] if isinstance(value, tuple) else value
