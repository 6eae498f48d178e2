"""A database with the three roles, and a login for each; the scripts are those that ship."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg

from tests.database.world import fill_with_sample
from tests.support.postgres import libpq

SCRIPTS = Path(__file__).parents[2] / "packaging" / "postgres"
ADMIN, OPERATOR, REPORTER = "desk_admin", "desk_operator", "desk_reporter"
LOGINS = {
    ADMIN: "bcautotask_admin", OPERATOR: "bcautotask_operator", REPORTER: "bcautotask_reporter",
}  # fmt: skip


def run_script(url: str, name: str) -> list[tuple[Any, ...]]:
    """Runs one of the scripts as the owner; the rows of its last statement, if it has any."""
    with psycopg.connect(libpq(url), autocommit=True) as connection:
        cursor = connection.execute((SCRIPTS / name).read_text("utf-8"))  # type: ignore[arg-type]
        return cursor.fetchall() if cursor.description else []


def with_rights(url: str) -> None:
    """The sample, the roles, and a login in each; roles belong to the server, so they stay."""
    fill_with_sample(url)
    run_script(url, "grants.sql")
    with psycopg.connect(libpq(url), autocommit=True) as connection:
        for login, role in LOGINS.items():
            connection.execute(
                f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{login}') "
                f"THEN CREATE ROLE {login} LOGIN IN ROLE {role}; END IF; END $$"
            )
