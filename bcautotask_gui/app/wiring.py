"""What is wired to what: the adapters on one side, the services on the other.

Imported by the first work in a lane, for it brings all services with it.
"""

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.clock import SystemClock
from bcautotask_gui.database.engine import Database
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.connection import Connection
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.ports import Autotask, Gate, Secrets
from bcautotask_gui.profile import Profile
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.audit import AuditService, TrailKeeper
from bcautotask_gui.services.candidates import Candidates
from bcautotask_gui.services.claims import ClaimService
from bcautotask_gui.services.connection_test import ConnectionTest
from bcautotask_gui.services.customers import CustomerService
from bcautotask_gui.services.drafts import DraftService
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.job_groups import JobGroupService
from bcautotask_gui.services.link_search import LinkSearchService
from bcautotask_gui.services.linking import LinkService
from bcautotask_gui.services.look_ups import LookUpService
from bcautotask_gui.services.manual_numbers import ManualNumberService
from bcautotask_gui.services.mapping_files import MappingFiles
from bcautotask_gui.services.owners import Owners
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.services.reviews import ReviewService
from bcautotask_gui.services.run_files import RunFiles
from bcautotask_gui.services.runs import RunService
from bcautotask_gui.services.secret_keeper import SecretKeeper
from bcautotask_gui.services.settings import SettingsService
from bcautotask_gui.services.sign_in import SignInService
from bcautotask_gui.services.suggestions import SuggestionService
from bcautotask_gui.services.ticket_offers import TicketOfferService
from bcautotask_gui.services.ticket_states import TicketStateService
from bcautotask_gui.services.ticket_view import TicketViewService
from bcautotask_gui.services.tickets import TicketService
from bcautotask_gui.services.watching import WatchService

if TYPE_CHECKING:
    from bcautotask_gui.sandbox import AutotaskServer


def wire(
    profile: Profile,
    instance: Instance,
    secrets: Secrets,
    database: Database,
    server: "AutotaskServer | None",
    autotask: Callable[[Connection, Gate], Autotask],
    waits: Waits,
    closing: ExitStack,
) -> Workplace:
    """Builds the services on one open database.

    Args:
        profile: remembers what was sent, and the newest entry of the trail.
        instance: this start of the application.
        secrets: the keyring, or the memory of this session.
        database: the open one.
        server: the local Autotask of the demo, or None.
        autotask: opens a client.
        waits: how long a look-up waits before absence counts.
        closing: closes what was opened so far; what is opened here joins it.
    """
    clock = SystemClock()
    store = database.settings
    people = SignInService(database.users, instance.workstation, clock)
    actor = Actor(people.database_user(), instance)
    keeper = SecretKeeper(secrets, store, actor)
    access = AutotaskAccess(store, keeper, autotask)
    closing.callback(access.close)
    finder = Finder(database.tickets, store, actor)
    memory = profile.send_memory(store.workspace_id())
    trail = profile.trail_memory(store.workspace_id())
    creating = TicketService(database.tickets, access, finder, memory, actor, clock)
    tickets, links = database.tickets, database.links
    owners = Owners(database.instances, creating, actor)
    runs, reviews = RunService(database.runs, store), ReviewService(database.reviews, actor)
    return Workplace(
        database=database,
        workspace_id=store.workspace_id(),
        server=server,
        way=people.way(),
        sign_in=people,
        actor=actor,
        access=access,
        keeper=keeper,
        settings=SettingsService(store, access, keeper, actor),
        connection_test=ConnectionTest(access),
        customers=CustomerService(database.customers, store, access, actor, clock),
        suggestions=SuggestionService(database.customers, store, access, actor, clock),
        mapping_files=MappingFiles(database.customers, store, access, actor),
        runs=runs,
        run_files=RunFiles(runs, actor),
        drafts=DraftService(database.runs, database.tickets, store, access, actor, clock),
        offers=TicketOfferService(access, actor),
        creating=creating,
        look_ups=LookUpService(database.tickets, access, finder, creating, actor, clock, waits),
        resolving=ResolutionService(
            database.resolutions,
            database.runs,
            database.tickets,
            database.instances,
            store,
            access,
            finder,
            memory,
            actor,
            clock,
            waits,
        ),
        ticket_views=TicketViewService(
            database.tickets, database.ticket_states, store, access, clock
        ),
        ticket_states=TicketStateService(database.ticket_states, store, access),
        linking=LinkService(
            database.runs, tickets, links, store, access, finder, owners, actor, waits
        ),
        link_search=LinkSearchService(
            database.runs, access, Candidates(links, store), actor, clock
        ),
        numbers=ManualNumberService(database.runs, tickets, links, store, owners, actor),
        reviews=reviews,
        job_groups=JobGroupService(database.run_groups, store, runs, reviews),
        claims=ClaimService(
            database.runs, tickets, links, store, access, finder, owners, actor, waits
        ),
        watching=WatchService(database.watch, database.runs, database.instances, actor, clock),
        audit=AuditService(database.audit, trail, actor),
        trail=TrailKeeper(database.audit, trail),
        closing=closing,
    )
