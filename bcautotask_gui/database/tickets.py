"""Claims and the tickets that come of them: every transition one short transaction."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.claim_checks import ClaimChecks
from bcautotask_gui.database.claims import OPEN, Claims, claim_of, listed, taken_over
from bcautotask_gui.database.ground import Ground, settings_in_force
from bcautotask_gui.database.holders import (
    held_by_others,
    newest_sent,
    who_linked,
    without_number,
)
from bcautotask_gui.database.links import LinkReader
from bcautotask_gui.database.mirror import Mirror
from bcautotask_gui.database.outcomes import Outcomes
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim, ClaimState, Ticket, TicketDraft, TicketLink

# an attempt that a link ended is still looked for, since its ticket may yet turn up
_LOOKED_FOR = (*OPEN, ClaimState.ENDED_BY_LINK)


class TicketStore:
    """Keeps one attempt per run, and every ticket that came of one.

    A transition of a claim that somebody else moved on raises `Failure` STALE, save `created`
    and `adopted`, which never drop a ticket that exists. Every method raises `Failure` for what
    kept the database from answering or storing.
    """

    def __init__(self, ground: Ground, mirror: Mirror) -> None:
        self._ground = ground
        self._connections = ground.connections
        self._tables = ground.tables
        self._claims = Claims(ground)
        self._checks = ClaimChecks(ground, self._claims)
        self._outcomes = Outcomes(ground, self._claims)
        self._mirror = mirror

    def now(self) -> datetime:
        """The database's time, aware, UTC; all spans are judged by it."""
        with self._connections.reading() as connection:
            return connection.execute(select(database_time())).scalar_one()

    def claim(self, draft: TicketDraft, instance: Instance, event: AuditEvent) -> Claim:
        """Claims the run for one attempt, under one lock per run.

        Raises:
            Failure: DISABLED, STALE, HAS_TICKET, WORKED_ON, RUN_GONE; BLOCKED for a draft
                without a company.
        """
        if draft.company_id is None:
            raise Failure(Kind.BLOCKED, reason="The draft names no company.")
        with self._connections.writing() as connection:
            self._ground.lock_run(connection, draft.run_id)
            self._lock_their_row(connection, draft.run_id)
            self._checks.refuse(connection, draft)
            claim = self._claims.insert(connection, draft, instance, event.operator)
            if claim is None:  # the same report was claimed as another run in this very moment
                self._checks.refuse_for_claim(connection, draft)
                raise Failure(Kind.WORKED_ON, who="somebody")
            append(connection, self._tables, event)
            return claim

    def sending(self, claim: Claim, event: AuditEvent) -> Claim:
        """Commits that the request goes out now.

        Stamps the time anew at each repetition; look-ups from before no longer count. A ticket
        that was offered and not decided about closes the claim to sending.
        """
        self._refuse_undecided(claim)
        states = (ClaimState.CLAIMED, ClaimState.SENDING)
        return self._move(
            claim,
            states,
            event,
            state=ClaimState.SENDING.value,
            sending_at=database_time(),
            valid_looks=0,
            last_valid_look=None,
        )

    def created(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        """Records the new ticket before anything else about it is known.

        A claim that is released or ended, or none at all, keeps it as a second ticket.

        Returns:
            The claim as it stands now; RELEASED where the database knows it no longer.
        """
        return self._record(claim, ticket_id, "", event)

    def adopted(self, claim: Claim, ticket: Ticket, event: AuditEvent) -> Claim:
        """Records a ticket found by its marker as this run's, likewise."""
        return self._record(claim, ticket.id, ticket.number, event)

    def _record(self, claim: Claim, ticket_id: int, number: str, event: AuditEvent) -> Claim:
        with self._connections.writing() as connection:
            append(connection, self._tables, event)
            done = self._outcomes.record(connection, claim, ticket_id, number, event)
            if done is not None:
                return done
            now = self._claims.held(connection, claim.id)
            holder = self._claims.of_ticket(connection, claim.environment, ticket_id)
            self._outcomes.keep_second(
                connection,
                claim,
                ticket_id,
                event,
                number=number,
                is_ours=holder is None,
                why=f"the attempt is {now.state.value if now else 'gone'}",
            )
            kept = replace(event, act=Act.TICKET_SECOND, after=f"ticket id {ticket_id}")
            append(connection, self._tables, kept)
            return now or replace(
                claim, state=ClaimState.RELEASED, ticket_id=None, reason="the record is gone"
            )

    def unknown(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Records that nobody knows whether the ticket exists."""
        states = (ClaimState.SENDING, ClaimState.UNKNOWN)
        return self._move(claim, states, event, state=ClaimState.UNKNOWN.value, reason=reason)

    def release(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Gives the run free again; the reason is kept.

        Raises:
            Failure: STALE; BLOCKED while a ticket is offered and not decided about.
        """
        self._refuse_undecided(claim)
        return self._move(claim, OPEN, event, state=ClaimState.RELEASED.value, reason=reason)

    def looked(self, claim: Claim, *, is_valid: bool, asked_at: datetime) -> Claim:
        """Counts a look-up that found nothing; one that proves nothing changes nothing."""
        if not is_valid:
            return claim
        with self._connections.writing() as connection:
            return self._claims.move(
                connection,
                claim,
                _LOOKED_FOR,
                valid_looks=claim.valid_looks + 1,
                last_valid_look=asked_at,
            )

    def offer(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        """Keeps tickets that a person must decide about."""
        new = [ticket.id for ticket in tickets if ticket.id not in claim.rejected]
        with self._connections.writing() as connection:
            offered = listed([*claim.offered, *new])
            moved = self._claims.move(connection, claim, _LOOKED_FOR, offered=offered)
            self._outcomes.keep_snapshots(connection, claim.environment, tickets)
            append(connection, self._tables, event)
            return moved

    def reject(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        """Records that an offered ticket is not this run's."""
        left = [each for each in claim.offered if each != ticket_id]
        rejected = listed([*claim.rejected, ticket_id])
        return self._move(claim, _LOOKED_FOR, event, offered=listed(left), rejected=rejected)

    def second(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        """Records tickets that conflict; the run stays closed to create."""
        with self._connections.writing() as connection:
            moved = self._claims.move(connection, claim, tuple(ClaimState), reason=event.after)
            for ticket in tickets:
                self._outcomes.keep_second(
                    connection,
                    claim,
                    ticket.id,
                    event,
                    number=ticket.number,
                    is_ours=False,
                    why="found by its marker",
                )
            self._outcomes.keep_snapshots(connection, claim.environment, tickets)
            append(connection, self._tables, event)
            return moved

    def take_over(self, claim: Claim, instance: Instance, event: AuditEvent) -> Claim:
        """Makes this instance the owner of a claim that another left behind."""
        return self._move(claim, _LOOKED_FOR, event, **taken_over(instance, event.operator))

    def claim_of(self, run_id: int, environment: Environment) -> Claim | None:
        """The claim of a run that is not released."""
        with self._connections.reading() as connection:
            return self._claims.of_run(connection, run_id, environment)

    def last_released(self, run_id: int, environment: Environment) -> Claim | None:
        """The newest released claim whose ticket was sent and then looked for in vain."""
        table = self._claims.table
        chosen = (
            select(table)
            .where(
                table.c.run_id == run_id,
                table.c.environment == environment.value,
                table.c.state == ClaimState.RELEASED.value,
                table.c.sending_at.is_not(None),
                table.c.valid_looks > 0,
            )
            .order_by(table.c.id.desc())
            .limit(1)
        )
        with self._connections.reading() as connection:
            row = connection.execute(chosen).mappings().first()
        return claim_of(row) if row else None

    def open_claims(self, environment: Environment) -> tuple[Claim, ...]:
        """All attempts that are not decided."""
        table = self._claims.table
        chosen = (
            select(table)
            .where(
                table.c.environment == environment.value,
                table.c.state.in_([state.value for state in OPEN]),
            )
            .order_by(table.c.id)
        )
        with self._connections.reading() as connection:
            return tuple(map(claim_of, connection.execute(chosen).mappings()))

    def ended_claims(self, environment: Environment) -> tuple[Claim, ...]:
        """Attempts that a link ended and of which no second ticket is known yet."""
        with self._connections.reading() as connection:
            return self._claims.ended(connection, environment)

    def free(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Releases an attempt that a link ended, once no link of ours counts for its run.

        Raises:
            Failure: STALE where one does, or where somebody moved the attempt on; BLOCKED while
                a ticket is offered and not decided about.
        """
        self._refuse_undecided(claim)
        with self._connections.writing() as connection:
            self._ground.lock_run(connection, claim.run_id)
            by = who_linked(self._ground, connection, claim.run_id, claim.environment)
            if by is not None:
                raise Failure(Kind.STALE, what="The run", who=by)
            states, released = (ClaimState.ENDED_BY_LINK,), ClaimState.RELEASED.value
            moved = self._claims.move(connection, claim, states, state=released, reason=reason)
            append(connection, self._tables, event)
            return moved

    def links_of(self, run_id: int, environment: Environment) -> tuple[TicketLink, ...]:
        """The tickets that count for a run in this environment."""
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._tables)
            return LinkReader(self._ground).counting(connection, run_id, settings, environment)

    def held(
        self, environment: Environment, ticket_ids: Collection[int], *, except_run: int
    ) -> frozenset[int]:
        """Which of these tickets other runs hold, by a claim or a link."""
        with self._connections.reading() as connection:
            return held_by_others(self._ground, connection, environment, ticket_ids, except_run)

    def unnumbered(self, environment: Environment) -> tuple[int, ...]:
        """Tickets that we created and whose number could not be read yet."""
        with self._connections.reading() as connection:
            return without_number(self._ground, connection, environment)

    def newest_sent(self) -> int:
        """The highest id of a claim that ever was in `sending`; 0 where there is none."""
        with self._connections.reading() as connection:
            return newest_sent(self._ground, connection)

    def known_ticket(self, environment: Environment) -> int | None:
        """A ticket of ours that was seen last, as the control row of a look-up."""
        seen = self._tables.ticket_snapshot
        chosen = (
            select(seen.c.ticket_id)
            .where(seen.c.environment == environment.value, seen.c.is_deleted.is_(False))
            .order_by(seen.c.read_at.desc(), seen.c.ticket_id.desc())
            .limit(1)
        )
        with self._connections.reading() as connection:
            return connection.execute(chosen).scalar()

    def snapshot(self, environment: Environment, ticket: Ticket, status_label: str) -> None:
        """Keeps number and status of a ticket as just read."""
        with self._connections.writing() as connection:
            self._outcomes.keep_snapshot(connection, environment, ticket, status_label)

    def mirror(self) -> int:
        """Writes what is still pending into the web application's own columns.

        Returns:
            How many are still pending.
        """
        return self._mirror.run()

    def _move(
        self, claim: Claim, states: Sequence[ClaimState], event: AuditEvent, **values: Any
    ) -> Claim:
        with self._connections.writing() as connection:
            moved = self._claims.move(connection, claim, states, **values)
            append(connection, self._tables, event)
            return moved

    def _refuse_undecided(self, claim: Claim) -> None:
        if claim.offered:
            raise Failure(
                Kind.BLOCKED,
                reason=say(
                    "Ticket id {id} was found with this very title. Decide whether it is this "
                    "run's.",
                    id=claim.offered[0],
                ),
            )

    def _lock_their_row(self, connection: Any, run_id: int) -> None:
        """Waits for the web application where it is writing to this run; needs a grant."""
        runs = self._ground.theirs["runs"]
        if self._ground.on_postgresql and runs.can_write("ticket_id"):
            locked = select(runs["id"]).where(runs["id"] == run_id)
            connection.execute(locked.with_for_update(key_share=True))
