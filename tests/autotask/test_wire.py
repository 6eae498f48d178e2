from __future__ import annotations

import contextlib
import logging
import socket
import traceback
from typing import TYPE_CHECKING

import pytest
import respx

from bcautotask_gui import logs
from bcautotask_gui.autotask import wire
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import Ending
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from tests.autotask.raw import RawServer, answering, encrypted, request_on, zone_script
from tests.autotask.world import DISCOVERY, SECRET, TRACKING_ID, ZONE_ANSWER, draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bcautotask_gui.autotask.rest import RestAutotask
    from tests.autotask.world import FakeClock

    Opened = Callable[..., RestAutotask]
    Started = Callable[..., RawServer]

CREATED = (
    b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{"itemId": 42}'
)


def reset(connected: socket.socket, server: RawServer) -> None:
    """Reads the request and resets the connection, as a crashed server does."""
    request_on(connected, server)
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def test_a_create_over_a_real_socket_is_one_request(raw_server: Started, opened: Opened) -> None:
    server = raw_server(zone_script(), answering(CREATED))
    answer = opened(server.url).create_ticket(draft(), lambda: True)
    assert (answer.ending, answer.ticket_id) == (Ending.CREATED, 42)
    assert server.received[1].startswith(b"POST /ATServicesRest/V1.0/Tickets HTTP/1.1\r\n")
    assert b'"externalID":"bc-abc123-s-0123456789-7"' in server.received[1]


@pytest.mark.parametrize(
    "script",
    [
        reset,
        answering(b""),
        answering(b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{"),
        answering(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nE\r\n{"),
        answering(b"HTTP/1.1 500 Oops\r\nContent-Length: 20\r\n\r\n{}"),
        answering(b"HTTP/1.1 2"),
        answering(b"SSH-2.0-OpenSSH_9.2\r\n"),
        answering(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"),
        answering(b"\x00" * 200_000),
    ],
    ids="reset silence cut-body cut-chunk cut-500 cut-head ssh gzip zeros".split(),
)
def test_a_cut_answer_to_a_create_leaves_the_outcome_unknown(
    raw_server: Started, opened: Opened, script: Callable[[socket.socket, RawServer], None]
) -> None:
    server = raw_server(zone_script(), script)
    answer = opened(server.url).create_ticket(draft(), lambda: True)
    assert answer.ending is Ending.NOBODY_KNOWS
    assert answer.failure and answer.failure.kind in (Kind.CUT, Kind.UNREADABLE)
    assert len(server.received) == 2


def test_a_create_to_a_closed_port_was_not_sent(raw_server: Started, opened: Opened) -> None:
    def elsewhere(connected: socket.socket, server: RawServer) -> None:
        request_on(connected, server)
        body = b'{"url":"http://127.0.0.1:9/","ci":4711}'
        head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body)
        connected.sendall(head + body)

    answer = opened(raw_server(elsewhere).url).create_ticket(draft(), lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.kind is Kind.UNREACHABLE


def test_a_server_that_speaks_no_tls_was_sent_nothing(raw_server: Started, opened: Opened) -> None:
    def plain(connected: socket.socket, server: RawServer) -> None:
        server.received.append(connected.recv(65536))
        connected.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    server = raw_server(plain)
    with pytest.raises(Failure) as caught:
        opened(server.url.replace("http:", "https:")).zone()
    assert caught.value.kind is Kind.CERTIFICATE
    assert b"HTTP" not in server.received[0]


def test_a_certificate_that_this_computer_does_not_trust_was_sent_nothing(
    raw_server: Started, opened: Opened, certificate: Path
) -> None:
    server = raw_server(zone_script(), context=encrypted(certificate))
    with pytest.raises(Failure) as caught:
        opened(server.url).zone()
    assert caught.value.kind is Kind.CERTIFICATE
    assert "127.0.0.1" in caught.value.happened
    assert server.received == []


def test_a_certificate_authority_can_be_named_by_the_usual_variable(
    raw_server: Started,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    certificate: Path,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = raw_server(zone_script(), context=encrypted(certificate))
    assert opened(server.url).zone().database_id == 4711


def test_no_byte_leaves_where_the_headers_may_not_go(raw_server: Started, opened: Opened) -> None:
    server = raw_server(zone_script(), request_on)
    answer = opened(server.url).create_ticket(draft(), lambda: False)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.kind is Kind.NOT_SENT
    server.wait()
    assert server.received[1] == b""


def test_headers_without_their_body_leave_the_outcome_unknown(
    raw_server: Started, opened: Opened
) -> None:
    server = raw_server(zone_script(), request_on)
    answers = iter([True, False])
    answer = opened(server.url).create_ticket(draft(), lambda: next(answers))
    assert answer.ending is Ending.NOBODY_KNOWS
    assert answer.failure and answer.failure.kind is Kind.CUT
    server.wait()
    head, _, body = server.received[1].partition(b"\r\n\r\n")
    assert head.startswith(b"POST ")
    assert body == b""


def test_leave_is_asked_twice_and_only_once_the_connection_stands(
    raw_server: Started, opened: Opened
) -> None:
    server = raw_server(zone_script(), answering(CREATED))
    client = opened(server.url)
    client.zone()
    asked: list[int] = []

    def may_send() -> bool:
        asked.append(len(server.received))
        return True

    assert client.create_ticket(draft(), may_send).ending is Ending.CREATED
    assert asked == [1, 1]


def test_a_question_that_fails_stops_the_create(raw_server: Started, opened: Opened) -> None:
    def may_send() -> bool:
        raise RuntimeError("the clock is gone")

    server = raw_server(zone_script(), request_on)
    assert opened(server.url).create_ticket(draft(), may_send).ending is Ending.NOT_SENT


def test_a_redirect_is_not_followed(
    server: AutotaskServer, autotask: RestAutotask, raw_server: Started
) -> None:
    elsewhere = raw_server(answering(b""))
    server.faults.add(Fault(FaultKind.REDIRECT, path="Thresh*", location=elsewhere.url))
    with pytest.raises(Failure) as caught:
        autotask.calls_used()
    assert caught.value.kind is Kind.NOT_AUTOTASK
    assert elsewhere.received == []


def test_a_read_that_is_cut_is_repeated(raw_server: Started, opened: Opened) -> None:
    used = b'{"externalRequestThreshold":10000,"currentTimeframeRequestCount":5}'
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(used) + used
    server = raw_server(zone_script(), reset, answering(whole[:-5]), answering(whole))
    assert opened(server.url).calls_used().used == 5
    assert len(server.received) == 4


def test_an_answer_that_drips_in_for_ever_is_given_up(
    raw_server: Started, opened: Opened, clock: FakeClock
) -> None:
    def drip(connected: socket.socket, server: RawServer) -> None:
        request_on(connected, server)
        connected.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        with contextlib.suppress(OSError):
            while True:
                clock.sleep(30)
                connected.sendall(b" ")

    answer = opened(raw_server(zone_script(), drip).url).create_ticket(draft(), lambda: True)
    assert answer.ending is Ending.NOBODY_KNOWS
    assert answer.failure and answer.failure.kind is Kind.TIMED_OUT


def test_an_answer_without_end_is_given_up(
    raw_server: Started, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "LARGEST_BODY", 1000)
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + b" " * 2000
    server = raw_server(zone_script(), answering(whole))
    with pytest.raises(Failure) as caught:
        opened(server.url).calls_used()
    assert caught.value.kind is Kind.UNREADABLE


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_broken_certificate_variable_is_named(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | None
) -> None:
    named = tmp_path / "authorities.pem"
    if content:
        named.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(named))
    with pytest.raises(Failure) as caught:
        opened().zone()
    assert caught.value.kind is Kind.CERTIFICATE_FILE
    assert str(named) in caught.value.detail


@pytest.mark.parametrize("proxy", ["gopher://proxy:1", "http://user:hunter22@[", "socks5://p:1"])
def test_a_proxy_that_cannot_be_used_is_a_failure_without_its_password(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(Failure) as caught:
        opened().zone()
    assert caught.value.kind is Kind.UNREACHABLE
    assert "hunter22" not in caught.value.detail


@pytest.mark.parametrize(
    "script",
    [
        answering(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"),
        answering(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
        answering(b""),
        reset,
    ],
    ids="407 502 silence reset".split(),
)
def test_a_proxy_that_does_not_connect_was_sent_no_ticket(
    raw_server: Started,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    script: Callable[[socket.socket, RawServer], None],
) -> None:
    server = raw_server(script)
    client = opened()
    with respx.mock as router:
        router.get(f"{DISCOVERY}/V1.0/zoneInformation").respond(json=ZONE_ANSWER)
        client.zone()
    monkeypatch.setenv("HTTPS_PROXY", server.url.removesuffix("/ATServicesRest"))
    answer = client.create_ticket(draft(), lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert server.received[0].startswith(b"CONNECT webservices19.autotask.net:443 ")
    assert SECRET.encode() not in server.received[0]


def test_a_local_service_is_reached_past_any_proxy(
    server: AutotaskServer, autotask: RestAutotask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert autotask.zone().database_id == server.tenant.ci


ECHO = f"Secret: {SECRET}, code {TRACKING_ID}"


@pytest.mark.parametrize(
    "body",
    [
        f'{{"errors":["{ECHO}"]}}',
        f'{{"Message":"{ECHO}"}}',
        f"<html>{ECHO}</html>",
        f'{{"item":"{ECHO}"}}',
    ],
)
@pytest.mark.parametrize("status", [b"200 OK", b"400 Bad", b"401 No", b"500 Oops"])
def test_no_secret_that_a_server_repeats_reaches_a_log_or_an_error(
    raw_server: Started,
    opened: Opened,
    caplog: pytest.LogCaptureFixture,
    body: str,
    status: bytes,
) -> None:
    caplog.set_level(logging.DEBUG, "bcautotask_gui.autotask")
    content = body.encode()
    raw = b"HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (
        status,
        len(content),
        content,
    )
    server = raw_server(zone_script(), answering(raw))
    client = opened(server.url)
    answer = client.create_ticket(draft(), lambda: True)
    assert answer.failure
    said = [repr(client), repr(answer), repr(answer.failure), str(answer.failure)]
    said += [answer.failure.detail, *traceback.format_exception(answer.failure)]
    said += [f"{record.getMessage()} {record.__dict__}" for record in caplog.records]
    assert any("Tickets" in each for each in said)
    assert not [each for each in said if SECRET in each or TRACKING_ID in each]


def test_bodies_are_logged_short_and_only_when_asked_for(
    server: AutotaskServer, autotask: RestAutotask, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bcautotask_gui.autotask")
    with logs.correlated("abcd"):
        autotask.reference_data()
    assert "GET Tickets/entityInformation/fields: status 200" in caplog.text
    assert "picklistValues" not in caplog.text
    caplog.set_level(logging.DEBUG, "bcautotask_gui.autotask")
    autotask.reference_data()
    longest = max(len(record.getMessage()) for record in caplog.records)
    assert "picklistValues" in caplog.text
    assert 1200 < longest < 1300
