"""Addresses of databases: what is understood, and where the password goes."""

from __future__ import annotations

import pytest

from bcautotask_gui.database.addresses import read_address
from bcautotask_gui.domain.errors import Failure, Kind


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("postgresql://anna@db01/backupchecks", "backupchecks @ db01"),
        ("postgresql+psycopg://anna@db01:5433/backupchecks", "backupchecks @ db01"),
        ("postgres://db01/backupchecks", "backupchecks @ db01"),
        ("postgresql://anna@/checks?host=/run/postgresql", "checks @ this computer"),
        (" sqlite:////srv/data/workspace.sqlite ", "workspace.sqlite"),
        ("sqlite:///workspace.sqlite", "workspace.sqlite"),
    ],
)
def test_an_address_has_a_short_name_for_people(text: str, label: str) -> None:
    assert read_address(text).label == label


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://anna:geheim@db01/backupchecks",
        "postgresql://anna@db01/backupchecks?password=geheim&sslmode=require",
    ],
)
def test_a_password_is_split_off_and_shows_nowhere(text: str) -> None:
    address = read_address(text)
    assert address.password == "geheim"
    assert "geheim" not in repr(address)
    assert "geheim" not in address.url.render_as_string(hide_password=False)
    assert read_address(text, "other").password == "other"


@pytest.mark.parametrize(
    "text",
    ["", "workspace", "mysql://db01/x", "postgresql://db01", "sqlite://", "sqlite:///:memory:",
     "postgresql://db01:port/x"],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Failure) as caught:
        read_address(text)
    assert caught.value.kind is Kind.DATABASE_ADDRESS
    assert "postgresql://user@host/database" in caught.value.advice


def test_a_refusal_does_not_repeat_the_password() -> None:
    with pytest.raises(Failure) as caught:
        read_address("mysql://anna:geheim@db01/x")
    assert "geheim" not in f"{caught.value} {caught.value.detail}"
