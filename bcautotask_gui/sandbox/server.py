"""The local Autotask as a server: loopback only, a thread of its own, a free port."""

from contextlib import suppress
from pathlib import Path
from socket import SHUT_RDWR, create_server, socket
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from bcautotask_gui.sandbox import state
from bcautotask_gui.sandbox.application import Application
from bcautotask_gui.sandbox.faults import Faults
from bcautotask_gui.sandbox.limits import Limits
from bcautotask_gui.sandbox.profiles import contract_tenant
from bcautotask_gui.sandbox.reports import Call, Report
from bcautotask_gui.sandbox.routes import ROOT
from bcautotask_gui.sandbox.tenant import Tenant

LOOPBACK = "127.0.0.1"
POLL_SECONDS = 0.02


class _Handler(WSGIRequestHandler):
    """Reads one call; what it says is in the server's list of calls, not on the console."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


class _Listener(ThreadedWSGIServer):
    """One open port, with a thread per connection that ends when the port is closed."""

    daemon_threads = False

    def __init__(self, port: int, application: Application) -> None:
        self._open: set[socket] = set()
        self._lock = Lock()
        with create_server((LOOPBACK, port)) as opened:
            super().__init__(LOOPBACK, port, application, handler=_Handler, fd=opened.fileno())
        self._thread = Thread(target=self.serve_forever, args=(POLL_SECONDS,), name="sandbox")
        self._thread.start()

    @property
    def address(self) -> str:
        """The address up to `/ATServicesRest`."""
        return f"http://{LOOPBACK}:{self.port}{ROOT}"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, so that closing does not wait for an idle client."""
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection."""
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def close(self) -> None:
        """Close the port and its connections, and wait for its threads."""
        self.shutdown()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):  # the client may have hung up already
                    connection.shutdown(SHUT_RDWR)
        self._thread.join()


class AutotaskServer:
    """A local Autotask that one start and one stop surround.

    Attributes:
        tenant: the database that it serves.
        faults: where a test adds what goes wrong.
        limits: calls at once and per hour.
        calls: what has arrived, oldest first.
        report: questions about what happened.
    """

    def __init__(
        self, tenant: Tenant | None = None, *, port: int = 0, state_file: Path | None = None
    ) -> None:
        """A server that is not yet open.

        Args:
            tenant: the database; the contract's where none is given.
            port: 0 for any free one.
            state_file: where tickets are kept over a restart, or None.

        Raises:
            ValueError: the state file belongs to another database or cannot be read.
        """
        self.tenant = tenant or contract_tenant()
        self.faults = Faults(self.tenant)
        self.limits = Limits(self.tenant)
        self.calls: list[Call] = []
        self.report = Report(self.tenant, self.limits, self.calls)
        self._application = Application(self.tenant, self.faults, self.limits, self.calls)
        self._application.state_file = state_file
        self._port = port
        self._listeners: list[_Listener] = []
        if state_file and not state.load(self.tenant, state_file):
            state.save(self.tenant, state_file)

    @property
    def url(self) -> str:
        """The address of the zone, such as `http://127.0.0.1:40123/ATServicesRest`."""
        return self._application.base

    @property
    def latency(self) -> float:
        """Seconds that each call takes on top."""
        return self._application.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self._application.latency = seconds

    def start(self) -> str:
        """Open the port and answer its address.

        Raises:
            OSError: the port is taken.
        """
        self._application.stopping.clear()
        return self._listen(self._port)

    def move_zone(self, zone: str) -> str:
        """Move the tenant to another zone and answer the new address.

        The old address stays open, answers 401 to every signed call, and still tells the zone.
        """
        self.tenant.zone = zone
        return self._listen(0)

    def knows(self, other: "AutotaskServer") -> None:
        """Let the zone look-up of this server find the users of another one, too.

        Sandbox and production are two databases, and one address finds the zone of either.
        """
        self._application.neighbours.append(other._application)

    def stop(self) -> None:
        """Close every port and wait for all threads; harmless where nothing is open."""
        self._application.stopping.set()
        self.faults.let_go()
        while self._listeners:
            self._listeners.pop().close()

    def __enter__(self) -> Self:
        """Open it."""
        self.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.stop()

    def _listen(self, port: int) -> str:
        listener = _Listener(port, self._application)
        self._listeners.append(listener)
        self._application.base = listener.address
        return listener.address
