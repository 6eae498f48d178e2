"""Connections to one database: readers that see one moment, writers that hold one transaction."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bcautotask_gui.database.addresses import Address
from bcautotask_gui.database.failures import failure_of
from bcautotask_gui.database.telling import ORIGIN
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.interrupts import CutShortError, Interrupt

_SERVER_SETTINGS = (
    "-c statement_timeout=30s -c lock_timeout=5s -c timezone=UTC "
    "-c idle_in_transaction_session_timeout=60s"
)
_WRITES = "bcautotask_writes"
_LAST = "bcautotask_last"
_CANCEL_WITHIN = 2.0  # seconds for telling the server


def at_the_end(connection: Connection, step: Callable[[], object]) -> None:
    """Leaves a statement to the end of a writing transaction, just before it commits.

    For what everybody has to wait for: held shortest, and no lock is taken after it.
    """
    connection.get_execution_options()[_LAST].append(step)


class Connections:
    """Gives out connections; every error of the driver leaves here as a `Failure`.

    Attributes:
        origin: tells what this application commits from what others do.
    """

    def __init__(self, address: Address) -> None:
        self._address = address
        self.origin = uuid4().hex[:12]
        self._engine = _sqlite(address) if address.is_sqlite else _postgresql(address)
        readers: dict[str, Any] = {}
        if not address.is_sqlite:
            readers = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._readers = self._engine.execution_options(**readers)
        self._writers = self._engine.execution_options(**{_WRITES: True, ORIGIN: self.origin})

    @property
    def dialect(self) -> str:
        """The engine's name: postgresql or sqlite."""
        return self._engine.dialect.name

    @property
    def driver_error(self) -> type[Exception]:
        """What the driver of this engine raises; the other one is not loaded."""
        dbapi: Any = self._engine.dialect.dbapi
        return cast("type[Exception]", dbapi.Error)

    @property
    def label(self) -> str:
        """The database's short name, for people."""
        return self._address.label

    @contextmanager
    def reading(self, interrupt: Interrupt | None = None) -> Iterator[Connection]:
        """One moment of the database, however many statements look at it.

        Args:
            interrupt: cuts a statement short on the server as well; the connection stays whole.

        Raises:
            Failure: whatever kept the database from answering.
            CutShortError: nobody waits for the answer any more.
        """
        with (
            self._failures(writing=False, interrupt=interrupt),
            self._readers.begin() as connection,
            self._within_reach(interrupt, connection),
        ):
            yield connection

    def _within_reach(
        self, interrupt: Interrupt | None, connection: Connection
    ) -> AbstractContextManager[None]:
        """Ends before the connection is given back: a cut must not strike its next user."""
        if interrupt is None:
            return nullcontext()
        line: Any = connection.connection.driver_connection
        if self._address.is_sqlite:
            return interrupt.reaching(line.interrupt)
        return interrupt.reaching(partial(line.cancel_safe, timeout=_CANCEL_WITHIN))

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: committed at the end of the block, undone where it raises.

        Raises:
            Failure: whatever kept the database from storing it.
        """
        with self._failures(writing=True), self._writers.begin() as connection:
            last: list[Callable[[], object]] = []
            connection.execution_options(**{_LAST: last})
            yield connection
            for step in last:
                step()

    def apart(self) -> Any:
        """A connection as the driver makes it, prepared like all, that its holder closes.

        It does not count in the pool, so it may be kept for as long as the application runs.

        Raises:
            Failure: whatever kept the database from answering.
        """
        with self._failures(writing=False):
            connection = self._engine.connect()
            line = connection.connection.driver_connection
            connection.detach()
            return line

    def failure_of(self, error: Exception) -> Failure:
        """The failure that an error on a connection apart means: the connection is lost.

        Args:
            error: what the driver raised.
        """
        lost = DBAPIError(None, None, error, connection_invalidated=True)
        return failure_of(lost, self.label, self._redacted, writing=False)

    def close(self) -> None:
        """Gives all connections back to the system."""
        self._engine.dispose()

    @contextmanager
    def _failures(self, *, writing: bool, interrupt: Interrupt | None = None) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error) as error:
            if interrupt is not None and interrupt.asked:
                raise CutShortError from error
            # long lists are read from the driver's own cursor, whose errors come as they are
            told = error if isinstance(error, SQLAlchemyError) else DBAPIError(None, None, error)
            raise failure_of(told, self.label, self._redacted, writing=writing) from error

    def _redacted(self, text: str) -> str:
        password = self._address.password
        return text.replace(password, "***") if password else text


def _postgresql(address: Address) -> Engine:
    from bcautotask_gui.database.odd_times import tolerate_odd_times  # the driver comes with it

    try:
        engine = create_engine(
            address.url,
            pool_size=4,
            max_overflow=4,
            pool_timeout=10,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={
                "application_name": "bcautotask-gui",
                "connect_timeout": 5,
                "keepalives": 1,
                "keepalives_idle": 30,
                "keepalives_interval": 10,
                "keepalives_count": 3,
                "options": _SERVER_SETTINGS,
                # not in the URL: an engine shows its URL to whoever asks
                **({"password": address.password} if address.password else {}),
            },
        )
    except SQLAlchemyError as error:
        raise Failure(Kind.DATABASE_ADDRESS, why=str(error)) from None
    event.listen(engine, "connect", tolerate_odd_times)
    return engine


def _sqlite(address: Address) -> Engine:
    engine = create_engine(
        address.url,
        hide_parameters=True,
        pool_size=4,
        max_overflow=4,
        pool_timeout=10,
        connect_args={"timeout": 5},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(driver: sqlite3.Connection, _record: object) -> None:
    driver.isolation_level = None  # the driver would begin too late, and never as a writer
    driver.create_function("folded", 1, _folded, deterministic=True)
    driver.execute("PRAGMA foreign_keys = ON")
    # a file that may not be written keeps the mode it has; writing will say so
    with suppress(sqlite3.OperationalError):
        driver.execute("PRAGMA journal_mode = WAL")


def _folded(text: object) -> str | None:
    """For comparing without regard to case, also beyond ASCII."""
    return None if text is None else str(text).casefold()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
