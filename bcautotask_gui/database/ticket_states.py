"""How the tickets of runs stand: which are read again, and what was read of them."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, false, func, not_, or_, select, update

from bcautotask_gui.database.claims import Claims
from bcautotask_gui.database.ground import Ground, settings_in_force
from bcautotask_gui.database.outcomes import Outcomes
from bcautotask_gui.database.telling import tell
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_states import TicketSight, WatchedTicket


class TicketStateStore:
    """Snapshots of tickets; every method is one transaction."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections = ground.connections
        self._seen = ground.tables.ticket_snapshot
        self._outcomes = Outcomes(ground, Claims(ground))

    def watched(
        self, environment: Environment, run_ids: Collection[int]
    ) -> tuple[WatchedTicket, ...]:
        """The tickets to be read again, each once: those of these runs, then all open ones."""
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._ground.tables)
            found = list(self._ours(connection, environment, run_ids))
            if environment is settings.mirrored:
                found += self._over_there(connection, environment, run_ids)
        place = {run_id: at for at, run_id in enumerate(run_ids)}
        # the newest of those out of sight are the likeliest to be looked at next
        found.sort(key=lambda row: (place.get(row.run_id, len(place)), -row.ticket_id))
        each_once: dict[int, WatchedTicket] = {}
        for row in found:
            each_once.setdefault(row.ticket_id, _watched(row))
        return tuple(each_once.values())

    def keep(
        self, environment: Environment, seen: Sequence[TicketSight], deleted: Collection[int]
    ) -> None:
        """Keeps what one chunk of answers said, in one transaction.

        By ticket id, whatever the order of the answers: two workstations with other runs in sight
        would otherwise wait for each other's rows.
        """
        sights = {each.ticket.id: each for each in seen}
        with self._connections.writing() as connection:
            for ticket_id in sorted({*sights, *deleted}):
                if ticket_id in sights:
                    self._keep_seen(connection, environment, sights[ticket_id])
                else:
                    self._keep_deleted(connection, environment, ticket_id)

    def _keep_seen(
        self, connection: Connection, environment: Environment, sight: TicketSight
    ) -> None:
        self._outcomes.keep_snapshot(connection, environment, sight.ticket, sight.status_label)
        self._keep_time_entries(connection, environment, sight)

    def _keep_time_entries(
        self, connection: Connection, environment: Environment, sight: TicketSight
    ) -> None:
        if sight.has_time_entries is None and not sight.ticket.is_complete:
            return
        connection.execute(
            update(self._seen)
            .where(
                self._seen.c.environment == environment.value,
                self._seen.c.ticket_id == sight.ticket.id,
            )
            .values(has_time_entries=sight.has_time_entries)
        )

    def _keep_deleted(
        self, connection: Connection, environment: Environment, ticket_id: int
    ) -> None:
        """What was known of it stays; one that was never read gets a row that knows nothing."""
        statement = self._ground.insert(self._seen).values(
            environment=environment.value,
            ticket_id=ticket_id,
            number="",
            title="",
            company_id=0,
            status=0,
            status_label="",
            is_complete=False,
            is_deleted=True,
            is_reopened=False,
            read_at=database_time(),
        )
        again = {"is_deleted": True, "read_at": database_time()}
        keys = ["environment", "ticket_id"]
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=again))
        tell(connection, Change(ChangeKind.TICKET, ticket_id))

    def _ours(
        self, connection: Connection, environment: Environment, run_ids: Collection[int]
    ) -> Iterator[Any]:
        """Links of ours, and tickets that we made and could not record as the run's."""
        link, second = self._ground.tables.ticket_link, self._ground.tables.second_ticket
        for table, counts in ((link, link.c.unlinked_at.is_(None)), (second, second.c.is_ours)):
            on = and_(
                self._seen.c.environment == table.c.environment,
                self._seen.c.ticket_id == table.c.ticket_id,
            )
            chosen = (
                select(table.c.run_id, table.c.ticket_id, table.c.number, *self._known())
                .select_from(table.outerjoin(self._seen, on))
                .where(
                    table.c.environment == environment.value,
                    table.c.ticket_id.is_not(None),
                    counts,
                    or_(self._ground.among(table.c.run_id, run_ids), self._is_open()),
                )
            )
            yield from connection.execute(chosen)

    def _over_there(
        self, connection: Connection, environment: Environment, run_ids: Collection[int]
    ) -> Iterator[Any]:
        """What the web application wrote; of many runs with one ticket the newest stands for it."""
        runs = self._ground.theirs["runs"]
        if not runs.has("ticket_id"):
            return
        on = and_(
            self._seen.c.environment == environment.value,
            self._seen.c.ticket_id == runs["ticket_id"],
        )
        joined = runs.source.outerjoin(self._seen, on)
        in_sight = self._ground.among(runs["id"], run_ids)
        still_there = and_(runs["ticket_deleted_at"].is_(None), self._is_open())
        for condition in (in_sight, and_(not_(in_sight), still_there)):
            chosen = (
                select(
                    func.max(runs["id"]).label("run_id"),
                    runs["ticket_id"].label("ticket_id"),
                    func.max(runs["ticket_number"]).label("number"),
                    *self._known(),
                )
                .select_from(joined)
                .where(runs["ticket_id"].is_not(None), condition)
                .group_by(runs["ticket_id"], *self._known())
            )
            yield from connection.execute(chosen)

    def _known(self) -> tuple[Any, ...]:
        seen = self._seen
        return (seen.c.read_at, seen.c.is_complete, seen.c.is_deleted)

    def _is_open(self) -> Any:
        seen = self._seen
        return not_(or_(func.coalesce(seen.c.is_complete, false()),
                        func.coalesce(seen.c.is_deleted, false())))  # fmt: skip


def _watched(row: Any) -> WatchedTicket:
    return WatchedTicket(
        ticket_id=row.ticket_id,
        number=row.number or "",
        is_read=row.read_at is not None,
        is_complete=bool(row.is_complete),
        is_deleted=bool(row.is_deleted),
    )
