"""The settings that everyone on one database shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum

from bcautotask_gui.domain.proof import Proof, proof_of
from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.sentences import recalled


class Environment(StrEnum):
    """The two Autotask databases that a team may have."""

    SANDBOX = "sandbox"
    PRODUCTION = "production"

    @property
    def label(self) -> str:
        """The name on every screen."""
        return recalled(self.value.capitalize())

    @property
    def letter(self) -> str:
        """The letter in a marker: s or p."""
        return self.value[0]


@dataclass(frozen=True)
class PriorityChoice:
    """The priority that a kind of run gets, or the decision that it gets no ticket.

    Attributes:
        priority: the picklist id, or None where nothing is chosen.
        do_not_ticket: such runs need no ticket and cannot get one.
    """

    priority: int | None = None
    do_not_ticket: bool = False


@dataclass(frozen=True)
class DueRule:
    """When a ticket is due: at a time of day some working days from now, or some hours from now.

    Attributes:
        working_days: counted from today.
        at: the time of day in the team's zone.
        hours: counted round the clock, in place of days and time of day; None where those lead.
    """

    working_days: int = 0
    at: time = time(17, 0)
    hours: int | None = None


@dataclass(frozen=True)
class TicketDefaults:
    """What a new ticket gets unless a person changes it; ids of Autotask's picklists.

    Attributes:
        category: decides in Autotask which fields are required; None leaves it to Autotask.
        issue_type: None where none is sent.
        sub_issue_type: one of the issue type's own, or None.
        work_type: None where none is sent.
        contact: whether the company's primary contact is sent, as some categories require.
        contract: likewise its default contract.
        note_type: of the notes that are added.
        publish: of the notes that are added; internal only.
    """

    queue: int | None = None
    source: int | None = None
    status: int | None = None
    warning: PriorityChoice = PriorityChoice()
    error: PriorityChoice = PriorityChoice()
    missed: PriorityChoice = PriorityChoice()
    due: DueRule = DueRule()
    note_type: int | None = None
    publish: int | None = None
    category: int | None = None
    issue_type: int | None = None
    sub_issue_type: int | None = None
    work_type: int | None = None
    contact: bool = False
    contract: bool = False

    @property
    def optional(self) -> tuple[tuple[str, TicketField, int], ...]:
        """What is chosen of the fields that may stay empty: name, picklist, value."""
        fields = (
            ("category", TicketField.CATEGORY, self.category),
            ("issue_type", TicketField.ISSUE_TYPE, self.issue_type),
            ("sub_issue_type", TicketField.SUB_ISSUE_TYPE, self.sub_issue_type),
            ("work_type", TicketField.WORK_TYPE, self.work_type),
        )
        return tuple((name, which, value) for name, which, value in fields if value is not None)


@dataclass(frozen=True)
class EnvironmentSettings:
    """What belongs to one Autotask database.

    Attributes:
        user_name: the API user; secret and tracking identifier lie in each workstation's keyring.
        fixed_zone: the address of the zone where discovery is switched off, else empty.
        database_id: Autotask's `ci`, bound at the first accepted test, or None before.
        zone_name: the zone's name as last answered, for display.
        defaults: what a new ticket gets.
        completed_status: the status that completes a ticket; ids differ between tenants.
        proofs: what test tickets showed, the newest for each database and status.
    """

    user_name: str = ""
    fixed_zone: str = ""
    database_id: int | None = None
    zone_name: str = ""
    defaults: TicketDefaults = TicketDefaults()
    completed_status: int | None = None
    proofs: tuple[Proof, ...] = ()

    @property
    def proof(self) -> Proof | None:
        """What a test ticket showed of the chosen completed status."""
        return proof_of(self.proofs, self.database_id, self.completed_status)


@dataclass(frozen=True)
class Settings:
    """The shared settings; `version` grows by one with each save.

    Attributes:
        base_url: the address of the Backupchecks web application.
        job_path: the pattern of its Job Details page.
        time_zone: the zone in which tickets tell times.
        storage_zone: the zone in which Backupchecks stores its times.
        object_errors: how many objects a description lists.
        mirrored: the environment that the web application's own Autotask columns belong to.
        compatibility_mode: whether ticket numbers are typed by hand while the integration is on.
        resolving_allowed: whether tickets may be resolved from here.
    """

    version: int = 0
    enabled: bool = False
    environment: Environment = Environment.SANDBOX
    environments: Mapping[Environment, EnvironmentSettings] = field(
        default_factory=lambda: {each: EnvironmentSettings() for each in Environment}
    )
    base_url: str = ""
    job_path: str = "/jobs/{job_id}"
    time_zone: str = "UTC"
    storage_zone: str = "UTC"
    subject_prefix: str = "[Backupchecks]"
    object_errors: int = 10
    mirrored: Environment = Environment.PRODUCTION
    saved_by: str = ""
    saved_at: str = ""
    compatibility_mode: bool = False
    resolving_allowed: bool = False

    @property
    def current(self) -> EnvironmentSettings:
        """The settings of the environment in use."""
        return self.environments[self.environment]

    def with_current(self, **changes: object) -> "Settings":
        """These settings with changes to the environment in use."""
        changed = replace(self.current, **changes)  # type: ignore[arg-type]
        return replace(self, environments={**self.environments, self.environment: changed})
