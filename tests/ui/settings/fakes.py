"""Stand-ins for the parts below the Settings tab: a store, secrets, one Autotask, the door."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.connection import (
    Access,
    CallsUsed,
    Connection,
    KeyringStanding,
    KeyringState,
    Zone,
)
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField
from bcautotask_gui.domain.settings import (
    Environment,
    EnvironmentSettings,
    PriorityChoice,
    Settings,
    TicketDefaults,
)

NOW = datetime(2026, 11, 23, 7, 3, tzinfo=UTC)


def reference_data() -> ReferenceData:
    def values(*pairs: tuple[int, str]) -> tuple[PicklistValue, ...]:
        return tuple(PicklistValue(value, label) for value, label in pairs)

    return ReferenceData(
        {
            TicketField.QUEUE: values((29682833, "Backup & Recovery"), (5, "Client Portal")),
            TicketField.SOURCE: values((8, "Monitoring Alert"), (2, "E-mail")),
            TicketField.STATUS: values((1, "New"), (5, "Complete")),
            TicketField.PRIORITY: (
                *values((1, "High"), (2, "Medium")),
                PicklistValue(4, "Urgent", is_active=False),
            ),
            TicketField.CATEGORY: values((3, "Standard"), (118, "Backup alert (API)")),
            TicketField.ISSUE_TYPE: values((14, "Backup"), (12, "Server")),
            TicketField.SUB_ISSUE_TYPE: (
                PicklistValue(152, "Job failed", parent=14),
                PicklistValue(153, "Job missed", parent=14),
                PicklistValue(141, "Disk", parent=12),
            ),
            TicketField.NOTE_TYPE: values((3, "Task Notes"), (1, "Task Summary")),
            TicketField.PUBLISH: values(
                (1, "All Autotask Users"), (2, "Internal Users Only"), (4, "Internal & Co-Managed")
            ),
        },
        datetime(2026, 11, 23, 6, 40, tzinfo=UTC),
    )


def good_defaults() -> TicketDefaults:
    return TicketDefaults(
        queue=29682833, source=8, status=1, warning=PriorityChoice(2), error=PriorityChoice(1)
    )


def good_settings() -> Settings:
    sandbox = EnvironmentSettings("api@msp.example", "", 4711, "EU1", good_defaults())
    return Settings(
        version=3,
        enabled=True,
        environments={
            Environment.SANDBOX: sandbox,
            Environment.PRODUCTION: EnvironmentSettings(),
        },
        base_url="https://backupchecks.example",
        saved_by="M. Peters",
    )


class FakeStore:
    def __init__(self) -> None:
        self.settings = good_settings()
        self.reference: dict[Environment, ReferenceData] = {Environment.SANDBOX: reference_data()}

    def workspace_id(self) -> str:
        return "7f3c91aa"

    def read(self) -> Settings:
        return self.settings

    def version(self) -> int:
        return self.settings.version

    def save(self, settings: Settings, event: AuditEvent) -> Settings:
        if settings.version != self.settings.version:
            raise Failure(Kind.STALE, what="The settings", who=self.settings.saved_by)
        self.settings = replace(settings, version=settings.version + 1, saved_by=event.operator)
        return self.settings

    def saved_by_another(self, **changes: Any) -> None:
        now = self.settings
        self.settings = replace(now, version=now.version + 1, saved_by="K. Visser", **changes)

    def reference_data(self, environment: Environment) -> ReferenceData | None:
        return self.reference.get(environment)

    def keep_reference_data(
        self, environment: Environment, data: ReferenceData, event: AuditEvent
    ) -> None:
        self.reference[environment] = data


class FakeSecrets:
    """A keyring; where `failure` is set it refuses."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.failure: Failure | None = None

    def get(self, account: str) -> str | None:
        return self.values.get(account)

    def set(self, account: str, secret: str) -> None:
        if self.failure:
            raise self.failure
        self.values[account] = secret

    def forget(self, account: str) -> None:
        self.values.pop(account, None)

    def probe(self) -> KeyringState:
        return KeyringState(KeyringStanding.USABLE, "a dictionary")


class FakeAutotask:
    """One tenant whose user may do everything that is needed, unless told otherwise."""

    def __init__(self) -> None:
        self.connections: list[Connection] = []
        self.calls: list[str] = []
        self.ci = 4711
        self.rights = {
            "Companies": Access(query=True, create=False, update=False),
            "Tickets": Access(query=True, create=True, update=True),
            "TicketNotes": Access(query=True, create=True, update=False),
            "TimeEntries": Access(query=True, create=False, update=False),
        }
        self.failures: dict[str, Failure] = {}
        self.is_refused = False

    def __call__(self, connection: Connection, _gate: Callable[[], None]) -> "FakeAutotask":
        self.connections.append(connection)
        return self

    def _called(self, name: str) -> None:
        self.calls.append(name)
        if name in self.failures:
            failure = self.failures[name]
            self.is_refused = failure.kind is Kind.CREDENTIALS
            raise failure

    def zone(self) -> Zone:
        self._called("zone")
        return Zone(
            "EU1 (English)", "https://webservices19.autotask.net/ATServicesRest/", "", self.ci
        )

    def calls_used(self) -> CallsUsed:
        self._called("user")
        return CallsUsed(214, 10_000)

    def version(self) -> str:
        self._called("version")
        return "2026.3"

    def sees_non_billable(self) -> bool:
        self._called("non_billable")
        return True

    def access(self, entity: str) -> Access:
        self._called(entity)
        return self.rights[entity]

    def reference_data(self) -> ReferenceData:
        self._called("reference")
        return reference_data()

    def category_defaults(self, category: int) -> dict[TicketField, int]:
        self._called(f"category {category}")
        return {TicketField.SOURCE: 2, TicketField.ISSUE_TYPE: 14}

    def close(self) -> None:
        self.calls.append("close")


class FakeMessages:
    """Says yes at once where `says_yes`, and keeps what was asked, told and copied."""

    def __init__(self) -> None:
        self.says_yes = True
        self.asked: list[tuple[str, str, str]] = []
        self.copied: list[str] = []

    def ask(
        self,
        title: str,
        sentence: str,
        yes_text: str,
        then: Callable[[], None],
        *,
        loses: bool = False,
    ) -> None:
        self.asked.append((title, sentence, yes_text))
        if self.says_yes:
            then()

    def tell(self, title: str, sentence: str, details: str = "") -> None:
        self.asked.append((title, sentence, ""))

    def open_url(self, url: str) -> None:
        raise NotImplementedError

    def copy(self, text: str) -> None:
        self.copied.append(text)


class FakeOutcome:
    def __init__(self) -> None:
        self.told: list[tuple[str, Failure | None]] = []

    def tell(self, sentence: str, failure: Failure | None = None, _correlation: str = "") -> None:
        self.told.append((sentence, failure))
