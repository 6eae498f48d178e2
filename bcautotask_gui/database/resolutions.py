"""Attempts to resolve tickets: one open at a time on a ticket, each step kept."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    insert,
    select,
    update,
)

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.claims import taken_over
from bcautotask_gui.database.ground import Ground, settings_in_force, stale_settings
from bcautotask_gui.database.links import LinkReader
from bcautotask_gui.database.resolution_rows import attempt_of, step_of, values_of
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.resolution import (
    Resolution,
    ResolutionPlan,
    ResolutionState,
    Step,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import NotesSeen

_OPEN = ResolutionState.OPEN.value


class ResolutionStore:
    """Keeps attempts; every transition is a compare-and-set in one transaction.

    A transition of an attempt that somebody else moved on, or that has ended, raises `Failure`
    STALE. Every method raises `Failure` for what kept the database from answering or storing.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections = ground.connections
        self._tables = ground.tables
        self._table = ground.tables.resolution
        self._steps = ground.tables.resolution_step

    def now(self) -> datetime:
        """The database's time, aware, UTC; all spans are judged by it."""
        with self._connections.reading() as connection:
            return connection.execute(select(database_time())).scalar_one()

    def begin(self, plan: ResolutionPlan, instance: Instance, event: AuditEvent) -> Resolution:
        """Begins an attempt, the only open one on its ticket.

        Raises:
            Failure: DISABLED, STALE, TICKET_WORKED_ON.
        """
        with self._connections.writing() as connection:
            self._ground.lock(connection, f"ticket {plan.environment.value} {plan.ticket_id}")
            self._refuse(connection, plan)
            values = {
                **values_of(plan),
                "state": _OPEN,
                "reason": "",
                "version": 1,
                **taken_over(instance, event.operator),
            }
            statement = self._ground.insert(self._table).values(
                created_at=database_time(), changed_at=database_time(), **values
            )
            won = statement.on_conflict_do_nothing().returning(self._table)
            row = connection.execute(won).mappings().first()
            if row is None:
                raise Failure(Kind.TICKET_WORKED_ON, who="Somebody", number=plan.number)
            append(connection, self._tables, event)
            return attempt_of(row, ())

    def seen(self, attempt: Resolution, before: NotesSeen, event: AuditEvent) -> Resolution:
        """Records that the ticket was read, and how its notes stood."""
        values = {
            "highest_note": before.highest,
            "control_note": before.control,
            "author": before.author,
        }
        with self._connections.writing() as connection:
            self._move(connection, attempt, **values)
            self._insert_step(connection, attempt, StepKind.READ, StepState.DONE, event.after)
            append(connection, self._tables, event)
            return self._again(connection, attempt)

    def add(
        self,
        attempt: Resolution,
        kind: StepKind,
        state: StepState,
        event: AuditEvent,
        *,
        value: int | None = None,
    ) -> Resolution:
        """Records a new step; SENDING stamps the database's time."""
        with self._connections.writing() as connection:
            self._move(connection, attempt)
            self._insert_step(connection, attempt, kind, state, event.after, value)
            append(connection, self._tables, event)
            return self._again(connection, attempt)

    def decide(
        self,
        attempt: Resolution,
        state: StepState,
        event: AuditEvent,
        *,
        value: int | None = None,
    ) -> Resolution:
        """Records what became of the pending step; why is told by the event."""
        with self._connections.writing() as connection:
            self._move(connection, attempt)
            self._change_step(
                connection, attempt, state=state.value, value=value, detail=event.after
            )
            append(connection, self._tables, event)
            return self._again(connection, attempt)

    def looked(self, attempt: Resolution, asked_at: datetime) -> Resolution:
        """Counts a look-up that proved that the pending step's note is not there."""
        with self._connections.writing() as connection:
            self._move(connection, attempt)
            looks = self._steps.c.valid_looks + 1
            self._change_step(connection, attempt, valid_looks=looks, last_valid_look=asked_at)
            return self._again(connection, attempt)

    def end(
        self, attempt: Resolution, state: ResolutionState, reason: str, event: AuditEvent
    ) -> Resolution:
        """Ends an attempt of which nothing is pending; others may begin.

        Raises:
            Failure: STALE; UNEXPECTED while a request of it is not decided.
        """
        if attempt.pending:
            raise Failure(Kind.UNEXPECTED, "An attempt with an undecided request cannot end.")
        with self._connections.writing() as connection:
            self._move(connection, attempt, state=state.value, reason=reason)
            append(connection, self._tables, event)
            return self._again(connection, attempt)

    def take_over(self, attempt: Resolution, instance: Instance, event: AuditEvent) -> Resolution:
        """Makes this instance the owner of an attempt that another left behind."""
        with self._connections.writing() as connection:
            self._move(connection, attempt, **taken_over(instance, event.operator))
            append(connection, self._tables, event)
            return self._again(connection, attempt)

    def attempts(self, environment: Environment, ticket_id: int) -> tuple[Resolution, ...]:
        """All attempts on a ticket, the newest first."""
        with self._connections.reading() as connection:
            return self._attempts(connection, *self._on_ticket(environment, ticket_id))

    def open_attempts(self, environment: Environment) -> tuple[Resolution, ...]:
        """All attempts that have not ended, the newest first."""
        table = self._table
        with self._connections.reading() as connection:
            return self._attempts(
                connection, table.c.environment == environment.value, table.c.state == _OPEN
            )

    # one transaction's parts -------------------------------------------------------------------

    def _refuse(self, connection: Connection, plan: ResolutionPlan) -> None:
        settings = settings_in_force(connection, self._tables)
        if not settings.enabled:
            raise Failure(Kind.DISABLED)
        is_same = (settings.version, settings.environment) == (
            plan.settings_version,
            plan.environment,
        )
        if not is_same:
            raise stale_settings(settings)
        table = self._table
        wanted = self._on_ticket(plan.environment, plan.ticket_id)
        newest = select(table).where(*wanted).order_by(table.c.id.desc()).limit(1)
        row = connection.execute(newest).mappings().first()
        if row and row["state"] == _OPEN:
            raise Failure(Kind.TICKET_WORKED_ON, who=row["operator"], number=plan.number)
        if (row["id"] if row else 0) != plan.newest:
            raise Failure(
                Kind.STALE, what="The ticket", who=row["operator"] if row else "a restored database"
            )
        links = LinkReader(self._ground).counting(
            connection, plan.run_id, settings, plan.environment
        )
        if not any(link.ticket_id == plan.ticket_id for link in links):
            raise Failure(Kind.STALE, what="The ticket of the run", who="somebody")

    def _move(self, connection: Connection, attempt: Resolution, **values: Any) -> None:
        """The compare-and-set of every transition.

        Raises:
            Failure: STALE where the attempt is no longer as the caller knows it.
        """
        table = self._table
        moved = (
            update(table)
            .where(
                table.c.id == attempt.id,
                table.c.token == attempt.token,
                table.c.version == attempt.version,
                table.c.state == _OPEN,
            )
            .values(version=table.c.version + 1, changed_at=database_time(), **values)
            .returning(table.c.id)
        )
        if connection.execute(moved).first() is None:
            who = connection.execute(
                select(table.c.operator).where(table.c.id == attempt.id)
            ).scalar()
            raise Failure(Kind.STALE, what="The attempt", who=who or "a restored database")

    def _insert_step(
        self,
        connection: Connection,
        attempt: Resolution,
        kind: StepKind,
        state: StepState,
        detail: str,
        value: int | None = None,
    ) -> None:
        if attempt.pending:
            raise Failure(Kind.UNEXPECTED, "A request of this attempt is not decided yet.")
        connection.execute(
            insert(self._steps).values(
                resolution_id=attempt.id,
                number=len(attempt.steps) + 1,
                kind=kind.value,
                state=state.value,
                value=value,
                detail=detail,
                recorded_at=database_time(),
                sending_at=database_time() if state is StepState.SENDING else None,
                valid_looks=0,
            )
        )

    def _change_step(self, connection: Connection, attempt: Resolution, **values: Any) -> None:
        if attempt.pending is None:
            raise Failure(Kind.UNEXPECTED, "Nothing of this attempt is left to decide.")
        changed = update(self._steps).where(
            self._steps.c.resolution_id == attempt.id,
            self._steps.c.number == attempt.pending.number,
        )
        connection.execute(changed.values(recorded_at=database_time(), **values))

    def _again(self, connection: Connection, attempt: Resolution) -> Resolution:
        (found,) = self._attempts(connection, self._table.c.id == attempt.id)
        return found

    def _attempts(
        self, connection: Connection, *wanted: ColumnElement[bool]
    ) -> tuple[Resolution, ...]:
        chosen = select(self._table).where(*wanted).order_by(self._table.c.id.desc())
        rows = connection.execute(chosen).mappings().all()
        steps = self._steps_of(connection, [row["id"] for row in rows])
        return tuple(attempt_of(row, steps[row["id"]]) for row in rows)

    def _steps_of(
        self, connection: Connection, ids: Collection[int]
    ) -> Mapping[int, Sequence[Step]]:
        table = self._steps
        chosen = (
            select(table)
            .where(self._ground.among(table.c.resolution_id, ids))
            .order_by(table.c.resolution_id, table.c.number)
        )
        found: dict[int, list[Step]] = defaultdict(list)
        for row in connection.execute(chosen).mappings():
            found[row["resolution_id"]].append(step_of(row))
        return found

    def _on_ticket(
        self, environment: Environment, ticket_id: int
    ) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        table = self._table
        return table.c.environment == environment.value, table.c.ticket_id == ticket_id
