"""A server that is nothing but a socket, for answers that no library would give."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class RawServer:
    """A socket that answers each connection with the next script, and keeps what it was sent.

    A script gets the open connection; what it does not read, the server never saw.
    """

    def __init__(self, *scripts: Callable[[socket.socket, RawServer], None]) -> None:
        self.received: list[bytes] = []
        self._scripts = list(scripts)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._address = self._socket.getsockname()
        self._stopped = False
        self._thread = threading.Thread(target=self._serve, name="raw server")
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._address[1]}/ATServicesRest"

    def wait(self) -> None:
        """Waits until the last script has ended."""
        self._thread.join()

    def close(self) -> None:
        """Ends the thread, also where not all scripts were needed."""
        self._stopped = True
        while self._thread.is_alive():
            with contextlib.suppress(OSError), socket.create_connection(self._address):
                pass
            self._thread.join(0.05)

    def _serve(self) -> None:
        with self._socket:
            for script in self._scripts:
                connected, _ = self._socket.accept()
                with connected:
                    if self._stopped:
                        return
                    connected.settimeout(5)
                    script(connected, self)


def request_on(connected: socket.socket, server: RawServer) -> bytes:
    """Reads one whole request; less where the client goes away."""
    received = b""
    while b"\r\n\r\n" not in received or len(received) < _length(received):
        more = connected.recv(65536)
        if not more:
            break
        received += more
    server.received.append(received)
    return received


def _length(received: bytes) -> int:
    head, _, _ = received.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(head) + 4 + int(line.split(b":")[1])
    return len(head) + 4


def answering(raw: bytes) -> Callable[[socket.socket, RawServer], None]:
    """A script: reads the request, writes these bytes and closes."""

    def script(connected: socket.socket, server: RawServer) -> None:
        request_on(connected, server)
        connected.sendall(raw)

    return script


def zone_script() -> Callable[[socket.socket, RawServer], None]:
    """A script: tells that the zone is this very server."""

    def script(connected: socket.socket, server: RawServer) -> None:
        request_on(connected, server)
        body = f'{{"zoneName":"Raw","url":"{server.url}/","webUrl":"","ci":4711}}'.encode()
        head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n"
        connected.sendall(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)

    return script
