"""Everything behind the window: opened in a worker, closed in reverse order."""

import gc
import logging
import socket
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from bcautotask_gui.clock import SystemClock
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.connection import Connection, Credentials
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.operators import Instance, SignInWay
from bcautotask_gui.domain.ports import Autotask, Gate, Secrets
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.sandbox import AutotaskServer
    from bcautotask_gui.services.access import AutotaskAccess
    from bcautotask_gui.services.acts import Actor
    from bcautotask_gui.services.audit import AuditService, TrailKeeper
    from bcautotask_gui.services.claims import ClaimService
    from bcautotask_gui.services.connection_test import ConnectionTest
    from bcautotask_gui.services.customers import CustomerService
    from bcautotask_gui.services.drafts import DraftService
    from bcautotask_gui.services.job_groups import JobGroupService
    from bcautotask_gui.services.link_search import LinkSearchService
    from bcautotask_gui.services.linking import LinkService
    from bcautotask_gui.services.look_ups import LookUpService
    from bcautotask_gui.services.manual_numbers import ManualNumberService
    from bcautotask_gui.services.mapping_files import MappingFiles
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

log = logging.getLogger(__name__)

# the local Autotask decides at once, so the demo need not wait as long as the real one
LOOPBACK_WAITS = Waits(timedelta(seconds=60), timedelta(seconds=5))


@dataclass(frozen=True)
class Workplace:
    """Everything behind the window, open and ready."""

    database: "Database"
    workspace_id: str
    server: "AutotaskServer | None"
    way: SignInWay
    sign_in: "SignInService"
    actor: "Actor"
    access: "AutotaskAccess"
    keeper: "SecretKeeper"
    settings: "SettingsService"
    connection_test: "ConnectionTest"
    customers: "CustomerService"
    suggestions: "SuggestionService"
    mapping_files: "MappingFiles"
    runs: "RunService"
    run_files: "RunFiles"
    drafts: "DraftService"
    offers: "TicketOfferService"
    creating: "TicketService"
    look_ups: "LookUpService"
    resolving: "ResolutionService"
    ticket_views: "TicketViewService"
    ticket_states: "TicketStateService"
    linking: "LinkService"
    link_search: "LinkSearchService"
    numbers: "ManualNumberService"
    reviews: "ReviewService"
    job_groups: "JobGroupService"
    claims: "ClaimService"
    watching: "WatchService"
    audit: "AuditService"
    trail: "TrailKeeper"
    closing: ExitStack

    def close(self) -> None:
        """Closes the parts in reverse order."""
        self.closing.close()


def open_workplace(
    options: StartOptions, profile: Profile, secrets: Secrets, url: str, password: str | None,
    *, may_migrate: bool,
) -> Workplace:  # fmt: skip
    """Builds everything behind the window; runs in a worker.

    Args:
        options: how the application was started.
        profile: the folder with everything local.
        secrets: the keyring, or the memory of this session.
        url: the address of the database.
        password: of the database, or None.
        may_migrate: whether our tables may be prepared in a shared database.

    Raises:
        Failure: what kept the database from opening.
    """
    from bcautotask_gui.app.wiring import wire
    from bcautotask_gui.autotask.limits import EndpointLimits
    from bcautotask_gui.database.engine import open_database

    gc.freeze()  # modules stay for good: no collection shall look at them

    closing = ExitStack()
    try:
        server = _local_autotask(profile, closing) if options.demo else None
        discovery = server.url if server else options.autotask_url
        if options.demo:
            _write_sample(profile)
        instance = Instance(uuid4().hex, profile.id, socket.gethostname())
        database = open_database(
            url, password=password, may_migrate=may_migrate, instance=instance.id
        )
        closing.callback(database.close)
        clock, limits = SystemClock(), EndpointLimits()

        def autotask(connection: Connection, gate: Gate) -> Autotask:
            from bcautotask_gui.autotask.rest import open_autotask  # not before it is asked

            return open_autotask(
                connection,
                gate,
                discovery_url=discovery,
                budget=database.budget,
                clock=clock,
                limits=limits,
            )

        waits = _waits(discovery)
        workplace = wire(profile, instance, secrets, database, server, autotask, waits, closing)
        _begin(workplace)
        return workplace
    except BaseException:
        closing.close()
        raise


def _begin(workplace: Workplace) -> None:
    if workplace.server:
        _enter_the_demo(workplace)
    _take_stock(workplace)
    workplace.closing.callback(workplace.watching.close)
    workplace.watching.begin()


def _take_stock(workplace: Workplace) -> None:
    """What a crash left behind is told as waiting from the first row on, Autotask there or not."""
    try:
        workplace.look_ups.take_stock(workplace.database.settings.read().environment)
    except Failure:
        # where nothing can be written, nothing can be decided either
        log.warning("attempts of an earlier session stay as they are", exc_info=True)


def _waits(discovery: str) -> Waits:
    on_loopback = discovery.startswith(("http://127.0.0.1", "http://localhost", "http://[::1]"))
    return LOOPBACK_WAITS if on_loopback else Waits()


def _local_autotask(profile: Profile, closing: ExitStack) -> "AutotaskServer":
    from bcautotask_gui.sandbox import AutotaskServer

    profile.demo_folder.mkdir(mode=0o700, exist_ok=True)
    server = AutotaskServer(state_file=profile.demo_folder / "autotask.json")
    server.start()
    closing.callback(server.stop)
    return server


def demo_database_url(profile: Profile) -> str:
    """The address of the embedded sample database."""
    return f"sqlite:///{profile.demo_folder / 'workspace.sqlite'}"


def _write_sample(profile: Profile) -> None:
    from bcautotask_gui.sandbox.sample import write_sample

    if not (profile.demo_folder / "workspace.sqlite").exists():
        write_sample(demo_database_url(profile), now=SystemClock().now())


def _enter_the_demo(workplace: Workplace) -> None:
    from bcautotask_gui.sandbox import DEMO_SECRET, DEMO_TRACKING_ID, DEMO_USER
    from bcautotask_gui.services.demo import set_up_demo

    credentials = Credentials(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID)
    set_up_demo(workplace.settings, workplace.connection_test, workplace.keeper, credentials)
