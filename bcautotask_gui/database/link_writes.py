"""Links of runs to tickets that exist: made, typed and taken away under the lock of the run."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select, update

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.claims import Claims, listed
from bcautotask_gui.database.ground import Ground, settings_in_force, stale_settings
from bcautotask_gui.database.holders import holders_of, second_of_run
from bcautotask_gui.database.outcomes import Outcomes
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import LinkOrder, SecondTicket, TicketHolder
from bcautotask_gui.domain.sentences import recalled, say
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.ticket_numbers import same_number
from bcautotask_gui.domain.tickets import Claim, ClaimState, Origin, TicketLink

_SENT = (ClaimState.SENDING, ClaimState.UNKNOWN)


class LinkStore:
    """One link per run in each environment, and one number typed by hand.

    Every method raises `Failure` for what kept the database from answering or storing.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections = ground.connections
        self._table = ground.tables.ticket_link
        self._claims = Claims(ground)
        self._outcomes = Outcomes(ground, self._claims)

    def link(self, order: LinkOrder, status_label: str, event: AuditEvent) -> TicketLink:
        """Links a run to a ticket; an attempt that is not decided is ended by it.

        A number typed by hand stays beside it: nobody knows whether it is of this environment
        alone, so it goes on counting in the other.

        Raises:
            Failure: DISABLED, STALE, HAS_TICKET.
        """
        with self._connections.writing() as connection:
            self._ground.lock_run(connection, order.run_id)
            settings = settings_in_force(connection, self._ground.tables)
            _refuse_other_settings(order, settings)
            self._refuse_other_link(connection, order)
            self._end(connection, order.run_id, order.environment, order.claim, order.ticket.id)
            made = self._insert(
                connection,
                order.run_id,
                order.ticket.number,
                event,
                origin=Origin.LINKED,
                environment=order.environment.value,
                ticket_id=order.ticket.id,
                mirror_pending=order.environment is settings.mirrored,
            )
            self._outcomes.keep_snapshot(connection, order.environment, order.ticket, status_label)
            append(connection, self._ground.tables, event)
            return made

    def type_number(
        self,
        run_id: int,
        number: str,
        settings_version: int,
        claims: Sequence[Claim],
        event: AuditEvent,
    ) -> TicketLink:
        """Keeps a number typed by hand; it counts in each environment.

        Raises:
            Failure: STALE, HAS_TICKET.
        """
        with self._connections.writing() as connection:
            self._ground.lock_run(connection, run_id)
            settings = settings_in_force(connection, self._ground.tables)
            if settings.version != settings_version:
                raise stale_settings(settings)
            self._refuse_any_link(connection, run_id, settings.environment)
            for environment in Environment:
                seen = next((each for each in claims if each.environment is environment), None)
                self._end(connection, run_id, environment, seen)
            made = self._insert(
                connection,
                run_id,
                number,
                event,
                origin=Origin.MANUAL,
                environment=None,
                ticket_id=None,
                mirror_pending=False,
            )
            append(connection, self._ground.tables, event)
            return made

    def unlink(self, link: TicketLink, reason: str, event: AuditEvent) -> None:
        """Takes a link away; its row stays, with who took it away and why.

        Raises:
            Failure: STALE where it is no longer there.
        """
        table = self._table
        with self._connections.writing() as connection:
            self._ground.lock_run(connection, link.run_id)
            gone = connection.execute(
                update(table)
                .where(
                    table.c.id == link.id,
                    table.c.run_id == link.run_id,
                    table.c.number == link.number,
                    table.c.unlinked_at.is_(None),
                )
                .values(
                    unlinked_at=database_time(),
                    unlinked_by=event.operator,
                    unlink_reason=reason,
                    mirror_pending=table.c.is_mirrored,
                )
                .returning(table.c.id)
            ).first()
            if gone is None:
                raise Failure(Kind.STALE, what="The link", who="somebody")
            append(connection, self._ground.tables, event)

    def holders(
        self, environment: Environment, ticket_ids: Collection[int]
    ) -> Mapping[int, tuple[TicketHolder, ...]]:
        """The runs that have these tickets, by ticket, whoever wrote it."""
        if not ticket_ids:
            return {}
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._ground.tables)
            return holders_of(self._ground, connection, settings, environment, ticket_ids)

    def second_tickets(self, run_id: int, environment: Environment) -> tuple[SecondTicket, ...]:
        """Tickets that conflict with a run, the oldest first."""
        with self._connections.reading() as connection:
            return second_of_run(self._ground, connection, run_id, environment)

    def _end(
        self,
        connection: Connection,
        run_id: int,
        environment: Environment,
        seen: Claim | None,
        ticket_id: int | None = None,
    ) -> None:
        """Ends the run's attempt; one that was not sent is given back, a decided one stays.

        An offer is decided by linking the very ticket that was offered.

        Raises:
            Failure: STALE where the attempt is not as the decision saw it.
        """
        now = self._claims.of_run(connection, run_id, environment)
        if (now and (now.id, now.token, now.version)) != (
            seen and (seen.id, seen.token, seen.version)
        ):
            who = now.operator if now else "somebody"
            raise Failure(Kind.STALE, what="The attempt", who=who)
        if now is None:
            return
        offered = listed([each for each in now.offered if each != ticket_id])
        if now.state in _SENT:
            state, reason = ClaimState.ENDED_BY_LINK, "the run was linked; its ticket may yet come"
            values = {"state": state.value, "reason": reason, "offered": offered}
            self._claims.move(connection, now, _SENT, **values)
        elif now.state is ClaimState.CLAIMED:
            state, reason = ClaimState.RELEASED, "the run was linked before anything was sent"
            self._claims.move(connection, now, (now.state,), state=state.value, reason=reason)

    def _refuse_other_link(self, connection: Connection, order: LinkOrder) -> None:
        for row in self._links(connection, order.run_id, order.environment):
            if row.environment is not None or not same_number(row.number, order.ticket.number):
                raise _has(row)

    def _refuse_any_link(
        self, connection: Connection, run_id: int, environment: Environment
    ) -> None:
        for row in self._links(connection, run_id, environment):
            raise _has(row)

    def _links(self, connection: Connection, run_id: int, environment: Environment) -> Any:
        table = self._table
        return connection.execute(
            select(table).where(
                table.c.run_id == run_id,
                table.c.unlinked_at.is_(None),
                or_(table.c.environment == environment.value, table.c.environment.is_(None)),
            )
        ).all()

    def _insert(
        self,
        connection: Connection,
        run_id: int,
        number: str,
        event: AuditEvent,
        *,
        origin: Origin,
        **values: Any,
    ) -> TicketLink:
        table = self._table
        statement = self._ground.insert(table).values(
            run_id=run_id,
            number=number,
            origin=origin.value,
            operator=event.operator,
            created_at=database_time(),
            unlinked_by="",
            unlink_reason="",
            is_mirrored=False,
            mirror_note="",
            **values,
        )
        made = statement.on_conflict_do_nothing().returning(table)
        row = connection.execute(made).first()
        if row is None:  # the keys of the table say that somebody was quicker
            raise Failure(Kind.HAS_TICKET, number=say("another"), origin=say("linked meanwhile"))
        return TicketLink(
            id=row.id,
            environment=Environment(row.environment) if row.environment else None,
            run_id=run_id,
            ticket_id=row.ticket_id,
            number=number,
            origin=origin,
            operator=row.operator,
            created_at=row.created_at,
            mirror_pending=row.mirror_pending,
        )


def _refuse_other_settings(order: LinkOrder, settings: Settings) -> None:
    if not settings.enabled:
        raise Failure(Kind.DISABLED)
    now = (settings.version, settings.environment, settings.current.database_id)
    if now != (order.settings_version, order.environment, order.database_id):
        raise stale_settings(settings)


def _has(row: Any) -> Failure:
    return Failure(Kind.HAS_TICKET, number=row.number or row.ticket_id, origin=recalled(row.origin))
