"""The shared settings and the picklists that Autotask offered: one document per version."""

from dataclasses import replace

from sqlalchemy import Connection, func, select

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.documents import from_json, to_json
from bcautotask_gui.database.ground import Ground, settings_in_force, stale_settings
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.settings import Environment, Settings


class SettingsStore:
    """The settings shared by everyone on one database; every version ever saved stays."""

    def __init__(self, ground: Ground) -> None:
        self._connections = ground.connections
        self._tables = ground.tables
        self._ground = ground
        self._workspace = ""

    def workspace_id(self) -> str:
        """The id of this workspace; it never changes, so it is read once.

        Raises:
            Failure: what kept the database from answering.
        """
        if not self._workspace:
            with self._connections.reading() as connection:
                self._workspace = connection.execute(
                    select(self._tables.workspace.c.id)
                ).scalar_one()
        return self._workspace

    def read(self) -> Settings:
        """The settings in force.

        Raises:
            Failure: what kept the database from answering.
        """
        with self._connections.reading() as connection:
            return settings_in_force(connection, self._tables)

    def version(self) -> int:
        """The version in force; 0 before anything was saved."""
        with self._connections.reading() as connection:
            return (
                connection.execute(select(func.max(self._tables.settings.c.version))).scalar() or 0
            )

    def save(self, settings: Settings, event: AuditEvent) -> Settings:
        """Saves what was changed from `settings.version`.

        The version is the key of its row: of two who save at once one finds it taken.

        Raises:
            Failure: STALE where somebody saved a newer version meanwhile.
        """
        with self._connections.writing() as connection:
            before = settings_in_force(connection, self._tables)
            if before.version != settings.version:
                raise stale_settings(before)
            saved = self._stamped(connection, settings, event)
            if saved is None:
                raise stale_settings(settings_in_force(connection, self._tables))
            append(connection, self._tables, event)
            return saved

    def _stamped(
        self, connection: Connection, settings: Settings, event: AuditEvent
    ) -> Settings | None:
        table = self._tables.settings
        at = connection.execute(select(database_time())).scalar_one()
        saved = replace(
            settings,
            version=settings.version + 1,
            saved_by=event.operator,
            saved_at=at.isoformat(timespec="seconds"),
        )
        kept = select(table.c.document).where(table.c.version == settings.version)
        document = to_json(saved, connection.execute(kept).scalar() or "")
        row = {"version": saved.version, "document": document, "saved_by": event.operator}
        statement = self._ground.insert(table).values(saved_at=at, **row).on_conflict_do_nothing()
        won = connection.execute(statement.returning(table.c.version)).scalar()
        return saved if won is not None else None

    def reference_data(self, environment: Environment) -> ReferenceData | None:
        """The picklists as last kept, or None where they were never read."""
        table = self._tables.reference_data
        chosen = select(table.c.document).where(table.c.environment == environment.value)
        with self._connections.reading() as connection:
            document = connection.execute(chosen).scalar()
        return from_json(ReferenceData, document) if document else None

    def keep_reference_data(
        self, environment: Environment, data: ReferenceData, event: AuditEvent
    ) -> None:
        """Keeps freshly read picklists in place of the former ones.

        Raises:
            Failure: what kept the database from storing them.
        """
        new = {"document": to_json(data), "read_at": data.read_at}
        statement = self._ground.insert(self._tables.reference_data).values(
            environment=environment.value, **new
        )
        with self._connections.writing() as connection:
            connection.execute(
                statement.on_conflict_do_update(index_elements=["environment"], set_=new)
            )
            append(connection, self._tables, event)
