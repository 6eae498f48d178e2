"""Takes a call from its address to its answer: route, fault, sign-in, limits, handler, log."""

import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map
from werkzeug.wrappers import Request, Response

from bcautotask_gui.sandbox import answers, state
from bcautotask_gui.sandbox.answers import RefusedError
from bcautotask_gui.sandbox.faults import Armed, FaultKind, Faults
from bcautotask_gui.sandbox.incoming import Incoming
from bcautotask_gui.sandbox.limits import Limits, TooManyError
from bcautotask_gui.sandbox.model import ApiUser
from bcautotask_gui.sandbox.reports import Call
from bcautotask_gui.sandbox.routes import ROOT, VERSIONS, ZONE, route_map
from bcautotask_gui.sandbox.striking import CutError, delayed, strike, undo_last_update
from bcautotask_gui.sandbox.tenant import Tenant
from bcautotask_gui.sandbox.web import ticket_page

LONGEST_ADDRESS = 2048
WRITES = ("POST", "PUT")


@dataclass
class Application:
    """The local Autotask behind its sockets.

    Attributes:
        tenant: the database.
        faults: rules by which it misbehaves.
        limits: calls at once and per hour.
        calls: what has arrived, oldest first.
        base: the address of the zone up to `/ATServicesRest`; set when a socket is open.
        latency: seconds that each call takes on top.
        state_file: where tickets are kept, or None.
        stopping: set when the server stops, so that nothing waits on.
        routes: which path answers to which verb.
        neighbours: other databases whose users the zone look-up finds as well.
    """

    tenant: Tenant
    faults: Faults
    limits: Limits
    calls: list[Call]
    base: str = ""
    latency: float = 0.0
    state_file: Path | None = None
    stopping: Event = field(default_factory=Event)
    routes: Map = field(default_factory=route_map)
    neighbours: list["Application"] = field(default_factory=list)

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one call (WSGI)."""
        request = Request(environ)
        arrived = self.tenant.clock()
        status, body = 0, b""
        try:
            body = request.get_data()
            response = self._answer(request)
            status = response.status_code
            return response(environ, start)
        except CutError:
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
            raise
        finally:
            path = _below_root(request)
            self.calls.append(Call(request.method, path, _endpoint(path), arrived, status, body))

    def _answer(self, request: Request) -> Response:
        if not request.path.startswith(f"{ROOT}/"):
            return ticket_page(self.tenant, request)
        if request.method == "GET" and len(request.full_path) > LONGEST_ADDRESS:
            return answers.not_found()
        try:
            handler, ids = self.routes.bind_to_environ(request.environ).match()
        except MethodNotAllowed:
            return answers.wrong_verb(request.method)
        except NotFound:
            return answers.not_found()
        path = _below_root(request)
        if _endpoint(path) in self.tenant.missing:
            return answers.not_found()
        struck = self.faults.take(request.method, path)
        if struck is None:
            return self._execute(request, handler, ids, struck)
        execute = partial(self._execute, request, handler, ids, struck)
        return strike(struck.fault, execute)

    def _execute(self, request: Request, handler: Any, ids: Any, struck: Armed | None) -> Response:
        if handler == VERSIONS:
            return answers.as_json({"apiVersions": ["V1.0", "V2.0"]})
        if handler == ZONE:
            return self._zone(request)
        user = self._sign_in(request)
        if isinstance(user, Response):
            return user
        if request.get_data() and request.mimetype != "application/json":
            return answers.wrong_media_type(request.mimetype)
        try:
            with self.limits.running(user.tracking_id, _endpoint(_below_root(request))):
                self.stopping.wait(self.limits.count() + self.latency)
                handle = partial(self._handle, request, handler, ids, user, struck)
                if struck and struck.fault.kind is FaultKind.DELAY:
                    return delayed(struck.fault, handle, self.faults.hold)
                return handle()
        except TooManyError as refused:
            return answers.refusal(refused.errors, 429)
        except RefusedError as refused:
            return answers.refusal(refused.errors)

    def _handle(
        self, request: Request, handler: Any, ids: Any, user: ApiUser, struck: Armed | None
    ) -> Response:
        """Run the handler alone on the rows, under a fault that works inside of it."""
        kind = struck.fault.kind if struck else None
        with self.tenant.lock:
            tables = (struck.remembered if struck else None) or self.tenant.tables
            call = Incoming(
                request.method,
                self.base,
                self.tenant,
                tables,
                user,
                request.get_data(),
                request.args.get("search"),
                request.args.get("paging", ""),
                self.limits.used,
            )
            response: Response = handler(call, **ids)
            if struck and kind is FaultKind.NOT_STICKING:
                undo_last_update(self.tenant, struck.fault.fields)
            if self.state_file and request.method in WRITES:
                state.save(self.tenant, self.state_file)
        return answers.as_json({}) if kind is FaultKind.NO_ID else response

    def _zone(self, request: Request) -> Response:
        """Where the database of a user is; unsigned, and answered by every zone."""
        name = request.args.get("user", "")
        for each in (self, *self.neighbours):
            if each.tenant.user(name):
                zone = {"zoneName": each.tenant.zone, "url": f"{each.base}/"}
                web = each.base.removesuffix(ROOT.lstrip("/"))
                return answers.as_json(zone | {"webUrl": web, "ci": each.tenant.ci})
        return answers.refusal(("Zone information could not be determined",))

    def _sign_in(self, request: Request) -> ApiUser | Response:
        """The user, or the answer to a call that did not prove to be one of this zone's."""
        host = f"{request.environ['SERVER_NAME']}:{request.environ['SERVER_PORT']}"
        user = self.tenant.user(request.headers.get("UserName", ""))
        known = user is not None and not user.locked and f"//{host}/" in self.base
        if user is None or not known or request.headers.get("Secret") != user.secret:
            return answers.unauthorised(host)
        if request.headers.get("ApiIntegrationCode") == user.tracking_id:
            return user
        if self.tenant.bad_code_is_500:
            return answers.refusal(("IntegrationCode is invalid",))
        return answers.unauthorised(host)


def _below_root(request: Request) -> str:
    """A call's path without what all paths begin with, such as `Tickets/query`."""
    return request.path.removeprefix(f"{ROOT}/").removeprefix("V1.0/")


def _endpoint(path: str) -> str:
    """What a call counts for: children and metadata count for their entity."""
    return path.split("/")[0]
