"""The database connection of this workstation: tested, its password kept, another one chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from bcautotask_gui import logs
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import Secrets
from bcautotask_gui.domain.schema_report import DatabaseLook
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.services.acts import Actor

Look = Callable[[str, str | None], DatabaseLook]


@dataclass(frozen=True)
class InUse:
    """The database that is open.

    Attributes:
        url: its address without the password.
        is_server: whether it asks for a password at all.
    """

    url: str
    is_server: bool


class DatabaseDesk:
    """Each method that reaches the keyring may wait for its prompt.

    Args:
        in_use: the database that is open.
        look: looks at one that is not.
        secrets: the keyring of this computer.
        actor: who acts; None while nobody has signed in, at the first start.
    """

    def __init__(
        self, in_use: InUse, look: Look, secrets: Secrets, actor: Actor | None = None
    ) -> None:
        self.in_use = in_use
        self._look = look
        self._secrets = secrets
        self._actor = actor

    def look(self, url: str, password: str) -> DatabaseLook:
        """What a database holds.

        Args:
            url: as typed.
            password: as typed; empty where none was.

        Raises:
            Failure: what kept it from answering.
        """
        if not url.strip():
            raise Failure(Kind.DATABASE_ADDRESS, why=say("it is empty"))
        if password:
            logs.redact(password)
        return self._look(url.strip(), password or None)

    def holds_password(self) -> bool:
        """Whether the keyring holds the password of the database in use.

        Raises:
            Failure: what the keyring refused.
        """
        return bool(self.in_use.is_server and self._secrets.get(self.in_use.url))

    def keep_password(self, url: str, password: str) -> None:
        """Keeps the password of a database under its address.

        Raises:
            Failure: NOT_ALLOWED, SECRET_TOO_LONG, or what the keyring refused.
        """
        self._require()
        self._secrets.set(url, password)

    def forget_password(self) -> None:
        """Removes the password of the database in use; the next start asks for it.

        Raises:
            Failure: NOT_ALLOWED, or what the keyring refused.
        """
        self._require()
        self._secrets.forget(self.in_use.url)

    def _require(self) -> None:
        if self._actor is not None:
            self._actor.require(Permission.SECRETS)
