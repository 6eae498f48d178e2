"""The values of the settings form by name: read from settings, put into settings, compared."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.settings import (
    Environment,
    EnvironmentSettings,
    Settings,
    TicketDefaults,
)
from bcautotask_gui.domain.settings_rules import SettingProblem

translate = QCoreApplication.translate

SECRET = "api-secret"
TRACKING_ID = "tracking-id"

OF_AUTOTASK = (
    "enabled", "environment", "user_name", "fixed_zone", "base_url", "job_path", "time_zone",
    "storage_zone", "mirrored",
)  # fmt: skip
OF_DEFAULTS = (
    "queue", "source", "status", "category", "issue_type", "sub_issue_type", "work_type", "contact",
    "contract", "warning", "error", "missed", "due", "subject_prefix", "object_errors",
)  # fmt: skip
OF_RESOLVING = (
    "resolving_allowed", "completed_status", "note_type", "publish", "compatibility_mode",
)  # fmt: skip
FIELDS = OF_AUTOTASK + OF_DEFAULTS + OF_RESOLVING
PICKLISTS = {
    "queue": TicketField.QUEUE,
    "source": TicketField.SOURCE,
    "status": TicketField.STATUS,
    "category": TicketField.CATEGORY,
    "issue_type": TicketField.ISSUE_TYPE,
    "sub_issue_type": TicketField.SUB_ISSUE_TYPE,
    "work_type": TicketField.WORK_TYPE,
    "completed_status": TicketField.STATUS,
    "note_type": TicketField.NOTE_TYPE,
    "publish": TicketField.PUBLISH,
}

_OF_ENVIRONMENT = frozenset(each.name for each in fields(EnvironmentSettings))
_OF_DEFAULTS = frozenset(each.name for each in fields(TicketDefaults))


def labels() -> dict[str, str]:
    """What each value is called, in the order of the form."""
    return {
        "enabled": translate("SettingsForm", "Enable Autotask integration"),
        "environment": translate("SettingsForm", "Environment"),
        "user_name": translate("SettingsForm", "API user name"),
        SECRET: translate("SettingsForm", "API secret"),
        TRACKING_ID: translate("SettingsForm", "Tracking identifier"),
        "fixed_zone": translate("SettingsForm", "Zone"),
        "base_url": translate("SettingsForm", "Backupchecks base URL"),
        "job_path": translate("SettingsForm", "Job Details page"),
        "time_zone": translate("SettingsForm", "Time zone of tickets"),
        "storage_zone": translate("SettingsForm", "Zone of stored times"),
        "mirrored": translate("SettingsForm", "Web application uses"),
        "queue": translate("SettingsForm", "Queue"),
        "source": translate("SettingsForm", "Source"),
        "status": translate("SettingsForm", "New-ticket status"),
        "category": translate("SettingsForm", "Ticket category"),
        "issue_type": translate("SettingsForm", "Issue type"),
        "sub_issue_type": translate("SettingsForm", "Sub-issue type"),
        "work_type": translate("SettingsForm", "Work type"),
        "contact": translate("SettingsForm", "Primary contact"),
        "contract": translate("SettingsForm", "Default contract"),
        "warning": translate("SettingsForm", "Priority for Warning"),
        "error": translate("SettingsForm", "Priority for Error"),
        "missed": translate("SettingsForm", "Priority for Missed"),
        "due": translate("SettingsForm", "Due"),
        "subject_prefix": translate("SettingsForm", "Subject prefix"),
        "object_errors": translate("SettingsForm", "Object errors listed"),
        "resolving_allowed": translate("SettingsForm", "Allow resolving tickets"),
        "completed_status": translate("SettingsForm", "Completed status"),
        "note_type": translate("SettingsForm", "Note type"),
        "publish": translate("SettingsForm", "Publish notes to"),
        "compatibility_mode": translate("SettingsForm", "Compatibility mode"),
    }


def value_of(settings: Settings, key: str, environment: Environment) -> Any:
    """A value by its name; what belongs to one environment is taken from that one."""
    here = settings.environments[environment]
    if key in _OF_DEFAULTS:
        return getattr(here.defaults, key)
    return getattr(here if key in _OF_ENVIRONMENT else settings, key)


def with_value(settings: Settings, key: str, value: object, environment: Environment) -> Settings:
    """The settings with one value changed."""
    changes: dict[str, Any] = {key: value}
    here = settings.environments[environment]
    if key in _OF_DEFAULTS:
        here = replace(here, defaults=replace(here.defaults, **changes))
    elif key in _OF_ENVIRONMENT:
        here = replace(here, **changes)
    else:
        return replace(settings, **changes)
    return replace(settings, environments={**settings.environments, environment: here})


def _places(key: str) -> tuple[Environment, ...]:
    """The environments in which a value may differ; a shared one is compared once."""
    is_shared = key not in _OF_ENVIRONMENT | _OF_DEFAULTS
    return (Environment.SANDBOX,) if is_shared else tuple(Environment)


@dataclass(frozen=True)
class Draft:
    """The form between two savings.

    Attributes:
        base: the settings that it began with.
        edited: the same with what was changed.
        typed: new secrets by environment and name; they go to the keyring, never elsewhere.
    """

    base: Settings
    edited: Settings
    typed: Mapping[tuple[Environment, str], str] = field(default_factory=dict, repr=False)

    @property
    def environment(self) -> Environment:
        """The environment that the form shows."""
        return self.edited.environment

    def put(self, key: str, value: object) -> "Draft":
        """The draft with another value in the environment that the form shows."""
        return replace(self, edited=with_value(self.edited, key, value, self.environment))

    def type_secret(self, name: str, text: str) -> "Draft":
        """The draft with a newly typed secret; an emptied field keeps what is stored."""
        typed = {**self.typed, (self.environment, name): text}
        return replace(self, typed={key: each for key, each in typed.items() if each})

    def without_typed(self, kept: Collection[tuple[Environment, str]]) -> "Draft":
        """The draft after these secrets were taken over."""
        left = {key: text for key, text in self.typed.items() if key not in kept}
        return replace(self, typed=left)

    def typed_here(self) -> dict[str, str]:
        """The newly typed secrets of the environment that the form shows, by name."""
        return {
            name: text for (place, name), text in self.typed.items() if place is self.environment
        }

    def changed(self) -> tuple[str, ...]:
        """The names of all values that differ from what is saved, in any environment."""
        names = {name for _place, name in self.typed}
        for key in FIELDS:
            if any(self._differs(key, place) for place in _places(key)):
                names.add(key)
        return tuple(key for key in labels() if key in names)

    def differing(self) -> frozenset[tuple[str, Environment]]:
        """Which values differ from what is saved, each with the environment it belongs to."""
        return frozenset(
            (key, place) for key in FIELDS for place in _places(key) if self._differs(key, place)
        )

    def following(self, newer: Settings, key: str, place: Environment) -> "Draft":
        """The draft with one value as somebody else saved it."""
        value = value_of(newer, key, place)
        return replace(self, edited=with_value(self.edited, key, value, place))

    def changed_here(self) -> frozenset[str]:
        """The same, as far as the form shows them now."""
        here = {key for key in FIELDS if self._differs(key, self.environment)}
        return frozenset(here | set(self.typed_here()))

    @property
    def has_changed_settings(self) -> bool:
        """Whether anything but secrets differs."""
        return any(self._differs(key, place) for key in FIELDS for place in _places(key))

    def rebased(self, base: Settings) -> "Draft":
        """The draft on newer settings: what was changed here stays, the rest follows them."""
        edited = base
        for key in FIELDS:
            for place in _places(key):
                if self._differs(key, place):
                    edited = with_value(edited, key, value_of(self.edited, key, place), place)
        return replace(self, base=base, edited=edited)

    def discarded(self) -> "Draft":
        """The draft as it began."""
        return Draft(self.base, self.base)

    def to_save(self) -> Settings:
        """What is saved: texts without the spaces around them."""
        result = self.edited
        for key in FIELDS:
            for place in _places(key):
                value = value_of(result, key, place)
                if type(value) is str and key != "subject_prefix":
                    result = with_value(result, key, value.strip(), place)
        return result

    def _differs(self, key: str, place: Environment) -> bool:
        return bool(value_of(self.base, key, place) != value_of(self.edited, key, place))


def form_problems(settings: Settings) -> tuple[SettingProblem, ...]:
    """What the form itself can see of an enabled configuration: addresses that lead nowhere."""
    if not settings.enabled:
        return ()
    problems = []
    zone = settings.current.fixed_zone
    if zone and not _is_address(zone.strip()):
        sentence = translate(
            "SettingsForm",
            "Write the whole address of the zone, such as "
            "https://webservices19.autotask.net/ATServicesRest.",
        )
        problems.append(SettingProblem("fixed_zone", sentence))
    if "{job_id}" not in settings.job_path:
        sentence = translate(
            "SettingsForm", "Keep {place} in it; the number of the job takes its place."
        ).format(place="{job_id}")
        problems.append(SettingProblem("job_path", sentence))
    return tuple(problems)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
