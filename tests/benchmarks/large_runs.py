"""A Backupchecks database of many runs, with the mappings and tickets of a team that uses it."""

from datetime import UTC, datetime

from sqlalchemy import NullPool, create_engine, text

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.settings import Environment, EnvironmentSettings, Settings
from bcautotask_gui.sandbox.sample_large import write_large

NOW = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)
ENVIRONMENT = Environment.PRODUCTION

# Nine of ten customers are mapped; half of the runs that failed got a ticket, which the web
# application repeats; of those tickets one in thirty is still open. Some numbers were only written
# over there, some runs have a remark, and one job in forty is archived.
_TEAMWORK = """
INSERT INTO {ours}mapping (psa_type, environment, customer_id, company_id, company_name, status,
    former_name, invalid_because, version, changed_by, changed_at, mirror_pending, mirror_note)
  SELECT 'autotask', 'production', id, 40000000 + id, name, 'ok', '', '', 1, 'anna', '{now}',
    false, ''
  FROM customers WHERE id % 10 <> 0;
INSERT INTO {ours}ticket_link (environment, run_id, ticket_id, number, origin, operator, created_at,
    unlinked_by, unlink_reason, is_mirrored, mirror_pending, mirror_note)
  SELECT 'production', id, 9000000 + id, 'T2026.' || id, 'created', 'anna', '{now}', '', '',
    true, false, ''
  FROM job_runs WHERE status = 'Failed' AND id / 100 % 2 = 0;
INSERT INTO {ours}ticket_snapshot (environment, ticket_id, number, title, company_id, status,
    status_label, is_complete, is_deleted, is_reopened, read_at)
  SELECT environment, ticket_id, number, 'A title', 40000001, 5, 'Complete', run_id / 100 % 60 <> 0,
    false, false, '{now}'
  FROM {ours}ticket_link;
UPDATE job_runs SET autotask_ticket_id = 9000000 + id, autotask_ticket_number = 'T2026.' || id
  WHERE status = 'Failed' AND id / 100 % 2 = 0;
INSERT INTO tickets (id, ticket_code, start_date)
  SELECT id, 'BC-' || id, run_at FROM job_runs WHERE status = 'Missed' AND id / 100 % 4 = 0;
INSERT INTO ticket_job_runs (ticket_id, job_run_id) SELECT id, id FROM tickets;
UPDATE job_runs SET remark = 'Disk of run ' || id || ' was full' WHERE id % 100 = 23;
UPDATE jobs SET archived = true WHERE id % 40 = 0
"""


def write_team(url: str, runs: int) -> None:
    """Writes the runs, makes our tables, and fills both as a year of work would have.

    Args:
        url: `sqlite:///file` or `postgresql+psycopg://…` of an empty database.
        runs: how many.
    """
    write_large(url.replace("+psycopg", ""), now=NOW, runs=runs)
    database = open_database(url, may_migrate=True)
    try:
        chosen = EnvironmentSettings("api@example.com", database_id=4711)
        settings = Settings(
            enabled=True, environment=ENVIRONMENT, environments={ENVIRONMENT: chosen}
        )
        event = AuditEvent(Act.SETTINGS_SAVED, "anna", "desk-1", "bench", "settings")
        database.settings.save(settings, event)
    finally:
        database.close()
    _work(url)


def _work(url: str) -> None:
    is_file = url.startswith("sqlite")
    ours = "bcautotask_" if is_file else "bcautotask."
    moment = NOW.isoformat(sep=" ") if not is_file else f"{NOW:%Y-%m-%d %H:%M:%S.%f}"
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        for statement in _TEAMWORK.format(ours=ours, now=moment).split(";"):
            connection.execute(text(statement))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if is_file else "VACUUM ANALYZE"))
