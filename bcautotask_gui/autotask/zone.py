"""Finds the zone in which a user's tenant lives, and finds it anew when the tenant was moved."""

from collections.abc import Callable
from threading import Lock
from urllib.parse import quote

from bcautotask_gui.autotask import addresses
from bcautotask_gui.autotask.answer import Answer, positive
from bcautotask_gui.autotask.errors import failure_of
from bcautotask_gui.autotask.rows import text
from bcautotask_gui.domain.connection import Connection, Zone
from bcautotask_gui.domain.errors import Failure, Kind

VERSION = "V1.0"
"""Pinned: the newest version that the service lists has no zone discovery and other routes."""


class ZoneFinder:
    """Knows the zone of one user; asks for it once, and again only when told to.

    The service that knows all zones decides whether this computer is meant: a zone elsewhere, be
    it answered or fixed, is not called by a client of a local service, nor the other way round.

    Attributes:
        is_local: the service is on this computer.

    Args:
        connection: whose zone, and the database it must lead to.
        discovery_url: the service that knows all zones, without a version.
        get: asks an absolute address without credentials.
    """

    def __init__(
        self, connection: Connection, discovery_url: str, get: Callable[[str], Answer]
    ) -> None:
        self.is_local = addresses.is_loopback(discovery_url)
        self._connection = connection
        self._start = addresses.service_root(connection.fixed_zone or discovery_url)
        self._get = get
        self._lock = Lock()
        self._found: Zone | None = None

    def zone(self) -> Zone:
        """The zone as first found.

        Raises:
            Failure: ADDRESS, UNKNOWN_USER, OTHER_DATABASE, or what kept it from being found.
        """
        with self._lock:
            if self._found is None:
                self._found = self._ask()
            return self._found

    def renewed(self, refused_by: Zone) -> Zone:
        """The zone after one that no longer takes the user; the same one where nothing moved."""
        with self._lock:
            if self._found is None or self._found == refused_by:
                self._found = None
                self._found = self._ask()
            return self._found

    def _ask(self) -> Zone:
        start = addresses.checked(self._start, local=self.is_local)
        user = self._connection.credentials.user_name
        answer = self._get(f"{start}/{VERSION}/zoneInformation?user={quote(user, safe='')}")
        failure = failure_of(answer, user)
        if failure:
            raise failure
        return self._bound(self._read(answer))

    def _read(self, answer: Answer) -> Zone:
        """The zone of an answer; a fixed zone keeps its address and only learns the rest."""
        content = answer.content
        url, database = content.get("url"), positive(content.get("ci"))
        if not isinstance(url, str) or database is None:
            raise Failure(Kind.UNREADABLE, answer.text)
        if self._connection.fixed_zone:
            url = self._start
        addresses.checked(url, local=self.is_local)
        web = addresses.web_address(content.get("webUrl"), url, local=self.is_local)
        return Zone(text(content, "zoneName"), url, web, database)

    def _bound(self, zone: Zone) -> Zone:
        bound = self._connection.bound_to
        if bound is not None and zone.database_id != bound:
            raise Failure(
                Kind.OTHER_DATABASE,
                found=zone.database_id,
                bound=bound,
                environment=self._connection.environment.label,
            )
        return zone


def address(zone: Zone, path: str) -> str:
    """The address of a path below the version."""
    return f"{addresses.service_root(zone.url)}/{VERSION}/{path}"
