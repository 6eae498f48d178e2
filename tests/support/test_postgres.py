"""The database fixtures: each test its own database, each template filled once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.support.postgres import libpq

if TYPE_CHECKING:
    from collections.abc import Callable

filled: list[str] = []


def fill(url: str) -> None:
    filled.append(url)
    with psycopg.connect(libpq(url)) as connection:
        connection.execute("CREATE TABLE customers (name text)")
        connection.execute("INSERT INTO customers VALUES ('Grün & Söhne')")


def customers(url: str) -> list[str]:
    with psycopg.connect(libpq(url)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM customers")]


def test_an_empty_database_is_empty(pg_url: str) -> None:
    with (
        psycopg.connect(libpq(pg_url)) as connection,
        pytest.raises(psycopg.errors.UndefinedTable),
    ):
        connection.execute("SELECT name FROM customers")


@pytest.mark.parametrize("turn", [1, 2])
def test_a_copy_knows_nothing_of_what_others_did_to_theirs(
    pg_database: Callable[[str, Callable[[str], None]], str], turn: int
) -> None:
    url = pg_database("customers", fill)
    assert customers(url) == ["Grün & Söhne"]
    with psycopg.connect(libpq(url)) as connection:
        connection.execute("DELETE FROM customers")
    assert customers(pg_database("customers", fill)) == ["Grün & Söhne"]
    assert len(filled) == 1, turn
