"""Opening and closing the server, keeping its tickets, and running it by itself."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from bcautotask_gui.sandbox import AutotaskServer, contract_tenant, dutch_tenant
from tests.sandbox.conftest import Api, signed_client


def test_the_port_is_free_and_on_loopback(server: AutotaskServer) -> None:
    address = httpx.URL(server.url)
    assert address.host == "127.0.0.1"
    assert address.path == "/ATServicesRest"
    assert address.port


def test_after_stop_nobody_answers(server: AutotaskServer) -> None:
    server.stop()
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/VersionInformation", verify=False)
    server.stop()


def test_stopping_does_not_wait_for_an_idle_connection(server: AutotaskServer) -> None:
    address = httpx.URL(server.url)
    with socket.create_connection((address.host, address.port or 0)):
        httpx.get(f"{server.url}/VersionInformation", verify=False)
        server.stop()


def test_a_taken_port_is_an_error(server: AutotaskServer) -> None:
    taken = AutotaskServer(port=httpx.URL(server.url).port or 0)
    with pytest.raises(OSError):
        taken.start()


def test_tickets_outlive_a_restart(tmp_path: Path) -> None:
    kept = tmp_path / "demo" / "autotask.json"
    with AutotaskServer(state_file=kept) as server, signed_client(server.url) as client:
        first = Api(client).create()
        number = Api(client).ticket(first)["ticketNumber"]
    with AutotaskServer(state_file=kept) as server, signed_client(server.url) as client:
        again = Api(client)
        assert again.ticket(first)["ticketNumber"] == number
        second = again.create()
        assert second == first + 1
        assert again.ticket(second)["ticketNumber"] != number


def test_a_file_of_another_database_is_refused(tmp_path: Path) -> None:
    kept = tmp_path / "autotask.json"
    AutotaskServer(contract_tenant(), state_file=kept)
    with pytest.raises(ValueError, match="belongs to database 4711"):
        AutotaskServer(dutch_tenant(), state_file=kept)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends processes without a signal")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_by_itself_until_it_is_asked_to_end(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "bcautotask_gui.sandbox", "--profile", "dutch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        answer = httpx.get(f"{url}/VersionInformation", verify=False)
        process.send_signal(number)
        assert process.wait(60) == 0
    assert answer.status_code == 200
