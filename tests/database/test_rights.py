"""What each database role can and cannot do, statement by statement, on a real server."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.operators import PERMISSIONS, Permission, Role
from tests.database.rights import ADMIN, LOGINS, OPERATOR, REPORTER, run_script, with_rights
from tests.database.world import PRODUCTION, event, sql
from tests.support.postgres import libpq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.database.engine import Database
    from tests.support.postgres import Cluster

ROLES = {ADMIN: Role.ADMIN, OPERATOR: Role.OPERATOR, REPORTER: Role.REPORTER}
_CLAIM = (
    "INSERT INTO bcautotask.claim (environment, run_id, company_id, workspace, fingerprint, stem, "
    "title, state, token, version, operator, workstation, instance, profile, created_at, "
    "changed_at, reason, valid_looks, offered, rejected) VALUES ('sandbox', 1, 1, '', '', '', '', "
    "'claimed', '', 1, '', '', '', '', now(), now(), '', 0, '[]', '[]')"
)
_LINK = (
    "INSERT INTO bcautotask.ticket_link (environment, run_id, ticket_id, number, origin, operator, "
    "created_at, unlinked_by, unlink_reason, is_mirrored, mirror_pending, mirror_note) VALUES "
    "({}, 1, {}, '', 'linked', '', now(), '', '', false, false, '')"
)
_ATTEMPT = (
    "INSERT INTO bcautotask.resolution (environment, run_id, ticket_id, number, settings_version, "
    "purpose, text, note_type, publish, newest, state, reason, token, version, operator, "
    "workstation, instance, profile, created_at, changed_at) VALUES ('sandbox', 1, 1, '', 1, '{}', "
    "'', 1, 1, 1, 'open', '', '', 1, '', '', '', '', now(), now())"
)
_STEP = (
    "INSERT INTO bcautotask.resolution_step (resolution_id, number, kind, state, detail, "
    "recorded_at, valid_looks) VALUES (1, 1, 'note', 'sending', '', now(), 0)"
)
_MAPPING = (
    "INSERT INTO bcautotask.mapping (psa_type, environment, customer_id, company_name, status, "
    "former_name, invalid_because, version, changed_by, changed_at, mirror_pending, mirror_note) "
    "VALUES ('autotask', 'sandbox', 1, '', 'ok', '', '', 1, '', now(), false, '') "
    "ON CONFLICT (psa_type, environment, customer_id) DO UPDATE SET version = 2"
)
_SNAPSHOT = (
    "INSERT INTO bcautotask.ticket_snapshot (environment, ticket_id, number, title, company_id, "
    "status, status_label, is_complete, is_deleted, is_reopened, read_at) VALUES ('sandbox', 1, "
    "'', '', 1, 1, '', false, false, false, now()) ON CONFLICT (environment, ticket_id) "
    "DO UPDATE SET status = 2"
)
_SECOND = (
    "INSERT INTO bcautotask.second_ticket (environment, run_id, ticket_id, claim_id, number, "
    "is_ours, why, operator, seen_at) VALUES ('sandbox', 1, 1, 1, '', true, '', '', now()) "
    "ON CONFLICT DO NOTHING"
)
_ENTRY = (
    "INSERT INTO bcautotask.audit (at, act, operator, workstation, correlation, subject, before, "
    "after, environment, session_role) VALUES (now(), 'note added', '', '', '', '', '', '', '', '')"
)
_BEAT = (
    "INSERT INTO bcautotask.instance (id, profile, workstation, operator, started_at, beat_at) "
    "VALUES ('a', '', '', '', now(), now()) ON CONFLICT (id) DO UPDATE SET beat_at = now()"
)
_CALL = (
    "INSERT INTO bcautotask.call_count VALUES ('sandbox', 1, 1) "
    "ON CONFLICT (environment, minute) DO UPDATE SET calls = 2"
)
# what an act needs of the database
ACTS: list[tuple[Permission, str]] = [
    (Permission.SETTINGS, "INSERT INTO bcautotask.settings VALUES (999, '{}', '', now())"),
    (Permission.CREATE, "INSERT INTO bcautotask.reference_data VALUES ('sandbox', '{}', now()) "
     "ON CONFLICT (environment) DO UPDATE SET read_at = now()"),
    (Permission.SETTINGS, "INSERT INTO bcautotask.naming VALUES (999, '{}', '', now())"),
    (Permission.SETTINGS, "UPDATE bcautotask.workspace SET oldest_writer = 2"),
    (Permission.MAPPING, _MAPPING),
    (Permission.MAPPING, "UPDATE bcautotask.mapping SET company_id = 5, set_aside = 4"),
    (Permission.MAPPING, "UPDATE customers SET autotask_company_id = 5, "
     "autotask_company_name = '', autotask_mapping_status = 'ok', autotask_last_sync_at = now()"),
    (Permission.CREATE, _CLAIM),
    (Permission.CREATE, "UPDATE bcautotask.claim SET state = 'sending', sending_at = now(), "
     "version = 2, offered = '[1]', ticket_id = 7, operator = 'x', instance = 'y'"),
    (Permission.CREATE, _SNAPSHOT),
    (Permission.CREATE, _SECOND),
    (Permission.CREATE, "UPDATE job_runs SET autotask_ticket_id = 5, autotask_ticket_number = ''"),
    (Permission.CREATE, _ENTRY),
    (Permission.CREATE, _BEAT),
    (Permission.CREATE, _CALL),
    (Permission.CREATE, "DELETE FROM bcautotask.call_count WHERE minute < 1"),
    (Permission.CREATE, "SELECT id FROM job_runs WHERE id = 1 FOR NO KEY UPDATE"),
    (Permission.CREATE, "SELECT id FROM bcautotask.claim FOR UPDATE"),
    (Permission.LINK, _LINK.format("'sandbox'", 1)),
    (Permission.LINK, "UPDATE bcautotask.ticket_link SET number = 'T1', mirror_pending = false"),
    (Permission.MANUAL_NUMBER, _LINK.format("NULL", "NULL")),
    (Permission.RESOLVE, _ATTEMPT.format("resolve")),
    (Permission.RESOLVE, "UPDATE bcautotask.resolution SET state = 'done', version = 2"),
    (Permission.NOTE, _ATTEMPT.format("note")),
    (Permission.NOTE, _STEP),
    (Permission.NOTE, "UPDATE bcautotask.resolution_step SET state = 'done', value = 4"),
    (Permission.REVIEW, "UPDATE job_runs SET reviewed_at = now(), reviewed_by_user_id = 1"),
    (Permission.UNLINK, "UPDATE bcautotask.ticket_link SET unlinked_at = now(), "
     "unlinked_by = 'x', unlink_reason = 'wrong'"),
]  # fmt: skip
# what no role of the application can do, whoever signs in
NOBODY = (
    "UPDATE bcautotask.audit SET operator = 'x'",
    "DELETE FROM bcautotask.audit",
    "TRUNCATE bcautotask.audit",
    "ALTER TABLE bcautotask.audit DISABLE TRIGGER USER",
    "DROP TRIGGER chain_entry ON bcautotask.audit",
    "DELETE FROM bcautotask.claim",
    "UPDATE bcautotask.claim SET run_id = 2",
    "UPDATE bcautotask.claim SET stem = 'x'",
    "DELETE FROM bcautotask.ticket_link",
    "UPDATE bcautotask.ticket_link SET ticket_id = 2",
    "UPDATE bcautotask.settings SET document = '{}'",
    "DELETE FROM bcautotask.settings",
    "UPDATE bcautotask.naming SET document = '{}'",
    "DELETE FROM bcautotask.naming",
    "UPDATE bcautotask.workspace SET id = 'x'",
    "DELETE FROM bcautotask.mapping",
    "DELETE FROM bcautotask.resolution",
    "UPDATE bcautotask.resolution SET ticket_id = 2",
    "CREATE TABLE bcautotask.mine (id int)",
    "CREATE TABLE public.mine (id int)",
    "INSERT INTO job_runs DEFAULT VALUES",
    "UPDATE job_runs SET status = 'Success'",
    "DELETE FROM job_runs",
    "UPDATE customers SET name = 'x'",
    "UPDATE jobs SET job_name = 'x'",
    "DELETE FROM mail_messages",
    "UPDATE users SET role = 'admin'",
    "INSERT INTO users (username) VALUES ('x')",
    "SELECT password_hash FROM users",
    "SELECT * FROM system_settings",
    "CREATE ROLE mine",
)
EVERYBODY = (
    "SELECT document FROM bcautotask.settings",
    "SELECT * FROM bcautotask.audit",
    "SELECT * FROM bcautotask.claim",
    "SELECT id, status, reviewed_at, autotask_ticket_number FROM job_runs",
    "SELECT id, username FROM users",
    "SELECT html_body FROM mail_messages",
    "LISTEN bcautotask",
)


@pytest.fixture(scope="module")
def connections(pg_cluster: Cluster) -> Iterator[dict[str, psycopg.Connection[Any]]]:
    """One connection of each login; every statement is undone."""
    name = pg_cluster.create_from("rights", with_rights)
    url = libpq(pg_cluster.url(name))
    made = {login: psycopg.connect(url.replace("bc@", f"{login}@", 1)) for login in LOGINS}
    yield made
    for connection in made.values():
        connection.close()
    pg_cluster.drop(name)


def can(connection: psycopg.Connection[Any], statement: str) -> bool:
    try:
        connection.execute(statement)  # type: ignore[call-overload]
    except psycopg.errors.InsufficientPrivilege:
        return False
    finally:
        connection.rollback()
    return True


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize(("act", "statement"), ACTS)
def test_the_server_lets_a_role_do_what_the_application_lets_it_do(
    connections: dict[str, psycopg.Connection[Any]], login: str, act: Permission, statement: str
) -> None:
    assert can(connections[login], statement) is (act in PERMISSIONS[ROLES[login]])


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize("statement", NOBODY)
def test_what_no_act_needs_nobody_can(
    connections: dict[str, psycopg.Connection[Any]], login: str, statement: str
) -> None:
    assert not can(connections[login], statement)


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize("statement", EVERYBODY)
def test_whoever_is_granted_a_role_can_look(
    connections: dict[str, psycopg.Connection[Any]], login: str, statement: str
) -> None:
    assert can(connections[login], statement)


def test_the_table_has_its_cells() -> None:
    assert len(LOGINS) * (len(ACTS) + len(NOBODY) + len(EVERYBODY)) >= 100


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_the_check_finds_what_was_granted_too_much_and_what_is_missing(
    make_url: Callable[..., str],
) -> None:
    url = make_url("rights", with_rights)
    assert {verdict for verdict, _ in run_script(url, "check.sql")} == {"ok"}
    with psycopg.connect(libpq(url), autocommit=True) as owner:
        for statement in (
            "GRANT DELETE ON bcautotask.audit TO bcautotask_operator",
            "GRANT SELECT (password_hash) ON users TO bcautotask_reporter",
            "REVOKE INSERT ON bcautotask.claim FROM bcautotask_operator",
            "ALTER TABLE bcautotask.audit DISABLE TRIGGER chain_entry",
            "GRANT UPDATE ON job_runs TO bcautotask_reporter",
        ):
            owner.execute(statement)
        wrong = {line for line in run_script(url, "check.sql") if line[0] != "ok"}
        assert wrong == {
            ("too much", "bcautotask_operator on bcautotask.audit: DELETE"),
            ("too much", "bcautotask_reporter does not read public.users.password_hash"),
            ("missing", "bcautotask_operator on bcautotask.claim: INSERT"),
            ("switched off", "trigger chain_entry on bcautotask.audit"),
            ("too much", "bcautotask_reporter changes nothing in public.job_runs"),
        }
        owner.execute("ALTER TABLE bcautotask.audit ENABLE TRIGGER chain_entry")
    run_script(url, "grants.sql")
    assert {verdict for verdict, _ in run_script(url, "check.sql")} == {"ok"}


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_database_that_was_not_prepared_is_told_so(empty_url: str) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match="does not hold the tables"):
        run_script(empty_url, "grants.sql")


def test_the_script_knows_every_name_that_the_application_knows() -> None:
    root = Path(__file__).parents[2]
    raw = (root / "resources" / "backupchecks_schema.toml").read_text("utf-8")
    script = (root / "packaging" / "postgres" / "grants.sql").read_text("utf-8")
    known = tomllib.loads(raw)["table"]
    for word, table in known.items():
        for column, each in table["columns"].items():
            line = (
                f"('{word}', '{{{', '.join(table['names'])}}}', '{column}', "
                f"'{{{', '.join(each['names'])}}}', '{each['type']}', "
            )
            assert line in script, line


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_each_role_finds_the_tables_of_backupchecks(
    make_url: Callable[..., str], opened: Callable[..., Database]
) -> None:
    url = make_url("rights", with_rights)
    for login in LOGINS:
        database = opened(url.replace("bc@", f"{login}@", 1), may_migrate=False)
        lost = {(part.table, part.column) for part in database.report.missing}
        owner = {(part.table, part.column) for part in opened(url).report.missing}
        hidden = {("users", "email"), ("users", "password_hash"), ("users", "roles")}
        of_admins = {each for each in lost - owner if each[0] == "settings"}
        assert lost - owner - of_admins == hidden
        assert bool(of_admins) is (login != ADMIN)
        assert database.runs.newest_id() > 0


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_name_that_an_admin_gave_is_granted_when_the_rights_are_laid_down_again(
    make_url: Callable[..., str], opened: Callable[..., Database]
) -> None:
    url = make_url("rights", with_rights)
    sql(url, "ALTER TABLE job_runs ADD COLUMN words_of_the_run text DEFAULT 'told elsewhere'")
    admin = opened(url.replace("bc@", f"{ADMIN}@", 1), may_migrate=False)
    told = event(Act.NAME_GIVEN, "name of runs.remark")
    admin.naming.save(admin.naming.choice("runs.remark"), "words_of_the_run", told)
    seen = [remark_of(opened, url)]
    run_script(url, "grants.sql")
    assert [*seen, remark_of(opened, url)] == [("", True), ("told elsewhere", False)]


def remark_of(opened: Callable[..., Database], url: str) -> tuple[str, bool]:
    """What an operator reads as the remark of a run, and whether that is forbidden."""
    database = opened(url.replace("bc@", f"{OPERATOR}@", 1), may_migrate=False)
    part = next(p for p in database.report.parts if (p.table, p.column) == ("runs", "remark"))
    newest = database.runs.newest_id()
    return database.runs.detail(newest, PRODUCTION).run.remark, part.is_forbidden
