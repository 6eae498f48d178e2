"""The connection itself: headers, certificates, time-outs, and one request at a time."""

import logging
import os
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

import httpx
import truststore

from bcautotask_gui import logs
from bcautotask_gui.autotask import addresses, answer
from bcautotask_gui.autotask.answer import Answer
from bcautotask_gui.autotask.departure import Departure
from bcautotask_gui.autotask.errors import CONNECT_SECONDS, READ_SECONDS, Broken, broken_by
from bcautotask_gui.domain.connection import Credentials
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Clock

logger = logging.getLogger(__name__)

LONGEST_SECONDS = 300  # as long as the server works on a call
LARGEST_BODY = 64 * 1024 * 1024
_BODY_SHOWN = 1200
_TIMEOUT = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS, pool=CONNECT_SECONDS)


@dataclass(frozen=True)
class Request:
    """One request.

    Attributes:
        path: what is asked, below the version; for limits and logs.
        body: JSON, or None.
        signed: whether it carries the credentials.
    """

    method: str
    url: str
    path: str
    body: bytes | None = field(default=None, repr=False)
    signed: bool = True


class Wire:
    """Sends requests; answers with what came back and never raises.

    Secrets travel in headers alone. No redirect is followed, since it could lead them away.

    Args:
        credentials: of the API user.
        clock: for the durations in the log.
        is_local: the service is on this computer, so no proxy stands in between.
    """

    def __init__(self, credentials: Credentials, clock: Clock, *, is_local: bool) -> None:
        self._credentials = credentials
        self._clock = clock
        self._is_local = is_local
        self._lock = Lock()
        self._context: ssl.SSLContext | None = None
        self._kept: httpx.Client | None = None
        self._closed = False
        for secret in (credentials.secret, credentials.tracking_id):
            logs.redact(secret)

    def send(self, request: Request) -> Answer | Broken:
        """Sends a read on a connection that is kept for the next one."""
        try:
            client = self._client()
        except Failure as failure:
            return Broken(failure, never_left=True)
        return self._exchange(client, request, None)

    def send_once(self, request: Request, may_send: Callable[[], bool]) -> Answer | Broken:
        """Sends a write on a connection of its own.

        A kept connection may have been closed by the server a moment ago, and then nobody would
        know whether the write arrived.

        Args:
            request: what is sent.
            may_send: asked when the headers go out and again when the body does.
        """
        try:
            client = self._new_client()
        except Failure as failure:
            return Broken(failure, never_left=True)
        with client:
            return self._exchange(client, request, Departure(may_send))

    def close(self) -> None:
        """Gives the connections back."""
        with self._lock:
            self._closed = True
            if self._kept:
                self._kept.close()

    def _exchange(
        self, client: httpx.Client, request: Request, departure: Departure | None
    ) -> Answer | Broken:
        host = addresses.host_of(request.url)
        begun = self._clock.monotonic()
        try:
            with client.stream(
                request.method,
                request.url,
                content=request.body,
                headers=self._headers(request),
                extensions={"trace": departure} if departure else {},
            ) as response:
                body = self._whole(response, begun)
            came_back: Answer | Broken = answer.read(
                host, request.path, response.status_code, response.headers, body
            )
        except Exception as error:
            came_back = broken_by(error, host, left=departure.left if departure else None)
        self._log(request, came_back, self._clock.monotonic() - begun)
        return came_back

    def _whole(self, response: httpx.Response, begun: float) -> bytes:
        """The body, unless it drips in for ever or is far larger than any page of records.

        Raises:
            Failure: TIMED_OUT, UNREADABLE.
        """
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if self._clock.monotonic() - begun > LONGEST_SECONDS:
                raise Failure(Kind.TIMED_OUT, "It dripped in too slowly.", seconds=LONGEST_SECONDS)
            if len(body) > LARGEST_BODY:
                raise Failure(Kind.UNREADABLE, f"It is larger than {LARGEST_BODY:,} bytes.")
        return bytes(body)

    def _headers(self, request: Request) -> dict[bytes, bytes]:
        headers = {b"Accept": b"application/json"}
        if request.body is not None:
            headers[b"Content-Type"] = b"application/json"
        if request.signed:
            headers[b"UserName"] = _header(self._credentials.user_name)
            headers[b"Secret"] = _header(self._credentials.secret)
            headers[b"ApiIntegrationCode"] = _header(self._credentials.tracking_id)
        return headers

    def _client(self) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise Failure(Kind.UNEXPECTED, "This client was closed.")
            if self._kept is None:
                self._kept = self._built()
            return self._kept

    def _new_client(self) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise Failure(Kind.UNEXPECTED, "This client was closed.")
            return self._built()

    def _built(self) -> httpx.Client:
        if self._context is None:
            self._context = _trusted_by_this_computer()
        try:
            return httpx.Client(
                verify=self._context, timeout=_TIMEOUT, trust_env=not self._is_local
            )
        except Exception as error:  # a proxy variable that cannot be understood, or needs SOCKS
            detail = logs.cleaned(f"The proxy of this computer: {error}")
            raise Failure(Kind.UNREACHABLE, detail, host="the proxy of this computer") from None

    def _log(self, request: Request, came_back: Answer | Broken, seconds: float) -> None:
        what = f"{request.method} {request.path}"
        if isinstance(came_back, Broken):
            failure = came_back.failure
            logger.warning("%s: %s, %s, %.2f s", what, failure.kind, failure.detail, seconds)
            return
        logger.info("%s: status %d, %.2f s", what, came_back.status, seconds)
        if logger.isEnabledFor(logging.DEBUG):
            sent = logs.cleaned((request.body or b"").decode()[:_BODY_SHOWN])
            logger.debug("%s sent %s", what, sent or "no body")
            logger.debug("%s got %s", what, came_back.text[:_BODY_SHOWN] or "no body")


def _header(value: str) -> bytes:
    """The bytes of a header; spaces around a pasted value mean nothing.

    Raises:
        Failure: CREDENTIALS where a header cannot carry it; the error of the library below would
            quote it.
    """
    if not value.strip().isprintable() or not value.strip():
        raise Failure(Kind.CREDENTIALS, "One of the three is empty or holds a control character.")
    return value.strip().encode("utf-8", "replace")


def _trusted_by_this_computer() -> ssl.SSLContext:
    """The certificates that this computer trusts, and those of SSL_CERT_FILE.

    Raises:
        Failure: CERTIFICATE_FILE.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    named = os.environ.get("SSL_CERT_FILE")
    if named:
        try:
            context.load_verify_locations(cafile=named)
        except OSError as error:  # an SSLError, too: a file without certificates
            raise Failure(Kind.CERTIFICATE_FILE, f"{named}: {error}") from None
    return context
