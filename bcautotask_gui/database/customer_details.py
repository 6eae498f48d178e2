"""What the panel tells of one customer: its last run, what waits, open tickets, the trail."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from bcautotask_gui.database.audit import entries_of
from bcautotask_gui.database.ground import Ground, settings_in_force, storage_zone
from bcautotask_gui.database.run_filters import RunFilter
from bcautotask_gui.database.run_rows import RowReader
from bcautotask_gui.database.times import from_their_clock
from bcautotask_gui.domain.customers import CustomerDetail, CustomerRow, MappingEntry, OpenTicket
from bcautotask_gui.domain.runs import RunQuery, RunRow, RunView
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.ticket_rules import without_ticket

MOST_TICKETS = 50


@dataclass(frozen=True)
class DetailReader:
    """Reads on a connection at hand; one customer at a time, since each costs a few statements."""

    ground: Ground

    def of(
        self, connection: Connection, row: CustomerRow, environment: Environment
    ) -> CustomerDetail:
        """Everything about this customer, as its environment has it."""
        settings = settings_in_force(connection, self.ground.tables)
        tickets = self._open_tickets(connection, row.id, settings, environment)
        return CustomerDetail(
            row=self._with_last_run(connection, row, settings),
            waiting=self._waiting(connection, row.id, settings, environment),
            open_tickets=tickets[:MOST_TICKETS],
            has_more_tickets=len(tickets) > MOST_TICKETS,
            history=self._history(connection, row.id, environment),
        )

    def _with_last_run(
        self, connection: Connection, row: CustomerRow, settings: Settings
    ) -> CustomerRow:
        runs, jobs = self.ground.theirs["runs"], self.ground.theirs["jobs"]
        own = select(jobs["id"]).where(jobs["customer_id"] == row.id)
        last = select(func.max(runs["run_at"])).where(runs["job_id"].in_(own))
        at = from_their_clock(connection.execute(last).scalar(), storage_zone(settings))
        return replace(row, last_run_at=at)

    def _waiting(
        self,
        connection: Connection,
        customer_id: int,
        settings: Settings,
        environment: Environment,
    ) -> int:
        query = RunQuery(
            environment,
            RunView.NEEDS_TICKET,
            customer_id=customer_id,
            without_ticket=without_ticket(settings.environments[environment].defaults),
        )
        ids = RunFilter(self.ground, settings, query).ids().order_by(None)
        counted = select(func.count()).select_from(ids.subquery("waiting"))
        return int(connection.execute(counted).scalar_one())

    def _open_tickets(
        self,
        connection: Connection,
        customer_id: int,
        settings: Settings,
        environment: Environment,
    ) -> tuple[OpenTicket, ...]:
        query = RunQuery(environment, RunView.OPEN_TICKETS, customer_id=customer_id)
        chosen = RunFilter(self.ground, settings, query).ids().limit(MOST_TICKETS + 1)
        ids = list(connection.execute(chosen).scalars())
        rows = RowReader(self.ground).rows(connection, ids, settings, environment)
        # one ticket may stand for several runs; the newest run is told
        tickets = {each.number: each for row in reversed(rows) if (each := _ticket_of(row))}
        return tuple(reversed(tickets.values()))

    def _history(
        self, connection: Connection, customer_id: int, environment: Environment
    ) -> tuple[MappingEntry, ...]:
        entries = entries_of(connection, self.ground.tables, f"customer {customer_id}")
        return tuple(
            MappingEntry(
                each.at, each.event.operator, each.event.act.value, each.event.before,
                each.event.after,
            )
            for each in entries
            if each.event.environment == environment.value
        )  # fmt: skip


def _ticket_of(row: RunRow) -> OpenTicket | None:
    if row.ticket is None:
        return None
    number = row.ticket.number or f"id {row.ticket.ticket_id}"
    return OpenTicket(number, row.ticket.label, row.job, row.run_at)
