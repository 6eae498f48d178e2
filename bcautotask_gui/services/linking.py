"""Linking runs to tickets that exist, and unlinking a wrong one."""

from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.blocks import blocked
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import (
    Confirmation,
    LinkCandidate,
    LinkOrder,
    LinkPreview,
    LinkVerdict,
)
from bcautotask_gui.domain.linking_rules import absence_is_proven, may_link
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.ticket_rules import RunFacts
from bcautotask_gui.domain.tickets import ClaimState, Origin, Ticket, TicketLink
from bcautotask_gui.services.access import Opened
from bcautotask_gui.services.attempt_desk import AttemptDesk


@dataclass(frozen=True)
class LinkSummary:
    """How a link ended.

    Attributes:
        number: the ticket's number.
        linked: the runs that have it now.
        refused: the others, each with the reason.
    """

    number: str
    linked: tuple[int, ...]
    refused: tuple[tuple[int, Failure], ...] = ()


class LinkService(AttemptDesk):
    """One link per run; several runs may be linked to one ticket."""

    def links(self, run_id: int) -> tuple[TicketLink, ...]:
        """The tickets that count for a run in the environment in use; reads the database only."""
        return self._tickets.links_of(run_id, self._settings.read().environment)

    def preview(self, run_ids: Sequence[int], ticket_id: int) -> LinkPreview:
        """What linking these runs to a ticket would mean; the ticket is read afresh.

        Raises:
            Failure: NOT_ALLOWED, DISABLED, RUN_GONE, ABSENT where Autotask shows no such ticket.
        """
        self._actor.require(Permission.LINK)
        opened = self._access.open()
        settings = opened.settings
        facts = self._facts(run_ids, settings.environment)
        candidate = self._candidate(opened, facts, ticket_id)
        return LinkPreview(
            settings.environment,
            settings.current.database_id,
            settings.version,
            candidate,
            tuple(self._verdict(each, candidate, settings, run_ids) for each in facts),
        )

    def link(
        self, preview: LinkPreview, *, confirmed: bool = False
    ) -> Generator[Progress, None, LinkSummary]:
        """Links the runs of a preview that may be linked.

        The ticket is read again: what is linked is what was shown. A run that cannot be linked
        any more does not keep the others from it.

        Args:
            preview: what the person looked at.
            confirmed: the person confirmed everything that the preview asked for.

        Yields:
            How many runs are linked; stopping keeps those.

        Raises:
            Failure: BLOCKED, STALE, or, where it is about one run, why that one was refused.
        """
        self._actor.require(Permission.LINK)
        _refuse_unconfirmed(preview, confirmed=confirmed)
        opened = self._access.open()
        _refuse_other_settings(preview, opened.settings)
        facts = self._facts(preview.run_ids, preview.environment)
        candidate = self._candidate(opened, facts, preview.candidate.ticket.id)
        _refuse_other_ticket(preview.candidate.ticket, candidate.ticket)
        linked: list[int] = []
        refused: list[tuple[int, Failure]] = []
        for each in facts:
            yield Progress(len(linked), len(facts), say("Linking runs"))
            try:
                self._link(each, preview, candidate, opened.settings)
                linked.append(each.run.id)
            except Failure as failure:
                if len(facts) == 1:
                    raise
                refused.append((each.run.id, failure))
        self._finder.mirror()
        return LinkSummary(candidate.ticket.number, tuple(linked), tuple(refused))

    def unlink(self, link: TicketLink, reason: str) -> None:
        """Takes a wrong link away; the ticket itself is not touched.

        A ticket that we created still counts for its run. An attempt that the link ended keeps
        the run closed to create until its absence is proven.

        Args:
            link: one of `links`; what the web application wrote cannot be unlinked here.
            reason: why, in the person's words.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED, STALE.
        """
        self._actor.require(Permission.UNLINK)
        if not reason.strip():
            raise Failure(Kind.BLOCKED, reason=say("Say why the ticket is unlinked."))
        if not link.id:
            where = (
                say("The web application wrote this number; take it away there.")
                if link.origin is Origin.WEB_APPLICATION
                else say("A second ticket is shown until it is closed in Autotask. It is no link.")
            )
            raise Failure(Kind.BLOCKED, reason=where)
        event = self._actor.event(
            Act.TICKET_UNLINKED,
            f"run {link.run_id}",
            before=link.number or str(link.ticket_id),
            after=reason.strip(),
            environment=link.environment,
        )
        self._links.unlink(link, reason.strip(), event)
        for environment in (link.environment,) if link.environment else tuple(Environment):
            self._free(link.run_id, environment)
        self._finder.mirror()

    def _free(self, run_id: int, environment: Environment) -> None:
        claim = self._tickets.claim_of(run_id, environment)
        if claim is None or claim.state is not ClaimState.ENDED_BY_LINK:
            return
        if absence_is_proven(claim, self._waits):
            self._finder.free(claim)

    def _link(
        self, facts: RunFacts, preview: LinkPreview, candidate: LinkCandidate, settings: Settings
    ) -> None:
        """Judged on what was read just now; the store refuses where even that is out of date."""
        run_id = facts.run.id
        verdict = self._verdict(facts, candidate, settings, preview.run_ids)
        if verdict.blocks:
            raise blocked(verdict.blocks[0])
        shown = next(each for each in preview.verdicts if each.run_id == run_id)
        if not verdict.doubts <= shown.doubts:
            raise Failure(Kind.STALE, what=say("The ticket"), who="somebody")
        order = LinkOrder(
            run_id,
            settings.environment,
            settings.current.database_id,
            settings.version,
            candidate.ticket,
            facts.claim,
        )
        event = self._actor.event(
            Act.TICKET_LINKED,
            f"run {run_id}",
            before=f"attempt {facts.claim.state.value}" if facts.claim else "",
            after=_told(candidate.ticket, verdict.confirmations),
            environment=settings.environment,
        )
        self._links.link(order, candidate.status_label, event)

    def _facts(self, run_ids: Sequence[int], environment: Environment) -> tuple[RunFacts, ...]:
        return tuple(self._runs.facts(run_id, environment) for run_id in run_ids)

    def _candidate(
        self, opened: Opened, facts: Sequence[RunFacts], ticket_id: int
    ) -> LinkCandidate:
        ticket = opened.autotask.ticket(ticket_id)
        mappings = [each.mapping for each in facts if each.mapping]
        return self._candidates.of(opened, [ticket], mappings)[0]

    def _verdict(
        self,
        facts: RunFacts,
        candidate: LinkCandidate,
        settings: Settings,
        besides: Collection[int],
    ) -> LinkVerdict:
        owner = self._owners.of(facts.claim) if facts.claim else None
        return may_link(facts, candidate, settings, self._actor.operator, owner, besides)


def _refuse_unconfirmed(preview: LinkPreview, *, confirmed: bool) -> None:
    if preview.blocks:
        raise blocked(preview.blocks[0])
    if preview.confirmations and not confirmed:
        raise Failure(Kind.BLOCKED, reason=preview.confirmations[0].sentence)


def _refuse_other_settings(preview: LinkPreview, settings: Settings) -> None:
    who = settings.saved_by or "somebody"
    if settings.environment is not preview.environment:
        raise Failure(Kind.STALE, what=say("The environment"), who=who)
    if (settings.version, settings.current.database_id) != (
        preview.settings_version,
        preview.database_id,
    ):
        raise Failure(Kind.STALE, what=say("The settings"), who=who)


def _refuse_other_ticket(shown: Ticket, now: Ticket) -> None:
    """The number proves that it is still the same ticket; a sandbox can be filled anew."""
    same = (shown.number, shown.company_id, shown.is_complete)
    if (now.number, now.company_id, now.is_complete) != same:
        raise Failure(Kind.STALE, what=say("The ticket"), who=say("somebody in Autotask"))


def _told(ticket: Ticket, confirmations: tuple[Confirmation, ...]) -> str:
    confirmed = ", ".join(each.doubt.value for each in confirmations)
    return f"{ticket.number} (id {ticket.id})" + (f"; confirmed: {confirmed}" if confirmed else "")
