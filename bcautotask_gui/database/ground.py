"""What every store stands on, and the few statements that more than one of them needs."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ARRAY,
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Table,
    Text,
    any_,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.types import TypeEngine

from bcautotask_gui.database.backupchecks import Backupchecks
from bcautotask_gui.database.connections import Connections
from bcautotask_gui.database.documents import from_json
from bcautotask_gui.database.tables import Tables
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Settings


@dataclass(frozen=True)
class Ground:
    """One database: its connections, our tables, and theirs as found."""

    connections: Connections
    tables: Tables
    theirs: Backupchecks

    def insert(self, table: Table) -> Insert:
        """An insert that can say what to do on a conflict, in the same words on both engines."""
        made = postgresql.insert(table) if self.on_postgresql else sqlite.insert(table)
        return cast("Insert", made)

    @property
    def on_postgresql(self) -> bool:
        """Whether the database is shared by a team."""
        return self.connections.dialect == "postgresql"

    def among(self, column: ColumnElement[int], ids: Collection[int]) -> ColumnElement[bool]:
        """Whether a column holds one of many ids; the statement's text is always the same."""
        return self._among(column, bindparam(None, self.listed(ids), self._list_type))

    def among_given(self, column: ColumnElement[int], name: str) -> ColumnElement[bool]:
        """As `among`, in a statement that is built once: `listed` ids go under this name."""
        return self._among(column, bindparam(name, type_=self._list_type))

    def listed(self, ids: Collection[int]) -> Any:
        """Many ids as one value of a statement."""
        return list(ids) if self.on_postgresql else "[" + ",".join(map(str, ids)) + "]"

    @property
    def _list_type(self) -> TypeEngine[Any]:
        return ARRAY(BigInteger) if self.on_postgresql else Text()

    def _among(self, column: ColumnElement[int], ids: BindParameter[Any]) -> ColumnElement[bool]:
        if self.on_postgresql:
            return column == any_(ids)
        values = func.json_each(ids).table_valued("value")
        return column.in_(select(values.c.value))

    def without_case(self, column: ColumnElement[str]) -> ColumnElement[str]:
        """A text for comparing and sorting regardless of case, umlauts included."""
        return func.lower(column) if self.on_postgresql else func.folded(column)

    def contains(self, column: ColumnElement[str], sought: str) -> ColumnElement[bool]:
        """Whether a text holds another, regardless of case; no character is a wildcard."""
        escaped = sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        pattern = self.without_case(bindparam(None, f"%{escaped}%", Text))
        return self.without_case(column).like(pattern, escape="\\")

    def lock_run(self, connection: Connection, run_id: int) -> None:
        """Lets one transaction at a time decide about a run."""
        self.lock(connection, f"run {run_id}")

    def lock(self, connection: Connection, what: str) -> None:
        """Lets one transaction at a time hold a thing; a SQLite writer is alone anyway."""
        if self.on_postgresql:
            key = func.hashtextextended(f"bcautotask {what}", literal_column("0"))
            connection.execute(select(func.pg_advisory_xact_lock(key)))


def settings_in_force(connection: Connection, tables: Tables) -> Settings:
    """The newest settings, or those of a new workspace."""
    table = tables.settings
    row = connection.execute(select(table).order_by(table.c.version.desc()).limit(1)).first()
    return _settings_of(row.document) if row else Settings()


@lru_cache(maxsize=4)
def _settings_of(document: str) -> Settings:
    """Every page reads them, and they hardly ever change."""
    return from_json(Settings, document)


def stale_settings(now: Settings) -> Failure:
    """Somebody saved other settings than those that an act was decided under."""
    return Failure(Kind.STALE, what="The settings", who=now.saved_by or "somebody")


def storage_zone(settings: Settings) -> ZoneInfo:
    """The zone in which Backupchecks stores its times; UTC where the setting is unusable."""
    try:
        return ZoneInfo(settings.storage_zone)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
