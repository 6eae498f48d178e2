"""What is kept of tickets that exist: the link of a run, a second ticket, what was last read."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, false, or_, select, update

from bcautotask_gui.database.claims import Claims
from bcautotask_gui.database.ground import Ground, settings_in_force
from bcautotask_gui.database.telling import tell
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim, ClaimState, Origin, Ticket


@dataclass(frozen=True)
class Outcomes:
    """Each method works on a connection at hand."""

    ground: Ground
    claims: Claims

    def record(
        self,
        connection: Connection,
        claim: Claim,
        ticket_id: int,
        number: str,
        event: AuditEvent,
    ) -> Claim | None:
        """Makes a ticket that exists the claim's own.

        The claim's version does not matter here: the ticket exists, whoever moved the claim on.

        Returns:
            The claim as it is now, or None where the ticket can only be a second one.
        """
        self.ground.lock_run(connection, claim.run_id)
        now = self.claims.held(connection, claim.id)
        if now is None or not _is_the_same_attempt(now, claim):
            return None
        if now.state is ClaimState.CREATED and now.ticket_id == ticket_id:
            return now
        # two runs may be offered one ticket; of two who accept it at once one must see the other
        self.ground.lock(connection, f"ticket {claim.environment.value} {ticket_id}")
        if self.claims.of_ticket(connection, claim.environment, ticket_id) is not None:
            return None
        if now.state is ClaimState.ENDED_BY_LINK:
            # a person may have linked the very ticket that the attempt had made
            if not self._is_linked(connection, now, ticket_id):
                return None
        elif not now.state.is_open or not self._link(
            connection, now, ticket_id, number, event.operator
        ):
            return None
        return self.claims.move_whatever_version(
            connection,
            now.id,
            state=ClaimState.CREATED.value,
            ticket_id=ticket_id,
            offered="[]",
            reason="",
        )

    def keep_second(
        self,
        connection: Connection,
        claim: Claim,
        ticket_id: int,
        event: AuditEvent,
        *,
        number: str = "",
        is_ours: bool,
        why: str,
    ) -> None:
        """Keeps a ticket that conflicts; told twice, it is kept once."""
        statement = self.ground.insert(self.ground.tables.second_ticket).values(
            environment=claim.environment.value,
            run_id=claim.run_id,
            ticket_id=ticket_id,
            claim_id=claim.id,
            number=number,
            is_ours=is_ours,
            why=why,
            operator=event.operator,
            seen_at=database_time(),
        )
        connection.execute(statement.on_conflict_do_nothing())

    def keep_snapshot(
        self, connection: Connection, environment: Environment, ticket: Ticket, label: str
    ) -> None:
        """Keeps how a ticket stands; a link without a number gets it, and keeps it for ever."""
        seen, link = self.ground.tables.ticket_snapshot, self.ground.tables.ticket_link
        new = {
            "number": ticket.number,
            "title": ticket.title,
            "company_id": ticket.company_id,
            "status": ticket.status,
            "status_label": label,
            "is_complete": ticket.is_complete,
            "is_deleted": False,
            "read_at": database_time(),
        }
        statement = self.ground.insert(seen).values(
            environment=environment.value, ticket_id=ticket.id, is_reopened=False, **new
        )
        keys = ["environment", "ticket_id"]
        was_complete = or_(seen.c.is_complete, seen.c.is_reopened)
        again = {**new, "is_reopened": false() if ticket.is_complete else was_complete}
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=again))
        connection.execute(
            update(link)
            .where(
                link.c.environment == environment.value,
                link.c.ticket_id == ticket.id,
                link.c.number == "",
            )
            .values(number=ticket.number, mirror_pending=True)
        )
        tell(connection, Change(ChangeKind.TICKET, ticket.id))

    def keep_snapshots(
        self, connection: Connection, environment: Environment, tickets: Iterable[Ticket]
    ) -> None:
        """Keeps tickets whose status nobody put into a word yet."""
        for ticket in sorted(tickets, key=lambda each: each.id):  # as everybody else locks them
            self.keep_snapshot(connection, environment, ticket, "")

    def _is_linked(self, connection: Connection, claim: Claim, ticket_id: int) -> bool:
        link = self.ground.tables.ticket_link
        chosen = select(link.c.id).where(
            link.c.environment == claim.environment.value,
            link.c.run_id == claim.run_id,
            link.c.ticket_id == ticket_id,
            link.c.unlinked_at.is_(None),
        )
        return connection.execute(chosen).first() is not None

    def _link(
        self, connection: Connection, claim: Claim, ticket_id: int, number: str, operator: str
    ) -> bool:
        settings = settings_in_force(connection, self.ground.tables)
        link = self.ground.tables.ticket_link
        statement = self.ground.insert(link).values(
            environment=claim.environment.value,
            run_id=claim.run_id,
            ticket_id=ticket_id,
            number=number,
            origin=Origin.CREATED.value,
            operator=operator,
            created_at=database_time(),
            unlinked_by="",
            unlink_reason="",
            is_mirrored=False,
            mirror_pending=claim.environment is settings.mirrored,
            mirror_note="",
        )
        made = statement.on_conflict_do_nothing().returning(link.c.id)
        return connection.execute(made).first() is not None


def _is_the_same_attempt(now: Claim, claim: Claim) -> bool:
    """After a restore the same serial may stand for another run's attempt."""
    return (now.environment, now.run_id, now.marker.stem) == (
        claim.environment,
        claim.run_id,
        claim.marker.stem,
    )
