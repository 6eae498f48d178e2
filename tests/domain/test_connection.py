"""What signs in to Autotask shows its secrets nowhere."""

from bcautotask_gui.domain.connection import Connection, Credentials
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.start import StartOptions


def test_secrets_do_not_show_in_a_repr() -> None:
    credentials = Credentials("api@msp.example", "hunter2", "TRACK-9")
    shown = repr(Connection(Environment.SANDBOX, credentials))
    assert "api@msp.example" in shown
    assert "hunter2" not in shown
    assert "TRACK-9" not in shown


def test_a_database_address_does_not_show_in_a_repr() -> None:
    assert "pass" not in repr(StartOptions(database="postgresql://user:pass@host/db"))
