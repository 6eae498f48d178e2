"""A server that is nothing but a socket, for answers that no library would give."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def self_signed(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody else signed, with its key, made for this run."""
    tool = shutil.which("openssl")
    if tool is None:
        pytest.fail("openssl, which makes the certificates of these tests, is not installed")
    key, certificate, both = (folder / name for name in ("key.pem", "certificate.pem", "both.pem"))
    asked = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    places = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([tool, *asked.split(), *names, *places], check=True, capture_output=True)
    both.write_text(key.read_text() + certificate.read_text())
    return both


def encrypted(certificate: Path) -> ssl.SSLContext:
    """What makes a server speak TLS with a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


class RawServer:
    """A socket that answers each connection with the next script, and keeps what it was sent.

    A script gets the open connection; what it does not read, the server never saw.
    """

    def __init__(
        self,
        *scripts: Callable[[socket.socket, RawServer], None],
        context: ssl.SSLContext | None = None,
    ) -> None:
        self.received: list[bytes] = []
        self._scripts = list(scripts)
        self._context = context
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._address = self._socket.getsockname()
        self._stopped = False
        self._thread = threading.Thread(target=self._serve, name="raw server")
        self._thread.start()

    @property
    def url(self) -> str:
        scheme = "https" if self._context else "http"
        return f"{scheme}://127.0.0.1:{self._address[1]}/ATServicesRest"

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
                    connected.settimeout(60)
                    self._run(script, connected)

    def _run(
        self, script: Callable[[socket.socket, RawServer], None], connected: socket.socket
    ) -> None:
        if self._context is None:
            return script(connected, self)
        with (
            contextlib.suppress(OSError),  # a client that does not trust it goes away
            self._context.wrap_socket(connected, server_side=True) as encrypted,
        ):
            script(encrypted, self)
        return None


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
