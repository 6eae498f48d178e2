"""Preparing our tables: once, together, and without touching what is not ours."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from alembic import command
from sqlalchemy import inspect

from bcautotask_gui.database.addresses import read_address
from bcautotask_gui.database.connections import Connections
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.database.migrate import configuration, migrate
from bcautotask_gui.database.tables import LEVEL, build, name_of
from bcautotask_gui.domain.audit_chain import Follower
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import ClaimState
from bcautotask_gui.sandbox.sample import write_sample
from tests.database.world import NOW, PRODUCTION, event, ours, sql, ticket
from tests.support.postgres import libpq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.database.engine import Database


@pytest.fixture
def connections(empty_url: str) -> Iterator[Connections]:
    connections = Connections(read_address(empty_url))
    yield connections
    connections.close()


FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def level_1_url(engine: str, empty_url: str) -> str:
    """A database as the application of level 1 left it: tickets, an open attempt, a trail."""
    write_sample(empty_url, now=NOW, runs=600)
    script = (FIXTURES / f"level_1_{engine}.sql").read_text("utf-8")
    if engine == "sqlite":
        with closing(sqlite3.connect(empty_url.removeprefix("sqlite:///"))) as connection:
            connection.executescript(script)
    else:
        with psycopg.connect(libpq(empty_url), autocommit=True) as connection:
            connection.execute(script)  # type: ignore[call-overload]
    return empty_url


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


def test_a_database_of_level_1_is_prepared_only_where_somebody_may(
    level_1_url: str, opened: Callable[..., Database]
) -> None:
    with pytest.raises(Failure) as caught:
        opened(level_1_url, may_migrate=False)
    assert caught.value.kind is Kind.DATABASE_NOT_PREPARED
    workspace = f"SELECT id, level, oldest_writer FROM {ours(level_1_url, 'workspace')}"
    before = sql(level_1_url, workspace)
    assert before[0][1] == 1
    opened(level_1_url)
    assert sql(level_1_url, workspace) == [(before[0][0], LEVEL, 1)]


def test_what_a_database_of_level_1_holds_is_kept_and_goes_on(
    level_1_url: str, opened: Callable[..., Database]
) -> None:
    tables = ("settings", "claim", "ticket_link", "ticket_snapshot", "audit", "instance")
    kept = {each: sql(level_1_url, f"SELECT * FROM {ours(level_1_url, each)}") for each in tables}
    assert all(kept.values())
    database = opened(level_1_url)
    for table, rows in kept.items():
        assert sql(level_1_url, f"SELECT * FROM {ours(level_1_url, table)}") == rows
    (claim,) = database.tickets.open_claims(PRODUCTION)
    assert (claim.state, claim.marker.workspace) == (
        ClaimState.UNKNOWN, database.settings.workspace_id()[:6],
    )  # fmt: skip
    found = database.tickets.adopted(claim, ticket(9002, title=claim.title), event())
    assert found.ticket_id == 9002
    follower = Follower(None)
    for entries in database.audit.chain():
        follower.follow(entries)
    assert follower.report().is_whole


def test_the_tables_of_a_migrated_database_are_those_of_a_new_one(
    level_1_url: str, opened: Callable[..., Database]
) -> None:
    opened(level_1_url).close()
    connections = Connections(read_address(level_1_url))
    try:
        with connections.writing() as connection:
            command.check(configuration(connection))
    finally:
        connections.close()


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
