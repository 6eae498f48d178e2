"""Tells the other applications on a server what a transaction changed, once it is committed."""

from sqlalchemy import Connection, func, select

from bcautotask_gui.domain.changes import Change

CHANNEL = "bcautotask"
ORIGIN = "bcautotask_origin"
"""The execution option that says whose connection it is, so that nobody hears of their own acts."""


def tell(connection: Connection, change: Change) -> None:
    """Tells a change with the transaction at hand: not before it is committed, never without it.

    A file has nobody who could listen; there, others look.
    """
    if connection.dialect.name != "postgresql":
        return
    origin = connection.get_execution_options().get(ORIGIN, "")
    connection.execute(select(func.pg_notify(CHANNEL, f"{origin} {change}")))


def heard(payload: str, own: str) -> Change | None:
    """What a message says, or None where it is our own.

    Args:
        payload: as it came.
        own: the origin of this application's connections.
    """
    origin, _, text = payload.partition(" ")
    return None if origin == own else Change.read(text)
