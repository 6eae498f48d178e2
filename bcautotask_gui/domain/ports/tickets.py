"""What the services need of the store of claims, ticket links and ticket states."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.linking import LinkOrder, SecondTicket, TicketHolder
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_states import TicketSight, WatchedTicket
from bcautotask_gui.domain.tickets import Claim, Ticket, TicketDraft, TicketLink


class TicketStore(Protocol):
    """Claims and ticket links; every transition is a compare-and-set in one transaction.

    A transition of a claim that somebody else moved on raises `Failure` STALE, save `created`
    and `adopted`, which never drop a ticket that exists.
    """

    def now(self) -> datetime:
        """The database's time, aware, UTC; all spans are judged by it."""

    def claim(self, draft: TicketDraft, instance: Instance, event: AuditEvent) -> Claim:
        """Claims the run for one attempt, under one lock per run.

        Re-reads settings version, database id, mapping version and run digest, and looks for
        links of this environment, manual numbers and what the web application wrote.

        Raises:
            Failure: STALE, HAS_TICKET, WORKED_ON, RUN_GONE.
        """

    def sending(self, claim: Claim, event: AuditEvent) -> Claim:
        """Commits that the request goes out now; stamps the time anew at each repetition."""

    def created(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        """Records the new ticket before anything else about it is known.

        A claim in another state, or none at all, stores it as a second ticket instead.
        """

    def adopted(self, claim: Claim, ticket: Ticket, event: AuditEvent) -> Claim:
        """Records a ticket found by its marker as this run's, likewise."""

    def unknown(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Records that nobody knows whether the ticket exists."""

    def release(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Gives the run free again; the reason is kept."""

    def looked(self, claim: Claim, *, is_valid: bool, asked_at: datetime) -> Claim:
        """Counts a look-up that found nothing."""

    def offer(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        """Keeps tickets that a person must decide about."""

    def reject(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        """Records that an offered ticket is not this run's."""

    def second(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        """Records tickets that conflict with the run, so that a person sees them."""

    def take_over(self, claim: Claim, instance: Instance, event: AuditEvent) -> Claim:
        """Makes this instance the owner of a claim that another left behind."""

    def claim_of(self, run_id: int, environment: Environment) -> Claim | None:
        """The claim of a run that is not released."""

    def last_released(self, run_id: int, environment: Environment) -> Claim | None:
        """The newest released claim that had been sent, for the warning in the next preview."""

    def open_claims(self, environment: Environment) -> tuple[Claim, ...]:
        """All attempts that are not decided."""

    def ended_claims(self, environment: Environment) -> tuple[Claim, ...]:
        """Attempts that a link ended and of which no second ticket is known yet."""

    def free(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Releases an attempt that a link ended, once no link of ours counts for its run.

        Raises:
            Failure: STALE where one does, or where somebody moved the attempt on.
        """

    def links_of(self, run_id: int, environment: Environment) -> tuple[TicketLink, ...]:
        """The tickets that count for a run in this environment."""

    def held(
        self, environment: Environment, ticket_ids: Collection[int], *, except_run: int
    ) -> frozenset[int]:
        """Which of these tickets other runs hold, by a claim or a link."""

    def unnumbered(self, environment: Environment) -> tuple[int, ...]:
        """Tickets that we created and whose number could not be read yet."""

    def newest_sent(self) -> int:
        """The highest id of a claim that ever was in `sending`; 0 where there is none."""

    def known_ticket(self, environment: Environment) -> int | None:
        """A ticket of ours that was seen last, as the control row of a look-up."""

    def snapshot(self, environment: Environment, ticket: Ticket, status_label: str) -> None:
        """Keeps number and status of a ticket as just read."""

    def mirror(self) -> int:
        """Writes what is still pending into the web application's own columns.

        Returns:
            How many are still pending.
        """


class LinkStore(Protocol):
    """Links of runs to tickets that exist; each act one transaction under the run's lock."""

    def link(self, order: LinkOrder, status_label: str, event: AuditEvent) -> TicketLink:
        """Links a run to a ticket.

        An attempt that was sent and not decided is ended by it; one that was not sent is
        released. A number typed by hand stays, since it counts in the other environment too.

        Raises:
            Failure: DISABLED; STALE where settings, database id or attempt are no longer as the
                order names them; HAS_TICKET.
        """

    def type_number(
        self,
        run_id: int,
        number: str,
        settings_version: int,
        claims: Sequence[Claim],
        event: AuditEvent,
    ) -> TicketLink:
        """Keeps a number typed by hand; it counts in each environment.

        Args:
            run_id: the run.
            number: in one form.
            settings_version: refused where the settings changed since.
            claims: the run's attempts that are not released, in each environment, as the decision
                saw them; those that were sent and not decided are ended by it.
            event: the entry for the trail.

        Raises:
            Failure: STALE, HAS_TICKET.
        """

    def unlink(self, link: TicketLink, reason: str, event: AuditEvent) -> None:
        """Takes a link away; its row stays, with who took it away and why.

        Raises:
            Failure: STALE where it is no longer there.
        """

    def holders(
        self, environment: Environment, ticket_ids: Collection[int]
    ) -> Mapping[int, tuple[TicketHolder, ...]]:
        """The runs that have these tickets, by ticket, whoever wrote it."""

    def second_tickets(self, run_id: int, environment: Environment) -> tuple[SecondTicket, ...]:
        """Tickets that conflict with a run, the oldest first."""


class TicketStateStore(Protocol):
    """How the tickets of runs stand, as last read."""

    def watched(
        self, environment: Environment, run_ids: Collection[int]
    ) -> tuple[WatchedTicket, ...]:
        """The tickets to be read again, each once: those of these runs, then all open ones."""

    def keep(
        self, environment: Environment, seen: Sequence[TicketSight], deleted: Collection[int]
    ) -> None:
        """Keeps what one chunk of answers said, in one transaction."""
