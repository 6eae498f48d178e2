"""Preparing our tables: once, together, and without touching what is not ours."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from alembic import command
from sqlalchemy import inspect

from bcautotask_gui.database.addresses import read_address
from bcautotask_gui.database.connections import Connections
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.database.migrate import configuration, migrate
from bcautotask_gui.database.tables import build, name_of
from bcautotask_gui.domain.errors import Failure, Kind
from tests.database.world import event, ours, sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcautotask_gui.database.engine import Database


@pytest.fixture
def connections(empty_url: str) -> Iterator[Connections]:
    connections = Connections(read_address(empty_url))
    yield connections
    connections.close()


def our_tables(connections: Connections) -> list[str]:
    schema = "bcautotask" if connections.dialect == "postgresql" else None
    with connections.reading() as connection:
        return inspect(connection).get_table_names(schema)


def test_a_second_run_finds_nothing_to_do(connections: Connections) -> None:
    migrate(connections)
    first = our_tables(connections)
    migrate(connections)
    assert our_tables(connections) == first
    names = {table.name for table in build(connections.dialect).metadata.sorted_tables}
    assert set(first) == names | {name_of("version", connections.dialect)}


def test_the_migrations_and_the_tables_in_the_code_are_the_same(connections: Connections) -> None:
    migrate(connections)
    with connections.writing() as connection:
        command.check(configuration(connection))


def test_a_difference_between_the_two_would_be_seen(
    connections: Connections, empty_url: str
) -> None:
    migrate(connections)
    sql(empty_url, f"ALTER TABLE {ours(empty_url, 'claim')} ADD COLUMN surplus integer")
    with connections.writing() as connection, pytest.raises(Exception, match="surplus"):
        command.check(configuration(connection))


def test_four_that_prepare_at_once_agree(empty_url: str) -> None:
    def prepare(_: int) -> str:
        database = open_database(empty_url, may_migrate=True)
        try:
            return database.settings.workspace_id()
        finally:
            database.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(prepare, range(4)))) == 1


def test_a_version_table_of_somebody_else_stays_as_it_is(
    connections: Connections, empty_url: str
) -> None:
    sql(empty_url, "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)")
    sql(empty_url, "INSERT INTO alembic_version VALUES ('theirs')")
    migrate(connections)
    assert sql(empty_url, "SELECT version_num FROM alembic_version") == [("theirs",)]


def test_a_migration_that_fails_half_way_leaves_nothing_behind(
    connections: Connections, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bcautotask_gui.database.migrations.names.append_only", fail)
    with pytest.raises(RuntimeError, match="half-way"):
        migrate(connections)
    assert our_tables(connections) == []


def fail(_table: str) -> None:
    raise RuntimeError("half-way")


def test_entries_of_the_trail_cannot_be_changed_or_deleted(database: Database, url: str) -> None:
    database.settings.save(database.settings.read(), event())
    table = ours(url, "audit")
    for statement in (f"UPDATE {table} SET operator = 'nobody'", f"DELETE FROM {table}"):
        with pytest.raises(Exception, match="never changed"):
            sql(url, statement)
    assert {entry.event.operator for entry in database.audit.newest(10)} == {"anna"}


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_user_without_the_right_to_prepare_is_told_who_can(empty_url: str) -> None:
    sql(empty_url, "CREATE ROLE looker LOGIN")
    try:
        with pytest.raises(Failure) as caught:
            open_database(empty_url.replace("//bc@", "//looker@"), may_migrate=True)
        assert caught.value.kind is Kind.DATABASE_NOT_PREPARED
    finally:
        sql(empty_url, "DROP ROLE looker")
