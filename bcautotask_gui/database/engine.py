"""Opens a database: checks its level, prepares it where allowed, and hands out its stores."""

from pathlib import Path

from sqlalchemy import Connection, Row, inspect, select

from bcautotask_gui.database.addresses import Address, read_address
from bcautotask_gui.database.audit import AuditReader
from bcautotask_gui.database.backupchecks import Backupchecks
from bcautotask_gui.database.budget import CallBudget
from bcautotask_gui.database.connections import Connections
from bcautotask_gui.database.customers import CustomerStore
from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.instances import Instances
from bcautotask_gui.database.link_writes import LinkStore
from bcautotask_gui.database.mirror import Mirror
from bcautotask_gui.database.naming import NamingStore, names_in_force
from bcautotask_gui.database.resolutions import ResolutionStore
from bcautotask_gui.database.reviews import ReviewStore
from bcautotask_gui.database.run_groups import RunGroupStore
from bcautotask_gui.database.runs import RunStore
from bcautotask_gui.database.settings import SettingsStore
from bcautotask_gui.database.tables import LEVEL, Tables, build
from bcautotask_gui.database.ticket_states import TicketStateStore
from bcautotask_gui.database.tickets import TicketStore
from bcautotask_gui.database.users import UserStore
from bcautotask_gui.database.watch import watch_of
from bcautotask_gui.database.web_settings import WebSettingsReader
from bcautotask_gui.domain.errors import Failure, Kind


class Database:
    """One open database with its stores.

    Attributes:
        report: what was found of the tables of Backupchecks, and what was not.
    """

    def __init__(self, connections: Connections, instance: str = "") -> None:
        tables = build(connections.dialect)
        with connections.reading() as connection:
            theirs = Backupchecks(connection, names_in_force(connection, tables))
        self._ground = ground = Ground(connections, tables, theirs)
        self.report = theirs.report
        mirror = Mirror(ground)
        self.settings = SettingsStore(ground)
        self.naming = NamingStore(ground)
        self.customers = CustomerStore(ground, mirror)
        self.runs = RunStore(ground, instance)
        self.run_groups = RunGroupStore(ground)
        self.tickets = TicketStore(ground, mirror)
        self.links = LinkStore(ground)
        self.ticket_states = TicketStateStore(ground)
        self.reviews = ReviewStore(ground)
        self.resolutions = ResolutionStore(ground)
        self.budget = CallBudget(ground)
        self.instances = Instances(ground)
        self.audit = AuditReader(ground)
        self.users = UserStore(ground)
        self.web_settings = WebSettingsReader(ground)
        self.watch = watch_of(connections, tables)

    @property
    def is_shared(self) -> bool:
        """Whether a team works on it: a server, not a file."""
        return self._ground.on_postgresql

    @property
    def label(self) -> str:
        """Its short name, such as "backupchecks @ db01" or a file's name."""
        return self._ground.connections.label

    def close(self) -> None:
        """Gives unused calls and all connections back."""
        self.budget.close()
        self._ground.connections.close()


def open_database(
    url: str, *, password: str | None = None, may_migrate: bool, instance: str = ""
) -> Database:
    """Opens a database, with our tables at the level that this version writes.

    Args:
        url: `sqlite:///file` or `postgresql://user@host/database`.
        password: for a server; leads over one inside the URL.
        may_migrate: whether our tables may be made or upgraded now.
        instance: the id of this application, so that its own work is told from others'.

    Raises:
        Failure: DATABASE_ADDRESS, DATABASE_UNREACHABLE, DATABASE_SIGN_IN, DATABASE_NEWER,
            DATABASE_NOT_PREPARED with the tables that are `missing` where it holds nothing of
            Backupchecks, or whatever else the database said.
    """
    address = read_address(url, password)
    if not may_migrate:
        require_file(address)
    connections = Connections(address)
    try:
        _prepare(connections, may_migrate=may_migrate)
        return Database(connections, instance)
    except BaseException:
        connections.close()
        raise


def require_file(address: Address) -> None:
    """Connecting would make an empty file where there is none.

    Raises:
        Failure: DATABASE_UNREACHABLE.
    """
    name = address.url.database or ""
    if address.is_sqlite and not name.startswith("file:") and not Path(name).exists():
        raise Failure(Kind.DATABASE_UNREACHABLE, f"no file {name}", where=address.label)


def _prepare(connections: Connections, *, may_migrate: bool) -> None:
    tables = build(connections.dialect)
    with connections.reading() as connection:
        if require_known_level(connection, tables):
            return
        report = Backupchecks(connection).report
    if not may_migrate:
        missing = ", ".join(part.table for part in report.missing) if report.is_empty else ""
        raise Failure(Kind.DATABASE_NOT_PREPARED, missing=missing)
    from bcautotask_gui.database.migrate import migrate  # alembic is slow to import, rarely needed

    try:
        migrate(connections)
    except Failure as failure:
        if failure.kind is Kind.DATABASE_READ_ONLY:
            raise Failure(Kind.DATABASE_NOT_PREPARED, failure.detail) from failure
        raise


def require_known_level(connection: Connection, tables: Tables) -> bool:
    """Whether our tables are there, at the level that this version writes.

    Raises:
        Failure: DATABASE_NEWER where a newer version made them.
    """
    known = _workspace(connection, tables)
    if known and known.oldest_writer > LEVEL:
        raise Failure(Kind.DATABASE_NEWER, found=f"level {known.level}")
    return bool(known and known.level >= LEVEL)


def _workspace(connection: Connection, tables: Tables) -> Row[tuple[object, ...]] | None:
    table = tables.workspace
    if not inspect(connection).has_table(table.name, schema=table.schema):
        return None
    return connection.execute(select(table)).first()
