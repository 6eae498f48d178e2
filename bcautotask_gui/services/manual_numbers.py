"""Ticket numbers typed by hand, while Autotask is off or beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.blocks import blocked
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking_rules import reasons_against_number
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import LinkStore, RunStore, SettingsStore, TicketStore
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.ticket_numbers import normalised_number, problem_of_number
from bcautotask_gui.domain.tickets import Block, Claim
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.owners import Owners


@dataclass(frozen=True)
class NumberSummary:
    """How typing a number ended.

    Attributes:
        number: in the form it is kept.
        kept: the runs that have it now.
        refused: the others, each with the reason.
    """

    number: str
    kept: tuple[int, ...]
    refused: tuple[tuple[int, Failure], ...] = ()


class ManualNumberService:
    """Keeps numbers without asking Autotask; they count in each environment."""

    def __init__(
        self,
        runs: RunStore,
        tickets: TicketStore,
        links: LinkStore,
        settings: SettingsStore,
        owners: Owners,
        actor: Actor,
    ) -> None:
        self._runs = runs
        self._tickets = tickets
        self._links = links
        self._settings = settings
        self._owners = owners
        self._actor = actor

    def is_offered(self) -> bool:
        """Whether numbers are typed now: Autotask is off, or both are used at once."""
        settings = self._settings.read()
        return not settings.enabled or settings.compatibility_mode

    def keep(self, run_ids: Sequence[int], text: str) -> NumberSummary:
        """Keeps a number for runs, each in a transaction of its own.

        Args:
            run_ids: the runs.
            text: as typed; a number of Autotask is brought into its form.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED for a text that is no number, or, where it is about one
                run, why that one was refused.
        """
        self._actor.require(Permission.MANUAL_NUMBER)
        problem = problem_of_number(text)
        if problem:
            raise Failure(Kind.BLOCKED, reason=problem)
        number = normalised_number(text)
        kept: list[int] = []
        refused: list[tuple[int, Failure]] = []
        for run_id in run_ids:
            try:
                self._keep(run_id, number)
                kept.append(run_id)
            except Failure as failure:
                if len(run_ids) == 1:
                    raise
                refused.append((run_id, failure))
        return NumberSummary(number, tuple(kept), tuple(refused))

    def _keep(self, run_id: int, number: str) -> None:
        settings = self._settings.read()
        claims = self._attempts(run_id)
        reasons = self._reasons(run_id, settings, claims)
        if reasons:
            raise blocked(reasons[0])
        event = self._actor.event(Act.NUMBER_TYPED, f"run {run_id}", after=number)
        self._links.type_number(run_id, number, settings.version, claims, event)

    def _attempts(self, run_id: int) -> tuple[Claim, ...]:
        """A number counts in each environment, so it meets the attempts of each."""
        found = (self._tickets.claim_of(run_id, each) for each in Environment)
        return tuple(each for each in found if each)

    def _reasons(
        self, run_id: int, settings: Settings, claims: tuple[Claim, ...]
    ) -> tuple[Block, ...]:
        facts = self._runs.facts(run_id, settings.environment)
        owners = [(each, self._owners.of(each)) for each in claims]
        return reasons_against_number(facts, settings, self._actor.operator, owners)
