"""A world in which runs are linked: the same store keeps claims, links and typed numbers."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.customers import Company
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import (
    LinkOrder,
    LinkPreview,
    SecondTicket,
    TicketHits,
    TicketHolder,
)
from bcautotask_gui.domain.operators import Instance, Role
from bcautotask_gui.domain.runs import Run, RunDetail
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_rules import RunFacts
from bcautotask_gui.domain.tickets import (
    Claim,
    ClaimState,
    Origin,
    Ticket,
    TicketDraft,
    TicketLink,
)
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.candidates import Candidates
from bcautotask_gui.services.claims import ClaimService
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.link_search import LinkSearchService
from bcautotask_gui.services.linking import LinkService, LinkSummary
from bcautotask_gui.services.manual_numbers import ManualNumberService
from bcautotask_gui.services.owners import Owners
from tests.services.desk import result_of
from tests.services.fakes import MORNING, Crash, FakeAutotask, FakeTickets
from tests.services.world import MAPPING, RUN, Killer, World

OTHER_COMPANY = 29683512


class LinkTickets(FakeTickets):
    """Adds what the real store does for links: ended attempts, second tickets, rejections."""

    def claim(self, draft: TicketDraft, instance: Instance, event: AuditEvent) -> Claim:
        if draft.settings_version != self.settings.settings.version:
            raise Failure(Kind.STALE, what="The settings", who="somebody")
        if any(run == draft.run_id for run, _ticket in self.second_of):
            raise Failure(Kind.HAS_TICKET, number="T2", origin="found in Autotask")
        rejected = [
            ticket
            for each in self.claims.values()
            if each.marker.stem == draft.marker.stem and each.run_id == draft.run_id
            for ticket in each.rejected
        ]
        made = super().claim(draft, instance, event)
        self.claims[made.id] = replace(made, rejected=tuple(rejected))
        return self.claims[made.id]

    def __init__(self, clock: Any, settings: Any) -> None:
        super().__init__(clock)
        self.settings = settings
        self.second_of: list[tuple[int, int]] = []
        self.unlinked: list[tuple[TicketLink, str]] = []

    def claim_of(self, run_id: int, environment: Environment) -> Claim | None:
        found = super().claim_of(run_id, environment)
        return found if found and found.environment is environment else None

    def open_claims(self, environment: Environment) -> tuple[Claim, ...]:
        return tuple(c for c in super().open_claims(environment) if c.environment is environment)

    def ended_claims(self, environment: Environment) -> tuple[Claim, ...]:
        conflicting = {run for run, _ticket in self.second_of}
        return tuple(
            claim
            for claim in self.claims.values()
            if claim.state is ClaimState.ENDED_BY_LINK
            and claim.environment is environment
            and claim.run_id not in conflicting
        )

    def free(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        if self.links_of(claim.run_id, claim.environment):
            raise Failure(Kind.STALE, what="The run", who="somebody")
        return super().free(claim, reason, event)

    def links_of(self, run_id: int, environment: Environment) -> tuple[TicketLink, ...]:
        links = super().links_of(run_id, environment)
        return tuple(each for each in links if each.environment in (environment, None))

    def second(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        self.second_of += [(claim.run_id, ticket.id) for ticket in tickets]
        return super().second(claim, tickets, event)

    def _hold(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        now = self.claims.get(claim.id)
        linked = {each.ticket_id for each in self.links_of(claim.run_id, claim.environment)}
        if now and now.state is ClaimState.ENDED_BY_LINK and ticket_id in linked:
            return self._move(now, event, state=ClaimState.CREATED, ticket_id=ticket_id)
        before = list(self.seconds)
        held = super()._hold(claim, ticket_id, event)
        if self.seconds != before:
            self.second_of.append((claim.run_id, ticket_id))
        return held


class FakeLinks:
    """The link store over the same memory."""

    def __init__(self, tickets: LinkTickets, settings: Any) -> None:
        self._tickets = tickets
        self._settings = settings

    def link(self, order: LinkOrder, status_label: str, event: AuditEvent) -> TicketLink:
        now = self._settings.settings
        seen = (order.settings_version, order.environment)
        if (now.version, now.environment) != seen:
            raise Failure(Kind.STALE, what="The settings", who="somebody")
        for each in self._tickets.links_of(order.run_id, order.environment):
            if each.environment or each.number != order.ticket.number:
                raise Failure(Kind.HAS_TICKET, number=each.number, origin=each.origin.value)
        self._end(order.run_id, order.environment, order.claim, order.ticket.id)
        return self._add(
            order.run_id, order.environment, order.ticket.id, order.ticket.number, event
        )

    def type_number(
        self,
        run_id: int,
        number: str,
        settings_version: int,
        claims: Sequence[Claim],
        event: AuditEvent,
    ) -> TicketLink:
        for each in Environment:
            seen = next((claim for claim in claims if claim.environment is each), None)
            self._end(run_id, each, seen)
        return self._add(run_id, None, None, number, event)

    def unlink(self, link: TicketLink, reason: str, event: AuditEvent) -> None:
        if link not in self._tickets.links:
            raise Failure(Kind.STALE, what="The link", who="somebody")
        self._tickets.links.remove(link)
        self._tickets.unlinked.append((link, reason))
        self._tickets.events.append(event)

    def holders(
        self, environment: Environment, ticket_ids: Collection[int]
    ) -> Mapping[int, tuple[TicketHolder, ...]]:
        return {
            ticket_id: tuple(
                TicketHolder(each.run_id, each.operator, each.created_at)
                for each in self._tickets.links
                if each.ticket_id == ticket_id and each.environment is environment
            )
            for ticket_id in ticket_ids
        }

    def second_tickets(self, run_id: int, environment: Environment) -> tuple[SecondTicket, ...]:
        return tuple(
            SecondTicket(
                run_id,
                environment,
                ticket,
                number="",
                is_ours=False,
                why="found",
                operator="somebody",
                seen_at=MORNING,
            )
            for run, ticket in self._tickets.second_of
            if run == run_id
        )

    def _end(
        self,
        run_id: int,
        environment: Environment,
        seen: Claim | None,
        ticket_id: int | None = None,
    ) -> None:
        now = self._tickets.claim_of(run_id, environment)
        if now != seen:
            raise Failure(Kind.STALE, what="The attempt", who="somebody")
        if now and now.state in (ClaimState.SENDING, ClaimState.UNKNOWN):
            offered = tuple(each for each in now.offered if each != ticket_id)
            self._tickets._move(now, None, state=ClaimState.ENDED_BY_LINK, offered=offered)
        elif now and now.state is ClaimState.CLAIMED:
            self._tickets._move(now, None, state=ClaimState.RELEASED)

    def _add(
        self,
        run_id: int,
        environment: Environment | None,
        ticket_id: int | None,
        number: str,
        event: AuditEvent,
    ) -> TicketLink:
        origin = Origin.LINKED if environment else Origin.MANUAL
        made = TicketLink(
            len(self._tickets.links) + 100,
            environment,
            run_id,
            ticket_id,
            number,
            origin,
            event.operator,
            self._tickets.now(),
        )
        self._tickets.links.insert(0, made)
        self._tickets.events.append(event)
        return made


class LinkAutotask(FakeAutotask):
    """Adds searching, reading by number and in chunks."""

    def __init__(self, clock: Any) -> None:
        super().__init__(clock)
        self.names = {MAPPING.company_id: MAPPING.company_name, OTHER_COMPANY: "Kessler GmbH"}

    def ticket_by_number(self, number: str) -> Ticket:
        self.calls.append("by_number")
        for each in self.tickets_by_id.values():
            if each.number == number:
                return each
        raise Failure(Kind.ABSENT, what="ticket", id=number)

    def search_tickets(
        self, words: str, company_id: int | None, since: datetime | None
    ) -> TicketHits:
        self.calls.append("search all" if company_id is None else "search company")
        return TicketHits(
            tuple(
                each
                for each in self.tickets_by_id.values()
                if words.strip().casefold() in each.title.casefold()
                and (company_id is None or (each.company_id == company_id and not each.is_complete))
            )
        )

    def tickets(self, ids: Sequence[int]) -> Iterator[Mapping[int, Ticket | None]]:
        self.calls.append("tickets")
        yield {each: self.tickets_by_id.get(each) for each in ids}

    def companies(self, ids: Sequence[int]) -> Iterator[dict[int, Any]]:
        self.calls.append("companies")
        known = (each for each in ids if each in self.names)
        yield {each: Company(each, self.names[each], is_active=True) for each in known}

    def change(self, ticket_id: int, **changes: Any) -> None:
        self.tickets_by_id[ticket_id] = replace(self.tickets_by_id[ticket_id], **changes)


class LinkRuns:
    """As many runs of one job as a test asks for."""

    def __init__(self, tickets: LinkTickets) -> None:
        self._tickets = tickets
        self.run = RUN
        self.mapping: CompanyMapping | None = MAPPING
        self.runs: dict[int, Run] = {}

    def facts(self, run_id: int, environment: Environment) -> RunFacts:
        run = self.runs.get(run_id, replace(self.run, id=run_id))
        mapping = self.mapping if environment is Environment.SANDBOX else None
        return RunFacts(
            run,
            mapping,
            self._tickets.links_of(run_id, environment),
            self._tickets.claim_of(run_id, environment),
        )

    def detail(self, run_id: int, environment: Environment) -> Any:
        row: Any = None
        return RunDetail(self.run, row, self.mapping, (), ())


class FakeInstances:
    def __init__(self) -> None:
        self.living: set[str] = set()

    def alive(self, within_seconds: float) -> frozenset[str]:
        return frozenset(self.living)


class LinkWorld(World):
    """The services of linking beside those of creating, over one memory."""

    tickets: LinkTickets
    autotask: LinkAutotask

    def __init__(self) -> None:
        self.instances = FakeInstances()
        self._ready = False
        super().__init__()
        self.tickets = LinkTickets(self.clock, self.settings)
        self.autotask = LinkAutotask(self.clock)
        self.runs = LinkRuns(self.tickets)  # type: ignore[assignment]
        self._ready = True
        self.start()

    def start(self, *, role: Role = Role.OPERATOR, profile: str = "profile") -> None:
        super().start(role=role, profile=profile)
        self.instances.living.add(self.actor.instance.id)

    def _wire(self, tickets: Any, autotask: Any, memory: Any) -> None:
        super()._wire(tickets, autotask, memory)
        if self._ready:
            links = FakeLinks(self.tickets, self.settings)
            self._wire_links(tickets, autotask, links)

    def _wire_links(self, tickets: Any, autotask: Any, links: Any) -> None:
        access = AutotaskAccess(self.settings, self.keeper, lambda _where, _gate: autotask)
        finder = Finder(tickets, self.settings, self.actor)
        runs: Any = self.runs
        instances: Any = self.instances
        owners = Owners(instances, self.creating, self.actor)
        self.links = links
        self.linking = LinkService(
            runs, tickets, links, self.settings, access, finder, owners, self.actor, self.waits
        )
        self.claims = ClaimService(
            runs, tickets, links, self.settings, access, finder, owners, self.actor, self.waits
        )
        self.numbers = ManualNumberService(runs, tickets, links, self.settings, owners, self.actor)
        self.searching = LinkSearchService(
            runs, access, Candidates(links, self.settings), self.actor, self.clock
        )

    def switch_to(self, environment: Environment) -> None:
        """Somebody switches the team to the other environment, which has a user and secrets."""
        both = self.settings.settings.environments
        current = self.settings.settings.current
        for name in ("api-secret", "tracking-id"):
            account = f"{self.settings.workspace_id()}/{environment.value}/{name}"
            self.secrets.values[account] = f"the {name}"
        self.keeper.load()
        other = replace(current, database_id=5822)
        self.rename_setting(environment=environment, environments={**both, environment: other})

    def link(self, ticket_id: int, *run_ids: int, confirmed: bool = True) -> LinkSummary:
        """Looks at the preview, ticks the box and presses the button."""
        preview = self.linking.preview(run_ids or (RUN.id,), ticket_id)
        return self.link_as_shown(preview, confirmed=confirmed)

    def link_as_shown(self, preview: LinkPreview, *, confirmed: bool = True) -> LinkSummary:
        return result_of(self.linking.link(preview, confirmed=confirmed))

    def unlink(self, run_id: int = RUN.id, reason: str = "the wrong one") -> None:
        """An admin takes away the link that is shown."""
        admin = LinkService(**{**self._link_parts(), "actor": self._as(Role.ADMIN)})
        admin.unlink(self.linking.links(run_id)[0], reason)

    def _link_parts(self) -> dict[str, Any]:
        names = (
            "runs", "tickets", "links", "settings", "access", "finder", "owners", "actor", "waits",
        )  # fmt: skip
        return {name: getattr(self.linking, f"_{name}") for name in names}

    def _as(self, role: Role) -> Any:
        operator = replace(self.actor.operator, role=role)
        return replace(self.actor, operator=operator)

    def crash_linking_at(self, point: int, ticket_id: int) -> bool:
        """Links, and is killed at the given step boundary; tells whether it came that far."""
        killer = Killer(point)
        self._wire_links(
            killer.watch(self.tickets),
            killer.watch(self.autotask),
            killer.watch(FakeLinks(self.tickets, self.settings)),
        )
        try:
            self.link(ticket_id)
        except Crash:
            return True
        return False
