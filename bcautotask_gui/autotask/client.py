"""One session with Autotask: asks for leave, sends, repeats reads, follows pages and zone moves."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from bcautotask_gui.autotask import addresses, query
from bcautotask_gui.autotask.answer import Answer
from bcautotask_gui.autotask.calls import USED, Calls
from bcautotask_gui.autotask.errors import ending_of, failure_of, is_unauthorised
from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.query import Filter
from bcautotask_gui.autotask.rows import Row, items, number, row_of
from bcautotask_gui.autotask.texts import told
from bcautotask_gui.autotask.wire import Request, Wire
from bcautotask_gui.autotask.zone import ZoneFinder, address
from bcautotask_gui.domain.connection import CallsUsed, Connection, Zone
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import CallBudget, Clock, Gate
from bcautotask_gui.domain.tickets import CreateAnswer, Ending

T = TypeVar("T")
MOST_PAGES = 2000


class _UnauthorisedError(Exception):
    """The zone did not take the credentials; perhaps the tenant was moved."""


class Client:
    """Calls one Autotask database as one user, until that user is refused once.

    Args:
        connection: whom to call as, and the database it must be.
        gate: asked before every call.
        discovery_url: the service that knows all zones.
        budget: counts every call.
        clock: for waits.
        limits: how many calls run at once; shared by all clients of the process.
    """

    def __init__(
        self,
        connection: Connection,
        gate: Gate,
        *,
        discovery_url: str,
        budget: CallBudget,
        clock: Clock,
        limits: EndpointLimits,
    ) -> None:
        self._user = connection.credentials.user_name
        self._zones = ZoneFinder(connection, discovery_url, self._get_unsigned)
        self._wire = Wire(connection.credentials, clock, is_local=self._zones.is_local)
        self._environment, self._budget = connection.environment, budget
        self._calls = Calls(
            connection.environment, gate, budget, clock, limits, self._wire, self._ask
        )

    @property
    def is_refused(self) -> bool:
        """Whether its user was refused, so that it makes no call any more."""
        return self._calls.is_shut

    def zone(self) -> Zone:
        """Where the tenant lives.

        Raises:
            Failure: UNKNOWN_USER, OTHER_DATABASE, or what kept it from being found.
        """
        return self._zones.zone()

    def calls_used(self, *, is_once: bool = False) -> CallsUsed:
        """The calls of the last 60 minutes, this one included; the budget is corrected by it.

        Args:
            is_once: whether a question that fails is not repeated.

        Raises:
            Failure: UNREADABLE, or what kept Autotask from answering.
        """
        content = self.get(USED, is_once=is_once)
        used = number(content.get("currentTimeframeRequestCount"))
        allowed = number(content.get("externalRequestThreshold"))
        if used is None or allowed is None:
            raise Failure(Kind.UNREADABLE, "The answer does not say how many calls were used.")
        calls = CallsUsed(used, allowed)
        self._budget.settle(self._environment, calls)
        return calls

    def get(
        self, path: str, *, is_bulk: bool = False, is_once: bool = False
    ) -> Mapping[str, object]:
        """Reads what stands at a path below the version.

        Raises:
            Failure: what came back instead.
        """

        def read(zone: Zone) -> Mapping[str, object]:
            request = Request("GET", address(zone, path), path)
            return self._read(request, is_bulk=is_bulk, is_once=is_once).content

        return self._in_zone(read)

    def item(self, entity: str, item_id: int, *, is_bulk: bool = False) -> Row | None:
        """Reads one record; None where Autotask shows none with this id.

        Raises:
            Failure: what came back instead.
        """
        path = f"{entity}/{item_id}"
        try:
            content = self.get(path, is_bulk=is_bulk)
        except Failure as failure:
            if failure.kind is Kind.ABSENT:
                return None
            raise
        if "item" not in content:
            raise Failure(Kind.UNREADABLE, f"{path} was answered without an item.")
        return None if content["item"] is None else row_of(content["item"], item_id)

    def query(
        self,
        entity: str,
        filters: Sequence[Filter],
        include: Sequence[str],
        *,
        is_bulk: bool = False,
    ) -> dict[int, Row]:
        """Reads all records that a query finds, over all its pages, by id.

        Raises:
            Failure: what came back instead; a result is never cut short in silence.
        """
        found, is_cut = self.pages(entity, filters, include, most=MOST_PAGES, is_bulk=is_bulk)
        if is_cut:
            raise Failure(Kind.UNREADABLE, f"{entity} were found without end.")
        return found

    def pages(
        self,
        entity: str,
        filters: Sequence[Filter],
        include: Sequence[str],
        *,
        most: int,
        is_bulk: bool = False,
    ) -> tuple[dict[int, Row], bool]:
        """Reads the first pages of what a query finds, by id, and whether there are more.

        Raises:
            Failure: what came back instead.
        """
        path, body = f"{entity}/query", encoded(query.body(filters, include))

        def read(zone: Zone) -> tuple[dict[int, Row], bool]:
            return self._pages(zone, path, body, most, is_bulk=is_bulk)

        return self._in_zone(read)

    def first(self, entity: str, filters: Sequence[Filter], include: Sequence[str]) -> Row | None:
        """Reads the first record that a query finds, or None.

        Raises:
            Failure: what came back instead.
        """
        body = encoded(query.body(filters, include, most=1))
        path = f"{entity}/query"

        def read(zone: Zone) -> Row | None:
            answer = self._read(Request("POST", address(zone, path), path, body))
            return next(iter(items(answer.content).values()), None)

        return self._in_zone(read)

    def write_once(
        self, method: str, path: str, body: Mapping[str, object], may_send: Callable[[], bool]
    ) -> CreateAnswer:
        """Sends a write exactly once and tells how that ended; never raises.

        Args:
            method: POST or PUT.
            path: below the version.
            body: the record.
            may_send: asked when the headers go out and again when the body does.
        """
        try:
            zone = self.zone()
            self._calls.allow(is_bulk=False)
            request = Request(method, address(zone, path), path, encoded(body))
        except Exception as error:
            return _not_sent(error)
        came_back = self._calls.write(request, may_send)
        ending = ending_of(came_back, self._user)
        if isinstance(came_back, Answer) and is_unauthorised(came_back):
            return self._after_refused_write(zone, ending)
        return ending

    def close(self) -> None:
        """Gives the connections back."""
        self._wire.close()

    def _pages(
        self, zone: Zone, path: str, body: bytes, most: int, *, is_bulk: bool
    ) -> tuple[dict[int, Row], bool]:
        """Every page is asked with the verb and the body of the first."""
        found: dict[int, Row] = {}
        url = address(zone, path)
        for _ in range(most):
            content = self._read(Request("POST", url, path, body), is_bulk=is_bulk).content
            before = len(found)
            found |= items(content)
            following = _next_page(content, zone)
            if following is None:
                return found, False
            if len(found) == before:
                raise Failure(Kind.UNREADABLE, f"The pages of {path} lead in a circle.")
            url = following
        return found, True

    def _in_zone(self, work: Callable[[Zone], T]) -> T:
        """Does work in the user's zone, and once more in the new one if the tenant was moved."""
        zone = self.zone()
        try:
            return work(zone)
        except _UnauthorisedError as refused:
            if self._zones.renewed(zone).url == zone.url:
                raise self._refused(refused) from None
        try:
            return work(self.zone())
        except _UnauthorisedError as refused:
            raise self._refused(refused) from None

    def _refused(self, error: _UnauthorisedError) -> Failure:
        self._calls.shut()
        return Failure(Kind.CREDENTIALS, str(error))

    def _after_refused_write(self, zone: Zone, ending: CreateAnswer) -> CreateAnswer:
        """A write is not repeated here, but where the tenant was moved the next one finds it."""
        try:
            now = self._zones.renewed(zone)
        except Exception:  # whatever it was, the answer to the write stands
            return ending
        if now.url == zone.url:
            self._calls.shut()
            return ending
        moved = Failure(Kind.ZONE_MOVED, zone=now.name or "another zone")
        return CreateAnswer(ending.ending, failure=moved)

    def _read(self, request: Request, *, is_bulk: bool = False, is_once: bool = False) -> Answer:
        """One read in the zone, repeated where it may be.

        Raises:
            _UnauthorisedError: the zone does not take the credentials.
            Failure: what came back instead of data.
        """
        answer = self._calls.read(request, is_bulk=is_bulk, is_once=is_once)
        failure = failure_of(answer, self._user)
        if failure is None:
            return answer
        if failure.kind is Kind.CREDENTIALS:
            raise _UnauthorisedError(failure.detail)
        raise failure

    def _get_unsigned(self, url: str) -> Answer:
        return self._calls.read(Request("GET", url, "zoneInformation", signed=False))

    def _ask(self) -> None:
        """Corrects the budget; where that fails the work itself meets what is wrong."""
        with suppress(Failure):
            self.calls_used(is_once=True)


def encoded(body: Mapping[str, object]) -> bytes:
    """JSON in ASCII, so that no character of any text can be lost or refused on the way."""
    return json.dumps(body, separators=(",", ":"), allow_nan=False).encode("ascii")


def _not_sent(error: Exception) -> CreateAnswer:
    failure = error if isinstance(error, Failure) else None
    failure = failure or Failure(Kind.UNEXPECTED, type(error).__name__)
    return CreateAnswer(Ending.NOT_SENT, failure=failure)


def _next_page(content: Mapping[str, object], zone: Zone) -> str | None:
    """The address of the next page; only the zone's own server gets the credentials.

    Raises:
        Failure: ADDRESS.
    """
    details = content.get("pageDetails")
    following = details.get("nextPageUrl") if isinstance(details, dict) else None
    if not following:
        return None
    if not isinstance(following, str) or not addresses.is_same_server(following, zone.url):
        raise Failure(Kind.ADDRESS, address=told(str(following))[:200])
    return following
