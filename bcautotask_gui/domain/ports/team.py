"""What the services need of the store that a team shares: settings, people, trail, news."""

from collections.abc import Iterator
from typing import Protocol

from bcautotask_gui.domain.audit import AuditEntry, AuditEvent, AuditQuery
from bcautotask_gui.domain.audit_chain import ChainedEntry, Link
from bcautotask_gui.domain.changes import Change
from bcautotask_gui.domain.naming import GivenNames, NameChoice
from bcautotask_gui.domain.operators import Instance, Operator, SignInWay
from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.settings import Environment, Settings


class SettingsStore(Protocol):
    """The settings shared by everyone on one database."""

    def workspace_id(self) -> str:
        """The id of this workspace; part of keyring accounts and markers."""

    def read(self) -> Settings:
        """The settings in force."""

    def version(self) -> int:
        """The version in force, cheaper than `read`."""

    def save(self, settings: Settings, event: AuditEvent) -> Settings:
        """Saves what was changed from `settings.version`.

        Raises:
            Failure: STALE where somebody saved a newer version meanwhile.
        """

    def reference_data(self, environment: Environment) -> ReferenceData | None:
        """The picklists as last kept, or None."""

    def keep_reference_data(
        self, environment: Environment, data: ReferenceData, event: AuditEvent
    ) -> None:
        """Keeps freshly read picklists."""


class NamingStore(Protocol):
    """Names that an admin gave to tables and columns of Backupchecks."""

    @property
    def in_use(self) -> int:
        """The version of the names that this connection was opened with."""

    def read(self) -> GivenNames:
        """The names as last saved, whether or not they are in use here yet."""

    def choice(self, word: str) -> NameChoice:
        """What can be chosen for one table or column, by our word for it."""

    def save(self, choice: NameChoice, name: str, event: AuditEvent) -> GivenNames:
        """Gives a name, or takes it back where it is empty.

        Raises:
            Failure: STALE where somebody saved others meanwhile; NO_SUCH_NAME.
        """


class UserStore(Protocol):
    """Who works here; no password and no hash is kept or handed out."""

    def way(self) -> SignInWay:
        """How people are known on this database."""

    def verify(self, name: str, password: str, workstation: str) -> Operator:
        """The person that a name and a password belong to, under the highest of their roles."""

    def database_user(self, workstation: str) -> Operator:
        """Who works here where no account is asked for."""


class AuditLog(Protocol):
    """Reads the trail; entries are written by the stores, with the acts themselves."""

    def newest(
        self, limit: int, before_id: int | None = None, query: AuditQuery | None = None
    ) -> tuple[AuditEntry, ...]:
        """Entries, the newest first."""

    def operators(self) -> tuple[str, ...]:
        """Everybody who ever acted."""

    def head(self) -> Link | None:
        """The newest entry; None in an empty trail."""

    def link(self, entry_id: int) -> Link | None:
        """One entry; None where it is not there."""

    def chain(self) -> Iterator[tuple[ChainedEntry, ...]]:
        """All entries from the first on, some at a time."""


class Instances(Protocol):
    """Which applications are alive on this database."""

    def beat(self, instance: Instance, operator: str) -> None:
        """Says that this instance lives."""

    def alive(self, within_seconds: float) -> frozenset[str]:
        """The ids of instances with a heartbeat not older than this."""

    def end(self, instance: Instance) -> None:
        """Says that this instance has ended."""


class Watch(Protocol):
    """Hears of what others change in the database; one thread at a time waits."""

    def wait_for_changes(self, timeout_s: float) -> tuple[Change, ...]:
        """What others changed since the last call; waits for the first of them, so long at most.

        Raises:
            Failure: why the database does not answer; later calls try again, ever more rarely,
                and tell EVERYTHING once it is back.
        """

    def wake(self) -> None:
        """Ends the wait from another thread, for good."""

    def close(self) -> None:
        """Gives the connection back."""
