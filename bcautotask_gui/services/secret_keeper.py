"""The secrets of this workstation: read once from the keyring, then kept for the session."""

from collections.abc import Mapping
from threading import Lock

from bcautotask_gui.domain.connection import Credentials, KeyringState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import Secrets, SettingsStore
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.acts import Actor

SECRET = "api-secret"
TRACKING_ID = "tracking-id"
SECRET_WORDS = {SECRET: say("secret"), TRACKING_ID: say("tracking identifier")}


class SecretKeeper:
    """Keeps secret and tracking identifier of each environment.

    `load`, `store` and `forget` reach the keyring and may wait for its prompt; everything else
    works on what they left in memory.
    """

    def __init__(self, secrets: Secrets, settings: SettingsStore, actor: Actor) -> None:
        self._secrets = secrets
        self._settings = settings
        self._actor = actor
        self._held: dict[tuple[Environment, str], str] = {}
        self._generation = 0
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"SecretKeeper({len(self._held)} held)"

    def probe(self) -> KeyringState:
        """Whether the keyring of this computer can keep a secret."""
        return self._secrets.probe()

    def use(self, secrets: Secrets) -> None:
        """Keeps secrets elsewhere from now on, such as in the memory of this session."""
        self._secrets = secrets

    def load(self) -> frozenset[tuple[Environment, str]]:
        """Reads what the keyring holds for both environments.

        Returns:
            Which secrets are stored, as (environment, name).

        Raises:
            Failure: KEYRING_ABSENT, KEYRING_LOCKED, KEYRING_REFUSED or KEYRING_SLOW.
        """
        found = {}
        for environment in Environment:
            for name in (SECRET, TRACKING_ID):
                value = self._secrets.get(self._account(environment, name))
                if value:
                    found[environment, name] = value
        with self._lock:
            self._held = found
            self._generation += 1
        return frozenset(found)

    def store(self, environment: Environment, name: str, value: str) -> None:
        """Keeps a new value in the keyring, in place of any former one.

        Args:
            environment: the Autotask database that it belongs to.
            name: `SECRET` or `TRACKING_ID`.
            value: the secret itself.

        Raises:
            Failure: NOT_ALLOWED, SECRET_TOO_LONG, or what the keyring refused.
        """
        self._actor.require(Permission.SECRETS)
        self._secrets.set(self._account(environment, name), value)
        self._hold(environment, name, value)

    def forget(self, environment: Environment, name: str) -> None:
        """Removes a value from the keyring and from memory.

        Raises:
            Failure: NOT_ALLOWED, or what the keyring refused.
        """
        self._actor.require(Permission.SECRETS)
        self._secrets.forget(self._account(environment, name))
        self._hold(environment, name, None)

    @property
    def generation(self) -> int:
        """Grows whenever a secret is entered, so that a refused client is built anew."""
        return self._generation

    def held(self) -> frozenset[tuple[Environment, str]]:
        """Which secrets are at hand."""
        with self._lock:
            return frozenset(self._held)

    def credentials(
        self, environment: Environment, user_name: str, typed: Mapping[str, str] | None = None
    ) -> Credentials:
        """The credentials of an environment.

        Args:
            environment: the Autotask database that they belong to.
            user_name: the API user.
            typed: newly typed values by `SECRET` or `TRACKING_ID`, which lead over kept ones.

        Raises:
            Failure: SECRET_MISSING, naming what this workstation lacks.
        """
        with self._lock:
            values = {name: self._held.get((environment, name)) for name in (SECRET, TRACKING_ID)}
        values.update(typed or {})
        secret, tracking_id = values[SECRET], values[TRACKING_ID]
        if not secret or not tracking_id:
            missing = next(name for name, value in values.items() if not value)
            raise Failure(
                Kind.SECRET_MISSING, environment=environment.label, secret=SECRET_WORDS[missing]
            )
        return Credentials(user_name, secret, tracking_id)

    def _hold(self, environment: Environment, name: str, value: str | None) -> None:
        with self._lock:
            if value is None:
                self._held.pop((environment, name), None)
            else:
                self._held[environment, name] = value
            self._generation += 1

    def _account(self, environment: Environment, name: str) -> str:
        return f"{self._settings.workspace_id()}/{environment.value}/{name}"
