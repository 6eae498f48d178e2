"""A look at a database that is not open: can it be reached, and what does it hold."""

from sqlalchemy import Connection, text

from bcautotask_gui.database.addresses import read_address
from bcautotask_gui.database.backupchecks import Backupchecks
from bcautotask_gui.database.connections import Connections
from bcautotask_gui.database.engine import require_file, require_known_level
from bcautotask_gui.database.naming import names_in_force
from bcautotask_gui.database.tables import build
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.schema_report import DatabaseLook
from bcautotask_gui.domain.sentences import say

# the oldest that still gets repairs
OLDEST_SERVER = 13


def look_at(url: str, password: str | None = None) -> DatabaseLook:
    """Looks, and changes nothing; a file that is not there is not made.

    Args:
        url: `sqlite:///file` or `postgresql://user@host/database`.
        password: for a server; one inside the URL is refused.

    Raises:
        Failure: DATABASE_ADDRESS, DATABASE_UNREACHABLE, DATABASE_SIGN_IN, DATABASE_ENCRYPTION,
            DATABASE_TOO_OLD, DATABASE_NEWER, or whatever else the database said.
    """
    address = read_address(url, password)
    if not password and address.password:
        # it would be lost on the way: addresses are kept without
        why = say("a password stands in it, and belongs into the field for it")
        raise Failure(Kind.DATABASE_ADDRESS, why=why)
    require_file(address)
    connections = Connections(address)
    try:
        with connections.reading() as connection:
            if not address.is_sqlite:
                _require_recent(connection, address.label)
            tables = build(connections.dialect)
            is_prepared = require_known_level(connection, tables)
            given = names_in_force(connection, tables) if is_prepared else None
            report = Backupchecks(connection, given).report
        bare = address.url.render_as_string(hide_password=False)
        shown = bare.replace("postgresql+psycopg://", "postgresql://", 1)
        return DatabaseLook(shown, address.label, report, is_prepared)
    finally:
        connections.close()


def _require_recent(connection: Connection, label: str) -> None:
    number = connection.execute(text("SHOW server_version_num")).scalar_one()
    major = int(number) // 10_000
    if major < OLDEST_SERVER:
        raise Failure(
            Kind.DATABASE_TOO_OLD, where=label, found=str(major), oldest=str(OLDEST_SERVER)
        )
