"""What deciding about attempts and linking runs both work with."""

from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.ports import LinkStore, RunStore, SettingsStore, TicketStore
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.candidates import Candidates
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.owners import Owners


class AttemptDesk:
    """Runs, their tickets and attempts, and the way to Autotask, for one operator."""

    def __init__(
        self,
        runs: RunStore,
        tickets: TicketStore,
        links: LinkStore,
        settings: SettingsStore,
        access: AutotaskAccess,
        finder: Finder,
        owners: Owners,
        actor: Actor,
        waits: Waits,
    ) -> None:
        self._runs = runs
        self._tickets = tickets
        self._links = links
        self._settings = settings
        self._access = access
        self._finder = finder
        self._owners = owners
        self._actor = actor
        self._waits = waits
        self._candidates = Candidates(links, settings)
