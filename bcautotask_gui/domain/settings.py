"""The settings that everyone on one database shares, and what makes them valid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bcautotask_gui.domain.proof import Proof, proof_of
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.sentences import recalled, say
from bcautotask_gui.domain.ticket_notes import is_internal

LONGEST_ADDRESS = 500
MOST_OBJECTS = 100
MOST_HOURS = 240


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


@dataclass(frozen=True)
class SettingProblem:
    """Something that makes an enabled configuration invalid, with the field it belongs to."""

    field: str
    sentence: str


def problems_of(settings: Settings, reference: ReferenceData | None) -> tuple[SettingProblem, ...]:
    """Everything that would stop a ticket, in the order of the form; nothing while disabled.

    Args:
        settings: the settings to judge.
        reference: the picklists of the environment in use, or None where never read.
    """
    if not settings.enabled:
        return ()
    checks = (
        _user_name_problem(settings.current.user_name),
        _fixed_zone_problem(settings.current.fixed_zone),
        _base_url_problem(settings.base_url),
        _job_path_problem(settings.job_path),
        _zone_problem("time_zone", settings.time_zone),
        _zone_problem("storage_zone", settings.storage_zone),
        _object_errors_problem(settings.object_errors),
        *_defaults_problems(settings.current.defaults, reference),
        *(
            resolving_problems(settings, reference)
            if settings.resolving_allowed
            else _chosen_note_problems(settings.current.defaults, reference)
        ),
    )
    return tuple(problem for problem in checks if problem)


def _user_name_problem(name: str) -> SettingProblem | None:
    if not name.strip():
        return SettingProblem("user_name", say("Enter the API user name."))
    if any(character.isspace() for character in name.strip()):
        return SettingProblem("user_name", say("An API user name holds no spaces."))
    return None


def _base_url_problem(url: str) -> SettingProblem | None:
    if not url.strip():
        return SettingProblem(
            "base_url", say("Enter the address of Backupchecks; tickets link to it.")
        )
    if not _is_address(url.strip()):
        return SettingProblem(
            "base_url", say("Write the whole address, such as https://backupchecks.example.com.")
        )
    return _too_long("base_url", url)


def _fixed_zone_problem(url: str) -> SettingProblem | None:
    if url and not _is_address(url.strip()):
        return SettingProblem(
            "fixed_zone", say("Write the zone's whole address, or leave it empty.")
        )
    return None


def _job_path_problem(path: str) -> SettingProblem | None:
    if "{job_id}" not in path or any(character.isspace() for character in path.strip()):
        return SettingProblem(
            "job_path", say("Write {{job_id}} where the number of the job belongs.")
        )
    return _too_long("job_path", path)


def _too_long(name: str, text: str) -> SettingProblem | None:
    if len(text) > LONGEST_ADDRESS:
        return SettingProblem(
            name, say("Use at most {longest_address} characters.", longest_address=LONGEST_ADDRESS)
        )
    return None


def _object_errors_problem(count: int) -> SettingProblem | None:
    if not 1 <= count <= MOST_OBJECTS:
        return SettingProblem(
            "object_errors",
            say("Choose a number from 1 to {most_objects}.", most_objects=MOST_OBJECTS),
        )
    return None


def _is_address(url: str) -> bool:
    """Whether a text is a whole web address; urlsplit alone would drop line ends silently."""
    if any(character.isspace() for character in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _zone_problem(name: str, zone: str) -> SettingProblem | None:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return SettingProblem(
            name, say('"{zone}" is no time zone. Choose one from the list.', zone=zone)
        )
    return None


def _defaults_problems(
    defaults: TicketDefaults, reference: ReferenceData | None
) -> list[SettingProblem | None]:
    chosen = [
        ("queue", TicketField.QUEUE, defaults.queue),
        ("source", TicketField.SOURCE, defaults.source),
        ("status", TicketField.STATUS, defaults.status),
    ]
    for name in ("warning", "error"):
        choice: PriorityChoice = getattr(defaults, name)
        if not choice.do_not_ticket:
            chosen.append((name, TicketField.PRIORITY, choice.priority))
    if defaults.missed.priority is not None and not defaults.missed.do_not_ticket:
        chosen.append(("missed", TicketField.PRIORITY, defaults.missed.priority))
    problems = [choice_problem(name, which, value, reference) for name, which, value in chosen]
    return [*problems, *optional_problems(defaults, reference), _due_problem(defaults.due)]


def optional_problems(
    defaults: TicketDefaults, reference: ReferenceData | None
) -> tuple[SettingProblem, ...]:
    """Why values cannot be used that need not be chosen."""
    chosen = defaults.optional
    problems = [choice_problem(name, which, value, reference) for name, which, value in chosen]
    if not any(each and each.field == "sub_issue_type" for each in problems):
        problems.append(_sub_issue_problem(defaults, reference))
    return tuple(problem for problem in problems if problem)


def _sub_issue_problem(
    defaults: TicketDefaults, reference: ReferenceData | None
) -> SettingProblem | None:
    """A sub-issue type belongs to one issue type; Autotask refuses it with another."""
    if defaults.sub_issue_type is None:
        return None
    if defaults.issue_type is None:
        return SettingProblem("sub_issue_type", say("Choose the issue type that it belongs to."))
    which = TicketField.SUB_ISSUE_TYPE
    known = reference.value(which, defaults.sub_issue_type) if reference else None
    if reference is None or known is None or known.parent in (None, defaults.issue_type):
        return None
    issue = reference.label(TicketField.ISSUE_TYPE, defaults.issue_type)
    return SettingProblem(
        "sub_issue_type",
        say(
            '"{known}" does not belong to "{issue}". Choose one that does.',
            known=known.label,
            issue=issue,
        ),
    )


def _due_problem(rule: DueRule) -> SettingProblem | None:
    if rule.hours is not None and not 1 <= rule.hours <= MOST_HOURS:
        return SettingProblem(
            "due", say("Choose from 1 to {most_hours} hours.", most_hours=MOST_HOURS)
        )
    return None


def resolving_problems(
    settings: Settings, reference: ReferenceData | None
) -> tuple[SettingProblem, ...]:
    """What would keep tickets from being resolved and notes from being added.

    Notes are for colleagues only: a value that customers can read is refused.
    """
    current = settings.current
    checks = (
        _completed_problem(current.completed_status, reference),
        choice_problem("note_type", TicketField.NOTE_TYPE, current.defaults.note_type, reference),
        _publish_problem(current.defaults.publish, reference),
    )
    return tuple(problem for problem in checks if problem)


def _chosen_note_problems(
    defaults: TicketDefaults, reference: ReferenceData | None
) -> Iterator[SettingProblem | None]:
    """Notes can be added while resolving is off, so what is chosen for them must be sound."""
    if defaults.note_type is not None:
        yield choice_problem("note_type", TicketField.NOTE_TYPE, defaults.note_type, reference)
    if defaults.publish is not None:
        yield _publish_problem(defaults.publish, reference)


def _completed_problem(value: int | None, reference: ReferenceData | None) -> SettingProblem | None:
    if value is None:
        return SettingProblem("completed_status", say("Choose the status that completes a ticket."))
    return choice_problem("completed_status", TicketField.STATUS, value, reference)


def _publish_problem(value: int | None, reference: ReferenceData | None) -> SettingProblem | None:
    if value is None:
        return SettingProblem("publish", say("Choose the value that keeps notes internal."))
    problem = choice_problem("publish", TicketField.PUBLISH, value, reference)
    known = reference.value(TicketField.PUBLISH, value) if reference else None
    if problem or known is None or is_internal(known):
        return problem
    return SettingProblem(
        "publish",
        say('"{known}" shows notes to customers. Choose the internal value.', known=known.label),
    )


def choice_problem(
    name: str, which: TicketField, value: int | None, reference: ReferenceData | None
) -> SettingProblem | None:
    """Why a chosen picklist value cannot be used, or None."""
    if value is None:
        words = say("Choose a {field}.", field=which.small)
        if which is TicketField.ISSUE_TYPE:
            words = say("Choose an {field}.", field=which.small)
        return SettingProblem(name, words)
    if reference is None:
        return SettingProblem(
            name,
            say(
                "Refresh the reference data, so that this {field} can be checked.",
                field=which.small,
            ),
        )
    known = reference.value(which, value)
    if known is None or not known.is_active:
        label: str = say("The {field} {value}", field=which.small, value=value)
        if known:
            label = f'"{known.label}" (id {value})'
        return SettingProblem(
            name,
            say(
                "{label} is no longer offered by Autotask. Choose another {field}.",
                label=label,
                field=which.small,
            ),
        )
    return None
