"""Which applications are alive on this database: a heartbeat each."""

from datetime import timedelta

from sqlalchemy import Connection, select, update

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.tables import Tables
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.operators import Instance


class Instances:
    """Heartbeats, judged by the database's clock alone."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections = ground.connections
        self._table = ground.tables.instance

    def beat(self, instance: Instance, operator: str) -> None:
        """Says that this instance lives.

        Raises:
            Failure: what kept the database from storing it.
        """
        alive = {"beat_at": database_time(), "operator": operator, "ended_at": None}
        statement = self._ground.insert(self._table).values(
            id=instance.id,
            profile=instance.profile,
            workstation=instance.workstation,
            started_at=database_time(),
            **alive,
        )
        with self._connections.writing() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=alive))

    def alive(self, within_seconds: float) -> frozenset[str]:
        """The ids of instances with a heartbeat not older than this."""
        with self._connections.reading() as connection:
            return alive_instances(connection, self._ground.tables, within_seconds)

    def end(self, instance: Instance) -> None:
        """Says that this instance has ended."""
        table = self._table
        ended = update(table).where(table.c.id == instance.id).values(ended_at=database_time())
        with self._connections.writing() as connection:
            connection.execute(ended)


def alive_instances(
    connection: Connection, tables: Tables, within_seconds: float
) -> frozenset[str]:
    """The ids of instances with a heartbeat not older than this, read on a connection at hand."""
    table = tables.instance
    now = connection.execute(select(database_time())).scalar_one()
    since = now - timedelta(seconds=within_seconds)
    chosen = select(table.c.id).where(table.c.ended_at.is_(None), table.c.beat_at >= since)
    return frozenset(connection.execute(chosen).scalars())
