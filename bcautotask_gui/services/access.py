"""The way to Autotask: open only while the shared settings allow it."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from bcautotask_gui.domain.connection import Connection, Credentials
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Autotask, AutotaskFactory, SettingsStore
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.services.secret_keeper import SecretKeeper


@dataclass(frozen=True)
class Opened:
    """A client together with the settings that it was opened under."""

    settings: Settings
    autotask: Autotask


class AutotaskAccess:
    """Builds the client for the environment in use and keeps it while nothing changes.

    With the integration disabled no client is built, so not one call can be made; a client
    already built asks before every operation whether the settings still allow it. Each
    environment keeps its own: a client whose credentials were refused stays refused when the
    team switches away and back, until they are entered anew.
    """

    def __init__(
        self, settings: SettingsStore, keeper: SecretKeeper, factory: AutotaskFactory
    ) -> None:
        self._settings = settings
        self._keeper = keeper
        self._factory = factory
        self._lock = Lock()
        self._clients: dict[Environment, tuple[object, Autotask]] = {}
        self._tried: dict[Environment, tuple[object, Autotask]] = {}

    def open(self) -> Opened:
        """The client for the environment in use.

        Raises:
            Failure: DISABLED, SECRET_MISSING; CREDENTIALS_AGAIN where trying out the same
                credentials showed that they are refused.
        """
        settings = self._settings.read()
        if not settings.enabled:
            raise Failure(Kind.DISABLED)
        connection = self._connection(settings)
        key = (connection, self._keeper.generation)
        with self._lock:
            _refuse_again(key, self._tried.get(settings.environment))
            kept = self._clients.get(settings.environment)
            if kept is None or kept[0] != key:
                # a job that works with the former client ends with it; nobody else gets it
                kept = key, self._factory(connection, self._gate(settings))
                self._clients[settings.environment] = kept
            return Opened(settings, kept[1])

    def try_out(self, settings: Settings, credentials: Credentials | None) -> Autotask:
        """A client for values that are not saved yet; the caller closes it.

        Autotask locks a user who signs in wrongly again and again. So the credentials of the
        keyring, once refused here or in use, are not sent again until they are entered anew.

        Args:
            settings: as in the form; must be enabled there.
            credentials: newly typed ones, or None for those of the keyring.

        Raises:
            Failure: DISABLED, SECRET_MISSING, CREDENTIALS_AGAIN.
        """
        if not settings.enabled:
            raise Failure(Kind.DISABLED)
        connection = self._connection(settings, credentials)
        if credentials is not None:
            return self._factory(connection, _nothing_against)
        key = (connection, self._keeper.generation)
        where = settings.environment
        with self._lock:
            _refuse_again(key, self._clients.get(where), self._tried.get(where))
            client = self._factory(connection, _nothing_against)
            self._tried[where] = key, client
            return client

    def close(self) -> None:
        """Gives the connections back."""
        with self._lock:
            for _key, client in self._clients.values():
                client.close()
            self._clients.clear()

    def _connection(self, settings: Settings, credentials: Credentials | None = None) -> Connection:
        current = settings.current
        return Connection(
            settings.environment,
            credentials or self._keeper.credentials(settings.environment, current.user_name),
            current.fixed_zone,
            current.database_id,
        )

    def _gate(self, opened_under: Settings) -> Callable[[], None]:
        seen = opened_under.version

        def still_allowed() -> None:
            nonlocal seen
            version = self._settings.version()
            if version == seen:
                return
            now = self._settings.read()
            _refuse_if_closed(now, opened_under.environment)
            seen = version

        return still_allowed


def _nothing_against() -> None:
    """The gate of values under test: whoever tests them was asked already."""


def _refuse_again(key: object, *known: tuple[object, Autotask] | None) -> None:
    if any(each and each[0] == key and each[1].is_refused for each in known):
        raise Failure(Kind.CREDENTIALS_AGAIN)


def _refuse_if_closed(now: Settings, environment: Environment) -> None:
    if not now.enabled:
        raise Failure(Kind.DISABLED)
    if now.environment is not environment:
        raise Failure(Kind.STALE, what=say("The environment"), who=now.saved_by or "somebody")
